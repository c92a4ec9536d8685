"""Which of two reports relies on the other, and for which passages.

In: the wordings of two reports. Out: a `ReportEdge` from the earlier to the later, or None where neither took anything
over. A later version of a report relies on the earlier one. Pure; depends on the two reports only.
"""

from reportedly.days import bounds
from reportedly.link.citations import publisher_named
from reportedly.link.copies import Passage as Counterpart
from reportedly.link.copies import taken_over, told
from reportedly.link.versions import version
from reportedly.link.wording import Wording
from reportedly.linked import Passage, Reliance, ReportEdge
from reportedly.model import Report


def relies(a: Wording, b: Wording) -> ReportEdge | None:
    """What the later of two reports took from the earlier one; None where they stand by themselves.

    Raises BadValue where the two are one.
    """
    finding = taken_over(a, b)
    if finding is None:
        return None
    if is_later(a, b):
        a, b = b, a
    reuse = told(finding, a)
    kind: Reliance = "copy" if reuse.label == "copy" else "derived"
    reason = reuse.reason
    found = version(a.report, b.report, reuse)
    if found is not None:
        kind, reason = "version", found.reason
    passages = tuple(linked(each) for each in reuse.passages)
    return ReportEdge(a.report.id, b.report.id, kind, reuse.score, reason, passages)


def linked(passage: Counterpart) -> Passage:
    """The passage as other stages know it."""
    return Passage(passage.a, passage.b, passage.manner, passage.quoted)


def is_later(a: Wording, b: Wording) -> bool:
    """Whether `a` came after `b`: by the day of publication, else by who credits whom, else by the time of day.

    Reports of which none of this is known go by their ids, so that the answer is the same for both orders.
    """
    days = bounds(a.report.published)[1], bounds(b.report.published)[0]
    if None not in days and days[0] != days[1] and bounds(a.report.published)[0] != bounds(b.report.published)[0]:
        return day_of(a.report) > day_of(b.report)
    ours, theirs = credited_by(a, b.report), credited_by(b, a.report)
    if ours != theirs:
        return ours
    return moment(a.report) > moment(b.report)


def day_of(report: Report) -> str:
    """The first day on which the report can have been published; late where that is unknown."""
    return bounds(report.published)[0] or "9999"


def moment(report: Report) -> tuple[str, str]:
    """What puts reports of one day in order."""
    return report.published or "9999", report.id


def credited_by(each: Wording, other: Report) -> bool:
    """Whether a report credits the other's publisher."""
    if other.publisher is None or other.publisher == each.report.publisher:
        return False
    return any(publisher_named(credit.name, (other.publisher,)) is not None for credit in each.credits)
