"""Which reports may share wording with a new one, out of many: few enough to be compared one by one.

In: the wording of a report. Out: its fingerprints, whole numbers under 2^63, fit for a table of (number, report);
reports with one in common may be compared. There are two kinds, and neither rests on counts over a collection.

- Runs of words, chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): of any `WINDOW` runs of `RUN` words one is
  kept, so that `WINDOW` + `RUN` - 1 words taken over word for word are always found, whatever stands around them.
- Content words of a sentence, whatever their order and the words between them: of the `LEAST` words of least number,
  each `TOGETHER` that are neighbours (min-wise sampling, Broder 1997). They find sentences that were recast. Chance
  shares them as well, the more often the more reports there are; they hold for the month of publication, so that what
  was recast is found within `SOON` days of it, and the pairs that chance makes do not grow with the years.

A formula, or the line that an outlet prints under all its reports, is shared for ever. So of reports more than `SOON`
days apart only those are compared that have `ENOUGH` fingerprints in common, or a good part of a short one's.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from reportedly.days import bounds
from reportedly.link.wording import Wording

RUN = 6
"""Words in a row that make one fingerprint; runs of five are more often the language's own."""

WINDOW = 15
"""Runs of which the least fingerprint is kept, so that 20 words taken over are found."""

SOON = 7
"""Days within which a recast sentence is looked for over the end of a month, and one fingerprint is enough."""

ENOUGH = 4
"""Fingerprints that two reports of different weeks share where one took something over: some 35 words in a row or more.

Of the development pairs more than a week apart, those with copying share six or more, and nine in ten others fewer.
"""

PART = 10
"""Share of a short report's fingerprints, one in so many, that is enough as well."""

LEAST, TOGETHER = 6, 4
"""Content words of a sentence that are looked at, and how many make one fingerprint."""

FACTORS = np.array([0x9E3779B97F4A7C15 * (2 * k + 1) % 2**64 for k in range(RUN)], dtype=np.uint64)
WORD_BITS = 46
"""Bits of a fingerprint of content words that tell the words; those above them tell the month."""

ASIDE = np.uint64(0xD1B54A32D192ED03)
"""What keeps the numbers of content words apart from those of runs."""


def may_rely(shared: int, fewer: int, days: int | None) -> bool:
    """Whether two reports, the shorter of `fewer` fingerprints, are worth comparing for so many that they share.

    `days` lie between their publications; where that is not known one is enough.
    """
    if days is None or days <= SOON:
        return shared > 0
    return shared >= ENOUGH or shared * PART >= fewer > 0


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
    numbers = (np.array(rows, dtype=np.uint64) * FACTORS[:TOGETHER]).sum(axis=1, dtype=np.uint64) + ASIDE
    words = mixed(numbers) & np.uint64((1 << WORD_BITS) - 1)
    found: list[int] = []
    for month in months(wording.report.published):
        found += (words | np.uint64(month << WORD_BITS)).tolist()
    return found


def months(published: str | None) -> list[int]:
    """The months since the year 0 in which a report's recast sentences are looked for; 0 for an unknown day."""
    first = bounds(published)[0]
    if first is None:
        return [0]
    day = date.fromisoformat(first)
    last = day if day >= date.max - timedelta(SOON) else day + timedelta(SOON)
    return sorted({12 * each.year + each.month for each in (day, last)})


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
