"""Knowledge bases as files: FollowTheMoney JSON lines and the tables of OpenSanctions, read and written line by line.

In: lines of `entities.ftm.json` or `targets.nested.json` (an entity a line: `id`, `schema`, `properties`), or of
`targets.simple.csv` (columns `id`, `schema`, `name`, `aliases`). Out: entries, and for each bad line its number with
the reason. Reading holds one line at a time.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from reportedly.link.entities_kinds import level
from reportedly.link.known import Known, KnownEntry
from reportedly.linked import Entity
from reportedly.model import Skipped

NAMES = ("name", "alias", "previousName", "abbreviation")
"""Properties whose values are names an entry goes by."""

WEAK = ("weakAlias",)
"""Properties whose values are names that many others may bear too."""

LONGEST_CELL = 10_000_000
"""Characters of one cell of a table; the csv module's own limit is too short for some lists of aliases."""


class BadLine(ValueError):
    """A line that gives no entry, with the reason."""


def read_known(lines: Iterable[str]) -> Known:
    """The knowledge base that the lines give; `skips` names the lines that give none, with the reason."""
    entries: list[KnownEntry] = []
    skips: list[Skipped] = []
    for found in known_entries(lines):
        if isinstance(found, Skipped):
            skips.append(found)
        else:
            entries.append(found)
    return Known.of(entries, tuple(skips))


def known_entries(lines: Iterable[str]) -> Iterator[KnownEntry | Skipped]:
    """The entries one after another, in the order of the file, and in its place each line that gives none.

    Whether the lines are JSON or a table is told from the first that is not empty. Empty lines are passed over.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1))
    for number, line in numbered:
        line = line.removeprefix("\ufeff")
        if line.strip():
            rest = chain([(number, line)], numbered)
            yield from entries_of_json(rest) if line.lstrip()[0] in "{[" else entries_of_table(rest)


def entries_of_json(lines: Iterable[tuple[int, str]]) -> Iterator[KnownEntry | Skipped]:
    """The entries of JSON lines with their numbers."""
    for number, line in lines:
        if not line.strip():
            continue
        try:
            yield entry_of(json.loads(line))
        except (BadLine, ValueError, RecursionError) as error:
            yield skipped(number, reason_of(error))


def reason_of(error: Exception) -> str:
    """Why a line gives no entry, in words."""
    if isinstance(error, BadLine):
        return str(error)
    return f"not JSON ({type(error).__name__}); expected one entity a line, as an object"


def entry_of(entity: Any) -> KnownEntry:
    """The entry that a FollowTheMoney entity makes. Raises BadLine where it has no id, schema or name."""
    if not isinstance(entity, dict):
        raise BadLine(f"found {type(entity).__name__}, expected an object with id, schema and properties")
    key, schema, properties = (entity.get(part) for part in ("id", "schema", "properties"))
    if not isinstance(properties, dict):
        raise BadLine("properties are not an object")
    names, weak = texts(properties, NAMES), texts(properties, WEAK)
    caption = entity.get("caption")
    return checked(key, schema, caption if isinstance(caption, str) else "", names, weak)


def texts(properties: Mapping[str, Any], keys: Iterable[str]) -> tuple[str, ...]:
    """The texts under these properties, each once; other values (nested entities, numbers) are no names."""
    values = (properties.get(key) for key in keys)
    lists = (value if isinstance(value, list) else [value] for value in values)
    return tuple(dict.fromkeys(v.strip() for each in lists for v in each if isinstance(v, str) and v.strip()))


def checked(key: Any, schema: Any, caption: str, names: tuple[str, ...], weak: tuple[str, ...]) -> KnownEntry:
    """An entry of these values. Raises BadLine where the id, the schema or every name is missing."""
    if not isinstance(key, str) or not key.strip():
        raise BadLine("the entity has no id")
    if not isinstance(schema, str) or not schema.strip():
        raise BadLine("the entity has no schema")
    if not names:
        raise BadLine("the entity has no name")
    return KnownEntry(key.strip(), schema.strip(), caption if caption in names else names[0], names, weak)


def entries_of_table(lines: Iterable[tuple[int, str]]) -> Iterator[KnownEntry | Skipped]:
    """The entries of a table with a header line."""
    csv.field_size_limit(LONGEST_CELL)
    last = 0

    def texts_only() -> Iterator[str]:
        nonlocal last
        for number, line in lines:
            last = number
            yield line.replace("\0", "")

    table = csv.reader(texts_only())
    header: list[str] | None = None
    while True:
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield skipped(last, f"not a row of a table ({error})")
            continue
        if header is None:
            header = [cell.strip() for cell in row]
            if not {"id", "schema", "name"} <= set(header):
                yield skipped(last, "neither JSON lines nor a table with the columns id, schema and name")
                return
        elif any(row):
            yield row_of(dict(zip(header, row, strict=False)), last)


def row_of(cells: Mapping[str, str], number: int) -> KnownEntry | Skipped:
    """The entry of one row; aliases are split at semicolons, as OpenSanctions writes them."""
    names = (cells.get("name", ""), *several(cells.get("aliases", "")))
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    try:
        return checked(cells.get("id"), cells.get("schema"), names[0].strip(), kept, ())
    except BadLine as error:
        return skipped(number, str(error))


def several(cell: str) -> list[str]:
    """The values of a cell that holds several, with semicolons between; quotation marks keep one with a semicolon."""
    return next(csv.reader([cell], delimiter=";"), []) if cell else []


def skipped(number: int, reason: str) -> Skipped:
    """A line that gives no entry."""
    return Skipped(f"line {number}", f"Line {number} is passed over: {reason}.")


def known_lines(entities: Iterable[Entity]) -> Iterator[str]:
    """One line of FollowTheMoney JSON an entity, without line ends, to be edited and read again.

    A person's name of a single word goes under `weakAlias`, since another may bear it; moved to `alias`, it always
    means this entity.
    """
    for entity in entities:
        others = [name for name in entity.names if name.name != entity.name]
        weak = dict.fromkeys(name.name for name in others if name.schema == "Person" and level(name) > 1)
        alias = [name for name in dict.fromkeys(name.name for name in others) if name not in weak]
        properties = {"name": [entity.name], "alias": alias, "weakAlias": list(weak)}
        kept = {key: values for key, values in properties.items() if values}
        line = {"id": entity.id, "schema": entity.schema, "caption": entity.name, "properties": kept}
        yield json.dumps(line, ensure_ascii=False)
