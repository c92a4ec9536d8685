"""All that is held on events and ties, put together as `assess` takes it.

In: an open transaction, ids of events, a day. Out: an `Evidence` each, in the order of the ids. Many are read together,
so that a list costs a few questions to the database for each hundred events and not for each one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from reportedly.days import bounds
from reportedly.link.accounts import Told, order_key
from reportedly.link.accounts_parties import parties_of
from reportedly.link.blocks import ANCHORS, FULL
from reportedly.link.citations import Called, canonical, cited_outlets
from reportedly.link.report_links import directed
from reportedly.linked import (
    Account,
    Citation,
    Entity,
    EventRow,
    Evidence,
    Name,
    Outlet,
    Part,
    ReportEdge,
    Standing,
)  # fmt: skip
from reportedly.model import Report
from reportedly.project.clustering import FIRST
from reportedly.project.clustering import reason as why_joined
from reportedly.project.listing import listed
from reportedly.project.naming import fullest, names_in
from reportedly.store import casebook as asking
from reportedly.store import deciding, links
from reportedly.store.asking import told_names
from reportedly.store.folding import name_key
from reportedly.store.linking import HeldClaim, HeldReport, Links, Membership

if TYPE_CHECKING:
    from reportedly.project.linking import Linker

AT_ONCE = 100
"""Events that are read together."""

Numbers = set[int]


class Gathering:
    """What evidence is put together from, in one transaction; what many events need is asked for once."""

    def __init__(self, opened: Links, linker: "Linker") -> None:
        self.opened = opened
        self.linker = linker
        self.cited: dict[str, tuple[Citation, ...]] = {}

    def evidence(self, event_ids: Iterable[str], as_of: str | None = None) -> Iterator[tuple[EventRow, Evidence]]:
        """The evidence on each event that is there, with its row, in the order of the ids, as of a day or of now."""
        ids = list(event_ids)
        for start in range(0, len(ids), AT_ONCE):
            for row, evidence in Batch(self, ids[start : start + AT_ONCE], as_of).evidence():
                yield row if as_of is None else as_told(row, evidence), evidence

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """The table of outlets by every name and alias."""
        return MappingProxyType(outlets_by_name(deciding.outlets(self.opened.connection)))

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """The publishers of the project's reports, and the outlets of the user's table."""
        named = {each.name for each in self.outlets.values()}
        return tuple(sorted(named.union(deciding.publishers(self.opened.connection))))

    @cached_property
    def called(self) -> Called:
        """What outlets of the user's table are called besides, with their names."""
        return tuple(sorted((alias, each.name) for alias, each in self.outlets.items() if alias != each.name))

    def told_names(self, ids: Iterable[str], day: str) -> set[str]:
        """Those of these names, by id, that a report gives which was published by the end of the day and stood."""
        return told_names(self.opened.connection, ids, day, self.linker.rejected)

    def citations(self, report: Report) -> tuple[Citation, ...]:
        """The citations in a report, as far as they name outlets."""
        if report.id not in self.cited:
            self.cited[report.id] = tuple(
                Citation(report.id, each.name, each.span, each.publisher, each.scope)
                for each in cited_outlets(report, self.publishers, self.called)
            )
        return self.cited[report.id]

    def directed(self, edge: ReportEdge, reports: Mapping[str, Report]) -> ReportEdge:
        """The edge, turned by who cites whom where nothing else tells which of the two came first."""
        return directed(edge, lambda one, other: self.cites(reports[one], reports[other]))

    def cites(self, report: Report, other: Report) -> bool:
        """Whether a report credits the other's publisher, by any name that it goes by here."""
        publisher = canonical(other.publisher, self.called)
        return publisher is not None and any(each.publisher == publisher for each in self.citations(report))


class Batch:
    """Some events read together."""

    def __init__(self, gathering: Gathering, ids: Sequence[str], as_of: str | None) -> None:
        self.gathering = gathering
        self.opened = gathering.opened
        self.ids = ids
        self.as_of = as_of
        self.rows = asking.event_rows(self.opened.connection, ids)
        self.members: dict[str, list[Membership]] = defaultdict(list)
        for each in self.opened.members(ids):
            self.members[each.event_id].append(each)
        numbers = {each.claim for some in self.members.values() for each in some}
        usable = gathering.linker.usable(self.opened.claims(numbers))
        self.claims = {each.number: each for each in usable}
        self.reports = gathering.linker.reports({each.report for each in usable})

    @cached_property
    def edges(self) -> list[tuple[int, int, ReportEdge]]:
        """The edges between all these reports, by their numbers."""
        ids = {number: held.report.id for number, held in self.reports.items()}
        return [
            (a, b, ReportEdge(ids[a], ids[b], row.kind, row.score, row.reason, links.read_passages(row.passages)))
            for a, b, row in self.opened.report_edges(ids)
            if a in ids and b in ids
        ]

    @cached_property
    def edges_to(self) -> dict[int, list[tuple[int, ReportEdge]]]:
        """For each report the edges to those that it relies on."""
        found: dict[int, list[tuple[int, ReportEdge]]] = defaultdict(list)
        for earlier, later, edge in self.edges:
            found[later].append((earlier, edge))
        return found

    @cached_property
    def crowded_out(self) -> Numbers:
        """The claims that sit in crowded blocks only."""
        return self.opened.crowded_out(links.CLAIMS, self.claims)

    @cached_property
    def named(self) -> dict[int, tuple[Numbers, set[str]]]:
        """For each claim the numbers of its names, and the keys of names inside its descriptions."""
        found = {}
        for number, each in self.claims.items():
            text = self.reports[each.report].report.text
            written = {name_key(name.name) for party in parties_of(each.claim, text) for name in party.names}
            found[number] = {number_of(name) for name in names_in(each.claim)}, written
        return found

    @cached_property
    def keyed(self) -> dict[str, Numbers]:
        """For each key of a name inside a description the names that are spelled so."""
        keys = {key for _, written in self.named.values() for key in written}
        return asking.names_by_key(self.opened.connection, keys)

    @cached_property
    def entities(self) -> dict[int, Entity]:
        """For each name in these claims, by number, its entity."""
        numbers = {n for some, written in self.named.values() for n in (*some, *self.spelled(written))}
        found = asking.entities_by_number(self.opened.connection, numbers)
        if self.as_of is None:
            return found
        told = [n for n in self.claims if is_told(self.report(n).report, self.as_of)]
        told = [n for n in told if not is_gone(self.report(n), self.as_of)]
        written = {number for n in told for number in self.spelled(self.named[n][1])}
        known = known_by({each.id: each for each in found.values()}.values(), self.gathering, self.as_of, written)
        return {number: known.get(each.id, each) for number, each in found.items()}

    @cached_property
    def joined(self) -> dict[int, list[links.EdgeRow]]:
        """For each claim its edges with others that match, as they are asked for as of a day."""
        found: dict[int, list[links.EdgeRow]] = defaultdict(list)
        for edge in links.edges_of(self.opened.connection, links.CLAIMS, set(self.claims)):
            if edge.match:
                found[edge.a].append(edge)
                found[edge.b].append(edge)
        return found

    def reason(self, member: Membership, before: Collection[int]) -> str:
        """Why a claim was joined to its event; as of a day, by its strongest edge to one before it that stood then."""
        if self.as_of is None or not member.reason:
            return member.reason
        if not before:
            return FIRST
        n = member.claim
        return why_joined(e for e in self.joined.get(n, ()) if (e.b if e.a == n else e.a) in before)

    def spelled(self, keys: Iterable[str]) -> Numbers:
        """The numbers of the names that are spelled in one of these ways."""
        return {number for key in keys for number in self.keyed.get(key, ())}

    def evidence(self) -> Iterator[tuple[EventRow, Evidence]]:
        """The evidence on each event, with its row."""
        for event_id in self.ids:
            if event_id in self.rows:
                yield self.rows[event_id], self.one(event_id)

    def one(self, event_id: str) -> Evidence:
        """The evidence on one event."""
        accounts: list[Account] = []
        gone: list[Account] = []
        held = [each for each in self.members[event_id] if each.claim in self.claims]
        told = [each for each in held if is_told(self.report(each.claim).report, self.as_of)]
        before: set[int] = set()
        for each in sorted(told, key=lambda m: place(self.claims[m.claim], self.report(m.claim).report)):
            report = self.report(each.claim)
            is_out = is_gone(report, self.as_of)
            side = gone if is_out else accounts
            reason = self.reason(each, before)
            side.append(Account(self.claims[each.claim].claim, report.report, cast(Part, each.part), reason))
            if each.reason and not is_out:
                before.add(each.claim)
        numbers = {self.claims[each.claim].report for each in told}
        reports = {self.reports[n].report.id: self.reports[n].report for n in sorted(numbers)}
        return Evidence(
            id=event_id,
            kind="event" if self.rows[event_id].kind == "event" else "tie",
            accounts=tuple(accounts),
            gone=tuple(gone),
            edges=tuple(
                self.gathering.directed(edge, reports)
                for n in sorted(numbers)
                for a, edge in self.edges_to.get(n, ())
                if a in numbers
            ),
            citations=tuple(c for report in reports.values() for c in self.gathering.citations(report)),
            entities=MappingProxyType(self.entities_of({each.claim for each in told})),
            outlets=self.gathering.outlets,
            standing=MappingProxyType(standings_of((self.reports[n] for n in numbers), self.as_of)),
            as_of=self.as_of,
            limits=tuple(limits(len(self.crowded_out.intersection(each.claim for each in told)))),
        )

    def report(self, claim: int) -> HeldReport:
        """The report of a claim."""
        return self.reports[self.claims[claim].report]

    def entities_of(self, claims: Iterable[int]) -> dict[str, Entity]:
        """For the id of each name of the entities in these claims that entity."""
        numbers = {n for claim in claims for n in (*self.named[claim][0], *self.spelled(self.named[claim][1]))}
        found = {self.entities[n].id: self.entities[n] for n in sorted(numbers) if n in self.entities}
        return {name.id: each for each in found.values() for name in each.names}


def limits(crowded: int) -> Iterator[str]:
    """What was not compared, a sentence each; `crowded` counts the claims that sit in crowded blocks only."""
    if crowded:
        which = "1 account shares" if crowded == 1 else f"{crowded} accounts share"
        yield f"{which} each key with over {FULL} claims, and met the earliest {ANCHORS} of each only."


def number_of(name: Name) -> int:
    """The number of a name, from its id."""
    return int(name.id[:15], 16)


def place(held: HeldClaim, report: Report) -> tuple[str, str, int]:
    """What orders the accounts of an event: publication, report, place in the report."""
    return (report.published or "9999", report.id, held.position)


def as_told(row: EventRow, evidence: Evidence) -> EventRow:
    """An event or tie as it is listed from the accounts of its evidence."""
    every = evidence.accounts or evidence.gone
    accounts = [each for each in every if each.part == "account"] or list(every)
    if not accounts:
        return row
    tolds = [Told(each.claim, each.report.id, each.report.published, each.report.text) for each in accounts]
    size = sum(each.part == "account" for each in evidence.accounts) or len(evidence.accounts)
    return replace(listed(sorted(tolds, key=order_key), size), id=row.id, tie=row.tie)


def known_by(
    entities: Iterable[Entity], gathering: Gathering, day: str, written: Collection[int] = ()
) -> dict[str, Entity]:
    """Entities, by id, as reports published by the end of the day name them; names `written` in descriptions count.

    What only later reports call them is left out; whom nobody names by then has the one name that is fullest now.
    """
    listed = list(entities)
    names_of_all = [name for each in listed for name in each.names]
    told = gathering.told_names((name.id for name in names_of_all), day)
    told |= {name.id for name in names_of_all if number_of(name) in written}
    found = {}
    for each in listed:
        names = tuple(name for name in each.names if name.id in told)
        later = {name.name for name in each.names} - {name.name for name in names}
        if len(names) == len(each.names):
            found[each.id] = each
            continue
        full = fullest(names or each.names)
        shown = (each.name, each.schema) if each.known_as else (full.name, full.schema)
        reasons = tuple(reason for reason in each.reasons if not any(name in reason for name in later))
        found[each.id] = replace(each, name=shown[0], schema=shown[1], names=names or (full,), reasons=reasons)
    return found


def is_told(report: Report, as_of: str | None) -> bool:
    """Whether a report was published by the day, or captured by then where its publication is unknown."""
    if as_of is None:
        return True
    first = bounds(report.published or report.captured)[0]
    return first is not None and first <= as_of


def is_gone(held: HeldReport, as_of: str | None) -> bool:
    """Whether a report stands no longer on the day, or now."""
    if held.standing is None:
        return held.gone
    since = held.standing.since
    return as_of is None or since is None or since <= as_of


def standings_of(reports: Iterable[HeldReport], as_of: str | None) -> dict[str, Standing]:
    """What became of the reports that stand no longer on the day, by id."""
    return {
        held.report.id: held.standing or Standing(held.report.id, held.report.status)
        for held in reports
        if is_told(held.report, as_of) and is_gone(held, as_of)
    }


def outlets_by_name(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """The table of outlets by every name and alias; a name goes before another's alias."""
    listed = list(outlets)
    found = {alias: each for each in reversed(listed) for alias in each.aliases}
    found.update({each.name: each for each in listed})
    return found
