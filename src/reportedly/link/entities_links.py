"""The scored pairs of names, as the clustering asks for them.

In: names, pairs of places with a `Match` or its score. Out: who is paired with whom, which pairs match, and why. A pair
that was never scored is compared when it is asked for, by its names alone.
"""

from collections.abc import Mapping, Sequence

from reportedly.link.entities_compare import compare_entities
from reportedly.link.entities_kinds import compatible, fullness, level
from reportedly.link.entities_partition import Partition
from reportedly.link.entities_scores import JOINS, OPEN, Match
from reportedly.link.known import Known
from reportedly.linked import Name

Pair = tuple[int, int]


class Links:
    """Scored pairs of places; pairs of two kinds of thing, and of a name with itself, are left aside."""

    def __init__(self, names: Sequence[Name], edges: Mapping[Pair, Match | float], known: Known) -> None:
        self._names = names
        self._known = known
        self._pairs: dict[Pair, Match | float] = {}
        for (a, b), found in edges.items():
            pair = (min(a, b), max(a, b))
            if a != b and compatible(names[a].schema, names[b].schema):
                self._pairs[pair] = max(found, self._pairs.get(pair, found), key=score_of)
        self._near: dict[int, list[tuple[int, float]]] = {}
        for (a, b), found in self._pairs.items():
            if score_of(found) >= OPEN:
                self._near.setdefault(a, []).append((b, score_of(found)))
                self._near.setdefault(b, []).append((a, score_of(found)))
        self._best: dict[Pair, float] = {}

    def of(self, place: int) -> list[tuple[int, float]]:
        """The places that may be one with this place, each with the score."""
        return self._near.get(place, [])

    def reason(self, a: int, b: int) -> str:
        """Why two places are paired."""
        found = self._pairs[min(a, b), max(a, b)]
        return found.reason if isinstance(found, Match) else f"The names match with a score of {found:.2f}."

    def level_pairs(self) -> list[tuple[float, Pair]]:
        """The pairs that match and whose names are equally full in kind, with their scores."""
        return [
            (score_of(found), (a, b))
            for (a, b), found in self._pairs.items()
            if score_of(found) >= JOINS and level(self._names[a]) == level(self._names[b])
        ]

    def unite(self, parts: Partition) -> None:
        """Take the best score between two units of `parts` as theirs."""
        self._best = {}
        for (a, b), found in self._pairs.items():
            pair = ordered(parts.unit(a), parts.unit(b))
            self._best[pair] = max(score_of(found), self._best.get(pair, 0.0))
        self._fullest = {
            unit: max(parts.members(unit), key=lambda p: (fullness(self._names[p]), self._names[p]))
            for unit in parts.roots()
        }

    def fullness(self, unit: int) -> tuple[int, int]:
        """How much the fullest name of a unit tells."""
        return fullness(self._names[self._fullest[unit]])

    def match(self, a: int, b: int) -> bool:
        """Whether two units match; units of which no names were paired are compared by their fullest names."""
        pair = ordered(a, b)
        if pair not in self._best:
            one, other = (self._names[self._fullest[unit]] for unit in pair)
            self._best[pair] = compare_entities(one, other, self._known).score
        return self._best[pair] >= JOINS


def score_of(found: Match | float) -> float:
    """The score of a pair."""
    return found.score if isinstance(found, Match) else found


def ordered(a: int, b: int) -> Pair:
    """The pair with the lesser place first."""
    return (a, b) if a <= b else (b, a)
