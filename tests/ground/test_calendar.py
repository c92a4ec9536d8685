"""Days, seasons and feasts."""

from datetime import date

import pytest

from reportedly.ground import calendar


@pytest.mark.parametrize("day", ["2000-04-23", "2019-04-21", "2024-03-31", "2025-04-20"])
def test_easter_falls_where_the_almanac_has_it(day: str) -> None:
    assert calendar.easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "year", "edtf"),
    [("12-25", 2024, "2024-12-25"), ("easter-2", 2025, "2025-04-18"), ("nth 11-4-3", 2024, "2024-11-28"),
     ("nth 05--1-0", 2024, "2024-05-27"), ("nth 11-4-3+1", 2024, "2024-11-29"), ("-", 2024, None)],
)  # fmt: skip
def test_a_rule_gives_the_day_of_a_feast(rule: str, year: int, edtf: str | None) -> None:
    assert calendar.feast(rule, year) == edtf


@pytest.mark.parametrize(
    ("month", "day", "sighted"), [(10, 1, "2024-04-10"), (12, 10, "2023-06-28"), (1, 10, "2022-08-08")]
)
def test_islamic_days_are_at_most_one_day_off(month: int, day: int, sighted: str) -> None:
    found = calendar.hijri_in(int(sighted[:4]), month, day)
    assert found is not None
    assert abs((date.fromisoformat(found) - date.fromisoformat(sighted)).days) <= 1


def test_an_islamic_month_is_an_interval() -> None:
    assert calendar.hijri_in(2025, 9, None) == "2025-03-01/2025-03-30"


def test_bounds_of_a_date_are_its_first_and_last_day() -> None:
    assert calendar.first_day("2024-02") == date(2024, 2, 1)
    assert calendar.last_day("2024-02") == date(2024, 2, 29)
    assert calendar.first_day("2010/2014") == date(2010, 1, 1)
    assert calendar.last_day("2010/2014") == date(2014, 12, 31)
    assert calendar.first_day("../2014") is calendar.last_day("2014/..") is None


def test_months_run_on_into_other_years() -> None:
    assert calendar.month_edtf(2024, 13) == "2025-01"
    assert calendar.month_edtf(2024, 0) == "2023-12"


def test_a_day_moved_by_months_stays_in_the_month() -> None:
    assert calendar.moved(date(2025, 3, 31), "month", -1) == date(2025, 2, 28)
    assert calendar.moved(date(2025, 3, 31), "century", -99) is None


def test_a_winter_begins_in_the_december_of_its_year() -> None:
    assert calendar.season_edtf("winter", 2013) == "2013-12/2014-02"


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert calendar.unit_edtf(date(2025, 6, 18), "week") == "2025-06-16/2025-06-22"
