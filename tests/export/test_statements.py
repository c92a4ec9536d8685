"""What stands together in a briefing, and what is counted."""

from reportedly.export.statements import notes, statements
from reportedly.export.summary import names, ties, voices
from reportedly.model import Claim, Report
from tests.export.planted import LIKELY, event, leader, link, report, role

TEXT = "The envoy met Tavik and toured a yard, two officials said."
Item = tuple[Claim, Report]


def printed_by(*publishers: str, text: str = TEXT) -> list[Item]:
    """The same claim in a report of each publisher."""
    found = []
    for publisher in publishers:
        told = report(text, publisher=publisher)
        found.append((event(told, "met", link(text, "two officials", "said")), told))
    return found


def test_claims_of_one_sentence_and_source_share_a_note() -> None:
    told = report(TEXT)
    source = link(TEXT, "two officials", "said")
    [note] = notes([(event(told, "met", source), told), (event(told, "toured", source), told)])
    assert [claim.trigger.of(TEXT) for claim in note.claims] == ["met", "toured"]


def test_another_source_or_firmness_has_a_note_of_its_own() -> None:
    told = report(TEXT)
    source = link(TEXT, "two officials", "said")
    items = [
        (event(told, "met", source), told),
        (event(told, "toured"), told),
        (event(told, "toured", source, fact=LIKELY), told),
    ]
    assert [note.number for note in notes(items)] == [1, 2, 3]


def test_the_same_words_in_two_reports_make_one_statement_with_two_notes() -> None:
    [told] = statements(notes(printed_by("Aral Gull", "Aral Post")))
    assert told.who == "According to two officials, as Aral Gull and Aral Post report"
    assert [note.number for note in told.notes] == [1, 2]


def test_a_dateline_does_not_keep_the_same_words_apart() -> None:
    items = printed_by("Aral Gull") + printed_by("Aral Post", text=f"PORT ARAL (RWA) - {TEXT}")
    assert len(statements(notes(items))) == 1


def test_other_words_stay_apart() -> None:
    items = printed_by("Aral Gull") + printed_by("Aral Post", text=TEXT.replace("toured", "saw"))
    assert len(statements(notes(items))) == 2


def test_the_order_of_arrival_does_not_matter() -> None:
    items = printed_by("Aral Gull", "Aral Post", "Kumrak Courier")
    assert notes(items) == notes(items[::-1])


def test_claims_and_outlets_are_counted_by_kind_of_source() -> None:
    items = printed_by("Aral Gull", "Aral Post")
    told = report("The envoy met Tavik.")
    rows = voices(notes([*items, (event(told, "met"), told)]))
    assert [(row.kind, row.claims, row.outlets) for row in rows] == [(None, 1, 1), ("unnamed_official", 2, 2)]


def test_a_tie_lists_who_states_it() -> None:
    items = []
    for publisher in ("Aral Gull", "Aral Post"):
        told = report("Tavik leads the Brigade.", publisher=publisher)
        items.append((leader(told, "leads", "Tavik", "Brigade"), told))
    [row] = ties(notes(items))
    assert (row.subject, row.said, row.object, row.called) == ("Tavik", "said to lead", "Brigade", ("leads",))
    assert row.by == (("Aral Gull and Aral Post, in their own voice, report", (1, 2)),)


def test_names_are_those_of_participants_and_one_spelling_is_one_row() -> None:
    text = "Haro Quint met Orlen Tavik in Doha."
    told = report(text)
    roles = (
        role(text, "Haro Quint", name="Haro Quint"),
        role(text, "Orlen Tavik", "participant", name="Orlen Tavik"),
        role(text, "Doha", "host", name="Doha", schema="Address"),
    )
    rows = names(notes([(event(told, "met", roles=roles), told)]))
    assert [(row.name, row.claims, row.outlets) for row in rows] == [("Haro Quint", 1, 1), ("Orlen Tavik", 1, 1)]
