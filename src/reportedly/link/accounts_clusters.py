"""Events and ties from joined pairs, and which of them a denial or a plan belongs to.

In: claims told and the scores of joined pairs. Out: for each claim the least place of its cluster. Greedy, from the
highest score down, equal scores by content; a pure function of the pairs, whatever their order.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.link.accounts_told import Told
from reportedly.model import content_id

Pair = tuple[int, int]

JOINS = 0.5
"""Score from which a pair is joined."""

MUST = 2.0
"""Score of pairs that a person or a copied sentence joins."""

MARGIN = 0.1
"""Scores that differ by no more are equally good."""

MOST_GAP = 1
"""Days by which the accounts of one event may differ."""


@dataclass
class Group:
    """A cluster as it grows: its members, the last first day and the first last day, those it must not hold."""

    members: list[int]
    first: int | None
    last: int | None
    foes: set[int] = field(default_factory=set)

    @property
    def gap(self) -> int:
        """Days that its accounts leave between them; 0 or less where one day fits all."""
        return 0 if self.first is None or self.last is None else self.first - self.last


def order_key(told: Told) -> tuple[str, str, int, str]:
    """The order by content: published, report, place in the report, kind; an event is called after its least claim."""
    claim = told.claim
    return (told.published or "9999", told.report_id, claim.trigger.start, str(claim.type or claim.tie))


def event_id(told: Told) -> str:
    """The id of the event or tie whose least claim this is."""
    claim = told.claim
    kind = claim.kind
    return content_id(kind, told.report_id, claim.trigger.start, claim.trigger.end, claim.type or claim.tie)


def clusters(told: Sequence[Told], edges: Mapping[Pair, float], apart: Collection[Pair] = ()) -> list[int]:
    """For each claim the least place in its cluster.

    `edges` holds joined pairs with their scores, `apart` pairs that a person judged not to be one. A claim that gives
    no day, or a wide interval, and fits two events that must stay two, joins neither.
    """
    places = {place: rank for rank, place in enumerate(sorted(range(len(told)), key=lambda i: order_key(told[i])))}
    scores = {(min(pair), max(pair)): score for pair, score in edges.items() if score >= JOINS and pair[0] != pair[1]}
    foes = foes_of(apart)
    kept = without_torn(told, scores, foes)
    ranked = sorted(kept, key=lambda pair: (-kept[pair], *sorted((places[pair[0]], places[pair[1]]))))
    groups = [group_of(i, each, foes) for i, each in enumerate(told)]
    for pair in ranked:
        join(groups, *pair, must=kept[pair] >= MUST)
    return [min(group.members) for group in groups]


def foes_of(apart: Iterable[Pair]) -> dict[int, set[int]]:
    """For each claim those it must not be joined with."""
    found: dict[int, set[int]] = {}
    for i, j in apart:
        found.setdefault(i, set()).add(j)
        found.setdefault(j, set()).add(i)
    return found


def group_of(place: int, told: Told, foes: Mapping[int, set[int]]) -> Group:
    """The cluster of one claim."""
    first = told.days.first if told.days is not None else None
    last = told.days.last if told.days is not None else None if told.bound is None else told.bound + MOST_GAP
    return Group([place], first, last, set(foes.get(place, ())))


def join(groups: list[Group], i: int, j: int, must: bool) -> None:
    """Make one of the clusters of `i` and `j`, unless they must stay two; `must` overrides days, never a person."""
    one, two = groups[i], groups[j]
    if one is two:
        return
    small, great = sorted((one, two), key=lambda group: len(group.members))
    if not great.foes.isdisjoint(small.members):
        return
    first = max((each for each in (one.first, two.first) if each is not None), default=None)
    last = min((each for each in (one.last, two.last) if each is not None), default=None)
    gap = 0 if first is None or last is None else first - last
    if not must and gap > max(MOST_GAP, one.gap, two.gap):
        return
    great.members += small.members
    great.foes |= small.foes
    great.first, great.last = first, last
    for member in small.members:
        groups[member] = great


def without_torn(told: Sequence[Told], scores: Mapping[Pair, float], foes: Mapping[int, set[int]]) -> dict[Pair, float]:
    """The scores without those of vague claims that fit two events which must stay two.

    Where one event fits clearly better, the others only are left out; what must be joined stays.
    """
    near: dict[int, dict[int, float]] = {}
    for (i, j), score in scores.items():
        near.setdefault(i, {})[j] = score
        near.setdefault(j, {})[i] = score
    dropped = {
        (min(i, j), max(i, j)) for i, others in near.items() if not told[i].precise for j in torn(told, others, foes)
    }
    return {pair: score for pair, score in scores.items() if score >= MUST or pair not in dropped}


def torn(told: Sequence[Told], others: Mapping[int, float], foes: Mapping[int, set[int]]) -> set[int]:
    """Those among a vague claim's neighbours that it is not joined with."""
    if not conflict(told, list(others), foes):
        return set()
    best = max(others.values())
    close = [j for j, score in others.items() if score >= best - MARGIN]
    if conflict(told, close, foes):
        return {j for j in others if told[j].days is not None or foes.get(j)}
    return {j for j in others if conflict(told, [*close, j], foes)}


def conflict(told: Sequence[Told], places: Sequence[int], foes: Mapping[int, set[int]]) -> bool:
    """Whether two among these must stay apart, by their days or by a person's judgement."""
    days = [told[i].days for i in places]
    firsts = [each.first for each in days if each is not None and each.first is not None]
    lasts = [each.last for each in days if each is not None and each.last is not None]
    if firsts and lasts and max(firsts) - min(lasts) > MOST_GAP:
        return True
    held = set(places)
    return any(not held.isdisjoint(foes[i]) for i in places if i in foes)


def attach(told: Told, events: Sequence[Sequence[Told]], scores: Sequence[Sequence[float]]) -> list[int]:
    """The clusters that a claim which is no occurrence belongs to.

    A denial belongs to all that it fits; a plan or possibility to the one it fits best, to none where two fit equally.
    `scores` holds for each cluster the claim's scores with its members, 0 where they were not compared.
    """
    best = [max(each, default=0.0) for each in scores]
    fitting = [i for i, score in enumerate(best) if score >= JOINS and events[i]]
    if told.claim.factuality.polarity == "negative" or not fitting:
        return fitting
    top = max(best[i] for i in fitting)
    close = [i for i in fitting if best[i] >= top - MARGIN]
    return close if len(close) == 1 else []
