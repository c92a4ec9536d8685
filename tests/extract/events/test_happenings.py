"""Events by the words that carry them: phrases, negated answers, light verbs, and words that name no event."""

from collections.abc import Callable

import pytest

from reportedly.extract.events import words as event_words
from tests.extract.events.happenings import told

TOLD = (
    ("Ada Ilves abstained from the vote.", "REJECT abstained actor=Ada Ilves"),
    ("The injured driver was taken to hospital.", "AID taken to hospital recipient=The injured driver"),
    ("Omar Haddad left the Aral party in May.", "APPOINT left actor=Omar Haddad; recipient=the Aral party"),
    ("The union leader was behind bars on Monday.", "COERCE was behind bars recipient=The union leader"),
    ("The refugees fell from a bridge in Tarvik.", "DIE fell victim=The refugees"),
    (
        "The council amended the constitution on Friday.",
        "AGREE amended actor=The council; topic=the constitution",
    ),
    (
        "Ada Ilves bought two ferries from Norway.",
        "COOPERATE bought actor=Ada Ilves; instrument=two ferries; recipient=Norway",
    ),
    ("The mayor revoked the licence of the bank.", "SANCTION revoked actor=The mayor; topic=the licence of the bank"),
    ("Soldiers stood guard outside the palace.", "MOBILIZE stood guard actor=Soldiers"),
    (
        "Ada Ilves persuaded Omar Haddad to resign.",
        "REQUEST persuaded actor=Ada Ilves; recipient=Omar Haddad; topic=resign",
    ),
)


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_a_word_or_phrase_carries_its_event(text: str, event: str) -> None:
    assert event in told(text)


def test_an_answer_is_an_event_only_where_it_is_withheld() -> None:
    assert told("The ministry did not specify a date.") == ["SAY specify actor=The ministry; topic=a date"]
    assert told("The ministry specified a date on Monday.") == []


def test_a_light_verb_brings_up_a_deed_of_nobody_in_particular() -> None:
    assert told("Clashes broke out.") == ["ASSAULT Clashes"]


def test_a_phrase_is_shown_with_the_noun_that_qualifies_its_object() -> None:
    assert any(event.startswith("ACCUSE filed a murder case ") for event in told("Omar Haddad filed a murder case."))


@pytest.mark.parametrize("table", [event_words.verbs, event_words.nouns])
def test_no_line_of_a_word_stands_behind_one_that_always_fits(table: Callable[[], event_words.Entries]) -> None:
    for entries in table().values():
        open_ended: set[tuple[str, ...]] = set()
        for each in entries:
            assert each.words not in open_ended, each.words
            if not each.when:
                open_ended.add(each.words)
