"""A made-up corpus in the layout of ECB+: mentions are read, relations serve the figures alone."""

import json
from pathlib import Path

import pytest

from evaluation.ecbplus import evaluate
from evaluation.ecbplus_files import read

RELATION = '<CROSS_DOC_COREF r_id="{0}" note="{1}"><source m_id="{2}"/><target m_id="9"/></CROSS_DOC_COREF>'


def written(folder: Path, *, answered: bool) -> Path:
    """Two reports of one raid, with the selected sentences beside them."""
    lines = {"1_1ecb": "Gunmen raided a bank in Zafa", "1_2ecb": "The bank in Zafa was raided by gunmen"}
    for name, line in lines.items():
        words = line.split()
        tokens = "".join(f'<token t_id="{i}" sentence="0" number="{i}">{w}</token>' for i, w in enumerate(words, 1))
        raid, place = words.index("raided") + 1, words.index("Zafa") + 1
        marks = (
            f'<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="{raid}"/></ACTION_OCCURRENCE>'
            f'<LOC_GEO m_id="2"><token_anchor t_id="{place}"/></LOC_GEO>'
            '<ACTION_OCCURRENCE m_id="9" TAG_DESCRIPTOR="x" instance_id="ACT1"/>'
        )
        relations = RELATION.format(1, "ACT1", 1) + RELATION.format(2, "LOC1", 2) if answered else ""
        (folder / "1").mkdir(exist_ok=True)
        (folder / "1" / f"{name}.xml").write_text(
            f'<Document doc_name="{name}.xml">{tokens}<Markables>{marks}</Markables>'
            f"<Relations>{relations}</Relations></Document>",
            encoding="utf-8",
        )
    rows = "".join(f"1,{name.split('_')[1]},0\n" for name in lines)
    (folder / "ECBplus_coreference_sentences.csv").write_text(f"Topic,File,Sentence Number\n{rows}", encoding="utf-8")
    return folder


def test_mentions_are_read_with_their_words_kind_and_answer(tmp_path: Path) -> None:
    first, second = read(written(tmp_path, answered=True))
    raid, place = first.mentions
    assert [span.of(first.text) for span in (*raid.spans, *place.spans)] == ["raided", "Zafa"]
    assert (raid.kind, place.kind) == ("event", "entity")
    assert {mention.gold for mention in second.mentions} == {raid.gold, place.gold} == {"ACT1", "LOC1"}


@pytest.mark.parametrize("answered", [True, False])
def test_predictions_are_a_line_a_mention_with_or_without_answers(tmp_path: Path, answered: bool) -> None:
    out = tmp_path / "out.jsonl"
    figures = evaluate(written(tmp_path, answered=answered), out)
    assert bool(figures.figures) == answered
    assert not answered or {"event_conll", "entity_conll", "raw_pairs", "claim_pairs"} <= set(figures.baseline)
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(row["doc"], row["mention"], row["kind"]) for row in rows] == [
        ("1_1ecb", [2], "event"),
        ("1_1ecb", [6], "entity"),
        ("1_2ecb", [4], "entity"),
        ("1_2ecb", [6], "event"),
    ]
    assert all(row["cluster"] for row in rows)


def test_the_figures_from_raw_text_count_the_pair_that_two_reports_tell(tmp_path: Path) -> None:
    folder = written(tmp_path, answered=True)
    (folder / "1").rename(folder / "41")
    for file in (folder / "41").iterdir():
        file.rename(file.with_name(file.name.replace("1_", "41_", 1)))
    (folder / "ECBplus_coreference_sentences.csv").unlink()
    figures = evaluate(folder).figures
    assert figures["raw_pairs"] == figures["raw_pairs_recall"] == 100.0
