"""A denial stands beside what it denies, as an account of its own, and corroborates nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import is_occurrence
from reportedly.project import Project
from reportedly.store import Filter, Store, create
from tests.conftest import empty
from tests.planting import QUICK
from tests.project.state import roots
from tests.project.worlds import SOURCES, Draft, Said, drafts, extracted

SOME = settings(QUICK, max_examples=20)
VISIT = Said("visit", "Nilo Zorvel", day=1, source="two officials")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return create(str(tmp_path_factory.mktemp("denials") / "project.db"))


def filled(store: Store, *world: Draft) -> Project:
    """A project with these reports."""
    empty(store)
    project = Project(store)
    for draft in world:
        project.keep(extracted(draft), "planted/0")
    return project


def accounts(project: Project) -> dict[str, object]:
    """For each event of occurrences its accounts' claims and its origins."""
    found: dict[str, object] = {}
    for listed in project.casebook.events(Filter()):
        told = {a.claim.id for a in listed.evidence.accounts if a.part == "account"}
        if told:
            found[listed.row.id] = (told, roots(project.casebook.assessment(listed.evidence).origins))
    return found


@SOME
@given(drafts(5), st.data())
def test_denials_change_neither_what_is_told_to_have_happened_nor_by_how_many(
    held: Store, world: tuple[Draft, ...], drawn: st.DataObject
) -> None:
    project = filled(held, *world)
    before = accounts(project)
    said = drawn.draw(
        st.sampled_from([said for draft in world for said in draft.said if said.kind != "answer"] or [VISIT])
    )
    source = drawn.draw(st.none() | st.sampled_from(sorted(SOURCES)))
    denial = Draft("Hamra Echo", "2025-05-05", (replace(said, denied=True, source=source),))
    project.keep(extracted(denial), "planted/0")
    assert accounts(project) == before
    for listed in project.casebook.events(Filter()):
        for account in listed.evidence.accounts:
            happened = is_occurrence(account.claim) and account.claim.answers is None
            assert (account.part == "account") == happened


def test_a_denial_is_shown_with_its_own_speaker_and_day(held: Store) -> None:
    denial = Draft("Daily Gull", "2025-05-05", (replace(VISIT, denied=True, source="Talha Quist"),))
    project = filled(held, Draft("Aral Post", "2025-05-02", (VISIT,)), denial)
    (listed,) = project.casebook.events(Filter())
    whole = project.casebook.assessment(listed.evidence)
    assert (whole.origins.count, whole.denied_by.count) == (1, 1)
    (denied,) = whole.denials
    assert (denied.speaker, denied.published) == ("Talha Quist", "2025-05-05")


def test_a_denial_that_points_to_what_the_report_told_stands_beside_it(held: Store) -> None:
    world = Draft(
        "Aral Post", "2025-05-02", (replace(VISIT, source="two officials"), Said("answer", "", body="Gull League"))
    )
    project = filled(held, world)
    (listed,) = project.casebook.events(Filter())
    whole = project.casebook.assessment(listed.evidence)
    assert (whole.origins.count, [each.speaker for each in whole.denials]) == (1, ["Gull League"])
    (reason,) = {e.reason for e in listed.evidence.accounts if e.part == "denial"}
    assert reason == ""


def test_a_denial_that_points_to_a_claim_leaves_with_its_report(held: Store) -> None:
    world = Draft("Aral Post", "2025-05-02", (VISIT, Said("answer", "", body="Gull League")))
    project = filled(held, Draft("Reach Wire", "2025-05-01", (VISIT,)), world)
    project.desk.withdraw(extracted(world).report)
    (listed,) = project.casebook.events(Filter())
    assert not project.casebook.assessment(listed.evidence).denials
