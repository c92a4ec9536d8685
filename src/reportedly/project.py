"""The service above the stages: read files, keep what they say, answer questions about it.

In: names of files, questions. Out: reports, claims with their reports, annotations, and the reasons for skips.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.model import Claim, Report, Skipped
from reportedly.wire import Json, annotation_json

if TYPE_CHECKING:
    from reportedly.pipeline import Reading

# The stages load a language model's library, which takes most of a second. Functions that need them import them, so
# that questions to a project are answered at once.

Item = Report | Skipped

EXTRACTORS = ("rules",)
"""Names of the extractors that can be asked for."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A report and the claims found in it, in text order; `is_read` is false for a language that is not read."""

    report: Report
    claims: tuple[Claim, ...]
    is_read: bool = True


def read_files(
    inputs: Sequence[str],
    *,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    manifest: Path | None = None,
    as_is: bool = False,
) -> Iterator[Item]:
    """The reports in files, folders, globs or standard input ("-"), and the inputs that hold none, with reasons.

    `publisher`, `url` and `published` (EDTF) hold where a file does not say otherwise; `manifest` is a CSV of
    particulars by file; `as_is` takes text files without looking for a header. Raises Stop for wrong arguments.
    """
    from reportedly.read import Particulars, reports

    defaults = Particulars(publisher=publisher, url=url, published=published)
    return reports(inputs, defaults=defaults, manifest=manifest, as_is=as_is)


def extract(items: Iterable[Item], jobs: int = 1) -> Iterator[Extracted | Skipped]:
    """For each item its claims, or why it has none, in order; no database. `jobs` processes read."""
    from reportedly.pipeline import read_all

    return read_all(items, extracted, jobs)


def annotate(items: Iterable[Item], jobs: int = 1) -> Iterator[Json | Skipped]:
    """For each item its annotations as on the wire, or why it has none, in order; no database."""
    from reportedly.pipeline import read_all

    return read_all(items, annotated, jobs)


def extracted(reading: "Reading") -> Extracted:
    """The claims of a reading with their report."""
    from reportedly.pipeline import is_extractable

    return Extracted(reading.report, reading.claims, is_extractable(reading.report))


def annotated(reading: "Reading") -> Json:
    """The annotations of a reading as on the wire."""
    return annotation_json(reading.annotated, reading.times, reading.places, reading.attributions)
