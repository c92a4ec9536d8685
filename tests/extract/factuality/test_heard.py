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


def heard(sentence: str, time: str, worth: float) -> Factuality:
    """The factuality of the word in brackets where the encoder hears one time and one number for all words."""
    start, text = sentence.index("["), sentence.replace("[", "").replace("]", "")
    found, places = words(text), columns()
    scores = np.zeros((len(found), WIDTH), np.float32)
    scores[:, places["time"].start + TAGS["time"].index(time)] = 6.0
    scores[:, places["factuality_uds"].start] = worth
    scored = Scored(Cut(text, found, marks(text, found), []), scores, np.zeros((0, WIDTH), np.float32), (), {})
    doc = replace(read(text), scored=scored)
    return factuality(doc, next(t.i for t in doc.tokens if t.start <= start < t.end))


PURPOSE = "The council paid the port to [improve] the harbour."


def test_a_purpose_that_two_heads_hear_as_reached_has_happened() -> None:
    found = heard(PURPOSE, NOT_AHEAD, 2.0)
    assert (found.certainty, found.temporality) == ("certain", "non_future")


@pytest.mark.parametrize(("time", "worth"), [(NOT_AHEAD, -1.0), (AHEAD, 2.0), (AHEAD, -1.0)])
def test_a_purpose_stays_ahead_where_either_head_sees_it_there(time: str, worth: float) -> None:
    found = heard(PURPOSE, time, worth)
    assert (found.certainty, found.temporality) == ("underspecified", "future")


def test_a_modal_of_its_own_leaves_nothing_to_ask() -> None:
    assert heard("The council will [improve] the harbour.", NOT_AHEAD, 2.0).temporality == "future"


def test_what_the_rules_take_for_past_stays_past() -> None:
    assert heard("The council [improved] the harbour.", AHEAD, -2.0).temporality == "non_future"


def test_doubt_that_is_no_purpose_stays() -> None:
    assert heard("The council was expected to [improve] it.", NOT_AHEAD, 2.0).certainty == "probable"
