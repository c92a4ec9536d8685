"""Undated claims are found by months and no more by years. What linking has worked out is worked out again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

WORKED_OUT = ("member", "entity_name", "block", "edge", "report_edge", "event", "entity", "context")


def upgrade() -> None:
    """Let every report wait to be linked."""
    for table in WORKED_OUT:
        op.execute(f"DELETE FROM {table}")  # noqa: S608  # a name from the list above
    report = sa.table("report", sa.column("is_linked", sa.Boolean))
    op.execute(sa.update(report).values(is_linked=False))
