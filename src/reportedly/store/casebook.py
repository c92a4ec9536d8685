"""What is asked of events, ties and entities.

In: a reading connection, ids and filters. Out: rows of events, entities, and the ids that a beginning or a former id
means.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from reportedly.linked import Entity, EventRow, Name
from reportedly.store import folding
from reportedly.store.asking import Filter, begins, conditions, has_name, has_words
from reportedly.store.linking import text_chunks
from reportedly.store.links import chunks
from reportedly.store.tables import (
    claim,
    entity,
    entity_name,
    event,
    former,
    member,
    name,
    name_key,
    report,
    role,
    standing,
)

COLUMNS = (
    event.c.id, event.c.kind, event.c.type, event.c.mode, event.c.tie, event.c.is_dated, event.c.earliest,
    event.c.latest, event.c.size,
)  # fmt: skip

SPELLINGS = 12
"""Names of one entity whose words are looked for in sentences."""


def events(connection: Connection, asked: Filter, kind: str | None = None, every: bool = False) -> Iterator[EventRow]:
    """The events and ties with a claim that `asked` lets through, by when they are said to have happened.

    A name lets a claim through where it takes part or speaks, or its words stand in the sentence: reports tell of "a
    delegation of" somebody. Those that rest on no report which stands are left out unless `every` is set.
    """
    query: Select[Any] = select(*COLUMNS)
    if kind is not None:
        query = query.where(event.c.kind == kind)
    if not every:
        query = query.where(event.c.size > 0)
    wanted = conditions(replace(asked, entity=None), connection.dialect.name)
    if asked.entity is not None:
        wanted.append(or_(has_name(asked.entity), has_words(asked.entity, connection.dialect.name)))
    if wanted:
        numbers = select(claim.c.number).where(*wanted)
        query = query.where(event.c.id.in_(select(member.c.event_id).where(member.c.claim.in_(numbers))))
    order = (event.c.is_dated.desc(), event.c.day, func.coalesce(event.c.latest, "9999"), event.c.id)
    yield from (EventRow(*row) for row in connection.execute(query.order_by(*order)))


def event_rows(connection: Connection, ids: Iterable[str]) -> dict[str, EventRow]:
    """The events with these ids."""
    found = {}
    for some in text_chunks(ids):
        for row in connection.execute(select(*COLUMNS).where(event.c.id.in_(some))):
            found[row.id] = EventRow(*row)
    return found


def events_with_prefix(connection: Connection, prefix: str, most: int = 2) -> list[str]:
    """Ids of the first events whose id, or a former id, begins with `prefix`, or of those of a claim whose id does."""
    query = select(event.c.id).where(begins(event.c.id, prefix)).order_by(event.c.id).limit(most)
    found = list(connection.execute(query).scalars())
    if not found:
        query = select(former.c.event_id).where(begins(former.c.former_id, prefix))
        found = sorted(set(connection.execute(query.limit(most)).scalars()))
    if not found:
        query = (
            select(member.c.event_id).join(claim, claim.c.number == member.c.claim)
            .where(begins(claim.c.id, prefix)).order_by(member.c.event_id).limit(most)
        )  # fmt: skip
        found = sorted(set(connection.execute(query).scalars()))
    return found


def successors(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """For former ids among these the event that holds now what they began with."""
    found: dict[str, str] = {}
    for some in text_chunks(ids):
        query = select(former.c.former_id, former.c.event_id).where(former.c.former_id.in_(some))
        found.update({row.former_id: row.event_id for row in connection.execute(query)})
    return found


def events_of_claim(connection: Connection, claim_id: str) -> set[str]:
    """Ids of the events that a claim belongs to."""
    query = select(member.c.event_id).join(claim, claim.c.number == member.c.claim).where(claim.c.id == claim_id)
    return set(connection.execute(query).scalars())


def events_of_reports(connection: Connection, report_ids: Iterable[str]) -> set[str]:
    """Ids of the events that claims of these reports belong to."""
    found: set[str] = set()
    for some in text_chunks(report_ids):
        query = select(member.c.event_id).join(claim, claim.c.number == member.c.claim)
        found.update(connection.execute(query.where(claim.c.report_id.in_(some))).scalars())
    return found


def events_since(connection: Connection, day: str) -> set[str]:
    """Ids of events and ties with a claim of a report that was published after `day` (captured, where that is not
    known), or that stands no longer since then.
    """
    fallen = select(standing.c.report_id).where(standing.c.since > day)
    captured = select(report.c.id).where(report.c.published.is_(None), report.c.captured > f"{day}~")
    query = (
        select(member.c.event_id)
        .join(claim, claim.c.number == member.c.claim)
        .where(or_(claim.c.published > f"{day}~", claim.c.report_id.in_(fallen), claim.c.report_id.in_(captured)))
    )
    return set(connection.execute(query.distinct()).scalars())


def entities_by_number(connection: Connection, numbers: Iterable[int]) -> dict[int, Entity]:
    """For the number of each of these names its entity."""
    ids: dict[int, str] = {}
    for some in chunks(numbers):
        query = select(entity_name.c.name, entity_name.c.entity_id).where(entity_name.c.name.in_(some))
        ids.update({row.name: row.entity_id for row in connection.execute(query)})
    found = entities(connection, set(ids.values()))
    return {number: found[each] for number, each in ids.items()}


def entities(connection: Connection, ids: Iterable[str]) -> dict[str, Entity]:
    """The entities with these ids, each with all its names."""
    found: dict[str, Entity] = {}
    for some in text_chunks(ids):
        names: dict[str, list[Name]] = {}
        query = (
            select(entity_name.c.entity_id, name.c.name, name.c.schema)
            .join(name, name.c.number == entity_name.c.name)
            .where(entity_name.c.entity_id.in_(some))
            .order_by(name.c.name, name.c.schema)
        )
        for row in connection.execute(query):
            names.setdefault(row.entity_id, []).append(Name(row.name, row.schema))
        for row in connection.execute(select(entity).where(entity.c.id.in_(some))):
            found[row.id] = Entity(
                row.id, row.name, row.schema, tuple(names.get(row.id, ())), row.known_as,
                tuple(json.loads(row.reasons)), tuple(json.loads(row.open_to)),
            )  # fmt: skip
    return found


def counts(connection: Connection) -> tuple[int, int]:
    """How many events and ties there are that a report which stands tells of, and how many entities."""
    told = select(func.count()).select_from(event).where(event.c.size > 0)
    return connection.execute(told).scalar_one(), connection.execute(
        select(func.count()).select_from(entity)
    ).scalar_one()


def all_entities(connection: Connection) -> Iterator[Entity]:
    """Every entity, by name."""
    ids = list(connection.execute(select(entity.c.id).order_by(entity.c.name, entity.c.schema, entity.c.id)).scalars())
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        found = entities(connection, some)
        yield from (found[each] for each in some if each in found)


def entities_called(connection: Connection, number_of_names: Iterable[int]) -> list[str]:
    """Ids of the entities that have one of these names."""
    found: set[str] = set()
    for some in chunks(number_of_names):
        query = select(entity_name.c.entity_id).where(entity_name.c.name.in_(some))
        found.update(connection.execute(query).scalars())
    return sorted(found)


def claims_between(connection: Connection, one: Sequence[Name], other: Sequence[Name]) -> set[str]:
    """Ids of the events with a claim in which a name of each side takes part, or stands in its sentence."""
    query = select(member.c.event_id).join(claim, claim.c.number == member.c.claim)
    for names in (one, other):
        takes_part = claim.c.id.in_(select(role.c.claim_id).where(role.c.name_id.in_([each.id for each in names])))
        spelled = sorted({each.name for each in names})[:SPELLINGS]
        query = query.where(or_(takes_part, *(has_words(each, connection.dialect.name) for each in spelled)))
    return set(connection.execute(query.distinct()).scalars())


def names_spelled(connection: Connection, spelled: Iterable[str]) -> dict[str, list[Name]]:
    """For each of these spellings the names that are spelled so, each with its schema."""
    wanted = set(spelled)
    numbers: set[int] = set()
    for some in names_by_key(connection, {folding.name_key(each) for each in wanted}).values():
        numbers |= some
    found: dict[str, list[Name]] = {}
    for part in chunks(numbers):
        query = select(name.c.name, name.c.schema).where(name.c.number.in_(part)).order_by(name.c.name, name.c.schema)
        for row in connection.execute(query):
            if row.name in wanted:
                found.setdefault(row.name, []).append(Name(row.name, row.schema))
    return found


def names_by_key(connection: Connection, keys: Iterable[str]) -> dict[str, set[int]]:
    """For each of these keys (`name_key`) the numbers of the names that are spelled so when folded."""
    found: dict[str, set[int]] = {}
    for some in text_chunks(keys):
        query = select(name_key.c.key, name.c.number).join(name, name_key.c.name_id == name.c.id)
        for row in connection.execute(query.where(name_key.c.key.in_(some), name_key.c.form == "full")):
            found.setdefault(row.key, set()).add(row.number)
    return found
