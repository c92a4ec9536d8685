from typing import get_args

import pytest

from reportedly.export.ftm_schemata import SCHEMA_OF, TieSchema, fits, kinds, properties, tie_schema, ties
from reportedly.model import Schema, TieType


def test_every_kind_of_entity_and_every_tie_has_a_schema() -> None:
    assert set(SCHEMA_OF) == set(get_args(Schema))
    assert set(ties()) == set(get_args(TieType))
    assert {*SCHEMA_OF.values(), *(tie.schema for tie in ties().values())} <= set(kinds()) == set(properties())


def test_every_tie_has_properties_that_hold_its_sides() -> None:
    for tie in ties().values():
        assert properties()[tie.schema][tie.subject].type == properties()[tie.schema][tie.object].type == "entity"


@pytest.mark.parametrize(
    ("tie", "subject", "object_", "schema"),
    [
        ("member", "Person", "Organization", "Membership"),
        ("member", "Person", "LegalEntity", "UnknownLink"),
        ("leader", "Person", "PublicBody", "Directorship"),
        ("family", "Person", "Person", "Family"),
        ("family", "Person", "Organization", "UnknownLink"),
        ("owner", "Person", "Company", "Ownership"),
        ("owner", "Person", "Organization", "UnknownLink"),
        ("owner", "Organization", "Vehicle", "Ownership"),
        ("represents", "Person", "PublicBody", "Representation"),
        ("located", "Organization", "Address", "UnknownLink"),
        ("front", "Organization", "Organization", "UnknownLink"),
        ("ally", "Thing", "Event", "UnknownLink"),
    ],
)
def test_a_tie_is_written_as_what_its_sides_allow(tie: TieType, subject: Schema, object_: Schema, schema: str) -> None:
    assert tie_schema(tie, subject, object_).schema == schema


def test_the_sides_of_a_tie_keep_their_direction() -> None:
    assert tie_schema("owner", "Person", "Company") == TieSchema("Ownership", "owner", "asset")
    assert tie_schema("leader", "Person", "Address") == TieSchema("UnknownLink", "subject", "object")


def test_a_place_is_not_involved_in_an_event() -> None:
    assert fits("Event", "involved", "Person") and not fits("Event", "involved", "Address")


def test_the_tables_say_what_followthemoney_says() -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for schema, counts in kinds().items():
        model = followthemoney.model.get(schema)
        assert counts == {each.name for each in model.schemata} and not model.abstract
        for name, held in properties()[schema].items():
            found = model.get(name)
            assert (held.type, held.range) == (found.type.name, found.range.name if found.range else None)
