"""Which of two reports relies on the other, and for which passages.

In: the wordings of two reports. Out: a `ReportEdge` from the earlier to the later, or None where neither took anything
over. A later version of a report relies on the earlier one. Where nothing tells which came first, the edge's reason
says so, and `directed` turns it by what a project knows. Pure; `relies` depends on the two reports only.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reportedly.days import bounds
from reportedly.link.citations import credits_publisher
from reportedly.link.copies import Passage as Counterpart
from reportedly.link.copies import taken_over, told
from reportedly.link.versions import version
from reportedly.link.wording import Wording
from reportedly.linked import UNDIRECTED, Passage, Reliance, ReportEdge
from reportedly.model import Report


def relies(a: Wording, b: Wording) -> ReportEdge | None:
    """What the later of two reports took from the earlier one; None where they stand by themselves.

    Raises BadValue where the two are one.
    """
    finding = taken_over(a, b)
    if finding is None:
        return None
    later = is_later(a, b)
    if later or (later is None and in_order(a.report) > in_order(b.report)):
        a, b = b, a
    reuse = told(finding, a)
    kind: Reliance = "copy" if reuse.label == "copy" else "derived"
    reason = reuse.reason
    found = version(a.report, b.report, reuse)
    if found is not None:
        kind, reason = "version", found.reason
    if later is None:
        reason += UNDIRECTED
    passages = tuple(linked(each) for each in reuse.passages)
    return ReportEdge(a.report.id, b.report.id, kind, reuse.score, reason, passages)


def linked(passage: Counterpart) -> Passage:
    """The passage as other stages know it."""
    return Passage(passage.a, passage.b, passage.manner, passage.quoted)


def is_later(a: Wording, b: Wording) -> bool | None:
    """Whether `a` came after `b`: by the day of publication, else by who credits whom, else by the time of day.

    None where none of this is known.
    """
    first, second = bounds(a.report.published), bounds(b.report.published)
    if None not in (first[1], second[0]) and first[0] != second[0] and first[1] != second[0]:
        return day_of(a.report) > day_of(b.report)
    ours, theirs = credits_publisher(a.report, b.report.publisher), credits_publisher(b.report, a.report.publisher)
    if ours != theirs:
        return ours
    return is_later_by_clock(a.report, b.report)


def is_later_by_clock(a: Report, b: Report) -> bool | None:
    """Whether `a` has a later time of publication than `b`; None where one has no time of day, or both have one."""
    try:
        times = [datetime.fromisoformat(each.published or "") for each in (a, b) if "T" in (each.published or "")]
        return None if len(times) < 2 or times[0] == times[1] else times[0] > times[1]
    except (ValueError, TypeError):
        return None


def day_of(report: Report) -> str:
    """The first day on which the report can have been published; late where that is unknown."""
    return bounds(report.published)[0] or "9999"


def in_order(report: Report) -> tuple[str, str]:
    """What puts reports in order of which nothing tells which came first, the same for both orders."""
    return report.published or "9999", report.id


def directed(edge: ReportEdge, cites: Callable[[str, str], bool]) -> ReportEdge:
    """The edge, turned where nothing but ids decides it and only the report that it calls earlier cites the other.

    `cites(a, b)` tells whether report `a` credits the publisher of `b`, by all names that a project knows it by.
    """
    if edge.is_directed:
        return edge
    forth, back = cites(edge.later, edge.earlier), cites(edge.earlier, edge.later)
    if forth == back:
        return edge
    reason = edge.reason.removesuffix(UNDIRECTED)
    if forth:
        return replace(edge, reason=reason)
    passages = tuple(sorted((replace(each, a=each.b, b=each.a) for each in edge.passages), key=lambda p: (p.a, p.b)))
    return replace(edge, earlier=edge.later, later=edge.earlier, reason=reason, passages=passages)
