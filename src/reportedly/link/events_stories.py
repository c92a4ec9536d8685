"""Which reports tell one story: reports that share persons, places, dates, numbers and the words of their first lines.

In: annotated reports. Out: an outline of each, how near two of them are, and groups of reports at three distances.
Only the two reports decide how near they are, and only how near they are decides the groups; no word is counted over a
collection.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from reportedly.link.events_clusters import Pair, grouped
from reportedly.link.events_odds import apart, odds_of
from reportedly.link.lexicon import rows, weights, words
from reportedly.model import Annotated, Token

LEAD, FIRST = 4, 2
"""Sentences at the head of a report that say what it is about, its headline among them; and the very first."""

CONTENT = frozenset({"PROPN", "NOUN", "VERB", "NUM", "ADJ"})
PLACES = frozenset({"Address", "PublicBody"})
BODIES = frozenset({"Organization", "Company", "LegalEntity"})
YEAR, DAY = re.compile(r"(?:19|20)\d\d"), re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?")

FARTHEST = 5.0
"""Bound of the log-odds, either way: farther out they say nothing more, and a copy is no nearer than a retelling."""

CANDIDATES, STORY, CLOSE = -2.5, -2.0, 0.0
"""Mean log-odds from which reports are compared at all, tell one story, and surely tell one story."""

RIFT = 2.0
"""Log-odds that two groups of reports may lie farther apart than the reports within each, and be one story.

Over the training topics of ECB+, judged by weights learned from other topics, B-cubed F1 of the stories is .93 with it
and .90 without: two raids on jewellers of one town are near enough, and the reports of each are much nearer.
"""

ENOUGH_LEAD = 3
"""Words of the lead that two reports without a common name must share to be compared."""

Weighted = Mapping[str, float]


class Nearness(NamedTuple):
    """How near two reports are: log-odds of telling one story, and whether they stand in one group, wide and narrow."""

    odds: float
    story: bool
    close: bool


SAME_REPORT = Nearness(4.0, True, True)
STRANGERS = Nearness(-FARTHEST, story=False, close=False)


class Outline(NamedTuple):
    """What a report is about: weighted words by kind, each set of unit length; the years and days it names; its length.

    A year is four digits, a day month and number (`"9 3"`); the length is counted in tokens.
    """

    kinds: Mapping[str, Weighted]
    years: frozenset[str]
    days: frozenset[str]
    length: int


def outline(doc: Annotated) -> Outline:
    """The outline of one report."""
    lead, usual = [token for token in doc.tokens if token.sentence < LEAD], words("events_common_names.tsv")
    named = [doc.entities[m.entity] for m in doc.mentions if m.form == "name" and m.entity is not None]
    kinds = {
        "names": weighed(doc.tokens, {"PROPN"}),
        "own_names": weighed([t for t in doc.tokens if t.lemma.lower() not in usual], {"PROPN"}),
        "numbers": weighed(doc.tokens, {"NUM"}),
        "words": weighed(doc.tokens, CONTENT),
        "first": weighed([token for token in lead if token.sentence < FIRST], CONTENT),
        "lead": weighed(lead, CONTENT),
        "lead_names": weighed(lead, {"PROPN"}),
        "lead_nouns": weighed(lead, {"NOUN", "ADJ"}),
        "lead_numbers": weighed(lead, {"NUM"}),
        "persons": unit(Counter(ref.name.split()[-1].lower() for ref in named if ref.schema == "Person")),
        "places": unit(Counter(ref.name.lower() for ref in named if ref.schema in PLACES)),
        "bodies": unit(Counter(ref.name.lower() for ref in named if ref.schema in BODIES)),
    }
    years = frozenset(token.lower for token in doc.tokens if YEAR.fullmatch(token.lower))
    return Outline(kinds, years, frozenset(days_named(doc.tokens)), len(doc.tokens))


def weighed(tokens: Iterable[Token], parts: Iterable[str]) -> Weighted:
    """The words of these parts of speech, without those that all news shares."""
    wanted, common = frozenset(parts), words("events_common_words.tsv")
    found = (t.lemma.lower() for t in tokens if t.pos in wanted and len(t.lower) > 1)
    return unit(Counter(word for word in found if word not in common))


def unit(counts: Counter[str]) -> Weighted:
    """One plus the logarithm of each count, scaled to unit length."""
    raised = {word: 1 + math.log(count) for word, count in counts.items()}
    length = math.sqrt(sum(value * value for value in raised.values())) or 1.0
    return {word: value / length for word, value in raised.items()}


@cache
def months() -> dict[str, str]:
    """The number of each month by its name."""
    return {row[0]: row[1] for row in rows("events_months.tsv")}


def days_named(tokens: Sequence[Token]) -> Iterator[str]:
    """Month and number of each day of the month that a report names, the number before or after the month."""
    for place, token in enumerate(tokens):
        month = months().get(token.lower) if token.pos == "PROPN" else None
        if month is not None:
            for beside in (*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]):
                if day := DAY.fullmatch(beside.lower):
                    yield f"{month} {day[1]}"


def report_signs(a: Outline, b: Outline) -> dict[str, float]:
    """The cosine of two reports in each kind of words, 0 to 1; what they share or not of dates, numbers and names."""
    signs: dict[str, float] = {kind: cosine(mine, b.kinds[kind]) for kind, mine in a.kinds.items()}
    numbers, names = (a.kinds["numbers"], b.kinds["numbers"]), a.kinds["own_names"].keys() & b.kinds["own_names"].keys()
    signs["numbers_apart"] = apart(frozenset(numbers[0]), frozenset(numbers[1]))
    signs["names_shared"] = math.log1p(len(names))
    signs["years"] = bool(a.years & b.years)
    signs["years_apart"] = apart(a.years, b.years)
    signs["days"] = bool(a.days & b.days)
    signs["shorter"] = math.log1p(min(a.length, b.length))
    return signs


def cosine(a: Weighted, b: Weighted) -> float:
    """The cosine of two weightings of unit length."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def report_odds(a: Outline, b: Outline) -> float:
    """The log-odds that two reports tell one story, bounded."""
    found = odds_of(weights("events_weights.tsv"), "report", report_signs(a, b))
    return max(-FARTHEST, min(FARTHEST, found))


class Stories(NamedTuple):
    """Reports in groups: `candidates[i]` names the block in which report i is compared, `near` how near two are."""

    candidates: Sequence[int]
    near: Callable[[int, int], Nearness]


def stories(outlines: Sequence[Outline]) -> Stories:
    """The reports in groups of three widths. Reports that share neither a name nor words of the lead are strangers."""
    odds = {(i, j): report_odds(outlines[i], outlines[j]) for i, j in acquainted(outlines)}
    raised = {pair: value + FARTHEST for pair, value in odds.items()}
    wide, story, close = (
        grouped(len(outlines), raised, least + FARTHEST, rift=rift)
        for least, rift in ((CANDIDATES, math.inf), (STORY, RIFT), (CLOSE, RIFT))
    )
    return Stories(wide, partial(nearness, odds, story, close))


def nearness(odds: Mapping[Pair, float], story: Sequence[int], close: Sequence[int], i: int, j: int) -> Nearness:
    """How near reports i and j are."""
    if i == j:
        return SAME_REPORT
    found = odds.get((min(i, j), max(i, j)), STRANGERS.odds)
    return Nearness(found, story[i] == story[j], close[i] == close[j])


def acquainted(outlines: Sequence[Outline]) -> Iterator[Pair]:
    """Pairs of places of reports that share a name of their own or enough words of the lead, lesser place first."""
    by_name: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for j, each in enumerate(outlines):
        names, lead = each.kinds["own_names"], each.kinds["lead"]
        shared = Counter(i for word in lead for i in by_word[word])
        known = {i for name in names for i in by_name[name]}
        known.update(i for i, count in shared.items() if count >= ENOUGH_LEAD)
        yield from ((i, j) for i in sorted(known))
        for name in names:
            by_name[name].append(j)
        for word in lead:
            by_word[word].append(j)
