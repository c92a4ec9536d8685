"""What is asked: claims by filters, one claim by its id, names and whom they may mean.

In: a reading connection and a question. Out: claims with their reports, in an order that the question fixes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    column,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
)

from reportedly.linked import Name
from reportedly.model import VOID, Claim, Report, Skipped
from reportedly.store import folding, rows
from reportedly.store.folding import LONGEST, words
from reportedly.store.tables import claim, name, name_key, report, role, skipped, source, standing
from reportedly.store.types import escaped

PAGE = 500
"""Claims fetched at a time."""

FULL_TEXT = table("claim_fts", column("rowid", Integer), column("words", Text))
"""SQLite's index of `claim.words`."""

Found = tuple[Claim, Report]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are asked for; None asks nothing of that side.

    `entity` and `place` are names or parts of names, `since` and `until` days (`YYYY-MM-DD`) that the claim's own time
    may reach, by its EDTF bounds; `source_kind` is that of any link of the chain; `report` a ref or the beginning of a
    report's id; `text` words that all stand in the claim's sentence. `as_of` is the day (`YYYY-MM-DD`) by whose end
    reports were published, or captured where that is unknown; `standing` leaves out those that by then, or now, stand
    no longer. Of the claims whose ids are `changed`, since a person judged them, those that are `kept` fit and the
    others do not, whatever they were read as; `only` asks for claims by their ids.
    """

    entity: str | None = None
    type: str | None = None
    tie: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    source_kind: str | None = None
    certainty: str | None = None
    polarity: str | None = None
    report: str | None = None
    text: str | None = None
    as_of: str | None = None
    standing: bool = False
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None


Order = Literal["report", "time"]
"""By publication and place in the report, or by when the claim says it happened, undated ones last."""

ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    "report": (claim.c.published, claim.c.report_id, claim.c.position),
    "time": (
        claim.c.is_dated.desc(), claim.c.day, func.coalesce(claim.c.latest, "9999"), claim.c.published,
        claim.c.report_id, claim.c.position,
    ),
}  # fmt: skip


def claims(connection: Connection, asked: Filter, order: Order = "report") -> Iterator[Found]:
    """The claims that `asked` lets through with their reports, fetched page by page."""
    query = select(claim.c.report_id, claim.c.body).where(*conditions(asked, connection.dialect.name))
    yield from with_reports(connection, query.order_by(*ORDERS[order]))


def with_reports(connection: Connection, query: Select[Any]) -> Iterator[Found]:
    """The claims that `query` selects as (report id, body), each with its report."""
    result = iter(connection.execution_options(yield_per=PAGE).execute(query))
    while page := list(islice(result, PAGE)):
        found = reports(connection, sorted({row.report_id for row in page}))
        for row in page:
            yield rows.stored_claim(row.report_id, row.body), found[row.report_id]


def reports(connection: Connection, ids: Sequence[str]) -> dict[str, Report]:
    """The reports with these ids."""
    result = connection.execute(select(report).where(report.c.id.in_(ids))).mappings()
    return {row["id"]: rows.read_report(dict(row)) for row in result}


def all_reports(connection: Connection) -> Iterator[Report]:
    """Every report, by publication."""
    query = select(report).order_by(report.c.published, report.c.publisher, report.c.id)
    for row in connection.execution_options(yield_per=PAGE).execute(query).mappings():
        yield rows.read_report(dict(row))


def reports_called(connection: Connection, asked: str, most: int) -> list[Report]:
    """The first `most` reports with this ref or URL, or whose id begins so, by id."""
    by_id = begins(report.c.id, asked) if asked else literal_column("1") == 0
    query = select(report).where(or_(report.c.ref == asked, report.c.url == asked, by_id))
    return [
        rows.read_report(dict(row)) for row in connection.execute(query.order_by(report.c.id).limit(most)).mappings()
    ]


def conditions(asked: Filter, dialect: str) -> list[ColumnElement[bool]]:
    """The filter as conditions on `claim`."""
    found = [revised(asked)] if asked.changed else list(of_fields(asked))
    if asked.only is not None:
        found.append(claim.c.id.in_(asked.only))
    if asked.entity is not None:
        found.append(has_name(asked.entity))
    if asked.source_kind is not None:
        found.append(exists().where(source.c.claim_id == claim.c.id, source.c.kind == escaped(asked.source_kind)))
    if asked.report is not None:
        found.append(claim.c.report_id.in_(matching_reports(asked.report)))
    if asked.text is not None:
        found.append(has_words(asked.text, dialect))
    if asked.as_of is not None:
        found.append(was_told(asked.as_of))
    if asked.standing:
        found.append(not_(is_gone(asked.as_of)))
    return found


def of_fields(asked: Filter) -> Iterator[ColumnElement[bool]]:
    """The sides of the filter that ask for what a person may correct, as conditions on `claim`."""
    for column_name in ("type", "tie", "certainty", "polarity"):
        if getattr(asked, column_name) is not None:
            yield claim.c[column_name] == escaped(getattr(asked, column_name))
    if asked.place is not None:
        yield claim.c.place_id.in_(matching_names(asked.place))
    yield from reaching(asked.since, asked.until)


def revised(asked: Filter) -> ColumnElement[bool]:
    """The same for claims of which a person changed some: these are taken by their ids."""
    return or_(and_(claim.c.id.not_in(asked.changed), *of_fields(asked)), claim.c.id.in_(asked.kept))


def was_told(day: str) -> ColumnElement[bool]:
    """Whether the claim's report was published by the end of the day, or captured where its publication is unknown."""
    captured = exists().where(report.c.id == claim.c.report_id, begins_by(report.c.captured, day))
    by_then = and_(claim.c.published != "", begins_by(claim.c.published, day))
    return or_(by_then, and_(claim.c.published == "", captured))


def begins_by(edtf: ColumnElement[str], day: str) -> ColumnElement[bool]:
    """Whether a date begins by the end of the day; never where its beginning is open."""
    plain: ColumnElement[Any] = func.substr(edtf, 1, 10)
    for mark, instead in (("?", ""), ("~", ""), ("%", ""), ("X", "0")):
        plain = func.replace(plain, mark, instead)
    return and_(plain >= "0", plain <= day)


def told_names(connection: Connection, ids: Iterable[str], day: str, rejected: Iterable[int] = ()) -> set[str]:
    """Those of these names, by id, that a report gives which was published by the end of the day and stood.

    What stands in `rejected` claims alone, by number, is left out.
    """
    found: set[str] = set()
    ordered, told = sorted(set(ids)), and_(was_told(day), not_(is_gone(day)), claim.c.number.not_in(sorted(rejected)))
    for start in range(0, len(ordered), PAGE):
        given = [
            exists().where(part.c.name_id == name.c.id, part.c.claim_id == claim.c.id, told) for part in (role, source)
        ]
        query = select(name.c.id).where(name.c.id.in_(ordered[start : start + PAGE]), or_(*given))
        found.update(connection.execute(query).scalars())
    return found


def is_gone(day: str | None) -> ColumnElement[bool]:
    """Whether the claim's report stands no longer by the end of the day, or now."""
    fell = exists().where(standing.c.report_id == claim.c.report_id)
    void = exists().where(report.c.id == claim.c.report_id, report.c.status.in_(VOID))
    if day is None:
        return or_(fell, void)
    since = or_(standing.c.since.is_(None), standing.c.since <= day)
    by_then = exists().where(standing.c.report_id == claim.c.report_id, since)
    return or_(by_then, and_(not_(fell), void))


def reaching(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    """Whether the claim's time may reach into the days asked for; a claim without any bound never does."""
    earliest, latest = claim.c.earliest, claim.c.latest
    if since is not None:
        yield or_(latest >= since, and_(latest.is_(None), earliest.is_not(None)))
    if until is not None:
        yield or_(earliest <= until, and_(earliest.is_(None), latest.is_not(None)))


def has_name(asked: str) -> ColumnElement[bool]:
    """Whether the name takes part in the claim or says it."""
    ids = matching_names(asked)
    return or_(
        claim.c.id.in_(select(role.c.claim_id).where(role.c.name_id.in_(ids))),
        claim.c.id.in_(select(source.c.claim_id).where(source.c.name_id.in_(ids))),
    )


def matching_names(asked: str) -> Select[tuple[str]]:
    """Ids of the names that have all words of `asked`, or that a report calls by it."""
    by_phrase = select(name_key.c.name_id).where(name_key.c.key == folding.name_key(asked), name_key.c.form == "phrase")
    by_word = [
        name.c.id.in_(select(name_key.c.name_id).where(name_key.c.key == each[:LONGEST], name_key.c.form == "word"))
        for each in words(asked)
    ]
    if not by_word:
        return select(name.c.id).where(literal_column("1") == 0)
    return select(name.c.id).where(or_(name.c.id.in_(by_phrase), and_(*by_word)))


def matching_reports(asked: str) -> Select[tuple[str]]:
    """Ids of the reports with this ref or an id that begins so."""
    return select(report.c.id).where(or_(report.c.ref == asked, begins(report.c.id, asked)))


def begins(column_of_ids: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether an id begins so; whatever characters are asked for, ids are hexadecimal."""
    start = escaped(prefix)
    return and_(column_of_ids >= start, column_of_ids < start + "g")


def has_words(asked: str, dialect: str) -> ColumnElement[bool]:
    """Whether all words of `asked` stand in the claim's sentence."""
    found = words(asked)
    if not found:
        return literal_column("1") == 0
    if dialect == "postgresql":
        index = func.to_tsvector(literal_column("'simple'"), claim.c.words)
        return index.bool_op("@@")(func.plainto_tsquery(literal_column("'simple'"), escaped(" ".join(found))))
    quoted = " ".join(f'"{word}"' for word in found)
    found_by_words = select(FULL_TEXT.c.rowid).where(FULL_TEXT.c.words.op("MATCH")(escaped(quoted)))
    return claim.c.number.in_(found_by_words)


def claims_in(connection: Connection, report_ids: Sequence[str]) -> Iterator[Found]:
    """The claims of these reports, by publication."""
    for start in range(0, len(report_ids), PAGE):
        some = claim.c.report_id.in_(report_ids[start : start + PAGE])
        yield from with_reports(
            connection, select(claim.c.report_id, claim.c.body).where(some).order_by(*ORDERS["report"])
        )


def claims_with_prefix(connection: Connection, prefix: str, most: int) -> list[Found]:
    """The first `most` claims whose id begins with `prefix`, by id."""
    query = select(claim.c.report_id, claim.c.body).where(begins(claim.c.id, prefix))
    return list(with_reports(connection, query.order_by(claim.c.id).limit(most)))


def candidates(connection: Connection, asked: str, form: Literal["full", "phrase", "word"]) -> list[Name]:
    """The names that `asked` finds in one way, by name: all of it, as a report calls someone, or by all its words."""
    query = select(name.c.name, name.c.schema).order_by(name.c.name, name.c.schema)
    in_use = or_(
        exists().where(role.c.name_id == name.c.id),
        exists().where(source.c.name_id == name.c.id),
    )
    if form == "word":
        query = query.where(name.c.id.in_(matching_names(asked)), in_use)
    else:
        keys = select(name_key.c.name_id).where(name_key.c.key == folding.name_key(asked), name_key.c.form == form)
        query = query.where(name.c.id.in_(keys), in_use)
    return [Name(*row) for row in connection.execute(query)]


def claims_of_names(connection: Connection, ids: Sequence[str], asked: Filter) -> Iterator[Found]:
    """The claims that `asked` lets through in which one of these names takes part or speaks, by publication."""
    query = select(claim.c.report_id, claim.c.body).where(
        or_(
            claim.c.id.in_(select(role.c.claim_id).where(role.c.name_id.in_(ids))),
            claim.c.id.in_(select(source.c.claim_id).where(source.c.name_id.in_(ids))),
        ),
        *conditions(asked, connection.dialect.name),
    )
    yield from with_reports(connection, query.order_by(*ORDERS["report"]))


def extractors(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """For each of the ids that is there, the version of the extractor that read it."""
    query = select(report.c.id, report.c.extractor).where(report.c.id.in_(ids))
    return {row.id: row.extractor for row in connection.execute(query)}


def skips(connection: Connection) -> list[Skipped]:
    """The inputs on record as skipped, by ref."""
    query = select(skipped.c.ref, skipped.c.reason).order_by(skipped.c.ref, skipped.c.reason)
    return [Skipped(row.ref, row.reason) for row in connection.execute(query)]


def counts(connection: Connection) -> tuple[int, int, int]:
    """How many reports, claims and skipped inputs there are."""
    reported, claimed, left = (
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (report, claim, skipped)
    )
    return reported, claimed, left
