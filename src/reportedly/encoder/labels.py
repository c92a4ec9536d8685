"""Rows of labels: which ones BIO allows, the best row for some scores, and the spans of words that it marks.

In: words as half-open spans of characters in text order, and a row of scores for each. Out: spans of words.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Chars = tuple[int, int]
"""First character and last, half-open."""

Marked = tuple[int, int, str]
"""First, last (half-open), class; characters or words."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NEVER = -1e9
"""The score of a step that BIO forbids."""


def bio(classes: Iterable[str]) -> tuple[str, ...]:
    """The labels of some classes: O, then B and I of each in order."""
    return ("O", *(f"{mark}-{name}" for name in classes for mark in "BI"))


def words_in(words: Sequence[Chars], start: int, end: int) -> tuple[int, int] | None:
    """The words that a span of characters touches, half-open; None where it touches none."""
    first = after(words, start)
    last = bisect_left(words, (end, end))
    return (first, last) if first < last else None


def after(words: Sequence[Chars], start: int) -> int:
    """The first word that ends behind a character."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low


def steps(labels: Sequence[str]) -> Floats:
    """What BIO says of a label behind another: 0 allowed, NEVER not; the last row is for the first word."""
    table = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            for i, before in enumerate((*labels, "O")):
                if before[2:] != label[2:]:
                    table[i, j] = NEVER
    return table


def best(scores: Floats, table: Floats) -> list[int]:
    """The row of labels with the greatest sum of scores and steps; the table's last row is for the first word."""
    if not len(scores):
        return []
    first = scores.copy()
    first[0] += table[-1]
    found: list[int] = best_rows(first[None], table[:-1])[0].tolist()
    return found


def best_rows(scores: Floats, table: Floats) -> NDArray[np.int64]:
    """For each of some rows of words the labels with the greatest sum of scores and steps (Viterbi)."""
    rows, count, _ = scores.shape
    total, back = scores[:, 0], np.zeros(scores.shape, np.int64)
    for at in range(1, count):
        ways = total[:, :, None] + table
        back[:, at] = ways.argmax(1)
        total = ways.max(1) + scores[:, at]
    path, every = np.zeros((rows, count), np.int64), np.arange(rows)
    path[:, -1] = total.argmax(-1)
    for at in range(count - 1, 0, -1):
        path[:, at - 1] = back[every, at, path[:, at]]
    return path


def spans(path: Iterable[int], labels: Sequence[str]) -> Iterator[Marked]:
    """The spans of words that a row of BIO labels marks, in order."""
    first, name, at = 0, "", -1
    for at, place in enumerate(path):
        label = labels[place]
        if name and label != f"I-{name}":
            yield first, at, name
            name = ""
        if label.startswith("B-"):
            first, name = at, label[2:]
    if name:
        yield first, at + 1, name


def runs(inside: Sequence[bool] | NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of what is true, half-open."""
    first: int | None = None
    for at, value in enumerate((*inside, False)):
        if value and first is None:
            first = at
        elif not value and first is not None:
            yield first, at
            first = None
