"""A word of one side tells on which side a doer is; where words leave it open, none does."""

import pytest

from reportedly.assess.lexicon import entries, words
from reportedly.assess.sides import side_of


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("an army marksman", "state"),
        ("Government troops", "state"),
        ("the Army", "state"),
        ("members of the security forces", "state"),
        ('"terrorists"', "rebels"),
        ("three opposition fighters in Hamra", "rebels"),
        ("a mob of protesters", "crowd"),
    ],
)
def test_a_phrase_with_words_of_one_side_is_of_that_side(phrase: str, side: str) -> None:
    assert side_of(phrase) == side


@pytest.mark.parametrize(
    "phrase",
    [
        "gunmen",
        "rebel soldiers",
        "former soldiers",
        "ex-policemen",
        "government-backed militants",
        "men in army uniforms",
        "the army or the rebels",
        "Free Hamra Army",
        "people of a town that rebels hold",
        "Harbour League",
        "",
    ],
)
def test_who_carries_arms_has_left_a_side_or_bears_a_name_is_of_none(phrase: str) -> None:
    assert side_of(phrase) is None


def test_the_words_of_sides_are_in_lower_case_and_of_three_sides() -> None:
    assert set(entries("sides.tsv").values()) == {"state", "rebels", "crowd"}
    assert all(word == word.lower() for word in (*entries("sides.tsv"), *words("turncoats.tsv")))
