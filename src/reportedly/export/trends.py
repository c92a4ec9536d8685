"""What is told of two entities over time, for other programs.

In: the two, their events as trends see them, and the events and ties of the list. Out: a line of JSON before those of
the events, or CSV with a row for each event and its place in time. Events are counted, never reports.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportedly.assess.trends import Happening, Period, Repetition, Trend, repetition, trends
from reportedly.export.events import EVENT_COLUMNS, Item, csv_line, csv_row, events_jsonl
from reportedly.export.neutral import cell
from reportedly.export.tables import json_line
from reportedly.linked import Entity

Json = dict[str, Any]

TREND_COLUMNS = (
    "number", "year", "year_events", "year_origins", "first_kinds", "nth_within_year", "at_most_within_year",
)  # fmt: skip


def pair_trend(one: Entity, other: Entity, happenings: Iterable[Happening]) -> tuple[Trend | None, Repetition | None]:
    """What is told of two over time, and their latest event as the nth of its kind; None where nothing is told."""
    a, b = sorted((one.id, other.id))
    some = list(happenings)
    return next((each for each in trends(some) if each.pair == (a, b)), None), repetition(some, (a, b))


def compared_jsonl(one: Entity, other: Entity, happenings: Iterable[Happening], items: Iterable[Item]) -> Iterator[str]:
    """A line of `kind` `trend`, then one for each event and tie."""
    yield json_line(trend_json(one, other, *pair_trend(one, other, happenings)))
    yield from events_jsonl(items)


def trend_json(one: Entity, other: Entity, found: Trend | None, nth: Repetition | None) -> Json:
    """What is told of two over time."""
    return {
        "kind": "trend",
        "of": [{"id": each.id, "name": each.name} for each in (one, other)],
        "events": list(found.events) if found else [],
        "origins": found.origins if found else 0,
        "first": found.first if found else None,
        "last": found.last if found else None,
        "undated": found.undated if found else 0,
        "years": periods_json(found.years if found else ()),
        "months": periods_json(found.months if found else ()),
        "first_kinds": [{"kind": each.kind, "event": each.event} for each in found.kinds] if found else [],
        "repetition": None if nth is None else {
            "event": nth.event, "kind": nth.kind, "nth": nth.nth, "at_most": nth.at_most, "events": list(nth.events),
        },
    }  # fmt: skip


def periods_json(some: Sequence[Period]) -> list[Json]:
    """Months or years with their events and origins."""
    return [{"name": each.name, "events": each.events, "origins": each.origins} for each in some]


def compared_csv(one: Entity, other: Entity, happenings: Iterable[Happening], items: Iterable[Item]) -> Iterator[str]:
    """CSV with a head, one row an event or tie, with its place among the events of the two."""
    some = list(happenings)
    found, nth = pair_trend(one, other, some)
    days = {each.id: each.days for each in some}
    yield csv_line((*EVENT_COLUMNS, *TREND_COLUMNS))
    for item in items:
        place = place_in_time(item[0].id, days.get(item[0].id, (None, None)), found, nth)
        yield csv_line([cell(value) for value in (*csv_row(*item), *place)])


def place_in_time(
    event: str, days: tuple[str | None, str | None], found: Trend | None, nth: Repetition | None
) -> list[object]:
    """The cells of one event among those of two; empty for a tie and for what no origin stands for."""
    if found is None or event not in found.events:
        return [None] * len(TREND_COLUMNS)
    years = {str(day)[:4] for day in days}
    year = next((each for each in found.years if years == {each.name}), None)
    kinds = "; ".join(each.kind for each in found.kinds if each.event == event)
    latest = nth if nth is not None and nth.event == event else None
    return [
        found.events.index(event) + 1, year and year.name, year and year.events, year and year.origins, kinds or None,
        latest and latest.nth, latest and latest.at_most,
    ]  # fmt: skip
