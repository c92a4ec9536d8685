"""Fingerprints: what two reports surely have in common, and what they surely have not."""

import random
from dataclasses import replace
from itertools import combinations
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.fingerprints import ENOUGH, LEAST, RUN, SOON, TOGETHER, WINDOW, fingerprints, may_rely
from reportedly.link.wording import wording
from tests.link.wire import DERIVED, EDITED, OTHER, QUOTING, STORY, told

WORDS = [f"{a}{b}{c}ont" for a in "bdklmnrst" for b in ("a", "e", "ee", "o") for c in "dgklmnprst"]


def prints(text: str, published: str | None = None) -> frozenset[int]:
    return fingerprints(wording(replace(told(text), published=published)))


def invented(seed: int, length: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_copies_derived_and_quoting_reports_meet_and_others_do_not() -> None:
    for a, b in combinations((STORY, EDITED, DERIVED), 2):
        assert prints(a) & prints(b)
    assert prints(STORY) & prints(QUOTING)
    assert not any(prints(OTHER) & prints(each) for each in (STORY, EDITED, DERIVED, QUOTING))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 200), st.integers(0, 200))
def test_so_many_words_taken_over_are_always_found(seed: int, before: int, after: int) -> None:
    passage = invented(seed, WINDOW + RUN - 1)
    long = f"{invented(seed + 1, before)} {passage} {invented(seed + 2, after)}"
    assert set(prints(passage)) & set(prints(long))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=TOGETHER, max_size=12, unique=True), st.randoms())
def test_a_sentence_with_the_same_content_in_another_order_is_always_found(
    words: list[str], chance: random.Random
) -> None:
    turned = chance.sample(words, len(words))
    assert prints(f"The {' of the '.join(words)}.") & prints(f"{' and '.join(turned)} were there.".capitalize())


def test_a_line_printed_for_years_is_no_reason_to_compare_reports_of_different_weeks() -> None:
    line = "\n\nThe Aral Gull is printed daily at Fenriton and sold in every port of the coast from Holm to Brill."
    one, other = (prints(invented(seed, 300) + line, day) for seed, day in ((1, "2031-05-02"), (2, "2034-11-20")))
    shared = len(one & other)
    assert 0 < shared < ENOUGH
    assert may_rely(shared, len(one), SOON)
    assert may_rely(shared, len(one), None)
    assert not may_rely(shared, len(one), SOON + 1)
    assert not may_rely(0, len(one), 0)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(WINDOW + RUN - 1, 300))
def test_a_text_that_is_printed_again_after_years_is_compared(seed: int, length: int) -> None:
    text = invented(seed, length)
    first, again = (prints(text, day) for day in ("2031-05-02", "2034-11-20"))
    assert may_rely(len(first & again), min(len(first), len(again)), 1298)


def test_a_sentence_that_was_recast_is_found() -> None:
    assert prints("Crews from four trawlers threw lines to the burning vessel.") & prints(
        "Four trawlers came, and from them crews threw their lines over to a vessel that was burning."
    )


def test_a_recast_sentence_is_looked_for_in_its_month_and_just_over_its_end() -> None:
    report = told("Crews from four trawlers threw lines to the burning vessel.")
    recast = told("Four trawlers came, and from them crews threw their lines over to a vessel that was burning.")

    def meet(one: str | None, other: str | None) -> bool:
        a, b = (fingerprints(wording(replace(each, published=day))) for each, day in ((report, one), (recast, other)))
        return not a.isdisjoint(b)

    assert meet("2031-05-02", "2031-05-30")
    assert meet("2031-05-30", "2031-06-03")
    assert meet("2031-05", "2031-05-20")
    assert meet(None, None)
    assert not meet("2031-05-02", "2031-08-02")
    assert not meet("2031-05-02", "2033-05-02")


def test_fingerprints_fit_a_database_column_and_are_the_same_on_every_run() -> None:
    assert prints(OTHER) == prints(OTHER)
    assert all(0 <= each < 2**63 for each in prints(STORY + DERIVED + OTHER))
    assert prints("") == prints("it was he") == frozenset()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1_000), st.integers(1, 60))
def test_a_report_has_no_more_fingerprints_than_words(seed: int, sentences: int) -> None:
    text = ". ".join(invented(seed + i, 12).capitalize() for i in range(sentences)) + "."
    assert len(prints(text)) <= 12 * sentences / 6 + (LEAST - TOGETHER + 1) * sentences


def test_a_report_of_usual_length_takes_little_time() -> None:
    texts = [". ".join(invented(seed + i, 20).capitalize() for i in range(25)) for seed in range(0, 2_000, 100)]
    read = [wording(told(text)) for text in texts]
    begun = perf_counter()
    for each in read:
        fingerprints(each)
    assert (perf_counter() - begun) / len(read) < 0.05


def test_hostile_text_costs_no_more_than_its_length() -> None:
    begun = perf_counter()
    for text in ("word " * 200_000, "a.\n" * 100_000, invented(1, 60_000), "“" * 100_000):
        prints(text)
    assert perf_counter() - begun < 30
