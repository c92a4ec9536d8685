"""The nouns and verbs that say standing ties, read from the lexicons of this stage.

In: titles.tsv, tie_verbs.tsv and tie_words.tsv. Out: look-ups by word, loaded once.
"""

from functools import cache
from typing import NamedTuple, get_args

from reportedly.errors import BadValue
from reportedly.extract.lexicon import rows
from reportedly.model import Annotated, TieType, check_member

LONGEST_TITLE = 4
"""Words of the longest title that is looked for."""


class RoleNoun(NamedTuple):
    """What a noun says: the tie, who is its subject, what its complement may be, and the complement's prepositions."""

    tie: TieType
    side: str
    complement: str
    prepositions: frozenset[str]


class TieVerb(NamedTuple):
    """What a verb says: the tie, the part of its grammatical subject, and what the other party may be."""

    tie: TieType
    first: str
    complement: str


class Found(NamedTuple):
    """A role noun in a report: tokens `first`..`last` (half-open), `head` the last of them, and what it says."""

    first: int
    last: int
    head: int
    noun: RoleNoun


def tie_type(value: str) -> TieType:
    """`value` as a tie. Raises BadValue on any other word."""
    check_member(value, TieType, "tie")
    return next(tie for tie in get_args(TieType) if tie == value)


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """What each title, kinship or body noun says, by its lower-case singular."""
    found: dict[str, RoleNoun] = {}
    for words, tie, side, complement, prepositions in rows("titles.tsv"):
        noun = RoleNoun(tie_type(tie), side, complement, frozenset(prepositions.split(",")))
        for word in words.split(","):
            if found.setdefault(word, noun) is not noun:
                raise BadValue(f"titles.tsv gives {word!r} twice")
    return found


@cache
def last_words() -> frozenset[str]:
    """The last word of each role noun."""
    return frozenset(word.replace("-", " ").split()[-1] for word in role_nouns())


@cache
def tie_words(kind: str) -> frozenset[str]:
    """The lemmas of one kind in tie_words.tsv: copula, as object, deputy, parting."""
    return frozenset(word for words, each in rows("tie_words.tsv") if each == kind for word in words.split(","))


@cache
def tie_verbs() -> dict[tuple[str, str, str], TieVerb]:
    """The tie for (lemma or participle, voice, link); voice is active, passive or compound."""
    return {
        (word, voice, link): TieVerb(tie_type(tie), first, complement)
        for word, voice, links, tie, first, complement in rows("tie_verbs.tsv")
        for link in links.split(",")
    }


def role_noun_at(doc: Annotated, place: int) -> Found | None:
    """The longest role noun that ends with token `place`, or None."""
    token = doc.tokens[place]
    lemma = token.lemma.lower()
    if token.pos not in ("NOUN", "PROPN") or not (lemma in last_words() or token.lower in last_words()):
        return None
    start = doc.sentences[token.sentence].first
    text = doc.report.text
    for first in range(max(start, place - LONGEST_TITLE + 1), place + 1):
        before = text[doc.tokens[first].start : token.start].lower()
        for word in (token.lower, lemma):
            noun = role_nouns().get(before + word)
            if noun is not None:
                found = Found(first, place + 1, place, noun)
                return None if is_part_of_noun(doc, found) else found
    return None


def is_part_of_noun(doc: Annotated, found: Found) -> bool:
    """Whether a noun for a firm is only the first part of another: "his business partner", "the company secretary"."""
    if found.noun.side != "reversed" or found.noun.tie != "owner" or found.last >= len(doc.tokens):
        return False
    return doc.tokens[found.last].pos == "NOUN" and found.last not in doc.name_over
