"""Whether two names of different reports are one entity's.

In: two names, the user's knowledge base, what is told around the names. Out: a `Match`. Pure, and the same for both
orders.
"""

from reportedly.link.entities_common import is_common
from reportedly.link.entities_context import Context, Shared, shared
from reportedly.link.entities_kinds import (
    COMPARED,
    SHORT,
    compatible,
    fullness,
    is_acronym,
    kind,
    known_ids,
    level,
    one_writing,
    weak_ids,
)
from reportedly.link.entities_listed import listed_as
from reportedly.link.entities_scores import FITS, JOINS, OPEN, STAYS_OPEN, Match, scored
from reportedly.link.entities_short import Short, short_form
from reportedly.link.known import Known, normal
from reportedly.link.names import NameMatch, compare_names, looks_like_a_body
from reportedly.link.names_body_parts import body
from reportedly.link.names_reasons import quote
from reportedly.linked import Name

LISTED = 0.9
"""The score of two names that the table of acronyms lists for one body."""

ALMOST = 0.4
"""The most that names get which are two, however alike."""


def compare_entities(
    a: Name, b: Name, known: Known, context_a: Context | None = None, context_b: Context | None = None
) -> Match:
    """Whether two names are one entity's, with the reason; the same for both orders.

    The knowledge base decides where both stand in it. Then the names decide; where these are only alike, a short form
    of one another, or common, what is told around them may add enough.
    """
    if b < a:
        return compare_entities(b, a, known, context_b, context_a)
    if one_writing(a) and one_writing(a) == one_writing(b) and kind(a.schema) != kind(b.schema):
        return by_writing(a, b, known)
    if not compatible(a.schema, b.schema):
        return scored(0.0, f"One is a {a.schema}, the other a {b.schema}: never one.")
    if a == b:
        return scored(1.0, "The names are the same.")
    ids_a, ids_b = known_ids(a, known), known_ids(b, known)
    if ids_a and ids_b:
        return by_known(ids_a, ids_b)
    around = shared(context_a, context_b, frozenset({normal(a.name), normal(b.name)}))
    weak_a, weak_b = set(weak_ids(a, known)), set(weak_ids(b, known))
    found = by_names(a, b, around)
    return by_weak(found, around) if weak_a & weak_b or weak_a & set(ids_b) or weak_b & set(ids_a) else found


def by_writing(a: Name, b: Name, known: Known) -> Match:
    """Two names that are written alike, though reports take them for things of two kinds."""
    ids_a, ids_b = known_ids(a, known), known_ids(b, known)
    if ids_a and ids_b and not set(ids_a) & set(ids_b):
        return scored(0.0, f"In the knowledge base they are two: {ids_a[0]} and {ids_b[0]}.")
    return scored(1.0, f"The names are the same; one report takes it for a {a.schema}, another for a {b.schema}.")


def by_known(ids_a: tuple[str, ...], ids_b: tuple[str, ...]) -> Match:
    """What the knowledge base says of two names that are both in it, under these entries."""
    both = set(ids_a) & set(ids_b)
    if not both:
        return scored(0.0, f"In the knowledge base they are two: {ids_a[0]} and {ids_b[0]}.")
    if len(ids_a) == len(ids_b) == 1:
        return scored(1.0, f"Both are names of {ids_a[0]} in the knowledge base.")
    return scored(STAYS_OPEN, f"Open: in the knowledge base both may be {min(both)}, and one may be another entry.")


def by_weak(found: Match, around: Shared) -> Match:
    """What the names say where a weak alias adds that they may be one entity's, which what is around them decides."""
    if found.score >= FITS:
        return found
    said = "In the knowledge base one is a weak alias of the other"
    if around.enough:
        return scored(JOINS, f"{said}. {around.reason}")
    return scored(STAYS_OPEN, f"Open: {said[:1].lower()}{said[1:]}, which joins nothing by itself.")


def by_names(a: Name, b: Name, around: Shared) -> Match:
    """What the names say, and what is told around them where they leave it open."""
    same = normal(a.name) == normal(b.name) != ""
    if "thing" in (kind(a.schema), kind(b.schema)) and kind(a.schema) != kind(b.schema):
        said = "The names are the same, though one report does not tell what it names."
        return scored(FITS, said) if same else scored(0.0, "What one names is not told, and the names differ.")
    if same:
        return scored(1.0, "The names are the same but for case, accents and punctuation.")
    if kind(a.schema) not in COMPARED:
        return scored(0.0, "The names differ.")
    if is_people(a) or is_people(b):
        return scored(0.0, "One is the name of a people or of followers, and the names differ.")
    if kind(a.schema) == "body" and listed_as(a.name) & listed_as(b.name):
        return scored(LISTED, "Both are listed as names of one body.")
    found = compare_names(a.name, b.name, "Person" if kind(a.schema) == "person" else "Organization")
    if found.match:
        return if_common(a, b, found, around)
    return by_short(a, b, found, around)


def is_people(name: Name) -> bool:
    """Whether the name may be an adjective for people ("European", "Islamist"), which is no short form of a body."""
    return name.schema == "LegalEntity" and len(body(name.name).words) < 2 and not is_acronym(name.name)


def if_common(a: Name, b: Name, found: NameMatch, around: Shared) -> Match:
    """A match of the names, left open where so many bear them that something around them must agree too.

    A single name is never more than a short form of a person's full one, whatever agrees.
    """
    one_is_short = kind(a.schema) == "person" and {level(a), level(b)} > {SHORT}
    best = FITS if one_is_short else found.score
    if not is_common(a, b):
        return scored(best, found.reason)
    if around.enough:
        return scored(best, f"{found.reason} {around.reason}")
    return scored(STAYS_OPEN, f"{found.reason} Open: many bear such a name, and nothing told around them agrees.")


def by_short(a: Name, b: Name, found: NameMatch, around: Shared) -> Match:
    """What a short form or likeness says where the names do not match."""
    short, long = sorted((a, b), key=fullness)
    if kind(a.schema) == "person" and level(short) != level(long) and looks_like_a_body(long.name):
        return scored(
            0.0, f"{quote(long.name)} looks like a body, whatever its schema, and is no full name of a person."
        )
    fit = short_form(short, long) if fullness(short) < fullness(long) else None
    if fit is not None:
        return by_fit(fit, around)
    if kind(a.schema) == "person" and level(short) == SHORT != level(long):
        return scored(min(found.score, ALMOST), found.reason)
    if is_acronym(short.name) and found.score >= OPEN and around.enough:
        return scored(FITS, f"{found.reason} {around.reason}")
    if found.alike and not found.apart and around.enough:
        return scored(JOINS, f"{found.reason} {around.reason}")
    return scored(min(found.score, STAYS_OPEN), found.reason)


def by_fit(fit: Short, around: Shared) -> Match:
    """What a short form says, with what is told around the names where it is not clear by itself."""
    if fit.clear:
        return scored(FITS, f"{fit.reason[:1].upper()}{fit.reason[1:]}.")
    if around.enough:
        return scored(FITS, f"{fit.reason[:1].upper()}{fit.reason[1:]}. {around.reason}")
    return scored(STAYS_OPEN, f"Open: {fit.reason}.")
