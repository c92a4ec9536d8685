"""One corpus evaluated: where it lies, which evaluation reads it, what comes out."""

import hashlib
import importlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportedly.errors import Stop
from reportedly.model import DEFAULT_EXTRACTOR, Extractor

ROOT = Path(__file__).parent.parent
CORPORA = Path(os.environ.get("REPORTEDLY_CORPORA", ROOT.parent / "shared" / "corpora"))
SHARED = CORPORA.parent
SCORE = Path(os.environ.get("REPORTEDLY_SCORE", SHARED / "score"))

MODULES = {
    "claims": "evaluation.claims",
    "invented": "evaluation.claims",
    "invented_read": "evaluation.claims",
    "real": "evaluation.real",
    "real_read": "evaluation.real",
    "polnear": "evaluation.polnear",
    "timex": "evaluation.timex",
    "geo": "evaluation.geo",
    "reuse": "evaluation.reuse",
    "contradictions": "evaluation.contradictions",
    "names": "evaluation.names",
    "ecbplus": "evaluation.ecbplus",
    "newswire_ner": "evaluation.newswire_ner",
    "factuality": "evaluation.factuality",
    "factuality_events": "evaluation.factuality",
    "muc4": "evaluation.muc4",
    "gum": "evaluation.gum",
    "fiction": "evaluation.fiction",
}
"""Which module reads which corpus; each has `evaluate(path, predictions)`."""


def extractor() -> Extractor:
    """What reads the texts: the default, or what the environment's REPORTEDLY_EXTRACTOR names."""
    asked = os.environ.get("REPORTEDLY_EXTRACTOR", DEFAULT_EXTRACTOR)
    return "rules" if asked == "rules" else "encoder"


@dataclass(frozen=True)
class Figures:
    """The figures of one corpus by name, in percent unless the name says otherwise, and those of a naive baseline.

    `notes` are lines to be read beside them.
    """

    corpus: str
    figures: dict[str, float]
    baseline: dict[str, float] = field(default_factory=dict)
    baseline_name: str = ""
    notes: tuple[str, ...] = ()


def run(name: str, path: Path, predictions: Path | None = None) -> Figures:
    """The figures of corpus `name` at `path`; what they were computed from is written to `predictions`.

    Raises Stop for an unknown name or a path that is not there.
    """
    if name not in MODULES:
        raise Stop(f"no evaluation is called {name!r}; choose from {', '.join(MODULES)}")
    if not path.exists():
        raise Stop(f"corpus {name}: {path} is not there; name the folder or file that holds it")
    module: Any = importlib.import_module(MODULES[name])
    figures: Figures = module.evaluate(path, predictions)
    return replace(figures, corpus=name)


def corpus_hash(path: Path) -> str:
    """The first 16 hexadecimal digits of the SHA-256 over a file, or over a folder's files with their names, sorted."""
    digest = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
        digest.update(file.relative_to(path.parent).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
