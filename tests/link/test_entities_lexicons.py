"""The tables of the entities: their form, and a few entries that must stay."""

from importlib.resources import files

import pytest

from reportedly.link.entities_listed import groups, listed_as
from reportedly.link.entities_short import frequent, given_names
from reportedly.link.lexicon import rows, words
from reportedly.link.names_person_parts import titles
from reportedly.link.names_plain import plain

COLUMNS = {"entities_capacities": 1, "entities_frequent": 2, "entities_parts": 1, "entities_title_names": 1}


def text_of(name: str) -> str:
    """The text of a table."""
    return (files("reportedly.link") / "lexicons" / f"{name}.tsv").read_text("utf-8")


def test_every_table_is_listed_here() -> None:
    found = {path.name.removesuffix(".tsv") for path in (files("reportedly.link") / "lexicons").iterdir()}
    assert {name for name in found if name.startswith("entities_")} == set(COLUMNS)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_table_names_its_source_and_has_whole_rows_once(name: str) -> None:
    heads = [line for line in text_of(name).splitlines() if line.startswith("#")]
    assert any(head.startswith("# Source: ") for head in heads)
    assert any(head.startswith("# Columns: ") for head in heads)
    found = list(rows(f"{name}.tsv"))
    assert all(len(row) == COLUMNS[name] and all(row) for row in found)
    assert len({row[0] for row in found}) == len(found)


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"entities_capacities"}))
def test_words_are_in_plain_letters(name: str) -> None:
    assert all(row[0] == plain(row[0]) for row in rows(f"{name}.tsv"))


def test_frequent_names_have_a_kind() -> None:
    assert set(frequent().values()) == {"given", "family", "father"}
    assert frequent()["khan"] == "family"
    assert frequent()["mohammed"] == "father"
    assert "maria" in given_names()


def test_titles_that_are_names_are_titles() -> None:
    assert words("entities_title_names.tsv") <= titles().keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [("ISIS", "Islamic State"), ("Daesh", "Islamic State group"), ("UN", "United Nations"), ("IRGC", "Sepah")],
)
def test_names_that_are_listed_for_one_body_share_a_group(one: str, other: str) -> None:
    assert listed_as(one) & listed_as(other)


def test_a_common_word_is_no_acronym_unless_in_capitals() -> None:
    assert listed_as("Us") == listed_as("let") == frozenset()
    assert set(groups().values()) <= groups().keys()
