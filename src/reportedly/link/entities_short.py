"""Whether one name is short for another: a surname for a full name, the first words of a body's name for all of them.

In: two names of one kind, the shorter first. Out: how far it fits, or None where it is no short form. A short form by
itself never says which of two bearers it means; that is for `entities_clusters` to see. Pure.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from reportedly.link.entities_kinds import FULL, SHORT, kind, level, own_words
from reportedly.link.lexicon import rows
from reportedly.link.lexicon import words as listed
from reportedly.link.names import looks_like_a_body
from reportedly.link.names_bodies import paired
from reportedly.link.names_body_parts import Word, body, places
from reportedly.link.names_person_parts import Word as PersonWord
from reportedly.link.names_person_parts import person
from reportedly.link.names_plain import plain
from reportedly.link.names_reasons import quote, stand
from reportedly.link.names_spelling import bones, families, likeness, sound
from reportedly.linked import Name

SURE = 0.9
"""The likeness of two words from which one is taken for the other in a short form."""

MOST_SLIPS = 2
"""Letters in which two spellings of a name that stands alone may differ, even where they sound alike."""

SHORTEST = 5
"""Letters of a word under which no table makes another spelling of it where it stands alone."""

MAY_BE_LEFT_OUT = frozenset({"own", "shared"})
"""Kinds of words that a short form may lack; the others name a part, a branch or a body of its own."""


class Short(NamedTuple):
    """How a short form fits: `clear` where it needs no other sign, and the reason."""

    clear: bool
    reason: str


@cache
def frequent() -> dict[str, str]:
    """Very frequent names by kind: `given`, `family`, or `father` for given names that also stand for the father's."""
    return {row[0]: row[1] for row in rows("entities_frequent.tsv")}


@cache
def forms() -> frozenset[str]:
    """Words of the table of spellings and forms, most of them given names, some family names."""
    return frozenset(families()[0])


@cache
def given_names() -> frozenset[str]:
    """Words that are given names by the other tables."""
    _, short = families()
    named = {word for row in rows("names_given.tsv") for word in row[0].split()}
    return frozenset(named | short.keys() | {word for word, told in frequent().items() if told != "family"})


def short_form(short: Name, long: Name) -> Short | None:
    """How `short` fits `long` as its short form, None where it does not."""
    if kind(short.schema) == "person":
        return short_person(short, long)
    return short_body(short, long) if level(short) == FULL == level(long) else None


def short_person(short: Name, long: Name) -> Short | None:
    """How a single name fits a fuller one: clearly as one of its names, unless it is a given name or a frequent one."""
    words, all_words = own_words(short.name), own_words(long.name)
    if level(short) != SHORT or len(words) != 1 or level(long) == SHORT or looks_like_a_body(long.name):
        return None
    word = words[0]
    if not any(same(word, other) for other in all_words):
        return None
    if word.plain in frequent():
        return Short(False, f"{quote(word.shown)} is part of the other name, and a name that very many bear")
    served = any(w.plain == "abd" for w in person(short.name).words)
    last = same(word, all_words[-1])
    if served or word.plain in given_names() or (not last and word.plain in forms()):
        return Short(False, f"{quote(word.shown)} is a given name, and may be another's")
    return Short(True, f"{quote(word.shown)} is short for the other")


def same(a: PersonWord, b: PersonWord) -> bool:
    """Whether two words of persons' names are one, spellings apart."""
    one, other = a.plain, b.plain
    if one == other or (sound(one) == sound(other) and OSA.distance(one, other) <= MOST_SLIPS):
        return True
    tabled = likeness(one, other).manner == "spelling" and bones(one) == bones(other)
    return tabled and min(len(one), len(other)) >= SHORTEST


def short_body(short: Name, long: Name) -> Short | None:
    """How fewer words fit a longer name of a body: clearly as its first two words or more, the last one its own.

    None where the words left out name another thing.
    """
    few, many = body(short.name), body(long.name)
    left = left_over(few.words, many.words)
    if left is None or not few.words or few.numbers != many.numbers or len(few.words) >= len(many.words):
        return None
    if any(word.plain in listed("entities_parts.tsv") for word in left):
        return None
    rest = left[1:] if is_owner(left[0], many.words[0]) else left
    own = any(word.kind == "own" for word in few.words)
    if not own and not {word.kind for word in rest} <= MAY_BE_LEFT_OUT | {"place"}:
        return None
    clear = own and (not rest or begins(few.words, rest, many.words))
    verb = "is" if clear else "may be"
    return Short(clear, f"{quote(short.name)} {verb} short for the other: {stand([word.shown for word in left])}")


def begins(few: Sequence[Word], rest: Sequence[Word], many: Sequence[Word]) -> bool:
    """Whether two words or more begin the longer name, end with one of its own, and lack no word of another part."""
    trailing = tuple(rest) == tuple(many[len(many) - len(rest) :])
    kinds = {word.kind for word in rest}
    return trailing and kinds <= MAY_BE_LEFT_OUT and len(few) > 1 and few[-1].kind == "own"


def is_owner(word: Word, first: Word) -> bool:
    """Whether a word is a place in the genitive that begins the name ("Turkey's Anadolu Agency")."""
    return word is first and word.kind == "place" and plain(word.shown) not in places()


def left_over(few: Sequence[Word], many: Sequence[Word]) -> list[Word] | None:
    """The words of the longer name that the shorter lacks; None where it has others, or in another order."""
    left: list[Word] = []
    rest = iter(many)
    for word in few:
        for other in rest:
            found = paired(word, other)
            if found.score >= SURE and found.manner in {"same", "spelling", "form"}:
                break
            left.append(other)
        else:
            return None
    return [*left, *rest]
