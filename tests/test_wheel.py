"""The wheel in an environment of its own, with what it asks for and nothing else, and no network: it reads a report."""

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.corpus import ROOT

REPORT = """Rebels attacked a convoy near Port Aral on Monday, a spokesman for the Harbour Council said.

The governor, Ines Marlow, denied that any soldier had been killed.
"""

OFFLINE = """import socket
def refused(*_, **__):
    raise OSError("no network here")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refused
"""
"""What makes a Python process fail where it turns to the network, for machines that let no user take it away."""


def pinned() -> list[str]:
    """The names of the distributions that the command needs, as they are pinned."""
    lines = (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines()
    return [match[1] for line in lines if (match := re.match(r"([A-Za-z0-9._-]+)==", line))]


def parts(name: str) -> Iterator[Path]:
    """What a distribution has put into the environment that these tests run in; nothing for other systems' own."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return
    for top in {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}:
        yield Path(str(found.locate_file(top)))


def site_of(environment: Path) -> Path:
    """Where an environment keeps its packages."""
    return environment / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the pinned distributions and our wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    built, made = folder / "dist", folder / "environment"
    python = [sys.executable, "-m"]
    subprocess.run([*python, "hatchling", "build", "-t", "wheel", "-d", str(built)], cwd=ROOT, check=True)
    subprocess.run([*python, "venv", "--without-pip", str(made)], check=True)
    for part in {part for name in pinned() for part in parts(name)}:
        (site_of(made) / part.name).symlink_to(part)
    wheel = str(next(built.glob("*.whl")))
    pip = [*python, "pip", "--python", str(made / "bin" / "python"), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", wheel], check=True)
    (site_of(made) / "sitecustomize.py").write_text(OFFLINE, "utf-8")
    return made


def apart() -> list[str]:
    """What takes the network from a command, where the system lets this user do so."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        return []
    return [unshare, "-rn"]


@pytest.mark.slow
def test_the_wheel_reads_a_report_without_network(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    command = [str(environment / "bin" / "reportedly"), "extract", "report.txt", "--format", "jsonl"]
    ran = subprocess.run([*apart(), *command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    claims = [json.loads(line) for line in ran.stdout.splitlines()]
    assert "ASSAULT" in [claim["type"] for claim in claims]
    assert {claim["extractor"].partition("/")[0] for claim in claims} == {"encoder"}


def test_nothing_that_the_command_needs_asks_for_torch() -> None:
    names = {name.lower() for name in pinned()}
    assert "onnxruntime" in names
    assert names.isdisjoint({"torch", "tensorflow", "jax", "transformers"})
