"""The page of commands names every command and option, every exit code, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from reportedly.cli.app import COMMANDS, app
from reportedly.export.events import EVENT_COLUMNS
from reportedly.export.tables import COLUMNS
from reportedly.settings import BY, PROJECT

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"


def page(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


def sections() -> dict[str, str]:
    """The text under each second-level heading."""
    parts = re.split(r"^## (.+)$", page("cli.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by its full name."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        for inner, nested in getattr(command, "commands", {"": command}).items():
            yield f"{name} {inner}".strip(), nested


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_and_option_is_on_the_page(name: str, command: Any) -> None:
    text = sections()[name]
    shared = sections()["add"] if "as for `add`" in text else sections()["extract"] + sections()["add"]
    options = [flag for p in command.params for flag in p.opts if flag.startswith("--") and flag != "--help"]
    missing = [flag for flag in options if f"`{flag}" not in text and not ("as for" in text and f"`{flag}" in shared)]
    assert missing == []


def test_the_page_names_no_option_that_does_not_exist() -> None:
    known = {flag for _, command in commands() for p in command.params for flag in (*p.opts, *p.secondary_opts)}
    known |= {"--project", "--version", "--help"}
    assert set(re.findall(r"--[a-z][a-z-]+", page("cli.md"))) <= known


def test_the_page_lists_every_command() -> None:
    names = {name for name, _ in commands()}
    assert set(COMMANDS) <= names
    assert set(re.findall(r"^\| \[`([a-z ]+)`\]\(#", page("cli.md"), re.MULTILINE)) == names
    for name, _ in commands():
        assert f"[`{name}`](#{name.replace(' ', '-')})" in page("cli.md")


@pytest.mark.parametrize("setting", [PROJECT, BY])
def test_every_setting_is_on_the_page(setting: str) -> None:
    assert setting in page("cli.md")


def test_the_columns_of_the_list_of_events_are_on_the_page() -> None:
    assert [name for name in EVENT_COLUMNS if f"`{name}`" not in sections()["events"]] == []


def test_the_columns_of_the_csv_are_on_the_page() -> None:
    listed = page("claim.md").partition("## CSV")[2]
    assert [name for name in COLUMNS if f"`{name}`" not in listed] == []
