"""What the fiction plants for accounts side by side is found in its hand-marked claims, and nothing else is."""

from typing import Any

import pytest

from reportedly.assess.accounts import side_by_side
from reportedly.assess.contradictions import Contradiction, agreements, contradictions
from reportedly.assess.denials import denials
from reportedly.linked import Account
from tests.assess.fiction import Told, at, by_ref, evidence, story

SLOTS = {"time": "when", "number of visitors": "visitors", "killed": "killed"}
"""The story's names of slots; any other is a statement that one makes and another negates."""


def told_elsewhere(event: str) -> list[Told]:
    """Where the story's contradictions of an event stand."""
    return [a for c in story()["contradictions"] if c["event"] == event for a in c["accounts"]]


def shown(event: str) -> tuple[Contradiction, ...]:
    return contradictions(evidence(event, *told_elsewhere(event)))


def refs(found: Contradiction) -> set[str]:
    return {found.a.report.ref, found.b.report.ref}


@pytest.mark.parametrize("planted", story()["contradictions"], ids=lambda c: f"{c['event']} {c['slot']}")
def test_a_planted_contradiction_is_shown(planted: Told) -> None:
    slot = SLOTS.get(planted["slot"], "polarity")
    found = [c for c in shown(planted["event"]) if c.slot == slot]
    if slot == "polarity":
        assert [refs(c) for c in found] == [{a["report"] for a in planted["accounts"]}]
    else:
        values = {value_of(c, side) for c in found for side in ("a", "b")}
        assert {a["value"] for a in planted["accounts"]} <= values


def value_of(found: Contradiction, side: str) -> Any:
    """A value as the story writes it."""
    account, text = (found.a, found.value_a) if side == "a" else (found.b, found.value_b)
    if found.slot == "when":
        return days(account)
    numbers = {"four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9, "eleven": 11}
    return next(number for word, number in numbers.items() if word in text.lower())


@pytest.mark.parametrize("event", [e["id"] for e in [*story()["events"], *story()["ties"]]])
def test_no_other_contradiction_is_shown(event: str) -> None:
    planted = {SLOTS.get(c["slot"], "polarity") for c in story()["contradictions"] if c["event"] == event}
    assert {c.slot for c in shown(event)} == planted


@pytest.mark.parametrize("planted", story()["agreements"], ids=lambda a: str(a["event"]))
def test_a_planted_agreement_is_shown(planted: Told) -> None:
    found = [{days(a.a), days(a.b)} for a in agreements(evidence(planted["event"])) if a.slot == "when"]
    first, second = planted["reports"]
    assert any(pair & given(planted["event"], first) and pair & given(planted["event"], second) for pair in found)


def days(account: Account) -> str | None:
    """The EDTF of the days that an account gives."""
    return account.claim.time.edtf if account.claim.time is not None else None


def given(event: str, ref: str) -> set[str | None]:
    """The days that a report gives of an event."""
    return {days(a) for a in evidence(event).accounts if a.report.ref == ref}


@pytest.mark.parametrize("event", sorted({d["of"] for d in story()["denials"]}))
def test_each_speaker_denies_once_however_often_it_is_told(event: str) -> None:
    planted = {(d["by"], d.get("slot", "event")) for d in story()["denials"] if d["of"] == event}
    assert {(d.speaker, d.slot) for d in denials(evidence(event))} == planted


@pytest.mark.parametrize("event", [e["id"] for e in [*story()["events"], *story()["ties"]]])
def test_nobody_is_made_to_deny_what_he_did_not(event: str) -> None:
    planted = {d["by"] for d in story()["denials"] if d["of"] == event}
    assert {d.speaker for d in denials(evidence(event, *told_elsewhere(event)))} == planted


def test_a_denial_keeps_when_it_was_spoken_and_when_it_was_first_published() -> None:
    (found,) = denials(evidence("visit-april"))
    assert (found.spoken, found.published) == ("2025-05-05", "2025-05-05")
    assert len({a.report.id for a in found.tellings}) == 3


def test_accounts_stand_in_the_order_of_publication_and_later_values_are_marked() -> None:
    days = side_by_side(evidence("visit-april")).slot("when").values
    assert [(v.normal, v.later) for v in days] == [
        ("2025-04-21/2025-04-30", False),
        ("2025-04-27", True),
        ("2025-04-29", True),
    ]
    published = [a.report.published or "" for a in days[0].accounts]
    assert published == sorted(published)


def test_every_account_that_the_story_names_is_marked_in_its_text() -> None:
    places = [p for e in [*story()["events"], *story()["ties"]] for p in e["told_by"]]
    assert all(list(at(p["report"], p["quote"])) for p in places)
    assert all(p["report"] in by_ref() for p in places)
