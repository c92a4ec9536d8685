"""Reports and claims keyed and compared: in this process, or in one beside it as well.

In: reports and claims by number, pairs of them. Out: their numbers to be looked for by; for each pair of reports which
of the two relies on the other; for each pair of claims whether the two speak of one event or tie.

The second process is told of the reports that are linked next, keys them while this one works, and keeps their claims,
so that a pair of claims is asked for by its numbers. What it has not begun when the answer is asked for is done here,
as is what it does not know, and all once it has died.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from typing import TypeVar

from reportedly.beside import serve
from reportedly.link.accounts import Match, SameName, Told, compare, names_alike
from reportedly.link.blocks import Pair
from reportedly.link.report_links import relies
from reportedly.linked import ReportEdge
from reportedly.model import Report
from reportedly.project.keying import Keyed, keyed, words
from reportedly.project.recent import Recent

Edges = list[ReportEdge | None]
"""Which of two reports relies on the other, of each pair; None where neither does."""

Matches = list[Match | None]
"""How two claims stand to each other, of each pair; None where they are not of one event or tie."""

PART, CLAIMS_PART = 96, 400
"""Pairs of reports, and of claims, that the second process is given together: few enough that the first never waits
long for the last of them.
"""

MANY = 2000
"""Reports that wait from which a second process is worth its start."""

NONE = Match(0.0, False, "")

kept = Recent()
"""What the second process read lately."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Comparer:
    """What keys and compares in this process, when the answers are asked for."""

    is_beside = False

    def __init__(self, recent: Recent) -> None:
        self.recent = recent

    def read(self, reports: Mapping[int, Report], tolds: Mapping[int, Told]) -> None:
        """Take in reports that are linked soon, with their claims, where another process can key them meanwhile."""

    def keyed(self, reports: Mapping[int, Report], tolds: Mapping[int, Told]) -> Keyed:
        """The numbers of reports and of their claims."""
        return keyed(reports, tolds, self.recent.wordings)

    def edges(self, pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], Edges]:
        """Begin to compare pairs of reports; what gives their edges."""
        return lambda: edges(pairs, reports, self.recent)

    def matches(
        self, pairs: Sequence[Pair], tolds: Mapping[int, Told], same: SameName = names_alike
    ) -> Callable[[], Matches]:
        """Begin to compare pairs of claims; what gives how they match. `same` says whether two names are one's."""
        return lambda: matches(pairs, tolds, same)


class Beside(Comparer):
    """What keys and compares in a second process as well."""

    is_beside = True

    def __init__(self, pool: ProcessPoolExecutor, recent: Recent) -> None:
        super().__init__(recent)
        self.pool = pool
        self.ahead: tuple[Mapping[int, Report], Mapping[int, Told], Future[Keyed] | None] = ({}, {}, None)

    def read(self, reports: Mapping[int, Report], tolds: Mapping[int, Told]) -> None:
        """Let the second process key these reports and their claims, and keep the claims."""
        bare = {n: replace(told) for n, told in tolds.items()}
        self.ahead = (reports, tolds, submitted(self.pool, keyed_beside, self.recent.generation, reports, bare))

    def keyed(self, reports: Mapping[int, Report], tolds: Mapping[int, Told]) -> Keyed:
        """The numbers of reports and claims, as the second process found them where it was told of just these."""
        *told, found = self.ahead
        if found is not None and told == [reports, tolds]:
            try:
                return found.result()
            except BrokenProcessPool:
                pass
        return super().keyed(reports, tolds)

    def edges(self, pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Callable[[], Edges]:
        """Begin to compare pairs of reports in both processes; what gives their edges."""

        def asked(part: Sequence[Pair]) -> Future[Edges] | None:
            return submitted(self.pool, edges_beside, part, {n: reports[n] for each in part for n in each})

        found = shared(in_parts(pairs, PART), asked, lambda part: edges(part, reports, self.recent))
        return lambda: [edge for part in found() for edge in part]

    def matches(
        self, pairs: Sequence[Pair], tolds: Mapping[int, Told], same: SameName = names_alike
    ) -> Callable[[], Matches]:
        """Begin to compare pairs of claims in both processes; what gives how they match."""
        if same is not names_alike:
            return super().matches(pairs, tolds, same)

        def asked(part: Sequence[Pair]) -> Future[Matches] | None:
            return submitted(self.pool, matches_beside, self.recent.generation, part)

        found = shared(in_parts(pairs, CLAIMS_PART), asked, lambda part: matches(part, tolds, same))

        def known() -> Matches:
            told: Matches = [match for part in found() for match in part]
            unknown = [i for i, match in enumerate(told) if match is None]
            for i, match in zip(unknown, matches([pairs[i] for i in unknown], tolds, same), strict=True):
                told[i] = match
            return told

        return known


def edges(pairs: Sequence[Pair], reports: Mapping[int, Report], recent: Recent) -> Edges:
    """The edge of each pair."""
    return [relies(words(reports[a], a, recent.wordings), words(reports[b], b, recent.wordings)) for a, b in pairs]


def matches(pairs: Sequence[Pair], tolds: Mapping[int, Told], same: SameName) -> Matches:
    """How the two claims of each pair match."""
    return [shown(compare(tolds[a], tolds[b], same)) for a, b in pairs]


def shown(match: Match) -> Match:
    """A match; of none its score and reason are not asked for, and not sent to another process."""
    return match if match.match else NONE


def keyed_beside(generation: int, reports: Mapping[int, Report], tolds: Mapping[int, Told]) -> Keyed:
    """The numbers of reports and claims, which the second process keeps."""
    renew(generation)
    for n, told in tolds.items():
        kept.tolds[n] = told
    return keyed(reports, tolds, kept.wordings)


def edges_beside(pairs: Sequence[Pair], reports: Mapping[int, Report]) -> Edges:
    """The edge of each pair, as the second process finds them."""
    return edges(pairs, reports, kept)


def matches_beside(generation: int, pairs: Sequence[Pair]) -> Matches:
    """How the claims of each pair match, as the second process finds it; None where it does not know one of them."""
    renew(generation)
    return [
        shown(compare(kept.tolds[a], kept.tolds[b], names_alike)) if a in kept.tolds and b in kept.tolds else None
        for a, b in pairs
    ]


def renew(generation: int) -> None:
    """Drop what the second process keeps of claims where the first has dropped it."""
    if generation != kept.generation:
        kept.clear()
        kept.generation = generation


def in_parts(pairs: Sequence[Pair], size: int) -> list[Sequence[Pair]]:
    """The pairs in parts of a size."""
    return [pairs[at : at + size] for at in range(0, len(pairs), size)]


def shared(
    parts: Sequence[Sequence[Pair]],
    asked: Callable[[Sequence[Pair]], Future[Answer] | None],
    here: Callable[[Sequence[Pair]], Answer],
) -> Callable[[], list[Answer]]:
    """Ask the second process for all parts; what gives the answers, those that it has not begun from `here`."""
    futures = [asked(part) for part in parts]

    def found() -> list[Answer]:
        done = {i: here(parts[i]) for i in reversed(range(len(parts))) if is_left(futures[i])}
        return [done[i] if i in done else there(i) for i in range(len(parts))]

    def there(i: int) -> Answer:
        future = futures[i]
        assert future is not None
        try:
            return future.result()
        except BrokenProcessPool:
            return here(parts[i])

    return found


def is_left(future: Future[Answer] | None) -> bool:
    """Whether the second process has not begun with what it was asked for, and will not."""
    return future is None or future.cancel()


def submitted(pool: ProcessPoolExecutor, work: Callable[..., Answer], *given: object) -> Future[Answer] | None:
    """The answer as the second process will give it; None where that has died."""
    try:
        return pool.submit(work, *given)
    except BrokenProcessPool:
        return None


@contextmanager
def comparing(waiting: int, recent: Recent) -> Iterator[Comparer]:
    """What keys and compares: in a second process as well where many wait and the machine has one to spare."""
    if waiting < MANY or (os.cpu_count() or 1) < 2:
        yield Comparer(recent)
        return
    pool = ProcessPoolExecutor(1, get_context("spawn"), serve)
    try:
        yield Beside(pool, recent)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
