"""A line for an event says what is said, by how many origins' account, and not that it is so."""

from dataclasses import replace

import pytest

from reportedly.assess.labels import in_words, kind_told, label, narrowest_told, title, when_told
from tests.assess.fiction import evidence
from tests.assess.planting import held, told


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-04-21/2025-04-30", "late April 2025"),
        ("2025-08-01/2025-08-10", "early August 2025"),
        ("2026-01-12/2026-01-18", "12 to 18 January 2026"),
        ("2026-01-14", "14 January 2026"),
        ("2025-06-12T08:40", "12 June 2025"),
        ("2025-06", "June 2025"),
        ("2024", "2024"),
        ("2023-10/..", "since October 2023"),
        ("../2025-06-13", "by 13 June 2025"),
        ("2025-07-30/2025-08-02", "30 July 2025 to 2 August 2025"),
        ("2025-13", "2025-13"),
    ],
)
def test_days_are_put_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_the_line_is_made_of_what_most_reports_give() -> None:
    found = label(evidence("visit-july"), 2)
    assert found == "attend, it is said: Veld Column / Saltmarch Brigade, 20 July 2025, Kumrak, by 2 origins' account"


def test_where_nobody_is_named_the_description_stands() -> None:
    account = told(
        "Two men were arrested.", "arrested", act="COERCE", mode="arrest", roles=(("recipient", "Two men", None),)
    )
    assert label(held(account), 1) == "arrest, it is said: Two men, by 1 origin's account"


def test_a_title_without_names_and_place_has_the_words_of_a_sentence() -> None:
    account = told(
        "It was said that the harbour fees were paid without delay on Monday.", "paid", act="AID", mode="aid"
    )
    assert title(held(account)) == "aid: “It was said that the harbour fees were paid without ...”"


def test_without_accounts_the_line_says_so() -> None:
    assert label(held()) == "nothing, it is said"
    assert title(held()) == "nothing"


def test_where_nobody_says_that_it_happened_the_line_says_what_is_said() -> None:
    denied = told("Nobody visited Velmouth.", "visited", act="CONSULT", mode="visit", place="Velmouth", negative=True)
    planned = told("They may visit Velmouth.", "visit", act="CONSULT", mode="visit", place="Velmouth", part="other")
    assert label(held(denied)) == "no visit, it is said: Velmouth"
    assert label(held(planned), 0) == "planned or possible visit, it is said: Velmouth, by 0 origins' account"


def test_the_date_of_an_event_is_what_most_tell_and_one_day_of_one_account_stands_beside_it() -> None:
    vague = [
        told("Men came to Velmouth in late April.", "came", outlet, time=("in late April", "2025-04-21/2025-04-30"))
        for outlet in ("Aral Post", "Daily Gull")
    ]
    exact = told("Men came to Velmouth on 27 April.", "came", "Ebb", time=("on 27 April", "2025-04-27"))
    evidence = held(*vague, exact)
    assert when_told(evidence) == "2025-04-21/2025-04-30"
    assert narrowest_told(evidence) == ("2025-04-27", (exact,))
    assert narrowest_told(held(exact)) is None
    tie = replace(evidence, kind="tie")
    assert (when_told(tie), narrowest_told(tie)) == ("2025-04-21/2025-04-30", None)


def test_type_and_mode_are_those_of_the_line() -> None:
    fairs = [told("Men came to a fair.", "came", "Ebb", act="CONSULT", mode="attend") for _ in range(2)]
    fairs[1] = replace(fairs[1], claim=replace(fairs[1].claim, trigger=fairs[0].claim.sentence))
    visits = [told("Men came.", "came", outlet, act="CONSULT", mode="visit") for outlet in ("Gull", "Tide")]
    evidence = held(*fairs, *visits)
    assert kind_told(evidence) == ("CONSULT", "visit")
    assert title(evidence) == "visit: “Men came.”"
