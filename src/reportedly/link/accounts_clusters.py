"""Events and ties from joined pairs, and which of them a denial or a plan belongs to.

In: claims told and the scores of joined pairs. Out: for each claim the least place of its cluster. Greedy, from the
highest score down, equal scores by content; a pure function of the pairs, whatever their order.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from reportedly.link.accounts_card import gap
from reportedly.link.accounts_places import Spot, relation
from reportedly.link.accounts_told import PRECISE, Told
from reportedly.model import content_id

Pair = tuple[int, int]

JOINS = 0.5
"""Score from which a pair is joined."""

MUST = 2.0
"""Score of pairs that a person or a copied sentence joins."""

MARGIN = 0.15
"""Scores that differ by no more are equally good."""

SURE = 0.75
"""Score from which two accounts are joined though their events are told of at places apart."""

MOST_SPOTS = 6
"""Places of an event that others are compared with."""

MOST_GAP = 1
"""Days by which the accounts of one event may differ."""


@dataclass
class Group:
    """A cluster as it grows: its members, the days it leaves possible, those it must not hold,
    some of its
    places.

    `first` is the last first day of its accounts, `last` the first last one, publication included; `dated` is the first
    last day that a text gives. `foes` were set apart by a person, `rivals` are what a member's own report gives another
    day for.
    """

    members: list[int]
    first: int | None
    last: int | None
    dated: int | None
    foes: set[int] = field(default_factory=set)
    rivals: set[int] = field(default_factory=set)
    spots: list[Spot] = field(default_factory=list)

    @property
    def gap(self) -> int:
        """Days that its accounts leave between them; 0 or less where one day fits all."""
        return 0 if self.first is None or self.last is None else self.first - self.last

    @property
    def precise(self) -> bool:
        """Whether its accounts leave a day or two only."""
        return self.first is not None and self.dated is not None and self.dated - self.first < PRECISE


def order_key(told: Told) -> tuple[str, str, int, int, str]:
    """The order by content; an event is called after its least claim."""
    return told.order


def event_id(told: Told) -> str:
    """The id of the event or tie whose least claim this is."""
    claim = told.claim
    return content_id(claim.kind, told.report_id, claim.trigger.start, claim.trigger.end, told.particulars)


def clusters(told: Sequence[Told], edges: Mapping[Pair, float], apart: Collection[Pair] = ()) -> list[int]:
    """For each claim the least place in its cluster.

    `edges` holds joined pairs with their scores, `apart` pairs that a person judged not to be one. First come the
    accounts of each report among themselves, and what must be joined; then the reports. A report's account that gives
    no day, or a wide interval, and fits two events that must stay two, joins neither.
    """
    rank = {place: i for i, place in enumerate(sorted(range(len(told)), key=lambda i: order_key(told[i])))}
    scores = {(min(pair), max(pair)): score for pair, score in edges.items() if score >= JOINS and pair[0] != pair[1]}
    foes = foes_of(apart)
    rivals = foes_of(told_apart(told))
    groups = [group_of(i, each, foes, rivals) for i, each in enumerate(told)]
    inside = {pair: score for pair, score in scores.items() if score >= MUST or one_report(told, pair)}
    join_all(groups, told, inside, rank)
    across = {pair: score for pair, score in scores.items() if pair not in inside}
    join_all(groups, told, without_torn(groups, across), rank)
    return least_members(groups)


def one_report(told: Sequence[Told], pair: Pair) -> bool:
    """Whether both claims of a pair stand in one report."""
    return told[pair[0]].report_id == told[pair[1]].report_id


def join_all(groups: list[Group], told: Sequence[Told], scores: Mapping[Pair, float], rank: Mapping[int, int]) -> None:
    """Join the pairs, the highest score first, equal ones by content."""
    for pair in sorted(scores, key=lambda pair: (-scores[pair], *sorted((rank[pair[0]], rank[pair[1]])))):
        join(groups, told, pair, scores[pair])


def least_members(groups: Sequence[Group]) -> list[int]:
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


def told_apart(told: Sequence[Told]) -> Iterator[Pair]:
    """Pairs of accounts of one kind of act for which one report gives two days, in two sentences."""
    by_report: dict[str, list[int]] = {}
    for i, each in enumerate(told):
        if each.precise and each.claim.kind == "event":
            by_report.setdefault(each.report_id, []).append(i)
    for places in by_report.values():
        yield from (pair for pair in combinations(places, 2) if days_told_apart(told[pair[0]], told[pair[1]]))


def days_told_apart(a: Told, b: Told) -> bool:
    """Whether two accounts of one report give two days for one kind of act; in one sentence two tellers may differ."""
    if a.days is None or b.days is None or a.claim.sentence == b.claim.sentence or gap(a.days, b.days) < 1:
        return False
    return not set(a.families).isdisjoint(b.families)


def group_of(place: int, told: Told, foes: Mapping[int, set[int]], rivals: Mapping[int, set[int]]) -> Group:
    """The cluster of one claim; a tie goes on, so that neither days nor places keep two accounts of it apart."""
    if told.claim.kind == "tie":
        return Group([place], None, None, None, set(foes.get(place, ())))
    first = told.days.first if told.days is not None else None
    dated = told.days.last if told.days is not None else None
    last = dated if told.days is not None else None if told.bound is None else told.bound + MOST_GAP
    spots = [] if told.spot is None else [told.spot]
    return Group([place], first, last, dated, set(foes.get(place, ())), set(rivals.get(place, ())), spots)


def join(groups: list[Group], told: Sequence[Told], pair: Pair, score: float) -> None:
    """Make one of the clusters of a pair, unless they must stay two.

    What must be joined is joined whatever its days and places, but not what a person sets apart. Clusters a day apart
    are joined only by two accounts that are so themselves, since an account without a day fits both.
    """
    one, two = groups[pair[0]], groups[pair[1]]
    small, great = sorted((one, two), key=lambda group: len(group.members))
    if one is two or not great.foes.isdisjoint(small.members):
        return
    first, last = latest(one.first, two.first), earliest(one.last, two.last)
    if score < MUST and (
        not great.rivals.isdisjoint(small.members)
        or days_bar(one, two, told, pair)
        or (score < SURE and places_bar(one, two))
    ):
        return
    great.members += small.members
    great.foes |= small.foes
    great.rivals |= small.rivals
    great.first, great.last, great.dated = first, last, earliest(one.dated, two.dated)
    great.spots = some_of(one.spots, two.spots)
    for member in small.members:
        groups[member] = great


def some_of(one: Sequence[Spot], two: Sequence[Spot]) -> list[Spot]:
    """The first places of both by name, whichever of the two comes first."""
    return sorted({*one, *two}, key=lambda spot: (spot.shown, spot.geonames or 0, sorted(spot.words)))[:MOST_SPOTS]


def days_bar(one: Group, two: Group, told: Sequence[Told], pair: Pair) -> bool:
    """Whether the days of two clusters keep them two."""
    first, last = latest(one.first, two.first), earliest(one.last, two.last)
    days = 0 if first is None or last is None else first - last
    if days <= max(0, one.gap, two.gap):
        return False
    return days > MOST_GAP or any(told[place].days is None for place in pair)


def places_bar(one: Group, two: Group) -> bool:
    """Whether two clusters hold places that are apart."""
    return any(relation(a, b) in ("apart", "far") for a in one.spots for b in two.spots)


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
    least = least_members(groups)
    near = neighbours(least, scores)
    undecided: set[int] = set()
    worse: set[Pair] = set()
    for i, others in near.items():
        if not groups[i].precise and conflict(groups, near, list(others)):
            top = max(others.values()) - MARGIN
            close = [j for j, score in others.items() if score >= top]
            if conflict(groups, near, close):
                undecided.add(i)
            else:
                bounds = bounds_of(groups, close)
                worse |= {(min(i, j), max(i, j)) for j in others if clashes(groups, near, j, bounds)}
    return {pair: score for pair, score in scores.items() if may_join(least[pair[0]], least[pair[1]], undecided, worse)}


def may_join(i: int, j: int, undecided: set[int], worse: set[Pair]) -> bool:
    """Whether two clusters may be joined: both undecided or neither, and neither fits another clearly better."""
    return (min(i, j), max(i, j)) not in worse and (i in undecided) == (j in undecided)


def neighbours(least: Sequence[int], scores: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    """For each cluster, by its least member, those that it is joined with by a pair, and the highest score."""
    near: dict[int, dict[int, float]] = {}
    for (a, b), score in scores.items():
        i, j = least[a], least[b]
        if i != j:
            near.setdefault(i, {})[j] = max(score, near.get(i, {}).get(j, 0.0))
            near.setdefault(j, {})[i] = near[i][j]
    return near


class Bounds(NamedTuple):
    """Some clusters together: which, their members, their last first day and the first last one that a text gives."""

    places: set[int]
    members: set[int]
    first: int | None
    last: int | None


def bounds_of(groups: Sequence[Group], places: Sequence[int]) -> Bounds:
    """The days and members of these clusters together."""
    members = {member for i in places for member in groups[i].members}
    first = latest(*(groups[i].first for i in places))
    return Bounds(set(places), members, first, earliest(*(groups[i].dated for i in places)))


def clashes(groups: Sequence[Group], near: Mapping[int, Mapping[int, float]], place: int, bounds: Bounds) -> bool:
    """Whether a cluster must stay apart from some others, by their days or by a person's judgement.

    A day's difference does not keep two apart that a pair of accounts joins.
    """
    if not groups[place].foes.isdisjoint(bounds.members):
        return True
    first, last = latest(groups[place].first, bounds.first), earliest(groups[place].dated, bounds.last)
    days = 0 if first is None or last is None else first - last
    return days > MOST_GAP or (days > 0 and near.get(place, {}).keys().isdisjoint(bounds.places))


def conflict(groups: Sequence[Group], near: Mapping[int, Mapping[int, float]], places: Sequence[int]) -> bool:
    """Whether two among these clusters must stay apart, by the days that are told or by a person's judgement."""
    together = bounds_of(groups, places)
    if any(not groups[i].foes.isdisjoint(together.members) for i in places):
        return True
    if together.first is None or together.last is None or together.first <= together.last:
        return False
    later = {i for i in places if groups[i].first == together.first}
    sooner = (i for i in places if groups[i].dated == together.last)
    return together.first - together.last > MOST_GAP or all(later.isdisjoint(near.get(i, {})) for i in sooner)


def attach(told: Told, events: Sequence[Sequence[Told]], scores: Sequence[Sequence[float]]) -> list[int]:
    """The clusters that a claim which is no occurrence belongs to.

    A denial belongs to all that it fits; where its own report tells of some, to those of them that it fits best, unless
    it says "never". A plan or possibility belongs to the one it fits best, to none where two fit equally. `scores`
    holds for each cluster the claim's scores with its members, 0 where they were not compared.
    """
    best = [max(each, default=0.0) for each in scores]
    fitting = [i for i, score in enumerate(best) if score >= JOINS and events[i]]
    if told.claim.factuality.polarity == "negative":
        inside = [told_in(events[i], scores[i], told.report_id) for i in range(len(events))]
        if told.never:
            return fitting
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
