"""Events by what a word means where it stands: what is said of somebody, what befalls them, what is only asked for."""

import pytest

from .happenings import told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norland called the ruling unlawful.", "REJECT called actor=Norland; topic=the ruling"),
        ("The bishop described the plan as a disgrace.", "REJECT described actor=The bishop; topic=the plan"),
        ("Ines Marlow called the mayor a liar.", "ACCUSE called actor=Ines Marlow; recipient=the mayor"),
    ],
)
def test_a_reproach_is_read_from_what_somebody_is_called(sentence: str, event: str) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize("sentence", ["The mayor called the feast historic.", 'The crew call Ines Marlow "the Heron".'])
def test_a_name_or_praise_is_no_reproach_and_no_call(sentence: str) -> None:
    assert told(sentence) == []


def test_somebody_who_is_declared_the_winner_or_made_minister_is_appointed() -> None:
    assert "APPOINT declared actor=The panel; recipient=Ines Marlow" in told(
        "The panel declared Ines Marlow the winner."
    )
    assert "APPOINT made recipient=Ines Marlow" in told("Ines Marlow was made minister in May.")


def test_what_befalls_somebody_is_told_after_have_and_want() -> None:
    assert any(e.startswith("SANCTION frozen") for e in told("The firm will have its accounts frozen by Norland."))
    assert any(e.startswith("MOVE displaced victim=Ninety families") for e in told("Ninety families remain displaced."))


def test_a_finite_verb_behind_a_wish_is_an_act_of_its_own() -> None:
    found = told("The union wants Marlow suspended and has asked the court to investigate.")
    assert [event.split()[0] for event in found] == ["REQUEST", "REQUEST"]


def test_all_that_is_asked_for_is_content() -> None:
    found = told("The league called on Norland to free the crew, to close the camp and to protect the clinic.")
    assert [event.split()[0] for event in found] == ["REQUEST"]
    assert len(told("The miners demanded compensation.")) == 1
    assert len(told("He promised to open an inquiry.")) == 1


def test_the_deed_that_somebody_is_charged_with_has_them_as_its_doer() -> None:
    found = told("The court held the two firms responsible for the massacre.")
    assert "ASSAULT massacre actor=the two firms" in found


@pytest.mark.parametrize("sentence", ["The paper printed the stolen letters.", "The exiled poet smiled."])
def test_a_participle_that_only_says_which_one_is_meant_is_no_event(sentence: str) -> None:
    assert not any(event.split()[1] in ("stolen", "exiled") for event in told(sentence))


def test_a_counted_participle_is_an_event() -> None:
    assert any(event.startswith("ASSAULT stolen") for event in told("The paper printed two stolen letters."))


def test_those_who_are_missing_are_victims_also_as_a_state_that_lasts() -> None:
    assert "DIE missing victim=Her brother" in told("Her brother has been missing since Tuesday.")
    assert told("The fans are missing their captain.") == []


def test_a_flood_does_harm_by_no_ones_act() -> None:
    assert any(event.startswith("DIE destroyed") for event in told("The flood destroyed three bridges."))
    assert any(event.startswith("ASSAULT destroyed") for event in told("The rebels destroyed three bridges."))


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Guards turned back two convoys.", "COERCE"),
        ("The raid drove 300 people from their homes.", "MOVE"),
        ("Two shells landed near the mill.", "ASSAULT"),
        ("The observer landed near the mill.", "MOVE"),
        ("Detectives interviewed the driver.", "ACCUSE"),
        ("The charity interviewed forty survivors.", "CONSULT"),
        ("Norland designated the league as a terrorist group.", "SANCTION"),
        ("The board designated Ines Marlow as its envoy.", "APPOINT"),
        ("Norland ordered the ambassador to leave within two days.", "SANCTION"),
        ("Ines Marlow is wanted in Norland over the fire.", "ACCUSE"),
        ("The premier sacked two ministers.", "APPOINT"),
        ("She was denied medicine by the guards.", "COERCE"),
        ("The ministry did not say where the crew was.", "SAY"),
    ],
)
def test_a_word_means_what_its_company_says(sentence: str, type_: str) -> None:
    assert [event.split()[0] for event in told(sentence)] == [type_]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland condemned the shelling of the camp by the league on Saturday, which left nine people dead.",
        "They took part in the assault on Tovar, in which nine people died.",
    ],
)
def test_those_who_die_in_violence_told_before_a_relative_clause_are_killed(sentence: str) -> None:
    assert any(event.startswith(("ASSAULT dead", "ASSAULT died")) for event in told(sentence))


def test_those_who_die_at_a_fair_told_before_a_relative_clause_are_not_killed() -> None:
    assert any(event.startswith("DIE died") for event in told("She spoke of the fair in which nine people died."))


def test_a_participle_that_only_says_who_is_meant_is_no_event() -> None:
    assert told("The army says those killed were rebels.") == []
    assert any(event.startswith("ASSAULT killed") for event in told("Those killed on Monday were rebels."))


def test_to_whom_somebody_speaks_while_saying_something_is_no_meeting() -> None:
    assert told("Speaking to editors in Tovar, Ines Marlow smiled.") == []


def test_what_is_going_on_is_no_general_truth() -> None:
    assert any(event.startswith("ACCUSE investigating") for event in told("Police are investigating the fire."))


def test_the_head_of_a_press_release_frees_nobody() -> None:
    assert told("FOR IMMEDIATE RELEASE") == []


def test_arms_that_reach_somebody_are_aid_and_a_ship_that_reaches_a_town_is_not() -> None:
    assert any(event.startswith("AID reached") for event in told("Nine shipments reached the league in May."))
    assert not any(event.startswith("AID") for event in told("The ferry reached Tovar at noon."))


def test_an_allegation_that_somebody_spreads_is_theirs() -> None:
    found = told("Norland is aware of allegations, circulated by the league, that a clinic was hit.")
    assert any(event.startswith("ACCUSE allegations") and "actor=the league" in event for event in found)


@pytest.mark.parametrize(
    "sentence", ["He got 12 years in the post.", "Forty singers were wanted for the choir.", "The mill was sold out."]
)
def test_a_word_of_crime_or_trade_means_none_without_its_company(sentence: str) -> None:
    assert told(sentence) == []
