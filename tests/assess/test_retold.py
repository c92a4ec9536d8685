"""Accounts that print one sentence stand together, with the first report that has it."""

from dataclasses import replace

import pytest

from reportedly.assess.labels import title, when_told
from reportedly.assess.origins import origins
from reportedly.assess.origins_drawing import text_graph
from reportedly.assess.origins_folded import folded
from reportedly.assess.retold import retold
from reportedly.linked import Account, Evidence, Passage, ReportEdge
from reportedly.model import RoleName, Span
from tests.assess.planting import held
from tests.assess.planting import told as account
from tests.assess.told import copied_by, evidence, found, officials, people, told

TEXT = "Two officials said Nilo Zorvel burned the customs house."


def test_the_same_words_of_another_paper_are_a_copy_of_the_first() -> None:
    first = account(TEXT, "burned", "Aral Post", "2025-06-13")
    second = account(TEXT.replace("Two", "TWO"), "burned", "Daily Gull", "2025-06-14")
    (one,) = retold(held(second, first), (second, first))
    assert one.accounts == (first,)
    assert [(copy.accounts, copy.manner) for copy in one.copies] == [((second,), "verbatim")]


def test_an_edited_passage_is_a_copy_and_a_reworded_one_is_none() -> None:
    first = account(TEXT, "burned", "Aral Post", "2025-06-13")
    second = account("Nilo Zorvel burned the customs house, two men said.", "burned", "Daily Gull", "2025-06-14")
    sentences = (first.claim.sentence, second.claim.sentence)
    for manner, lines in (("edited", 1), ("paraphrased", 2)):
        edge = ReportEdge(first.report.id, second.report.id, "derived", 0.9, "r", (Passage(*sentences, manner),))  # type: ignore[arg-type]
        assert len(retold(held(first, second, edges=(edge,)), (first, second))) == lines


def test_of_two_papers_of_one_day_the_one_that_relies_on_no_other_stands_first() -> None:
    for wire, paper in (("A Wire", "B Post"), ("Z Wire", "B Post")):
        first, second = account(TEXT, "burned", wire), account(TEXT, "burned", paper)
        edge = ReportEdge(first.report.id, second.report.id, "copy", 0.9, "r")
        (one,) = retold(held(first, second, edges=(edge,)), (first, second))
        assert one.accounts[0].report.publisher == wire


def test_two_claims_of_one_sentence_are_one_line() -> None:
    first = account(TEXT, "burned")
    other = replace(first, claim=replace(first.claim, trigger=Span(0, 3)))
    (one,) = retold(held(first, other), (first, other))
    assert len(one.accounts) == 2


def test_the_accounts_of_a_report_are_one_node_and_nothing_else_changes() -> None:
    text = "They met and signed, a guard said."
    meeting = told("Ebb", text, people("a guard"))
    signing = replace(meeting.accounts[0], claim=replace(meeting.accounts[0].claim, trigger=Span(9, 15)))
    both = replace(meeting, accounts=(meeting.accounts[0], signing))
    copy = copied_by("Tide", meeting)
    graph = found(both, copy)
    shown = folded(graph, {a.claim.id: a.report.id for each in (both, copy) for a in each.accounts})
    assert (shown.count, shown.roots, shown.discounts) == (graph.count, graph.roots, graph.discounts)
    assert len(shown.reaches) == 2
    assert sum(line.lstrip().startswith("<- Ebb of") for line in text_graph(shown)) == 1
    assert {root for ends in shown.reaches.values() for root in ends} == {root.key for root in shown.roots}


def test_every_node_that_is_drawn_still_leads_to_what_its_accounts_lead_to() -> None:
    wire = told("Reach Wire", "Two officials said a delegation came.", officials("Two officials"))
    papers = [copied_by(name, wire) for name in ("Ebb", "Tide", "Surge")]
    graph = found(wire, *papers)
    same = folded(graph, {})
    assert dict(same.reaches) == dict(graph.reaches)
    assert {(s.start, s.end) for s in same.steps} == {(s.start, s.end) for s in graph.steps}


def test_a_title_has_neither_day_nor_number_and_says_what_nobody_tells_as_having_happened() -> None:
    roles: tuple[tuple[RoleName, str, str | None], ...] = (("actor", "Nilo Zorvel", "Nilo Zorvel"),)
    text = "Nilo Zorvel visited Velmouth on Monday."
    one = account(
        text, "visited", act="CONSULT", mode="visit", roles=roles, place="Velmouth", time=("Monday", "2025-06-09")
    )
    assert title(held(one)) == "visit: Nilo Zorvel, Velmouth"
    assert when_told(held(one)) == "2025-06-09"
    assert title(held(replace(one, part="denial"))) == "denied: visit: Nilo Zorvel, Velmouth"
    assert title(held(replace(one, part="other"))) == "planned or possible: visit: Nilo Zorvel, Velmouth"
    gone = replace(held(one), accounts=(), gone=(one,))
    assert title(gone) == "withdrawn: visit: Nilo Zorvel, Velmouth"


def test_nothing_held_has_a_title_and_no_day() -> None:
    nothing = Evidence("e", "event", ())
    assert (title(nothing), when_told(nothing)) == ("nothing", None)
    assert origins(nothing).count == 0
    assert retold(evidence(told("Ebb", "Men came.")), ()) == ()


@pytest.mark.parametrize(
    ("edited", "differs"),
    [
        ("Nine men burned the customs house on 9 June, an official said.", ("number",)),
        ("Six men burned the customs house on 10 June, an official said.", ("day",)),
        ("Six men from Oster burned the customs house on 9 June, an official said.", ("name",)),
        ("Six men burned the customs house on 9 June, two guards said.", ("source",)),
        ("On 9 June the customs house was burned by six men, an official said.", ()),
    ],
)
def test_an_edit_of_number_day_name_or_source_is_no_mere_edit(edited: str, differs: tuple[str, ...]) -> None:
    first = sourced("Six men burned the customs house on 9 June, an official said.", "Aral Post", "2025-06-13")
    second = sourced(edited, "Daily Gull", "2025-06-14")
    passage = Passage(first.claim.sentence, second.claim.sentence, "edited")
    edge = ReportEdge(first.report.id, second.report.id, "derived", 0.9, "r", (passage,))
    (one,) = retold(held(first, second, edges=(edge,)), (first, second))
    (copy,) = one.copies
    assert (copy.manner, copy.differs) == ("edited", differs)


def sourced(text: str, outlet: str, day: str) -> Account:
    words = next(each for each in ("an official", "two guards") if each in text)
    return account(text, "burned", outlet, day, source=("unnamed_person", words, None))
