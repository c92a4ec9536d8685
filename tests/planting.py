"""Made-up reports and claims for tests: a few planted by hand, and strategies that draw any the model can hold."""

from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from reportedly.model import (
    Basis,
    Certainty,
    Claim,
    Count,
    CountBound,
    EntityRef,
    EventType,
    Factuality,
    Link,
    Place,
    Polarity,
    Reference,
    Report,
    Role,
    RoleName,
    Schema,
    SourceKind,
    Span,
    Temporality,
    TieType,
    Time,
)  # fmt: skip

QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""Few examples and no deadline: slow machines run these tests too."""

HARBOUR = (
    'Analysts believe Nilo Zorvel visited Port Aral in late April 2025. "Nilo Zorvel led the Gull League," said Omar '
    "Sandor, a customs officer. The Gull League has denied it."
)
"""A report by the invented Aral Post."""


def report(text: str = HARBOUR, **particulars: Any) -> Report:
    """A report of the Aral Post of 30 April 2025, unless told otherwise."""
    return Report(text, **{"ref": "harbour.txt", "publisher": "Aral Post", "published": "2025-04-30", **particulars})


def span(text: str, words: str) -> Span:
    """The first place of `words` in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def entity(name: str, schema: Schema = "Person") -> EntityRef:
    """An entity of that name."""
    return EntityRef(f"id of {name}", name, schema)


def visit(found: Report, **changed: Any) -> Claim:
    """Analysts' claim of a visit to Port Aral in late April; the report must hold HARBOUR's first sentence."""
    text = found.text
    fields: dict[str, Any] = {
        "report_id": found.id,
        "kind": "event",
        "sentence": Span(0, text.index(".") + 1),
        "trigger": span(text, "visited"),
        "type": "CONSULT",
        "mode": "visit",
        "roles": (Role("actor", span(text, "Nilo Zorvel"), entity("Nilo Zorvel")),),
        "time": Time("2025-04-21/2025-04-30", span(text, "late April 2025")),
        "place": Place("Port Aral", span(text, "Port Aral"), 1, 10.5, 20.5, "XA"),
        "attribution": (Link("analyst", Reference(span(text, "Analysts")), span(text, "believe")),),
        "factuality": Factuality("probable", cues=(span(text, "believe"),)),
    }
    return Claim(**{**fields, **changed})


def leads(found: Report, **changed: Any) -> Claim:
    """Omar Sandor's claim that Nilo Zorvel led the Gull League; the report must hold HARBOUR's second sentence."""
    text = found.text
    fields: dict[str, Any] = {
        "report_id": found.id,
        "kind": "tie",
        "sentence": span(text, '"Nilo Zorvel led the Gull League," said Omar Sandor, a customs officer.'),
        "trigger": span(text, "led"),
        "tie": "leader",
        "roles": (
            Role("subject", span(text, "Nilo Zorvel"), entity("Nilo Zorvel")),
            Role("object", span(text, "Gull League"), entity("Gull League", "Organization")),
        ),
        "time": Time(f"../{found.published}" if found.published else None),
        "attribution": (
            Link("named_person", Reference(span(text, "Omar Sandor"), entity("Omar Sandor")), span(text, "said")),
        ),
    }
    return Claim(**{**fields, **changed})


any_text = st.text(st.characters(), min_size=1, max_size=60)
"""Any characters Python holds: NUL, lone surrogates, marks that turn the writing direction."""

encodable_text = st.text(min_size=1, max_size=60)
"""Any characters that UTF-8 holds."""

edtf = st.sampled_from(
    ["2025-02-05", "2024", "2025-04-21/2025-04-30", "2023-10/..", "../2026-01-07", "202X", "2025-22"]
)


def one_of(literal: object) -> st.SearchStrategy[Any]:
    """One member of a literal."""
    return st.sampled_from(get_args(literal))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span inside `text`."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def reports(draw: st.DrawFn, text: st.SearchStrategy[str] = any_text) -> Report:
    """A report of any text and particulars."""
    maybe = st.none() | text
    return Report(
        draw(text), ref=draw(text), publisher=draw(maybe), url=draw(maybe), title=draw(maybe), byline=draw(maybe),
        published=draw(st.none() | st.sampled_from(["2025-04-30", "2025", "2025-04-30T09:30:00Z"])),
        captured=draw(maybe), language=draw(st.none() | st.just("en")), raw_hash=draw(maybe),
    )  # fmt: skip


@st.composite
def claims(draw: st.DrawFn, found: Report, text: st.SearchStrategy[str] = any_text) -> Claim:
    """A claim of `found` with any fields."""
    inside = spans(found.text)
    entities = st.none() | st.builds(EntityRef, text, text, one_of(Schema))
    references = st.builds(Reference, inside, entities)
    times = st.none() | st.builds(Time, st.none() | edtf, st.none() | inside)
    links = st.builds(
        Link, one_of(SourceKind), st.none() | references, st.none() | inside, st.none() | inside,
        st.lists(references, max_size=2).map(tuple), times, st.none() | text, st.none() | one_of(Basis),
    )  # fmt: skip
    degrees = st.none() | st.floats(-90, 90)
    numbers = st.none() | st.integers(1, 10**7)
    places = st.builds(Place, text, inside, numbers, degrees, degrees, st.none() | text)
    is_event = draw(st.booleans())
    return Claim(
        report_id=found.id,
        kind="event" if is_event else "tie",
        sentence=draw(inside),
        trigger=draw(inside),
        type=draw(one_of(EventType)) if is_event else None,
        mode=draw(st.none() | text) if is_event else None,
        tie=None if is_event else draw(one_of(TieType)),
        roles=tuple(draw(st.lists(st.builds(Role, one_of(RoleName), inside, entities, st.none() | text), max_size=3))),
        count=draw(st.none() | st.builds(Count, st.integers(0, 10**6), inside, one_of(CountBound))),
        time=draw(times),
        place=draw(st.none() | places),
        attribution=tuple(draw(st.lists(links, max_size=2))),
        factuality=draw(
            st.builds(
                Factuality,
                one_of(Certainty),
                one_of(Polarity),
                one_of(Temporality),
                st.lists(inside, max_size=2).map(tuple),
            )
        ),
        confidence=draw(st.floats(0, 1)),
        extractor=draw(text),
        answers=draw(st.none() | inside),
    )


@st.composite
def report_and_claims(draw: st.DrawFn, text: st.SearchStrategy[str] = any_text) -> tuple[Report, tuple[Claim, ...]]:
    """A report with up to three claims."""
    found = draw(reports(text))
    return found, tuple(draw(st.lists(claims(found, text), max_size=3)))
