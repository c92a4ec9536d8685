"""Train the linker of mentions on the shipped encoder's states, and measure it by folds.

In: the folder of corpora; the encoder's weights that the package carries. Out: `links.npz` beside them, the linker's
weights trained on all of GUM's documents that training may use; and `--record`, what the five linkers that were trained
without a fold found in that fold's documents, which `evaluation.gum` takes in place of what a linker finds that has
seen them. The documents of news and interview are dealt to five folds by the order of their names. Links are first
learned from MEANTIME and ECB+.

    python -m training.encoder.train_coreference --corpora ../shared/corpora
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from evaluation import gum, gum_folds
from reportedly.annotate import Annotator
from reportedly.annotate.parsed_words import parsed_words
from reportedly.encoder import linking
from reportedly.encoder.reader import SHIPPED, load
from reportedly.encoder.referring import sides, signs
from reportedly.model import Annotated, Report
from training.encoder.coref_answers import Answered, mentions, of_ecbplus, of_gum, of_meantime
from training.encoder.coreference import Linker, Ready, loss_of, weights

SEED = 7
FOLDS = 5
RATE = 1e-3
EPOCHS, BEFORE_EPOCHS = 8, 2
LINKERS = 2
WARM = 40
DECAY = 0.01
KEPT = 0.98
"""How much of the mean of the weights over past steps each step keeps."""


def annotated(documents: Sequence[Answered], annotator: Annotator) -> Iterator[Annotated]:
    """The documents as the product reads them."""
    return annotator.annotate(Report(each.text, each.name, language="en") for each in documents)


def ready(answered: Answered, doc: Annotated) -> Ready:
    """A document made ready for the linker."""
    assert doc.scored is not None
    spans = doc.scored.report.words
    words = [answered.text[start:end] for start, end in spans]
    parsed, classes = parsed_words(doc, spans), linking.name_classes(doc.scored)
    rows, clusters = mentions(answered, spans, parsed)
    own = signs(words, parsed, rows, classes)
    return Ready(
        torch.from_numpy(doc.scored.states),
        parsed,
        torch.from_numpy(rows),
        torch.from_numpy(clusters),
        {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in own.pairs.items()},
        torch.from_numpy(own.kind),
        sides(words, parsed, rows[:, 2]),
        answered.corpus == "gum",
    )


def trained(
    documents: Sequence[Ready], epochs: int, start: Mapping[str, Tensor] | None = None, seed: int = SEED
) -> Linker:
    """A linker fitted to some documents; its weights are the running mean of those of the last steps."""
    torch.manual_seed(seed)
    linker = Linker(documents[0].states.shape[1])
    if start is not None:
        linker.load_state_dict(start)
    optimiser = torch.optim.AdamW(linker.parameters(), RATE, weight_decay=DECAY)
    steps, step = epochs * len(documents), 0
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min(1.0, (at + 1) / WARM) * max(0.02, 1 - at / steps)
    )
    mean = {name: part.detach().clone() for name, part in linker.state_dict().items()}
    for epoch in range(epochs):
        began, total = time.perf_counter(), 0.0
        for i in np.random.default_rng((seed, epoch)).permutation(len(documents)):
            loss = loss_of(linker, documents[i])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(linker.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total, step = total + float(loss.detach()), step + 1
            kept = min(KEPT, (step + 1) / (step + 10))
            for name, part in linker.state_dict().items():
                mean[name].mul_(kept).add_(part, alpha=1 - kept)
        print(f"  epoch {epoch} loss {total / len(documents):.3f} {time.perf_counter() - began:.0f} s", flush=True)
    linker.load_state_dict(mean)
    return linker.eval()


def several(
    documents: Sequence[Ready], epochs: int, start: Mapping[str, Tensor] | None, count: int
) -> list[linking.Weights]:
    """The weights of so many linkers of different seeds, in the precision in which they are kept."""
    made = (trained(documents, epochs, start, SEED + i) for i in range(count))
    return [
        {name: part.astype(np.float16).astype(np.float32) for name, part in weights(linker).items()} for linker in made
    ]


def of_folds(
    given: argparse.Namespace,
    docs: Mapping[str, Annotated],
    every: Mapping[str, Ready],
    start: Mapping[str, Tensor] | None,
) -> Iterator[tuple[gum.Document, gum_folds.Found]]:
    """Each measured document with what linkers found there that were trained without its fold."""
    measured = [gum.document(file) for file in gum.files(given.corpora / "gum")]
    for fold in range(FOLDS):
        apart = measured[fold::FOLDS]
        names = {each.name for each in apart}
        chosen = [each for name, each in every.items() if name not in names]
        linkers = several(chosen, given.epochs, start, given.linkers)
        found = [gum.linked(each, docs[each.name], linkers) for each in apart]
        print(f"fold {fold}: {gum.figures(apart, found)}", flush=True)
        yield from zip(apart, found, strict=True)


def first_learned(corpora: Path, annotator: Annotator, epochs: int) -> Mapping[str, Tensor]:
    """The weights of a linker that has seen the links of MEANTIME and ECB+."""
    documents = [*of_meantime(corpora / "meantime"), *of_ecbplus(corpora / "ecbplus")]
    found = (ready(each, doc) for each, doc in zip(documents, annotated(documents, annotator), strict=True))
    return trained([each for each in found if len(each.mentions) > 1], epochs).state_dict()


def main() -> int:
    """Train, measure the folds, write the linker and the record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, default=SHIPPED, help="the encoder's folder (default: the package's)")
    parser.add_argument("--record", type=Path, default=gum_folds.RECORD)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--linkers", type=int, default=LINKERS, help="how many are trained and read by their mean")
    parser.add_argument("--before", type=int, default=BEFORE_EPOCHS, help="epochs on MEANTIME and ECB+; 0 for none")
    given = parser.parse_args()
    torch.set_num_threads(1)
    annotator, out = Annotator("encoder"), given.encoder / linking.SHIPPED.name
    annotator.encoder = load(given.encoder)
    start = first_learned(given.corpora, annotator, given.before) if given.before else None
    documents = list(of_gum(given.corpora / "gum"))
    docs = {doc.report.ref: doc for doc in annotated(documents, annotator)}
    every = {each.name: ready(each, docs[each.name]) for each in documents}
    found = list(of_folds(given, docs, every, start))
    print(f"all: {gum.figures(*unzipped(found))}", flush=True)
    gum_folds.write(given.record, ((each.name, each.text, own) for each, own in found))
    linking.save(out, several(list(every.values()), given.epochs, start, given.linkers))
    return 0


def unzipped(found: Iterable[tuple[gum.Document, gum_folds.Found]]) -> tuple[list[gum.Document], list[gum_folds.Found]]:
    """Documents and what was found in them, apart."""
    documents, own = zip(*found, strict=True)
    return list(documents), list(own)


if __name__ == "__main__":
    sys.exit(main())
