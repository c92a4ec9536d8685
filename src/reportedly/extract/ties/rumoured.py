"""Who is rumoured to be somebody known by another name, and who denies being that.

In: an annotated report and a form of "be" in it. Out: a draft of the tie of the two names, or None.
"""

from reportedly.extract.denials import sorted_words
from reportedly.extract.draft import Draft
from reportedly.extract.phrases import mention_of, reference
from reportedly.model import Annotated, Role

RUMOURING = frozenset({"rumour", "rumor", "suspect", "speculate", "allege"})
AMONG = frozenset({"among", "of"})
ONES = frozenset({"those", "people", "persons", "men", "women", "one", "several", "many"})
LONGEST_CLIMB = 4
"""Words from "those" to whom a sentence counts among them; a guard against broken trees."""


def rumoured_tie(doc: Annotated, be: int) -> Draft | None:
    """The tie of "was rumoured to be Red Fox", "denied that he was Red Fox"; None where a party has no name."""
    token = doc.tokens[be]
    if token.lemma != "be" or token.dep not in ("xcomp", "acl", "ccomp"):
        return None
    other = doc.child(be, "attr")
    name = None if other is None else doc.name_over.get(other)
    who = rumoured(doc, token.head) if token.dep == "xcomp" else denier_of(doc, be)
    if name is None or who is None or name.head != other or who == name.head:
        return None
    mention, party = mention_of(doc, who), reference(doc, who)
    if mention is None or mention.schema != "Person" or party.entity is None or party.span.overlaps(name.span):
        return None
    roles = (Role("subject", party.span, party.entity), Role("object", name.span))
    first = token.head if token.dep == "xcomp" else be
    return Draft(be, doc.span(first, be + 1), "tie", tie="alias", roles=roles, confidence=0.8)


def rumoured(doc: Annotated, verb: int) -> int | None:
    """Who is rumoured to be somebody: the subject, or who "was among those rumoured"."""
    token = doc.tokens[verb]
    if token.lemma not in RUMOURING or token.tag != "VBN":
        return None
    subject = doc.child(verb, "nsubjpass")
    if subject is not None or token.dep != "acl" or doc.tokens[token.head].lower not in ONES:
        return subject
    preposition = doc.tokens[doc.tokens[token.head].head]
    place = preposition.head if preposition.lower in AMONG else None
    for _ in range(LONGEST_CLIMB):
        if place is None:
            return None
        subject = doc.child(place, "nsubj")
        if subject is not None and doc.tokens[subject].tag not in ("WP", "WDT"):
            return subject
        above = doc.tokens[place]
        if above.dep == "relcl":
            noun = doc.tokens[above.head]
            return noun.head if noun.dep == "appos" else noun.i
        place = above.head if above.dep == "conj" else None
    return None


def is_denied_being(doc: Annotated, be: int) -> bool:
    """Whether a tie's word is the "was" of what somebody denies to be."""
    token = doc.tokens[be]
    return token.lemma == "be" and token.dep in ("acl", "ccomp") and denier_of(doc, be) is not None


def denier_of(doc: Annotated, be: int) -> int | None:
    """The subject of a clause that somebody denies, or that tells the rumours somebody denies."""
    words, token = sorted_words(), doc.tokens[be]
    verb = doc.tokens[token.head]
    is_told = verb.lemma in words["telling"]
    if is_told:
        verb = doc.tokens[verb.head]
    denying = words["any"] | words["said"] if is_told else words["any"]
    return doc.child(be, "nsubj") if verb.lemma in denying and verb.pos == "VERB" else None
