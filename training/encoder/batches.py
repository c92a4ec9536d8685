"""Windows of encoded examples as arrays, batch by batch.

In: encoded examples. Out: `Batch`es of windows of one corpus and like length: pieces, marks, mask, and at the first
piece of each word the labels of each head; cues with what each word of their window is to them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from reportedly.encoder import arrays
from reportedly.encoder.arrays import Filled, Floats, Longs, distance_classes
from reportedly.encoder.heads import IGNORED
from reportedly.encoder.words import CASED, LOWER, UPPER
from training.encoder.examples import Encoded


@dataclass
class Batch(arrays.Batch):
    """Arrays of some windows with labels, which hold IGNORED or nan where nothing is known."""

    tags: dict[str, Longs] = field(default_factory=dict)
    values: dict[str, Floats] = field(default_factory=dict)
    cues: Longs = field(default_factory=lambda: np.zeros((0, 3), np.int64))
    distances: Longs = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    members: Longs = field(default_factory=lambda: np.zeros((0, 0), np.int64))


def example(each: Filled) -> Encoded:
    """The example that a window was cut from."""
    assert isinstance(each.text, Encoded)
    return each.text


def grouped(found: Sequence[Filled], most: int, chance: np.random.Generator) -> list[list[Filled]]:
    """Windows in batches of like length, of at most so many pieces with padding; each corpus apart, in random order."""
    batches: list[list[Filled]] = []
    for corpus in sorted({example(each).corpus for each in found}):
        own = [each for each in found if example(each).corpus == corpus]
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
    """The arrays of some windows. With chance a share `case` is set in capitals, half as many in small letters."""
    bare = arrays.together(found)
    batch = Batch(bare.ids, bare.marks, bare.mask)
    for i, each in enumerate(found):
        if chance is not None:
            batch.marks[i, : len(each.ids)] = recased(each.marks, chance, case)
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
    for head, tags in example(each).tags.items():
        row = batch.tags.setdefault(head, np.full(batch.ids.shape, IGNORED, np.int64))
        row[i, each.places] = tags[inside]
    for head, tag in example(each).whole.items():
        row = batch.tags.setdefault(head, np.full(batch.ids.shape, IGNORED, np.int64))
        row[i, 0] = tag
    for head, values in example(each).values.items():
        numbers = batch.values.setdefault(head, np.full(batch.ids.shape, np.nan, np.float32))
        numbers[i, each.places] = values[inside]


def pair(batch: Batch, found: Sequence[Filled]) -> None:
    """Set the cues of all windows: window, first piece, piece of the last word; distances and members of each piece."""
    cues, distances, members = [], [], []
    size = batch.ids.shape[1]
    for i, each in enumerate(found):
        first, last = each.window.first, each.window.last
        for pair_ in example(each).pairs:
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


def pieces_of(batches: Iterable[Sequence[Filled]]) -> Iterator[int]:
    """How many pieces each batch holds, without padding."""
    for batch in batches:
        yield sum(len(each.ids) for each in batch)
