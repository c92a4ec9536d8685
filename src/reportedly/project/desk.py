"""What people decide: judgements, withdrawals, corrections, and the tables that they edit.

In: decisions, with who made them, when and why. Out: what they touched. Nothing is erased: a judgement is undone by a
later one, a report that is withdrawn stays on record. Whatever depends on a decision is worked out anew at once.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING

from reportedly.days import bounds, is_date
from reportedly.errors import Stop
from reportedly.linked import Anchor, Judgement, Name, Outlet, PastStanding, Standing, Subject, Verdict
from reportedly.model import VOID, Claim, Report, Skipped
from reportedly.project.casebook import Casebook
from reportedly.project.correcting import check_correction
from reportedly.project.deciding import is_at, places, refused
from reportedly.project.revising import Revised
from reportedly.store import casebook as asking
from reportedly.store import deciding
from reportedly.store.linking import Links
from reportedly.store.links import CLAIMS, neighbours

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.assess.changes import Change, Summary
    from reportedly.project.linking import Linker
    from reportedly.store import State, Store

AROUND = 32
"""Characters before and after the words of an anchor that are kept with them, as the Web Annotation model advises."""

KNOWN_AT_ONCE = 1000
"""Entries of a knowledge base written in one transaction."""

RELIABILITIES = ("A", "B", "C", "D", "E", "F")
"""Reliability of a source by the Admiralty code (NATO AJP-2.1): A completely reliable to E unreliable, F unknown."""

NOBODY = "a judgement has somebody who makes it; name them with --by, or once for all with REPORTEDLY_BY"

LONGEST_OUTLET = 300
OUTLET_COLUMNS = ("name", "owner", "reliability", "aliases")


class Desk:
    """Where decisions on one project are made."""

    def __init__(self, store: "Store", casebook: Casebook) -> None:
        self.store = store
        self.casebook = casebook

    def changed_by(self, report_ids: Iterable[str], act: Callable[[], object]) -> tuple["Change", ...]:
        """What an act changes in the events and ties of these reports, and of those it touches, event by event.

        An event whose id the act changes is the same event still.
        """
        from reportedly.assess.changes import grouped

        self.casebook.link()
        ids = set(report_ids)
        before = self.casebook.summaries(self.events_of(ids) | self.events_near(ids))
        beside = {report for each in before for report in self.reports_in(each)}
        act()
        after = self.casebook.summaries(self.events_of(ids | beside))
        before = self.renamed(before, after)
        after |= self.casebook.summaries(before.keys() - after.keys())
        return grouped(before, {key: after[key] for key in after if key in before or self.is_about(key, ids)})

    def renamed(self, before: dict[str, "Summary"], after: dict[str, "Summary"]) -> dict[str, "Summary"]:
        """The earlier summaries under the ids that their events have now; of several that are one now the fullest."""
        now = self.casebook.successors(key for key in before if key not in after)
        found: dict[str, Summary] = {key: each for key, each in before.items() if key in after or key not in now}
        for key in sorted(now, key=lambda key: (-before[key].reports, key)):
            if now[key] in after:
                found.setdefault(now[key], replace(before[key], id=now[key]))
            else:
                found[key] = before[key]
        return found

    def events_of(self, report_ids: Iterable[str]) -> set[str]:
        """Ids of the events and ties with a claim of these reports."""
        with self.store.asked() as connection:
            return asking.events_of_reports(connection, report_ids)

    def events_near(self, report_ids: Iterable[str]) -> set[str]:
        """Ids of the events and ties with a claim that was compared with one of these reports' claims."""
        with self.store.linked() as opened:
            claims = set(opened.numbers_of(report_ids))
            near = neighbours(opened.connection, CLAIMS, claims, 0.0)
            return {each.event_id for each in opened.memberships({n for some in near.values() for n in some})}

    def reports_in(self, event_id: str) -> set[str]:
        """Ids of the reports that tell of an event."""
        evidence = self.casebook.evidence(event_id)
        return {account.report.id for account in (*evidence.accounts, *evidence.gone)}

    def is_about(self, event_id: str, report_ids: Iterable[str]) -> bool:
        """Whether one of these reports tells of the event."""
        return not self.reports_in(event_id).isdisjoint(report_ids)

    # --- judgements

    def judge(self, made: Judgement) -> set[str]:
        """Put a judgement on record and in force; ids of the reports that it touched.

        The same judgement again changes nothing.
        """
        if made.verdict == "correct":
            check_correction(made.field, made.value)
        self.casebook.link()
        with self.casebook.linking() as opened:
            if made.verdict == "correct" and made.undoes is None:
                check_field(self.casebook.linker(opened), made)
            if not deciding.put_judgement(opened.connection, made):
                return set()
            return self.worked_out(opened, made)

    def concerned(self, made: Judgement) -> set[str]:
        """Ids of the reports that a judgement holds to, or that give a name it holds to."""
        found = {anchor.report_id for anchor in made.anchors if anchor.report_id is not None}
        with self.store.linked() as opened:
            names = {int(name.id[:15], 16) for name in judged_names(opened, made)}
            return found | (opened.claims_of_names(names) if names else set())

    def in_force(self, prefix: str) -> Judgement:
        """The judgement in force whose id begins so. Raises Stop where none or several do."""
        found = [each for each, is_undone in self.judgements() if each.id.startswith(prefix) and not is_undone]
        if len(found) != 1 or not prefix:
            said = "no judgement in force has" if not found else "more than one judgement in force has"
            raise Stop(f"{said} an id that begins with {prefix!r}; `reportedly judge list` lists them")
        return found[0]

    def undo(self, prefix: str, by: str, made: str, why: str = "") -> Judgement:
        """Undo the judgement whose id begins so, by a judgement of its own. Raises Stop where none or several do."""
        old = self.in_force(prefix)
        undoing = Judgement(old.subject, old.verdict, old.anchors, by, made, why, old.field, old.value, undoes=old.id)
        self.judge(undoing)
        return undoing

    def judgements(self) -> list[tuple[Judgement, bool]]:
        """Every judgement in the order it was made, with whether it was undone."""
        with self.store.asked() as connection:
            return deciding.judgements(connection, every=True)

    def for_review(self) -> Iterator[tuple[Judgement, str]]:
        """Judgements in force that hold to words, or to claims, which are not found any more, with the reason."""
        revised = Revised(self.store)
        with self.store.asked() as connection:
            for each, _ in deciding.judgements(connection):
                for anchor in each.anchors:
                    reason = self.unfounded(connection, anchor) or revised.refused(each)
                    if reason is not None:
                        yield each, reason

    def unfounded(self, connection: "Connection", anchor: Anchor) -> str | None:
        """Why what a judgement holds to is not found any more; None where it is."""
        if anchor.report_id is None or anchor.exact is None:
            return None
        report = self.store.report(anchor.report_id)
        if report is None:
            return "its report is not held any more"
        if not places(anchor, report.text):
            return f"its words are not found in {report.ref}: {anchor.exact!r}"
        if replacement := deciding.replacement(connection, report.id):
            return f"{report.ref} was replaced by {replacement[:8]}"
        if not any(is_at(anchor, claim, report.text) for claim, _ in self.store.claims_in([report.id])):
            return f"no claim is read at its words in {report.ref} any more: {anchor.exact!r}"
        return None

    def worked_out(self, opened: Links, made: Judgement) -> set[str]:
        """Work out anew what a judgement touches; ids of the reports concerned."""
        linker = self.casebook.linker(opened)
        names = judged_names(opened, made)
        touched = {anchor.report_id for anchor in made.anchors if anchor.report_id is not None}
        if names:
            linker.names.judged(names)
            touched |= opened.claims_of_names(int(name.id[:15], 16) for name in names)
        relink(linker, opened, touched)
        return touched

    # --- what becomes of reports

    def withdraw(
        self, report: Report, since: str | None = None, reason: str | None = None, at: str | None = None
    ) -> None:
        """Let a report stand no longer, from a day (EDTF) on.

        Of one that was withdrawn already only the day and the reason that are given change. `at` is now (ISO 8601), for
        the record of what held before.
        """
        old = self.standing(report)
        if old is None or old.status not in VOID:
            old = Standing(report.id, "canceled")
        self.stand(report, replace(old, since=a_day(since) or old.since, reason=reason or old.reason), at)

    def correct(
        self,
        report: Report,
        replacement: Report,
        since: str | None = None,
        reason: str | None = None,
        at: str | None = None,
        is_earlier: bool = False,
    ) -> None:
        """Let a report stand no longer, since another replaces it from the day on which that was published.

        Of one that this other replaced already only the day and the reason that are given change. `at` as for
        `withdraw`. Raises Stop where the other was published before it, unless `is_earlier` says that this is meant.
        """
        day = a_day(since)
        if report.id == replacement.id:
            raise Stop(f"{report.ref} cannot replace itself")
        if self.replaced_in_turn(replacement, report):
            raise Stop(f"{replacement.ref} was itself replaced, in the end by {report.ref}; restore one of them first")
        if came_before(replacement, report) and not is_earlier:
            raise Stop(
                f"{replacement.ref} was published {replacement.published}, before {report.ref} ({report.published}). "
                f"For the other way round: reportedly correct {quote(replacement.ref)} {quote(report.ref)}; "
                "if the earlier one is to stand all the same, add --earlier"
            )
        old = self.standing(report)
        if old is None or old.replacement != replacement.id:
            old = Standing(report.id, "corrected", out_on(replacement), replacement.id)
        self.stand(report, replace(old, since=day or old.since, reason=reason or old.reason), at)

    def replaced_in_turn(self, report: Report, by: Report) -> bool:
        """Whether a report was replaced by another, or by one that was replaced by it in turn."""
        seen: set[str] = set()
        at: str | None = report.id
        with self.store.asked() as connection:
            while at is not None and at not in seen and at != by.id:
                seen.add(at)
                at = deciding.replacement(connection, at)
        return at == by.id

    def restore(self, report: Report, reason: str | None = None, at: str | None = None) -> None:
        """Let a report stand again; what had become of it stays on record, until now (`at`, ISO 8601)."""
        self.stand(report, None, at, reason)

    def stand(self, report: Report, became: Standing | None, at: str | None = None, reason: str | None = None) -> None:
        """Say what became of a report, put on record what held before, and work out anew what depends on it.

        What holds already changes nothing.
        """
        if became == self.standing(report):
            return
        self.casebook.link()
        with self.casebook.linking() as opened:
            self.casebook.linker(opened).unlink([report.id])
            old = deciding.standing_of(opened.connection, report.id)
            if old is not None:
                deciding.put_past(opened.connection, PastStanding(old, at, reason))
            if became is None:
                deciding.drop_standing(opened.connection, report.id)
            else:
                deciding.put_standing(opened.connection, became)
            self.casebook.linker(opened).link([report.id])

    def reliance(self, one: Report, other: Report) -> str | None:
        """Why one of two reports is held to rely on the other; None where they stand by themselves."""
        with self.store.linked() as opened:
            numbers = {int(each.id[:15], 16) for each in (one, other)}
            for earlier, later, row in opened.report_edges(numbers):
                if {earlier, later} == numbers:
                    return str(row.reason)
        return None

    def standings(self) -> list[Standing]:
        """The reports that stand no longer."""
        with self.store.asked() as connection:
            return deciding.standings(connection)

    def past_standings(self) -> dict[str, list[PastStanding]]:
        """What was decided on reports and holds no longer, by the report's id, in the order in which it ended."""
        found: dict[str, list[PastStanding]] = {}
        with self.store.asked() as connection:
            for each in deciding.past_standings(connection):
                found.setdefault(each.was.report_id, []).append(each)
        return found

    def told_by(self, report: Report) -> list[Standing]:
        """What a report that is added says of held ones, or a held one of it: withdrawn or replaced, and since when.

        Of several that name one report the first published replaces it, whichever was added first; two that name each
        other both stand. What somebody has decided on a report stays.
        """
        with self.store.asked() as connection:
            older, newer = deciding.replaced_by(connection, report), deciding.replacing(connection, report)
            names = {each.id for each in older} & {each.id for each in newer}
            found = [(report, each) for each in newer if each.id not in names][:1]
            for old in older:
                rivals = [*deciding.replacing(connection, old), report]
                standing = deciding.standing_of(connection, old.id)
                first = min(rivals, key=lambda each: (each.published or "9999", each.id))
                is_free = standing is None or standing.replacement in {each.id for each in rivals}
                if old.id not in names and first.id == report.id and is_free:
                    found.append((old, report))
            return [fallen(old, new) for old, new in found]

    def take(self, report: Report, claims: Sequence[Claim], extractor: str, told: Sequence[Standing]) -> "State":
        """Put a report with its claims, and in the same transaction what is told of it and of others."""
        with self.casebook.linking() as opened:
            self.casebook.linker(opened).unlink([each.report_id for each in told if each.report_id != report.id])
            state = opened.put_report(report, claims, extractor)
            for each in told:
                deciding.put_standing(opened.connection, each)
        return state

    def standing(self, report: Report, as_of: str | None = None) -> Standing | None:
        """What became of a report by the end of a day, or by now; None where it stands."""
        with self.store.asked() as connection:
            found = deciding.standing_of(connection, report.id)
        if found is None and report.status in VOID:
            return Standing(report.id, report.status)
        if found is None or (as_of is not None and found.since is not None and found.since > as_of):
            return None
        return found

    def report(self, asked: str) -> Report:
        """The report with this ref, or whose id or URL begins so. Raises Stop where none or several do."""
        found = self.store.reports_called(asked)
        if len(found) != 1:
            said = "no report" if not found else "more than one report"
            raise Stop(f"{said} has the name, URL or id {asked!r}; `reportedly reports` lists them")
        return found[0]

    # --- tables that people edit

    def load_known(self, lines: Iterable[str]) -> Iterator[int | Skipped]:
        """Read a knowledge base (FollowTheMoney JSON, OpenSanctions' files); the number of entries so far, and lines
        that give none, with reasons. Entities are worked out anew at the end.
        """
        from reportedly.link.known import KnownEntry
        from reportedly.link.known_files import known_entries
        from reportedly.project.knowing import entry_row

        self.casebook.link()
        count = 0
        rest = iter(known_entries(lines))
        while batch := list(islice(rest, KNOWN_AT_ONCE)):
            yield from (each for each in batch if isinstance(each, Skipped))
            entries = [each for each in batch if isinstance(each, KnownEntry)]
            with self.casebook.linking() as opened:
                before = deciding.known_keys(opened.connection, [each.id for each in entries])
                count += deciding.put_known(opened.connection, map(entry_row, entries))
                self.know(opened, before | deciding.known_keys(opened.connection, [each.id for each in entries]))
            yield count

    def know(self, opened: Links, keys: Iterable[str]) -> None:
        """Work out anew the names that are spelled so when folded."""
        linker = self.casebook.linker(opened)
        names = linker.names.spelled(keys)
        if names:
            linker.names.judged(names.values())
            relink(linker, opened, opened.claims_of_names(names))

    def table(self) -> list[Outlet]:
        """The table of outlets as the user last loaded it."""
        with self.store.asked() as connection:
            return deciding.outlets(connection)

    def outlets(self) -> list[Outlet]:
        """The table of outlets; publishers that it does not have stand without owner and reliability."""
        with self.store.asked() as connection:
            listed = {each.name: each for each in deciding.outlets(connection)}
            for name in deciding.publishers(connection):
                listed.setdefault(name, Outlet(name))
        return [listed[name] for name in sorted(listed)]

    def load_outlets(self, text: str) -> int:
        """Take a CSV of outlets in place of the table; how many rows it has. Raises Stop for one that is none."""
        with self.store.writing() as connection:
            return deciding.put_outlets(connection, read_outlets(text))


def judged_names(opened: Links, made: Judgement) -> list[Name]:
    """The names that a judgement holds to, under every schema that reports give them."""
    named = [anchor.name for anchor in made.anchors if anchor.name is not None]
    spelled = asking.names_spelled(opened.connection, (name.name for name in named))
    return list(dict.fromkeys([*named, *(name for some in spelled.values() for name in some)]))


def check_field(linker: "Linker", made: Judgement) -> None:
    """Raise Stop where none of the claims that a correction holds to can have it."""
    report_id = made.anchors[0].report_id or ""
    held = linker.links.claims_of([report_id])
    reason = held and refused(made, [each.claim for each in held], linker.decisions, linker.reading(held[0].report))
    if reason:
        raise Stop(reason)


def fallen(old: Report, new: Report) -> Standing:
    """What becomes of a report that another one names: withdrawn where that is a notice of it, otherwise replaced."""
    day = out_on(new)
    if new.status in VOID:
        return Standing(old.id, new.status, day, reason=f"taken back by {new.ref}")
    return Standing(old.id, "corrected", day, new.id)


def came_before(one: Report, other: Report) -> bool:
    """Whether one report was published before another: on an earlier day, or earlier on one day where both times are
    known.
    """
    days = bounds(one.published), bounds(other.published)
    last, first = days[0][1], days[1][0]
    if last is None or first is None:
        return False
    times = [each.published or "" for each in (one, other)]
    return last < first or (last == first and all("T" in time for time in times) and times[0] < times[1])


def out_on(report: Report) -> str | None:
    """The first day on which a report can have been out: that of publication, else of capture; None for neither."""
    return bounds(report.published or report.captured)[0]


def relink(linker: "object", opened: Links, report_ids: Iterable[str]) -> None:
    """Take reports out and put them in again."""
    from reportedly.project.linking import Linker

    assert isinstance(linker, Linker)
    ids = sorted(opened.linked(report_ids))
    linker.unlink(ids)
    linker.link(ids)


def a_day(edtf: str | None) -> str | None:
    """The first day of an EDTF date, None for none. Raises Stop for what is no date."""
    if edtf is None:
        return None
    day = bounds(edtf)[0] if is_date(edtf) else None
    if day is None:
        raise Stop(f"{edtf!r} is no date; expected one like 2025-04-22")
    return day


def words_anchor(report: Report, words: str) -> Anchor:
    """An anchor on words of a report. Raises Stop where they do not stand there, or more than once."""
    count = report.text.count(words) if words else 0
    if count != 1:
        raise Stop(f"{words!r} stands {count} times in {report.ref}; give words that stand there once")
    start = report.text.index(words)
    return anchor_at(report, start, start + len(words))


def claim_anchor(claim: Claim, report: Report) -> Anchor:
    """An anchor on the words of a claim: its trigger, with what stands before and after."""
    return anchor_at(report, claim.trigger.start, claim.trigger.end)


def anchor_at(report: Report, start: int, end: int) -> Anchor:
    """An anchor on characters of a report."""
    text = report.text
    return Anchor(report.id, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def name_anchor(name: Name) -> Anchor:
    """An anchor on a name."""
    return Anchor(name=name)


def judgement(
    subject: Subject, verdict: Verdict, anchors: Sequence[Anchor], by: str, made: str, why: str = "",
    field: str | None = None, value: str | None = None,
) -> Judgement:  # fmt: skip
    """A judgement, checked. Raises Stop where subject and verdict do not go together."""
    fitting = ("accept", "reject", "correct") if subject == "claim" else ("same", "not_same")
    if verdict not in fitting:
        raise Stop(f"a judgement on {subject} is one of {', '.join(fitting)}, found {verdict}")
    if not by.strip():
        raise Stop(NOBODY)
    if len(anchors) != len(set(anchors)):
        raise Stop(f"both sides of a judgement on {subject} are the same one; expected two")
    return Judgement(subject, verdict, tuple(anchors), by, made, why, field, value)


def read_outlets(text: str) -> list[Outlet]:
    """The rows of a CSV with the columns name, owner, reliability, aliases (parted by `;`).

    An owner whose case differs from row to row has one spelling, the first. Raises Stop where two rows share a name.
    """
    try:
        rows = csv.DictReader(io.StringIO(text))
        columns, listed = rows.fieldnames or (), list(rows)
    except csv.Error as error:
        raise Stop(f"the table of outlets cannot be read as CSV: {error}") from error
    if "name" not in columns:
        raise Stop(f"the table of outlets has no column `name`; its columns are {', '.join(OUTLET_COLUMNS)}")
    found = []
    lines: dict[str, int] = {}
    owners: dict[str, str] = {}
    for number, row in enumerate(listed, start=2):
        row = {column: bare(value) for column, value in row.items() if isinstance(value, str)}
        name, letter = row.get("name", ""), row.get("reliability", "").upper() or None
        if not name:
            continue
        if len(name) > LONGEST_OUTLET:
            raise Stop(f"line {number}: a name of {len(name)} characters; expected at most {LONGEST_OUTLET}")
        if letter is not None and letter not in RELIABILITIES:
            raise Stop(f"line {number}: reliability {letter!r} is none of {', '.join(RELIABILITIES)}")
        aliases = tuple(each.strip() for each in row.get("aliases", "").split(";") if each.strip())
        for called in dict.fromkeys((name, *aliases)):
            if (line := lines.setdefault(called, number)) != number:
                raise Stop(
                    f"line {number}: {name!r} has a name or alias of line {line}, {called!r}; expected one row each"
                )
        owner = row.get("owner", "")
        found.append(Outlet(name, owners.setdefault(owner.casefold(), owner) or None, letter, aliases))
    return found


def bare(value: str) -> str:
    """A cell without white space around it, and without the mark that keeps a spreadsheet from running it."""
    found = value.strip()
    return found[1:] if found[:1] == "'" and found[1:2] in ("=", "+", "-", "@") else found
