"""The migrations build the tables that the store works with."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from reportedly.errors import Stop
from reportedly.store import Store, create, open_store
from reportedly.store.engine import connect, location_url
from reportedly.store.migrate import HEAD, alembic_config
from reportedly.store.tables import metadata


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether an object is described in `tables`; the full text index is the migration's alone."""
    return not (kind in ("table", "index") and name is not None and name.startswith("claim_fts"))


def test_models_and_migrations_agree(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_that_the_store_expects() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_a_project_of_a_later_version_is_refused(location: str) -> None:
    create(location).close()
    engine = connect(location_url(location))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(Stop, match="made by a later version of reportedly"):
        open_store(location)


def test_text_is_compared_and_sorted_by_bytes(store: Store) -> None:
    with store.engine.connect() as connection:
        for word in ("b", "a", "B", "Á", "á"):
            connection.execute(
                text("INSERT INTO skipped (id, ref, reason) VALUES (:id, :word, '')"), {"id": word, "word": word}
            )
        found = connection.execute(text("SELECT ref FROM skipped ORDER BY ref")).scalars().all()
    assert list(found) == ["B", "a", "b", "Á", "á"]
