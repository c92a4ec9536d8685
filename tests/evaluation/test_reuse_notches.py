"""The table of what hangs on each number of the scorecard moves one number at a time."""

import json
from pathlib import Path

import pytest

from evaluation.reuse_notches import DECIDING, NOTCHES, main, moved
from reportedly.link.scorecard import Card, shipped
from tests.link.wire import DERIVED, OTHER, STORY


def numbers(card: Card) -> list[float]:
    measured = [number for each in card.measures for number in (each.none, each.full, each.points)]
    return [*measured, card.needed, card.kept, card.whole, card.quoted]


def test_each_row_moves_one_number_and_the_first_none() -> None:
    first, *rest = list(moved(shipped()))
    assert first[2] == shipped()
    for name, value, card in rest:
        changed = [new for old, new in zip(numbers(shipped()), numbers(card), strict=True) if old != new]
        assert changed == [float(value)], name


def test_every_sign_of_the_card_has_its_notch() -> None:
    assert set(NOTCHES) == {each.sign for each in shipped().measures}
    assert len(list(moved(shipped()))) == 1 + 2 * (len(DECIDING) + sum(map(len, NOTCHES.values())))


def test_the_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"story": STORY, "derived": DERIVED, "other": OTHER}
    sides = {name: {"id": name, "outlet": name, "date": "2025-06-03", "text": text} for name, text in texts.items()}
    answers = [("story", "derived", "derived"), ("story", "other", "independent")]
    lines = [
        json.dumps({"a": sides[a], "b": sides[b], "label": label, "same_event": True, "cites_a": [], "cites_b": []})
        for a, b, label in answers
    ]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("\n".join(lines), encoding="utf-8")
    main(pairs)
    assert "as shipped\t\t100.0" in capsys.readouterr().out
