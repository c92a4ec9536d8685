"""Who is rumoured to be somebody known by another name, and who denies being that.

In: an annotated report and a form of "be" in it. Out: a draft of the tie of the two names, or None.
"""

from reportedly.extract.denials import sorted_words
from reportedly.extract.draft import Draft
from reportedly.extract.phrases import mention_of, reference
from reportedly.model import Annotated, Mention, Role, Token

RUMOURING = frozenset({"rumour", "rumor", "speculate", "allege"})
ONES = frozenset({"those", "people", "persons", "men", "women", "one", "several", "many"})
NAMING = frozenset({"call", "describe", "brand", "label", "term", "denounce", "strike", "brush", "shrug"})
"""Verbs that leave open whether a rumour is true, though they deny with other words beside them."""

CONDITIONS = frozenset({"if", "unless", "whether"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
BESIDE = frozenset({"appos", "relcl", "punct"})
"""Dependents that a name may have and stay nothing but a name, unlike "the next", "Miss" or "in disguise"."""

LONGEST_CLIMB = 4
"""Words from "those" to whom a sentence counts among them; a guard against broken trees."""


def rumoured_tie(doc: Annotated, be: int) -> Draft | None:
    """The tie of "was rumoured to be Red Fox", "denied that he was Red Fox"; None where a party is no person's name."""
    token = doc.tokens[be]
    if token.lemma != "be" or token.dep not in ("xcomp", "acl", "ccomp"):
        return None
    other = doc.child(be, "attr")
    name = None if other is None else full_name_at(doc, other)
    who = rumoured(doc, token.head) if token.dep == "xcomp" else denier_of(doc, be)
    if name is None or who is None or doc.child(be, "neg", "prep") is not None or doc.child(who, "cc") is not None:
        return None
    mention, party = mention_of(doc, who), reference(doc, who)
    if mention is None or mention.schema != "Person" or mention.form == "description" or party.entity is None:
        return None
    if mention.entity == name.entity or party.span.overlaps(name.span):
        return None
    roles = (Role("subject", party.span, party.entity), Role("object", name.span))
    first = token.head if token.dep == "xcomp" else be
    return Draft(be, doc.span(first, be + 1), "tie", tie="alias", roles=roles, confidence=0.8)


def full_name_at(doc: Annotated, head: int) -> Mention | None:
    """The name of two words or more that somebody is said to be, None for one word: that may be a people or a party."""
    name = doc.name_over.get(head)
    if name is None or name.head != head or name.schema != "Person" or name.last - name.first < 2:
        return None
    beside = (c for c in doc.children[head] if not name.first <= c < name.last)
    return None if any(doc.tokens[c].dep not in BESIDE for c in beside) else name


def rumoured(doc: Annotated, verb: int) -> int | None:
    """Who is rumoured to be somebody: the subject, or who "was among those rumoured"."""
    token = doc.tokens[verb]
    if token.lemma not in RUMOURING or token.tag != "VBN" or not is_plain_fact(doc, token):
        return None
    subject = doc.child(verb, "nsubjpass")
    if subject is not None or token.dep != "acl" or doc.tokens[token.head].lower not in ONES:
        return subject
    preposition = doc.tokens[doc.tokens[token.head].head]
    place = preposition.head if preposition.lower == "among" else None
    if place is None or doc.tokens[place].lemma != "be" or doc.child(place, "neg") is not None:
        return None
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
    """The subject of a clause that it denies itself, or that tells the rumours it denies; None for others' denials."""
    words, verb = sorted_words(), doc.tokens[doc.tokens[be].head]
    denying = words["any"]
    if verb.lemma in words["telling"]:
        if verb.dep not in ("dobj", "nsubjpass"):
            return None
        verb, denying = doc.tokens[verb.head], denying | words["said"] - NAMING
    if verb.lemma not in denying or verb.pos != "VERB" or not is_plain_fact(doc, verb):
        return None
    subject = doc.child(be, "nsubj")
    return subject if subject is not None and is_own(doc, subject, verb.i) else None


def is_plain_fact(doc: Annotated, verb: Token) -> bool:
    """Whether a verb tells what was so, unlike "did not deny", "would deny", "refused to deny", "if he denies"."""
    beside = [doc.tokens[c] for c in doc.children[verb.i]]
    is_open = any(t.dep == "neg" or t.tag == "MD" or (t.dep == "mark" and t.lower in CONDITIONS) for t in beside)
    return verb.tag in FINITE and verb.dep != "xcomp" and not is_open


def is_own(doc: Annotated, subject: int, verb: int) -> bool:
    """Whether a clause's subject is who denies it; others' denials are not read, nor is "few deny that he was"."""
    denier = doc.child(verb, "nsubj")
    mine, whose = mention_of(doc, subject), None if denier is None else mention_of(doc, denier)
    return mine is not None and whose is not None and mine.entity is not None and mine.entity == whose.entity
