"""The command that asks who is said to have to do with whom: `network`."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.choosing import AsOf, Since, Until, opened
from reportedly.cli.marking import STYLES
from reportedly.cli.output import Column, plain, print_table, say
from reportedly.cli.words import NO_DATE
from reportedly.days import Bounds
from reportedly.export.dates import words
from reportedly.export.gexf import gexf
from reportedly.export.network import Bond, Network, Node, denied, network_jsonl, said
from reportedly.export.network_dot import network_dot
from reportedly.export.network_measures import measured
from reportedly.linked import Entity
from reportedly.project import Project, claim_filter, day_asked
from reportedly.project.network import network as woven

BONDS_SHOWN = 40
"""Lines of the table where no limit is given."""

WHO = Column("who", "bold", share=3)
HOW = Column("what is said", share=4)
WHOM = Column("whom", "bold", share=3)
ORIGINS = Column("origins")
WHEN = Column("when, as told", STYLES["time"], share=3)
TOLD = Column("reports of", share=3)
COMMUNITY = Column("community", "dim")


class NetworkForm(StrEnum):
    """Forms of a network."""

    TABLE = "table"
    JSONL = "jsonl"
    GEXF = "gexf"
    DOT = "dot"


Around = Annotated[
    str | None, typer.Option("--entity", metavar="NAME", help="Only what is said of this one and others.")
]
Least = Annotated[
    int, typer.Option("--least-origins", min=1, metavar="N", help="Only what goes back to so many distinct origins.")
]


def network(
    context: typer.Context,
    entity: Around = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    least: Least = 1,
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="Lines of the table at most; 0 for all.")
    ] = BONDS_SHOWN,
    form: Annotated[
        NetworkForm | None,
        typer.Option(
            "--format", help="`table` (default on a terminal), `jsonl` (default elsewhere), `gexf` or `dot` (Graphviz)."
        ),
    ] = None,
) -> None:
    """Show who is said to have to do with whom: ties, and events in which both took part, by number of origins.

    What is only denied is shown as denied.

    Example: `reportedly network --entity "Veld Column" --format dot | dot -Tsvg > network.svg`
    """
    project = opened(context)
    wanted = form or (NetworkForm.TABLE if sys.stdout.isatty() else NetworkForm.JSONL)
    found = gathered(project, entity, since, until, as_of, least)
    match wanted:
        case NetworkForm.TABLE:
            print_network(measured(found, central=False), limit)
        case NetworkForm.JSONL:
            sys.stdout.writelines(network_jsonl(measured(found)))
        case NetworkForm.GEXF:
            sys.stdout.writelines(gexf(measured(found)))
        case NetworkForm.DOT:
            sys.stdout.write(plain(network_dot(measured(found, central=False))))


def gathered(
    project: Project, name: str | None, since: str | None, until: str | None, as_of: str | None, least: int
) -> Network:
    """The network asked for."""
    around: Entity | None = project.casebook.entity(name) if name is not None else None
    day = day_asked(as_of)
    asked = claim_filter(since=since, until=until, as_of=day, every=True)
    return woven(project.casebook, asked, day, around, least)


def print_network(found: Network, limit: int) -> None:
    """Print the bonds as a table, and what is to be said of them."""
    nodes = {node.id: node for node in found.nodes}
    shown = found.bonds[:limit] if limit else found.bonds
    if shown:
        columns = (WHO, HOW, WHOM, ORIGINS, WHEN, TOLD, COMMUNITY)
        print_table(None, columns, [bond_cells(bond, nodes[bond.a], nodes[bond.b]) for bond in shown])
    more = f" of {len(found.bonds)}; --limit 0 shows all" if len(shown) < len(found.bonds) else ""
    say(f"{len(shown)} bond{'' if len(shown) == 1 else 's'}{more}, as reports tell them; none is established here")
    for remark in found.remarks:
        say(remark)


def bond_cells(bond: Bond, a: Node, b: Node) -> Sequence[str]:
    """One bond in the table."""
    against = denied(bond)
    number = "none" if bond.is_only_denied else str(bond.origins)
    return [
        a.name, said(bond) + (f"; {against}" if against else ""), b.name, number,
        words(bond.time) if bond.time else NO_DATE, days_words(bond.told), communities(a, b),
    ]  # fmt: skip


def days_words(days: Bounds) -> str:
    """The first and the last day in words."""
    first, last = days
    if first is None or last is None:
        return "not known"
    return words(first if first == last else f"{first}/{last}")


def communities(a: Node, b: Node) -> str:
    """The communities of two entities, one where it is the same."""
    return " / ".join(dict.fromkeys(str(node.community) for node in (a, b) if node.community is not None))
