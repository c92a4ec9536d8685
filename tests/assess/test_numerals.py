"""A number counts persons or things only where it stands for itself."""

import pytest

from reportedly.assess.numerals import numbers_in, plain_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("36 sailors and twenty-two clerks", [36, 22]),
        ("1,300 biologists", [1300]),
        ("the 36-year-old driver", []),
        ("$2. 6 million in rings", []),
        ("two hundred goats", []),
        ("at 9:25, or 9 am, 5. 4 percent", []),
        ("1, 300 biologists", []),
        ("an AK-47", []),
    ],
)
def test_what_only_looks_like_a_number_of_things_gives_none(text: str, values: list[int]) -> None:
    assert [value for _, _, value in plain_numbers(text)] == values


def test_all_numbers_of_a_text_are_found_however_they_stand() -> None:
    assert numbers_in("Seven of 1,200 at $36") == {7, 1200, 36}
