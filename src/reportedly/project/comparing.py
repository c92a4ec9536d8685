"""Pairs of reports compared: in this process, or in one beside it while claims are being compared here.

In: pairs of reports by number. Out: for each pair which of the two relies on the other, None where neither does.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from reportedly.beside import serve
from reportedly.link.blocks import Pair
from reportedly.link.report_links import relies
from reportedly.link.wording import Wording, wording
from reportedly.linked import ReportEdge
from reportedly.model import Report
from reportedly.project.recent import REPORTS, Lately

Edges = list[ReportEdge | None]
Compare = Callable[[Sequence[Pair], Mapping[int, Report]], Callable[[], Edges]]
"""Takes pairs with their reports, and gives what gives the edges when it is called."""

PART = 96
"""Pairs that the second process is given together: few enough that the first never waits long for the last of them."""

MANY = 2000
"""Reports that wait from which a second process is worth its start."""

kept: Lately[Wording] = Lately(REPORTS)
"""The wordings that the second process compared last."""


def words(report: Report, number: int, lately: Lately[Wording]) -> Wording:
    """A report's words, from memory where it was read lately."""
    if number not in lately or lately[number].report != report:
        lately[number] = wording(report)
    return lately[number]


def edges(pairs: Sequence[Pair], reports: Mapping[int, Report], lately: Lately[Wording]) -> Edges:
    """The edge of each pair."""
    return [relies(words(reports[a], a, lately), words(reports[b], b, lately)) for a, b in pairs]


def edges_beside(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Edges:
    """The edge of each pair, as the second process finds them."""
    return edges(pairs, reports, kept)


def here(lately: Lately[Wording]) -> Compare:
    """What compares in this process, when the edges are asked for."""
    return lambda pairs, reports: lambda: edges(pairs, reports, lately)


def beside(pool: ProcessPoolExecutor, instead: Compare) -> Compare:
    """What compares in a second process; what that has not begun when the edges are asked for is compared in this one.

    All is compared here once the other process has died.
    """

    def compare(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], Edges]:
        parts = [pairs[at : at + PART] for at in range(0, len(pairs), PART)]
        asked = [submitted(pool, part, reports) for part in parts]

        def found() -> Edges:
            here = {i: compared() for i in reversed(range(len(parts))) if (compared := left(i)) is not None}
            return [edge for i in range(len(parts)) for edge in (here[i] if i in here else there(i))]

        def left(i: int) -> Callable[[], Edges] | None:
            future = asked[i]
            return instead(parts[i], reports) if future is None or future.cancel() else None

        def there(i: int) -> Edges:
            future = asked[i]
            assert future is not None
            try:
                return future.result()
            except BrokenProcessPool:
                return instead(parts[i], reports)()

        return found

    return compare


def submitted(pool: ProcessPoolExecutor, pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Future[Edges] | None:
    """The comparison of these pairs as the second process will give it; None where that has died."""
    try:
        return pool.submit(edges_beside, pairs, {n: reports[n] for each in pairs for n in each})
    except BrokenProcessPool:
        return None


@contextmanager
def comparing(waiting: int, lately: Lately[Wording]) -> Iterator[Compare]:
    """What compares reports: in a second process where many wait and the machine has one to spare."""
    if waiting < MANY or (os.cpu_count() or 1) < 2:
        yield here(lately)
        return
    pool = ProcessPoolExecutor(1, get_context("spawn"), serve)
    try:
        yield beside(pool, here(lately))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
