"""The graph with one node for each report: the words beside a step are those of the sentence that it starts from."""

from reportedly.assess.origins import dot, text_graph
from reportedly.assess.origins_folded import folded
from reportedly.assess.origins_graph import Origins
from tests.assess.told import Told, copied_by, found, nobody, outlet, people, person, told

TEXT = (
    "Police held a man. Seven people died, Dr Iva Sahl said. “I saw smoke,” a cook said. It burned, Dr Iva Sahl said."
)


def line(sentence: str, *sources: object) -> Told:
    """One sentence of the report as a telling."""
    return told("Ebb", TEXT, *sources, sentence=sentence)  # type: ignore[arg-type]


HELD = line("Police held a man.")
DEAD = line("Seven people died, Dr Iva Sahl said.", person("Dr Iva Sahl"))
SMOKE = line("“I saw smoke,” a cook said.", people("a cook"))
BURNED = line("It burned, Dr Iva Sahl said.", person("Dr Iva Sahl"))


def drawn(*tellings: Told) -> Origins:
    """The folded graph of what is told."""
    return folded(found(*tellings), {a.claim.id: a.report.id for each in tellings for a in each.accounts})


def test_a_node_shows_the_sentence_that_names_the_source_and_not_the_first_of_its_report() -> None:
    graph = drawn(HELD.also(DEAD))
    root, node = text_graph(graph)[:2]
    assert root == "statement of Dr Iva Sahl"
    short = DEAD.accounts[0].claim.id[:8]
    assert node == (
        f"  <- Ebb of 2025-05-02: “Seven people died, Dr Iva Sahl said.” [{short}] (Dr Iva Sahl is named as the source)"
    )
    assert "Police held" not in dot(graph)


def test_where_several_sentences_lead_out_each_stands_with_its_step() -> None:
    graph = drawn(HELD.also(DEAD, SMOKE, BURNED))
    lines = text_graph(graph)
    doctor, cook = (each.partition("] ")[2] for each in lines if "<- Ebb of 2025-05-02 [" in each)
    assert doctor == "(“Seven people died, Dr Iva Sahl said.” and 1 more: Dr Iva Sahl is named as the source)"
    assert cook == "(““I saw smoke,” a cook said.”: said by a cook)"
    assert "Seven people died" in dot(graph)
    assert "Police held" not in dot(graph)


def test_a_copied_passage_stands_with_its_step_alone() -> None:
    copy = copied_by("Tide", DEAD)
    lines = text_graph(drawn(DEAD, copy))
    assert [each.count("Seven people died") for each in lines] == [0, 1, 1]


def test_a_report_that_nothing_leads_out_of_keeps_its_name() -> None:
    graph = drawn(
        told("Ebb", "Men reportedly came.", nobody()), told("Tide", "So it was, the Ebb said.", outlet("the Ebb"))
    )
    assert all(graph.label_of(claim).endswith("]") for claim in graph.reaches)
