"""Ties where accounts only come in: they join what they are connected with, and no more is read than that.

A tie is all that is connected, however many accounts tell of it: thousands name who leads a country. What a new account
joins is therefore known from its own edges; a tie that loses accounts or edges, or that somebody judged to be two, is
clustered anew as a whole.

In: a linker with the edges that it wrote. Out: rows of ties and their claims in the store, and the claims that are left
to `clustering`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from reportedly.link.accounts import Told, event_id, order_key
from reportedly.linked import EventRow
from reportedly.project.clustering import CORE, FALLEN, FIRST, Side, homes, part_of, reason
from reportedly.project.listing import Seen, seen, span_of
from reportedly.store.linking import HeldEvent, Membership
from reportedly.store.links import CLAIMS, EdgeRow, Near
from reportedly.store.rows import number as number_of

if TYPE_CHECKING:
    from reportedly.project.linking import Linker

Node = str | int
"""A tie by its id, or an account of none as yet by its number."""


class Joined(NamedTuple):
    """Ties and new accounts that are one tie from now on."""

    ties: tuple[str, ...]
    fresh: tuple[int, ...]


def join_ties(linker: "Linker", touched: Collection[int], loosened: Collection[int]) -> set[int]:
    """Join the ties of the touched claims where that is enough; the touched claims that are left.

    `loosened` are claims that lost an edge, or may have.
    """
    ties = {n: told for n, told in linker.tolds(touched).items() if told.claim.kind == "tie"}
    return set(touched) - ties.keys() | Tying(linker, ties, loosened).run()


class Tying:
    """One round of joining ties."""

    def __init__(self, linker: "Linker", ties: dict[int, Told], loosened: Collection[int]) -> None:
        self.linker = linker
        self.links = linker.links
        self.tolds = ties
        self.touched = frozenset(ties)
        self.near = Near(linker.links.connection, CLAIMS)
        self.sides: dict[int, Side] = {}
        self.firsts: set[int] = set()
        self.began: set[int] = set()
        self.judge_sides(ties)
        self.pairs = sorted(pair for pair in linker.written if all(map(self.stands, pair)))
        self.before = self.events_by_claim(ties)
        torn = {n for pair in linker.apart() for n in pair} | set(loosened)
        self.unsure = torn.union(*self.events_by_claim(torn).values())

    def events_by_claim(self, claims: Iterable[int]) -> dict[int, set[str]]:
        """For each of these claims that belongs to ties, which."""
        found: dict[int, set[str]] = defaultdict(set)
        for each in self.links.memberships(claims):
            found[each.claim].add(each.event_id)
        return found

    def judge_sides(self, tolds: Mapping[int, Told]) -> None:
        """Work out how these claims stand to what they tell of."""
        gone = self.linker.gone(number_of(each.report_id) for each in tolds.values())
        for n, each in tolds.items():
            self.sides[n] = (number_of(each.report_id) in gone, part_of(each))

    def read(self, claims: Iterable[int]) -> None:
        """Read claims that were not read in this round."""
        fresh = self.linker.tolds(set(claims) - self.tolds.keys())
        self.tolds.update(fresh)
        self.judge_sides(fresh)

    def stands(self, n: int) -> bool:
        """Whether a claim decides which ties there are."""
        return self.sides.get(n) == CORE

    def run(self) -> set[int]:
        """Join, write, attach denials and plans; the claims that are left."""
        left: set[int] = set()
        sure: list[Joined] = []
        for joined, members in self.joined():
            if self.unsure.isdisjoint((*joined.ties, *members)):
                sure.append(joined)
            else:
                left |= members
        merged = {tie for each in sure if len(each.ties) > 1 for tie in each.ties}
        others = {n for n in self.touched if not self.stands(n)} | self.links.attached(merged)
        self.read(others)
        alone = {each.claim for each in self.links.memberships(others) if each.reason}
        alone |= {n for n in others if self.sides[n] == FALLEN}
        self.links.drop_memberships(others - alone)
        self.write(sure)
        self.explain(left)
        return left | alone | self.attach_all(others - alone)

    def joined(self) -> list[tuple[Joined, set[int]]]:
        """What is connected by the new edges, each with its touched claims."""
        node: dict[int, Node] = {n: min(self.before.get(n, {n})) for n in self.touched if self.stands(n)}
        parent: dict[Node, Node] = {each: each for each in node.values()}

        def root(each: Node) -> Node:
            while parent[each] != each:
                parent[each] = parent[parent[each]]
                each = parent[each]
            return each

        for a, b in self.pairs:
            parent[root(node[a])] = root(node[b])
        members: dict[Node, set[int]] = defaultdict(set)
        for n, each in node.items():
            members[root(each)].add(n)
        return [(joined_of(node[n] for n in members[each]), members[each]) for each in sorted(members, key=str)]

    def write(self, found: list[Joined]) -> None:
        """Write ties with their new accounts."""
        held = self.links.held_events({tie for each in found for tie in each.ties})
        self.read(each.first for each in held.values())
        rows, members = [], []
        moved: dict[str, str] = {}
        for each in found:
            if each.fresh or len(each.ties) > 1:
                row = self.row([held[tie] for tie in each.ties], each.fresh)
                rows.append(row)
                members += [Membership(row.row.id, n, "account", "") for n in each.fresh]
                moved.update((tie, row.row.id) for tie in each.ties if tie != row.row.id)
        self.links.put_events(rows, members)
        self.links.move_members(moved)
        self.links.retire_events(moved)
        self.firsts = {row.first for row in rows}
        self.began = {held[tie].first for tie in moved}

    def row(self, held: list[HeldEvent], fresh: Collection[int]) -> HeldEvent:
        """The tie that these ties and new accounts make together."""
        first = min((*(each.first for each in held), *fresh), key=lambda n: order_key(self.tolds[n]))
        told = self.tolds[first]
        days = [Seen(each.row.is_dated, each.row.earliest, each.row.latest) for each in held]
        days += [seen(self.tolds[n]) for n in fresh]
        size = sum(each.row.size for each in held) + len(fresh)
        claim = told.claim
        row = EventRow(event_id(told), "tie", None, None, claim.tie, *span_of([seen(told), *days]), size)
        return HeldEvent(row, first)

    def explain(self, left: Collection[int]) -> None:
        """Say why accounts belong to their ties: those that are new, and those that have a new edge to one before."""
        wanted = {n for n in self.touched if self.stands(n) and not self.before.get(n)} | self.began
        wanted |= {max(pair, key=lambda n: order_key(self.tolds[n])) for pair in self.pairs}
        wanted = {n for n in wanted - set(left) if self.stands(n)}
        self.read(n for each in self.near.edges_of(wanted) for n in (each.a, each.b))
        self.links.put_reasons({n: self.reason(n) for n in wanted})

    def reason(self, n: int) -> str:
        """Why an account was joined to its tie."""
        if n in self.firsts:
            return FIRST
        mine = order_key(self.tolds[n])
        return reason(e for e in self.standing_edges(n) if order_key(self.tolds[end(e, n)]) < mine)

    def standing_edges(self, n: int) -> list[EdgeRow]:
        """The edges of a claim with accounts that stand."""
        return [e for e in self.near.of(n) if e.match and self.stands(end(e, n))]

    def attach_all(self, others: Collection[int]) -> set[int]:
        """Attach denials, plans and what no longer stands to ties; those that fit none are left."""
        self.read({n for e in self.near.edges_of(others) for n in (e.a, e.b)})
        ties = self.events_by_claim({end(e, n) for n in others for e in self.standing_edges(n)})
        found = {n: self.attached(n, ties) for n in others}
        members = [Membership(tie, n, self.sides[n][1], "") for n in sorted(found) for tie in found[n]]
        self.links.put_events([], members)
        return {n for n in others if not found[n]}

    def attached(self, n: int, ties: Mapping[int, set[str]]) -> list[str]:
        """The ties that a claim is attached to."""
        near = ((end(e, n), e.score) for e in self.standing_edges(n))
        return homes(self.tolds[n], ((tie, self.tolds[m], m, s) for m, s in near for tie in ties.get(m, ())))


def joined_of(nodes: Iterable[Node]) -> Joined:
    """Ties and accounts of none, put in order."""
    every = set(nodes)
    ties = sorted(each for each in every if isinstance(each, str))
    return Joined(tuple(ties), tuple(sorted(each for each in every if isinstance(each, int))))


def end(edge: EdgeRow, n: int) -> int:
    """The other end of a claim's edge."""
    return edge.b if edge.a == n else edge.a
