"""Make `evaluation/muc4_fillers.tsv`: how much each sign weighs that a string of a report fills a role of MUC-4.

In: MUC-4's training messages, read by the rules alone, so that no score of the trained encoder, which has seen these
messages, goes into a weight. Out: a logistic regression a role with an L2 penalty, of the signs that stand in at least
LEAST messages. The CEAF-REE of one fold in five that was not learned from stands in the header.

    python -m training.muc4_fillers FOLDER_OF_MUC4 > evaluation/muc4_fillers.tsv
"""

import argparse
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.muc4 import report_of
from evaluation.muc4_candidates import candidates, plain
from evaluation.muc4_files import ROLES, Message, of_json
from evaluation.muc4_joined import CONSTANT, chosen
from evaluation.muc4_scores import ceaf_ree
from evaluation.muc4_signs import Signs
from reportedly.pipeline import Reader

PENALTY, ROUNDS, KEPT, FOLDS = 6.0, 50, 8, 5
LEAST = 5
"""In how many messages a sign stands that gets a weight."""

SMALLEST = 0.05
"""Smaller weights are written as nothing."""

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]
Judged = Callable[[Floats], tuple[float, Floats]]
Weights = dict[str, list[float]]
"""By sign a weight for each role, in the order of ROLES; the constant under CONSTANT."""


@dataclass(frozen=True)
class Learned:
    """A message with its candidates: their strings and signs."""

    message: Message
    keys: list[str]
    signs: list[list[str]]


def main() -> None:
    """Print the weights, with the figures in the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path, help="a file that keeps the messages with their signs between runs")
    asked = parser.parse_args()
    found = loaded(asked.folder / "processed" / "train.json", asked.kept)
    print(f"{len(found)} messages, {sum(len(each.keys) for each in found)} candidates", file=sys.stderr)
    held = [each for i, each in enumerate(found) if i % FOLDS == 0]
    weights = fitted([each for i, each in enumerate(found) if i % FOLDS])
    print("# How much each sign weighs that a string fills a role; the sum of the weights, through 1/(1+exp(-x)).")
    print(f"# Source: training/muc4_fillers.py, on the {len(found)} training messages of MUC-4.")
    print(
        f"# CEAF-REE micro F1 of a fifth of them by weights learned from the others: {100 * judged(held, weights):.1f}."
    )
    print(f"# Columns: sign (see muc4_signs.py; `{CONSTANT}` goes to all), weight for " + ", ".join(ROLES) + ".")
    for sign, row in shortened(fitted(found)).items():
        print(sign, *(f"{weight:.2f}" if weight else "0" for weight in row), sep="\t")


def loaded(file: Path, kept: Path | None) -> list[Learned]:
    """The messages with their signs, from the file that keeps them where there is one."""
    if kept is not None and kept.exists():
        rows: list[Learned] = pickle.loads(kept.read_bytes())  # noqa: S301 - a file that this script wrote
        return rows
    messages = list(of_json(file))
    found = []
    for message, reading in zip(messages, Reader(extractor="rules").read(map(report_of, messages)), strict=True):
        signs, strings = Signs(reading), candidates(reading.annotated)
        found.append(Learned(message, [c.key for c in strings], [sorted(signs.of(c)) for c in strings]))
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


def fitted(found: Sequence[Learned]) -> Weights:
    """The weights of all roles."""
    seen = Counter(sign for each in found for sign in {s for signs in each.signs for s in signs})
    names = sorted(sign for sign, count in seen.items() if count >= LEAST)
    numbers = {sign: i for i, sign in enumerate(names)}
    rows = [[numbers[s] for s in signs if s in numbers] for each in found for signs in each.signs]
    lengths = np.array([len(row) for row in rows])
    columns = np.array([i for row in rows for i in row], np.int64)
    place = np.repeat(np.arange(len(rows)), lengths)
    learned = np.stack([regression(place, columns, len(names), answers(found, role)) for role in ROLES], 1)
    return {sign: [float(w) for w in row] for sign, row in zip((*names, CONSTANT), learned, strict=True)}


def answers(found: Sequence[Learned], role: str) -> Floats:
    """For each candidate 1 where it is a string of a filler."""
    return np.array([float(key in strings) for each in found for strings in [gold(each, role)] for key in each.keys])


def gold(each: Learned, role: str) -> set[str]:
    """The strings of a message's fillers of one role."""
    return {plain(name) for entity in (each.message.fillers or {}).get(role, ()) for name in entity}


def regression(place: Longs, columns: Longs, count: int, said: Floats) -> Floats:
    """The weights of the columns, with a constant at the end that is not penalised."""
    penalty = np.r_[np.full(count, PENALTY), 1e-6]

    def judge(weights: Floats) -> tuple[float, Floats]:
        """The loss and its slope."""
        z = np.bincount(place, weights=weights[columns], minlength=len(said)) + weights[-1]
        off = 1 / (1 + np.exp(-np.clip(z, -30, 30))) - said
        slope = np.r_[np.bincount(columns, weights=off[place], minlength=count), off.sum()]
        loss = (np.logaddexp(0, z) - said * z).sum() + 0.5 * (penalty * weights * weights).sum()
        return float(loss), slope + penalty * weights

    share = np.clip(said.mean(), 1e-6, 1 - 1e-6)
    return lowest(judge, np.r_[np.zeros(count), np.log(share / (1 - share))])


def lowest(judge: Judged, weights: Floats) -> Floats:
    """Where the loss is least, by the method of Broyden, Fletcher, Goldfarb and Shanno with limited memory."""
    loss, slope = judge(weights)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(ROUNDS):
        direction, length = step(past, slope), 1.0
        while True:
            moved = weights - length * direction
            found, steeper = judge(moved)
            if found <= loss - 1e-4 * length * (slope @ direction) or length < 1e-4:
                break
            length /= 2
        change = (moved - weights, steeper - slope)
        past = [*past, change][-KEPT:] if change[0] @ change[1] > 1e-10 else past
        is_done = abs(loss - found) < 1e-5 * abs(loss)
        weights, loss, slope = moved, found, steeper
        if is_done:
            break
    return weights


def step(past: Sequence[tuple[Floats, Floats]], slope: Floats) -> Floats:
    """The direction to go against, from the slope and the last moves with what they changed of it."""
    if not past:
        return slope / max(1.0, float(np.linalg.norm(slope)))
    left, shares = slope.copy(), []
    for moved, change in reversed(past):
        shares.append((moved @ left) / (change @ moved))
        left -= shares[-1] * change
    moved, change = past[-1]
    left *= (moved @ change) / (change @ change)
    for (moved, change), share in zip(past, reversed(shares), strict=True):
        left += moved * (share - (change @ left) / (change @ moved))
    return left


def judged(held: Sequence[Learned], weights: Weights) -> float:
    """CEAF-REE micro F1 by the weights alone."""
    nothing = [0.0] * len(ROLES)
    pairs = []
    for each in held:
        sums = [np.sum([weights.get(s, nothing) for s in (*signs, CONSTANT)], 0) for signs in each.signs]
        table = np.array(sums).reshape(len(each.keys), len(ROLES))
        ours = {role: [(each.keys[i],) for i in chosen(each.keys, table[:, r])] for r, role in enumerate(ROLES)}
        pairs.append((each.message.fillers or {}, ours))
    return ceaf_ree(pairs)["micro"].f1


def shortened(weights: Weights) -> Weights:
    """The weights without the small ones."""
    rows = {sign: [w if abs(w) >= SMALLEST else 0.0 for w in row] for sign, row in weights.items()}
    return {sign: row for sign, row in rows.items() if any(row)}


if __name__ == "__main__":
    main()
