"""The reader of newswire_ner, on a made-up article in its format."""

import hashlib
import json
from pathlib import Path

import pytest

from evaluation.newswire_ner import apart, article, evaluate, files, regions

TAGGED = (
    "http://example.org/1 O",
    "",
    "Ines B-Person",
    "Marlow I-Person",
    "met O",
    "officials O",
    "of O",
    "the O",
    "United B-Organization",
    "Nations I-Organization B-NORP",
    "in O",
    "Kenya B-Location",
    "since O",
    "May B-Date",
    "2021 I-Date",
    ". O",
    "",
    "The O",
    "Kenyan B-NORP",
    "’ O",
    "s O",
    "report O",
    "cost O",
    "$ B-Money",
    "5 I-Money",
    ". O",
)


def corpus(folder: Path, *, tagged: bool = True, name: str = "kenya_made_1") -> Path:
    lines = (line.split() for line in TAGGED)
    text = "\n".join("\t".join(columns if tagged else columns[:1]) for columns in lines)
    file = folder / f"{name}.txt.tsv"
    file.write_text(text + "\n", encoding="utf-8")
    return file


def test_the_text_is_set_as_print_would_and_outer_names_are_read(tmp_path: Path) -> None:
    found = article(corpus(tmp_path))
    assert found.text == (
        "Ines Marlow met officials of the United Nations in Kenya since May 2021.\n\nThe Kenyan’s report cost $5."
    )
    assert sorted(found.names or ()) == [
        (1, 3, "Person"), (7, 9, "Organization"), (10, 11, "Location"), (12, 14, "Date"), (16, 17, "NORP"),
    ]  # fmt: skip
    assert found.region == "Africa"


def test_names_and_dates_are_scored_and_written_by_the_tokens_of_the_corpus(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    found = evaluate(corpus(tmp_path), out)
    assert found.figures["all"] == found.figures["Africa"] == 100.0
    assert found.figures["Facility"] == 0.0
    assert json.loads(out.read_text("utf-8").splitlines()[0]) == {
        "doc": "kenya_made_1", "first": 1, "last": 3, "type": "Person",
    }  # fmt: skip


def test_without_tags_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert evaluate(corpus(tmp_path, tagged=False), out).figures == {}
    assert len(out.read_text("utf-8").splitlines()) == 5


def test_of_a_folder_only_the_articles_held_apart_are_read(tmp_path: Path) -> None:
    kept, other = sorted(apart())[0], corpus(tmp_path)
    assert files(tmp_path) == [other]
    assert files(corpus(tmp_path, name=kept).parent) == [tmp_path / f"{kept}.txt.tsv"]


@pytest.mark.parametrize("name", sorted(apart())[::20])
def test_an_article_is_held_apart_by_the_hash_of_its_files_name(name: str) -> None:
    assert int(hashlib.sha256(f"{name}.txt.tsv".encode()).hexdigest(), 16) % 6 == 0
    assert regions()[name.split("_")[0]] in {
        "Africa", "Asia", "Central and North America", "Middle East", "Oceania", "South America",
    }  # fmt: skip
