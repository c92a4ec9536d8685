"""A network as Graphviz DOT.

In: a `Network`. Out: DOT source: ties as arrows with what is said on them, events of two as plain lines, denied ties
dashed and crossed; the number of origins stands beside each and sets its width.
"""

from collections.abc import Iterator

from reportedly.assess.origins_drawing import quoted
from reportedly.export.network import CAUTION, Bond, Network, Node, denied, origins_words, said

SHAPES = {"Person": "ellipse", "Address": "house", "PublicBody": "octagon"}
"""Shapes of some schemas; all others are boxes."""

WIDEST = 6
"""Origins from which a line grows no wider."""

RED = "#a02020"
COLOURS = ("#d0e2f2", "#f7dfc3", "#d7ecd2", "#f2d4d7", "#e3d9ee", "#e8dfd6", "#dcf0ef", "#f3efc4")
"""Fills of communities, one after the other; beyond these and for none it is white."""


def network_dot(found: Network) -> str:
    """The network in the DOT language of Graphviz."""
    lines = [
        "digraph network {",
        "  rankdir=LR;",
        f"  label={quoted(CAUTION)};",
        '  node [style=filled, fontname="sans-serif"];',
    ]
    lines.append('  edge [fontname="sans-serif", fontsize=10];')
    lines += node_lines(found)
    lines += [f"  {quoted(bond.a)} -> {quoted(bond.b)} [{line_of(bond)}];" for bond in found.bonds]
    return "\n".join([*lines, "}"]) + "\n"


def node_lines(found: Network) -> Iterator[str]:
    """A line for each entity."""
    for node in found.nodes:
        shape = SHAPES.get(node.schema, "box")
        yield f'  {quoted(node.id)} [label={quoted(node.name)}, shape={shape}, fillcolor="{fill(node)}"];'


def fill(node: Node) -> str:
    """The colour of a node's community."""
    if node.community is None or node.community > len(COLOURS):
        return "#ffffff"
    return COLOURS[node.community - 1]


def line_of(bond: Bond) -> str:
    """The attributes of a line."""
    if bond.is_only_denied:
        return f'label={broken(said(bond))}, style=dashed, color="{RED}", fontcolor="{RED}", arrowhead=tee'
    against = denied(bond)
    label = broken(said(bond), origins_words(bond.origins), against)
    width = 0.5 + 0.5 * min(bond.origins, WIDEST)
    ends = "" if bond.tie else ', dir=none, color="#808080"'
    return f"label={label}, penwidth={width:g}{ends}" + (f', fontcolor="{RED}"' if against else "")


def broken(*parts: str) -> str:
    """A DOT string of these parts below one another, empty ones left out."""
    return '"' + "\\n".join(quoted(part)[1:-1] for part in parts if part) + '"'
