from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from reportedly.encoder.arrays import Batch, filled
from reportedly.encoder.decode import Model, Outputs, attributions, found_spans, names, scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.wordpiece import Vocabulary
from reportedly.encoder.words import SHAPES
from training.encoder.batches import example, grouped, recased
from training.encoder.examples import Encoded, Example, encoded

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "ferry", "from", "port", "aral", "sank", "said", "veld", ".")
NOTHING = {
    "distance": np.zeros((41, 1), np.float32),
    "member": np.zeros((3, 1), np.float32),
    "member_bias": np.zeros(3, np.float32),
}
"""Weights of the pair head that add nothing."""


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    (tmp_path / "vocab.txt").write_text("\n".join(PIECES) + "\n", "utf-8")
    return Vocabulary(tmp_path / "vocab.txt")


def report(text: str, vocabulary: Vocabulary, corpus: str = "made") -> Encoded:
    return encoded(Example(corpus, "one", text), vocabulary)


def planted(batch: Batch) -> Outputs:
    """A network that takes "port aral" for a place and "said" for a cue, whatever stands around."""
    scores = np.zeros((*batch.ids.shape, WIDTH), np.float32)
    places = columns()
    for head, label, piece in (
        ("names", "B-Location", "port"),
        ("names", "I-Location", "aral"),
        ("cue", "B-Cue", "said"),
    ):
        at = places[head].start + TAGS[head].index(label)
        scores[..., at][batch.ids == PIECES.index(piece)] = 5.0
    for head in ("names", "cue"):
        scores[..., places[head].start] += 2.0
    word = np.zeros((*batch.ids.shape, 2), np.float32)
    word[..., 1] = np.isin(batch.ids, [PIECES.index("veld")]) * 9.0 - 4.0
    cue = np.zeros((*batch.ids.shape, 3), np.float32)
    cue[..., 1] = 1.0
    return scores, word, cue, cue


def shown(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_name_is_found_in_every_window_of_a_long_report(vocabulary: Vocabulary) -> None:
    text = "The ferry from Port Aral sank. " * 40
    (found,) = scored([report(text, vocabulary)], Model(planted, NOTHING, vocabulary), size=32, overlap=8)
    spans = list(names(found))
    assert [(text[a:b], kind) for a, b, kind in spans] == [("Port Aral", "Location")] * 40
    assert len({a for a, _, _ in spans}) == 40


def test_reports_of_one_run_keep_their_own_scores(vocabulary: Vocabulary) -> None:
    texts = ("The ferry sank.", "Port Aral sank. " * 20, "")
    found = scored(
        [report(text, vocabulary) for text in texts], Model(planted, NOTHING, vocabulary), size=32, overlap=8
    )
    assert [len(found_spans(each, "names")) for each in found] == [0, 20, 0]


def test_an_attribution_has_the_source_of_its_cue(vocabulary: Vocabulary) -> None:
    text = "The ferry sank, Veld said."
    (found,) = scored([report(text, vocabulary)], Model(planted, NOTHING, vocabulary))
    (relation,) = attributions(found)
    assert shown(text, relation.cue) == ["said"]
    assert shown(text, relation.source) == ["Veld"]
    assert relation.content == ()


def test_batches_hold_one_corpus_and_what_fits(vocabulary: Vocabulary) -> None:
    examples = [report("The ferry sank. " * n, vocabulary, f"corpus {n % 2}") for n in range(1, 20)]
    windows = filled(examples, vocabulary, 64, 8)
    batches = grouped(windows, 128, np.random.default_rng(1))
    assert sorted(map(id, (each for batch in batches for each in batch))) == sorted(map(id, windows))
    for batch in batches:
        assert len({example(each).corpus for each in batch}) == 1
        assert len(batch) == 1 or max(len(each.ids) for each in batch) * len(batch) <= 128


def test_recasing_changes_letters_alone() -> None:
    marks = np.array([[SHAPES.index(shape), 2, 1] for shape in ("Title", "lower", "digits", "sign")])
    capitals = recased(marks, np.random.default_rng(1), case=1.0)
    assert [SHAPES[i] for i in capitals[:, 0]] == ["UPPER", "UPPER", "digits", "sign"]
    assert (capitals[:, 1:] == marks[:, 1:]).all()
