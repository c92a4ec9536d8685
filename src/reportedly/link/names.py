"""Whether two names are of one person or organisation, judged from the names alone.

In: two names and the FollowTheMoney schema of what they name. Out: a `NameMatch`: score, verdict, reason.
The same for both orders and on every run; nothing is counted over a collection.
"""

from dataclasses import dataclass
from functools import lru_cache

from reportedly.link.names_bodies import compare_bodies
from reportedly.link.names_body_parts import body, legal_forms
from reportedly.link.names_people import compare_people
from reportedly.link.names_plain import plain_words
from reportedly.link.names_reasons import Comparison
from reportedly.link.names_spelling import MATCH

ALIKE = 0.5
"""The score from which a person should look at the two, though the names alone do not join them."""

PEOPLE = frozenset({"Person"})
BODIES = frozenset(
    {"Organization", "Company", "PublicBody", "Vessel", "Airplane", "Vehicle", "Asset", "Security", "Country"}
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one's, from 0 (surely not) to 1; whether they are taken so; and why, as a sentence.

    `apart` says that a word or number tells of two bearers, however alike the names look.
    """

    score: float
    match: bool
    reason: str
    apart: bool = False

    @property
    def alike(self) -> bool:
        """Whether the two are close enough that a person should look at them."""
        return self.score >= ALIKE


def compare_names(a: str, b: str, schema: str | None = None) -> NameMatch:
    """Whether `a` and `b` are names of one person or body of this schema; empty names match nothing.

    Without a schema, or with one that persons and bodies share, a name with the marks of an organisation (a legal form,
    a word such as "bank") is read as one, and all others as persons' names.
    """
    one, other = (a, b) if a <= b else (b, a)
    if plain_words(one) == plain_words(other) != ():
        return NameMatch(1.0, True, "The names are the same but for case, accents and punctuation.")
    found = compare_people(one, other) if is_person(one, other, schema) else compare_bodies(one, other)
    return finished(found)


def finished(found: Comparison) -> NameMatch:
    """The comparison with its verdict, the reason made a sentence."""
    score = round(found.score, 4)
    return NameMatch(score, score >= MATCH, f"{found.reason[:1].upper()}{found.reason[1:]}.", found.apart)


def is_person(a: str, b: str, schema: str | None) -> bool:
    """Whether the two are compared as persons' names."""
    if schema in PEOPLE:
        return True
    return schema not in BODIES and not looks_like_a_body(a) and not looks_like_a_body(b)


@lru_cache(maxsize=16384)
def looks_like_a_body(name: str) -> bool:
    """Whether a name bears a legal form, a number or a word that organisations share."""
    parts = body(name)
    shared = any(word.kind != "own" for word in parts.words)
    return shared or bool(parts.numbers or parts.forms) or name.strip().lower() in legal_forms()
