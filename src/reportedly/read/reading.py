"""Each source read by the reader of its kind, its particulars brought together, its language told.

In: inputs as the user names them. Out: Reports, and a Skipped for all that gave none. Whatever a reader meets, the next
source is read.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, cast

from reportedly.errors import BadValue, Skip, Stop
from reportedly.model import Report, Skipped
from reportedly.read.dates import shortened
from reportedly.read.finding import Kind, Source, sources, why
from reportedly.read.found import Found
from reportedly.read.language import language
from reportedly.read.limits import TEXT_CHARACTERS
from reportedly.read.manifest import Manifest
from reportedly.read.particulars import Particulars, checked
from reportedly.read.plain import read_as_is, read_markdown, read_text
from reportedly.read.records import read_json, read_lines
from reportedly.read.sniffing import sniffed

KindReader = Callable[[BinaryIO, str, str], Iterator[Found | Skipped]]
TALKATIVE = ("trafilatura", "htmldate", "courlan", "pypdf", "charset_normalizer")


def checked_defaults(defaults: Particulars) -> Particulars:
    """The user's particulars in form. Raises Stop where one is wrong."""
    try:
        return checked(defaults)
    except BadValue as error:
        raise Stop(str(error)) from error


def read_all(
    inputs: Sequence[str], defaults: Particulars, manifest: Manifest, as_is: bool
) -> Iterator[Report | Skipped]:
    """A Report or Skipped for each text that the inputs hold."""
    keep_quiet()
    for source in sources(inputs):
        if isinstance(source, Skipped):
            yield source
            continue
        row = manifest.row(source.path, source.folder)
        for found in read_source(source, as_is):
            yield found if isinstance(found, Skipped) else report_or_skipped(found, row, defaults)


def keep_quiet() -> None:
    """Give the loggers of the libraries a handler that does nothing: what they met stands in the reason of a Skipped.

    An application that configures logging still receives their records.
    """
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def read_source(source: Source, as_is: bool) -> Iterator[Found | Skipped]:
    """All that one source holds; where reading breaks off, a Skipped with the reason comes last."""
    try:
        with source.open() as stream:
            kind = source.kind
            if kind is None:
                kind, stream = sniffed(stream)
            yield from reader_of(kind, as_is)(stream, source.ref, source.where)
    except Skip as reason:
        yield Skipped(source.where, str(reason))
    except OSError as error:
        yield Skipped(source.where, f"could not be opened: {why(error)}")
    except Exception as error:  # the libraries raise anything on hostile files; the run goes on
        met = f"{type(error).__name__}: {shortened(' '.join(str(error).split()))}"
        yield Skipped(source.where, f"unreadable: its content is broken or of an unforeseen form ({met})")


def reader_of(kind: Kind, as_is: bool) -> KindReader:
    """The reader of a kind. Those for pages and PDFs load their libraries when first asked for."""
    if kind == "text":
        return read_as_is if as_is else read_text
    if kind == "page":
        from reportedly.read.page import read_page

        return read_page
    if kind == "pdf":
        from reportedly.read.pdf import read_pdf

        return read_pdf
    others: dict[Kind, KindReader] = {"markdown": read_markdown, "json": read_json, "lines": read_lines}
    return others[kind]


def report_or_skipped(found: Found, row: Particulars, defaults: Particulars) -> Report | Skipped:
    """The report, with what the manifest's row says over what the file says over the defaults."""
    try:
        return report(found, checked(row.over(found.said).over(defaults)))
    except Skip as reason:
        return Skipped(found.where, str(reason))


def report(found: Found, said: Particulars) -> Report:
    """The report of a text. Raises Skip on texts that are empty, too long or not Unicode, and on wrong particulars."""
    check_text(found.text)
    return Report(
        text=found.text,
        ref=found.ref,
        publisher=said.publisher,
        url=said.url,
        title=said.title,
        byline=said.byline,
        published=said.published,
        captured=said.captured,
        language=said.language or language(found.text),
        status=cast(Any, said.status or "usable"),
        raw_hash=found.raw_hash,
        replaces=said.replaces,
    )


def check_text(text: str) -> None:
    """Raise Skip where a text is blank, over the limit, or holds half of a surrogate pair, which no file can store."""
    if not text.strip():
        raise Skip("empty: there is no text in it")
    if len(text) > TEXT_CHARACTERS:
        raise Skip(f"too large: a text of more than {TEXT_CHARACTERS:,} characters is not read; split it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Skip(f"the text holds half of a surrogate pair at character {error.start}") from error
