"""Which outlets a report cites, place by place, and which of the project's publishers each name means.

In: a report, the names of all publishers of a project, and what else they are called. Out: one `Citation` for each
place where an outlet, an agency or a monitor is credited, in text order. A name is read as a publisher's where exactly
one fits: by its letters, its initials ("RWA" for Reach Wire Agency), a short form ("the Gull" for Aral Gull) or, in the
brackets of a dateline, its first words ("(Reach)"). Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from reportedly.link.credits import Credit, CreditScope, credited_places, folded, initials, squashed
from reportedly.link.lexicon import words
from reportedly.model import Report, Span

ARTICLE = re.compile(r"\b[Tt]he $")

DATELINE = re.compile(r"^[^\n()]{2,60}\(([^\n()]{2,60})\) ?(?=[-–—])", re.MULTILINE)
"""A dateline with brackets, in which an agency may stand by its first word alone."""

HEAD = 600
"""Characters in which a dateline stands."""

SIGNED = re.compile(r"[A-Z][^/,;&]*[^/,;& ]")
"""A name in the brackets of a dateline, one of several perhaps ("(Reach/Staff)")."""

SMALL_WORDS = frozenset({"of", "the", "for", "and", "du", "de", "la"})
"""Words with which no short name ends."""

Called = tuple[tuple[str, str], ...]
"""Pairs of what a publisher is called besides, and its name."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a report cites an outlet: the name as printed, and the publisher it means, None where none is sure.

    `span` holds the name, in characters of the report's text. `scope` is `report` where the citation speaks for the
    whole report (a dateline, "with inputs from"), `sentence` where it speaks for the sentence it stands in.
    """

    name: str
    publisher: str | None
    span: Span
    scope: CreditScope


def cited_outlets(report: Report, publishers: tuple[str, ...], called: Called = ()) -> tuple[Citation, ...]:
    """The citations of `report` in text order; empty where it cites nobody.

    `called` are other names of publishers: what stands by one is a citation of its publisher. What names the report's
    own publisher is left out, and so are media as a class ("state television"), and a short form that may be another
    outlet's.
    """
    known, other = tuple(sorted(set(publishers))), tuple(sorted(set(called)))
    sought = (*known, *(alias for alias, _ in other), *short_forms(known))
    places = [each for each in credited_places(report, sought) if each.kind != "media"]
    own = canonical(report.publisher, other)
    found = (*citations(report, places, known, other), *signed(report, known, other))
    first = {(each.span.start, each.publisher): each for each in reversed(found)}
    return tuple(sorted((c for c in first.values() if c.publisher is None or c.publisher != own), key=lambda c: c.span))


def credits_publisher(report: Report, publisher: str | None) -> bool:
    """Whether a report credits an outlet of this name; never its own."""
    if publisher is None or publisher == report.publisher:
        return False
    parts = publisher.removeprefix("The ").split()
    if not any(part in report.text for part in {*parts[:1], *parts[-1:], initials(publisher) or publisher}):
        return False
    return any(each.publisher == publisher for each in cited_outlets(report, (publisher,)))


def citations(
    report: Report, places: list[Credit], publishers: tuple[str, ...], called: Called = ()
) -> Iterator[Citation]:
    """The places as citations, each with its publisher."""
    named = {folded(each.name) for each in places}
    for place in places:
        publisher = publisher_named(place.name, publishers, called)
        if is_short(place.name, publishers) and not stands_for(report, place, publisher, named):
            if folded(place.name) not in listed_names():
                continue
            publisher = None
        yield Citation(place.name, publisher, place.span, place.scope)


def signed(report: Report, publishers: tuple[str, ...], called: Called) -> Iterator[Citation]:
    """The publishers that stand by their first words in the brackets of a dateline."""
    known = register(publishers, called)
    for dateline in DATELINE.finditer(report.text[:HEAD]):
        for name in SIGNED.finditer(report.text, *dateline.span(1)):
            fits = known.openings.get(folded(name[0]), ())
            if len(fits) == 1:
                yield Citation(name[0], fits[0], Span(*name.span()), "report")


def canonical(name: str | None, called: Called) -> str | None:
    """The publisher whose name or other name this is."""
    return next((publisher for alias, publisher in called if alias == name), name)


def publisher_named(name: str, publishers: tuple[str, ...], called: Called = ()) -> str | None:
    """The publisher that `name` means, None where none or more than one fits.

    An exact name goes before initials, and initials before short forms.
    """
    known = register(publishers, called)
    fits = known.exact.get(squashed(name)) or known.initials.get(name) or known.forms.get(folded(name)) or ()
    return fits[0] if len(fits) == 1 else None


@dataclass(frozen=True, slots=True)
class Register:
    """The publishers by their letters, their initials, their short forms and their first words."""

    exact: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def register(publishers: tuple[str, ...], called: Called = ()) -> Register:
    """The register of `publishers`, each counted once, by all that they are called."""
    names = sorted({(each, canonical(each, called) or each) for each in publishers}.union(called))
    return Register(
        by_key((squashed(each), publisher) for each, publisher in names),
        by_key((initials(each), publisher) for each, publisher in names),
        by_key((folded(form), publisher) for each, publisher in names for form in forms(each)),
        by_key((opening, publisher) for each, publisher in names for opening in openings(each)),
    )


def openings(name: str) -> tuple[str, ...]:
    """The first words of a name, one or more of them, in one case."""
    parts = folded(name).split()
    return tuple(" ".join(parts[:end]) for end in range(1, len(parts)) if parts[end - 1] not in SMALL_WORDS)


def by_key(entries: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The names of each key, each once, keys that are empty left out."""
    found: dict[str, tuple[str, ...]] = {}
    for key, name in entries:
        if key and name not in found.get(key, ()):
            found[key] = (*found.get(key, ()), name)
    return MappingProxyType(found)


def is_short(name: str, publishers: tuple[str, ...]) -> bool:
    """Whether the name is one word, the last of a publisher's, and no publisher's whole name."""
    known = register(publishers)
    return " " not in folded(name) and folded(name) in known.forms and squashed(name) not in known.exact


@cache
def listed_names() -> frozenset[str]:
    """The names of agencies, outlets and monitors that are known without a project."""
    return frozenset(name.lower() for name in words("credits_names.tsv"))


def stands_for(report: Report, place: Credit, publisher: str | None, named: set[str]) -> bool:
    """Whether one word stands for a publisher: with its article, and where no other outlet of that word is cited."""
    before = report.text[max(0, place.span.start - 4) : place.span.start]
    word = folded(place.name)
    others = (each for each in named if each != word and each.split()[-1:] == [word])
    article = bool(ARTICLE.search(before)) or place.name.lower().startswith("the ")
    return article and all(publisher is not None and each == folded(publisher) for each in others)


@lru_cache(maxsize=8)
def short_forms(publishers: tuple[str, ...]) -> tuple[str, ...]:
    """The short forms of all publishers, each once, in order."""
    return tuple(sorted({form for each in publishers for form in forms(each)} - set(publishers)))


@lru_cache(maxsize=4096)
def forms(publisher: str) -> tuple[str, ...]:
    """The short forms of one publisher: its last word, or all but its last where that leaves two or more.

    A word that says what kind of body it is ("agency", "league") is no short form; a web address has none.
    """
    parts = publisher.removeprefix("The ").split()
    found = []
    if len(parts) > 1 and parts[-1][:1].isupper() and squashed(parts[-1]) not in words("citations_generic.tsv"):
        found.append(parts[-1])
    if len(parts) > 2 and parts[-2][:1].isupper() and " of " not in publisher:
        found.append(" ".join(parts[:-1]))
    return tuple(found)
