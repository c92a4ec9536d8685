"""Which of two reports came first: by days, by credits, by the clock; and that it is said where nothing tells."""

from reportedly.link.report_links import directed, relies
from reportedly.link.wording import wording
from reportedly.linked import UNDIRECTED, ReportEdge
from reportedly.model import Report

STORY = (
    "A fire at the Sorrel depot outside Bracken killed twelve workers on Monday night, the fire chief said. "
    "The depot's owner had been told twice to mend the pumps, and the road was closed until noon."
)


def edge(one: Report, other: Report) -> ReportEdge:
    found = relies(wording(one), wording(other))
    assert found is not None
    assert relies(wording(other), wording(one)) == found
    return found


def wire(published: str = "2025-03-11") -> Report:
    return Report(f"BRACKEN, 11 March (Bellward) - {STORY}", "wire.txt", "Bellward Wire", published=published)


def mirror(text: str = STORY, published: str = "2025-03-11") -> Report:
    return Report(text, "mirror.txt", "Bracken Mirror", published=published)


def test_of_two_reports_of_one_day_the_one_whose_dateline_names_the_other_in_short_is_the_copy() -> None:
    copy = mirror(f"BRACKEN (Bellward) - {STORY}")
    found = edge(copy, wire())
    assert (found.earlier, found.later) == (wire().id, copy.id)
    assert found.is_directed


def test_an_outlet_with_a_name_of_one_word_is_credited_by_it() -> None:
    copy = mirror(f"{STORY} The Raven reported it first.")
    raven = Report(STORY + " No one was held.", "raven.txt", "Raven", published="2025-03-11")
    assert edge(copy, raven).earlier == raven.id


def test_where_nothing_tells_which_came_first_the_reason_says_so() -> None:
    found = edge(wire(), mirror())
    assert not found.is_directed
    assert found.reason.endswith("nothing shows which of the two came first")
    assert edge(wire(), mirror(published="2025-03-12")).is_directed
    late = wire("2025-03-11T09:00")
    assert edge(late, mirror(published="2025-03-11T08:00")).later == late.id


def test_an_edge_without_direction_is_turned_by_a_credit_that_a_project_knows_of() -> None:
    found = edge(wire(), mirror())
    turned = directed(found, lambda one, other: one == found.earlier)
    assert (turned.earlier, turned.later) == (found.later, found.earlier)
    assert UNDIRECTED not in turned.reason
    assert {(p.a, p.b) for p in turned.passages} == {(p.b, p.a) for p in found.passages}
    assert directed(found, lambda one, other: True) == found
    assert directed(found, lambda one, other: one == found.later).earlier == found.earlier
