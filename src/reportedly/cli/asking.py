"""The commands that ask a project in the terminal: `claims`, `who`, `timeline`, `show`."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from reportedly.cli.choosing import (
    AsOf,
    Entity,
    Firmness,
    InReport,
    Kind,
    ListForm,
    Place,
    Side,
    Since,
    Tie,
    Type,
    Until,
    Words,
    opened,
)  # fmt: skip
from reportedly.cli.chronicle import LIMIT, print_timeline
from reportedly.cli.marking import marked
from reportedly.cli.output import Form, chosen, console, plain, print_table, say
from reportedly.cli.words import (
    BECAME,
    BY,
    ID,
    SAID,
    SHORT,
    WHEN,
    WHO,
    by,
    cells,
    counted,
    grouped_by_source,
    one_line,
    says,
    statement,
    when,
)  # fmt: skip
from reportedly.export import claims_csv, claims_jsonl
from reportedly.export.dates import words
from reportedly.export.wording import firmness_mark
from reportedly.linked import Standing
from reportedly.model import Claim, Report
from reportedly.project import Dossier, Project, claim_filter, day_asked

Found = Iterable[tuple[Claim, Report]]

Limit = Annotated[int, typer.Option(min=0, metavar="N", help="Lines of the table at most; 0 for all.")]


def claims(
    context: typer.Context,
    entity: Entity = None,
    event_type: Type = None,
    tie: Tie = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    source_kind: Kind = None,
    certainty: Firmness = None,
    polarity: Side = None,
    report: InReport = None,
    text: Words = None,
    as_of: AsOf = None,
    form: ListForm = None,
) -> None:
    """List claims, narrowed by filters that all must hold. Reports that were withdrawn or replaced are left out.

    A claim without a date in its text may have happened at any time up to publication, and is listed accordingly.

    Example: `reportedly claims --entity Zorvel --type CONSULT --since 2023-10 --format csv`
    """
    asked = claim_filter(
        entity=entity, type=event_type, tie=tie, place=place, since=since, until=until, source_kind=source_kind,
        certainty=certainty, polarity=polarity, report=report, text=text, as_of=day_asked(as_of),
    )  # fmt: skip
    print_claims(opened(context).claims(asked), chosen(form))


def print_claims(found: Found, form: Form) -> None:
    """Print claims in one of the forms."""
    if form is Form.TABLE:
        columns = (WHO, SAID, WHEN, ID)
        rows = [cells(claim, report, columns) for claim, report in found]
        if rows:
            print_table(None, columns, rows)
        say(f"{counted(len(rows))}; `reportedly show CLAIM` shows one in its report")
        return
    sys.stdout.writelines(claims_csv(found) if form is Form.CSV else claims_jsonl(found))


def timeline(
    context: typer.Context,
    entity: Entity = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    as_of: AsOf = None,
    limit: Limit = LIMIT,
    form: ListForm = None,
) -> None:
    """List events by when they are said to have happened; those without a date in the text come last.

    The table has a line for each account; accounts that agree in every word are one line.

    Example: `reportedly timeline --entity Zorvel --since 2025`
    """
    asked = claim_filter(
        entity=entity, place=place, since=since, until=until, text=text, as_of=day_asked(as_of)
    )  # fmt: skip
    found = ((c, r) for c, r in opened(context).claims(asked, "time") if c.kind == "event")
    wanted = chosen(form)
    if wanted is not Form.TABLE:
        print_claims(found, wanted)
        return
    print_timeline(list(found), limit)


def who(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or part of one.")],
    as_of: AsOf = None,
) -> None:
    """Show what reports say of a person or body under all its names, and what is said in its name, by source.

    Example: `reportedly who "Nilo Zorvel"`
    """
    dossier = opened(context).who(name, day_asked(as_of))
    head(dossier)
    if not dossier.ties and not dossier.claims:
        say("no report that stands says anything of it" + (f" by {as_of}" if as_of else ""))
    columns = (WHO, SAID, ID)
    if dossier.ties:
        print_table("Ties that reports state", columns, (cells(c, r, columns) for c, r in dossier.ties))
    narrow = (SAID, WHEN, BY, ID)
    for source, found in grouped_by_source(dossier.claims):
        print_table(f"Said by {source}", narrow, (cells(c, r, narrow) for c, r in found))


def head(dossier: Dossier) -> None:
    """Print whom a dossier is about, what else reports call them, and why the names are taken for one's."""
    out = console()
    out.print(plain(f"{dossier.called} ({', '.join(sorted({each.schema for each in dossier.names}))})"), style="bold")
    names = dict.fromkeys([*(each.name for each in dossier.names if each.name != dossier.called), *dossier.phrases])
    for label, told in (("also called", names), ("may or may not be the same", dossier.others)):
        if told:
            out.print(plain(f"{label}: {', '.join(told)}"), soft_wrap=True)
    for reason in dossier.reasons:
        out.print(plain(f"names: {reason}"), style="dim", soft_wrap=True)
    out.print()


def show(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the beginning of one.")],
    as_of: AsOf = None,
) -> None:
    """Show a claim in its report: source, cue, trigger, roles, time and place, each marked.

    Example: `reportedly show 3f2a91c0`
    """
    project = opened(context)
    found, report = project.claim(claim)
    standing = project.desk.standing(report, day_asked(as_of))
    out = console()
    out.print(plain(f"claim {found.id}"), style="bold")
    for label, value in [*particulars(found, report), *stands(standing), *places_in(project, found)]:
        out.print(plain(f"{label:13} {one_line(value)}"), soft_wrap=True)
    out.print()
    out.print(*marked(found, report, in_colour=out.is_terminal and not out.no_color), sep="\n\n", soft_wrap=True)


def particulars(claim: Claim, report: Report) -> list[tuple[str, str]]:
    """What is told of a claim beside its sentence."""
    return [
        ("report", ", ".join(part for part in (report.title, by(report), report.url) if part)),
        ("published", report.published or "not known"),
        ("what is said", statement(claim, report).plain),
        ("says", says(claim, report)),
        ("firmness", firmness_mark(claim.factuality)),
        ("when", when(claim.time, report)),
        ("where", claim.place.name if claim.place else "no place named"),
        ("read by", f"{claim.extractor}, confidence {claim.confidence:.2f}"),
    ]


def stands(standing: Standing | None) -> list[tuple[str, str]]:
    """What became of the claim's report, where it stands no longer."""
    if standing is None:
        return []
    since = f" since {words(standing.since)}" if standing.since else ""
    return [
        ("stands", f"no longer{since}: {BECAME[standing.status]}{f', {standing.reason}' if standing.reason else ''}")
    ]


def places_in(project: Project, claim: Claim) -> list[tuple[str, str]]:
    """The events or ties that the claim belongs to."""
    found = sorted(project.casebook.events_of(claim))
    return [("event", ", ".join(each[:SHORT] for each in found))] if found else []
