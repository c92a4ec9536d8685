"""What those who are held are suspected of, and searches by the police."""

import pytest

from tests.extract.events.happenings import happening, told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Police arrested Omar Haddad on charges of corruption.",
            "ACCUSE charges topic=corruption; recipient=Omar Haddad",
        ),
        ("Omar Haddad was held on suspicion of bribery.", "ACCUSE suspicion topic=bribery; recipient=Omar Haddad"),
        ("Two men are being held on terrorism charges.", "ACCUSE charges recipient=Two men"),
        ("His arrest on charges of treason angered the guild.", "ACCUSE charges topic=treason; recipient=His"),
        ("Omar Haddad was arrested on suspicion of murder.", "ASSAULT murder actor=Omar Haddad"),
        ("Police also searched his Gull Bank office.", "COERCE searched actor=Police; recipient=his Gull Bank office"),
        ("The offices of Gull Bank were searched.", "COERCE searched recipient=The offices of Gull Bank"),
    ],
)
def test_a_charge_is_brought_against_those_who_are_held(text: str, event: str) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Suspicion of the guild grew.",
        "Omar Haddad was arrested on his way to a meeting about charges for water.",
        "Omar Haddad was arrested on suspicion of murder.",
    ],
)
def test_no_charge_is_told_without_those_it_is_brought_against(text: str) -> None:
    assert not any(event.startswith("ACCUSE") for event in told(text))


def test_a_suspicion_that_somebody_else_did_it_is_not_brought_against_who_is_held() -> None:
    events = told("Ines Marlow was detained on suspicion that the guard had killed a sailor.")
    assert not any(event.startswith("ACCUSE") for event in events)


def test_amid_charges_of_a_deed_the_doer_is_left_open() -> None:
    events = told("Omar Haddad was arrested amid allegations of an attack on the mill.")
    assert not any("actor=Omar Haddad" in event for event in events)


def test_the_charge_is_as_firm_as_the_arrest() -> None:
    doc, draft = happening("Police arrested Omar Haddad on charges of corruption.", "charges")
    assert draft.told_at is not None
    assert doc.tokens[draft.told_at].text == "arrested"


def test_rescuers_who_search_a_building_raid_nothing() -> None:
    assert not any(event.startswith("COERCE") for event in told("Rescuers searched the building for survivors."))
