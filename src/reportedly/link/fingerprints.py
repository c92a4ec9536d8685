"""Which reports may share wording with a new one, out of many: few enough to be compared one by one.

In: the wording of a report. Out: its fingerprints, whole numbers under 2^63, fit for a table of (number, report);
reports with one in common are compared. There are two kinds, and neither rests on counts over a collection.

- Runs of words, chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): of any `WINDOW` runs of `RUN` words one is
  kept, so that `WINDOW` + `RUN` - 1 words taken over word for word are always found, whatever stands around them.
- Content words of a sentence, whatever their order and the words between them: of the `LEAST` words of least number,
  each `TOGETHER` that are neighbours (min-wise sampling, Broder 1997). They find sentences that were recast.
"""

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from reportedly.link.wording import Wording

RUN = 6
"""Words in a row that make one fingerprint; runs of five are more often the language's own."""

WINDOW = 15
"""Runs of which the least fingerprint is kept, so that 20 words taken over are found."""

LEAST, TOGETHER = 6, 4
"""Content words of a sentence that are looked at, and how many make one fingerprint."""

FACTORS = np.array([0x9E3779B97F4A7C15 * (2 * k + 1) % 2**64 for k in range(RUN)], dtype=np.uint64)
ASIDE = np.uint64(0xD1B54A32D192ED03)
"""What keeps the numbers of content words apart from those of runs."""


@lru_cache(maxsize=65_536)
def number_of(word: str) -> int:
    """A word as a number, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def fingerprints(wording: Wording) -> frozenset[int]:
    """The fingerprints of a report's own sentences, page furniture left out; empty for a few words."""
    return frozenset(of_runs(wording) + of_content(wording))


def of_runs(wording: Wording) -> list[int]:
    """The fingerprints of words in a row; none for fewer than `RUN` words."""
    words = [wording.words[i] for line in wording.told for i in range(line.first, line.last)]
    if len(words) < RUN:
        return []
    numbers = np.fromiter((number_of(word) for word in words), dtype=np.uint64, count=len(words))
    runs = mixed((sliding_window_view(numbers, RUN) * FACTORS).sum(axis=1, dtype=np.uint64))
    least: list[int] = sliding_window_view(runs, min(WINDOW, len(runs))).min(axis=1).tolist()
    return least


def of_content(wording: Wording) -> list[int]:
    """The fingerprints of the content words of each sentence; none for one of fewer than `TOGETHER`."""
    rows = list(neighbours(wording))
    if not rows:
        return []
    numbers = np.array(rows, dtype=np.uint64) * FACTORS[:TOGETHER]
    found: list[int] = mixed(numbers.sum(axis=1, dtype=np.uint64) + ASIDE).tolist()
    return found


def neighbours(wording: Wording) -> Iterator[list[int]]:
    """For each sentence its least content words by number, as many as make a fingerprint at a time."""
    for stems in wording.contents:
        least = sorted(map(number_of, stems))[:LEAST]
        for i in range(len(least) - TOGETHER + 1):
            yield least[i : i + TOGETHER]


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The numbers spread evenly below 2^63 (the finisher of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (numbers ^ (numbers >> np.uint64(31))) >> np.uint64(1)
