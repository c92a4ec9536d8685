"""Time expressions against MEANTIME: found, typed, and given the right value.

In: a CAT XML file, or a folder of them at any depth. Out: figures over the sentences that the corpus annotates (the
first six, title and date line included), and a prediction a line: `{"doc", "tokens", "type", "value"}`, tokens by the
corpus' ids. The report's date is read from its date line, as for any report; nothing is taken from the answers.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.corpus import Figures, extractor
from reportedly.annotate import Annotator
from reportedly.ground import timex
from reportedly.model import Annotated, Report, Span

ANNOTATED_SENTENCES = 6
NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]%]+|'s|n't|'(?:re|ve|ll|d|m)|''")
NO_SPACE_AFTER = frozenset(["(", "[", "$", "``", "£", "€"])
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
NAIVE = re.compile(rf"\b(?:(?:{MONTH}) \d{{1,2}}, \d{{4}}|(?:{MONTH})(?: \d{{4}})?|(?:19|20)\d\d)\b")


@dataclass(frozen=True)
class Timed:
    """One time expression: characters, the corpus' token ids, TIMEX3 type and value."""

    span: Span
    tokens: tuple[str, ...]
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """One article: its name, text, place of each token by its id, answers, and the end of the annotated part."""

    name: str
    text: str
    places: dict[str, Span]
    answers: tuple[Timed, ...]
    end: int


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """The F1 of recognition (overlap and exact), type and DATE value; without answers no figures, only predictions."""
    documents = list(read(path))
    reports = (Report(document.text, document.name) for document in documents)
    found = [
        predicted(document, doc)
        for document, doc in zip(documents, Annotator(extractor()).annotate(reports), strict=True)
    ]
    if predictions is not None:
        lines = [line(document, each) for document, timed in zip(documents, found, strict=True) for each in timed]
        predictions.write_text("".join(lines), encoding="utf-8")
    if not any(document.answers for document in documents):
        return Figures("timex", {})
    return Figures(
        "timex", figures(documents, found), figures(documents, [naive(d) for d in documents]), "a regex of dates"
    )


def read(path: Path) -> Iterator[Document]:
    """Each article in the order of the files' names."""
    files = [path] if path.is_file() else sorted(path.rglob("*.xml"))
    for file in files:
        yield document_of(file)


def document_of(file: Path) -> Document:
    """One CAT XML file, its text put together as a newspaper would print it."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a local file of a known corpus
    text, places, end, sentence, tight = "", {}, 0, "", True
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            text, tight = text + ("\n" if text else ""), True
            sentence = token.get("sentence") or ""
        if not tight and not NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        places[token.get("t_id") or ""] = Span(len(text), len(text) + len(word))
        text += word
        tight = word in NO_SPACE_AFTER
        if int(sentence) < ANNOTATED_SENTENCES:
            end = len(text)
    answers = tuple(answers_of(root, places))
    return Document(file.stem, text, places, answers, end)


def answers_of(root: Any, places: dict[str, Span]) -> Iterator[Timed]:
    """The time expressions of the answers that stand in the text."""
    for each in root.iter("TIMEX3"):
        ids = tuple(anchor.get("t_id") for anchor in each.iter("token_anchor"))
        if ids:
            span = Span(places[ids[0]].start, places[ids[-1]].end)
            yield Timed(span, ids, each.get("type"), iso(each.get("value")))


def iso(value: str) -> str:
    """A value with a slip of the corpus mended: 03-02-2009 stands for 2009-02-03."""
    match = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else value


def predicted(document: Document, doc: Annotated) -> list[Timed]:
    """What is found in the annotated part."""
    found = zip(doc.times, timex(doc), strict=True)
    return [timed(document, each.span, type_, value) for each, (type_, value) in found if each.span.end <= document.end]


def timed(document: Document, span: Span, type_: str, value: str) -> Timed:
    """A prediction with the ids of its tokens."""
    return Timed(span, tuple(id_ for id_, place in document.places.items() if place.overlaps(span)), type_, value)


def naive(document: Document) -> list[Timed]:
    """The baseline: dates with a month's name, and years; the value as written."""
    found = NAIVE.finditer(document.text[: document.end])
    return [timed(document, Span(*match.span()), "DATE", match[0]) for match in found]


def line(document: Document, each: Timed) -> str:
    """One prediction as a line of JSON."""
    row = {"doc": document.name, "tokens": list(each.tokens), "type": each.type, "value": each.value}
    return json.dumps(row, ensure_ascii=False) + "\n"


def figures(documents: list[Document], found: list[list[Timed]]) -> dict[str, float]:
    """F1 in percent; a pair overlaps, each expression used once. `value` counts expressions of type DATE."""
    gold = [answer for document in documents for answer in document.answers]
    ours = [each for timed in found for each in timed]
    pairs = [pair for document, timed in zip(documents, found, strict=True) for pair in paired(document.answers, timed)]
    dates = [(g, p) for g, p in pairs if g.type == p.type == "DATE" and g.value == p.value]
    return {
        "recognised": f1(len(pairs), len(ours), len(gold)),
        "exact": f1(sum(g.tokens == p.tokens for g, p in pairs), len(ours), len(gold)),
        "type": f1(sum(g.type == p.type for g, p in pairs), len(ours), len(gold)),
        "value": f1(len(dates), sum(p.type == "DATE" for p in ours), sum(g.type == "DATE" for g in gold)),
    }


def paired(gold: tuple[Timed, ...], ours: list[Timed]) -> Iterator[tuple[Timed, Timed]]:
    """Expressions that overlap, in text order, each used once."""
    left = list(ours)
    for answer in gold:
        match = next((each for each in left if each.span.overlaps(answer.span)), None)
        if match is not None:
            left.remove(match)
            yield answer, match


def f1(hits: int, ours: int, gold: int) -> float:
    """F1 in percent."""
    return round(200 * hits / (ours + gold), 1) if ours + gold else 0.0
