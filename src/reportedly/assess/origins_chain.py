"""What a telling's chain of sources says: which outlets it credits, and who stands at its inner end.

In: a telling and what is held. Out: outlets credited, outermost first, and the sources inside them. An outlet that
names itself ("told the Aral Gull" in the Aral Gull) is passed over.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from reportedly.assess.lexicon import entries
from reportedly.assess.origins_outlets import folded
from reportedly.assess.origins_passing import is_in_passing
from reportedly.assess.origins_tellings import Held, Telling, held, printed
from reportedly.linked import Citation, Evidence, Part
from reportedly.model import Link, Reference, Span

NEAR = 40
"""Characters between a cue and an outlet's name that still belong together ("told reporters of the Gazette")."""

AROUND = 100
"""Characters on either side of a speaker's name in which his post is looked for."""

NAMED = ("named_person", "named_organisation")

THE_NAME = re.compile(r"[Tt]he [A-Z]")

REPORTED = re.compile(r"\b(?:report|wr[io]t|publish|reveal|broadcast|disclos|print)", re.IGNORECASE)
"""How a cue speaks of what an outlet has published."""

TO_WHOM = re.compile(r"\b(?:told|tells|telling|spoke to|speaking to|interview with|according to) (?:the |our )?")
"""Words after which an outlet names itself as the one that was told."""

MEDIA = re.compile(
    r"(?:[\w'’-]+ ){0,3}(?:media|press|news|newspaper|tv|television|radio|agency) (?:reports?|accounts?|coverage)",
    re.IGNORECASE,
)
"""A phrase for other outlets that looks like a document: "local media reports"."""

PRONOUN = re.compile(r"he|she|it|they|who|whom|which|we|i|that|this|him|them|his|her|their|its|both", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a telling rests on: its key and its name; `whole` where it stands in a dateline or credit line.

    `speaks` is true where it may as well be an organisation that speaks for itself.
    """

    outlet: str
    name: str
    whole: bool = False
    speaks: bool = False


@dataclass(frozen=True)
class Chain:
    """A telling's sources: `credits` of outlets, a group for each link from the outermost in; `beside`, the outlets
    that the sentence or the report credits besides; the `links` inside; whether an outlet credits `itself`.
    """

    credits: tuple[tuple[Credit, ...], ...]
    beside: tuple[Credit, ...]
    links: tuple[Link, ...]
    itself: bool = False

    @cached_property
    def inner(self) -> Link | None:
        """The innermost named source, else the innermost that is described, else any; None in the own voice."""
        named = [link for link in self.links if link.kind in NAMED and members(link)]
        some = named or [link for link in self.links if members(link)] or list(self.links)
        return some[-1] if some else None

    @cached_property
    def has_source(self) -> bool:
        """Whether a source inside the credited outlets is named or described."""
        return self.inner is not None and bool(members(self.inner))

    @cached_property
    def rests(self) -> bool:
        """Whether it says at all where it has it from."""
        return bool(self.credits or self.beside or self.has_source)


class Described(NamedTuple):
    """A source without a name: where it stands, its words, and whether it is a document."""

    span: Span
    text: str
    document: bool


class Named(NamedTuple):
    """A named speaker: name, id of the entity, what he is called here, and the words around (both in plain words)."""

    name: str
    entity_id: str | None
    names: tuple[str, ...]
    around: str


@dataclass(frozen=True)
class Case:
    """What is held, with the chain of each telling."""

    held: Held

    @cached_property
    def tellings(self) -> dict[str, Telling]:
        """Each telling that stands, by its key."""
        return {telling.key: telling for telling in self.held.tellings}

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """The chain of each telling that stands, by its key."""
        return {telling.key: chain_of(self.held, telling) for telling in self.held.tellings}

    @cached_property
    def in_passing(self) -> frozenset[str]:
        """The keys of tellings that only mention what others tell."""
        return frozenset(telling.key for telling in self.held.tellings if is_in_passing(telling))

    @cached_property
    def in_full(self) -> tuple[Telling, ...]:
        """The tellings that tell what happened, in order."""
        return tuple(telling for telling in self.held.tellings if telling.key not in self.in_passing)

    @cached_property
    def drawn(self) -> dict[str, frozenset[str]]:
        """What reports draw on, as far as it was asked for."""
        return {}

    def drawn_on(self, report_id: str) -> frozenset[str]:
        """The ids of the reports that a report is taken from, at any remove."""
        if report_id not in self.drawn:
            seen: set[str] = set()
            front = {report_id}
            while front:
                front = {edge.earlier for report in front for edge in self.held.edges_to.get(report, ())} - seen
                seen |= front
            self.drawn[report_id] = frozenset(seen)
        return self.drawn[report_id]

    @cached_property
    def unnamed(self) -> dict[str, list[Described]]:
        """The sources without a name, documents among them, that each report gives for the tellings here, in order."""
        found: dict[str, set[Described]] = {}
        for telling in self.held.tellings:
            inner = self.chains[telling.key].inner
            if inner is not None and inner.kind not in NAMED:
                document = inner.kind == "document"
                some = found.setdefault(telling.claim.report_id, set())
                texts = [(r.span, printed(r, telling.report.text)) for r in members(inner) if r.entity is None]
                some |= {Described(span, text, document) for span, text in texts}
        return {report_id: sorted(some) for report_id, some in found.items()}

    @cached_property
    def named(self) -> list[Named]:
        """The named speakers of all tellings, in order."""
        return [
            named_in(self.held, telling, reference)
            for telling in self.held.tellings
            for link in self.chains[telling.key].links
            if link.kind in NAMED
            for reference in members(link)
        ]


def named_in(held: Held, telling: Telling, reference: Reference) -> Named:
    """A named speaker with the words around his name."""
    entity, text = held.evidence.entity_of(reference.entity), telling.report.text
    around = text[max(0, reference.span.start - AROUND) : reference.span.end + AROUND]
    names = names_of(held, telling, reference)
    plain = tuple(filter(None, map(plain_words, names)))
    return Named(names[0], None if entity is None else entity.id, plain, f" {plain_words(around)} ")


def plain_words(text: str) -> str:
    """The words of a text in one case, without articles, marks and possessive endings."""
    words = re.findall(r"\w+", re.sub(r"[’']s?\b", "", text.casefold()))
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def case_of(evidence: Evidence, part: Part) -> Case:
    """The case for the accounts or the denials of `evidence`."""
    return Case(held(evidence, part))


def members(link: Link) -> tuple[Reference, ...]:
    """The sources of a link: the members of a coordinated one, else the one; none where nobody is named."""
    return link.sources or (() if link.source is None else (link.source,))


def chain_of(held: Held, telling: Telling) -> Chain:
    """The chain of a telling, with what its sentence or its report credits besides."""
    groups: list[tuple[Credit, ...]] = []
    links = list(spoken_links(telling))
    itself = False
    while links:
        some = [outlet_in(held, telling, links[0], reference) for reference in members(links[0])]
        outlets = [credit for credit in some if credit is not None]
        if not outlets or len(outlets) < len(some):
            break
        fresh = tuple(credit for credit in outlets if credit.outlet != telling.publisher)
        itself = itself or (len(fresh) < len(outlets) and is_by_report(links[0], telling))
        groups += [fresh] if fresh else []
        del links[0]
    beside = cited_beside(held, telling, tuple(links), {credit.outlet for group in groups for credit in group})
    others = tuple(credit for credit in beside if credit.outlet != telling.publisher)
    return Chain(tuple(groups), others, tuple(links), itself or len(others) < len(beside))


def is_by_report(link: Link, telling: Telling) -> bool:
    """Whether a link leads to what an outlet published ("the Gull reported"), not to what a body says for itself."""
    return link.kind == "outlet" or (link.cue is not None and bool(REPORTED.search(link.cue.of(telling.report.text))))


def spoken_links(telling: Telling) -> tuple[Link, ...]:
    """The attribution of a claim; of an act of denying told in the report's own voice, the one who denies."""
    claim = telling.claim
    if claim.attribution or claim.type != "REJECT":
        return claim.attribution
    actors = [role for role in claim.roles if role.role == "actor" and role.entity is not None]
    return tuple(Link("named_person", Reference(role.span, role.entity), claim.trigger) for role in actors[:1])


def outlet_in(held: Held, telling: Telling, link: Link, reference: Reference) -> Credit | None:
    """The outlet that a source is, None where it is none.

    A person is one only by a publisher's full name or initials, since readers of names take "RWA" for a person.
    """
    names = names_of(held, telling, reference)
    is_outlet = link.kind == "outlet" or (link.kind == "document" and bool(MEDIA.fullmatch(names[-1])))
    if not is_outlet and link.kind not in NAMED:
        return None
    own = names[:-1] or names
    for name in names:
        key = held.outlets.meant(name, in_part=name in own and may_be_short(link, name, names[-1]))
        if key is not None:
            return Credit(key, held.outlets.name(key), speaks=not is_outlet and speaks(link, telling, key))
    return Credit(*held.outlets.credited(names[0])) if is_outlet else None


def speaks(link: Link, telling: Telling, key: str) -> bool:
    """Whether an organisation that publishes may speak for itself here: not where it "reported", unless it is a body.

    `key` is the folded name of the organisation.
    """
    return not is_by_report(link, telling) or not bodies().isdisjoint(key.split())


@cache
def bodies() -> frozenset[str]:
    """The last words of what a body is called that speaks for itself: "ministry", "police"."""
    return frozenset(noun.split()[-1] for noun in entries("bodies.tsv"))


def may_be_short(link: Link, name: str, text: str) -> bool:
    """Whether a source's name may be a part of an outlet's: "the Gull", and no place ("Norvane") or person."""
    if link.kind == "named_organisation":
        return " " in folded(name) or bool(THE_NAME.match(text))
    return link.kind == "outlet" or bool(THE_NAME.match(text))


def names_of(held: Held, telling: Telling, reference: Reference) -> list[str]:
    """What a source is called: its entity's names if it has one, fullest first, then its phrase as printed."""
    entity = held.evidence.entity_of(reference.entity)
    found = [] if entity is None else [entity.name, *sorted(name.name for name in entity.names)]
    if reference.entity is not None:
        found.append(reference.entity.name)
    text = printed(reference, telling.report.text)
    return [*dict.fromkeys(name for name in found if name != text), text]


def cited_beside(held: Held, telling: Telling, links: tuple[Link, ...], known: set[str]) -> tuple[Credit, ...]:
    """The outlets not yet `known` that citations credit for this telling, in text order."""
    found: dict[str, Credit] = {}
    for citation in held.citations_in.get(telling.claim.report_id, ()):
        if applies(held, telling, citation, links):
            key, name = held.outlets.credited(citation.publisher or citation.name)
            if key not in known:
                found.setdefault(key, Credit(key, name, citation.scope == "report"))
    return tuple(found.values())


def applies(held: Held, telling: Telling, citation: Citation, links: tuple[Link, ...]) -> bool:
    """Whether a citation credits an outlet for this telling, and not for something else in its sentence or report."""
    if citation.scope == "report":
        return not (any(map(members, links)) and is_told_here(held, telling))
    return telling.claim.sentence.overlaps(citation.span) and is_beside(citation.span, links)


def is_beside(span: Span, links: tuple[Link, ...]) -> bool:
    """Whether a citation stands beside the words that name a source; anywhere in the sentence where none is named."""
    marks = [link.cue for link in links if link.cue is not None]
    if not marks:
        return True
    marks += [reference.span for link in links for reference in members(link)]
    return any(span.start - mark.end <= NEAR and mark.start - span.end <= NEAR for mark in marks)


def is_told_here(held: Held, telling: Telling) -> bool:
    """Whether the telling's sentence names its own publisher ("a cleaner told the Post")."""
    sentence = telling.claim.sentence
    text = f"{folded(telling.report.text[sentence.start : sentence.end])} "
    said = [match.end() for match in TO_WHOM.finditer(text)]
    names = tuple(f"{name} " for name in held.outlets.called(telling.publisher))
    return any(text.startswith(names, at) for at in said)
