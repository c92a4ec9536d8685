"""Bring a database to the tables of this version."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from reportedly.errors import Stop

HEAD = "0007"
"""The revision of `tables`; a database that has it needs nothing."""

LOCK = 7_236_413_001
"""Number of the PostgreSQL advisory lock that keeps two processes from migrating at once."""


def alembic_config() -> Config:
    """Alembic's configuration: the migrations inside this package."""
    config = Config()
    config.set_main_option("script_location", str(files("reportedly.store") / "migrations"))
    return config


def revision(connection: Connection) -> str | None:
    """The revision that the database has, None for one without our tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def migrate(connection: Connection) -> None:
    """Run the migrations that the database lacks, in the caller's transaction.

    Raises Stop for a database made by a later version of reportedly.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    config = alembic_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = revision(connection)
    if found is not None and found not in known:
        raise Stop(f"the project was made by a later version of reportedly (tables {found}); update reportedly")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
