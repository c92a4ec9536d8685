"""A number of dead or hurt belongs to its own verb, and a part is told from the whole."""

import pytest

from reportedly.assess.tolls import tolls


def read(sentence: str) -> list[tuple[int, str]]:
    return [(toll.value, toll.fate) for toll in tolls(sentence) if not toll.part]


def parts(sentence: str) -> list[tuple[int, str]]:
    return [(toll.value, toll.fate) for toll in tolls(sentence) if toll.part]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A gas blast killed six dockers and injured 32.", [(6, "killed"), (32, "injured")]),
        ("The ferry fire killed four clerks and wounded seven others.", [(4, "killed"), (7, "injured")]),
        ("The storm left at least 40 dead and 70 wounded.", [(40, "killed"), (70, "injured")]),
        ("At least 48 people dead over 100 hurt after the quay gave way", [(48, "killed"), (100, "injured")]),
        ("Three gunmen killed two guards at the mint.", [(2, "killed")]),
        ("The death toll rose to 23, a clerk said.", [(23, "killed")]),
        ("Nine people, two of them children, were killed.", [(9, "killed")]),
        ("The crew was found dead 12 hours later and 36 miles off.", []),
        ("A $36 million claim was injured by a 36-year-old dead link.", []),
    ],
)
def test_a_number_belongs_to_its_own_verb(sentence: str, told: list[tuple[int, str]]) -> None:
    assert read(sentence) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It gave a toll of 41 dead among them 12 children and six nurses.", [(12, "killed"), (6, "killed")]),
        ("The fire left 41 people including 17 children dead.", [(17, "killed")]),
        ("The fire killed 35 people, two of them dockers.", [(2, "killed")]),
        ("A raid left 12 dead and 30 wounded, including four clerks.", []),
    ],
)
def test_a_part_shares_the_fate_of_the_whole_where_that_is_plain(sentence: str, told: list[tuple[int, str]]) -> None:
    assert parts(sentence) == told


def test_two_numbers_that_stand_beside_each_other_are_each_a_part() -> None:
    assert read("The crash killed ten guests and two pilots.") == []
    assert parts("The crash killed ten guests and two pilots.") == [(10, "killed"), (2, "killed")]


def test_others_are_no_addition_only_beside_those_whom_something_else_befell() -> None:
    assert read("The fire injured 30 more people.") == []
    assert read("The fire killed three people and hurt 30 more.") == [(3, "killed"), (30, "injured")]
