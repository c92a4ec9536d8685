"""Whether two names in two claims mean one, as far as the names tell.

In: two names. Out: True for one, False for two, None where it cannot be told. `SameName` is what may stand in its
place: a project knows more, from its entities and from people's judgements.
"""

from collections.abc import Callable
from functools import lru_cache

from reportedly.link.names import compare_names
from reportedly.link.names_body_parts import body, places
from reportedly.link.names_plain import plain_words
from reportedly.linked import Name

SameName = Callable[[Name, Name], bool | None]
"""True: the two are one; False: they are known to be two; None: not told."""

APART = 0.3
"""The score of two persons' names up to which they are two persons."""

BODIES = frozenset({"Organization", "Company", "PublicBody"})
LONGEST_ACRONYM = 6


def names_alike(a: Name, b: Name) -> bool | None:
    """Whether two names are of one; None for a short form, an acronym, a person beside a body."""
    return judged(a, b) if a <= b else judged(b, a)


@lru_cache(maxsize=32768)
def judged(a: Name, b: Name) -> bool | None:
    """The judgement on an ordered pair."""
    one, two = plain_words(a.name), plain_words(b.name)
    if not one or not two:
        return None
    person_and_body = {"Person"} < {a.schema, b.schema} and bool(BODIES & {a.schema, b.schema})
    if one == two:
        return None if person_and_body else True
    if person_and_body:
        return None
    schema = a.schema if a.schema == b.schema != "LegalEntity" else None
    score = compare_names(a.name, b.name, schema)
    if score.match:
        return True
    if a.schema == b.schema == "Person":
        return False if score.score <= APART else None
    return None if may_be_short(one, two, a.name, b.name) else False


def may_be_short(one: tuple[str, ...], two: tuple[str, ...], a: str, b: str) -> bool:
    """Whether one name may be a short form of the other, or a part of what the other names."""
    if set(one) & set(two):
        return True
    if any(name.isupper() and len(name) <= LONGEST_ACRONYM for name in (a, b)):
        return True
    return is_place(a) != is_place(b)


@lru_cache(maxsize=16384)
def is_place(name: str) -> bool:
    """Whether a name is that of a country or large city, which may stand for its government or a body in it."""
    told = body(name).words
    return bool(told) and all(word.plain in places().values() or word.kind == "region" for word in told)
