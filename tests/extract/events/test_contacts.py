"""Contacts, arrests, payments and harms that plain verbs tell, and the dates that hold for them."""

import pytest

from tests.extract.events.happenings import happening, told, when_and_where


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The mayor of Velm and the bishop had only conferred, her office said.",
            "CONSULT conferred participant=The mayor of Velm; participant=the bishop",
        ),
        ("The two generals talked for an hour.", "CONSULT talked participant=The two generals"),
        ("A deputation came in early June, the abbot said.", "CONSULT came actor=A deputation"),
        (
            "Two men from Dorn were at the monks' chapel on 4 May.",
            "CONSULT were at actor=Two men from Dorn; host=the monks' chapel",
        ),
        ("Soldiers dragged Petra Saal from her flat.", "COERCE dragged actor=Soldiers; recipient=Petra Saal"),
        (
            "Petra Saal was taken from her home by soldiers.",
            "COERCE taken from her home recipient=Petra Saal; actor=soldiers",
        ),
        ("The council placed the club on a blacklist.", "SANCTION placed actor=The council; recipient=the club"),
        (
            "Petra Saal received 90,000 dinars from Marko Dorn.",
            "AID received recipient=Petra Saal; instrument=90,000 dinars; actor=Marko Dorn",
        ),
        (
            "A grenade exploded in the town hall.",
            "ASSAULT exploded instrument=A grenade; target=the town hall",
        ),
    ],
)
def test_plain_verbs_tell_contacts_arrests_payments_and_blasts(text: str, event: str) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Winter came in early June.",
        "The villagers talked of war.",
        "The boat was in Velm.",
        "The pilots spoke on condition of anonymity.",
    ],
)
def test_the_same_verbs_are_no_contacts_of_others(text: str) -> None:
    assert not any(line.startswith(("CONSULT", "MOVE")) for line in told(text))


def test_the_second_of_a_series_is_what_the_first_was() -> None:
    lines = told("The first envoy came in May. The second came on 9 June, and the first visit went well.")
    assert [line for line in lines if "second" in line] == ["CONSULT came actor=The second"]


def test_who_is_named_after_according_to_takes_no_part() -> None:
    assert told("The guards met at noon, according to Petra Saal.") == ["CONSULT met participant=The guards"]


@pytest.mark.parametrize("number", [("Eleven", 11), ("Seventeen", 17), ("Twenty-two", 22)])
def test_a_number_word_that_opens_a_sentence_counts(number: tuple[str, int]) -> None:
    word, value = number
    _, draft = happening(f"{word} sailors were killed in the raid.", "killed")
    assert draft.count is not None
    assert draft.count.value == value


def test_those_who_died_in_a_blast_and_the_blast_are_two_events() -> None:
    lines = told("Nine sailors died in an explosion at the mill.")
    assert [line.split()[:2] for line in lines] == [["ASSAULT", "died"], ["ASSAULT", "explosion"]]


def test_a_date_that_opens_a_sentence_holds_for_the_next_one() -> None:
    text = "On 4 May 2031 at 07:15 a mine went off in the mill. Nine sailors were wounded. The owner has gone to Velm."
    assert when_and_where(text, "went off")[0] == when_and_where(text, "wounded")[0] == "4 May 2031"


def test_such_a_meeting_is_the_one_told_before() -> None:
    lines = told("Petra Saal met Marko Dorn in Velm. The abbot spoke of such a meeting.")
    assert "CONSULT meeting participant=Petra Saal; participant=Marko Dorn" in lines


@pytest.mark.parametrize(
    "text",
    [
        "They asked not to be identified.",
        "The guards were not authorised to talk to reporters.",
    ],
)
def test_why_a_source_has_no_name_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The abbot called the claims baseless.", "REJECT called actor=The abbot; topic=the claims"),
        ("The guard dismissed the story as nonsense.", "REJECT dismissed actor=The guard; topic=the story"),
        ("Marko Dorn went to a wedding in July.", "CONSULT went to actor=Marko Dorn; topic=a wedding"),
        ("Two envoys went to Paris.", "CONSULT went to actor=Two envoys"),
        ("Norway sent a delegation to Paris.", "CONSULT sent actor=Norway; participant=a delegation"),
        ("The union dispatched an envoy to Paris.", "CONSULT dispatched actor=The union; participant=an envoy"),
        ("The union will run in the election.", "APPOINT run in actor=The union; topic=the election"),
    ],
)
def test_fixed_phrases_tell_denials_visits_and_candidacies(text: str, event: str) -> None:
    assert event in told(text)


def test_deaths_take_the_time_and_place_of_the_violence_told_of_the_dead() -> None:
    text = "All four men in the helicopter that was shot down over Oslo on Monday are believed to have died."
    assert when_and_where(text, "died") == ("Monday", "Oslo")


def test_whose_boat_sank_did_not_sink_it() -> None:
    assert not any("victim=refugees" in line for line in told("The navy met refugees whose boat sank on Monday."))


def test_a_congress_is_not_the_meeting_told_before() -> None:
    lines = told("Petra Saal met Marko Dorn in Oslo. The abbot stayed away from the congress.")
    assert not any("congress" in line for line in lines)
