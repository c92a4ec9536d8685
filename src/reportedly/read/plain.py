"""Plain text and Markdown. In: bytes. Out: the text after its header, with what the header says.

A header is YAML front matter; in plain text also a leading `date YYYY-MM-DD`, or lines such as `Publisher: Gull`.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from reportedly.errors import BadValue, Skip
from reportedly.read.dates import edtf
from reportedly.read.decoding import decoded
from reportedly.read.found import Found
from reportedly.read.limits import HEADER_CHARACTERS, TEXT_BYTES
from reportedly.read.particulars import ABSENT, ALIASES, NAMES, Particulars, particulars
from reportedly.read.streams import hash_of, whole

DATE_HEADER = re.compile(r"\s*(?:date:?|Date:|DATE:)[ \t]+(?P<date>\d{4}-\d\d-\d\d)(?:\s+|\Z)", re.ASCII)
FRONT_MATTER = re.compile(r"\A\s*^---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n\s*|\Z)", re.DOTALL | re.MULTILINE)
KNOWN_KEYS = (*NAMES, *ALIASES)
FIELD_LINES = re.compile(
    r"\A\s*(?P<fields>(?:(?:title|publisher|url|published|date|byline|author)[ \t]*:[ \t]*\S[^\n]*\n){2,})[ \t]*\n\s*",
    re.IGNORECASE,
)
"""Two or more lines of a report's particulars, and an empty line behind them."""

KNOWN_KEY_LINE = re.compile(rf"^(?:{'|'.join(KNOWN_KEYS)})[ \t]*:", re.MULTILINE)


def read_text(stream: BinaryIO, name: str, where: str) -> Iterator[Found]:
    """The report of a plain text file: header taken off, every line end a line feed."""
    raw = whole(stream, TEXT_BYTES, "a text")
    text = with_newlines(decoded(raw))
    said, start = front_matter(text)
    if not start:
        said, start = field_lines(text)
    if not start:
        said, start = date_header(text)
    yield Found(text[start:], name, where, said, hash_of(raw))


def read_as_is(stream: BinaryIO, name: str, where: str) -> Iterator[Found]:
    """The report of a plain text file, all of it, unchanged but for the decoding."""
    raw = whole(stream, TEXT_BYTES, "a text")
    yield Found(decoded(raw), name, where, raw_hash=hash_of(raw))


def read_markdown(stream: BinaryIO, name: str, where: str) -> Iterator[Found]:
    """The report of a Markdown file: front matter taken off, the rest with its marks as it stands."""
    raw = whole(stream, TEXT_BYTES, "a text")
    text = with_newlines(decoded(raw))
    said, start = front_matter(text)
    yield Found(text[start:], name, where, said, hash_of(raw))


def with_newlines(text: str) -> str:
    """`text` with every line end written as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def date_header(text: str) -> tuple[Particulars, int]:
    """What a leading `date YYYY-MM-DD` says and where the text after it begins; nothing and 0 without one."""
    match = DATE_HEADER.match(text)
    return (Particulars(published=match["date"]), match.end()) if match else (Particulars(), 0)


def field_lines(text: str) -> tuple[Particulars, int]:
    """What leading lines of our fields say and where the text after them begins.

    Nothing and 0 where other lines stand among them, or a date that cannot be read: then all of it is text.
    """
    match = FIELD_LINES.match(text[:HEADER_CHARACTERS])
    if match is None:
        return Particulars(), 0
    pairs = (line.split(":", 1) for line in match["fields"].splitlines())
    given = {key.strip().lower(): value.strip() for key, value in pairs}
    written = {ALIASES.get(key, key): one_string(key, given[key]) for key in (*ALIASES, *NAMES) if key in given}
    try:
        edtf(written.get("published") or "2000")
    except BadValue:
        return Particulars(), 0
    return particulars(written), match.end()


def front_matter(text: str) -> tuple[Particulars, int]:
    """What YAML front matter says and where the text after it begins; nothing and 0 without any.

    A block between two `---` lines that gives none of our keys is text. Raises Skip where it gives one and is no YAML.
    """
    match = FRONT_MATTER.match(text[:HEADER_CHARACTERS])
    if match is None or not KNOWN_KEY_LINE.search(match["yaml"]):
        return Particulars(), 0
    try:
        block = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings, no objects
    except (yaml.YAMLError, RecursionError) as error:
        raise Skip(f"front matter is not valid YAML{line_of(error)}; put values with a colon in quotes") from error
    if not isinstance(block, dict):
        return Particulars(), 0
    written = {ALIASES.get(key, key): one_string(key, block[key]) for key in (*ALIASES, *NAMES) if key in block}
    return particulars(written), match.end()


def line_of(error: Exception) -> str:
    """` in line 3` where a YAML error tells its place, else nothing. The opening `---` is line 1."""
    mark = getattr(error, "problem_mark", None)
    return "" if mark is None else f" in line {mark.line + 2}"


def one_string(key: str, value: object) -> str | None:
    """A value of front matter as one string, names in a list joined by commas. Raises Skip on anything else."""
    if isinstance(value, str):
        return None if value.lower() in ABSENT else value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    raise Skip(f"front matter: {key} must be one value")
