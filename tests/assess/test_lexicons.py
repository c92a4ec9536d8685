"""Every lexicon of this stage names its source and holds well-formed rows."""

from importlib.resources import files
from typing import get_args

import pytest

from reportedly.assess.lexicon import entries, rows, words
from reportedly.model import CountBound

COLUMNS = {
    "admitting.tsv": 1, "anybody.tsv": 1, "attacks.tsv": 1, "authorities.tsv": 1, "authorship.tsv": 1, "bounds.tsv": 2,
    "containers.tsv": 1, "counted.tsv": 2, "countries.tsv": 1, "currencies.tsv": 2, "denying.tsv": 1,
    "everywhere.tsv": 1, "makes.tsv": 3, "measures.tsv": 1,
    "numbers.tsv": 2, "opening.tsv": 1, "persons.tsv": 1, "phases.tsv": 1,
    "presumed.tsv": 1, "pronouns.tsv": 1, "sides.tsv": 2, "sums.tsv": 3, "turncoats.tsv": 1,
}  # fmt: skip


@pytest.mark.parametrize("name", COLUMNS)
def test_a_lexicon_says_where_it_is_from_and_what_its_columns_are(name: str) -> None:
    head = (files("reportedly.assess") / "lexicons" / name).read_text("utf-8").split("\n")
    comment = [line for line in head if line.startswith("#")]
    assert any(line.startswith("# Source: ") for line in comment)
    assert any(line.startswith("# Columns: ") for line in comment)


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_rows_are_lower_case_distinct_and_whole(name: str, columns: int) -> None:
    found = list(rows(name))
    assert {len(row) for row in found} == {columns}
    assert all(row[0] == row[0].lower().strip() for row in found)
    assert len({row[0] for row in found}) == len(found)


def test_bounds_are_those_of_the_model_and_numbers_are_numbers() -> None:
    assert set(entries("bounds.tsv").values()) < set(get_args(CountBound))
    assert all(value.isdigit() for value in entries("numbers.tsv").values())


def test_what_was_counted_is_told_by_its_words() -> None:
    assert (entries("counted.tsv")["fatalities"], entries("counted.tsv")["wounded"]) == ("killed", "injured")
    assert {"people", "citizens"} < words("anybody.tsv")
    assert "soldiers" not in words("anybody.tsv")
