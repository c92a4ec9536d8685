"""Sums of money, each with what it is: "a first offer of $41 million", "fined the bank $7.3 million".

In: the words of a sentence. Out: `Sum`s with the place of the word that says what the sum is. A sum for each of many
("$60 a share"), one of two ends ("$45 to $50 million") and one of which no word says what it is give nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import islice

from reportedly.assess.lexicon import entries, rows
from reportedly.assess.numerals import LONGEST, bound_phrases, value_of
from reportedly.model import CountBound

SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
    "b": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

SIGNED = re.compile(
    r"(?<![\w.,])(?P<sign>(?:US|AU|A|CA|C|HK|NZ|S)?\$|[€£¥₹])\s?(?P<number>\d+(?:,\d+)*(?:\.\s?\d+)?)"
    rf"(?:\s?-?\s?(?P<scale>{'|'.join(SCALES)})(?!\w))?",
    re.IGNORECASE,
)
"""A sum with a sign before it: "$7.3 million", "€40m"."""

WORDED = re.compile(
    r"(?<![\w$€£¥₹.,])(?P<number>\d+(?:,\d+)*(?:\.\s?\d+)?|[A-Za-z]+(?:-[a-z]+)?)"
    r"\s?-?\s?(?P<scale>thousand|million|billion|trillion)\s?-?\s?(?P<sign>[a-z]+)\b(?! of\b)",
    re.IGNORECASE,
)
"""A sum with its currency after it: "two million euros"."""

EACH = re.compile(
    r"^\s*[-/]?\s*(?:(?:an?|per|each|every)[\s-](?:share|unit|head|person|piece|ton|tonne|barrel|ounce|day|night|week|month|"
    r"year|hour|minute|mile|gallon|litre|liter)\b|per\b|each\b|apiece\b|annually\b|daily\b|monthly\b|weekly\b|yearly\b)",
    re.IGNORECASE,
)
"""What follows a sum that is one of each of many."""

RANGE_AHEAD = re.compile(r"^\s*(?:-|–|to|or|and)\s*(?:US|A|C|HK)?[$€£¥\d]", re.IGNORECASE)
RANGE_BEHIND = re.compile(
    r"(?:\d\s*(?:million|billion|m|bn)?\s*(?:-|–|to|or)|\bbetween\b.{0,25}\band)\s*$", re.IGNORECASE
)
"""Another end of a range, after a sum and before it."""

COUNTING = re.compile(
    r"^[^.;]{0,30}\b(?:includ\w+|excluding|plus|with|without|before|after|net of)\s+(?:[a-z]+\s+)?"
    r"(?:debts?|tax(?:es)?|fees|costs|interest|inflation|liabilities)\b"
    r"|^,? (?:half|part|some|most|all|a third|two thirds) of (?:it|which)\b|^,? of which\b|^ worth of\b"
)
"""What follows a sum that counts more or less than others do ("including debt"), has parts, or is a value of goods."""

AND_MORE = re.compile(r"^(?:\s?-?plus\b|\+)")
"""What follows a sum that is a least one: "a $20 billion-plus offer"."""

REACH = 100
"""Characters before and after a sum in which the words stand that say what it is."""

MOST = 12
"""Sums of a sentence up to which each is read."""

SHARES = re.compile(r"[$€£]\s?\d+(?:\.\d+)? (?:a|per) share,? (?:or|for a total of|in cash,? or)$", re.IGNORECASE)
"""A price of one share before the sum of all: "$12 a share, or $41 million"."""

TAKES = re.compile(
    r"\s+(?:of|for|worth|valued at|totall?ing|estimated at|amounting to|set at|at|was|is|:)$", re.IGNORECASE
)
"""What stands between a noun and its sum: "a ransom of"."""

HELD_IN = re.compile(r"^\s+(?:in|of)\s+(?:[a-z-]+\s+){0,1}?([a-z-]+)\b")
"""What a sum is given in: "$1 million in damage"."""

WORD = re.compile(r"[A-Za-z][\w'’-]*")
NEXT = re.compile(r"[\s-]+([A-Za-z][\w'’-]*)")
CLOSED = frozenset({
    "in", "of", "for", "to", "from", "by", "on", "at", "with", "and", "or", "that", "which", "who", "after",
    "before", "as", "when", "while", "was", "were", "is", "are", "has", "had", "will", "would", "could", "if", "but",
    "over", "against", "between", "since", "into", "it", "he", "she", "they", "the", "a", "an",
})  # fmt: skip
"""Words at which the phrase of a sum ends."""

PHRASE = 4
"""Words after a sum among which the noun stands that says what it is."""

OBJECT = r"(?:\s+(?!(?:and|or|but|that|which|who|after|when|while|if)\b)[\w'’.-]+){{0,{0}}}?"
FIRST = frozenset({"initial", "first", "original", "previous", "earlier", "unsolicited", "opening", "prior", "old"})
NEW = frozenset(
    {"new", "raised", "improved", "sweetened", "higher", "revised", "final", "latest", "second", "increased", "rival"}
)
"""Words before a sum that say of several which one it is."""

BESIDE = 3
"""Words before a sum or its noun among which such a word stands."""

DIGITS = 2
"""Digits of a sum that are taken as meant though they are noughts: "$20,000"."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at `start` to `end` of its sentence; `step` is what its last digit counts, `of` what it is.

    From `word` to `close` stands the word that says so. `sort` tells the currency, and an initial offer from a new one.
    """

    start: int
    end: int
    value: int
    step: int
    bound: CountBound
    of: str
    sort: str
    word: int
    close: int


@lru_cache(maxsize=4096)
def sums(sentence: str) -> tuple[Sum, ...]:
    """The sums of money that a sentence gives with what they are, by offsets in it; none of more than MOST."""
    given = list(islice(matches(sentence), MOST + 1))
    if len(given) > MOST:
        return ()
    currencies = [entries("currencies.tsv").get(match["sign"].lower()) for match in given]
    alone = [currencies.count(each) == 1 for each in currencies]
    read_all = (read(sentence, match, only) for match, only in zip(given, alone, strict=True))
    return tuple(found for found in read_all if found is not None)


def matches(sentence: str) -> Iterator[re.Match[str]]:
    """The sums in signs and in words."""
    if SIGN.search(sentence):
        yield from SIGNED.finditer(sentence)
    if "illion" in sentence or "housand" in sentence:
        yield from WORDED.finditer(sentence)


SIGN = re.compile(r"[$€£¥₹]")


def read(sentence: str, match: re.Match[str], alone: bool) -> Sum | None:
    """The sum of a match; None where it is one of each, a range, or of nothing that is told.

    A verb takes only a sum that is `alone` of its currency: "fined the mill $12 million and the dairy $15 million".
    """
    currency, amount = entries("currencies.tsv").get(match["sign"].lower()), amount_of(match)
    after, before = sentence[match.end() : match.end() + REACH], sentence[: match.start()].rstrip()
    if currency is None or amount is None or EACH.match(after) or RANGE_AHEAD.match(after):
        return None
    if RANGE_BEHIND.search(before[-40:]) or COUNTING.match(after):
        return None
    opened, bound = bounded(before)
    if AND_MORE.match(after):
        bound = "at_least"
    told = after_it(after, match.end()) or before_it(before[:opened].rstrip(), alone)
    if told is None:
        return None
    of, word, close = told
    return Sum(
        opened_at(before, opened, match),
        match.end(),
        *amount,
        bound,
        of,
        sort(currency, sentence[: min(word, match.start())]),
        word,
        close,
    )


def opened_at(before: str, opened: int, match: re.Match[str]) -> int:
    """Where the words of a sum begin, with those that say how it is meant."""
    return match.start() if opened == len(before) else opened


def amount_of(match: re.Match[str]) -> tuple[int, int] | None:
    """The value of a sum in whole units of its currency, and the unit of the last digit that is meant."""
    number = match["number"].replace(" ", "").replace(",", "").lower()
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    if number[0].isdigit():
        if len(number) > LONGEST:
            return None
        given = Decimal(number)
    else:
        value = value_of(number)
        if value is None:
            return None
        given = Decimal(value)
    whole, _, fraction = format(given, "f").partition(".")
    noughts = len(whole) - max(len(whole.rstrip("0")), min(DIGITS, len(whole)))
    unit = Decimal(10) ** (noughts if not fraction else -len(fraction))
    total = int(given * scale)
    return (total, max(1, int(unit * scale))) if 0 < total < 10**LONGEST else None


def bounded(before: str) -> tuple[int, CountBound]:
    """Where the words before a sum end, and how those beside it say that it is meant."""
    lower = before[-REACH:].lower()
    for phrase, bound in bound_phrases():
        if lower.endswith(phrase) and not lower[: -len(phrase)][-1:].isalnum():
            return len(before) - len(phrase), bound
    return len(before), "exact"


def after_it(after: str, offset: int) -> tuple[str, int, int] | None:
    """What a sum is by the last noun of its phrase, or by what it is given in; with the place of the word."""
    held = HELD_IN.match(after)
    if held is not None and (of := nouns().get(held[1].lower())) is not None:
        return of, offset + held.start(1), offset + held.end(1)
    at, found = 0, None
    for _ in range(PHRASE):
        match = NEXT.match(after, at)
        if match is None or match[1].lower() in CLOSED:
            break
        at = match.end()
        if (of := nouns().get(match[1].lower())) is not None:
            found = of, offset + match.start(1), offset + match.end(1)
    return found


def before_it(before: str, alone: bool) -> tuple[str, int, int] | None:
    """What a sum is by a noun that takes it ("a ransom of") or a verb ("fined him"); with the place of the word."""
    told = SHARES.sub("", before).rstrip()
    takes = TAKES.search(told)
    if takes is not None:
        last = list(WORD.finditer(told, max(0, takes.start() - 40), takes.start()))[-1:]
        of = nouns().get(last[0].group().lower()) if last else None
        if of is not None:
            return of, last[0].start(), last[0].end()
    if not alone:
        return None
    for pattern in (verbs("verb", ""), verbs("for", r"\s+for"), verbs("of", r"\s+of")):
        match = pattern.search(told, max(0, len(told) - REACH))
        if match is not None:
            return entries("sums.tsv")[" ".join(match[1].lower().split())], match.start(1), match.end(1)
    return None


@cache
def verbs(how: str, link: str) -> re.Pattern[str]:
    """A verb with its object, if any, as it stands before a sum."""
    known = sorted((word for word, _, takes in rows("sums.tsv") if takes == how), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(known)})\b{OBJECT.format(5 if not link else 8)}{link}$", re.IGNORECASE)


@cache
def nouns() -> dict[str, str]:
    """What each noun says that a sum is."""
    return {word: of for word, of, takes in rows("sums.tsv") if takes == "noun"}


def sort(currency: str, before: str) -> str:
    """The currency of a sum, with which one of several offers it is by the words before its phrase."""
    near = {word.lower() for word in WORD.findall(before[-40:])[-BESIDE:]}
    marks = [name for name, known in (("first", FIRST), ("new", NEW)) if not near.isdisjoint(known)]
    return " ".join([currency, *marks])
