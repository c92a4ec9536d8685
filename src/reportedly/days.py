"""EDTF (ISO 8601-2) values as a first and a last possible day."""

import calendar
import re
from functools import lru_cache

DATE = re.compile(r"(\d{2}[\dX]{2})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T[^/]*)?")

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of a season, as level 1 numbers them on the northern half of the globe."""

Bounds = tuple[str | None, str | None]


@lru_cache(maxsize=16_384)
def bounds(edtf: str | None) -> Bounds:
    """The first and last day (`YYYY-MM-DD`) that `edtf` leaves possible; None where it is open or not understood.

    >>> bounds("2025-04-21/2025-04-30"), bounds("../2026-01-07"), bounds("2024")
    (('2025-04-21', '2025-04-30'), (None, '2026-01-07'), ('2024-01-01', '2024-12-31'))
    """
    if edtf is None:
        return None, None
    start, slash, end = edtf.partition("/")
    return days(start)[0], days(end if slash else start)[1]


def days(date: str) -> Bounds:
    """First and last day of one EDTF date, both None where it is open, impossible or not understood."""
    match = DATE.fullmatch(date.strip("?~%"))
    if match is None:
        return None, None
    years, months, dates = match.groups()
    first_year, last_year = int(years.replace("X", "0")), int(years.replace("X", "9"))
    if months is None or "X" in months:
        return checked(first_year, 1, 1), checked(last_year, 12, 31)
    month = int(months)
    if month in SEASONS:
        first, last = SEASONS[month]
        return checked(first_year, first, 1), checked(last_year + (last < first), last, 31)
    if dates is None:
        return checked(first_year, month, 1), checked(last_year, month, 31)
    low, high = int(dates.replace("X", "0")), int(dates.replace("X", "9"))
    if low > max(longest(first_year, month), longest(last_year, month)) or high < 1:
        return None, None
    return checked(first_year, month, max(1, low)), checked(last_year, month, high)


def is_date(edtf: str) -> bool:
    """Whether `edtf` is a date or an interval of dates: every day there is, the end not before the start.

    >>> is_date("2025-04-21/.."), is_date("2025-02-31"), is_date("2025-04-30/2025-04-21")
    (True, False, False)
    """
    sides = edtf.split("/")
    stated = [each for each in sides if each not in ("", "..")]
    if not stated or len(sides) > 2 or any(None in days(each) for each in stated):
        return False
    return len(stated) == 1 or (days(stated[0])[0] or "") <= (days(stated[1])[1] or "")


def longest(year: int, month: int) -> int:
    """The last day of a month; 31 for a month that there is not."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 31


def checked(year: int, month: int, day: int) -> str | None:
    """The day as `YYYY-MM-DD`, the month's last one where `day` lies after it; None for an impossible date."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and day >= 1):
        return None
    return f"{year:04}-{month:02}-{min(day, longest(year, month)):02}"
