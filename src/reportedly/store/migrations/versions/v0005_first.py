"""Events know the claim that they are called after. What linking has worked out is worked out again."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

WORKED_OUT = ("block", "edge", "report_edge", "event", "entity", "context")


def upgrade() -> None:
    """Let every report wait to be linked, and add the column to the empty table."""
    op.execute("DELETE FROM member")
    op.execute("DELETE FROM entity_name")
    for table in WORKED_OUT:
        op.execute(f"DELETE FROM {table}")  # noqa: S608  # a name from the list above
    report = sa.table("report", sa.column("is_linked", sa.Boolean))
    op.execute(sa.update(report).values(is_linked=False))
    with op.batch_alter_table("event") as event:
        event.add_column(sa.Column("first", sa.Integer, nullable=False))
