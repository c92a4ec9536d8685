"""The origins of every event and tie that the fiction plants, from its hand-marked claims, copies and citations."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from reportedly.assess.origins import denial_origins, origins
from reportedly.linked import Citation, Evidence, Outlet, Standing
from reportedly.model import Span
from tests.assess.fiction import by_ref, evidence, story

PLANTED = [*story()["events"], *story()["ties"]]
SHORT = {"Reach Wire Agency": "RWA", "Aral Gull": "Gull"}


def citations() -> tuple[Citation, ...]:
    """The planted citations, each where the outlet's name stands."""
    return tuple(citation(each) for each in story()["citations"])


def citation(planted: dict[str, Any]) -> Citation:
    """One planted citation."""
    report = by_ref()[planted["report"]]
    printed = planted["cites"] if planted["cites"] in planted["quote"] else SHORT[planted["cites"]]
    at = report.text.index(planted["quote"]) + planted["quote"].index(printed)
    return Citation(report.id, printed, Span(at, at + len(printed)), planted["cites"])


def standing(day: str) -> dict[str, Standing]:
    """What had been withdrawn or corrected by a day."""
    found = [
        Standing(by_ref()[each["replaces"]].id, "corrected", each["published"], by_ref()[each["report"]].id)
        for each in story()["corrections"]
    ]
    found += [
        Standing(by_ref()[each["withdraws"]].id, "canceled", each["published"]) for each in story()["withdrawals"]
    ]
    return {each.report_id: each for each in found if (each.since or "") <= day}


def as_of(event: str, day: str = "2026-12-31") -> Evidence:
    """All that was held on an event on a day."""
    whole, lost = evidence(event), standing(day)
    known = [each for each in whole.accounts if (each.report.published or "")[:10] <= day]
    return replace(
        whole,
        accounts=tuple(each for each in known if each.report.id not in lost),
        gone=tuple(each for each in known if each.report.id in lost),
        citations=citations(),
        outlets=MappingProxyType(
            {name: Outlet(name, each["owner"]) for each in story()["owners"] for name in each["owns"]}
        ),
        standing=MappingProxyType(lost),
    )


@pytest.mark.parametrize("planted", PLANTED, ids=lambda each: each["id"])
def test_a_planted_event_has_as_many_origins_as_the_story_says(planted: dict[str, Any]) -> None:
    least, most = planted["origins"] if isinstance(planted["origins"], list) else [planted["origins"]] * 2
    assert least <= origins(as_of(planted["id"])).count <= most


@pytest.mark.parametrize("planted", [e for e in PLANTED if "discounts" in e], ids=lambda each: each["id"])
def test_a_planted_discount_is_shown_with_its_reason(planted: dict[str, Any]) -> None:
    reasons = [each.reason for each in origins(as_of(planted["id"])).discounts]
    assert reasons == [each["why"] for each in planted["discounts"]]


@pytest.mark.parametrize("planted", story()["as_of"], ids=lambda each: f"{each['event']} {each['day']}")
def test_on_each_day_there_are_as_many_origins_as_the_story_says(planted: dict[str, Any]) -> None:
    assert origins(as_of(planted["event"], planted["day"])).count == planted["origins"]


def test_denials_lead_to_those_who_deny() -> None:
    labels = {root.label for root in denial_origins(as_of("arrest-davo-marrun")).roots}
    assert labels == {"statement of Davo Marrun", "statement of Adem Wray"}
