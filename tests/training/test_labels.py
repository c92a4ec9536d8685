from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.encoder.labels import best, bio, runs, spans, steps, words_in
from reportedly.encoder.words import words
from training.encoder.examples import tags

NAMES = bio(("Person", "Location"))
TEXT = "Mara Veld left Port Aral."


def at(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


def test_the_first_word_of_a_span_begins_it_and_the_others_are_inside() -> None:
    marked = [(*at("Mara Veld"), "Person"), (*at("Port Aral"), "Location")]
    found = tags(words(TEXT), marked, NAMES)
    assert [NAMES[i] for i in found] == ["B-Person", "I-Person", "O", "B-Location", "I-Location", "O"]


def test_of_spans_that_share_a_word_the_first_given_keeps_it() -> None:
    marked = [(*at("Port Aral"), "Location"), (*at("Aral"), "Person")]
    assert list(spans(tags(words(TEXT), marked, NAMES).tolist(), NAMES)) == [(3, 5, "Location")]


def test_a_class_without_begin_and_inside_is_set_on_every_word() -> None:
    assert tags(words(TEXT), [(*at("left Port"), "Predicate")], ("O", "Predicate")).tolist() == [0, 0, 1, 1, 0, 0]


def test_a_span_is_of_the_words_that_it_touches() -> None:
    found = words(TEXT)
    assert words_in(found, at("Veld")[0] + 1, at("left")[1]) == (1, 3)
    assert words_in(found, at(" left")[0], at(" left")[0] + 1) is None


@given(st.lists(st.integers(0, len(NAMES) - 1), max_size=12))
def test_the_best_row_never_goes_inside_what_did_not_begin(wanted: list[int]) -> None:
    scores = np.zeros((len(wanted), len(NAMES)), np.float32)
    scores[np.arange(len(wanted)), wanted] = 1.0
    path = ["O", *(NAMES[i] for i in best(scores, steps(NAMES)))]
    for before, label in pairwise(path):
        assert not label.startswith("I-") or before[2:] == label[2:]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["B-Person", "B-Location", "O"]), max_size=12))
def test_a_row_that_is_allowed_is_found_again(labels: list[str]) -> None:
    wanted = [NAMES.index(label) for label in labels]
    scores = np.zeros((len(wanted), len(NAMES)), np.float32)
    scores[np.arange(len(wanted)), wanted] = 5.0
    assert best(scores, steps(NAMES)) == wanted


def test_runs_are_unbroken() -> None:
    assert list(runs([True, True, False, True])) == [(0, 2), (3, 4)]
    assert list(runs([])) == []
