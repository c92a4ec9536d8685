"""What linkers found in documents of GUM that they were not trained on, for a figure that counts none twice.

In: the record that `training.encoder.train_coreference` writes beside the shipped linker: a line a document, with its
name, the digest of its text, and its clusters. Out: the mentions of a document that the shipped linker was trained on,
found by a linker that was trained without it.
"""

import csv
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Words = tuple[int, int]
"""First token and last, half-open."""

Found = list[tuple[Words, str]]
"""Mentions, each with the name of its cluster."""

RECORD = Path(__file__).with_name("gum_folds.tsv")
HEADER = """# what linkers found that were trained without the document's fold, by training.encoder.train_coreference
# document\tdigest of its text\tclusters apart by spaces, mentions by commas: tokens from 0, first-last, half-open
"""


def write(file: Path, found: Iterable[tuple[str, str, Found]]) -> None:
    """Write the record of some documents: name, text, mentions."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for name, text, mentions in sorted(found):
            clusters: dict[str, list[str]] = {}
            for (first, last), cluster in sorted(mentions):
                clusters.setdefault(cluster, []).append(f"{first}-{last}")
            out.write(f"{name}\t{digest(text)}\t{' '.join(map(','.join, clusters.values()))}\n")


def recorded(name: str, text: str, file: Path = RECORD) -> Found | None:
    """The mentions on record of a document with this name and just this text; None for one that is not on record."""
    return record(file).get((name, digest(text)))


@cache
def record(file: Path) -> dict[tuple[str, str], Found]:
    """The record by document and digest; empty where there is none."""
    if not file.is_file():
        return {}
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(name, of): mentions(clusters) for name, of, clusters in csv.reader(lines, delimiter="\t")}


def mentions(clusters: str) -> Found:
    """The mentions of a line of the record."""
    found: Found = []
    for number, cluster in enumerate(clusters.split()):
        for mention in cluster.split(","):
            first, last = mention.split("-")
            found.append(((int(first), int(last)), str(number)))
    return found


def digest(text: str) -> str:
    """The first 12 hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
