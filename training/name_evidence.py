"""Make `annotate/lexicons/name_evidence.tsv`: how much each sign of a name's kind weighs for each class of names.

In: the development part of newswire_ner (Shan et al. 2023). Out: a multinomial logistic regression's weights, fitted
by stochastic gradient descent with a fixed seed. The articles that the claims' gold set uses are left out; with
`--apart` also those on which names are measured, which makes `name_evidence_apart.tsv`, used beside the encoder.

    python -m training.name_evidence PATH_OF_CORPORA [--without LIST_OF_ARTICLES] [--apart] > .../name_evidence.tsv
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.newswire_ner import apart
from reportedly.annotate.evidence import fixed_kind, signs
from reportedly.annotate.headlines import with_headlines
from reportedly.annotate.kinds import words_within
from reportedly.annotate.names import Finder
from reportedly.annotate.parse import Parsed, load_language, parse
from reportedly.model import Report

CLASSES = ("person", "organisation", "place", "people", "other", "none")
CLASS_OF_LABEL = {
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place", "NORP": "people",
    "Misc": "other", "Product": "other",
}  # fmt: skip
LEAST = 4
"""Names that must show a sign for it to get a weight."""

EPOCHS = 12
RATE = 0.25
DECAY = 2e-5
CLOSE_BEFORE = frozenset([*".,;:!?)]}%”-/", "'s", "’s", "n't", "’"])
OPEN_AFTER = frozenset(["(", "[", "{", "$", "“", "‘", "-", "/"])

Example = tuple[list[tuple[str, float]], int]
Gold = list[tuple[int, int, str]]


def article(path: Path) -> tuple[str, Gold]:
    """The text of one article, its tokens set as print would, and its names as (start, end, label)."""
    text, previous, names = "", "", []
    open_name = False
    for line in path.read_text(encoding="utf-8").splitlines():
        word, tag, *_ = (*line.split("\t"), "")
        if not word.strip():
            text, previous, open_name = text.rstrip() + "\n\n" if text else "", "", False
            continue
        if previous and word not in CLOSE_BEFORE and previous not in OPEN_AFTER:
            text += " "
        start = len(text)
        text, previous = text + word, word
        if tag.startswith("B-"):
            names.append((start, len(text), tag[2:]))
            open_name = True
        elif tag.startswith("I-") and open_name:
            names[-1] = (names[-1][0], len(text), names[-1][2])
        else:
            open_name = False
    return text, names


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article and a closing possessive."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending):
            return start, end - len(ending)
    return start, end


def class_of(span: tuple[int, int], gold: dict[tuple[int, int], str]) -> str | None:
    """The class that the corpus gives a span: its own, else that of a name it overlaps; "none" for no name."""
    if span in gold:
        return CLASS_OF_LABEL.get(gold[span])
    for (start, end), label in gold.items():
        if start < span[1] and span[0] < end:
            return CLASS_OF_LABEL.get(label)
    return "none"


def examples(parsed: Parsed, names: Gold) -> Iterable[Example]:
    """The signs and class of each name of an article that no lexicon decides."""
    text, tokens = parsed.report.text, parsed.tokens
    finder = Finder(text, tokens, with_headlines(parsed.sentences, tokens, None))
    finder.collect(parsed.names)
    finder.bracketed()
    gold = {trimmed(text, start, end): label for start, end, label in names}
    votes, spots = finder.votes()
    within = words_within(votes)
    for key, places in spots.items():
        first, last = places[0]
        if fixed_kind(text[tokens[first].start : tokens[last - 1].end].replace("’", "'"), key):
            continue
        classes = Counter(class_of(trimmed(text, tokens[a].start, tokens[b - 1].end), gold) for a, b in places)
        best = classes.most_common(1)[0][0]
        if best is not None:
            words = [token.text for token in tokens[first:last]]
            yield list(signs(tokens, words, key, places, votes[key], within, finder.told)), CLASSES.index(best)


def fitted(data: list[Example]) -> dict[str, list[float]]:
    """The weights of each sign for each class, averaged over the epochs' ends."""
    counts = Counter(sign for found, _ in data for sign in {sign for sign, _ in found})
    weights: dict[str, list[float]] = {sign: [0.0] * len(CLASSES) for sign, n in counts.items() if n >= LEAST}
    squares: dict[str, list[float]] = {sign: [1.0] * len(CLASSES) for sign in weights}
    kept = [([(s, v) for s, v in found if s in weights], gold) for found, gold in data]
    order = list(range(len(kept)))
    shuffle = random.Random(7)  # noqa: S311 - a fixed order, no secret
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for place in order:
            step(weights, squares, *kept[place])
    return weights


def step(
    weights: dict[str, list[float]], squares: dict[str, list[float]], found: list[tuple[str, float]], gold: int
) -> None:
    """One step of AdaGrad on one example."""
    totals = [sum(weights[sign][c] * value for sign, value in found) for c in range(len(CLASSES))]
    top = max(totals)
    odds = [math.exp(total - top) for total in totals]
    norm = sum(odds)
    errors = [odd / norm - (c == gold) for c, odd in enumerate(odds)]
    for sign, value in found:
        row, square = weights[sign], squares[sign]
        for c, error in enumerate(errors):
            slope = error * value + DECAY * row[c]
            square[c] += slope * slope
            row[c] -= RATE * slope / math.sqrt(square[c])


def table(weights: dict[str, list[float]], part: str) -> str:
    """The weights as the lexicon file holds them; signs that weigh next to nothing are left out."""
    lines = [
        f"# Weights of the signs of a name's kind; source: fitted on newswire_ner (Shan et al. 2023), {part}.",
        "# first line: the classes; then sign and its weight for each class",
        "\t".join(("sign", *CLASSES)),
    ]
    for sign, row in sorted(weights.items()):
        if max(map(abs, row)) >= 0.15 and "\t" not in sign and "\n" not in sign:
            lines.append("\t".join((sign, *(f"{weight:.2f}" for weight in row))))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the corpus, fit, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--without", type=Path, help="a file with one article's name a line to leave out")
    arguments.add_argument("--apart", action="store_true", help="leave out the articles that are held apart")
    given = arguments.parse_args()
    left_out = set(given.without.read_text(encoding="utf-8").split()) if given.without else set()
    left_out |= apart() if given.apart else set()
    paths = [p for p in sorted((given.corpora / "newswire_ner").glob("*.tsv")) if p.name.split(".")[0] not in left_out]
    golds = {path.name: article(path) for path in paths}
    reports = [Report(text=text, ref=name) for name, (text, _) in golds.items()]
    data: list[Example] = []
    for parsed in parse(load_language(), reports):
        data.extend(examples(parsed, golds[parsed.report.ref][1]))
    part = "development part without the articles held apart" if given.apart else "development part"
    sys.stdout.write(table(fitted(data), part))


if __name__ == "__main__":
    main()
