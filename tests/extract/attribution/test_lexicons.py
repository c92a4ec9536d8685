"""The lexicons of attribution: their form, and what a few words mean."""

from typing import get_args

import pytest

from reportedly.extract.attribution.cues import role_of, roles, weights
from reportedly.extract.attribution.links import senses
from reportedly.extract.lexicon import rows, table, words
from reportedly.model import Basis, SourceKind


def columns(name: str) -> set[int]:
    """How many columns the rows of a lexicon have."""
    return {len(row) for row in rows(name)}


@pytest.mark.parametrize(
    ("name", "width", "least"),
    [
        ("cue_keys.tsv", 1, 1500), ("cue_roles.tsv", 4, 1000), ("cue_weights.tsv", 2, 5000),
        ("cue_senses.tsv", 5, 300), ("source_nouns.tsv", 2, 900), ("media.tsv", 1, 400), ("media_words.tsv", 2, 50),
        ("statement_nouns.tsv", 1, 10), ("designations.tsv", 1, 10), ("tellings.tsv", 1, 4),
        ("offices.tsv", 1, 30), ("obtaining.tsv", 1, 20), ("outlet_words.tsv", 3, 60),
        ("mediums.tsv", 2, 80), ("nameless.tsv", 1, 50), ("views.tsv", 1, 20),
        ("disputing.tsv", 2, 10), ("colon_labels.tsv", 1, 80),
        ("hearing.tsv", 1, 30),
    ],
)  # fmt: skip
def test_every_row_is_whole_and_stands_once(name: str, width: int, least: int) -> None:
    assert columns(name) == {width}
    keys = [tuple(row[:2]) if name == "cue_roles.tsv" else row[0] for row in rows(name)]
    assert len(keys) == len(set(keys)) >= least
    assert all(cell == cell.strip() and cell for row in rows(name) for cell in row)


def test_senses_are_of_the_known_sorts() -> None:
    for key, sense in senses().items():
        assert sense.what in {"clause", "both", "outlet", "null", "none", "sourced", "shown"}, key
        assert sense.basis is None or sense.basis in get_args(Basis), key


def test_source_nouns_name_kinds_that_the_model_knows() -> None:
    assert {row[1] for row in rows("source_nouns.tsv")} <= set(get_args(SourceKind))


def test_media_words_tell_how_they_stand_in_a_name() -> None:
    assert {row[1] for row in rows("media_words.tsv")} == {"always", "unsure", "first", "either", "numbered"}


def test_roles_are_of_the_four_sorts() -> None:
    assert set(roles().values()) <= set("SKCO")


@pytest.mark.parametrize(
    "key", ["say/V", "tell/V", "believe/P", "according/V", "statement/N", "reportedly/R", "worried/A"]
)
def test_common_cues_are_known(key: str) -> None:
    assert key in words("cue_keys.tsv")


def test_subjects_speak_and_clauses_are_said() -> None:
    assert role_of("say/V", "nsubj") == "S"
    assert role_of("say/V", "ccomp") == "K"
    assert role_of("appear/V", "nsubj") == "K"
    assert role_of("unheard_of/V", "nsubj") == "S"
    assert role_of("say/V", "no such relation") == "O"


def test_saying_weighs_more_than_walking() -> None:
    assert weights().get("say/V", 0.0) > weights().get("walk/V", 0.0)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("diplomat", "unnamed_official"), ("economist", "analyst"), ("affidavit", "document"),
        ("junta", "named_organisation"), ("villager", "unnamed_person"), ("broadcaster", "outlet"),
    ],
)  # fmt: skip
def test_nouns_tell_the_kind_of_a_source(noun: str, kind: str) -> None:
    assert table("source_nouns.tsv")[noun] == kind
