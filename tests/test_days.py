"""EDTF values give the first and last day that they leave possible."""

import pytest

from reportedly.days import is_date
from reportedly.store import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-02-05", "2025-02-05", "2025-02-05"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-04-21/2025-04-30", "2025-04-21", "2025-04-30"),
        ("2023-10/..", "2023-10-01", None),
        ("../2026-01-07", None, "2026-01-07"),
        ("2023/", "2023-01-01", None),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2025-04-2X", "2025-04-20", "2025-04-29"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-02-05T09:30:00Z", "2025-02-05", "2025-02-05"),
        ("2025-02~", "2025-02-01", "2025-02-28"),
        ("..", None, None),
        ("", None, None),
        (None, None, None),
        ("2025-13", None, None),
        ("0000", None, None),
        ("soon", None, None),
        ("2025-02-31", None, None),
        ("2023-02-29", None, None),
        ("2025-02-3X", None, None),
        ("2025-02-2X", "2025-02-20", "2025-02-28"),
        ("202X-02-29", "2020-02-29", "2029-02-28"),
    ],
)
def test_bounds(edtf: str | None, first: str | None, last: str | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["2025", "2025-04-21/2025-04-30", "../2025-04-30", "2023-10/..", "2025-22", "202X"])
def test_a_date_or_an_interval_of_dates_is_one(edtf: str) -> None:
    assert is_date(edtf)


@pytest.mark.parametrize(
    "edtf",
    ["2025-02-31", "2025-02-31/2025-03-05", "2025-03-05/2025-06-31", "2025-04-30/2025-04-21", "..", "", "../..", "soon",
     "2025/2026/2027"],
)  # fmt: skip
def test_a_day_that_there_is_not_and_an_interval_that_runs_backwards_are_no_date(edtf: str) -> None:
    assert not is_date(edtf)
