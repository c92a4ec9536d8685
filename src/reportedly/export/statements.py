"""What a briefing tells, and on whose word. In: claims with their reports. Out: statements with numbered notes.

A note is one sentence of one report with the claims in it that have the same source, firmness and time. A statement is
one or more notes that say the same in the same words. That is told by the letter alone: nothing is judged here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.export.dates import Bounds, bounds, is_dated, when
from reportedly.export.neutral import readable
from reportedly.export.wording import (
    firmness,
    firmness_mark,
    kind_words,
    opening_of,
    publisher,
    quotation,
    speaker,
    told,
)  # fmt: skip
from reportedly.model import Claim, Factuality, Report, SourceKind, Span

Item = tuple[Claim, Report]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence of one report, with the claims of one source in it. `number` counts from 1 through the briefing."""

    number: int
    report: Report
    claims: tuple[Claim, ...]

    @property
    def sentence(self) -> Span:
        """Where the sentence stands in the report."""
        return self.claims[0].sentence

    @property
    def says(self) -> str | None:
        """Who says so, None for the report's own voice."""
        return speaker(self.claims[0], self.report)

    @property
    def kind(self) -> SourceKind | None:
        """The kind of the innermost source."""
        chain = self.claims[0].attribution
        return chain[-1].kind if chain else None


@dataclass(frozen=True, slots=True)
class Statement:
    """Notes that say the same in the same words, put in one sentence."""

    notes: tuple[Note, ...]
    sentence: str
    who: str
    quote: str
    firm: str | None
    firm_mark: str
    when: str
    where: str | None
    kinds: tuple[str, ...]
    first: date | None
    last: date | None

    @property
    def key(self) -> str:
        """The name of the statement's place on the page: its first note's number."""
        return f"s{self.notes[0].number}"

    @property
    def classes(self) -> str:
        """Style classes that show how firmly its source puts it."""
        fact = self.fact
        told = {
            "denied": fact.polarity == "negative",
            "hedged": fact.certainty != "certain",
            "ahead": fact.temporality == "future",
        }
        return " ".join(f"f-{name}" for name, holds in told.items() if holds)

    @property
    def fact(self) -> Factuality:
        """How firmly its source puts it."""
        return self.notes[0].claims[0].factuality

    @property
    def kind(self) -> SourceKind | None:
        """The kind of the innermost source."""
        return self.notes[0].kind

    @property
    def dated(self) -> bool:
        """Whether the text gives a time."""
        return self.first is not None or self.last is not None

    @property
    def has_event(self) -> bool:
        """Whether an event is told; otherwise only ties."""
        return any(claim.kind == "event" for note in self.notes for claim in note.claims)


def report_order(report: Report) -> tuple[str, str, str]:
    """What reports are sorted by: publication, publisher, id; unknown days last."""
    return report.published or "9999", report.publisher or "", report.id


def notes(items: Iterable[Item]) -> list[Note]:
    """The numbered notes for `items`, by report (oldest first), then by place in the text."""
    groups: dict[object, list[Item]] = {}
    for claim, report in sorted(items, key=lambda i: (report_order(i[1]), i[0].sentence, i[0].trigger, i[0].id)):
        groups.setdefault(group_key(claim, report), []).append((claim, report))
    return [
        Note(number, group[0][1], tuple(claim for claim, _ in group))
        for number, group in enumerate(groups.values(), start=1)
    ]


def group_key(claim: Claim, report: Report) -> object:
    """What claims of one note share."""
    fact, time = claim.factuality, claim.time
    firm = (fact.certainty, fact.polarity, fact.temporality)
    chain = tuple((link.kind, link.source and link.source.span, link.cue) for link in claim.attribution)
    return report.id, claim.sentence, chain, firm, time.edtf if time and is_dated(time) else None


def statements(numbered: Iterable[Note]) -> list[Statement]:
    """The statements that `numbered` notes make, in the order of their first notes."""
    groups: dict[object, list[Note]] = {}
    for note in numbered:
        claim = note.claims[0]
        same = (note.says, quotation(claim, note.report), firmness(claim.factuality), when_of(note), where_of(note))
        groups.setdefault(same, []).append(note)
    return [statement(group) for group in groups.values()]


def statement(group: Sequence[Note]) -> Statement:
    """One statement from the notes that say the same."""
    note, claim = group[0], group[0].claims[0]
    who = opening_of(note.says, list(dict.fromkeys(publisher(n.report) for n in group)))
    quote, firm = quotation(claim, note.report), firmness(claim.factuality)
    first, last = claim_bounds(claim)
    return Statement(
        notes=tuple(group), sentence=told(who, firm, quote), who=who, quote=quote, firm=firm,
        firm_mark=firmness_mark(claim.factuality), when=when_of(note), where=where_of(note),
        kinds=tuple(dict.fromkeys(kind_words(c) for c in note.claims)), first=first, last=last,
    )  # fmt: skip


def claim_bounds(claim: Claim) -> Bounds:
    """First and last day by the account; None, None where its text gives no date."""
    return bounds(claim.time.edtf) if claim.time and is_dated(claim.time) else (None, None)


def when_of(note: Note) -> str:
    """When, by the account."""
    dated = next((claim for claim in note.claims if claim.time and claim.time.span), note.claims[0])
    return when(dated.time, note.report)


def where_of(note: Note) -> str | None:
    """Where, by the account: the places that its claims name."""
    names = dict.fromkeys(readable(claim.place.name) for claim in note.claims if claim.place)
    return ", ".join(names) or None
