"""Which reports tell one story: reports that share persons, places, numbers and the words of their first lines.

In: annotated reports. Out: an outline of each, how near two of them are, and groups of reports at three distances.
Only the two reports decide how near they are; nothing is counted over a collection.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.link.events_clusters import grouped
from reportedly.link.events_odds import odds_of
from reportedly.link.lexicon import weights, words
from reportedly.model import Annotated, Token

LEAD = 4
"""Sentences at the head of a report that say what it is about, its headline among them."""

CONTENT = frozenset({"PROPN", "NOUN", "VERB", "NUM", "ADJ"})
PLACES = frozenset({"Address", "PublicBody"})
CANDIDATES, STORY, CLOSE = 0.1, 0.45, 0.6
"""Likelihoods from which reports are compared at all, tell one story, and surely tell one story."""

FARTHEST = 7.0
"""Bound of the log-odds, either way: farther out they say nothing more."""

Weighted = Mapping[str, float]


class Nearness(NamedTuple):
    """How near two reports are: log-odds of telling one story, and whether they stand in one group, wide and narrow."""

    odds: float
    story: bool
    close: bool


SAME_REPORT = Nearness(4.0, True, True)


class Outline(NamedTuple):
    """What a report is about: its weighted words by kind, each set of unit length."""

    kinds: Mapping[str, Weighted]


def outline(doc: Annotated) -> Outline:
    """The outline of one report."""
    lead = [token for token in doc.tokens if token.sentence < LEAD]
    usual = words("events_common_names.tsv")
    named = [doc.entities[m.entity] for m in doc.mentions if m.form == "name" and m.entity is not None]
    return Outline(
        {
            "names": weighed(doc.tokens, {"PROPN"}),
            "own_names": weighed([t for t in doc.tokens if t.lemma.lower() not in usual], {"PROPN"}),
            "numbers": weighed(doc.tokens, {"NUM"}),
            "words": weighed(doc.tokens, CONTENT),
            "lead": weighed(lead, CONTENT),
            "lead_names": weighed(lead, {"PROPN"}),
            "lead_numbers": weighed(lead, {"NUM"}),
            "persons": unit(Counter(ref.name.split()[-1].lower() for ref in named if ref.schema == "Person")),
            "places": unit(Counter(ref.name.lower() for ref in named if ref.schema in PLACES)),
        }
    )


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


def report_signs(a: Outline, b: Outline) -> dict[str, float]:
    """The cosine of two reports in each kind of words, 0 to 1."""
    return {kind: cosine(mine, b.kinds[kind]) for kind, mine in a.kinds.items()}


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
    """The reports in groups of three widths; the order of the reports changes no group."""
    count = len(outlines)
    odds = {(i, j): report_odds(outlines[i], outlines[j]) for i in range(count) for j in range(i + 1, count)}
    likely = {pair: 1 / (1 + math.exp(-value)) for pair, value in odds.items()}
    wide, story, close = (grouped(count, likely, least) for least in (CANDIDATES, STORY, CLOSE))

    def near(i: int, j: int) -> Nearness:
        if i == j:
            return SAME_REPORT
        return Nearness(odds[min(i, j), max(i, j)], story[i] == story[j], close[i] == close[j])

    return Stories(wide, near)
