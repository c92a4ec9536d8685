"""The record of judged contradictions has its form, and made-up reports that differ in a toll are shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.contradictions import COLUMNS, DRAWN, RECORD, drawn, evaluate, groups_of, record, recorded, shown_in
from evaluation.corpus import SHARED
from evaluation.reuse import read

PAIRS = SHARED / "reuse" / "pairs_dev.jsonl"

TOLD = (
    "{} people were killed on Friday when a bomb exploded at the fish market of Holm, a town on the river Reed, "
    "{} said. The bomb had been hidden beneath a stall of the Otter company."
)


def side(name: str, outlet: str, text: str) -> dict[str, Any]:
    return {"id": name, "corpus": "fiction", "outlet": outlet, "date": "2031-05-02", "text": text}


def pairs(folder: Path, *, same: bool = True) -> Path:
    a = side("gull", "Gull", TOLD.format("Six", "police"))
    b = side("post", "Post", TOLD.format("Nine", "the hospital"))
    path = folder / "pairs.jsonl"
    path.write_text(json.dumps({"a": a, "b": b, "same_event": same}) + "\n", encoding="utf-8")
    return path


def test_two_reports_that_differ_in_a_toll_are_shown_once_with_both_sentences(tmp_path: Path) -> None:
    (found,) = shown_in(pairs(tmp_path))
    assert {found.a, found.b} == {"gull", "post"}
    assert found.slot == "killed"
    assert {sentence.split()[0] for sentence in found.sentences} == {"Six", "Nine"}
    assert drawn([found]) == [found]


def test_what_is_not_in_the_record_is_shown_and_not_judged(tmp_path: Path) -> None:
    out = tmp_path / "shown.jsonl"
    figures = evaluate(pairs(tmp_path), out).figures
    assert (figures["shown"], figures["judged"], figures["real"]) == (1.0, 0.0, 0.0)
    assert json.loads(out.read_text("utf-8"))["slot"] == "killed"


def test_pairs_about_two_events_are_not_read(tmp_path: Path) -> None:
    assert shown_in(pairs(tmp_path, same=False)) == []


def test_groups_are_what_pairs_connect_in_their_order() -> None:
    assert groups_of([("a", "b"), ("x", "y"), ("b", "c"), ("p", "q"), ("q", "x")]) == {
        "a": 0, "b": 0, "c": 0, "x": 1, "y": 1, "p": 1, "q": 1,
    }  # fmt: skip


def test_the_record_judges_each_row_with_a_reason_and_holds_no_sentences() -> None:
    rows = recorded(RECORD)
    assert 0 < len(rows) <= DRAWN
    assert len(record()) == len(rows)
    for row in rows:
        assert tuple(row) == COLUMNS
        assert row["real"] in ("yes", "no")
        assert row["half"] in ("even", "odd")
        assert len(row["why"]) > 20
        assert max(len(row["value_a"]), len(row["value_b"])) <= 60
        assert int(row["a_start"]) < int(row["a_end"])
        assert int(row["b_start"]) < int(row["b_end"])


def test_most_of_the_judged_are_real() -> None:
    found = list(record().values())
    assert found.count("yes") >= 0.6 * len(found)


@pytest.mark.skipif(not PAIRS.exists(), reason="the labelled pairs of reports are not there")
def test_the_places_of_the_record_are_sentences_of_the_corpus_that_hold_the_values() -> None:
    texts = {pair[side]["id"]: pair[side]["text"] for pair in read(PAIRS) for side in "ab"}
    for row in recorded(RECORD):
        for which in "ab":
            sentence = texts[row[which]][int(row[f"{which}_start"]) : int(row[f"{which}_end"])]
            assert row[f"value_{which}"].lower() in sentence.lower()
