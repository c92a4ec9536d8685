"""Words of denying, and who stands in a claim: what the search for the denied claim asks of single claims.

In: a report and a claim with its trigger's token. Out: how a word denies, what it denies, whether two roles mean the
same one.
"""

from dataclasses import dataclass
from functools import cache

from reportedly.extract.lexicon import rows
from reportedly.model import Annotated, Claim, Reference, Role

SINGLE = frozenset({"he", "she"})
PERSONAL = SINGLE | {"they", "him", "her", "them"}

SENTENCED = ("ACCUSE", "COERCE", "SANCTION")
"""Types whose recipient is accused of something."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its trigger's token and its place among the claims."""

    place: int
    head: int
    claim: Claim


@cache
def sorted_words() -> dict[str, frozenset[str]]:
    """The words of each sort in denying.tsv."""
    found: dict[str, frozenset[str]] = {}
    for words, sort in rows("denying.tsv"):
        found[sort] = found.get(sort, frozenset()) | frozenset(words.split(","))
    return found


def denying(doc: Annotated, denial: Told) -> str | None:
    """The sort of the denial's word, None where the claim is no denial."""
    if denial.claim.type != "REJECT":
        return None
    lemma, words = doc.tokens[denial.head].lemma.lower(), sorted_words()
    if lemma in words["plead"]:
        return "plead" if denial.claim.mode == "denial" else None
    if doc.child(denial.head, "dative") is not None or any(judges(doc, role) for role in actors(denial.claim)):
        return None
    return next((sort for sort in ("any", "noun", "said") if lemma in words[sort]), None)


def judges(doc: Annotated, role: Role) -> bool:
    """Whether a role is played by one who decides on what is said."""
    return bool(sorted_words()["judge"].intersection(doc.text_of(role.span).lower().split()))


def denied(doc: Annotated, verb: int) -> int | None:
    """The token of what a verb denies: its object or clause, or the noun that it qualifies; None where it has none."""
    for child in doc.children[verb]:
        token = doc.tokens[child]
        if token.dep in ("dobj", "nsubjpass") or (token.dep in ("ccomp", "xcomp") and child > verb):
            return stood_for(doc, verb, child)
    token = doc.tokens[verb]
    if token.dep in ("relcl", "acl"):
        return token.head if is_something_said(doc, token.head) else None
    return None


def stood_for(doc: Annotated, verb: int, thing: int) -> int:
    """The noun that a relative pronoun stands for if it is something said, else the thing itself."""
    token = doc.tokens[verb]
    if doc.tokens[thing].tag not in ("WDT", "WP") or token.dep != "relcl":
        return thing
    return token.head if is_something_said(doc, token.head) else thing


def actors(claim: Claim) -> tuple[Role, ...]:
    """Those who do it."""
    return tuple(role for role in claim.roles if role.role in ("actor", "participant"))


def is_answerable(claim: Claim) -> bool:
    """Whether a claim tells what can be denied: no denial itself, nothing ahead, nothing negated."""
    fact = claim.factuality
    is_said = claim.type == "SAY" or (claim.type == "REJECT" and claim.mode == "denial")
    return fact.polarity == "positive" and fact.temporality == "non_future" and not is_said


def is_telling(doc: Annotated, noun: int) -> bool:
    """Whether a noun means something said, not only a charge in court."""
    return doc.tokens[noun].lemma in sorted_words()["telling"]


def is_something_said(doc: Annotated, noun: int) -> bool:
    """Whether a noun means something said, also a charge in court."""
    return doc.tokens[noun].lemma in sorted_words()["telling"] | sorted_words()["charge"]


def is_definite(doc: Annotated, noun: int) -> bool:
    """Whether a noun stands with "the", "this" or "that"."""
    article = doc.child(noun, "det")
    return article is not None and doc.tokens[article].lower in ("the", "this", "that", "these", "those")


def same(doc: Annotated, role: Role, other: Reference | Role) -> bool:
    """Whether two phrases mean the same one, or may: by entity, by their words, a pronoun that nobody resolved."""
    if role.entity is not None and other.entity is not None:
        return role.entity == other.entity
    one, two = doc.text_of(role.span).lower(), doc.text_of(other.span).lower()
    if one in PERSONAL and role.entity is None and one != two:
        return other.entity is None or other.entity.schema == "Person"
    return one == two or is_short_for(one, two) or is_short_for(two, one)


def is_short_for(one: str, two: str) -> bool:
    """Whether a phrase is another one with words left out: "the ministry" of "the defence ministry"."""
    short, whole = one.split(), two.split()
    return short[:1] == whole[:1] == ["the"] and short[-1:] == whole[-1:] and set(short) <= set(whole)


def name_of(doc: Annotated, role: Role) -> str:
    """The name of whom a role means in lower case, else its words."""
    return (doc.text_of(role.span) if role.entity is None else role.entity.name).lower()


def alike(doc: Annotated, denier: Role, hit: Role, is_next: bool) -> bool:
    """Whether an accused is the one who denies; an unresolved "he" is the one described in the sentence before."""
    if denier.entity is not None and hit.entity is not None:
        return denier.entity == hit.entity
    one, two = name_of(doc, denier), name_of(doc, hit)
    return (one == two and (is_next or one not in PERSONAL)) or (is_next and one in SINGLE)
