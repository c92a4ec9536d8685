"""Texts as the arrays that the network reads.

In: a text and the vocabulary. Out: a `Cut` (its words, their marks and pieces), windows of it as numbers (`Filled`),
and a `Batch` of windows with padding. `distance_classes` tells the pair head how far words are from a cue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.labels import Chars
from reportedly.encoder.windows import MOST, Window, windows
from reportedly.encoder.wordpiece import Vocabulary
from reportedly.encoder.words import Marks, marks, words

LENGTHS = 16
"""The length of a batch is a multiple of it."""

Longs = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Cut:
    """A text in words, with the marks and the pieces of each."""

    text: str
    words: list[Chars]
    marks: Marks
    pieces: list[tuple[int, ...]]


@dataclass
class Filled:
    """One window: its pieces with marks, and the place of each word's first piece."""

    text: Cut
    window: Window
    ids: Longs
    marks: Longs
    places: Longs


@dataclass
class Batch:
    """Arrays of some windows, windows x pieces: numbers of pieces, their marks (one axis more), 1 for a piece."""

    ids: Longs
    marks: Longs
    mask: Floats


def cut(text: str, vocabulary: Vocabulary) -> Cut:
    """A text in words and pieces."""
    found = words(text)
    return Cut(text, found, marks(text, found), [vocabulary.pieces(text[start:end]) for start, end in found])


def fill(text: Cut, window: Window, vocabulary: Vocabulary) -> Filled:
    """A window's pieces and marks."""
    ids, marks, places = [vocabulary.first], [(0, 0, 0)], []
    for i in range(window.first, window.last):
        pieces = text.pieces[i][:MOST]
        shape, gap, quoted = map(int, text.marks[i])
        places.append(len(ids))
        ids += pieces
        marks += [(shape, gap, quoted), *[(shape, 0, quoted)] * (len(pieces) - 1)]
    ids.append(vocabulary.last)
    marks.append((0, 0, 0))
    return Filled(text, window, np.array(ids), np.array(marks), np.array(places))


def filled(texts: Iterable[Cut], vocabulary: Vocabulary, size: int, overlap: int) -> list[Filled]:
    """All windows of some texts."""
    return [
        fill(text, window, vocabulary)
        for text in texts
        for window in windows([len(pieces) for pieces in text.pieces], size, overlap)
    ]


def together(found: Sequence[Filled]) -> Batch:
    """The arrays of some windows. Few lengths occur, since a runner may make a kernel for each."""
    size = -(-max(len(each.ids) for each in found) // LENGTHS) * LENGTHS
    shape = (len(found), size)
    batch = Batch(np.zeros(shape, np.int64), np.zeros((*shape, 3), np.int64), np.zeros(shape, np.float32))
    for i, each in enumerate(found):
        n = len(each.ids)
        batch.ids[i, :n], batch.marks[i, :n], batch.mask[i, :n] = each.ids, each.marks, 1.0
    return batch


def distance_classes(count: int, start: int, end: int) -> Longs:
    """The class of the distance from a cue (its first and last word) to each of so many words."""
    at = np.arange(count)
    return distance_class(at - np.minimum(np.maximum(at, start), end))


FARTHEST = 512
"""Words from where on all distances are of one class."""


def distance_class(away: Longs) -> Longs:
    """The classes of distances in words from a cue, less than 0 before it; 20 is within.

    Up to 8 words every distance has a class of its own, then it grows by half powers of two.
    """
    found: Longs = classes()[np.minimum(np.maximum(away, -FARTHEST), FARTHEST) + FARTHEST]
    return found


@cache
def classes() -> Longs:
    """The class of each distance, from `FARTHEST` words before a cue to as many behind it."""
    away = np.abs(np.arange(-FARTHEST, FARTHEST + 1))
    far = np.minimum(8 + np.floor(2 * np.log2(np.maximum(away, 8) / 8)).astype(np.int64), 20)
    steps = np.where(away <= 8, away, far)
    return (20 + np.sign(np.arange(-FARTHEST, FARTHEST + 1)) * steps).astype(np.int64)
