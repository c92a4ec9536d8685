"""Whatever is asked for, in whatever characters, gives an answer or a refusal, and finds nothing that it should not."""

import json
import random

import pytest

from reportedly.errors import Stop
from reportedly.project import Project, claim_filter
from reportedly.store import Store
from tests.conftest import empty
from tests.project.worlds import Draft, Said, extracted

HOSTILE = (
    "' OR 1=1 --", 'a" OR "b', "NEAR(a b)", "*", "%", "_", "\x00", "\ud800", "a" * 10_000, "-", "words:x", "%s", "\\",
)  # fmt: skip
HERE = Draft("Aral Post", "2025-05-02", (Said("visit", "Nilo Zorvel", day=1),))


@pytest.fixture
def project(store: Store) -> Project:
    empty(store)
    found = Project(store)
    found.keep(extracted(HERE), "planted/0")
    return found


@pytest.mark.parametrize("side", ["entity", "place", "text", "report", "type", "tie", "certainty", "source_kind"])
def test_no_filter_can_be_talked_into_more_than_it_asks_for(project: Project, side: str) -> None:
    for asked in HOSTILE:
        sides = {side: asked}
        assert not list(project.claims(claim_filter(every=False, **sides))), asked
        assert not list(project.casebook.events(claim_filter(every=True, **sides))), asked


def test_whoever_is_asked_for_in_strange_characters_is_not_there(project: Project) -> None:
    for asked in HOSTILE:
        for ask in (project.claim, project.casebook.event_id, project.desk.report, project.who, project.desk.in_force):
            with pytest.raises(Stop):
                ask(asked)


def long_name(length: int) -> str:
    draw = random.Random(length)
    return "".join(chr(draw.randint(0x4E00, 0x9FFF)) for _ in range(length))


@pytest.mark.parametrize("name", ["Nilo \x00 Zorvel", "Ni\ud800lo", long_name(9_000), "x" * 1_000_000])
def test_a_knowledge_base_may_hold_names_of_any_characters_and_length(project: Project, name: str) -> None:
    entry = {"id": f"key {name[:40]}", "schema": "Person", "properties": {"name": [name], "alias": ["Nilo Zorvel"]}}
    assert list(project.desk.load_known([json.dumps(entry)])) == [1]
    assert project.casebook.entity("Nilo Zorvel").known_as == entry["id"]


def test_an_endless_name_in_a_report_stops_no_linking(project: Project) -> None:
    project.keep(extracted(Draft("Daily Gull", "2025-05-03", (Said("visit", long_name(3_000)),))), "planted/0")
    longest = max((each.name for each in project.casebook.entities()), key=len)
    assert len(longest) == 301 and longest.endswith("…")
