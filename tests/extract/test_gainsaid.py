"""What one clause denies and says that others told."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

TWO = (
    ("The mayor did not visit Velmar, as the Gull had wrongly reported.", "the Gull"),
    ("The mayor was not arrested, as was falsely claimed by the rebels.", "the rebels"),
    ("Contrary to claims by the rebels, troops did not attack the hospital, the army said.", "the rebels"),
    ("Contrary to the rebels' claims, troops did not attack the hospital, the army said.", "the rebels'"),
    ("Contrary to reports in local media, the army did not attack the hospital.", "local media"),
    ("Troops did not attack the hospital, contrary to claims by the rebels.", "the rebels"),
)
ONE = (
    "Troops did not attack the hospital, as the general had promised.",
    "The mayor did not visit Velmar, as the Gull reported.",
    "The mayor did not visit Velmar, as the Gull had previously reported.",
    "The general said his troops did not attack the hospital, as the war was over.",
    "Contrary to custom, the mayor did not visit Velmar on Monday.",
    "Despite claims by the rebels, troops did not attack the hospital.",
)
NAMING_NOBODY = (
    "Contrary to claims of torture, the police did not attack the students.",
    "Contrary to reports from Monday, rebels did not attack the port.",
    "Contrary to last week's reports, rebels did not attack the port.",
    "Contrary to rumours in Hamra, troops did not attack the crowd.",
    "Contrary to his claims, Moll did not attack the guard.",
    "Contrary to the mayor's claims that the police had helped, officers did not attack the gang.",
)
DENYING_NOBODY = (
    "Nobody was attacked, as the army falsely claimed.",
    "No prisoners were attacked, as the government wrongly claimed.",
    "Contrary to claims by the mayor, no one was attacked.",
    "Neither the army nor the police attacked the marchers, as the opposition wrongly claimed.",
)
UNSURE = (
    "The police did not attack the gang, as marchers allege.",
    "The police did not attack the gang, just as marchers wrongly claimed.",
    "A villager said soldiers did not attack the bus, as the government claims.",
    "Troops did not deliberately attack the hospital, as the rebels wrongly claimed.",
    "Contrary to claims by the rebels, the army did not attack until Tuesday.",
    "Rebels did not attack the bridge on Monday, as the Gull wrongly reported, but on Tuesday.",
    "Soldiers did not attack the bus, as the bishop falsely claimed he had seen.",
)


def told(text: str) -> list[tuple[str, str]]:
    """Each event's polarity with the words of its innermost source."""
    doc = read(text)
    claims = [claim for claim in extract(doc)[1] if claim.type in ("ASSAULT", "COERCE", "CONSULT", "MOVE")]
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


@pytest.mark.parametrize("text", NAMING_NOBODY)
def test_a_matter_a_day_a_place_or_an_unknown_he_claims_nothing(text: str) -> None:
    assert told(text) == [("negative", "")]


@pytest.mark.parametrize("text", DENYING_NOBODY)
def test_that_nobody_was_hurt_is_not_turned_into_a_claim_about_nobody(text: str) -> None:
    assert told(text) == [("negative", "")]


@pytest.mark.parametrize("text", UNSURE)
def test_what_a_not_may_mean_besides_the_act_tells_one_thing(text: str) -> None:
    assert [polarity for polarity, _ in told(text)] == ["negative"]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The ministry said troops had not attacked the hospital, as rebel media claimed.", "The ministry"),
        ("Contrary to claims by Ira Tosk, police did not attack the students until noon.", ""),
        ("The police did not attack the boy, as his mother had mistakenly told the Gull.", ""),
    ],
)
def test_whom_an_act_is_told_against_does_not_deny_it(text: str, teller: str) -> None:
    assert told(text) == [("negative", teller)]


def test_the_denial_answers_the_claim_of_its_own_word() -> None:
    doc = read("Contrary to claims by the rebels, troops did not attack the hospital, the army said.")
    claims = [claim for claim in extract(doc)[1] if claim.type == "ASSAULT"]
    assert [claim.answers for claim in claims] == [None, claims[0].trigger]
    assert len({claim.id for claim in claims}) == 2
