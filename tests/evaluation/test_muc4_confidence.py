"""With what confidence made-up reports name an organisation, and how that is learned."""

from functools import cache

import numpy as np
import pytest

from evaluation.muc4_candidates import bracketed, candidates
from evaluation.muc4_confidence import CONSTANT, VALUES, Footing, cues, earned, probabilities, weights
from evaluation.muc4_files import Confidence
from evaluation.muc4_joined import naming
from evaluation.muc4_signs import Signs
from reportedly.model import Report
from reportedly.pipeline import Reader, Reading
from training.muc4_confidence import Asked, asked, crossed, fitted, rightness, ruled

CLAIMED = (
    "A bomb killed Mayor Abel Torno in Velmouth. The Quilmas Liberation Front claimed responsibility for the attack."
)
BLAMED = "Police said the Quilmas Liberation Front presumably murdered Mayor Abel Torno in Velmouth."
TOLD = "The Quilmas Liberation Front murdered Abel Torno in Velmouth."


@cache
def read(text: str) -> Reading:
    return next(iter(Reader(extractor="rules").read([Report(text, "one", language="en")])))


@cache
def signs(text: str) -> frozenset[str]:
    reading = read(text)
    strings = candidates(reading.annotated)
    (front,) = (each for each in strings if each.key == "quilmas liberation front")
    return Footing(Signs(reading)).of(naming(front, strings, bracketed(reading.annotated, strings)))


def test_signs_tell_who_takes_responsibility() -> None:
    assert {"taken", "taken:beside", "taken:itself", "in:claim"} <= signs(CLAIMED)
    assert not any(sign.startswith("taken") for sign in signs(TOLD))
    nobody = signs("No group claimed responsibility. The Quilmas Liberation Front murdered Mayor Abel Torno.")
    assert {"taken", "taken:not"} <= nobody
    assert "taken:itself" not in nobody


def test_signs_tell_whose_word_stands_behind_a_deed() -> None:
    assert {"a:authority", "a:presume", "a:unplain", "doc:presume", "s=quilmas liberation front"} <= signs(BLAMED)
    assert {"a:plain", "a:plain:own", "up:murder"} <= signs(TOLD)
    assert any(sign.startswith("by:attack:actor") and sign.endswith(":authority") for sign in signs(BLAMED))
    assert any(sign.startswith("by:attack:actor") and sign.endswith(":report") for sign in signs(TOLD))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (CLAIMED, "CLAIMED OR ADMITTED"),
        (TOLD, "REPORTED AS FACT"),
    ],
)
def test_the_shipped_weights_know_plain_cases(text: str, value: str) -> None:
    assert VALUES[int(earned(probabilities(signs(text))).argmax())] == value


def test_the_shipped_weights_doubt_what_is_presumed() -> None:
    fact = VALUES.index("REPORTED AS FACT")
    assert probabilities(signs(BLAMED))[fact] < probabilities(signs(TOLD))[fact]


def test_the_shipped_weights_are_a_number_for_each_value() -> None:
    assert {len(row) for row in weights().values()} == {len(VALUES)}
    assert CONSTANT in weights()
    assert probabilities(()).sum() == pytest.approx(1.0)


def test_the_words_have_kinds_and_small_letters() -> None:
    assert all(word == word.lower() and kinds for word, kinds in cues().items())
    assert "presume" in cues()["allegedly"]
    assert {"claim", "responsible"} <= cues()["responsibility"]


def test_a_general_value_earns_half_of_the_special_one() -> None:
    shares = np.zeros(len(VALUES))
    shares[VALUES.index("SUSPECTED OR ACCUSED BY AUTHORITIES")] = 1.0
    assert earned(shares)[VALUES.index("SUSPECTED OR ACCUSED")] == 0.5
    assert earned(shares).max() == 1.0


def test_an_organisation_of_the_key_is_asked_once_with_all_its_values() -> None:
    front = ("QUILMAS LIBERATION FRONT", "QLF")
    key = (Confidence(front, ("POSSIBLE",)), Confidence(front[:1], ("REPORTED AS FACT", "ACQUITTED")))
    (found,) = asked(7, read(TOLD), (*key, Confidence(("RED OWLS",), ("POSSIBLE",))))
    assert found == Asked(7, signs(TOLD), frozenset(["POSSIBLE", "REPORTED AS FACT"]))


def test_weights_are_learned_from_what_goes_with_a_value() -> None:
    rows = [
        Asked(65 * i, frozenset(["claim" if i % 2 else "other"]), frozenset([VALUES[0] if i % 2 else VALUES[1]]))
        for i in range(40)
    ]
    found = fitted(rows)
    assert found["claim"][0] > 0.2 > -0.2 > found["other"][0]
    assert crossed(rows) == 1.0
    assert rightness(rows, [0] * len(rows)) == 0.5


def test_the_rules_say_their_footing_or_the_most_frequent_value() -> None:
    assert VALUES[ruled(Asked(0, frozenset(["firm:admitted"]), frozenset()))] == "CLAIMED OR ADMITTED"
    assert VALUES[ruled(Asked(0, frozenset(["firm:None"]), frozenset()))] == "REPORTED AS FACT"
