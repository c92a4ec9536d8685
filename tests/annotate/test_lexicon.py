"""The word lists: their form, and a few entries that must stay."""

from importlib.resources import files

import pytest

from reportedly.annotate import lexicon

FILES = {
    "countries": 2, "nationalities": 3, "known_names": 3, "name_heads": 2, "titles": 2, "nouns": 4, "given_names": 2,
    "never_names": 1, "speech_verbs": 1, "statement_nouns": 1, "word_sets": 2, "name_evidence": 7,
    "name_evidence_apart": 7,
}  # fmt: skip


def test_every_list_is_listed_here() -> None:
    found = {path.name.removesuffix(".tsv") for path in files("reportedly.annotate").joinpath("lexicons").iterdir()}
    assert found == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_list_names_its_source_and_has_whole_distinct_rows(name: str) -> None:
    text = files("reportedly.annotate").joinpath("lexicons", f"{name}.tsv").read_text(encoding="utf-8")
    assert "source:" in text.splitlines()[0]
    rows = lexicon.rows(name)
    assert all(len(row) == FILES[name] and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_kinds_and_genders_are_known() -> None:
    assert {noun.kind for noun in lexicon.nouns().values()} == {
        "person", "people", "organisation", "public", "company", "place", "country",
    }  # fmt: skip
    assert set(lexicon.titles().values()) <= {"m", "f", "-"}
    assert set(lexicon.name_heads().values()) <= {
        "public", "organisation", "company", "facility", "place", "event", "work", "vehicle",
    }  # fmt: skip


def test_the_countries_of_nationalities_are_countries() -> None:
    known = lexicon.countries()
    for word, (country, kind) in lexicon.nationalities().items():
        assert kind in ("nation", "people", "faith", "current"), word
        assert country == "-" or country.lower() in known or country == "Georgia", word


def test_plurals_lead_to_their_noun() -> None:
    assert lexicon.nouns()["policemen"] == lexicon.Noun("person", "m", True, "policeman")
    assert lexicon.nouns()["wives"].gender == "f"
    assert not lexicon.nouns()["minister"].plural


def test_aliases_lead_to_one_country() -> None:
    known = lexicon.countries()
    assert known["u.s."] == known["us"] == known["united states of america"] == "United States"
    assert lexicon.known_names()["Daesh"][1] == lexicon.known_names()["ISIS"][1]
