"""Worlds made to break linking: hundreds of copies, one name for thousands, rings, footers, two processes, kills."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from reportedly.model import Report
from reportedly.project import Extracted, Project, init, open_project
from reportedly.store import Filter
from reportedly.store.tables import report_edge
from tests.project.state import parted, tables
from tests.project.worlds import Draft, Said, extracted

ROOT = Path(__file__).parents[2]
VISIT = Said("visit", "Nilo Zorvel", day=1, source="two officials")
STORY = Draft("Reach Wire", "2025-05-02", (VISIT, Said("arrest", "Mira Sandor", day=1)), filler=0)
SYLLABLES = ("ba", "dro", "fe", "gim", "hu", "jor", "ka", "lun", "mi", "noz", "pel", "rus", "sta", "tev", "wo")


def filled(location: str | Path, world: Iterable[Draft]) -> Project:
    """A project with these reports, not linked yet."""
    project = init(str(location))
    for draft in world:
        project.keep(extracted(draft), "planted/0")
    return project


def copies(count: int) -> list[Draft]:
    """The story with so many copies, each in a paper of its own."""
    return [STORY, *(replace(STORY, publisher=f"Paper {n:03}", published="2025-05-03") for n in range(count))]


def given_names(count: int) -> list[str]:
    """So many invented given names."""
    made = (f"{a}{b}{c}".capitalize() for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES)
    return [name for name, _ in zip(made, range(count), strict=False)]


@pytest.mark.slow
def test_five_hundred_copies_are_one_event_with_one_origin(tmp_path: Path) -> None:
    project = filled(tmp_path / "copies.db", Random(1).sample(copies(500), 501))
    start = time.process_time()
    project.casebook.link()
    assert time.process_time() - start < 30
    listed = list(project.casebook.events(Filter()))
    assert [each.row.size for each in listed] == [501, 501]
    assert [project.casebook.assessment(each.evidence).origins.count for each in listed] == [1, 1]
    project.close()


def test_a_few_copies_are_one_event_with_one_origin_on_every_database(location: str) -> None:
    project = filled(location, copies(20))
    listed = list(project.casebook.events(Filter()))
    assert [each.row.size for each in listed] == [21, 21]
    assert [project.casebook.assessment(each.evidence).origins.count for each in listed] == [1, 1]
    project.close()


@pytest.mark.slow
def test_a_surname_of_two_thousand_people_is_nobody_s(tmp_path: Path) -> None:
    said = [Said("visit", f"{name} Zorvel", day=1) for name in given_names(2000)]
    papers = [Draft(f"Paper {n}", "2025-05-02", tuple(said[n : n + 50])) for n in range(0, 2000, 50)]
    bare = Draft("Aral Post", "2025-05-03", (Said("visit", "Zorvel", place="Hamra", day=2),))
    project = filled(tmp_path / "names.db", [*papers, bare])
    start = time.process_time()
    project.casebook.link()
    assert time.process_time() - start < 60
    found = next(each for each in project.casebook.entities() if "Zorvel" in {name.name for name in each.names})
    assert [name.name for name in found.names] == ["Zorvel"]
    project.close()


def test_a_name_of_two_thousand_entries_stays_open(tmp_path: Path) -> None:
    project = filled(tmp_path / "known.db", [STORY])
    entry = {"schema": "Person", "properties": {"name": ["Nilo Zorvel"]}}
    list(project.desk.load_known(json.dumps({"id": f"K-{n}", **entry}) for n in range(2000)))
    found = project.casebook.entity("Nilo Zorvel")
    assert found.known_as is None
    assert [name.name for name in found.names] == ["Nilo Zorvel"]
    project.close()


def test_a_ring_of_forty_credits_is_one_origin(location: str) -> None:
    ring = [
        Draft(f"Paper {n:02}", "2025-05-02", (replace(VISIT, source=f"Paper {(n + 1) % 40:02}"),)) for n in range(40)
    ]
    project = filled(location, ring)
    (listed,) = project.casebook.events(Filter())
    whole = project.casebook.assessment(listed.evidence)
    assert (listed.row.size, whole.origins.count) == (40, 1)
    project.close()


def test_a_report_that_credits_itself_is_one_origin(location: str) -> None:
    project = filled(location, [Draft("Aral Post", "2025-05-02", (replace(VISIT, source="Aral Post"),))])
    (listed,) = project.casebook.events(Filter())
    assert project.casebook.assessment(listed.evidence).origins.count == 1
    project.close()


@pytest.mark.slow
def test_a_footer_that_three_hundred_reports_share_makes_no_copy(tmp_path: Path) -> None:
    names = given_names(600)
    footer = (
        " Write to the editors of the Aral Post by way of the harbour office. All rights are kept by the publishers."
    )
    project = init(str(tmp_path / "footers.db"))
    random = Random(2)
    for n in range(300):
        said = Said("leads", f"{names[n]} {names[-n]}ov", body=f"{names[n + 300]} {names[n + 299]}")
        words = " ".join(" ".join(random.sample(names, 8)) + "." for _ in range(9))
        held = extracted(Draft("Aral Post", f"2025-05-{1 + n % 28:02}", (said,)))
        text = f"{held.report.text} {words}{footer}"
        report = Report(text, f"{n}", "Aral Post", published=held.report.published, language="en")
        project.keep(Extracted(report, tuple(replace(c, report_id=report.id) for c in held.claims)), "planted/0")
    start = time.process_time()
    project.casebook.link()
    assert time.process_time() - start < 30
    with project.store.asked() as connection:
        assert connection.execute(select(func.count()).select_from(report_edge)).scalar() == 0
    project.close()


@pytest.mark.slow
def test_a_report_with_four_hundred_claims_is_linked_in_seconds(tmp_path: Path) -> None:
    said = [Said("visit", f"{name} Zorvel", day=1 + n % 4) for n, name in enumerate(given_names(200))]
    project = filled(tmp_path / "long.db", [Draft("Aral Post", "2025-05-05", (*said, *said))])
    start = time.process_time()
    project.casebook.link()
    assert time.process_time() - start < 30
    assert sum(listed.row.size for listed in project.casebook.events(Filter())) == 400
    project.close()


def linking_beside(location: str) -> "subprocess.Popen[str]":
    """A process that links."""
    command = [sys.executable, "-m", "tests.project.linking_beside", location]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def mixed() -> list[Draft]:
    """Forty reports that have to do with each other."""
    acts = [
        Said(kind, who, day=day) for kind in ("visit", "arrest") for who in ("Nilo Zorvel", "Zorvel") for day in (1, 3)
    ]
    own = [Draft(f"Paper {n}", f"2025-05-0{4 + n % 5}", (acts[n % 8], acts[(n * 3) % 8])) for n in range(24)]
    return [*own, *copies(16)]


def test_two_processes_that_link_at_once_do_what_one_does(location: str, tmp_path: Path) -> None:
    filled(location, mixed()).close()
    beside = [linking_beside(location) for _ in range(2)]
    told = [each.communicate(timeout=120) for each in beside]
    assert [each.returncode for each in beside] == [0, 0], told
    alone, shared = filled(tmp_path / "alone.db", mixed()), open_project(location)
    assert parted(tables(shared), tables(alone)) == ({}, {})
    alone.close()
    shared.close()


def test_linking_that_was_killed_goes_on_to_the_same_end(location: str, tmp_path: Path) -> None:
    filled(location, mixed()).close()
    random = Random(3)
    for _ in range(3):
        child = linking_beside(location)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(random.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.communicate()
    alone, killed = filled(tmp_path / "alone.db", mixed()), open_project(location)
    assert parted(tables(killed), tables(alone)) == ({}, {})
    alone.close()
    killed.close()
