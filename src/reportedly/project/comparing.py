"""Reports fingerprinted and compared: in this process, or in one beside it as well.

In: reports by number, pairs of them. Out: their fingerprints; for each pair which of the two relies on the other, None
where neither does. The second process is told of the reports that are linked next, and fingerprints them while this one
works. What it has not begun when the answer is asked for is done here, and all once it has died.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from reportedly.beside import serve
from reportedly.link.blocks import Pair
from reportedly.link.fingerprints import fingerprints
from reportedly.link.report_links import relies
from reportedly.link.wording import Wording, wording
from reportedly.linked import ReportEdge
from reportedly.model import Report
from reportedly.project.recent import REPORTS, Lately

Edges = list[ReportEdge | None]
Prints = Mapping[int, frozenset[int]]
"""The fingerprints of reports by number."""

PART = 96
"""Pairs that the second process is given together: few enough that the first never waits long for the last of them."""

MANY = 2000
"""Reports that wait from which a second process is worth its start."""

Answer = TypeVar("Answer")

kept: Lately[Wording] = Lately(REPORTS)
"""The wordings that the second process read last."""


class Comparer:
    """What fingerprints and compares in this process, when the answers are asked for."""

    def __init__(self, lately: Lately[Wording]) -> None:
        self.lately = lately

    def read(self, reports: Mapping[int, Report]) -> None:
        """Take in reports that are linked next, where another process can fingerprint them meanwhile."""

    def prints(self, reports: Mapping[int, Report]) -> Prints:
        """The fingerprints of reports."""
        return prints(reports, self.lately)

    def edges(self, pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], Edges]:
        """Begin to compare pairs of reports; what gives the edge of each."""
        return lambda: edges(pairs, reports, self.lately)


class Beside(Comparer):
    """What fingerprints and compares in a second process as well."""

    def __init__(self, pool: ProcessPoolExecutor, lately: Lately[Wording]) -> None:
        super().__init__(lately)
        self.pool = pool
        self.ahead: Mapping[int, Report] = {}
        self.asked: Future[Prints] | None = None

    def read(self, reports: Mapping[int, Report]) -> None:
        """Let the second process fingerprint these reports."""
        self.ahead, self.asked = reports, submitted(self.pool, prints_beside, reports)

    def prints(self, reports: Mapping[int, Report]) -> Prints:
        """The fingerprints of reports, as the second process found them where it was told of just these."""
        if self.asked is not None and self.ahead == reports and not left(self.asked):
            try:
                return self.asked.result()
            except BrokenProcessPool:
                pass
        return super().prints(reports)

    def edges(self, pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], Edges]:
        """Begin to compare pairs of reports in both processes; what gives the edge of each."""
        parts = [pairs[at : at + PART] for at in range(0, len(pairs), PART)]
        asked = [submitted(self.pool, edges_beside, part, own(part, reports)) for part in parts]

        def found() -> Edges:
            here = {i: edges(parts[i], reports, self.lately) for i in reversed(range(len(parts))) if left(asked[i])}
            return [edge for i in range(len(parts)) for edge in (here[i] if i in here else there(i))]

        def there(i: int) -> Edges:
            future = asked[i]
            assert future is not None
            try:
                return future.result()
            except BrokenProcessPool:
                return edges(parts[i], reports, self.lately)

        return found


def words(report: Report, number: int, lately: Lately[Wording]) -> Wording:
    """A report's words, from memory where it was read lately."""
    if number not in lately or lately[number].report != report:
        lately[number] = wording(report)
    return lately[number]


def prints(reports: Mapping[int, Report], lately: Lately[Wording]) -> Prints:
    """The fingerprints of each report."""
    return {n: fingerprints(words(report, n, lately)) for n, report in reports.items()}


def edges(pairs: Sequence[Pair], reports: Mapping[int, Report], lately: Lately[Wording]) -> Edges:
    """The edge of each pair."""
    return [relies(words(reports[a], a, lately), words(reports[b], b, lately)) for a, b in pairs]


def prints_beside(reports: Mapping[int, Report]) -> Prints:
    """The fingerprints of each report, as the second process finds them."""
    return prints(reports, kept)


def edges_beside(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Edges:
    """The edge of each pair, as the second process finds them."""
    return edges(pairs, reports, kept)


def own(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> dict[int, Report]:
    """The reports of the pairs."""
    return {n: reports[n] for each in pairs for n in each}


def left(future: Future[Answer] | None) -> bool:
    """Whether the second process has not begun with what it was asked for, and will not."""
    return future is None or future.cancel()


def submitted(pool: ProcessPoolExecutor, work: Callable[..., Answer], *given: object) -> Future[Answer] | None:
    """The answer as the second process will give it; None where that has died."""
    try:
        return pool.submit(work, *given)
    except BrokenProcessPool:
        return None


@contextmanager
def comparing(waiting: int, lately: Lately[Wording]) -> Iterator[Comparer]:
    """What fingerprints and compares: in a second process as well where many wait and the machine has one to spare."""
    if waiting < MANY or (os.cpu_count() or 1) < 2:
        yield Comparer(lately)
        return
    pool = ProcessPoolExecutor(1, get_context("spawn"), serve)
    try:
        yield Beside(pool, lately)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
