"""Average link: the same clusters for any order, and two dense groups with a rift between them stay two."""

from itertools import combinations
from random import Random

import pytest

from reportedly.link.events_clusters import grouped


@pytest.mark.parametrize("seed", range(20))
def test_clusters_do_not_depend_on_the_order_of_the_accounts(seed: int) -> None:
    random = Random(seed)
    scores = {(i, j): random.random() for i in range(12) for j in range(i)}
    order = random.sample(range(12), 12)
    plainly = grouped(12, scores, 0.5)
    turned = grouped(12, {(order[i], order[j]): score for (i, j), score in scores.items()}, 0.5)
    for i in range(12):
        assert all((plainly[i] == plainly[j]) == (turned[order[i]] == turned[order[j]]) for j in range(12))


@pytest.mark.parametrize("seed", range(20))
def test_average_link_agrees_with_the_slow_way(seed: int) -> None:
    random = Random(seed)
    scores = {(i, j): random.random() for i in range(9) for j in range(i + 1, 9)}
    assert grouped(9, scores, 0.45) == slowly(9, scores, 0.45)


def slowly(count: int, scores: dict[tuple[int, int], float], least: float) -> list[int]:
    groups = [[i] for i in range(count)]
    while len(groups) > 1:
        mean, a, b = max(
            (
                sum(scores[min(i, j), max(i, j)] for i in groups[a] for j in groups[b])
                / (len(groups[a]) * len(groups[b])),
                a,
                b,
            )
            for a in range(len(groups))
            for b in range(a)
        )
        if mean < least:
            break
        groups[b] += groups.pop(a)
    return [min(next(group for group in groups if i in group)) for i in range(count)]


def two_groups(sizes: tuple[int, int], inside: float, between: float) -> dict[tuple[int, int], float]:
    count, first = sum(sizes), sizes[0]
    return {(i, j): inside if (i < first) == (j < first) else between for i, j in combinations(range(count), 2)}


def test_two_dense_groups_far_from_each_other_stay_two_though_each_is_near_enough() -> None:
    scores = two_groups((3, 3), 9.0, 6.0)
    assert grouped(6, scores, 4.0) == [0] * 6
    assert grouped(6, scores, 4.0, rift=2.0) == [0, 0, 0, 3, 3, 3]
    assert grouped(6, two_groups((3, 3), 7.0, 6.0), 4.0, rift=2.0) == [0] * 6


def test_a_pair_is_too_few_to_stand_apart_from_a_group() -> None:
    assert grouped(5, two_groups((3, 2), 9.0, 6.0), 4.0, rift=2.0) == [0] * 5


@pytest.mark.parametrize("seed", range(20))
def test_a_rift_does_not_depend_on_the_order_either(seed: int) -> None:
    random = Random(seed)
    scores = {pair: random.random() for pair in combinations(range(14), 2)}
    order = random.sample(range(14), 14)
    plainly = grouped(14, scores, 0.3, rift=0.2)
    turned = grouped(14, {(order[i], order[j]): score for (i, j), score in scores.items()}, 0.3, rift=0.2)
    for i, j in combinations(range(14), 2):
        assert (plainly[i] == plainly[j]) == (turned[order[i]] == turned[order[j]])


def test_things_without_scores_and_no_things_at_all_are_no_trouble() -> None:
    assert grouped(3, {}, 0.5) == [0, 1, 2]
    assert grouped(0, {}, 0.5) == []
