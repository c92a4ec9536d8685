"""The numbers that stand in a text, in digits or in one English word.

In: words. Out: values with their places. What only looks like a number of persons or things gives none: sums of money,
shares, ages, times of the day, parts of names and of longer numbers.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.assess.lexicon import entries
from reportedly.model import CountBound

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?")
LONGEST = 15
"""Digits of a number up to which it is read."""

JOINED_BEFORE = re.compile(r"(?:[\w$€£¥#%.-]|\d[.,:/] ?)$")
JOINED_AFTER = re.compile(
    r"^(?:[\w%°$€£¥�½¼¾]|[.,:/] ?\d|[-–/]\w|\s+(?:%|per ?cent\b|[ap]\.?m\b|"
    r"(?:million|billion|trillion|hundred|thousand|dozen)\b)|\s*(?:mm|cm|kgs?|lbs?|cal|calib(?:er|re)|gauge|bore|hp)\b)",
    re.IGNORECASE,
)
"""What makes a number one of money, a share, an age ("36-year-old"), a time ("9 am"), a measure ("9 mm pistols") or a
piece of a longer one."""


def value_of(word: str) -> int | None:
    """The number that digits or one English word give, up to ninety-nine in words; None for any other word.

    More than LONGEST digits count nothing that can be counted and give None too.
    """
    if word[0].isdigit():
        digits = word.replace(",", "")
        return int(digits) if len(digits) <= LONGEST else None
    known, parts = entries("numbers.tsv"), word.split("-")
    if any(part not in known for part in parts):
        return None
    return sum(int(known[part]) for part in parts)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[int]:
    """All numbers in a text, in digits or in one English word."""
    found = (value_of(match.group()) for match in NUMBER.finditer(text.lower()))
    return frozenset(value for value in found if value is not None)


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether the words of a number stand for themselves: "36 sailors", not "$36", "36 percent" or "36-year-old"."""
    return (
        JOINED_BEFORE.search(text[max(0, start - 3) : start]) is None
        and JOINED_AFTER.match(text[end : end + 12]) is None
    )


WORD_OR_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+(?:-[A-Za-z]+)?")


def plain_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each number in a text that stands for itself, as it stands."""
    last = 0
    for match in WORD_OR_DIGITS.finditer(text):
        value = value_of(match.group().lower())
        if value is None:
            continue
        if text[last : match.start()] != " " and is_plain(text, match.start(), match.end()):
            yield match.start(), match.end(), value
        last = match.end()


BOUNDS: dict[str, CountBound] = {"about": "about", "at_least": "at_least", "at_most": "at_most"}
"""The bounds that words before a number can give it, as the lexicon names them."""


@cache
def bound_phrases() -> tuple[tuple[str, CountBound], ...]:
    """The phrases that say how a number is meant, each with its bound, the longest first."""
    known = sorted(entries("bounds.tsv").items(), key=lambda row: len(row[0]), reverse=True)
    return tuple((phrase, BOUNDS[meant]) for phrase, meant in known)


QUOTED = re.compile(r"[\"“”]((?:[A-Za-z]+ ){0,3}(?:\d[\d,]*|[A-Za-z]+(?:-[A-Za-z]+)?))[\"“”](?=\s)")
"""A number in marks of quotation, with the words that say how it is meant: "nearly 50"."""


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """A text of the same length in which the marks around a number are blank, since they stand for a teller's word."""
    return QUOTED.sub(blank, text)


def blank(match: re.Match[str]) -> str:
    """The words of a match in marks, which are left out if the last word is a number."""
    return match.group() if value_of(match[1].split()[-1].lower()) is None else f" {match[1]} "
