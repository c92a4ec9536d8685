"""The commands that ask what many reports tell of one event: `events`, `event`, `origins`, `compare`, `diff`."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.choosing import (
    Entity,
    ListForm,
    Place,
    Since,
    Tie,
    Type,
    Until,
    Words,
    opened,
)  # fmt: skip
from reportedly.cli.marking import STYLES
from reportedly.cli.output import Column, Form, chosen, console, plain, print_json, print_table, say
from reportedly.cli.words import SHORT, by, one_line
from reportedly.export.dates import words
from reportedly.export.events import events_csv, events_jsonl, origins_json
from reportedly.linked import Account, Evidence
from reportedly.project import Project, claim_filter, day_asked
from reportedly.project.casebook import Listed
from reportedly.project.telling import Assessment, Happening, dot, repetition, sentences, text_graph, trends

EVENTS_SHOWN = 40
"""Lines of the list of events where no limit is given."""

WHEN = Column("when, as told", STYLES["time"], widest=22)
WHAT = Column("what is said", share=5)
ORIGINS = Column("origins")
AGAINST = Column("stands against it", share=2)
ID = Column("event", "dim")

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="As reports told it by the end of this day (EDTF).")
]
Grade = Annotated[bool, typer.Option("--grade", help="With an Admiralty grade and how it is derived.")]
EventId = Annotated[
    str, typer.Argument(metavar="EVENT", help="An event's or tie's id, its beginning, or that of a claim in it.")
]


Limit = Annotated[int, typer.Option(min=0, metavar="N", help="Lines of the table at most; 0 for all.")]
SinceDay = Annotated[
    str, typer.Option("--since", metavar="DAY", help="What was told by the end of this day counts as old.")
]


class Which(StrEnum):
    """What is listed."""

    EVENT = "event"
    TIE = "tie"


class Drawing(StrEnum):
    """Forms of the graph of origins."""

    TEXT = "text"
    DOT = "dot"
    JSON = "json"


def events(
    context: typer.Context,
    entity: Entity = None,
    event_type: Type = None,
    tie: Tie = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    kind: Annotated[Which | None, typer.Option("--kind", help="Only `event` or only `tie`.")] = None,
    as_of: AsOf = None,
    grade: Grade = False,
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="Lines of the table at most; 0 for all.")
    ] = EVENTS_SHOWN,
    form: ListForm = None,
) -> None:
    """List events and ties across reports: how many origins each goes back to, and what stands against it.

    A filter lets an event through where one of its claims fits.

    Example: `reportedly events --entity "Veld Column" --as-of 2025-05-03`
    """
    asked = claim_filter(entity=entity, type=event_type, tie=tie, place=place, since=since, until=until, text=text)
    project, wanted = opened(context), chosen(form)
    most = limit if wanted is Form.TABLE else 0
    found = project.casebook.events(asked, kind.value if kind else None, day_asked(as_of), most and most + 1)
    if wanted is not Form.TABLE:
        items = ((each.row, each.evidence, project.casebook.assessment(each.evidence, grade)) for each in found)
        sys.stdout.writelines(events_csv(items) if wanted is Form.CSV else events_jsonl(items))
        return
    print_events(project, list(found), limit)


def print_events(project: Project, found: list[Listed], limit: int) -> None:
    """Print the list of events as a table."""
    shown = found[:limit] if limit else found
    rows = [event_cells(each, project.casebook.assessment(each.evidence)) for each in shown]
    if rows:
        print_table(None, (WHEN, WHAT, ORIGINS, AGAINST, ID), rows)
    more = "; there are more: --limit 0 shows all" if len(found) > len(shown) else ""
    said = f"{len(rows)} event{'' if len(rows) == 1 else 's'} and ties" if len(rows) != 1 else "1 event or tie"
    say(f"{said}{more}; `reportedly event ID` shows the accounts side by side")


def event_cells(each: Listed, found: Assessment) -> list[str]:
    """One event in the list."""
    against = [f"{len(found.denials)} denied" if found.denials else ""]
    against.append(f"{len(found.contradictions)} differ" if found.contradictions else "")
    reports = f"{found.origins.count} of {found.reports} report{'' if found.reports == 1 else 's'}"
    return [
        when(each), found.label, reports, ", ".join(part for part in against if part), each.row.id[:SHORT]
    ]  # fmt: skip


def when(each: Listed) -> str:
    """When an event is said to have happened, where an account gives a date."""
    row = each.row
    if not row.is_dated or row.earliest is None:
        return "no date given"
    return words(row.earliest if row.earliest == row.latest else f"{row.earliest}/{row.latest or '..'}")


def event(
    context: typer.Context, event_id: EventId, as_of: AsOf = None, grade: Grade = False, form: ListForm = None
) -> None:
    """Show one event or tie: its origins, the accounts side by side, contradictions and denials, each with its sentence.

    Example: `reportedly event 3f2a91c0 --as-of 2025-05-06`
    """
    casebook = opened(context).casebook
    found_id = casebook.event_id(event_id)
    evidence = casebook.evidence(found_id, day_asked(as_of))
    found = casebook.assessment(evidence, grade)
    if chosen(form) is not Form.TABLE:
        row = casebook.row(found_id)
        items = [(row, evidence, found)]
        sys.stdout.writelines(events_csv(items) if form is Form.CSV else [*events_jsonl(items)])
        return
    out = console()
    out.print(plain(found.label), style="bold", soft_wrap=True)
    out.print(plain(f"{evidence.kind} {found_id}"), style="dim")
    if not evidence.accounts:
        out.print("No report had told it by then." if as_of else "No report that stands tells it.")
    for sentence in sentences(found):
        out.print(plain(sentence), soft_wrap=True)
    out.print()
    print_sides(found)
    print_accounts(evidence)


def print_sides(found: Assessment) -> None:
    """Print the accounts side by side, slot by slot."""
    rows = [
        [slot.name if first else "", one_line(value.text), "later" if value.later else "", tellers(value.accounts)]
        for slot in found.table.slots
        for first, value in zip([True, *[False] * len(slot.values)], slot.values, strict=False)
    ]
    if rows:
        columns = (Column("slot", "bold"), Column("as told", share=3), Column(""), Column("by", share=3))
        print_table("Accounts side by side", columns, rows)


def tellers(accounts: Iterable[Account]) -> str:
    """The publishers of accounts, each once."""
    return ", ".join(dict.fromkeys(by(each.report) for each in accounts))


PARTS = {"account": "Told as having happened", "denial": "Denied", "other": "Spoken of as planned or possible"}


def print_accounts(evidence: Evidence) -> None:
    """Print every account with its sentence."""
    columns = (
        Column("published", widest=10),
        Column("by", share=2),
        Column("sentence", share=6),
        Column("claim", "dim"),
    )
    for part, title in PARTS.items():
        some = [each for each in evidence.accounts if each.part == part]
        if some:
            print_table(title, columns, map(account_cells, some))
    if evidence.gone:
        print_table("In reports that no longer stand", columns, map(account_cells, evidence.gone))


def account_cells(each: Account) -> list[str]:
    """One account in a table."""
    report = each.report
    day = (report.published or "")[:10]
    return [day, by(report), one_line(each.claim.sentence.of(report.text)), each.claim.id[:SHORT]]


def origins(
    context: typer.Context,
    event_id: EventId,
    as_of: AsOf = None,
    form: Annotated[Drawing, typer.Option("--format", help="`text`, `dot` (Graphviz) or `json`.")] = Drawing.TEXT,
) -> None:
    """Show where the knowledge of an event enters: every step from each account to its origin, with the reason.

    Example: `reportedly origins 3f2a91c0 --format dot | dot -Tsvg > origins.svg`
    """
    casebook = opened(context).casebook
    found = casebook.assessment(casebook.evidence(casebook.event_id(event_id), day_asked(as_of)))
    if form is Drawing.DOT:
        sys.stdout.write(plain(dot(found.origins)))
        return
    if form is Drawing.JSON:
        print_json(origins_json(found.origins))
        return
    out = console()
    out.print(plain(found.label), style="bold", soft_wrap=True)
    for line in text_graph(found.origins):
        out.print(plain(line), soft_wrap=True)


def compare(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A name.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another name.")],
    as_of: AsOf = None,
    form: ListForm = None,
) -> None:
    """Show what reports tell of two names together: ties, events over time, first and last contact.

    Repeated contact is counted in events, never in articles.

    Example: `reportedly compare "Veld Column" "Saltmarch Brigade"`
    """
    casebook = opened(context).casebook
    first, second = casebook.entity(one), casebook.entity(other)
    day, ids = day_asked(as_of), casebook.between(first, second)
    if chosen(form) is not Form.TABLE:
        rows = casebook.rows(ids)
        held = ((row, casebook.evidence(row.id, day)) for row in rows)
        items = ((row, evidence, casebook.assessment(evidence)) for row, evidence in held if evidence.accounts)
        sys.stdout.writelines(events_csv(items) if form is Form.CSV else events_jsonl(items))
        return
    out = console()
    out.print(plain(f"{first.name} and {second.name}"), style="bold")
    a, b = sorted((first.id, second.id))
    happenings = casebook.happenings(ids, day)
    for line in trend_lines((a, b), happenings):
        out.print(plain(line), soft_wrap=True)
    listed = [Listed(row, casebook.evidence(row.id, day)) for row in casebook.rows(ids)]
    rows_shown = [event_cells(each, casebook.assessment(each.evidence)) for each in listed if each.evidence.accounts]
    if rows_shown:
        print_table(None, (WHEN, WHAT, ORIGINS, AGAINST, ID), rows_shown)
    else:
        out.print("No report names the two together.")


def trend_lines(pair: tuple[str, str], happenings: list[Happening]) -> Iterator[str]:
    """What is told of a pair over time, in sentences."""
    for found in trends(happenings):
        if found.pair != pair:
            continue
        yield f"{len(found.events)} events of the two are told, from {found.first or 'an unknown day'} to {found.last}."
        for period in found.years:
            yield f"  {period.name}: {period.events} events, {period.origins} origins"
        for each in found.kinds:
            yield f"  first told of as {each.kind}: {each.event[:SHORT]}"
    nth = repetition(happenings, pair)
    if nth is not None and nth.at_most > 1:
        times = str(nth.nth) if nth.nth == nth.at_most else f"{nth.nth} to {nth.at_most}"
        yield f"The latest ({nth.event[:SHORT]}) is number {times} of its kind within a year, counted in events."


def diff(context: typer.Context, since: SinceDay) -> None:
    """Tell what has changed since a day: new events, more or fewer origins, contradictions, denials, withdrawals.

    Example: `reportedly diff --since 2025-05-05`
    """
    day = day_asked(since)
    assert day is not None
    found = opened(context).casebook.changes(day)
    for line in found:
        sys.stdout.write(plain(line) + "\n")
    if not found:
        say(f"nothing has changed since {day}")
