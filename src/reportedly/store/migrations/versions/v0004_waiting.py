"""Reports that wait to be linked are found in the order of their publication, however many there are."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Put an index that gives the order in place of the one that does not."""
    op.drop_index(op.f("ix_report_is_linked"), "report")
    op.create_index(op.f("ix_report_is_linked_published_id"), "report", ["is_linked", "published", "id"])
