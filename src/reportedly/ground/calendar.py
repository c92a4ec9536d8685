"""Days, weeks, months, seasons and feasts as EDTF strings. In: dates and numbers. Out: EDTF, or days."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month of each season, northern hemisphere."""

HIJRI_EPOCH = date(622, 7, 19).toordinal() - 1
HIJRI_YEAR = 354 + 11 / 30


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_day(edtf: str) -> date | None:
    """The first day of an EDTF date or interval; None for an open beginning."""
    return _bound(edtf.partition("/")[0], last=False)


def last_day(edtf: str) -> date | None:
    """The last day of an EDTF date or interval; None for an open end."""
    return _bound(edtf.rpartition("/")[2], last=True)


def _bound(edtf: str, *, last: bool) -> date | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if match is None or match[1] == "0000":
        return None
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    return day_of(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))


def month_edtf(year: int, month: int) -> str:
    """A month as EDTF; months beyond 1..12 run on into the next or last year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def span_edtf(first: str, last: str) -> str:
    """The interval from the beginning of `first` to the end of `last`, in their own precision; one date where equal."""
    low, high = first.partition("/")[0], last.rpartition("/")[2]
    return low if low == high else f"{low}/{high}"


def days_edtf(first: date, last: date) -> str:
    """The interval of days."""
    return span_edtf(first.isoformat(), last.isoformat())


def month_part(year: int, month: int, part: str) -> str:
    """The early (days 1 to 10), mid (11 to 20) or late (21 to the end) part of a month."""
    start = month_edtf(year, month)
    year, month = int(start[:4]), int(start[5:])
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(year, month)[1])}[part]
    return f"{start}-{low:02d}/{start}-{high:02d}"


def year_part(year: int, part: str) -> str:
    """The early, mid or late four months of a year."""
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return f"{month_edtf(year, low)}/{month_edtf(year, high)}"


def decade_part(year: int, part: str | None) -> str:
    """A decade from its first year: whole, or its early (0 to 3), mid (4 to 6) or late (7 to 9) years."""
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}[part]
    return f"{year + low}/{year + high}"


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def season_edtf(season: str, year: int) -> str:
    """A season as its months; the winter of a year begins in its December."""
    first, last = SEASON_MONTHS[season]
    return f"{month_edtf(year, first)}/{month_edtf(year + (last < first), last)}"


def moved(day: date, unit: str, steps: int) -> date | None:
    """The day `steps` units on (back where negative); None beyond the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            return day + timedelta(days=steps * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1))
        count = day.year * 12 + day.month - 1 + steps * months
        year, month = count // 12, count % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def unit_edtf(day: date, unit: str) -> str:
    """The calendar unit that a day lies in: week, weekend, month, quarter, year, decade, century; else the day."""
    if unit in ("week", "fortnight"):
        return days_edtf(*week_of(day))
    if unit == "weekend":
        sunday = week_of(day)[1]
        return days_edtf(sunday - timedelta(days=1), sunday)
    if unit == "month":
        return month_edtf(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return f"{month_edtf(day.year, first)}/{month_edtf(day.year, first + 2)}"
    if unit == "year":
        return f"{day.year:04d}"
    if unit == "decade":
        return decade_part(day.year // 10 * 10, None)
    if unit == "century":
        return f"{(day.year - 1) // 100 * 100 + 1}/{((day.year - 1) // 100 + 1) * 100}"
    return day.isoformat()


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date:
    """The n-th such weekday of a month, Monday 0; the last one for n = -1."""
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def hijri(year: int, month: int, day: int) -> date:
    """A day of the Islamic calendar by the tabular reckoning (may be a day off the sighted one)."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(HIJRI_EPOCH + days)


def hijri_in(year: int, month: int, day: int | None) -> str | None:
    """The Islamic month or day that begins in a Gregorian year, as EDTF; None where none does."""
    guess = int((year - 622) * 365.2425 / HIJRI_YEAR)
    for each in range(guess, guess + 4):
        first = hijri(each, month, day or 1)
        if first.year == year:
            return first.isoformat() if day else days_edtf(first, first + timedelta(days=28 + month % 2))
    return None


def feast(rule: str, year: int) -> str | None:
    """When a named day falls in a year, by its rule of data/holidays.tsv, as EDTF; None where there is no rule."""
    kind, _, rest = rule.partition(" ")
    if kind == "nth":
        month, n, weekday, on = map(int, re.fullmatch(r"(\d\d)-(-?\d)-(\d)(?:\+(\d))?", rest).groups("0"))  # type: ignore[union-attr]
        return (nth_weekday(year, month, n, weekday) + timedelta(days=on)).isoformat()
    if kind == "hijri":
        month_, _, day_ = rest.partition("-")
        return hijri_in(year, int(month_), int(day_) if day_ else None)
    if rule.startswith("easter"):
        return (easter(year) + timedelta(days=int(rule[6:]))).isoformat()
    return None if rule == "-" else f"{year}-{rule}"
