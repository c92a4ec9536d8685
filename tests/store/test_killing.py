"""Killing the process at any moment loses no acknowledged report and doubles none."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.project import init, read_files
from reportedly.store import Filter, create, open_store
from tests.store.killing import stub

ROOT = Path(__file__).parents[2]
REPORTS = 300
KILLS = 50


def planted(folder: Path, reports: int) -> Path:
    """A file of short reports."""
    file = folder / "reports.jsonl"
    lines = [
        {
            "id": f"r{i}",
            "text": f"Envoy{i} met Governor{i % 7} in Port Aral. It was the harbour's day.",
            "language": "en",
        }
        for i in range(reports)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return file


def killed(location: str, reports: Path, seed: int) -> dict[str, Any]:
    """What the driver tells of its runs."""
    command = [sys.executable, "-m", "tests.store.killing", location, str(reports), str(KILLS), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_fifty_kills_lose_and_double_nothing(location: str, tmp_path: Path) -> None:
    create(location).close()
    seed = random.randrange(10**6)
    told = killed(location, planted(tmp_path, REPORTS), seed)
    acknowledged = [report_id for run in told["acknowledged"] for report_id in run]
    store = open_store(location)
    kept = [(claim.id, report.id) for claim, report in store.claims(Filter())]
    counts = store.counts()
    store.close()

    assert len(acknowledged) > KILLS
    assert all(told["last"][each] == "known" for each in acknowledged), f"seed {seed}"
    assert counts == (REPORTS, 3 * REPORTS, 0), f"seed {seed}"
    undisturbed = init(str(tmp_path / "undisturbed.db"))
    list(undisturbed.add(read_files([str(tmp_path / "reports.jsonl")]), read=stub))
    assert kept == [(claim.id, report.id) for claim, report in undisturbed.store.claims(Filter())], f"seed {seed}"
    undisturbed.close()


@pytest.mark.slow
def test_the_command_takes_up_a_run_that_was_killed(tmp_path: Path) -> None:
    reports, project = planted(tmp_path, 60), tmp_path / "project.db"
    command = [sys.executable, "-m", "reportedly", "--project", str(project)]
    subprocess.run([*command, "init"], check=True, stderr=subprocess.DEVNULL)
    adding = [*command, "add", str(reports), "--acknowledge"]
    first = subprocess.Popen(adding, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert first.stdout is not None
    acknowledged = [json.loads(first.stdout.readline())["report"] for _ in range(20)]
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    again = subprocess.run(adding, check=True, capture_output=True, text=True)
    states = {row["report"]: row["state"] for row in map(json.loads, again.stdout.splitlines())}
    assert {states[each] for each in acknowledged} == {"known"}
    assert set(states.values()) == {"known", "added"}
    assert len(states) == 60
