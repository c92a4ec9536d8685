"""How firmly acts are put: the UW and UDS-IH2 scales, and the events of MEANTIME with certainty, polarity and time.

In: a `.jsonl` of sentences with scored predicates (`text` of tokens set apart, `targets` with `span1` and `label`), a
folder that holds such files, or MEANTIME's CAT XML, a file or a folder. Out, for the scale: the mean absolute
error and Pearson's r of our factuality as a number from -3 (certainly not so) to +3 (certainly so), by the table
`factuality_scale.tsv`, which holds the median label of each of our readings in the training parts, together with the
encoder's number where it reads along; and a prediction a line `{"idx", "span1", "label"}`. For MEANTIME see
`factuality_events`. The files' order is kept.

Without the answers' labels there are predictions and no figures.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpus import Figures, extractor
from evaluation.factuality_events import evaluate_events
from reportedly.annotate import Annotator
from reportedly.encoder.labels import words_in
from reportedly.extract.factuality.factuality import factuality
from reportedly.model import Annotated, Factuality, Report, Span

MOST = 3.0
"""The label of what certainly is so: the constant answer."""

HEADS = {"UW": "factuality_uw", "UDS_IH2": "factuality_uds"}
RULED = 0.25
"""What the rules count for beside the encoder, which errs half as much."""

TIGHT_BEFORE = re.compile(r"[.,;:!?)\]}%]+|'s|n't|'(?:re|ve|ll|d|m)|''|'")
TIGHT_AFTER = frozenset(["(", "[", "{", "$", "``", "`"])

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Sentence:
    """A sentence as print would set it, the place of each token, and its predicates: first token, label if any."""

    idx: Any
    text: str
    places: tuple[Span, ...]
    targets: tuple[tuple[tuple[int, int], float | None], ...]


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Figures of the corpus at `path`, by its format."""
    if path.suffix == ".xml" or (path.is_dir() and any(path.rglob("*.xml"))):
        return evaluate_events(path, predictions)
    ours: dict[str, float] = {}
    constant: dict[str, float] = {}
    rows: list[str] = []
    for file in files(path):
        sentences = list(read(file))
        found = labels(sentences, "UDS_IH2" if "UDS" in str(file.resolve()) else "UW")
        rows += lines(sentences, found)
        gold = [label for each in sentences for _, label in each.targets]
        if None not in gold and gold:
            prefix = f"{file.parent.name} " if path.is_dir() else ""
            known = [label for label in gold if label is not None]
            ours |= {f"{prefix}{key}": value for key, value in figures(known, found).items()}
            constant |= {f"{prefix}{key}": value for key, value in figures(known, [MOST] * len(known)).items()}
    if predictions is not None:
        predictions.write_text("".join(rows), encoding="utf-8")
    return Figures("factuality", ours, constant, "always +3")


def files(path: Path) -> list[Path]:
    """The file itself, or those of a folder at any depth but for training's, UW before UDS_IH2."""
    if path.is_file():
        return [path]
    return [file for file in sorted(path.rglob("*.jsonl"), reverse=True) if file.stem != "train"]


def read(file: Path) -> Iterator[Sentence]:
    """The sentences of a file in its order."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, places = printed(row["text"].split())
        targets = tuple(((t["span1"][0], t["span1"][1]), t.get("label")) for t in row["targets"])
        yield Sentence(row.get("idx"), text, places, targets)


def printed(words: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Words as print would set them, and the place of each."""
    text, places, tight = "", [], True
    for word in words:
        if not tight and not TIGHT_BEFORE.fullmatch(word):
            text += " "
        places.append(Span(len(text), len(text) + len(word)))
        text += word
        tight = word in TIGHT_AFTER
    return text, tuple(places)


def labels(sentences: Sequence[Sentence], corpus: str) -> list[float]:
    """Our label of every predicate, in order, on the scale of the corpus."""
    reports = (Report(each.text, str(i), language="en") for i, each in enumerate(sentences))
    found = zip(sentences, Annotator(extractor()).annotate(reports), strict=True)
    return [label(doc, each, target, corpus) for each, doc in found for target, _ in each.targets]


def label(doc: Annotated, each: Sentence, target: tuple[int, int], corpus: str) -> float:
    """Our label of a predicate: the rules', or a weighted mean with the encoder's."""
    ruled = scale(corpus)[cell(read_at(doc, each, target))]
    place = each.places[target[0]]
    word = None if doc.scored is None else words_in(doc.scored.report.words, place.start, place.end)
    if doc.scored is None or word is None:
        return ruled
    heard = float(doc.scored.of(HEADS[corpus])[word[0], 0])
    return RULED * ruled + (1 - RULED) * min(MOST, max(-MOST, heard))


def read_at(doc: Annotated, each: Sentence, target: tuple[int, int]) -> Factuality:
    """Our reading of the act that a predicate names."""
    span = Span(each.places[target[0]].start, each.places[target[1] - 1].end)
    head = next((token.i for token in doc.tokens if token.start < span.end and span.start < token.end), None)
    return Factuality() if head is None else factuality(doc, head)


def cell(found: Factuality) -> Cell:
    """What the table `factuality_scale.tsv` knows a reading by."""
    return found.certainty, found.polarity, found.temporality


@cache
def scale(corpus: str) -> dict[Cell, float]:
    """The label of each reading in a corpus: UW or UDS_IH2."""
    lines = Path(__file__).with_name("factuality_scale.tsv").read_text("utf-8").splitlines()
    column = ("UW", "UDS_IH2").index(corpus)
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(certainty, polarity, time): float(worth[column]) for certainty, polarity, time, *worth in rows}


def lines(sentences: Sequence[Sentence], found: Sequence[float]) -> Iterator[str]:
    """The predictions, a line of JSON each."""
    label = iter(found)
    for each in sentences:
        for target, _ in each.targets:
            yield json.dumps({"idx": each.idx, "span1": list(target), "label": next(label)}) + "\n"


def figures(gold: Sequence[float], found: Sequence[float]) -> dict[str, float]:
    """Mean absolute error on the scale and Pearson's r, times a hundred both.

    `mae saved` is the share, in percent, of the error of the constant answer that is not made.
    """
    error, constant = mean_error(gold, found), mean_error(gold, [MOST] * len(gold))
    saved = 100 * (1 - error / constant) if constant else 0.0
    return {"mae x100": 100 * error, "r x100": 100 * pearson(gold, found), "mae saved": saved}


def mean_error(gold: Sequence[float], found: Sequence[float]) -> float:
    """The mean absolute difference of two rows of numbers."""
    return sum(abs(g - f) for g, f in zip(gold, found, strict=True)) / len(gold)


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """The correlation of two rows of numbers, 0 where one is constant."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    both = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    spread = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return both / spread if spread else 0.0
