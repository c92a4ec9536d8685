"""Who is rumoured to be somebody known by another name, and who denies it."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

RUMOUR = "Karla Roe was widely rumoured to be Mia Fell, a spy."
AMONG = "Karla Roe, who served in the raid and was among those rumoured to be Mia Fell, has died."
DENIED = "Karla Roe discounted rumours that she was Mia Fell."


def aliases(text: str) -> list[tuple[str, str, str]]:
    """Each alias of the report: whose, which, and whether it is told or denied."""
    claims = [claim for claim in extract(read(text))[1] if claim.tie == "alias"]
    return [
        (c.roles[0].entity.name if c.roles[0].entity else "", c.roles[1].span.of(text), c.factuality.polarity)
        for c in claims
    ]


@pytest.mark.parametrize("text", [RUMOUR, AMONG])
def test_who_is_rumoured_to_be_another_bears_that_name(text: str) -> None:
    assert aliases(text) == [("Karla Roe", "Mia Fell", "positive")]


def test_who_denies_being_another_does_not_bear_that_name() -> None:
    assert aliases(DENIED) == [("Karla Roe", "Mia Fell", "negative")]


def test_a_rumour_and_its_denial_stand_side_by_side() -> None:
    assert [polarity for *_, polarity in aliases(f"{RUMOUR} She denied that she was Mia Fell.")] == [
        "positive",
        "negative",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Karla Roe was rumoured to be ill.",
        "Karla Roe denied that she was a spy.",
        "Karla Roe said that she was Mia Fell.",
        "The ship was rumoured to be in Port Aral.",
        "Dan Moll was suspected to be Mossad.",
    ],
)
def test_other_rumours_and_denials_name_no_alias(text: str) -> None:
    assert aliases(text) == []


@pytest.mark.parametrize(
    "object_",
    ["a Muslim", "Labour", "Miss Velmar", "Velmar United", "Mr Tarn", "the next Tom Brell", "Rosa Bell's father"],
)
def test_a_people_a_party_a_title_and_a_likeness_are_no_names_of_a_person(object_: str) -> None:
    assert aliases(f"Dan Moll denied that he was {object_}. Dan Moll was rumoured to be {object_}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Dan Moll never denied that he was Tom Brell.",
        "Dan Moll would not deny that he was Tom Brell.",
        "Dan Moll refused to deny that he was Tom Brell.",
        "If Dan Moll denied that he was Tom Brell, nobody would believe him.",
        "Dan Moll described rumours that he was Tom Brell as flattering.",
    ],
)
def test_who_leaves_a_rumour_open_denies_nothing(text: str) -> None:
    assert aliases(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Few dispute that Dan Moll was Tom Brell.",
        "Dan Moll's brother denied that he was Tom Brell.",
        "Dan Moll was not among those rumoured to be Tom Brell.",
        "Dan Moll, who lived among people rumoured to be Tom Brell, has died.",
    ],
)
def test_rumours_and_denials_of_others_give_no_alias(text: str) -> None:
    assert aliases(text) == []
