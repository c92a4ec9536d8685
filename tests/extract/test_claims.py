"""Which drafts become claims, with made-up scores."""

from dataclasses import replace

import numpy as np
import pytest

from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.extract.claims import extract
from reportedly.extract.events.events import events
from reportedly.model import Annotated
from tests.annotate.reading import read

AHEAD = "Port Aral was quiet. There are plans for raids."
BEHIND = "Port Aral was quiet. There were fears after raids."


def heard(text: str, event: float) -> Annotated:
    """The text with scores that take every word for an event, by so much."""
    found = words(text)
    scores = np.zeros((len(found), WIDTH), np.float32)
    scores[:, columns()["event"].start + 1] = event
    for cue in ("cue", "cue_nested"):
        scores[:, columns()[cue].start] = 8.0
    return replace(read(text), scored=Scored(Cut(text, found, marks(text, found), []), scores, scores[:0], (), {}))


def triggers(doc: Annotated) -> list[str]:
    """The triggers of the claims."""
    return [doc.text_of(claim.trigger) for claim in extract(doc)[1]]


def test_a_deed_of_nobody_in_particular_is_a_claim_where_it_lies_ahead_and_is_surely_an_event() -> None:
    assert "raids" in triggers(heard(AHEAD, 8.0))


def bare(doc: Annotated) -> list[str]:
    """The triggers of the bare drafts."""
    return [doc.text_of(draft.trigger) for draft in events(doc) if draft.is_bare]


@pytest.mark.parametrize(("text", "event"), [(AHEAD, 0.0), (BEHIND, 8.0)])
def test_it_is_none_where_it_is_done_or_the_encoder_is_not_sure(text: str, event: float) -> None:
    doc = heard(text, event)
    assert "raids" in bare(doc)
    assert "raids" not in triggers(doc)


@pytest.mark.parametrize("text", ["There are plans for a ceremony.", "There are plans for a capture."])
def test_words_that_are_no_event_without_people_give_no_bare_draft(text: str) -> None:
    assert bare(heard(text, 8.0)) == []


def test_the_rules_alone_leave_it_out() -> None:
    assert "raids" not in triggers(replace(read(AHEAD), scored=None))


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        ("The verdict is due in May.", True),
        ("The ruling could come on Monday.", True),
        ("The verdict came in May.", False),
    ],
)
def test_what_a_verb_puts_ahead_is_not_done_though_the_encoder_hears_it_so(text: str, is_ahead: bool) -> None:
    doc = heard(text, 8.0)
    assert doc.scored is not None
    doc.scored.scores[:, columns()["time"].start + TAGS["time"].index("FUTURE")] = -20.0
    found = [claim for claim in extract(doc)[1] if claim.factuality.temporality == "future"]
    assert bool(found) == is_ahead
