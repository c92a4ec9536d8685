"""Whether one name is short for another: a surname for a full name, the first words of a body's name for all of them.

In: two names of one kind, the shorter first. Out: how far it fits, or None where it is no short form. A short form by
itself never says which of two bearers it means; that is for `entities_clusters` to see. Pure.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.link.entities_kinds import FULL, SHORT, WITH_INITIALS, fullness, is_acronym, kind, level, own_words
from reportedly.link.lexicon import rows
from reportedly.link.lexicon import words as listed
from reportedly.link.names import looks_like_a_body
from reportedly.link.names_bodies import paired
from reportedly.link.names_body_parts import Word, body, places
from reportedly.link.names_person_parts import Word as PersonWord
from reportedly.link.names_person_parts import person
from reportedly.link.names_plain import plain
from reportedly.link.names_reasons import quote, stand
from reportedly.link.names_spelling import families, likeness, sound
from reportedly.linked import Name

SURE = 0.9
"""The likeness of two words from which one is taken for the other in a short form."""

CLOSE = frozenset({"same", "spelling", "slip"})

MAY_BE_LEFT_OUT = frozenset({"own", "shared"})
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

    For persons one word, or a very frequent given name with a very frequent family name, or a nickname; for bodies one
    word that a slip of the pen made of the other, or a plural and nothing else that tells ("Time", "Times").
    """
    if kind(a.schema) == "person":
        fewest = min((own_words(a.name), own_words(b.name)), key=len)
        bare = level(a) == level(b) == SHORT
        frequent_all = len(fewest) < 3 and all(word.plain in frequent() for word in fewest)
        return bare or frequent_all or more_initials(a, b) or by_nickname(a, b)
    one, other = ({sound(word.plain) for word in body(name.name).words} for name in (a, b))
    differing = sorted(one ^ other)
    telling = any(word.kind == "own" and sound(word.plain) in one & other for word in body(a.name).words)
    bare = len(one) == len(other) == 1 and not is_acronym(a.name) and not is_acronym(b.name)
    return not telling and len(differing) == 2 and (bare or differing[1] == differing[0] + "s")


def more_initials(a: Name, b: Name) -> bool:
    """Whether one name has more initials than the other has names that they could stand for ("T. J.", "Tony")."""
    short, long = sorted((a, b), key=fullness)
    if level(short) != WITH_INITIALS or level(long) != FULL:
        return False
    short_initials, long_initials = (sum(w.initial for w in person(name.name).words) for name in (short, long))
    return short_initials > len(own_words(long.name)) - 1 + long_initials


def by_nickname(a: Name, b: Name) -> bool:
    """Whether two full names of two and of more words agree by a nickname or a foreign form of a name only."""
    few, many = sorted((own_words(a.name), own_words(b.name)), key=len)
    return 1 < len(few) < len(many) and not all(any(close(word, other) for other in many) for word in few)


def close(a: PersonWord, b: PersonWord) -> bool:
    """Whether two words of persons' names are one, spellings and slips of the pen apart."""
    return a.bare or b.bare or bool(a.signs or b.signs) or likeness(a.plain, b.plain).manner in CLOSE


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
    return found.score >= SURE and found.manner in {"same", "spelling"}


def short_body(short: Name, long: Name) -> Short | None:
    """How fewer words fit a longer name of a body: clearly with two words of which one is its own.

    None where the words left out name another thing.
    """
    few, many = body(short.name), body(long.name)
    left = left_over(few.words, many.words)
    if left is None or not few.words or few.numbers != many.numbers or len(few.words) >= len(many.words):
        return None
    if any(word.plain in listed("entities_parts.tsv") for word in left):
        return None
    own = any(word.kind == "own" for word in few.words)
    kinds = {word.kind for i, word in enumerate(left) if i or not is_owner(word, many.words[0])}
    begins = any(paired(few.words[0], word).score >= SURE for word in many.words[:1]) or many.words[0].kind != "shared"
    lacks = stand([word.shown for word in left])
    if own:
        clear = len(few.words) > 1 and begins and kinds <= MAY_BE_LEFT_OUT
        return Short(clear, f"{quote(short.name)} is short for the other: {lacks}")
    if not own and kinds <= MAY_BE_LEFT_OUT | {"place"} and any(word.kind != "place" for word in few.words):
        return Short(False, f"{quote(short.name)} may be short for the other: {lacks}")
    return None


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
