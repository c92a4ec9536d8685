"""How results leave the command: lines and tables on standard output, messages on standard error."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console, OverflowMethod
from rich.table import Table
from rich.text import Text

from reportedly.export import json_line

PIPED_WIDTH = 120
"""Columns of a table that goes to a file or a pipe."""

NARROW = 80
"""Columns of a terminal in which tables are drawn; on a narrower one words would be broken to fit."""

WIDE = 100
"""Columns in which cells that may be cut are cut; on a narrower terminal too little of them would be left."""


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
    sys.stdout.write(json_line(row))


def plain(text: str) -> str:
    """`text` without what steers a terminal or turns the writing direction: such characters become U+FFFD."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c in "\n\t" else steering(c) for c in text)


def steering(character: str) -> str:
    """A stand-in for a character that is not printable: a space for white space, U+FFFD for the rest."""
    return " " if character.isspace() else "\ufffd"


def console() -> Console:
    """Standard output as rich sees it; of a fixed width and without colour where it is no terminal."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False, markup=False, emoji=False)


class Column(NamedTuple):
    """A column of a table: its head and style. Without `share` it is as wide as its longest cell, up to `widest`;
    columns with a share divide the rest of the width. What is too long is wrapped, or `cut` where the table is WIDE.
    """

    name: str
    style: str = ""
    widest: int | None = None
    share: int | None = None
    cut: bool = False


Cell = str | Text


def print_table(title: str | None, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table of report text and figures, with nothing in it read as markup.

    A terminal of under NARROW columns gets a row's cells one below the other.
    """
    out = console()
    texts = [[Text(plain(value)) if isinstance(value, str) else value for value in row] for row in rows]
    if out.width < NARROW and any(column.share for column in columns):
        out.print(*stacked(title, columns, texts), sep="\n")
    else:
        out.print(drawn(title, columns, texts, is_wide=out.width >= WIDE))


def drawn(title: str | None, columns: Sequence[Column], rows: Iterable[Sequence[Text]], is_wide: bool) -> Table:
    """The rows as a table."""
    table = Table(
        title=title and plain(title), title_justify="left", title_style="bold", header_style="dim", box=SIMPLE_HEAD,
        pad_edge=False, expand=any(column.share for column in columns),
    )  # fmt: skip
    for name, style, widest, share, may_cut in columns:
        cut = may_cut and is_wide
        overflow: OverflowMethod = "ellipsis" if cut else "fold"
        no_wrap = cut or not (widest or share)
        table.add_column(name, style=style, overflow=overflow, no_wrap=no_wrap, max_width=widest, ratio=share)
    for row in rows:
        table.add_row(*row)
    return table


def stacked(title: str | None, columns: Sequence[Column], rows: Iterable[Sequence[Text]]) -> Iterator[Text]:
    """The rows as lines: a row's cells below one another in the styles of their columns, then an empty line."""
    if title:
        yield Text(plain(title) + "\n", style="bold")
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell.plain:
                yield Text(style=column.style).append_text(cell)
        yield Text()


def end_with(code: int) -> None:
    """End the command with an exit code; 0 returns."""
    if code:
        raise typer.Exit(code)
