"""The reader of GUM, on a made-up document in its format, and the metrics with mentions that one side lacks."""

import json
from pathlib import Path

import pytest

from evaluation import gum_folds
from evaluation.gum import document, evaluate, files, grouped
from evaluation.gum_scores import Clusters, Tally

ROWS = (
    ("The", "(1-organization-new-cf1-2-coref", ""),
    ("harbour", "", ""),
    ("council", "1)", ""),
    ("met", "", ""),
    ("Ines", "(2-person-new-cf2-1,2-coref", ""),
    ("Marlow", "2)", ""),
    (".", "", "newpar"),
    ("She", "(2-person-giv-cf1-1-ana)", ""),
    ("thanked", "", ""),
    ("it", "(1-organization-giv-cf2-1-ana)", "SpaceAfter=No"),
    (".", "", ""),
)


def corpus(folder: Path, *, answers: bool = True, genre: str = "news") -> Path:
    lines, number = ["# newdoc id = GUM_news_made"], 0
    for word, entity, rest in ROWS:
        number += 1
        misc = "|".join(filter(None, [f"Entity={entity}" if entity and answers else "", rest.replace("newpar", "")]))
        lines.append("\t".join([str(number), word, *["_"] * 7, misc or "_"]))
        if rest == "newpar":
            lines += ["", "# newpar"]
            number = 0
    path = folder / f"GUM_{genre}_made.conllu"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_document_is_read_with_its_text_and_clusters(tmp_path: Path) -> None:
    found = document(corpus(tmp_path))
    assert found.text == "The harbour council met Ines Marlow .\n\nShe thanked it."
    assert {frozenset(cluster) for cluster in found.clusters} == {
        frozenset({(0, 3), (9, 10)}), frozenset({(4, 6), (7, 8)}),
    }  # fmt: skip


def test_ranges_of_words_are_one_stretch_of_text(tmp_path: Path) -> None:
    columns = "\t".join(["_"] * 8)
    lines = [
        f"1-2\tdon't\t{columns}",
        f"1\tdo\t{columns}",
        f"2\tn't\t{columns}",
        f"2.1\tx\t{columns}",
        f"3\tgo\t{columns}",
    ]
    path = tmp_path / "GUM_news_short.conllu"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert document(path).text == "don't go"


def test_predictions_are_a_line_a_mention_with_its_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_EXTRACTOR", "rules")
    out = tmp_path / "out.jsonl"
    found = evaluate(corpus(tmp_path), out)
    assert 0 <= found.figures["conll"] <= 100
    assert found.figures["mentions with singletons"] == 100.0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(row["first"], row["last"]) for row in rows] == [(0, 3), (4, 6), (7, 8), (9, 10)]
    assert rows[1]["cluster"] == rows[2]["cluster"]


def test_clusters_on_record_are_those_of_the_same_document_and_text(tmp_path: Path) -> None:
    file = tmp_path / "record.tsv"
    own = [((0, 3), "7"), ((4, 6), "2"), ((9, 10), "7")]
    gum_folds.write(file, [("GUM_news_made", "A text.", own)])
    found = gum_folds.recorded("GUM_news_made", "A text.", file)
    assert found is not None
    assert grouped(found) == grouped(own)
    assert gum_folds.recorded("GUM_news_made", "Another text.", file) is None
    assert gum_folds.recorded("GUM_news_other", "A text.", file) is None
    assert gum_folds.recorded("GUM_news_made", "A text.", tmp_path / "none.tsv") is None


def test_without_answers_there_are_predictions_and_no_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_EXTRACTOR", "rules")
    out = tmp_path / "out.jsonl"
    assert evaluate(corpus(tmp_path, answers=False), out).figures == {}
    assert out.read_text("utf-8")


def test_of_a_folder_news_and_interviews_are_read(tmp_path: Path) -> None:
    for genre in ("news", "interview", "court"):
        corpus(tmp_path, genre=genre)
    assert [file.stem for file in files(tmp_path)] == ["GUM_interview_made", "GUM_news_made"]


def clusters(*words: str) -> Clusters:
    """Mentions as letters, a cluster a word."""
    return tuple(frozenset((ord(letter), ord(letter) + 1) for letter in word) for word in words)


def test_the_same_clusters_score_one() -> None:
    tally = Tally()
    tally.add(clusters("abc", "d"), clusters("abc", "d"))
    assert tally.conll == tally.mentions.f1 == 1.0


def test_scores_with_mentions_that_one_side_lacks_are_those_worked_by_hand() -> None:
    """The answers {a b c}{d e f g} against {a b}{c d}{f g h i}, the example of the reference scorer's paper."""
    tally = Tally()
    tally.add(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert tuple(tally.muc) == pytest.approx((2 / 5, 2 / 5))
    assert tuple(tally.b_cubed) == pytest.approx((4 / 8, (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7))
    assert tuple(tally.ceaf_e) == pytest.approx((1.3 / 3, 1.3 / 2))


def test_documents_without_any_mention_score_nothing() -> None:
    tally = Tally()
    tally.add((), ())
    assert tally.conll == 0.0
