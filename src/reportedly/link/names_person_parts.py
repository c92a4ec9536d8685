"""A person's name in parts: its names, what may be left out of them, and what tells father from son.

In: a name as a report writes it. Out: a `Person`. Titles, articles and "son of" are marked as soft, initials run
together are taken apart, compound names (Abdurrahman, Saifuddin, Abu Bakr) get one form however they are spaced.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.link.lexicon import rows
from reportedly.link.names_plain import Written, written
from reportedly.link.names_spelling import known

MOST_WORDS = 12
"""Words of one name that are compared."""

DIGITS_FOR_LETTERS = str.maketrans("013457", "oieast")
ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii"})
RANKS = {"jnr": "jr", "junior": "jr", "senior": "sr", "snr": "sr"}
SERVANT = re.compile(r"abd(?:ou|[ueao])(?:sh|[lrsndz])(?=[a-z]{4})")
INITIALS = re.compile(r"[A-Z]{2}|[B-DF-HJ-NP-TV-XZ]{3}")
FAITH = re.compile(r"([a-z]{3,}?)[ueiao][dlt]?d[ie]{1,2}ne?$")
FAITHS = frozenset({"din", "deen", "dine", "eddine", "uddin", "eddin"})
ARTICLES = frozenset({"al", "el"})
GOD = frozenset({"allah", "ullah", "llah"})
FORMS = frozenset({"llc", "ltd", "inc", "gmbh", "limited", "ooo", "oao", "plc"})
"""Legal forms that stray behind a person's name."""


class Word(NamedTuple):
    """One word of a person's name; `soft` words may be left out, an `initial` stands for a word."""

    plain: str
    shown: str
    signs: str = ""
    bare: bool = False
    soft: bool = False
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in parts: its words, how many stand before the first "son of", and junior, senior or a number."""

    words: tuple[Word, ...]
    head: int
    rank: str


@cache
def particles() -> dict[str, str]:
    """Small words with their kind."""
    return {row[0]: row[1] for row in rows("names_particles.tsv")}


@cache
def titles() -> dict[str, str]:
    """Titles with their kind."""
    return {row[0]: row[1] for row in rows("names_titles.tsv")}


@lru_cache(maxsize=16384)
def person(name: str) -> Person:
    """The parts of a person's name; what stands after one comma is put first ("SMITH, John")."""
    words = in_order(name)
    capitals = sum(word.shown.isupper() for word in words) * 2 > len(words)
    split = [piece for word in words for piece in pieces(word, capitals)][:MOST_WORDS]
    rank = next((i for i, word in enumerate(split) if i and is_rank(word.plain)), None)
    told = "" if rank is None else split.pop(rank).plain
    marked = tuple(marks(split))
    children = (i for i, w in enumerate(marked) if i and w.soft and particles().get(w.plain) == "child")
    return Person(marked, next(children, len(marked)), RANKS.get(told, told))


def is_rank(word: str) -> bool:
    """Whether the word tells one bearer of a name from another of his family."""
    return word in ROMAN or titles().get(word) == "son"


def in_order(name: str) -> list[Written]:
    """The words of the name, given names first; what stands after a comma is a given name unless it is a title."""
    parts = [part for part in map(written, name.split(",", 3)) if part]
    if len(parts) == 2 and not all(titles().get(word.plain) in {"after", "son"} for word in parts[1]):
        parts.reverse()
    return [word for part in parts for word in part][: 2 * MOST_WORDS]


def pieces(word: Written, capitals: bool) -> list[Word]:
    """The words that one written word holds; `capitals` says that the whole name is written in them."""
    text, shown = word.plain, word.shown
    if any(c.isdigit() for c in text) and any(c.isalpha() for c in text):
        text = text.translate(DIGITS_FOR_LETTERS)
    if not capitals and INITIALS.fullmatch(shown) and text not in ROMAN and text not in particles():
        return [Word(letter, letter.upper(), initial=True) for letter in text]
    servant = SERVANT.match(text)
    if servant and text not in known():
        return [Word("abd", shown), Word(text[servant.end() :], shown)]
    faith = FAITH.match(text)
    if faith:
        return [Word(faith[1], shown), Word("din", shown, soft=True)]
    return [Word(text, shown, word.signs, word.bare, initial=len(text) == 1 and not word.signs and not word.bare)]


def marks(words: list[Word]) -> list[Word]:
    """The words with those marked that may be left out, "abu X" and "X ullah" joined to one."""
    found: list[Word] = []
    last, opening = len(words) - 1, True
    for i, word in enumerate(words):
        kind, title = particles().get(word.plain, ""), titles().get(word.plain, "")
        opening = opening and bool(title)
        joined = joined_to(found[-1], word) if found else None
        if joined:
            found[-1] = joined
        elif kind == "servant" and i < last:
            found.append(word._replace(plain="abd"))
        elif not (kind == "small" and found and particles().get(found[-1].plain) == "parent"):
            leading = title == "honour" or (title == "title" and opening and i < last)
            inner = (i > 0 or word.plain in ARTICLES) and i < last and kind in {"small", "child"}
            trailing = title == "after" or (i > 0 and word.plain in FAITHS | FORMS)
            found.append(word._replace(soft=word.soft or leading or inner or trailing or kind == "parent"))
    return found if any(not word.soft for word in found) else [word._replace(soft=False) for word in found]


def joined_to(before: Word, word: Word) -> Word | None:
    """The compound name that two words make (Abu Bakr, Habib Ullah, Abd Allah), None where they make none."""
    both = f"{before.shown} {word.shown}"
    if word.plain in GOD and not before.soft:
        return before._replace(plain="abdullah" if before.plain == "abd" else before.plain + "ullah", shown=both)
    if particles().get(before.plain) == "parent" and particles().get(word.plain) != "small":
        return before._replace(plain="abu" + word.plain, shown=both, soft=False)
    return None
