"""The service above the stages: read files, keep what they say, answer questions about it.

In: names of files, questions. Out: reports, claims with their reports, annotations, and the reasons for skips.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from reportedly.errors import Stop
from reportedly.linked import Standing
from reportedly.model import DEFAULT_EXTRACTOR, Claim, EntityRef, Extractor, Report, Skipped, Span
from reportedly.settings import settings
from reportedly.wire import Json, annotation_json

if TYPE_CHECKING:
    from reportedly.pipeline import Reading
    from reportedly.project.casebook import Casebook
    from reportedly.project.desk import Desk
    from reportedly.store import Filter, Found, Name, Order, Store

# The stages load a language model's library and the store its own: most of a second together. Functions that need
# them import them, so that each command waits only for what it uses.

Item = Report | Skipped

EXTRACTORS: tuple[Extractor, ...] = get_args(Extractor)
"""Names of the extractors that can be asked for."""

CLAIMS_NAMED = 6
"""Claims of an event that a message names."""

PRESENCE_BATCH = 64
"""Reports whose presence in the project is looked up together."""

State = Literal["added", "known", "read again"]
Particular = Literal["publisher", "published"]
"""What became of a report: new; there already; there, and its claims were renewed by a later extractor."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A report and the claims found in it, in text order; `is_read` is false for a language that is not read."""

    report: Report
    claims: tuple[Claim, ...]
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that the project holds for good, and what became of it; `claims` counts those found in this run.

    `fell` are the ids of reports that stand no longer since it was added: it replaces them, or is replaced itself.
    `lacks` names what a report that is new does not say of itself.
    """

    ref: str
    report_id: str
    state: State
    claims: int = 0
    language: str | None = None
    is_read: bool = True
    fell: tuple[str, ...] = ()
    lacks: tuple[Particular, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that reports say of one name and in its name.

    `called` is its fullest name, `names` are all that were found to be its own, each once for each schema that reports
    give it, with the `reasons`; `phrases` is what else reports call it; `others` are names that share its words or were
    left open, and may or may not be the same. `claims` holds events and `ties` ties, each with its report.
    """

    called: str
    names: tuple["Name", ...]
    phrases: tuple[str, ...]
    others: tuple[str, ...]
    ties: tuple["Found", ...]
    claims: tuple["Found", ...]
    reasons: tuple[str, ...] = ()


ReadAll = Callable[[Iterable[Item | Kept]], Iterator[Extracted | Skipped | Kept]]
"""How reports are read: each gives its Extracted in its place, everything else passes."""


def read_files(
    inputs: Sequence[str],
    *,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    manifest: Path | None = None,
    as_is: bool = False,
) -> Iterator[Item]:
    """The reports in files, folders, globs or standard input ("-"), and the inputs that hold none, with reasons.

    `publisher`, `url` and `published` (EDTF) hold where a file does not say otherwise; `manifest` is a CSV of
    particulars by file; `as_is` takes text files without looking for a header. Raises Stop for wrong arguments.
    """
    from reportedly.read import Particulars, reports

    defaults = Particulars(publisher=publisher, url=url, published=published)
    return reports(inputs, defaults=defaults, manifest=manifest, as_is=as_is)


def extract(
    items: Iterable[Item], jobs: int = 1, extractor: Extractor = DEFAULT_EXTRACTOR
) -> Iterator[Extracted | Skipped]:
    """For each item its claims, or why it has none, in order; no database. `jobs` processes read."""
    from reportedly.pipeline import read_all

    return read_all(items, extracted, jobs, extractor=extractor, gazetteer=settings().gazetteer)


def annotate(
    items: Iterable[Item], jobs: int = 1, extractor: Extractor = DEFAULT_EXTRACTOR
) -> Iterator[Json | Skipped]:
    """For each item its annotations as on the wire, or why it has none, in order; no database."""
    from reportedly.pipeline import read_all

    return read_all(items, annotated, jobs, extractor=extractor, gazetteer=settings().gazetteer)


def load_gazetteer(dump: Path, target: Path, countries: Iterable[str] = ()) -> tuple[int, int]:
    """Write a table of places from a GeoNames dump and the package's own; how many places the dump added, and how many
    of its lines could not be read.

    Raises Stop where the dump cannot be read or holds no place, or where the table is there already.
    """
    from reportedly.ground.dump import load, opened

    with opened(dump) as lines:
        return load(lines, target, frozenset(countries))


def lacking(report: Report) -> tuple[Particular, ...]:
    """What a report does not say of itself that origins and days are told by."""
    given: tuple[tuple[Particular, str | None], ...] = (
        ("publisher", report.publisher),
        ("published", report.published),
    )
    return tuple(name for name, value in given if value is None)


def extracted(reading: "Reading") -> Extracted:
    """The claims of a reading with their report."""
    from reportedly.pipeline import is_extractable

    return Extracted(reading.report, reading.claims, is_extractable(reading.report))


def annotated(reading: "Reading") -> Json:
    """The annotations of a reading as on the wire."""
    return annotation_json(reading.annotated, reading.times, reading.timex, reading.places, reading.attributions)


def located(option: str | None) -> str:
    """Where the project lies: `option`, otherwise the setting."""
    return option or settings().project


def is_unattended() -> bool:
    """Whether the environment says that no person looks on, so that no window should open."""
    return settings().unattended


def judge_named() -> str:
    """Who judges, as the setting says; empty where it says nothing."""
    return settings().by


def day_asked(date: str | None, end: bool = True) -> str | None:
    """The last day of an EDTF date, or its first one, None for none. Raises Stop for what is no date."""
    from reportedly.days import bounds, is_date

    if date is None:
        return None
    day = bounds(date)[1 if end else 0] if is_date(date) else None
    if day is None:
        raise Stop(f"{date!r} is no date; expected one like 2025, 2025-04 or 2025-04-22")
    return day


def init(location: str) -> "Project":
    """The project at `location`, made where there is none; one that is there stays as it is."""
    from reportedly.store import create

    return Project(create(location))


def open_project(location: str) -> "Project":
    """The project at `location`. Raises Stop where there is none."""
    from reportedly.store import open_store

    return Project(open_store(location))


def claim_filter(*, every: bool = False, **asked: str | None) -> "Filter":
    """The filter with these sides; `since` and `until` are EDTF dates, of which the first and the last day count.

    It lets through what stands in reports that stand, unless `every` claim is asked for. Raises Stop for a date that is
    none.
    """
    from reportedly.store import Filter

    sides: dict[str, Any] = dict(asked)
    for side, end in (("since", False), ("until", True)):
        sides[side] = day_asked(asked.get(side), end)
    return Filter(**sides, standing=not every)


class Project:
    """One collection of reports with their claims. Whatever `add` has given back is kept for good."""

    def __init__(self, store: "Store") -> None:
        self.store = store

    @property
    def location(self) -> str:
        """Where it lies, as messages show it."""
        return self.store.location

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def add(
        self,
        items: Iterable[Item],
        jobs: int = 1,
        read: ReadAll | None = None,
        extractor: Extractor = DEFAULT_EXTRACTOR,
    ) -> Iterator[Kept | Skipped]:
        """Read reports and keep them with their claims; for each item what became of it, once that is on disk.

        Reports that this version of the extractor has read are passed by unread, so a run that was broken off goes on
        where it stopped. `read` replaces the stages.
        """
        from reportedly.extract.claims import VERSIONS

        def by_stages(some: Iterable[Item | Kept]) -> Iterator[Extracted | Skipped | Kept]:
            from reportedly.pipeline import read_all

            return read_all(some, extracted, jobs, self.known_outlets(), extractor, settings().gazetteer)

        for outcome in (read or by_stages)(self.without_known(items, VERSIONS[extractor])):
            if isinstance(outcome, Extracted):
                yield self.keep(outcome, VERSIONS[extractor])
            else:
                if isinstance(outcome, Skipped):
                    self.store.put_skipped(outcome)
                yield outcome

    def known_outlets(self) -> list[str]:
        """The names in the user's table of outlets: in reports read from now on, who bears one is read as an outlet."""
        return [name for each in self.desk.table() for name in (each.name, *each.aliases)]

    @cached_property
    def casebook(self) -> "Casebook":
        """What is asked of events, ties and entities across reports."""
        from reportedly.project.casebook import Casebook

        return Casebook(self.store)

    @cached_property
    def desk(self) -> "Desk":
        """What people decide: judgements, withdrawals, corrections, the tables they edit."""
        from reportedly.project.desk import Desk

        return Desk(self.store, self.casebook)

    def without_known(self, items: Iterable[Item], extractor: str) -> Iterator[Item | Kept]:
        """The items, those that this version of the extractor has read as Kept."""
        rest = iter(items)
        while batch := list(islice(rest, PRESENCE_BATCH)):
            ids = [item.id if isinstance(item, Report) else "" for item in batch]
            held = self.store.extractors([each for each in ids if each])
            for item, report_id in zip(batch, ids, strict=True):
                if isinstance(item, Report) and held.get(report_id) == extractor:
                    yield Kept(item.ref, report_id, "known", language=item.language)
                else:
                    yield item

    def keep(self, found: Extracted, extractor: str) -> Kept:
        """Store a report with its claims; what became of it."""
        report = found.report
        held = self.store.extractors([report.id]).get(report.id)
        told: list[Standing] = []
        if held is None:
            told = self.desk.told_by(report)
        if told:
            state = self.desk.take(report, found.claims, extractor, told)
        elif held is None or held == extractor:
            state = self.store.put(report, found.claims, extractor)
        else:
            state = self.casebook.read_again(report, found.claims, extractor)
        fell = tuple(each.report_id for each in told)
        lacks = lacking(report) if state == "added" else ()
        return Kept(report.ref, report.id, state, len(found.claims), report.language, found.is_read, fell, lacks)

    def claims(self, asked: "Filter", order: "Order" = "report") -> Iterator["Found"]:
        """The claims that `asked` lets through, each with its report, by publication or by time."""
        from reportedly.project.revising import Revised

        revised = Revised(self.store)
        if (asked.entity or asked.source_kind) and revised.decisions is not None:
            self.casebook.link()  # claims that were read since a judgement on them are not found by other names before
        return revised.claims(asked, order)

    def claim(self, prefix: str) -> "Found":
        """The claim whose id begins with `prefix`, with its report. Raises Stop where none or several do."""
        begins = prefix.strip().lower()
        found = self.claims_beginning(begins) if begins else []
        if not found:
            raise Stop(self.no_claim(prefix))
        if len(found) > 1:
            raise Stop(f"several claims have ids that begin with {prefix!r}; give more of it")
        return found[0]

    def no_claim(self, prefix: str) -> str:
        """What to say of an id that no claim has: which claims are meant where it is an event's."""
        try:
            event_id = self.casebook.event_id(prefix)
        except Stop:
            return f"no claim has an id that begins with {prefix!r}; `reportedly claims` lists them"
        evidence = self.casebook.evidence(event_id)
        claims = [each.claim.id[:8] for each in (*evidence.accounts, *evidence.gone)]
        some = ", ".join(claims[:CLAIMS_NAMED]) + (" ..." if len(claims) > CLAIMS_NAMED else "")
        kind = {"event": "an event", "tie": "a tie"}[evidence.kind]
        return f"{prefix!r} is {kind}, not a claim; its claims are {some} (`reportedly event {prefix}` shows them)"

    def claims_beginning(self, prefix: str) -> list["Found"]:
        """Some claims whose id begins so, as they were read or as a person corrected them; the same claim once."""
        from reportedly.project.revising import Revised
        from reportedly.store import Filter

        revised = Revised(self.store)
        some = {each.read.id: each for each in revised.beginning(prefix)}
        found = [pair for pair in self.store.claims_with_prefix(prefix) if pair[0].id not in some]
        for claim, report in self.store.claims(Filter(only=tuple(some))) if some else ():
            found.append((some[claim.id].now or claim, report))
        return found

    def who(self, asked: str, as_of: str | None = None) -> Dossier:
        """The dossier of whom a name means, under all names that are found to be theirs; of reports that stand.

        With `as_of` (a day) of what was published by then. Raises Stop where nobody has the name, or where it may be
        one of several.
        """
        from reportedly.project.revising import Revised

        entities = self.casebook.called(asked, as_of)
        names = sorted({name for each in entities for name in each.names})
        every = list(Revised(self.store).all(self.store.claims_of(names, claim_filter(as_of=as_of))))
        taken = {name.name for name in names}
        near = {name.name for name in self.store.candidates(asked, "word")}
        others = near.union(*(each.open_to for each in entities)) - taken
        return Dossier(
            called=entities[0].name,
            names=tuple(names),
            phrases=tuple(sorted(phrases(every, taken) - taken)),
            others=tuple(sorted(self.casebook.told(others, as_of))),
            ties=tuple(pair for pair in every if pair[0].kind == "tie"),
            claims=tuple(pair for pair in every if pair[0].kind == "event"),
            reasons=tuple(dict.fromkeys(reason for each in entities for reason in each.reasons)),
        )

    def reports(self) -> Iterator[Report]:
        """The reports, by publication."""
        return self.store.reports()

    def skips(self) -> list[Skipped]:
        """The inputs on record as skipped, with reasons."""
        return self.store.skips()

    def counts(self) -> tuple[int, int, int]:
        """How many reports, claims and skipped inputs there are."""
        return self.store.counts()


def phrases(found: Iterable["Found"], names: set[str]) -> set[str]:
    """What reports call the names where they take part or speak, as printed, pronouns and descriptions left out."""
    from reportedly.store import is_name_phrase

    printed = {
        " ".join(span.of(report.text).split())
        for claim, report in found
        for entity, span in claim_names(claim)
        if entity.name in names
    }
    return {words for words in printed if is_name_phrase(words)}


def claim_names(claim: Claim) -> Iterator[tuple[EntityRef, Span]]:
    """Every entity that takes part in the claim or says it, with its phrase."""
    for role in claim.roles:
        if role.entity is not None:
            yield role.entity, role.span
    for link in claim.attribution:
        for reference in (link.source, *link.sources):
            if reference is not None and reference.entity is not None:
                yield reference.entity, reference.span
