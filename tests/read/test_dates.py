import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadValue
from reportedly.read.dates import edtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-04-22", "2025-04-22"),
        (" 2025-04-22 ", "2025-04-22"),
        ("2025/04/22", "2025-04-22"),
        ("20250422", "2025-04-22"),
        ("2025-04", "2025-04"),
        ("2025", "2025"),
        ("2025-04-22T09:30:00Z", "2025-04-22T09:30:00Z"),
        ("2025-04-22T09:30Z", "2025-04-22T09:30:00Z"),
        ("2025-04-22 09:30:15.250+0530", "2025-04-22T09:30:15+05:30"),
        ("2025-04-22T09:30:00-03:00", "2025-04-22T09:30:00-03:00"),
        ("2025-04-22 09:30", "2025-04-22T09:30:00"),
        ("22 April 2025", "2025-04-22"),
        ("April 22, 2025", "2025-04-22"),
        ("22 Sept. 2025", "2025-09-22"),
        ("Apr. 2nd 2025", "2025-04-02"),
        ("Tue, 22 Apr 2025 09:30:00 GMT", "2025-04-22T09:30:00Z"),
        ("Tue, 22 Apr 2025 09:30:00 +0200", "2025-04-22T09:30:00+02:00"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_is_written_as_edtf(written: str, expected: str) -> None:
    assert edtf(written) == expected


@pytest.mark.parametrize(
    "written",
    ["04/05/2025", "2025-02-30", "2025-13-01", "202504", "yesterday", "", "22 Ma 2025", "22 Marsh 2025", "٢٠٢٥",
     "2025-04-22T25:00", "2025-04-22T10:00+99:00", "2025-4-2", "0000-01-01"],
)  # fmt: skip
def test_a_date_that_is_wrong_or_may_be_read_in_two_ways_is_refused(written: str) -> None:
    with pytest.raises(BadValue, match="YYYY-MM-DD"):
        edtf(written)


@given(st.text())
def test_any_string_is_a_date_or_refused(written: str) -> None:
    with contextlib.suppress(BadValue):
        assert edtf(edtf(written)) == edtf(written)
