import io
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import networkx

from reportedly.export.gexf import gexf
from reportedly.export.network import Network
from reportedly.export.network_measures import measured
from tests.networks import bond, drawn

GEXF = "{http://gexf.net/1.3}"


def text(found: Network) -> str:
    return "".join(gexf(found))


def read(found: Network) -> Any:
    return networkx.read_gexf(io.BytesIO(text(found).encode()), version="1.3")


def test_networkx_reads_what_is_written() -> None:
    graph = read(measured(drawn(bond("a", "b", "leader", origins=2), bond("b", "c", events=3))))
    assert sorted(graph.nodes) == ["a", "b", "c"]
    assert graph.nodes["a"]["label"] == "a" and graph.nodes["a"]["community"] == 1
    edge = graph.get_edge_data("a", "b")
    assert (edge["weight"], edge["tie"], edge["label"]) == (2.0, "leader", "is said to lead")
    assert graph.has_edge("b", "c") and graph.has_edge("c", "b") and not graph.has_edge("b", "a")


def test_a_line_lasts_over_the_days_that_accounts_give_and_is_open_where_they_give_none() -> None:
    days = (
        bond("a", "b", time="2025-05/.."),
        bond("c", "d", time="2025-05-01/2025-05-04"),
        bond("e", "f"),
    )
    edges = ElementTree.fromstring(text(drawn(*days))).iter(f"{GEXF}edge")
    assert [(e.get("start"), e.get("end")) for e in edges] == [
        ("2025-05-01", None), ("2025-05-01", "2025-05-04"), (None, None),
    ]  # fmt: skip


def test_the_day_of_publication_is_only_ever_an_attribute() -> None:
    edge = read(drawn(bond("a", "b"))).get_edge_data("a", "b")
    assert (edge["first_told"], edge["last_told"]) == ("2025-05-02", "2025-05-06")


def test_what_is_only_denied_has_no_weight_and_says_who_denies_it() -> None:
    edge = read(drawn(bond("a", "b", "leader", origins=0, denied_by=("Mira Sandor",)))).get_edge_data("a", "b")
    assert (edge["weight"], edge["kind"], edge["only_denied"]) == (0.0, "denied", True)
    assert (edge["denied_by"], edge["label"]) == ("Mira Sandor", "is said by Mira Sandor not to lead")


def test_names_that_hold_marks_of_xml_or_no_xml_at_all_break_nothing() -> None:
    name = 'A&B <"x"> \'\x00\x1b\ud800\uffff\u202e'
    found = drawn(bond("a", "b", "ally", denied_by=(name,)))
    hostile = replace(found, nodes=tuple(replace(node, name=name) for node in found.nodes))
    assert read(hostile).nodes["a"]["label"] == 'A&B <"x"> \'\ufffd\ufffd\ufffd\ufffd\ufffd'


def test_it_says_that_nothing_is_established_and_as_of_which_day() -> None:
    found = Network((), (), "2025-05-03", ("1 tie is left out.",))
    said = ElementTree.fromstring(text(found)).findtext(f"{GEXF}meta/{GEXF}description")
    assert said is not None
    assert "none of them is established" in said and said.endswith("As of 2025-05-03. 1 tie is left out.")


def test_every_attribute_used_is_declared() -> None:
    tree = ElementTree.fromstring(text(measured(drawn(bond("a", "b"), bond("b", "a", "ally", denied_by=("a",))))))
    for owner, items in (("node", "node"), ("edge", "edge")):
        declared = {a.get("id") for d in tree.iter(f"{GEXF}attributes") if d.get("class") == owner for a in d}
        used = {value.get("for") for item in tree.iter(f"{GEXF}{items}") for value in item.iter(f"{GEXF}attvalue")}
        assert used <= declared
