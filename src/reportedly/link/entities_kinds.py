"""What kind of thing a name names, how full the name is, and which entries of the knowledge base it belongs to.

In: a `Name`. Out: its kind (names of two kinds are never joined), its level (0 full, higher for what is short), its
size, and ids of entries. Pure.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from reportedly.link.known import Known, normal
from reportedly.link.lexicon import words as listed
from reportedly.link.names_body_parts import body
from reportedly.link.names_person_parts import Word, particles, person, titles
from reportedly.linked import Name

Kind = Literal["person", "body", "place", "event", "vehicle", "thing"]

KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "body",
    "Company": "body",
    "PublicBody": "body",
    "LegalEntity": "body",
    "Address": "place",
    "Event": "event",
    "Vehicle": "vehicle",
    "Vessel": "vehicle",
    "Airplane": "vehicle",
}
"""Kind by FollowTheMoney schema; a schema that is not listed says nothing of the kind."""

COMPARED = frozenset({"person", "body"})
"""Kinds whose names are compared word by word; others are one only where they are the same in plain letters."""

FULL, WITH_INITIALS, SHORT = 0, 1, 2


def kind(schema: str) -> Kind:
    """The kind of thing that a schema stands for."""
    return KINDS.get(schema, "thing")


def compatible(a: str, b: str) -> bool:
    """Whether names of these two schemas can be one entity's; a thing of no stated kind can be any."""
    return kind(a) == kind(b) or "thing" in (kind(a), kind(b))


@lru_cache(maxsize=16384)
def one_writing(name: Name) -> str:
    """What two names share that are one entity's by their writing alone; empty for a name without letters.

    A name of two words or more names one thing, whatever reports take it for: readers, people and programs alike, get
    the kind wrong more often than two things share a full name. A single word may be a person, a firm and a place; a
    country is a place and the body that acts for it.
    """
    folded = normal(name.name)
    if " " in folded or not folded:
        return folded
    return f"{'place' if name.schema in ('Address', 'PublicBody', 'LegalEntity') else kind(name.schema)}:{folded}"


@lru_cache(maxsize=16384)
def own_words(name: str) -> tuple[Word, ...]:
    """The words of a person's name without titles, small words and initials."""
    return tuple(w for w in person(name).words if not w.soft and not w.initial and w.plain not in particles())


@lru_cache(maxsize=16384)
def level(name: Name) -> int:
    """How full a name is: 0 full, 1 with initials for all names but one, 2 a single word, an acronym, or no kind told.

    A body's name in words is always full: whether it is short for another only the other tells.
    """
    match kind(name.schema):
        case "person":
            words = own_words(name.name)
            if len(words) == 1 and has_title_for_name(name.name):
                return FULL
            initials = any(word.initial for word in person(name.name).words)
            return FULL if len(words) > 1 else WITH_INITIALS if words and initials else SHORT
        case "body":
            return SHORT if is_acronym(name.name) else FULL
        case "thing":
            return SHORT
        case "place" | "event" | "vehicle":
            return FULL


def has_title_for_name(name: str) -> bool:
    """Whether a title is one of the names: a given name first ("Earl Warren"), an honour last ("Shahin Sheikh")."""
    first, last = person(name).words[0], person(name).words[-1]
    if first.soft and first.plain in listed("entities_title_names.tsv"):
        return True
    return last.soft and titles().get(last.plain) == "honour"


@lru_cache(maxsize=16384)
def is_acronym(name: str) -> bool:
    """Whether the name is one word of capitals that may stand for the first letters of others."""
    words = body(name)
    return len(words.letters) > 1 and len(words.words) == 1 and sum(c.isupper() for c in words.words[0].shown) > 1


@lru_cache(maxsize=16384)
def fullness(name: Name) -> tuple[int, int]:
    """How much a name tells, to be compared: its level turned round, then how many words it has."""
    words = len(own_words(name.name)) if kind(name.schema) == "person" else len(body(name.name).words)
    return -level(name), words


def known_ids(name: Name, known: Known) -> tuple[str, ...]:
    """The entries that go by this name, titles aside, and can be of its kind."""
    return fitting(name, known, known.ids)


def weak_ids(name: Name, known: Known) -> tuple[str, ...]:
    """The entries that have this name as a weak alias, and can be of its kind."""
    return fitting(name, known, known.weak_ids)


def fitting(name: Name, known: Known, ask: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """What `ask` gives for the name as it stands, else without titles, as far as the kinds agree."""
    found = ask(normal(name.name))
    if not found and name.schema == "Person":
        bare = untitled(name.name)
        found = ask(bare) if bare else ()
    return tuple(key for key in found if can_be(name.schema, known, key))


@lru_cache(maxsize=16384)
def untitled(name: str) -> str:
    """The key of a person's name without the titles before it, empty where it has none."""
    text = name.split()
    shown = person(name).words
    first = next((i for i, word in enumerate(shown) if not word.soft), 0)
    return normal(" ".join(text[first:])) if first else ""


def can_be(schema: str, known: Known, key: str) -> bool:
    """Whether a name of this schema can be the entry's; a legal entity may be a person."""
    entry = known.entry(key)
    return entry is not None and (
        compatible(schema, entry.schema) or {schema, entry.schema} == {"Person", "LegalEntity"}
    )
