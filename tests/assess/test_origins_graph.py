from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.origins_graph import components, endless, reached

GRAPHS = (
    st.integers(1, 8)
    .flatmap(lambda size: st.lists(st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size))
    .map(lambda rows: {str(at): [str(end) for end in row] for at, row in enumerate(rows)})
)


def plainly_reached(graph: dict[str, list[str]], start: str) -> set[str]:
    """All nodes that can be reached, by the obvious walk."""
    seen = {start}
    pending = [start]
    while pending:
        for end in graph[pending.pop()]:
            if end not in seen:
                seen.add(end)
                pending.append(end)
    return seen


@given(GRAPHS)
def test_components_are_the_sets_of_nodes_that_reach_each_other(graph: dict[str, list[str]]) -> None:
    found = components(graph)
    assert sorted(node for members in found for node in members) == sorted(graph)
    for members in found:
        for node in members:
            mutual = {end for end in plainly_reached(graph, node) if node in plainly_reached(graph, end)}
            assert mutual == set(members)


@given(GRAPHS)
def test_a_component_comes_after_all_that_it_leads_to(graph: dict[str, list[str]]) -> None:
    place = {node: at for at, members in enumerate(components(graph)) for node in members}
    assert all(place[end] <= place[node] for node, ends in graph.items() for end in ends)


@given(GRAPHS)
def test_reached_ends_are_those_of_the_obvious_walk(graph: dict[str, list[str]]) -> None:
    ends = frozenset(node for node, further in graph.items() if not further)
    assert reached(graph, ends) == {node: ends & plainly_reached(graph, node) for node in graph}


def test_a_ring_is_endless_and_a_ring_with_a_way_out_is_not() -> None:
    ring = {"a": ["b"], "b": ["a"]}
    assert [set(members) for members in endless(ring, frozenset())] == [{"a", "b"}]
    assert endless(ring | {"b": ["a", "root"], "root": []}, frozenset({"root"})) == []


def test_a_path_of_fifty_thousand_nodes_needs_no_recursion() -> None:
    path = {str(at): [str(at + 1)] for at in range(50_000)} | {"50000": []}
    assert reached(path, frozenset({"50000"}))["0"] == {"50000"}
