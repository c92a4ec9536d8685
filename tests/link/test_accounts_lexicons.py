"""The word lists by which accounts are compared are well formed and say what they should."""

from typing import get_args

import pytest

from reportedly.link.accounts_acts import acts, families_of, listed_families, traits
from reportedly.link.accounts_card import card
from reportedly.link.accounts_words import content_words, irregular, stem
from reportedly.link.lexicon import rows, words
from reportedly.model import EventType
from tests.link.telling import tell

TABLES = {
    "families": 4, "traits": 2, "card": 3, "irregular": 2, "people": 1, "again": 1, "habits": 1, "countries": 1,
    "toll": 1, "money": 1,
}  # fmt: skip


@pytest.mark.parametrize(("table", "columns"), TABLES.items())
def test_every_row_has_its_columns_and_no_row_stands_twice(table: str, columns: int) -> None:
    found = list(rows(f"accounts_{table}.tsv"))
    assert all(len(row) == columns and all(cell.strip() == cell != "" for cell in row) for row in found)
    first = [tuple(row[:2]) if table == "families" else row[0] for row in found]
    assert len(first) == len(set(first))


def test_every_event_type_has_families_for_any_mode() -> None:
    assert {kind for kind, mode in acts() if mode == "*"} == set(get_args(EventType))


def test_traits_are_of_families_that_acts_have() -> None:
    assert set(traits()) <= listed_families()


def test_tellers_exchange_visit_and_meeting_but_not_visit_and_ban() -> None:
    visit = tell("Ana Brel visited Holm.", "visited", "CONSULT/visit").claim
    talks = tell("Ana Brel held talks.", "talks", "CONSULT/talks").claim
    ban = tell("Holm banned Ana Brel.", "banned", "COERCE/ban").claim
    assert set(families_of(visit)) & set(families_of(talks))
    assert not set(families_of(visit)) & set(families_of(ban))


def test_points_are_round_numbers() -> None:
    assert all((20 * points).is_integer() for points in card().values())


@pytest.mark.parametrize(
    ("one", "other"),
    [("met", "meeting"), ("visited", "visits"), ("killing", "killed"), ("explosion", "exploded"), ("fled", "flee")],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_irregular_forms_lead_to_words_that_are_no_forms_themselves() -> None:
    assert not {plain for form, plain in irregular().items() if plain in irregular() and irregular()[plain] != plain}


def test_general_words_carry_nothing() -> None:
    assert content_words("The police said that several people were there") == frozenset()
    assert "russia" in words("accounts_countries.tsv")
