"""What kind of input a stream without a telling name holds. In: its first line. Out: the kind."""

import re
from typing import BinaryIO

from reportedly.read.decoding import mark_of
from reportedly.read.finding import Kind
from reportedly.read.limits import LINE_BYTES
from reportedly.read.records import is_object
from reportedly.read.streams import Chained

BLANK_LINES = 100
MARKUP = re.compile(r"<(?:!doctype|!--|\?xml|html|head|body|meta|title|article|div|p|h\d)\b", re.IGNORECASE)
OBJECT = re.compile(r"\{\s*(?:[\"}]|\Z)")
LIST = re.compile(r"\[\s*(?:[{\]]|\Z)")


def sniffed(stream: BinaryIO) -> tuple[Kind, BinaryIO]:
    """The kind of `stream`, told by its first line that is not blank, and the stream from its beginning."""
    start = b""
    for _ in range(BLANK_LINES):
        line = stream.readline(LINE_BYTES + 1)
        start += line
        if line.strip() or not line:
            break
    return kind_of_start(start), Chained(start, stream)


def kind_of_start(start: bytes) -> Kind:
    """The kind of an input that begins with `start`, a whole line; plain text where nothing else is told."""
    if start.lstrip().startswith(b"%PDF-"):
        return "pdf"
    encoding = mark_of(start)
    head = start[:4096].decode(encoding or "utf-8", "ignore").lstrip()
    if OBJECT.match(head):
        return "lines" if encoding not in (None, "utf-8-sig") or is_line(start) else "json"
    if LIST.match(head):
        return "json"
    return "page" if MARKUP.match(head) else "text"


def is_line(start: bytes) -> bool:
    """Whether the first line is one of JSON Lines: an object by itself, or too long to be held."""
    return len(start) > LINE_BYTES or is_object(start.removeprefix(b"\xef\xbb\xbf"))
