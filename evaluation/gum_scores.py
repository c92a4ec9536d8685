"""Coreference metrics where the two sides hold different mentions, summed over documents (Pradhan et al. 2014).

In: the clusters of the answers and ours, document by document. Out: precision, recall and F1 of MUC, B-cubed and CEAF-e
as the reference scorer of CoNLL-2012 counts them: a mention that the other side lacks belongs to no cluster there.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field

from evaluation.coreference import Score, best_pairing, blocks

Cluster = frozenset[Hashable]
Clusters = tuple[frozenset[tuple[int, int]], ...]


@dataclass
class Share:
    """What was right and what it is divided by, for precision and for recall, summed over documents."""

    right_of_ours: float = 0.0
    ours: float = 0.0
    right_of_gold: float = 0.0
    gold: float = 0.0

    def add(self, right_of_ours: float, ours: float, right_of_gold: float, gold: float) -> None:
        """Add a document's."""
        self.right_of_ours += right_of_ours
        self.ours += ours
        self.right_of_gold += right_of_gold
        self.gold += gold

    @property
    def score(self) -> Score:
        """Precision and recall; 0 where there was nothing."""
        return Score(
            self.right_of_ours / self.ours if self.ours else 0.0, self.right_of_gold / self.gold if self.gold else 0.0
        )


@dataclass
class Tally:
    """The four counts over all documents added."""

    shares: dict[str, Share] = field(
        default_factory=lambda: {name: Share() for name in ("muc", "b_cubed", "ceaf_e", "mentions")}
    )

    def add(self, gold: Clusters, ours: Clusters) -> None:
        """Count one document."""
        self.shares["muc"].add(*links(ours, gold), *links(gold, ours))
        self.shares["b_cubed"].add(*shared(ours, gold), *shared(gold, ours))
        likeness = paired(gold, ours)
        self.shares["ceaf_e"].add(likeness, len(ours), likeness, len(gold))
        here, there = set().union(*ours), set().union(*gold)
        self.shares["mentions"].add(len(here & there), len(here), len(here & there), len(there))

    @property
    def muc(self) -> Score:
        """Links kept."""
        return self.shares["muc"].score

    @property
    def b_cubed(self) -> Score:
        """Share of the cluster, mention by mention."""
        return self.shares["b_cubed"].score

    @property
    def ceaf_e(self) -> Score:
        """Clusters paired one to one."""
        return self.shares["ceaf_e"].score

    @property
    def mentions(self) -> Score:
        """Mentions that both sides hold."""
        return self.shares["mentions"].score

    @property
    def conll(self) -> float:
        """The mean F1 of the three, 0 to 1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def cluster_at(clusters: Clusters) -> dict[tuple[int, int], int]:
    """The place of each mention's cluster."""
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def links(whole: Clusters, cutting: Clusters) -> tuple[float, float]:
    """Links of `whole` that `cutting` keeps, of how many; a mention that `cutting` lacks is a part of its own."""
    there = cluster_at(cutting)
    kept = total = 0
    for cluster in whole:
        parts = {there[mention] for mention in cluster if mention in there}
        lacking = sum(mention not in there for mention in cluster)
        kept += len(cluster) - len(parts) - lacking
        total += len(cluster) - 1
    return kept, total


def shared(whole: Clusters, other: Clusters) -> tuple[float, float]:
    """Over the mentions of `whole`, the sum of the share of their cluster that `other` has with them, of how many."""
    there = cluster_at(other)
    total = 0.0
    for cluster in whole:
        counts: dict[int, int] = {}
        for mention in cluster:
            if mention in there:
                counts[there[mention]] = counts.get(there[mention], 0) + 1
        total += sum(n * n for n in counts.values()) / len(cluster)
    return total, sum(map(len, whole))


def paired(gold: Clusters, ours: Clusters) -> float:
    """The likeness of the clusters, 2|a&b| / (|a|+|b|), under the best pairing of one with one."""
    there = cluster_at(ours)
    likeness: dict[tuple[Hashable, Hashable], float] = {}
    for g, cluster in enumerate(gold):
        for o in {there[mention] for mention in cluster if mention in there}:
            likeness[g, o] = 2 * len(cluster & ours[o]) / (len(cluster) + len(ours[o]))
    return sum(best_pairing(block) for block in blocks(likeness))
