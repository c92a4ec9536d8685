"""The lexicons behind ties: their form, their directions, and what a few words say."""

from typing import get_args

import pytest

from reportedly.extract.lexicon import rows
from reportedly.extract.ties.words import role_nouns, tie_verbs, tie_words
from reportedly.model import TieType

KINDS = {
    "copula",
    "as object",
    "deputy",
    "parting",
    "holding",
    "share",
    "fund",
    "counting",
    "office",
    "body head",
    "company head",
    "mutual",
    "not theirs",
    "employed",
    "firm share",
    "troops",
}
FTM = {"Membership", "Directorship", "UnknownLink", "Family", "Ownership", "Representation"}


@pytest.mark.parametrize(
    ("name", "width"), [("titles.tsv", 5), ("tie_verbs.tsv", 6), ("tie_directions.tsv", 7), ("tie_words.tsv", 2)]
)
def test_every_line_has_the_fields_of_its_header_and_no_stray_space(name: str, width: int) -> None:
    for row in rows(name):
        assert len(row) == width, row
        for field in row:
            assert all(part and part == part.strip() for part in field.split(",")) or width == 7, row


def test_every_title_has_a_known_side_and_complement() -> None:
    for word, noun in role_nouns().items():
        assert word == word.lower()
        assert noun.side in {"bearer", "reversed", "site", "mutual", "seat"}, word
        assert noun.complement in {"body", "state", "organisation", "any", "person", "place"}, word


def test_every_verb_gives_its_subject_a_part() -> None:
    for (word, voice, _), verb in tie_verbs().items():
        assert voice in {"active", "passive", "compound"}, word
        assert verb.first in {"subject", "object"}, word
        assert verb.complement in {"body", "any", "person", "place", "group"}, word


def test_one_table_gives_the_direction_and_schema_of_every_tie() -> None:
    table = {row[0]: row for row in rows("tie_directions.tsv")}
    assert set(table) == set(get_args(TieType))
    for tie, subject, obj, schema, first, second, persons in table.values():
        assert subject and obj and first != second, tie
        assert schema in FTM
        assert persons == ("both" if schema == "Family" else "-")


def test_the_lexicon_is_broad() -> None:
    assert len(role_nouns()) > 700
    assert len(tie_verbs()) > 80


def test_titles_say_the_tie_of_the_guidelines() -> None:
    nouns = role_nouns()
    assert nouns["commander"].tie == nouns["spokesman"].tie == nouns["vice president"].tie == "member"
    assert nouns["prime minister"].tie == nouns["managing director"].tie == "leader"
    assert nouns["ambassador"].tie == nouns["nominee"].tie == "represents"
    assert nouns["stronghold"].tie == "located"
    assert nouns["foreign minister"].complement == "state"


def test_word_lists_have_no_unknown_kind() -> None:
    assert {kind for _, kind in rows("tie_words.tsv")} == KINDS
    assert "be" in tie_words("copula")
