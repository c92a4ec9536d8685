"""The tables: reports, skipped inputs, claims, what claims are asked for by, and what links reports to each other.

`claim.body` is the claim as on the wire, without its report; the other columns of `claim` and the tables around it
repeat parts of it for questions only. The migrations build the same tables; a test holds the two together.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    false,
)

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
    Column("number", BigInteger, nullable=False),
    Column("is_linked", Boolean, nullable=False, server_default=false()),
    Index(None, "number", unique=True),
    Index(None, "is_linked", "published", "id"),
    Index(None, "publisher"),
    Index(None, "replaces"),
)
"""`number` is the first 60 bits of the id, for tables that hold many; `is_linked` whether it was compared with the
rest."""

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
    Column("number", BigInteger, nullable=False),
    Index(None, "number", unique=True),
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
"""A row a member of each link of a claim's chain; `depth` 0 is the outermost link.

`role` and `source` have a claim as people corrected it, so that it is found by whom it names now; `claim` has it as it
was read.
"""

standing = Table(
    "standing",
    metadata,
    Column("report_id", ID, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("status", LABEL, nullable=False),
    Column("since", DAY),
    Column("replacement", ID),
    Column("reason", AnyText),
)
"""Reports that were withdrawn or replaced; a report without a row stands."""

past_standing = Table(
    "past_standing",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", ID, ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    Column("status", LABEL, nullable=False),
    Column("since", DAY),
    Column("replacement", ID),
    Column("reason", AnyText),
    Column("until", AnyText),
    Column("why", AnyText),
    Index(None, "report_id"),
)
"""What was once decided on a report and holds no longer, in the order in which it ended; no answer depends on it."""

block = Table(
    "block",
    metadata,
    Column("space", SmallInteger, primary_key=True, autoincrement=False),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("gone", Boolean, primary_key=True),
    Column("hidden", Boolean, primary_key=True),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("member", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "space", "member"),
    sqlite_with_rowid=False,
)
"""Who shares a key with whom, in the order of `rank`; `space` tells reports, claims and names apart. `gone` members are
of reports that no longer stand; `hidden` ones come after the first of a crowded block."""

edge = Table(
    "edge",
    metadata,
    Column("space", SmallInteger, primary_key=True, autoincrement=False),
    Column("a", BigInteger, primary_key=True, autoincrement=False),
    Column("b", BigInteger, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Column("match", Boolean, nullable=False),
    Column("way", LABEL, nullable=False),
    Column("reason", AnyText, nullable=False),
    Index(None, "space", "b", "a"),
    sqlite_with_rowid=False,
)
"""Pairs of claims or of names, the lesser number first. `way` is `key` where they met in a block, `copy` where one
stands in a passage that was copied from the other's report, `answer` where one denies what the other tells, `judged`
where a person joined them."""

report_edge = Table(
    "report_edge",
    metadata,
    Column("earlier", BigInteger, primary_key=True, autoincrement=False),
    Column("later", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", LABEL, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("passages", AnyText, nullable=False),
    Index(None, "later"),
)
"""Which report relies on which, by their numbers; `passages` is JSON."""

event = Table(
    "event",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", LABEL, nullable=False),
    Column("type", LABEL),
    Column("mode", AnyText),
    Column("tie", LABEL),
    Column("is_dated", Boolean, nullable=False),
    Column("earliest", DAY),
    Column("latest", DAY),
    Column("day", DAY, nullable=False),
    Column("size", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Index(None, "kind", "is_dated", "day", "id"),
)
"""Events and ties: clusters of claims. `size` counts the accounts of reports that stand, `first` is the number of the
claim that the event is called after.
"""

member = Table(
    "member",
    metadata,
    Column("event_id", ID, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("claim", Integer, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("part", LABEL, nullable=False),
    Column("reason", AnyText, nullable=False),
    Index(None, "claim"),
)

former = Table(
    "former",
    metadata,
    Column("former_id", ID, primary_key=True),
    Column("event_id", ID, nullable=False),
    Index(None, "event_id"),
)
"""Ids that events once had, and the event that holds what they began with."""

entity = Table(
    "entity",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("schema", LABEL, nullable=False),
    Column("known_as", AnyText),
    Column("open_to", AnyText, nullable=False),
    Column("reasons", AnyText, nullable=False),
    Index(None, "name"),
)
"""Names of one person, body or place; `open_to` and `reasons` are JSON lists."""

entity_name = Table(
    "entity_name",
    metadata,
    Column("name", BigInteger, primary_key=True, autoincrement=False),
    Column("entity_id", ID, ForeignKey("entity.id", ondelete="CASCADE"), nullable=False),
    Index(None, "entity_id"),
)

context = Table(
    "context",
    metadata,
    Column("name", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", LABEL, primary_key=True),
    Column("value", AnyText, primary_key=True),
    Column("report", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "report"),
)
"""Whom a name acts with or is tied to, in what capacity and where, by report."""

judgement = Table(
    "judgement",
    metadata,
    Column("id", ID, primary_key=True),
    Column("subject", LABEL, nullable=False),
    Column("made", AnyText, nullable=False),
    Column("is_undone", Boolean, nullable=False),
    Column("body", AnyText, nullable=False),
    Index(None, "subject"),
)

judged_report = Table(
    "judged_report",
    metadata,
    Column("judgement_id", ID, ForeignKey("judgement.id", ondelete="CASCADE"), primary_key=True),
    Column("report_id", ID, primary_key=True),
    Index(None, "report_id"),
)
"""The reports whose words a judgement holds to."""

known = Table(
    "known",
    metadata,
    Column("id", AnyText, primary_key=True),
    Column("body", AnyText, nullable=False),
)
"""The user's own knowledge base: entries in FollowTheMoney JSON."""

known_name = Table(
    "known_name",
    metadata,
    Column("key", AnyText, primary_key=True),
    Column("known_id", AnyText, ForeignKey("known.id", ondelete="CASCADE"), primary_key=True),
    Column("is_weak", Boolean, nullable=False),
    Index(None, "known_id"),
)

outlet = Table(
    "outlet",
    metadata,
    Column("name", AnyText, primary_key=True),
    Column("owner", AnyText),
    Column("reliability", LABEL),
    Column("aliases", AnyText, nullable=False),
)
"""The user's table of publishers; `aliases` is a JSON list."""
