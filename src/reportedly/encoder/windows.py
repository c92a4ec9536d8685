"""Reports cut into overlapping windows of pieces.

In: the number of pieces of each word. Out: windows of whole words that hold at most so many pieces, and the words for
which each window answers: of two windows that share words each answers for the half nearer to its middle.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

SIZE = 256
"""Pieces of a window, its first and last sign included."""

OVERLAP = 32
MOST = 12
"""Pieces of one word that a window takes."""


@dataclass(frozen=True)
class Window:
    """Words by number, half-open: those in it, and those it answers for."""

    first: int
    last: int
    answers_from: int
    answers_to: int


def windows(lengths: Sequence[int], size: int = SIZE, overlap: int = OVERLAP) -> list[Window]:
    """The windows of a report whose words have these numbers of pieces: as few as hold it, of about the same length."""
    ends = list(accumulate((max(1, min(n, MOST)) for n in lengths), initial=0))
    room, total = size - 2, ends[-1]
    if not lengths:
        return []
    count = 1 if total <= room else -(-(total - overlap) // (room - overlap))
    even = min(room, -(-(total + (count - 1) * overlap) // count) + MOST)
    cuts = [(0, at_piece(ends, even))]
    while cuts[-1][1] < len(lengths):
        first = max(cuts[-1][0] + 1, at_piece(ends, ends[cuts[-1][1]] - overlap))
        cuts.append((first, max(at_piece(ends, ends[first] + even), cuts[-1][1] + (first == cuts[-1][1]))))
    middles = ((before[1] + after[0] + 1) // 2 for before, after in pairwise(cuts))
    bounds = [0, *middles, len(lengths)]
    return [Window(*cut, *answers) for cut, answers in zip(cuts, pairwise(bounds), strict=True)]


def at_piece(ends: Sequence[int], piece: int) -> int:
    """The last word that begins at a piece or before it; the number of words where the text ends there."""
    return max(bisect_right(ends, piece) - 1, 0)
