"""Mentions and their clusters from planted weights, and the signs of pairs of mentions."""

from pathlib import Path

import numpy as np
import pytest

from reportedly.encoder import linking
from reportedly.encoder.arrays import Cut, Filled
from reportedly.encoder.decode import Scored, Seen
from reportedly.encoder.heads import WIDTH
from reportedly.encoder.referring import (
    BALANCES,
    BEFORE,
    BEHIND,
    DEP_AT,
    DEPS,
    FORMS,
    KIND_AT,
    KINDS,
    PARTS,
    SIZES,
    TAG_AT,
    TAGS,
    Longs,
    Parsed,
    sides,
    signs,
)  # fmt: skip
from reportedly.encoder.windows import Window
from reportedly.encoder.words import marks, words
from reportedly.errors import Stop

TEXT = "Ines Marlow left Port Aral. Marlow sank her ferry."
TAGGED = ("NNP", "NNP", "VBD", "NNP", "NNP", ".", "NNP", "VBD", "PRP$", "NN", ".")
ABOVE = (1, 2, 2, 4, 2, 2, 7, 7, 9, 7, 7)
STATES = 4


def parsed() -> Parsed:
    """What a parser would say of TEXT."""
    count = len(TAGGED)
    left, right = np.arange(count), np.arange(count)
    left[[1, 4, 9]] = 0, 3, 8
    return Parsed(
        np.array([TAG_AT[tag] for tag in TAGGED]), np.full(count, DEP_AT["compound"]), np.array(ABOVE), left, right,
        np.array([0] * 6 + [1] * 5), np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros(count, np.int64),
        np.full(count, -1),
    )  # fmt: skip


def planted() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Weights that take each noun's last word for a head, the parser's bounds, and the same words for one entity."""
    whole = STATES + 24 + 24 + 8 + 8
    shapes: dict[str, tuple[int, ...]] = {
        "tables.tag.weight": (len(TAGS), 24), "tables.dep.weight": (len(DEPS), 24),
        "tables.above.weight": (len(DEPS), 8), "tables.form.weight": (len(FORMS), 8),
        "seen.weight": (128, whole), "head.weight": (2, 128), "pointing.weight": (128, whole),
        "from_head.weight": (128, 128), "to_first.weight": (64, 2 * whole), "to_last.weight": (64, 2 * whole),
        "far_first.weight": (BEFORE + 1, 1), "far_last.weight": (BEHIND + 1, 1), "parts_first.weight": (PARTS, 1),
        "parts_last.weight": (PARTS, 1), "balance_first.weight": (BALANCES, 1), "balance_last.weight": (BALANCES, 1),
        "asks_first.weight": (PARTS, 128), "asks_last.weight": (PARTS, 128), "mention.weight": (256, 3 * whole),
        "kind.weight": (len(KINDS), 256), "later.weight": (128, 256), "earlier.weight": (128, 256),
        "again_later.weight": (128, 256), "again_earlier.weight": (128, 256), "inner.weight": (128, 160),
        "score.weight": (1, 128),
        **{f"asked.{name}.weight": (SIZES[name], 256) for name in linking.ASKED},
    }  # fmt: skip
    found = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    found |= {name.replace("weight", "bias"): np.zeros(shape[0], np.float32) for name, shape in shapes.items()}
    for name, size in SIZES.items():
        found[f"alone.{name}.weight"], found[f"beside.{name}.weight"] = (
            np.zeros((size, n), np.float32) for n in (1, 32)
        )
    found["seen.weight"][0, 0], found["head.weight"][1, 0], found["head.bias"][0] = 1.0, 1.0, 0.5
    found["parts_first.weight"][1] = found["parts_last.weight"][1] = 5.0
    found["asked.match.bias"][:] = np.where(np.arange(256) & 2, 1.0, -1.0)
    return found


def scored(*, told: bool = True) -> Scored:
    """TEXT with states that mark the heads of its mentions."""
    spans = words(TEXT)
    cut = Cut(TEXT, spans, marks(TEXT, spans), [(1,)] * len(spans))
    states = np.zeros((len(spans), STATES), np.float16)
    states[[1, 4, 6, 8, 9], 0] = 2.0
    none, count = np.zeros((0,), np.int64), len(spans)
    filled = Filled(cut, Window(0, count, 0, count), none, none, none)
    empty = np.zeros((count, 1), np.float32)
    seen = Seen(filled, empty, empty, empty, states if told else None)
    return Scored(cut, np.zeros((count, WIDTH), np.float32), empty, (seen,), {})


def test_mentions_are_found_nested_and_one_name_is_one_cluster() -> None:
    found = linking.referring(scored(), parsed(), [planted(), planted()])
    spans = words(TEXT)
    shown = [TEXT[spans[each.first][0] : spans[each.last - 1][1]] for each in found]
    assert shown == ["Ines Marlow", "Port Aral", "Marlow", "her", "her ferry"]
    assert [each.cluster for each in found] == [0, 1, 0, 3, 4]


def test_without_states_nothing_is_found() -> None:
    assert linking.referring(scored(told=False), parsed(), [planted(), planted()]) == []


def test_mentions_far_behind_are_linked_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "BLOCK", 2)
    monkeypatch.setattr(linking, "BACK", 2)
    assert [each.cluster for each in linking.referring(scored(), parsed(), [planted(), planted()])] == [0, 1, 0, 3, 4]


def row(*mentions: tuple[int, int, int]) -> Longs:
    return np.array(mentions, np.int64)


def test_signs_tell_the_kind_and_what_words_are_shared() -> None:
    cut = [TEXT[start:end] for start, end in words(TEXT)]
    found = signs(cut, parsed(), row((0, 2, 1), (6, 7, 6), (8, 9, 8)), np.zeros(len(cut), np.int64))
    assert found.kind.tolist() == [KIND_AT["name"], KIND_AT["name"], KIND_AT["she"]]
    match = found.pairs["match"]
    assert match[1, 0] & 0b1 == 0
    assert match[1, 0] & 0b1110
    assert match[2, 0] == 0
    assert all(values.max() < SIZES[name] for name, values in found.pairs.items())


def test_initials_are_the_name_before_them() -> None:
    cut = ["Port", "Aral", "Council", "(", "PAC", ")"]
    nothing = np.zeros(6, np.int64)
    made = Parsed(*[nothing] * 10)
    found = signs(cut, made, row((0, 3, 2), (4, 5, 4)), nothing)
    assert found.pairs["match"][1, 0] == 1 << 7


def test_sides_tell_where_the_parser_ends_a_mention_and_what_brackets_say() -> None:
    cut = ["the", "Council", "(", "PAC", ")", "met"]
    nothing = np.zeros(6, np.int64)
    parsed_ = Parsed(
        nothing, nothing, np.array([1, 5, 1, 1, 1, 5]), np.array([0, 0, 2, 3, 4, 0]), np.array([0, 4, 2, 3, 4, 5]),
        nothing, nothing, nothing, nothing, nothing,
    )  # fmt: skip
    begins, ends = sides(cut, parsed_, np.array([1]))
    assert begins.parts[0, :2].tolist() == [2, 1]
    assert ends.parts[0, :4].tolist() == [2, 2, 2, 1]
    assert ends.balance[0, :5].tolist() == [2, 4, 4, 2, 2]
    assert ends.inside[0].sum() == 5


def test_linkers_of_another_encoder_are_refused(tmp_path: Path) -> None:
    encoder = tmp_path / "encoder.int8.onnx"
    encoder.write_bytes(b"one")
    linking.save(tmp_path / "one.npz", [{"kind": np.ones(2, np.float32)}, {"kind": np.zeros(2, np.float32)}])
    linking.save(tmp_path / "same.npz", [{"kind": np.ones(2, np.float32)}])
    assert [own["kind"].tolist() for own in linking.load(tmp_path / "one.npz")] == [[1, 1], [0, 0]]
    encoder.write_bytes(b"another")
    with pytest.raises(Stop, match="another encoder"):
        linking.load(tmp_path / "same.npz")


def test_weights_that_are_not_there_stop_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="install reportedly again"):
        linking.load(tmp_path / "links.npz")
