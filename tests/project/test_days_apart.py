"""Two like events at one place two days apart stay two, however many reports tell of them and in whatever order."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.project import Project
from reportedly.store import Filter, Store, create
from tests.conftest import empty
from tests.planting import QUICK
from tests.project.worlds import FACTS, KINDS, SOURCES, Draft, Said, extracted

SOME = settings(QUICK, max_examples=20)
ACTS = tuple(kind for kind in KINDS if kind != "leads")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return create(str(tmp_path_factory.mktemp("days") / "project.db"))


@st.composite
def told_twice(draw: st.DrawFn) -> tuple[Draft, ...]:
    """Reports of one fact on two days at least two apart, some of them both in one, and undated ones between."""
    fact = replace(draw(FACTS), kind=draw(st.sampled_from(ACTS)))
    days = (1, draw(st.integers(3, 4)))
    found = []
    for place in range(draw(st.integers(2, 7))):
        which = draw(st.lists(st.sampled_from((*days, None)), min_size=1, max_size=2, unique=True))
        source = draw(st.none() | st.sampled_from(sorted(SOURCES)))
        said = tuple(replace(fact, day=day, source=source) for day in which)
        found.append(Draft(f"Paper {place}", draw(st.sampled_from(("2025-05-04", "2025-05-05"))), said))
    return tuple(found)


@SOME
@given(told_twice(), st.randoms(use_true_random=False))
def test_two_days_apart_stay_two(held: Store, world: tuple[Draft, ...], random: Random) -> None:
    empty(held)
    project = Project(held)
    for draft in random.sample(world, len(world)):
        project.keep(extracted(draft), "planted/0")
    for listed in project.casebook.events(Filter(), "event"):
        days = {a.claim.time.edtf for a in listed.evidence.accounts if a.claim.time and a.claim.time.span}
        assert len(days) < 2, "one event holds accounts of days that lie two apart"


def test_two_visits_in_one_week_are_two_events(held: Store) -> None:
    empty(held)
    project = Project(held)
    visit = Said("visit", "Nilo Zorvel", day=1)
    for place, day in enumerate((1, 3, 1, 3)):
        project.keep(extracted(Draft(f"Paper {place}", "2025-05-05", (replace(visit, day=day),))), "planted/0")
    assert [listed.row.size for listed in project.casebook.events(Filter())] == [2, 2]
