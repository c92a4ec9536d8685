"""A report with what a corpus says of it, and the same in words and pieces.

In: a text with marked characters (`Example`). Out: `Encoded`: its words, their marks and pieces, and for every head
that the corpus knows a label for each word.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from training.encoder.heads import IGNORED, MEMBERS, TAGS
from training.encoder.labels import Chars, Floats, Ints, Marked, tags, words_in
from training.encoder.wordpiece import Vocabulary
from training.encoder.words import Marks, marks, words


@dataclass(frozen=True)
class Relation:
    """An attribution: the characters of its cue, source and content, each in one part or several."""

    cue: tuple[Chars, ...]
    source: tuple[Chars, ...] = ()
    content: tuple[Chars, ...] = ()


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
class Encoded:
    """An example in words. `tags` and `values` have a row of labels a head; IGNORED or nan where nothing is known."""

    corpus: str
    name: str
    text: str
    words: list[Chars]
    marks: Marks
    pieces: list[tuple[int, ...]]
    tags: dict[str, Ints] = field(default_factory=dict)
    values: dict[str, Floats] = field(default_factory=dict)
    whole: dict[str, int] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()


def encoded(example: Example, vocabulary: Vocabulary) -> Encoded:
    """The example in words and pieces."""
    found = words(example.text)
    labels = {head: tags(found, marked, TAGS[head]) for head, marked in example.spans.items()}
    for head, parts in example.silent.items():
        for start, end in parts:
            inside = words_in(found, start, end)
            if inside is not None:
                labels[head][inside[0] : inside[1]] = IGNORED
    labels |= {head: points(found, marked, head) for head, marked in example.points.items()}
    return Encoded(
        example.corpus,
        example.name,
        example.text,
        found,
        marks(example.text, found),
        [vocabulary.pieces(example.text[start:end]) for start, end in found],
        labels,
        {head: values(found, marked) for head, marked in example.values.items()},
        {head: TAGS[head].index(label) for head, label in example.whole.items()},
        tuple(pair for relation in example.relations if (pair := paired(found, relation)) is not None),
    )


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
