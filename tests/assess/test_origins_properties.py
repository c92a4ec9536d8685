"""What must hold of origins whatever is told: random stories of copies, credits, versions, denials and withdrawals."""

import time
from dataclasses import dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.origins import Origins, origins
from reportedly.linked import Passage, ReportEdge
from tests.assess.told import (
    DENIED,
    Source,
    Told,
    Way,
    copied_by,
    count,
    evidence,
    found,
    nobody,
    officials,
    outlet,
    paper,
    people,
    person,
    told,
)  # fmt: skip

OUTLETS = ("Reach Wire Agency", "Aral Gull", "Evening Tide", "Radio Kumrak")
DAYS = ("2025-05-01", "2025-05-02", "2025-05-03", None)
SOURCES: tuple[tuple[Source, ...], ...] = (
    (),
    (nobody(),),
    (person("Jorun Pask"),),
    (person("Ina Dorr"),),
    (officials("two officials"),),
    (officials("an official", "a guard"),),
    (people("a sailor"),),
    (paper("a court order"),),
    (Source("named_organisation", ("police",)),),
    (officials("a police spokesman"),),
    (officials("the mayor"),),
)
WORDS = (
    "It is said by Jorun Pask, Ina Dorr, two officials, an official, a guard, a sailor, police, a police spokesman, "
    "the mayor and a court order"
)


@dataclass(frozen=True)
class Move:
    """One more report: by which outlet, on which day, from which sources, crediting whom, taken from which before.

    `line` is an outlet credited in the dateline (`whole`) or beside.
    """

    by: int
    day: int
    sources: int
    credits: int | None
    taken: int | None
    version: bool
    denies: bool
    line: int | None
    whole: bool


MOVES = st.builds(
    Move,
    st.integers(0, len(OUTLETS) - 1),
    st.integers(0, len(DAYS) - 1),
    st.integers(0, len(SOURCES) - 1),
    st.none() | st.integers(0, len(OUTLETS) - 1),
    st.none() | st.integers(0, 9),
    st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, len(OUTLETS) - 1),
    st.booleans(),
)
STORIES = st.lists(MOVES, max_size=9).map(lambda moves: played(moves))
SOME = settings(max_examples=150, deadline=None)


def played(moves: list[Move]) -> list[Told]:
    """The reports that the moves make, each in words of its own."""
    story: list[Told] = []
    for number, move in enumerate(moves):
        sources = SOURCES[move.sources]
        words = WORDS
        if move.credits is not None:
            words = f"{WORDS} and {OUTLETS[move.credits]}"
            sources = (outlet(OUTLETS[move.credits]), *sources)
        text = f"{words}, number {number}."
        way = DENIED if move.denies else Way()
        fresh = told(OUTLETS[move.by], text, *sources, day=DAYS[move.day], way=way)
        if move.taken is not None and move.taken < len(story):
            fresh = fresh.taking_from(story[move.taken], "version" if move.version else "copy")
        if move.line is not None:
            fresh = fresh.credited(OUTLETS[move.line], move.whole)
        story.append(fresh)
    return story


def keys(origins_found: Origins) -> set[str]:
    """The keys of the roots that count."""
    return {root.key for root in origins_found.roots if root.kind != "withdrawn"}


@SOME
@given(STORIES, st.integers(0, 9), st.sampled_from([*OUTLETS, "Fresh Copy"]), st.sampled_from(DAYS))
def test_a_copy_never_raises_the_count(story: list[Told], which: int, by: str, day: str | None) -> None:
    if which < len(story):
        first = story[which].report
        if (by, day or first.published) != (first.publisher, first.published):
            assert count(*story, copied_by(by, story[which], day)) <= count(*story)


@SOME
@given(STORIES, st.integers(0, 9), st.integers(0, len(SOURCES) - 1))
def test_a_second_version_never_raises_the_count(story: list[Told], which: int, sources: int) -> None:
    if which < len(story) and story[which].accounts[0].part == "account":
        first = story[which]
        second = told(first.report.publisher, f"{WORDS}, once more.", *SOURCES[sources], day="2025-05-04")
        assert count(*story, second.taking_from(first, "version", aligned=False)) <= count(*story)


@SOME
@given(STORIES, st.sampled_from(OUTLETS), st.integers(0, len(SOURCES) - 1))
def test_a_denial_changes_no_origin(story: list[Told], by: str, sources: int) -> None:
    denied = told(by, f"{WORDS}, denied.", *SOURCES[sources], way=DENIED)
    assert keys(found(*story, denied)) == keys(found(*story))


@SOME
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_accounts_edges_and_citations_changes_nothing(story: list[Told], random: Random) -> None:
    held = evidence(*story)
    mixed = replace(
        held,
        accounts=tuple(random.sample(held.accounts, len(held.accounts))),
        edges=tuple(random.sample(held.edges, len(held.edges))),
        citations=tuple(random.sample(held.citations, len(held.citations))),
    )
    assert origins(mixed) == origins(held)


@SOME
@given(STORIES, st.integers(0, len(SOURCES) - 1))
def test_one_more_report_that_relies_on_nothing_never_lowers_the_count(story: list[Told], sources: int) -> None:
    more = told("Harbour Letter", f"{WORDS}, besides.", *SOURCES[sources], day="2025-05-02")
    before, after = found(*story), found(*story, more)
    assert before.count <= after.count  # in a ring of credits the root may be another member's source
    assert after.count <= before.count + max(1, len(SOURCES[sources][0].words) if SOURCES[sources] else 1)


@SOME
@given(STORIES, st.integers(0, 9))
def test_withdrawing_a_report_leaves_no_root_that_never_having_it_would_not(story: list[Told], which: int) -> None:
    if which < len(story):
        without = [each for place, each in enumerate(story) if place != which]
        lost = [each.withdrawn() if place == which else each for place, each in enumerate(story)]
        never, withdrawn = found(*without), found(*lost)
        assert keys(withdrawn) <= keys(never)
        if not any(root.kind == "withdrawn" for root in withdrawn.roots):
            assert keys(withdrawn) == keys(never)


@SOME
@given(STORIES)
def test_every_account_reaches_a_root_and_every_root_is_reached(story: list[Told]) -> None:
    result = found(*story)
    assert all(result.reaches.values())
    assert {key for some in result.reaches.values() for key in some} == {root.key for root in result.roots}
    assert (result.count == 0) <= (not keys(result))


def test_five_hundred_copies_are_one_origin_in_less_than_a_second() -> None:
    story = told("Reach Wire Agency", "Two officials said a delegation came.", officials("Two officials"))
    copies = [copied_by(f"Paper {number:03}", story) for number in range(500)]
    start = time.perf_counter()
    assert count(story, *copies) == 1
    assert time.perf_counter() - start < 1


def test_copies_of_each_other_are_one_origin_and_show_one_step_each() -> None:
    story = told("Reach Wire Agency", "Two officials said a delegation came.", officials("Two officials"))
    copies = [copied_by(f"Paper {number:03}", story) for number in range(150)]
    span = story.accounts[0].claim.sentence
    passages = (Passage(span, span, "verbatim"),)
    ids = [story.report.id, *(copy.report.id for copy in copies)]
    edges = tuple(
        ReportEdge(a, b, "copy", 1.0, "the same", passages) for at, a in enumerate(ids) for b in ids[at + 1 :]
    )
    result = origins(replace(evidence(story, *copies), edges=edges))
    assert {root.label for root in result.roots} == {"two officials to Reach Wire Agency"}
    assert len(result.steps) == 151


def test_a_ring_of_three_hundred_credits_is_one_origin() -> None:
    ring = [
        told(f"Paper {n:03}", f"Men came, Paper {(n + 1) % 300:03} said.", outlet(f"Paper {(n + 1) % 300:03}"))
        for n in range(300)
    ]
    start = time.perf_counter()
    result = found(*ring)
    assert time.perf_counter() - start < 2
    assert [root.kind for root in result.roots] == ["circular"]
    assert "297 more cite each other" in result.roots[0].label


def test_a_chain_of_two_thousand_credits_is_followed_to_its_end() -> None:
    first = told("Paper 0", "Men came, a guard said.", people("a guard"))
    chain = [told(f"Paper {n}", f"Men came, Paper {n - 1} said.", outlet(f"Paper {n - 1}")) for n in range(1, 2000)]
    assert {root.label for root in found(first, *chain).roots} == {"a guard to Paper 0"}


def test_many_reports_that_credit_many_of_one_outlet_are_counted_in_time() -> None:
    wire = [told("Wire", f"Men came, it is number {n}.") for n in range(300)]
    citing = [told(f"Paper {n}", "Men came, Wire said.", outlet("Wire")) for n in range(300)]
    start = time.perf_counter()
    assert count(*wire, *citing) == 1
    assert time.perf_counter() - start < 3


def test_reports_that_draw_on_a_long_chain_of_an_agencys_are_counted_in_time() -> None:
    wire = [told("Wire", "Men came, it is number 0.")]
    for n in range(1, 200):
        wire.append(told("Wire", f"Men came, it is number {n}.").taking_from(wire[-1], "derived", aligned=False))
    citing = [
        told(f"Paper {n}", f"Men came, Wire said {n}.", outlet("Wire")).taking_from(wire[n], "derived", aligned=False)
        for n in range(200)
    ]
    start = time.perf_counter()
    assert count(*wire, *citing) == 1
    assert time.perf_counter() - start < 2


def test_a_report_that_tells_it_a_thousand_times_is_counted_in_time() -> None:
    text = " ".join(f"Men came {n}." for n in range(1000)) + " A guard said so."
    last = told("Ebb", text, people("A guard"), sentence="A guard said so.")
    start = time.perf_counter()
    assert count(last.also(*(told("Ebb", text, sentence=f"Men came {n}.") for n in range(1000)))) == 1
    assert time.perf_counter() - start < 3
