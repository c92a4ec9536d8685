"""The CSV table in which a user gives publisher, address and date of many files.

In: a file with the columns `file` and any of `publisher url published title ...`. Out: a Manifest that finds the row of
a path. A table that cannot be understood raises Stop, since reports without their publisher would be read for nothing.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import BadValue, Skip, Stop
from reportedly.read.decoding import decoded
from reportedly.read.particulars import ALIASES, NAMES, Particulars, checked, particulars


@dataclass(frozen=True, slots=True)
class Manifest:
    """Particulars by file: `rows` maps a name or relative path to them, `folder` is where the table lies."""

    rows: Mapping[str, Particulars]
    folder: Path | None = None

    def row(self, path: Path | None, within: Path | None) -> Particulars:
        """What the table says of `path`, found in the input folder `within`; empty where it says nothing.

        A row fits by the path relative to the table, as given, or relative to the input folder, and last by the bare
        name, which fits every file of that name.
        """
        if not self.rows or path is None:
            return Particulars()
        keys = (relative(path, self.folder), path.as_posix(), relative(path, within), path.name)
        fitting = (self.rows[key] for key in keys if key is not None and key in self.rows)
        return next(fitting, Particulars())


def relative(path: Path, folder: Path | None) -> str | None:
    """`path` as seen from `folder`, None where it lies elsewhere."""
    if folder is None:
        return None
    absolute, base = path.absolute(), folder.absolute()
    return absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else None


def read_manifest(path: Path) -> Manifest:
    """The manifest at `path`. Raises Stop where it cannot be read or a row is wrong, naming the line."""
    try:
        text = decoded(path.read_bytes())
    except (OSError, Skip) as error:
        why = getattr(error, "strerror", None) or error
        raise Stop(f"manifest {path}: {why}; name a CSV table that can be read") from error
    rows: dict[str, Particulars] = {}
    try:
        for line, name, said in read_rows(text):
            if rows.setdefault(name, said) != said:
                raise Stop(f"manifest {path}, line {line}: {name} has another row that says something else")
    except (BadValue, csv.Error) as error:
        raise Stop(f"manifest {path}, {error}") from error
    return Manifest(rows, path.parent)


def read_rows(text: str) -> Iterator[tuple[int, str, Particulars]]:
    """Line number, file and particulars of each row that names a file. Raises BadValue with the line."""
    header, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=header.count)
    table = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    columns = column_names(next(table, []))
    for cells in table:
        if len(cells) > len(columns):
            raise BadValue(f"line {table.line_num}: {len(cells)} cells under {len(columns)} columns; quote commas")
        written = dict(zip(columns, cells, strict=False))
        name = written.get("file", "").strip().replace("\\", "/").removeprefix("./")
        if name:
            yield table.line_num, name, checked_row(table.line_num, written)


def column_names(cells: list[str]) -> list[str]:
    """The columns by their own names. Raises BadValue where `file` is missing or a column is unknown or doubled."""
    columns = [ALIASES.get(cell.strip().lower(), cell.strip().lower()) for cell in cells]
    allowed = ("file", *NAMES)
    wrong = [column for column in columns if column not in allowed]
    if wrong or "file" not in columns or len(set(columns)) < len(columns):
        found = ", ".join(columns) or "none"
        raise BadValue(f"line 1: columns are {found}; expected file and any of {', '.join(NAMES)}, each once")
    return columns


def checked_row(line: int, written: Mapping[str, str]) -> Particulars:
    """The particulars of one row. Raises BadValue with the line's number."""
    try:
        return checked(particulars(written))
    except BadValue as error:
        raise BadValue(f"line {line}: {error}") from error
