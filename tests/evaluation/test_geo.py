"""The readers of GeoVirus and LGL, on made-up articles in their formats."""

import json
from pathlib import Path

import pytest

from evaluation.geo import evaluate, kilometres

TEXT = "The envoy flew from Doha to Karachi."


def geovirus(folder: Path, *, answers: bool = True) -> Path:
    def location(name: str, lat: float, lon: float) -> str:
        start = TEXT.index(name) + 1
        where = f"<lat>{lat}</lat><lon>{lon}</lon>" if answers else ""
        return f"<location><name>{name}</name><start>{start}</start><end>{start + len(name)}</end>{where}</location>"

    path = folder / "GeoVirus.xml"
    places = location("Karachi", 24.86, 67.0) + location("Doha", 0.0, 0.0)
    path.write_text(
        f"<articles><article><text>{TEXT}</text><locations>{places}</locations></article></articles>", encoding="utf-8"
    )
    return path


def lgl(folder: Path) -> Path:
    start = TEXT.index("Doha")
    entry = "<gaztag><lat>25.28</lat><lon>51.53</lon></gaztag>"
    path = folder / "lgl.xml"
    path.write_text(
        f'<articles><article docid="7"><text>{TEXT}</text><toponyms><toponym><start>{start}</start>'
        f"<end>{start + 4}</end><phrase>Doha</phrase>{entry}</toponym></toponyms></article></articles>",
        encoding="utf-8",
    )
    return path


def test_a_name_put_far_from_its_place_is_wrong(tmp_path: Path) -> None:
    geovirus(tmp_path)
    lgl(tmp_path)
    assert evaluate(tmp_path).figures == {
        "geovirus": 50.0, "geovirus unresolved": 0.0, "lgl": 100.0, "lgl unresolved": 0.0,
    }  # fmt: skip


def test_predictions_keep_the_offsets_of_the_corpus(tmp_path: Path) -> None:
    predictions = tmp_path / "out.jsonl"
    evaluate(geovirus(tmp_path), predictions)
    lines = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert [(line["name"], line["start"], line["end"]) for line in lines] == [("Doha", 21, 25), ("Karachi", 29, 36)]
    assert lines[0]["geonames"] == 290030


def test_without_answers_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    predictions = tmp_path / "out.jsonl"
    assert evaluate(geovirus(tmp_path, answers=False), predictions).figures == {}
    assert len(predictions.read_text(encoding="utf-8").splitlines()) == 2


def test_distance_is_in_kilometres() -> None:
    assert kilometres((51.5, -0.1), (48.85, 2.35)) == pytest.approx(342, abs=5)
