"""All that a briefing shows, before it takes a form. In: claims with their reports. Out: one value for both forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.export.dates import MONTHS, words
from reportedly.export.neutral import readable, web_address
from reportedly.export.picture import Picture, picture
from reportedly.export.several import Assessed, EventTold, events_told
from reportedly.export.statements import Item, Note, Statement, notes, statements
from reportedly.export.summary import Name, TieRow, Voice, names, ties, voices
from reportedly.export.wording import publisher
from reportedly.model import Report

LONGER, UNDATED, STANDING = "Longer or open periods", "No date in the text", "Ties and standing facts"
STATUS_WORDS = {
    "usable": None,
    "corrected": "a corrected version of this report exists",
    "withheld": "withheld by its publisher",
    "canceled": "withdrawn by its publisher, or a notice of withdrawal",
}
"""What is said of a report's status."""


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading; `key` names its place on the page."""

    key: str
    heading: str
    told: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A report with its notes and its particulars in words; `url` only where it can be followed safely."""

    report: Report
    publisher: str
    title: str
    published: str
    url: str | None
    status: str | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything on the page."""

    title: str
    claims: int
    reports: int
    publishers: int
    period: str | None
    picture: Picture | None
    events: tuple[EventTold, ...]
    voices: tuple[Voice, ...]
    ties: tuple[TieRow, ...]
    names: tuple[Name, ...]
    sections: tuple[Section, ...]
    cited: tuple[Cited, ...]
    place_of_note: dict[int, str]
    """For each note's number the key of the statement that it stands under."""


def content(items: Iterable[Item], title: str, assessed: Iterable[Assessed] = ()) -> Content:
    """What a briefing of `items` shows, with the events that several of them tell."""
    chosen = list(items)
    numbered = notes(chosen)
    told = statements(numbered)
    reports = list(dict.fromkeys(note.report for note in numbered))
    return Content(
        title=readable(title), claims=len(chosen), reports=len(reports),
        publishers=len({publisher(r) for r in reports}), period=period(reports), picture=picture(told),
        events=tuple(events_told(assessed, numbered)), voices=tuple(voices(numbered)), ties=tuple(ties(numbered)),
        names=tuple(names(numbered)),
        sections=tuple(sections(told)), cited=tuple(cited(numbered)),
        place_of_note={note.number: each.key for each in told for note in each.notes},
    )  # fmt: skip


def period(reports: Iterable[Report]) -> str | None:
    """From the first to the last day of publication, in words; None where no report has one."""
    days = sorted(report.published[:10] for report in reports if report.published)
    if not days:
        return None
    return words(days[0]) if days[0] == days[-1] else f"{words(days[0])} to {words(days[-1])}"


def sections(told: Iterable[Statement]) -> list[Section]:
    """Statements by month; then periods that no month holds, those without a date, and those that tell ties only."""
    groups: dict[tuple[int, int, int], list[Statement]] = {}
    for each in told:
        groups.setdefault(section_of(each), []).append(each)
    return [section(key, groups[key]) for key in sorted(groups)]


def section_of(each: Statement) -> tuple[int, int, int]:
    """Rank, year and month of the section in which a statement stands."""
    if not each.has_event and not each.dated:
        return (3, 0, 0)
    if not each.dated:
        return (2, 0, 0)
    first, last = each.first, each.last
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return (1, 0, 0) if first is None or last is None or (last - first).days > 31 else (0, first.year, first.month)
    return (0, first.year, first.month)


def section(key: tuple[int, int, int], told: Sequence[Statement]) -> Section:
    """A section with its statements by lower bound, then upper, then order of publication."""
    rank, year, month = key
    heading = f"{MONTHS[month - 1]} {year}" if rank == 0 else (LONGER, UNDATED, STANDING)[rank - 1]
    ordered = sorted(told, key=lambda s: (s.first or date.min, s.last or date.max, s.notes[0].number))
    return Section(f"in-{year}-{month:02}" if rank == 0 else f"in-{rank}", heading, tuple(ordered))


def cited(numbered: Iterable[Note]) -> list[Cited]:
    """The reports with their notes, in the order of the notes."""
    groups: dict[str, list[Note]] = {}
    for note in numbered:
        groups.setdefault(note.report.id, []).append(note)
    return [cited_report(group) for group in groups.values()]


def cited_report(group: Sequence[Note]) -> Cited:
    """A report in words."""
    report = group[0].report
    return Cited(
        report=report, publisher=publisher(report), title=readable(report.title or report.ref),
        published=f"published {words(report.published)}" if report.published else "day of publication not known",
        url=web_address(report.url), status=STATUS_WORDS[report.status], notes=tuple(group),
    )  # fmt: skip
