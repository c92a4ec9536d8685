"""The reader of pairs of names, on a made-up file in its format."""

import json
from pathlib import Path

import pytest

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
