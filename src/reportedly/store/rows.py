"""Reports and claims as rows, and back.

In: model values. Out: dictionaries by column of `tables`; from rows the same values again, equal in every field.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.days import bounds
from reportedly.linked import Name
from reportedly.model import Claim, EntityRef, Reference, Report
from reportedly.store.folding import LONGEST, folded, is_name_phrase, name_key, words
from reportedly.wire import claim_json, read_claim

Row = dict[str, Any]

INDEXED_CHARACTERS = 20_000
"""Characters of a sentence that are found by their words; PostgreSQL indexes no document over a megabyte."""

REPORT_COLUMNS = (
    "text", "ref", "publisher", "url", "title", "byline", "published", "captured", "language", "status", "raw_hash",
    "replaces",
)  # fmt: skip


def number(content_hash: str) -> int:
    """The first 60 bits of an id, for tables that name many things and their pairs.

    Among a million things two have the same number with a likelihood of one in two million; the index is unique, so
    that this would be an error and no mix-up.
    """
    return int(content_hash[:15], 16)


def report_row(report: Report, extractor: str) -> Row:
    """A row of `report`; `extractor` is the version that read it."""
    held = report.id
    return {
        "id": held,
        "number": number(held),
        "extractor": extractor,
        **{name: getattr(report, name) for name in REPORT_COLUMNS},
    }


def read_report(row: Mapping[str, Any]) -> Report:
    """The report of a row."""
    return Report(**{name: row[name] for name in REPORT_COLUMNS})


def claim_row(claim: Claim, report: Report, position: int) -> Row:
    """A row of `claim`, the `position`-th of its report."""
    earliest, latest = bounds(claim.time.edtf if claim.time else None)
    body = claim_json(claim, report)
    del body["report"]
    claim_id = body["id"]
    return {
        "id": claim_id, "report_id": report.id, "published": report.published or "", "position": position,
        "kind": claim.kind, "type": claim.type, "mode": claim.mode, "tie": claim.tie,
        "certainty": claim.factuality.certainty, "polarity": claim.factuality.polarity,
        "temporality": claim.factuality.temporality,
        "is_dated": is_dated(claim), "earliest": earliest, "latest": latest, "day": earliest or latest or "",
        "place_id": place_name(claim).id if claim.place else None,
        "words": " ".join(words(claim.sentence.of(report.text)[:INDEXED_CHARACTERS])),
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    }  # fmt: skip


def stored_claim(report_id: str, body: str) -> Claim:
    """The claim of a row."""
    return read_claim({**json.loads(body), "report": {"id": report_id}})


def is_dated(claim: Claim) -> bool:
    """Whether the text gives a date, so that its bounds are not those that publication sets."""
    return claim.time is not None and claim.time.span is not None and claim.time.edtf is not None


def place_name(claim: Claim) -> Name:
    """The claim's place as a name. The claim must have one."""
    assert claim.place is not None
    return Name(claim.place.name, "Address")


def name_of(entity: EntityRef | None) -> Name | None:
    """The entity as a name, None for none."""
    return None if entity is None else Name(entity.name, entity.schema)


def role_rows(claim_id: str, claim: Claim) -> list[Row]:
    """Rows of `role`, in the claim's order."""
    rows = []
    for position, role in enumerate(claim.roles):
        named = name_of(role.entity)
        rows.append(
            {"claim_id": claim_id, "position": position, "role": role.role, "name_id": named.id if named else None}
        )
    return rows


def sources(claim: Claim) -> Iterator[tuple[int, str, Reference | None]]:
    """(depth, kind, source) of each member of each link; a link that names nobody gives None."""
    for depth, link in enumerate(claim.attribution):
        for member in link.sources or (link.source,):
            yield depth, link.kind, member


def source_rows(claim_id: str, claim: Claim) -> list[Row]:
    """Rows of `source`, outermost link first."""
    rows = []
    for position, (depth, kind, member) in enumerate(sources(claim)):
        named = name_of(member.entity if member else None)
        rows.append(
            {"claim_id": claim_id, "position": position, "depth": depth, "kind": kind,
             "name_id": named.id if named else None}
        )  # fmt: skip
    return rows


def names(claim: Claim, text: str) -> Iterator[tuple[Name, str]]:
    """Every name in the claim with the phrase that the report uses there."""
    yield from party_names(claim, text)
    if claim.place is not None:
        yield place_name(claim), claim.place.span.of(text)


def party_names(claim: Claim, text: str) -> Iterator[tuple[Name, str]]:
    """The names of those who take part in the claim or say it, each with its phrase."""
    members = [(role.entity, role.span) for role in claim.roles]
    members += [(member.entity, member.span) for _, _, member in sources(claim) if member]
    for entity, span in members:
        if entity is not None:
            yield Name(entity.name, entity.schema), span.of(text)


def name_row(name: Name) -> Row:
    """A row of `name`."""
    return {
        "id": name.id,
        "number": number(name.id),
        "name": name.name,
        "schema": name.schema,
        "folded": folded(name.name),
    }


def name_key_rows(name: Name, phrase: str) -> Iterator[Row]:
    """Rows of `name_key`: the full name, its words, and the phrase where that is a way of naming."""
    keys = {("full", name_key(name.name)), *(("word", word[:LONGEST]) for word in words(name.name))}
    if is_name_phrase(phrase):
        keys.add(("phrase", name_key(phrase)))
    for form, key in sorted(keys):
        if key:
            yield {"key": key, "name_id": name.id, "form": form}
