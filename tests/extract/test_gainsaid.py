"""What one clause denies and says that others told."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

TWO = (
    ("The ministry said troops had not attacked the hospital, as rebel media claimed.", "rebel media"),
    ("Troops did not attack the hospital, as the rebels had claimed.", "the rebels"),
    ("The mayor did not visit Velmar, as the Gull had wrongly reported.", "the Gull"),
    ("Contrary to claims by the rebels, troops did not attack the hospital, the army said.", "the rebels"),
)
ONE = (
    "Troops did not attack the hospital, as the general had promised.",
    "The mayor did not visit Velmar, as the Gull reported.",
    "The general said his troops did not attack the hospital, as the war was over.",
    "Contrary to custom, the mayor did not visit Velmar on Monday.",
)


def told(text: str) -> list[tuple[str, str]]:
    """Each event's polarity with the words of its innermost source."""
    doc = read(text)
    claims = [claim for claim in extract(doc)[1] if claim.type in ("ASSAULT", "CONSULT", "MOVE")]
    last = [claim.attribution[-1].source if claim.attribution else None for claim in claims]
    pairs = zip(claims, last, strict=True)
    return [(claim.factuality.polarity, doc.text_of(source.span) if source else "") for claim, source in pairs]


@pytest.mark.parametrize(("text", "teller"), TWO)
def test_what_is_not_so_as_somebody_claimed_is_told_and_denied(text: str, teller: str) -> None:
    found = told(text)
    assert [polarity for polarity, _ in found] == ["positive", "negative"]
    assert found[0][1].lower() in teller.lower() and found[1][1] != found[0][1]


@pytest.mark.parametrize("text", ONE)
def test_other_clauses_with_as_and_contrary_tell_one_thing(text: str) -> None:
    assert [polarity for polarity, _ in told(text)] == ["negative"]


def test_the_denial_answers_the_claim_of_its_own_word() -> None:
    doc = read("The ministry said troops had not attacked the hospital, as rebel media claimed.")
    claims = [claim for claim in extract(doc)[1] if claim.type == "ASSAULT"]
    assert [claim.answers for claim in claims] == [None, claims[0].trigger]
    assert len({claim.id for claim in claims}) == 2
