"""What is fingerprinted and compared beside this process comes out as here, also when the other process dies."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import pytest

from reportedly.link.blocks import Pair
from reportedly.link.wording import Wording
from reportedly.model import Report
from reportedly.project import comparing
from reportedly.project.comparing import Beside, Comparer
from reportedly.project.recent import Lately
from reportedly.store.rows import number as number_of
from tests.project.worlds import Draft, Said, report_of

WORLD = [
    Draft(f"Paper {n}", f"2025-05-{n + 2:02}", (Said("visit", "Nilo Zorvel", day=1),), filler=n % 2) for n in range(4)
]
REPORTS = {number_of(report_of(each).id): report_of(each) for each in WORLD}
PAIRS = [(a, b) for a in REPORTS for b in REPORTS if a < b]


HERE = Comparer(Lately(10))


@pytest.fixture
def pool() -> Iterator[ProcessPoolExecutor]:
    """A second process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as started:
        yield started


def test_a_second_process_finds_the_same_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with comparing.comparing(1, Lately(10)) as beside:
        found = beside.edges(PAIRS, REPORTS)()
    assert found == HERE.edges(PAIRS, REPORTS)()
    assert any(found)
    assert not all(found)


def test_reports_that_are_linked_next_are_fingerprinted_beside(
    pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, wanted = Beside(pool, Lately(10)), HERE.prints(REPORTS)
    beside.read(REPORTS)
    monkeypatch.setattr(comparing, "prints", lambda *_: pytest.fail("this process did the work"))
    assert beside.prints(REPORTS) == wanted


def test_other_reports_than_were_told_of_are_fingerprinted_here(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Lately(10))
    beside.read({n: report for n, report in REPORTS.items() if n != PAIRS[0][0]})
    assert beside.prints(REPORTS) == HERE.prints(REPORTS)


def test_what_the_second_process_has_not_begun_is_compared_here(
    pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Pair] = []

    def noted(pairs: Sequence[Pair], reports: Mapping[int, Report], lately: Lately[Wording]) -> comparing.Edges:
        compared.extend(pairs)
        return edges(pairs, reports, lately)

    edges = comparing.edges
    monkeypatch.setattr(comparing, "PART", 1)
    monkeypatch.setattr(comparing, "edges", noted)
    found = Beside(pool, Lately(10)).edges(PAIRS, REPORTS)()
    assert found == HERE.edges(PAIRS, REPORTS)()
    assert PAIRS[-1] in compared


def test_few_reports_are_compared_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "ProcessPoolExecutor", lambda *_: pytest.fail("a process was started"))
    with comparing.comparing(comparing.MANY - 1, Lately(10)) as comparer:
        assert any(comparer.edges(PAIRS, REPORTS)())


def test_what_a_dead_process_was_asked_is_done_here(pool: ProcessPoolExecutor) -> None:
    beside = Beside(pool, Lately(10))
    with pytest.raises(BrokenProcessPool):
        pool.submit(dying).result()
    beside.read(REPORTS)
    assert beside.prints(REPORTS) == HERE.prints(REPORTS)
    assert beside.edges(PAIRS, REPORTS)() == HERE.edges(PAIRS, REPORTS)()


def test_a_process_that_dies_at_work_is_replaced_by_this_one(
    pool: ProcessPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for work in ("prints_beside", "edges_beside"):
        monkeypatch.setattr(comparing, work, dying_at_work)
    beside = Beside(pool, Lately(10))
    beside.read(REPORTS)
    assert beside.edges(PAIRS, REPORTS)() == HERE.edges(PAIRS, REPORTS)()
    assert beside.prints(REPORTS) == HERE.prints(REPORTS)


def dying() -> None:
    """End this process at once."""
    import os

    os._exit(1)


def dying_at_work(*_: object) -> None:
    """End this process at once, whatever is asked."""
    dying()
