"""Candidates for comparison: what is found for certain, whatever the order, and how many at most."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.fingerprints import ANCHORS, FULL, RUN, WINDOW, CopyIndex, fingerprints
from reportedly.link.wording import wording
from tests.link.wire import DERIVED, EDITED, OTHER, STORY, told

WORDS = [f"{a}{b}{c}" for a in "bdklmnrst" for b in ("a", "e", "ee", "o") for c in "dgklmnprst"]


def prints(text: str) -> tuple[int, ...]:
    return fingerprints(wording(told(text)))


def invented(seed: int, length: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_copies_and_derived_reports_are_candidates_and_others_are_not() -> None:
    index = CopyIndex()
    index.add("story", prints(STORY))
    index.add("other", prints(OTHER))
    assert index.add("edited", prints(EDITED)).refs == ("story",)
    assert set(index.add("derived", prints(DERIVED)).refs) == {"story", "edited"}


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 200), st.integers(0, 200))
def test_so_many_words_taken_over_are_always_found(seed: int, before: int, after: int) -> None:
    passage = invented(seed, WINDOW + RUN - 1)
    long = f"{invented(seed + 1, before)} {passage} {invented(seed + 2, after)}"
    assert set(prints(passage)) & set(prints(long))


def test_fingerprints_fit_a_database_column_and_are_the_same_on_every_run() -> None:
    assert prints(OTHER) == prints(OTHER)
    assert all(0 <= each < 2**63 for each in prints(STORY + DERIVED + OTHER))
    assert prints("too short a text") == ()
    assert len(prints("six words are just enough here")) == 1


def test_adding_a_report_twice_changes_nothing() -> None:
    index = CopyIndex()
    index.add("a", (1, 2))
    first = index.add("b", (2, 3))
    assert index.add("b", (2, 3)) == first
    assert index.blocks == {1: ["a"], 2: ["a", "b"], 3: ["b"]}


PRINTS = st.sets(st.integers(1, 6), min_size=1).map(lambda each: tuple(sorted(each)))
SMALL = st.dictionaries(st.sampled_from("abcdefgh"), PRINTS, min_size=1)


@given(SMALL, st.randoms())
def test_the_order_of_arrival_changes_no_pair(reports: dict[str, tuple[int, ...]], chance: random.Random) -> None:
    refs = list(reports)
    chance.shuffle(refs)
    index = CopyIndex()
    met = {frozenset((ref, other)) for ref in refs for other in index.add(ref, reports[ref]).refs}
    fresh = CopyIndex()
    for ref in sorted(reports):
        fresh.add(ref, reports[ref])
    pairs = {frozenset((ref, other)) for ref in reports for other in fresh.candidates(ref, reports[ref]).refs}
    assert index.blocks == fresh.blocks
    assert pairs <= met


@given(SMALL, st.data())
def test_a_report_taken_out_leaves_the_index_as_if_it_had_never_come(
    reports: dict[str, tuple[int, ...]], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(sorted(reports)))
    index, without = CopyIndex(), CopyIndex()
    for ref, each in reports.items():
        index.add(ref, each)
        if ref != gone:
            without.add(ref, each)
    index.remove(gone, reports[gone])
    assert index.blocks == without.blocks


def test_a_crowded_fingerprint_names_its_anchors_only() -> None:
    index = CopyIndex()
    refs = [f"{i:04d}" for i in range(4 * FULL)]
    for ref in refs:
        found = index.add(ref, (7, 8, 9))
    assert found.crowded == 3
    assert found.refs == tuple(refs[:ANCHORS])
    assert len(index.candidates(refs[0], (7, 8, 9)).refs) == len(refs) - 1


def test_a_stock_sentence_pairs_nobody_once_it_is_crowded() -> None:
    index = CopyIndex()
    refs = [f"{i:04d}" for i in range(4 * FULL)]
    for i, ref in enumerate(refs):
        found = index.add(ref, (7, 100 + i))
    assert found.refs == ()
    assert found.crowded == 1


def test_500_copies_hang_together_in_any_order() -> None:
    refs = [f"{i:04d}" for i in range(500)]
    random.Random(5).shuffle(refs)
    index = CopyIndex()
    asked = {ref: index.add(ref, (1, 2, 3)).refs for ref in refs}
    joined, ahead = {refs[0]}, [refs[0]]
    while ahead:
        ref = ahead.pop()
        fresh = {o for o, others in asked.items() if ref in others} | set(asked[ref])
        ahead.extend(fresh - joined)
        joined |= fresh
    assert joined == set(refs)


def test_taking_a_report_out_names_those_that_must_be_asked_again() -> None:
    index = CopyIndex()
    refs = [f"{i:04d}" for i in range(FULL + 2)]
    for ref in refs:
        index.add(ref, (7,))
    assert index.remove(refs[0], (7,)) == (refs[ANCHORS],)
    assert index.remove(refs[-1], (7,)) == tuple(refs[1:-1])
    assert index.remove("unknown", (7, 8)) == ()
