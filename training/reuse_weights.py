"""Make `link/lexicons/reuse_weights.tsv`: how much each sign of copying weighs.

In: labelled pairs of reports (`pairs_dev.jsonl`). Out: three logistic regressions with an L2 penalty on scaled signs,
written for unscaled ones: `taken` tells copy and derived from the rest, `copy` a copy from a derived text, `quoted` a
shared quotation from nothing. Figures of five-fold cross-validation, in which pairs that share a report stay in one
fold, stand in the header: an average over ten ways to deal the folds.

    python training/reuse_weights.py PATH_OF_PAIRS > src/reportedly/link/lexicons/reuse_weights.tsv
"""

import argparse
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.reuse import figures_of, report_of
from reportedly.link.copies import WORD_FOR_WORD, measured, weighed
from reportedly.link.wording import wording

Floats = NDArray[np.float64]

MODELS = {
    "taken": ("content", "blocks", "background", "lead", "days", "stock", "credits", "cited"),
    "copy": ("likeness", "lead"),
    "quoted": ("quoted",),
}
PENALTY, ROUNDS, FOLDS, DEALS = 3.0, 30, 5, 10

TAKEN = 0.46
"""Likelihood at which F1 is best, near half the F1 reached (Lipton, Elkan and Narayanaswamy 2014).

The constant of `taken` is moved by its logit, so that reporting counts as taken over from a score of 0.5 on.
"""


def main() -> None:
    """Print the weights, with the figures in the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    pairs = [json.loads(line) for line in parser.parse_args().pairs.read_text("utf-8").splitlines()]
    signs = [measured(wording(report_of(pair["a"])), wording(report_of(pair["b"]))) for pair in pairs]
    labels = np.array([pair["label"] for pair in pairs])
    every = np.ones(len(pairs), bool)
    print(
        "# How much each sign weighs: three logistic regressions; the sum of weight times sign, through 1/(1+exp(-x))."
    )
    print(
        f"# Source: training/reuse_weights.py, on {len(pairs)} hand-labelled pairs; signs are those of link/signs.py."
    )
    print(f"# Cross-validated on them: {validation(pairs, signs, labels)}.")
    print("# Columns: model and sign (`taken/content`; `taken/` is the constant), weight.")
    for model, weights in fitted(signs, labels, every).items():
        for name, weight in weights.items():
            print(f"{model}/{name}\t{weight:.4f}")


def validation(pairs: list[dict[str, Any]], signs: list[dict[str, float]], labels: NDArray[Any]) -> str:
    """The figures on unseen folds in words, each with its standard deviation over the ways to deal the folds."""
    groups = connected(pairs)
    found = [cross_validated(pairs, signs, labels, groups, seed) for seed in range(DEALS)]
    columns = {name: [figures[name] for figures in found] for name in found[0]}
    return ", ".join(f"{name} {np.mean(each):.1f} (sd {np.std(each):.1f})" for name, each in columns.items())


def fitted(
    signs: list[dict[str, float]], labels: NDArray[Any], among: NDArray[np.bool_]
) -> dict[str, dict[str, float]]:
    """The weights of each model, learned from the pairs in `among`."""
    taken = np.isin(labels, ["copy", "derived"])
    chosen = {
        "taken": (among, taken),
        "copy": (among & taken, labels == "copy"),
        "quoted": (among & ~taken, labels == "quote_only"),
    }
    weights = {model: regression(signs, MODELS[model], *chosen[model]) for model in MODELS}
    weights["taken"][""] -= math.log(TAKEN / (1 - TAKEN))
    return weights


def regression(
    signs: list[dict[str, float]], names: tuple[str, ...], among: NDArray[np.bool_], right: NDArray[np.bool_]
) -> dict[str, float]:
    """Weights by Newton's method; the constant under the empty name is not penalised."""
    values = np.array([[row[name] for name in names] for row in signs])[among]
    middle, spread = values.mean(0), values.std(0) + 1e-9
    scaled = np.c_[(values - middle) / spread, np.ones(len(values))]
    answers, weights, penalty = right[among].astype(float), np.zeros(len(names) + 1), PENALTY * np.eye(len(names) + 1)
    penalty[-1, -1] = 0.0
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        curve = scaled.T @ (scaled * (likely * (1 - likely))[:, None]) + penalty
        weights -= np.linalg.solve(curve, scaled.T @ (likely - answers) + penalty @ weights)
    plain = weights[:-1] / spread
    found = dict(zip(names, plain.tolist(), strict=True))
    return {**found, "": float(weights[-1] - plain @ middle)}


def connected(pairs: list[dict[str, Any]]) -> list[str]:
    """For each pair the name of its group: pairs that share a report, at any remove, have one."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for pair in pairs:
        above[top(pair["a"]["id"])] = top(pair["b"]["id"])
    return [top(pair["a"]["id"]) for pair in pairs]


def cross_validated(
    pairs: list[dict[str, Any]], signs: list[dict[str, float]], labels: NDArray[Any], groups: list[str], seed: int
) -> dict[str, float]:
    """The figures where each fold is judged by weights learned from the others."""
    names = sorted(set(groups))
    dealt = dict(zip(np.random.default_rng(seed).permutation(names), np.arange(len(names)) % FOLDS, strict=True))
    fold = np.array([dealt[group] for group in groups])
    answers = [""] * len(pairs)
    for each in range(FOLDS):
        weights = fitted(signs, labels, fold != each)
        for i in np.flatnonzero(fold == each):
            answers[i] = answer(signs[i], weights)
    return figures_of(pairs, answers)


def answer(found: dict[str, float], weights: dict[str, dict[str, float]]) -> str:
    """The label by these weights, as `link.copies` gives it."""
    settled = found["kept"] >= WORD_FOR_WORD and not found["stock"]
    if settled or weighed(weights["taken"], found) >= 0.5:
        return "copy" if weighed(weights["copy"], found) >= 0.5 else "derived"
    return "quote_only" if weighed(weights["quoted"], found) >= 0.5 else "independent"


if __name__ == "__main__":
    main()
