"""Times counted from today or from the time told last: weekdays, last week, three days ago, the next day.

In: the match of a rule and the anchor. Out: its value, UNKNOWN where the day that it counts from is not known.
"""

import re
from datetime import date, timedelta

from reportedly.ground.calendar import (
    days_edtf,
    decade_part,
    first_day,
    last_day,
    month_edtf,
    month_part,
    moved,
    span_edtf,
    unit_edtf,
    week_of,
    year_part,
)
from reportedly.ground.vocabulary import (
    BACK,
    LETTER,
    ONWARD,
    PARTS,
    PARTS_OF_DAY,
    TOLD,
    UNKNOWN,
    WEEKDAYS,
    Anchor,
    Value,
    count_of,
    unit_of,
)


def weekday(match: re.Match[str], anchor: Anchor) -> Value:
    """The last such day on or before today, the next one in the future tense; "last" and "next" never today."""
    number = WEEKDAYS.index(match["weekday"])
    groups = match.groupdict()
    shift, week = groups.get("shift"), groups.get("week")
    today = anchor.today
    if today is None:
        return Value(None, f"XXXX-WXX-{number + 1}")
    back = (today.weekday() - number) % 7
    if week:
        monday = week_of(today)[0] + timedelta(days=7 * ((week in ONWARD) - (week in BACK)))
        day = monday + timedelta(days=number)
    elif shift in BACK:
        day = today - timedelta(days=back or 7)
    elif shift in ONWARD:
        day = today + timedelta(days=(7 - back) if back else 7)
    elif anchor.future:
        day = today + timedelta(days=-back % 7)
    else:
        day = today - timedelta(days=back)
    return in_part(day, groups.get("time"))


def in_part(day: date, part: str | None) -> Value:
    """A day with the part of it that a phrase names."""
    code = PARTS_OF_DAY.get((part or "").rstrip("s"))
    return Value(day.isoformat(), f"{day.isoformat()}T{code}" if code else None)


def near_today(match: re.Match[str], anchor: Anchor) -> Value:
    """Today, yesterday, tomorrow, tonight, last night, this morning."""
    word = match["word"]
    if anchor.today is None:
        return UNKNOWN
    step = {"yesterday": -1, "overnight": 0, "last": -1, "tomorrow": 1, "next": 1}.get(word, 0)
    part = match["time"] or (word if word in ("tonight", "overnight") else None)
    return in_part(anchor.today + timedelta(days=step), part)


DATED_UNITS = frozenset(["day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"])
"""Units of the calendar: "this year" names a date, "this generation" does not."""


def this_unit(match: re.Match[str], anchor: Anchor) -> Value:
    """This, last, next week, month, year and the like; a part or side of it where one is named."""
    shift, unit, part = match["shift"], unit_of(match), match["part"]
    if unit not in DATED_UNITS or match[0].endswith("s"):
        return UNKNOWN
    told_day = first_day(anchor.before) if anchor.before and shift in TOLD else None
    base = told_day or (anchor.today if shift not in ("that", "same") else None)
    if base is None:
        return Value(f"{anchor.year}") if anchor.year and unit == "year" and shift in ("this", "current") else UNKNOWN
    step = -1 if shift in BACK else 1 if shift in ONWARD else 0
    day = moved(base, unit, step)
    if day is None:
        return UNKNOWN
    whole = unit_edtf(day, unit)
    timex = timex_unit(day, unit)
    if part in ("earlier", "later") and step == 0 and anchor.today:
        first, last = first_day(whole), last_day(whole)
        bounds = (first, anchor.today) if part == "earlier" else (anchor.today, last)
        return Value(days_edtf(bounds[0] or day, bounds[1] or day), timex)
    if part in PARTS:
        return Value(unit_part(day, unit, PARTS[part]), timex)
    if unit == "week" and shift in ("this", "current") and anchor.today and not anchor.future:
        return Value(days_edtf(week_of(day)[0], anchor.today), timex)
    return Value(whole, timex)


def unit_part(day: date, unit: str, part: str) -> str:
    """The early, mid or late part of the unit that a day lies in; the whole where a unit has no such parts."""
    if unit == "month":
        return month_part(day.year, day.month, part)
    if unit == "year":
        return year_part(day.year, part)
    if unit == "decade":
        return decade_part(day.year // 10 * 10, part)
    monday, sunday = week_of(day)
    if unit == "week":
        low, high = {"early": (0, 1), "mid": (2, 3), "late": (4, 6)}[part]
        return days_edtf(monday + timedelta(days=low), monday + timedelta(days=high) if part != "late" else sunday)
    return unit_edtf(day, unit)


def timex_unit(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that a day lies in."""
    if unit in ("week", "weekend", "fortnight"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return {"month": month_edtf(day.year, day.month), "year": f"{day.year:04d}", "decade": f"{day.year // 10:03d}",
            "century": f"{day.year // 100}"}.get(unit, day.isoformat())  # fmt: skip


def counted_units(match: re.Match[str], anchor: Anchor) -> Value:
    """The past or next n units: from or to today, in the unit's precision; no value where n is vague."""
    shift, unit = match["shift"], unit_of(match)
    count = count_of(match["count"]) if match["count"] else 1.0
    timex = period(count, unit)
    today = anchor.today
    if today is None or count is None or unit in ("minute", "second", "season", "generation"):
        return Value(None, timex)
    other = stepped(today, count, unit, 1 if shift in ONWARD else -1)
    if other is None:
        return Value(None, timex)
    low, high = sorted((other, today))
    if unit in ("year", "decade", "century"):
        return Value(f"{low.year:04d}/{high.year:04d}", timex)
    if unit in ("month", "quarter"):
        return Value(span_edtf(month_edtf(low.year, low.month), month_edtf(high.year, high.month)), timex)
    return Value(days_edtf(low, high), timex)


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration."""
    number = "X" if count is None else f"{count:g}"
    if unit == "fortnight" and count is not None:
        number, unit = f"{2 * count:g}", "week"
    letter = LETTER.get(unit, "D")
    return f"PT{number}{letter[1]}" if letter in ("TH", "TM", "TS") else f"P{number}{letter}"


def ago(match: re.Match[str], anchor: Anchor) -> Value:
    """N units before today, in the unit's precision; no value where n is vague."""
    count, unit = count_of(match["count"]), unit_of(match)
    if anchor.today is None or count is None:
        return Value(None, "PAST_REF" if count is None else None)
    day = stepped(anchor.today, count, unit, -1)
    return UNKNOWN if day is None else counted_to(day, unit)


def stepped(day: date, count: float, unit: str, sign: int) -> date | None:
    """`count` units before (sign -1) or after a day; half years are months."""
    if unit in ("hour", "minute", "second"):
        hours = count if unit == "hour" else 0
        return day + timedelta(days=sign * int(hours // 24))
    if count != int(count) and unit == "year":
        return moved(day, "month", sign * int(count * 12))
    return moved(day, unit, sign * int(count))


def counted_to(day: date, unit: str) -> Value:
    """A day reached by counting units, in their precision."""
    if unit in ("week", "fortnight"):
        return Value(days_edtf(*week_of(day)), timex_unit(day, "week"))
    return Value(unit_edtf(day, unit), timex_unit(day, unit))


def away(match: re.Match[str], anchor: Anchor) -> Value:
    """N units earlier or later than the time told last; UNKNOWN where none was, n is vague, or the past would be ahead.

    "Two years later it closed" after "in 2024" counts from something told before, where the report is of 2025.
    """
    count, unit = count_of(match["count"]), unit_of(match)
    told = anchor.day if unit in ("day", "hour") else anchor.before
    base = anchor.today if match["way"] == "from now" else first_day(told) if told else None
    if base is None or count is None:
        return UNKNOWN
    sign = -1 if match["way"] in ("earlier", "before", "previously", "prior") else 1
    day = stepped(base, count, unit, sign)
    if day is None or (match["way"] != "from now" and is_unreached(day, anchor)):
        return UNKNOWN
    return counted_to(day, unit)


def is_unreached(day: date, anchor: Anchor) -> bool:
    """Whether a day that the tense puts in the past lies after today."""
    return anchor.future is False and anchor.today is not None and day > anchor.today


def day_told(match: re.Match[str], anchor: Anchor) -> Value:
    """The same day, that day, later in the day: the day told last."""
    return Value(anchor.day)


def day_beside(match: re.Match[str], anchor: Anchor) -> Value:
    """The next or previous day from the day told last."""
    base = first_day(anchor.day) if anchor.day else None
    if base is None:
        return UNKNOWN
    return in_part(
        base + timedelta(days=-1 if match["shift"] in BACK or match["shift"] == "before" else 1), match["time"]
    )


def part_of_unit(match: re.Match[str], anchor: Anchor) -> Value:
    """The beginning, middle or end of the month or year that today lies in."""
    if anchor.today is None:
        return UNKNOWN
    unit = unit_of(match)
    if unit not in ("week", "month", "year", "decade"):
        return UNKNOWN
    return Value(unit_part(anchor.today, unit, PARTS[match["part"]]), timex_unit(anchor.today, unit))


def weekend(match: re.Match[str], anchor: Anchor) -> Value:
    """The weekend: the latest that began, the next in the future tense."""
    if anchor.today is None:
        return UNKNOWN
    saturday = week_of(anchor.today)[0] + timedelta(days=5 if anchor.future or anchor.today.weekday() > 4 else -2)
    return Value(days_edtf(saturday, saturday + timedelta(days=1)), timex_unit(saturday, "weekend"))


def duration(match: re.Match[str], anchor: Anchor) -> Value:
    """A length of time: no date."""
    count, unit = count_of(match["count"]), unit_of(match)
    return Value(None, period(count, unit))


def past(match: re.Match[str], anchor: Anchor) -> Value:
    """In the past: up to today."""
    return Value(f"../{anchor.today.isoformat()}" if anchor.today else None, "PAST_REF")
