"""Ties that a noun says: a title before a name, an apposition, a possessive, a copula.

In: an annotated report and a role noun in it. Out: drafts of ties with subject and object.
"""

from typing import NamedTuple

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import conjuncts, is_person, mention_of, reference
from reportedly.extract.ties.bearers import (
    LOOK_BACK,
    bearers_of,
    is_body_name,
    is_closed,
    is_known,
    is_told_by_name,
    may_bear,
    name_after,
    subject_of,
    told_of,
)
from reportedly.extract.ties.bodies import complements_of, is_place, name_before, owner_before
from reportedly.extract.ties.naming import named
from reportedly.extract.ties.words import Found, tie_verbs, tie_words
from reportedly.model import Annotated, Mention, Reference, Role, Span, TieType

SITING = ("in", "at", "near", "outside", "inside", "around")
"""Prepositions between a body's seat and its place."""

SHELTERED = frozenset({"displacement", "displaced", "refugee", "refugees", "idp", "transit", "summer", "holiday"})
"""Words before a camp that is nobody's seat."""

ITS = frozenset({"Organization", "Company", "PublicBody", "LegalEntity"})
"""What "its" may stand for before a founder, leader or member."""

OWNING = frozenset({"Company", "Organization"})
PLACES = frozenset({"Address", "LegalEntity", "Thing"})


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


def tie_of(doc: Annotated, found: Found, objects: tuple[int, ...]) -> TieType:
    """The tie: the noun's own, but for a seat in a parliament that is named by its place."""
    if found.noun.side == "seat" and any(is_place(doc, each) for each in objects):
        return "represents"
    if is_one_director(doc, found):
        return "member"
    is_of_person = found.noun.complement == "any" and any(is_person(doc, each) for each in objects)
    if found.noun.tie == "leader" and (is_deputy(doc, found) or is_of_person):
        return "member"
    if found.noun.complement == "state" and any(is_ministry(doc, each) for each in objects):
        return "leader"
    return found.noun.tie


def is_one_director(doc: Annotated, found: Found) -> bool:
    """Whether the title is that of one of several ("a director of the bank"), who leads no more than the others."""
    articles = (doc.tokens[c].lower for c in doc.children[found.head] if doc.tokens[c].dep == "det")
    return doc.tokens[found.head].lower == "director" and found.first == found.head and "a" in articles


def is_somebodys_boss(doc: Annotated, found: Found, objects: tuple[int, ...]) -> bool:
    """Whether the noun tells who leads one person and no body: "her boss"."""
    if found.noun.tie != "leader" or found.noun.complement == "any":
        return False
    return any(doc.tokens[each].lower in ("his", "her", "my") for each in objects)


def is_deputy(doc: Annotated, found: Found) -> bool:
    """Whether the title is qualified as that of a deputy ("first deputy prime minister", "vice chancellor")."""
    before = [doc.tokens[i].lower for i in range(max(0, found.first - 2), found.first + 1)]
    return any(word in tie_words("deputy") for word in before)


def is_ministry(doc: Annotated, head: int) -> bool:
    """Whether a minister's complement is the ministry and not the country."""
    mention = mention_of(doc, head)
    return mention is None or mention.schema == "Organization"


def tie_draft(doc: Annotated, found: Found, subjects: tuple[int, ...], objects: tuple[int, ...]) -> Draft | None:
    """A draft with these parties; None where the two are the same or neither is named."""
    subjects, objects = tuple(named(doc, s) for s in subjects), tuple(named(doc, o) for o in objects)
    known = is_known if found.noun.tie == "family" else is_told_by_name
    if not any(known(doc, each) for each in (*subjects, *objects)) or is_somebodys_boss(doc, found, objects):
        return None
    tie = tie_of(doc, found, objects)
    roles: list[Role] = []
    for name, heads in (("subject", subjects), ("object", objects)):
        for head in heads:
            told = own_reference(doc, head) if head == found.head else reference(doc, body_led(doc, head))
            if any(told.span == role.span or (told.entity and told.entity == role.entity) for role in roles):
                continue
            span = told.span if head == found.head else before_trigger(told.span, doc.tokens[found.first].start)
            roles.append(Role("subject" if name == "subject" else "object", span, told.entity))
    if len({role.role for role in roles}) < 2:
        return None
    return Draft(found.head, doc.span(found.first, found.last), "tie", tie=tie, roles=tuple(roles), confidence=0.7)


def body_led(doc: Annotated, head: int) -> int:
    """The body that "its" means in "Ilves leads the guild since the death of its founder", taken for Ilves before.

    Who leads a body is a person, and no person is "it". `head` itself for other words.
    """
    pronoun = doc.mention_at.get(head)
    if doc.tokens[head].lower != "its" or pronoun is None or pronoun.entity is None:
        return head
    for place in range(head - 1, max(doc.sentences[doc.tokens[head].sentence].first, head - LOOK_BACK) - 1, -1):
        mention = doc.mention_at.get(place)
        if mention is None or mention.form == "pronoun" or mention.schema not in ITS:
            continue
        verb = doc.tokens[doc.tokens[place].head]
        led = tie_verbs().get((verb.lemma, "active", "object"))
        subject = None if led is None or led.tie != "leader" else subject_of(doc, verb.i)
        leader = None if subject is None else mention_of(doc, subject)
        return place if leader is not None and leader.entity == pronoun.entity else head
    return head


def before_trigger(span: Span, trigger: int) -> Span:
    """The part of a name before the title that the name was taken to end with ("PNL MP"), else the whole."""
    return Span(span.start, trigger - 1) if span.start < trigger - 1 and trigger < span.end else span


def own_reference(doc: Annotated, head: int) -> Reference:
    """The described bearer without what it is bound to ("two officers" of "two officers from the Northern Command")."""
    mention = doc.mention_at.get(head)
    return reference(doc, head) if mention is None else Reference(mention.span, reference(doc, head).entity)


def borne(doc: Annotated, found: Found) -> Parties:
    """Who bears the noun, and whose or of what it is."""
    complements = complements_of(doc, found)
    bearers = bearers_of(doc, found, complements)
    if not complements and len(bearers) > 1 and doc.tokens[found.head].lemma.lower() in tie_words("mutual"):
        return Parties(bearers[:1], bearers[1:])
    if not complements and found.noun.tie == "ally" and doc.tokens[found.head].tag == "NNS" and bearers:
        both = conjuncts(doc, bearers[0])
        return Parties(both[:1], both[1:])
    bearers = tuple(b for b in bearers if may_bear(doc, b, found.noun) and not begins_clause(doc, b, found))
    if found.noun.side == "reversed" and found.noun.tie == "owner":
        if is_employer(doc, found):
            return Parties((), ())
        parents = (parent_of(doc, each, found) for each in complements)
        complements = tuple(each for each in parents if each is not None and may_have_firm(doc, each, found))
    return Parties(bearers, tuple(c for c in complements if c not in bearers))


def may_have_firm(doc: Annotated, head: int, found: Found) -> bool:
    """Whether a phrase may own what the noun tells of: a firm is a person's, not that of "the Dravian firm"."""
    return found.noun.complement != "person" or doc.tokens[head].tag == "PRP$" or is_person(doc, head)


def begins_clause(doc: Annotated, bearer: int, found: Found) -> bool:
    """Whether a name behind a comma begins the main clause without an apposition: "like her son, Ada Ilves fled"."""
    name = doc.name_over.get(bearer)
    if name is None or name.first <= found.last or doc.tokens[name.first - 1].text != "," or is_closed(doc, name):
        return False
    is_subject = doc.tokens[name.head].dep in ("nsubj", "nsubjpass")
    return is_subject or doc.tokens[name.last].pos in ("VERB", "AUX", "ADV", "PART")


def is_employer(doc: Annotated, found: Found) -> bool:
    """Whether somebody leaves, joins or sues the company, as one who only works there does: "quit her company"."""
    above = doc.tokens[doc.tokens[found.head].head]
    verb = doc.tokens[above.head] if above.dep == "prep" else above
    return verb.lemma in tie_words("employed")


def parent_of(doc: Annotated, complement: int, found: Found) -> int | None:
    """The company whose "Dubai subsidiary" it is: the only one that the sentence names before; None if there are more.

    `complement` itself where the word before is no place, or no company is named.
    """
    place = doc.name_over.get(complement)
    if place is None or place.schema not in ("Address", "PublicBody", "LegalEntity") or place.last != found.first:
        return complement
    start = doc.sentences[doc.tokens[complement].sentence].first
    names = (doc.name_over.get(i) for i in range(start, place.first))
    owners = {name.head for name in names if name is not None and name.schema in OWNING}
    if len(owners) > 1:
        return None
    return owners.pop() if owners else complement


def site(doc: Annotated, found: Found) -> Parties:
    """Whose capital, base or office it is, and where: "its base in Aral", "the group's stronghold, Aral"."""
    if doc.tokens[found.first - 1].lower in SHELTERED:
        return Parties((), ())
    owner = name_before(doc, found)
    if owner is not None and is_own_name(doc, owner):
        owner = None
    place: int | None = None
    if owner is not None and (mention := mention_of(doc, owner)) is not None and mention.schema == "Address":
        place, owner = owner, owner_before(doc, mention)
    for child in doc.children[found.head]:
        token = doc.tokens[child]
        if token.dep != "prep":
            continue
        target = doc.child(child, "pobj")
        if target is None or token.lower not in (*SITING, "of"):
            continue
        if token.lower == "of" and owner is None:
            owner = target
        elif may_be_place(doc, target) and place is None:
            place = target
    if place is None and owner is not None:
        place = place_after(doc, owner)
    if place is None:
        told = name_after(doc, found)
        told = told if told is not None else told_of(doc, found.head)
        told = told if told is not None else name_before_comma(doc, found)
        place = told if told is not None and is_no_person(doc, told) else place_of_verb(doc, found)
    mention = None if owner is None else mention_of(doc, owner)
    if owner is None or place is None or mention is None or is_state(mention):
        return Parties((), ())
    return Parties((owner,), (place,))


def is_own_name(doc: Annotated, before: int) -> bool:
    """Whether the name before a camp or base is no owner's but its own ("the al-Dorra camp"), unlike a body's."""
    name = doc.name_over.get(before)
    if name is None or name.schema not in ("Person", "Thing"):
        return False
    return name.last >= len(doc.tokens) or doc.tokens[name.last].tag != "POS"


def place_after(doc: Annotated, owner: int) -> int | None:
    """The place that the parser hung on the owner: "the headquarters of the union outside Aral"; or None."""
    for child in doc.children[owner]:
        target = doc.child(child, "pobj") if doc.tokens[child].lower in SITING else None
        if target is not None and child > owner and is_place(doc, target):
            return target
    return None


def name_before_comma(doc: Annotated, found: Found) -> int | None:
    """The place in "Tarvik, the group's stronghold, fell", where the parser saw no apposition; or None."""
    if found.last >= len(doc.tokens) or doc.tokens[found.last].text not in (",", ".", ")", "—", "–"):
        return None
    sentence = doc.sentences[doc.tokens[found.head].sentence]
    for place in range(found.first - 1, max(sentence.first, found.first - LOOK_BACK), -1):
        if doc.tokens[place].text == ",":
            name = doc.name_over.get(place - 1)
            return name.head if name is not None and name.schema == "Address" else None
    return None


def is_no_person(doc: Annotated, head: int) -> bool:
    """Whether `head` carries a name that is no person's."""
    mention = mention_of(doc, head)
    return doc.tokens[head].tag == "NNP" if mention is None else mention.form == "name" and mention.schema != "Person"


def place_of_verb(doc: Annotated, found: Found) -> int | None:
    """The place in "opened an office in Tarvik", where the parser hangs it on the verb; or None."""
    verb = doc.tokens[found.head].head
    if doc.tokens[found.head].dep not in ("dobj", "nsubjpass") or verb == found.head:
        return None
    for child in doc.children[verb]:
        target = doc.child(child, "pobj") if doc.tokens[child].lower in ("in", "at", "near") else None
        if target is not None and child > found.head and is_place(doc, target):
            return target
    return None


def is_state(mention: Mention) -> bool:
    """Whether a mention is a country, region or nationality: where its capital is, is geography and no claim."""
    place = mention.schema in ("LegalEntity", "PublicBody", "Address")
    return place and mention.form == "name" and not is_body_name(mention)


def may_be_place(doc: Annotated, head: int) -> bool:
    """Whether `head` may name a place: any name but a person's or a known body's."""
    mention = mention_of(doc, head)
    return doc.tokens[head].tag == "NNP" if mention is None else mention.form == "name" and mention.schema in PLACES


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
            if holder is None or not is_known(doc, target):
                return Parties((), ())
            return Parties((holder,), (target,))
    holders = conjuncts(doc, holder) if (holder := holder_of(doc, found)) is not None else ()
    return Parties(holders[:1], holders[1:])


def holder_of(doc: Annotated, found: Found) -> int | None:
    """Who has the tie: the name in front of the noun, or the subject of the verb whose object it is."""
    before = name_before(doc, found)
    if before is not None:
        return before
    token = doc.tokens[found.head]
    if token.dep == "dobj" and doc.tokens[token.head].lemma not in tie_words("parting"):
        holder = subject_of(doc, token.head)
        return holder if holder is not None and mention_of(doc, holder) is not None else None
    return None
