"""The event lexicons: their form, and what a few words mean."""

from collections.abc import Callable
from typing import get_args

import pytest

from reportedly.extract.events import conditions
from reportedly.extract.events import words as event_words
from reportedly.model import EventType, RoleName

CODES = {
    "@harm", "@hit", "@rt", "@rtg", "@rob", "@aid", "@for", "@host", "@guest", "@talk", "@promise", "@men", "@from",
    "@ground", "@kin", "@force", "@launch", "@with", "@in", "@visited", "@named", "@site", "@cap", "@capo", "@signer",
    "@doing",
}  # fmt: skip


@pytest.mark.parametrize("name", ["event_verbs.tsv", "event_phrases.tsv", "event_nouns.tsv", "event_adjectives.tsv"])
def test_every_line_of_an_event_lexicon_has_a_known_type_mode_and_frame(name: str) -> None:
    modes = {tuple(row) for row in event_words.rows("modes.tsv")}
    for words, kind, mode, frame, _ in event_words.rows(name):
        assert words == " ".join(words.lower().split())
        assert kind in get_args(EventType), words
        assert (kind, mode) in modes, words
        assert frame in event_words.frames(), words


def test_conditions_are_of_known_names() -> None:
    names = {*conditions.TESTS, *conditions.OBJECT_KINDS}
    for table in (event_words.verbs(), event_words.nouns(), event_words.adjectives()):
        for entries in table.values():
            assert {test.name.removeprefix("!") for each in entries for test in each.when} <= names


def test_frames_name_roles_or_known_codes() -> None:
    roles = {*get_args(RoleName), *CODES, "-", "s", "o"}
    for frame in event_words.frames().values():
        slots = (frame.subject, frame.alone, frame.object, frame.dative, frame.clause, frame.of, frame.possessor)
        assert {slot for slot in slots if slot} | set(frame.prepositions.values()) <= roles, frame.name


def test_the_lexicon_is_broad() -> None:
    assert sum(map(len, event_words.verbs().values())) > 900
    assert sum(map(len, event_words.nouns().values())) > 500


@pytest.mark.parametrize("verb", ["say", "tell", "report", "add"])
def test_plain_reporting_verbs_are_no_events(verb: str) -> None:
    assert verb in event_words.reporting_verbs()
    assert all(len(each.words) > 1 or each.when for each in event_words.verbs().get(verb, ()))


def test_common_nouns_have_known_classes() -> None:
    kinds = {"person", "group", "place", "vehicle", "weapon", "abstract"}
    assert set(event_words.noun_classes().values()) <= kinds
    assert event_words.noun_classes()["villager"] == "person"


def test_light_verbs_are_of_three_kinds() -> None:
    found = event_words.light_verbs()
    assert {kind for rest in found.values() for kind in rest.values()} == {"active", "passive", "occur"}
    assert found["carry"][("out",)] == "active"


@pytest.mark.parametrize(
    ("words", "member"),
    [
        (event_words.countries, "norway"),
        (event_words.measures, "dozens"),
        (event_words.sport_words, "goalkeeper"),
        (event_words.election_words, "voters"),
        (event_words.false_friends, "death row"),
        (event_words.slugs, "updated"),
    ],
)
def test_plain_word_lists_are_in_lower_case_and_hold_what_they_should(
    words: Callable[[], frozenset[str]], member: str
) -> None:
    assert member in words()
    assert all(word == word.strip().lower() for word in words())


def test_currencies_are_units_of_money() -> None:
    assert {"crown", "dollar", "rupee"} <= event_words.currencies()
    assert all(word == word.lower().strip() for word in event_words.currencies())


def test_number_words_have_values() -> None:
    assert event_words.number_words()["dozen"] == 12
    assert event_words.number_words()["ninety"] == 90
