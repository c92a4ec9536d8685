"""EDTF values as bounds and as words; the day of publication never passes for the day of an event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.dates import bounds, is_dated, when, words
from reportedly.model import Span, Time
from tests.export.planted import report


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024", "2024"),
        ("2025-04", "April 2025"),
        ("2025-02-05", "5 February 2025"),
        ("2025-02-05T09:30:00Z", "5 February 2025"),
        ("2025-04-21/2025-04-30", "late April 2025"),
        ("2025-04-01/2025-04-10", "early April 2025"),
        ("2025-04-11/2025-04-20", "mid April 2025"),
        ("2025-06-16/2025-06-22", "16 to 22 June 2025"),
        ("2025-06-28/2025-07-03", "28 June to 3 July 2025"),
        ("2025-12-28/2026-01-03", "28 December 2025 to 3 January 2026"),
        ("2011-01/2011-04", "January to April 2011"),
        ("2024-01-01/2024-12-31", "2024"),
        ("2023-01-01/2024-12-31", "2023 to 2024"),
        ("2025-07-01/2025-07-31", "July 2025"),
        ("2025-07-02/2025-07-02", "2 July 2025"),
        ("2023-10/..", "since October 2023"),
        ("../2026-01-07", "by 7 January 2026"),
        ("2025-23", "autumn 2025"),
        ("199X", "the 1990s"),
        ("2025-04-2X", "20 to 29 April 2025"),
        ("2024?", "about 2024"),
        ("soon", "soon"),
        ("../..", "at an unknown time"),
    ],
)
def test_a_value_is_said_as_a_reader_would_say_it(edtf: str, said: str) -> None:
    assert words(edtf) == said


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-10/..", date(2023, 10, 1), None),
        ("../2026-01-07", None, date(2026, 1, 7)),
        ("2025-24", date(2025, 12, 1), date(2026, 2, 28)),
        ("2025-02-2X", date(2025, 2, 20), date(2025, 2, 28)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2025-02-31", None, None),
        ("0000", None, None),
        ("", None, None),
        (None, None, None),
        ("nonsense/more", None, None),
    ],
)
def test_bounds_hold_both_ends_or_leave_them_open(edtf: str | None, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@given(st.text(alphabet="0123456789-/.XT:Z?~% ", max_size=24))
def test_no_string_makes_dates_fail(edtf: str) -> None:
    assert isinstance(words(edtf), str)
    assert len(bounds(edtf)) == 2


def test_no_date_is_said_to_be_none_and_names_publication_as_such() -> None:
    told = report("They met.")
    assert when(Time("../2026-01-28"), told) == "no date given; told in a report published on 28 January 2026"
    assert when(None, report("They met.", published=None)) == "no date given"


def test_a_phrase_that_was_not_resolved_is_quoted() -> None:
    told = report("They met weeks ago.")
    assert when(Time(None, Span(9, 18)), told) == "“weeks ago”, which could not be resolved to a date"


def test_the_bound_of_publication_does_not_date_a_claim() -> None:
    assert not is_dated(Time("../2026-01-28"))
    assert is_dated(Time("../2026-01-28", Span(0, 3)))
    assert not is_dated(Time(None, Span(0, 3)))
