"""Adds reports in child processes and kills them at random points; then adds once more, undisturbed.

`python -m tests.store.killing LOCATION REPORTS.jsonl KILLS SEED` prints one JSON object: the ids that each run added
and acknowledged before it was killed, and what the last run said of each report. The stages are replaced by a stub that
makes three claims a report.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterable, Iterator

import reportedly.read
import reportedly.store  # noqa: F401 - loaded once here, not in each child
from reportedly.model import Claim, EntityRef, Report, Role, Skipped, Span
from reportedly.project import Extracted, Item, Kept, open_project, read_files


def stub(items: Iterable[Item | Kept]) -> Iterator[Extracted | Skipped | Kept]:
    """Three claims for each report, without a language model."""
    for item in items:
        yield Extracted(item, planted(item)) if isinstance(item, Report) else item


def planted(report: Report) -> tuple[Claim, ...]:
    """A claim for each of the report's first three words."""
    whole, found, start = Span(0, len(report.text)), [], 0
    for word in report.text.split()[:3]:
        span = Span(start, start + len(word))
        role = Role("actor", span, EntityRef(word, word, "Person"))
        found.append(Claim(report.id, "event", whole, span, type="SAY", roles=(role,)))
        start = span.end + 1
    return tuple(found)


def add(location: str, reports: str) -> Iterator[Kept]:
    """Add the reports and give back each that is kept."""
    project = open_project(location)
    for outcome in project.add(read_files([reports]), read=stub):
        if isinstance(outcome, Kept):
            yield outcome
    project.close()


def killed_run(location: str, reports: str, chance: random.Random) -> list[str]:
    """The ids of the reports that a run added and acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        for kept in add(location, reports):
            if kept.state == "added":
                os.write(writing, f"{kept.report_id}\n".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as acknowledged:
        ids = [next(acknowledged, "").strip() for _ in range(chance.choice([0, 0, 1, 2, 5]))]
        time.sleep(chance.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        ids += [line.strip() for line in acknowledged]
    return [each for each in ids if each]


def main() -> None:
    """Kill, resume, report."""
    location, reports, kills, seed = sys.argv[1:]
    chance = random.Random(int(seed))
    acknowledged = [killed_run(location, reports, chance) for _ in range(int(kills))]
    last = {kept.report_id: kept.state for kept in add(location, reports)}
    json.dump({"acknowledged": acknowledged, "last": last}, sys.stdout)


if __name__ == "__main__":
    main()
