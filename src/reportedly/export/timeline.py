"""Claims in the order of time. In: claims with their reports. Out: rows for a terminal, a page or a picture.

Dates are the accounts' own: a vague one stays an interval, and a claim whose text gives none stands apart, at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.export.dates import bounds, is_dated, when
from reportedly.export.wording import sentence
from reportedly.model import Claim, Report

Item = tuple[Claim, Report]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim on the timeline.

    `first` and `last` are the bounds of its interval, both included, None where open; both are None for an undated one.
    """

    claim: Claim
    report: Report
    first: date | None
    last: date | None
    when: str
    sentence: str

    @property
    def dated(self) -> bool:
        """Whether the text gives a time."""
        return self.first is not None or self.last is not None


def timeline(items: Iterable[Item]) -> list[Row]:
    """A row for each event, by lower bound, then upper; those without a date in the text last, by report.

    An interval without a beginning comes before all others, one without an end after those that begin with it.
    """
    return sorted((row(claim, report) for claim, report in items if claim.kind == "event"), key=order)


def row(claim: Claim, report: Report) -> Row:
    """The row of one claim."""
    first, last = bounds(claim.time.edtf) if claim.time and is_dated(claim.time) else (None, None)
    return Row(claim, report, first, last, when(claim.time, report), sentence(claim, report))


def order(each: Row) -> tuple[bool, date, date, str, str, int]:
    """What rows are sorted by."""
    report = each.report
    return (
        not each.dated, each.first or date.min, each.last or date.max, report.published or "", report.id,
        each.claim.trigger.start,
    )  # fmt: skip
