"""Events of MEANTIME: found, and how each is put.

In: a CAT XML file, or a folder of them at any depth. Out: figures over the sentences that the corpus annotates, and a
prediction a line: `{"doc", "tokens", "certainty", "polarity", "time"}`, tokens and values by the corpus.

Where the encoder reads along, ours are the events it hears, which are the corpus' own: with its polarity and time and
the certainty that the rules read at their head word. With rules alone, ours are the triggers of event claims and the
cues of attributions, each with the factuality of its head word.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.corpus import Figures, extractor
from evaluation.timex import Document, document_of
from reportedly.encoder import decode
from reportedly.encoder.decode import Scored
from reportedly.encoder.labels import words_in
from reportedly.extract.factuality.factuality import factuality
from reportedly.model import Annotated, Factuality, Report, Span
from reportedly.pipeline import Reader, Reading

VALUES = ("certainty", "polarity", "time")
USUAL = {"certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"}
"""The values that nearly all events have: the constant answer."""

Values = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """An event: the corpus' ids of its tokens, certainty, polarity and time in the corpus' words."""

    tokens: tuple[str, ...]
    values: Values


@dataclass(frozen=True)
class Article:
    """An article with its answers, what is found, what is read at the answers' words, and the verbs."""

    document: Document
    gold: tuple[Told, ...]
    ours: tuple[Told, ...]
    given: tuple[Told, ...]
    verbs: tuple[Told, ...]


def evaluate_events(path: Path, predictions: Path | None = None) -> Figures:
    """The F1 of events, and that of rare values: of the events found, and at the answers' words (`given`)."""
    files = [path] if path.is_file() else sorted(path.rglob("*.xml"))
    documents = [document_of(file) for file in files]
    readings = Reader(extractor=extractor()).read(Report(each.text, each.name, language="en") for each in documents)
    found = [article(file, d, r) for file, d, r in zip(files, documents, readings, strict=True)]
    if predictions is not None:
        predictions.write_text("".join(lines(found)), encoding="utf-8")
    if not any(each.gold for each in found):
        return Figures("factuality", {})
    ours = events([(a.gold, a.ours) for a in found]) | given([(a.gold, a.given) for a in found])
    usual = events([(a.gold, a.verbs) for a in found]) | given([(a.gold, constant(a.gold)) for a in found])
    return Figures("factuality", ours, usual, "every verb; certain, positive, not future")


def article(file: Path, document: Document, reading: Reading) -> Article:
    """All that is compared of one article, from its annotated part."""
    doc = reading.annotated
    gold = tuple(answers(file))
    spans = ruled(reading) if doc.scored is None else heard(doc.scored)
    verbs = (Span(t.start, t.end) for t in doc.tokens if t.pos == "VERB")
    return Article(
        document,
        gold,
        tuple(told(document, doc, span) for span in spans if span.end <= document.end),
        tuple(Told(g.tokens, told(document, doc, document.places[g.tokens[0]]).values) for g in gold),
        tuple(Told(told(document, doc, s).tokens, tuple(USUAL.values())) for s in verbs if s.end <= document.end),  # type: ignore[arg-type]
    )


def ruled(reading: Reading) -> list[Span]:
    """The head words of claims and cues in text order."""
    doc = reading.annotated
    heads = {head_of(doc, claim.trigger) for claim in reading.claims if claim.kind == "event"}
    heads |= {head_of(doc, each.cue) for each in reading.attributions if each.cue is not None}
    return sorted(Span(doc.tokens[i].start, doc.tokens[i].end) for i in heads)


def heard(scored: Scored) -> list[Span]:
    """The events that the encoder hears, in text order."""
    return [Span(*decode.chars(scored, first, last)) for first, last, _ in decode.found_spans(scored, "event")]


def answers(file: Path) -> Iterator[Told]:
    """The events of the answers that stand in the text; a value left empty is the usual one."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a local file of a known corpus
    for each in root.iter("EVENT_MENTION"):
        ids = tuple(anchor.get("t_id") or "" for anchor in each.iter("token_anchor"))
        if ids:
            certainty, polarity, time = (each.get(key) or USUAL[key] for key in VALUES)
            yield Told(ids, (certainty, polarity, time))


def head_of(doc: Annotated, span: Span) -> int:
    """The token of a phrase that governs the others: the first whose head lies outside."""
    inside = [t for t in doc.tokens if t.start < span.end and span.start < t.end]
    return next((t.i for t in inside if t.head == t.i or not inside[0].i <= t.head <= inside[-1].i), inside[0].i)


def told(document: Document, doc: Annotated, span: Span) -> Told:
    """The event at a word: its tokens by the corpus, its values."""
    head = next((t.i for t in doc.tokens if t.start < span.end and span.start < t.end), None)
    ids = tuple(id_ for id_, place in document.places.items() if place.overlaps(span))
    values = in_corpus_words(Factuality() if head is None else factuality(doc, head))
    word = None if doc.scored is None else words_in(doc.scored.report.words, span.start, span.end)
    if doc.scored is not None and word is not None:
        polarity, time = (decode.label_at(doc.scored, name, word[0]) for name in ("polarity", "time"))
        values = values[0], polarity, time
    return Told(ids, values)


def in_corpus_words(found: Factuality) -> Values:
    """Our values in the corpus' words. What is to come and nothing else in doubt is certain there."""
    is_future = found.temporality == "future"
    is_open = found.certainty == "underspecified" and is_future
    return (
        "CERTAIN" if is_open else found.certainty.upper(),
        "NEG" if found.polarity == "negative" else "POS",
        "FUTURE" if is_future else "NON_FUTURE",
    )


def constant(gold: Iterable[Told]) -> tuple[Told, ...]:
    """The answers' events with the usual values."""
    return tuple(Told(g.tokens, (USUAL["certainty"], USUAL["polarity"], USUAL["time"])) for g in gold)


def lines(found: Iterable[Article]) -> Iterator[str]:
    """The predictions, a line of JSON each, in text order."""
    for each in found:
        for event in each.ours:
            row: Mapping[str, Any] = {"doc": each.document.name, "tokens": list(event.tokens)}
            yield json.dumps({**row, **dict(zip(VALUES, event.values, strict=True))}, ensure_ascii=False) + "\n"


Sides = Sequence[tuple[Sequence[Told], Sequence[Told]]]


def events(articles: Sides) -> dict[str, float]:
    """F1 in percent of the events (a pair shares a token, each used once) and of the rare values of all events."""
    pairs = [list(paired(gold, ours)) for gold, ours in articles]
    hits = sum(map(len, pairs))
    ours, gold = (sum(len(side[i]) for side in articles) for i in (1, 0))
    right = Counter(v for pair in pairs for g, o in pair for v in rare(g) & rare(o))
    counts = (right, Counter(v for _, o in articles for t in o for v in rare(t)), gold_values(articles))
    shown = {"events": f1(hits, ours, gold), "rare": f1(*(sum(c.values()) for c in counts))}
    return shown | {"events precision": percent(hits, ours), "events recall": percent(hits, gold)}


def given(articles: Sides) -> dict[str, float]:
    """F1 in percent of the rare values where the events are given, together and by value, and all values right."""
    pairs = [pair for gold, ours in articles for pair in zip(gold, ours, strict=True)]
    right = Counter(v for g, o in pairs for v in rare(g) & rare(o))
    counts = (right, Counter(v for _, o in pairs for v in rare(o)), gold_values(articles))
    shown = {"rare given": f1(*(sum(c.values()) for c in counts))}
    for value in ("not certain", "negative", "future"):
        shown[f"{value} given"] = f1(*(c[value] for c in counts))
    return shown | {"all three right given": percent(sum(g.values == o.values for g, o in pairs), len(pairs))}


def gold_values(articles: Sides) -> Counter[str]:
    """How often the answers have each rare value."""
    return Counter(v for gold, _ in articles for each in gold for v in rare(each))


def rare(each: Told) -> set[str]:
    """The rare values of an event: not certain (in whatever degree), negative, future."""
    certainty, polarity, time = each.values
    found = {"not certain": certainty != "CERTAIN", "negative": polarity == "NEG", "future": time == "FUTURE"}
    return {name for name, is_so in found.items() if is_so}


def paired(gold: Sequence[Told], ours: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Events that share a token, in text order, each used once."""
    at = {id_: i for i, each in enumerate(ours) for id_ in each.tokens}
    used: set[int] = set()
    for each in gold:
        match = next((at[id_] for id_ in each.tokens if id_ in at and at[id_] not in used), None)
        if match is not None:
            used.add(match)
            yield each, ours[match]


def percent(part: int, whole: int) -> float:
    """A share in percent."""
    return round(100 * part / whole, 1) if whole else 0.0


def f1(hits: int, ours: int, gold: int) -> float:
    """F1 in percent."""
    return round(200 * hits / (ours + gold), 1) if ours + gold else 0.0
