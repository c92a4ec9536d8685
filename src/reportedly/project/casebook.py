"""What is asked of events, ties and entities across reports.

In: a store, ids, filters, a day. Out: the evidence on one event or tie as of that day, events in order of time,
entities. Reports that wait are linked first, so that every answer is about all that was read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportedly.errors import Stop
from reportedly.linked import Entity, EventRow, Evidence, Name
from reportedly.model import Claim, Report
from reportedly.project.recent import Recent
from reportedly.project.revising import Revised
from reportedly.store import casebook as asking
from reportedly.store import deciding
from reportedly.store.folding import name_key
from reportedly.store.linking import Links

if TYPE_CHECKING:
    from reportedly.assess.assessment import Assessment
    from reportedly.assess.changes import Change, Summary
    from reportedly.assess.trends import Happening
    from reportedly.project.comparing import Comparer
    from reportedly.project.gathering import Gathering
    from reportedly.project.linking import Linker
    from reportedly.store import Filter, State, Store

FORMS: tuple[Literal["full", "phrase", "word"], ...] = ("full", "phrase", "word")
"""How a name is looked for: all of it, as a report calls someone, by all its words."""

LINKED_AT_ONCE = 512
"""Reports linked in one transaction: what is linked by then is kept."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An event or tie of a list with the evidence on it."""

    row: EventRow
    evidence: Evidence


class Casebook:
    """The events, ties and entities of a project."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self.recent = Recent()

    @contextmanager
    def linking(self) -> Iterator[Links]:
        """One transaction of linking; what was read lately is dropped where anybody else has written since."""
        try:
            with self.store.linking() as opened:
                self.recent.renew(opened.state())
                yield opened
                self.recent.state = opened.state()
        except BaseException:
            self.recent.clear()
            raise

    @contextmanager
    def linked(self) -> Iterator[Links]:
        """What is linked, for questions."""
        with self.store.linked() as opened:
            self.recent.renew(opened.state())
            yield opened

    def link(self, done: Callable[[int], None] | None = None, processes: int = 1) -> int:
        """Compare the reports that wait with all others and join what they tell; how many there were.

        `done` is told the number of reports after each transaction; what was linked by then is kept. With 2 `processes`
        a second one fingerprints and compares reports where many wait; it is started anew, so the program must be one
        that can be imported without running.
        """
        if not self.waits():
            return 0
        from reportedly.project.comparing import MANY, comparing
        from reportedly.project.linking import unswept

        with self.linked() as opened:
            waiting = len(opened.pending(MANY))
        count = 0
        with comparing(waiting if processes > 1 else 0, self.recent.wordings) as comparer, unswept() as sweep:
            while batch := self.link_some(comparer):
                count += batch
                sweep()
                if done is not None:
                    done(count)
        return count

    def link_some(self, comparer: "Comparer") -> int:
        """Link reports that wait in one transaction; how many there were."""
        if not self.waits():
            return 0
        with self.linking() as opened:
            waiting = opened.pending(2 * LINKED_AT_ONCE)
            now, ahead = waiting[:LINKED_AT_ONCE], waiting[LINKED_AT_ONCE:]
            if now:
                self.linker(opened, comparer).link(now, ahead)
        return len(now)

    def waits(self) -> bool:
        """Whether any report waits to be linked."""
        with self.linked() as opened:
            return bool(opened.pending(1))

    def read_again(self, report: Report, claims: Sequence[Claim], extractor: str) -> "State":
        """Put a report's claims in place of those that another extractor found; it waits to be linked again."""
        with self.linking() as opened:
            self.linker(opened).unlink([report.id])
            return opened.put_report(report, claims, extractor)

    def linker(self, opened: Links, comparer: "Comparer | None" = None) -> "Linker":
        """A linker in this transaction, with the judgements in force and the knowledge base."""
        from reportedly.project.deciding import Decisions
        from reportedly.project.knowing import StoredKnown
        from reportedly.project.linking import Linker

        made = [each for each, _ in deciding.judgements(opened.connection)]
        judged = [anchor.name.name for each in made for anchor in each.anchors if anchor.name is not None]
        spelled = asking.names_spelled(opened.connection, judged)
        return Linker(opened, Decisions(made, StoredKnown(opened.connection), spelled), self.recent, comparer)

    def events(
        self, asked: "Filter", kind: str | None = None, as_of: str | None = None, limit: int = 0
    ) -> Iterator[Listed]:
        """The events and ties with a claim that `asked` lets through, by when they are said to have happened.

        With `as_of` (a day, `YYYY-MM-DD`) as reports told them by then. At most `limit`, 0 for all.
        """
        self.link()
        wanted = Revised(self.store).filter(asked)
        with self.linked() as opened:
            ids = [row.id for row in asking.events(opened.connection, wanted, kind, every=as_of is not None)]
            shown = 0
            for row, evidence in self.gathering(opened).evidence(ids, as_of):
                if evidence.accounts:
                    yield Listed(row, evidence)
                    shown += 1
                    if shown == limit:
                        return

    def told_by_several(self, asked: "Filter", as_of: str | None = None) -> Iterator[tuple[Evidence, "Assessment"]]:
        """The events that more than one report tells, assessed, by when they are said to have happened."""
        for each in self.events(asked, "event", as_of):
            if len({account.report.id for account in each.evidence.accounts if account.part == "account"}) > 1:
                yield each.evidence, self.assessment(each.evidence)

    def event_id(self, prefix: str) -> str:
        """The id of the event or tie that a beginning of an id means: its own, a former one, or one of a claim's of it.

        Raises Stop where none or several do.
        """
        self.link()
        asked = prefix.strip().lower()
        with self.store.asked() as connection:
            found = asking.events_with_prefix(connection, asked) if asked else []
        if not found and asked:
            found = sorted(
                {each for read in Revised(self.store).beginning(asked) for each in self.events_read(read.read.id)}
            )
        if not found:
            raise Stop(f"no event or tie has an id that begins with {prefix!r}; `reportedly events` lists them")
        if len(found) > 1:
            raise Stop(f"several events or ties have ids that begin with {prefix!r}; give more of it")
        return found[0]

    def events_of(self, claim: Claim) -> set[str]:
        """Ids of the events and ties that a claim belongs to."""
        self.link()
        read = Revised(self.store).read_ids(claim.id)
        return {event_id for claim_id in read for event_id in self.events_read(claim_id)}

    def events_read(self, claim_id: str) -> set[str]:
        """Ids of the events and ties of the claim that was read under an id."""
        with self.store.asked() as connection:
            return asking.events_of_claim(connection, claim_id)

    def evidence(self, event_id: str, as_of: str | None = None) -> Evidence:
        """All that is held on one event or tie, as of a day (`YYYY-MM-DD`) or of now."""
        self.link()
        with self.linked() as opened:
            return next(self.gathering(opened).evidence([event_id], as_of))[1]

    def gathering(self, opened: Links) -> "Gathering":
        """What puts evidence together in this transaction."""
        from reportedly.project.gathering import Gathering

        return Gathering(opened, self.linker(opened))

    def assessment(self, evidence: Evidence, graded: bool = False) -> "Assessment":
        """What the evidence amounts to: origins, accounts side by side, contradictions, denials; a grade if asked."""
        from reportedly.assess.assessment import assessment
        from reportedly.assess.origins import denial_origins, origins

        return assessment(evidence, origins(evidence), denial_origins(evidence), graded)

    def summaries(self, event_ids: Iterable[str], as_of: str | None = None) -> dict[str, "Summary"]:
        """What is kept of each event to be compared with a later state; those that nobody tells are left out."""
        from reportedly.assess.changes import summary

        found: dict[str, Summary] = {}
        self.link()
        with self.linked() as opened:
            for row, evidence in self.gathering(opened).evidence(sorted(event_ids), as_of):
                if evidence.accounts:
                    found[row.id] = summary(self.assessment(evidence))
        return found

    def touched_since(self, day: str) -> set[str]:
        """Ids of events and ties with a report published after the day, or one that fell after it."""
        self.link()
        with self.store.asked() as connection:
            return asking.events_since(connection, day)

    def changes(self, day: str) -> tuple["Change", ...]:
        """What has changed since a day (`YYYY-MM-DD`), event by event."""
        from reportedly.assess.changes import grouped

        ids = self.touched_since(day)
        return grouped(self.summaries(ids, day), self.summaries(ids))

    def successors(self, event_ids: Iterable[str]) -> dict[str, str]:
        """For ids that events once had the event that holds now what they began with, where there is one."""
        with self.store.asked() as connection:
            return asking.successors(connection, event_ids)

    def happenings(self, event_ids: Iterable[str], as_of: str | None = None) -> list["Happening"]:
        """Events as trends see them."""
        from reportedly.assess.origins import origins
        from reportedly.assess.trends import Happening, pairs_of

        found = []
        self.link()
        with self.linked() as opened:
            for row, evidence in self.gathering(opened).evidence(sorted(event_ids), as_of):
                if row.kind == "event" and evidence.accounts:
                    days = (row.earliest, row.latest)
                    found.append(Happening(row.id, evidence, days, origins(evidence).count, pairs_of(evidence)))
        return found

    def counts(self) -> tuple[int, int]:
        """How many events and ties are linked, and how many entities."""
        with self.store.asked() as connection:
            return asking.counts(connection)

    def entities(self) -> Iterator[Entity]:
        """Every entity, by name."""
        self.link()
        with self.store.asked() as connection:
            yield from asking.all_entities(connection)

    def entity(self, called: str) -> Entity:
        """The entity that a name means. Raises Stop where nobody has it, or where it may be one of several."""
        found = self.called(called)
        if len(found) > 1:
            listed = ", ".join(f"{each.name} ({each.schema})" for each in found)
            raise Stop(
                f"{called!r} may be any of these: {listed}; judge which are one with `reportedly judge entities`"
            )
        return found[0]

    def called(self, asked: str, as_of: str | None = None) -> list[Entity]:
        """The entities that a name means: one, or several that share its one spelling under different schemas.

        With `as_of` by the names that reports published by the end of that day give them. Raises Stop where nobody has
        the name, or where it may be one of several.
        """
        self.link()
        with self.store.asked() as connection:
            for form in FORMS:
                names = self.store.candidates(asked, form)
                ids = asking.entities_called(connection, {int(each.id[:15], 16) for each in names})
                found = sorted(asking.entities(connection, ids).values(), key=lambda each: (each.name, each.schema))
                if len(found) == 1 or (found and len({name_key(each.name) for each in names}) == 1):
                    return found if as_of is None else self.known_by(found, as_of)
                if found:
                    spelled = sorted({each.name for each in found})
                    listed = ", ".join(spelled[:10]) + (" ..." if len(spelled) > 10 else "")
                    raise Stop(f"{asked!r} may be any of these: {listed}; give one of the names in full")
        raise Stop(f"no report names {asked!r}; `reportedly claims --text {asked!r}` looks for the words")

    def known_by(self, entities: Iterable[Entity], day: str) -> list[Entity]:
        """The entities as reports published by the end of a day name them."""
        from reportedly.project.gathering import known_by

        with self.linked() as opened:
            return list(known_by(entities, self.gathering(opened), day).values())

    def told(self, names: Iterable[str], as_of: str | None) -> set[str]:
        """Those of these names, as they are spelled, that reports published by the end of a day give; all for none."""
        spelled = set(names)
        if as_of is None:
            return spelled
        found = {name.id: name.name for each in spelled for name in self.store.candidates(each, "full")}
        with self.linked() as opened:
            return {found[each] for each in self.gathering(opened).told_names(found, as_of)} & spelled

    def name(self, called: str) -> Name:
        """The one name that is spelled so, as reports give it. Raises Stop where none is, or where several are."""
        found = self.store.candidates(called, "full")
        if not found:
            raise Stop(f"no report gives the name {called!r} in full; `reportedly entities` lists the names")
        spelled = sorted({name.name for name in found})
        if len(spelled) > 1:
            raise Stop(f"{called!r} may be any of these: {', '.join(spelled)}; give one of them as it is spelled")
        return found[0]

    def listed(self, event_ids: Iterable[str], as_of: str | None = None) -> list[Listed]:
        """Events and ties with the evidence on them, as of a day or of now, by when they are then said to have been."""
        self.link()
        with self.linked() as opened:
            found = [Listed(*each) for each in self.gathering(opened).evidence(sorted(event_ids), as_of)]
        return sorted(found, key=lambda each: in_time(each.row))

    def between(self, one: Entity, other: Entity) -> set[str]:
        """Ids of the events and ties in which some account lets both take part, by name or inside a description."""
        from reportedly.assess.trends import pairs_of

        first, second = sorted((one.id, other.id))
        with self.linked() as opened:
            ids = asking.claims_between(opened.connection, one.names, other.names)
            found = self.gathering(opened).evidence(sorted(ids))
            return {row.id for row, evidence in found if (first, second) in pairs_of(evidence)}


def in_time(row: EventRow) -> tuple[bool, str, str, str]:
    """What orders events by when they are said to have happened, undated ones last."""
    return not row.is_dated, row.earliest or row.latest or "", row.latest or "9999", row.id
