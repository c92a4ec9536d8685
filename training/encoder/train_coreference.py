"""Fine-tune encoder and coreference heads on GUM's news, interviews and court reports, and measure by folds.

In: GUM's folder, trained weights of the encoder (or MiniLM's). Out: the CoNLL score over the documents of news and
interview, each read by a model that was trained without its fold; documents are dealt to five folds by their order.

    python -m training.encoder.train_coreference --gum ../shared/corpora/gum --start MODEL_FOLDER [--weights best.pt]
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from evaluation import gum
from reportedly.encoder.arrays import Filled, fill, together
from reportedly.encoder.windows import OVERLAP, SIZE, windows
from reportedly.encoder.wordpiece import Vocabulary
from reportedly.encoder.words import SIZES
from training.encoder.coref_answers import Answered, Referring, documents
from training.encoder.coreference import Linker, Signs, found, loss_of, signs_of
from training.encoder.examples import Encoded, Example, encoded
from training.encoder.network import HIDDEN, MARKED, Network, load_start
from training.encoder.start import VOCABULARY, WEIGHTS, start_files

SEED = 7
FOLDS = 5
ENCODER_RATE = 1e-4
HEAD_RATE = 1e-3


@dataclass(frozen=True)
class Ready:
    """A document with its words, windows and signs."""

    answered: Answered
    report: Encoded
    windows: list[Filled]
    words: list[str]
    signs: Signs


def ready(answered: Answered, vocabulary: Vocabulary) -> Ready:
    """A document made ready for the network."""
    text = answered.document.text
    report = encoded(Example("gum", answered.document.name, text), vocabulary)
    cut = [fill(report, window, vocabulary) for window in windows([len(p) for p in report.pieces], SIZE, OVERLAP)]
    words = [text[start:end] for start, end in report.words]
    return Ready(answered, report, cut, words, signs_of(words, answered.mentions))


def states_of(network: Network, document: Ready) -> Tensor:
    """The states of a document's words with their marks, each from the window that answers for it."""
    batch = together(document.windows)
    ids, marks, mask = (torch.from_numpy(part) for part in (batch.ids, batch.marks, batch.mask))
    state = network.encoded(ids, marks, mask)
    state = torch.cat([state, *(table(marks[..., i]) for i, table in enumerate(network.beside))], -1)
    rows = []
    for i, each in enumerate(document.windows):
        window = each.window
        kept = each.places[window.answers_from - window.first : window.answers_to - window.first]
        rows.append(state[i, torch.from_numpy(kept)])
    return torch.cat(rows)


def trained(given: argparse.Namespace, start: Path, chosen: Sequence[Ready]) -> tuple[Network, Linker]:
    """A network and its linker, fitted to some documents."""
    torch.manual_seed(SEED)
    network, linker = Network(), Linker(HIDDEN + MARKED * len(SIZES))
    load_start(network, start / WEIGHTS)
    if given.weights is not None:
        state = torch.load(given.weights, weights_only=True)
        network.load_state_dict(state.get("network", state))
    layers = [w for name, w in network.named_parameters() if name.startswith(("layers", "norm", "marks"))]
    groups = [{"params": layers, "lr": given.rate}, {"params": linker.parameters(), "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps, step = given.epochs * len(chosen), 0
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: min(1.0, at / 30) * max(0.02, 1 - at / steps))
    for epoch in range(given.epochs):
        began, total = time.perf_counter(), 0.0
        for i in np.random.default_rng((SEED, epoch)).permutation(len(chosen)):
            with torch.autocast("cpu", torch.bfloat16):
                states = states_of(network, chosen[i])
            loss = loss_of(linker, states.float(), chosen[i].answered.mentions, chosen[i].signs)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([*layers, *linker.parameters()], 1.0)
            optimiser.step()
            plan.step()
            total, step = total + float(loss.detach()), step + 1
        print(f"  epoch {epoch} loss {total / len(chosen):.3f} {time.perf_counter() - began:.0f} s", flush=True)
    return network.eval(), linker.eval()


def told(document: Ready, mentions: Sequence[Referring]) -> list[tuple[gum.Words, str]]:
    """Mentions in the corpus' tokens, each span once."""
    places, known = document.answered.document.places, dict[gum.Words, str]()
    starts, ends = [p.start for p in places], [p.end for p in places]
    for mention in mentions:
        start, end = document.report.words[mention.first][0], document.report.words[mention.last - 1][1]
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
        if first < last:
            known.setdefault((first, last), str(mention.cluster))
    return list(known.items())


def main() -> int:
    """Train and measure the folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=ENCODER_RATE)
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(FOLDS)))
    given = parser.parse_args()
    torch.set_num_threads(1)
    start = start_files(given.start, Path("start"))
    vocabulary = Vocabulary(start / VOCABULARY)
    every = [ready(each, vocabulary) for each in documents(given.gum)]
    measured = [each for each in every if each.answered.document.name.split("_")[1] in gum.GENRES]
    answers: list[gum.Document] = []
    ours: list[list[tuple[gum.Words, str]]] = []
    for fold in given.folds:
        apart = measured[fold::FOLDS]
        network, linker = trained(given, start, [each for each in every if each not in apart])
        own = []
        for document in apart:
            with torch.no_grad():
                mentions = found(linker, states_of(network, document).float(), document.words)
            own.append(told(document, mentions))
        print(f"fold {fold}: {gum.figures([each.answered.document for each in apart], own)}", flush=True)
        answers += [each.answered.document for each in apart]
        ours += own
    print(f"all: {gum.figures(answers, ours)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
