"""The whole claim against the gold file: predictions in the wire form, figures by the scorer as it is."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation import calibration
from evaluation.corpus import SCORE, Figures, extractor
from reportedly.errors import Stop
from reportedly.model import Annotated, Claim, Report, Role, Span
from reportedly.pipeline import Reader, Reading
from reportedly.read import reports
from reportedly.wire import claim_json

SHOWN = (
    "found", "typed", "roles", "source", "kind", "certainty", "temporality", "uncertain", "future", "negative",
    "time", "place", "whole",
)  # fmt: skip

COMMON_EVENT_NOUNS = frozenset(
    [
        "attack",
        "strike",
        "raid",
        "bombing",
        "explosion",
        "war",
        "battle",
        "clash",
        "killing",
        "murder",
        "assault",
        "shooting",
        "arrest",
        "detention",
        "trial",
        "visit",
        "meeting",
        "talk",
        "summit",
        "conference",
        "agreement",
        "deal",
        "statement",
        "announcement",
        "protest",
        "demonstration",
        "rally",
        "election",
        "vote",
        "investigation",
        "charge",
        "accusation",
        "demand",
        "call",
        "sanction",
        "ban",
        "withdrawal",
        "deployment",
        "operation",
        "offensive",
    ]
)
"""Forty event nouns of the naive baseline."""


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Figures of `path`, a gold file of reports with their claims. A file without claims gives predictions only."""
    readings, rows = read(path)
    naive = [claim_json(c, r.report) for r in readings for c in every_verb(r.annotated)]
    with tempfile.TemporaryDirectory() as folder:
        ours = write(rows, predictions or Path(folder) / "ours.jsonl")
        if not has_answers(path):
            return Figures("claims", {})
        told = list(calibration.judged(marked(path), rows))
        sure = list(calibration.judged(marked(path), naive))
        return Figures(
            "claims", score(path, ours) | calibration.figures(told),
            score(path, write(naive, Path(folder) / "naive.jsonl")) | calibration.figures(sure),
            "every verb and forty event nouns", tuple(calibration.lines(told)),
        )  # fmt: skip


def read(path: Path) -> tuple[list[Reading], list[dict[str, Any]]]:
    """The reports of a gold file as they are read, and all claims as the scorer reads them."""
    readings = list(Reader(extractor=extractor()).read(gold_reports(path)))
    return readings, [claim_json(claim, each.report) for each in readings for claim in each.claims]


def marked(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gold_reports(path: Path) -> list[Report]:
    """The reports of a gold file, read as any JSON lines are."""
    return [r for r in reports([str(path)]) if isinstance(r, Report)]


def has_answers(path: Path) -> bool:
    """Whether the file marks claims."""
    return any("claims" in json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def write(rows: Iterable[dict[str, Any]], path: Path) -> Path:
    """`path`, after writing one JSON object a line to it."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def score(gold: Path, predicted: Path) -> dict[str, float]:
    """The scorer's figures: F1 in percent, accuracy in percent where it prints accuracy; counts beside found."""
    scorer = SCORE / "claims.py"
    if not scorer.exists():
        raise Stop(f"the claim scorer is not at {scorer}; set REPORTEDLY_SCORE to the folder that holds it")
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predicted), "--json"], capture_output=True, text=True, check=True
    )
    result = json.loads(done.stdout)
    figures = {key: float(result[key].get("f1", result[key].get("acc")) or 0.0) for key in SHOWN}
    return figures | {"precision": result["found"]["p"], "recall": result["found"]["r"]}


def every_verb(doc: Annotated) -> Iterable[Claim]:
    """The naive baseline: every verb and common event noun is an ASSAULT of its subject on its object."""
    for token in doc.tokens:
        if token.pos != "VERB" and not (token.pos == "NOUN" and token.lemma in COMMON_EVENT_NOUNS):
            continue
        sentence = doc.sentences[token.sentence]
        named = (("actor", "nsubj"), ("recipient", "dobj"), ("victim", "nsubjpass"))
        yield Claim(
            report_id=doc.report.id,
            kind="event",
            sentence=Span(sentence.start, sentence.end),
            trigger=Span(token.start, token.end),
            type="ASSAULT",
            roles=tuple(
                Role(role, Span(doc.tokens[c].start, doc.tokens[c].end))  # type: ignore[arg-type]
                for role, dep in named
                for c in doc.children[token.i]
                if doc.tokens[c].dep == dep
            ),
            extractor="every-verb",
        )
