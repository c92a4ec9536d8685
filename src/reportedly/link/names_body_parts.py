"""An organisation's name in parts: its telling words, its numbers, its legal forms, its acronym.

In: a name as a report writes it. Out: a `Body`. Legal forms are taken off both ends, numbers in words and Roman
numerals become digits, words are led to the one they are compared as by tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from reportedly.link.lexicon import rows
from reportedly.link.lexicon import words as listed
from reportedly.link.names_plain import Written, written
from reportedly.link.names_spelling import Lengths, Letters, alike, are_far, lengths, letters

Kind = Literal["own", "topic", "shared", "line", "organ", "region", "place", "number"]

KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
LONGEST_ACRONYM = 5
"""Letters of a word in capitals up to which it is taken for an acronym, which has no slips of the pen."""

MOST_WORDS = 20
"""Words of one name that are compared."""

FEW = 0.2
"""Share of the letters of a legal form's word that a slip of the pen may change."""


class Word(NamedTuple):
    """One word of an organisation's name: as compared, as written, what it tells, and whether it is an acronym."""

    plain: str
    shown: str
    kind: Kind
    bare: bool = False
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's name in parts: its words, its numbers, the classes of its legal forms.

    `letters` is the name's only word where it could be an acronym, else empty; `initials` are the first letters of its
    words, with and without small words; `solid` is the name without spaces.
    """

    words: tuple[Word, ...]
    numbers: tuple[str, ...]
    forms: frozenset[str]
    letters: str
    initials: frozenset[str]
    solid: str


@cache
def legal_forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Legal forms by their first word, the longest first, with their class."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, kind in rows("names_legal_forms.tsv"):
        phrase = tuple(form.split())
        found.setdefault(phrase[0], []).append((phrase, kind))
    for phrases in found.values():
        phrases.sort(key=lambda p: (-len(p[0]), p))
    return found


@cache
def form_words() -> tuple[tuple[str, Letters, Lengths], ...]:
    """The long words of legal forms, in which a slip of the pen is looked for, with their letters and lengths."""
    words = {w for phrases in legal_forms().values() for phrase, _ in phrases for w in phrase if len(w) > 4}
    return tuple((word, letters(word), lengths(word)) for word in sorted(words))


@lru_cache(maxsize=16384)
def is_form_word(word: str) -> bool:
    """Whether a word is one of a legal form, or nearly."""
    if len(word) <= 4:
        return False
    own, (least, most) = letters(word), lengths(word)
    for form, theirs, (shortest, longest) in form_words():
        length = max(len(word), len(form))
        if max(least - longest, shortest - most) > FEW * length or are_far(own, theirs, length, FEW):
            continue
        if alike(word, form).score >= 1 - FEW:
            return True
    return False


@cache
def body_words() -> dict[str, tuple[str, str]]:
    """Words of organisations' names with the word they are compared as and their kind."""
    return {row[0]: (row[1], row[2]) for row in rows("names_body_words.tsv")}


@cache
def places() -> dict[str, str]:
    """Places and peoples with the place they are compared as."""
    return {row[0]: row[1] for row in rows("names_places.tsv")}


@cache
def numerals() -> dict[str, tuple[str, str]]:
    """Numbers in words and Roman numerals, with their digits and kind."""
    return {row[0]: (row[1], row[2]) for row in rows("names_numbers.tsv")}


@lru_cache(maxsize=16384)
def body(name: str) -> Body:
    """The parts of an organisation's name."""
    all_words = joined_initials(written(name)[: 2 * MOST_WORDS])
    core, forms = without_forms(all_words)
    capitals = len(core) > 1 and all(word.shown.isupper() for word in core)
    kept = [word if capitals else marked(word) for word in numbered(core)][:MOST_WORDS]
    small = listed("names_small_body_words.tsv")
    told = [word for word in kept if word.plain not in small] or kept
    letters = core[0].plain if len(core) == 1 and core[0].plain.isalpha() and len(core[0].plain) <= 8 else ""
    return Body(
        words=tuple(word for word in told if word.kind != "number"),
        numbers=tuple(sorted(word.plain for word in told if word.kind == "number")),
        forms=frozenset(forms),
        letters=letters,
        initials=first_letters(core, all_words, small),
        solid="".join(word.plain for word in core),
    )


def first_letters(core: list[Written], all_words: list[Written], small: frozenset[str]) -> frozenset[str]:
    """The first letters of the words: of all, without legal forms, and without small words; of two words or more."""
    lists = [core, all_words, *([w for w in them if w.plain not in small] for them in (core, all_words))]
    return frozenset("".join(word.plain[0] for word in them) for them in lists if len(them) > 1)


def joined_initials(them: tuple[Written, ...]) -> list[Written]:
    """The words, single letters in a row made one word ("S.C. Johnson")."""
    found: list[Written] = []
    open_run = False
    for word in them:
        single = len(word.plain) == 1 and word.plain.isalpha()
        if single and open_run and word.before in {".", "&"}:
            found[-1] = found[-1]._replace(plain=found[-1].plain + word.plain, shown=found[-1].shown + word.shown)
        else:
            found.append(word)
        open_run = single
    return found


def without_forms(them: list[Written]) -> tuple[list[Written], list[str]]:
    """The words without legal forms at the beginning and the end, and the classes of these; one word stays at least."""
    core = list(them)
    forms: list[str] = []
    while core:
        length, kind = form_at(core, 0)
        if 0 < length < len(core) and (length > 1 or kind != "inc"):
            core, forms = core[length:], [*forms, kind]
            continue
        length, kind = form_before(core)
        if not 0 < length < len(core):
            break
        core, forms = core[:-length], [*forms, kind]
    return core, forms


def form_at(them: list[Written], place: int) -> tuple[int, str]:
    """How many words from `place` on are a legal form, and its class; 0 where none is."""
    for phrase, kind in legal_forms().get(them[place].plain, ()):
        if tuple(w.plain for w in them[place : place + len(phrase)]) == phrase:
            return len(phrase), kind
    return 0, ""


def form_before(them: list[Written]) -> tuple[int, str]:
    """How many words at the end are a legal form, and its class; 0 where none is."""
    for start in range(max(1, len(them) - 8), len(them)):
        length, kind = form_at(them, start)
        if length == len(them) - start:
            return length, kind
    return 0, ""


def numbered(them: list[Written]) -> Iterator[Word]:
    """The words with what they tell; numbers in words, digits and Roman numerals alike become digits."""
    ten = 0
    for i, word in enumerate(them):
        digits, kind = digits_of(word, i)
        if ten and (not digits or kind == "ten" or int(digits) > 9):
            yield Word(str(ten), str(ten), "number")
            ten = 0
        if kind == "ten":
            ten = int(digits)
        elif digits:
            yield Word(str(ten + int(digits)), word.shown, "number")
            ten = 0
        else:
            yield told(word)
    if ten:
        yield Word(str(ten), str(ten), "number")


def digits_of(word: Written, place: int) -> tuple[str, str]:
    """The number that a word is, in digits, and its kind; empty where it is none."""
    text = word.plain
    ordinal = ORDINAL.fullmatch(text)
    if ordinal or text.isdigit():
        return str(int((ordinal[1] if ordinal else text)[:18])), "unit"
    digits, kind = numerals().get(text, ("", ""))
    if kind == "roman" and (place == 0 or not word.shown.isupper()):
        return "", ""
    return digits, kind


def told(word: Written) -> Word:
    """A word with what it tells and the form it is compared in."""
    text = word.plain
    place = places().get(text) or (places().get(text.removesuffix("s")) if len(text) > 4 else None)
    if place:
        return Word(place, word.shown, "place")
    found = (
        body_words().get(text) or body_words().get(text.removesuffix("s")) if len(text) > 3 else body_words().get(text)
    )
    if found:
        return Word(found[0], word.shown, KINDS[found[1]])
    return Word(text, word.shown, "own", word.bare)


def marked(word: Word) -> Word:
    """The word, marked where it is an acronym by its capitals."""
    return word._replace(letters=word.shown.isupper() and 2 <= len(word.shown) <= LONGEST_ACRONYM)
