"""Who takes part in an event: through clauses, lists, owners, meetings and means."""

import pytest

from tests.extract.happenings import told, when_and_where

SHARED = (
    (
        "The union and the guild have denied the fee was paid and rejected statements by the mayor.",
        "REJECT rejected actor=The union; actor=the guild; topic=statements by the mayor; recipient=the mayor",
    ),
    (
        "Aral jets fired six rockets destroying the bridge.",
        "ASSAULT destroying actor=Aral jets; target=the bridge",
    ),
    (
        "Police charged Omar Haddad with theft.",
        "ACCUSE charged actor=Police; recipient=Omar Haddad; topic=theft",
    ),
    (
        "The court rejected an appeal from Omar Haddad.",
        "REJECT rejected actor=The court; topic=an appeal from Omar Haddad; recipient=Omar Haddad",
    ),
    (
        "The governor in a meeting with Ada Ilves said the road was closed.",
        "CONSULT meeting participant=The governor; participant=Ada Ilves",
    ),
    (
        "She held a first round of talks with Omar Haddad.",
        "CONSULT talks participant=She; participant=Omar Haddad",
    ),
    (
        "Omar Haddad was killed in clashes with the army.",
        "ASSAULT clashes participant=Omar Haddad; participant=the army",
    ),
    (
        "Police arrested activists, including Ada Ilves and Omar Haddad.",
        "COERCE arrested actor=Police; recipient=activists; recipient=Ada Ilves; recipient=Omar Haddad",
    ),
    (
        "In support of the Ilves government, Aral jets bombed the camp.",
        "SUPPORT support recipient=the Ilves government; actor=Aral jets",
    ),
    (
        "Forty miners were killed in the massacre in Tarvik.",
        "ASSAULT massacre victim=Forty miners",
    ),
    (
        "The attack on the camp was led by an alliance of clans.",
        "ASSAULT attack target=the camp; actor=an alliance of clans",
    ),
    ("The rebels fought for the town.", "ASSAULT fought participant=The rebels; target=the town"),
    ("The army destroyed nine Haddad tanks.", "ASSAULT destroyed actor=The army; target=nine Haddad tanks"),
)


@pytest.mark.parametrize(("text", "event"), SHARED)
def test_those_who_take_part_are_found_beyond_the_nearest_phrase(text: str, event: str) -> None:
    assert event in told(text)


def test_the_owner_of_what_is_rejected_is_not_the_one_who_rejects() -> None:
    assert "REJECT rejected actor=Ada Ilves; topic=her claim" not in told("Omar Haddad rejected her claim.")
    assert all("recipient=his" not in line for line in told("Omar Haddad abandoned and rejected his claim."))


def test_a_sum_of_money_receives_nothing() -> None:
    assert all("recipient=$" not in line for line in told("Omar Haddad was granted bail of $2,000."))


def test_the_place_of_what_is_talked_about_is_not_that_of_the_talk() -> None:
    assert when_and_where("Ada Ilves spoke out about the arrest of Omar Haddad in Port Aral.", "spoke out")[1] is None


def test_a_month_is_no_march() -> None:
    assert all("March" not in line for line in told("TARVIK, 24 March - The ferry was late in March."))
