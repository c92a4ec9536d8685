"""The per-report stages composed, in this process or in several: pure functions of a report, no database.

In: reports, and among them whatever else is to keep its place. Out: in the same order what each report yields or the
reason why it was skipped. A report on which a stage fails is skipped with the reason, and the run goes on.
"""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import TypeVar

from reportedly.annotate import Annotator
from reportedly.beside import serve
from reportedly.errors import BadValue, Skip, Stop
from reportedly.extract import extract
from reportedly.ground import ground, places, times, timex
from reportedly.ground.gazetteer import use
from reportedly.model import (
    DEFAULT_EXTRACTOR,
    Annotated,
    Attribution,
    Claim,
    Extractor,
    Place,
    Report,
    Skipped,
    Time,
    TimexType,
)

__all__ = ["BATCH", "LANGUAGES", "Reader", "Reading", "is_extractable", "read_all"]

BATCH = 16
"""Reports that are read together and sent to a worker together."""

AHEAD = 2
"""Batches a worker may have waiting: enough to keep it busy, few enough to keep memory flat."""

LANGUAGES = ("en", None)
"""Languages whose reports are read for claims; None stands for a language that could not be told."""

BLAS_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

WARM_UP = "Two officials said on Monday that the envoy had met Ines Marlow, head of the Harbour Council, in Lisbon."
"""A sentence that makes every stage load its lexicons."""

Other = TypeVar("Other")
Kept = TypeVar("Kept")

Told = tuple[frozenset[str], Extractor, Path | None]
"""What a worker's reader is told: the outlets that the user knows, what reads, the table of places."""


@dataclass(frozen=True)
class Reading:
    """All that one report yields: annotations, attributions, grounded claims."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]

    @property
    def report(self) -> Report:
        """The report that was read."""
        return self.annotated.report

    @property
    def times(self) -> tuple[Time, ...]:
        """The value of each time expression."""
        return times(self.annotated)

    @property
    def timex(self) -> tuple[tuple[TimexType, str], ...]:
        """The TIMEX3 type and value of each time expression."""
        return timex(self.annotated)

    @property
    def places(self) -> tuple[Place, ...]:
        """The resolved place names."""
        return places(self.annotated)


def is_extractable(report: Report) -> bool:
    """Whether the report's language is one that claims are extracted from."""
    return report.language in LANGUAGES


class Reader:
    """The stages with their models, loaded at first use. One a process; its methods keep the order of reports.

    `publishers` are names of outlets that the user knows: a source with such a name is of kind `outlet`. `extractor`
    says whether the encoder reads along, `gazetteer` in which table places are looked up, in all of this process: None
    for the package's own.
    """

    def __init__(
        self,
        publishers: Iterable[str] = (),
        extractor: Extractor = DEFAULT_EXTRACTOR,
        gazetteer: Path | None = None,
    ) -> None:
        self.publishers = frozenset(publishers)
        self.extractor = extractor
        self.gazetteer = gazetteer

    @cached_property
    def annotator(self) -> Annotator:
        """The first stage with its language model.

        Models and lexicons are a million small objects that live as long as the process. The garbage collector is told
        to pass them by, or it walks them again and again while tokens come and go: a sixth of the reading time. Raises
        Stop where they cannot be loaded or fail on a sentence that is known to be readable.
        """
        use(self.gazetteer)
        try:
            annotator = Annotator(self.extractor)
            for annotated in annotator.annotate([Report(WARM_UP, "warm-up")]):
                complete(annotated)
        except Stop:
            raise
        except Exception as error:
            raise Stop(f"the extractor cannot be loaded: {failure(error)}; install reportedly again") from error
        gc.collect()
        gc.freeze()
        return annotator

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A Reading for each report, in order. Reports in other languages than English give no claims.

        Whatever a stage raises passes through; `outcomes` is the way that survives it.
        """
        for batch in batches(reports):
            annotated = iter(self.annotator.annotate([report for report in batch if is_extractable(report)]))
            for report in batch:
                yield complete(next(annotated), self.publishers) if is_extractable(report) else unread(report)

    def outcomes(self, items: Iterable[Report | Other]) -> Iterator[Reading | Skipped | Other]:
        """For each report its Reading, or Skipped where a stage failed on it; other items pass as they are."""
        for batch in batches(items):
            found = iter(self.attempt([item for item in batch if isinstance(item, Report)]))
            for item in batch:
                yield next(found) if isinstance(item, Report) else item

    def attempt(self, reports: Sequence[Report]) -> Sequence[Reading | Skipped]:
        """The reports read together; where that fails, one by one, so that only the one at fault is skipped.

        A report that fails for any reason goes on record. Models and lexicons have proved to work before, so a broken
        installation is not taken for the fault of every report.
        """
        try:
            return list(self.read(reports))
        except Stop:
            raise
        except Exception as error:
            if len(reports) == 1:
                return [Skipped(reports[0].ref, failure(error))]
        return [outcome for report in reports for outcome in self.attempt([report])]


def complete(annotated: Annotated, outlets: frozenset[str] = frozenset()) -> Reading:
    """The Reading of an annotated report: its claims extracted and grounded."""
    attributions, claims = extract(annotated, outlets) if outlets else extract(annotated)
    return Reading(annotated, attributions, ground(annotated, claims))


def unread(report: Report) -> Reading:
    """The empty Reading of a report in a language that claims are not extracted from."""
    return Reading(Annotated(report, (), ()), (), ())


def failure(error: Exception) -> str:
    """One line for the record: the reason that a stage gives for a skip, otherwise what failed and how."""
    if isinstance(error, Skip) and not isinstance(error, BadValue):
        return str(error)
    words = " ".join(str(error).split())[:300]
    return f"reading failed: {type(error).__name__}{': ' + words if words else ''}"


def batches(items: Iterable[Kept]) -> Iterator[list[Kept]]:
    """The items in lists of up to BATCH, in order."""
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def read_all(
    items: Iterable[Report | Other],
    keep: Callable[[Reading], Kept],
    jobs: int = 1,
    publishers: Iterable[str] = (),
    extractor: Extractor = DEFAULT_EXTRACTOR,
    gazetteer: Path | None = None,
) -> Iterator[Kept | Skipped | Other]:
    """What `keep` takes of each report's Reading, in order; skips and other items stand in their places.

    `publishers`, `extractor` and `gazetteer` are for the `Reader`.

    With `jobs` over 1 that many processes read, each with its own models and one BLAS thread; `keep` must then be a
    function that can be named (module level), and what it returns must be small, since it crosses processes. Raises
    Stop where a process dies.
    """
    if jobs == 1:
        yield from kept(Reader(publishers, extractor, gazetteer), items, keep)
        return
    with workers(jobs, (frozenset(publishers), extractor, gazetteer)) as pool:
        waiting: deque[Future[list[Kept | Skipped | Other]]] = deque()
        try:
            for batch in batches(items):
                waiting.append(pool.submit(work, batch, keep))
                if len(waiting) >= AHEAD * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise Stop(
                f"one of the {jobs} reading processes died, perhaps for want of memory; try again with fewer --jobs"
            ) from error


@contextmanager
def workers(jobs: int, told: Told) -> Iterator[ProcessPoolExecutor]:
    """That many reading processes, with what their readers are told.

    Where the block is left early, they are ended at once with what they are reading.
    """
    before = set(active_children())
    with (
        one_blas_thread(),
        ProcessPoolExecutor(jobs, get_context("spawn"), start_worker, told) as pool,
    ):
        is_done = False
        try:
            yield pool
            is_done = True
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            if not is_done:
                for worker in set(active_children()) - before:
                    worker.terminate()


def kept(
    reader: Reader, items: Iterable[Report | Other], keep: Callable[[Reading], Kept]
) -> Iterator[Kept | Skipped | Other]:
    """What `keep` takes of each Reading of `reader`; all else passes."""
    for outcome in reader.outcomes(items):
        yield keep(outcome) if isinstance(outcome, Reading) else outcome


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Let processes started within use one BLAS thread each: two that use all cores get in each other's way."""
    before = {name: os.environ.get(name) for name in BLAS_THREADS}
    os.environ.update(dict.fromkeys(BLAS_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


workers_reader: list[Reader] = []
"""The Reader of a worker process; empty elsewhere."""


def start_worker(publishers: frozenset[str], extractor: Extractor, gazetteer: Path | None) -> None:
    """Give this worker process its Reader, which loads its models once; it leaves interrupts to its parent."""
    serve()
    workers_reader.append(Reader(publishers, extractor, gazetteer))


def work(batch: list[Report | Other], keep: Callable[[Reading], Kept]) -> list[Kept | Skipped | Other]:
    """What a worker process sends back for one batch."""
    return list(kept(workers_reader[0], batch, keep))
