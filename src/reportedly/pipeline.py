"""The per-report stages composed: a pure function of a report, no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.annotate import Annotator
from reportedly.extract import extract
from reportedly.ground import ground, places, times
from reportedly.model import Annotated, Attribution, Claim, Place, Report, Time


@dataclass(frozen=True)
class Reading:
    """All that one report yields: annotations, attributions, grounded claims."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]

    @property
    def report(self) -> Report:
        """The report that was read."""
        return self.annotated.report

    @property
    def times(self) -> tuple[Time, ...]:
        """The value of each time expression."""
        return times(self.annotated)

    @property
    def places(self) -> tuple[Place, ...]:
        """The resolved place names."""
        return places(self.annotated)


class Reader:
    """The stages with their loaded models. One a process; `read` keeps the order of its reports."""

    def __init__(self) -> None:
        self.annotator = Annotator()

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A Reading for each report, in order. Reports in other languages than English give no claims."""
        for annotated in self.annotator.annotate(reports):
            attributions, claims = extract(annotated)
            yield Reading(annotated, attributions, ground(annotated, claims))
