"""What a person rejected is in no answer; what a person corrected is in all of them, with who corrected it."""

from dataclasses import replace

import pytest

from reportedly.linked import Judgement
from reportedly.model import Claim
from reportedly.project import Project, claim_filter
from reportedly.project.desk import claim_anchor, judgement
from reportedly.store import Store
from tests.conftest import empty
from tests.project.worlds import Draft, Said, extracted, report_of

VISIT = Said("visit", "Nilo Zorvel", day=1, source="Talha Quist")
ARREST = Said("arrest", "Nilo Zorvel", place="Hamra", day=9)
VAGUE = Said("meeting", "Omar Zorvel", place="Hamra")
HERE = Draft("Aral Post", "2025-05-12", (VISIT, ARREST))
THERE = Draft("Daily Gull", "2025-05-13", (VAGUE,))
WHEN = "2025-06-01T09:00:00Z"


@pytest.fixture
def project(store: Store) -> Project:
    empty(store)
    found = Project(store)
    for draft in (HERE, THERE):
        found.keep(extracted(draft), "planted/0")
    return found


def claim_of(draft: Draft, place: int = 0) -> Claim:
    return extracted(draft).claims[place]


def on(draft: Draft, verdict: str, field: str | None = None, value: str | None = None, place: int = 0) -> Judgement:
    anchor = claim_anchor(claim_of(draft, place), report_of(draft))
    return judgement("claim", verdict, [anchor], "A. Reader", WHEN, field=field, value=value)  # type: ignore[arg-type]


def asked(project: Project, **sides: str) -> list[Claim]:
    return [claim for claim, _ in project.claims(claim_filter(every=False, **sides))]


def told(project: Project, **sides: str) -> list[str]:
    """The types of the events that a filter lets through."""
    return sorted(str(each.row.type) for each in project.casebook.events(claim_filter(every=True, **sides), "event"))


def test_a_rejected_claim_is_in_no_list_and_no_dossier(project: Project) -> None:
    project.desk.judge(on(HERE, "reject"))
    gone = claim_of(HERE)
    assert gone not in asked(project) and len(asked(project)) == 2
    assert gone not in [claim for claim, _ in project.claims(claim_filter(), "time")]
    assert gone not in [claim for claim, _ in project.who("Nilo Zorvel").claims]
    assert asked(project, type="CONSULT") == asked(project, type="CONSULT", entity="Omar") == [claim_of(THERE)]
    assert project.claim(gone.id[:12])[0] == gone


def test_a_rejected_claim_comes_back_when_that_is_undone(project: Project) -> None:
    made = on(HERE, "reject")
    project.desk.judge(made)
    project.desk.undo(made.id, "A. Reader", "2025-06-02T09:00:00Z")
    assert claim_of(HERE) in asked(project)


def test_a_corrected_claim_is_found_by_what_it_is_now(project: Project) -> None:
    project.desk.judge(on(HERE, "correct", "type", "COERCE"))
    assert [claim.type for claim in asked(project, type="COERCE")] == ["COERCE", "COERCE"]
    assert asked(project, type="CONSULT") == [claim_of(THERE)]
    assert told(project, type="COERCE") == ["COERCE", "COERCE"] and told(project, type="CONSULT") == ["CONSULT"]


def test_a_corrected_place_has_no_coordinates_of_the_old_one(project: Project) -> None:
    project.desk.judge(on(HERE, "correct", "place", "Quay of Lom", place=1))
    (found,) = asked(project, place="Lom")
    assert found.place is not None and (found.place.geonames, found.place.lat, found.place.country) == (None,) * 3
    assert asked(project, place="Hamra") == [claim_of(THERE)]


def test_a_time_that_the_text_does_not_give_can_be_set(project: Project) -> None:
    project.desk.judge(on(THERE, "correct", "time", "2025-05-03"))
    (found,) = asked(project, since="2025-05-02", until="2025-05-04")
    assert found.time is not None and found.time.edtf == "2025-05-03" and found.roles == claim_of(THERE).roles
    in_time = [claim for claim, _ in project.claims(claim_filter(), "time")]
    assert [claim.trigger.start for claim in in_time] == [
        claim_of(HERE).trigger.start, found.trigger.start, claim_of(HERE, 1).trigger.start
    ]  # fmt: skip
    (listed,) = project.casebook.events(claim_filter(every=True, until="2025-05-04", entity="Omar Zorvel"))
    assert listed.row.is_dated and listed.row.earliest == "2025-05-03"


def test_who_corrected_a_claim_stands_with_it(project: Project) -> None:
    project.desk.judge(on(HERE, "correct", "polarity", "negative"))
    (found,) = asked(project, polarity="negative")
    assert found.extractor.endswith("; polarity corrected by A. Reader")
    assert not [claim for claim in asked(project) if "corrected" in claim.extractor and claim != found]


def test_a_corrected_claim_and_its_event_are_found_by_both_ids(project: Project) -> None:
    project.desk.judge(on(HERE, "correct", "polarity", "negative"))
    (found,) = asked(project, polarity="negative")
    assert project.claim(found.id[:10])[0] == project.claim(claim_of(HERE).id[:10])[0] == found
    (event_id,) = project.casebook.events_of(found)
    assert project.casebook.event_id(found.id) == project.casebook.event_id(claim_of(HERE).id) == event_id
    assert [each.claim for each in project.casebook.evidence(event_id).accounts] == [found]


def test_another_type_leaves_no_mode_of_the_old_one(project: Project) -> None:
    project.desk.judge(on(HERE, "correct", "type", "COERCE"))
    project.desk.judge(replace(on(HERE, "correct", "mode", "arrest"), made="2025-06-01T09:00:01Z"))
    assert {claim.mode for claim in asked(project, type="COERCE")} == {"arrest", claim_of(HERE, 1).mode}
