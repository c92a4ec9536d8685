"""The lexicons that origins are told by name their source, and hold distinct rows in small letters."""

from importlib.resources import files

import pytest

from reportedly.assess.lexicon import entries, rows

COLUMNS = {"agencies.tsv": 2, "bodies.tsv": 2, "effects.tsv": 1, "happenings.tsv": 1, "offices.tsv": 2}


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_a_lexicon_says_where_it_is_from_and_its_rows_are_distinct_and_lower_case(name: str, columns: int) -> None:
    text = (files("reportedly.assess") / "lexicons" / name).read_text("utf-8")
    assert "# Source: " in text
    assert "# Columns: " in text
    found = list(rows(name))
    assert {len(row) for row in found} == {columns}
    assert all(cell == cell.lower().strip() for row in found for cell in row)
    assert len(set(map(tuple, found))) == len(found)


def test_each_other_name_of_an_agency_means_one_only() -> None:
    others = [other for _, other in rows("agencies.tsv")]
    assert len(set(others)) == len(others)
    assert not set(others) & {first for first, _ in rows("agencies.tsv")}


@pytest.mark.parametrize("name", ["bodies.tsv", "offices.tsv"])
def test_a_noun_for_a_body_or_an_office_stands_once_alone_or_with_another_word(name: str) -> None:
    assert set(entries(name).values()) == {"alone", "with"}
    assert len(entries(name)) == len(list(rows(name)))
