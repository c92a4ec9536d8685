"""What the encoder changes in how firmly an act is told, with scores made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.extract.factuality.factuality import factuality
from reportedly.model import Factuality
from tests.annotate.reading import read

NOT_AHEAD, AHEAD = "NON_FUTURE", "FUTURE"


def heard(sentence: str, time: str, sure: float = 6.0) -> Factuality:
    """The factuality of the word in brackets where the encoder hears one time for all words, so much above others."""
    start, text = sentence.index("["), sentence.replace("[", "").replace("]", "")
    found, places = words(text), columns()
    scores = np.zeros((len(found), WIDTH), np.float32)
    scores[:, places["time"].start + TAGS["time"].index(time)] = sure
    scored = Scored(Cut(text, found, marks(text, found), []), scores, np.zeros((0, WIDTH), np.float32), (), {})
    doc = replace(read(text), scored=scored)
    return factuality(doc, next(t.i for t in doc.tokens if t.start <= start < t.end))


PURPOSE = "The council paid 300 crowns to help the port by [improving] the harbour."


def test_a_purpose_that_the_encoder_surely_hears_as_reached_has_happened() -> None:
    found = heard(PURPOSE, NOT_AHEAD)
    assert (found.certainty, found.temporality) == ("certain", "non_future")


@pytest.mark.parametrize(("time", "sure"), [(NOT_AHEAD, 1.0), (AHEAD, 6.0)])
def test_a_purpose_stays_ahead_where_the_encoder_is_not_sure(time: str, sure: float) -> None:
    found = heard(PURPOSE, time, sure)
    assert (found.certainty, found.temporality) == ("underspecified", "future")


@pytest.mark.parametrize("sentence", ["The council will [improve] it.", "The council paid the port to [improve] it."])
def test_an_infinitive_leaves_nothing_to_ask(sentence: str) -> None:
    assert heard(sentence, NOT_AHEAD).temporality == "future"


def test_what_the_rules_take_for_past_stays_past() -> None:
    assert heard("The council [improved] the harbour.", AHEAD).temporality == "non_future"


def test_doubt_that_is_no_purpose_stays() -> None:
    assert heard("An [improvement] was expected.", NOT_AHEAD).certainty == "probable"
