"""Reports compared beside this process are compared as they are here, also when the other process dies."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import pytest

from reportedly.link.blocks import Pair
from reportedly.model import Report
from reportedly.project import comparing
from reportedly.project.recent import Lately
from reportedly.store.rows import number as number_of
from tests.project.worlds import Draft, Said, report_of

WORLD = [
    Draft(f"Paper {n}", f"2025-05-{n + 2:02}", (Said("visit", "Nilo Zorvel", day=1),), filler=n % 2) for n in range(4)
]
REPORTS = {number_of(report_of(each).id): report_of(each) for each in WORLD}
PAIRS = [(a, b) for a in REPORTS for b in REPORTS if a < b]


def here() -> comparing.Compare:
    """What compares in this process."""
    return comparing.here(Lately(10))


def test_a_second_process_finds_the_same_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with comparing.comparing(1, Lately(10)) as beside:
        found = beside(PAIRS, REPORTS)()
    assert found == here()(PAIRS, REPORTS)()
    assert any(found)
    assert not all(found)


def test_what_the_second_process_has_not_begun_is_compared_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "PART", 1)
    compared: list[object] = []

    def instead(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], comparing.Edges]:
        compared.extend(pairs)
        return here()(pairs, reports)

    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        found = comparing.beside(pool, instead)(PAIRS, REPORTS)()
    assert found == here()(PAIRS, REPORTS)()
    assert PAIRS[-1] in compared


def test_few_reports_are_compared_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "ProcessPoolExecutor", lambda *_: pytest.fail("a process was started"))
    with comparing.comparing(comparing.MANY - 1, Lately(10)) as compare:
        assert any(compare(PAIRS, REPORTS)())


def test_what_a_dead_process_was_asked_is_compared_here() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        compare = comparing.beside(pool, here())
        with pytest.raises(BrokenProcessPool):
            pool.submit(dying).result()
        assert compare(PAIRS, REPORTS)() == here()(PAIRS, REPORTS)()


def test_a_process_that_dies_at_work_is_replaced_by_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "edges_beside", dying_at_work)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert comparing.beside(pool, here())(PAIRS, REPORTS)() == here()(PAIRS, REPORTS)()


def dying() -> None:
    """End this process at once."""
    import os

    os._exit(1)


def dying_at_work(*_: object) -> None:
    """End this process at once, whatever is asked."""
    dying()
