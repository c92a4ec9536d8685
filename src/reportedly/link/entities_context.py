"""What two names' surroundings tell: whom each is tied to or acts with, in what capacity, where.

In: two `Context`s. Out: what they share and whether that is enough to join names that are alike at most. Pure.
"""

from dataclasses import dataclass
from typing import NamedTuple

from reportedly.link.lexicon import words
from reportedly.link.names_reasons import and_list, quote

MOST = 32
"""Members of one part of a context that are looked at, the first by the alphabet."""

ENOUGH = 1.0
PARTNER, CAPACITY, COMMON_CAPACITY, PLACE = 0.5, 1.0, 0.5, 0.5
"""Two shared partners are enough, as is one capacity that few have; a place adds to another sign and counts once."""

SHOWN = 3


@dataclass(frozen=True)
class Context:
    """What reports tell around a name: folded names it is tied to or acts with, words of its capacities, places."""

    partners: frozenset[str] = frozenset()
    capacities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


class Shared(NamedTuple):
    """What two contexts share: how much it weighs, and what it is in words (empty where it is nothing)."""

    weight: float
    reason: str

    @property
    def enough(self) -> bool:
        """Whether it joins names that are alike."""
        return self.weight >= ENOUGH


NOTHING = Shared(0.0, "")


def shared(a: Context | None, b: Context | None, names: frozenset[str] = frozenset()) -> Shared:
    """What the contexts of two names share; `names` are the folded names themselves, which are no evidence.

    Nothing counts where one of the two acts with the other: they are two then.
    """
    if a is None or b is None or names & a.partners or names & b.partners:
        return NOTHING
    partners, capacities, places = (
        sorted((x & y) - names)[:MOST]
        for x, y in ((a.partners, b.partners), (a.capacities, b.capacities), (a.places, b.places))
    )
    weight = PARTNER * len(partners) + PLACE * bool(places)
    weight += sum(COMMON_CAPACITY if c in words("entities_capacities.tsv") else CAPACITY for c in capacities)
    parts = (("act with", partners), ("are called", capacities), ("are told of at", places))
    said = [f"{verb} {and_list([quote(word) for word in found[:SHOWN]])}" for verb, found in parts if found]
    return Shared(weight, f"Both {and_list(said)}." if said else "")
