"""What is keyed and compared beside this process comes out as it does here, also when the other process dies."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import pytest

from reportedly.link.accounts import SameName, Told, names_alike
from reportedly.link.blocks import Pair
from reportedly.linked import Name
from reportedly.project import comparing
from reportedly.project.comparing import Beside, Comparer
from reportedly.project.recent import Recent
from reportedly.store.rows import number as number_of
from tests.project.worlds import Draft, Said, extracted, report_of

WORLD = [
    Draft(f"Paper {n}", f"2025-05-{n + 2:02}", (Said("visit", "Nilo Zorvel", day=1),), filler=n % 2) for n in range(4)
]
REPORTS = {number_of(report_of(each).id): report_of(each) for each in WORLD}
PAIRS = [(a, b) for a in REPORTS for b in REPORTS if a < b]
CLAIMS = [
    Told(claim, report.id, report.published, report.text)
    for each in (*WORLD, Draft("Paper 9", "2025-05-09", (Said("arrest", "Mira Tolland", day=8),)))
    for report in [report_of(each)]
    for claim in extracted(each).claims
]
TOLDS = dict(enumerate(CLAIMS))
TOLD_PAIRS = [(a, b) for a in TOLDS for b in TOLDS if a < b]
HERE = Comparer(Recent())


@pytest.fixture
def pool() -> Iterator[ProcessPoolExecutor]:
    """A second process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as started:
        yield started


def test_a_second_process_finds_the_same_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with comparing.comparing(1, Recent()) as beside:
        found = beside.edges(PAIRS, REPORTS)()
    assert found == HERE.edges(PAIRS, REPORTS)()
    assert any(found)
    assert not all(found)


def test_a_second_process_keys_as_this_one(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Recent())
    beside.read(REPORTS, TOLDS)
    assert beside.keyed(REPORTS, TOLDS) == HERE.keyed(REPORTS, TOLDS)
    assert beside.keyed(REPORTS, {}) == HERE.keyed(REPORTS, {})


def test_a_second_process_matches_claims_that_it_was_told_of(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Recent())
    beside.read(REPORTS, TOLDS)
    found = beside.matches(TOLD_PAIRS, TOLDS)()
    assert found == HERE.matches(TOLD_PAIRS, TOLDS)()
    assert {each.match for each in found if each} == {True, False}
    assert pool.submit(comparing.matches_beside, 0, TOLD_PAIRS).result() == found


def test_claims_unknown_to_the_second_process_are_matched_here(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Recent())
    beside.read({}, {n: TOLDS[n] for n in (0, 1)})
    assert beside.matches(TOLD_PAIRS, TOLDS)() == HERE.matches(TOLD_PAIRS, TOLDS)()


def test_the_second_process_forgets_what_has_changed(pool: ProcessPoolExecutor) -> None:
    recent = Recent()
    Beside(pool, recent).read({}, TOLDS)
    recent.forget([], [0])
    assert not any(pool.submit(comparing.matches_beside, recent.generation, TOLD_PAIRS).result())


def test_judged_names_are_matched_here(pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch) -> None:
    def strangers(a: Name, b: Name) -> bool | None:
        return False

    monkeypatch.setattr(comparing, "submitted", lambda *_: pytest.fail("the second process was asked"))
    found = Beside(pool, Recent()).matches(TOLD_PAIRS, TOLDS, strangers)()
    assert found == HERE.matches(TOLD_PAIRS, TOLDS, strangers)()


def test_what_the_second_process_has_not_begun_is_compared_here(
    pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Pair] = []

    def noted(pairs: Sequence[Pair], tolds: dict[int, Told], same: SameName) -> comparing.Matches:
        compared.extend(pairs)
        return matches(pairs, tolds, same)

    matches = comparing.matches
    monkeypatch.setattr(comparing, "CLAIMS_PART", 1)
    beside = Beside(pool, Recent())
    beside.read({}, TOLDS)
    monkeypatch.setattr(comparing, "matches", noted)
    assert beside.matches(TOLD_PAIRS, TOLDS)() == HERE.matches(TOLD_PAIRS, TOLDS, names_alike)()
    assert TOLD_PAIRS[-1] in compared


def test_few_reports_are_compared_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "ProcessPoolExecutor", lambda *_: pytest.fail("a process was started"))
    with comparing.comparing(comparing.MANY - 1, Recent()) as comparer:
        assert any(comparer.edges(PAIRS, REPORTS)())


def test_what_a_dead_process_was_asked_is_done_here(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Recent())
    with pytest.raises(BrokenProcessPool):
        pool.submit(dying).result()
    beside.read(REPORTS, TOLDS)
    assert beside.keyed(REPORTS, TOLDS) == HERE.keyed(REPORTS, TOLDS)
    assert beside.edges(PAIRS, REPORTS)() == HERE.edges(PAIRS, REPORTS)()
    assert beside.matches(TOLD_PAIRS, TOLDS)() == HERE.matches(TOLD_PAIRS, TOLDS)()


def test_a_process_that_dies_at_work_is_replaced_by_this_one(
    pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for work in ("keyed_beside", "edges_beside", "matches_beside"):
        monkeypatch.setattr(comparing, work, dying_at_work)
    beside = Beside(pool, Recent())
    beside.read(REPORTS, TOLDS)
    assert beside.edges(PAIRS, REPORTS)() == HERE.edges(PAIRS, REPORTS)()
    assert beside.keyed(REPORTS, TOLDS) == HERE.keyed(REPORTS, TOLDS)
    assert beside.matches(TOLD_PAIRS, TOLDS)() == HERE.matches(TOLD_PAIRS, TOLDS)()


def dying() -> None:
    """End this process at once."""
    import os

    os._exit(1)


def dying_at_work(*_: object) -> None:
    """End this process at once, whatever is asked."""
    dying()
