import re
from dataclasses import replace

from reportedly.export.network import Network
from reportedly.export.network_dot import network_dot
from tests.networks import bond, drawn

NAME = r'"(?:[^"\\]|\\.)*"'
LINE = re.compile(rf"  {NAME} -> {NAME} \[label={NAME}[^\"]*.*\];")


def lines(found: Network) -> list[str]:
    return [line for line in network_dot(found).splitlines() if LINE.fullmatch(line)]


def test_a_tie_is_an_arrow_with_its_words_and_its_origins() -> None:
    (line,) = lines(drawn(bond("Zorvel", "League", "leader", origins=2)))
    assert line.startswith('  "Zorvel" -> "League" [label="is said to lead\\n2 origins", penwidth=1.5')
    assert "dir=none" not in line


def test_events_of_two_are_a_line_without_an_arrow() -> None:
    assert "dir=none" in lines(drawn(bond("Zorvel", "Sandor", events=2)))[0]


def test_what_is_only_denied_is_dashed_and_without_an_arrow_head() -> None:
    (line,) = lines(drawn(bond("Zorvel", "League", "leader", origins=0, denied_by=("Sandor",))))
    assert "style=dashed" in line and "arrowhead=tee" in line and "is said by Sandor not to lead" in line


def test_a_denial_stands_on_the_line_of_what_is_said() -> None:
    (line,) = lines(drawn(bond("Zorvel", "League", "leader", denied_by=("Sandor",))))
    assert "is said to lead\\n1 origin\\ndenied by Sandor" in line


def test_names_that_hold_marks_of_the_language_break_nothing() -> None:
    name = 'Zorvel" -> "x\\'
    found = drawn(bond("a", "b", "leader", denied_by=(name,)))
    hostile = replace(found, nodes=tuple(replace(node, name=name + "\n};") for node in found.nodes))
    text = network_dot(hostile)
    assert len(lines(hostile)) == 1
    assert text.count("\n}") == 1 and text.endswith("}\n")


def test_the_drawing_says_that_nothing_in_it_is_established() -> None:
    assert "none of them is established" in network_dot(drawn())
