"""Reports, skipped inputs, claims, names, roles, sources, and the full text of claims' sentences."""

import sqlalchemy as sa
from alembic import op

from reportedly.store.types import AnyText, word

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Build the first tables."""
    reports()
    names()
    claims()
    participants()
    full_text()


def reports() -> None:
    """Reports and skipped inputs."""
    op.create_table(
        "report",
        sa.Column("id", word(32), primary_key=True),
        sa.Column("ref", AnyText, nullable=False),
        *(
            sa.Column(column, AnyText)
            for column in ("publisher", "url", "title", "byline", "published", "captured", "language")
        ),
        sa.Column("status", word(32), nullable=False),
        sa.Column("raw_hash", AnyText),
        sa.Column("replaces", AnyText),
        sa.Column("text", AnyText, nullable=False),
        sa.Column("extractor", AnyText, nullable=False),
    )
    op.create_table(
        "skipped",
        sa.Column("id", word(32), primary_key=True),
        sa.Column("ref", AnyText, nullable=False),
        sa.Column("reason", AnyText, nullable=False),
    )


def names() -> None:
    """Names and what they are found by."""
    op.create_table(
        "name",
        sa.Column("id", word(32), primary_key=True),
        sa.Column("name", AnyText, nullable=False),
        sa.Column("schema", word(32), nullable=False),
        sa.Column("folded", AnyText, nullable=False),
    )
    op.create_table(
        "name_key",
        sa.Column("key", AnyText, primary_key=True),
        sa.Column("name_id", word(32), sa.ForeignKey("name.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("form", word(32), primary_key=True),
    )
    op.create_index(op.f("ix_name_key_name_id"), "name_key", ["name_id"])


def claims() -> None:
    """Claims with the columns they are asked for by."""
    op.create_table(
        "claim",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", word(32), nullable=False),
        sa.Column("report_id", word(32), sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
        sa.Column("published", AnyText, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", word(32), nullable=False),
        sa.Column("type", word(32)),
        sa.Column("mode", AnyText),
        sa.Column("tie", word(32)),
        *(sa.Column(column, word(32), nullable=False) for column in ("certainty", "polarity", "temporality")),
        sa.Column("is_dated", sa.Boolean, nullable=False),
        sa.Column("earliest", word(10)),
        sa.Column("latest", word(10)),
        sa.Column("day", word(10), nullable=False),
        sa.Column("place_id", word(32), sa.ForeignKey("name.id")),
        sa.Column("words", AnyText, nullable=False),
        sa.Column("body", AnyText, nullable=False),
        sa.UniqueConstraint("id"),
    )
    for columns in (
        ["published", "report_id", "position"],
        ["report_id", "position"],
        ["is_dated", "day", "latest"],
        ["type", "published"],
        ["tie", "published"],
        ["place_id"],
    ):
        op.create_index(op.f(f"ix_claim_{'_'.join(columns)}"), "claim", columns)


def participants() -> None:
    """Roles and sources of claims."""
    for table, *columns in (
        ("role", sa.Column("role", word(32), nullable=False)),
        ("source", sa.Column("depth", sa.Integer, nullable=False), sa.Column("kind", word(32), nullable=False)),
    ):
        op.create_table(
            str(table),
            sa.Column("claim_id", word(32), sa.ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
            sa.Column("position", sa.Integer, primary_key=True),
            *columns,
            sa.Column("name_id", word(32), sa.ForeignKey("name.id")),
        )
        op.create_index(op.f(f"ix_{table}_name_id"), str(table), ["name_id"])
    op.create_index(op.f("ix_source_kind"), "source", ["kind"])


def full_text() -> None:
    """The index of words: FTS5 over `claim.words`, kept in step by triggers, or PostgreSQL's own."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX claim_fts ON claim USING gin (to_tsvector('simple', words))")
        return
    op.execute("CREATE VIRTUAL TABLE claim_fts USING fts5(words, content='claim', content_rowid='number')")
    op.execute(
        "CREATE TRIGGER claim_fts_insert AFTER INSERT ON claim BEGIN "
        "INSERT INTO claim_fts(rowid, words) VALUES (new.number, new.words); END"
    )
    op.execute(
        "CREATE TRIGGER claim_fts_delete AFTER DELETE ON claim BEGIN "
        "INSERT INTO claim_fts(claim_fts, rowid, words) VALUES ('delete', old.number, old.words); END"
    )
