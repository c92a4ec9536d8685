"""The claim on the wire: `Claim` and `Report` to and from the JSON objects that commands print and files hold.

Annotations go the same way, out only.

The keys are those of docs/reference/claim.md; keys may be added, these stay. Absent is null, never an empty string.
"""

from collections.abc import Sequence
from typing import Any

from reportedly.errors import BadSpan
from reportedly.model import (
    Annotated,
    Attribution,
    Claim,
    Count,
    EntityRef,
    Factuality,
    Link,
    Mention,
    Place,
    Reference,
    Report,
    Role,
    Span,
    Time,
)  # fmt: skip

Json = dict[str, Any]


def span_json(span: Span | None, text: str) -> Json | None:
    """`{"start", "end", "text"}` of a span, quoting `text`; None for None."""
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def entity_json(entity: EntityRef | None) -> Json | None:
    """`{"id", "name", "schema"}`, or None."""
    return None if entity is None else {"id": entity.id, "name": entity.name, "schema": entity.schema}


def reference_json(reference: Reference | None, text: str) -> Json | None:
    """A phrase with the entity it means, or None."""
    if reference is None:
        return None
    return {**(span_json(reference.span, text) or {}), "entity": entity_json(reference.entity)}


def time_json(time: Time | None, text: str) -> Json | None:
    """`{"edtf", "start", "end", "text"}`; the last three are null where the text gives no phrase."""
    if time is None:
        return None
    phrase = span_json(time.span, text) or {"start": None, "end": None, "text": None}
    return {"edtf": time.edtf, **phrase}


def link_json(link: Link, text: str) -> Json:
    """One step of an attribution chain."""
    return {
        "kind": link.kind,
        "source": reference_json(link.source, text),
        "cue": span_json(link.cue, text),
        "content": span_json(link.content, text),
        "sources": [reference_json(source, text) for source in link.sources],
        "time": time_json(link.time, text),
        "medium": link.medium,
        "basis": link.basis,
    }


def report_json(report: Report) -> Json:
    """The report's particulars without its text."""
    return {
        "id": report.id, "ref": report.ref, "publisher": report.publisher, "url": report.url, "title": report.title,
        "published": report.published, "captured": report.captured, "language": report.language,
        "status": report.status,
    }  # fmt: skip


def role_json(role: Role, text: str) -> Json:
    """One participant."""
    return {
        "role": role.role,
        **(span_json(role.span, text) or {}),
        "entity": entity_json(role.entity),
        "capacity": role.capacity,
    }


def place_json(place: Place | None, text: str) -> Json | None:
    """A place with its phrase and GeoNames entry, or None."""
    if place is None:
        return None
    return {
        "name": place.name, **(span_json(place.span, text) or {}), "geonames": place.geonames, "lat": place.lat,
        "lon": place.lon, "country": place.country,
    }  # fmt: skip


def count_json(count: Count | None, text: str) -> Json | None:
    """A number with its bound and what it counts, or None."""
    if count is None:
        return None
    return {"value": count.value, "bound": count.bound, "of": count.of, **(span_json(count.span, text) or {})}


def claim_json(claim: Claim, report: Report) -> Json:
    """One claim of `report` as printed, a line a claim. Raises BadSpan where a span does not fit the report's text."""
    if claim.report_id != report.id:
        raise BadSpan(f"claim of report {claim.report_id} written with the text of report {report.id}")
    text = report.text
    fact = claim.factuality
    return {
        "id": claim.id,
        "kind": claim.kind,
        "report": report_json(report),
        "sentence": span_json(claim.sentence, text),
        "type": claim.type,
        "mode": claim.mode,
        "tie": claim.tie,
        "trigger": span_json(claim.trigger, text),
        "roles": [role_json(role, text) for role in claim.roles],
        "count": count_json(claim.count, text),
        "time": time_json(claim.time, text),
        "place": place_json(claim.place, text),
        "attribution": [link_json(link, text) for link in claim.attribution],
        "factuality": {
            "certainty": fact.certainty,
            "polarity": fact.polarity,
            "temporality": fact.temporality,
            "cues": [span_json(cue, text) for cue in fact.cues],
        },
        "answers": span_json(claim.answers, text),
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def attribution_json(found: Attribution, text: str) -> Json:
    """A source-cue-content triple: `content` is one span, a list of spans where it is discontinuous, or null.

    `nested` holds the triples whose cue lies in the content.
    """
    content = [span_json(span, text) for span in found.content]
    return {
        "source": span_json(found.source, text),
        "cue": span_json(found.cue, text),
        "content": content if len(content) > 1 else next(iter(content), None),
        "kind": found.link and found.link.kind,
        "nested": [attribution_json(inner, text) for inner in found.nested],
    }


def mention_json(mention: Mention, doc: Annotated) -> Json:
    """One mention; those with one `cluster` number mean the same entity, null where that was not told."""
    return {
        **(span_json(mention.span, doc.report.text) or {}), "form": mention.form, "schema": mention.schema,
        "plural": mention.plural, "cluster": mention.entity,
        "entity": None if mention.entity is None else entity_json(doc.entities[mention.entity]),
    }  # fmt: skip


def annotation_json(
    doc: Annotated,
    times: Sequence[Time],
    timex: Sequence[tuple[str, str]],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
) -> Json:
    """One annotated report as printed, a line a report.

    `times` and `timex` hold the EDTF value, and the TIMEX3 type and value, of each of `doc.times`, in order.
    """
    text = doc.report.text
    return {
        "ref": doc.report.ref,
        "report": report_json(doc.report),
        "sentences": [
            {**(span_json(Span(s.start, s.end), text) or {}), "paragraph": s.paragraph, "headline": s.headline}
            for s in doc.sentences
        ],
        "mentions": [mention_json(mention, doc) for mention in doc.mentions],
        "times": [
            {**(span_json(phrase.span, text) or {}), "type": kind, "value": value, "edtf": time.edtf}
            for phrase, time, (kind, value) in zip(doc.times, times, timex, strict=True)
        ],
        "places": [place_json(place, text) for place in places],
        "attributions": [attribution_json(found, text) for found in attributions],
    }


def read_span(value: Json | None) -> Span | None:
    """The span of a wire object, None where it has no offsets."""
    if value is None or value.get("start") is None:
        return None
    return Span(value["start"], value["end"])


def some_span(value: Json) -> Span:
    """The span of a wire object that must have one. Raises BadSpan otherwise."""
    span = read_span(value)
    if span is None:
        raise BadSpan(f"expected offsets in {value!r}")
    return span


def read_entity(value: Json | None) -> EntityRef | None:
    """The entity of a wire object, or None."""
    return None if value is None else EntityRef(value["id"], value["name"], value["schema"])


def read_reference(value: Json | None) -> Reference | None:
    """The phrase and entity of a wire object, or None."""
    return None if value is None else Reference(some_span(value), read_entity(value["entity"]))


def read_time(value: Json | None) -> Time | None:
    """The time of a wire object, or None."""
    return None if value is None else Time(value["edtf"], read_span(value))


def read_link(value: Json) -> Link:
    """One step of an attribution chain."""
    return Link(
        kind=value["kind"],
        source=read_reference(value["source"]),
        cue=read_span(value["cue"]),
        content=read_span(value["content"]),
        sources=tuple(Reference(some_span(s), read_entity(s["entity"])) for s in value["sources"]),
        time=read_time(value["time"]),
        medium=value["medium"],
        basis=value["basis"],
    )


def read_claim(value: Json) -> Claim:
    """The claim that `claim_json` wrote. Raises BadValue on anything the model refuses."""
    place, count, fact = value["place"], value["count"], value["factuality"]
    return Claim(
        report_id=value["report"]["id"],
        kind=value["kind"],
        sentence=some_span(value["sentence"]),
        trigger=some_span(value["trigger"]),
        type=value["type"],
        mode=value["mode"],
        tie=value["tie"],
        roles=tuple(Role(r["role"], some_span(r), read_entity(r["entity"]), r["capacity"]) for r in value["roles"]),
        count=count and Count(count["value"], some_span(count), count["bound"], count["of"]),
        time=read_time(value["time"]),
        place=place
        and Place(place["name"], some_span(place), place["geonames"], place["lat"], place["lon"], place["country"]),
        attribution=tuple(read_link(link) for link in value["attribution"]),
        factuality=Factuality(
            fact["certainty"], fact["polarity"], fact["temporality"], tuple(some_span(c) for c in fact["cues"])
        ),
        confidence=value["confidence"],
        extractor=value["extractor"],
        answers=value.get("answers") and some_span(value["answers"]),
    )
