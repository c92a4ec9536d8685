"""Times in words and as bounds. In: EDTF values (ISO 8601-2). Out: days for sorting and drawing, phrases for reading.

The day of publication is only ever named as such.
"""

import re
from calendar import monthrange
from datetime import date

from reportedly.model import Report, Time

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
"""EDTF season codes with their name and first month, northern hemisphere."""

POINT = re.compile(r"(\d{2}[\dX]{2})(?:-(\d\d|XX))?(?:-([\dX]{2}))?(?:T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?([?~%]?)")
PARTS_OF_MONTH = {(1, 10): "early", (11, 20): "mid", (21, 0): "late"}
"""First and last day of the part of a month; 0 is the month's last day."""

Bounds = tuple[date | None, date | None]


def bounds(edtf: str | None) -> Bounds:
    """First and last day of `edtf`, both included; None where the interval is open or the value is not understood."""
    if not edtf:
        return None, None
    start, slash, end = edtf.partition("/")
    if not slash:
        return point_bounds(start)
    return point_bounds(start)[0], point_bounds(end)[1]


def point_bounds(edtf: str) -> Bounds:
    """First and last day of an EDTF value that is no interval; `20XX` and `2025-04-2X` are the widest they allow."""
    match = POINT.fullmatch(edtf)
    if match is None:
        return None, None
    years, month, day, _ = match.groups()
    first, last = int(years.replace("X", "0")), int(years.replace("X", "9"))
    if not 1 <= first <= last <= 9998:
        return None, None
    if month in (None, "XX") or "X" in years:
        return date(first, 1, 1), date(last, 12, 31)
    return month_bounds(first, int(month), day)


def month_bounds(year: int, month: int, day: str | None) -> Bounds:
    """First and last day of a month, of the days in it that `day` allows, or of a season; None, None for no month."""
    if month in SEASONS:
        begins = SEASONS[month][1]
        ends_year, ends = (year, begins + 2) if begins < 12 else (year + 1, 2)
        return date(year, begins, 1), date(ends_year, ends, monthrange(ends_year, ends)[1])
    if not 1 <= month <= 12:
        return None, None
    longest = monthrange(year, month)[1]
    low = max(1, int((day or "XX").replace("X", "0")))
    high = min(longest, int((day or "XX").replace("X", "9")))
    return (date(year, month, low), date(year, month, high)) if low <= high else (None, None)


def words(edtf: str) -> str:
    """`edtf` as a reader says it: "late April 2025", "since October 2023", "2024"; itself where not understood."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return point_words(start)
    if start in ("", ".."):
        return f"by {point_words(end)}" if end not in ("", "..") else "at an unknown time"
    if end in ("", ".."):
        return f"since {point_words(start)}"
    return range_words(start, end)


def range_words(start: str, end: str) -> str:
    """A closed interval: a part of a month by its name, otherwise from one end to the other."""
    first, last = point_bounds(start)[0], point_bounds(end)[1]
    if first is None or last is None or len(start) != len(end):
        return f"{point_words(start)} to {point_words(end)}"
    if start == end:
        return point_words(start)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) != (last.year, last.month):
        same_year = first.year == last.year and not {*"X?~%T"} & {*start}
        return f"{without_year(start) if same_year else point_words(start)} to {point_words(end)}"
    longest = monthrange(last.year, last.month)[1]
    part = PARTS_OF_MONTH.get((first.day, 0 if last.day == longest else last.day))
    month = f"{MONTHS[first.month - 1]} {first.year}"
    if (first.day, last.day) == (1, longest):
        return month
    return f"{part} {month}" if part else f"{first.day} to {last.day} {month}"


def without_year(edtf: str) -> str:
    """A day or month in words without its year."""
    return point_words(edtf).rpartition(" ")[0] or point_words(edtf)


def point_words(edtf: str) -> str:
    """A day, month, season, year or decade in words; `edtf` itself where it is none."""
    match = POINT.fullmatch(edtf)
    low, high = point_bounds(edtf)
    if match is None or low is None or high is None:
        return edtf
    years, month, day, doubt = match.groups()
    return ("about " if doubt else "") + plain_words(years, month, day, low, high)


def plain_words(years: str, month: str | None, day: str | None, low: date, high: date) -> str:
    """The words of a value whose bounds are known."""
    if "X" in years:
        return f"the {low.year}s" if years.count("X") == 1 else f"{low.year} to {high.year}"
    if month in (None, "XX"):
        return years
    if int(month) in SEASONS:
        return f"{SEASONS[int(month)][0]} {years}"
    name = f"{MONTHS[int(month) - 1]} {years}"
    if day is None or day == "XX":
        return name
    return f"{low.day} {name}" if low == high else f"{low.day} to {high.day} {name}"


def is_dated(time: Time | None) -> bool:
    """Whether the text itself gives a time that was resolved; the bound that publication sets is none."""
    return time is not None and time.span is not None and bounds(time.edtf) != (None, None)


def when(time: Time | None, report: Report) -> str:
    """When, by the account's own words; where it gives none, that it does not, and when it was told, named as such."""
    if time is not None and time.span is not None:
        if time.edtf:
            return words(time.edtf)
        phrase = " ".join(time.span.of(report.text).split())
        return f"“{phrase}”, which could not be resolved to a date"
    if report.published is None:
        return "no date given"
    return f"no date given; told in a report published on {words(report.published)}"
