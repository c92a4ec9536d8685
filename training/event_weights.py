"""Make `link/lexicons/events_weights.tsv`: how much each sign weighs that two reports, events or entities are one.

In: topics of ECB+ other than the development ones (2 5 12 18 21 23 34 35), each with two stories. Out: logistic
regressions with an L2 penalty on scaled signs, written for unscaled ones. The CoNLL F1 of four-fold cross-validation
over topics, the models of reports included, stands in the header.

    python training/event_weights.py FOLDER_OF_ECBPLUS > src/reportedly/link/lexicons/events_weights.tsv
"""

import argparse
import pickle
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation import ecbplus
from evaluation.ecbplus import Block, blocks, figures_of, joined
from evaluation.ecbplus_files import DEVELOPMENT, Document, read, topic_of
from reportedly.annotate import Annotator
from reportedly.link import events, lexicon, mentions
from reportedly.link.events import EventMention
from reportedly.link.events_stories import outline, report_signs, stories
from reportedly.model import Annotated, Report

PENALTY, ROUNDS, FOLDS, THIN = 3.0, 15, 4, 3
"""THIN: one in so many pairs of reports of different topics is learned from: most are far apart and teach nothing."""

WEIGHTS = "events_weights.tsv"
Floats = NDArray[np.float64]
Weights = dict[str, float]
Rows = dict[str, list[tuple[dict[str, float], bool]]]


class Corpus(NamedTuple):
    """Documents with their annotations."""

    documents: list[Document]
    annotated: list[Annotated]

    def of(self, topics: set[str]) -> "Corpus":
        """The documents of these topics."""
        chosen = [i for i, document in enumerate(self.documents) if topic(document) in topics]
        return Corpus([self.documents[i] for i in chosen], [self.annotated[i] for i in chosen])

    @property
    def topics(self) -> list[str]:
        """The topics, in the order of the documents."""
        return list(dict.fromkeys(map(topic, self.documents)))


def main() -> None:
    """Print the weights, with the figures in the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path, help="a file that keeps the annotated reports between runs")
    asked = parser.parse_args()
    corpus = loaded(asked.folder, asked.kept)
    train = corpus.of(set(corpus.topics) - DEVELOPMENT)
    checked = cross_validated(train)
    print("# How much each sign weighs: logistic regressions; the sum of weight times sign, through 1/(1+exp(-x)).")
    print(f"# Source: training/event_weights.py, on {len(train.topics)} topics of ECB+ (annotation CC BY 3.0).")
    print(f"# Cross-validated over topics, mean of the folds: {checked}.")
    print("# Columns: model and sign (`report/names`; `report/` is the constant), weight.")
    for name, weight in fitted(train).items():
        print(f"{name}\t{weight:.4f}")


def loaded(folder: Path, kept: Path | None) -> Corpus:
    """The corpus annotated, from the file that keeps it where there is one."""
    if kept is not None and kept.exists():
        return Corpus(*pickle.loads(kept.read_bytes()))  # noqa: S301 - a file that this script wrote
    documents = list(read(folder))
    corpus = Corpus(documents, list(Annotator().annotate(Report(each.text, each.name) for each in documents)))
    if kept is not None:
        kept.write_bytes(pickle.dumps(tuple(corpus)))
    return corpus


def topic(document: Document) -> str:
    """The topic, by the document's name."""
    return topic_of(document.name)


def story(document: Document) -> tuple[str, bool]:
    """The topic and which of its two stories."""
    return topic(document), document.name.endswith("plus")


def cross_validated(corpus: Corpus) -> str:
    """The mean figures over the folds in words, each fold judged by weights learned from the others."""
    found: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        held = set(corpus.topics[fold::FOLDS])
        with_weights(fitted(corpus.of(set(corpus.topics) - held)))
        judged = corpus.of(held)
        told = compared(judged)
        ours = joined(told)
        for kind in ecbplus.KINDS:
            found[kind].append(figures_of(kind, told, ours)[f"{kind}_conll"])
            found[f"{kind} baseline"].append(figures_of(kind, told, ecbplus.naive(told))[f"{kind}_conll"])
    return ", ".join(f"{name} {np.mean(each):.1f}" for name, each in found.items())


def compared(corpus: Corpus) -> list[Block]:
    """The mentions of each kind in groups of documents near enough to be compared."""
    return blocks(corpus.documents, corpus.annotated, stories([outline(doc) for doc in corpus.annotated]))


def with_weights(weights: Weights) -> None:
    """Let the link stage weigh by these."""
    lexicon.weights.cache_clear()
    lexicon.weights(WEIGHTS).clear()
    lexicon.weights(WEIGHTS).update(weights)


def fitted(corpus: Corpus) -> Weights:
    """All weights: of the reports' signs, then of the mentions', with stories found on topics not learned from."""
    rows: Rows = defaultdict(list)
    for fold in range(FOLDS):
        held = set(corpus.topics[fold::FOLDS])
        with_weights(report_weights(corpus.of(set(corpus.topics) - held)))
        judged = corpus.of(held)
        for block in compared(judged):
            collect(block, rows)
    weights = report_weights(corpus)
    for model, pairs in sorted(rows.items()):
        weights.update(regression(model, [signs for signs, _ in pairs], [same for _, same in pairs]))
    return weights


def report_weights(corpus: Corpus) -> Weights:
    """The weights that tell whether two reports tell one story."""
    outlines, signs, same = [outline(doc) for doc in corpus.annotated], [], []
    for i, one in enumerate(corpus.documents):
        for j in range(i):
            other = corpus.documents[j]
            if topic(one) == topic(other) or (i + j) % THIN == 0:
                signs.append(report_signs(outlines[j], outlines[i]))
                same.append(story(one) == story(other))
    return regression("report", signs, same)


def collect(block: Block, rows: Rows) -> None:
    """Add the signs of all pairs of a block to the rows of their models, with the answer."""
    for i, j in block.pairs():
        one, other = block.members[i], block.members[j]
        same = one.mark.gold == other.mark.gold
        a, b, near = one.value, other.value, block.near(i, j)
        if isinstance(a, EventMention) and isinstance(b, EventMention):
            rows[events.event_model(a, b)].append((events.event_signs(a, b, near), same))
        elif not isinstance(a, EventMention) and not isinstance(b, EventMention):
            rows[mentions.entity_model(a, b)].append((mentions.entity_signs(a, b, near), same))


def regression(model: str, signs: Sequence[dict[str, float]], same: Sequence[bool]) -> Weights:
    """Weights by Newton's method, named `model/sign`; the constant under the empty name is not penalised."""
    names = list(signs[0])
    values: Floats = np.array([list(row.values()) for row in signs], float)
    middle, spread = values.mean(0), values.std(0)
    varied = spread > 0
    spread[~varied] = 1.0
    scaled = np.c_[(values - middle) / spread, np.ones(len(values))]
    answers, weights, penalty = np.array(same, float), np.zeros(len(names) + 1), PENALTY * np.eye(len(names) + 1)
    penalty[-1, -1] = 1e-6
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        curve = scaled.T @ (scaled * (likely * (1 - likely))[:, None]) + penalty
        weights -= np.linalg.solve(curve, scaled.T @ (likely - answers) + penalty @ weights)
    plain = weights[:-1] / spread
    found = {f"{model}/{name}": float(plain[k]) for k, name in enumerate(names) if varied[k]}
    return {f"{model}/": float(weights[-1] - plain @ middle), **found}


if __name__ == "__main__":
    main()
