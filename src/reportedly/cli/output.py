"""How results leave the command: JSON lines, CSV and tables on standard output, messages on standard error."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet take a cell for a formula."""

PIPED_WIDTH = 160
"""Columns of a table that goes to a file or a pipe."""


class Form(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(form: Form | None) -> Form:
    """The form asked for; otherwise a table on a terminal and JSON lines elsewhere."""
    if form is not None:
        return form
    return Form.TABLE if sys.stdout.isatty() else Form.JSONL


def say(message: str) -> None:
    """Print a message for the user on standard error."""
    sys.stderr.write(plain(message) + "\n")


def print_json(row: Any) -> None:
    """Print one JSON object on a line."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV; None is an empty cell, and no cell can act as a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell(value) for value in row])


def cell(value: object) -> str:
    """The text of a CSV cell: a leading apostrophe keeps a spreadsheet from running it as a formula."""
    text = "" if value is None else plain(str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain(text: str) -> str:
    """`text` without what steers a terminal or turns the writing direction: such characters become U+FFFD."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c in "\n\t" else steering(c) for c in text)


def steering(character: str) -> str:
    """A stand-in for a character that is not printable: a space for white space, U+FFFD for the rest."""
    return " " if character.isspace() else "\ufffd"


def console() -> Console:
    """Standard output as rich sees it; wide and without colour where it is no terminal."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False, markup=False, emoji=False)


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table of report text and figures, with nothing in it read as markup."""
    shown = Table(title=title, title_justify="left", header_style="bold", pad_edge=False)
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(plain(value)) if isinstance(value, str) else value for value in row))
    return shown


def end_with(code: int) -> None:
    """End the command with an exit code; 0 returns."""
    if code:
        raise typer.Exit(code)
