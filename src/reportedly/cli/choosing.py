"""Arguments that several commands share: the project, filters, forms of output."""

from enum import StrEnum
from typing import Annotated, Literal, get_args

import typer

from reportedly.cli.output import Form
from reportedly.model import Certainty, EventType, Polarity, SourceKind, TieType
from reportedly.project import Project, open_project


def choices(literal: object) -> str:
    """The members of a literal for a help text."""
    return ", ".join(f"`{name}`" for name in get_args(literal))


def narrowing(flag: str, what: str, literal: object) -> "typer.models.OptionInfo":
    """An option that narrows to one member of `literal`, written in upper or lower case."""
    option: typer.models.OptionInfo = typer.Option(
        flag, metavar=flag.strip("-").upper(), case_sensitive=False, help=f"Only this {what}: {choices(literal)}."
    )
    return option


def naming(flag: str, metavar: str, what: str) -> "typer.models.OptionInfo":
    """An option that narrows by a free text."""
    option: typer.models.OptionInfo = typer.Option(flag, metavar=metavar, help=f"Only claims {what}.")
    return option


Entity = Annotated[str | None, naming("--entity", "NAME", "in which this name takes part or speaks")]
Type = Annotated[EventType | None, narrowing("--type", "event type", EventType)]
Tie = Annotated[TieType | None, narrowing("--tie", "tie", TieType)]
Place = Annotated[str | None, naming("--place", "NAME", "set in this place")]
Since = Annotated[str | None, naming("--since", "DATE", "of what may have happened on or after it (`2025-04`)")]
Until = Annotated[str | None, naming("--until", "DATE", "of what may have happened on or before it")]
Kind = Annotated[SourceKind | None, narrowing("--source-kind", "kind of source", SourceKind)]
Firmness = Annotated[Certainty | None, narrowing("--certainty", "certainty", Certainty)]
Side = Annotated[Polarity | None, narrowing("--polarity", "polarity", Polarity)]
InReport = Annotated[str | None, naming("--report", "REF", "of this report, by its ref or id")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="As reports told it by the end of this day (EDTF).")
]
Words = Annotated[str | None, naming("--text", "WORDS", "whose sentence has all these words")]
ListForm = Annotated[
    Form | None, typer.Option("--format", help="`table` (default on a terminal), `jsonl` (default elsewhere) or `csv`.")
]
TextForm = Annotated[
    Literal["table", "jsonl"] | None,
    typer.Option("--format", help="`table` (default on a terminal) or `jsonl` (default elsewhere)."),
]


class FileForm(StrEnum):
    """Forms for other programs."""

    JSONL = "jsonl"
    CSV = "csv"


def opened(context: typer.Context) -> Project:
    """The project that the global option names, closed when the command ends. Raises Stop where there is none."""
    project = open_project(context.obj)
    context.call_on_close(project.close)
    return project
