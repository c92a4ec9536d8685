"""A tie takes in accounts without reading those that it has, and is then what a fresh start makes of it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.project import Project, clustering, init
from reportedly.project.casebook import Listed
from reportedly.store import Filter
from tests.project.state import parted, tables
from tests.project.worlds import Draft, Said, extracted

LEADS = Said("leads", "Nilo Zorvel", source="two officials")
DENIED = replace(LEADS, denied=True, source="Mira Sandor")


def papers(days: Iterable[int], *said: Said) -> list[Draft]:
    """A paper for each day of May, with these sentences."""
    return [Draft(f"Paper {day:02}", f"2025-05-{day:02}", said or (LEADS,)) for day in days]


def grown(location: str | Path, *batches: list[Draft]) -> Project:
    """A project that linked these reports batch by batch."""
    project = init(str(location))
    for batch in batches:
        for draft in batch:
            project.keep(extracted(draft), "planted/0")
        project.casebook.link()
    return project


def ties(project: Project) -> list[Listed]:
    """The ties of a project."""
    return list(project.casebook.events(Filter(), "tie"))


def is_as_fresh(project: Project, tmp_path: Path, *drafts: list[Draft]) -> bool:
    """Whether the tables are those of a project that linked all these reports at once."""
    fresh = grown(tmp_path / "fresh.db", [each for some in drafts for each in some])
    same = parted(tables(project), tables(fresh)) == ({}, {})
    fresh.close()
    return same


def test_an_account_joins_a_tie_without_reading_its_other_accounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = grown(tmp_path / "ties.db", papers(range(1, 29)))
    monkeypatch.setattr(clustering.Work, "block", lambda *_: pytest.fail("the tie was clustered anew"))
    for each in papers([29]):
        project.keep(extracted(each), "planted/0")
    project.casebook.link()
    assert [each.row.size for each in ties(project)] == [29]
    monkeypatch.undo()
    assert is_as_fresh(project, tmp_path, papers(range(1, 30)))
    project.close()


def test_an_earlier_account_gives_the_tie_its_id_and_the_old_id_still_leads_there(tmp_path: Path) -> None:
    late, early = papers([9, 12]), papers([2])
    project = grown(tmp_path / "ties.db", late)
    (old,) = ties(project)
    for each in early:
        project.keep(extracted(each), "planted/0")
    (new,) = ties(project)
    assert new.row.id != old.row.id
    assert project.casebook.event_id(old.row.id) == new.row.id
    assert is_as_fresh(project, tmp_path, late, early)
    project.close()


def test_a_denial_of_two_ties_that_become_one_is_counted_once(tmp_path: Path) -> None:
    full, short = papers([3]), papers([4], replace(LEADS, who="Omar Zorvel"))
    denials, bridge = papers([5], DENIED), papers([6], LEADS, replace(LEADS, who="Zorvel"))
    project = grown(tmp_path / "ties.db", full, short, denials, bridge)
    denied = [a for each in ties(project) for a in each.evidence.accounts if a.part == "denial"]
    assert len(denied) == len({(a.claim.id, a.claim.report_id) for a in denied})
    assert is_as_fresh(project, tmp_path, full, short, denials, bridge)
    project.close()


def test_a_denial_that_comes_first_is_attached_when_somebody_tells_what_it_denies(tmp_path: Path) -> None:
    denials, told = papers([3], DENIED), papers([5, 6])
    project = grown(tmp_path / "ties.db", denials, told)
    (found,) = ties(project)
    assert sorted(account.part for account in found.evidence.accounts) == ["account", "account", "denial"]
    assert is_as_fresh(project, tmp_path, denials, told)
    project.close()
