"""The mentions of a report and which of them mean the same, by the encoder's states and what the parser says.

In: a report with the encoder's scores and states (`Scored`), what parser and rules say of each word (`Parsed`), and the
linker's weights. Out: `Referring`: every noun phrase and pronoun, nested ones too, with the number of its cluster. How
the weights come about is told in `training.encoder.coreference`, which holds the same in torch.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reportedly.encoder import reader
from reportedly.encoder.decode import Scored, gelu
from reportedly.encoder.reader import SMALL
from reportedly.encoder.referring import SIZES, Floats, Longs, Parsed, Side, Signs, sides, signs
from reportedly.errors import Stop

Weights = Mapping[str, Floats]

SHIPPED = reader.SHIPPED / "links.npz"
"""The weights that the package carries."""

POINT = 64
HALF = 128
LINK = 128
SIGN = 32
BEST = 24
"""How many earlier mentions are looked at once more."""

ASKED = ("match", "rules", "proper", "away", "sentences", "spoken", "syntax")
"""The signs whose worth depends on the later mention's state."""

ALONE = tuple(name for name in SIZES if name not in ASKED)
"""The others."""

NEVER = -1e4
BLOCK, BACK = 300, 600
"""Mentions that are linked at once, and how many before them they may go with."""


@dataclass(frozen=True)
class Referring:
    """One mention: words, half-open, its head word, and the number of its cluster."""

    first: int
    last: int
    head: int
    cluster: int


class Own(NamedTuple):
    """One linker's weights, and the states of a report's words with its tables beside them."""

    states: Floats
    weights: Weights


@cache
def load(file: Path = SHIPPED) -> tuple[Weights, ...]:
    """The linkers of a file, kept in half precision. Raises Stop where they are missing or of another encoder."""
    try:
        with np.load(file) as parts:
            kept = {name: parts[name] for name in parts.files}
        encoder = encoder_digest(file.parent)
    except OSError as error:
        raise Stop(f"the linker of mentions cannot be loaded: {error.strerror}; install reportedly again") from error
    if str(kept.pop("encoder")) != encoder:
        raise Stop(f"{file.name} was trained on another encoder than {SMALL} beside it; train it again")
    made: dict[str, dict[str, Floats]] = {}
    for name, part in kept.items():
        number, own = name.split("/")
        made.setdefault(number, {})[own] = np.asarray(part, np.float32)
    return tuple(made.values())


def save(file: Path, linkers: Sequence[Weights]) -> None:
    """Write linkers beside the encoder that they were trained on."""
    parts = {f"{i}/{name}": part.astype(np.float16) for i, own in enumerate(linkers) for name, part in own.items()}
    np.savez(file, allow_pickle=False, encoder=np.array(encoder_digest(file.parent)), **parts)


def encoder_digest(folder: Path) -> str:
    """The SHA-256 of the encoder in a folder, by which the linker knows whose states it reads."""
    return hashlib.sha256((folder / SMALL).read_bytes()).hexdigest()


def referring(scored: Scored, parsed: Parsed, linkers: Sequence[Weights]) -> list[Referring]:
    """The mentions of a report in the order of their heads, by the mean of some linkers' scores; none where the
    encoder does not tell the report's states.
    """
    if not len(scored.states):
        return []
    text = scored.report.text
    words = [text[start:end] for start, end in scored.report.words]
    own = [Own(whole(scored.states, parsed, weights), weights) for weights in linkers]
    mentions = found(words, parsed, own)
    clusters = list(range(len(mentions)))
    for row, earlier in enumerate(linked(words, parsed, mentions, name_classes(scored), own)):
        if earlier is not None:
            clusters[row] = clusters[earlier]
    return [
        Referring(row[0], row[1], row[2], cluster) for row, cluster in zip(mentions.tolist(), clusters, strict=True)
    ]


def name_classes(scored: Scored) -> Longs:
    """The class of name of each word, counted from 1; 0 for none."""
    best = scored.of("names").argmax(1)
    return np.where(best == 0, 0, (best - 1) // 2 + 1)


def whole(states: Floats, parsed: Parsed, weights: Weights) -> Floats:
    """The states of the words with what parser and rules say."""
    known = {"tag": parsed.tag, "dep": parsed.dep, "above": parsed.dep[parsed.head], "form": parsed.form}
    tables = [weights[f"tables.{name}.weight"][values] for name, values in known.items()]
    return np.concatenate([states, *tables], 1)


def through(name: str, weights: Weights, values: Floats) -> Floats:
    """A linear layer."""
    return np.asarray(values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], np.float32)


def found(words: Sequence[str], parsed: Parsed, linkers: Sequence[Own]) -> Longs:
    """The mentions: rows of first word, last (half-open), head."""
    odds = np.sum([through("head", own.weights, gelu(through("seen", own.weights, own.states))) for own in linkers], 0)
    heads = np.flatnonzero(np.diff(odds)[:, 0] > 0)
    if not len(heads):
        return np.zeros((0, 3), np.int64)
    begins, ends = sides(words, parsed, heads)
    both = [bounds(heads, begins, ends, own) for own in linkers]
    first, last = (np.sum([each[side] for each in both], 0).argmax(1) for side in (0, 1))
    return np.stack([heads - first, heads + last + 1, heads], 1)


def bounds(heads: Longs, begins: Side, ends: Side, own: Own) -> tuple[Floats, Floats]:
    """For each head one linker's scores of each distance to the mention's first word (0: the head), and to its last."""
    states, weights = own
    inner = gelu(through("pointing", weights, states[heads]))
    part, nothing = through("from_head", weights, inner), np.zeros_like(states[:1])
    before = np.concatenate([np.concatenate([nothing, states[:-1]]), states], 1)
    behind = np.concatenate([states, np.concatenate([states[1:], nothing])], 1)
    return (
        pointed("first", part[:, :POINT], inner, before, begins, weights),
        pointed("last", part[:, POINT:], inner, behind, ends, weights),
    )


def pointed(name: str, part: Floats, inner: Floats, states: Floats, side: Side, weights: Weights) -> Floats:
    """How well each place of a side fits what each head points at; NEVER outside the report."""
    target = through(f"to_{name}", weights, states)[side.places]
    scores = np.einsum("mp,mdp->md", part, target) / math.sqrt(POINT)
    scores += weights[f"far_{name}.weight"][:, 0]
    scores += weights[f"parts_{name}.weight"][side.parts, 0] + weights[f"balance_{name}.weight"][side.balance, 0]
    scores += np.take_along_axis(through(f"asks_{name}", weights, inner), side.parts, 1)
    return np.where(side.inside, scores, np.float32(NEVER))


def linked(
    words: Sequence[str], parsed: Parsed, mentions: Longs, classes: Longs, linkers: Sequence[Own]
) -> Iterator[int | None]:
    """The earlier mention that each goes with, by its row; None where none fits."""
    for start in range(0, len(mentions), BLOCK):
        back = max(0, start - BACK)
        rows = mentions[back : start + BLOCK]
        pairs = signs(words, parsed, rows, classes)
        scores = np.mean([link_scores(own.states, rows, pairs, start - back, own.weights) for own in linkers], 0)
        at = scores.argmax(1)
        for row, best in enumerate(at.tolist()):
            yield back + best if scores[row, best] > 0 else None


def link_scores(states: Floats, rows: Longs, own: Signs, start: int, weights: Weights) -> Floats:
    """The score of each mention before each of those from `start` on."""
    first, last, head = rows.T
    state = through("mention", weights, np.concatenate([states[head], states[first], states[last - 1]], 1))
    state = gelu(state + weights["kind.weight"][own.kind])
    later, pairs = state[start:], {name: values[start:] for name, values in own.pairs.items()}
    scores = through("later", weights, later) @ through("earlier", weights, state).T / math.sqrt(LINK)
    for name in ALONE:
        scores += weights[f"alone.{name}.weight"][pairs[name], 0]
    for name in ASKED:
        scores += np.take_along_axis(through(f"asked.{name}", weights, later), pairs[name], 1)
    is_late = np.arange(len(rows))[None] >= np.arange(start, len(rows))[:, None]
    scores[is_late] = NEVER
    count = min(BEST, len(rows))
    best = np.argpartition(-scores, count - 1, 1)[:, :count]
    more = again(state, later, best, pairs, weights)
    np.put_along_axis(scores, best, np.take_along_axis(scores, best, 1) + more, 1)
    scores[is_late] = NEVER
    return scores


def again(state: Floats, later: Floats, best: Longs, pairs: Mapping[str, Longs], weights: Weights) -> Floats:
    """What is added to the scores of the best earlier mentions of each."""
    product = through("again_later", weights, later)[:, None] * through("again_earlier", weights, state)[best]
    beside = np.zeros((*best.shape, SIGN), np.float32)
    for name, classes in pairs.items():
        beside += weights[f"beside.{name}.weight"][np.take_along_axis(classes, best, 1)]
    inner = gelu(through("inner", weights, np.concatenate([product, beside], -1)))
    return through("score", weights, inner)[..., 0]
