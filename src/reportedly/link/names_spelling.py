"""How two words of names are alike: the same, spellings of one name, a short form, a slip of the pen, or two names.

In: two words in plain letters. Out: a `Likeness` from 0 to 1 with its manner. Decided by tables of names and by what
romanisation does to letters, never by counts over a collection. Pure.
"""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from reportedly.link.lexicon import rows

Manner = Literal["same", "spelling", "form", "short", "initial", "slip", "near", "other"]

Letters = tuple[int, int]
"""The letters of a word and those of its sound, one bit each."""

Lengths = tuple[int, int]
"""The least and the greatest length of a word in its forms."""

SLIP = 0.26
"""Share of a word's letters that may differ in a slip of the pen; a vowel for a vowel counts half."""

MATCH = 0.7
"""The score from which two names are taken as one's."""

SLOPE = 1.6
"""How much of the score the share of differing letters costs: a letter in eleven about 0.15."""

WEAK_MANNERS = frozenset({"spelling", "form", "short"})
"""Manners of likeness that cost a little, since they rest on a table or a rule."""

STEM = 0.34
"""The same for the part before an ending that many names share."""

KIN = str.maketrans("aeiouyjdtpbkqcgszxrlmnvwf", "aaaaaaattppkkkkzzzrrmmfff")
"""Letters that are heard or romanised for one another: vowels, and consonants of one place in the mouth."""

ROMANISED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ph", "f"),
        (r"(?:tsch|tch|cz)", "ch"),
        (r"(?:shch|sch|sz)", "sh"),
        (r"^(?:dsch|dzh|dj)", "j"),
        (r"(?:dsch|dzh|dj)", "j"),
        (r"zh", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"(?<=[^s])th|^th", "t"),
        (r"dh", "d"),
        (r"(?:ck|q)", "k"),
        (r"c(?![heiy])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?:tz|ts)", "c"),
        (r"ou|oo|eu", "u"),
        (r"eo", "o"),
        (r"^(?:ye|je)", "e"),
        (r"[yji]+(?=[auo])", "i"),
        (r"(?:ei|ai|ay|ey|ej|aj)(?=[^aeiou]|$)", "e"),
        (r"(?:ee|y|j)", "i"),
        (r"i+", "i"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"ae", "a"),
        (r"(?<=[a-z]{3})ff$", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[a-z]{2}[aeiou])h$", ""),
        (r"(?<=[aiu])h(?=[a-z])", ""),
    )
)
"""What romanisations of Arabic, Cyrillic, Greek and the languages of Europe write for one sound, in order."""

SKELETON: tuple[tuple[str, str], ...] = (
    ("kh", "k"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ph", "f"), ("zh", "s"), ("ts", "s"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
BONES = str.maketrans("qcgjzpvrx", "kkkksbbls", "aeiouyw")


class Likeness(NamedTuple):
    """How alike two words are, 0 to 1, and in what manner; `slips` counts the letters that differ."""

    score: float
    manner: Manner
    slips: float = 0.0


SAME = Likeness(1.0, "same")
OTHER = Likeness(0.0, "other")


@cache
def families() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """For each word the names it is a full form of, and those it is a short form of."""
    full: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    for number, row in enumerate(rows("names_families.tsv")):
        for word in row[0].split():
            full.setdefault(word, set()).add(number)
        for word in row[1].split() if len(row) > 1 else ():
            short.setdefault(word, set()).add(number)
    return (
        {word: frozenset(numbers) for word, numbers in full.items()},
        {word: frozenset(numbers) for word, numbers in short.items()},
    )


@cache
def known() -> frozenset[str]:
    """Words that are names by the tables: two of them that no table joins are two names."""
    listed = {
        word for file in ("names_given.tsv", "names_surnames.tsv") for row in rows(file) for word in row[0].split()
    }
    full, short = families()
    return frozenset(listed | full.keys() | short.keys())


@cache
def endings() -> tuple[str, ...]:
    """Endings that many names share, the longest first."""
    return tuple(row[0] for row in rows("names_endings.tsv"))


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A key that is the same for the usual romanisations of one name."""
    for pattern, letters in ROMANISED:
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=16384)
def bones(word: str) -> str:
    """The consonants of a word, coarsely: what is left where a script writes no vowels or has other sounds."""
    for letters, letter in SKELETON:
        word = word.replace(letters, letter)
    left = word.translate(BONES).removesuffix("h")
    return single(left)


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness:
    """How alike two plain words are; the order of the two does not matter."""
    if a == b:
        return SAME
    if b < a:
        return likeness(b, a)
    if not a or not b:
        return OTHER
    if len(a) == 1 or len(b) == 1:
        return Likeness(0.7, "initial") if a[0] == b[0] else OTHER
    return joined_by_table(a, b) or alike(a, b)


def joined_by_table(a: str, b: str) -> Likeness | None:
    """What the tables say of the two words, None where they say nothing that joins them."""
    full, short = families()
    none: frozenset[int] = frozenset()
    full_a, short_a = full.get(a, none), short.get(a, none)
    if not full_a and not short_a:
        return None
    full_b, short_b = full.get(b, none), short.get(b, none)
    if full_a & full_b:
        return Likeness(0.97, "spelling") if slips(a, b) <= 0.4 * max(len(a), len(b)) else Likeness(0.9, "form")
    if full_a & short_b or full_b & short_a:
        return Likeness(0.88, "short")
    return Likeness(0.82, "short") if short_a & short_b else None


@lru_cache(maxsize=16384)
def kin(word: str) -> tuple[str, int]:
    """The word with each letter as the first of its kin, and which letters these are, one bit each."""
    heard = word.translate(KIN)
    return heard, sum(1 << (ord(letter) & 31) for letter in set(heard))


def slips(a: str, b: str) -> float:
    """Letters to change to make one word of the other; a letter for its kin counts half, neighbours swapped one."""
    return 0.5 * OSA.distance(a, b) + 0.5 * OSA.distance(kin(a)[0], kin(b)[0])


@lru_cache(maxsize=16384)
def single(word: str) -> str:
    """The word with doubled letters written once."""
    return DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=16384)
def letters(word: str) -> Letters:
    """Which letters a word has, each as the first of its kin, and which its sound has."""
    return kin(word)[1], kin(sound(word))[1]


def are_far(a: Letters, b: Letters, length: int, share: float = SLIP) -> bool:
    """Whether two words, the longer one of this length, share too few letters for that `share` of it to be slips."""
    # A letter changed adds one letter to what is not shared, and takes one away.
    most = 2 * share * length
    return (a[0] ^ b[0]).bit_count() > most and (a[1] ^ b[1]).bit_count() > most


def lengths(word: str) -> Lengths:
    """How long a word is at least and at most: as written, with doubled letters written once, and as it is heard."""
    found = len(word), len(single(word)), len(sound(word))
    return min(found), max(found)


def alike(a: str, b: str) -> Likeness:
    """How alike two words are that no table joins."""
    length = max(len(a), len(b))
    if are_far(letters(a), letters(b), length):
        return OTHER
    heard_a, heard_b = sound(a), sound(b)
    if heard_a == heard_b:
        return Likeness(0.95, "spelling")
    count = fewest_slips(a, b)
    if count > allowed(a, b, length):
        return OTHER
    return Likeness(1 - count / length, "near" if a in known() and b in known() else "slip", count)


def fewest_slips(a: str, b: str) -> float:
    """The slips between two words as they are written, with doubled letters written once, or as they are heard."""
    count = slips(a, b)
    for other in ((single(a), single(b)), (sound(a), sound(b))):
        if other != (a, b):
            count = min(count, slips(*other) + 0.25)
    return count


def a_letter_apart(a: str, b: str) -> bool:
    """Whether one letter makes one word of the other, in words too short for that to be taken as a slip."""
    return min(len(a), len(b)) > 2 and OSA.distance(a, b) == 1


def allowed(a: str, b: str, length: int) -> float:
    """How many letters may differ: fewer where both words bear an ending that many names share."""
    stem_a, stem_b = stem(a), stem(b)
    if len(stem_a) < len(a) and len(stem_b) < len(b):
        return min(SLIP * length, STEM * max(len(stem_a), len(stem_b)))
    return SLIP * length


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What stands before a shared ending; the word itself where it has none, or too little before it."""
    for ending in endings():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=16384)
def across_scripts(a: str, b: str) -> Likeness:
    """How alike two words are of which one was romanised letter by letter from a script of another kind."""
    straight = likeness(a, b)
    if straight.score >= 0.85:
        return straight
    bones_a, bones_b = bones(a), bones(b)
    if bones_a == bones_b and len(bones_a) >= 2:
        return Likeness(0.9, "spelling")
    length = max(len(bones_a), len(bones_b))
    if length >= 4 and OSA.distance(bones_a, bones_b) == 1:
        return Likeness(0.78, "spelling", 1.0)
    return straight
