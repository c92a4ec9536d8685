"""The user's own knowledge base: read line by line, asked by folded name, written to be edited."""

import json
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.known import Known, KnownEntry, normal
from reportedly.link.known_files import known_entries, known_lines, read_known
from reportedly.linked import Entity, Name
from reportedly.model import Skipped

ONE = {
    "id": "Q1",
    "schema": "Person",
    "caption": "Orsa Vélik",
    "properties": {
        "name": ["Orsa Vélik", "Орса Велик"],
        "alias": ["The Miller"],
        "weakAlias": ["Tamas"],
        "addressEntity": [{"id": "a-1", "schema": "Address", "properties": {"name": ["Quay 1"]}}],
    },
}


def line(**changes: object) -> str:
    """The entity with changes, as a line."""
    return json.dumps({**ONE, **changes}) + "\n"


def test_an_entity_is_found_by_all_its_names_however_they_are_written() -> None:
    known = read_known([line()])
    assert all(known.ids(normal(name)) == ("Q1",) for name in ("ORSA VELIK", "Orsa Vélik", "Орса Велик", "the miller"))
    assert known.ids(normal("Quay 1")) == known.ids("") == ()
    entry = known.entry("Q1")
    assert entry is not None
    assert (entry.name, entry.schema) == ("Orsa Vélik", "Person")


def test_a_weak_alias_is_kept_apart() -> None:
    known = read_known([line()])
    assert known.ids("tamas") == ()
    assert known.weak_ids("tamas") == ("Q1",)


def test_a_name_of_two_entries_belongs_to_both() -> None:
    assert read_known([line(), line(id="Q0")]).ids("the miller") == ("Q0", "Q1")


def test_two_lines_of_one_id_are_one_entry_with_all_names() -> None:
    known = read_known([line(), line(properties={"name": "Ketil Orsa"})])
    assert len(known) == 1
    assert known.ids("ketil orsa") == known.ids("orsa velik") == ("Q1",)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "found list"),
        (line(id=None), "no id"),
        (line(schema=""), "no schema"),
        (line(properties={"name": [3, None]}), "no name"),
        (line(properties=[]), "not an object"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(bad: str, reason: str) -> None:
    known = read_known([line(), "\n", bad, line(id="Q2")])
    assert len(known) == 2
    assert [skip.ref for skip in known.skips] == ["line 3"]
    assert reason in known.skips[0].reason


def test_a_table_of_opensanctions_is_read() -> None:
    known = read_known(
        [
            '\ufeff"id","schema","name","aliases","birth_date"\n',
            '"Q1","Person","Orsa Velik","The Miller;""Velik; the Elder"";",""\n',
            '"Q2","Company","Velm Salt","",""\n',
            '"","Company","Nobody","",""\n',
            '"Q3","Person","A name\n',
            'on two lines","",""\n',
        ]
    )
    assert known.ids("the miller") == known.ids("velik the elder") == ("Q1",)
    assert known.ids("velm salt") == ("Q2",)
    assert known.ids("a name on two lines") == ("Q3",)
    assert [skip.ref for skip in known.skips] == ["line 4"]


def test_what_is_neither_json_nor_a_table_is_told() -> None:
    assert "neither" in read_known(["Orsa Velik\n", "Denn Hollar\n"]).skips[0].reason
    assert len(read_known([])) == 0


def test_a_long_file_is_read_a_line_at_a_time() -> None:
    drawn = 0

    def endless() -> Iterator[str]:
        nonlocal drawn
        while True:
            drawn += 1
            yield line(id=f"Q{drawn}")

    assert len(list(islice(known_entries(endless()), 1000))) == 1000
    assert drawn <= 1001


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_lines_whatever_stop_the_reading(lines: list[str]) -> None:
    assert all(isinstance(each, KnownEntry | Skipped) for each in known_entries(lines))


def test_entities_written_out_are_found_again_by_their_names() -> None:
    names = (Name("Orsa Velik", "Person"), Name("Dr Orsa Velik", "Person"), Name("Velik", "Person"))
    lines = list(known_lines([Entity("e1", "Orsa Velik", "Person", names)]))
    assert json.loads(lines[0])["properties"] == {
        "name": ["Orsa Velik"],
        "alias": ["Dr Orsa Velik"],
        "weakAlias": ["Velik"],
    }
    known = read_known(lines)
    assert known.ids("orsa velik") == known.ids("dr orsa velik") == known.weak_ids("velik") == ("e1",)
    assert known.ids("velik") == ()


def test_a_knowledge_base_held_elsewhere_can_stand_in() -> None:
    class Elsewhere(Known):
        def ids(self, folded: str) -> tuple[str, ...]:
            return ("Q9",) if folded == "orsa velik" else ()

    assert Elsewhere({}).ids("orsa velik") == ("Q9",)
