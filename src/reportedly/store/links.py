"""Blocks and edges in the database: who shares a key with whom, which claims and names are one, who relies on whom.

In: a connection, members by number. Out: blocks to put things into, edges, components. What is compared and what it
means is decided elsewhere.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, column, delete, or_, select, text, update

from reportedly.linked import Passage, ReportEdge
from reportedly.model import Span
from reportedly.store.tables import block, edge, report_edge
from reportedly.store.writing import on_conflict_nothing

REPORTS, CLAIMS, NAMES = 0, 1, 2
"""The spaces of `block` and `edge`."""

CHUNK = 2000
"""Values in one IN list: SQLite takes 32,766 and PostgreSQL 65,535."""

Way = Literal["key", "copy", "judged", "answer"]
SeatRow = tuple[int, bool, bool, int, int]
"""key, gone, hidden, rank, member."""


SEATS = select(block.c.key, block.c.gone, block.c.hidden, block.c.rank, block.c.member)
SOME: BindParameter[Any] = bindparam("some", expanding=True)
VISIBLE = SEATS.where(block.c.space == bindparam("space"), block.c.key.in_(SOME), block.c.hidden.is_(False)).order_by(
    *block.primary_key.columns
)
SEATED = SEATS.where(block.c.space == bindparam("space"), block.c.member.in_(SOME))


class EdgeRow(NamedTuple):
    """An edge as kept: two numbers, the lesser first."""

    a: int
    b: int
    score: float
    match: bool
    way: Way
    reason: str


def chunks(values: Iterable[int], size: int = CHUNK) -> Iterator[list[int]]:
    """The values, each once and sorted, in lists of up to `size`."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def visible_seats(connection: Connection, space: int, keys: Iterable[int]) -> Iterator[SeatRow]:
    """The first seats of each block, block by block in the order of rank, as the table holds them."""
    for some in chunks(keys):
        yield from map(tuple, connection.execute(VISIBLE, {"space": space, "some": some}).all())


def hidden_seats(connection: Connection, space: int, key: int, gone: bool) -> list[tuple[int, int]]:
    """(rank, member) of the seats of a crowded block after its first ones, by rank."""
    query = select(block.c.rank, block.c.member).where(
        block.c.space == space, block.c.key == key, block.c.gone.is_(gone), block.c.hidden.is_(True)
    )
    return [tuple(row) for row in connection.execute(query.order_by(block.c.rank, block.c.member))]


def has_seat(connection: Connection, space: int, row: SeatRow) -> bool:
    """Whether this seat is there, `hidden` or not as the row says."""
    key, gone, hidden, rank, member = row
    query = select(block.c.member).where(
        block.c.space == space, block.c.key == key, block.c.gone.is_(gone), block.c.hidden.is_(hidden),
        block.c.rank == rank, block.c.member == member,
    )  # fmt: skip
    return connection.execute(query).first() is not None


def seats_of(connection: Connection, space: int, members: Iterable[int]) -> Iterator[SeatRow]:
    """Every seat of these members."""
    for some in chunks(members):
        yield from map(tuple, connection.execute(SEATED, {"space": space, "some": some}).all())


def write_seats(
    connection: Connection, space: int, removed: Sequence[SeatRow], hidden: Sequence[SeatRow], added: Sequence[SeatRow]
) -> None:
    """Take seats out, turn the `hidden` mark of others, put new ones in."""
    same = and_(
        block.c.space == space,
        block.c.key == bindparam("k"),
        block.c.gone == bindparam("g"),
        block.c.rank == bindparam("r"),
        block.c.member == bindparam("m"),
    )
    if removed:
        connection.execute(delete(block).where(same), [{"k": k, "g": g, "r": r, "m": m} for k, g, _, r, m in removed])
    if hidden:
        connection.execute(
            update(block).where(same).values(hidden=bindparam("h")),
            [{"k": k, "g": g, "h": h, "r": r, "m": m} for k, g, h, r, m in hidden],
        )
    if added:
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        connection.exec_driver_sql(
            f"INSERT INTO block (space, key, gone, hidden, rank, member) VALUES ({', '.join([mark] * 6)})",  # noqa: S608
            [(space, *row) for row in added],
        )


def put_edges(connection: Connection, space: int, edges: Sequence[EdgeRow], keep: bool = False) -> None:
    """Write edges; one that is there is replaced, or with `keep` left as it is."""
    if not edges:
        return
    rows = [
        {"space": space, "a": e.a, "b": e.b, "score": e.score, "match": e.match, "way": e.way, "reason": e.reason}
        for e in edges
    ]
    statement = on_conflict_nothing(connection, edge)
    if not keep:
        drop_edges(connection, space, [(e.a, e.b) for e in edges])
    connection.execute(statement, rows)


def drop_edges(connection: Connection, space: int, pairs: Sequence[tuple[int, int]], way: Way | None = None) -> None:
    """Remove edges, of one way only where it is given."""
    if pairs:
        where = [edge.c.space == space, edge.c.a == bindparam("x"), edge.c.b == bindparam("y")]
        if way is not None:
            where.append(edge.c.way == way)
        connection.execute(delete(edge).where(*where), [{"x": a, "y": b} for a, b in pairs])


def drop_pairs(
    connection: Connection, space: int, pairs: Iterable[tuple[int, int]], way: Way | None = None
) -> set[tuple[int, int]]:
    """Remove the edges between these pairs, of one way only where it is given; those pairs that had one."""
    wanted = set(pairs)
    found = edges_of(connection, space, {n for each in wanted for n in each}) if wanted else []
    had = wanted & {(each.a, each.b) for each in found if way in (None, each.way)}
    drop_edges(connection, space, sorted(had), way)
    return had


def drop_edges_of(connection: Connection, space: int, members: Iterable[int]) -> None:
    """Remove every edge of these members."""
    drop_edges(connection, space, [(each.a, each.b) for each in edges_of(connection, space, members)])


def edges_by(connection: Connection, end: str) -> Select[Any]:
    """A query for edges by one end.

    SQLite takes every space to hold ten edges, and would read them all where it could go by the index on the second
    end; so it is told to.
    """
    by_index = connection.dialect.name == "sqlite" and end == "b"
    source = text("edge INDEXED BY ix_edge_space_b_a" if by_index else "edge")
    return select(*(column(each, edge.c[each].type) for each in EdgeRow._fields)).select_from(source)


def edges_of(connection: Connection, space: int, members: Iterable[int]) -> list[EdgeRow]:
    """Every edge that has one of these members, each once."""
    found: dict[tuple[int, int], EdgeRow] = {}
    for some in chunks(members):
        for end in ("a", "b"):
            query = edges_by(connection, end).where(column("space") == space, column(end).in_(some))
            found.update((row[:2], EdgeRow._make(row)) for row in map(tuple, connection.execute(query).all()))
    return [found[key] for key in sorted(found)]


def neighbours(connection: Connection, space: int, members: Iterable[int], least: float) -> dict[int, set[int]]:
    """For each of these members those that it matches with `least` score or more."""
    found: dict[int, set[int]] = defaultdict(set)
    wanted = set(members)
    for each in edges_of(connection, space, wanted):
        if each.match and each.score >= least:
            for one, other in ((each.a, each.b), (each.b, each.a)):
                if one in wanted:
                    found[one].add(other)
    return found


class Near:
    """Edges by member, each member's read once and kept; while it is used no edge may be written."""

    def __init__(self, connection: Connection, space: int) -> None:
        self.connection = connection
        self.space = space
        self.held: dict[int, list[EdgeRow]] = {}

    def read(self, members: Iterable[int]) -> None:
        """Read the edges of those members whose edges were not read."""
        fresh = {n for n in members if n not in self.held}
        if not fresh:
            return
        self.held.update((n, []) for n in fresh)
        for each in edges_of(self.connection, self.space, fresh):
            for n in fresh.intersection((each.a, each.b)):
                self.held[n].append(each)

    def of(self, member: int) -> list[EdgeRow]:
        """The edges of one member."""
        self.read((member,))
        return self.held[member]

    def edges_of(self, members: Collection[int]) -> list[EdgeRow]:
        """Every edge that has one of these members, each once, in order."""
        self.read(members)
        found = {(each.a, each.b): each for n in members for each in self.held[n]}
        return [found[key] for key in sorted(found)]

    def beside(self, members: Collection[int]) -> set[int]:
        """These members and all that they have an edge with."""
        self.read(members)
        return {n for member in members for each in self.held[member] for n in (each.a, each.b)}

    def matching(self, members: Collection[int], least: float, without: Collection[tuple[int, int]] = ()) -> set[int]:
        """What these members match with `least` score or more, some pairs left out."""
        self.read(members)
        return {
            each.b if each.a == n else each.a
            for n in members
            for each in self.held[n]
            if each.match and each.score >= least and (not without or (each.a, each.b) not in without)
        }


def put_report_edges(connection: Connection, edges: Mapping[tuple[int, int], ReportEdge]) -> None:
    """Write edges between reports by their numbers (earlier, later)."""
    rows = [
        {"earlier": earlier, "later": later, "kind": e.kind, "score": e.score, "reason": e.reason,
         "passages": passages_text(e.passages)}
        for (earlier, later), e in edges.items()
    ]  # fmt: skip
    if rows:
        connection.execute(on_conflict_nothing(connection, report_edge), rows)


def drop_report_edges(connection: Connection, reports: Collection[int]) -> None:
    """Remove every edge of these reports."""
    for some in chunks(reports):
        connection.execute(
            delete(report_edge).where(or_(report_edge.c.earlier.in_(some), report_edge.c.later.in_(some)))
        )


def drop_report_pairs(connection: Connection, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Remove the edges between these pairs of reports, whichever is the earlier; those pairs that had one."""
    found = []
    for a, b in pairs:
        either = or_(
            and_(report_edge.c.earlier == a, report_edge.c.later == b),
            and_(report_edge.c.earlier == b, report_edge.c.later == a),
        )
        if connection.execute(delete(report_edge).where(either)).rowcount:
            found.append((a, b))
    return found


def report_edges_of(connection: Connection, reports: Iterable[int]) -> list[tuple[int, int, Any]]:
    """(earlier, later, row) of every edge that has one of these reports."""
    found: dict[tuple[int, int], Any] = {}
    for some in chunks(reports):
        for side in (report_edge.c.earlier, report_edge.c.later):
            for row in connection.execute(select(report_edge).where(side.in_(some))):
                found[row.earlier, row.later] = row
    return [(*key, found[key]) for key in sorted(found)]


def passages_text(passages: Sequence[Passage]) -> str:
    """Passages as JSON: [a start, a end, b start, b end, manner, quoted] each."""
    return json.dumps(
        [[p.a.start, p.a.end, p.b.start, p.b.end, p.manner, p.quoted] for p in passages], separators=(",", ":")
    )


def read_passages(text: str) -> tuple[Passage, ...]:
    """The passages that `passages_text` wrote."""
    return tuple(Passage(Span(a, b), Span(c, d), manner, quoted) for a, b, c, d, manner, quoted in json.loads(text))
