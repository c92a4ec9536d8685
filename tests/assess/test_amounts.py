"""What a number counts is told from the words around it, and a part of those counted is not taken for the whole."""

import pytest

from reportedly.assess.amounts import Amount, casualties, counted, number_in
from tests.assess.planting import told


@pytest.mark.parametrize(
    ("phrase", "value", "bound"),
    [
        ("at least seven people", 7, "at_least"),
        ("The five visitors", 5, "exact"),
        ("some 40 men", 40, "about"),
        ("up to 1,200 families", 1200, "at_most"),
        ("twenty-three citizens", 23, "exact"),
    ],
)
def test_a_number_that_opens_a_phrase_is_read_with_its_bound(phrase: str, value: int, bound: str) -> None:
    found = number_in(phrase)
    assert found is not None
    assert found[2:] == (value, bound)


@pytest.mark.parametrize("phrase", ["people", "a man", "2.5 million people", "the visitors", ""])
def test_a_phrase_that_opens_with_no_plain_number_gives_none(phrase: str) -> None:
    assert number_in(phrase) is None


def test_the_act_or_the_words_after_a_number_say_what_it_counts() -> None:
    killed = told("A blast killed nine people.", "killed", count=(9, "nine", "exact"))
    died = told("Nine people died in a blast.", "blast", roles=(("victim", "Nine people", None),))
    hurt = told("Some 20 sailors were wounded.", "wounded", count=(20, "Some 20", "about"))
    assert [of(a) for a in (killed, died, hurt)] == ["killed", "killed", "injured"]


def of(account: object) -> str | None:
    found = counted(account.claim, account.report)  # type: ignore[attr-defined]
    return None if found is None else found.of


@pytest.mark.parametrize(
    "sentence",
    [
        "A blast killed people, including nine children.",
        "Workers found bodies, and said the blast killed nine more people.",
        "The blast killed many; among them were nine nurses.",
    ],
)
def test_a_part_or_an_addition_is_no_number_of_all(sentence: str) -> None:
    assert of(told(sentence, "killed", count=(9, "nine", "exact"))) is None


def test_a_group_is_counted_by_its_phrase_or_by_the_words_that_follow() -> None:
    who = "A five-member delegation"
    account = told(f"{who} visited Velmouth.", "visited", act="CONSULT", mode="visit", roles=(("actor", who, None),))
    assert of(account) == "visitors"


def test_bounds_leave_a_range_possible() -> None:
    assert Amount(7, "at_least").range == (7, float("inf"))
    assert Amount(10, "about").range == (8, 12)
    assert Amount(5, "at_most").range == (0, 5)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The death toll rose to 22, police said.", "22"),
        ("The flood killed some 30 (dozens of dockers are missing).", "some 30"),
        ("Nine people, two of them clerks, were killed.", "Nine people"),
        ("The fire left 35 people including 22 clerks dead.", "35 people including 22 clerks dead"),
    ],
)
def test_the_words_shown_do_not_run_over_punctuation(sentence: str, shown: str) -> None:
    account = told(sentence, sentence.split()[1])
    assert shown in [found.text for found in casualties(account.claim, account.report)]
