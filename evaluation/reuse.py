"""Copies and citations between pairs of reports: labels, scores and credits against the hand-made ones.

In: a JSONL file, a pair a line: `a`, `b` {id, outlet, date, text}, and, where they are known, `label`, `same_event`,
`cites_a`, `cites_b`. Out: figures, and a prediction a line: `{"label", "score", "cites_a", "cites_b"}`. The baseline is
a threshold on the share of word 5-grams in common, the best one on the development pairs. Nothing of ours is fitted to
them; `evaluation.reuse_notches` shows how much hangs on each number that was set by hand.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.corpus import Figures
from reportedly.link.copies import Reuse, compared
from reportedly.link.credits import folded
from reportedly.link.wording import Wording, wording
from reportedly.model import Report

LABELS = ("copy", "derived", "quote_only", "independent")
TAKEN = ("copy", "derived")
CONTAINMENT = 0.211
"""Share of 5-grams from which the baseline calls a pair taken: the best threshold on the development pairs."""


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """The figures over all pairs; without answers none, only predictions."""
    pairs = list(read(path))
    wordings: dict[str, Wording] = {}
    found = []
    for pair in pairs:
        a, b = (wordings.setdefault(pair[side]["id"], wording(report_of(pair[side]))) for side in "ab")
        found.append((compared(a, b), cited(a), cited(b)))
    if predictions is not None:
        predictions.write_text("".join(line(*each) for each in found), encoding="utf-8")
    if not all("label" in pair for pair in pairs):
        return Figures("reuse", {})
    ours = figures_of(pairs, [reuse.label for reuse, _, _ in found])
    ours["cites"] = cites_f1(pairs, [(a, b) for _, a, b in found])
    return Figures("reuse", ours, figures_of(pairs, list(map(naive, pairs))), "5-gram containment over a threshold")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The pairs of the file, in its order."""
    for text in path.read_text("utf-8").splitlines():
        if text.strip():
            yield json.loads(text)


def report_of(side: dict[str, Any]) -> Report:
    """One side of a pair as a report."""
    return Report(side["text"], side["id"], publisher=side["outlet"] or None, published=side["date"] or None)


def cited(each: Wording) -> list[str]:
    """The names that a report credits."""
    return [credit.name for credit in each.credits]


def line(reuse: Reuse, cites_a: list[str], cites_b: list[str]) -> str:
    """One prediction as a line of JSON."""
    row = {"label": reuse.label, "score": round(reuse.score, 4), "cites_a": cites_a, "cites_b": cites_b}
    return json.dumps(row, ensure_ascii=False) + "\n"


def naive(pair: dict[str, Any]) -> str:
    """The baseline's label: derived where enough 5-grams of the one with fewer stand in the other."""
    return "derived" if containment(pair["a"]["text"], pair["b"]["text"]) >= CONTAINMENT else "independent"


def containment(a: str, b: str) -> float:
    """Share of the lower-case word 5-grams of the text with fewer that the other has, 0 to 1."""
    grams = []
    for text in (a, b):
        words = re.findall(r"\w+", text.lower())
        grams.append({tuple(words[i : i + 5]) for i in range(len(words) - 4)})
    return len(grams[0] & grams[1]) / max(min(map(len, grams)), 1)


def figures_of(pairs: list[dict[str, Any]], labels: list[str]) -> dict[str, float]:
    """F1 of taken against the rest, macro F1 of the four labels (percent), independent same-event pairs called copy."""
    gold = [pair["label"] for pair in pairs]
    wrong = zip(pairs, labels, strict=True)
    return {
        "f1": f1([g in TAKEN for g in gold], [ours in TAKEN for ours in labels]),
        "macro_f1": round(sum(f1([g == x for g in gold], [o == x for o in labels]) for x in LABELS) / len(LABELS), 1),
        "independent_called_copy": float(
            sum(p["label"] == "independent" and p["same_event"] and ours == "copy" for p, ours in wrong)
        ),
    }


def cites_f1(pairs: list[dict[str, Any]], found: list[tuple[list[str], list[str]]]) -> float:
    """Micro F1, in percent, of the credited names of both sides, articles, case and spaces left aside."""
    hits = ours = right = 0
    for pair, names in zip(pairs, found, strict=True):
        for side, mine in zip("ab", names, strict=True):
            gold, said = ({folded(name).replace(" ", "") for name in some} for some in (pair[f"cites_{side}"], mine))
            hits, ours, right = hits + len(gold & said), ours + len(said), right + len(gold)
    return round(200 * hits / (ours + right), 1) if ours + right else 0.0


def f1(gold: list[bool], ours: list[bool]) -> float:
    """F1 in percent."""
    hits = sum(g and o for g, o in zip(gold, ours, strict=True))
    return round(200 * hits / (sum(gold) + sum(ours)), 1) if any(gold) or any(ours) else 0.0
