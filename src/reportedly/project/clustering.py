"""Events and ties anew, where edges or claims changed: a pure function of the connected blocks around them.

In: a linker and the claims that were touched. Out: rows of events and their claims in the store. Occurrences in reports
that stand decide which events there are; denials, plans, and what reports no longer stand for are attached to these
afterwards, and make events of their own where they fit none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from reportedly.link.accounts import Told, attach, clusters, event_id, order_key
from reportedly.linked import Part
from reportedly.model import is_occurrence
from reportedly.project.listing import listed
from reportedly.store.linking import HeldEvent, Membership
from reportedly.store.links import CLAIMS, EdgeRow, Near
from reportedly.store.rows import number as number_of

if TYPE_CHECKING:
    from reportedly.project.linking import Linker

THRESHOLDS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Least scores of edges by which a connected block is followed: the next one where the block is over MOST."""

SURE = 2.0
"""Score of edges that are followed however many claims they connect: copies of one sentence, and judgements."""

MOST = 3000
"""Claims of a connected block; one that is greater falls apart at a higher score."""

READ_AHEAD = 4 * MOST
"""Claims that are read together around those touched; what lies beyond is read when it is come to."""

FIRST = "the first account"
LATER = "A later account joins it to the others."

Pair = tuple[int, int]
Side = tuple[bool, Part]
"""Whether a claim's report no longer stands, and how the claim stands to what it tells of."""

Kin = tuple[bool, Part, str]
"""A claim's side and kind: those of one kin make events with each other, or ties."""

CORE: Side = (False, "account")
"""The side of the claims that decide which events there are."""

FALLEN: Side = (True, "account")
"""The side of the accounts of reports that no longer stand."""

Event = list[int]


def part_of(told: Told) -> Part:
    """How a claim stands to what it tells of; one whose words point to what it denies is of that."""
    if told.claim.factuality.polarity == "negative":
        return "denial"
    if is_occurrence(told.claim):
        return "account" if told.claim.answers is None else "denial"
    return "other"


def recluster(linker: "Linker", touched: set[int], leaving: Collection[int] = ()) -> None:
    """Work out anew the events around the touched claims; those that leave belong to none."""
    work = Work(linker, leaving)
    work.run(touched - set(leaving))


class Work:
    """One round of clustering: the claims looked at, their sides, their edges."""

    def __init__(self, linker: "Linker", leaving: Collection[int]) -> None:
        self.linker = linker
        self.leaving = set(leaving)
        self.tolds: dict[int, Told] = {}
        self.kins: dict[int, Kin] = {}
        self.near = Near(linker.links.connection, CLAIMS)
        self.apart = linker.apart()
        self.written, linker.written = frozenset(linker.written), set()
        self.least: dict[int, float] = {}
        self.great: dict[float, set[int]] = defaultdict(set)

    def run(self, touched: set[int]) -> None:
        """Find blocks, cluster, attach, write."""
        links = self.linker.links
        before = links.members({each.event_id for each in links.memberships(touched | self.leaving)})
        involved = touched | {each.claim for each in before} - self.leaving
        self.load(involved)
        core = {n for n in involved if self.is_core(n)}
        blocks = list(self.blocks(core))
        events = [event for block in blocks for event in self.clustered(block)]
        settled = {n for block in blocks for n in block}
        others = self.others(involved - core, settled)
        events, attached = self.with_others(events, settled, others)
        self.write(events, attached, settled | others)

    def load(self, numbers: Iterable[int]) -> None:
        """Read claims that were not read in this round."""
        missing = {n for n in numbers if n not in self.tolds} - self.leaving
        if not missing:
            return
        fresh = self.linker.tolds(missing)
        self.tolds.update(fresh)
        gone = self.linker.gone(number_of(each.report_id) for each in fresh.values())
        for n, each in fresh.items():
            self.kins[n] = (number_of(each.report_id) in gone, part_of(each), each.claim.kind)

    def is_core(self, n: int) -> bool:
        """Whether a claim decides which events there are."""
        return n in self.kins and self.kins[n][:2] == CORE

    def blocks(self, start: set[int]) -> Iterator[set[int]]:
        """The connected blocks of claims of one kin around those in `start`, and what these leave behind."""
        by_kin: dict[Kin, set[int]] = defaultdict(set)
        for n in start:
            by_kin[self.kins[n]].add(n)
        for kin, some in sorted(by_kin.items()):
            self.read_around(some, kin)
            settled: set[int] = set()
            for seed in sorted(some | self.outgrown(some, kin)):
                if seed not in settled:
                    block = self.block(seed, kin)
                    settled |= block
                    yield block

    def outgrown(self, start: set[int], kin: Kin) -> set[int]:
        """The claims of blocks that the edges written in this round have made too great to stay one; no ties.

        What was one block until now, and is part of a greater one by an edge that came, has an end of that edge.
        """
        found: set[int] = set()
        if kin[2] == "tie":
            return found
        ends = start.intersection(n for pair in self.written for n in pair)
        for least in THRESHOLDS:
            ends = self.in_great(ends, kin, least)
            great: set[int] = set()
            for seed in sorted(ends):
                if seed not in found:
                    found |= self.component(seed, kin, least, great, self.written) or set()
        return found

    def in_great(self, claims: set[int], kin: Kin, least: float) -> set[int]:
        """Those of the claims whose block at a score is too great."""
        found: set[int] = set()
        settled: set[int] = set()
        for n in sorted(claims):
            if n not in settled:
                block = self.component(n, kin, least, self.great[least])
                found |= {n} if block is None else set()
                settled |= block or set()
        return found

    def read_around(self, start: set[int], kin: Kin) -> None:
        """Read what is connected with all of `start` at once, so that the blocks are then found in memory."""
        found, front = set(start), set(start)
        while front and len(found) <= len(start) + READ_AHEAD:
            near = self.near.matching(front, 0.0) - found
            self.load(near)
            front = {n for n in near if self.kins.get(n) == kin}
            found |= front

    def block(self, seed: int, kin: Kin) -> set[int]:
        """The connected block of one claim, by the least score at which it is not too great.

        A block of ties has no bound, for it stays one whatever is added.
        """
        if kin[2] == "tie":
            least, found = 0.0, self.spread(seed, kin, 0.0)
        else:
            for least in THRESHOLDS:
                bounded = self.component(seed, kin, least, self.great[least])
                if bounded is not None:
                    found = bounded
                    break
            else:
                least, found = SURE, self.spread(seed, kin, SURE)
        self.least.update(dict.fromkeys(found, least))
        return found

    def component(
        self, seed: int, kin: Kin, least: float, great: set[int], without: Collection[Pair] = ()
    ) -> set[int] | None:
        """The claims of one kin connected with `seed` by edges of that score or more; None where they are too many.

        `great` holds claims that are known to be connected with too many, and is added to.
        """
        found = self.spread(seed, kin, least, great, without, MOST)
        if len(found) <= MOST and great.isdisjoint(found):
            return found
        great |= found
        return None

    def spread(
        self,
        seed: int,
        kin: Kin,
        least: float,
        end: Set[int] = frozenset(),
        without: Collection[Pair] = (),
        most: int | None = None,
    ) -> set[int]:
        """The claims of one kin connected with `seed` by edges of that score or more, some edges left out.

        It goes no further than to the first that are in `end`, or to a few over `most`.
        """
        found, front = {seed}, {seed}
        while front and (most is None or len(found) <= most) and end.isdisjoint(front):
            near = self.near.matching(front, least, without) - found
            self.load(near)
            front = {n for n in near if self.kins.get(n) == kin}
            found |= front
        return found

    def clustered(self, block: set[int]) -> list[Event]:
        """The events of a connected block, the claims of each in order of content."""
        order = sorted(block, key=lambda n: order_key(self.tolds[n]))
        place = {n: i for i, n in enumerate(order)}
        edges = self.near.edges_of(block) if len(block) > 1 else []
        scores = {(place[e.a], place[e.b]): e.score for e in edges if e.match and e.a in place and e.b in place}
        apart = [(place[a], place[b]) for a, b in self.apart if a in place and b in place]
        grouped: dict[int, Event] = defaultdict(list)
        for i, least in enumerate(clusters([self.tolds[n] for n in order], scores, apart)):
            grouped[least].append(order[i])
        return list(grouped.values())

    def others(self, involved: set[int], settled: set[int]) -> set[int]:
        """The claims to be attached anew: those touched, those beside what was clustered, and their own blocks."""
        beside = self.near.matching(settled, 0.0)
        self.load(beside)
        found = {n for n in involved | beside if n in self.kins and not self.is_core(n)}
        return found.union(*self.blocks(found))

    def with_others(
        self, events: list[Event], settled: set[int], others: set[int]
    ) -> tuple[list[Event], list[tuple[str, int]]]:
        """The events with those that others make by themselves, and (event id, claim) of the attached ones."""
        edges = self.near.edges_of(others)
        ids = {n: event_id(self.tolds[event[0]]) for event in events for n in event}
        ids.update(self.elsewhere(edges, settled))
        fits = {n: self.attached(n, ids) for n in others}
        self.follow(fits, edges)
        attached = [(each, n) for n in sorted(others, key=lambda n: order_key(self.tolds[n])) for each in fits[n]]
        alone: dict[Kin, set[int]] = defaultdict(set)
        for n in others:
            if not fits[n]:
                alone[self.kins[n]].add(n)
        for kin in sorted(alone):
            events += self.own_events(alone[kin], edges)
        return events, attached

    def follow(self, fits: dict[int, list[str]], edges: list[EdgeRow]) -> None:
        """Attach fallen accounts that fit no event by themselves to the events of those that they are one with.

        As of a day on which they stood they are one event still.
        """
        fallen: dict[Kin, set[int]] = defaultdict(set)
        for n in fits:
            if self.kins[n][:2] == FALLEN:
                fallen[self.kins[n]].add(n)
        for kin in sorted(fallen):
            for event in self.own_events(fallen[kin], edges):
                found = sorted({each for n in event for each in fits[n]})
                fits.update((n, found) for n in event if not fits[n])

    def own_events(self, alone: set[int], edges: list[EdgeRow]) -> list[Event]:
        """The events that claims of one kin make which fit no other: connected among themselves."""
        beside: dict[int, set[int]] = defaultdict(set)
        for e in edges:
            if e.match and e.a in alone and e.b in alone and e.score >= max(self.least[e.a], self.least[e.b]):
                beside[e.a].add(e.b)
                beside[e.b].add(e.a)
        found: list[Event] = []
        settled: set[int] = set()
        for seed in sorted(alone):
            if seed not in settled:
                block, front = set(), {seed}
                while front:
                    block |= front
                    front = set().union(*(beside[n] for n in front)) - block
                settled |= block
                found += self.clustered(block)
        return found

    def elsewhere(self, edges: list[EdgeRow], settled: set[int]) -> dict[int, str]:
        """The events of core claims that have an edge with the others and were not clustered in this round."""
        ends = {n for e in edges for n in (e.a, e.b)} - settled
        self.load(ends)
        core = {n for n in ends if self.is_core(n)}
        return {each.claim: each.event_id for each in self.linker.links.memberships(core)}

    def attached(self, n: int, ids: Mapping[int, str]) -> list[str]:
        """The events that a claim is attached to."""
        near = ((e.b if e.a == n else e.a, e.score) for e in self.near.of(n) if e.match)
        return homes(self.tolds[n], ((ids[m], self.tolds[m], m, s) for m, s in near if m in ids and m in self.tolds))

    def write(self, events: list[Event], attached: list[tuple[str, int]], claims: set[int]) -> None:
        """Write events and members in place of what the claims belonged to."""
        links = self.linker.links
        old = links.members({each.event_id for each in links.memberships(claims | self.leaving)})
        links.drop_memberships(claims | self.leaving)
        rows = [self.row(event) for event in events]
        members = [
            Membership(row.id, n, self.kins[n][1], self.reason(event, i))
            for (row, _), event in zip(rows, events, strict=True)
            for i, n in enumerate(event)
        ]
        members += [Membership(each, n, self.kins[n][1], "") for each, n in attached]
        links.put_events(rows, members)
        self.retire(old, {row.id for row, _ in rows})

    def retire(self, old: list[Membership], fresh: set[str]) -> None:
        """Remove events that have no claim left, and remember where what they began with is found now."""
        links = self.linker.links
        sizes = links.sizes({each.event_id for each in old} - fresh)
        gone = {each for each, size in sizes.items() if size == 0}
        now = {each.claim: each.event_id for each in links.memberships({e.claim for e in old if e.event_id in gone})}
        kept = [each for each in old if each.event_id in gone and each.claim in now and each.claim in self.tolds]
        kept.sort(key=lambda each: (not self.is_core(each.claim), order_key(self.tolds[each.claim])), reverse=True)
        found: dict[str, str | None] = dict.fromkeys(sorted(gone))
        for each in kept:
            found[each.event_id] = now[each.claim]
        links.retire_events(found)

    def reason(self, event: Event, place: int) -> str:
        """Why the claim in this place was joined: the reason of its strongest edge to one before it."""
        before, n = set(event[:place]), event[place]
        return reason(e for e in self.near.of(n) if (e.b if e.a == n else e.a) in before) if place else FIRST

    def row(self, event: Event) -> HeldEvent:
        """An event as it is listed, with its first claim."""
        size = sum(not self.kins[n][0] for n in event)
        return HeldEvent(listed([self.tolds[n] for n in event], size), event[0])


def homes(told: Told, near: Iterable[tuple[str, Told, int, float]]) -> list[str]:
    """The events that a claim which is no occurrence belongs to.

    `near` gives for each account that it has an edge with the account's event, the account, its number, and the score.
    """
    fits: dict[str, list[tuple[int, Told, float]]] = defaultdict(list)
    for event, account, n, score in near:
        fits[event].append((n, account, score))
    names = sorted(fits)
    ordered = [sorted(fits[each], key=lambda fit: fit[0]) for each in names]
    members = [[account for _, account, _ in some] for some in ordered]
    found = attach(told, members, [[score for *_, score in some] for some in ordered])
    return [names[i] for i in found]


def reason(edges: Iterable[EdgeRow]) -> str:
    """Why a claim belongs to an event that it does not begin, from its edges to those before it."""
    best = max(edges, key=lambda e: (e.score, e.reason), default=None)
    return best.reason if best is not None else LATER
