"""Attribution against PolNeAR: predictions in the annotate form, figures by the scorer as it is.

The baseline is a verb list: every verb of saying is a cue, its subject the source, its clause the content.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evaluation.claims import write
from evaluation.corpus import SCORE, Figures, extractor
from reportedly.errors import Stop
from reportedly.model import Annotated, Report
from reportedly.pipeline import Reader
from reportedly.read import reports
from reportedly.wire import annotation_json

SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "claim",
        "report",
        "state",
        "announce",
        "believe",
        "argue",
        "note",
        "warn",
        "deny",
        "insist",
        "suggest",
        "write",
    }
)
"""The verbs of the naive baseline."""

LINE = re.compile(r"^(?:(Source|Cue|Content) +char ([\d.]+)|(Relation) f1 ([\d.]+))", re.MULTILINE)


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Figures of one PolNeAR part: `path` holds text/ and attributions/. Without the latter, predictions only."""
    texts = [r for r in reports([str(path / "text")], as_is=True) if isinstance(r, Report)]
    readings = list(Reader(extractor=extractor()).read(texts))
    ours = [annotation_json(r.annotated, r.times, r.timex, r.places, r.attributions) for r in readings]
    naive = [{"ref": r.report.ref, "attributions": list(verb_list(r.annotated))} for r in readings]
    with tempfile.TemporaryDirectory() as folder:
        written = write(ours, predictions or Path(folder) / "ours.jsonl")
        if not (path / "attributions").exists():
            return Figures("polnear", {})
        return Figures(
            "polnear", score(path, written), score(path, write(naive, Path(folder) / "naive.jsonl")), "a verb list"
        )


def score(split: Path, predicted: Path) -> dict[str, float]:
    """Character F1 of source, cue and content, and relation F1, in percent, as the scorer prints them."""
    scorer = SCORE / "attribution.py"
    if not scorer.exists():
        raise Stop(f"the attribution scorer is not at {scorer}; set REPORTEDLY_SCORE to the folder that holds it")
    done = subprocess.run(
        [sys.executable, str(scorer), str(split), str(predicted)], capture_output=True, text=True, check=True
    )
    found = {(a or b).lower(): float(x or y) for a, x, b, y in LINE.findall(done.stdout)}
    if set(found) != {"source", "cue", "content", "relation"}:
        raise Stop(f"the attribution scorer printed other figures than expected: {done.stdout!r}")
    return found


def verb_list(doc: Annotated) -> Iterator[dict[str, Any]]:
    """The naive baseline's triples."""
    for token in doc.tokens:
        clause = doc.child(token.i, "ccomp")
        if token.lemma not in SAYING or token.pos != "VERB" or clause is None:
            continue
        subject = doc.child(token.i, "nsubj")
        yield {
            "source": None if subject is None else hull(doc, doc.subtree(subject)),
            "cue": {"start": token.start, "end": token.end},
            "content": hull(doc, doc.subtree(clause)),
        }


def hull(doc: Annotated, places: Iterable[int]) -> dict[str, int]:
    """The smallest span over some tokens."""
    tokens = [doc.tokens[i] for i in places]
    return {"start": min(t.start for t in tokens), "end": max(t.end for t in tokens)}
