"""Ties that a verb or participle says: "is based in", "backed by", "Aral-based", "belongs to".

In: an annotated report and a verb in it. Out: a draft of the tie, or None.
"""

from collections.abc import Iterator

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import conjuncts, mention_of, reference
from reportedly.extract.ties.bearers import is_known_person, is_told_by_name, subject_of
from reportedly.extract.ties.bodies import BODIES
from reportedly.extract.ties.naming import named
from reportedly.extract.ties.words import TieVerb, role_noun_at, tie_verbs, tie_words
from reportedly.model import Annotated, Reference, Role

OWNED = frozenset({"Company", "Organization", "Thing", "Vehicle"})
"""What a body or person may own; who controls a town holds ground."""


def verb_tie(doc: Annotated, verb: int) -> Draft | None:
    """The tie that the word at `verb` says, None where it says none or a party is missing."""
    token = doc.tokens[verb]
    if verb and token.tag in ("VBN", "VBD", "JJ") and doc.tokens[verb - 1].text in ("-", "–", "‑"):
        compound = compound_tie(doc, verb)
        if compound is not None or token.tag != "VBN" or doc.child(verb, "agent") is None:
            return compound
    passive = is_passive(doc, verb)
    word = lemma_with_particle(doc, verb)
    table = tie_verbs()
    for link, other in links(doc, verb):
        found = table.get((word, "passive" if passive else "active", link))
        if found is None or not fits(doc, other, found):
            continue
        first = first_party(doc, verb, passive)
        if first is None or is_held_ground(doc, word, first) or (word == "close" and not any_person(doc, first, other)):
            return None
        if not (may_be_first(doc, first, found) or may_be_first(doc, named(doc, first), found)):
            return None
        is_far = token.dep == "acl" and any(doc.tokens[i].dep == "pobj" for i in range(first + 1, verb))
        return draft(doc, verb, found, first if is_far else named(doc, first), named(doc, other))
    return None


def compound_tie(doc: Annotated, participle: int) -> Draft | None:
    """The tie of "Aral-based group": the name before the hyphen, and the noun that the whole modifies."""
    found = tie_verbs().get((doc.tokens[participle].lower, "compound", "-"))
    name = doc.name_over.get(participle - 2) if participle >= 2 else None
    if found is None or name is None:
        return None
    head = doc.tokens[participle].head
    over = doc.name_over.get(participle + 1)
    if over is not None:
        head = over.head
    elif doc.tokens[head].pos not in ("NOUN", "PROPN") or head <= participle:
        return None
    mention = mention_of(doc, head)
    if found.tie == "ally" and (mention is None or mention.schema not in BODIES):
        return None
    return draft(doc, participle, found, head, name.head)


def is_told(doc: Annotated, head: int, found: TieVerb) -> bool:
    """Whether a party is told well enough: a name, the kin of a known person, the firm that is owned."""
    return is_told_by_name(doc, head) or is_kin_of_known(doc, head) or is_known_company(doc, head, found)


def is_kin_of_known(doc: Annotated, head: int) -> bool:
    """Whether a phrase tells whose kin it is, of a person with a name ("a cousin of the president")."""
    noun = role_noun_at(doc, head)
    if noun is None or noun.noun.tie != "family":
        return False
    preposition = doc.child(head, "prep")
    whose = doc.child(head, "poss") if preposition is None else doc.child(preposition, "pobj")
    return whose is not None and is_known_person(doc, whose)


def is_known_company(doc: Annotated, head: int, found: TieVerb) -> bool:
    """Whether "the firm", of which was told, is owned."""
    mention = mention_of(doc, head)
    definite = any(doc.tokens[c].lower in ("the", "this", "that", "its") for c in doc.children[head])
    return found.tie == "owner" and mention is not None and mention.schema == "Company" and definite


def any_person(doc: Annotated, *heads: int) -> bool:
    """Whether one of two parties is a person: a bank that is close to a hotel is only near it."""
    return any(mention is not None and mention.schema == "Person" for mention in (mention_of(doc, h) for h in heads))


def is_held_ground(doc: Annotated, word: str, first: int) -> bool:
    """Whether what somebody is told to control is no body: who controls a crossing or a meeting owns neither."""
    mention = mention_of(doc, named(doc, first))
    return word == "control" and (mention is None or mention.schema not in ("Company", "Organization"))


def is_passive(doc: Annotated, verb: int) -> bool:
    """Whether the verb is passive or a participle after its noun."""
    token = doc.tokens[verb]
    if token.tag == "JJ":
        return True
    if token.tag != "VBN":
        return False
    deps = {doc.tokens[c].dep for c in doc.children[verb]}
    return bool(deps & {"auxpass", "nsubjpass"}) or (
        token.dep in ("acl", "advcl", "conj", "ROOT", "amod", "relcl") and "aux" not in deps
    )


def lemma_with_particle(doc: Annotated, verb: int) -> str:
    """The verb's lemma, with its particle where it has one ("make_up")."""
    particle = doc.child(verb, "prt")
    lemma = doc.tokens[verb].lemma
    return lemma if particle is None else f"{lemma}_{doc.tokens[particle].lower}"


def links(doc: Annotated, verb: int) -> Iterator[tuple[str, int]]:
    """(link, head) of each further party of the verb: its object, and what its prepositions govern."""
    for child in doc.children[verb]:
        token = doc.tokens[child]
        if token.dep in ("dobj", "oprd", "attr"):
            yield "object", child
        elif token.dep in ("prep", "agent"):
            for target in doc.children[child]:
                if doc.tokens[target].lower == "exile":  # "lives in exile in Tarvik"
                    yield from links(doc, target)
                elif doc.tokens[target].dep == "pobj":
                    yield token.lower, target


def first_party(doc: Annotated, verb: int, passive: bool) -> int | None:
    """The grammatical subject of the verb, or the noun that its participle modifies."""
    token = doc.tokens[verb]
    if passive and token.dep in ("acl", "amod"):
        return token.head
    if token.dep == "acomp":
        return subject_of(doc, token.head)
    return subject_of(doc, verb)


def may_be_first(doc: Annotated, first: int, found: TieVerb) -> bool:
    """Whether `first` may be the grammatical subject: a body or person, not a thing that is merely funded or led."""
    mention = mention_of(doc, first)
    if found.tie == "member" and found.first == "object":  # a group and what it is made up of
        return mention is not None and mention.schema in BODIES and mention.schema != "Address"
    if found.tie == "alias":
        return mention is not None or doc.tokens[first].pos in ("NOUN", "PROPN")
    if found.tie == "located":
        return is_told_by_name(doc, first) or (mention is not None and mention.schema in (*BODIES, "Person"))
    if found.tie in ("member", "leader"):
        return mention is not None or doc.tokens[first].pos in ("NOUN", "PROPN")
    if doc.tokens[first].lemma in tie_words("troops") and found.tie == "ally" and found.complement == "any":
        return True
    if found.tie == "owner":
        if mention is None:
            is_thing = doc.tokens[first].pos in ("NOUN", "PROPN") and doc.tokens[first].lemma not in tie_words("share")
            return found.first == "object" and is_thing
        return mention.schema in (OWNED if found.first == "object" else (*BODIES, "Person"))
    return mention is not None and mention.schema in (*BODIES, "Person") and is_told_by_name(doc, first)


def fits(doc: Annotated, other: int, found: TieVerb) -> bool:
    """Whether `other` may be the second party of the verb."""
    mention = mention_of(doc, other)
    if found.tie == "alias":
        return doc.tokens[other].pos == "PROPN" or (mention is not None and mention.form == "name")
    if mention is None and found.complement == "place":
        return doc.tokens[other].pos == "PROPN"
    if mention is None:
        return may_fit_unmarked(doc, other, found)
    if mention.form == "pronoun" and mention.entity is None:
        return False
    if found.tie == "leader" and mention.schema == "LegalEntity" and doc.tokens[other].tag == "NNPS":
        return False  # a people leads nobody
    if found.complement == "place":
        return mention.form == "name" and mention.schema != "Person"
    if found.complement == "person":
        return mention.schema == "Person"
    if found.complement == "group":
        return mention.schema in ("Person", "Organization", "Company")
    if found.tie == "member" and found.first == "object":
        return mention.schema in ("Person", "Organization", "LegalEntity", "Company") and mention.form != "pronoun"
    return found.complement == "any" or mention.schema in BODIES


def may_fit_unmarked(doc: Annotated, other: int, found: TieVerb) -> bool:
    """Whether a phrase that is no mention may be the second party: a fund that owns, an office of a named body."""
    token = doc.tokens[other]
    if found.tie == "owner":
        return found.first == "object" and token.lemma in tie_words("fund")
    if found.tie != "leader" or found.first != "subject" or token.pos != "NOUN":
        return False
    owner = doc.child(other, "poss")
    return token.lemma in tie_words("office") and (owner in doc.name_over if owner is not None else False)


def draft(doc: Annotated, verb: int, found: TieVerb, first: int, other: int) -> Draft | None:
    """The draft with `first` and `other` in the parts that the verb gives them."""
    if not any(is_told(doc, each, found) for each in (first, other)):
        return None
    second = "object" if found.first == "subject" else "subject"
    roles: list[Role] = []
    for name, heads in ((found.first, (first,)), (second, conjuncts(doc, other))):
        for head in heads:
            told = reference(doc, head)
            mention = doc.mention_at.get(head)
            if mention is not None and doc.tokens[verb].head == head:  # "fighters" of "fighters loyal to Ada Ilves"
                told = Reference(mention.span, told.entity)
            roles.append(Role("subject" if name == "subject" else "object", told.span, told.entity))
    if roles[0].span == roles[1].span:
        return None
    particle = doc.child(verb, "prt")
    last = verb + 1 if particle != verb + 1 else particle + 1
    return Draft(verb, doc.span(verb, last), "tie", tie=found.tie, roles=tuple(roles), confidence=0.65)
