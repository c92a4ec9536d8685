"""The commands that write for others: `briefing`, `export`, `evaluate`."""

import importlib
import sys
import webbrowser
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from reportedly.cli.asking import print_claims
from reportedly.cli.choosing import AsOf, Entity, FileForm, Place, Since, Type, Until, Words, opened
from reportedly.cli.networking import Around, Least, gathered
from reportedly.cli.output import Column, Form, print_table, say
from reportedly.errors import Stop
from reportedly.export import briefing as composed
from reportedly.export.ftm import LEFT_OUT, ftm
from reportedly.export.gexf import gexf
from reportedly.export.network_measures import measured
from reportedly.project import claim_filter, day_asked, is_unattended


class Page(StrEnum):
    """Forms of a briefing."""

    MARKDOWN = "markdown"
    HTML = "html"


def briefing(
    context: typer.Context,
    title: Annotated[str, typer.Option(help="Heading of the briefing.")] = "What the reports say",
    form: Annotated[Page, typer.Option("--form", "--format", help="Form of the page.")] = Page.MARKDOWN,
    output: Annotated[Path | None, typer.Option(help="File to write; standard output otherwise.")] = None,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open the file, where there is a terminal and CI is not set.")
    ] = False,
    entity: Entity = None,
    event_type: Type = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    as_of: AsOf = None,
) -> None:
    """Write a briefing in which every statement has its source, and its sentence in a footnote.

    Example: `reportedly briefing --entity Zorvel --form html --output zorvel.html --open`
    """
    if open_it and output is None:
        raise typer.BadParameter("only a file can be opened; name one with --output", param_hint="--open")
    day = day_asked(as_of)
    sides: dict[str, Any] = dict(  # noqa: C408 - the options by their names
        entity=entity, type=event_type, place=place, since=since, until=until, text=text
    )  # fmt: skip
    project = opened(context)
    found = list(project.claims(claim_filter(**sides, as_of=day), "time"))
    several = project.casebook.told_by_several(claim_filter(**sides, as_of=day, every=True), day)
    page = composed(found, title=title, form=form.value, assessed=several)
    if output is None:
        sys.stdout.write(page)
        return
    write(page, output)
    say(f"briefing of {len(found)} claims: {output}")
    if open_it and sys.stdout.isatty() and not is_unattended():
        webbrowser.open(output.resolve().as_uri())


def write(page: str, output: Path) -> None:
    """Write a page to a file. Raises Stop where that cannot be."""
    try:
        output.write_text(page, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise Stop(f"cannot write {output}: {error.strerror}; name another file with --output") from error


def export_claims(
    context: typer.Context,
    form: Annotated[FileForm, typer.Option("--format", help="`jsonl` or `csv`.")] = FileForm.JSONL,
) -> None:
    """Print every claim of the project, as JSON lines (the wire form) or CSV.

    Example: `reportedly export claims --format csv > claims.csv`
    """
    print_claims(opened(context).claims(claim_filter()), Form(form.value))


def export_ftm(context: typer.Context, as_of: AsOf = None, least: Least = 1) -> None:
    """Print events and ties as FollowTheMoney entities, a line of JSON each: every relation as an attributed claim.

    Example: `reportedly export ftm --least-origins 2 > claims.ftm.json`
    """
    casebook, left = opened(context).casebook, Counter[str]()
    day = day_asked(as_of)
    found = casebook.events(claim_filter(as_of=day, every=True), as_of=day)
    judged = ((each.row, each.evidence, casebook.assessment(each.evidence)) for each in found)
    sys.stdout.writelines(ftm((item for item in judged if item[2].origins.count >= least or least == 1), left))
    for why, count in sorted(left.items()):
        say(f"{count} left out of events and ties: {LEFT_OUT[why]}")


def export_gexf(context: typer.Context, entity: Around = None, as_of: AsOf = None, least: Least = 1) -> None:
    """Print the network of who is said to have to do with whom as GEXF, with days and numbers of origins.

    Example: `reportedly export gexf --as-of 2025-05-03 > network.gexf`
    """
    sys.stdout.writelines(gexf(measured(gathered(opened(context), entity, None, None, as_of, least))))


def evaluate(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which evaluation: `claims`, `polnear`, ...")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The corpus' file or folder.")],
    predictions: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="File for what the figures are computed from.")
    ] = None,
) -> None:
    """Print the figures of one corpus. A corpus without answers gives predictions only.

    Example: `reportedly evaluate claims gold/dev.jsonl --predictions out.jsonl`
    """
    try:
        evaluation: Any = importlib.import_module("evaluation")
    except ModuleNotFoundError as error:
        raise Stop(
            "the evaluation is not installed; it is part of the source tree: run the command in a clone"
        ) from error
    found = evaluation.run(name, path, predictions)
    rows = [
        (key, f"{value:.1f}", f"{found.baseline[key]:.1f}" if key in found.baseline else "")
        for key, value in found.figures.items()
    ]
    if rows:
        heads = ("figure", "ours", found.baseline_name or "baseline")
        print_table(f"{found.corpus}", [Column(head) for head in heads], rows)
    else:
        say(f"no figures: {path} holds no answers to measure by; --predictions keeps what was read")
    if predictions is not None:
        say(f"predictions: {predictions}")
