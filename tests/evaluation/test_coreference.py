"""The metrics of coreference on examples worked by hand, and against slow ways to compute them."""

from itertools import permutations

import numpy as np
import pytest

from evaluation.coreference import b_cubed, best_pairing, ceaf_e, conll, muc, pairs_f1


def clustering(*clusters: str) -> dict[str, int]:
    """Mentions as letters, a cluster a word."""
    return {mention: place for place, cluster in enumerate(clusters) for mention in cluster}


GOLD = clustering("12345", "67", "89abc")
"""The key of the worked example in Bagga and Baldwin 1998, with its two answers."""
JOINED, MISJOINED = clustering("12345", "6789abc"), clustering("1234589abc", "67")


def test_muc_gives_two_wrong_joins_the_same_score() -> None:
    assert tuple(muc(GOLD, JOINED)) == pytest.approx((0.9, 1.0))
    assert tuple(muc(GOLD, MISJOINED)) == pytest.approx((0.9, 1.0))


def test_b_cubed_holds_the_join_of_large_clusters_for_the_worse_one() -> None:
    assert tuple(b_cubed(GOLD, JOINED)) == pytest.approx((16 / 21, 1.0))
    assert tuple(b_cubed(GOLD, MISJOINED)) == pytest.approx((7 / 12, 1.0))


def test_ceaf_pairs_each_cluster_once() -> None:
    total = 1.0 + 2 * 5 / 12
    assert tuple(ceaf_e(GOLD, JOINED)) == pytest.approx((total / 2, total / 3))


def test_pairs_count_within_clusters() -> None:
    assert tuple(pairs_f1(GOLD, JOINED)) == pytest.approx((21 / 31, 1.0))


def test_the_answers_themselves_score_one_and_singletons_alone_no_link() -> None:
    assert conll(GOLD, GOLD) == pytest.approx(1.0)
    alone = clustering("a", "b")
    assert (muc(alone, alone).f1, b_cubed(alone, alone).f1, ceaf_e(alone, alone).f1) == (0.0, 1.0, 1.0)


def test_no_mentions_score_nothing() -> None:
    assert conll({}, {}) == 0.0


@pytest.mark.parametrize("seed", range(30))
def test_the_best_pairing_is_the_one_that_trying_all_finds(seed: int) -> None:
    random = np.random.default_rng(seed)
    rows, columns = sorted(map(int, random.integers(1, 6, 2)))
    gain = random.random((rows, columns)) * (random.random((rows, columns)) < 0.6)
    slow = max(sum(gain[i, p[i]] for i in range(rows)) for p in permutations(range(columns), rows))
    assert best_pairing(gain) == pytest.approx(slow)
