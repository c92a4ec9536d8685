"""PDF files with a text layer. In: bytes. Out: the text of all pages in paragraphs.

Lines as printed are joined to paragraphs, words divided at a line's end are made whole, ligatures are spelled out. The
title and dates inside a PDF are those of the file's making and are not used.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from reportedly.errors import Skip
from reportedly.read.found import Found
from reportedly.read.limits import PDF_BYTES, TEXT_CHARACTERS
from reportedly.read.streams import hash_of, whole

PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
CONTROLS: dict[int, str | None] = {code: None for code in (*range(0x20), 0x7F, 0xFEFF) if chr(code) not in "\t\n\f\r"}
CLEANED = {**CONTROLS, **LIGATURES}
SENTENCE_END = tuple(".!?:\"'”’)")
FULL_LINE = 0.75
"""A line shorter than this share of the usual width may end its paragraph."""


def read_pdf(stream: BinaryIO, name: str, where: str) -> Iterator[Found]:
    """The report of a PDF. Raises Skip where it is broken, encrypted, or holds pictures of text only."""
    raw = whole(stream, PDF_BYTES, "a PDF")
    try:
        pages = list(page_texts(raw))
    except PyPdfError as error:
        raise Skip(f"broken PDF: {error}; save it anew") from error
    text = paragraphs(line for page in pages for line in lines_of(page))
    if not any(map(str.isalpha, text)):
        raise Skip("the PDF has no text layer: it holds pictures of pages; run a text recognition (OCR) over it first")
    yield Found(text, name, where, raw_hash=hash_of(raw))


def page_texts(raw: bytes) -> Iterator[str]:
    """The text of each page as it is printed. Raises Skip on encrypted files and on too much text."""
    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Skip("the PDF is encrypted; save it without a password")
    size = 0
    for page in reader.pages:
        text = page.extract_text().encode("utf-8", "ignore").decode("utf-8").translate(CLEANED)
        size += len(text)
        if size > TEXT_CHARACTERS:
            raise Skip(f"too large: a text of more than {TEXT_CHARACTERS:,} characters is not read; split it")
        yield text


def lines_of(page: str) -> list[str]:
    """The lines of a page without the page number above or below them."""
    lines = [" ".join(line.split(" ")).strip() for line in page.splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    if lines and PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    if lines and PAGE_NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    return lines


def paragraphs(printed: Iterable[str]) -> str:
    """The printed lines joined to paragraphs, with a blank line between two."""
    lines = list(printed)
    width = usual_width(lines)
    done: list[str] = []
    parts: list[str] = []
    for line in lines:
        if parts and (not line or begins_paragraph(line, parts[-1], width)):
            done.append(joined(parts))
            parts = []
        if line:
            parts.append(line)
    if parts:
        done.append(joined(parts))
    return "\n\n".join(done)


def usual_width(lines: list[str]) -> int:
    """The length that a full line has: the upper quartile of all."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def begins_paragraph(line: str, before: str, width: int) -> bool:
    """Whether `line` begins a paragraph, going by the line before: a short one that ends a sentence or a heading."""
    if len(before) >= FULL_LINE * width or before.endswith(("-", ",")):
        return False
    return before.endswith(SENTENCE_END) or not line[0].islower()


def joined(lines: list[str]) -> str:
    """One paragraph of its lines; a word divided at a line's end becomes one word."""
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        pieces.append(until_next(line, following))
    return "".join(pieces).replace("\u00ad", "")


def until_next(line: str, following: str) -> str:
    """`line` with what stands between it and the next: a blank, or nothing inside a divided word.

    The hyphen of a divided word goes; one before a capital or in a word with other hyphens belongs to a name.
    """
    if not following or line.endswith("\u00ad"):
        return line
    if line.endswith("-") and line[-2:-1].isalpha():
        word = line.rsplit(maxsplit=1)[-1]
        return line if "-" in word[:-1] or not following[0].islower() else line[:-1]
    return line + " "
