"""Metrics of coreference: how well clusters of mentions agree with those of the answers.

In: two clusterings of the same mentions, each a mapping from a mention to its cluster's name. Out: precision, recall
and F1 of MUC, B-cubed and CEAF-e, and their mean, the CoNLL score. Mentions alone in their cluster count in B-cubed
and CEAF-e, on both sides; MUC counts links and does not see them.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Clustering = Mapping[Any, Hashable]
Floats = NDArray[np.float64]


class Score(NamedTuple):
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def conll(gold: Clustering, ours: Clustering) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2012), 0 to 1."""
    return sum(metric(gold, ours).f1 for metric in (muc, b_cubed, ceaf_e)) / 3


def muc(gold: Clustering, ours: Clustering) -> Score:
    """Links kept: per cluster its size less the number of parts the other side cuts it into (Vilain et al. 1995)."""
    return Score(links_kept(ours, gold), links_kept(gold, ours))


def links_kept(whole: Clustering, cutting: Clustering) -> float:
    """The share of the least links of `whole` that `cutting` leaves; 0 where there is no link at all."""
    parts: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in whole.items():
        parts[cluster].add(cutting[mention])
    sizes = Counter(whole.values())
    links = sum(size - 1 for size in sizes.values())
    return sum(sizes[cluster] - len(parts[cluster]) for cluster in sizes) / links if links else 0.0


def b_cubed(gold: Clustering, ours: Clustering) -> Score:
    """Per mention the share of its cluster that the other side has with it (Bagga and Baldwin 1998)."""
    common = Counter((gold[mention], ours[mention]) for mention in gold)
    sizes, guessed, total = Counter(gold.values()), Counter(ours.values()), max(len(gold), 1)
    recall = sum(n * n / sizes[g] for (g, _), n in common.items()) / total
    return Score(sum(n * n / guessed[o] for (_, o), n in common.items()) / total, recall)


def ceaf_e(gold: Clustering, ours: Clustering) -> Score:
    """Likeness of the clusters under the best one-to-one pairing, each pair 2|a&b| / (|a|+|b|) (Luo 2005)."""
    common = Counter((gold[mention], ours[mention]) for mention in gold)
    sizes, guessed = Counter(gold.values()), Counter(ours.values())
    if not sizes:
        return Score(0.0, 0.0)
    likeness = {(g, o): 2 * n / (sizes[g] + guessed[o]) for (g, o), n in common.items()}
    total = sum(best_pairing(block) for block in blocks(likeness))
    return Score(total / len(guessed), total / len(sizes))


def blocks(likeness: Mapping[tuple[Hashable, Hashable], float]) -> list[Floats]:
    """Tables of likeness, one for each group of clusters that share mentions at any remove: they pair apart."""
    above: dict[tuple[int, Hashable], tuple[int, Hashable]] = {}

    def top(node: tuple[int, Hashable]) -> tuple[int, Hashable]:
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for a, b in likeness:
        above[top((0, a))] = top((1, b))
    grouped: dict[tuple[int, Hashable], list[tuple[Hashable, Hashable]]] = defaultdict(list)
    for a, b in likeness:
        grouped[top((0, a))].append((a, b))
    return [table(pairs, likeness) for pairs in grouped.values()]


def table(pairs: list[tuple[Hashable, Hashable]], likeness: Mapping[tuple[Hashable, Hashable], float]) -> Floats:
    """The pairs as a matrix, rows no more than columns, 0 where two clusters share nothing."""
    rows = {a: i for i, a in enumerate(dict.fromkeys(a for a, _ in pairs))}
    columns = {b: i for i, b in enumerate(dict.fromkeys(b for _, b in pairs))}
    found = np.zeros((len(rows), len(columns)))
    for a, b in pairs:
        found[rows[a], columns[b]] = likeness[a, b]
    return found if len(rows) <= len(columns) else found.T


def best_pairing(gain: Floats) -> float:
    """The greatest sum of one entry a row, no column twice: the Hungarian method by shortest augmenting paths."""
    rows, columns = gain.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken_by = np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        taken_by[0], column, back = row, 0, np.zeros(columns + 1, int)
        slack, seen = np.full(columns + 1, np.inf), np.zeros(columns + 1, bool)
        while taken_by[column]:
            seen[column] = True
            here = taken_by[column]
            cost = np.r_[np.inf, -gain[here - 1] - of_row[here] - of_column[1:]]
            better = ~seen & (cost < slack)
            slack[better], back[better] = cost[better], column
            nearest = int(np.argmin(np.where(seen, np.inf, slack)))
            step = slack[nearest]
            of_row[taken_by[seen]] += step
            of_column[seen] -= step
            slack[~seen] -= step
            column = nearest
        while column:
            taken_by[column] = taken_by[back[column]]
            column = back[column]
    return float(sum(gain[taken_by[c] - 1, c - 1] for c in range(1, columns + 1) if taken_by[c]))


def pairs_f1(gold: Clustering, ours: Clustering) -> Score:
    """Pairs of mentions in one cluster: of ours how many are right, of the right ones how many are ours."""
    both = among(Counter((gold[mention], ours[mention]) for mention in gold).values())
    said, right = among(Counter(ours.values()).values()), among(Counter(gold.values()).values())
    return Score(both / said if said else 0.0, both / right if right else 0.0)


def among(sizes: Iterable[int]) -> int:
    """How many pairs clusters of these sizes hold."""
    return sum(size * (size - 1) // 2 for size in sizes)
