"""Runs the command inside the test process."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reportedly.cli.app import run


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


class Command:
    """`reportedly` on one project, its output caught."""

    def __init__(self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.project, self.monkeypatch, self.capsys = project, monkeypatch, capsys

    def __call__(self, *arguments: Any) -> Ran:
        """Run with these arguments."""
        self.monkeypatch.setattr(sys, "argv", ["reportedly", "--project", str(self.project), *map(str, arguments)])
        self.capsys.readouterr()
        code = run()
        caught = self.capsys.readouterr()
        return Ran(code, caught.out, caught.err)
