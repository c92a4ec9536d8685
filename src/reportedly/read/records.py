"""JSON and JSON Lines. In: bytes. Out: a report for each object, its `text` character for character as given.

A line or item that is wrong is skipped with its number; the rest is read.
"""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.errors import Skip
from reportedly.model import Skipped
from reportedly.read.decoding import check_text, decoded, mark_of
from reportedly.read.found import Found
from reportedly.read.limits import JSON_BYTES, LINE_BYTES, megabytes
from reportedly.read.particulars import NAMES, particulars
from reportedly.read.streams import Chained, hash_of, whole

CHECKED_BYTES = 4096
"""Bytes at the start of JSON Lines that show binary data, of which every line would give a reason of its own."""
KIND_OF_VALUE = {
    dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false",
    type(None): "null",
}  # fmt: skip


def read_lines(stream: BinaryIO, name: str, where: str) -> Iterator[Found | Skipped]:
    """The report of each line; blank lines are passed over. One line is held at a time."""
    found_any = False
    for number, line in numbered_lines(in_utf8(stream)):
        if line is not None and not line.strip():
            continue
        found_any = True
        place = f"{where}:{number}"
        try:
            yield of_line(line, f"{name}:{number}", place)
        except Skip as reason:
            yield Skipped(place, f"line {number}: {reason}")
    if not found_any:
        raise Skip("empty: there is no line in it")


def in_utf8(stream: BinaryIO) -> BinaryIO:
    """`stream` past a UTF-8 mark; one in UTF-16 or UTF-32 is held whole and turned into UTF-8.

    Raises Skip where the stream begins as binary data.
    """
    start = stream.read(CHECKED_BYTES)
    rest = Chained(start, stream)
    encoding = mark_of(start)
    if encoding is None:
        if not start.lstrip().startswith(b"{"):
            check_text(start)
        return rest
    if encoding == "utf-8-sig":
        return Chained(start[3:], stream)
    return io.BytesIO(decoded(whole(rest, JSON_BYTES, f"{encoding.upper()} JSON")).encode("utf-8"))


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, counted from 1; None for a line over the limit, which is never held whole."""
    number = 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if len(line) <= LINE_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)
        yield number, None


def of_line(line: bytes | None, ref: str, where: str) -> Found:
    """The report of one line. Raises Skip with the reason."""
    if line is None:
        raise Skip(f"too large: a line of more than {megabytes(LINE_BYTES)} is not read")
    raw = line.rstrip(b"\r\n")
    return of_object(load(raw), ref, where, hash_of(raw))


def load(raw: bytes) -> Any:
    """The JSON value of `raw`. Raises Skip where it is none, is not in UTF-8, or is nested past all sense."""
    try:
        return json.loads(raw)
    except UnicodeDecodeError as error:
        raise Skip(f"wrong encoding: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise Skip(f"not valid JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise Skip(f"not valid JSON: {error}") from error


def read_json(stream: BinaryIO, name: str, where: str) -> Iterator[Found | Skipped]:
    """The reports of a JSON file: one object, or a list of them. JSON Lines under that name are read as such."""
    raw = whole(stream, JSON_BYTES, "JSON in one piece (unlike JSON Lines)")
    try:
        value = load(raw)
    except Skip:
        if not (raw.lstrip().startswith(b"{") and holds_lines(raw)):
            raise
        yield from read_lines(io.BytesIO(raw), name, where)
        return
    if not isinstance(value, list):
        yield of_object(value, name, where, hash_of(raw))
    else:
        yield from of_list(value, name, where, hash_of(raw))


def of_list(items: list[Any], name: str, where: str, raw_hash: str) -> Iterator[Found | Skipped]:
    """The report of each item, counted from 1. Raises Skip where the list is empty."""
    if not items:
        raise Skip("empty: the list has no items")
    for number, item in enumerate(items, 1):
        place = f"{where}:{number}"
        try:
            yield of_object(item, f"{name}:{number}", place, raw_hash)
        except Skip as reason:
            yield Skipped(place, f"item {number}: {reason}")


def holds_lines(raw: bytes) -> bool:
    """Whether some line of `raw` is a JSON object by itself."""
    return any(is_object(line) for line in raw.splitlines() if line.lstrip().startswith(b"{"))


def is_object(raw: bytes) -> bool:
    """Whether `raw` is a JSON object."""
    try:
        return isinstance(load(raw), dict)
    except Skip:
        return False


def of_object(value: Any, ref: str, where: str, raw_hash: str) -> Found:
    """The report of one JSON object, called by its `id` or else `ref`. Raises Skip naming the field that is wrong."""
    if not isinstance(value, dict):
        raise Skip(f"expected an object with a text, found {kind_of(value)}")
    if "text" not in value:
        raise Skip("the object has no text")
    text = value["text"]
    if not isinstance(text, str):
        raise Skip(f"text must be a string, found {kind_of(text)}")
    written = {name: string_or_none(name, value.get(name)) for name in NAMES}
    return Found(text, name_of(value.get("id")) or ref, where, particulars(written), raw_hash)


def string_or_none(name: str, value: Any) -> str | None:
    """A field that may be a string or null. Raises Skip on anything else."""
    if value is None or isinstance(value, str):
        return value
    raise Skip(f"{name} must be a string or null, found {kind_of(value)}")


def name_of(value: Any) -> str | None:
    """The `id` as a string, a whole number in digits, None for none. Raises Skip on anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return string_or_none("id", value)


def kind_of(value: Any) -> str:
    """What a JSON value is, in words."""
    return KIND_OF_VALUE[type(value)]
