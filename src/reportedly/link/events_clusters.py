"""Clusters from scored pairs: average link, a pure function of the pairs.

In: the number of things, the scores of pairs of them, a least score, pairs that must stay apart. Out: for each thing
the place of the first of its cluster.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]

FEW = 3
"""Members from which a cluster has a density of its own that a rift is measured by."""


def grouped(
    count: int,
    scores: Mapping[Pair, float],
    least: float,
    apart: Collection[Pair] = frozenset(),
    rift: float = float("inf"),
) -> list[int]:
    """For each of `count` things the least place in its cluster.

    The two clusters with the greatest mean score over all their pairs join, as long as it is at least `least`; a pair
    without a score counts 0. Clusters that hold a pair of `apart` never join. Two clusters of at least `FEW` stay two
    while their mean lies more than `rift` under the mean inside the looser of them. Of equal means the first by place
    joins.
    """
    groups = Groups(totals(scores, apart), [1] * count, [0.0] * count, [0] * count)
    cluster = [[i] for i in range(count)]
    queue = [found for i in groups.sums for found in groups.joins(i, least) if found[1] == i]
    heapify(queue)
    while queue:
        _, kept, gone, *ages = heappop(queue)
        if [groups.ages[kept], groups.ages[gone]] != ages or groups.torn(kept, gone, rift):
            continue
        groups.join(kept, gone)
        cluster[kept] += cluster[gone]
        cluster[gone] = []
        for found in groups.joins(kept, least):
            heappush(queue, found)
    return [top for _, top in sorted((i, members[0]) for members in cluster for i in members)]


def totals(scores: Mapping[Pair, float], apart: Collection[Pair]) -> dict[int, dict[int, float]]:
    """The scores by thing and neighbour; a pair that must stay apart counts minus infinity."""
    sums: dict[int, dict[int, float]] = {}
    barred = dict.fromkeys(apart, float("-inf"))
    for (i, j), score in {**scores, **barred}.items():
        if i != j and score:
            sums.setdefault(i, {})[j] = sums.setdefault(j, {})[i] = score
    return sums


@dataclass
class Groups:
    """Clusters while they grow, each under its least place: sums of scores between and inside them, and their sizes.

    `ages` tells how often a cluster has grown; -1 where it has joined another.
    """

    sums: dict[int, dict[int, float]]
    sizes: list[int]
    inside: list[float]
    ages: list[int]

    def joins(self, i: int, least: float) -> list[tuple[float, int, int, int, int]]:
        """What may join cluster i: minus the mean score, both places, lesser first, and their ages."""
        found = []
        for other, total in self.sums[i].items():
            mean = total / (self.sizes[i] * self.sizes[other])
            if mean >= least:
                first, second = min(i, other), max(i, other)
                found.append((-mean, first, second, self.ages[first], self.ages[second]))
        return found

    def torn(self, i: int, j: int, rift: float) -> bool:
        """Whether both clusters are of a size to stand alone and much denser inside than between them."""
        if min(self.sizes[i], self.sizes[j]) < FEW:
            return False
        between = self.sums[i][j] / (self.sizes[i] * self.sizes[j])
        return between < min(self.density(i), self.density(j)) - rift

    def density(self, i: int) -> float:
        """The mean score inside a cluster of at least two."""
        return 2 * self.inside[i] / (self.sizes[i] * (self.sizes[i] - 1))

    def join(self, kept: int, gone: int) -> None:
        """Put the cluster `gone` into `kept`."""
        self.inside[kept] += self.inside[gone] + self.sums[kept][gone]
        self.sizes[kept] += self.sizes[gone]
        self.ages[kept], self.ages[gone] = self.ages[kept] + 1, -1
        for other, total in self.sums.pop(gone).items():
            del self.sums[other][gone]
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + total
