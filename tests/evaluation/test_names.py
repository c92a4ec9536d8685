"""The reader of pairs of names, on a made-up file in its format."""

import json
from pathlib import Path

import pytest

from evaluation import names
from evaluation.names import evaluate

HEAD = "case_group,schema,name1,name2,is_match,quality,category,notes\n"
PAIRS = (
    ("Person", "Khaled Dalwan", "Khalid Dalwan", "true"),
    ("Person", "Rami Dalwan", "Hafez Dalwan", "false"),
    ("Company", "Severmet Ltd", "Severmet", "true"),
)


def corpus(folder: Path, *, answers: bool = True) -> Path:
    path = folder / "cases.csv"
    rows = [f"made,{schema},{one},{other},{gold if answers else ''},,,\n" for schema, one, other, gold in PAIRS]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


def test_figures_and_a_baseline_are_given(tmp_path: Path) -> None:
    found = evaluate(corpus(tmp_path))
    assert found.figures["f1"] == pytest.approx(100.0)
    assert set(found.baseline) == {"precision", "recall", "f1"}


def test_a_prediction_is_written_for_each_pair_in_order(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert evaluate(corpus(tmp_path, answers=False), out).figures == {}
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["match"] for line in lines] == [True, False, True]
    assert all(set(line) == {"match", "score"} and 0 <= line["score"] <= 1 for line in lines)


def test_a_line_tells_how_nomenklatura_does_or_why_that_is_not_measured(tmp_path: Path) -> None:
    notes = evaluate(corpus(tmp_path)).notes
    assert len(notes) == 1
    assert "not measured" in notes[0] or "at its best threshold" in notes[0]


def test_nomenklatura_is_asked_with_its_own_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [{"schema": schema, "name1": one, "name2": other} for schema, one, other, _ in PAIRS]
    monkeypatch.setattr(names, "logic_v2", lambda _: [0.9, 0.75, 0.6])
    assert "precision 50.0, recall 50.0, f1 50.0 at 0.7" in names.beside(pairs, [True, False, True])
