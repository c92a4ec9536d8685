"""Reports are found by what they replace."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the index."""
    op.create_index(op.f("ix_report_replaces"), "report", ["replaces"])
