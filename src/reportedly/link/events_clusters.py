"""Clusters from scored pairs: average link, a pure function of the pairs.

In: the number of things, the scores of pairs of them, a least score, pairs that must stay apart. Out: for each thing
the place of the first of its cluster.
"""

from collections.abc import Collection, Mapping

Pair = tuple[int, int]


def grouped(count: int, scores: Mapping[Pair, float], least: float, apart: Collection[Pair] = frozenset()) -> list[int]:
    """For each of `count` things the least place in its cluster.

    The two clusters with the greatest mean score over all their pairs join, as long as it is at least `least`; a pair
    without a score counts 0. Clusters that hold a pair of `apart` never join. Of equal means the first by place joins.
    """
    sums = totals(scores, apart)
    sizes, cluster = [1] * count, list(range(count))
    best = {i: nearest(i, sums, sizes) for i in sums}
    while best:
        i = min(best, key=lambda k: (-best[k][0], min(k, best[k][1]), max(k, best[k][1])))
        mean, j = best[i]
        if mean < least:
            break
        kept, gone = min(i, j), max(i, j)
        join(kept, gone, sums)
        sizes[kept] += sizes[gone]
        cluster = [kept if each == gone else each for each in cluster]
        refresh(kept, gone, best, sums, sizes)
    return cluster


def totals(scores: Mapping[Pair, float], apart: Collection[Pair]) -> dict[int, dict[int, float]]:
    """The scores by thing and neighbour; a pair that must stay apart counts minus infinity."""
    sums: dict[int, dict[int, float]] = {}
    barred = dict.fromkeys(apart, float("-inf"))
    for (i, j), score in {**scores, **barred}.items():
        if i != j and score:
            sums.setdefault(i, {})[j] = sums.setdefault(j, {})[i] = score
    return sums


def nearest(i: int, sums: Mapping[int, Mapping[int, float]], sizes: list[int]) -> tuple[float, int]:
    """The greatest mean score of cluster i with another, and which."""
    found = ((total / (sizes[i] * sizes[j]), -j) for j, total in sums[i].items())
    mean, place = max(found, default=(float("-inf"), 0))
    return mean, -place


def join(kept: int, gone: int, sums: dict[int, dict[int, float]]) -> None:
    """Add the scores of one cluster to another's."""
    for other, total in sums.pop(gone).items():
        del sums[other][gone]
        if other != kept:
            sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0.0) + total


def refresh(
    kept: int, gone: int, best: dict[int, tuple[float, int]], sums: dict[int, dict[int, float]], sizes: list[int]
) -> None:
    """Seek the nearest anew for the joined cluster, for those that had either as theirs, or whose mean with it rose."""
    del best[gone]
    best[kept] = nearest(kept, sums, sizes)
    for other, total in sums[kept].items():
        mean = total / (sizes[kept] * sizes[other])
        if best[other][1] in (kept, gone):
            best[other] = nearest(other, sums, sizes)
        elif (mean, -kept) > (best[other][0], -best[other][1]):
            best[other] = (mean, kept)
