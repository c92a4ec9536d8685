"""The readers of UW and UDS-IH2 and of MEANTIME's events, on made-up sentences in their formats."""

import json
from itertools import product
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from evaluation.factuality import evaluate, figures, label, pearson, printed, read, scale
from evaluation.factuality_events import heard, in_corpus_words, told
from evaluation.timex import Document
from reportedly.annotate import complete
from reportedly.annotate.parse import parse
from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.model import Annotated, Certainty, Factuality, Polarity, Report, Span, Temporality
from tests.annotate.reading import annotator

ROWS = (
    ("The envoy met the council of Port Aral .", [(2, 3.0)]),
    ("The envoy did not meet the council .", [(4, -3.0)]),
    ("She `` may '' visit the port , he said .", [(4, 1.0), (9, 3.0)]),
)


def corpus(folder: Path, *, labelled: bool = True) -> Path:
    lines = []
    for i, (text, targets) in enumerate(ROWS):
        marked = [{"span1": [at, at + 1], **({"label": label} if labelled else {})} for at, label in targets]
        lines.append(json.dumps({"text": text, "targets": marked, "idx": i}))
    path = folder / "UW" / "dev.jsonl"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_words_are_set_as_print_would() -> None:
    text, places = printed(["She", "did", "n't", "say", "``", "yes", "''", "(", "again", ")", "."])
    assert text == "She didn't say ``yes'' (again)."
    assert [span.of(text) for span in places][:3] == ["She", "did", "n't"]


def test_our_reading_is_put_on_the_scale_and_written_a_line_a_predicate(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    found = evaluate(corpus(tmp_path), out)
    assert found.figures["r x100"] > 90.0
    assert found.figures["mae x100"] < found.baseline["mae x100"] == 200.0
    assert found.figures["mae saved"] > 0 == found.baseline["mae saved"]
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(line["idx"], line["span1"]) for line in lines] == [(0, [2, 3]), (1, [4, 5]), (2, [4, 5]), (2, [9, 10])]
    assert lines[0]["label"] == 3.0


def test_a_folder_gives_figures_for_each_corpus_in_it(tmp_path: Path) -> None:
    corpus(tmp_path)
    assert set(evaluate(tmp_path).figures) == {"UW mae x100", "UW r x100", "UW mae saved"}


def test_without_labels_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert evaluate(corpus(tmp_path, labelled=False), out).figures == {}
    assert len(out.read_text("utf-8").splitlines()) == 4


@pytest.mark.parametrize("name", ["UW", "UDS_IH2"])
def test_the_scale_knows_every_reading(name: str) -> None:
    cells = set(product(get_args(Certainty), get_args(Polarity), get_args(Temporality)))
    assert set(scale(name)) == cells
    assert all(-3 <= label <= 3 for label in scale(name).values())


def test_error_and_correlation_are_those_of_the_textbook() -> None:
    assert figures([3.0, -3.0], [3.0, 0.0]) == {"mae x100": 150.0, "r x100": 100.0, "mae saved": 50.0}
    assert pearson([1.0, 2.0, 3.0], [3.0, 2.0, 1.0]) == pytest.approx(-1.0)
    assert pearson([1.0, 2.0], [3.0, 3.0]) == 0.0


ARTICLE = (
    ("Council", "fined", "shipyard"),
    ("The", "council", "did", "not", "meet", "."),
    ("It", "will", "meet", "soon", "."),
)


def article(folder: Path, *, answers: bool = True) -> Path:
    tokens, id_ = [], 0
    for number, sentence in enumerate(ARTICLE):
        for word in sentence:
            id_ += 1
            tokens.append(f'<token number="0" sentence="{number}" t_id="{id_}">{word}</token>')
    marked = (
        '<EVENT_MENTION m_id="1" certainty="CERTAIN" polarity="NEG" time="NON_FUTURE"><token_anchor t_id="8"/>'
        '</EVENT_MENTION><EVENT_MENTION m_id="2" certainty="CERTAIN" polarity="POS" time="FUTURE">'
        '<token_anchor t_id="12"/></EVENT_MENTION>'
        '<EVENT_MENTION m_id="3" certainty="" polarity="" time=""><token_anchor t_id="2"/></EVENT_MENTION>'
    )
    path = folder / "article.xml"
    path.write_text(f"<Document>{''.join(tokens)}{marked if answers else ''}</Document>", encoding="utf-8")
    return path


def test_events_are_found_and_their_rare_values_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_EXTRACTOR", "rules")
    out = tmp_path / "out.jsonl"
    found = evaluate(article(tmp_path), out)
    assert found.figures["negative given"] == found.figures["future given"] == 100.0
    assert found.figures["rare given"] == 100.0 > found.baseline["rare given"] == 0.0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {"doc": "article", "tokens": ["8"], "certainty": "CERTAIN", "polarity": "NEG", "time": "NON_FUTURE"} in lines


def test_events_without_answers_give_predictions_only(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert evaluate(article(tmp_path, answers=False), out).figures == {}
    assert out.read_text("utf-8")


def test_what_is_merely_to_come_is_certain_in_the_words_of_the_corpus() -> None:
    assert in_corpus_words(Factuality("underspecified", "positive", "future")) == ("CERTAIN", "POS", "FUTURE")
    assert in_corpus_words(Factuality("possible", "negative", "future")) == ("POSSIBLE", "NEG", "FUTURE")


def read_along(text: str, word: str, heads: dict[str, str | float]) -> Annotated:
    """A text in which the encoder says of one word what `heads` says, a label or a number, and of others nothing."""
    found = words(text)
    scores, places = np.zeros((len(found), WIDTH), np.float32), columns()
    scores[:, places["event"].start] = 4.0
    at = next(i for i, (start, end) in enumerate(found) if text[start:end] == word)
    for head, value in heads.items():
        inside = 0 if isinstance(value, float) else TAGS[head].index(value)
        scores[at, places[head].start + inside] = value if isinstance(value, float) else 9.0
    scored = Scored(Cut(text, found, marks(text, found), []), scores, np.zeros((0, WIDTH), np.float32), (), {})
    parsed = next(parse(annotator().language, [Report(text=text, ref="test")]))
    return complete(parsed, scored)


def test_the_encoders_number_counts_most_and_stays_on_the_scale(tmp_path: Path) -> None:
    first = next(read(corpus(tmp_path)))
    doc = read_along(first.text, "met", {"factuality_uw": -1.0})
    assert label(doc, first, (2, 3), "UW") == pytest.approx(0.25 * 3.0 - 0.75)
    doc = read_along(first.text, "met", {"factuality_uw": 9.0})
    assert label(doc, first, (2, 3), "UW") == 3.0


def test_the_encoders_events_have_its_polarity_and_time_and_the_certainty_of_the_rules() -> None:
    text = "The talks may fail."
    heads: dict[str, str | float] = {"event": "B-Event", "polarity": "NEG", "time": "FUTURE", "certainty": "PROBABLE"}
    doc = read_along(text, "talks", heads)
    assert doc.scored is not None
    assert heard(doc.scored) == [Span(4, 9)]
    document = Document("made", text, {"t2": Span(4, 9)}, (), len(text))
    found = told(document, doc, Span(4, 9))
    assert (found.tokens, found.values[1:]) == (("t2",), ("NEG", "FUTURE"))
    assert found.values[0] == told(document, complete_without(doc), Span(4, 9)).values[0]


def complete_without(doc: Annotated) -> Annotated:
    """The same document without the encoder."""
    return Annotated(doc.report, doc.tokens, doc.sentences, doc.mentions, doc.entities)
