"""As of a day nothing is shown that was published, captured, named or corrected only later."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.linked import Entity
from reportedly.project import Extracted, Project, claim_filter
from reportedly.project.casebook import Listed
from reportedly.project.desk import judgement, name_anchor
from reportedly.project.network import network
from reportedly.project.telling import title
from reportedly.store import Name, Store
from tests.conftest import empty
from tests.project.worlds import Draft, Said, extracted, report_of

EARLY = Draft("Aral Post", "2025-05-03", (Said("meeting", "Sandor", whom="Talha Quist", day=1),))
LATE = Draft("Daily Gull", "2025-05-08", (Said("meeting", "Mira Adela Sandor", whom="Talha Quist", day=1),))
FULL = Name("Mira Adela Sandor", "Person")
SHORT = Name("Sandor", "Person")
WHEN = "2025-06-01T09:00:00Z"


@pytest.fixture
def project(store: Store) -> Project:
    empty(store)
    found = Project(store)
    keep(found, extracted(EARLY), extracted(LATE))
    anchors = [name_anchor(name) for name in (FULL, SHORT)]
    found.desk.judge(judgement("entities", "same", anchors, "A. Reader", WHEN))
    return found


def keep(project: Project, *some: Extracted) -> None:
    for each in some:
        project.keep(each, "planted/0")


def listed(project: Project, day: str | None) -> list[Listed]:
    return list(project.casebook.events(claim_filter(as_of=day, every=True), as_of=day))


def named(entities: Sequence[Entity]) -> set[str]:
    return {name for each in entities for name in (each.name, *(one.name for one in each.names))}


def test_an_entity_has_no_name_that_only_a_later_report_gives(project: Project) -> None:
    (now,) = listed(project, None)
    assert "Mira Adela Sandor" in title(now.evidence)
    (before,) = listed(project, "2025-05-04")
    assert "Adela" not in title(before.evidence) and "Sandor" in title(before.evidence)
    assert named(list(before.evidence.entities.values())) == {"Sandor", "Talha Quist"}
    assert {node.name for node in network(project.casebook, claim_filter(as_of="2025-05-04"), "2025-05-04").nodes} == {
        "Sandor", "Talha Quist"
    }  # fmt: skip


def test_a_dossier_has_no_name_and_no_reason_of_a_later_day(project: Project) -> None:
    assert project.who("Sandor").called == "Mira Adela Sandor"
    before = project.who("Sandor", "2025-05-04")
    assert (before.called, [each.name for each in before.names]) == ("Sandor", ["Sandor"])
    assert not any("Adela" in text for text in (*before.reasons, *before.others, *before.phrases))
    assert len(before.claims) == 1 and len(project.who("Sandor").claims) == 2


def test_a_person_that_only_later_reports_name_is_nobody_else_by_then(project: Project) -> None:
    keep(project, extracted(Draft("Aral Post", "2025-05-10", (Said("visit", "Yuna Sandor", day=9),))))
    assert "Yuna Sandor" in project.who("Sandor").others
    assert "Yuna Sandor" not in project.who("Sandor", "2025-05-04").others


def test_an_event_is_listed_with_the_days_and_the_kind_that_were_told_by_then(store: Store) -> None:
    empty(store)
    project = Project(store)
    vague = Draft("Aral Post", "2025-05-03", (Said("meeting", "Nilo Zorvel"),))
    exact = Draft("Daily Gull", "2025-05-08", (Said("meeting", "Nilo Zorvel", day=2),))
    keep(project, extracted(vague), extracted(exact))
    (now,) = listed(project, None)
    assert (now.row.is_dated, now.row.earliest, now.row.size) == (True, "2025-05-02", 2)
    (before,) = listed(project, "2025-05-04")
    assert (before.row.is_dated, before.row.latest, before.row.size) == (False, "2025-05-03", 1)
    (happening,) = project.casebook.happenings([now.row.id], "2025-05-04")
    assert happening.days == (None, "2025-05-03")
    assert project.casebook.listed([now.row.id], "2025-05-04")[0].row == before.row


def test_why_an_account_was_joined_names_no_later_report(store: Store) -> None:
    empty(store)
    project = Project(store)
    said = Said("meeting", "Nilo Zorvel", day=1)
    first, second = (Draft(name, day, (said,)) for name, day in (("Aral Post", "2025-05-02"), ("Gull", "2025-05-03")))
    copy = Draft("Reach Wire", "2025-05-09", (said,), filler=0)
    keep(project, *(extracted(each) for each in (first, replace(second, filler=0), copy)))
    (now,), (before,) = listed(project, None), listed(project, "2025-05-04")
    assert len(now.evidence.accounts) == 3 and len(before.evidence.accounts) == 2
    assert not any("Reach Wire" in each.reason for each in before.evidence.accounts)
    assert all(each.reason for each in before.evidence.accounts)


@pytest.mark.parametrize(
    ("published", "captured", "first_day"),
    [
        ("2025-05-03T23:59:00-11:00", None, "2025-05-03"),
        (None, "2025-05-05T00:10:00Z", "2025-05-05"),
        ("2025-05-04?", None, "2025-05-04"),
        ("2025-05-04/2025-05-06", None, "2025-05-04"),
        ("../2025-05-03", None, None),
        (None, None, None),
    ],
)
def test_claims_and_events_agree_on_the_day_from_which_a_report_counts(
    store: Store, published: str | None, captured: str | None, first_day: str | None
) -> None:
    empty(store)
    project = Project(store)
    found = extracted(EARLY)
    report = replace(report_of(EARLY), published=published, captured=captured)
    claims = tuple(replace(claim, report_id=report.id) for claim in found.claims)
    keep(project, Extracted(report, claims))
    for day in ("2025-05-02", "2025-05-03", "2025-05-04", "2025-05-05", "2025-06-01"):
        by_claims = bool(list(project.claims(claim_filter(as_of=day))))
        assert by_claims == bool(listed(project, day)) == (first_day is not None and first_day <= day), day


def test_what_was_captured_since_a_day_is_among_its_changes(store: Store) -> None:
    empty(store)
    project = Project(store)
    report = replace(report_of(EARLY), published=None, captured="2025-05-05T08:00:00Z")
    claims = tuple(replace(claim, report_id=report.id) for claim in extracted(EARLY).claims)
    keep(project, Extracted(report, claims))
    assert project.casebook.changes("2025-05-04") and not project.casebook.changes("2025-05-05")


def test_accounts_that_fell_together_are_one_event_as_of_a_day_on_which_they_stood(store: Store) -> None:
    told = Said("visit", "Nilo Zorvel", place="Hamra")
    dated = Draft("Aral Post", "2025-05-02", (replace(told, day=1), replace(told, day=None)))
    undated = Draft("Daily Gull", "2025-05-20", (told,))
    between = Draft("Reach Wire", "2025-05-11", (told,))
    empty(store)
    project = Project(store)
    keep(project, *map(extracted, (dated, undated, between)))
    (before,) = listed(project, "2025-05-21")
    for each in (dated, between):
        project.desk.withdraw(report_of(each), since="2025-05-25")
    (after,) = listed(project, "2025-05-21")
    assert len(after.evidence.accounts) == len(before.evidence.accounts) == 4
    assert after.row.earliest == before.row.earliest == "2025-05-01"
