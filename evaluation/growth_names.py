"""Invented names and words for `growth`: pure functions of a number, so that vocabularies grow without being held.

In: a number. Out: a person, a body, a town, a word of the language of the filler sentences.
"""

from functools import lru_cache

from reportedly.linked import Name
from reportedly.model import Schema

SYLLABLES = (
    "ba", "bel", "bor", "dan", "dor", "du", "el", "fa", "fen", "gal", "gor", "hal", "ho", "il", "jo", "kar", "ke",
    "kol", "la", "len", "lor", "ma", "mer", "mi", "nar", "ne", "nov", "or", "pal", "pe", "pol", "ra", "ren", "ri",
    "ros", "sa", "sel", "sor", "tan", "te", "tor", "ul", "va", "vel", "vi", "yar", "za", "zem",
)  # fmt: skip
GIVEN_ENDINGS = ("a", "o", "en", "is", "us", "ia")
SURNAME_ENDINGS = ("an", "ek", "ini", "os", "ard", "wen", "ic", "ero", "umov", "ssen")
TOWN_ENDINGS = ("ford", "mouth", "grad", "by", "stead", "haven", "mere", "ton")
WORD_ENDINGS = ("", "ine", "al", "et", "ock", "um", "ard", "ish", "ow", "ent")
BODIES: tuple[tuple[str, Schema], ...] = (
    ("{} Steel Company", "Company"), ("{} Shipping Company", "Company"), ("{} Bank", "Company"),
    ("{} Workers' Union", "Organization"), ("{} Liberation Front", "Organization"), ("{} Party", "Organization"),
    ("{} Relief Committee", "Organization"), ("{} City Council", "PublicBody"), ("{} Regional Court", "PublicBody"),
    ("{} Customs Office", "PublicBody"),
)  # fmt: skip
COUNTRIES = tuple(
    Name(each, "PublicBody") for each in ("Karvonia", "Belmarra", "Sutania", "Ordessia", "Velland", "Norrenia")
)
MINISTER = Name("Aldo Verrin", "Person")
"""Somebody whom very many reports name."""


@lru_cache(maxsize=4096)
def mixed(number: int, salt: int = 0) -> int:
    """A number spread evenly below 2^64 (the finisher of SplitMix64)."""
    found = (number * 0x9E3779B97F4A7C15 + salt * 0xD1B54A32D192ED03 + 1) % 2**64
    found = ((found ^ found >> 30) * 0xBF58476D1CE4E5B9) % 2**64
    found = ((found ^ found >> 27) * 0x94D049BB133111EB) % 2**64
    return found ^ found >> 31


def stem(number: int, syllables: int) -> str:
    """Some syllables, chosen by the digits of a number."""
    found = []
    for _ in range(syllables):
        number, digit = divmod(number, len(SYLLABLES))
        found.append(SYLLABLES[digit])
    return "".join(found)


@lru_cache(maxsize=4096)
def person(number: int) -> Name:
    """The person with this number: one of some 700 given names, one of some 20,000 surnames, a few of them common."""
    spread = mixed(number, 1)
    given = stem(spread, 1).capitalize() + GIVEN_ENDINGS[spread >> 16 & 0xFF & 3] if spread & 1 else stem(spread, 2)
    family = mixed(number, 2)
    common = family % 8 == 0
    drawn = (family >> 8) % (40 if common else 23_040)
    surname = stem(drawn // 10, 2).capitalize() + SURNAME_ENDINGS[drawn % 10]
    return Name(f"{given.capitalize()} {surname}", "Person")


@lru_cache(maxsize=4096)
def body(number: int) -> Name:
    """The body with this number."""
    spread = mixed(number, 3)
    form, schema = BODIES[spread % len(BODIES)]
    return Name(form.format(stem(spread >> 8, 3).capitalize()), schema)


@lru_cache(maxsize=4096)
def town(number: int) -> str:
    """The town with this number."""
    spread = mixed(number, 4)
    return stem(spread >> 8, 2).capitalize() + TOWN_ENDINGS[spread % len(TOWN_ENDINGS)]


@lru_cache(maxsize=16_384)
def word(number: int) -> str:
    """The word with this number; frequent ones are short."""
    spread = mixed(number, 5)
    return stem(spread >> 8, 1 if number < 100 else 2) + WORD_ENDINGS[spread % len(WORD_ENDINGS)]
