"""Communities and centrality of a network.

In: a `Network`. Out: the same with a community, a degree and a betweenness for each node, and a remark on how they were
worked out. Every draw has its seed, so that the same network gives the same numbers. Only what is said counts; what is
only denied does not.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.export.network import Network, Node

if TYPE_CHECKING:
    import networkx

SEED = 1
EXACT = 1_000
"""Nodes up to which betweenness is worked out from every node: with 2,000 nodes and 8,000 pairs that took 22 s, from
SAMPLES of them 1 s."""

SAMPLES = 100
"""Nodes from which it is worked out in a larger network (Brandes and Pich 2007)."""

LARGEST = 20_000
"""Nodes over which neither is worked out: with so many and 80,000 pairs communities took 14 s, betweenness 25 s."""


def measured(found: Network, central: bool = True) -> Network:
    """The network with communities (Louvain, weighted by origins) and, if `central`, degree and betweenness centrality.

    Nodes in no bond but denied ones have no community. A network of over LARGEST nodes stays without.
    """
    if len(found.nodes) > LARGEST:
        remark = f"Communities and centrality are not worked out for over {LARGEST} entities; narrow the network."
        return with_remarks(found, found.nodes, remark)
    if not found.nodes:
        return found
    graph = graph_of(found)
    groups = communities(graph)
    count = len(set(groups.values()))
    said = f"{count} {'community' if count == 1 else 'communities'} by Louvain's method over origins, seed {SEED}."
    nodes = tuple(replace(node, community=groups.get(n)) for n, node in enumerate(found.nodes))
    if not central:
        return with_remarks(found, nodes, said)
    degrees, between = centrality(graph)
    way = f"{SAMPLES} entities drawn with seed {SEED}" if len(nodes) > EXACT else "all entities"
    nodes = tuple(
        replace(node, degree=round(degrees[n], 6), betweenness=round(between[n], 6)) for n, node in enumerate(nodes)
    )
    return with_remarks(found, nodes, said, f"Betweenness is worked out from {way}.")


def with_remarks(found: Network, nodes: tuple[Node, ...], *remarks: str) -> Network:
    """The network with these nodes and more remarks."""
    return Network(nodes, found.bonds, found.as_of, (*found.remarks, *remarks))


def graph_of(found: Network) -> "networkx.Graph[int]":
    """The network without directions: nodes by their places, since sets of numbers keep one order in every run.

    The weight of a pair is the number of distinct origins of all that is said of it.
    """
    import networkx

    places = {node.id: n for n, node in enumerate(found.nodes)}
    roots: dict[tuple[int, int], set[str]] = {}
    for bond in found.bonds:
        if not bond.is_only_denied and bond.a != bond.b:
            a, b = sorted((places[bond.a], places[bond.b]))
            roots.setdefault((a, b), set()).update(root.key for root in bond.roots)
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(found.nodes)))
    graph.add_weighted_edges_from((a, b, len(keys)) for (a, b), keys in sorted(roots.items()))
    return graph


def centrality(graph: "networkx.Graph[int]") -> tuple[dict[int, float], dict[int, float]]:
    """Degree and betweenness of every node, both as shares of the largest possible."""
    import networkx

    drawn = SAMPLES if len(graph) > EXACT else None
    return networkx.degree_centrality(graph), networkx.betweenness_centrality(graph, k=drawn, seed=SEED)


def communities(graph: "networkx.Graph[int]") -> dict[int, int]:
    """The community of every node that has a neighbour, numbered by size, then by the first node."""
    import networkx

    linked = graph.subgraph(sorted(n for n in graph if graph.degree(n)))
    if not len(linked):
        return {}
    plain: networkx.Graph[int] = networkx.Graph()
    plain.add_nodes_from(sorted(linked))
    plain.add_weighted_edges_from(sorted(linked.edges(data="weight")))
    found = networkx.community.louvain_communities(plain, weight="weight", seed=SEED)
    ordered = sorted((sorted(some) for some in found), key=lambda some: (-len(some), some[0]))
    return {n: number for number, some in enumerate(ordered, start=1) for n in some}
