"""Claims marked by hand as claims of the model.

In: a line of a file of marked claims, the report it is about, and the schemas of the names in it. Out: `Claim` values,
as the extractor would give them if it read as a person does.
"""

from collections.abc import Mapping
from typing import Any

from reportedly.model import (
    Claim,
    Count,
    CountBound,
    EntityRef,
    Factuality,
    Link,
    Place,
    Reference,
    Report,
    Role,
    Schema,
    Span,
    Time,
    content_id,
)  # fmt: skip

MARKED = "marked/1"
"""The extractor of claims that a person marked."""

SCHEMA_OF_KIND: Mapping[str, Schema] = {
    "named_person": "Person",
    "analyst": "Person",
    "named_organisation": "Organization",
    "outlet": "Organization",
}


def claims_of(marked: Mapping[str, Any], report: Report, schemas: Mapping[str, Schema]) -> tuple[Claim, ...]:
    """The claims marked in a report."""
    return tuple(claim_of(each, report, schemas) for each in marked["claims"])


def claim_of(marked: Mapping[str, Any], report: Report, schemas: Mapping[str, Schema]) -> Claim:
    """One marked claim."""
    fact = marked["factuality"]
    return Claim(
        report_id=report.id,
        kind=marked["kind"],
        sentence=span_of(marked["sentence"]),
        trigger=span_of(marked["trigger"]),
        type=marked["type"],
        mode=marked["mode"],
        tie=marked["tie"],
        roles=tuple(role_of(each, report, schemas) for each in marked["roles"]),
        count=count_of(marked, report),
        time=time_of(marked["time"], report),
        place=Place(marked["place"]["text"], span_of(marked["place"])) if marked["place"] else None,
        attribution=tuple(link_of(each, report, schemas) for each in marked["attribution"]),
        factuality=Factuality(fact["certainty"], fact["polarity"], fact["temporality"]),
        confidence=1.0,
        extractor=MARKED,
    )


def span_of(marked: Mapping[str, Any]) -> Span:
    """The characters that are marked."""
    return Span(marked["start"], marked["end"])


def entity_of(name: str | None, report: Report, schema: Schema) -> EntityRef | None:
    """The entity of a marked name."""
    return None if name is None else EntityRef(content_id(report.id, schema, name), name, schema)


def role_of(marked: Mapping[str, Any], report: Report, schemas: Mapping[str, Schema]) -> Role:
    """One participant."""
    entity = entity_of(marked["name"], report, schemas.get(marked["name"] or "", "LegalEntity"))
    return Role(marked["role"], span_of(marked), entity, marked["capacity"])


def count_of(marked: Mapping[str, Any], report: Report) -> Count | None:
    """How many: the file gives the number alone, so its place is the phrase of those it counts, else the trigger."""
    if marked["count"] is None:
        return None
    harmed = [span_of(each) for each in marked["roles"] if each["role"] in ("victim", "recipient")]
    place = next(iter(harmed), span_of(marked["trigger"]))
    bound: CountBound = "at_least" if "at least" in place.of(report.text).lower() else "exact"
    return Count(marked["count"], place, bound, "role" if harmed else "repetition")


def time_of(marked: Mapping[str, Any] | None, report: Report) -> Time | None:
    """When; without a phrase the bound that publication sets."""
    if marked is not None:
        return Time(marked["edtf"], span_of(marked))
    return Time(f"../{report.published[:10]}") if report.published else None


def link_of(marked: Mapping[str, Any], report: Report, schemas: Mapping[str, Schema]) -> Link:
    """One step of an attribution."""
    source, cue, spoken = marked["source"], marked["cue"], marked.get("time")
    schema = schemas.get(marked["name"] or "", SCHEMA_OF_KIND.get(marked["kind"], "LegalEntity"))
    reference = Reference(span_of(source), entity_of(marked["name"], report, schema)) if source else None
    time = Time(spoken["edtf"], span_of(spoken)) if spoken else None
    return Link(marked["kind"], reference, span_of(cue) if cue else None, time=time)
