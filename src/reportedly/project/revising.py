"""Claims as people's judgements leave them.

In: claims as they were read, judgements in force. Out: the same claims, rejected ones left out, corrected ones with the
field that a person gave and, behind the extractor, who gave it. The store keeps claims as they were read; what a person
decided is put over them with every answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

from reportedly.days import bounds
from reportedly.model import Claim, Report
from reportedly.store import deciding
from reportedly.store.folding import words

if TYPE_CHECKING:
    from reportedly.linked import Judgement
    from reportedly.project.deciding import Decisions
    from reportedly.project.meaning import Reading
    from reportedly.store import Filter, Found, Order, Store

SIDES = ("type", "tie", "certainty", "polarity")
"""Sides of a filter that ask for a field by its value."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim that a person judged: as it was read, and as it is now, None where it was rejected."""

    read: Claim
    now: Claim | None


class Revised:
    """The claims of a project as judgements leave them, for one question."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self.readings: dict[str, Reading] = {}

    @cached_property
    def decisions(self) -> "Decisions | None":
        """The judgements on claims, None where there are none."""
        with self.store.asked() as connection:
            made = deciding.judgements(connection, subject="claim")
        if not made:
            return None
        from reportedly.project.deciding import Decisions

        return Decisions(each for each, _ in made)

    @cached_property
    def found(self) -> dict[str, Revision]:
        """The claims that judgements change, by the id under which they were read."""
        if self.decisions is None:
            return {}
        found: dict[str, Revision] = {}
        for _, pairs in groupby(self.store.claims_in(sorted(self.decisions.claims)), lambda pair: pair[1].id):
            some = list(pairs)
            read = self.reading(some[0][1], [claim for claim, _ in some])
            for claim in read.claims:
                now = self.now(claim, read.report)
                if now != claim:
                    found[claim.id] = Revision(claim, now)
        return found

    def now(self, claim: Claim, report: Report) -> Claim | None:
        """A claim of a report as judgements leave it; None where it is rejected."""
        if self.decisions is None or claim.report_id not in self.decisions.claims:
            return claim
        from reportedly.project.deciding import corrected

        return corrected(claim, self.decisions.of_claim(claim, report.text), self.reading(report))

    def reading(self, report: Report, claims: Sequence[Claim] | None = None) -> "Reading":
        """A report with its claims as they were read, from the store where they are not given."""
        found = self.readings.get(report.id)
        if found is None:
            from reportedly.project.meaning import Reading

            found = Reading(report, lambda: claims or [claim for claim, _ in self.store.claims_in([report.id])])
            self.readings[report.id] = found
        return found

    def refused(self, made: "Judgement") -> str | None:
        """Why a correction decides nothing on the claims at its words; None where it does, or where none is there."""
        from reportedly.project.deciding import refused

        report = self.store.report(made.anchors[0].report_id or "")
        if report is None or self.decisions is None or made.verdict != "correct":
            return None
        read = self.reading(report)
        return refused(made, read.claims, self.decisions, read)

    def all(self, found: Iterable["Found"]) -> Iterator["Found"]:
        """The claims as judgements leave them, without those that are rejected."""
        for claim, report in found:
            now = self.now(claim, report)
            if now is not None:
                yield now, report

    def claims(self, asked: "Filter", order: "Order" = "report") -> Iterator["Found"]:
        """The claims that `asked` lets through as they are now, by publication or by when they are now said to be."""
        wanted = self.filter(asked)
        dated = tuple(key for key in wanted.kept if self.has_another_time(key))
        if order == "report" or not dated:
            return self.all(self.store.claims(wanted, order))
        others = replace(wanted, kept=tuple(key for key in wanted.kept if key not in dated))
        moved = self.all(self.store.claims(replace(wanted, only=dated), order))
        return merge(self.all(self.store.claims(others, order)), sorted(moved, key=in_time), key=in_time)

    def has_another_time(self, read: str) -> bool:
        """Whether a claim has another time than the one it was read with."""
        each = self.found[read]
        return each.now is not None and each.now.time != each.read.time

    def filter(self, asked: "Filter") -> "Filter":
        """The filter for claims as they were read that lets through those which fit as they are now."""
        kept = tuple(key for key, each in self.found.items() if each.now is not None and fits(each.now, asked))
        return replace(asked, changed=tuple(self.found), kept=kept)

    def beginning(self, prefix: str) -> list[Revision]:
        """The claims that judgements change whose id, as they were read or are now, begins so."""
        return [
            each
            for key, each in self.found.items()
            if key.startswith(prefix) or (each.now is not None and each.now.id.startswith(prefix))
        ]

    def read_ids(self, claim_id: str) -> set[str]:
        """The id under which a claim was read, from the one it has now."""
        return {key for key, each in self.found.items() if each.now is not None and each.now.id == claim_id} or {
            claim_id
        }


def fits(claim: Claim, asked: "Filter") -> bool:
    """Whether a claim fits the sides of a filter that a person may have corrected.

    By whom it is asked for the store knows: linking keeps the names and kinds of sources that claims have now.
    """
    values = {"type": claim.type, "tie": claim.tie, **{side: getattr(claim.factuality, side) for side in SIDES[2:]}}
    if any(getattr(asked, side) not in (None, values[side]) for side in SIDES):
        return False
    if asked.place is not None:
        named = set(words(claim.place.name)) if claim.place is not None else set()
        wanted = set(words(asked.place))
        if not wanted or not wanted <= named:
            return False
    return reaches(claim, asked.since, asked.until)


def reaches(claim: Claim, since: str | None, until: str | None) -> bool:
    """Whether the claim's time may reach into the days asked for; a claim without any bound never does."""
    first, last = bounds(claim.time.edtf if claim.time else None)
    if (since, until) != (None, None) and (first, last) == (None, None):
        return False
    return (since is None or last is None or last >= since) and (until is None or first is None or first <= until)


def in_time(found: "Found") -> tuple[bool, str, str, str, str]:
    """What orders claims by when they are said to have happened, undated ones last."""
    claim, report = found
    is_dated = claim.time is not None and claim.time.span is not None and claim.time.edtf is not None
    first, last = bounds(claim.time.edtf if claim.time else None)
    return not is_dated, first or last or "", last or "9999", report.published or "", report.id
