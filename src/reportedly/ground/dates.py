"""Dates of the calendar: days, months, years, decades, seasons, quarters, named days.

In: the match of a rule and the anchor. Out: its value. A year that is missing is the one that makes the date the latest
not after today, or the next in the future tense.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import resources

from reportedly.ground.calendar import (
    day_of,
    days_edtf,
    decade_part,
    feast,
    first_day,
    last_day,
    month_edtf,
    month_part,
    season_edtf,
    year_part,
)
from reportedly.ground.vocabulary import (
    BACK,
    ONWARD,
    PARTS,
    SEASONS,
    TIMEX_SEASON,
    TOLD,
    UNKNOWN,
    WEEKDAYS,
    Anchor,
    Value,
    month_of,
    ordinal,
)


def iso_date(match: re.Match[str], anchor: Anchor) -> Value:
    """Year, month, day in figures."""
    return dated(int(match[1]), int(match[2]), int(match[3]))


def dated(year: int, month: int, day: int) -> Value:
    """A day as a value; UNKNOWN where the calendar has none such."""
    found = day_of(year, month, day)
    return UNKNOWN if found is None else Value(found.isoformat())


def figures(match: re.Match[str], anchor: Anchor) -> Value:
    """Day, month, year in figures in either order: the one that the calendar allows, then the one not after today.

    Where both are possible, figures parted by a slash take the order nearer to today, others put the day first.
    """
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    options = [d for d in (day_of(year, second, first), day_of(year, first, second)) if d is not None]
    if not options:
        return UNKNOWN
    today = anchor.today
    if today is not None and not anchor.future:
        options = [d for d in options if d <= today] or options
        return Value((max(options) if "/" in match[0] else options[0]).isoformat())
    return Value(options[0].isoformat()) if len(set(options)) == 1 or "/" not in match[0] else UNKNOWN


def run_together(match: re.Match[str], anchor: Anchor) -> Value:
    """A month with day and year in one number ("Apr 092017")."""
    return dated(int(match["year"]), month_of(match), int(match["day"]))


def day_month(match: re.Match[str], anchor: Anchor) -> Value:
    """A day, or days, of a month, with a year or without."""
    month, day, to = month_of(match), int(match["day"]), match["to"]
    year = (
        year_told(match, anchor)
        or year_of_weekday(match, anchor)
        or nearest_year(anchor, lambda y: day_of(y, month, day))
    )
    if year is None:
        return Value(None, f"XXXX-{month:02d}-{day:02d}")
    first, last = day_of(year, month, day), day_of(year, month, int(to or day))
    if first is None or last is None:
        return UNKNOWN
    if last < first:
        return Value(first.isoformat())
    return Value(days_edtf(first, last), first.isoformat())


def year_of_weekday(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year about today in which a date falls on the weekday that the phrase names; None where it names none."""
    if anchor.today is None or not match["named"]:
        return None
    wanted = WEEKDAYS.index(match["named"][:3])
    days = (day_of(anchor.today.year + step, month_of(match), int(match["day"])) for step in (-1, 0, 1))
    fitting = [day for day in days if day and day.weekday() == wanted]
    nearest = min(fitting, key=lambda day: abs((day - anchor.today).days) if anchor.today else 0, default=None)
    return nearest.year if nearest else None


def year_told(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year that a match states, in figures or as "last year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    return year_shifted(groups.get("that"), anchor)


def year_shifted(that: str | None, anchor: Anchor) -> int | None:
    """The year of "last year", "this year", "that year"; None where nothing is said or known."""
    if that is None:
        return None
    shift = that.removeprefix("the ")
    base = anchor.today.year if anchor.today else anchor.year
    if shift in TOLD and anchor.before:
        day = first_day(anchor.before)
        base = day.year if day else base
    if base is None:
        return None
    return base - 1 if shift in BACK else base + 1 if shift in ONWARD else base


LIKELY_AHEAD = 100


def nearest_year(anchor: Anchor, make: Callable[[int], date | None]) -> int | None:
    """The year that makes a date the latest not after today; the earliest not before it in the future tense.

    Where the tense does not tell, a date that is to come within LIKELY_AHEAD days and went by long ago is to come.
    """
    if anchor.today is None:
        return anchor.year
    today = anchor.today
    ahead = next((y for y in range(today.year, today.year + 9) if (made := make(y)) and made >= today), None)
    if anchor.future or (anchor.future is None and soon(ahead, make, today)):
        return ahead
    return next((y for y in range(today.year, today.year - 9, -1) if (made := make(y)) and made <= today), None)


def soon(year: int | None, make: Callable[[int], date | None], today: date) -> bool:
    """Whether a date in a year comes within LIKELY_AHEAD days."""
    made = make(year) if year else None
    return made is not None and (made - today).days <= LIKELY_AHEAD


def month_alone(match: re.Match[str], anchor: Anchor) -> Value:
    """A month, or its early, mid or late part; without a year the latest that began, or the next in the future."""
    month, part, shift = month_of(match), match["part"], match.groupdict().get("shift")
    year = year_told(match, anchor)
    if year is None:
        today = anchor.today
        if today is not None and shift in BACK and month == today.month:
            year = today.year - 1
        elif today is not None and shift in ONWARD:
            year = today.year + (month <= today.month)
        elif anchor.future and today is not None:
            year = today.year + (month < today.month)
        elif today is not None and month == today.month:
            year = today.year
        else:
            year = nearest_year(anchor, lambda y: date(y, month, 1))
    if year is None:
        return Value(None, f"XXXX-{month:02d}")
    whole = month_edtf(year, month)
    return Value(month_part(year, month, PARTS[part]) if part else whole, whole)


def year_alone(match: re.Match[str], anchor: Anchor) -> Value:
    """A year, or its early, mid or late part."""
    year, part = int(match["year"]), match["part"]
    return Value(year_part(year, PARTS[part]) if part else f"{year:04d}", f"{year:04d}")


def years(match: re.Match[str], anchor: Anchor) -> Value:
    """Two years joined by a dash ("2010-14")."""
    first, last = int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])
    return Value(f"{first}/{last}", f"{last}") if first < last else UNKNOWN


def decade(match: re.Match[str], anchor: Anchor) -> Value:
    """A decade in figures, or its part; two figures from 30 to 90 are the last century's, others may be ages."""
    digits, part = match["decade"], match["part"]
    if len(digits) == 2 and int(digits) < 30:
        return UNKNOWN
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Value(decade_part(year, PARTS[part] if part else None), f"{year // 10}")


def century(match: re.Match[str], anchor: Anchor) -> Value:
    """A century by its number, or its early, mid or late third."""
    number = ordinal(match["nth"])
    if not 10 < number < 22:
        return UNKNOWN
    low = (number - 1) * 100
    part = PARTS.get(match["part"] or "")
    bounds = {"early": (1, 33), "mid": (34, 66), "late": (67, 100), None: (1, 100)}[part]
    return Value(f"{low + bounds[0]}/{low + bounds[1]}", f"{low // 100}")


def season(match: re.Match[str], anchor: Anchor) -> Value:
    """A season, with a year or the latest one that began; the next in the future tense."""
    name, shift = SEASONS[match["season"]], match["shift"]
    year = year_told(match, anchor)
    today = anchor.today
    if year is None and today is not None:
        options = list(range(today.year - 2, today.year + 3))
        starts = {y: first_day(season_edtf(name, y)) or today for y in options}
        ends = {y: last_day(season_edtf(name, y)) or today for y in options}
        if shift in ONWARD or (anchor.future and shift not in BACK):
            year = min(y for y in options if (starts[y] > today if shift in ONWARD else ends[y] >= today))
        elif shift in BACK:
            year = max(y for y in options if ends[y] < today)
        else:
            year = max(y for y in options if starts[y] <= today)
    if year is None:
        return UNKNOWN
    return Value(season_edtf(name, year), f"{year}-{TIMEX_SEASON[name]}")


def part_of_year(match: re.Match[str], anchor: Anchor) -> Value:
    """A quarter or half by its number, of a year named or the latest that began."""
    groups = match.groupdict()
    kind = groups.get("kind") or {"q": "quarter", "h": "half"}[match["letter"]]
    size, most = {"quarter": (3, 4), "half": (6, 2)}[kind]
    number = ordinal(match["nth"])
    number = most if number == -1 else number
    if not 1 <= number <= most:
        return UNKNOWN
    first = size * (number - 1) + 1
    year = year_told(match, anchor)
    if year is None:
        shift = anchor.today.year if anchor.today else None
        year = shift and (shift if anchor.future else (nearest_year(anchor, lambda y: date(y, first, 1))))
    if year is None:
        return UNKNOWN
    return Value(f"{month_edtf(year, first)}/{month_edtf(year, first + size - 1)}", f"{year}-{kind[0].upper()}{number}")


def named_day(match: re.Match[str], anchor: Anchor) -> Value:
    """A feast or commemoration in the year named, else the latest, or the next in the future tense."""
    rule = holidays().get(match["name"])
    if rule is None or rule == "-":
        return UNKNOWN
    if match["name"] == "9/11" and not match["year"]:
        return Value("2001-09-11")
    year = year_told(match, anchor) or nearest_year(anchor, lambda y: first_day(feast(rule, y) or ".."))
    if year is None:
        return Value(None, f"XXXX-{rule}" if rule[0].isdigit() else None)
    return Value(feast(rule, year))


@cache
def holidays() -> dict[str, str]:
    """The rule of each named day, by its name in lower case."""
    text = (resources.files(__package__) / "data" / "holidays.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {name.lower().replace("’", "'"): rule for name, rule in rows}
