"""The trained encoder, run with onnxruntime.

In: a folder that `training.encoder.export` wrote; the package carries one. Out: a `Model` for `decode`. A file whose
SHA-256 is not the manifest's is refused.
"""

import hashlib
import json
from pathlib import Path

import numpy as np

from reportedly.encoder.arrays import Batch
from reportedly.encoder.decode import Model, Outputs, Runner
from reportedly.encoder.wordpiece import Vocabulary
from reportedly.errors import Stop

SHIPPED = Path(__file__).parent / "weights"
"""The folder of the weights that the package carries."""

OUTPUTS = ("scores", "word", "cue_first", "cue_last", "states")
PLAIN = "encoder.onnx"
SMALL = "encoder.int8.onnx"


def load(folder: Path = SHIPPED, name: str = SMALL, threads: int = 1) -> Model:
    """The model in a folder. Raises Stop for a file that is missing or not the manifest's."""
    try:
        described = json.loads((folder / "manifest.json").read_text("utf-8"))
        for file in (name, "vocab.txt", "pairs.npz"):
            found = hashlib.sha256((folder / file).read_bytes()).hexdigest()
            if found != described["files"][file]["sha256"]:
                raise Stop(f"{file} of the encoder is not the file that its manifest names; install reportedly again")
        with np.load(folder / "pairs.npz") as parts:
            weights = {key: parts[key] for key in parts.files}
        return Model(session_runner(folder / name, threads), weights, Vocabulary(folder / "vocab.txt"))
    except OSError as error:
        raise Stop(f"the encoder cannot be loaded: {error.strerror}; install reportedly again") from error


def session_runner(file: Path, threads: int = 1) -> Runner:
    """What runs an ONNX file on a batch."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    told = {each.name for each in session.get_outputs()}
    wanted = [name for name in OUTPUTS if name in told]

    def run(batch: Batch) -> Outputs:
        return tuple(session.run(wanted, {"ids": batch.ids, "marks": batch.marks, "mask": batch.mask}))

    return run
