"""Claims for tests, written as a sentence with its parts named: `tell("Ana Brel met Ivo Tarn.", "met", ...)`."""

from dataclasses import replace

from reportedly.link.accounts import Told, told
from reportedly.model import (
    Claim,
    Count,
    EntityRef,
    EventType,
    Factuality,
    Place,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    Span,
    TieType,
    Time,
)
from reportedly.model import Link as SourceLink


def span(text: str, part: str) -> Span:
    """Where the part stands in the text."""
    start = text.index(part)
    return Span(start, start + len(part))


def role(name: RoleName, phrase: str, text: str) -> Role:
    """A participant: "phrase" for a described one, "phrase=Full Name" for a person, "phrase=Full Name/Schema"."""
    shown, _, meant = phrase.partition("=")
    full, _, schema = meant.partition("/")
    entity = EntityRef("0" * 32, full, checked(schema)) if full else None
    return Role(name, span(text, shown), entity)


def checked(schema: str) -> Schema:
    """The schema by its first letter: O, B (public body), A (address), else a person."""
    found: dict[str, Schema] = {"O": "Organization", "B": "PublicBody", "A": "Address"}
    return found.get(schema[:1], "Person")


def roles(who: str, text: str) -> tuple[Role, ...]:
    """Roles written as "actor: phrase; victim: phrase=Name"."""
    pairs = [part.split(": ", 1) for part in who.split("; ") if part]
    return tuple(role(name, phrase, text) for name, phrase in pairs)  # type: ignore[arg-type]


def tell(
    text: str,
    trigger: str,
    kind: str,
    who: str = "",
    when: str | None = None,
    where: str | None = None,
    published: str | None = "2031-05-10",
    publisher: str = "Aral Post",
    count: int | None = None,
    confidence: float = 0.8,
    source: str | None = None,
) -> Told:
    """An event claim of a report of one sentence or more; `kind` is "TYPE/mode", `when` "edtf phrase".

    `where` is the printed place, with "@geonames lat lon country" after it where it was resolved.
    """
    report = Report(text=text, ref="test", publisher=publisher, published=published)
    event, _, mode = kind.partition("/")
    claim = Claim(
        report_id=report.id,
        kind="event",
        sentence=sentence_of(text, trigger),
        trigger=span(text, trigger),
        type=typed(event),
        mode=mode or None,
        roles=roles(who, text),
        count=None if count is None else Count(count, span(text, trigger)),
        time=time_of(when, text, published),
        place=place_of(where, text),
        attribution=spoken(source, text),
        confidence=confidence,
    )
    return told(claim, report)


def typed(event: str) -> EventType:
    """The event type, checked when the claim is built."""
    return event  # type: ignore[return-value]


def sentence_of(text: str, trigger: str) -> Span:
    """The sentence that holds the trigger; sentences end in a full stop and a space."""
    at = text.index(trigger)
    start = text.rfind(". ", 0, at)
    end = text.find(". ", at)
    return Span(0 if start < 0 else start + 2, len(text) if end < 0 else end + 1)


def time_of(when: str | None, text: str, published: str | None) -> Time | None:
    """The time, or the bound of publication where the text gives none."""
    if when is None:
        return None if published is None else Time(f"../{published}")
    edtf, _, phrase = when.partition(" ")
    return Time(edtf, span(text, phrase))


def place_of(where: str | None, text: str) -> Place | None:
    """The place, resolved where "@" follows."""
    if where is None:
        return None
    name, _, resolved = where.partition(" @")
    if not resolved:
        return Place(name, span(text, name))
    number, lat, lon, country = resolved.split()
    return Place(name, span(text, name), int(number), float(lat), float(lon), country)


def spoken(source: str | None, text: str) -> tuple[SourceLink, ...]:
    """A chain of one named person, written "phrase=Full Name"."""
    if source is None:
        return ()
    shown, _, full = source.partition("=")
    return (SourceLink("named_person", Reference(span(text, shown), EntityRef("0" * 32, full, "Person"))),)


def tie(
    text: str, trigger: str, kind: TieType, who: str, published: str = "2031-05-10", publisher: str = "Aral Post"
) -> Told:
    """A tie claim, its ends written as `roles` reads them."""
    report = Report(text=text, ref="test", publisher=publisher, published=published)
    claim = Claim(
        report.id,
        "tie",
        sentence_of(text, trigger),
        span(text, trigger),
        tie=kind,
        roles=roles(who, text),
        confidence=0.7,
    )
    return told(claim, report)


def denied(one: Told) -> Told:
    """The same, as a denial."""
    return with_factuality(one, Factuality(polarity="negative"))


def planned(one: Told) -> Told:
    """The same, as a plan."""
    return with_factuality(one, Factuality(certainty="underspecified", temporality="future"))


def with_factuality(one: Told, factuality: Factuality) -> Told:
    """The same, asserted otherwise."""
    return replace(one, claim=replace(one.claim, factuality=factuality))
