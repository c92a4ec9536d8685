"""Of two reports of one day the copy is told by a credit, also by one that only the table of outlets explains."""

from pathlib import Path

import pytest

from reportedly.project import Project, init
from reportedly.store import Filter
from tests.project.worlds import Draft, Said, extracted

SAID = (Said("visit", "Nilo Zorvel", day=1, source="a guard"),)
WIRE = Draft("Reach Wire", "2025-05-02", SAID, filler=0)
POST = Draft("Aral Post", "2025-05-02", SAID, filler=0, lead="PORT ARAL (Rw) -")


def root(project: Project) -> str:
    """What the only origin of the visit is called."""
    (listed,) = project.casebook.events(Filter())
    (found,) = project.casebook.assessment(listed.evidence).origins.roots
    return found.label


@pytest.mark.parametrize("order", [(WIRE, POST), (POST, WIRE)])
def test_a_dateline_that_the_table_of_outlets_explains_tells_which_report_is_the_copy(
    order: tuple[Draft, Draft], tmp_path: Path
) -> None:
    project = init(str(tmp_path / "project.db"))
    for draft in order:
        project.keep(extracted(draft), "planted/0")
    project.desk.load_outlets("name,aliases\nReach Wire,Rw\n")
    assert root(project) == "a guard to Reach Wire"
    project.desk.load_outlets("name,aliases\nAral Post,\n")
    (edge,) = next(iter(project.casebook.events(Filter()))).evidence.edges
    assert not edge.is_directed
    project.close()


def test_an_outlet_of_one_word_is_the_first_where_the_other_report_credits_it(tmp_path: Path) -> None:
    project = init(str(tmp_path / "project.db"))
    for draft in (
        Draft("Raven", "2025-05-02", SAID, filler=0),
        Draft("Quill", "2025-05-02", SAID, 0, lead="HAMRA (Raven) -"),
    ):
        project.keep(extracted(draft), "planted/0")
    assert root(project) == "a guard to Raven"
    project.close()
