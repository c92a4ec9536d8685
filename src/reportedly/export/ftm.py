"""Events and ties as entities of FollowTheMoney 4, for Aleph, OpenAleph, yente and other programs that read it.

In: rows of the list with evidence and assessment. Out: a line of JSON for each entity: reports as Articles, those who
take part under their schemata, ties under the schema that the table of ties gives, events as Events. Every relation
says in its summary that it is an attributed claim, by whose account, with how many origins and who denies it. What
nobody says to be so, such as a tie that is only denied, is no relation and is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.assess.accounts import in_order, telling
from reportedly.assess.assessment import Assessment
from reportedly.assess.labels import when_told
from reportedly.assess.trends import participants
from reportedly.days import bounds
from reportedly.export.events import Item
from reportedly.export.ftm_schemata import SCHEMA_OF, fits, properties, tie_schema
from reportedly.export.network import few, origins_words
from reportedly.export.network_reading import against, deniers_of, ends_of
from reportedly.export.neutral import readable, web_address
from reportedly.export.tables import json_line
from reportedly.export.wording import TIE_WORDS, listed, sentence
from reportedly.linked import Entity, EventRow, Evidence
from reportedly.model import Report

Record = dict[str, Any]
Values = dict[str, list[str]]

PREFIX = "reportedly-"
CAUTION = "Attributed claim: reports tell it, nothing here establishes it."
NAMED = "Named in news reports. That somebody is named there says nothing about what they did."
UNTOLD = "What kind of thing it is, is not told."
STATUS = "attributed claim"

QUOTED = 20
"""Accounts of one event or tie that are quoted; of more it is said how many there are."""

DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
"""A date as FollowTheMoney writes it: a year, a month or a day."""

LEFT_OUT = {
    "denied": "only denied, which FollowTheMoney cannot say of a relation",
    "open": "ties with a side that no report names",
    "unsaid": "planned, possible or withdrawn only",
}
"""Why an event or tie is not written."""


def ftm(items: Iterable[Item], left: Counter[str]) -> Iterator[str]:
    """A line of JSON for each entity, those that a relation names before it, each once.

    `left` counts what is left out, under the keys of LEFT_OUT.
    """
    seen: set[str] = set()
    for row, evidence, found in items:
        for each in records(row, evidence, found, left):
            if each["id"] not in seen:
                seen.add(each["id"])
                yield json_line(each)


def records(row: EventRow, evidence: Evidence, found: Assessment, left: Counter[str]) -> Iterator[Record]:
    """An event or tie with all entities that it names; nothing, and a count in `left`, where nobody says it."""
    accounts = telling(evidence)
    if not accounts or not found.origins.count:
        left["denied" if against(evidence) else "unsaid"] += 1
        return
    by_id = {each.id: each for each in evidence.entities.values()}
    if row.kind == "event":
        present = [by_id[each] for each in sorted({p for a in accounts for p in participants(a, evidence)})]
        relation = event_record(row, evidence, found, present)
    else:
        ends = ends_of(evidence)
        if ends is None:
            left["open"] += 1
            return
        present = [by_id[end] for end in ends]
        relation = tie_record(evidence, found, *present)
    yield from map(entity_record, present)
    for report in {a.report.id: a.report for a in in_order(evidence.accounts) if a.part != "other"}.values():
        yield article_record(report)
    yield relation


def record(key: str, schema: str, values: Values) -> Record:
    """An entity as FollowTheMoney has it; every value on one line, once, empty ones left out.

    Raises KeyError for a property that the schema does not have.
    """
    written = {}
    for name, some in values.items():
        assert name in properties()[schema], f"{schema} has no property {name}"
        kept = list(dict.fromkeys(text for value in some if (text := readable(value))))
        if kept:
            written[name] = kept
    return {"id": PREFIX + key, "schema": schema, "properties": written}


def entity_record(entity: Entity) -> Record:
    """One who takes part, by all names; an address with its full name also as `full`."""
    schema = SCHEMA_OF[entity.schema]  # type: ignore[index]  # entities have the schemata of names
    names = [name.name for name in entity.names if name.name != entity.name]
    values: Values = {"name": [entity.name], "alias": names, "notes": [NAMED]}
    if schema == "Address":
        values["full"] = [entity.name]
    if entity.schema == "Thing":
        values["notes"].append(UNTOLD)
    return record(entity.id, schema, values)


def article_record(report: Report) -> Record:
    """A report, without its text."""
    return record(
        report.id,
        "Article",
        {
            "title": [report.title or ""],
            "fileName": [report.ref],
            "author": [report.byline or ""],
            "publisher": [report.publisher or ""],
            "sourceUrl": [web_address(report.url) or ""],
            "publishedAt": day(report.published),
            "retrievedAt": day(report.captured),
        },
    )


def tie_record(evidence: Evidence, found: Assessment, subject: Entity, object_: Entity) -> Record:
    """A tie as a relation of two entities."""
    accounts = telling(evidence)
    tie = accounts[0].claim.tie
    assert tie is not None
    schema = tie_schema(tie, subject.schema, object_.schema)  # type: ignore[arg-type]  # as above
    firm = "" if any(a.claim.factuality.certainty == "certain" for a in accounts) else "(as likely) "
    words = f"is said {firm}to {TIE_WORDS[tie]}"
    values = told(evidence, found, f"{subject.name} {words} {object_.name}")
    values[schema.subject], values[schema.object] = [PREFIX + subject.id], [PREFIX + object_.id]
    held = properties()[schema.schema]
    if "status" in held:
        values["status"] = [STATUS, *(["denied"] if deniers_of(evidence) else [])]
    values["role" if "role" in held else "relationship"] = [words]
    return record(evidence.id, schema.schema, {**values, "recordId": [evidence.id]})


def event_record(row: EventRow, evidence: Evidence, found: Assessment, present: Iterable[Entity]) -> Record:
    """An event with those who take part by some account; those whom an Event does not take are named."""
    values = told(evidence, found, found.label[:1].upper() + found.label[1:])
    values["name"], values["notes"] = [found.label], [CAUTION]
    values["keywords"] = [word for word in (row.type, row.mode) if word]
    values["location"] = [a.claim.place.name for a in telling(evidence) if a.claim.place is not None]
    for entity in present:
        schema = SCHEMA_OF[entity.schema]  # type: ignore[index]  # as above
        if fits("Event", "involved", schema):
            values.setdefault("involved", []).append(PREFIX + entity.id)
        elif schema == "Address":
            values.setdefault("addressEntity", []).append(PREFIX + entity.id)
        else:
            values.setdefault("namesMentioned", []).append(entity.name)
    return record(evidence.id, "Event", values)


def told(evidence: Evidence, found: Assessment, line: str) -> Values:
    """What every relation carries: that it is a claim and whose, the reports' own words, publishers and days."""
    accounts = telling(evidence)
    every = [*accounts, *(a for denial in found.denials for a in denial.tellings)]
    quoted = [sentence(a.claim, a.report) for a in every[:QUOTED]]
    more = [f"{len(every) - QUOTED} further accounts are not quoted."] if len(every) > QUOTED else []
    return {
        "summary": [summary(evidence, found, line)],
        "description": quoted + more,
        "publisher": [a.report.publisher or "" for a in every],
        "sourceUrl": [web_address(a.report.url) or "" for a in every],
        "proof": [PREFIX + a.report.id for a in every],
        **days_told(evidence),
    }


def summary(evidence: Evidence, found: Assessment, line: str) -> str:
    """That it is an attributed claim, what is said, by whose account, with how many origins, and who denies it."""
    roots = [root.label for root in found.origins.roots if root.kind != "withdrawn"]
    by = listed([*roots[:QUOTED], f"{len(roots) - QUOTED} more"] if len(roots) > QUOTED else roots)
    deniers = deniers_of(evidence)
    denied = f" Denied by {few(deniers)}." if deniers else ""
    differ = " Accounts contradict each other." if found.contradictions else ""
    return f"{CAUTION} {line}. By the account of {by}; {origins_words(found.origins.count)}.{denied}{differ}"


def days_told(evidence: Evidence) -> Values:
    """The date that the tables show, as exact as accounts give it; an interval as its start and its end."""
    told = when_told(evidence)
    if told is None:
        return {}
    start, slash, end = told.partition("/")
    if not slash and (exact := day(start)):
        return {"date": exact}
    first, last = bounds(told)
    return {
        "startDate": day(start) or ([first] if first else []),
        "endDate": day(end) or ([last] if last else []),
    }


def day(edtf: str | None) -> list[str]:
    """The date as FollowTheMoney writes it, without its time of day; nothing where it has another form."""
    plain = (edtf or "").partition("T")[0].strip("?~%")
    return [plain] if DAY.fullmatch(plain) and bounds(plain) != (None, None) else []
