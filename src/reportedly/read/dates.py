"""From a date as somebody wrote it to EDTF. Only forms that can be read in one way are taken."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from reportedly.errors import BadValue

ISO = re.compile(
    r"(?P<year>\d{4})(?:(?P<dash>[-/]?)(?P<month>\d\d)(?:(?P=dash)(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.ASCII | re.IGNORECASE,
)
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{4})", re.A | re.I)
MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.A | re.I)
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def edtf(written: str) -> str:
    """The EDTF form of a date: `2025`, `2025-04`, `2025-04-22`, `2025-04-22T09:30:00Z`, in the precision given.

    Taken are ISO 8601 (with `/` or nothing for `-`, a blank for `T`), `22 April 2025`, `April 22, 2025` and the dates
    of feeds (`Tue, 22 Apr 2025 09:30:00 GMT`). Seconds are filled with 00, fractions dropped. Raises BadValue on
    anything else, on days that no calendar has, and on `04/05/2025`, which may be read in two ways.
    """
    bare = " ".join(written.split())
    found = from_iso(bare) or from_words(bare) or from_feed(bare)
    if found is None:
        raise BadValue(f"{shortened(bare)!r} is not a date that can be read in one way; write YYYY-MM-DD")
    return found


def shortened(text: str) -> str:
    """`text`, cut to a length that a message can carry."""
    return text if len(text) <= 60 else text[:57] + "..."


def from_iso(bare: str) -> str | None:
    """The EDTF form of an ISO 8601 date or time, None for other writings and impossible days."""
    match = ISO.fullmatch(bare)
    if match is None or (match["month"] and match["dash"] == "" and not match["day"]):
        return None  # "202504" may be a year and month or a number
    if match["hour"]:
        return from_clock(match)
    return calendar_date(match["year"], match["month"], match["day"])


def calendar_date(year: str, month: str | None, day: str | None) -> str | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None where no calendar has that day."""
    try:
        datetime(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def from_clock(match: re.Match[str]) -> str | None:
    """The EDTF form of a day with a time of day, None where either is impossible."""
    names = ("year", "month", "day", "hour", "minute", "second")
    year, month, day, hour, minute, second = (int(match[name] or 0) for name in names)
    try:
        return with_clock(datetime(year, month, day, hour, minute, second, tzinfo=zone(match["zone"])))
    except ValueError:
        return None


def zone(written: str | None) -> timezone | None:
    """The zone of `Z`, `GMT`, `+05:30` or `+0530`; None for none. Raises ValueError past 24 hours."""
    if written is None:
        return None
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-distance if written[0] == "-" else distance)


def with_clock(moment: datetime) -> str:
    """`YYYY-MM-DDThh:mm:ss` with the zone where one is known, `Z` for UTC."""
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def from_words(bare: str) -> str | None:
    """The EDTF day of `22 April 2025` or `April 22, 2025`, None for other writings."""
    match = DAY_FIRST.fullmatch(bare) or MONTH_FIRST.fullmatch(bare)
    if match is None:
        return None
    name = match["month"].lower()
    numbers = [number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    return calendar_date(match["year"], str(numbers[0]), match["day"]) if len(numbers) == 1 else None


def from_feed(bare: str) -> str | None:
    """The EDTF time of an RFC 5322 date, None for other writings."""
    if ":" not in bare:
        return None
    try:
        return with_clock(parsedate_to_datetime(bare))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
