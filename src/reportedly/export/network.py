"""Who is said to have to do with whom: the values of a network, its words, and its lines of JSON.

In: nothing but the values. Out: `Network`, made of `Node`s and `Bond`s, and how each of them is worded. A bond is what
reports say of two entities, never what is so; one that is only denied is no bond like the others, and says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportedly.assess.origins import Root
from reportedly.days import Bounds, bounds
from reportedly.export.neutral import readable
from reportedly.export.tables import json_line
from reportedly.export.wording import TIE_WORDS, listed
from reportedly.model import Certainty, TieType

Json = dict[str, Any]

CAUTION = "Relations as reports tell them, with the number of origins; none of them is established here."
"""What every drawing says of itself."""

FEW = 4
"""Names of deniers that are listed; of more the rest is counted."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with the number of events and of ties that it is said to take part in.

    `community` counts from 1, the largest first; `degree` and `betweenness` are between 0 and 1. All three are None
    where they were not worked out.
    """

    id: str
    name: str
    schema: str
    events: int = 0
    ties: int = 0
    community: int | None = None
    degree: float | None = None
    betweenness: float | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """What is said of two entities (ids): a tie of `a` to `b`, or with `tie` None that both took part in `events`.

    `ids` are those of the events or of the tie; `roots` the distinct origins of all their accounts. `time` (EDTF) is
    what lies within by the dates that accounts give, as exact as they give them, None where none does; `told` are the
    days of the first and the last report. `certainty` is the firmest of the accounts. A bond without roots is only
    denied.
    """

    a: str
    b: str
    tie: TieType | None
    ids: tuple[str, ...]
    roots: tuple[Root, ...]
    time: str | None
    told: Bounds
    certainty: Certainty = "certain"
    denied_by: tuple[str, ...] = ()

    @property
    def origins(self) -> int:
        """How many distinct origins it goes back to."""
        return len(self.roots)

    @property
    def days(self) -> Bounds:
        """The earliest and the latest possible day of `time`, None where open or not given."""
        return bounds(self.time)

    @property
    def is_only_denied(self) -> bool:
        """Whether nobody says it: somebody only denies it."""
        return not self.roots

    @property
    def id(self) -> str:
        """Its entities and its kind as one word."""
        return f"{self.a}-{self.tie or 'event'}-{self.b}"


@dataclass(frozen=True)
class Network:
    """Entities that have a bond, by name; the bonds, those with most origins first.

    `remarks` says, a sentence each, what was left out, and how communities and centrality were worked out.
    """

    nodes: tuple[Node, ...]
    bonds: tuple[Bond, ...]
    as_of: str | None = None
    remarks: tuple[str, ...] = ()
    names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", {node.id: node.name for node in self.nodes})


def said(bond: Bond) -> str:
    """What is said between the two names: "is said to lead", "is said (as likely) to share 3 events with"."""
    if bond.tie is None:
        what = f"share {len(bond.ids)} event{'' if len(bond.ids) == 1 else 's'} with"
    else:
        what = TIE_WORDS[bond.tie]
    if bond.is_only_denied:
        return f"is said by {few(bond.denied_by)} not to {what}"
    return f"is said {'' if bond.certainty == 'certain' else '(as likely) '}to {what}"


def denied(bond: Bond) -> str:
    """Who denies it, in a phrase; empty where nobody does or where `said` has named them."""
    if not bond.denied_by or bond.is_only_denied:
        return ""
    return f"{'denied' if len(bond.ids) == 1 else 'in part denied'} by {few(bond.denied_by)}"


def few(names: tuple[str, ...]) -> str:
    """Names in a phrase, with "others" for those beyond a few; "somebody" for none."""
    shown = [readable(name) for name in names]
    if not shown:
        return "somebody"
    return listed(shown if len(shown) <= FEW else [*shown[: FEW - 1], "others"])


def origins_words(count: int) -> str:
    """A number of origins."""
    return f"{count} origin{'' if count == 1 else 's'}"


def network_jsonl(found: Network) -> Iterator[str]:
    """A line for the network, one for each entity, one for each bond; `kind` tells which."""
    yield json_line(
        {
            "kind": "network",
            "caution": CAUTION,
            "as_of": found.as_of,
            "entities": len(found.nodes),
            "bonds": len(found.bonds),
            "remarks": list(found.remarks),
        }
    )
    for node in found.nodes:
        yield json_line({"kind": "entity", **{name: getattr(node, name) for name in Node.__slots__}})
    for bond in found.bonds:
        yield json_line(bond_json(bond, found))


def bond_json(bond: Bond, found: Network) -> Json:
    """One bond as printed."""
    names = found.names
    return {
        "kind": "tie" if bond.tie else "events",
        "from": {"id": bond.a, "name": names[bond.a]},
        "to": {"id": bond.b, "name": names[bond.b]},
        "tie": bond.tie,
        "said": f"{names[bond.a]} {said(bond)} {names[bond.b]}",
        "directed": bond.tie is not None,
        "ids": list(bond.ids),
        "origins": bond.origins,
        "roots": [root.label for root in bond.roots],
        "certainty": None if bond.is_only_denied else bond.certainty,
        "only_denied": bond.is_only_denied,
        "denied_by": list(bond.denied_by),
        "time": {"edtf": bond.time, "earliest": bond.days[0], "latest": bond.days[1]},
        "told": {"first": bond.told[0], "last": bond.told[1]},
    }
