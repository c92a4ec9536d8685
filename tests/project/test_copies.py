"""A copy, an edited copy or a later version of a report raises no count of origins and no grade.

The reports here are long enough to be known for what they are by their words alone.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.project import Project
from reportedly.store import Filter, Store, create
from tests.conftest import empty
from tests.planting import QUICK
from tests.project.worlds import Draft, Said, drafts, extracted, telling

SOME = settings(QUICK, max_examples=12)
NEW_WORDS = "Correspondents in the capital contributed to this report."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return create(str(tmp_path_factory.mktemp("copies") / "project.db"))


def filled(store: Store, world: tuple[Draft, ...]) -> Project:
    """A project with these reports."""
    empty(store)
    project = Project(store)
    for draft in world:
        project.keep(extracted(draft), "planted/0")
    return project


def weights(project: Project) -> dict[str, tuple[str, int, int]]:
    """For each account the event it is in, with its number of origins and its grade of credibility (1 is the best)."""
    found: dict[str, tuple[str, int, int]] = {}
    for listed in project.casebook.events(Filter()):
        whole = project.casebook.assessment(listed.evidence, graded=True)
        assert whole.grade is not None
        for account in listed.evidence.accounts:
            if account.part == "account":
                found[account.claim.id] = (listed.row.id, whole.origins.count, whole.grade.number)
    return found


def copied(first: Draft) -> Draft:
    """Every word in another outlet, a day later."""
    return replace(first, publisher="Hamra Echo", published="2025-05-06", url=None)


def edited(first: Draft) -> Draft:
    """The same with a line before it."""
    return replace(copied(first), lead=NEW_WORDS)


def version(first: Draft) -> Draft:
    """The same at the same address, a day later, with a line before it."""
    return replace(first, published="2025-05-06", lead=NEW_WORDS)


@pytest.mark.parametrize("again", [copied, edited, version])
@SOME
@given(world=drafts(4), said=st.data())
def test_what_is_told_again_in_the_same_words_counts_once(
    held: Store, again: Callable[[Draft], Draft], world: tuple[Draft, ...], said: st.DataObject
) -> None:
    some = said.draw(st.lists(telling(world[0].said), min_size=1, max_size=3))
    told = tuple(replace(each, denied=False) for each in some)
    first = Draft("Reach Wire", "2025-05-05", told, filler=0, url="https://aral.example/first")
    project = filled(held, (*world, first))
    before = weights(project)
    more = extracted(again(first))
    project.keep(more, "planted/0")
    after = weights(project)
    for event_id in {each[0] for each in after.values()}:
        parts = {before[claim_id] for claim_id, each in after.items() if each[0] == event_id and claim_id in before}
        assert parts, "what is told again makes no event of its own"
        _, count, grade = next(each for each in after.values() if each[0] == event_id)
        assert count <= sum(each[1] for each in parts)
        assert grade >= min(each[2] for each in parts) or len(parts) > 1


def test_a_copy_is_found_after_years_and_a_line_in_common_makes_none(held: Store) -> None:
    first = Draft("Aral Post", "2025-05-05", (Said("visit", "Nilo Zorvel", day=4),), filler=0)
    late = replace(first, publisher="Hamra Echo", published="2029-11-20")
    other = Draft("Hamra Echo", "2029-12-21", (Said("arrest", "Mira Sandor", day=4),), filler=1, lead=NEW_WORDS)
    alike = Draft("Aral Post", "2025-05-06", (Said("leads", "Omar Zorvel"),), lead=NEW_WORDS)
    project = filled(held, (first, late, other, alike))
    project.casebook.link()
    numbers = [int(extracted(each).report.id[:15], 16) for each in (first, late, other, alike)]
    with project.store.linked() as opened:
        assert {edge[:2] for edge in opened.report_edges(numbers)} == {(numbers[0], numbers[1])}
