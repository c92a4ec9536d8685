"""Signs weighed to log-odds: the shared arithmetic of the small models of `events_weights.tsv`.

In: weights by `model/sign`, a model's name, signs by name. Out: log-odds or a likelihood.
"""

import math
from collections.abc import Mapping


def odds_of(weights: Mapping[str, float], model: str, signs: Mapping[str, float]) -> float:
    """The constant of the model plus weight times sign, over the signs that the model weighs."""
    total = weights.get(f"{model}/", 0.0)
    return total + sum(value * weights.get(f"{model}/{name}", 0.0) for name, value in signs.items() if value)


def likelihood(odds: float) -> float:
    """Log-odds as a likelihood, 0 to 1; far out it is bounded."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """What two sets share, by the geometric mean of their sizes; 0 where one is empty."""
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def shared_of_smaller(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that the larger holds; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both sets say something and share nothing."""
    return bool(a and b and not a & b)
