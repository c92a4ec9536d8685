"""`python -m evaluation.growing`: how long linking takes as a project grows, and what it finds.

In: how many reports. Out: one JSON object: the time of keeping and of linking that many reports of `growth`, then that
of adding each of a few fresh ones by itself (kept, then linked; the first, on cold caches, and the median of those
after), the memory of the process, and what of that which was planted is found. `bench` calls it once a size, each in a
process of its own. `processor` seconds are this process's own, whatever else the machine does.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from evaluation.growth import Planted, planted
from reportedly.extract.claims import VERSIONS
from reportedly.project import Extracted, Project, init, open_project

SEED = 20
WARM, FRESH = 10, 100
"""Reports that are added by themselves: those that warm caches, and those that count.

One report takes three times as long as another: which twenty they are moves their median by a fifth.
"""

SAMPLED = 2000
"""Reports whose links are held against what was planted: those kept last."""


@dataclass
class Truth:
    """What was planted in some reports: for each report what each claim tells of, and what it was copied from."""

    of: dict[str, dict[str, str]] = field(default_factory=dict)
    copied: dict[str, str] = field(default_factory=dict)

    def hold(self, found: Planted) -> None:
        """Remember a report."""
        self.of[found.report.id] = {claim.id: of for claim, of in zip(found.claims, found.of, strict=True)}
        if found.copied is not None:
            self.copied[found.report.id] = found.copied


def main() -> int:
    """0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="how many reports there are (default 1000)")
    parser.add_argument("--at", help="file of the project; one that is there is taken as linked (default: a new one)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(asked.at or Path(folder) / "growth.db")
        print(json.dumps(measured(place, asked.reports)))
    return 0


def measured(place: Path, count: int) -> dict[str, float]:
    """The figures for a project of `count` reports."""
    stream = planted(SEED)
    found: dict[str, float] = {"reports": count}
    if not place.exists():
        found.update(grown(init(str(place)), islice(stream, count)))
    else:
        for _ in islice(stream, count):
            pass
    project = open_project(str(place))
    times = list(added(project, islice(stream, WARM + FRESH)))
    found["add_first_milliseconds"] = round(1000 * times[0][0], 1)
    found["add_milliseconds"] = round(1000 * statistics.median(spent for spent, _ in times[WARM:]), 1)
    found["add_processor_milliseconds"] = round(1000 * statistics.median(busy for _, busy in times[WARM:]), 1)
    found["memory_after_megabytes"] = memory()
    found.update(right(project, islice(planted(SEED), max(0, count - SAMPLED), count)))
    project.close()
    return found


def grown(project: Project, reports: Iterable[Planted]) -> dict[str, float]:
    """Keep reports, then link all of them: the seconds of both, and the memory of the process."""
    spent, kept = 0.0, 0
    for each in reports:
        started = time.perf_counter()
        project.keep(Extracted(each.report, each.claims), VERSIONS["rules"])
        spent += time.perf_counter() - started
        kept += 1
    half: list[float] = []

    def done(count: int) -> None:
        if 2 * count >= kept and not half:
            half.append(memory())
        if count % 1024 < 256:
            print(f"{time.strftime('%H:%M:%S')} {count} linked, {memory()} MB", file=sys.stderr, flush=True)

    before, started, busy = memory(), time.perf_counter(), time.process_time()
    project.casebook.link(done, processes=2)
    linking, busy = time.perf_counter() - started, time.process_time() - busy
    project.close()
    return {
        "keep_seconds": round(spent, 1), "link_seconds": round(linking, 1), "link_processor_seconds": round(busy, 1),
        "memory_kept_megabytes": before, "memory_half_linked_megabytes": half[0] if half else before,
        "memory_linked_megabytes": memory(),
    }  # fmt: skip


def added(project: Project, reports: Iterable[Planted]) -> Iterator[tuple[float, float]]:
    """The seconds that adding each report takes, and those of this process's own."""
    for each in reports:
        started, busy = time.perf_counter(), time.process_time()
        project.keep(Extracted(each.report, each.claims), VERSIONS["rules"])
        project.casebook.link()
        yield time.perf_counter() - started, time.process_time() - busy


def memory() -> float:
    """Resident memory of this process in megabytes; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS")), 0.0)


def right(project: Project, reports: Iterable[Planted]) -> dict[str, float]:
    """How much of what was planted in these reports is found.

    Of copies, those with an edge to their original or to another report that has it too; of pairs of accounts of one
    happening, and of pairs joined to one event, those that are both.
    """
    truth = Truth()
    for each in reports:
        truth.hold(each)
    with project.store.linking() as opened:
        numbers = {int(report_id[:15], 16): report_id for report_id in truth.of}
        edges = opened.report_edges(numbers)
        claims = opened.claims_of(truth.of)
        events: dict[int, set[str]] = {}
        for member in opened.memberships(each.number for each in claims):
            events.setdefault(member.claim, set()).add(member.event_id)
    relying = {numbers[end] for edge in edges for end in edge[:2] if end in numbers}
    told = {each.number: truth.of[each.claim.report_id][each.claim.id] for each in claims}
    accounts = {number: of for number, of in told.items() if not of.startswith(("denial", "plan"))}
    planted_pairs = pairs((of, number) for number, of in accounts.items())
    joined = pairs((each, number) for number in accounts for each in events.get(number, ()))
    both = len(planted_pairs & joined)
    return {
        "copies": len(truth.copied),
        "copies_found": round(len(relying & truth.copied.keys()) / max(1, len(truth.copied)), 3),
        "pairs": len(planted_pairs), "pairs_precision": round(both / max(1, len(joined)), 3),
        "pairs_recall": round(both / max(1, len(planted_pairs)), 3),
    }  # fmt: skip


def pairs(placed: Iterable[tuple[str, int]]) -> set[tuple[int, int]]:
    """The pairs of numbers in one place, the lesser first."""
    groups: dict[str, list[int]] = {}
    for place, number in placed:
        groups.setdefault(place, []).append(number)
    return {(a, b) for group in groups.values() for a in group for b in group if a < b}


if __name__ == "__main__":
    sys.exit(main())
