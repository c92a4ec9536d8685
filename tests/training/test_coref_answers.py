import numpy as np

from reportedly.encoder.referring import DEP_AT, TAG_AT, Parsed
from reportedly.encoder.words import words
from training.encoder.coref_answers import Answered, mentions

TEXT = "The mayor of Aral left her office."
TAGGED = ("DT", "NN", "IN", "NNP", "VBD", "PRP$", "NN", ".")
ABOVE = (1, 4, 1, 2, 4, 6, 4, 4)
PARSED = Parsed(
    np.array([TAG_AT[tag] for tag in TAGGED]), np.full(8, DEP_AT["dep"]), np.array(ABOVE),
    *[np.zeros(8, np.int64)] * 7,
)  # fmt: skip


def answered(*marked: tuple[str, str]) -> Answered:
    spans = ((TEXT.index(shown), TEXT.index(shown) + len(shown)) for shown, _ in marked)
    return Answered("gum", "made", TEXT, tuple(zip(spans, (name for _, name in marked), strict=True)))


def found(*marked: tuple[str, str]) -> list[tuple[str, str, int]]:
    spans = words(TEXT)
    rows, clusters = mentions(answered(*marked), spans, PARSED)
    cut = [TEXT[start:end] for start, end in spans]
    return [
        (" ".join(cut[first:last]), cut[head], cluster)
        for (first, last, head), cluster in zip(rows.tolist(), clusters.tolist(), strict=True)
    ]


def test_each_mention_stands_at_its_head_with_its_cluster() -> None:
    shown = found(("The mayor of Aral", "a"), ("Aral", "b"), ("her", "a"), ("her office", "c"))
    assert [row[:2] for row in shown] == [
        ("The mayor of Aral", "mayor"), ("Aral", "Aral"), ("her", "her"), ("her office", "office"),
    ]  # fmt: skip
    clusters = [row[2] for row in shown]
    assert clusters[0] == clusters[2]
    assert len(set(clusters)) == 3


def test_of_two_mentions_with_one_head_the_shorter_is_kept() -> None:
    assert [row[:2] for row in found(("The mayor of Aral", "a"), ("The mayor", "b"))] == [("The mayor", "mayor")]


def test_no_mentions_are_no_rows() -> None:
    assert found() == []
