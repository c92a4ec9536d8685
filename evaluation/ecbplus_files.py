"""The ECB+ corpus read: documents as text, their mentions, and which mentions the answers say are one.

In: a folder of ECB+ XML files at any depth, and the list of selected sentences `ECBplus_coreference_sentences.csv`
beside or above them. Out: documents in the order of topic and number. The names of the documents, which tell the topic,
serve the order alone.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

from evaluation.timex import NO_SPACE_AFTER, NO_SPACE_BEFORE
from reportedly.model import Annotated, Span, Token

SELECTED = "ECBplus_coreference_sentences.csv"
DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""Topics on which figures are measured; the shipped weights are learned from the others up to the last given one."""

LAST_GIVEN_TOPIC = 35
EVENT_TAGS = ("ACTION", "NEG")

Kind = Literal["event", "entity"]


@dataclass(frozen=True)
class Marked:
    """One mention of the corpus: its document, its tokens' ids, characters, kind, and the answer's cluster if known."""

    doc: str
    tokens: tuple[int, ...]
    spans: tuple[Span, ...]
    kind: Kind
    gold: str | None


@dataclass(frozen=True)
class Document:
    """One article as text, with the mentions of its selected sentences in text order; `judged` are those sentences."""

    name: str
    text: str
    mentions: tuple[Marked, ...]
    answered: bool
    judged: tuple[Span, ...] = ()


def read(path: Path) -> Iterator[Document]:
    """Each document in the order of topic, number and part of the corpus."""
    chosen = selected(path)
    files = [path] if path.is_file() else path.rglob("*.xml")
    for file in sorted(files, key=place):
        yield document_of(file, chosen)


def place(file: Path) -> tuple[int, str, int]:
    """Where a file stands in the corpus: topic, part (ecb, ecbplus), number."""
    match = re.fullmatch(r"(\d+)_(\d+)(\w*)", file.stem)
    return (int(match[1]), match[3], int(match[2])) if match else (0, file.stem, 0)


def topic_of(name: str) -> str:
    """The topic of a document, by its name."""
    return name.split("_")[0]


def selected(path: Path) -> dict[str, set[int]] | None:
    """The selected sentences by document; None where no list is found: then every sentence counts."""
    for folder in (path, *path.parents[:2]):
        if (folder / SELECTED).is_file():
            break
    else:
        return None
    found: dict[str, set[int]] = {}
    with (folder / SELECTED).open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    return found


def document_of(file: Path, chosen: dict[str, set[int]] | None) -> Document:
    """One file, its text put together as a newspaper would print it; a first line that is an address is left out."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a local file of a known corpus
    tokens = list(root.iter("token"))
    sentences = {int(t.get("t_id", 0)): int(t.get("sentence", 0)) for t in tokens}
    address = file.stem.endswith("plus") and any("http" in (t.text or "") for t in tokens if t.get("sentence") == "0")
    text, places = printed([t for t in tokens if not (address and t.get("sentence") == "0")])
    wanted = None if chosen is None else chosen.get(file.stem, set())
    clusters = answers(root)
    found = []
    for mark in marks(root):
        ids = tuple(sorted(int(anchor.get("t_id")) for anchor in mark.iter("token_anchor")))
        if all(i in places for i in ids) and (wanted is None or sentences[ids[0]] in wanted):
            kind: Kind = "event" if mark.tag.startswith(EVENT_TAGS) else "entity"
            gold = clusters.get(mark.get("m_id"), f"{file.stem}/{mark.get('m_id')}")
            found.append(Marked(file.stem, ids, tuple(places[i] for i in ids), kind, gold))
    found.sort(key=lambda mention: (mention.tokens, mention.kind))
    lines = [Span(match.start(), match.end()) for match in re.finditer("[^\n]+", text)]
    chosen_lines = {line_at(lines, places[i]) for i in places if wanted is None or sentences[i] in wanted}
    return Document(file.stem, text, tuple(found), bool(clusters), tuple(sorted(chosen_lines)))


def line_at(lines: Sequence[Span], word: Span) -> Span:
    """The line that holds a word."""
    return lines[bisect_right(lines, word.start, key=lambda line: line.start) - 1]


def printed(tokens: list[Any]) -> tuple[str, dict[int, Span]]:
    """The text of the tokens, a line a sentence, and the place of each by its id."""
    text, places, sentence, tight = "", {}, None, True
    for token in tokens:
        word = token.text or "?"
        if token.get("sentence") != sentence:
            text, tight, sentence = text + ("\n" if text else ""), True, token.get("sentence")
        if not tight and not NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        places[int(token.get("t_id"))] = Span(len(text), len(text) + len(word))
        text += word
        tight = word in NO_SPACE_AFTER
    return text, places


def tokens_in(doc: Annotated, spans: Sequence[Span]) -> list[int]:
    """The places of the tokens that share a character with the spans; where none does, of the one before them."""
    found = set()
    for span in spans:
        first = max(bisect_right(doc.tokens, span.start, key=starts) - 1, 0)
        for token in doc.tokens[first : bisect_right(doc.tokens, span.end - 1, key=starts)]:
            if token.end > span.start:
                found.add(token.i)
    return sorted(found) or [min(bisect_right(doc.tokens, spans[0].start, key=starts), len(doc.tokens)) - 1]


def starts(token: Token) -> int:
    """Where a token starts."""
    return token.start


def marks(root: Any) -> Iterator[Any]:
    """The elements that mark words of the text."""
    for mark in root.find("Markables") if root.find("Markables") is not None else ():
        if mark.find("token_anchor") is not None:
            yield mark


def answers(root: Any) -> dict[str | None, str]:
    """The cluster of each mention that stands in a relation; within one document the relation's own id names it."""
    found: dict[str | None, str] = {}
    relations = root.find("Relations")
    for relation in relations if relations is not None else ():
        name = relation.get("note") or f"{root.get('doc_name')}/{relation.get('r_id')}"
        if relation.tag == "INTRA_DOC_COREF":
            name = f"{root.get('doc_name')}/{relation.get('r_id')}"
        for source in relation.iter("source"):
            found[source.get("m_id")] = name
    return found
