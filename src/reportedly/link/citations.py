"""Which outlets a report cites, place by place, and which of the project's publishers each name means.

In: a report, and the names of all publishers of a project. Out: one `Citation` for each place where an outlet, an
agency or a monitor is credited, in text order. A name is read as a publisher's where exactly one fits: by its letters,
its initials ("RWA" for Reach Wire Agency) or a short form ("the Gull" for Aral Gull). Pure.
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


def cited_outlets(report: Report, publishers: tuple[str, ...]) -> tuple[Citation, ...]:
    """The citations of `report` in text order; empty where it cites nobody.

    What names the report's own publisher is left out, and so are media as a class ("state television"), and a short
    form that may be another outlet's.
    """
    known = tuple(sorted(set(publishers)))
    places = [each for each in credited_places(report, (*known, *short_forms(known))) if each.kind != "media"]
    return tuple(citations(report, places, known))


def citations(report: Report, places: list[Credit], publishers: tuple[str, ...]) -> Iterator[Citation]:
    """The places as citations, each with its publisher."""
    named = {folded(each.name) for each in places}
    for place in places:
        publisher = publisher_named(place.name, publishers)
        if is_short(place.name, publishers) and not stands_for(report, place, publisher, named):
            if folded(place.name) not in listed_names():
                continue
            publisher = None
        if publisher is None or publisher != report.publisher:
            yield Citation(place.name, publisher, place.span, place.scope)


def publisher_named(name: str, publishers: tuple[str, ...]) -> str | None:
    """The publisher that `name` means, None where none or more than one fits.

    An exact name goes before initials, and initials before short forms.
    """
    known = register(publishers)
    fits = known.exact.get(squashed(name)) or known.initials.get(name) or known.forms.get(folded(name)) or ()
    return fits[0] if len(fits) == 1 else None


@dataclass(frozen=True, slots=True)
class Register:
    """The publishers by their letters, their initials and their short forms."""

    exact: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def register(publishers: tuple[str, ...]) -> Register:
    """The register of `publishers`, each counted once."""
    each_once = sorted(set(publishers))
    return Register(
        by_key((squashed(each), each) for each in each_once),
        by_key((initials(each), each) for each in each_once),
        by_key((folded(form), each) for each in each_once for form in forms(each)),
    )


def by_key(entries: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The names of each key, keys that are empty left out."""
    found: dict[str, tuple[str, ...]] = {}
    for key, name in entries:
        if key:
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
