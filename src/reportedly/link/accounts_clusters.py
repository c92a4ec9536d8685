"""Events and ties from joined pairs, and which of them a denial or a plan belongs to.

In: claims told and the scores of joined pairs. Out: for each claim the least place of its cluster. Greedy, from the
highest score down, equal scores by content; a pure function of the pairs, whatever their order.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.link.accounts_told import PRECISE, Told
from reportedly.model import content_id

Pair = tuple[int, int]

JOINS = 0.5
"""Score from which a pair is joined."""

MUST = 2.0
"""Score of pairs that a person or a copied sentence joins."""

MARGIN = 0.15
"""Scores that differ by no more are equally good."""

MOST_GAP = 1
"""Days by which the accounts of one event may differ."""


@dataclass
class Group:
    """A cluster as it grows: its members, the days it leaves possible, those it must not hold.

    `first` is the last first day of its accounts, `last` the first last one, publication included; `dated` is the first
    last day that a text gives.
    """

    members: list[int]
    first: int | None
    last: int | None
    dated: int | None
    foes: set[int] = field(default_factory=set)

    @property
    def gap(self) -> int:
        """Days that its accounts leave between them; 0 or less where one day fits all."""
        return 0 if self.first is None or self.last is None else self.first - self.last

    @property
    def precise(self) -> bool:
        """Whether its accounts leave a day or two only."""
        return self.first is not None and self.dated is not None and self.dated - self.first < PRECISE


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

    `edges` holds joined pairs with their scores, `apart` pairs that a person judged not to be one. First come the
    accounts of each report among themselves, and what must be joined; then the reports. A report's account that gives
    no day, or a wide interval, and fits two events that must stay two, joins neither.
    """
    rank = {place: i for i, place in enumerate(sorted(range(len(told)), key=lambda i: order_key(told[i])))}
    scores = {(min(pair), max(pair)): score for pair, score in edges.items() if score >= JOINS and pair[0] != pair[1]}
    foes = foes_of(apart)
    groups = [group_of(i, each, foes) for i, each in enumerate(told)]
    inside = {pair: score for pair, score in scores.items() if score >= MUST or one_report(told, pair)}
    join_all(groups, inside, rank)
    across = between_groups(groups, {pair: score for pair, score in scores.items() if pair not in inside})
    join_all(groups, without_torn(groups, across), rank)
    return least_members(groups)


def one_report(told: Sequence[Told], pair: Pair) -> bool:
    """Whether both claims of a pair stand in one report."""
    return told[pair[0]].report_id == told[pair[1]].report_id


def join_all(groups: list[Group], scores: Mapping[Pair, float], rank: Mapping[int, int]) -> None:
    """Join the pairs, the highest score first, equal ones by content."""
    for pair in sorted(scores, key=lambda pair: (-scores[pair], *sorted((rank[pair[0]], rank[pair[1]])))):
        join(groups, *pair, must=scores[pair] >= MUST)


def between_groups(groups: list[Group], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """The highest score between each two clusters, by their least members."""
    least = least_members(groups)
    found: dict[Pair, float] = {}
    for (i, j), score in scores.items():
        pair = (min(least[i], least[j]), max(least[i], least[j]))
        if pair[0] != pair[1]:
            found[pair] = max(score, found.get(pair, 0.0))
    return found


def least_members(groups: list[Group]) -> list[int]:
    """The least member of each place's cluster."""
    least: dict[int, int] = {}
    for group in groups:
        if id(group) not in least:
            least[id(group)] = min(group.members)
    return [least[id(group)] for group in groups]


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
    dated = told.days.last if told.days is not None else None
    last = dated if told.days is not None else None if told.bound is None else told.bound + MOST_GAP
    return Group([place], first, last, dated, set(foes.get(place, ())))


def join(groups: list[Group], i: int, j: int, must: bool) -> None:
    """Make one of the clusters of `i` and `j`, unless they must stay two; `must` overrides days, never a person."""
    one, two = groups[i], groups[j]
    if one is two:
        return
    small, great = sorted((one, two), key=lambda group: len(group.members))
    if not great.foes.isdisjoint(small.members):
        return
    first, last = latest(one.first, two.first), earliest(one.last, two.last)
    gap = 0 if first is None or last is None else first - last
    if not must and gap > max(MOST_GAP, one.gap, two.gap):
        return
    great.members += small.members
    great.foes |= small.foes
    great.first, great.last, great.dated = first, last, earliest(one.dated, two.dated)
    for member in small.members:
        groups[member] = great


def latest(*days: int | None) -> int | None:
    """The latest of the days that are known."""
    return max((day for day in days if day is not None), default=None)


def earliest(*days: int | None) -> int | None:
    """The earliest of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def without_torn(groups: Sequence[Group], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """The scores without those of vague clusters that fit two events which must stay two.

    Where one event fits clearly better, only the others are left out. Two clusters that both fit neither may be one.
    """
    near: dict[int, dict[int, float]] = {}
    for (i, j), score in scores.items():
        near.setdefault(i, {})[j] = score
        near.setdefault(j, {})[i] = score
    undecided: set[int] = set()
    worse: set[Pair] = set()
    for i, others in near.items():
        if not groups[i].precise and conflict(groups, list(others)):
            close = [j for j, score in others.items() if score >= max(others.values()) - MARGIN]
            if conflict(groups, close):
                undecided.add(i)
            else:
                worse |= {(min(i, j), max(i, j)) for j in others if conflict(groups, [*close, j])}
    return {
        pair: score
        for pair, score in scores.items()
        if pair not in worse and (pair[0] in undecided) == (pair[1] in undecided)
    }


def conflict(groups: Sequence[Group], places: Sequence[int]) -> bool:
    """Whether two among these clusters must stay apart, by the days that are told or by a person's judgement."""
    first = latest(*(groups[i].first for i in places))
    last = earliest(*(groups[i].dated for i in places))
    if first is not None and last is not None and first - last > MOST_GAP:
        return True
    barred = [i for i in places if groups[i].foes]
    if not barred:
        return False
    held = {member for i in places for member in groups[i].members}
    return any(not held.isdisjoint(groups[i].foes) for i in barred)


def attach(told: Told, events: Sequence[Sequence[Told]], scores: Sequence[Sequence[float]]) -> list[int]:
    """The clusters that a claim which is no occurrence belongs to.

    A denial belongs to all that it fits; where its own report tells of some, to those of them that it fits best. A plan
    or possibility belongs to the one it fits best, to none where two fit equally. `scores` holds for each cluster the
    claim's scores with its members, 0 where they were not compared.
    """
    best = [max(each, default=0.0) for each in scores]
    fitting = [i for i, score in enumerate(best) if score >= JOINS and events[i]]
    if told.claim.factuality.polarity == "negative":
        inside = [told_in(events[i], scores[i], told.report_id) for i in range(len(events))]
        return closest([i for i in fitting if inside[i] >= JOINS], inside) or fitting
    close = closest(fitting, best)
    return close if len(close) == 1 else []


def closest(places: Sequence[int], scores: Sequence[float]) -> list[int]:
    """Those of the places whose score is as good as the best."""
    top = max((scores[i] for i in places), default=0.0)
    return [i for i in places if scores[i] >= top - MARGIN]


def told_in(event: Sequence[Told], scores: Sequence[float], report_id: str) -> float:
    """A claim's highest score with an event's accounts in one report."""
    own = (score for each, score in zip(event, scores, strict=True) if each.report_id == report_id)
    return max(own, default=0.0)
