"""The order of time: intervals stay intervals, and the undated stand apart."""

from datetime import date

from reportedly.export import timeline
from tests.export.planted import event, leader, report


def dated(phrase: str, edtf: str) -> tuple[str, str]:
    return phrase, edtf


def test_rows_go_by_lower_bound_then_upper_and_the_undated_come_last() -> None:
    cases = [("on 5 May", "2025-05-05"), ("in 2024", "2024"), ("in May", "2025-05"), ("since May", "2025-05/..")]
    items = []
    for phrase, edtf in cases:
        told = report(f"They met {phrase}.")
        items.append((event(told, "met", when=(phrase, edtf)), told))
    bare = report("They met.", published="2020-01-01")
    items.insert(0, (event(bare, "met"), bare))
    assert [row.when for row in timeline(items)] == [
        "2024", "May 2025", "since May 2025", "5 May 2025",
        "no date given; told in a report published on 1 January 2020",
    ]  # fmt: skip


def test_a_vague_date_keeps_both_bounds() -> None:
    told = report("They met in late April.")
    [row] = timeline([(event(told, "met", when=("late April", "2025-04-21/2025-04-30")), told)])
    assert (row.first, row.last, row.dated) == (date(2025, 4, 21), date(2025, 4, 30), True)


def test_the_bound_of_publication_dates_nothing() -> None:
    told = report("They met.")
    [row] = timeline([(event(told, "met"), told)])
    assert (row.first, row.last, row.dated) == (None, None, False)


def test_ties_are_no_events() -> None:
    told = report("Tavik leads the Brigade.")
    assert timeline([(leader(told, "leads", "Tavik", "Brigade"), told)]) == []


def test_the_order_of_arrival_does_not_matter() -> None:
    items = []
    for number in range(6):
        told = report(f"They met in May, witness {number} said.", published=f"2025-05-{10 + number % 3}")
        items.append((event(told, "met", when=("May", "2025-05")), told))
    assert timeline(items) == timeline(items[::-1])
