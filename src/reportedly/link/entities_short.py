"""Whether one name is short for another: a surname for a full name, the first words of a body's name for all of them.

In: two names of one kind, the shorter first. Out: how far it fits, or None where it is no short form. A short form by
itself never says which of two bearers it means; that is for `entities_clusters` to see. Pure.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.link.entities_kinds import FULL, SHORT, is_acronym, kind, level, own_words
from reportedly.link.lexicon import rows
from reportedly.link.names import looks_like_a_body
from reportedly.link.names_bodies import paired
from reportedly.link.names_body_parts import Word, body
from reportedly.link.names_person_parts import Word as PersonWord
from reportedly.link.names_reasons import quote, stand
from reportedly.link.names_spelling import families, likeness, sound
from reportedly.linked import Name

SURE = 0.9
"""The likeness of two words from which one is taken for the other in a short form."""

MAY_BE_LEFT_OUT = frozenset({"own", "shared", "region"})
"""Kinds of words that a short form may lack; the others name a part, a branch or a body of its own."""


class Short(NamedTuple):
    """How a short form fits: `clear` where it needs no other sign, and the reason."""

    clear: bool
    reason: str


@cache
def frequent() -> dict[str, str]:
    """Very frequent names by kind: `given`, `family` or `both`."""
    return {row[0]: row[1] for row in rows("entities_frequent.tsv")}


@cache
def given_names() -> frozenset[str]:
    """Words that are given names by the tables."""
    full, short = families()
    listed = {word for row in rows("names_given.tsv") for word in row[0].split()}
    return (
        frozenset(listed | short.keys() | {word for word, told in frequent().items() if told == "given"}) | full.keys()
    )


def is_common(a: Name, b: Name) -> bool:
    """Whether the names agree in so little that two bearers are nothing unusual.

    For persons one word, or a very frequent given name with a very frequent family name; for bodies one word that a
    slip of the pen made of the other.
    """
    if kind(a.schema) == "person":
        fewest = min((own_words(a.name), own_words(b.name)), key=len)
        bare = level(a) == level(b) == SHORT
        return bare or (len(fewest) < 3 and all(word.plain in frequent() for word in fewest))
    one, other = body(a.name).words, body(b.name).words
    return len(one) == len(other) == 1 and sound(one[0].plain) != sound(other[0].plain) and not is_acronym(a.name)


def short_form(short: Name, long: Name) -> Short | None:
    """How `short` fits `long` as its short form, None where it does not."""
    if kind(short.schema) == "person":
        return short_person(short, long)
    return short_body(short, long) if level(short) == FULL == level(long) else None


def short_person(short: Name, long: Name) -> Short | None:
    """How a single name fits a fuller one: clearly as its last name, or its first where that is no given name."""
    words, all_words = own_words(short.name), own_words(long.name)
    if level(short) != SHORT or len(words) != 1 or level(long) == SHORT or looks_like_a_body(long.name):
        return None
    word = words[0]
    places = [i for i, other in enumerate(all_words) if same(word, other)]
    if not places:
        return None
    if word.plain in frequent():
        return Short(False, f"{quote(word.shown)} is part of the other name, and a name that very many bear")
    last = places[-1] == len(all_words) - 1
    if not last and word.plain in given_names():
        return Short(False, f"{quote(word.shown)} is a given name in the other")
    return Short(True, f"{quote(word.shown)} is short for the other")


def same(a: PersonWord, b: PersonWord) -> bool:
    """Whether two words of persons' names are one, spellings apart."""
    found = likeness(a.plain, b.plain)
    return found.score >= SURE and found.manner in {"same", "spelling", "form"}


def short_body(short: Name, long: Name) -> Short | None:
    """How fewer words fit a longer name of a body: clearly with two words of which one is its own.

    None where the words left out name a part of the body.
    """
    few, many = body(short.name), body(long.name)
    left = left_over(few.words, many.words)
    if left is None or few.numbers != many.numbers or len(few.words) >= len(many.words):
        return None
    own = any(word.kind == "own" for word in few.words)
    kinds = {word.kind for word in left}
    lacks = stand([word.shown for word in left])
    if own and kinds <= MAY_BE_LEFT_OUT:
        clear = len(few.words) > 1
        return Short(clear, f"{quote(short.name)} is short for the other: {lacks}")
    if not own and kinds <= MAY_BE_LEFT_OUT | {"place"} and any(word.kind != "place" for word in few.words):
        return Short(False, f"{quote(short.name)} may be short for the other: {lacks}")
    return None


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
