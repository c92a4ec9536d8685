"""Made-up accounts of one event for tests: a sentence told by an outlet, with what a reader would mark in it."""

from types import MappingProxyType
from typing import Any

from reportedly.linked import Account, Entity, Evidence, Name, Part, ReportEdge
from reportedly.model import (
    Claim,
    Count,
    CountBound,
    EntityRef,
    EventType,
    Factuality,
    Link,
    Place,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    SourceKind,
    Span,
    Time,
)

SPOTS = {
    "Velmouth": Place("Velmouth", Span(0, 1), 1, 10.0, 20.0, "XA"),
    "Velmouth Harbour": Place("Velmouth Harbour", Span(0, 1), 2, 10.1, 20.0, "XA"),
    "Oster": Place("Oster", Span(0, 1), 3, 10.15, 20.0, "XA"),
    "Quay Norte": Place("Quay Norte", Span(0, 1), 4, 14.0, 20.0, "XB"),
}
"""Invented places: Oster lies near Velmouth, Quay Norte far off in another country."""


def told(
    sentence: str,
    trigger: str,
    outlet: str = "Aral Post",
    day: str = "2025-06-13",
    *,
    act: EventType = "ASSAULT",
    mode: str | None = "killing",
    roles: tuple[tuple[RoleName, str, str | None], ...] = (),
    count: tuple[int, str, CountBound] | None = None,
    time: tuple[str, str] | None = None,
    place: str | None = None,
    source: tuple[SourceKind, str, str | None] | None = None,
    spoken: str | None = None,
    negative: bool = False,
    part: Part | None = None,
    confidence: float = 0.9,
    **particulars: Any,
) -> Account:
    """An account of `sentence`; roles and source are (role or kind, words, name), count (value, words, bound)."""
    report = Report(sentence, f"{outlet} {day}", outlet, published=day, **particulars)
    claim = Claim(
        report.id,
        "event",
        Span(0, len(sentence)),
        at(sentence, trigger),
        act,
        mode,
        roles=tuple(Role(role, at(sentence, words), named(name)) for role, words, name in roles),
        count=None if count is None else Count(count[0], at(sentence, count[1]), count[2]),
        time=Time(f"../{day}") if time is None else Time(time[1], at(sentence, time[0])),
        place=None if place is None else spot(sentence, place),
        attribution=() if source is None else (link(sentence, source, spoken),),
        factuality=Factuality(polarity="negative" if negative else "positive"),
        confidence=confidence,
    )
    return Account(claim, report, part or ("denial" if negative else "account"))


def at(text: str, words: str) -> Span:
    """The first place of `words`."""
    start = text.index(words)
    return Span(start, start + len(words))


def named(name: str | None, schema: Schema = "Person") -> EntityRef | None:
    """The entity of a name; bodies end in "League" or "Brigade"."""
    if name is None:
        return None
    body = name.endswith(("League", "Brigade"))
    return EntityRef(f"id of {name}", name, "Organization" if body else schema)


def spot(text: str, name: str) -> Place:
    """A place by its name, resolved where it is one of the invented ones."""
    known = SPOTS.get(name)
    if known is None:
        return Place(name, at(text, name))
    return Place(name, at(text, name), known.geonames, known.lat, known.lon, known.country)


def link(text: str, source: tuple[SourceKind, str, str | None], spoken: str | None) -> Link:
    """One step of a chain."""
    kind, words, name = source
    return Link(kind, Reference(at(text, words), named(name)), time=None if spoken is None else Time(spoken))


def held(*accounts: Account, edges: tuple[ReportEdge, ...] = (), **rest: Any) -> Evidence:
    """All accounts of one event, with an entity for every name in them."""
    refs = {r.entity for a in accounts for r in a.claim.roles if r.entity is not None}
    refs |= {x.source.entity for a in accounts for x in a.claim.attribution if x.source and x.source.entity}
    names = [Name(ref.name, ref.schema) for ref in refs]
    entities = {n.id: Entity(f"entity {n.name}", n.name, n.schema, (n,)) for n in names}
    return Evidence("the event", "event", accounts, edges=edges, entities=MappingProxyType(entities), **rest)
