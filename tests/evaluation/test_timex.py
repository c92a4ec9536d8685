"""The reader of MEANTIME, on a made-up article in its format."""

import json
from pathlib import Path

from evaluation.timex import document_of, evaluate

WORDS = (
    ("Envoy", "meets", "council"),
    ("December", "10", ",", "2013"),
    ("The", "envoy", "met", "the", "council", "of", "Port", "Aral", "on", "Monday", "(", "twice", ")", "."),
)


def article(folder: Path, *, answers: bool) -> Path:
    tokens, id_ = [], 0
    for number, sentence in enumerate(WORDS):
        for word in sentence:
            id_ += 1
            tokens.append(f'<token number="0" sentence="{number}" t_id="{id_}">{word}</token>')
    marked = (
        '<TIMEX3 m_id="1" type="DATE" value="2013-12-10"><token_anchor t_id="4"/><token_anchor t_id="5"/>'
        '<token_anchor t_id="6"/><token_anchor t_id="7"/></TIMEX3>'
        '<TIMEX3 m_id="2" type="DATE" value="2013-12-09"><token_anchor t_id="17"/></TIMEX3>'
        '<TIMEX3 m_id="3" type="DATE" value="2013-12-10"/>'
    )
    path = folder / "article.xml"
    body = f"<Markables>{marked}</Markables>" if answers else ""
    path.write_text(f"<Document>{''.join(tokens)}{body}</Document>", encoding="utf-8")
    return path


def test_the_text_is_put_together_as_a_newspaper_prints_it(tmp_path: Path) -> None:
    document = document_of(article(tmp_path, answers=True))
    assert document.text == (
        "Envoy meets council\nDecember 10, 2013\nThe envoy met the council of Port Aral on Monday (twice)."
    )
    assert [answer.span.of(document.text) for answer in document.answers] == ["December 10, 2013", "Monday"]


def test_found_expressions_are_scored_and_written_a_line_each(tmp_path: Path) -> None:
    predictions = tmp_path / "out.jsonl"
    found = evaluate(article(tmp_path, answers=True), predictions)
    assert found.figures == {"recognised": 100.0, "exact": 100.0, "type": 100.0, "value": 100.0}
    lines = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert lines == [
        {"doc": "article", "tokens": ["4", "5", "6", "7"], "type": "DATE", "value": "2013-12-10"},
        {"doc": "article", "tokens": ["17"], "type": "DATE", "value": "2013-12-09"},
    ]


def test_without_answers_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    predictions = tmp_path / "out.jsonl"
    assert evaluate(article(tmp_path, answers=False), predictions).figures == {}
    assert len(predictions.read_text(encoding="utf-8").splitlines()) == 2
