"""The numbers of dead, hurt and missing in one sentence: each with its place, what befell those counted, and whether
it is a part of another number ("36 dead, among them 15 children").

In: the words of a sentence. Out: `Toll`s in the order in which they stand. A number belongs to the verb before it
("wounded seven") or else to the word after it ("seven were wounded").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportedly.assess.lexicon import entries
from reportedly.assess.numerals import bound_phrases, plain_numbers, value_of

FATES = frozenset({"killed", "injured", "missing"})
"""What tolls count: two or three numbers in a row, of which a claim has but one."""

BEFORE, AFTER = 60, 90
"""Characters before and after a number in which its words are looked for."""

MOST = 12
"""Numbers of dead and hurt in one sentence up to which each is given to its act."""

CLOSED = r"(?:and|or|in|of|by|from|who|that|when|after|which|to|with|including|among|as|at|on|near|for|said)\b"
NOUNS = rf"(?:\s+(?!{CLOSED})[^\W\d_][\w'’-]*){{0,4}}?"
AUXILIARY = r"(?:\s+(?:were|was|have been|had been|has been|having been|are|being|lay|reported|confirmed|feared))"
LEFT = re.compile(r"\b(?:left|leav(?:es|ing))$", re.IGNORECASE)
TOLL_AT = re.compile(r"\b(?:death toll|toll)\b[^.;,\d]{0,40}\b(?:to|at|of|is|was|reached|hits?|passed)$", re.IGNORECASE)
PART_OF = re.compile(
    r"\b(?:includ(?:ing|es|ed)|among (?:them|whom|the dead)(?: were| was)?|of (?:them|whom)|"
    r"along with|together with|as well as)$",
    re.IGNORECASE,
)
AND = re.compile(r"^\s*(?:,|and|,\s*and|or)$", re.IGNORECASE)
RANKS = re.compile(r"^\s+(?:among|in|on) (?:the |its |their )?(?:ranks|side|forces|army)\b", re.IGNORECASE)
"""How the dead of one side are told of."""

OBJECT = re.compile(
    r"^\s+(?:the|an?|his|her|their|its|some|many|several|dozens|scores|hundreds|thousands|at least|more than|over|"
    r"about|around|nearly|up to|as many as|an estimated|another)\b",
    re.IGNORECASE,
)
"""What follows a verb in the active voice: "three gunmen killed at least two people"."""

MORE = re.compile(r"^\s+(?:others?|more|another|additional|further)\b", re.IGNORECASE)
"""Words that set a number on top of another one."""

UNITS = re.compile(
    r"^\s+(?:percent|per cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|kilomet\w+|km|miles?|"
    r"met(?:er|re)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Toll:
    """A number at `start` to `end` of its sentence, what befell those counted, where its words end.

    At `noun` begins what says who they are.
    """

    start: int
    end: int
    value: int
    fate: str
    stop: int
    noun: int
    part: bool = False


@lru_cache(maxsize=4096)
def tolls(sentence: str) -> tuple[Toll, ...]:
    """The numbers of dead, hurt and missing that a sentence gives, with offsets in it; none of fewer than two.

    Of a sentence with more than MOST it is not told which act they belong to, so it gives none.
    """
    found: list[Toll] = []
    for start, end, value in plain_numbers(sentence):
        after = sentence[end : end + AFTER]
        if value < 2 or UNITS.match(after):
            continue
        before = unbounded(sentence[max(0, start - BEFORE) : start])
        toll = read(found, before, after, (start, end, value), sentence)
        if toll is not None:
            if joins(found, toll, before):
                found[-1] = replace(found[-1], part=True)
            found.append(toll)
        if len(found) > MOST:
            return ()
    return tuple(found)


def joins(found: Sequence[Toll], toll: Toll, before: str) -> bool:
    """Whether a number stands beside the one before it, so that only both together are all: "ten and two sailors"."""
    beside = toll.part and toll.noun == toll.end
    return bool(found) and beside and JOINED.search(before) is not None


JOINED = re.compile(r"(?:\b(?:along with|together with|as well as|and)|,)$", re.IGNORECASE)


def read(found: Sequence[Toll], before: str, after: str, number: tuple[int, int, int], sentence: str) -> Toll | None:
    """The toll that a number gives after those found before it; None where it counts no dead or hurt."""
    start, end, value = number
    part = PART_OF.search(before) is not None
    fate, stop = told_before(before), 0
    if fate is None:
        fate, stop = told_after(after, LEFT.search(before) is not None)
    if fate is None and TOLL_AT.search(before):
        fate = "killed"
    if fate is None or (part and all(fate != toll.fate for toll in found)):
        return part_of(found, before, number, sentence, part)
    if MORE.match(after) and not any(t.fate != fate and not t.part for t in found):
        return None
    return Toll(start, end, value, fate, end + stop, end, part)


def part_of(found: Sequence[Toll], before: str, number: tuple[int, int, int], sentence: str, part: bool) -> Toll | None:
    """The toll of a number that goes on with those before it, or with `part` is said to be of them; else None."""
    start, end, value = number
    of_them = OF_THEM.match(sentence, end)
    joined = part or of_them is not None or (bool(found) and follows(found[-1], before, start, sentence))
    fate = inherited(found)
    if not joined or fate is None:
        return None
    return Toll(start, end, value, fate, end, of_them.end() if of_them is not None else end, True)


OF_THEM = re.compile(r"\s+of (?:them|whom)\b(?: were| was)?", re.IGNORECASE)
"""How a part is told of: "two of them children"."""


def told_before(before: str) -> str | None:
    """What the word just before a number says of those counted: "killed", "wounding"."""
    last = LAST_WORD.search(before)
    return active().get(last.group().lower()) if last is not None else None


LAST_WORD = re.compile(r"[^\W\d_]+$")


@cache
def active() -> dict[str, str]:
    """The verbs that say what was done to those who are named after them."""
    known = entries("counted.tsv")
    return {verb: of for verb, of in known.items() if of in FATES and ACTIVE.search(verb)}


ACTIVE = re.compile(r"^(?:kill|wound|injur|murder|massacr|hurt|slay|execut|behead|assassinat)(?:s|es|ed|ing|e)?$")


def told_after(after: str, left: bool) -> tuple[str | None, int]:
    """What the words after a number say of those counted, and where they end; with `left` over more words."""
    known = fates()
    match = LEFT_AFTER.match(after) if left else FATE_AFTER.match(after) or APPOSED.match(after)
    fate = known.get(match["fate"].lower()) if match is not None else None
    if match is None or fate is None or RANKS.match(after, match.end()):
        return None, 0
    if not match["aux"] and match["fate"].lower() in active() and is_active(after[match.end() :]):
        return None, 0
    return fate, match.end()


def is_active(rest: str) -> bool:
    """Whether an object follows a verb, so that those counted before it did it to others."""
    word = NEXT_WORD.match(rest)
    return OBJECT.match(rest) is not None or (word is not None and value_of(word[1].lower()) is not None)


NEXT_WORD = re.compile(r"^\s+([\w-]+)")
WORDS = r"(?P<fate>killed|dead|died|deaths|slain|perished|wounded|injured|hurt|missing)\b"
FATE_AFTER = re.compile(rf"^{NOUNS}(?P<aux>{AUXILIARY}+|)\s+{WORDS}", re.IGNORECASE)
APPOSED = re.compile(rf"^{NOUNS},[^,.;]{{1,60}},(?P<aux>{AUXILIARY}+)\s+{WORDS}", re.IGNORECASE)
LEFT_AFTER = re.compile(rf"^[^.;\d]{{0,40}}?(?:including \w+ [a-z]+)?(?P<aux>)\s+{WORDS}", re.IGNORECASE)


@cache
def fates() -> dict[str, str]:
    """What each word after a number says of those counted."""
    return {word: of for word, of in entries("counted.tsv").items() if of in FATES}


def inherited(found: Sequence[Toll]) -> str | None:
    """What befell those whom a part is of: what all whole numbers before it tell; None where they differ."""
    told = {toll.fate for toll in found if not toll.part}
    return next(iter(told)) if len(told) == 1 else None


def follows(last: Toll, before: str, start: int, sentence: str) -> bool:
    """Whether a number goes on with the one before it: "15 children and four teachers"."""
    between = sentence[last.stop : start]
    noun = GROUP.match(between)
    return noun is not None and AND.match(unbounded(between[noun.end() :])) is not None and bool(before)


GROUP = re.compile(rf"^{NOUNS}(?=\s*(?:,|and\b|or\b))", re.IGNORECASE)


def unbounded(before: str) -> str:
    """The words before a number without an article and the phrase that says how it is meant."""
    bare = before.rstrip()
    bare = bare.removesuffix(" the")
    lower = bare.lower()
    longest = next((phrase for phrase, _ in bound_phrases() if lower == phrase or lower.endswith(" " + phrase)), "")
    return bare[: len(bare) - len(longest)].rstrip()
