"""Marks of real reports find their texts again, on made-up texts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation import real
from reportedly.errors import Stop

TEXT = "Gull rebels attacked Holm on Monday.\n\nThe mayor fled.\n\nNobody knows where he is now, his office said."


def marks(folder: Path, told: str) -> Path:
    span = {"start": TEXT.index("attacked"), "end": TEXT.index("attacked") + len("attacked")}
    claim = {"kind": "event", "type": "ASSAULT", "trigger": span, "roles": [{"role": "actor", "start": 0, "end": 11}]}
    row = {
        "id": "made-up", "corpus": "invented", "file": "one", "words": 9, "digest": real.digest(told),
        "published": "2031-05-05", "publisher": "Aral Post", "claims": [claim],
    }  # fmt: skip
    path = folder / "marks.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


@pytest.fixture
def _invented(monkeypatch: pytest.MonkeyPatch) -> None:
    readers: dict[str, Callable[[str], str]] = {"invented": lambda _: TEXT}
    monkeypatch.setattr(real, "READERS", readers)


@pytest.mark.usefixtures("_invented")
def test_the_first_paragraphs_are_read_and_every_mark_has_its_words(tmp_path: Path) -> None:
    (row,) = real.with_texts(marks(tmp_path, TEXT.rsplit("\n\n", 1)[0]))
    assert row["text"].endswith("The mayor fled.")
    assert row["claims"][0]["trigger"]["text"] == "attacked"
    assert row["claims"][0]["roles"] == [{"role": "actor", "start": 0, "end": 11, "text": "Gull rebels"}]


@pytest.mark.usefixtures("_invented")
def test_a_text_that_is_not_the_one_that_was_marked_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="made-up"):
        list(real.with_texts(marks(tmp_path, "Another text.")))


def test_a_text_without_paragraphs_is_cut_between_sentences() -> None:
    text = " ".join(f"Sentence {n} has five words." for n in range(40))
    assert real.cut(text, 20) == " ".join(f"Sentence {n} has five words." for n in range(4))
    assert real.cut("One. Two.", 20) == "One. Two."
