"""The accounts whose origins are sought, put in order and indexed by report and publisher.

In: the `Evidence` and which part of it is asked for. Out: `Held`, which the steps and roots are read from. The order is
that of publication and content, so that the order of arrival changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from reportedly.assess.origins_outlets import Outlets, outlets_of
from reportedly.days import Bounds, bounds
from reportedly.linked import Account, Citation, Evidence, Part, Passage, ReportEdge
from reportedly.model import Claim, Reference, Report, Span, is_occurrence

LONGEST_QUOTE = 12
"""Words of a passage that are quoted."""


class Telling(NamedTuple):
    """One account: its claim's id, the claim, its report, and the key of who published it."""

    key: str
    claim: Claim
    report: Report
    publisher: str


@dataclass(frozen=True)
class Held:
    """What is held: tellings that stand and those of reports that no longer do, in order, with the evidence."""

    evidence: Evidence
    outlets: Outlets
    tellings: tuple[Telling, ...]
    gone: tuple[Telling, ...]

    @cached_property
    def by_report(self) -> dict[str, tuple[Telling, ...]]:
        """Tellings that stand by their report's id."""
        return grouped((t.claim.report_id, t) for t in self.tellings)

    @cached_property
    def gone_by_report(self) -> dict[str, tuple[Telling, ...]]:
        """Tellings that no longer stand by their report's id."""
        return grouped((t.claim.report_id, t) for t in self.gone)

    @cached_property
    def by_publisher(self) -> dict[str, tuple[Telling, ...]]:
        """Tellings that stand by their publisher's key."""
        return grouped((t.publisher, t) for t in self.tellings)

    @cached_property
    def gone_by_publisher(self) -> dict[str, tuple[Telling, ...]]:
        """Tellings that no longer stand by their publisher's key."""
        return grouped((t.publisher, t) for t in self.gone)

    @cached_property
    def edges_to(self) -> dict[str, tuple[ReportEdge, ...]]:
        """What a report relies on, by its id."""
        edges = sorted(self.evidence.edges, key=lambda e: (e.later, e.earlier, e.kind, e.reason))
        return {later: tuple(some) for later, some in groupby(edges, key=lambda e: e.later)}

    @cached_property
    def citations_in(self) -> dict[str, tuple[Citation, ...]]:
        """The citations in a report, by its id."""
        some = sorted(self.evidence.citations, key=lambda c: (c.report_id, c.span, c.name))
        return {report_id: tuple(found) for report_id, found in groupby(some, key=lambda c: c.report_id)}


def held(evidence: Evidence, part: Part) -> Held:
    """The tellings of `evidence` that belong to `part`; an account counts only where it tells of an occurrence."""
    outlets = outlets_of(evidence)
    return Held(
        evidence,
        outlets,
        told(evidence.accounts, part, outlets),
        told(evidence.gone, part, outlets),
    )


def told(accounts: Iterable[Account], part: Part, outlets: Outlets) -> tuple[Telling, ...]:
    """The accounts that count, each claim once, in order of publication, then of report, then of place in its text."""
    found: dict[str, Telling] = {}
    for account in accounts:
        claim, report = account.claim, account.report
        if account.part == part and (part != "account" or is_occurrence(claim)):
            telling = Telling(claim.id, claim, report, outlets.key(report))
            found[telling.key] = telling
    return tuple(sorted(found.values(), key=place_in_order))


def place_in_order(telling: Telling) -> tuple[str, str, Span, Span, str]:
    """What puts tellings in order: undated reports come last."""
    claim = telling.claim
    return (telling.report.published or "~", claim.report_id, claim.sentence, claim.trigger, telling.key)


def grouped(pairs: Iterable[tuple[str, Telling]]) -> dict[str, tuple[Telling, ...]]:
    """Tellings by key, their order kept."""
    found: dict[str, list[Telling]] = {}
    for key, telling in pairs:
        found.setdefault(key, []).append(telling)
    return {key: tuple(some) for key, some in found.items()}


@lru_cache(maxsize=10_000)
def known_bounds(published: str | None) -> Bounds:
    """The first and last day of a time of publication; the same few come again and again."""
    return bounds(published)


def no_later(first: Telling, second: Telling) -> bool:
    """Whether `first` may have been published by the day on which `second` was."""
    earliest, latest = known_bounds(first.report.published)[0], known_bounds(second.report.published)[1]
    return earliest is None or latest is None or earliest <= latest


def words_of(text: str, span: Span) -> str:
    """The first words of a span, in quotation marks."""
    words = text[span.start : span.end].split()
    more = " …" if len(words) > LONGEST_QUOTE else ""
    return f"“{' '.join(words[:LONGEST_QUOTE])}{more}”"


def printed(reference: Reference, text: str) -> str:
    """A phrase as printed, on one line."""
    return " ".join(text[reference.span.start : reference.span.end].split())


def of_day(report: Report) -> str:
    """The day of a report's publication as words that follow its publisher, "" where unknown."""
    return f" of {report.published[:10]}" if report.published else ""


def counterparts(edge: ReportEdge, sentence: Span) -> list[Passage]:
    """The passages of an edge that a sentence of the later report was taken from; quoted speech is nobody's wording."""
    return [passage for passage in edge.passages if not passage.quoted and passage.b.overlaps(sentence)]
