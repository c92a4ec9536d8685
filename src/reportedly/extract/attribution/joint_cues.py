"""Cues by rules and encoder together: the log-odds of both, added up token by token.

In: a report's trees and what the encoder tells. Out: each cue with its tokens, its likelihood, and the frame that it
stands in, if the rules know one.
"""

from collections.abc import Container, Iterable, Iterator
from math import exp
from typing import NamedTuple

import numpy as np

from reportedly.extract.attribution.contents import Tokens
from reportedly.extract.attribution.cues import cue_tokens
from reportedly.extract.attribution.frames import BUILDERS, Frame
from reportedly.extract.attribution.heard import Floats, Heard
from reportedly.extract.attribution.links import CITING
from reportedly.extract.attribution.trees import Trees

RULES = 0.45
"""What the rules' log-odds count for beside the encoder's."""

SUREST = 4.0
"""Log-odds beyond which the rules are not believed to be surer."""

NO_FRAME = -2.0
"""The rules' log-odds of a token that is of no frame: they know of no such cue."""

NEAR = 4
"""Tokens between the head of a frame and the other words of its cue, at most."""

HEADED = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADP", "ADV")
"""Classes of a cue's main token, best first."""


class JointCue(NamedTuple):
    """The tokens of a cue, half-open, its likelihood (0 to 1), and its frame."""

    tokens: Tokens
    likelihood: float
    frame: Frame | None


class Cue(NamedTuple):
    """A frame that may be a cue, with the rules' log-odds and its tokens."""

    frame: Frame
    odds: float
    tokens: Tokens


class AnyWord(Container[str]):
    """Stands for the keys worth a look where the encoder has found a cue: every word is, but no light verb."""

    def __contains__(self, key: object) -> bool:
        return "+" not in str(key)


def joint_cues(trees: Trees, heard: Heard, weighed: Iterable[tuple[Frame, float]]) -> Iterator[JointCue]:
    """The cues in text order, none overlapping another; `weighed` holds the frames with the rules' log-odds."""
    near = possible(heard)
    known = [Cue(frame, odds, cue_tokens(trees, frame)) for frame, odds in weighed if near[frame.head]]
    odds = added(heard, known)
    by_head = {cue.frame.head: cue for cue in known}
    for first, last in runs_of(odds, heard, known):
        if any(token.lower in CITING for token in trees.doc.tokens[first:last]):
            continue  # whose object is the source, as the rules know
        inside = [by_head[place] for place in range(first, last) if place in by_head]
        best = max(inside, key=lambda cue: cue.odds, default=None)
        frame = frame_at(trees, first, last) if best is None else best.frame
        yield JointCue((first, last), likelihood(float(odds[first:last].max())), frame)


def possible(heard: Heard) -> list[bool]:
    """For each token whether a cue may lie at it or near it, however sure the rules are."""
    open_ = heard.odds > -RULES * SUREST
    if not len(open_):
        return []
    found: list[bool] = (np.convolve(open_, np.ones(2 * NEAR + 1), "full")[NEAR : NEAR + len(open_)] > 0).tolist()
    return found


def likelihood(odds: float) -> float:
    """Log-odds as a likelihood."""
    return 1 / (1 + exp(-odds))


def added(heard: Heard, known: list[Cue]) -> Floats:
    """The log-odds of rules and encoder together, by token."""
    rules = np.full(len(heard.words), NO_FRAME, np.float32)
    for cue in sorted(known, key=lambda cue: cue.odds):
        rules[cue.tokens[0] : cue.tokens[1]] = max(-SUREST, min(SUREST, cue.odds))
    return np.asarray(heard.odds + RULES * rules, np.float32)


def runs_of(odds: Floats, heard: Heard, known: list[Cue]) -> Iterator[Tokens]:
    """The unbroken runs of likely tokens, parted where the encoder begins a cue anew outside a frame's cue."""
    joined = {place for cue in known if cue.odds > 0 for place in range(cue.tokens[0] + 1, cue.tokens[1])}
    first, before = -1, -2
    for place in np.flatnonzero(odds > 0).tolist():
        if place != before + 1 or (heard.begins[place] and place not in joined):
            if first >= 0:
                yield first, before + 1
            first = place
        before = place
    if first >= 0:
        yield first, before + 1


def frame_at(trees: Trees, first: int, last: int) -> Frame | None:
    """The frame of a cue that only the encoder knows; None where its main word can have none."""
    inside = [t for t in trees.doc.tokens[first:last] if not first <= t.head < last or t.head == t.i]
    token = min(inside, key=lambda t: (HEADED.index(t.pos) if t.pos in HEADED else len(HEADED), t.i))
    build = BUILDERS.get(token.pos)
    return None if build is None else build(trees, token, AnyWord())
