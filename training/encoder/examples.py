"""A report with what a corpus says of it, and the same in words and pieces.

In: a text with marked characters (`Example`). Out: `Encoded`: its words, their marks and pieces, and for every head
that the corpus knows a label for each word.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from reportedly.encoder.arrays import Cut, cut
from reportedly.encoder.decode import Relation
from reportedly.encoder.heads import IGNORED, MEMBERS, TAGS
from reportedly.encoder.labels import Chars, Floats, Ints, Marked, words_in
from reportedly.encoder.wordpiece import Vocabulary


@dataclass(frozen=True)
class Example:
    """A text and what its corpus says of it.

    `spans` of a head label the whole text, all else is O, but for the characters in `silent`, of which the head learns
    nothing. `points` and `values` speak of the first word of a span alone. `whole` is said of the text.
    """

    corpus: str
    name: str
    text: str
    spans: Mapping[str, tuple[Marked, ...]] = field(default_factory=dict)
    silent: Mapping[str, tuple[Chars, ...]] = field(default_factory=dict)
    points: Mapping[str, tuple[Marked, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[tuple[int, int, float], ...]] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class Pair:
    """A cue, its first word and its last (half-open), and what each word of the text is to it."""

    cue: tuple[int, int]
    members: Ints


@dataclass(frozen=True)
class Encoded(Cut):
    """An example in words. `tags` and `values` have a row of labels a head; IGNORED or nan where nothing is known."""

    corpus: str = ""
    name: str = ""
    tags: dict[str, Ints] = field(default_factory=dict)
    values: dict[str, Floats] = field(default_factory=dict)
    whole: dict[str, int] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()


def encoded(example: Example, vocabulary: Vocabulary) -> Encoded:
    """The example in words and pieces."""
    pieces = cut(example.text, vocabulary)
    found = pieces.words
    labels = {head: tags(found, marked, TAGS[head]) for head, marked in example.spans.items()}
    for head, parts in example.silent.items():
        for start, end in parts:
            inside = words_in(found, start, end)
            if inside is not None:
                labels[head][inside[0] : inside[1]] = IGNORED
    labels |= {head: points(found, marked, head) for head, marked in example.points.items()}
    return Encoded(
        pieces.text,
        found,
        pieces.marks,
        pieces.pieces,
        example.corpus,
        example.name,
        labels,
        {head: values(found, marked) for head, marked in example.values.items()},
        {head: TAGS[head].index(label) for head, label in example.whole.items()},
        tuple(pair for relation in example.relations if (pair := paired(found, relation)) is not None),
    )


def tags(words: Sequence[Chars], marked: Iterable[Marked], labels: Sequence[str]) -> Ints:
    """The place in `labels` of each word's label. Of spans that share a word the first given keeps it.

    Where `labels` has a class without B and I, every word of a span has that label.
    """
    places = {label: i for i, label in enumerate(labels)}
    found = np.zeros(len(words), np.int32)
    for start, end, name in marked:
        inside = words_in(words, start, end)
        if inside is None or found[inside[0] : inside[1]].any():
            continue
        found[inside[0] : inside[1]] = places.get(f"I-{name}", places.get(name, 0))
        found[inside[0]] = places.get(f"B-{name}", places.get(name, 0))
    return found


def points(found: list[Chars], marked: tuple[Marked, ...], head: str) -> Ints:
    """The labels of the first words of some spans; IGNORED elsewhere."""
    row = np.full(len(found), IGNORED, np.int32)
    for start, end, label in marked:
        inside = words_in(found, start, end)
        if inside is not None:
            row[inside[0]] = TAGS[head].index(label)
    return row


def values(found: list[Chars], marked: tuple[tuple[int, int, float], ...]) -> Floats:
    """The numbers at the first words of some spans; nan elsewhere."""
    row = np.full(len(found), np.nan, np.float32)
    for start, end, value in marked:
        inside = words_in(found, start, end)
        if inside is not None:
            row[inside[0]] = value
    return row


def paired(found: list[Chars], relation: Relation) -> Pair | None:
    """A relation by words; None where no word is of its cue. A cue in parts stands where its first part does."""
    cues = [inside for start, end in relation.cue if (inside := words_in(found, start, end)) is not None]
    if not cues:
        return None
    members = np.zeros(len(found), np.int32)
    for name, parts in (("content", relation.content), ("source", relation.source)):
        for start, end in parts:
            inside = words_in(found, start, end)
            if inside is not None:
                members[inside[0] : inside[1]] = MEMBERS.index(name)
    return Pair(cues[0], members)
