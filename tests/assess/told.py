"""A small language for who told what: reports of one sentence each, and what they are taken from.

    wire = told("Reach Wire", "Two officials said a delegation came.", officials("Two officials"))
    count(wire, copied_by("Daily Gull")(wire)) == 1

A report tells one thing; `evidence` puts any number of them together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reportedly.assess.origins import Origins, denial_origins, origins
from reportedly.linked import (
    Account,
    Citation,
    Entity,
    Evidence,
    Manner,
    Name,
    Outlet,
    Part,
    Passage,
    Reliance,
    ReportEdge,
    Standing,
)  # fmt: skip
from reportedly.model import (
    Certainty,
    Claim,
    EntityRef,
    Factuality,
    Link,
    Polarity,
    Reference,
    Report,
    Schema,
    SourceKind,
    Span,
    Status,
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A report that tells one thing, or several with `also`, and what is known of how it came about."""

    report: Report
    accounts: tuple[Account, ...]
    edges: tuple[ReportEdge, ...] = ()
    citations: tuple[Citation, ...] = ()
    standing: Standing | None = None

    def also(self, *others: "Told") -> "Told":
        """The same report with the tellings of `others`, whose texts must be this report's."""
        return replace(self, accounts=self.accounts + tuple(a for other in others for a in other.accounts))

    def credited(self, name: str, whole: bool = True, publisher: str | None = None) -> "Told":
        """The same report with a credit to an outlet: for all of it, or for the sentence that names it."""
        at = self.report.text.find(name)
        span = Span(at, at + len(name)) if at >= 0 else Span(0, 1)
        scope = Citation(self.report.id, name, span, publisher, "report" if whole else "sentence")
        return replace(self, citations=(*self.citations, scope))

    def taking_from(self, other: "Told", kind: Reliance = "copy", quoted: bool = False, aligned: bool = True) -> "Told":
        """The same report, known to rely on `other`, by its first sentence unless it is not `aligned`."""
        a, b = other.accounts[0].claim.sentence, self.accounts[0].claim.sentence
        passages = (Passage(a, b, "verbatim", quoted),) if aligned else ()
        edge = ReportEdge(other.report.id, self.report.id, kind, 0.9, "much the same words", passages)
        return replace(self, edges=(*self.edges, edge))

    def withdrawn(self, since: str = "2025-06-01", status: Status = "canceled") -> "Told":
        """The same report, withdrawn."""
        return replace(self, standing=Standing(self.report.id, status, since))

    def corrected_by(self, other: "Told") -> "Told":
        """The same report, replaced by `other`."""
        return replace(self, standing=Standing(self.report.id, "corrected", "2025-06-01", other.report.id))


@dataclass(frozen=True)
class Source:
    """A source as the text prints it."""

    kind: SourceKind
    words: tuple[str, ...] = ()
    name: str | None = None
    schema: Schema = "Person"


def person(words: str, name: str | None = None) -> Source:
    """A named person, by the name he has in the report."""
    return Source("named_person", (words,), name or words)


def body(words: str, name: str | None = None) -> Source:
    """A named organisation."""
    return Source("named_organisation", (words,), name or words, "Organization")


def officials(*words: str) -> Source:
    """Unnamed officials; several phrases are a coordinated source."""
    return Source("unnamed_official", words)


def people(*words: str) -> Source:
    """Unnamed people."""
    return Source("unnamed_person", words)


def outlet(words: str) -> Source:
    """Another outlet."""
    return Source("outlet", (words,))


def paper(words: str) -> Source:
    """A document."""
    return Source("document", (words,))


def nobody() -> Source:
    """ "Reportedly": nobody is named."""
    return Source("unnamed_person")


@dataclass(frozen=True)
class Way:
    """How a telling stands to what happened."""

    part: Part = "account"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"


DENIED = Way("denial", "negative")


def told(
    publisher: str | None,
    text: str,
    *sources: Source,
    day: str | None = "2025-05-02",
    way: Way = Way(),
    sentence: str | None = None,
) -> Told:
    """A report whose `sentence` (all of the text by default) tells it, from `sources`, outermost first."""
    report = Report(text, f"{publisher} {day}", publisher, published=day)
    words = sentence or text
    start = text.index(words)
    claim = Claim(
        report.id,
        "event",
        Span(start, start + len(words)),
        Span(start, start + 1),
        "CONSULT",
        attribution=tuple(link(source, text, start) for source in sources),
        factuality=Factuality(way.certainty, way.polarity),
    )
    return Told(report, (Account(claim, report, way.part),))


def link(source: Source, text: str, start: int) -> Link:
    """A link of an attribution chain, its sources found in the text from `start` on."""
    found = []
    for words in source.words:
        at = text.index(words, start)
        ref = None if source.name is None else EntityRef(source.name, source.name, source.schema)
        found.append(Reference(Span(at, at + len(words)), ref))
    return Link(source.kind, found[0] if found else None, sources=tuple(found) if len(found) > 1 else ())


def copied_by(publisher: str, story: Told, day: str | None = None, manner: Manner = "verbatim") -> Told:
    """The same words in another outlet, on the same day unless told otherwise."""
    first = story.report
    report = Report(first.text, f"{publisher} {day}", publisher, published=day or first.published)
    accounts = tuple(replace(a, claim=replace(a.claim, report_id=report.id), report=report) for a in story.accounts)
    passages = tuple(
        Passage(a.claim.sentence, b.claim.sentence, manner) for a, b in zip(story.accounts, accounts, strict=True)
    )
    edge = ReportEdge(first.id, report.id, "copy", 0.95, "most of it is taken over", passages)
    return Told(report, accounts, (edge,))


@dataclass(frozen=True)
class Table:
    """What the user knows: outlets, and names that mean one entity."""

    outlets: tuple[Outlet, ...] = ()
    entities: tuple[Entity, ...] = field(default=())


def evidence(*tellings: Told, table: Table = Table()) -> Evidence:
    """All of `tellings` as evidence; those withdrawn or corrected are gone."""
    standing: Mapping[str, Standing] = {t.report.id: t.standing for t in tellings if t.standing is not None}
    held = {t.report.id for t in tellings}
    return Evidence(
        "event",
        "event",
        tuple(account for t in tellings if t.standing is None for account in t.accounts),
        tuple(account for t in tellings if t.standing is not None for account in t.accounts),
        tuple(edge for t in tellings for edge in t.edges if edge.earlier in held),
        tuple(citation for t in tellings for citation in t.citations),
        {name.id: entity for entity in table.entities for name in entity.names},
        {name: o for o in table.outlets for name in (o.name, *o.aliases)},
        standing,
    )


def entity(*names: str, schema: Schema = "Person") -> Entity:
    """An entity across reports by all its names, the first its fullest."""
    return Entity(f"entity {names[0]}", names[0], schema, tuple(Name(name, schema) for name in names))


def found(*tellings: Told, table: Table = Table()) -> Origins:
    """The origins of what is told."""
    return origins(evidence(*tellings, table=table))


def count(*tellings: Told, table: Table = Table()) -> int:
    """How many origins there are."""
    return found(*tellings, table=table).count


def labels(*tellings: Told, table: Table = Table()) -> set[str]:
    """What the origins are called."""
    return {root.label for root in found(*tellings, table=table).roots}


def deniers(*tellings: Told) -> set[str]:
    """What the origins of the denials are called."""
    return {root.label for root in denial_origins(evidence(*tellings)).roots}
