"""Who did what to whom in reports of attacks, and with what confidence in the perpetrator: MUC-4.

In: what `muc4_files` reads. Out: CEAF-REE of the role fillers, per role and over all (`micro`), precision and recall of
the organisation confidence (slot 11), and a prediction a line: `{"docid", "PerpInd": [["a name"], ...], "PerpOrg",
"Target", "Victim", "Weapon", "confidence": [{"org", "value"}]}`.

The messages have capitals only. They are given the case that print would give them (`muc4_casing`), then read like any
report; `muc4_roles` turns claims into fillers, `muc4_joined` joins them with what the encoder tells.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpus import Figures, extractor
from evaluation.muc4_casing import with_capitals
from evaluation.muc4_files import ROLES, Entity, Message, messages
from evaluation.muc4_joined import Joined
from evaluation.muc4_roles import VALUE, Fillers, keywords
from evaluation.muc4_scores import Org, ceaf_ree, confidence
from reportedly.model import Report
from reportedly.pipeline import Reader, Reading

PARAGRAPH = re.compile(r" {3,}")
"""What the processed files have for the end of a paragraph."""

Answer = tuple[dict[str, list[Entity]], Sequence[Org]]


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """The figures in percent; without answers predictions only, without keys no figures of the confidence."""
    found = messages(path)
    ours: list[Answer] = []
    naive: list[Answer] = []
    for reading in Reader(extractor=extractor()).read(map(report_of, found)):
        fillers, words = answering(reading), keywords(reading)
        ours.append((fillers.entities, fillers.confidence))
        naive.append((words, [(org, VALUE["reported_as_fact"]) for org in words["PerpOrg"]]))
    if predictions is not None:
        predictions.write_text("".join(lines(found, ours)), encoding="utf-8")
    return Figures("muc4", figures(found, ours), figures(found, naive), "words and names of a sentence about an attack")


def report_of(message: Message) -> Report:
    """A message as a report, with capitals and paragraphs."""
    return Report(with_capitals(PARAGRAPH.sub("\n\n", message.text)), message.docid, language="en")


def answering(reading: Reading) -> Fillers | Joined:
    """What answers for a report: the rules, with the encoder where it has read it."""
    return Fillers(reading) if reading.annotated.scored is None else Joined(reading)


def figures(found: Sequence[Message], answers: Sequence[Answer]) -> dict[str, float]:
    """The figures in percent of what the messages have answers for."""
    shown: dict[str, float] = {}
    pairs = [(m.fillers, entities) for m, (entities, _) in zip(found, answers, strict=True) if m.fillers is not None]
    if pairs:
        scores = ceaf_ree(pairs)
        shown |= {"micro": scores["micro"].f1, "micro precision": scores["micro"].precision}
        shown |= {"micro recall": scores["micro"].recall} | {role: scores[role].f1 for role in ROLES}
    keyed = [(m.confidence, orgs) for m, (_, orgs) in zip(found, answers, strict=True) if m.confidence is not None]
    if keyed:
        score = confidence(keyed)
        shown |= {"confidence recall": score.recall, "confidence precision": score.precision}
    return {key: round(100 * value, 1) for key, value in shown.items()}


def lines(found: Iterable[Message], answers: Iterable[Answer]) -> Iterator[str]:
    """The predictions, a line of JSON a message."""
    for message, (entities, orgs) in zip(found, answers, strict=True):
        row: dict[str, Any] = {"docid": message.docid}
        row |= {role: [list(entity) for entity in entities[role]] for role in ROLES}
        row["confidence"] = [{"org": org[0], "value": value} for org, value in orgs]
        yield json.dumps(row, ensure_ascii=False) + "\n"
