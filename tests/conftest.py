"""Stores for tests: every test that takes `location` or `store` runs on SQLite and on a private PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from reportedly.store import Store, create
from reportedly.store.tables import metadata

settings.register_profile("same", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
"""Properties are tried on the same examples in every run; HYPOTHESIS_PROFILE=default searches for new ones."""


@dataclass
class Cluster:
    """A PostgreSQL server of this test session, reached through a socket in `folder`."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"t{next(self.numbers)}"
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"


def run_as_server(*command: str | Path) -> None:
    """Run a command of the server, as its own user where we are root: it refuses to serve root."""
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server programs on this machine, None where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running private cluster; tests that need it are skipped where no server is installed."""
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("no PostgreSQL server is installed (initdb not found)")
    folder = Path(tempfile.mkdtemp(prefix="reportedly-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    files, log = folder / "files", folder / "log"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
    run_as_server(bin_folder / "initdb", "-D", files, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
    run_as_server(bin_folder / "pg_ctl", "-D", files, "-l", log, "-o", options, "-w", "start")
    try:
        yield Cluster(folder)
    finally:
        run_as_server(bin_folder / "pg_ctl", "-D", files, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place for a project."""
    if request.param == "sqlite":
        return str(tmp_path / "project.db")
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.database()


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def lasting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for the session."""
    if request.param == "sqlite":
        location = str(tmp_path_factory.mktemp("lasting") / "project.db")
    else:
        location = request.getfixturevalue("cluster").database()
    made = create(location)
    yield made
    made.close()


@pytest.fixture
def store(lasting: Store) -> Store:
    """An empty store."""
    empty(lasting)
    return lasting


def empty(store: Store) -> None:
    """Let a store forget everything."""
    with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
