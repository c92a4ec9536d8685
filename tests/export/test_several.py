"""Events that more than one report tells stand in a briefing with their origins, and every sentence has its notes."""

import re

import pytest

from reportedly.assess.assessment import assessment
from reportedly.assess.origins import denial_origins, origins
from reportedly.export import briefing
from reportedly.export.several import Assessed
from reportedly.linked import Account, Evidence
from tests.assess.planting import held, told

FIRE = "Nilo Zorvel burned the customs house on Friday, two officials said."
AGAIN = "Nilo Zorvel burned the customs house on Saturday, a <b>guard</b> said."
DENIAL = "Nilo Zorvel has not burned anything, his lawyer said."


def fire(
    sentence: str, outlet: str, source: str, when: tuple[str, str] | None = None, negative: bool = False
) -> Account:
    return told(
        sentence, "burned", outlet, roles=(("actor", "Nilo Zorvel", "Nilo Zorvel"),), negative=negative, time=when,
        source=("unnamed_person", source, None),
    )  # fmt: skip


def accounts() -> tuple[Account, ...]:
    return (
        fire(FIRE, "Aral Post", "two officials", ("Friday", "2025-06-06")),
        fire(AGAIN, "Daily *Gull*", "guard", ("Saturday", "2025-06-07")),
        fire(DENIAL, "Kumrak Courier", "his lawyer", negative=True),
    )


def assessed(evidence: Evidence) -> Assessed:
    return evidence, assessment(evidence, origins(evidence), denial_origins(evidence))


def page(form: str, *some: Account) -> str:
    items = [(each.claim, each.report) for each in some]
    return briefing(items, title="T", form=form, assessed=[assessed(held(*some))])


def test_an_event_of_two_reports_has_its_origins_contradiction_and_denial_each_with_notes() -> None:
    text = page("markdown", *accounts())
    section = text.partition("## Events told by more than one report")[2].partition("## Who says so")[0]
    lines = [line for line in section.splitlines() if line.lstrip().startswith("- ")]
    assert "goes back to 2 origins" in lines[0]
    assert any("contradict each other in the time" in line for line in lines)
    assert any("lawyer denied having done it" in line for line in lines)
    assert all(re.search(r"\[\^\d+\]$", line) for line in lines)


def test_an_event_that_one_report_tells_makes_no_section() -> None:
    for form in ("html", "markdown"):
        assert "told by more than one report" not in page(form, accounts()[0], accounts()[2])


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_section_says_that_it_is_told_and_not_that_it_is_so(form: str) -> None:
    text = page(form, *accounts())
    assert "by what they say it goes back to" in text
    assert not re.search(r"\b(independent|corroborat\w+|confirmed by|proven)\b", text, re.I)


def test_nothing_of_a_report_is_markup_in_the_section() -> None:
    assert "<b>guard" not in page("html", *accounts())
    assert "*Gull*" not in page("markdown", *accounts()).replace("\\*", "")
