"""Ties that a noun says: a title before a name, an apposition, a possessive, a copula.

In: an annotated report and a role noun in it. Out: drafts of ties with subject and object.
"""

from typing import NamedTuple

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import conjuncts, mention_of, reference
from reportedly.extract.tie_lexicon import Found, RoleNoun, role_noun_at
from reportedly.model import Annotated, Mention, Role

COPULAS = frozenset({"be", "become", "remain", "stay", "serve", "act", "work", "consider", "name", "call", "make"})
AS_VERBS_OF_OBJECT = frozenset({
    "regard", "describe", "know", "name", "appoint", "see", "view", "consider", "identify", "recognise", "recognize",
    "designate", "elect", "treat", "use", "present", "portray", "label", "introduce", "position", "list",
})  # fmt: skip
"""Verbs whose "as" tells of their object, not of their subject."""

PARTING = frozenset({"cut", "sever", "break", "end", "suspend", "lack", "downgrade", "freeze", "dissolve"})
"""Verbs that say a tie is no more; with them it is an event."""

BODIES = frozenset({"Organization", "Company", "PublicBody", "Address", "LegalEntity"})
ORIGINS = frozenset({"in", "at", "from", "on"})
"""Prepositions that, before a mere place, tell where someone is and not what he belongs to."""

CLOSE_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"})
LONGEST_MODIFIER = 5
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})


class Parties(NamedTuple):
    """The head tokens of those who bear a noun and of those whom it binds them to."""

    bearers: tuple[int, ...]
    complements: tuple[int, ...]


def noun_ties(doc: Annotated, found: Found) -> Draft | None:
    """The tie that a role noun says, None where a party is not told."""
    if found.noun.side == "mutual":
        parties = mutual(doc, found)
    elif found.noun.side == "site":
        parties = site(doc, found)
    else:
        parties = borne(doc, found)
    if not parties.bearers or not parties.complements:
        return None
    subjects, objects = parties
    if found.noun.side == "reversed":
        subjects, objects = objects, subjects
    return tie_draft(doc, found, subjects, objects)


def tie_draft(doc: Annotated, found: Found, subjects: tuple[int, ...], objects: tuple[int, ...]) -> Draft | None:
    """A draft with these parties; None where the two are the same."""
    roles: list[Role] = []
    for name, heads in (("subject", subjects), ("object", objects)):
        for head in heads:
            told = reference(doc, head)
            if any(told.span == role.span or (told.entity and told.entity == role.entity) for role in roles):
                continue
            roles.append(Role("subject" if name == "subject" else "object", told.span, told.entity))
    if len({role.role for role in roles}) < 2:
        return None
    return Draft(
        found.head, doc.span(found.first, found.last), "tie", tie=found.noun.tie, roles=tuple(roles), confidence=0.7
    )


def borne(doc: Annotated, found: Found) -> Parties:
    """Who bears the noun, and whose or of what it is."""
    complements = complements_of(doc, found)
    bearers = bearers_of(doc, found, complements)
    return Parties(bearers, tuple(c for c in complements if c not in bearers))


def bearers_of(doc: Annotated, found: Found, complements: tuple[int, ...]) -> tuple[int, ...]:
    """Who bears the noun: the name after it, else of whom it is said, else the phrase itself."""
    named = name_after(doc, found)
    if named is not None:
        return with_conjuncts(doc, named, found)
    told = told_of(doc, found.head)
    if told is not None:
        return with_conjuncts(doc, told, found)
    return (found.head,) if stands_alone(doc, found, complements) else ()


def with_conjuncts(doc: Annotated, head: int, found: Found) -> tuple[int, ...]:
    """`head`, and the names listed after it where the noun is plural."""
    if doc.tokens[found.head].tag not in ("NNS", "NNPS"):
        return (head,)
    return tuple(c for c in conjuncts(doc, head) if mention_of(doc, c) is not None) or (head,)


def name_after(doc: Annotated, found: Found) -> int | None:
    """The head of the name that the noun stands before as a title ("commander Ali Reza", "commander, Lt. Ali Reza")."""
    over = doc.name_over.get(found.head)
    if over is not None and over.last > found.last and bears(over, found.noun):
        return over.head
    place, stop = found.last, min(found.last + LONGEST_MODIFIER, doc.sentences[doc.tokens[found.head].sentence].last)
    comma = False
    while place < stop:
        name = doc.name_over.get(place)
        if name is not None and name.first >= found.last - 1 and role_noun_at(doc, place) is None:
            fits = bears(name, found.noun) and (not comma or name.schema == "Person")
            return name.head if fits else None
        token = doc.tokens[place]
        if token.text == "," and not comma and doc.tokens[found.head].dep != "appos" and found.noun.side == "bearer":
            comma = True
        elif token.text not in (".", "-", "“", '"') and token.pos != "PROPN" and role_noun_at(doc, place) is None:
            return None
        place += 1
    return None


def bears(name: Mention, noun: RoleNoun) -> bool:
    """Whether a name may bear the noun: persons bear titles, bodies and places do not."""
    if noun.tie in ("front", "owner", "ally") or noun.side == "reversed":
        return name.schema != "Event"
    return name.schema in ("Person", "Organization", "LegalEntity", "Vehicle", "Thing")


def told_of(doc: Annotated, head: int) -> int | None:
    """Of whom the noun is said: its apposed head, the subject of its copula, what "as" refers to; None if nobody."""
    token = doc.tokens[head]
    if token.dep == "conj" and role_noun_at(doc, token.head) is not None:
        return told_of(doc, token.head)
    if token.dep == "appos":
        return token.head
    apposed = doc.child(head, "appos")
    if apposed is not None and mention_of(doc, apposed) is not None:
        return apposed
    if token.dep in ("attr", "oprd") and doc.tokens[token.head].lemma in COPULAS:
        return subject_of(doc, token.head)
    if token.dep == "pobj" and doc.tokens[token.head].lower == "as":
        return told_by_as(doc, doc.tokens[token.head].head)
    return None


def told_by_as(doc: Annotated, verb: int) -> int | None:
    """Of whom "as ..." after `verb` is said."""
    token = doc.tokens[verb]
    if token.lemma in AS_VERBS_OF_OBJECT:
        if token.dep == "acl":
            return token.head
        return doc.child(verb, "nsubjpass", "dobj")
    return subject_of(doc, verb)


def subject_of(doc: Annotated, verb: int) -> int | None:
    """The subject of a verb: its own, the noun its relative clause modifies, or that of the verb that governs it."""
    for _ in range(LONGEST_MODIFIER):
        own = doc.child(verb, "nsubj", "nsubjpass")
        token = doc.tokens[verb]
        if own is not None:
            return token.head if token.dep == "relcl" and doc.tokens[own].tag in ("WP", "WDT") else own
        if token.dep in ("acl", "relcl"):
            return token.head
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") or token.head == verb:
            return None
        verb = token.head
    return None


def stands_alone(doc: Annotated, found: Found, complements: tuple[int, ...]) -> bool:
    """Whether the phrase itself may stand as bearer: singular or counted, bound to a named body."""
    if found.noun.tie not in ("member", "leader") or found.noun.side != "bearer":
        return False
    token = doc.tokens[found.head]
    if token.dep in ("compound", "amod", "poss", "nmod") or token.pos == "PROPN":
        return False
    named = any(
        (m := mention_of(doc, c)) is not None and m.form == "name" and m.schema == "Organization" for c in complements
    )
    determiners = {doc.tokens[c].lower for c in doc.children[found.head] if doc.tokens[c].dep in ("det", "nummod")}
    counted = any(doc.tokens[c].dep == "nummod" for c in doc.children[found.head])
    return named and (counted or bool(determiners & {"a", "an"}))


def complements_of(doc: Annotated, found: Found) -> tuple[int, ...]:
    """Of whom or what the bearer is the noun: a possessor, an "of" phrase, a name in front, a body after a comma."""
    before = name_before(doc, found)
    if before is not None and fits(doc, before, found.noun):
        return (before,)
    after = [
        each
        for preposition in doc.children[found.head]
        if doc.tokens[preposition].dep == "prep" and doc.tokens[preposition].lower in found.noun.prepositions
        for target in doc.children[preposition]
        if doc.tokens[target].dep == "pobj"
        for each in (target,)
        if fits(doc, each, found.noun, doc.tokens[preposition].lower)
    ]
    if after:
        return tuple(after[:1])
    body = body_after_comma(doc, found)
    return () if body is None else (body,)


def body_after_comma(doc: Annotated, found: Found) -> int | None:
    """The organisation in "Ali Reza, commander, Northern Command"; None where there is no such."""
    if doc.tokens[found.head].dep != "appos" or found.last + 1 >= len(doc.tokens) or doc.tokens[found.last].text != ",":
        return None
    name = doc.name_over.get(found.last + 1)
    return name.head if name is not None and name.schema in ("Organization", "PublicBody", "Company") else None


def name_before(doc: Annotated, found: Found) -> int | None:
    """The head of the name or pronoun in front of the noun: "Hamas leader", "Iran's new minister", "his brother"."""
    start = doc.sentences[doc.tokens[found.head].sentence].first
    place = found.first - 1
    for _ in range(LONGEST_MODIFIER):
        if place < start:
            return None
        name = doc.name_over.get(place)
        if name is not None and name.first < found.first and name.last <= found.first:
            return name.head
        token = doc.tokens[place]
        if token.lower in POSSESSIVES:
            return place
        if token.tag == "POS":
            return possessor(doc, place)
        if token.text not in ("-", ")") and token.pos not in CLOSE_MODIFIERS:
            return None
        place -= 1
    return None


def possessor(doc: Annotated, mark: int) -> int | None:
    """The head of what stands before the possessive `mark`."""
    name = doc.name_over.get(mark - 1)
    return name.head if name is not None else mark - 1 if mark else None


def fits(doc: Annotated, head: int, noun: RoleNoun, preposition: str | None = None) -> bool:
    """Whether `head` may be the complement of the noun."""
    mention = mention_of(doc, head)
    token = doc.tokens[head]
    if noun.complement == "person":
        return mention is None or mention.schema in ("Person", "LegalEntity") or mention.form == "pronoun"
    if noun.complement == "place":
        return mention is not None and mention.schema in ("Address", "PublicBody")
    if mention is None:
        return preposition == "of" and token.pos in ("NOUN", "PROPN")
    if mention.form == "name" and preposition in ORIGINS and mention.schema == "Address":
        return False
    return noun.complement == "any" or mention.schema in BODIES or mention.form == "pronoun"


def site(doc: Annotated, found: Found) -> Parties:
    """Whose capital, base or office it is, and where: "its base in Aral", "the group's stronghold, Aral"."""
    owner = name_before(doc, found)
    place: int | None = None
    if owner is not None and (mention := mention_of(doc, owner)) is not None and mention.schema == "Address":
        place, owner = owner, owner_before(doc, mention)
    for child in doc.children[found.head]:
        token = doc.tokens[child]
        if token.dep != "prep":
            continue
        target = doc.child(child, "pobj")
        if target is not None and token.lower in ("in", "at", "near") and is_place(doc, target):
            place = place if place is not None else target
        elif target is not None and token.lower == "of" and owner is None:
            owner = target
    if place is None:
        told = name_after(doc, found)
        told = told if told is not None else told_of(doc, found.head)
        place = told if told is not None and is_place(doc, told) else None
    return Parties(() if owner is None else (owner,), () if place is None else (place,))


def owner_before(doc: Annotated, place: Mention) -> int | None:
    """The possessor in front of a place name ("the group's Aral headquarters"), or None."""
    before = place.first - 1
    return possessor(doc, before) if before > 0 and doc.tokens[before].tag == "POS" else None


def is_place(doc: Annotated, head: int) -> bool:
    """Whether `head` carries the name of a place."""
    mention = mention_of(doc, head)
    return mention is not None and mention.schema == "Address"


def mutual(doc: Annotated, found: Found) -> Parties:
    """The two parties of a partnership: "between A and B", "A's ties with B", "A has links to B"."""
    for child in doc.children[found.head]:
        token = doc.tokens[child]
        if token.dep != "prep":
            continue
        target = doc.child(child, "pobj")
        if target is None:
            continue
        if token.lower == "between":
            members = [c for c in conjuncts(doc, target) if mention_of(doc, c) is not None]
            return Parties(tuple(members[:1]), tuple(members[1:]))
        if token.lower in found.noun.prepositions and mention_of(doc, target) is not None:
            holder = holder_of(doc, found)
            return Parties(() if holder is None else (holder,), (target,))
    return Parties((), ())


def holder_of(doc: Annotated, found: Found) -> int | None:
    """Who has the tie: the name in front of the noun, or the subject of the verb whose object it is."""
    before = name_before(doc, found)
    if before is not None:
        return before
    token = doc.tokens[found.head]
    if token.dep == "dobj" and doc.tokens[token.head].lemma not in PARTING:
        holder = subject_of(doc, token.head)
        return holder if holder is not None and mention_of(doc, holder) is not None else None
    return None
