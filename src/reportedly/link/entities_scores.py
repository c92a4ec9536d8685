"""What the comparison of two entities' names says, and from which score on it says it.

In: nothing. Out: `Match` and the scores that divide its four meanings, so that a score alone, as it is stored, tells
which of them holds.
"""

from dataclasses import dataclass

from reportedly.link.names_spelling import MATCH

JOINS = MATCH
"""The score from which two names are one entity's."""

FITS = 0.6
"""The score from which a short name fits a fuller one: it joins it where it fits no other."""

OPEN = 0.45
"""The score from which two names may be one entity's, and nothing tells; under it they are two."""

STAYS_OPEN = 0.5
"""The score of two names that may be one entity's."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two names are one entity's, 0 to 1; whether they are joined; why, in sentences.

    A short name that fits a fuller one has a score from `FITS` on and is no match by itself: it may fit two.
    """

    score: float
    match: bool
    reason: str

    @property
    def fits(self) -> bool:
        """Whether one is a short form of the other, which joins it where it fits no other."""
        return FITS <= self.score < JOINS

    @property
    def open(self) -> bool:
        """Whether the two may be one entity's, with nothing to tell."""
        return OPEN <= self.score < FITS


def scored(score: float, reason: str) -> Match:
    """The match that a score makes."""
    score = round(score, 4)
    return Match(score, score >= JOINS, reason)
