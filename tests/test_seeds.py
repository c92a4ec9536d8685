"""The two real reports that the project began from, read whole; one test a clause. Skipped where they are absent."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from reportedly.model import Claim, Extractor, Report, is_occurrence
from reportedly.pipeline import Reader, Reading
from reportedly.read import reports
from reportedly.wire import claim_json

ROOT = Path(__file__).parent.parent
SEEDS = Path(os.environ.get("REPORTEDLY_CORPORA", ROOT.parent / "shared" / "corpora")).parent / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the seed reports are not at {SEEDS}")

Row = dict[str, Any]


@pytest.fixture(scope="module", params=get_args(Extractor))
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    found = [r for r in reports([str(p) for p in sorted(SEEDS.glob("*.txt"))]) if isinstance(r, Report)]
    return list(Reader(extractor=request.param).read(found))


@pytest.fixture(scope="module")
def claims(readings: list[Reading]) -> list[tuple[Claim, Row]]:
    return [(c, claim_json(c, r.report)) for r in readings for c in r.claims]


def where(claims: list[tuple[Claim, Row]], test: Callable[[Row], bool]) -> list[tuple[Claim, Row]]:
    """The claims that pass; at least one must."""
    found = [(c, row) for c, row in claims if test(row)]
    assert found
    return found


def says(row: Row, words: str) -> bool:
    return words in row["sentence"]["text"]


def fillers(row: Row) -> set[str]:
    """Names of the entities in a claim, and phrases where there is no name."""
    return {(r["entity"] or {}).get("name") or r["text"] for r in row["roles"]}


def test_the_doha_meeting_is_nadeems_by_way_of_the_outlets_video(claims: list[tuple[Claim, Row]]) -> None:
    (_, row), *_ = where(claims, lambda r: r["type"] == "CONSULT" and says(r, "Doha"))
    assert [link["kind"] for link in row["attribution"]] == ["outlet", "named_person"]
    outlet, speaker = row["attribution"]
    assert outlet["source"]["text"] == "NDTV"
    assert speaker["source"]["entity"]["name"] == "Faisal Nadeem"
    assert row["time"]["edtf"] == "2024"
    assert row["place"]["name"] == "Doha"


def test_the_gujranwala_meeting_is_ndtvs_and_has_no_january_date(claims: list[tuple[Claim, Row]]) -> None:
    (_, row), *_ = where(
        claims, lambda r: r["type"] == "CONSULT" and says(r, "Gujranwala") and r["trigger"]["text"] == "meeting"
    )
    assert row["attribution"][0]["source"]["entity"]["name"] == "NDTV"
    assert row["time"]["start"] is None
    assert row["time"]["edtf"] == "../2026-01-28"
    assert row["place"]["name"] == "Gujranwala"
    assert {"Naji Zaheer", "Rashid Ali Sandhu"} <= fillers(row)


def test_almost_fifteen_visits_since_october_are_a_hedged_open_interval(claims: list[tuple[Claim, Row]]) -> None:
    (_, row), *_ = where(claims, lambda r: r["trigger"]["text"] == "visited" and says(r, "almost 15 times"))
    assert row["count"]["value"] == 15
    assert row["count"]["bound"] == "about"
    assert row["count"]["of"] == "repetition"
    assert row["time"]["edtf"] == "2023-10/.."
    assert row["factuality"]["certainty"] == "probable"


def test_the_bahawalpur_visit_is_late_april_and_hedged(claims: list[tuple[Claim, Row]]) -> None:
    found = where(claims, lambda r: r["type"] == "CONSULT" and says(r, "late April 2025"))
    assert {row["time"]["edtf"] for _, row in found} == {"2025-04-21/2025-04-30"}
    assert {row["factuality"]["certainty"] for _, row in found} == {"probable"}
    visit = where(claims, lambda r: r["trigger"]["text"] == "visited" and says(r, "reportedly visited"))
    assert {row["factuality"]["certainty"] for _, row in visit} == {"probable"}


def test_the_authorising_is_probable_and_an_analysts(claims: list[tuple[Claim, Row]]) -> None:
    (_, row), *_ = where(
        claims, lambda r: r["trigger"]["text"] in ("authorised", "facilitated") and says(r, "analysts")
    )
    assert row["factuality"]["certainty"] == "probable"
    assert row["attribution"][-1]["kind"] == "analyst"


def test_could_and_would_are_no_occurrences(claims: list[tuple[Claim, Row]]) -> None:
    for words, triggers in (
        ("could drive", ("drive", "radicalisation", "recruitment", "infiltration", "campaigns")),
        ("would significantly", ("escalate",)),
    ):
        for claim, row in claims:
            if says(row, words) and row["trigger"]["text"] in triggers:
                assert not is_occurrence(claim), row["trigger"]


def test_lashkar_by_any_name_is_one_organisation(readings: list[Reading]) -> None:
    for reading in readings:
        doc = reading.annotated
        named = {
            doc.entities[m.entity]
            for m in doc.mentions
            if m.form == "name"
            and m.entity is not None
            and doc.text_of(m.span) in ("LeT", "Lashkar", "Lashkar-e-Taiba")
        }
        assert [e.schema for e in named] == ["Organization"]
        assert {e.name for e in named} == {"Lashkar-e-Taiba"}


def test_the_league_is_lashkars_front(claims: list[tuple[Claim, Row]]) -> None:
    (_, row), *_ = where(claims, lambda r: r["tie"] == "front")
    roles = {r["role"]: r["entity"]["name"] for r in row["roles"]}
    assert roles == {"subject": "Pakistan Markazi Muslim League", "object": "Lashkar-e-Taiba"}


@pytest.mark.parametrize(("name", "schema"), [("Naji Zaheer", "Person"), ("Rashid Ali Sandhu", "Person")])
def test_zaheer_and_sandhu_are_persons(readings: list[Reading], name: str, schema: str) -> None:
    entities = {e for r in readings for e in r.annotated.entities if e.name == name}
    assert {e.schema for e in entities} == {schema}


@pytest.mark.parametrize(("name", "country"), [("Bahawalpur", "PK"), ("Gujranwala", "PK")])
def test_bahawalpur_and_gujranwala_are_places(readings: list[Reading], name: str, country: str) -> None:
    mentions = [
        m for r in readings for m in r.annotated.mentions if m.form == "name" and r.annotated.text_of(m.span) == name
    ]
    assert mentions
    assert {m.schema for m in mentions} == {"Address"}
    places = [p for r in readings for p in r.places if p.name == name]
    assert places
    assert {p.country for p in places} == {country}
