"""Verbs and nouns of known events are acts; persons, things and times that share a word with one are not."""

from dataclasses import replace

from reportedly.link.events_acts import acts
from reportedly.link.lexicon import words
from reportedly.model import Mention, Span
from tests.link.parsed import tokens

TOLD = (
    "Gunmen/NOUN/nsubj/1 hit/VERB/ROOT/1 a/DET/det/3 prison/NOUN/dobj/1 after/ADP/prep/1 the/DET/det/6 raid/NOUN/pobj/4"
)


def acts_in(told: str) -> list[str]:
    doc = tokens(told)
    return [doc.tokens[i].text for i in acts(doc)]


def test_verbs_and_known_nouns_are_acts_and_things_are_not() -> None:
    assert acts_in(TOLD) == ["hit", "raid"]


def test_a_word_that_only_describes_another_is_no_act() -> None:
    assert acts_in("murder/NOUN/compound/1 trial/NOUN/ROOT/1") == ["trial"]
    assert acts_in("a/DET/det/2 wanted/VERB/amod/2 man/NOUN/ROOT/2") == []


def test_a_noun_that_stands_for_somebody_is_no_act() -> None:
    doc = tokens("the/DET/det/1 defence/NOUN/nsubj/2 slept/VERB/ROOT/2")
    assert list(acts(doc)) == [1, 2]
    body = Mention(Span(0, 11), 0, 2, 1, "description", "LegalEntity")
    assert list(acts(replace(doc, mentions=(body,)))) == [2]


def test_an_empty_report_holds_no_act() -> None:
    assert acts_in("") == []


def test_things_are_lower_case_words() -> None:
    assert all(word == word.lower().strip() for word in words("events_things.tsv"))
    assert {"prison", "bomb", "year"} <= words("events_things.tsv")
