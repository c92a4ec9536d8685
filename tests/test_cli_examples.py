"""What the README shows of the example reports is what the commands print of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.project import Project, init, read_files
from tests.commanding import Command

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def fiction(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with the example reports, read and linked."""
    made = init(str(tmp_path_factory.mktemp("fiction") / "project.db"))
    list(made.add(read_files([str(ROOT / "examples" / "port-aral" / "reports")])))
    made.casebook.link()
    yield made
    made.close()


@pytest.fixture
def command(fiction: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(Path(fiction.location), monkeypatch, capsys)


def words(text: str) -> str:
    """The text without the breaks of its lines and without ids."""
    return " ".join(re.sub(r"\[?\b[0-9a-f]{8}\b\]?", "", text).split())


def shown(command: str) -> list[str]:
    """The lines that the README shows below a command, those of a row of a table together."""
    block: str = next(
        b for b in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S) if command in b
    )
    return block.partition(f"$ {command}\n")[2].splitlines()


def test_the_events_of_the_readme_have_the_origins_that_are_counted(command: Command) -> None:
    counted = re.compile(r"\d+ origins? / \d+ reports?")
    listed = command("events", "--place", "Kumrak", "--kind", "event", "--format", "table").out
    told = [line for line in shown("reportedly events --place Kumrak --kind event") if counted.search(line)]
    assert len(told) == 4
    for line in told:
        start, number = words(line.partition(" / ")[0]), counted.findall(line)
        rows = [words(row) for row in listed.splitlines() if words(row).startswith(start.partition(":")[0])]
        assert [counted.findall(row) for row in rows] == [number], line


def test_the_origins_of_the_readme_are_those_that_are_drawn(command: Command) -> None:
    listed = command("events", "--place", "Kumrak", "--format", "table").out
    (event,) = re.findall(r"late April 2025 .* ([0-9a-f]{8})", listed)
    drawn = words(command("origins", event).out)
    for line in shown("reportedly origins ID"):
        before = words(line.partition(" …")[0].partition("(")[0])
        assert before == "..." or before in drawn, line


def test_every_event_of_the_examples_can_be_shown(command: Command) -> None:
    ids = re.findall(r"\b[0-9a-f]{8}\b", command("events", "--all", "--limit", "0", "--format", "table").out)
    assert len(ids) > 100
    for each in ids[::25]:
        for name in ("event", "origins"):
            assert command(name, each).code == 0
