"""Elections: who wins, who is beaten, and when the same words tell of a game, a war or a prize."""

import pytest

from .happenings import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ines Marlow won a third term in May.", "APPOINT won recipient=Ines Marlow; topic=a third term"),
        ("Ines Marlow won Tovar in the primaries.", "APPOINT won recipient=Ines Marlow; topic=Tovar"),
        ("Ines Marlow won, with 52 percent of the votes.", "APPOINT won recipient=Ines Marlow"),
        ("In the primaries Omar Haddad lost to Ines Marlow.", "APPOINT lost recipient=Omar Haddad; actor=Ines Marlow"),
        (
            "Omar Haddad was defeated by Ines Marlow in the caucuses.",
            "APPOINT defeated recipient=Omar Haddad; actor=Ines Marlow; topic=the caucuses",
        ),
        (
            "Ines Marlow's defeat of Omar Haddad surprised voters.",
            "APPOINT defeat actor=Ines Marlow; recipient=Omar Haddad",
        ),
        ("Voters wondered at Omar Haddad's defeat.", "APPOINT defeat recipient=Omar Haddad"),
        (
            "Omar Haddad's loss to Ines Marlow ended the primaries.",
            "APPOINT loss recipient=Omar Haddad; actor=Ines Marlow",
        ),
        ("Ines Marlow's victory in the election was narrow.", "APPOINT victory recipient=Ines Marlow"),
        ("Omar Haddad finished third in the primaries.", "APPOINT finished third recipient=Omar Haddad"),
        ("The inauguration of Ines Marlow is on Monday.", "APPOINT inauguration recipient=Ines Marlow"),
        ("A victory for Ines Marlow in the runoff was near.", "APPOINT victory recipient=Ines Marlow"),
        ("The defeat for Omar Haddad in the runoff was narrow.", "APPOINT defeat recipient=Omar Haddad"),
        ("The by-polls in Tovar are on Sunday.", "APPOINT by-polls"),
    ],
)
def test_who_wins_and_who_is_beaten_at_the_polls(text: str, event: str) -> None:
    assert event in told(text)


def test_a_win_is_one_of_an_election_by_the_sentences_around_it() -> None:
    assert "APPOINT won recipient=Ines Marlow" in told("The election drew many voters. Ines Marlow won.")
    assert told("The fair drew many visitors. Ines Marlow won.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Polls say Ines Marlow comes second.",
        "If Ines Marlow wins, voters will cheer.",
        "Had Ines Marlow won, voters would have left.",
    ],
)
def test_who_leads_or_might_win_has_not_won(text: str) -> None:
    assert not any(event.startswith("APPOINT") for event in told(text))


def test_an_election_that_somebody_wins_is_one_event_with_the_win() -> None:
    assert told("Ines Marlow won the election in 2031.") == ["APPOINT won the election recipient=Ines Marlow"]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Marlow won the race on Sunday.",
        "Ines Marlow won in Tovar.",
        "Voters said the mill had lost ground to Norland.",
        "Omar Haddad's loss of weight surprised the doctor.",
        "Ines Marlow finished third in the marathon.",
        "Ines Marlow's victory in the final was narrow.",
        "The league won the lottery.",
    ],
)
def test_a_game_or_a_prize_is_no_election(text: str) -> None:
    assert not any(event.startswith("APPOINT") for event in told(text))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army defeated the rebels near Tovar.", "ASSAULT"),
        ("Police beat Omar Haddad outside the polls.", "ASSAULT"),
        ("The candidate said the militants' defeat was near.", "ASSAULT"),
        ("The inauguration of the new bridge is on Monday.", "ESTABLISH"),
    ],
)
def test_the_same_words_of_a_war_a_beating_or_a_bridge(text: str, type_: str) -> None:
    assert any(event.startswith(type_) for event in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Voters and candidates waited. Tovar United won the cup.",
        "Voters and candidates waited. The swimmer Ines Marlow lost to Omar Haddad.",
        "Candidate Ines Marlow, who lost in court in May, greeted voters.",
        "Candidate Ines Marlow won an Oscar in 2029.",
        "Voters said Norland lost in the trade deal.",
        "Rebels won Tovar from the army before the election.",
        "The bank's loss in the quarter worried voters.",
        "Candidate Ines Marlow mourned her loss.",
        "Wages came third among voters.",
        "Candidate Ines Marlow won 30 percent of the shares in the mill.",
        "The win for the mill came after a vote of the shareholders.",
        "Tovar United beat Norland Rovers in the cup as the candidate looked on.",
    ],
)
def test_a_game_a_court_or_a_loss_of_money_is_no_election_though_voters_are_near(text: str) -> None:
    assert not any(event.startswith("APPOINT") for event in told(text))


def test_a_defeat_in_court_is_none_of_arms() -> None:
    assert told("Ines Marlow suffered a defeat in court.") == []


def test_those_who_are_fewer_in_a_vote_are_not_whom_it_refuses() -> None:
    assert "REJECT defeated topic=The motion" in told("The motion was defeated by 30 votes to 12.")
