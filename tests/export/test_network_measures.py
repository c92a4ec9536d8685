import os
import random
import subprocess
import sys

import pytest

from reportedly.export import network_measures
from reportedly.export.network import Network
from reportedly.export.network_measures import measured
from tests.networks import bond, drawn

TWO_CIRCLES = ("ab", "bc", "ca", "de", "ef", "fd", "cd")


def circles(*more: str) -> Network:
    return drawn(*(bond(pair[0], pair[1], origins=1 if pair == "cd" else 3) for pair in (*TWO_CIRCLES, *more)))


def groups(found: Network) -> dict[str, int | None]:
    return {node.name: node.community for node in found.nodes}


def test_two_circles_with_one_bond_between_them_are_two_communities() -> None:
    assert groups(measured(circles())) == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}


def test_those_between_two_circles_are_the_most_between() -> None:
    found = sorted(measured(circles()).nodes, key=lambda node: -(node.betweenness or 0))
    assert {found[0].name, found[1].name} == {"c", "d"}
    assert found[0].degree == pytest.approx(3 / 5)


def test_what_is_only_denied_joins_nobody() -> None:
    found = measured(drawn(*circles().bonds, bond("g", "a", "ally", origins=0, denied_by=("a",))))
    assert groups(found)["g"] is None
    assert [node.degree for node in found.nodes if node.name == "g"] == [0.0]


def test_one_origin_behind_a_tie_and_an_event_weighs_once() -> None:
    found = network_measures.graph_of(drawn(bond("a", "b", "ally", origins=2), bond("b", "a", origins=3)))
    assert [weight for _, _, weight in found.edges(data="weight")] == [3]


def test_the_same_network_gives_the_same_numbers_whatever_the_order_of_bonds() -> None:
    found = circles("ad", "be")
    shuffled = list(found.bonds)
    random.Random(5).shuffle(shuffled)
    assert measured(Network(found.nodes, tuple(shuffled))).nodes == measured(found).nodes


def test_the_remark_says_how_communities_and_betweenness_were_worked_out() -> None:
    assert measured(circles()).remarks == (
        "2 communities by Louvain's method over origins, seed 1.", "Betweenness is worked out from all entities.",
    )  # fmt: skip
    assert measured(circles(), central=False).remarks == ("2 communities by Louvain's method over origins, seed 1.",)


def test_of_a_large_network_betweenness_is_worked_out_from_a_draw_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_measures, "EXACT", 5)
    monkeypatch.setattr(network_measures, "SAMPLES", 4)
    found = measured(circles())
    assert found.remarks[-1] == "Betweenness is worked out from 4 entities drawn with seed 1."
    assert found == measured(circles())


def test_a_network_beyond_bounds_stays_without_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_measures, "LARGEST", 5)
    found = measured(circles())
    assert found.nodes == circles().nodes
    assert "not worked out for over 5 entities" in found.remarks[0]


def test_an_empty_network_has_nothing_to_be_measured() -> None:
    assert measured(drawn()) == drawn()


def test_communities_do_not_depend_on_how_python_hashes() -> None:
    code = "from tests.export.test_network_measures import *; print(measured(circles('ad', 'be')).nodes)"
    runs = {
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=os.environ | hashing).stdout
        for hashing in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"})
    }
    assert len(runs) == 1


def test_the_graph_library_is_loaded_only_where_it_is_used() -> None:
    code = "import sys, reportedly.cli.app; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
