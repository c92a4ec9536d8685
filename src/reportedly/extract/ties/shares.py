"""Who owns how much of what: "holds 60 percent of the company", "the other shares belong to her cousin".

In: an annotated report and a verb of holding in it. Out: a draft of the owner's tie to the company, or None.
"""

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import conjuncts, is_person, mention_of, reference
from reportedly.extract.ties.bearers import is_told_by_name, subject_of
from reportedly.extract.ties.naming import named
from reportedly.extract.ties.words import tie_words
from reportedly.model import Annotated, Role

OWNED = frozenset({"Company", "Organization"})
OWNERS = frozenset({"Company", "Organization", "Person", "PublicBody", "LegalEntity"})
DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "our"})

LOOK_BACK = 60
"""Tokens before a bare "2 percent" in which the company it is a share of may stand."""


def share_tie(doc: Annotated, verb: int) -> Draft | None:
    """The tie of who holds a share, by the verb at `verb`, and the company; None where either is not told."""
    lemma = doc.tokens[verb].lemma
    if lemma == "belong":
        share, owner = doc.child(verb, "nsubj"), owner_after(doc, verb, "to")
    elif lemma not in tie_words("holding"):
        return None
    elif doc.child(verb, "nsubjpass") is not None:
        share, owner = doc.child(verb, "nsubjpass"), owner_after(doc, verb, "by")
    else:
        share, owner = doc.child(verb, "dobj"), subject_of(doc, verb)
    if share is None or owner is None:
        return None
    if lemma == "belong" and is_company(doc, share):
        company: int | None = share if is_one_person(doc, owner) else None
    else:
        company = company_of(doc, verb, share) if is_share(doc, share) else None
    owners = tuple(each for each in conjuncts(doc, named(doc, owner)) if may_own(doc, each))
    if company is None or not owners or company in owners:
        return None
    return drafted(doc, verb, owners, company)


def drafted(doc: Annotated, verb: int, owners: tuple[int, ...], company: int) -> Draft:
    """The draft with these owners and this company."""
    held = reference(doc, company)
    told = (reference(doc, each) for each in owners)
    roles = (*(Role("subject", each.span, each.entity) for each in told), Role("object", held.span, held.entity))
    return Draft(verb, doc.span(verb, verb + 1), "tie", tie="owner", roles=roles, confidence=0.6)


def owner_after(doc: Annotated, verb: int, preposition: str) -> int | None:
    """What the verb's "by" or "to" governs, or None."""
    for child in doc.children[verb]:
        if doc.tokens[child].lower == preposition:
            return doc.child(child, "pobj")
    return None


def is_share(doc: Annotated, head: int) -> bool:
    """Whether a noun tells a part of a company's capital, and not of something that is named after it."""
    return doc.tokens[head].lemma.lower() in tie_words("share")


def is_one_person(doc: Annotated, head: int) -> bool:
    """Whether a phrase means a person, to whom a company belongs as no member does; not "its members"."""
    mention = mention_of(doc, head)
    return mention is not None and is_person(doc, head) and (not mention.plural or mention.entity is not None)


def may_own(doc: Annotated, head: int) -> bool:
    """Whether a phrase may mean an owner: a person or body, named or described."""
    mention = mention_of(doc, head)
    if mention is None:
        return doc.tokens[head].pos == "PROPN" or doc.tokens[head].lemma in tie_words("fund")
    return mention.schema in OWNERS and (mention.form != "pronoun" or mention.entity is not None)


def company_of(doc: Annotated, verb: int, share: int) -> int | None:
    """The company that a share is "of" or "in"; without such words the last company told of before; None if none."""
    for head in (share, verb):
        for child in doc.children[head]:
            target = doc.child(child, "pobj") if doc.tokens[child].lower in ("of", "in") and child > head else None
            if target is not None:
                return target if is_company(doc, target) and may_be_part(doc, share, target) else None
    return company_before(doc, verb)


def may_be_part(doc: Annotated, share: int, company: int) -> bool:
    """Whether a noun tells a part of what is no firm: a stake may be in a league, "an interest" is none of it."""
    mention = mention_of(doc, company)
    is_firm = mention is not None and mention.schema == "Company"
    return is_firm or doc.tokens[share].lemma.lower() in tie_words("firm share")


def company_before(doc: Annotated, verb: int) -> int | None:
    """The company last told of before a verb, if it was told of in shares or no other was told of; else None."""
    found: list[int] = []
    for place in range(verb - 1, max(-1, verb - LOOK_BACK), -1):
        mention = doc.mention_at.get(place)
        if mention is None or mention.schema != "Company" or not is_company(doc, place):
            continue
        preposition = doc.tokens[doc.tokens[place].head]
        if not found and preposition.lower in ("of", "in") and is_share(doc, preposition.head):
            return place
        found.append(place)
    owner = subject_of(doc, verb)
    others = {told_as(doc, place) for place in found if place != owner}
    return next(place for place in found if place != owner) if len(others) == 1 else None


def told_as(doc: Annotated, head: int) -> int | str:
    """What tells one company from another: its entity, else its word."""
    mention = mention_of(doc, head)
    return doc.tokens[head].lower if mention is None or mention.entity is None else mention.entity


def is_company(doc: Annotated, head: int) -> bool:
    """Whether a phrase means one company: a name, or "the firm" of which was told."""
    mention = mention_of(doc, head)
    if mention is None or mention.schema not in OWNED:
        return False
    definite = any(doc.tokens[c].lower in DEFINITE for c in doc.children[head])
    return is_told_by_name(doc, head) or (mention.schema == "Company" and not mention.plural and definite)
