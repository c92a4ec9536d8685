"""Contradictions and denials between real reports: each one that is shown, beside a person's judgement on it.

In: the labelled pairs of reports, of which those about one event are read, all reports into one project. Out: for every
contradiction shown, and for every denial set beside what it denies, a line; of those in the committed record
`contradictions.tsv` the share that was judged real: what the reports say, and no slip of the reader. The record holds
places of sentences, values and judgements; the sentences stand in the corpus, and
`python -m evaluation.contradictions PATH` prints them beside it.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from evaluation.corpus import Figures, extractor
from evaluation.reuse import read, report_of
from reportedly.assess.accounts import telling
from reportedly.assess.contradictions import Contradiction, contradictions
from reportedly.assess.denials import denials
from reportedly.assess.speakers import speaker
from reportedly.linked import Account, Evidence
from reportedly.model import Report
from reportedly.pipeline import Reader
from reportedly.project import Extracted, init
from reportedly.store import Filter

RECORD = Path(__file__).with_name("contradictions.tsv")
COLUMNS = ("half", "a", "a_start", "a_end", "b", "b_start", "b_end", "slot", "value_a", "value_b", "real", "why")
SEED, DRAWN = 20251125, 50

Groups = dict[str, int]
"""For each report's id the number of its group: reports that same-event pairs connect, in the order of the file."""


@dataclass(frozen=True)
class Shown:
    """A contradiction as it is shown: where both sentences stand, what they give, and the sentences.

    The values of whether something happened are the sentences themselves; they are left empty. Of a denial (slot `event
    denied` or `actor denied`) `a` is what is denied and `b` the denial, each with its word for the act.

    `half` is `even` or `odd` by the group of report `a`: only the even half was looked at before the record was made.
    """

    half: str
    a: str
    a_start: int
    a_end: int
    b: str
    b_start: int
    b_end: int
    slot: str
    value_a: str
    value_b: str
    sentences: tuple[str, str]
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it is found by in the record: both reports, the slot and the values as they are worded."""
        return (self.a, self.b, self.slot, self.value_a.lower(), self.value_b.lower())


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """How many contradictions are shown, how many of them were judged, and the share of real ones among those."""
    found = shown_in(path)
    if predictions is not None:
        predictions.write_text("".join(json.dumps(vars(each), ensure_ascii=False) + "\n" for each in found), "utf-8")
    judged = record()
    known = [(each.half, judged[each.key]) for each in found if each.key in judged]
    odd = [real for half, real in known if half == "odd"]
    figures = {
        "shown": float(len(found)),
        "denials among them": float(sum(each.slot.endswith(" denied") for each in found)),
        "judged": float(len(known)),
        "real": share(real for _, real in known),
        "real, odd half": share(odd),
    }
    return Figures("contradictions", figures)


def share(judged: Iterable[str]) -> float:
    """The share of `yes` in percent, 0 of nothing."""
    found = list(judged)
    return 100 * found.count("yes") / len(found) if found else 0.0


def record() -> dict[tuple[str, ...], str]:
    """The judgements of the record, `yes` or `no`, by key."""
    return {
        (r["a"], r["b"], r["slot"], r["value_a"].lower(), r["value_b"].lower()): r["real"] for r in recorded(RECORD)
    }


def recorded(path: Path) -> list[dict[str, str]]:
    """The rows of a record; lines that begin with # are about it."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def shown_in(path: Path) -> list[Shown]:
    """Every contradiction that a project of all reports in same-event pairs shows, each once, in order of its key."""
    pairs = [pair for pair in read(path) if pair.get("same_event", True)]
    reports = {side["id"]: report_of(side) for pair in pairs for side in (pair["a"], pair["b"])}
    extracted = [
        Extracted(found.report, found.claims) for found in Reader(extractor=extractor()).read(reports.values())
    ]
    groups = groups_of((pair["a"]["id"], pair["b"]["id"]) for pair in pairs)
    shown = (shown_of(each, groups) for each in contradicted(extracted))
    return sorted({each.key: each for each in shown}.values(), key=lambda each: each.key)


def groups_of(pairs: Iterable[tuple[str, str]]) -> Groups:
    """The groups that pairs connect, numbered in the order of their first pair."""
    home: dict[str, str] = {}
    for one, other in pairs:
        a, b = home.setdefault(one, one), home.setdefault(other, other)
        if a != b:
            home.update({each: a for each, at in home.items() if at == b})
    numbers = {first: i for i, first in enumerate(dict.fromkeys(home.values()))}
    return {each: numbers[at] for each, at in home.items()}


def contradicted(extracted: Iterable[Extracted]) -> Iterator[Contradiction]:
    """The contradictions that a project of these reports shows."""
    with tempfile.TemporaryDirectory() as folder:
        project = init(str(Path(folder) / "pairs.db"))
        for each in extracted:
            project.keep(each, "rules")
        for listed in project.casebook.events(Filter()):
            yield from contradictions(listed.evidence)
            yield from denied(listed.evidence)
        project.close()


def denied(evidence: Evidence) -> Iterator[Contradiction]:
    """The denials of an event, each beside an account by somebody else: the one it points to, or its report's first."""
    for each in denials(evidence):
        no = each.tellings[0]
        by_others = [a for a in telling(evidence) if speaker(a, evidence).key != speaker(no, evidence).key]
        by_others.sort(key=lambda a: (not points_to(no, a), a.report.id != no.report.id))
        if by_others:
            yes = by_others[0]
            told, denial = (x.claim.trigger.of(x.report.text) for x in (yes, no))
            yield Contradiction(f"{each.slot} denied", yes, no, told, denial, f"Denied by {each.speaker}.")


def points_to(denial: Account, other: Account) -> bool:
    """Whether the words of a denial point to an account of its report."""
    return denial.report.id == other.report.id and denial.claim.answers == other.claim.trigger


def shown_of(found: Contradiction, groups: Groups) -> Shown:
    """A contradiction with its sentences."""
    (a, one), (b, other) = placed(found.a), placed(found.b)
    half = "odd" if groups[a.ref] % 2 else "even"
    values = ("", "") if found.slot == "polarity" else (found.value_a, found.value_b)
    sentences = (a.text[slice(*one)], b.text[slice(*other)])
    return Shown(half, a.ref, *one, b.ref, *other, found.slot, *values, sentences, found.reason)


def placed(account: Account) -> tuple[Report, tuple[int, int]]:
    """An account's report, and where its sentence stands."""
    return account.report, (account.claim.sentence.start, account.claim.sentence.end)


def drawn(found: Iterable[Shown]) -> list[Shown]:
    """At most DRAWN of what is shown, by the hash of each with the seed: the same whatever else is shown."""
    by_hash = sorted(found, key=lambda each: sha256(repr((SEED, each.key)).encode()).hexdigest())
    return by_hash[:DRAWN]


def main(arguments: list[str]) -> None:
    """Print every contradiction with both sentences; with `--draw` a sample for the record, with empty judgements."""
    found = shown_in(Path(arguments[0]))
    judged = record() if RECORD.exists() else {}
    if "--draw" in arguments:
        out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        out.writerow(COLUMNS)
        for each in drawn(found):
            values: dict[str, Any] = {**vars(each), "real": judged.get(each.key, ""), "why": ""}
            out.writerow([values[column] for column in COLUMNS])
        return
    for each in found:
        values_shown = f"{each.slot}: {each.value_a} / {each.value_b}"
        sys.stdout.write(f"{each.half}  {each.a} / {each.b}  {values_shown}  [{judged.get(each.key, '-')}]\n")
        for side, sentence in zip("AB", each.sentences, strict=True):
            sys.stdout.write(f"  {side}: {' '.join(sentence.split())}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
