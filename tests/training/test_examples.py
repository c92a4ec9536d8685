import importlib.util
from pathlib import Path

import numpy as np
import pytest

from reportedly.encoder.arrays import distance_classes, filled
from reportedly.encoder.decode import Relation, gelu
from reportedly.encoder.heads import IGNORED, MEMBERS, TAGS, WIDTH, columns
from reportedly.encoder.wordpiece import Vocabulary
from training.encoder.apart import Apart
from training.encoder.batches import together
from training.encoder.examples import Example, encoded
from training.encoder.start import start_files

TEXT = "The mayor of Port Aral said the ferry may sail."


def at(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    return start, start + len(part)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "mayor", "of", "port", "ar", "##al", "said", "ferry", "may"]
    (tmp_path / "vocab.txt").write_text("\n".join([*pieces, "sail", "."]) + "\n", "utf-8")
    return Vocabulary(tmp_path / "vocab.txt")


def test_labels_stand_at_the_first_piece_of_each_word(vocabulary: Vocabulary) -> None:
    example = encoded(Example("made", "one", TEXT, {"names": ((*at("Port Aral"), "Location"),)}), vocabulary)
    batch = together(filled([example], vocabulary, 64, 8))
    names = TAGS["names"]
    shown = [None if tag == IGNORED else names[tag] for tag in batch.tags["names"][0]]
    assert shown[:7] == [None, "O", "O", "O", "B-Location", "I-Location", None]
    assert batch.ids[0, 5] == vocabulary.numbers["ar"]


def test_a_cue_knows_its_source_and_content(vocabulary: Vocabulary) -> None:
    relation = Relation((at("said"),), (at("The mayor of Port Aral"),), (at("the ferry may sail"),))
    example = encoded(Example("made", "one", TEXT, relations=(relation,)), vocabulary)
    batch = together(filled([example], vocabulary, 64, 8))
    ((window, first, last),) = batch.cues.tolist()
    assert (window, first, last) == (0, 7, 7)
    members = [MEMBERS[m] for m in batch.members[0] if m != IGNORED]
    assert members == ["source"] * 5 + ["none"] + ["content"] * 4 + ["none"]


def test_nothing_is_learned_where_the_corpus_is_silent(vocabulary: Vocabulary) -> None:
    made = Example("made", "one", TEXT, {"cue": ((*at("said"), "Cue"),)}, {"cue": (at("the ferry may sail"),)})
    assert encoded(made, vocabulary).tags["cue"].tolist() == [0, 0, 0, 0, 0, 1, *[IGNORED] * 4, 0]


def test_points_and_values_speak_of_the_first_word_alone(vocabulary: Vocabulary) -> None:
    made = Example("made", "one", TEXT, points={"time": ((*at("may sail"), "FUTURE"),)},
                   values={"factuality_uw": ((*at("sail"), 0.5),)})  # fmt: skip
    found = encoded(made, vocabulary)
    assert [i for i, tag in enumerate(found.tags["time"]) if tag != IGNORED] == [8]
    assert [i for i, value in enumerate(found.values["factuality_uw"]) if not np.isnan(value)] == [9]


def test_distances_grow_coarser_and_tell_the_side() -> None:
    classes = distance_classes(101, 50, 51).tolist()
    assert classes[48:54] == [18, 19, 20, 20, 21, 22]
    assert classes == sorted(classes)
    assert classes[0] >= 0
    assert classes[-1] <= 40


def test_every_head_has_columns_of_its_own() -> None:
    places = [i for column in columns().values() for i in range(column.start, column.stop)]
    assert places == list(range(WIDTH))


def test_a_text_that_holds_part_of_one_held_apart_is_known() -> None:
    told = "The harbour office closed its doors on Friday after a quarrel over the fees that fishing boats must pay."
    apart = Apart([told])
    assert apart.holds(f"{told} A clerk said so.")
    assert not apart.holds("A clerk said that the office would open again once the quarrel over fees was settled.")


def test_files_other_than_the_known_weights_are_refused(tmp_path: Path) -> None:
    for name in ("model.safetensors", "vocab.txt"):
        (tmp_path / name).write_text("other", "utf-8")
    with pytest.raises(ValueError, match="SHA-256"):
        start_files(tmp_path, tmp_path)


def test_the_error_unit_is_near_its_definition() -> None:
    found = gelu(np.array([-2.0, -0.5, 0.0, 1.0, 3.0], np.float32))
    assert np.allclose(found, [-0.0455003, -0.1542688, 0.0, 0.8413447, 2.9959503], atol=1e-5)


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="torch is only installed where one trains")
def test_the_pair_head_is_the_same_in_torch_and_outside() -> None:
    check = importlib.import_module("training.encoder.torch_runner")
    assert check.pair_difference() < 1e-4
