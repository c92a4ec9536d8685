"""Windows of encoded examples as arrays, batch by batch.

In: encoded examples. Out: `Batch`es of windows of one corpus and like length: pieces, marks, mask, and at the first
piece of each word the labels of each head; cues with what each word of their window is to them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from training.encoder.examples import Encoded
from training.encoder.heads import IGNORED
from training.encoder.windows import MOST, Window, windows
from training.encoder.wordpiece import Vocabulary
from training.encoder.words import CASED, LOWER, UPPER

LENGTHS = 16
"""The length of a batch is a multiple of it."""

Longs = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass
class Filled:
    """One window: its pieces with marks, and the place of each word's first piece."""

    example: Encoded
    window: Window
    ids: Longs
    marks: Longs
    places: Longs


@dataclass
class Batch:
    """Arrays of some windows; labels hold IGNORED or nan where nothing is known."""

    ids: Longs
    marks: Longs
    mask: Floats
    tags: dict[str, Longs] = field(default_factory=dict)
    values: dict[str, Floats] = field(default_factory=dict)
    cues: Longs = field(default_factory=lambda: np.zeros((0, 3), np.int64))
    distances: Longs = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    members: Longs = field(default_factory=lambda: np.zeros((0, 0), np.int64))


def fill(example: Encoded, window: Window, vocabulary: Vocabulary) -> Filled:
    """A window's pieces and marks."""
    ids, marks, places = [vocabulary.first], [(0, 0, 0)], []
    for i in range(window.first, window.last):
        pieces = example.pieces[i][:MOST]
        shape, gap, quoted = map(int, example.marks[i])
        places.append(len(ids))
        ids += pieces
        marks += [(shape, gap, quoted), *[(shape, 0, quoted)] * (len(pieces) - 1)]
    ids.append(vocabulary.last)
    marks.append((0, 0, 0))
    return Filled(example, window, np.array(ids), np.array(marks), np.array(places))


def filled(examples: Iterable[Encoded], vocabulary: Vocabulary, size: int, overlap: int) -> list[Filled]:
    """All windows of some examples."""
    return [
        fill(example, window, vocabulary)
        for example in examples
        for window in windows([len(pieces) for pieces in example.pieces], size, overlap)
    ]


def grouped(found: Sequence[Filled], most: int, chance: np.random.Generator) -> list[list[Filled]]:
    """Windows in batches of like length, of at most so many pieces with padding; each corpus apart, in random order."""
    batches: list[list[Filled]] = []
    for corpus in sorted({each.example.corpus for each in found}):
        own = [each for each in found if each.example.corpus == corpus]
        noise = chance.random(len(own))
        order = sorted(range(len(own)), key=lambda i: (len(own[i].ids) // 16, noise[i]))
        batch: list[Filled] = []
        for i in order:
            longest = max([len(own[i].ids), *(len(each.ids) for each in batch)])
            if batch and longest * (len(batch) + 1) > most:
                batches.append(batch)
                batch = []
            batch.append(own[i])
        batches.append(batch)
    return [batches[i] for i in chance.permutation(len(batches))]


def together(found: Sequence[Filled], chance: np.random.Generator | None = None, case: float = 0.0) -> Batch:
    """The arrays of some windows. With chance a share `case` is set in capitals, half as many in small letters.

    Few lengths occur, since torch makes a kernel for each.
    """
    size = -(-max(len(each.ids) for each in found) // LENGTHS) * LENGTHS
    batch = Batch(
        np.zeros((len(found), size), np.int64),
        np.zeros((len(found), size, 3), np.int64),
        np.zeros((len(found), size), np.float32),
    )
    for i, each in enumerate(found):
        n = len(each.ids)
        batch.ids[i, :n], batch.mask[i, :n] = each.ids, 1.0
        batch.marks[i, :n] = each.marks if chance is None else recased(each.marks, chance, case)
        label(batch, i, each)
    pair(batch, found)
    return batch


def recased(marks: Longs, chance: np.random.Generator, case: float) -> Longs:
    """The marks as they are, or as if the text had capitals or small letters only."""
    drawn = float(chance.random())
    if drawn >= case * 1.5:
        return marks
    changed = marks.copy()
    changed[np.isin(marks[:, 0], CASED), 0] = UPPER if drawn < case else LOWER
    return changed


def label(batch: Batch, i: int, each: Filled) -> None:
    """Set the labels of one window."""
    inside = slice(each.window.first, each.window.last)
    for head, tags in each.example.tags.items():
        row = batch.tags.setdefault(head, np.full(batch.ids.shape, IGNORED, np.int64))
        row[i, each.places] = tags[inside]
    for head, tag in each.example.whole.items():
        row = batch.tags.setdefault(head, np.full(batch.ids.shape, IGNORED, np.int64))
        row[i, 0] = tag
    for head, values in each.example.values.items():
        numbers = batch.values.setdefault(head, np.full(batch.ids.shape, np.nan, np.float32))
        numbers[i, each.places] = values[inside]


def pair(batch: Batch, found: Sequence[Filled]) -> None:
    """Set the cues of all windows: window, first piece, piece of the last word; distances and members of each piece."""
    cues, distances, members = [], [], []
    size = batch.ids.shape[1]
    for i, each in enumerate(found):
        first, last = each.window.first, each.window.last
        for pair_ in each.example.pairs:
            if not first <= pair_.cue[0] < last:
                continue
            start, end = pair_.cue[0] - first, min(pair_.cue[1], last) - 1 - first
            cues.append((i, each.places[start], each.places[end]))
            row, far = np.full(size, IGNORED, np.int64), np.zeros(size, np.int64)
            row[each.places] = pair_.members[first:last]
            far[each.places] = distance_classes(len(each.places), start, end)
            members.append(row)
            distances.append(far)
    if cues:
        batch.cues, batch.distances, batch.members = np.array(cues), np.stack(distances), np.stack(members)


def distance_classes(count: int, start: int, end: int) -> Longs:
    """The class of the distance from a cue (its first and last word) to each of so many words: 20 is within.

    Up to 8 words every distance has a class of its own, then it grows by half powers of two.
    """
    at = np.arange(count)
    away = np.where(at < start, start - at, np.where(at > end, at - end, 0))
    far = np.minimum(8 + np.floor(2 * np.log2(np.maximum(away, 8) / 8)).astype(np.int64), 20)
    steps = np.where(away <= 8, away, far)
    return np.where(at < start, 20 - steps, 20 + steps).astype(np.int64)


def pieces_of(batches: Iterable[Sequence[Filled]]) -> Iterator[int]:
    """How many pieces each batch holds, without padding."""
    for batch in batches:
        yield sum(len(each.ids) for each in batch)
