"""Who speaks and of whom, in figures. In: numbered notes. Out: rows for sources by kind, for ties and for names.

Only what stands in the reports is counted: claims and outlets. How many of the outlets know something of their own is
another question, and is answered elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.export.neutral import readable
from reportedly.export.statements import Note
from reportedly.export.wording import KIND_WORDS, TIE_WORDS, firmness, opening_of, publisher
from reportedly.model import Claim, EntityRef, SourceKind

NAMED_SOURCES = 5
"""Sources listed by name for a kind."""
SHOWN_NAMES = 18
"""Names in the list of people and organisations."""
ACTING = ("Person", "Organization", "Company", "PublicBody")
"""Schemas that count as people and organisations."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A kind of source: claims that rest on it, outlets that carry them, and its most frequent sources."""

    kind: SourceKind | None
    words: str
    claims: int
    outlets: int
    sources: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie that reports state: `said` in words, the reports' own words for it, and for each who says so, the notes."""

    subject: str
    said: str
    object: str
    called: tuple[str, ...]
    by: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed: its schema, claims that it takes part in, outlets that use it, first notes."""

    name: str
    schema: str
    claims: int
    outlets: int
    notes: tuple[int, ...]


def voices(numbered: Sequence[Note]) -> list[Voice]:
    """A row for each kind of source that occurs, in the fixed order of KIND_WORDS."""
    return [
        voice(kind, words, [note for note in numbered if note.kind == kind])
        for kind, words in KIND_WORDS.items()
        if any(note.kind == kind for note in numbered)
    ]


def voice(kind: SourceKind | None, words: str, chosen: Sequence[Note]) -> Voice:
    """The row of one kind."""
    named: Counter[str] = Counter()
    for note in chosen:
        named[note.says or publisher(note.report)] += len(note.claims)
    ordered = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
    return Voice(
        kind, words, sum(named.values()), len({publisher(note.report) for note in chosen}),
        tuple(ordered[:NAMED_SOURCES]), max(0, len(ordered) - NAMED_SOURCES),
    )  # fmt: skip


def ties(numbered: Iterable[Note]) -> list[TieRow]:
    """A row for each pair of names with a tie and the way it is put; the tie told by most notes first."""
    told: dict[tuple[str, str, str], list[tuple[Note, Claim]]] = {}
    for note in numbered:
        for claim in note.claims:
            pair = tie_pair(claim)
            if pair is not None:
                told.setdefault((pair[0], said(claim), pair[1]), []).append((note, claim))
    ordered = sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [tie_row(*parts, uses) for parts, uses in ordered]


def tie_row(subject: str, words: str, object_: str, uses: Sequence[tuple[Note, Claim]]) -> TieRow:
    """The row of one tie."""
    by: dict[str | None, dict[Note, None]] = {}
    for note, _ in uses:
        by.setdefault(note.says, {})[note] = None
    told = [(opening_of(says, publishers(by[says])), tuple(note.number for note in by[says])) for says in by]
    called = dict.fromkeys(readable(claim.trigger.of(note.report.text)) for note, claim in uses)
    return TieRow(subject, words, object_, tuple(called), tuple(told))


def publishers(chosen: Iterable[Note]) -> list[str]:
    """Who published the notes, each once, in their order."""
    return list(dict.fromkeys(publisher(note.report) for note in chosen))


def said(claim: Claim) -> str:
    """The tie in words, after its subject."""
    negative = claim.factuality.polarity == "negative"
    firm = firmness(claim.factuality)
    words = f"said {'not ' if negative else ''}to {TIE_WORDS[claim.tie or 'ally']}"
    return words if firm is None or negative else f"{words} ({firm})"


def tie_pair(claim: Claim) -> tuple[str, str] | None:
    """The names of subject and object, None where one of them has none."""
    names = {role.role: role.entity.name for role in claim.roles if role.entity}
    if claim.kind != "tie" or "subject" not in names or "object" not in names:
        return None
    return readable(names["subject"]), readable(names["object"])


def names(numbered: Iterable[Note]) -> list[Name]:
    """The people and organisations that take part in most claims. One spelling is one row, whoever bears it."""
    seen: dict[tuple[str, str], list[tuple[Note, Claim]]] = {}
    for note in numbered:
        for claim in note.claims:
            for entity in {role.entity: None for role in claim.roles if role.entity and is_acting(role.entity)}:
                seen.setdefault((readable(entity.name), entity.schema), []).append((note, claim))
    rows = [name_row(name, schema, uses) for (name, schema), uses in seen.items()]
    return sorted(rows, key=lambda row: (-row.claims, row.name, row.schema))[:SHOWN_NAMES]


def name_row(name: str, schema: str, uses: Sequence[tuple[Note, Claim]]) -> Name:
    """The row of one name."""
    numbers = dict.fromkeys(note.number for note, _ in uses)
    return Name(name, schema, len(uses), len(publishers(note for note, _ in uses)), tuple(numbers))


def is_acting(entity: EntityRef) -> bool:
    """Whether the entity is a person or a body of some sort."""
    return entity.schema in ACTING
