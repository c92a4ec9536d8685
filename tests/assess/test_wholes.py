"""A number that is of some only, of two fates together, or no longer holds is not taken for that of all."""

import pytest

from reportedly.assess.wholes import is_whole
from reportedly.model import Span


def whole(sentence: str, number: str) -> bool:
    start = sentence.index(number)
    return is_whole(sentence, Span(0, len(sentence)), Span(start, start + len(number)))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The flood left 18 dead or missing.", "18"),
        ("The blast left 40 dead and wounded, a medic said.", "40"),
        ("Some 40 people were killed, wounded or captured at the ford.", "40"),
        ("The shells killed or wounded 40 dockers.", "40"),
        ("The raid killed and injured at least 40.", "40"),
        ("The crash killed 20 passengers and crew.", "20"),
        ("The fire killed 20 men, women and children.", "20"),
        ("The attack killed 12 people, not counting the attackers.", "12"),
        ("The man killed ten people including himself.", "ten"),
        ("The blast killed nine people, police said initially.", "nine"),
        ("At first nine people were said to have been killed.", "nine"),
        ("The fire killed four children from one family.", "four"),
        ("The storm killed six members of the same crew.", "six"),
        ("The shell killed five people of a farming family.", "five"),
    ],
)
def test_a_number_of_some_or_of_two_fates_is_not_of_all(sentence: str, number: str) -> None:
    assert not whole(sentence, number)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The blast left nine dead and 37 wounded.", "nine"),
        ("The blast left nine dead and 37 wounded.", "37"),
        ("Six people were killed and injured at least 40 others.", "Six"),
        ("The blast killed six dockers and wounded dozens.", "six"),
        ("The crash killed 20 passengers and two pilots.", "20"),
        ("The fire killed nine people at first light.", "nine"),
        ("The fire killed nine people in one street.", "nine"),
        ("The raid killed 12 soldiers and damaged boats.", "12"),
        ("Nine were killed, a clerk said, updating an earlier toll of six.", "Nine"),
    ],
)
def test_a_number_of_one_fate_is_of_all(sentence: str, number: str) -> None:
    assert whole(sentence, number)
