"""Alembic's entry: run the migrations on the connection that `store.migrate` hands over, inside its transaction."""

from alembic import context

from reportedly.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
