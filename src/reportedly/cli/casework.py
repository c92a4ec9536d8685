"""The commands that ask what many reports tell of one event: `events`, `event`, `origins`, `compare`, `diff`."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.accounts import print_accounts, print_sides
from reportedly.cli.changing import print_changes
from reportedly.cli.choosing import AsOf, Entity, ListForm, Place, Since, TextForm, Tie, Type, Until, Words, opened
from reportedly.cli.marking import STYLES
from reportedly.cli.output import Column, Form, chosen, console, plain, print_json, print_table, say
from reportedly.cli.words import NO_DATE, SHORT
from reportedly.days import bounds
from reportedly.errors import Stop
from reportedly.export.dates import words
from reportedly.export.events import accounts_csv, events_csv, events_jsonl, origins_json
from reportedly.export.trends import compared_csv, compared_jsonl
from reportedly.linked import Evidence
from reportedly.project import Project, claim_filter, day_asked
from reportedly.project.casebook import Listed
from reportedly.project.telling import (
    Assessment,
    Happening,
    deniers,
    dot,
    folded,
    is_told,
    repeated,
    repetition,
    sentences,
    slot_words,
    text_graph,
    title,
    trends,
    when_told,
)  # fmt: skip

EVENTS_SHOWN = 40
"""Lines of the list of events where no limit is given."""

WHEN = Column("when, as told", STYLES["time"], widest=22)
WHAT = Column("what is said", share=5)
ORIGINS = Column("origins")
AGAINST = Column("stands against it", share=2)
ID = Column("event", "dim")

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
    every: Annotated[
        bool, typer.Option("--all", help="Also what nobody tells as having happened: denied, planned, withdrawn.")
    ] = False,
    as_of: AsOf = None,
    grade: Grade = False,
    limit: Limit = EVENTS_SHOWN,
    form: ListForm = None,
) -> None:
    """List events and ties across reports: how many origins each goes back to, and what stands against it.

    A filter lets an event through where one of its claims fits.

    Example: `reportedly events --entity "Veld Column" --as-of 2025-05-03`
    """
    day = day_asked(as_of)
    asked = claim_filter(
        entity=entity, type=event_type, tie=tie, place=place, since=since, until=until, text=text,
        as_of=day, every=True,
    )  # fmt: skip
    project, wanted = opened(context), chosen(form)
    listed = project.casebook.events(asked, kind.value if kind else None, day)
    found = (each for each in listed if every or is_told(each.evidence))
    if wanted is not Form.TABLE:
        items = ((each.row, each.evidence, project.casebook.assessment(each.evidence, grade)) for each in found)
        sys.stdout.writelines(events_csv(items) if wanted is Form.CSV else events_jsonl(items))
        return
    print_events(project, found, limit, grade)


def print_events(project: Project, found: Iterator[Listed], limit: int, grade: bool) -> None:
    """Print the list of events as a table."""
    shown = [each for _, each in zip(range(limit), found, strict=False)] if limit else list(found)
    more = "; there are more: --limit 0 shows all" if limit and next(found, None) is not None else ""
    if shown:
        columns = (WHEN, WHAT, ORIGINS, AGAINST, *([Column("grade")] if grade else []), ID)
        print_table(None, columns, event_rows(project, shown, grade))
    said = "1 event or tie" if len(shown) == 1 else f"{len(shown)} events and ties"
    say(f"{said}{more}; `reportedly event ID` shows the accounts side by side")


def event_rows(project: Project, shown: list[Listed], grade: bool = False) -> list[list[str]]:
    """The rows of a list of events, by when they are said to have happened, undated ones last."""
    rows = []
    for each in sorted(shown, key=lambda each: when_key(each.evidence)):
        found = project.casebook.assessment(each.evidence, grade)
        graded = [found.grade.code if found.grade else "-"] if grade else []
        rows.append(
            [when(each.evidence), title(each.evidence), counted(found), against(found), *graded, each.row.id[:SHORT]]
        )
    return rows


def when_key(evidence: Evidence) -> tuple[bool, str, str, str]:
    """What orders events: the first day that is told, the last, the id."""
    told = when_told(evidence)
    first, last = bounds(told)
    return told is None, first or last or "", last or "9999", evidence.id


def when(evidence: Evidence) -> str:
    """When an event is said to have happened, by the date that most reports give."""
    told = when_told(evidence)
    return NO_DATE if told is None else words(told)


def counted(found: Assessment) -> str:
    """How many origins and reports there are; nothing where no report that stands tells it."""
    if not found.reports:
        return ""
    origins = "1 origin" if found.origins.count == 1 else f"{found.origins.count} origins"
    return f"{origins} / {found.reports} report{'' if found.reports == 1 else 's'}"


def against(found: Assessment) -> str:
    """What stands against an event: who denies it or only having done it, in what accounts contradict each other."""
    speakers = list(dict.fromkeys(" / ".join(deniers([each])) for each in found.denials))
    slots = list(dict.fromkeys(each.slot for each in found.contradictions))
    said = [f"denied by {speakers[0]}{more_than(speakers)}"] if speakers else []
    said += [f"accounts differ in {slot_words(slots[0])}{more_than(slots)}"] if slots else []
    return "; ".join(said)


def more_than(names: list[str]) -> str:
    """How many more there are than the first."""
    return f" and {len(names) - 1} more" if len(names) > 1 else ""


def event(
    context: typer.Context, event_id: EventId, as_of: AsOf = None, grade: Grade = False, form: ListForm = None
) -> None:
    """Show one event or tie: origins, accounts side by side, contradictions, denials, each with its sentence.

    Example: `reportedly event 3f2a91c0 --as-of 2025-05-06`
    """
    casebook = opened(context).casebook
    (listed,) = casebook.listed([casebook.event_id(event_id)], day_asked(as_of))
    evidence = listed.evidence
    found = casebook.assessment(evidence, grade)
    wanted = chosen(form)
    if wanted is Form.CSV:
        sys.stdout.writelines(accounts_csv(evidence))
        return
    if wanted is Form.JSONL:
        sys.stdout.writelines(events_jsonl([(listed.row, evidence, found)]))
        return
    out = console()
    print_head(evidence)
    for sentence in sentences(found):
        out.print(plain(f"- {sentence}"), soft_wrap=True)
    out.print()
    print_sides(found)
    print_accounts(evidence, found)
    say(f"`reportedly show CLAIM` shows a claim in its report, `reportedly origins {evidence.id[:SHORT]}` the steps")


def print_head(evidence: Evidence) -> None:
    """Print what an event is, when it is said to have been, and as of when it is shown."""
    out = console()
    out.print(
        plain(title(evidence)) if evidence.accounts or evidence.gone else "Not told", style="bold", soft_wrap=True
    )
    as_of = f", as reports told it by {words(evidence.as_of)}" if evidence.as_of else ""
    told = f" · when, as told: {when(evidence)}" if evidence.kind == "event" else ""
    out.print(plain(f"{evidence.kind} {evidence.id}{told}{as_of}"), style="dim", soft_wrap=True)
    if not evidence.accounts and evidence.as_of:
        out.print("No report that stood on that day tells of it.")


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
    evidence = casebook.evidence(casebook.event_id(event_id), day_asked(as_of))
    found = casebook.assessment(evidence)
    if form is Drawing.JSON:
        print_json(origins_json(found.origins))
        return
    report_of = {each.claim.id: each.report.id for each in (*evidence.accounts, *evidence.gone)}
    shown = folded(found.origins, report_of)
    if form is Drawing.DOT:
        sys.stdout.write(plain(dot(shown)))
        return
    out = console()
    print_head(evidence)
    out.print(plain(sentences(found)[0]), soft_wrap=True)
    for line in text_graph(shown):
        out.print(plain(line), soft_wrap=True)
    if found.denials:
        say("denials are no origins and take none away; `reportedly event` shows them")


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
    project = opened(context)
    casebook, wanted = project.casebook, chosen(form)
    first, second = casebook.entity(one), casebook.entity(other)
    if first.id == second.id:
        raise Stop(f"{one!r} and {other!r} are one, {first.name}; give the names of two")
    day, ids = day_asked(as_of), casebook.between(first, second)
    found = [each for each in casebook.listed(ids, day) if each.evidence.accounts]
    happenings = as_shown(casebook.happenings(ids, day))
    if wanted is not Form.TABLE:
        items = ((each.row, each.evidence, casebook.assessment(each.evidence)) for each in found)
        form_of = compared_csv if wanted is Form.CSV else compared_jsonl
        sys.stdout.writelines(form_of(first, second, happenings, items))
        return
    out = console()
    out.print(plain(f"{first.name} and {second.name}"), style="bold")
    a, b = sorted((first.id, second.id))
    for line in trend_lines((a, b), (first.name, second.name), happenings):
        out.print(plain(line), soft_wrap=True)
    if found:
        print_table(None, (WHEN, WHAT, ORIGINS, AGAINST, ID), event_rows(project, found))
    else:
        out.print("No account lets both take part in one event or tie.")


def as_shown(happenings: list[Happening]) -> list[Happening]:
    """Events with the days that the tables show; those that no account dates keep the bound that publication sets."""
    return [
        each if (told := when_told(each.evidence)) is None else replace(each, days=bounds(told)) for each in happenings
    ]


def trend_lines(pair: tuple[str, str], names: tuple[str, str], happenings: list[Happening]) -> Iterator[str]:
    """What is told of a pair over time, in sentences."""
    for found in trends(happenings):
        if found.pair != pair:
            continue
        told = "1 event of the two is told" if len(found.events) == 1 else f"{len(found.events)} events are told"
        days = f"{found.first or '..'}/{found.last or '..'}"
        yield f"{told}; by the days that accounts give: {words(days)}."
        for period in found.years:
            yield f"  {period.name}: events {period.events}, origins {period.origins}"
        for each in found.kinds:
            yield f"  first told as {each.kind.lower()}: {each.event[:SHORT]}"
    nth = repetition(happenings, pair)
    if nth is not None and nth.at_most > 1:
        yield repeated(nth, *names)


def diff(context: typer.Context, since: SinceDay, form: TextForm = None) -> None:
    """Tell what has changed since a day: new events, more or fewer origins, contradictions, denials, withdrawals.

    Example: `reportedly diff --since 2025-05-05`
    """
    day = day_asked(since)
    assert day is not None
    found = opened(context).casebook.changes(day)
    print_changes(found, f"What was told after {words(day)}", chosen(form and Form(form)))
