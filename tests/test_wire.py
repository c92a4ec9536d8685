"""Claims leave as JSON and come back as they were."""

import json

import pytest
from hypothesis import given

from reportedly.errors import BadSpan
from reportedly.model import (
    Annotated,
    Attribution,
    Claim,
    EntityRef,
    Mention,
    Place,
    Report,
    Sentence,
    Span,
    Time,
    TimeExpression,
)  # fmt: skip
from reportedly.wire import annotation_json, claim_json, read_claim
from tests.planting import QUICK, encodable_text, leads, report, report_and_claims, visit


@QUICK
@given(report_and_claims(encodable_text))
def test_a_claim_comes_back_equal_with_the_same_id(planted: tuple[Report, tuple[Claim, ...]]) -> None:
    found, claims = planted
    for claim in claims:
        line = json.dumps(claim_json(claim, found))
        assert read_claim(json.loads(line)) == claim
        assert read_claim(json.loads(line)).id == json.loads(line)["id"] == claim.id


@QUICK
@given(report_and_claims())
def test_a_claim_of_any_characters_comes_back_through_text_of_any_characters(
    planted: tuple[Report, tuple[Claim, ...]],
) -> None:
    found, claims = planted
    for claim in claims:
        assert read_claim(json.loads(json.dumps(claim_json(claim, found), ensure_ascii=False))) == claim


def test_the_keys_of_a_claim_are_those_of_the_reference() -> None:
    found = report()
    line = claim_json(visit(found), found)
    assert list(line) == [
        "id", "kind", "report", "sentence", "type", "mode", "tie", "trigger", "roles", "count", "time", "place",
        "attribution", "factuality", "answers", "confidence", "extractor",
    ]  # fmt: skip
    assert list(line["report"]) == [
        "id", "ref", "publisher", "url", "title", "published", "captured", "language", "status",
    ]  # fmt: skip
    assert list(line["roles"][0]) == ["role", "start", "end", "text", "entity", "capacity"]
    assert list(line["time"]) == ["edtf", "start", "end", "text"]
    assert list(line["place"]) == ["name", "start", "end", "text", "geonames", "lat", "lon", "country"]
    assert list(line["attribution"][0]) == [
        "kind", "source", "cue", "content", "sources", "time", "medium", "basis",
    ]  # fmt: skip
    assert list(line["factuality"]) == ["certainty", "polarity", "temporality", "cues"]


def test_a_time_without_a_phrase_is_a_bound_and_quotes_nothing() -> None:
    found = report()
    assert claim_json(leads(found), found)["time"] == {
        "edtf": "../2025-04-30", "start": None, "end": None, "text": None,
    }  # fmt: skip


def test_what_is_absent_is_null() -> None:
    found = report("They met.", publisher=None, published=None)
    line = claim_json(Claim(found.id, "event", Span(0, 9), Span(5, 8), type="CONSULT"), found)
    assert [line[key] for key in ("mode", "tie", "count", "time", "place")] == [None] * 5
    assert line["report"]["publisher"] is None
    assert line["attribution"] == []


def test_a_claim_is_not_written_with_the_text_of_another_report() -> None:
    with pytest.raises(BadSpan, match="written with the text of report"):
        claim_json(visit(report()), report(publisher="Daily Gull"))


def test_annotations_leave_with_clusters_times_places_and_attributions() -> None:
    found = report("Zorvel came to Port Aral on 3 May, he said.")
    doc = Annotated(
        found,
        (),
        (Sentence(0, 43, 0, 0, 0),),
        mentions=(
            Mention(Span(0, 6), 0, 1, 0, "name", "Person", 0),
            Mention(Span(35, 37), 8, 9, 8, "pronoun", "Person", 0),
            Mention(Span(15, 24), 3, 5, 4, "name", "Address"),
        ),
        entities=(EntityRef("x", "Zorvel", "Person"),),
        times=(TimeExpression(Span(28, 33), 6, 8, "DATE"),),
    )
    attributions = [
        Attribution(Span(35, 37), Span(38, 42), (Span(0, 33),)),
        Attribution(None, Span(38, 42), (Span(0, 6), Span(15, 24))),
        Attribution(None, Span(38, 42), ()),
    ]
    line = annotation_json(
        doc, [Time("2025-05-03", Span(28, 33))], [("DATE", "2025-05-03")],
        [Place("Port Aral", Span(15, 24), 1, 10.5, 20.5, "XA")], attributions,
    )  # fmt: skip
    assert line["ref"] == "harbour.txt"
    assert [(m["text"], m["cluster"]) for m in line["mentions"]] == [("Zorvel", 0), ("he", 0), ("Port Aral", None)]
    assert line["mentions"][1]["entity"] == {"id": "x", "name": "Zorvel", "schema": "Person"}
    assert line["times"] == [
        {"start": 28, "end": 33, "text": "3 May", "type": "DATE", "value": "2025-05-03", "edtf": "2025-05-03"}
    ]
    assert line["places"][0]["geonames"] == 1
    one, several, none = (a["content"] for a in line["attributions"])
    assert one == {"start": 0, "end": 33, "text": "Zorvel came to Port Aral on 3 May"}
    assert [part["text"] for part in several] == ["Zorvel", "Port Aral"]
    assert none is None
