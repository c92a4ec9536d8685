"""Projects, networks and items for tests of what is drawn and written for other programs."""

import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.fiction import SCHEMAS, reports_of, story_of
from evaluation.marked import MARKED, claims_of
from reportedly.assess.origins import Root
from reportedly.export.events import Item
from reportedly.export.network import Bond, Network, Node
from reportedly.model import Certainty, TieType
from reportedly.project import Extracted, Project, init
from reportedly.store import Filter
from tests.project.worlds import Draft, extracted

FICTION = Path(__file__).parents[1] / "examples" / "port-aral"


def planted(folder: Path, *drafts: Draft) -> Project:
    """A project that holds these reports."""
    project = init(str(folder / "planted.db"))
    for draft in drafts:
        project.keep(extracted(draft), "planted/0")
    return project


def fiction(folder: Path) -> Project:
    """A project of the fiction with the claims that were marked by hand."""
    project = init(str(folder / "fiction.db"))
    schemas = {**SCHEMAS, **{each["name"]: each["schema"] for each in story_of(FICTION)["entities"]}}
    lines = (FICTION / "gold" / "claims.jsonl").read_text("utf-8").splitlines()
    marked = {line["id"]: line for line in map(json.loads, lines)}
    for report in reports_of(FICTION).values():
        claims = claims_of(marked[report.ref], report, schemas) if report.ref in marked else ()
        project.keep(Extracted(report, claims), MARKED)
    return project


def items(project: Project, as_of: str | None = None) -> Iterator[Item]:
    """All events and ties of a project with their assessment."""
    for each in project.casebook.events(Filter(), as_of=as_of):
        yield each.row, each.evidence, project.casebook.assessment(each.evidence)


def bond(
    a: str,
    b: str,
    tie: TieType | None = None,
    *,
    origins: int = 1,
    events: int = 1,
    certainty: Certainty = "certain",
    denied_by: tuple[str, ...] = (),
    time: str | None = None,
) -> Bond:
    """A bond of two entities whose ids are their names; its origins are the first so many outlets."""
    roots = tuple(Root(f"publisher {n}", "own_reporting", f"Outlet {n}'s own reporting") for n in range(origins))
    ids = tuple(f"{a}{b}{n}" for n in range(events))
    return Bond(a, b, tie, ids, roots, time, ("2025-05-02", "2025-05-06"), certainty, denied_by)


def drawn(*bonds: Bond) -> Network:
    """A network of these bonds between people."""
    names = sorted({end for each in bonds for end in (each.a, each.b)})
    return Network(tuple(Node(name, name, "Person") for name in names), bonds)
