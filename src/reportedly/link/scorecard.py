"""How the signs of copying add up to a label and a score: a scorecard with round numbers, none of them fitted.

In: the signs between two reports. Out: the label, and a score from 0 to 1 of which a half is what "taken over" needs.
Four signs measure how much was taken over (`wording`, `sentences`, `content`, `lead`), each for one point: half of the
points are needed. What the circumstances add or take away, and each number's reason, stands in `reuse_card.tsv`.
"""

from dataclasses import dataclass
from functools import cache

from reportedly.link.lexicon import rows
from reportedly.link.reasons import ReuseLabel


@dataclass(frozen=True, slots=True)
class Measure:
    """What a sign counts: nothing up to `none`, `points` from `full` on, evenly more between."""

    sign: str
    none: float
    full: float
    points: float

    def of(self, value: float) -> float:
        """The points for a value of the sign."""
        return self.points * max(0.0, min(1.0, (value - self.none) / (self.full - self.none)))


@dataclass(frozen=True, slots=True)
class Card:
    """The measures, and the numbers that decide.

    `needed`: points from which reporting was taken over. `kept`: sentences kept word for word that settle it alone,
    since three make a derived report whatever stands around them; only what one publisher repeats on different days
    does not settle it. `whole`: share of the sentences from which it is a copy. `quoted`: quoted words in both from
    which a quotation is shared, a sentence of usual length; fewer are a phrase.
    """

    measures: tuple[Measure, ...]
    needed: float = 2.0
    kept: float = 3.0
    whole: float = 0.8
    quoted: float = 10.0


@cache
def shipped() -> Card:
    """The card in `reuse_card.tsv`."""
    return Card(tuple(Measure(row[0], *map(float, row[1:4])) for row in rows("reuse_card.tsv")))


def points(found: dict[str, float], card: Card) -> float:
    """The points that the signs make, negative where the circumstances speak against copying."""
    total = sum(measure.of(found[measure.sign]) for measure in card.measures)
    settled = found["kept"] >= card.kept and not found["stock"]
    return max(total, card.needed) if settled else total


def score_of(found: dict[str, float], card: Card) -> float:
    """The points as a share of twice the needed ones, 0 to 1."""
    return max(0.0, min(1.0, points(found, card) / (2 * card.needed)))


def label_of(found: dict[str, float], card: Card) -> ReuseLabel:
    """The label that the signs give."""
    if score_of(found, card) >= 0.5:
        return "copy" if found["whole"] >= card.whole else "derived"
    return "quote_only" if found["quoted"] >= card.quoted else "independent"
