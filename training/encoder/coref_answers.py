"""GUM's documents with the head of each mention.

In: a CoNLL-U file of GUM. Out: its text, and its mentions in our words: first, last (half-open), head, cluster. Of
mentions with one head word the shortest is kept: a name before the pair of names that it begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation import gum
from reportedly.encoder.labels import words_in
from reportedly.encoder.words import words

GENRES = ("news", "interview", "court")
"""The genres under CC BY; the first two are measured on."""


@dataclass(frozen=True)
class Referring:
    """One mention: words, half-open, its head word, and the number of its cluster."""

    first: int
    last: int
    head: int
    cluster: int


@dataclass(frozen=True)
class Answered:
    """A document and its mentions in the order of their heads."""

    document: gum.Document
    mentions: tuple[Referring, ...]


def documents(folder: Path) -> Iterator[Answered]:
    """The documents of the genres that training may use, in the order of their names."""
    for file in sorted(folder.rglob("*.conllu")):
        if gum.genre(file) in GENRES:
            yield answered(file)


def answered(file: Path) -> Answered:
    """One file."""
    document, governors = gum.document(file), heads(file)
    found = words(document.text)
    numbers: dict[str, int] = {}
    chosen: dict[int, Referring] = {}
    for (first, last), name in sorted(document.mentions, key=lambda each: each[0][1] - each[0][0]):
        top = next((i for i in range(first, last) if not first <= governors[i] < last), last - 1)
        place = document.places[top]
        span = words_in(found, document.places[first].start, document.places[last - 1].end)
        head = words_in(found, place.start, place.end)
        if span is not None and head is not None:
            cluster = numbers.setdefault(name, len(numbers))
            chosen.setdefault(head[1] - 1, Referring(*span, head[1] - 1, cluster))
    return Answered(document, tuple(chosen[head] for head in sorted(chosen)))


def heads(file: Path) -> list[int]:
    """For each token of the document the token that governs it; -1 for a root."""
    found: list[int] = []
    start = 0
    for line in file.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if not line:
            start = len(found)
        elif len(columns) == 10 and columns[0].isdigit():
            found.append(start + int(columns[6]) - 1 if columns[6] != "0" else -1)
    return found
