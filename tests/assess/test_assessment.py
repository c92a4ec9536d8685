"""An assessment gathers what accounts amount to; its sentences say who says it, and what is not known is named."""

import re
from typing import Any

import pytest

from reportedly.assess.assessment import Assessment, assessment
from reportedly.assess.origins import denial_origins, origins
from reportedly.assess.wording import sentences
from reportedly.linked import Evidence
from tests.assess.fiction import evidence, story
from tests.assess.planting import held, told

CLAIMS_OF_TRUTH = re.compile(r"\b(?:true|truth|false|fact|proven|confirmed|really|certainly)\b")


def assessed(found: Evidence) -> Assessment:
    return assessment(found, origins(found), denial_origins(found))


@pytest.mark.parametrize("event", [e["id"] for e in [*story()["events"], *story()["ties"]]])
def test_no_sentence_says_that_a_claim_is_true(event: str) -> None:
    found = sentences(assessed(evidence(event)))
    assert found
    assert not [s for s in found if CLAIMS_OF_TRUTH.search(re.sub(r'"[^"]*"', "", s))]
    assert all(s[0].isupper() or s[0].isdigit() for s in found)
    assert all(s.endswith(".") for s in found)


def test_what_no_account_gives_is_named() -> None:
    found = assessed(held(told("A bomb went off.", "went off")))
    assert {"No account gives a day.", "No account gives a place.", "No account says how its source knows."} <= set(
        found.unclear
    )


def test_an_event_that_no_standing_report_tells_is_left_without_a_footing() -> None:
    found = assessed(held())
    assert (found.reports, found.footing, found.origins.count) == (0, None, 0)
    assert sentences(found)[0] == "No report that stands tells it."


def test_a_named_speaker_is_a_better_footing_than_an_unnamed_one() -> None:
    by: Any = ("named_person", "Omar Sandor", "Omar Sandor")
    named = told("A bomb went off, Omar Sandor said.", "went off", "B", source=by)
    by = ("unnamed_official", "an official", None)
    unnamed = told("A bomb went off, an official said.", "went off", "A", source=by)
    best = assessed(held(unnamed, named)).footing
    assert best is not None
    assert (best.kind, best.account) == ("named_person", named)


def test_a_grade_is_given_only_where_it_is_asked_for() -> None:
    found = held(told("A bomb went off.", "went off"))
    assert assessed(found).grade is None
    graded = assessment(found, origins(found), denial_origins(found), graded=True)
    assert graded.grade is not None
    *_, derived, suggested = sentences(graded)
    assert derived == graded.grade.derivation[-1]
    assert suggested == (
        "In the words of ICD 203 an analyst may start from: roughly even chance (45-55 %); nothing here adopts it."
    )
    assert not any("ICD 203" in each for each in sentences(assessed(found)))


def test_later_reports_are_marked() -> None:
    early = told("A bomb went off.", "went off", "A", "2025-06-12")
    late = told("A bomb exploded.", "exploded", "B", "2025-06-14")
    found = assessed(held(late, early))
    assert found.later == (late,)
    assert "1 report was published on a later day than the first." in sentences(found)


def test_an_account_read_with_little_confidence_is_named() -> None:
    found = assessed(held(told("A bomb went off.", "went off", confidence=0.1)))
    assert "1 account was read with too little confidence to be compared with the others." in found.unclear
