"""Contacts of a pair are counted from events and their days, never from reports."""

import pytest

from reportedly.assess.trends import Happening, pairs_of, repetition, trends
from reportedly.assess.wording import ordinal, repeated
from reportedly.days import bounds
from reportedly.linked import Account
from tests.assess.fiction import evidence, story
from tests.assess.planting import held, told

PAIR = ("entity Gull League", "entity Marsh Brigade")


def visit(outlet: str = "Aral Post", mode: str = "visit") -> Account:
    return told(
        "The Gull League visited the Marsh Brigade.", "visited", outlet, act="CONSULT", mode=mode,
        roles=(("actor", "Gull League", "Gull League"), ("host", "Marsh Brigade", "Marsh Brigade")),
    )  # fmt: skip


def happening(name: str, days: str, origins: int = 1, *accounts: Account) -> Happening:
    told_by = held(*(accounts or (visit(),)))
    return Happening(name, told_by, bounds(days), origins, pairs_of(told_by))


def test_a_trend_counts_events_and_origins_by_month_and_year() -> None:
    some = [happening("c", "2026-01-14", 3), happening("a", "2025-04-21/2025-04-30", 2), happening("b", "2025-07-20")]
    (found,) = trends(some)
    assert (found.pair, found.events, found.origins) == (PAIR, ("a", "b", "c"), 6)
    assert (found.first, found.last) == ("2025-04-21", "2026-01-14")
    assert [(p.name, p.events, p.origins) for p in found.years] == [("2025", 2, 3), ("2026", 1, 3)]
    assert [p.name for p in found.months] == ["2025-04", "2025-07", "2026-01"]


def test_the_first_event_of_each_kind_of_contact_is_named() -> None:
    some = [
        happening("a", "2025-04"),
        happening("b", "2025-05", 1, visit()),
        happening("c", "2025-06", 1, visit(mode="meet")),
    ]
    (found,) = trends(some)
    assert [(k.kind, k.event) for k in found.kinds] == [("CONSULT/visit", "a"), ("CONSULT/meet", "c")]


def test_an_event_without_origins_or_days_is_no_part_of_the_count_over_time() -> None:
    (found,) = trends([happening("a", "2025-04-01"), happening("b", "2025-05-01", 0), happening("c", "../2025-06-01")])
    assert (found.events, found.undated) == (("a", "c"), 1)
    assert [p.name for p in found.months] == ["2025-04"]


def test_many_reports_of_one_event_are_one_visit() -> None:
    found = repetition([happening("a", "2025-04-01", 1, *(visit(f"Outlet {i}") for i in range(9)))], PAIR)
    assert found is not None
    assert found.nth == 1


def test_an_event_of_more_than_a_year_before_is_not_counted() -> None:
    found = repetition([happening("a", "2024-01-01"), happening("b", "2025-03-01"), happening("c", "2025-05-01")], PAIR)
    assert found is not None
    assert (found.nth, found.events) == (2, ("b", "c"))


def test_vague_days_leave_room_between_the_sure_and_the_possible_number() -> None:
    found = repetition([happening("a", "2024"), happening("b", "2025-05-01")], PAIR)
    assert found is not None
    assert (found.nth, found.at_most) == (1, 2)


def test_a_repetition_is_worded_with_its_room() -> None:
    found = repetition([happening("a", "2024"), happening("b", "2025-03-01"), happening("c", "2025-05-01")], PAIR)
    assert found is not None
    assert repeated(found, "the League", "the Brigade") == (
        "By the days that accounts give this is the second contact of the League and the Brigade within a year, "
        "counted from events; it may be the third, since some days are vague."
    )
    assert [ordinal(n) for n in (10, 11, 22, 113)] == ["tenth", "11th", "22nd", "113th"]


def test_an_event_of_another_kind_is_not_counted() -> None:
    fight = told(
        "The Gull League attacked the Marsh Brigade.", "attacked", act="ASSAULT",
        roles=(("actor", "Gull League", "Gull League"), ("recipient", "Marsh Brigade", "Marsh Brigade")),
    )  # fmt: skip
    found = repetition([happening("a", "2025-04-01", 1, fight), happening("b", "2025-05-01")], PAIR)
    assert found is not None
    assert found.nth == 1


def test_a_pair_that_never_met_has_no_repetition() -> None:
    assert repetition([], PAIR) is None
    assert trends([]) == ()


@pytest.mark.parametrize("planted", story()["repetitions"][0]["as_of"], ids=lambda p: str(p["day"]))
def test_the_planted_visits_are_counted_as_of_each_day(planted: dict[str, object]) -> None:
    some = []
    for each in story()["events"]:
        held_on = evidence(each["id"])
        some.append(Happening(each["id"], held_on, bounds(each["time"]), 1, pairs_of(held_on)))
    found = repetition(some, ("entity Saltmarch Brigade", "entity Veld Column"), str(planted["day"]))
    assert found is not None
    assert found.nth == planted["events"]
