import re
from dataclasses import replace

from reportedly.assess.origins import dot, text_graph
from reportedly.model import Span
from tests.assess.told import copied_by, found, officials, outlet, people, told

WIRE = told('Reach "Wire"', "Two officials said \\a delegation\ncame.", officials("Two officials"))
CITING = told("Ebb", "Men came, the Herald said.", outlet("the Herald"))


def test_dot_names_every_root_account_and_step() -> None:
    graph = found(WIRE, copied_by("Daily Gull", WIRE), CITING)
    drawn = dot(graph)
    assert drawn.startswith("digraph origins {\n")
    assert drawn.count(" -> ") == len(graph.steps) + len(graph.discounts)
    assert all(root.key in drawn.replace('\\"', '"') for root in graph.roots)


def test_dot_escapes_what_would_end_a_string() -> None:
    drawn = dot(found(WIRE))
    assert 'Reach \\"Wire\\"' in drawn
    assert "\\\\a delegation came." in drawn
    assert re.sub(r'"(?:[^"\\]|\\.)*"', "", drawn).count('"') == 0


def test_the_text_shows_below_each_root_what_rests_on_it_with_the_reason() -> None:
    lines = text_graph(found(WIRE, copied_by("Daily Gull", WIRE)))
    assert lines[0] == 'two officials to Reach "Wire"'
    assert lines[1].startswith('  <- Reach "Wire" of 2025-05-02: “Two officials said')
    assert lines[1].endswith("(said by two officials)")
    assert lines[2].startswith("    <- Daily Gull of 2025-05-02")


def test_the_text_says_what_was_withdrawn_and_what_is_not_clear() -> None:
    lines = text_graph(found(WIRE.withdrawn("2025-05-03"), copied_by("Daily Gull", WIRE), CITING))
    assert 'Reach "Wire"\'s report of 2025-05-02 (withdrawn on 2025-05-03) [counts for nothing]' in lines
    assert lines[-1] == "not clear: the Herald's report (not held): what it rests on is not known."


def test_an_account_that_leads_to_two_roots_stands_below_both() -> None:
    pair = told("Ebb", "An official and a guard said men came.", officials("An official", "a guard"))
    follower = copied_by("Tide", pair)
    lines = text_graph(found(pair, follower))
    assert sum("Tide of" in line for line in lines) == 1
    assert sum("(see above)" in line for line in lines) == 1


def test_a_long_chain_is_not_indented_without_end() -> None:
    first = told("Paper 0", "Men came.")
    chain = [told(f"Paper {n}", f"Men came, Paper {n - 1} said.", outlet(f"Paper {n - 1}")) for n in range(1, 40)]
    assert max(len(line) - len(line.lstrip()) for line in text_graph(found(first, *chain))) == 24


def test_two_accounts_of_one_sentence_are_drawn_as_one() -> None:
    text = "They met and signed, a guard said."
    meeting = told("Ebb", text, people("a guard"))
    signing = replace(meeting.accounts[0], claim=replace(meeting.accounts[0].claim, trigger=Span(9, 15)))
    both = found(replace(meeting, accounts=(meeting.accounts[0], signing)))
    assert len(both.reaches) == 2
    assert len(text_graph(both)) == 2
    assert dot(both).count(" -> ") == 1
