"""Connections: where a project lies, transactions that may write, database errors in the project's own families."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from reportedly.errors import Retry, Stop

BUSY_MILLISECONDS = 60_000
"""How long a writer waits for another before it gives up."""

CACHE_KIBIBYTES = 65_536
"""Pages of a SQLite file kept in memory: those that linking touches again and again."""

LOG_PAGES = 16_384
"""Pages of SQLite's log after which they are taken over: blocks are written to many pages, again and again to some."""

POSTGRES = "postgresql+psycopg"


def location_url(location: str) -> URL:
    """The database URL of a project: `location` itself where it is one, otherwise SQLite's for that path.

    Raises Stop for a database that is not supported.
    """
    if "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise Stop(f"{location} is no database address; expected a path or {POSTGRES}://user@host/name") from error
    if url.drivername not in ("sqlite", POSTGRES):
        raise Stop(f"no support for databases of type {url.drivername}; give a path or {POSTGRES}://user@host/name")
    return url


def shown(url: URL) -> str:
    """The project's location as messages show it, without a password."""
    if url.drivername != "sqlite":
        return url.render_as_string(hide_password=True)
    database = url.database or ""
    return unquote(database.removeprefix("file:")) if url.query.get("uri") else database


def connect(url: URL) -> Engine:
    """An engine for `url`. Raises Stop where the PostgreSQL driver is missing."""
    if url.drivername != "sqlite":
        try:
            return create_engine(url, hide_parameters=True)
        except (ImportError, NoSuchModuleError) as error:
            raise Stop("the PostgreSQL driver is missing; pip install 'reportedly[postgres]' brings it") from error
    path = sqlite_path(url)
    if path is not None and path.is_file() and not is_writable(path):
        return create_engine(read_only_url(path), hide_parameters=True)
    engine = create_engine(url, hide_parameters=True, pool_use_lifo=True)
    event.listen(engine, "connect", set_up_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def is_writable(path: Path) -> bool:
    """Whether this process may write the file, and beside it, where SQLite keeps its log."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def read_only_url(path: Path) -> URL:
    """The URL of a SQLite file that can only be read.

    Without a log beside it nobody is writing it, and it is read as a file that does not change: SQLite would otherwise
    make a log of its own.
    """
    query = {"mode": "ro", "uri": "true"}
    if not path.with_name(path.name + "-wal").exists():
        query["immutable"] = "1"
    return URL.create("sqlite", database=f"file:{quote(str(path))}", query=query)


def set_up_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead log with every commit on disk, foreign keys, and patience with other writers."""
    connection.isolation_level = None  # the driver must not begin transactions by itself: `begin_sqlite` does
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin; a writing transaction takes the write lock at once, so that it waits here and fails nowhere later."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write; it is kept where the block ends well and undone otherwise."""
    with translated(engine.url), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def read_transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads."""
    with translated(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turn database errors into ours: Retry for a lock that was not freed, Stop for the rest."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())[:300]
        if "database is locked" in reason:
            raise Retry(f"{shown(url)} is busy with another process; try again when that has ended") from error
        if "readonly database" in reason:
            raise Stop(f"{shown(url)} can only be read here; copy it, or get the right to write it") from error
        if "not a database" in reason:
            raise Stop(f"{shown(url)} is a file, but no project; name another with --project") from error
        raise Stop(f"the database {shown(url)} answers: {reason}") from error


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite project, None for other databases."""
    return Path(url.database or "") if url.drivername == "sqlite" else None
