"""Reports and claims that somebody only hears of."""

import pytest

from reportedly.extract.lexicon import rows
from tests.extract.attribution.sayings import told_by


@pytest.mark.parametrize(
    "text",
    [
        "The army is aware of allegations, circulated by the rebels, that a mill was shelled.",
        "The army is aware of allegations by the rebels that a mill was shelled.",
    ],
)
def test_a_claim_that_one_is_aware_of_is_the_word_of_whoever_spread_it(text: str) -> None:
    assert told_by(text, "shelled") == ["unnamed_person the rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "The army is aware of reports that a mill was shelled by a drone.",
        "We are aware of claims that a mill was shelled.",
    ],
)
def test_a_claim_from_nobody_in_particular_has_a_link_without_a_source(text: str) -> None:
    assert told_by(text, "shelled") == ["unnamed_person -"]


def test_a_fact_that_one_is_aware_of_is_ones_own_word() -> None:
    assert told_by("The officials were aware that the mill had been shelled.", "shelled") == [
        "unnamed_official The officials"
    ]


def test_verbs_of_hearing_are_single_words_each_once() -> None:
    found = [row[0] for row in rows("hearing.tsv")]
    assert found == sorted(set(found))
    assert {"investigate", "receive", "hear"} <= set(found)
    assert {"make", "voice", "repeat", "deny"}.isdisjoint(found)


def test_what_somebody_is_accused_of_is_not_his_own_word() -> None:
    assert told_by("Omar Sandor faces allegations that he stole the mill.", "stole") == ["unnamed_person -"]
