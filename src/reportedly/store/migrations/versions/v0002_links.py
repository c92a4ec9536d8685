"""What links reports to each other: blocks, edges, events, entities, judgements, and the tables that the user edits."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from reportedly.store.types import AnyText, word

revision = "0002"
down_revision = "0001"

ID, LABEL, DAY = word(32), word(32), word(10)


def upgrade() -> None:
    """Add the tables; reports and names that are there get their numbers, and every report waits to be linked."""
    numbers()
    blocks()
    events()
    entities()
    decisions()


def key(name: str, kind: Any, *more: Any) -> "sa.Column[Any]":
    """A column of a primary key that no sequence fills."""
    return sa.Column(name, kind, *more, primary_key=True, autoincrement=False)


def text(name: str, *, nullable: bool = False, kind: Any = AnyText) -> "sa.Column[Any]":
    """A column of text."""
    return sa.Column(name, kind, nullable=nullable)


def indexed(table: str, *columns: str, unique: bool = False) -> None:
    """Add an index."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def numbers() -> None:
    """Number reports and names by the first 60 bits of their ids."""
    connection = op.get_bind()
    for table in ("report", "name"):
        op.add_column(table, sa.Column("number", sa.BigInteger, nullable=False, server_default="0"))
        rows = sa.table(table, sa.column("id", ID), sa.column("number", sa.BigInteger))
        for (found,) in connection.execute(sa.select(rows.c.id)).all():
            connection.execute(sa.update(rows).where(rows.c.id == found).values(number=int(found[:15], 16)))
        indexed(table, "number", unique=True)
    op.add_column("report", sa.Column("is_linked", sa.Boolean, nullable=False, server_default=sa.false()))
    indexed("report", "is_linked")
    indexed("report", "publisher")
    op.create_table(
        "standing",
        sa.Column("report_id", ID, sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
        text("status", kind=LABEL),
        text("since", kind=DAY, nullable=True),
        text("replacement", kind=ID, nullable=True),
        text("reason", nullable=True),
    )


def blocks() -> None:
    """Blocks and edges."""
    op.create_table(
        "block",
        key("space", sa.SmallInteger),
        key("key", sa.BigInteger),
        key("gone", sa.Boolean),
        key("hidden", sa.Boolean),
        key("rank", sa.BigInteger),
        key("member", sa.BigInteger),
        sqlite_with_rowid=False,
    )
    indexed("block", "space", "member")
    op.create_table(
        "edge",
        key("space", sa.SmallInteger),
        key("a", sa.BigInteger),
        key("b", sa.BigInteger),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("match", sa.Boolean, nullable=False),
        text("way", kind=LABEL),
        text("reason"),
        sqlite_with_rowid=False,
    )
    indexed("edge", "space", "b", "a")
    op.create_table(
        "report_edge",
        key("earlier", sa.BigInteger),
        key("later", sa.BigInteger),
        text("kind", kind=LABEL),
        sa.Column("score", sa.Float, nullable=False),
        text("reason"),
        text("passages"),
    )
    indexed("report_edge", "later")


def events() -> None:
    """Events, their claims, and former ids."""
    op.create_table(
        "event",
        sa.Column("id", ID, primary_key=True),
        text("kind", kind=LABEL),
        text("type", kind=LABEL, nullable=True),
        text("mode", nullable=True),
        text("tie", kind=LABEL, nullable=True),
        sa.Column("is_dated", sa.Boolean, nullable=False),
        text("earliest", kind=DAY, nullable=True),
        text("latest", kind=DAY, nullable=True),
        text("day", kind=DAY),
        sa.Column("size", sa.Integer, nullable=False),
    )
    indexed("event", "kind", "is_dated", "day", "id")
    op.create_table(
        "member",
        key("event_id", ID, sa.ForeignKey("event.id", ondelete="CASCADE")),
        key("claim", sa.Integer, sa.ForeignKey("claim.number", ondelete="CASCADE")),
        text("part", kind=LABEL),
        text("reason"),
    )
    indexed("member", "claim")
    op.create_table("former", sa.Column("former_id", ID, primary_key=True), text("event_id", kind=ID))
    indexed("former", "event_id")


def entities() -> None:
    """Entities and the contexts of names."""
    op.create_table(
        "entity",
        sa.Column("id", ID, primary_key=True),
        text("name"),
        text("schema", kind=LABEL),
        text("known_as", nullable=True),
        text("open_to"),
        text("reasons"),
    )
    indexed("entity", "name")
    op.create_table(
        "entity_name",
        key("name", sa.BigInteger),
        sa.Column("entity_id", ID, sa.ForeignKey("entity.id", ondelete="CASCADE"), nullable=False),
    )
    indexed("entity_name", "entity_id")
    op.create_table(
        "context", key("name", sa.BigInteger), key("kind", LABEL), key("value", AnyText), key("report", sa.BigInteger)
    )
    indexed("context", "report")


def decisions() -> None:
    """Judgements, the knowledge base, and the table of outlets."""
    op.create_table(
        "judgement",
        sa.Column("id", ID, primary_key=True),
        text("subject", kind=LABEL),
        text("made"),
        sa.Column("is_undone", sa.Boolean, nullable=False),
        text("body"),
    )
    indexed("judgement", "subject")
    op.create_table(
        "judged_report",
        key("judgement_id", ID, sa.ForeignKey("judgement.id", ondelete="CASCADE")),
        key("report_id", ID),
    )
    indexed("judged_report", "report_id")
    op.create_table("known", key("id", AnyText), text("body"))
    op.create_table(
        "known_name",
        key("key", AnyText),
        key("known_id", AnyText, sa.ForeignKey("known.id", ondelete="CASCADE")),
        sa.Column("is_weak", sa.Boolean, nullable=False),
    )
    indexed("known_name", "known_id")
    op.create_table(
        "outlet",
        key("name", AnyText),
        text("owner", nullable=True),
        text("reliability", kind=LABEL, nullable=True),
        text("aliases"),
    )
