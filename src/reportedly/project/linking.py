"""What reports have to do with each other, worked out where something changed.

In: one transaction of the store, reports by id. Out: blocks, edges, entities, events in the store, as a fresh start
from the same reports and judgements would give them. `link` puts reports in, `unlink` takes them out; both touch only
what shares a key with them and the connected blocks around that.
"""

import gc
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import chain

from reportedly.days import bounds
from reportedly.link.accounts import Told, keys
from reportedly.link.accounts import compare as compare_claims
from reportedly.link.accounts_card import gap
from reportedly.link.blocks import Meetings, Pair, Seat, pair
from reportedly.link.fingerprints import may_rely
from reportedly.linked import ReportEdge
from reportedly.model import Claim, Report, Span
from reportedly.project.clustering import recluster
from reportedly.project.comparing import Comparer, Prints
from reportedly.project.deciding import Decisions, corrected
from reportedly.project.meaning import Reading
from reportedly.project.naming import Names
from reportedly.project.recent import Printed, Recent
from reportedly.project.tying import join_ties
from reportedly.store.linking import HeldClaim, HeldReport, Links
from reportedly.store.links import CLAIMS, REPORTS, EdgeRow, drop_edges, drop_edges_of, drop_pairs, edges_of, put_edges
from reportedly.store.rows import number as number_of
from reportedly.store.seats import load_blocks, save_blocks, seats_by_member, still_apart

COPIED, RECAST = 2.0, 1.5
"""Score of two claims of which one stands in a passage taken from the other's report: with the same words for the time,
which joins them, or with other words, which does so unless their events must stay two.
"""

RANK_DAYS, REPORT_BITS, PLACE_BITS = 17, 36, 10
"""A claim's rank in 63 bits: day of publication, beginning of its report's id, place in the report."""

PERIOD = re.compile(r":(\d{4})(?:-(\d\d))?(?:-\d\d)?$", re.ASCII)
KEY_BITS = 46
"""Bits of a claim's key that are a hash; the others are its month."""

UNDATED = (1 << RANK_DAYS) - 1


@contextmanager
def unswept() -> Iterator[Callable[[], None]]:
    """Put off Python's search for circular garbage: with all that is kept in memory it takes a fifth of the time.

    What it gives searches what was made since it was called last.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield sweep
    finally:
        if was_on:
            gc.enable()


def sweep() -> None:
    """Search the younger generations."""
    gc.collect(1)


class Linker:
    """Links and unlinks reports in one transaction. Texts and claims read last are kept for the next comparison."""

    def __init__(self, links: Links, decisions: Decisions, recent: Recent, comparer: Comparer | None = None) -> None:
        self.links = links
        self.decisions = decisions
        self.recent = recent
        self.comparer = comparer or Comparer(recent.wordings)
        self.names = Names(links, decisions)
        self.written: set[Pair] = set()
        self.loosened: set[int] = set()
        self.readings: dict[int, Reading] = {}

    @unswept()
    def link(self, report_ids: Sequence[str], ahead: Sequence[str] = ()) -> None:
        """Put reports in: compare them with what shares a key, and cluster anew what they touch.

        Those `ahead` are linked next: a second process may be told of them.
        """
        held = {number_of(each): each for each in report_ids}
        reports = self.reports(held)
        read = self.links.claims_of(report_ids)
        claims = self.usable(read)
        self.put_parties(read, claims)
        self.recent.keep_claims(claims, reports)
        self.links.mark(report_ids, is_linked=True)
        prints = self.comparer.prints(bare(reports))
        if ahead:
            self.comparer.read(bare(self.reports(map(number_of, ahead))))
        compared, parted = self.link_reports(reports, prints)
        self.names.put(claims, reports)
        touched = self.link_claims(claims, reports)
        touched |= self.link_apart(parted)
        touched |= self.link_copied(compared())
        touched |= self.link_judged(report_ids)
        touched.update(each.number for each in claims)
        self.recluster(touched)

    def unlink(self, report_ids: Sequence[str]) -> None:
        """Take reports out, as if they had never been read; they wait to be linked again."""
        numbers = {number_of(each) for each in report_ids}
        claims = set(self.links.numbers_of(report_ids))
        self.links.mark(report_ids, is_linked=False)
        touched = self.around(claims)
        touched |= self.take_out(REPORTS, numbers)
        self.links.drop_report_edges(numbers)
        touched |= self.take_out(CLAIMS, claims)
        drop_edges_of(self.links.connection, CLAIMS, claims)
        self.names.take(numbers, claims, self.rejected)
        recluster(self, touched - claims, leaving=claims)
        self.recent.forget(numbers, claims)

    def recluster(self, touched: set[int]) -> None:
        """Work out anew the events and ties around claims that came in or whose edges changed."""
        loosened, self.loosened = self.loosened, set()
        recluster(self, join_ties(self, touched, loosened))

    def usable(self, claims: Iterable[HeldClaim]) -> list[HeldClaim]:
        """The claims as people's judgements leave them; rejected ones are left out."""
        found = []
        for each in claims:
            claim: Claim | None = each.claim
            if self.decisions.touch(each.claim):
                read = self.reading(each.report)
                claim = corrected(each.claim, self.decisions.of_claim(each.claim, read.report.text), read)
            if claim is not None:
                found.append(each._replace(claim=claim))
        return found

    def put_parties(self, read: Iterable[HeldClaim], usable: Iterable[HeldClaim]) -> None:
        """Let the claims of reports about which somebody judged be found by the names that they have now.

        Those that are rejected, and those that nobody corrects any more, have the names they were read with.
        """
        held = list(read)
        judged = self.links.judged({each.claim.report_id for each in held})
        if judged:
            now = {each.number: each.claim for each in usable}
            some = [each for each in held if each.claim.report_id in judged]
            reports = self.reports({each.report for each in some})
            self.links.put_parties(
                (each.claim.id, now.get(each.number, each.claim), reports[each.report].report.text) for each in some
            )

    def reading(self, number: int) -> Reading:
        """A report, by number, with its claims as they were read."""
        found = self.readings.get(number)
        if found is None:
            report = self.reports([number])[number].report
            found = Reading(report, lambda: [each.claim for each in self.links.claims_of([report.id])])
            self.readings[number] = found
        return found

    @cached_property
    def rejected(self) -> set[int]:
        """The claims that a person rejected, by number."""
        held = self.links.claims_of(self.decisions.rejecting())
        return {each.number for each in held} - {each.number for each in self.usable(held)}

    # --- reports

    def reports(self, numbers: Iterable[int]) -> dict[int, HeldReport]:
        """Reports by number, from memory where they were read lately."""
        wanted = set(numbers)
        found = {n: self.recent.reports[n] for n in wanted if n in self.recent.reports}
        missing = {n for n in wanted if n not in found}
        if missing:
            fresh = self.links.reports(missing)
            self.recent.keep_reports(fresh)
            found.update(fresh)
        return found

    def gone(self, numbers: Iterable[int]) -> set[int]:
        """Those of these reports that do not stand."""
        wanted = set(numbers)
        lately = {n: self.recent.reports[n].gone for n in wanted if n in self.recent.reports}
        found = {n for n, is_gone in lately.items() if is_gone}
        missing = wanted - lately.keys()
        return found | self.links.gone(missing) if missing else found

    def link_reports(
        self, reports: dict[int, HeldReport], prints: Prints
    ) -> tuple[Callable[[], list[ReportEdge]], set[Pair]]:
        """Begin to compare reports with those that share wording; what writes and gives the edges that are new, and the
        pairs that have none now.
        """
        blocks = load_blocks(self.links.connection, REPORTS, chain.from_iterable(prints.values()), prints)
        meetings = Meetings()
        for number, held in sorted(reports.items(), key=lambda item: report_rank(item[1])):
            gather(meetings, blocks.put(Seat(report_rank(held), number), prints[number], held.gone))
        save_blocks(self.links.connection, REPORTS, blocks)
        lost = still_apart(self.links.connection, REPORTS, meetings.lost)
        judged = self.judged_same()
        parted = self.links.drop_report_pairs(lost - judged)
        wanted = self.likely(meetings.new - lost) | {each for each in judged if not reports.keys().isdisjoint(each)}
        return self.compare_reports(wanted), set(parted)

    def likely(self, pairs: Collection[Pair]) -> set[Pair]:
        """Those of these pairs of linked reports that have enough fingerprints in common for the days between them."""
        printed = self.printed(chain.from_iterable(pairs))
        return {each for each in pairs if may_rely(*common(*(printed[n] for n in each)))}

    def printed(self, numbers: Iterable[int]) -> dict[int, Printed]:
        """The fingerprints of linked reports, from memory where they were read lately."""
        wanted = set(numbers)
        held = self.recent.printed
        found = {n: held[n] for n in wanted if n in held}
        for n, (seat, where) in seats_by_member(self.links.connection, REPORTS, wanted - found.keys()).items():
            found[n] = held[n] = Printed(seat.rank, array("q", (block.key for block in where)))
        return found

    def judged_same(self) -> set[Pair]:
        """The pairs of linked reports that a person judged to be one text."""
        pairs = self.decisions.same_reports()
        linked = self.links.linked(chain.from_iterable(pairs)) if pairs else set()
        return {pair(number_of(a), number_of(b)) for a, b in pairs if a in linked and b in linked}

    def compare_reports(self, pairs: Iterable[Pair]) -> Callable[[], list[ReportEdge]]:
        """Begin to compare these pairs of reports; what writes their edges and gives them."""
        wanted = sorted(pairs)
        reports = bare(self.reports(chain.from_iterable(wanted)))
        compared = self.comparer.edges(wanted, reports)

        def written() -> list[ReportEdge]:
            found: dict[Pair, ReportEdge] = {}
            for (a, b), edge in zip(wanted, compared(), strict=True):
                judged = self.decisions.judged_reports(reports[a], reports[b], edge)
                if judged is not None:
                    found[number_of(judged.earlier), number_of(judged.later)] = judged
            self.links.put_report_edges(found)
            return list(found.values())

        return written

    # --- claims

    def told(self, number: int) -> Told:
        """A claim as it is compared."""
        return self.tolds([number])[number]

    def tolds(self, numbers: Iterable[int]) -> dict[int, Told]:
        """Claims as they are compared; those that a person rejected are left out."""
        wanted = set(numbers)
        found = {n: self.recent.tolds[n] for n in wanted if n in self.recent.tolds}
        missing = {n for n in wanted if n not in found}
        if missing:
            held = self.links.claims(missing)
            reports = self.reports({each.report for each in held})
            found.update(self.recent.keep_claims(self.usable(held), reports))
        return found

    def link_claims(self, claims: Sequence[HeldClaim], reports: dict[int, HeldReport]) -> set[int]:
        """Compare claims with those that share a key; the claims whose edges changed."""
        tolds = self.tolds([each.number for each in claims])
        found = {each.number: [hashed(key) for key in keys(tolds[each.number])] for each in claims}
        blocks = load_blocks(self.links.connection, CLAIMS, chain.from_iterable(found.values()), found)
        meetings = Meetings()
        for each in sorted(claims, key=lambda c: claim_rank(c, reports[c.report])):
            held = reports[each.report]
            seat = Seat(claim_rank(each, held), each.number)
            gather(meetings, blocks.put(seat, found[each.number], held.gone))
        save_blocks(self.links.connection, CLAIMS, blocks)
        lost = still_apart(self.links.connection, CLAIMS, meetings.lost)
        parted = drop_pairs(self.links.connection, CLAIMS, lost, way="key")
        self.loosened.update(chain.from_iterable(parted))
        answered = self.link_answers(tolds)
        return set(chain.from_iterable(parted)) | answered | self.compare_claims(meetings.new - lost)

    def link_answers(self, tolds: Mapping[int, Told]) -> set[int]:
        """Join claims whose words point to what they deny with that; the claims that have such an edge."""
        denials = {n: each for n, each in tolds.items() if each.claim.answers is not None}
        places: dict[tuple[str, Span | None], list[int]] = defaultdict(list)
        for n, each in tolds.items() if denials else ():
            places[each.report_id, each.claim.trigger].append(n)
        edges = []
        for n, each in denials.items():
            for m in places.get((each.report_id, each.claim.answers), ()):
                found = compare_claims(each, tolds[m])
                if found.match and m != n:
                    edges.append(EdgeRow(*pair(n, m), found.score, True, "answer", found.reason))
        self.put_edges(edges)
        return {n for edge in edges for n in (edge.a, edge.b)}

    def compare_claims(self, pairs: Iterable[Pair]) -> set[int]:
        """Write the edges of these pairs that tell one event; the claims they have."""
        tolds = self.tolds(chain.from_iterable(pairs))
        edges = []
        for a, b in sorted(pairs):
            if a in tolds and b in tolds:
                found = compare_claims(tolds[a], tolds[b], self.decisions.same_name)
                if found.match:
                    edges.append(EdgeRow(a, b, found.score, True, "key", found.reason))
        self.put_edges(edges, keep=True)
        return {n for edge in edges for n in (edge.a, edge.b)}

    def put_edges(self, edges: Sequence[EdgeRow], keep: bool = False) -> None:
        """Write edges between claims; with `keep` those that are there stay as they are."""
        put_edges(self.links.connection, CLAIMS, edges, keep)
        self.written.update((each.a, each.b) for each in edges)

    def link_apart(self, parted: Iterable[Pair]) -> set[int]:
        """Take back what copying joined between reports that do not meet any more; the claims that had such an edge."""
        touched: set[int] = set()
        for each in sorted(parted):
            mine, theirs = (set(self.links.numbers_of([held.report.id])) for held in self.reports(each).values())
            edges = edges_of(self.links.connection, CLAIMS, mine)
            pairs = {(e.a, e.b) for e in edges if e.way == "copy" and (e.a in theirs or e.b in theirs)}
            drop_edges(self.links.connection, CLAIMS, sorted(pairs))
            self.loosened.update(chain.from_iterable(pairs))
            self.compare_claims(pairs - still_apart(self.links.connection, CLAIMS, pairs))
            touched.update(chain.from_iterable(pairs))
        return touched

    def link_copied(self, edges: Iterable[ReportEdge]) -> set[int]:
        """Join claims that stand in counterpart sentences of copied passages and tell of one kind of act."""
        found: list[EdgeRow] = []
        made = list(edges)
        numbers = self.links.numbers_of({report_id for edge in made for report_id in (edge.earlier, edge.later)})
        by_report: dict[str, dict[int, Told]] = defaultdict(dict)
        for n, each in self.tolds(numbers).items():
            by_report[each.report_id][n] = each
        for edge in made:
            found += copied_pairs(edge, by_report[edge.earlier], by_report[edge.later])
        self.put_edges(found)
        return {n for each in found for n in (each.a, each.b)}

    def link_judged(self, report_ids: Sequence[str]) -> set[int]:
        """Join the claims that a person judged to be of one event."""
        found = []
        for judgement, one, other in self.decisions.judged_events(report_ids, self, "same"):
            for a in one:
                found += [EdgeRow(*pair(a, b), COPIED, True, "judged", judgement) for b in other if a != b]
        self.put_edges(found)
        return {n for each in found for n in (each.a, each.b)}

    def claims_at(self, report_id: str) -> dict[int, Told]:
        """The claims of a report as they are compared; none where it is not linked."""
        return self.tolds(self.links.numbers_of(self.links.linked([report_id])))

    # --- blocks

    def take_out(self, space: int, members: set[int]) -> set[int]:
        """Take members out of their blocks, compare those who meet instead; the claims whose edges changed."""
        seats = seats_by_member(self.links.connection, space, members)
        blocks = load_blocks(self.links.connection, space, (b.key for _, where in seats.values() for b in where))
        meetings = Meetings()
        for seat, where in seats.values():
            for block in where:
                meetings.new |= blocks.take(seat, [block.key], block.gone).new
        save_blocks(self.links.connection, space, blocks)
        new = {each for each in meetings.new if members.isdisjoint(each)}
        if space == CLAIMS:
            return self.compare_claims(new)
        edges = self.compare_reports(self.likely(new))()
        judged = [report_id for edge in edges for report_id in (edge.earlier, edge.later)]
        return self.link_copied(edges) | self.link_judged(judged)

    def around(self, claims: set[int]) -> set[int]:
        """Claims that have an edge with one of these, or belong to one event with it."""
        edges = edges_of(self.links.connection, CLAIMS, claims)
        events = {each.event_id for each in self.links.memberships(claims)}
        beside = {each.claim for each in self.links.members(events)}
        return beside | {n for edge in edges for n in (edge.a, edge.b)}

    def apart(self) -> set[Pair]:
        """Pairs of claims that a person judged not to be of one event."""
        found: set[Pair] = set()
        for _, one, other in self.decisions.judged_events(None, self, "not_same"):
            found |= {pair(a, b) for a in one for b in other if a != b}
        return found


def bare(reports: Mapping[int, HeldReport]) -> dict[int, Report]:
    """Reports without their standing."""
    return {n: held.report for n, held in reports.items()}


def gather(meetings: Meetings, more: Meetings) -> None:
    """Add the pairs of one thing put in; a pair that came and went in one batch is both, and is looked at again."""
    meetings.new |= more.new
    meetings.lost |= more.lost


def copied_pairs(edge: ReportEdge, ours: dict[int, Told], theirs: dict[int, Told]) -> list[EdgeRow]:
    """Claims of the two reports in counterpart sentences that share a family of acts."""
    found = []
    for passage in edge.passages:
        mine = [n for n, each in ours.items() if passage.a.overlaps(each.claim.trigger)]
        others = [n for n, each in theirs.items() if passage.b.overlaps(each.claim.trigger)]
        for a in mine:
            for b in others:
                score = counterparts(ours[a], theirs[b])
                if score is not None:
                    reason = f"Both stand in a passage that one report took from the other: {edge.reason}"
                    found.append(EdgeRow(*pair(a, b), score, True, "copy", reason))
    return found


def counterparts(a: Told, b: Told) -> float | None:
    """How surely two claims in counterpart sentences tell the same; None where they do not.

    They are of one kind, and of one trigger or family of acts. A day that was changed on the way makes another event:
    who copies the form of a notice tells of something else. Equal words for a day mean one, whenever they are printed.
    """
    if a.claim.kind != b.claim.kind or a.claim.factuality.polarity != b.claim.factuality.polarity:
        return None
    if (a.claim.answers is None) != (b.claim.answers is None):
        return None
    if a.claim.kind == "tie":
        return COPIED if a.claim.tie == b.claim.tie else None
    if a.word != b.word and (a.claim.type, a.claim.mode) != (b.claim.type, b.claim.mode):
        return None
    if time_words(a) == time_words(b):
        return COPIED
    return None if a.days is not None and b.days is not None and gap(a.days, b.days) > 1 else RECAST


def time_words(told: Told) -> str:
    """The words that give the time, empty where none do."""
    time = told.claim.time
    return "" if time is None or time.span is None else time.span.of(told.text).casefold()


def hashed(key: str) -> int:
    """A key as a whole number under 2^63.

    Its upper bits are the month or year at the end of the key: keys of one time lie side by side, so that reports read
    in order of time are written to few pages of the database.
    """
    number = int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    ends = PERIOD.search(key)
    period = int(ends[1]) * 13 + int(ends[2] or 0) if ends else 0
    return period << KEY_BITS | number & ((1 << KEY_BITS) - 1)


def day_number(published: str | None) -> int:
    """The day of publication counted from the year 1900; the last number where it is unknown."""
    first = bounds(published)[0]
    if first is None:
        return UNDATED
    year, month, day = map(int, first.split("-"))
    return min(max((year - 1900) * 372 + (month - 1) * 31 + day - 1, 0), UNDATED - 1)


def report_rank(held: HeldReport) -> int:
    """A report's rank: by day of publication, then by id."""
    return day_number(held.report.published) << (REPORT_BITS + PLACE_BITS) | int(held.report.id[:11], 16) << 2


def rank_day(rank: int) -> int | None:
    """The day of a report's rank as an ordinal; None where it is unknown."""
    number = rank >> (REPORT_BITS + PLACE_BITS)
    if number == UNDATED:
        return None
    return date(1900 + number // 372, number % 372 // 31 + 1, number % 31 + 1).toordinal()


def common(a: Printed, b: Printed) -> tuple[int, int, int | None]:
    """How many fingerprints two reports share, how many the one with fewer has, and the days between the two.

    None for the days where one of them is unknown.
    """
    first, second = rank_day(a.rank), rank_day(b.rank)
    days = None if first is None or second is None else abs(first - second)
    return len(set(a.prints).intersection(b.prints)), min(len(a.prints), len(b.prints)), days


def claim_rank(each: HeldClaim, held: HeldReport) -> int:
    """A claim's rank: by its report's, then by its place there."""
    report = day_number(held.report.published) << REPORT_BITS | int(each.claim.report_id[:9], 16)
    return report << PLACE_BITS | min(each.position, (1 << PLACE_BITS) - 1)
