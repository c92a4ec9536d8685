"""Copies, derived reports, shared quotations and independent reports are told apart, with reasons."""

from functools import cache
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.link.copies import Reuse, compare, compared, measured, taken_over
from reportedly.link.wording import Wording, wording
from reportedly.model import Report
from reportedly.read import reports
from tests.link.wire import DERIVED, EDITED, OTHER, QUOTING, STORY, story, told

PORT_ARAL = Path(__file__).parent.parent.parent / "examples" / "port-aral"


def test_a_verbatim_copy_is_a_copy() -> None:
    found = compare(story(), told(STORY, "Aral Post", "2025-06-03"))
    assert (found.label, found.score) == ("copy", 1.0)
    assert {passage.manner for passage in found.passages} == {"verbatim"}
    assert found.added_a == found.added_b == ()


def test_the_first_half_of_a_story_is_a_copy() -> None:
    assert compare(story(), told(STORY[:400], "Aral Post")).label == "copy"


def test_a_lightly_edited_copy_is_a_copy() -> None:
    found = compare(story(), told(EDITED, "Kumrak Courier", "2025-06-04"))
    assert found.label == "copy"
    assert "edited" in {passage.manner for passage in found.passages}


def test_three_sentences_in_a_longer_report_make_it_derived() -> None:
    found = compare(story(), told(DERIVED, "Teshik Herald", "2025-06-04"))
    assert found.label == "derived"
    taken = [passage.b.of(DERIVED) for passage in found.passages]
    assert any("four trawlers" in each for each in taken)
    assert any("insurers' club" in span.of(DERIVED) for span in found.added_b)


def test_a_speakers_words_alone_are_a_quotation_and_no_copy() -> None:
    found = compare(story(), told(QUOTING, "Norvane Today", "2025-06-05"))
    assert found.label == "quote_only"
    assert found.score < 0.5
    assert "quoted words stand in both" in found.reason


def test_a_quotation_without_its_marks_stays_a_quotation() -> None:
    bare = QUOTING.replace('"', "")
    assert compare(story(), told(bare, "Norvane Today", "2025-06-05")).label == "quote_only"


def test_one_sentence_on_an_event_is_taken_over_only_with_its_words_or_a_credit() -> None:
    officer = "Clerk Ada Rusk met Ivo Tarn in Holm on 9 March, a senior customs officer told the Teshik Ebb."
    full = told(officer, "Teshik Ebb")
    short = "The clerk Ada Rusk met Ivo Tarn in Holm before the flood, a neighbour said on Wednesday."
    assert compare(full, told(short, "Evening Tide")).label == "independent"
    assert compare(full, told(short.replace("a neighbour", "the Teshik Ebb"), "Evening Tide")).label == "copy"
    same = officer.replace("the Teshik Ebb", "a neighbour")
    assert compare(full, told(same, "Evening Tide")).label == "copy"


def test_reports_on_other_matters_are_independent() -> None:
    found = compare(story(), told(OTHER, "Aral Gull"))
    assert found.label == "independent"
    assert found.score < 0.1


def test_a_denial_is_no_form_of_what_it_denies() -> None:
    claim = "Harbour police arrested mate Odile Marsh over a fire on the ferry, an officer said."
    denial = "Odile Marsh denied on Tuesday that harbour police had arrested her over that ferry fire."
    assert not compare(told(claim, "Aral Post"), told(denial, "Aral Gull")).passages
    assert compare(told(claim, "Aral Post"), told(denial.replace("denied", "heard"), "Aral Gull")).passages


def test_headlines_alike_and_short_remarks_are_no_sentences_taken_over() -> None:
    found = measured(
        wording(told("Ferry burns off Holm\nFour trawlers came to help her. She was 75.\n" + OTHER, "Aral Post")),
        wording(told("Ferry burns off Holm\nNobody had heard of the mate until Monday. She was 75.\n", "Aral Gull")),
    )
    assert (found["sentences"], found["lead"]) == (0.0, 1.0)


def test_page_furniture_in_common_is_no_copying() -> None:
    page = (
        "\n\nSign up for our newsletter and get the best of the Gull in your inbox every morning.\n\n"
        "All rights reserved. This material may not be published, broadcast, rewritten or redistributed.\n"
    )
    a, b = told(OTHER + page, "Aral Gull", "2025-06-03"), told(QUOTING + page, "Aral Gull", "2025-06-09")
    assert compare(a, b).label == "independent"
    assert not compare(a, b).passages


def test_stock_background_of_one_outlet_on_different_days_is_no_copying() -> None:
    stock = (
        " The strait has been closed to tankers since March 2019, when the war between the Reach and Norvane began."
        " More than 4,000 people have been killed since then."
    )
    a, b = told(OTHER + stock, "Aral Gull", "2025-06-03"), told(QUOTING + stock, "Aral Gull", "2025-07-09")
    assert compare(a, b).label == "independent"


def test_the_reason_counts_the_sentences() -> None:
    found = compare(story(), told(EDITED, "Kumrak Courier"))
    assert found.reason.startswith("4 of 4 sentences of Kumrak Courier stand in Reach Wire Agency, ")
    assert found.reason.endswith("Reach Wire Agency adds 3 of its 7")


def test_a_report_without_publisher_goes_by_its_ref() -> None:
    assert "told.txt" in compare(story(), told(OTHER)).reason


def turned(found: Reuse) -> tuple[Any, ...]:
    passages = {(p.b, p.a, p.manner, p.quoted) for p in found.passages}
    return found.label, found.score, passages, found.added_b, found.added_a, found.reason


def straight(found: Reuse) -> tuple[Any, ...]:
    passages = {(p.a, p.b, p.manner, p.quoted) for p in found.passages}
    return found.label, found.score, passages, found.added_a, found.added_b, found.reason


PIECES = [
    *STORY.split("\n\n"),
    *DERIVED.split("\n\n"),
    *OTHER.split("\n\n"),
    '"',
    "“",
    "'",
    "\n",
    " ",
    ".",
    "İ",
    "😀",
    "a",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("\n\n".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_either_order_gives_the_same_and_every_span_quotes_its_text(a: str, b: str) -> None:
    one, other = told(a, "Aral Post", "2025-06-03"), told(b, "Aral Gull", "2025-06-03")
    found = compare(one, other)
    assert 0.0 <= found.score <= 1.0
    assert straight(found) == turned(compare(other, one))
    for passage in found.passages:
        assert passage.a.of(a).strip() == passage.a.of(a) != ""
        assert passage.b.of(b).strip() == passage.b.of(b) != ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_what_is_ruled_out_before_sentences_are_paired_is_nothing_taken_over(a: str, b: str) -> None:
    one, other = wording(told(a, "Aral Post", "2025-06-03")), wording(told(b, "Aral Gull", "2025-06-05"))
    assert (taken_over(one, other) is not None) == (compared(one, other).label in ("copy", "derived"))


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_text_with_itself_is_a_copy(text: str) -> None:
    found = compare(told(text, "Aral Post"), told(text, "Aral Gull"))
    assert found.label == ("copy" if wording(told(text)).words else "independent")


HOSTILE = {
    "nothing": "",
    "blank": " \n\n ",
    "marks": "\"'“”‘’" * 5_000,
    "one word": "word " * 200_000,
    "one word a line": "word\n" * 200_000,
    "spaces": " " * 1_000_000,
    "new lines": "\n" * 1_000_000,
    "no space": "x" * 1_000_000,
    "apostrophes": "a'a " * 100_000,
    "quoted words": "'a b c d' " * 30_000,
    "capitals": "Aral Post " * 60_000,
    "same sentence": "Four trawlers towed the burning ferry to a sandbank. " * 20_000,
    "two words": "a b " * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(name: str) -> None:
    begun = perf_counter()
    for other in (STORY, HOSTILE[name], HOSTILE[name][: len(HOSTILE[name]) // 2] + STORY):
        found = compare(told(HOSTILE[name]), told(other))
        assert 0.0 <= found.score <= 1.0
    assert perf_counter() - begun < 60


@cache
def port_aral() -> dict[str, Wording]:
    found = reports([str(PORT_ARAL / "reports")])
    return {each.ref: wording(each) for each in found if isinstance(each, Report)}


def planted() -> list[set[str]]:
    gold = yaml.safe_load((PORT_ARAL / "gold" / "story.yaml").read_text("utf-8"))
    groups = [{each["of"], *(by["report"] for by in each["by"])} for each in gold["copies"]]
    return [*groups, *({each["report"], each["replaces"]} for each in gold["corrections"] if "replaces" in each)]


def test_of_the_example_reports_exactly_the_planted_copies_are_found() -> None:
    found = {
        frozenset((a, b))
        for a, b in combinations(sorted(port_aral()), 2)
        if compared(port_aral()[a], port_aral()[b]).label in ("copy", "derived")
    }
    assert found == {frozenset(pair) for group in planted() for pair in combinations(sorted(group), 2)}
    for a, b in combinations(port_aral(), 2):
        assert (taken_over(port_aral()[a], port_aral()[b]) is not None) == (frozenset((a, b)) in found)
