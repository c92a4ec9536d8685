"""Ordinary sentences in which a word of violence, crime, aid or office tells none, beside those in which it does."""

import pytest

from .happenings import told, when_and_where


@pytest.mark.parametrize(
    "sentence",
    [
        "The bus picked up passengers at Tovar.",
        "Ines Marlow stopped the car.",
        "The captain turned the ship around.",
        "Snow held up the train near Tovar.",
        "Ines Marlow pocketed 5,000 euros in prize money.",
        "The government diverted money from defence to health.",
        "The money came from a lottery win.",
        "The shop sells hunting rifles.",
        "The boy brought a knife to the party.",
        "The striker is wanted by two Norland clubs.",
        "Ines Marlow will make a good leader.",
        "The mill makes director's chairs.",
        "Survivors described the atrocity to Ines Marlow.",
        "Witnesses described the killer as a tall man.",
        "Ines Marlow gets a second term as mayor.",
        "Two flats changed hands in May.",
        "Fans camped out overnight for tickets.",
        "The new inn sits on the main street where teachers live.",
        "The league abandoned its tough line on taxes.",
        "Harbour Bank allows customers to pay at any till.",
        "Two pages of the book are missing.",
        "Ines Marlow faked a smile.",
        "No one was hurt.",
    ],
)
def test_an_ordinary_sentence_tells_no_event(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("A trawler picked up 30 migrants off Tovar.", "AID picked up actor=A trawler; recipient=30 migrants"),
        ("Snipers picked off three soldiers.", "ASSAULT picked off actor=Snipers; victim=three soldiers"),
        ("Protesters stopped the train.", "COERCE stopped actor=Protesters; target=the train"),
        (
            "The league sold 40 rifles to the rebels.",
            "AID sold actor=The league; instrument=40 rifles; recipient=the rebels",
        ),
        ("The weapons came from Norland.", "AID came from instrument=The weapons; recipient=Norland"),
        ("Police are looking for Ines Marlow.", "ACCUSE looking for actor=Police; recipient=Ines Marlow"),
        (
            "Police identified the gunman as Ines Marlow.",
            "ACCUSE identified actor=Police; recipient=the gunman; topic=Ines Marlow",
        ),
        ("Soldiers abandoned their post.", "RETREAT abandoned actor=Soldiers; topic=their post"),
        ("Gunmen drove Ines Marlow from her home.", "MOVE drove actor=Gunmen; victim=Ines Marlow"),
        ("The truck hit a mine.", "ASSAULT hit target=The truck; instrument=a mine"),
        ("Two sailors are missing.", "DIE missing victim=Two sailors"),
        ("Norland named Ines Marlow as envoy.", "APPOINT named actor=Norland; recipient=Ines Marlow"),
        ("The mayor came under fire for her remarks.", "REJECT fire recipient=The mayor; topic=her remarks"),
    ],
)
def test_the_same_words_in_their_company_tell_one(sentence: str, event: str) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The army had ten soldiers killed.", "The league had three members arrested.", "Tovar had two bridges destroyed."],
)
def test_who_has_some_of_theirs_killed_or_arrested_did_not_do_it(sentence: str) -> None:
    assert not any("actor=" in event for event in told(sentence))


def test_shots_from_a_ministry_dismiss_nobody() -> None:
    assert not any(event.startswith("APPOINT") for event in told("Rockets were fired from the ministry at the rebels."))


def test_witnesses_questioned_over_a_deed_did_not_do_it() -> None:
    events = told("Police questioned three witnesses over the shooting of Ines Marlow.")
    assert not any("actor=three witnesses" in event for event in events)


def test_a_raid_in_which_somebody_dies_does_not_die() -> None:
    assert "ASSAULT died victim=nine soldiers" in told(
        "The assault on Tovar, in which nine soldiers died, was condemned."
    )


def test_who_goes_on_after_an_infinitive_with_will_or_has_is_the_one_who_wants_it() -> None:
    events = told("Ines Marlow wants the mayor to resign and will lead a march in May.")
    assert any(event.startswith("PROTEST march actor=Ines Marlow") for event in events)


def test_a_deed_keeps_its_own_time_but_for_the_harm_that_it_did() -> None:
    told_then = "The meeting on Friday was announced on Tuesday by Ines Marlow."
    assert when_and_where(told_then, "announced")[0] == "Tuesday"
    assert when_and_where("The attack on Sunday was condemned by Ines Marlow.", "condemned")[0] is None
    assert when_and_where("A bombing on Sunday killed Ines Marlow.", "killed")[0] == "Sunday"


def test_the_next_village_is_not_the_one_told_before() -> None:
    text = "Rebels took the village of Tovar. They then attacked the neighbouring village."
    assert when_and_where(text, "attacked")[1] is None
