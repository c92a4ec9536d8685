"""Model values refuse what cannot be, and their ids depend on what they hold."""

import hashlib
import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadSpan, BadValue
from reportedly.model import Claim, Factuality, Link, Polarity, Report, Role, Span, Temporality, is_occurrence
from tests.planting import QUICK, any_text, leads, one_of, report, report_and_claims, visit


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_or_reversed(start: int, end: int) -> None:
    with pytest.raises(BadSpan):
        Span(start, end)


def test_a_span_that_reaches_past_the_text_is_refused() -> None:
    with pytest.raises(BadSpan, match="reaches past a text of 3 characters"):
        Span(0, 4).of("abc")


@QUICK
@given(any_text, st.data())
def test_a_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]


def test_spans_overlap_and_cover_by_characters() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
    assert Span(0, 3).covers(Span(0, 3))
    assert not Span(0, 3).covers(Span(1, 4))


def test_a_report_of_the_same_words_elsewhere_is_another_report() -> None:
    first = report()
    assert first.id == report(ref="copy.txt", title="A copy", language="en").id
    others = [report(publisher="Daily Gull"), report(url="https://aral.example/1"), report(published="2025-05-01")]
    assert len({first.id, *(other.id for other in others)}) == 4


def test_absent_is_none_and_never_an_empty_string() -> None:
    with pytest.raises(BadValue, match="publisher is empty"):
        report(publisher="")


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "DANCE"}, {"type": None}, {"tie": "leader"}, {"kind": "rumour"}, {"confidence": 1.5},
    ],
)  # fmt: skip
def test_a_claim_refuses_what_it_does_not_know(wrong: dict[str, object]) -> None:
    with pytest.raises(BadValue):
        visit(report(), **wrong)


def test_a_tie_has_no_event_type() -> None:
    with pytest.raises(BadValue, match="holds no event type"):
        leads(report(), type="CONSULT")


def test_parts_refuse_labels_they_do_not_know() -> None:
    for build in (
        lambda: Role("bystander", Span(0, 1)),  # type: ignore[arg-type]
        lambda: Link("gossip"),  # type: ignore[arg-type]
        lambda: Factuality("sure"),  # type: ignore[arg-type]
        lambda: Report("text", "a.txt", status="lost"),  # type: ignore[arg-type]
    ):
        with pytest.raises(BadValue, match="unknown"):
            build()


@QUICK
@given(report_and_claims())
def test_the_id_of_a_claim_hashes_all_fields_that_it_gives(planted: tuple[Report, tuple[Claim, ...]]) -> None:
    for claim in planted[1]:
        given = {name: value for name, value in asdict(claim).items() if name != "answers" or value is not None}
        fields = json.dumps([given], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert claim.id == hashlib.sha256(fields.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def test_any_change_gives_a_claim_another_id() -> None:
    claim = visit(report())
    changed = [
        replace(claim, mode="meet"), replace(claim, confidence=0.1), replace(claim, extractor="rules/3"),
        replace(claim, answers=Span(0, 1)),
        replace(claim, roles=()), replace(claim, factuality=Factuality("probable")),
        replace(claim, attribution=(Link("outlet"),)),
    ]  # fmt: skip
    assert len({claim.id, *(other.id for other in changed)}) == 1 + len(changed)


@given(one_of(Polarity), one_of(Temporality))
def test_what_may_be_or_depends_is_no_occurrence(polarity: Polarity, temporality: Temporality) -> None:
    for certainty in ("possible", "underspecified"):
        assert not is_occurrence(visit(report(), factuality=Factuality(certainty, polarity, temporality)))


def test_only_what_a_source_holds_true_or_likely_and_past_is_an_occurrence() -> None:
    assert is_occurrence(visit(report(), factuality=Factuality("certain")))
    assert is_occurrence(visit(report(), factuality=Factuality("probable")))
    assert not is_occurrence(visit(report(), factuality=Factuality("certain", "negative")))
    assert not is_occurrence(visit(report(), factuality=Factuality("certain", "positive", "future")))
