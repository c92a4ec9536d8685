"""`python -m evaluation`: the table of all corpora, ours beside the baseline, the floor and the bar."""

import sys
import tomllib
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from evaluation.corpus import CORPORA, ROOT, SHARED, Figures, corpus_hash, run

FLOORS = Path(__file__).with_name("floors.toml")

PLACES = {
    "claims": SHARED / "gold" / "dev.jsonl",
    "invented": ROOT / "evaluation" / "invented" / "apart.jsonl",
    "invented_read": ROOT / "evaluation" / "invented" / "read.jsonl",
    "real": ROOT / "evaluation" / "real" / "apart.jsonl",
    "real_read": ROOT / "evaluation" / "real" / "read.jsonl",
    "polnear": CORPORA / "polnear" / "dev",
    "timex": CORPORA / "meantime",
    "geo": CORPORA / "geo",
    "reuse": SHARED / "reuse" / "pairs_dev.jsonl",
    "contradictions": SHARED / "reuse" / "pairs_dev.jsonl",
    "names": CORPORA / "names" / "cases_dev.csv",
    "ecbplus": CORPORA / "ecbplus",
    "newswire_ner": CORPORA / "newswire_ner",
    "factuality": CORPORA / "factuality",
    "factuality_events": CORPORA / "meantime" / "corpus_apple",
    "muc4": CORPORA / "muc4",
    "gum": CORPORA / "gum",
    "fiction": ROOT / "examples" / "port-aral",
}

BESIDE = {name: tuple(CORPORA / each for each in ("newswire_ner", "re3d", "polnear")) for name in ("real", "real_read")}
"""What else must be there for a corpus: the texts of which it holds the marks only."""


def main(names: list[str]) -> int:
    """0 where every figure reaches its floor, 1 otherwise; corpora that are absent are named and passed over."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    console, fallen = Console(), []
    for name in names or PLACES:
        path = PLACES[name]
        missing = next((each for each in (path, *BESIDE.get(name, ())) if not each.exists()), None)
        if missing is not None:
            console.print(f"{name}: not measured, no corpus at {missing}")
            continue
        figures, floor = run(name, path), floors.get(name, {})
        console.print(table(figures, floor))
        for note in figures.notes:
            console.print(note)
        known = floor.get("corpus")
        if known and known != corpus_hash(path):
            console.print(f"{name}: the corpus is not the one the floors were measured on ({known}); floors not held")
            continue
        fallen += [
            f"{name} {key}: {figures.figures.get(key, 0.0)} is under its floor {least}"
            for key, least in floor.get("floor", {}).items()
            if figures.figures.get(key, 0.0) < least
        ]
    for line in fallen:
        console.print(line, style="bold red")
    return 1 if fallen else 0


def table(figures: Figures, floor: dict[str, Any]) -> Table:
    """One corpus as a table: figure, ours, baseline, floor, bar."""
    shown = Table(title=f"{figures.corpus} (baseline: {figures.baseline_name or 'none'})", title_justify="left")
    for column in ("figure", "ours", "baseline", "floor", "bar"):
        shown.add_column(column, justify="left" if column == "figure" else "right")
    for key, value in figures.figures.items():
        others = (figures.baseline.get(key), floor.get("floor", {}).get(key), floor.get("bar", {}).get(key))
        shown.add_row(key, f"{value:.1f}", *("" if v is None else f"{v:.1f}" for v in others))
    return shown


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
