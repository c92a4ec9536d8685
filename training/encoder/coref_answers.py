"""Documents with the mentions that a corpus marks: GUM's, MEANTIME's, ECB+'s.

In: the corpora's folders. Out: names and texts with marked characters and their clusters (`Answered`); and, with what
the parser says, mentions at their heads. Of mentions with one head word the shortest is kept: a name before the pair of
names that it begins. GUM marks all noun phrases; MEANTIME and ECB+ mark some, from which links alone are learned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from evaluation import ecbplus_files, gum, timex
from reportedly.encoder.labels import Chars, words_in
from reportedly.encoder.referring import TAGS, Longs, Parsed

GENRES = ("news", "interview", "court")
"""GUM's genres under CC BY; the first two are measured on."""

LONGEST = 120
"""Characters of the longest mention of ECB+ that is taken; its parts may lie apart."""


@dataclass(frozen=True)
class Answered:
    """A document: its corpus, name, text, and the characters of each mention with the name of its cluster."""

    corpus: str
    name: str
    text: str
    marked: tuple[tuple[Chars, str], ...]


def of_gum(folder: Path) -> Iterator[Answered]:
    """GUM's documents of the genres that training may use, in the order of their names."""
    for file in sorted(folder.rglob("*.conllu")):
        if gum.genre(file) in GENRES:
            document = gum.document(file)
            spans = (
                (document.places[first].start, document.places[last - 1].end) for (first, last), _ in document.mentions
            )
            names = (name for _, name in document.mentions)
            yield Answered("gum", document.name, document.text, tuple(zip(spans, names, strict=True)))


def of_meantime(folder: Path) -> Iterator[Answered]:
    """MEANTIME's documents up to the end of their annotated part, all but the apple corpus, which is of dev."""
    for file in sorted(folder.glob("corpus_*/*.xml")):
        if file.parent.name != "corpus_apple":
            document, root = timex.document_of(file), ElementTree.parse(file).getroot()  # noqa: S314 - a local file
            cluster = {
                source.get("m_id"): str(each.find("target").get("m_id"))  # type: ignore[union-attr]
                for each in root.iter("REFERS_TO")
                for source in each.iter("source")
            }
            marked = []
            for each in root.iter("ENTITY_MENTION"):
                places = [document.places[str(anchor.get("t_id"))] for anchor in each.iter("token_anchor")]
                if places and places[-1].end <= document.end:
                    span, number = (places[0].start, places[-1].end), each.get("m_id")
                    marked.append((span, cluster.get(number, f"alone {number}")))
            yield Answered("meantime", document.name, document.text[: document.end], tuple(marked))


def of_ecbplus(folder: Path) -> Iterator[Answered]:
    """ECB+'s documents of the training topics up to their last selected sentence."""
    for each in ecbplus_files.read(folder):
        if ecbplus_files.topic_of(each.name) not in ecbplus_files.DEVELOPMENT and each.judged:
            marked = (
                ((mention.spans[0].start, mention.spans[-1].end), str(mention.gold))
                for mention in each.mentions
                if mention.kind == "entity"
            )
            kept = tuple(mark for mark in marked if mark[0][1] - mark[0][0] < LONGEST)
            yield Answered("ecbplus", each.name, each.text[: each.judged[-1].end], kept)


def mentions(answered: Answered, words: Sequence[Chars], parsed: Parsed) -> tuple[Longs, Longs]:
    """Rows of first word, last (half-open), head, in the order of heads; and the number of each one's cluster."""
    chosen: dict[int, tuple[int, int, int]] = {}
    known, numbers = set[tuple[int, int]](), dict[str, int]()
    for (start, end), name in sorted(answered.marked, key=lambda each: (each[0][1] - each[0][0], each)):
        span = words_in(words, start, end)
        if span is None or span in known:
            continue
        head = next((i for i in heads(parsed, *span) if i not in chosen), None)
        if head is not None:
            known.add(span)
            chosen[head] = (*span, numbers.setdefault(name, len(numbers)))
    rows = [(first, last, head, cluster) for head, (first, last, cluster) in sorted(chosen.items())]
    table = np.array(rows, np.int64).reshape(len(rows), 4)
    return table[:, :3], table[:, 3]


def heads(parsed: Parsed, first: int, last: int) -> list[int]:
    """The words of a mention that hang on nothing in it: nouns and the like from the last on, then others so."""
    above = parsed.head[first:last]
    own = np.arange(first, last)
    tops = own[(above < first) | (above >= last) | (above == own)][::-1].tolist()
    return sorted(tops, key=lambda word: TAGS[parsed.tag[word]][:2] not in ("NN", "PR", "CD", "DT", "WP"))
