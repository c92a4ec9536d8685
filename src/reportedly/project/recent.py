"""Reports and claims that were read lately, kept for the next comparison. Bounded, and dropped where they change."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from reportedly.link.accounts import Told
from reportedly.link.wording import Wording
from reportedly.store.linking import HeldClaim, HeldReport

REPORTS, CLAIMS, PRINTED = 1500, 20_000, 10_000
"""How many of each are kept: what a few hundred reports and their neighbours need."""

Value = TypeVar("Value")


class Lately(OrderedDict[int, Value], Generic[Value]):
    """The values put in or asked for last, at most `most`."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def __getitem__(self, key: int) -> Value:
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key: int, value: Value) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.most:
            self.popitem(last=False)


class Printed(NamedTuple):
    """A report's rank and its fingerprints, 64-bit numbers."""

    rank: int
    prints: "array[int]"


class Recent:
    """What linking has read lately, by number."""

    def __init__(self) -> None:
        self.reports: Lately[HeldReport] = Lately(REPORTS)
        self.wordings: Lately[Wording] = Lately(REPORTS)
        self.tolds: Lately[Told] = Lately(CLAIMS)
        self.printed: Lately[Printed] = Lately(PRINTED)
        self.state: object = None

    def renew(self, state: object) -> None:
        """Drop everything unless the database is in the state in which it was left."""
        if state != self.state:
            self.clear()
            self.state = state

    def clear(self) -> None:
        """Drop everything."""
        for kept in (self.reports, self.wordings, self.tolds, self.printed):
            kept.clear()
        self.state = None

    def keep_reports(self, found: Mapping[int, HeldReport]) -> None:
        """Keep reports."""
        for number, held in found.items():
            self.reports[number] = held

    def keep_claims(self, found: Iterable[HeldClaim], reports: Mapping[int, HeldReport]) -> dict[int, Told]:
        """Keep claims of these reports; what was kept."""
        kept = {}
        for each in found:
            claim, report = each.claim, reports[each.report].report
            kept[each.number] = self.tolds[each.number] = Told(claim, claim.report_id, report.published, report.text)
        return kept

    def forget(self, reports: Iterable[int], claims: Iterable[int]) -> None:
        """Drop reports and claims that have changed."""
        for number in reports:
            self.reports.pop(number, None)
            self.wordings.pop(number, None)
            self.printed.pop(number, None)
        for number in claims:
            self.tolds.pop(number, None)
