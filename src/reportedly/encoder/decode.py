"""From the network's scores to spans of a report.

In: encoded reports, and whatever runs the network on a batch of windows (torch or onnxruntime) with the pair head's
small weights. Out: `Scored`: the scores of each word of a report, from the window that answers for it, and from these
names, attributions, events, fillers.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.arrays import Batch, Cut, Filled, distance_class, filled, together
from reportedly.encoder.heads import MEMBERS, TAGS, WIDTH, columns
from reportedly.encoder.labels import Chars, Marked, best, best_rows, runs, spans, steps
from reportedly.encoder.windows import OVERLAP, SIZE
from reportedly.encoder.wordpiece import Vocabulary

Floats = NDArray[np.float32]
Outputs = tuple[Floats, ...]
"""Scores; the pair head's parts: word, cue's first, cue's last; the states with their marks, where the network tells
them. Each windows x pieces x width.
"""

Runner = Callable[[Batch], Outputs]
Weights = Mapping[str, Floats]
"""The pair head's `distance`, `member` and `member_bias`."""


@dataclass(frozen=True)
class Relation:
    """An attribution: the characters of its cue, source and content, each in one part or several."""

    cue: tuple[Chars, ...]
    source: tuple[Chars, ...] = ()
    content: tuple[Chars, ...] = ()


@dataclass(frozen=True)
class Model:
    """What runs the network, and what stands beside it."""

    run: Runner
    weights: Weights
    vocabulary: Vocabulary


SWITCH = 1.0
"""What it costs that a word is something else to a cue than the word before."""


@dataclass(frozen=True)
class Seen:
    """A window's parts of the pair head, at the first piece of each of its words, and the states there in float16."""

    filled: Filled
    word: Floats
    cue_first: Floats
    cue_last: Floats
    states: NDArray[np.float16] | None = None


@dataclass(frozen=True)
class Scored:
    """A report with the scores of each word, and of each window what the pair head needs; `whole` is of its windows."""

    report: Cut
    scores: Floats
    whole: Floats
    seen: tuple[Seen, ...]
    weights: Weights

    def of(self, head: str) -> Floats:
        """The columns of one head, a row a word."""
        return self.scores[:, columns()[head]]

    @property
    def states(self) -> Floats:
        """The state of each word, from the window that answers for it; no rows where none are told."""
        rows = [
            seen.states[seen.filled.window.answers_from - seen.filled.window.first :][: answered(seen)]
            for seen in self.seen
            if seen.states is not None
        ]
        return np.concatenate(rows).astype(np.float32) if rows else np.zeros((0, 0), np.float32)


def answered(seen: Seen) -> int:
    """How many words a window answers for."""
    return seen.filled.window.answers_to - seen.filled.window.answers_from


def scored(reports: Sequence[Cut], model: Model, size: int = SIZE, overlap: int = OVERLAP) -> list[Scored]:
    """The reports with their scores.

    Each window is run by itself: int8 numbers are scaled by all that is run together, so that a report would be read
    otherwise beside other reports than alone. Nor is it slower; a window fits what a processor keeps near.
    """
    results: dict[int, list[tuple[Seen, Floats, Floats]]] = {id(report): [] for report in reports}
    for each in filled(reports, model.vocabulary, size, overlap):
        outputs = model.run(together([each]))
        scores, word, first, last, *rest = (part[0][each.places] for part in outputs)
        states = rest[0].astype(np.float16) if rest else None
        results[id(each.text)].append((Seen(each, word, first, last, states), scores, outputs[0][0, 0]))
    return [joined(report, results[id(report)], model.weights) for report in reports]


def joined(report: Cut, parts: list[tuple[Seen, Floats, Floats]], weights: Weights) -> Scored:
    """One report's windows put together."""
    width = WIDTH
    scores = np.zeros((len(report.words), width), np.float32)
    parts.sort(key=lambda part: part[0].filled.window.first)
    for seen, own, _ in parts:
        window = seen.filled.window
        kept = slice(window.answers_from - window.first, window.answers_to - window.first)
        scores[window.answers_from : window.answers_to] = own[kept]
    whole = np.stack([first for _, _, first in parts]) if parts else np.zeros((0, width), np.float32)
    return Scored(report, scores, whole, tuple(seen for seen, _, _ in parts), weights)


@cache
def allowed(head: str) -> Floats:
    """The steps that BIO allows among a head's labels."""
    return steps(TAGS[head])


def found_spans(scored_: Scored, head: str, lean: float = 0.0) -> list[Marked]:
    """The spans of words of a BIO head; `lean` is taken from the score of O, so that more is found."""
    scores = scored_.of(head).copy()
    scores[:, 0] -= lean
    return list(spans(best(log_softmax(scores), allowed(head)), TAGS[head]))


def log_softmax(scores: Floats) -> Floats:
    """The logarithm of each label's share, by row."""
    top = scores - scores.max(-1, keepdims=True)
    found: Floats = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return found


def chars(scored_: Scored, first: int, last: int) -> Chars:
    """The characters from one word to another (half-open)."""
    return scored_.report.words[first][0], scored_.report.words[last - 1][1]


def names(scored_: Scored) -> Iterator[Marked]:
    """The names by characters, with their class."""
    for first, last, name in found_spans(scored_, "names"):
        yield (*chars(scored_, first, last), name)


def label_at(scored_: Scored, head: str, word: int) -> str:
    """The label of a word by a head that is no BIO head."""
    return TAGS[head][int(scored_.of(head)[word].argmax())]


def attributions(scored_: Scored, head: str = "cue", lean: float = 0.0, switch: float = SWITCH) -> Iterator[Relation]:
    """The attributions in the order of their cues."""
    left = found_spans(scored_, head, lean)
    for seen in scored_.seen:
        window = seen.filled.window
        cues = [(first, last) for first, last, _ in left if window.answers_from <= first < window.answers_to]
        inside = [(first - window.first, min(last, window.last) - 1 - window.first) for first, last in cues]
        for (first, last), path in zip(cues, members(seen, inside, scored_.weights, switch), strict=True):
            source, content = (
                tuple(chars(scored_, window.first + a, window.first + b) for a, b in runs(path == MEMBERS.index(name)))
                for name in ("source", "content")
            )
            yield Relation((chars(scored_, first, last),), source, content)


def members(seen: Seen, cues: Sequence[tuple[int, int]], weights: Weights, switch: float) -> NDArray[np.int64]:
    """What each word of a window is to each cue, given by its first word and its last; a row a cue."""
    if not cues:
        return np.zeros((0, len(seen.word)), np.int64)
    scores = np.stack([member_scores(seen, first, last, weights) for first, last in cues])
    table = np.full((len(MEMBERS), len(MEMBERS)), -switch, np.float32)
    np.fill_diagonal(table, 0.0)
    return best_rows(log_softmax(scores), table)


def member_scores(seen: Seen, first: int, last: int, weights: Weights) -> Floats:
    """The pair head's scores of each word of a window for one cue."""
    return asked_scores(seen, [Asked(first, last, 0, len(seen.word))], weights)


class Asked(NamedTuple):
    """A cue's first and last word, and the words (half-open) of which it is asked what they are to it; by window."""

    first: int
    last: int
    start: int
    end: int


def asked_scores(seen: Seen, asked: Sequence[Asked], weights: Weights) -> Floats:
    """The pair head's scores of the words asked, those of the first cue first: all at once, for that is faster."""
    firsts, lasts, starts, ends = np.array(asked).T
    sizes = ends - starts
    owner = np.repeat(np.arange(len(asked)), sizes)
    words = np.arange(len(owner)) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    away = words - np.minimum(np.maximum(words, firsts[owner]), lasts[owner])
    cues = seen.cue_first[firsts] + seen.cue_last[lasts]
    return pair_scores(seen.word[words], cues, distance_class(away), weights, owner)


def pair_scores(
    word: Floats, cues: Floats, distances: NDArray[np.int64], weights: Weights, owner: NDArray[np.int64]
) -> Floats:
    """What `network.Network.members` gives, in torch's stead: for each word with the cue that is its owner."""
    width = weights["distance"].shape[1]
    inner = word[:, :width] + cues[owner, :width]
    inner += weights["distance"][distances]
    scores = gelu(inner) @ weights["member"].T + weights["member_bias"]
    shaped = cues[owner, width:].reshape(len(owner), len(MEMBERS) - 1, -1)
    scores[:, 1:] += np.einsum("rd,rkd->rk", word[:, width:], shaped) / sqrt(shaped.shape[2])
    return np.asarray(scores, np.float32)


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, the error function by 7.1.26 of Abramowitz and Stegun (within 1.5e-7)."""
    y = np.abs(x)
    y *= 1 / sqrt(2)
    t = y * 0.3275911
    t += 1
    np.reciprocal(t, out=t)
    tail = t * 1.061405429
    for part in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail += part
        tail *= t
    np.square(y, out=y)
    np.negative(y, out=y)
    tail *= np.exp(y, out=y)
    error = np.copysign(np.subtract(1, tail, out=tail), x, out=tail)
    error += 1
    error *= x
    error *= 0.5
    return np.asarray(error, np.float32)
