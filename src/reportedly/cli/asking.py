"""The commands that ask a project in the terminal: `claims`, `who`, `timeline`, `show`."""

from collections.abc import Iterable
from typing import Annotated

import typer

from reportedly.cli.choosing import (
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
from reportedly.cli.marking import marked
from reportedly.cli.output import Form, chosen, console, plain, print_csv, print_json, say, table
from reportedly.cli.words import (
    CLAIM_COLUMNS,
    CSV_COLUMNS,
    SHORT,
    by,
    claim_row,
    csv_row,
    firmness,
    grouped_by_source,
    one_line,
    says,
    statement,
    when,
)  # fmt: skip
from reportedly.model import Claim, Report
from reportedly.project import claim_filter
from reportedly.wire import claim_json

Found = Iterable[tuple[Claim, Report]]


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
    form: ListForm = None,
) -> None:
    """List claims, narrowed by filters that all must hold.

    A claim without a date in its text may have happened at any time up to publication, and is listed accordingly.

    Example: `reportedly claims --entity Zaheer --type CONSULT --since 2023-10 --format csv`
    """
    asked = claim_filter(
        entity=entity, type=event_type, tie=tie, place=place, since=since, until=until, source_kind=source_kind,
        certainty=certainty, polarity=polarity, report=report, text=text,
    )  # fmt: skip
    print_claims(opened(context).claims(asked), chosen(form))


def print_claims(found: Found, form: Form) -> None:
    """Print claims in one of the forms."""
    if form is Form.JSONL:
        for claim, report in found:
            print_json(claim_json(claim, report))
    elif form is Form.CSV:
        print_csv(CSV_COLUMNS, (csv_row(claim, report) for claim, report in found))
    else:
        rows = [claim_row(claim, report) for claim, report in found]
        if rows:
            console().print(table(None, CLAIM_COLUMNS, rows))
        say(f"{len(rows)} claim{'' if len(rows) == 1 else 's'}; `reportedly show CLAIM` shows one in its report")


def timeline(
    context: typer.Context,
    entity: Entity = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    form: ListForm = None,
) -> None:
    """List events by when they are said to have happened; those without a date in the text come last.

    Example: `reportedly timeline --entity Zaheer --since 2025`
    """
    asked = claim_filter(entity=entity, place=place, since=since, until=until, text=text)
    found = ((c, r) for c, r in opened(context).claims(asked, "time") if c.kind == "event")
    wanted = chosen(form)
    if wanted is not Form.TABLE:
        print_claims(found, wanted)
        return
    rows = [(when(c.time), statement(c, r), firmness(c), says(c, r), by(r), c.id[:SHORT]) for c, r in found]
    columns = ("when", "what is said", "how firmly", "says", "by", "claim")
    console().print(table("When, by the reports' accounts", columns, rows))


def who(
    context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or part of one.")]
) -> None:
    """Show what reports say of a name, and what is said in its name, by source.

    Example: `reportedly who "Naji Zaheer"`
    """
    dossier = opened(context).who(name)
    out = console()
    first = dossier.names[0].name
    out.print(plain(f"{first} ({', '.join(sorted({n.schema for n in dossier.names}))})"), style="bold")
    if dossier.phrases:
        out.print(plain(f"also called: {', '.join(dossier.phrases)}"))
    if dossier.others:
        out.print(plain(f"may or may not be the same: {', '.join(sorted({n.name for n in dossier.others}))}"))
    if dossier.ties:
        rows = [(c.id[:SHORT], statement(c, r), firmness(c), says(c, r), by(r)) for c, r in dossier.ties]
        out.print(table("Ties that reports state", ("claim", "what is said", "how firmly", "says", "by"), rows))
    for source, found in grouped_by_source(dossier.claims):
        rows = [(c.id[:SHORT], statement(c, r), firmness(c), when(c.time), by(r)) for c, r in found]
        out.print(table(f"Said by {source}", ("claim", "what is said", "how firmly", "when", "by"), rows))


def show(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the beginning of one.")],
) -> None:
    """Show a claim in its report: source, cue, trigger, roles, time and place, each marked.

    Example: `reportedly show 3f2a91c0`
    """
    found, report = opened(context).claim(claim)
    out = console()
    out.print(plain(f"claim {found.id}"), style="bold")
    for label, value in (
        ("report", ", ".join(part for part in (report.title, by(report), report.url) if part)),
        ("published", report.published or "not known"),
        ("what is said", statement(found, report)),
        ("says", says(found, report)),
        ("how firmly", firmness(found)),
        ("when", when(found.time)),
        ("where", found.place.name if found.place else "no place named"),
        ("read by", f"{found.extractor}, confidence {found.confidence:.2f}"),
    ):
        out.print(plain(f"{label:13} {one_line(value)}"), soft_wrap=True)
    out.print()
    out.print(*marked(found, report, in_colour=out.is_terminal and not out.no_color), sep="\n\n", soft_wrap=True)
