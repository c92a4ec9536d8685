"""A network as GEXF 1.3 (https://gexf.net), for Gephi and other programs that draw networks.

In: a `Network`. Out: XML. Lines last from the first to the last day that accounts give, open where they give none; the
days on which reports told it are attributes. Weights are numbers of origins. What is only denied has the weight 0, the
kind `denied` and a label that says who denies it.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape

from reportedly.export.network import CAUTION, Bond, Network, Node, denied, said
from reportedly.export.neutral import readable

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not hold."""

NODE_ATTRIBUTES = {
    "schema": "string", "events": "integer", "ties": "integer", "community": "integer", "degree": "double",
    "betweenness": "double",
}  # fmt: skip
BOND_ATTRIBUTES = {
    "kind": "string", "tie": "string", "origins": "integer", "events": "integer", "certainty": "string",
    "only_denied": "boolean", "denied_by": "string", "first_told": "string", "last_told": "string", "roots": "string",
    "ids": "string",
}  # fmt: skip
"""Attributes of entities and of bonds with their types; `ids` are those of events and ties, parted by spaces."""


def gexf(found: Network) -> Iterator[str]:
    """The network as lines of XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    remarks = " ".join([CAUTION, *([f"As of {found.as_of}."] if found.as_of else []), *found.remarks])
    yield f"<meta><creator>reportedly</creator><description>{text(remarks)}</description></meta>\n"
    yield '<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">\n'
    yield attributes("node", NODE_ATTRIBUTES)
    yield attributes("edge", BOND_ATTRIBUTES)
    yield "<nodes>\n"
    yield from map(node_element, found.nodes)
    yield "</nodes>\n<edges>\n"
    yield from map(bond_element, found.bonds)
    yield "</edges>\n</graph>\n</gexf>\n"


def attributes(owner: str, kinds: Mapping[str, str]) -> str:
    """The declaration of the attributes of nodes or edges."""
    listed = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in kinds.items())
    return f'<attributes class="{owner}" mode="static">{listed}</attributes>\n'


def node_element(node: Node) -> str:
    """One entity."""
    values = values_of({name: getattr(node, name) for name in NODE_ATTRIBUTES})
    return f"<node id={quoted(node.id)} label={quoted(node.name)}>{values}</node>\n"


def bond_element(bond: Bond) -> str:
    """One bond; of those without a direction it says that it goes both ways, for GEXF mixes no kinds of lines."""
    against = denied(bond)
    label = said(bond) + (f"; {against}" if against else "")
    way = "directed" if bond.tie else "mutual"
    days = "".join(f' {name}="{day}"' for name, day in zip(("start", "end"), bond.days, strict=True) if day is not None)
    return (
        f"<edge id={quoted(bond.id)} source={quoted(bond.a)} target={quoted(bond.b)} type={quoted(way)} "
        f'weight="{bond.origins}" label={quoted(label)} kind={quoted(kind_of(bond))}{days}>'
        f"{values_of(bond_values(bond))}</edge>\n"
    )


def kind_of(bond: Bond) -> str:
    """The kind of a bond: the tie, `events`, or `denied` where nobody says it."""
    return "denied" if bond.is_only_denied else bond.tie or "events"


def bond_values(bond: Bond) -> dict[str, object]:
    """The attributes of a bond."""
    return {
        "kind": kind_of(bond),
        "tie": bond.tie,
        "origins": bond.origins,
        "events": None if bond.tie else len(bond.ids),
        "certainty": None if bond.is_only_denied else bond.certainty,
        "only_denied": bond.is_only_denied,
        "denied_by": "; ".join(bond.denied_by) or None,
        "first_told": bond.told[0],
        "last_told": bond.told[1],
        "roots": "; ".join(root.label for root in bond.roots) or None,
        "ids": " ".join(bond.ids),
    }


def values_of(values: Mapping[str, object]) -> str:
    """The values of an element, those that are not known left out."""
    listed = (f'<attvalue for="{name}" value={quoted(value)}/>' for name, value in values.items() if value is not None)
    return f"<attvalues>{''.join(listed)}</attvalues>"


def quoted(value: object) -> str:
    """A value as an XML attribute in quotation marks; what XML does not hold becomes U+FFFD."""
    return f'"{text(str(value).lower() if isinstance(value, bool) else str(value))}"'


def text(value: str) -> str:
    """Text between tags, or between quotation marks."""
    return escape(plain(value))


def plain(value: str) -> str:
    """Text on one line in characters that XML holds."""
    return NOT_XML.sub("\ufffd", readable(value))
