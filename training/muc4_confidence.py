"""Make `evaluation/muc4_confidence.tsv`: how much each sign weighs for a value of MUC-4's organisation confidence.

In: MUC-4's training messages with their keys, read by the rules alone. Out: a multinomial logistic regression with an
L2 penalty, of the signs that stand with at least LEAST organisations. How many values are right where weights were
learned from other messages, five folds, stands in the header, beside the most frequent value and the rules' footing.

    python -m training.muc4_confidence FOLDER_OF_MUC4 > evaluation/muc4_confidence.tsv
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.muc4 import report_of
from evaluation.muc4_candidates import bracketed, candidates, plain
from evaluation.muc4_confidence import CONSTANT, VALUES, Footing, earned
from evaluation.muc4_files import Confidence, confidences, of_json
from evaluation.muc4_joined import naming
from evaluation.muc4_roles import BESIDE, VALUE
from evaluation.muc4_scores import worth
from evaluation.muc4_signs import Signs
from reportedly.pipeline import Reader, Reading
from training.muc4_fillers import lowest

PENALTY, LEAST = 8.0, 5
FOLDS, BLOCK = 5, 65
"""Messages come in blocks to the folds: neighbours tell of the same events."""

SMALLEST = 0.02
"""Smaller weights are written as nothing."""

USUAL = VALUES.index(BESIDE)
Floats = NDArray[Any]
Weights = dict[str, Floats]
"""By sign a weight for each value; the constant under CONSTANT."""


@dataclass(frozen=True)
class Asked:
    """An organisation of the key: the number of its message, its signs, the values that the key accepts."""

    number: int
    signs: frozenset[str]
    values: frozenset[str]


def main() -> None:
    """Print the weights, with the figures in the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found = list(organisations(parser.parse_args().folder))
    print(f"{len(found)} organisations", file=sys.stderr)
    print("# How much each sign weighs for a value of an organisation's confidence; softmax of the sums.")
    print(f"# Source: training/muc4_confidence.py, on {len(found)} organisations of MUC-4's training messages.")
    shares = {
        "by weights learned from other messages": crossed(found),
        "by the most frequent value": rightness(found, [USUAL] * len(found)),
        "by the rules": rightness(found, [ruled(each) for each in found]),
    }
    print("# Values right there: " + ", ".join(f"{100 * share:.1f} % {how}" for how, share in shares.items()) + ".")
    print(f"# Columns: sign (see muc4_confidence.py; `{CONSTANT}` goes to all), weight for " + ", ".join(VALUES) + ".")
    for sign, row in fitted(found).items():
        if np.abs(row).max() >= SMALLEST:
            print(sign, *(f"{round(weight, 2) + 0.0:.2f}" for weight in row), sep="\t")


def organisations(folder: Path) -> Iterator[Asked]:
    """The organisations of the keys of the training messages that stand in the texts."""
    keys = {k: v for file in sorted((folder / "raw" / "dev").glob("key-*")) for k, v in confidences(file).items()}
    numbered = [(i, m) for i, m in enumerate(of_json(folder / "processed" / "train.json")) if keys.get(m.docid)]
    readings = Reader(extractor="rules").read(report_of(message) for _, message in numbered)
    for (number, message), reading in zip(numbered, readings, strict=True):
        yield from asked(number, reading, keys[message.docid])


def asked(number: int, reading: Reading, key: Sequence[Confidence]) -> Iterator[Asked]:
    """The organisations of one message, each once, by the name that stands there most often."""
    signs, strings = Signs(reading), candidates(reading.annotated)
    footing, same = Footing(signs), bracketed(reading.annotated, strings)
    done: set[str] = set()
    for names in ({plain(name) for name in entry.org} for entry in key):
        known = [string for string in strings if string.key in names]
        if known and names.isdisjoint(done):
            named = max(known, key=lambda string: len(string.places))
            entries = [entry for entry in key if named.key in map(plain, entry.org)]
            done.update(*(map(plain, entry.org) for entry in entries))
            values = frozenset(value for entry in entries for value in entry.values if value in VALUES)
            if values:
                yield Asked(number, footing.of(naming(named, strings, same)), values)


def fitted(found: Sequence[Asked]) -> Weights:
    """The weights of the values."""
    seen = Counter(sign for each in found for sign in each.signs)
    names = [*sorted(sign for sign, count in seen.items() if count >= LEAST), CONSTANT]
    has = np.array([[name in each.signs or name == CONSTANT for name in names] for each in found], float)
    accepts = np.array([[value in each.values for value in VALUES] for each in found], float)
    penalty = np.array([PENALTY if name != CONSTANT else 1e-3 for name in names])[:, None]

    def judge(flat: Floats) -> tuple[float, Floats]:
        """The loss and its slope."""
        table = flat.reshape(len(names), len(VALUES))
        shares = softmax(has @ table)
        kept = shares * accepts
        total = kept.sum(1, keepdims=True)
        loss = -np.log(total).sum() + 0.5 * (penalty * table * table).sum()
        return float(loss), (has.T @ (shares - kept / total) + penalty * table).ravel()

    learned = lowest(judge, np.zeros(len(names) * len(VALUES))).reshape(len(names), len(VALUES))
    return dict(zip(names, learned, strict=True))


def softmax(sums: Floats) -> Floats:
    """Sums as shares of each row."""
    found: Floats = np.exp(sums - sums.max(1, keepdims=True))
    found /= found.sum(1, keepdims=True)
    return found


def crossed(found: Sequence[Asked]) -> float:
    """How much is right of the values where each fold is judged by weights learned from the others."""
    picked: list[int] = [0] * len(found)
    for fold in range(FOLDS):
        weights = fitted([each for each in found if each.number // BLOCK % FOLDS != fold])
        for i, each in enumerate(found):
            if each.number // BLOCK % FOLDS == fold:
                sums = np.sum([weights[sign] for sign in (CONSTANT, *sorted(each.signs)) if sign in weights], 0)
                picked[i] = int(earned(softmax(sums[None, :])[0]).argmax())
    return rightness(found, picked)


def rightness(found: Sequence[Asked], picked: Sequence[int]) -> float:
    """The share of the picked values (by place) that is right, half where one is the more general one."""
    total = 0.0
    for each, place in zip(found, picked, strict=True):
        total += worth(Confidence((), tuple(each.values)), VALUES[place])
    return total / len(found)


def ruled(each: Asked) -> int:
    """The place of the value that the rules' firmest footing gives; of the most frequent one where there is none."""
    return next((VALUES.index(value) for named_as, value in VALUE.items() if f"firm:{named_as}" in each.signs), USUAL)


if __name__ == "__main__":
    main()
