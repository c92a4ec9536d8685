"""Texts that no training may see: a training text that holds part of one of them is left out.

In: the folder beside the corpora with the marked claims and the pairs of copied reports. Out: whether a text shares a
twentieth of its runs of eight words with any of theirs.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

WORD = re.compile(r"\w+")
RUN = 8
SHARE = 0.05


class Apart:
    """The runs of words of all texts held apart."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.runs = {run for text in texts for run in runs(text)}

    def holds(self, text: str) -> bool:
        """Whether a text shares more with them than chance would."""
        own = set(runs(text))
        return len(own & self.runs) > SHARE * len(own)


def runs(text: str) -> Iterator[int]:
    """The runs of words of a text, each as a number."""
    found = [match[0].lower() for match in WORD.finditer(text)]
    return (hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1))


def texts_apart(shared: Path) -> Iterator[str]:
    """The texts of the marked claims and of the pairs of reports, where they are there."""
    claims, pairs = shared / "gold" / "dev.jsonl", shared / "reuse" / "pairs_dev.jsonl"
    for line in lines(claims):
        yield json.loads(line)["text"]
    for line in lines(pairs):
        row = json.loads(line)
        yield row["a"]["text"]
        yield row["b"]["text"]


def lines(file: Path) -> list[str]:
    """The lines of a file; none where it is not there."""
    return file.read_text("utf-8").splitlines() if file.exists() else []
