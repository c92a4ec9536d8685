from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.export.network import Bond, Network, said
from reportedly.project import Project
from reportedly.project.network import network
from reportedly.store import Filter
from tests.networks import fiction, planted
from tests.project.worlds import Draft, Said, report_of

MEETING = Said("meeting", "Nilo Zorvel", whom="Mira Sandor", day=1)
LATER = Said("meeting", "Nilo Zorvel", whom="Mira Sandor", day=4)
LEADS = Said("leads", "Nilo Zorvel")
NOT_LEADS = Said("leads", "Nilo Zorvel", denied=True, source="Mira Sandor")


@pytest.fixture(scope="module")
def port_aral(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return fiction(tmp_path_factory.mktemp("fiction"))


@pytest.fixture(scope="module")
def whole(port_aral: Project) -> Network:
    return network(port_aral.casebook, Filter())


def woven(folder: Path, *drafts: Draft, as_of: str | None = None, least: int = 1) -> Network:
    return network(planted(folder, *drafts).casebook, Filter(), as_of, least=least)


def only(found: Network) -> Bond:
    assert len(found.bonds) == 1, [(found.names[b.a], said(b), found.names[b.b]) for b in found.bonds]
    return found.bonds[0]


def test_two_who_met_have_a_bond_with_the_days_that_accounts_give(tmp_path: Path) -> None:
    found = only(woven(tmp_path, Draft("Aral Post", "2025-05-02", (MEETING,))))
    assert (found.tie, found.origins, len(found.ids)) == (None, 1, 1)
    assert (found.time, found.told) == ("2025-05-01", ("2025-05-02", "2025-05-02"))


def test_a_copy_adds_no_origin_to_a_bond(tmp_path: Path) -> None:
    story = Draft("Aral Post", "2025-05-02", (MEETING,), filler=0)
    copy = Draft("Daily Gull", "2025-05-03", (MEETING,), filler=0)
    assert only(woven(tmp_path, story, copy)).origins == 1


def test_two_speakers_are_two_origins_of_one_event(tmp_path: Path) -> None:
    other_way = Said("meeting", "Mira Sandor", whom="Nilo Zorvel", day=1, source="Mira Sandor")
    first = Draft("Aral Post", "2025-05-02", (replace(MEETING, source="Talha Quist"),), filler=0)
    found = woven(tmp_path, first, Draft("Daily Gull", "2025-05-03", (other_way,), filler=1))
    assert (only(found).origins, len(only(found).ids)) == (2, 1)


def test_one_outlet_that_tells_of_two_meetings_is_one_origin_of_two_events(tmp_path: Path) -> None:
    first, second = Draft("Aral Post", "2025-05-02", (MEETING,)), Draft("Aral Post", "2025-05-05", (LATER,))
    found = only(woven(tmp_path, first, second))
    assert (found.origins, len(found.ids), found.time) == (1, 2, "2025-05-01/2025-05-04")


def test_as_of_a_day_later_reports_are_not_known(tmp_path: Path) -> None:
    first, second = Draft("Aral Post", "2025-05-02", (MEETING,)), Draft("Aral Post", "2025-05-05", (LATER,))
    assert len(only(woven(tmp_path, first, second, as_of="2025-05-03")).ids) == 1


def test_an_undated_tie_has_no_days_but_those_of_its_reports(tmp_path: Path) -> None:
    first, second = Draft("Aral Post", "2025-05-02", (LEADS,)), Draft("Daily Gull", "2025-05-05", (LEADS,))
    found = only(woven(tmp_path, first, second))
    assert (found.tie, found.time, found.told) == ("leader", None, ("2025-05-02", "2025-05-05"))


def test_a_tie_that_is_said_and_denied_names_who_denies_it(tmp_path: Path) -> None:
    found = only(
        woven(tmp_path, Draft("Aral Post", "2025-05-02", (LEADS,)), Draft("Daily Gull", "2025-05-03", (NOT_LEADS,)))
    )
    assert (found.origins, found.denied_by, found.is_only_denied) == (1, ("Mira Sandor",), False)


def test_a_tie_that_is_only_denied_is_no_plain_tie(tmp_path: Path) -> None:
    claimed = Draft("Aral Post", "2025-05-02", (LEADS,))
    project = planted(tmp_path, claimed, Draft("Daily Gull", "2025-05-03", (NOT_LEADS,)))
    project.desk.withdraw(report_of(claimed), "2025-05-04")
    found = network(project.casebook, Filter())
    assert (only(found).is_only_denied, said(only(found))) == (True, "is said by Mira Sandor not to lead")
    assert [node.ties for node in found.nodes] == [0, 0]


def test_a_withdrawn_report_leaves_no_bond(tmp_path: Path) -> None:
    told = Draft("Aral Post", "2025-05-02", (MEETING, LEADS))
    project = planted(tmp_path, told)
    project.desk.withdraw(report_of(told), "2025-05-04")
    assert network(project.casebook, Filter()).bonds == ()
    assert len(network(project.casebook, Filter(), "2025-05-03").bonds) == 2


def test_what_has_fewer_origins_than_asked_for_is_left_out_and_said_so(tmp_path: Path) -> None:
    found = woven(tmp_path, Draft("Aral Post", "2025-05-02", (MEETING,)), least=2)
    assert (found.bonds, found.nodes) == ((), ())
    assert found.remarks == ("1 bond with fewer origins than asked for is left out.",)


def test_a_crowd_is_left_out_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.project.network.MOST_PAIRS", 0)
    found = woven(tmp_path, Draft("Aral Post", "2025-05-02", (MEETING,)))
    assert (found.bonds, found.remarks) == ((), ("1 event with too many participants for pairs is left out.",))


def test_sixty_copies_are_one_origin_of_one_bond(tmp_path: Path) -> None:
    copies = [Draft(f"Outlet {n}", "2025-05-02", (MEETING,), filler=0) for n in range(60)]
    assert only(woven(tmp_path, *copies)).origins == 1


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    drafts = [
        Draft("Aral Post", "2025-05-02", (MEETING, LEADS), filler=0),
        Draft("Daily Gull", "2025-05-03", (MEETING, NOT_LEADS), filler=1),
        Draft("Reach Wire", "2025-05-05", (LATER,)),
    ]
    (tmp_path / "back").mkdir()
    assert woven(tmp_path, *drafts) == woven(tmp_path / "back", *reversed(drafts))


def of_one(found: Network, entity_id: str) -> dict[object, object]:
    """The bonds of an entity: by id, and where they have no direction by the two."""
    return {
        b.id if b.tie else frozenset((b.a, b.b)): (b.ids, b.roots, b.denied_by)
        for b in found.bonds
        if entity_id in (b.a, b.b)
    }


def test_the_network_around_one_is_what_the_whole_one_holds_of_it(port_aral: Project, whole: Network) -> None:
    around = port_aral.casebook.entity("Saltmarch Brigade")
    near = network(port_aral.casebook, Filter(), around=around)
    assert of_one(near, around.id) == of_one(whole, around.id)
    assert len(near.bonds) == len(of_one(whole, around.id)) > 3


def test_in_the_fiction_the_wire_story_of_a_front_is_few_origins(port_aral: Project, whole: Network) -> None:
    front = next(b for b in whole.bonds if b.tie == "front")
    assert whole.names[front.a] == "Tidewater People's League"
    reports = port_aral.casebook.assessment(port_aral.casebook.evidence(front.ids[0])).reports
    assert 1 <= front.origins < reports


def test_in_the_fiction_two_of_one_surname_are_drawn_as_no_kin(whole: Network) -> None:
    (kin,) = (b for b in whole.bonds if whole.names[b.a].endswith(" Marrun") and b.tie == "family")
    assert said(kin) == "is said by Aral Post and Teshik Herald not to be family of"
    assert whole.bonds[-1] == kin


def test_in_the_fiction_a_vague_date_stays_vague(whole: Network) -> None:
    (leads,) = (b for b in whole.bonds if b.tie == "leader" and whole.names[b.a] == "Orlen Tavik")
    assert (leads.time, leads.days) == ("2019/..", ("2019-01-01", None))
