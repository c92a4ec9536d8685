"""What holds for all names, whatever is put in."""

import json
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.names import ALIKE, compare_names
from reportedly.link.names_plain import plain_words

SCHEMAS = st.sampled_from(["Person", "Organization", "Company", "LegalEntity", None])
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzäéñøşžабвгдежзийклмнопрстухцчшыюя", min_size=1, max_size=9)
NAMES = st.lists(LETTERS, min_size=1, max_size=5).map(" ".join)
LATIN = "Mohammed bin al- Abu Abdul Allah din Dr. Jr. Sr. J. Kim Jong Un 5 II Ltd LLC & the of Bank / ( ) , -"
OTHERS = "王小明 김정선 خالد"
PIECES = st.sampled_from([*LATIN.split(), *OTHERS.split()])
MIXED = st.lists(PIECES | LETTERS, max_size=9).map(" ".join)


@given(MIXED, MIXED, SCHEMAS)
def test_the_order_of_the_two_names_does_not_matter(one: str, other: str, schema: str | None) -> None:
    assert compare_names(one, other, schema) == compare_names(other, one, schema)


@given(MIXED, SCHEMAS)
def test_a_name_is_itself(name: str, schema: str | None) -> None:
    assert compare_names(name, name, schema).score == (1.0 if plain_words(name) else 0.0)


@given(NAMES, SCHEMAS)
def test_case_does_not_matter(name: str, schema: str | None) -> None:
    assert compare_names(name, name.upper(), schema).score == 1.0


@given(NAMES, st.sampled_from("\u0300\u0301\u0302\u0308\u030c\u0327"), SCHEMAS)
def test_accents_do_not_matter(name: str, accent: str, schema: str | None) -> None:
    accented = name.translate({ord(letter): letter + accent for letter in "aeou"})
    assert compare_names(name, accented, schema).score == 1.0
    assert compare_names(name, unicodedata.normalize("NFD", name), schema).score == 1.0


@settings(max_examples=300)
@given(st.text(max_size=40) | MIXED, st.text(max_size=40) | MIXED, SCHEMAS)
def test_any_text_gets_a_score_and_a_sentence(one: str, other: str, schema: str | None) -> None:
    found = compare_names(one, other, schema)
    assert 0 <= found.score <= 1
    assert found.match <= found.alike
    assert found.alike == (found.score >= ALIKE)
    assert found.reason.endswith(".")


@pytest.mark.parametrize("name", ["a " * 50_000, "x" * 100_000, "/" * 50_000, "(AB)" * 20_000, "محمد " * 20_000])
def test_a_long_name_is_cut(name: str) -> None:
    assert compare_names(name, name + "b").reason
    assert compare_names(name, "Ana Perić").reason


def test_without_a_schema_the_marks_of_an_organisation_decide() -> None:
    assert not compare_names("Brigade 5", "Brigade 15").match
    assert compare_names("Severmet Ltd", "Severmet").match
    assert compare_names("Khaled Dalwan", "Khalid Dalwan").match


def test_the_empty_name_matches_nothing() -> None:
    for one, other in (("", ""), ("", "Ana"), ("?!", "…"), ("", "Severmet Ltd")):
        assert compare_names(one, other).score == 0.0


def test_another_process_gives_the_same_answers() -> None:
    pairs = [
        ("Khaled bin Dalwan", "Khalid Ben Dalwan"),
        ("Aral Bank of Trade", "Trade Bank Aral"),
        ("An Bo Ce", "Ce An Do"),
    ]
    ours = [compare_names(*pair).reason for pair in pairs]
    code = (
        "import json, sys; from reportedly.link.names import compare_names; "
        "print(json.dumps([compare_names(*pair).reason for pair in json.loads(sys.argv[1])]))"
    )
    done = subprocess.run([sys.executable, "-c", code, json.dumps(pairs)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ours
