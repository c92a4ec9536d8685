"""How far a claim can be trusted where the encoder reads along: made-up scores."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.extract.confidence import confidence
from reportedly.extract.draft import Draft
from reportedly.model import Annotated, EntityRef, Role, Span
from tests.annotate.reading import read

TEXT = "Rebels attacked a convoy near Port Aral. Others came to attack the harbour."


def scored(text: str, event: str, odds: float) -> Scored:
    """Scores that take one word for an event, with these odds, and no other."""
    found = words(text)
    scores = np.zeros((len(found), WIDTH), np.float32)
    for head in ("event", "predicate_uw", "event_ecb"):
        first = columns()[head].start
        scores[:, first] = 8.0
        if head == "event":
            scores[:, first + 2] = -20.0
        at = [text[a:b] for a, b in found].index(event)
        scores[at, first], scores[at, first + 1] = 0.0, odds
    return Scored(Cut(text, found, marks(text, found), []), scores, scores[:0], (), {})


def draft(doc: Annotated, word: str, **more: Any) -> Draft:
    """A draft whose trigger is a word of the report."""
    token = next(token for token in doc.tokens if token.text == word)
    bare = Draft(token.i, Span(token.start, token.end), "event", type="ASSAULT", confidence=0.77)
    return replace(bare, **more)


@pytest.fixture(scope="module")
def doc() -> Annotated:
    return read(TEXT)


def test_without_scores_the_rules_confidence_stays(doc: Annotated) -> None:
    assert confidence(replace(doc, scored=None), draft(doc, "attacked")) == 0.77


def test_a_word_that_the_encoder_takes_for_an_event_is_trusted_more(doc: Annotated) -> None:
    sure, unsure = (replace(doc, scored=scored(TEXT, "attacked", odds)) for odds in (4.0, -4.0))
    assert confidence(sure, draft(doc, "attacked")) > confidence(unsure, draft(doc, "attacked")) + 0.2


def test_what_is_only_an_aim_is_trusted_less(doc: Annotated) -> None:
    told = confidence(replace(doc, scored=scored(TEXT, "attacked", 3.0)), draft(doc, "attacked"))
    aimed = confidence(replace(doc, scored=scored(TEXT, "attack", 3.0)), draft(doc, "attack"))
    assert aimed < told


def test_names_and_participants_raise_it(doc: Annotated) -> None:
    seen = replace(doc, scored=scored(TEXT, "attacked", 1.0))
    role = Role("actor", Span(0, 6))
    named = replace(role, entity=EntityRef("1" * 32, "Rebels", "Organization"))
    bare, one, known = (confidence(seen, draft(doc, "attacked", roles=roles)) for roles in ((), (role,), (named,)))
    assert bare < one < known


def test_no_head_is_asked_about_ties(doc: Annotated) -> None:
    tie: dict[str, Any] = {"kind": "tie", "type": None, "tie": "leader"}
    found = {
        confidence(replace(doc, scored=scored(TEXT, "attacked", odds)), draft(doc, "attacked", **tie))
        for odds in (-4.0, 4.0)
    }
    assert len(found) == 1


def test_a_trigger_outside_all_words_says_nothing(doc: Annotated) -> None:
    none = replace(doc, scored=scored("attacked", "attacked", 4.0))
    assert 0.5 < confidence(none, draft(doc, "convoy")) < 0.9


def test_a_deed_of_nobody_in_particular_is_trusted_less(doc: Annotated) -> None:
    told = replace(doc, scored=scored(TEXT, "attacked", 2.0))
    assert confidence(told, draft(doc, "attacked", is_bare=True)) < confidence(told, draft(doc, "attacked"))
