"""The evaluation of copies and credits, on made-up pairs."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.corpus import SHARED
from evaluation.reuse import cites_f1, containment, evaluate, figures_of
from tests.link.wire import DERIVED, OTHER, QUOTING, STORY


def side(name: str, text: str) -> dict[str, Any]:
    return {"id": name, "corpus": "fiction", "outlet": None, "date": None, "text": text}


def pairs(folder: Path, *, answers: bool = True) -> Path:
    rows = []
    for name, text, label in (("c", STORY, "copy"), ("q", QUOTING, "quote_only"), ("o", OTHER, "independent")):
        row: dict[str, Any] = {"a": side("story", STORY), "b": side(name, text)}
        if answers:
            cites_b = ["RWA"] if name == "c" else []
            row |= {"label": label, "same_event": True, "cites_a": ["RWA"], "cites_b": cites_b}
        rows.append(json.dumps(row))
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_right_answers_give_full_figures_beside_the_baseline(tmp_path: Path) -> None:
    found = evaluate(pairs(tmp_path))
    assert found.figures == {"f1": 100.0, "macro_f1": 75.0, "independent_called_copy": 0.0, "cites": 100.0}
    assert set(found.baseline) == {"f1", "macro_f1", "independent_called_copy"}


def test_predictions_stand_in_the_order_of_the_pairs(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    figures = evaluate(pairs(tmp_path, answers=False), out).figures
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert figures == {}
    assert [row["label"] for row in rows] == ["copy", "quote_only", "independent"]
    assert [row["cites_a"] for row in rows] == [["RWA"]] * 3
    assert all(0.0 <= row["score"] <= 1.0 for row in rows)


def test_derived_and_copy_are_one_for_the_first_figure() -> None:
    gold = [{"label": label, "same_event": True} for label in ("copy", "derived", "independent")]
    assert figures_of(gold, ["derived", "copy", "copy"]) == {
        "f1": 80.0,
        "macro_f1": 0.0,
        "independent_called_copy": 1.0,
    }


def test_articles_case_and_spaces_of_credits_do_not_count() -> None:
    assert cites_f1([{"cites_a": ["The Sun"], "cites_b": ["9 News"]}], [(["the sun"], ["9News", "AP"])]) == 80.0


def test_containment_is_of_the_shorter_text() -> None:
    assert containment(STORY, STORY.split("\n")[0]) == 1.0
    assert containment("", STORY) == 0.0
    assert containment(STORY, OTHER) < containment(STORY, DERIVED) < 1.0


def test_the_development_pairs_reach_the_bars() -> None:
    path = SHARED / "reuse" / "pairs_dev.jsonl"
    if not path.exists():
        pytest.skip(f"no pairs at {path}")
    found = evaluate(path).figures
    assert found["f1"] >= 92
    assert found["macro_f1"] >= 75
    assert found["cites"] >= 70
    assert found["independent_called_copy"] <= 2
