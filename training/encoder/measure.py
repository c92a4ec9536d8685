"""Figures of the heads on the development parts, by the measures of `evaluation`.

In: the folder of corpora and a model. Out: figures by name, in percent (the scale's error and r times a hundred), as
`python -m evaluation` counts them; from the command line also the speed.

    python -m training.encoder.measure --model FOLDER --corpora ../shared/corpora [--plain] [CORPUS ...]
"""

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import factuality, factuality_events, muc4_files, muc4_scores, newswire_ner, polnear, timex
from evaluation.factuality_events import Told, answers
from reportedly.encoder import decode
from reportedly.encoder.decode import Model, Scored, scored
from reportedly.encoder.heads import CONFIDENCES, FILLERS
from reportedly.encoder.labels import Chars
from reportedly.model import Span
from training.encoder import corpora
from training.encoder.examples import Encoded, Example, encoded

Figures = dict[str, float]


def read(model: Model, folder: Path, corpus: str) -> list[Scored]:
    """The development part of a corpus with its scores."""
    examples = corpora.READERS[corpus](folder, True)
    return scored([encoded(each, model.vocabulary) for each in examples], model)


def example_of(found: Scored) -> Encoded:
    """The example that was read."""
    assert isinstance(found.report, Encoded)
    return found.report


def names(model: Model, folder: Path) -> Figures:
    """F1 of the names, over all, by class and by region."""
    found = read(model, folder, "newswire")
    articles = [newswire_ner.article(file) for file in newswire_ner.files(folder / "newswire_ner")]
    ours = [frozenset(told(article, each)) for article, each in zip(articles, found, strict=True)]
    return newswire_ner.figures(articles, ours)


def told(article: newswire_ner.Article, found: Scored) -> Iterator[newswire_ner.Named]:
    """Our names in the corpus' tokens, of the classes that count."""
    for start, end, name in decode.names(found):
        if name in newswire_ner.CLASSES:
            yield from newswire_ner.told(article, Span(start, end), name)


def attributions(model: Model, folder: Path, lean: float = 0.0, switch: float = decode.SWITCH) -> Figures:
    """Character F1 of source, cue and content, and F1 of relations."""
    found = read(model, folder, "polnear")
    return attribution_figures(found, folder, lean, switch)


def attribution_figures(
    found: Sequence[Scored], folder: Path, lean: float = 0.0, switch: float = decode.SWITCH
) -> Figures:
    """The same of reports that are scored already."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "ours.jsonl"
        rows = (attribution_row(each, lean, switch) for each in found)
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return polnear.score(folder / "polnear" / "dev", file)


def attribution_row(found: Scored, lean: float, switch: float) -> dict[str, Any]:
    """One report in the scorer's form."""
    rows = [
        {"source": part(each.source), "cue": part(each.cue), "content": part(each.content)}
        for each in decode.attributions(found, "cue", lean, switch)
    ]
    return {"ref": example_of(found).name, "attributions": rows}


def part(spans: Iterable[Chars]) -> list[dict[str, int]] | None:
    """Spans in the scorer's form."""
    return [{"start": start, "end": end} for start, end in spans] or None


def events(model: Model, folder: Path) -> Figures:
    """F1 of events, of rare values of the events found, and at the answers' words."""
    found = read(model, folder, "meantime")
    files = sorted((folder / "meantime" / "corpus_apple").glob("*.xml"))
    sides, given = [], []
    for file, each in zip(files, found, strict=True):
        document, gold = timex.document_of(file), tuple(answers(file))
        spans = [(first, last) for first, last, _ in decode.found_spans(each, "event")]
        ours = tuple(told_event(document, each, *s) for s in spans if decode.chars(each, *s)[1] <= document.end)
        sides.append((gold, ours))
        given.append((gold, tuple(Told(g.tokens, values_at(document, each, g)) for g in gold)))
    return factuality_events.events(sides) | factuality_events.given(given)


def told_event(document: timex.Document, found: Scored, first: int, last: int) -> Told:
    """One event by the corpus' tokens."""
    start, end = decode.chars(found, first, last)
    ids = tuple(id_ for id_, place in document.places.items() if place.overlaps(Span(start, end)))
    return Told(ids, values(found, first))


def values_at(document: timex.Document, found: Scored, gold: Told) -> tuple[str, str, str]:
    """What is read at the first token of an answer."""
    start = document.places[gold.tokens[0]].start
    word = next(i for i, (_, end) in enumerate(found.report.words) if end > start)
    return values(found, word)


def values(found: Scored, word: int) -> tuple[str, str, str]:
    """Certainty, polarity and time at a word."""
    certainty, polarity, time = (decode.label_at(found, head, word) for head in ("certainty", "polarity", "time"))
    return certainty, polarity, time


def scale(model: Model, folder: Path, name: str) -> Figures:
    """Mean absolute error and r of the scale, UW's or UDS-IH2's, and F1 of its predicates as words."""
    found = read(model, folder, name)
    gold = [v for each in found for v in example_of(each).values[f"factuality_{name}"] if not np.isnan(v)]
    ours = []
    for each in found:
        known = ~np.isnan(example_of(each).values[f"factuality_{name}"])
        ours += list(np.clip(each.of(f"factuality_{name}")[known, 0], -3, 3))
    shown = factuality.figures([float(v) for v in gold], [float(v) for v in ours])
    return shown | {"predicates": predicates(found, f"predicate_{name}")}


def predicates(found: Sequence[Scored], head: str) -> float:
    """F1 in percent of the words that are predicates."""
    gold = np.concatenate([example_of(each).tags[head] for each in found]) == 1
    ours = np.concatenate([each.of(head).argmax(-1) for each in found]) == 1
    return factuality_events.f1(int((gold & ours).sum()), int(ours.sum()), int(gold.sum()))


def fillers(model: Model, folder: Path) -> Figures:
    """CEAF-REE of the role fillers, and the confidence in organisations."""
    found = read(model, folder, "muc4")
    messages = muc4_files.messages(folder / "muc4")
    return filler_figures(messages, found)


def filler_figures(messages: Sequence[muc4_files.Message], found: Sequence[Scored], lean: float = 0.0) -> Figures:
    """The same of messages that are scored already."""
    ours = [roles(each, lean) for each in found]
    sides = zip(messages, ours, strict=True)
    said = ((m.fillers or {}, {r: [(n,) for n, _ in each[r]] for r in FILLERS}) for m, each in sides)
    score = muc4_scores.ceaf_ree(said)
    shown = {"micro": score["micro"].f1, "micro precision": score["micro"].precision}
    shown |= {"micro recall": score["micro"].recall} | {role: score[role].f1 for role in FILLERS}
    keyed = [
        (m.confidence or (), [((name,), footing(scored_, word)) for name, word in each["PerpOrg"]])
        for m, each, scored_ in zip(messages, ours, found, strict=True)
    ]
    sure = muc4_scores.confidence(keyed)
    shown |= {"confidence recall": sure.recall, "confidence precision": sure.precision}
    return {key: round(100 * value, 1) for key, value in shown.items()}


def roles(found: Scored, lean: float = 0.0) -> dict[str, list[tuple[str, int]]]:
    """The fillers of each role: a string and the first word of its best mention; one string an entity."""
    mentions: dict[str, list[tuple[str, int, float]]] = {role: [] for role in FILLERS}
    certain = decode.log_softmax(found.of("fillers"))
    for first, last, role in decode.found_spans(found, "fillers", lean):
        start, end = decode.chars(found, first, last)
        worth = float(1 - np.exp(certain[first:last, 0]).mean())
        mentions[role].append((found.report.text[start:end], first, worth))
    return {role: entities(found.report.text, rows) for role, rows in mentions.items()}


def entities(text: str, mentions: Sequence[tuple[str, int, float]]) -> list[tuple[str, int]]:
    """Mentions by entity: the same words, words that hold the other's, or an abbreviation in brackets behind."""
    groups: list[dict[str, tuple[float, int, str]]] = []
    for name, word, worth in mentions:
        key = muc4_scores.plain(name)
        home = next((g for g in groups if any(alike(text, key, other) for other in g)), None)
        if home is None:
            groups.append(home := {})
        total, at, shown = home.get(key, (0.0, word, name))
        home[key] = total + worth, at, shown
    chosen = (max(group.values(), key=lambda each: (each[0], -each[1])) for group in groups)
    return [(name, word) for _, word, name in chosen]


def alike(text: str, one: str, other: str) -> bool:
    """Whether two strings (as the measure compares them) name one thing."""
    if not one or not other:
        return one == other
    a, b = set(one.split()), set(other.split())
    if a <= b or b <= a:
        return True
    bracketed = rf"{re.escape(one)}\W+{re.escape(other)}\)|{re.escape(other)}\W+{re.escape(one)}\)"
    return re.search(bracketed, text.lower()) is not None


def footing(found: Scored, word: int) -> str:
    """The confidence in an organisation at a mention of it."""
    scores = found.of("confidence")[word, : len(CONFIDENCES) - 2]
    return CONFIDENCES[int(scores.argmax())]


MEASURES: dict[str, Callable[[Model, Path], Figures]] = {
    "names": names,
    "polnear": attributions,
    "events": events,
    "uw": lambda model, folder: scale(model, folder, "uw"),
    "uds": lambda model, folder: scale(model, folder, "uds"),
    "muc4": fillers,
}


def measure(model: Model, folder: Path, which: Sequence[str] = ()) -> dict[str, Figures]:
    """All figures, or those named, by corpus."""
    return {name: MEASURES[name](model, folder) for name in which or MEASURES}


def speed(model: Model, folder: Path, reports: int = 60) -> Figures:
    """Reports, sentences and pieces of a second of processor time on PolNeAR's first reports, cut and decoded."""
    examples = list(corpora.polnear(folder, True))[:reports]
    sentences = sum(len(re.findall(r"[.!?][”\"]?\s", each.text)) for each in examples)
    began = time.process_time()
    cut = [encoded(Example(each.corpus, each.name, each.text), model.vocabulary) for each in examples]
    ready = time.process_time()
    found = scored(cut, model)
    run = time.process_time()
    for each in found:
        list(decode.names(each))
        list(decode.attributions(each))
        decode.found_spans(each, "event")
        roles(each)
    done = time.process_time()
    pieces = sum(len(own) for each in cut for own in each.pieces)
    words = sum(len(each.words) for each in cut)
    shown = {"reports": len(cut), "words": words, "pieces": pieces, "sentences": sentences}
    shown |= {"ms a report to cut": 1000 * (ready - began) / len(cut), "to run": 1000 * (run - ready) / len(cut)}
    shown |= {"to decode": 1000 * (done - run) / len(cut), "sentences/s": sentences / (done - began)}
    return shown | {"words/s": words / (done - began), "pieces/s in the network": pieces / (run - ready)}


def main() -> int:
    """Print the figures of an exported model."""
    from reportedly.encoder.reader import PLAIN, SMALL, load

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--plain", action="store_true", help="the float32 file")
    parser.add_argument("which", nargs="*", choices=[*MEASURES, "speed", []], help="all where none is named")
    given = parser.parse_args()
    model = load(given.model, PLAIN if given.plain else SMALL)
    for name in given.which or [*MEASURES, "speed"]:
        figures = speed(model, given.corpora) if name == "speed" else MEASURES[name](model, given.corpora)
        print(name, {key: round(value, 1) for key, value in figures.items()}, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
