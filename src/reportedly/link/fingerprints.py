"""Which reports may share wording with a new one, out of many: few enough to be compared one by one.

In: wordings. Out: the fingerprints of a report (whole numbers under 2^63, fit for a database column), and an index
that gives for each report added those with a fingerprint in common. Fingerprints are chosen by winnowing (Schleimer,
Wilkerson and Aiken 2003): of any `WINDOW` runs of `RUN` words one is kept, so that `WINDOW` + `RUN` - 1 words taken
over word for word are always found, however long the report around them. No counts over the collection are used.
"""

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from zlib import crc32

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from reportedly.link.wording import Wording

RUN = 5
"""Words in a row that make one fingerprint."""

WINDOW = 16
"""Runs of which the least fingerprint is kept.

On 222 labelled pairs (365 reports) runs of 5 and windows of 16 find 94 % of the copied and derived ones, with 2.5
candidates and 37 numbers a report. MinHash with 128 permutations finds 71 % in bands of two rows (64 numbers), and 98 %
in bands of one, with 7.3 candidates and 128 numbers."""

FULL = 50
"""Reports with one fingerprint over which only those with the `ANCHORS` least refs are paired with all: wording that so
many share is stock, or one text copied everywhere, which its anchors still hold together."""

ANCHORS = 8

CROWDED = 3
"""Crowded fingerprints that two reports must share to be paired through them alone: a stock sentence has fewer."""

FACTORS = np.array([0x9E3779B97F4A7C15 * (2 * k + 1) % 2**64 for k in range(RUN)], dtype=np.uint64)


@cache
def number_of(word: str) -> int:
    """A word as a number, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def fingerprints(wording: Wording) -> tuple[int, ...]:
    """The fingerprints of a report's own sentences, in order of size; empty for fewer than `RUN` words."""
    words = [wording.words[i] for line in wording.told for i in range(line.first, line.last)]
    if len(words) < RUN:
        return ()
    numbers = np.fromiter((number_of(word) for word in words), dtype=np.uint64, count=len(words))
    runs = mixed((sliding_window_view(numbers, RUN) * FACTORS).sum(axis=1, dtype=np.uint64))
    least = sliding_window_view(runs, min(WINDOW, len(runs))).min(axis=1)
    return tuple(np.unique(least).tolist())


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The numbers spread evenly below 2^63 (the finisher of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (numbers ^ (numbers >> np.uint64(31))) >> np.uint64(1)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Reports to compare with, most fingerprints in common first.

    `crowded` counts the fingerprints that over `FULL` reports share: through them only the anchors are named.
    """

    refs: tuple[str, ...]
    crowded: int = 0


@dataclass
class CopyIndex:
    """Fingerprints of many reports, by the reports' refs (best their ids).

    Which two reports are paired depends on the reports in the index alone, not on the order in which they came:
    whoever compares the candidates of each report when it is added has compared all pairs of the end, and some more.
    """

    blocks: dict[int, list[str]] = field(default_factory=dict)

    def add(self, ref: str, prints: tuple[int, ...]) -> Candidates:
        """The reports to compare `ref` with, after it is put in; adding it again changes nothing."""
        for each in prints:
            block = self.blocks.setdefault(each, [])
            if not holds(block, ref):
                insort(block, ref)
        return self.candidates(ref, prints)

    def candidates(self, ref: str, prints: tuple[int, ...]) -> Candidates:
        """The reports to compare `ref` with, itself left out."""
        blocks = [self.blocks.get(each, []) for each in prints]
        crowded = [block for block in blocks if len(block) > FULL]
        shared = Counter(other for block in blocks if len(block) <= FULL for other in block)
        stock = Counter(other for block in crowded for other in partners(block, ref))
        shared.update({other: count for other, count in stock.items() if other in shared or count >= CROWDED})
        shared.pop(ref, None)
        return Candidates(tuple(sorted(shared, key=lambda other: (-shared[other], other))), len(crowded))

    def remove(self, ref: str, prints: tuple[int, ...]) -> tuple[str, ...]:
        """Take a report out; the refs whose candidates have grown by that, since a crowded block is smaller now."""
        grown: set[str] = set()
        for each in prints:
            block = self.blocks.get(each, [])
            if not holds(block, ref):
                continue
            at = bisect_left(block, ref)
            del block[at]
            if len(block) == FULL:
                grown.update(block)
            elif len(block) > FULL and at < ANCHORS:
                grown.add(block[ANCHORS - 1])
            if not block:
                del self.blocks[each]
        return tuple(sorted(grown))


def holds(block: list[str], ref: str) -> bool:
    """Whether a sorted block holds `ref`."""
    at = bisect_left(block, ref)
    return at < len(block) and block[at] == ref


def partners(block: list[str], ref: str) -> list[str]:
    """Whom `ref` is paired with through a crowded block: its anchors; an anchor with all."""
    return block if ref <= block[ANCHORS - 1] else block[:ANCHORS]
