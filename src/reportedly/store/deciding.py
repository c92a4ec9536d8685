"""What people decide and tell: judgements, what became of reports, the knowledge base, the table of outlets.

In: a connection and values. Out: the same values. A judgement is never erased: a later one undoes it.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, true, update

from reportedly.linked import Anchor, Judgement, Name, Outlet, PastStanding, Standing, Subject
from reportedly.model import Report, fields_of
from reportedly.store import rows
from reportedly.store.linking import text_chunks
from reportedly.store.links import chunks
from reportedly.store.tables import (
    judged_report,
    judgement,
    known,
    known_name,
    outlet,
    past_standing,
    report,
    report_edge,
    standing,
)
from reportedly.store.writing import on_conflict_nothing


class Outline(NamedTuple):
    """The particulars of a held report, without its text."""

    id: str
    ref: str
    publisher: str | None
    url: str | None
    title: str | None
    published: str | None
    captured: str | None
    status: str
    replaces: str | None


def put_judgement(connection: Connection, made: Judgement) -> bool:
    """Keep a judgement; the one that it undoes is in force no longer. Whether it was not there yet."""
    row = {
        "id": made.id, "subject": made.subject, "made": made.made, "is_undone": made.undoes is not None,
        "body": json.dumps(made, default=fields_of, ensure_ascii=False),
    }  # fmt: skip
    fresh = on_conflict_nothing(connection, judgement).values(row).returning(judgement.c.id)
    if connection.execute(fresh).first() is None:
        return False
    reports = sorted({anchor.report_id for anchor in made.anchors if anchor.report_id})
    if reports:
        connection.execute(insert(judged_report), [{"judgement_id": made.id, "report_id": each} for each in reports])
    if made.undoes is not None:
        connection.execute(update(judgement).where(judgement.c.id == made.undoes).values(is_undone=True))
    return True


def judgements(
    connection: Connection, every: bool = False, subject: Subject | None = None
) -> list[tuple[Judgement, bool]]:
    """The judgements in force, or every one, in the order they were made, each with whether it was undone.

    With `subject` only those on that.
    """
    query = select(judgement.c.body, judgement.c.is_undone).order_by(judgement.c.made, judgement.c.id)
    if not every:
        query = query.where(judgement.c.is_undone.is_(False))
    if subject is not None:
        query = query.where(judgement.c.subject == subject)
    return [(read_judgement(row.body), row.is_undone) for row in connection.execute(query)]


def read_judgement(body: str) -> Judgement:
    """The judgement that was kept."""
    fields: dict[str, Any] = json.loads(body)
    anchors = tuple(read_anchor(each) for each in fields.pop("anchors"))
    return Judgement(anchors=anchors, **fields)


def read_anchor(fields: dict[str, Any]) -> Anchor:
    """One anchor of a kept judgement."""
    name = fields.pop("name")
    return Anchor(name=Name(*name) if name else None, **fields)


def put_standing(connection: Connection, became: Standing) -> None:
    """Say what became of a report; what was said before is replaced."""
    connection.execute(delete(standing).where(standing.c.report_id == became.report_id))
    connection.execute(insert(standing).values(fields_of(became)))


def replaced_by(connection: Connection, new: Report) -> list[Report]:
    """The held reports that `new` names as what it replaces: by ref, address or id, none that came later."""
    if new.replaces is None:
        return []
    named = or_(report.c.id == new.replaces, report.c.ref == new.replaces, report.c.url == new.replaces)
    return [each for each in read_reports(connection, named) if is_before(each, new)]


def replacing(connection: Connection, old: Report) -> list[Report]:
    """The held reports that name `old` as what they replace."""
    names = {each for each in (old.id, old.ref, old.url) if each}
    return [each for each in read_reports(connection, report.c.replaces.in_(names)) if is_before(old, each)]


def read_reports(connection: Connection, wanted: ColumnElement[bool]) -> list[Report]:
    """The reports for which a condition holds, by publication."""
    query = select(report).where(wanted).order_by(report.c.published, report.c.id)
    return [rows.read_report(dict(row)) for row in connection.execute(query).mappings()]


def outlines(connection: Connection, ids: Iterable[str]) -> dict[str, Outline]:
    """The reports with these ids, by id."""
    wanted = (report.c.id.in_(some) for some in text_chunks(ids))
    return {each.id: each for condition in wanted for each in outlines_where(connection, condition)}


def outlines_of_publishers(
    connection: Connection, publishers: Iterable[str], in_url: Collection[str] | None = None
) -> Iterator[Outline]:
    """The reports of these publishers, one after another; with `in_url` those whose address has one of these parts."""
    named = or_(*(report.c.url.contains(each, autoescape=True) for each in in_url)) if in_url else true()
    for some in text_chunks(publishers):
        yield from outlines_where(connection, and_(report.c.publisher.in_(some), named))


def outlines_where(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[Outline]:
    """The reports for which a condition holds, by publication."""
    query = select(*(report.c[field] for field in Outline._fields)).where(wanted)
    for row in connection.execute(query):
        yield Outline(*row)


def versions_of(connection: Connection, ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """The pairs of reports (earlier, later) that linking found to be versions of one, with the reasons."""
    earlier, later = report.alias(), report.alias()
    query = (
        select(earlier.c.id, later.c.id, report_edge.c.reason)
        .join(earlier, earlier.c.number == report_edge.c.earlier)
        .join(later, later.c.number == report_edge.c.later)
        .where(report_edge.c.kind == "version")
    )
    found: dict[tuple[str, str], str] = {}
    for some in chunks(map(rows.number, ids)):
        for side in (report_edge.c.earlier, report_edge.c.later):
            found.update({(a, b): reason for a, b, reason in connection.execute(query.where(side.in_(some)))})
    return dict(sorted(found.items()))


def is_before(old: Report, new: Report) -> bool:
    """Whether the one may be replaced by the other: another report, not published on a later day."""
    days = (each.published and each.published[:10] for each in (old, new))
    first, last = days
    return old.id != new.id and (not first or not last or first <= last)


def drop_standing(connection: Connection, report_id: str) -> None:
    """Let a report stand again."""
    connection.execute(delete(standing).where(standing.c.report_id == report_id))


def put_past(connection: Connection, past: PastStanding) -> None:
    """Keep on record what was decided on a report and holds no longer."""
    connection.execute(insert(past_standing).values(**fields_of(past.was), until=past.until, why=past.why))


def past_standings(connection: Connection) -> list[PastStanding]:
    """What was decided on reports and holds no longer, in the order in which it ended."""
    query = select(past_standing).order_by(past_standing.c.number)
    return [read_past(dict(row)) for row in connection.execute(query).mappings()]


def read_past(fields: dict[str, Any]) -> PastStanding:
    """One row of that record."""
    until, why = fields.pop("until"), fields.pop("why")
    del fields["number"]
    return PastStanding(Standing(**fields), until, why)


def standings(connection: Connection) -> list[Standing]:
    """What became of reports, by id."""
    query = select(standing).order_by(standing.c.report_id)
    return [Standing(**row) for row in connection.execute(query).mappings()]


def standing_of(connection: Connection, report_id: str) -> Standing | None:
    """What became of a report, None where it stands."""
    row = connection.execute(select(standing).where(standing.c.report_id == report_id)).mappings().first()
    return Standing(**row) if row is not None else None


def put_known(connection: Connection, entries: Iterable[tuple[str, str, Sequence[tuple[str, bool]]]]) -> int:
    """Keep entries (id, body, names with whether they are weak) in place of those with the same ids; how many."""
    count = 0
    for entry_id, body, names in entries:
        connection.execute(delete(known).where(known.c.id == entry_id))
        connection.execute(insert(known).values(id=entry_id, body=body))
        rows = {key: {"key": key, "known_id": entry_id, "is_weak": weak} for key, weak in reversed(names) if key}
        if rows:
            connection.execute(insert(known_name), list(rows.values()))
        count += 1
    return count


def known_ids(connection: Connection, key: str) -> list[tuple[str, bool]]:
    """The entries that go by a folded name, with whether it is a weak alias."""
    query = select(known_name.c.known_id, known_name.c.is_weak).where(known_name.c.key == key)
    return [(row.known_id, row.is_weak) for row in connection.execute(query.order_by(known_name.c.known_id))]


def known_entry(connection: Connection, entry_id: str) -> str | None:
    """The body of an entry, None where there is none."""
    found: str | None = connection.execute(select(known.c.body).where(known.c.id == entry_id)).scalar()
    return found


def known_keys(connection: Connection, entry_ids: Iterable[str]) -> set[str]:
    """The folded names of these entries of the knowledge base."""
    found: set[str] = set()
    for some in text_chunks(entry_ids):
        query = select(known_name.c.key).where(known_name.c.known_id.in_(some))
        found.update(connection.execute(query).scalars())
    return found


def put_outlets(connection: Connection, outlets: Iterable[Outlet]) -> int:
    """Keep this table of outlets in place of the one before; how many rows it has."""
    rows = {
        each.name: {"name": each.name, "owner": each.owner, "reliability": each.reliability,
                    "aliases": json.dumps(each.aliases, ensure_ascii=False)}
        for each in outlets
    }  # fmt: skip
    connection.execute(delete(outlet))
    if rows:
        connection.execute(insert(outlet), list(rows.values()))
    return len(rows)


def outlets(connection: Connection) -> list[Outlet]:
    """The table of outlets, by name."""
    query = select(outlet).order_by(outlet.c.name)
    return [
        Outlet(row.name, row.owner, row.reliability, tuple(json.loads(row.aliases)))
        for row in connection.execute(query)
    ]


def publishers(connection: Connection) -> tuple[str, ...]:
    """The publishers of all reports, by name."""
    query = select(report.c.publisher).where(report.c.publisher.is_not(None)).distinct()
    return tuple(sorted(connection.execute(query).scalars()))


def has_known(connection: Connection) -> bool:
    """Whether there is a knowledge base at all."""
    return connection.execute(select(known.c.id).limit(1)).first() is not None


def replacement(connection: Connection, report_id: str) -> str | None:
    """The id of the report that replaced this one, None where none did."""
    query = select(standing.c.replacement).where(standing.c.report_id == report_id)
    found: str | None = connection.execute(query).scalar()
    return found
