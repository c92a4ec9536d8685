"""The tables: reports, skipped inputs, claims, and what claims are asked for by.

`claim.body` is the claim as on the wire, without its report; the other columns of `claim` and the tables around it
repeat parts of it for questions only. The migrations build the same tables; a test holds the two together.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table

from reportedly.store.types import AnyText, word

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = word(32)
LABEL = word(32)
DAY = word(10)

report = Table(
    "report",
    metadata,
    Column("id", ID, primary_key=True),
    Column("ref", AnyText, nullable=False),
    Column("publisher", AnyText),
    Column("url", AnyText),
    Column("title", AnyText),
    Column("byline", AnyText),
    Column("published", AnyText),
    Column("captured", AnyText),
    Column("language", AnyText),
    Column("status", LABEL, nullable=False),
    Column("raw_hash", AnyText),
    Column("replaces", AnyText),
    Column("text", AnyText, nullable=False),
    Column("extractor", AnyText, nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("id", ID, primary_key=True),
    Column("ref", AnyText, nullable=False),
    Column("reason", AnyText, nullable=False),
)

name = Table(
    "name",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("schema", LABEL, nullable=False),
    Column("folded", AnyText, nullable=False),
)
"""Every name that reports give an entity or a place; one name in two reports may still mean two people."""

name_key = Table(
    "name_key",
    metadata,
    Column("key", AnyText, primary_key=True),
    Column("name_id", ID, ForeignKey("name.id", ondelete="CASCADE"), primary_key=True),
    Column("form", LABEL, primary_key=True),
    Index(None, "name_id"),
)
"""What a name is found by: `full` (all of it, folded), `phrase` (what a report calls it), `word` (each word of it)."""

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", ID, nullable=False, unique=True),
    Column("report_id", ID, ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    Column("published", AnyText, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", LABEL, nullable=False),
    Column("type", LABEL),
    Column("mode", AnyText),
    Column("tie", LABEL),
    Column("certainty", LABEL, nullable=False),
    Column("polarity", LABEL, nullable=False),
    Column("temporality", LABEL, nullable=False),
    Column("is_dated", Boolean, nullable=False),
    Column("earliest", DAY),
    Column("latest", DAY),
    Column("day", DAY, nullable=False),
    Column("place_id", ID, ForeignKey("name.id")),
    Column("words", AnyText, nullable=False),
    Column("body", AnyText, nullable=False),
    Index(None, "published", "report_id", "position"),
    Index(None, "report_id", "position"),
    Index(None, "is_dated", "day", "latest"),
    Index(None, "type", "published"),
    Index(None, "tie", "published"),
    Index(None, "place_id"),
)
"""`published` copies the report's, empty where unknown; `day` is the first bound known, empty where there is none;
`is_dated` tells a date that the text gives from the bound that publication sets."""

role = Table(
    "role",
    metadata,
    Column("claim_id", ID, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", LABEL, nullable=False),
    Column("name_id", ID, ForeignKey("name.id")),
    Index(None, "name_id"),
)

source = Table(
    "source",
    metadata,
    Column("claim_id", ID, ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("depth", Integer, nullable=False),
    Column("kind", LABEL, nullable=False),
    Column("name_id", ID, ForeignKey("name.id")),
    Index(None, "name_id"),
    Index(None, "kind"),
)
"""A row a member of each link of a claim's chain; `depth` 0 is the outermost link."""
