"""The exported encoder run with onnxruntime alone: a prototype of what the product reads with.

In: a folder that `export` wrote. Out: a `Model` for `decode`. A file whose SHA-256 is not the manifest's is refused.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime

from training.encoder.batches import Batch
from training.encoder.decode import Model, Outputs, Runner
from training.encoder.wordpiece import Vocabulary

OUTPUTS = ("scores", "word", "cue_first", "cue_last")
PLAIN = "encoder.onnx"
SMALL = "encoder.int8.onnx"


def load(folder: Path, name: str = SMALL, threads: int = 1) -> Model:
    """The model in a folder. Raises ValueError for a file that is not the manifest's."""
    described = json.loads((folder / "manifest.json").read_text("utf-8"))
    for file in (name, "vocab.txt", "pairs.npz"):
        found = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        if found != described["files"][file]["sha256"]:
            raise ValueError(f"{folder / file}: its SHA-256 is {found}, not the manifest's; export the model anew")
    with np.load(folder / "pairs.npz") as parts:
        weights = {key: parts[key] for key in parts.files}
    return Model(session_runner(folder / name, threads), weights, Vocabulary(folder / "vocab.txt"))


def session_runner(file: Path, threads: int = 1) -> Runner:
    """What runs an ONNX file on a batch."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def run(batch: Batch) -> Outputs:
        scores, word, first, last = session.run(
            list(OUTPUTS), {"ids": batch.ids, "marks": batch.marks, "mask": batch.mask}
        )
        return scores, word, first, last

    return run
