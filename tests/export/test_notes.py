"""The sentence of a note: every character of it, cut where marks begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.notes import LABELS, Piece, pieces
from reportedly.model import Claim, Factuality, Role, Span
from tests.export.planted import at, event, link, report, role

TEXT = "Two officials said Haro Quint likely visited Port Aral in late April."
TOLD = report(TEXT)
CLAIM = event(
    TOLD,
    "visited",
    link(TEXT, "Two officials", "said"),
    roles=(role(TEXT, "Haro Quint", name="Haro Quint"),),
    when=("late April", "2025-04-21/2025-04-30"),
    where="Port Aral",
    fact=Factuality("probable", cues=(at(TEXT, "likely"),)),
)


def shown(found: list[Piece]) -> list[tuple[str, str | None]]:
    return [(piece.text.strip(), piece.label) for piece in found if piece.kind]


def test_source_cue_event_participants_time_and_place_are_each_named() -> None:
    assert shown(pieces(CLAIM.sentence, [CLAIM], TEXT)) == [
        ("Two officials", "says so"),
        ("said", "cue"),
        ("Haro Quint", "actor"),
        ("likely", "how firmly"),
        ("visited", "consult"),
        ("Port Aral", "where"),
        ("late April", "when"),
    ]


def test_the_pieces_are_the_sentence() -> None:
    assert "".join(piece.text for piece in pieces(CLAIM.sentence, [CLAIM], TEXT)) == TEXT


def test_where_marks_overlap_the_stronger_one_shows_and_the_other_goes_on_around_it() -> None:
    text = "The visit of a delegation was approved."
    told = report(text)
    claim = event(told, "visit", roles=(role(text, "The visit of a delegation", "topic"),))
    found = pieces(claim.sentence, [claim], text)
    assert [(p.text, p.kind, p.label) for p in found[:3]] == [
        ("The ", "who", "topic"),
        ("visit", "event", "consult"),
        (" of a delegation", "who", None),
    ]


def test_marks_outside_the_sentence_are_left_out() -> None:
    text = "Quint came. He met Tavik."
    told = report(text)
    claim = event(told, "met", roles=(role(text, "Quint"),), sentence="He met Tavik.")
    assert [label for _, label in shown(pieces(claim.sentence, [claim], text))] == ["consult"]


def test_a_sentence_without_end_is_cut_to_the_neighbourhood_of_its_marks() -> None:
    text = "x" * 50_000 + " visited " + "y" * 50_000
    told = report(text)
    claim = event(told, "visited")
    found = pieces(claim.sentence, [claim], text)
    assert sum(len(piece.text) for piece in found) < 2_000
    assert "visited" in [piece.text for piece in found]


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda s: Span(s[0], min(69, s[0] + s[1])))


@given(st.lists(SPANS, max_size=6))
def test_however_marks_lie_the_words_stay(spans: list[Span]) -> None:
    roles = tuple(Role("actor", span) for span in spans)
    claim = Claim(TOLD.id, "event", at(TEXT, TEXT), at(TEXT, "visited"), type="CONSULT", roles=roles)
    found = pieces(claim.sentence, [claim], TEXT)
    assert "".join(piece.text for piece in found) == TEXT
    assert {piece.kind for piece in found} <= {None, *LABELS}
