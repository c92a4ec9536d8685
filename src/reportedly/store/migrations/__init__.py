"""The history of the tables, run by Alembic when a project is made or opened."""
