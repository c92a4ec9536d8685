"""What is written: one report with its claims in one transaction, or one skipped input.

In: model values and a writing connection. Out: what became of them. Writing the same twice changes nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.linked import Name
from reportedly.model import Claim, Report, Skipped, content_id
from reportedly.store import rows, tables

AT_ONCE = 500
"""Claims whose rows are removed in one statement."""

State = Literal["added", "known", "read again"]
"""What became of a report: new; there already, read by this extractor; there, its claims now this extractor's."""


def put_report(connection: Connection, report: Report, claims: Sequence[Claim], extractor: str) -> State:
    """Keep a report and its claims. Where another version of the extractor had read it, its claims are replaced."""
    if is_new(connection, tables.report, rows.report_row(report, extractor)):
        put_claims(connection, report, claims)
        return "added"
    held = tables.report
    before = connection.execute(select(held.c.extractor).where(held.c.id == report.id).with_for_update()).scalar_one()
    if before == extractor:
        return "known"
    connection.execute(update(held).where(held.c.id == report.id).values(extractor=extractor))
    connection.execute(delete(tables.claim).where(tables.claim.c.report_id == report.id))
    put_claims(connection, report, claims)
    return "read again"


def put_claims(connection: Connection, report: Report, claims: Iterable[Claim]) -> None:
    """Write the report's claims, each once, and everything that they are asked for by."""
    once = {claim.id: claim for claim in claims}
    put_names(connection, (pair for claim in once.values() for pair in rows.names(claim, report.text)))
    insert(connection, tables.claim, [rows.claim_row(claim, report, i) for i, claim in enumerate(once.values())])
    insert_parties(connection, once.items())


def insert_parties(connection: Connection, claims: Iterable[tuple[str, Claim]]) -> None:
    """Write who takes part in claims and who says them, by the ids under which the claims are kept."""
    held = list(claims)
    insert(connection, tables.role, [row for each in held for row in rows.role_rows(*each)])
    insert(connection, tables.source, [row for each in held for row in rows.source_rows(*each)])


def put_parties(connection: Connection, found: Iterable[tuple[str, Claim, str]]) -> None:
    """Let claims, by the ids under which they are kept, be asked for by those who take part in them or say them now.

    Each with its report's text. What the claims were read as stays in `claim.body`.
    """
    held = sorted(found, key=lambda each: each[0])
    put_names(connection, (pair for _, claim, text in held for pair in rows.party_names(claim, text)))
    for start in range(0, len(held), AT_ONCE):
        ids = [claim_id for claim_id, _, _ in held[start : start + AT_ONCE]]
        for table in (tables.role, tables.source):
            connection.execute(delete(table).where(table.c.claim_id.in_(ids)))
    insert_parties(connection, ((claim_id, claim) for claim_id, claim, _ in held))


def put_names(connection: Connection, found: Iterable[tuple[Name, str]]) -> None:
    """Write names and their keys, sorted, so that two writers never wait for each other in a circle."""
    pairs = set(found)
    names = sorted({name.id: rows.name_row(name) for name, _ in pairs}.values(), key=lambda row: str(row["id"]))
    keys = {tuple(row.values()): row for pair in pairs for row in rows.name_key_rows(*pair)}
    insert_new(connection, tables.name, names)
    insert_new(connection, tables.name_key, [keys[key] for key in sorted(keys)])


def put_skipped(connection: Connection, skipped: Skipped) -> None:
    """Put a skipped input on record; one that is on record with the same reason stays as it is."""
    row = {"id": content_id(skipped.ref, skipped.reason), "ref": skipped.ref, "reason": skipped.reason}
    insert_new(connection, tables.skipped, [row])


def insert(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    """Insert rows; no rows is no statement."""
    if values:
        connection.execute(table.insert(), values)


def is_new(connection: Connection, table: Table, value: rows.Row) -> bool:
    """Insert one row; whether it was not there yet. Waits for another process that is writing the same."""
    statement = on_conflict_nothing(connection, table).values(value).returning(*table.primary_key.columns)
    return connection.execute(statement).first() is not None


def insert_new(connection: Connection, table: Table, values: list[rows.Row]) -> None:
    """Insert the rows that are not there yet."""
    if values:
        connection.execute(on_conflict_nothing(connection, table), values)


def on_conflict_nothing(connection: Connection, table: Table) -> Any:
    """An insert into `table` that passes by what is there."""
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()
