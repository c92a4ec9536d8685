"""One transaction of linking: what is read and written of reports, claims, names, events and entities by number.

In: a writing connection. Out: model values by their numbers, and rows. What belongs together is decided elsewhere.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, Text, and_, bindparam, delete, func, insert, or_, select, update

from reportedly.linked import EventRow, Name, ReportEdge, Standing
from reportedly.model import VOID, Claim, Report
from reportedly.store import links, rows
from reportedly.store.links import chunks
from reportedly.store.tables import (
    block,
    claim,
    context,
    entity,
    entity_name,
    event,
    former,
    judged_report,
    judgement,
    member,
    name,
    report,
    role,
    source,
    standing,
)
from reportedly.store.writing import State, on_conflict_nothing, put_parties, put_report

LOCK = 7_236_413_002
"""Number of the PostgreSQL advisory lock that lets one process link at a time; SQLite has one writer anyway."""

CONTEXT = 32
"""Partners, capacities and places of a name that are looked at, the first by spelling."""


class HeldClaim(NamedTuple):
    """A claim with its number, its report's number, and its place in the report."""

    number: int
    report: int
    position: int
    claim: Claim


class HeldReport(NamedTuple):
    """A report with what became of it, None where it stands."""

    report: Report
    standing: Standing | None

    @property
    def gone(self) -> bool:
        """Whether the report no longer stands."""
        return self.standing is not None or self.report.status in VOID


class Membership(NamedTuple):
    """A claim of an event, how it stands to it, and why it was joined."""

    event_id: str
    claim: int
    part: str
    reason: str


class HeldEvent(NamedTuple):
    """An event or tie with the number of its first claim."""

    row: EventRow
    first: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity with the numbers of its names."""

    id: str
    name: str
    schema: str
    known_as: str | None
    names: tuple[int, ...]
    open_to: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class Links:
    """What linking reads and writes, in one transaction; `writes` is false where it only reads."""

    def __init__(self, connection: Connection, writes: bool = True) -> None:
        self.connection = connection
        if writes and connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(LOCK)))

    def state(self) -> object:
        """What tells whether anybody else has written since: equal for as long as nobody has.

        For SQLite a connection and its data version, for PostgreSQL the next transaction that will write after ours.
        """
        if self.connection.dialect.name == "postgresql":
            ours, snapshot = func.pg_current_xact_id_if_assigned(), func.pg_snapshot_xmax(func.pg_current_snapshot())
            asked = select(ours.cast(Text).cast(BigInteger), snapshot.cast(Text).cast(BigInteger))
            own, upcoming = self.connection.execute(asked).one()
            return upcoming if own is None else own + 1
        seen = self.connection.info.setdefault("seen", object())
        return seen, self.connection.exec_driver_sql("PRAGMA data_version").scalar()

    def pending(self, most: int) -> list[str]:
        """Ids of reports that wait to be linked, at most so many, by publication."""
        query = select(report.c.id).where(report.c.is_linked.is_(False))
        return list(self.connection.execute(query.order_by(report.c.published, report.c.id).limit(most)).scalars())

    def linked(self, report_ids: Iterable[str]) -> set[str]:
        """Those of these reports that are linked."""
        found: set[str] = set()
        for some in text_chunks(report_ids):
            query = select(report.c.id).where(report.c.id.in_(some), report.c.is_linked.is_(True))
            found.update(self.connection.execute(query).scalars())
        return found

    def mark(self, report_ids: Iterable[str], is_linked: bool) -> None:
        """Say of reports that they are linked, or wait to be."""
        for some in text_chunks(report_ids):
            self.connection.execute(update(report).where(report.c.id.in_(some)).values(is_linked=is_linked))

    def put_report(self, found: Report, claims: Sequence[Claim], extractor: str) -> State:
        """Keep a report with its claims, which must not be linked; what became of it."""
        return put_report(self.connection, found, claims, extractor)

    def reports(self, numbers: Iterable[int]) -> dict[int, HeldReport]:
        """Reports by number."""
        found: dict[int, HeldReport] = {}
        joined = report.outerjoin(standing, standing.c.report_id == report.c.id)
        columns = (standing.c.status.label("now"), standing.c.since, standing.c.replacement, standing.c.reason)
        for some in chunks(numbers):
            query = select(report, *columns).select_from(joined).where(report.c.number.in_(some))
            for row in self.connection.execute(query).mappings():
                stands = None
                if row["now"] is not None:
                    stands = Standing(row["id"], row["now"], row["since"], row["replacement"], row["reason"])
                found[row["number"]] = HeldReport(rows.read_report(dict(row)), stands)
        return found

    def gone(self, numbers: Iterable[int]) -> set[int]:
        """Those of these reports that do not stand."""
        joined = report.outerjoin(standing, standing.c.report_id == report.c.id)
        falls = or_(standing.c.report_id.is_not(None), report.c.status.in_(VOID))
        found: set[int] = set()
        for some in chunks(numbers):
            query = select(report.c.number).select_from(joined).where(report.c.number.in_(some), falls)
            found.update(self.connection.execute(query).scalars())
        return found

    def claims_of(self, report_ids: Iterable[str]) -> list[HeldClaim]:
        """The claims of these reports."""
        return [each for some in text_chunks(report_ids) for each in self.claims_where(claim.c.report_id.in_(some))]

    def claims(self, numbers: Iterable[int]) -> list[HeldClaim]:
        """The claims with these numbers."""
        return [each for some in chunks(numbers) for each in self.claims_where(claim.c.number.in_(some))]

    def claims_where(self, condition: Any) -> list[HeldClaim]:
        """The claims that fulfil the condition, by report and place."""
        query = select(claim.c.number, claim.c.report_id, claim.c.position, claim.c.body).where(condition)
        return [
            HeldClaim(row.number, rows.number(row.report_id), row.position, rows.stored_claim(row.report_id, row.body))
            for row in self.connection.execute(query.order_by(claim.c.report_id, claim.c.position))
        ]

    def numbers_of(self, report_ids: Iterable[str]) -> dict[int, int]:
        """The numbers of the claims of these reports, each with its report's number."""
        found: dict[int, int] = {}
        for some in text_chunks(report_ids):
            query = select(claim.c.number, claim.c.report_id).where(claim.c.report_id.in_(some))
            found.update({row.number: rows.number(row.report_id) for row in self.connection.execute(query)})
        return found

    def members_with(self, space: int, keys: Iterable[int]) -> set[int]:
        """The members of these blocks."""
        found: set[int] = set()
        for some in chunks(keys):
            query = select(block.c.member).where(block.c.space == space, block.c.key.in_(some))
            found.update(self.connection.execute(query).scalars())
        return found

    def claims_of_names(self, numbers: Iterable[int]) -> set[str]:
        """Ids of the reports with claims in which one of these names takes part or speaks."""
        found: set[str] = set()
        for some in chunks(numbers):
            ids = select(name.c.id).where(name.c.number.in_(some))
            for table in (role, source):
                query = select(claim.c.report_id).join(table, table.c.claim_id == claim.c.id)
                found.update(self.connection.execute(query.where(table.c.name_id.in_(ids))).scalars())
        return found

    def names(self, numbers: Iterable[int]) -> dict[int, Name]:
        """Names by number."""
        found: dict[int, Name] = {}
        for some in chunks(numbers):
            query = select(name.c.number, name.c.name, name.c.schema).where(name.c.number.in_(some))
            found.update({row.number: Name(row.name, row.schema) for row in self.connection.execute(query)})
        return found

    def hidden_members(self, space: int, members: Iterable[int]) -> set[int]:
        """Those of these members that sit in a crowded block, not among its first."""
        found: set[int] = set()
        for some in chunks(members):
            query = select(block.c.member).where(
                block.c.space == space, block.c.member.in_(some), block.c.hidden.is_(True)
            )
            found.update(self.connection.execute(query.distinct()).scalars())
        return found

    def crowded_out(self, space: int, members: Iterable[int]) -> set[int]:
        """Those of these members that sit in crowded blocks only, among the first of none."""
        seats: dict[int, list[bool]] = defaultdict(list)
        for some in chunks(members):
            query = select(block.c.member, block.c.hidden).where(block.c.space == space, block.c.member.in_(some))
            for row in self.connection.execute(query):
                seats[row.member].append(row.hidden)
        return {member for member, hidden in seats.items() if all(hidden)}

    def given_names(self, numbers: Iterable[int], rejected: Iterable[int] = ()) -> dict[int, bool]:
        """Those of these names that linked reports give, each with whether one of them stands.

        What stands in `rejected` claims alone, by number, is left out.
        """
        found: dict[int, bool] = {}
        claims = sorted(rejected)
        stands = and_(standing.c.report_id.is_(None), report.c.status.not_in(VOID))
        for some in chunks(numbers):
            for table in (role, source):
                query = (
                    select(name.c.number, stands.label("stands"))
                    .join(table, table.c.name_id == name.c.id)
                    .join(claim, claim.c.id == table.c.claim_id)
                    .join(report, report.c.id == claim.c.report_id)
                    .outerjoin(standing, standing.c.report_id == report.c.id)
                    .where(name.c.number.in_(some), report.c.is_linked.is_(True), claim.c.number.not_in(claims))
                )
                for row in self.connection.execute(query.distinct()):
                    found[row.number] = found.get(row.number, False) or bool(row.stands)
        return found

    def judged(self, report_ids: Iterable[str]) -> set[str]:
        """Those of these reports about a claim of which somebody ever judged, undone judgements included."""
        found: set[str] = set()
        for some in text_chunks(report_ids):
            query = (
                select(judged_report.c.report_id)
                .join(judgement, judgement.c.id == judged_report.c.judgement_id)
                .where(judged_report.c.report_id.in_(some), judgement.c.subject == "claim")
            )
            found.update(self.connection.execute(query).scalars())
        return found

    def put_parties(self, claims: Iterable[tuple[str, Claim, str]]) -> None:
        """Let claims, by the ids under which they were read, be found by those who take part in them or say them now.

        Each with its report's text.
        """
        put_parties(self.connection, claims)

    def names_in(self, claims: Iterable[int]) -> dict[int, Name]:
        """The names of those who take part in these claims or say them, by number."""
        found: dict[int, Name] = {}
        for some in chunks(claims):
            for table in (role, source):
                query = (
                    select(name.c.number, name.c.name, name.c.schema)
                    .join(table, table.c.name_id == name.c.id)
                    .join(claim, claim.c.id == table.c.claim_id)
                    .where(claim.c.number.in_(some))
                )
                for row in self.connection.execute(query.distinct()):
                    found[row.number] = Name(row.name, row.schema)
        return found

    def put_contexts(self, values: Iterable[tuple[int, str, str, int]]) -> None:
        """Keep (name, kind, value, report)."""
        found = [dict(zip(("name", "kind", "value", "report"), each, strict=True)) for each in sorted(set(values))]
        if found:
            self.connection.execute(on_conflict_nothing(self.connection, context), found)

    def drop_contexts(self, reports: Iterable[int]) -> set[int]:
        """Forget what these reports tell of names' contexts; the names."""
        found: set[int] = set()
        for some in chunks(reports):
            found.update(self.connection.execute(select(context.c.name).where(context.c.report.in_(some))).scalars())
            self.connection.execute(delete(context).where(context.c.report.in_(some)))
        return found

    def contexts(self, names: Iterable[int]) -> dict[int, dict[str, frozenset[str]]]:
        """For each name the first CONTEXT values of each kind."""
        found: dict[int, dict[str, frozenset[str]]] = {}
        for number in set(names):
            kinds: dict[str, list[str]] = defaultdict(list)
            for kind in ("partner", "capacity", "place"):
                query = select(context.c.value).where(context.c.name == number, context.c.kind == kind)
                kinds[kind] += self.connection.execute(
                    query.distinct().order_by(context.c.value).limit(CONTEXT)
                ).scalars()
            found[number] = {kind: frozenset(values) for kind, values in kinds.items()}
        return found

    def memberships(self, claims: Iterable[int]) -> list[Membership]:
        """How these claims belong to events."""
        columns = (member.c.event_id, member.c.claim, member.c.part, member.c.reason)
        return [
            Membership(*row)
            for some in chunks(claims)
            for row in self.connection.execute(select(*columns).where(member.c.claim.in_(some)))
        ]

    def members(self, event_ids: Iterable[str]) -> list[Membership]:
        """The claims of these events."""
        columns = (member.c.event_id, member.c.claim, member.c.part, member.c.reason)
        return [
            Membership(*row)
            for some in text_chunks(event_ids)
            for row in self.connection.execute(select(*columns).where(member.c.event_id.in_(some)))
        ]

    def attached(self, event_ids: Iterable[str]) -> set[int]:
        """The claims that are attached to these events without being part: denials, plans, what does not stand."""
        found: set[int] = set()
        for some in text_chunks(event_ids):
            query = select(member.c.claim).where(member.c.event_id.in_(some), member.c.reason == "")
            found.update(self.connection.execute(query).scalars())
        return found

    def drop_memberships(self, claims: Iterable[int]) -> set[str]:
        """Let these claims belong to no event; the events that they belonged to."""
        found = {each.event_id for each in self.memberships(claims)}
        for some in chunks(claims):
            self.connection.execute(delete(member).where(member.c.claim.in_(some)))
        return found

    def put_events(self, events: Sequence[HeldEvent], members: Sequence[Membership]) -> None:
        """Write events, in place of those with the same ids, and their members."""
        ids = {each.row.id for each in events}
        for some in text_chunks(ids):
            held = set(self.connection.execute(select(event.c.id).where(event.c.id.in_(some))).scalars())
            again = [{"held": e.row.id, **event_values(e)} for e in events if e.row.id in held]
            if again:
                self.connection.execute(update(event).where(event.c.id == bindparam("held")), again)
            ids -= held
            self.connection.execute(delete(former).where(former.c.former_id.in_(some)))
        if ids:
            self.connection.execute(insert(event), [event_values(e) for e in events if e.row.id in ids])
        if members:
            self.connection.execute(insert(member), [each._asdict() for each in members])

    def held_events(self, event_ids: Iterable[str]) -> dict[str, HeldEvent]:
        """These events by id, each with its first claim."""
        columns = [event.c[each.name] for each in fields(EventRow)]
        return {
            row[0]: HeldEvent(EventRow(*row[:-1]), row[-1])
            for some in text_chunks(event_ids)
            for row in self.connection.execute(select(*columns, event.c.first).where(event.c.id.in_(some)))
        }

    def move_members(self, moved: Mapping[str, str]) -> None:
        """Let all claims of these events belong to the events that take them over."""
        for old, new in sorted(moved.items()):
            self.connection.execute(update(member).where(member.c.event_id == old).values(event_id=new))

    def put_reasons(self, reasons: Mapping[int, str]) -> None:
        """Say anew why these claims, each of one event, belong to it."""
        if reasons:
            self.connection.execute(
                update(member).where(member.c.claim == bindparam("n")).values(reason=bindparam("why")),
                [{"n": n, "why": why} for n, why in sorted(reasons.items())],
            )

    def sizes(self, event_ids: Iterable[str]) -> dict[str, int]:
        """For each of these events how many members it has; 0 for those without any."""
        found = dict.fromkeys(event_ids, 0)
        for some in text_chunks(found):
            query = select(member.c.event_id, func.count()).where(member.c.event_id.in_(some))
            found.update({row[0]: row[1] for row in self.connection.execute(query.group_by(member.c.event_id))})
        return found

    def retire_events(self, successors: Mapping[str, str | None]) -> None:
        """Remove events, and remember under which id each is found now."""
        for some in text_chunks(successors):
            self.connection.execute(delete(event).where(event.c.id.in_(some)))
        for old, new in sorted(successors.items()):
            if new is None:
                continue
            self.connection.execute(update(former).where(former.c.event_id == old).values(event_id=new))
            self.connection.execute(delete(former).where(former.c.former_id == old))
            self.connection.execute(insert(former).values(former_id=old, event_id=new))

    def entities_of(self, names: Iterable[int]) -> dict[int, str]:
        """For each of these names that has one, its entity's id."""
        found: dict[int, str] = {}
        for some in chunks(names):
            query = select(entity_name.c.name, entity_name.c.entity_id).where(entity_name.c.name.in_(some))
            found.update({row.name: row.entity_id for row in self.connection.execute(query)})
        return found

    def names_of(self, entity_ids: Iterable[str]) -> set[int]:
        """The numbers of the names of these entities."""
        found: set[int] = set()
        for some in text_chunks(entity_ids):
            query = select(entity_name.c.name).where(entity_name.c.entity_id.in_(some))
            found.update(self.connection.execute(query).scalars())
        return found

    def drop_entities(self, entity_ids: Iterable[str]) -> None:
        """Remove entities; their names belong to none."""
        for some in text_chunks(entity_ids):
            self.connection.execute(delete(entity_name).where(entity_name.c.entity_id.in_(some)))
            self.connection.execute(delete(entity).where(entity.c.id.in_(some)))

    def put_entities(self, entities: Sequence[EntityRow]) -> None:
        """Write entities with their names."""
        if not entities:
            return
        values = [
            {"id": e.id, "name": e.name, "schema": e.schema, "known_as": e.known_as,
             "open_to": json.dumps(e.open_to, ensure_ascii=False), "reasons": json.dumps(e.reasons, ensure_ascii=False)}
            for e in entities
        ]  # fmt: skip
        self.connection.execute(insert(entity), values)
        pairs = [{"name": number, "entity_id": e.id} for e in entities for number in e.names]
        if pairs:
            self.connection.execute(insert(entity_name), pairs)

    def put_report_edges(self, edges: Mapping[tuple[int, int], ReportEdge]) -> None:
        """Write edges between reports by (earlier, later)."""
        links.put_report_edges(self.connection, edges)

    def drop_report_edges(self, reports: Iterable[int]) -> None:
        """Remove the edges of these reports."""
        links.drop_report_edges(self.connection, set(reports))

    def drop_report_pairs(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Remove the edges between these pairs of reports; those pairs that had one."""
        return links.drop_report_pairs(self.connection, pairs)

    def report_edges(self, reports: Iterable[int]) -> list[tuple[int, int, Any]]:
        """(earlier, later, row) of the edges of these reports."""
        return links.report_edges_of(self.connection, reports)


def event_values(held: HeldEvent) -> dict[str, Any]:
    """The columns of an event."""
    row = held.row
    return {
        "id": row.id, "kind": row.kind, "type": row.type, "mode": row.mode, "tie": row.tie, "is_dated": row.is_dated,
        "earliest": row.earliest, "latest": row.latest, "day": row.earliest or row.latest or "", "size": row.size,
        "first": held.first,
    }  # fmt: skip


def text_chunks(values: Iterable[str], size: int = links.CHUNK) -> list[list[str]]:
    """The values, each once and sorted, in lists of up to `size`."""
    ordered = sorted(set(values))
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]
