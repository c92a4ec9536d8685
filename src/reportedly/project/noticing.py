"""What added reports seem to say of others, where nobody has decided it: notices of withdrawal, later versions.

In: ids of reports that were added and linked. Out: a `Notice` for each pair, with the reason. Nothing is changed by it:
what becomes of a report is told by reports that name what they replace, and by people.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal

from reportedly.link.versions import address
from reportedly.model import VOID
from reportedly.store import deciding
from reportedly.store.deciding import Outline as Outline

if TYPE_CHECKING:
    from reportedly.store import Store

TAKES_BACK = re.compile(
    r"\W*(?:retract(?:ion|ed)|withdraw(?:al|n)|notice of (?:retraction|withdrawal))\b", re.IGNORECASE
)
"""How a title begins that takes a report back."""

FEW = 20
"""Pages up to which the database looks for their addresses; of more, all of the publishers' are read."""

LEAST_TITLE = 12
"""Characters of a title; a shorter one may stand in a notice by chance."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`newer` seems to take `older` back, or to be a later version of it, with the reason.

    `older` is None where a notice does not tell what it takes back.
    """

    kind: Literal["withdraw", "correct"]
    newer: Outline
    older: Outline | None
    reason: str


class Noticing:
    """Looks for such pairs among the reports that were added and those that are held."""

    def __init__(self, store: "Store", added: Iterable[str]) -> None:
        self.store = store
        self.places = {key: place for place, key in enumerate(dict.fromkeys(added))}

    def notices(self) -> Iterator[Notice]:
        """The pairs of which nobody has decided anything, each once, in the order in which the reports were added."""
        told: set[tuple[str, str]] = set()
        for key in self.places:
            if key not in self.standing:
                continue
            for each in self.of(self.standing[key]):
                pair = (each.newer.id, each.older.id if each.older is not None else "")
                if pair not in told:
                    told.add(pair)
                    yield each

    def of(self, found: Outline) -> Iterator[Notice]:
        """What there is to say of one report: of a notice all that it takes back, else its neighbours in time."""
        beside = self.beside.get(found.id, {})
        near = sorted((self.standing[key] for key in beside if key in self.standing), key=self.when)
        before = [each for each in near if self.when(each) < self.when(found) and not is_notice(each)]
        after = [each for each in near if self.when(each) > self.when(found)]
        if is_notice(found):
            yield from self.taken_back(found, {each.id: beside[each.id] for each in before})
            return
        if before:
            yield Notice("correct", found, before[-1], beside[before[-1].id])
        if after:
            yield Notice("withdraw" if is_notice(after[0]) else "correct", after[0], found, beside[after[0].id])

    def taken_back(self, notice: Outline, reasons: dict[str, str]) -> Iterator[Notice]:
        """What a notice seems to take back: what stands at its address, else what its text names by title."""
        found = reasons or self.named(notice)
        for key, reason in found.items():
            yield Notice("withdraw", notice, self.standing[key], reason)
        if not found and notice.status in VOID and notice.replaces is None:
            yield Notice("withdraw", notice, None, "does not tell which")

    def named(self, notice: Outline) -> dict[str, str]:
        """The earlier reports of its publisher whose title stands in a notice, with the reason."""
        report = self.store.report(notice.id)
        text = plain(f"{notice.title or ''}\n{report.text if report is not None else ''}")
        return {
            each.id: f"it names “{each.title}”"
            for each in sorted(self.standing.values(), key=self.when)
            if each.publisher is not None and each.publisher == notice.publisher and not is_notice(each)
            if each.title and len(each.title) >= LEAST_TITLE and plain(each.title) in text
            if self.when(each) < self.when(notice)
        }

    def when(self, each: Outline) -> tuple[str, int, str]:
        """What puts reports in order: publication, else capture; of one time those that were held before come first."""
        return each.published or each.captured or "9999", self.places.get(each.id, -1), each.id

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """The reports that were added, those at the same addresses, of notices all of the publisher's, and versions."""
        with self.store.asked() as connection:
            found = deciding.outlines(connection, {*self.places, *(key for pair in self.versions for key in pair)})
            wanted = {at for each in found.values() if (at := place(each)) is not None}
            noticing = {each.publisher for each in found.values() if each.publisher and is_notice(each)}
            ends = {page_of(at) for _, at in wanted}
            parts = ends if len(ends) <= FEW else None
            others = deciding.outlines_of_publishers(connection, {publisher for publisher, _ in wanted}, parts)
            for each in chain(others, deciding.outlines_of_publishers(connection, noticing)):
                if each.publisher in noticing or place(each) in wanted:
                    found[each.id] = each
        return found

    @cached_property
    def standing(self) -> dict[str, Outline]:
        """Those of which nothing has become yet."""
        with self.store.asked() as connection:
            fallen = {each.report_id for each in deciding.standings(connection)}
        return {key: each for key, each in self.outlines.items() if key not in fallen}

    @cached_property
    def versions(self) -> dict[tuple[str, str], str]:
        """The pairs of reports that linking found to be versions of one, with the reason."""
        with self.store.asked() as connection:
            return deciding.versions_of(connection, self.places)

    @cached_property
    def beside(self) -> dict[str, dict[str, str]]:
        """For each report that was added those that may be versions or notices of it, with the reason."""
        found: dict[str, dict[str, str]] = {}
        places: dict[tuple[str, str], list[str]] = {}
        for key, each in self.outlines.items():
            if (at := place(each)) is not None:
                places.setdefault(at, []).append(key)
        for (_, url), keys in places.items():
            for key in keys:
                if key in self.places and len(keys) > 1:
                    found[key] = {other: f"both stand at {url}" for other in keys if other != key}
        for (one, other), reason in self.versions.items():
            for key, beside in ((one, other), (other, one)):
                found.setdefault(key, {}).setdefault(beside, reason.partition(";")[0])
        return found


def is_notice(each: Outline) -> bool:
    """Whether a report says by its status, or by the beginning of its title, that it takes another one back."""
    return each.status in VOID or TAKES_BACK.match(each.title or "") is not None


def place(each: Outline) -> tuple[str, str] | None:
    """The publisher and the address by which two reports are of one page; None where either is not known."""
    return (each.publisher, address(each.url)) if each.publisher and each.url else None


def page_of(at: str) -> str:
    """The last part of an address's path, which every way of writing the address has in it."""
    return at.partition("?")[0].rpartition("/")[2]


def plain(text: str) -> str:
    """A text in one case, with single spaces and straight quotation marks, by which a title is found in it."""
    return " ".join(text.casefold().replace("’", "'").replace("“", '"').replace("”", '"').split())
