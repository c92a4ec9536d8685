"""Claims are clustered anew in those connected blocks that a change can touch, whatever came, went and came again.

Random graphs of claims, many of whose blocks are too great and fall apart at a higher score, live through rounds in
which claims come and leave and edges come, go and change. After each round every event is held against those that the
same graph gives when all its claims are clustered at once. The claims of a block are dealt out to a few events here, so
that each event shows the whole block it comes from, and a claim that is touched leads to few of the others.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.accounts import Told
from reportedly.project import clustering
from reportedly.project.clustering import Pair, recluster
from reportedly.store.linking import HeldEvent, Membership
from reportedly.store.links import EdgeRow, Near
from reportedly.store.rows import number as number_of
from tests.planting import QUICK
from tests.project.worlds import Draft, Said, extracted

SCORES = (0.5, 0.6, 0.65, 0.7, 0.8, 0.85, 0.9, 1.0, 1.5, 2.0)


@dataclass
class Graph:
    """Claims by number, which of their reports no longer stand, and the edges between them."""

    claims: dict[int, Told] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    edges: dict[Pair, EdgeRow] = field(default_factory=dict)

    def beside(self, claims: Collection[int]) -> set[int]:
        """These claims, and what they have an edge with."""
        return {*claims, *(n for pair in self.edges if not pair_apart(pair, claims) for n in pair)}

    def drop(self, leaving: Collection[int]) -> None:
        """Take claims out with their edges."""
        self.edges = {pair: each for pair, each in self.edges.items() if pair_apart(pair, leaving)}
        self.claims = {n: each for n, each in self.claims.items() if n not in leaving}


def pair_apart(pair: Pair, claims: Collection[int]) -> bool:
    """Whether neither end of a pair is among the claims."""
    return pair[0] not in claims and pair[1] not in claims


@dataclass
class Rows:
    """Events and their members as the store keeps them."""

    graph: Graph
    held: list[Membership] = field(default_factory=list)
    events: dict[str, HeldEvent] = field(default_factory=dict)
    connection: None = None

    def memberships(self, claims: Iterable[int]) -> list[Membership]:
        wanted = set(claims)
        return [each for each in self.held if each.claim in wanted]

    def members(self, event_ids: Iterable[str]) -> list[Membership]:
        wanted = set(event_ids)
        return [each for each in self.held if each.event_id in wanted]

    def drop_memberships(self, claims: Collection[int]) -> None:
        self.held = [each for each in self.held if each.claim not in claims]

    def put_events(self, rows: Sequence[HeldEvent], members: Sequence[Membership]) -> None:
        self.events.update((each.row.id, each) for each in rows)
        self.held += members

    def sizes(self, event_ids: Iterable[str]) -> dict[str, int]:
        return {event_id: len(self.members([event_id])) for event_id in event_ids}

    def retire_events(self, found: Iterable[str]) -> None:
        self.events = {key: each for key, each in self.events.items() if key not in set(found)}


@dataclass
class Linking:
    """What clustering needs of a linker."""

    links: Rows
    written: set[Pair] = field(default_factory=set)

    def tolds(self, numbers: Iterable[int]) -> dict[int, Told]:
        return {n: self.links.graph.claims[n] for n in numbers if n in self.links.graph.claims}

    def gone(self, numbers: Iterable[int]) -> set[int]:
        return {n for n in numbers if n in self.links.graph.gone}

    def apart(self) -> set[Pair]:
        return set()

    def work_out(self, touched: set[int], leaving: Collection[int] = ()) -> None:
        """Cluster anew around the touched claims."""
        recluster(cast("Any", self), touched, leaving)

    def rows(self) -> tuple[list[Membership], dict[str, HeldEvent]]:
        """All that is kept."""
        return sorted(self.links.held), self.links.events


@pytest.fixture
def dealt_out(monkeypatch: pytest.MonkeyPatch) -> Callable[[Graph], None]:
    """Deal the claims of each connected block out to three events; the edges that are read are those of a graph."""
    monkeypatch.setattr(clustering, "clusters", lambda tolds, *_: [place % 3 for place in range(len(tolds))])

    def over(graph: Graph) -> None:
        class Held(Near):
            def read(self, members: Iterable[int]) -> None:
                for n in set(members) - self.held.keys():
                    self.held[n] = [each for each in graph.edges.values() if n in (each.a, each.b)]

        monkeypatch.setattr(clustering, "Near", Held)

    return over


def claim(number: int) -> Told:
    """One of the claims that there may be: accounts, denials and a few ties, each in a report of its own."""
    said = Said("leads" if number % 7 == 3 else "visit", "Nilo Zorvel", day=1, denied=number % 3 == 1)
    found = extracted(Draft(f"Paper {number}", "2025-05-02", (said,)))
    return Told(found.claims[0], found.report.id, found.report.published, found.report.text)


class Story:
    """A graph that lives through rounds of linking."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.graph = Graph()
        self.lived = Linking(Rows(self.graph))
        self.every = {n: claim(n) for n in range(random.randint(6, 24))}
        self.graph.gone = {number_of(each.report_id) for each in self.every.values() if random.random() < 0.2}
        self.share = random.choice((0.05, 0.1, 0.2))

    def join(self, a: int, b: int) -> set[int]:
        """Write an edge between two claims, in place of one that is there."""
        pair = (min(a, b), max(a, b))
        reason = f"for reason {self.random.randint(0, 9)}"
        self.graph.edges[pair] = EdgeRow(*pair, self.random.choice(SCORES), True, "key", reason)
        self.lived.written.add(pair)
        return {a, b}

    def leave(self) -> None:
        """Take a claim or two out, as `unlink` does; others may meet instead."""
        held = sorted(self.graph.claims)
        leaving = set(self.random.sample(held, min(len(held), self.random.randint(1, 2))))
        links = self.lived.links
        events = {each.event_id for each in links.memberships(leaving)}
        touched = self.graph.beside(leaving) | {each.claim for each in links.members(events)}
        self.graph.drop(leaving)
        if len(self.graph.claims) > 1 and self.random.random() < 0.4:
            touched |= self.join(*self.random.sample(sorted(self.graph.claims), 2))
        self.lived.work_out(touched - leaving, leaving)

    def come(self) -> None:
        """Put claims in, as `link` does; some edges go or change."""
        share = self.random.choice((0.0, 0.1, 0.5))
        fresh = {n for n in self.every if n not in self.graph.claims and self.random.random() < share}
        self.graph.claims.update((n, self.every[n]) for n in sorted(fresh))
        touched = set(fresh)
        for n in sorted(fresh):
            for other in sorted(self.graph.claims):
                if other != n and self.random.random() < self.share:
                    touched |= self.join(n, other)
        if self.graph.edges and self.random.random() < 0.5:
            pair = self.random.choice(sorted(self.graph.edges))
            touched |= self.join(*pair) if self.random.random() < 0.5 else self.part(pair)
        if len(self.graph.claims) > 1 and self.random.random() < 0.5:
            touched |= self.join(*self.random.sample(sorted(self.graph.claims), 2))
        self.lived.work_out(touched)

    def part(self, pair: Pair) -> set[int]:
        """Drop an edge."""
        del self.graph.edges[pair]
        self.lived.written.discard(pair)
        return set(pair)

    def at_once(self) -> Linking:
        """The same graph, all of it clustered at once."""
        fresh = Linking(Rows(self.graph))
        fresh.work_out(set(self.graph.claims))
        return fresh


@settings(QUICK, max_examples=200)
@given(st.randoms(use_true_random=True), st.integers(1, 5), st.sampled_from((0, 4, 20)))
def test_whatever_came_and_went_each_claim_is_in_the_block_that_the_edges_alone_give(
    dealt_out: Callable[[Graph], None], random: Random, most: int, ahead: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "MOST", most)
        patch.setattr(clustering, "READ_AHEAD", ahead)
        story = Story(random)
        dealt_out(story.graph)
        for _ in range(random.randint(5, 25)):
            if story.graph.claims and random.random() < 0.5:
                story.leave()
            else:
                story.come()
            assert story.lived.rows() == story.at_once().rows()
