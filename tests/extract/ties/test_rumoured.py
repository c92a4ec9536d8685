"""Who is rumoured to be somebody known by another name, and who denies it."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

RUMOUR = "Karla Roe was widely rumoured to be Red Fox, a spy."
AMONG = "Karla Roe, who served in the raid and was among those rumoured to be Red Fox, has died."
DENIED = "Karla Roe discounted rumours that she was Red Fox."


def aliases(text: str) -> list[tuple[str, str, str]]:
    """Each alias of the report: whose, which, and whether it is told or denied."""
    claims = [claim for claim in extract(read(text))[1] if claim.tie == "alias"]
    return [
        (c.roles[0].entity.name if c.roles[0].entity else "", c.roles[1].span.of(text), c.factuality.polarity)
        for c in claims
    ]


@pytest.mark.parametrize("text", [RUMOUR, AMONG])
def test_who_is_rumoured_to_be_another_bears_that_name(text: str) -> None:
    assert aliases(text) == [("Karla Roe", "Red Fox", "positive")]


def test_who_denies_being_another_does_not_bear_that_name() -> None:
    assert aliases(DENIED) == [("Karla Roe", "Red Fox", "negative")]


def test_a_rumour_and_its_denial_stand_side_by_side() -> None:
    assert [polarity for *_, polarity in aliases(f"{RUMOUR} She denied that she was Red Fox.")] == [
        "positive",
        "negative",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Karla Roe was rumoured to be ill.",
        "Karla Roe denied that she was a spy.",
        "Karla Roe said that she was Red Fox.",
        "The ship was rumoured to be in Port Aral.",
    ],
)
def test_other_rumours_and_denials_name_no_alias(text: str) -> None:
    assert aliases(text) == []
