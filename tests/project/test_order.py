"""Neither the order in which reports arrive nor what was done to them and taken back changes any answer.

Random sequences of adding, withdrawing, correcting, restoring, reading again, judging and undoing are held against a
fresh project in which the reports that stand are added in another order and the judgements in force are made again.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import Stop
from reportedly.link import blocks
from reportedly.project import Project, clustering, recent
from reportedly.store import Store, create
from tests.conftest import empty
from tests.planting import QUICK
from tests.project.state import answers, parted, tables, whole
from tests.project.worlds import EVERY_STEP, Draft, Play, Said, Step, drafts, extracted, report_of, steps

SOME = settings(QUICK, max_examples=15)
DAYS = ("2025-05-02", "2025-05-04")


@pytest.fixture(scope="module")
def two_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder: Path = tmp_path_factory.mktemp("worlds")
    stores = create(str(folder / "lived.db")), create(str(folder / "fresh.db"))
    yield stores
    for each in stores:
        each.close()


def afresh(store: Store) -> Project:
    """A project without anything in it."""
    empty(store)
    return Project(store)


def rebuilt(store: Store, play: Play, random: Random, standing_only: bool) -> Project:
    """A fresh project with the reports of a play in another order, and the judgements in force."""
    project = afresh(store)
    places = sorted(play.standing() if standing_only else play.readings)
    random.shuffle(places)
    for place in places:
        project.keep(extracted(play.drafts[place], play.readings[place]), f"planted/{play.readings[place]}")
        if random.random() < 0.3:
            project.casebook.link()
    for judgement in play.in_force():
        with suppress(Stop):  # made before its report came; refused where the claim has no such field
            project.desk.judge(judgement)
    if not standing_only:
        for place, replacement in sorted(play.gone.items()):
            if replacement is None:
                project.desk.withdraw(report_of(play.drafts[place]))
            else:
                by = report_of(play.drafts[replacement])
                project.desk.correct(report_of(play.drafts[place]), by, since="2025-01-01", is_earlier=True)
    return project


def check(stores: tuple[Store, Store], world: tuple[Draft, ...], done: list[Step], random: Random) -> None:
    """Hold a project that lived through `done` against two fresh ones."""
    play = Play(afresh(stores[0]), world).begin().run(done)
    lived, kept, told = answers(play.project, *DAYS), tables(play.project), whole(play.project, *DAYS)
    assert parted(answers(rebuilt(stores[1], play, random, standing_only=True), *DAYS), lived) == ({}, {})
    fresh = rebuilt(stores[1], play, random, standing_only=False)
    assert parted(tables(fresh), kept) == ({}, {})
    assert parted(whole(fresh, *DAYS), told) == ({}, {})


@SOME
@given(drafts(), st.lists(steps(*EVERY_STEP), min_size=4, max_size=12), st.randoms(use_true_random=False))
def test_whatever_was_done_the_answers_are_those_of_a_fresh_start(
    two_stores: tuple[Store, Store], world: tuple[Draft, ...], done: list[Step], random: Random
) -> None:
    check(two_stores, world, done, random)


@pytest.fixture
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connected blocks that are too great with seven claims."""
    monkeypatch.setattr(clustering, "MOST", 6)


@SOME
@given(drafts(9), st.lists(steps(*EVERY_STEP), min_size=4, max_size=10), st.randoms(use_true_random=False))
def test_blocks_that_fall_apart_give_the_answers_of_a_fresh_start(
    bounded: None, two_stores: tuple[Store, Store], world: tuple[Draft, ...], done: list[Step], random: Random
) -> None:
    check(two_stores, world, done, random)


LEADS, ARREST = Said("leads", "Nilo Zorvel"), Said("arrest", "Nilo Zorvel")


def test_a_tie_judged_to_be_one_with_an_event_stays_in_a_block_of_its_own(
    monkeypatch: pytest.MonkeyPatch, two_stores: tuple[Store, Store]
) -> None:
    monkeypatch.setattr(clustering, "MOST", 2)
    ties = tuple(Draft(f"Paper {n}", "2025-05-02", (LEADS,)) for n in range(3))
    acts = tuple(Draft(f"Paper {n}", "2025-05-03", (replace(ARREST, day=1 + n % 2),)) for n in range(4))
    for seed in range(4):
        check(two_stores, (*ties, *acts), [Step("events", 0, 3), Step("add", 5), Step("add", 6)], Random(seed))


def test_copies_of_a_withdrawn_report_are_one_text_still(two_stores: tuple[Store, Store]) -> None:
    first = Draft("Aral Post", "2025-05-02", (replace(ARREST, source="Aral Post"), replace(ARREST, day=3)), filler=0)
    one = replace(first, publisher="Daily Gull", said=(replace(ARREST, day=4),))
    check(
        two_stores,
        (first, one, replace(one, publisher="Reach Wire", said=first.said[1:])),
        [Step("add", 1), Step("add", 2), Step("withdraw", 0)],
        Random(0),
    )


def test_a_correction_in_a_circle_is_refused_and_changes_nothing(two_stores: tuple[Store, Store]) -> None:
    world = tuple(Draft(f"Paper {n}", "2025-05-02", (ARREST,)) for n in range(3))
    done = [Step("add", 1), Step("add", 2), Step("correct", 0, 1), Step("correct", 1, 2), Step("correct", 2, 0)]
    check(two_stores, world, done, Random(0))


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that are crowded with six, and a memory of four claims."""
    monkeypatch.setattr(blocks, "FULL", 5)
    monkeypatch.setattr(blocks, "ANCHORS", 2)
    monkeypatch.setattr(recent, "REPORTS", 2)
    monkeypatch.setattr(recent, "CLAIMS", 4)


@SOME
@given(drafts(9), st.lists(steps(*EVERY_STEP), min_size=4, max_size=10), st.randoms(use_true_random=False))
def test_crowded_blocks_give_the_answers_of_a_fresh_start(
    crowded: None, two_stores: tuple[Store, Store], world: tuple[Draft, ...], done: list[Step], random: Random
) -> None:
    check(two_stores, world, done, random)
