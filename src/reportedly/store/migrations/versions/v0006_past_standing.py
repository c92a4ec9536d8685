"""What became of a report and holds no longer stays on record: a withdrawal that was lifted, or was put otherwise."""

import sqlalchemy as sa
from alembic import op

from reportedly.store.types import AnyText, word

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the record, empty."""
    op.create_table(
        "past_standing",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report_id", word(32), sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
        sa.Column("status", word(32), nullable=False),
        sa.Column("since", word(10)),
        sa.Column("replacement", word(32)),
        sa.Column("reason", AnyText),
        sa.Column("until", AnyText),
        sa.Column("why", AnyText),
    )
    op.create_index(op.f("ix_past_standing_report_id"), "past_standing", ["report_id"])
