"""What FollowTheMoney takes: which schema counts as which, which properties it has, and which schema a tie becomes.

In: the two tables of `data/`, made from FollowTheMoney's own model, and the table of ties. Out: schemata and properties
by name. Tables are read once a process, without FollowTheMoney.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.model import Schema, TieType

SCHEMA_OF: dict[Schema, str] = {
    "Person": "Person", "Organization": "Organization", "Company": "Company", "PublicBody": "PublicBody",
    "LegalEntity": "LegalEntity", "Address": "Address", "Event": "Event", "Vehicle": "Vehicle", "Thing": "Asset",
}  # fmt: skip
"""The schema that each kind of entity is written as; a Thing is abstract there, and an Asset the plainest thing."""


class Property(NamedTuple):
    """A property: its type, and for one that names an entity the schema that this must count as."""

    type: str
    range: str | None


class TieSchema(NamedTuple):
    """What a tie is written as: a schema, and the properties that hold subject and object."""

    schema: str
    subject: str
    object: str


UNKNOWN = TieSchema("UnknownLink", "subject", "object")
"""What a tie is written as that fits no other."""


def rows(*path: str) -> Iterator[list[str]]:
    """The rows of a table, without the lines that begin with `#`."""
    for line in files("reportedly").joinpath(*path).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def kinds() -> dict[str, frozenset[str]]:
    """For each schema all that it counts as, itself included."""
    return {schema: frozenset(counts.split()) for schema, counts in rows("export", "data", "ftm_schemata.tsv")}


@cache
def properties() -> dict[str, dict[str, Property]]:
    """For each schema its properties that are written here."""
    found: dict[str, dict[str, Property]] = {}
    for schema, name, kind, target in rows("export", "data", "ftm_properties.tsv"):
        found.setdefault(schema, {})[name] = Property(kind, None if target == "-" else target)
    return found


@cache
def ties() -> dict[str, TieSchema]:
    """For each tie the schema that it is written as where both sides fit."""
    table = rows("extract", "lexicons", "tie_directions.tsv")
    return {tie: TieSchema(schema, subject, object_) for tie, _, _, schema, subject, object_, _ in table}


def fits(schema: str, name: str, entity_schema: str) -> bool:
    """Whether the property of a schema takes an entity of another."""
    wanted = properties()[schema][name].range
    return wanted is not None and wanted in kinds()[entity_schema]


def tie_schema(tie: TieType, subject: Schema, object_: Schema) -> TieSchema:
    """What a tie of a subject to an object is written as: by the table of ties, UNKNOWN where a side does not fit."""
    found = ties()[tie]
    is_fitting = fits(found.schema, found.subject, SCHEMA_OF[subject]) and fits(
        found.schema, found.object, SCHEMA_OF[object_]
    )
    return found if is_fitting else UNKNOWN
