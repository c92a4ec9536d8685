"""What a person decided outlives another reading of the report, and comes back where the words under it changed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linked import Judgement
from reportedly.project import Project
from reportedly.project.desk import claim_anchor, judgement, name_anchor, words_anchor
from reportedly.store import Filter, Name, Store, create
from tests.conftest import empty
from tests.planting import QUICK
from tests.project.state import answers, parted
from tests.project.worlds import Draft, Play, Said, Step, drafts, extracted, report_of, steps

SOME = settings(QUICK, max_examples=12)
VISIT = Said("visit", "Nilo Zorvel", day=1, source="two officials")
HERE = Draft("Aral Post", "2025-05-02", (VISIT,))
THERE = Draft("Daily Gull", "2025-05-03", (replace(VISIT, source="a guard"),))
WHEN = "2025-06-01T09:00:00Z"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("judged")
    stores = create(str(folder / "one.db")), create(str(folder / "other.db"))
    yield stores
    for each in stores:
        each.close()


def filled(store: Store, *world: Draft) -> Project:
    """A project with these reports."""
    empty(store)
    project = Project(store)
    for draft in world:
        project.keep(extracted(draft), "planted/0")
    return project


def sizes(project: Project) -> list[int]:
    """How many accounts each event has."""
    return sorted(listed.row.size for listed in project.casebook.events(Filter(), "event"))


def not_one() -> Judgement:
    """That the visits of the two reports are two."""
    anchors = [claim_anchor(extracted(draft).claims[0], report_of(draft)) for draft in (HERE, THERE)]
    return judgement("events", "not_same", anchors, "A. Reader", WHEN)


@SOME
@given(drafts(5), st.lists(steps("names", "events", "reports", "claim"), min_size=1, max_size=4))
def test_judgements_hold_after_every_report_is_read_again(
    held: tuple[Store, Store], world: tuple[Draft, ...], done: list[Step]
) -> None:
    later = Play(filled(held[0]), world).begin(0).run(done)
    for place in range(len(world)):
        later.add(place, 1)
    fresh = Project(held[1])
    empty(held[1])
    for draft in world:
        fresh.keep(extracted(draft, 1), "planted/1")
    for made in later.in_force():
        fresh.desk.judge(made)
    assert parted(answers(later.project), answers(fresh)) == ({}, {})
    assert not list(later.project.desk.for_review())


def test_two_events_that_a_person_parted_stay_two_in_another_reading(held: tuple[Store, Store]) -> None:
    project = filled(held[0], HERE, THERE)
    assert sizes(project) == [2]
    project.desk.judge(not_one())
    assert sizes(project) == [1, 1]
    project.keep(extracted(HERE, 1), "planted/1")
    assert sizes(project) == [1, 1]
    project.desk.undo(not_one().id[:8], "A. Reader", "2025-06-02T09:00:00Z")
    assert sizes(project) == [2]


def test_a_judgement_made_before_a_report_comes_holds_when_it_does(held: tuple[Store, Store]) -> None:
    project = filled(held[0], HERE)
    project.desk.judge(not_one())
    project.keep(extracted(THERE), "planted/0")
    assert sizes(project) == [1, 1]
    names = [Name("Nilo Zorvel", "Person"), Name("Talha Quist", "Person")]
    project.desk.judge(judgement("entities", "same", [name_anchor(n) for n in names], "A. Reader", WHEN))
    project.keep(extracted(replace(HERE, said=(Said("visit", "Talha Quist"),))), "planted/0")
    assert project.casebook.entity("Talha Quist").names == tuple(names)


def test_a_rejected_claim_stays_rejected_in_another_reading(held: tuple[Store, Store]) -> None:
    project = filled(held[0], HERE)
    anchor = words_anchor(report_of(HERE), "visited")
    project.desk.judge(judgement("claim", "reject", [anchor], "A. Reader", WHEN))
    assert sizes(project) == []
    project.keep(extracted(HERE, 1), "planted/1")
    assert sizes(project) == []


def test_a_corrected_report_brings_its_judgements_back_for_review(held: tuple[Store, Store]) -> None:
    project = filled(held[0], HERE, THERE)
    project.desk.judge(not_one())
    assert not list(project.desk.for_review())
    corrected = replace(HERE, published="2025-05-04", said=(replace(VISIT, place="Hamra"),))
    project.keep(extracted(corrected), "planted/0")
    project.desk.correct(report_of(HERE), report_of(corrected))
    ((made, reason),) = project.desk.for_review()
    assert made == not_one()
    assert reason.startswith("Aral Post 2025-05-02 was replaced by")
    project.desk.restore(report_of(HERE))
    assert not list(project.desk.for_review())


def test_a_judgement_on_words_that_are_not_there_comes_back_for_review(held: tuple[Store, Store]) -> None:
    project = filled(held[0], HERE)
    anchor = replace(words_anchor(report_of(HERE), "visited"), exact="attended")
    project.desk.judge(judgement("claim", "reject", [anchor], "A. Reader", WHEN))
    ((_, reason),) = project.desk.for_review()
    assert reason == "its words are not found in Aral Post 2025-05-02: 'attended'"
    assert sizes(project) == [1]
