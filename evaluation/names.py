"""Pairs of names of persons, companies and other bodies: are the two close enough to be shown as one?

In: a CSV with the columns `schema`, `name1`, `name2` and `is_match` (may be missing). Out: precision, recall and F1 of
the pairs called alike, beside the share of letters in common after sorting the words, with the threshold that is best
on the same pairs. A prediction a line, in the file's order: `{"match", "score"}`.

The corpus calls a pair a match where a screening officer should see it: slips of a letter in a real name, series with
neighbouring numbers. That is `NameMatch.alike`; `joined` tells how the pairs stand that the names alone join. Where
nomenklatura is installed, a line tells how its logic-v2 does on the same pairs.
"""

import csv
import importlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from evaluation.corpus import Figures
from reportedly.link.names import NameMatch, compare_names
from reportedly.link.names_plain import written

THRESHOLD = 0.7
"""The score from which nomenklatura calls two names a match by default."""


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Precision, recall and F1 of the matches, in percent; no figures where the file has no answers."""
    with (path / "cases_dev.csv" if path.is_dir() else path).open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    found = [compare_names(pair["name1"], pair["name2"], pair.get("schema") or None) for pair in pairs]
    if predictions is not None:
        predictions.write_text("".join(map(line, found)), encoding="utf-8")
    if not all(pair.get("is_match") in {"true", "false"} for pair in pairs):
        return Figures("names", {})
    gold = [pair["is_match"] == "true" for pair in pairs]
    ours = figures([match.alike for match in found], gold)
    ours |= {f"{key} joined": value for key, value in figures([match.match for match in found], gold).items()}
    naive = [sorted_ratio(pair["name1"], pair["name2"]) for pair in pairs]
    baseline = "words sorted, share of letters in common, best threshold"
    return Figures("names", ours, best(naive, gold), baseline, (beside(pairs, gold),))


def beside(pairs: Sequence[Mapping[str, str]], gold: Sequence[bool]) -> str:
    """The figures of nomenklatura's logic-v2 on the same pairs, at its own threshold and at the best one, in a line.

    Where it is not installed, the line says so: it is compared with, and not needed.
    """
    try:
        scores = logic_v2(pairs)
    except ImportError as error:
        return f"nomenklatura's logic-v2: not measured, {error}; install nomenklatura to see it here."
    at, most = figures([score >= THRESHOLD for score in scores], gold), best(scores, gold)
    told = ", ".join(f"{name} {at[name]:.1f}" for name in ("precision", "recall", "f1"))
    return (
        f"nomenklatura's logic-v2 on the same pairs: {told} at {THRESHOLD}; f1 {most['f1']:.1f} at its best threshold."
    )


def logic_v2(pairs: Sequence[Mapping[str, str]]) -> list[float]:
    """The score of each pair by nomenklatura's logic-v2. Raises ImportError where that is not installed."""
    model: Any = importlib.import_module("followthemoney").model
    algorithm: Any = importlib.import_module("nomenklatura.matching").get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(place: str, schema: str, name: str) -> Any:
        """An entity with this name; each has an id of its own, since names are kept by it."""
        made = model.make_entity(schema or "LegalEntity")
        made.id = place
        made.add("name", name)
        return made

    schemas = [pair.get("schema") or "" for pair in pairs]
    return [
        float(
            algorithm.compare(entity(f"a{i}", kind, pair["name1"]), entity(f"b{i}", kind, pair["name2"]), config).score
        )
        for i, (pair, kind) in enumerate(zip(pairs, schemas, strict=True))
    ]


def line(match: NameMatch) -> str:
    """One prediction."""
    return json.dumps({"match": match.alike, "score": match.score}) + "\n"


def sorted_ratio(a: str, b: str) -> float:
    """How alike two names are, 0 to 100, letter by letter after their words are sorted."""
    one, other = (" ".join(sorted(word.plain for word in written(name))) for name in (a, b))
    return ratio(one, other)


def best(scores: Sequence[float], gold: Sequence[bool]) -> dict[str, float]:
    """The figures at the threshold with the highest F1."""
    tried = [figures([score >= threshold for score in scores], gold) for threshold in sorted(set(scores))]
    return max(tried, key=lambda t: t["f1"], default={})


def figures(said: Sequence[bool], gold: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 in percent."""
    right = sum(s and g for s, g in zip(said, gold, strict=True))
    precision, recall = right / max(sum(said), 1), right / max(sum(gold), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}
