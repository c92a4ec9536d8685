"""The tables of names: their form, and a few entries that must stay."""

from importlib.resources import files

import pytest

from reportedly.link import names_bodies, names_body_parts, names_person_parts, names_plain, names_spelling
from reportedly.link.lexicon import rows

COLUMNS = {
    "names_acronyms": {2}, "names_body_words": {3}, "names_endings": {1}, "names_families": {1, 2}, "names_given": {1},
    "names_legal_forms": {2}, "names_numbers": {3}, "names_particles": {2}, "names_places": {2}, "names_scripts": {2},
    "names_small_body_words": {1}, "names_surnames": {1}, "names_titles": {2}, "names_wade_giles": {2},
}  # fmt: skip
KEYED = set(COLUMNS) - {"names_families", "names_given", "names_surnames", "names_wade_giles"}


def text_of(name: str) -> str:
    return (files("reportedly.link") / "lexicons" / f"{name}.tsv").read_text("utf-8")


def test_every_table_is_listed_here() -> None:
    found = {path.name.removesuffix(".tsv") for path in (files("reportedly.link") / "lexicons").iterdir()}
    assert {name for name in found if name.startswith("names_")} == set(COLUMNS)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_table_names_its_source_and_columns_and_has_whole_rows(name: str) -> None:
    heads = [line for line in text_of(name).splitlines() if line.startswith("#")]
    assert any(head.startswith("# Source: ") for head in heads)
    assert any(head.startswith("# Columns: ") for head in heads)
    assert all(len(row) in COLUMNS[name] and all(row) for row in rows(f"{name}.tsv"))


@pytest.mark.parametrize("name", sorted(KEYED))
def test_a_key_stands_once(name: str) -> None:
    keys = [row[0] for row in rows(f"{name}.tsv")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"names_scripts"}))
def test_words_are_in_plain_letters(name: str) -> None:
    for row in rows(f"{name}.tsv"):
        for word in row[0].replace("|", " ").split():
            assert word == names_plain.plain(word)


def test_kinds_are_known() -> None:
    assert set(names_person_parts.titles().values()) == {"title", "after", "honour", "son", "late"}
    assert set(names_person_parts.particles().values()) == {"small", "child", "servant", "parent"}
    assert {kind for _, kind in names_body_parts.body_words().values()} == {
        "own",
        "topic",
        "shared",
        "line",
        "organ",
        "region",
    }
    assert {kind for _, kind in names_body_parts.numerals().values()} == {"unit", "ten", "roman"}


def test_every_full_form_has_a_second_form() -> None:
    assert all(len(" ".join(row).split()) > 1 for row in rows("names_families.tsv"))


@pytest.mark.parametrize(
    ("one", "other", "manner"),
    [
        ("khalid", "khaled", "spelling"),
        ("mohammed", "muhammad", "spelling"),
        ("gadhafi", "qaddafi", "spelling"),
        ("yulia", "iuliia", "spelling"),
        ("trebovsky", "trebovskiy", "spelling"),
        ("bill", "william", "short"),
        ("sasha", "aleksandr", "short"),
        ("giovanni", "ivan", "form"),
        ("hassan", "hussein", "near"),
        ("maria", "mario", "near"),
        ("khalid", "khalil", "near"),
        ("tollander", "tolander", "spelling"),
        ("tollander", "tollendar", "slip"),
    ],
)
def test_words_are_alike_in_their_manner(one: str, other: str, manner: str) -> None:
    assert names_spelling.likeness(one, other).manner == manner


def test_an_acronym_leads_to_its_full_names() -> None:
    assert ("jaish", "e", "mohammed") in names_bodies.acronyms()["jem"]
