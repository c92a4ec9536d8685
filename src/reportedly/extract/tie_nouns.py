"""Ties that a noun says: a title before a name, an apposition, a possessive, a copula.

In: an annotated report and a role noun in it. Out: drafts of ties with subject and object.
"""

from typing import NamedTuple

from reportedly.extract.draft import Draft
from reportedly.extract.phrases import conjuncts, mention_of, reference
from reportedly.extract.tie_lexicon import Found, RoleNoun, role_noun_at
from reportedly.model import Annotated, Mention, Reference, Role, Span, TieType, Token

COPULAS = frozenset({"be", "become", "remain", "stay", "serve", "act", "work", "consider", "name", "call", "make"})
AS_VERBS_OF_OBJECT = frozenset({
    "regard", "describe", "know", "name", "appoint", "see", "view", "consider", "identify", "recognise", "recognize",
    "designate", "elect", "treat", "use", "present", "portray", "label", "introduce", "position", "list",
})  # fmt: skip
"""Verbs whose "as" tells of their object, not of their subject."""

DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "under", "junior", "sub"})
PARTING = frozenset({"cut", "sever", "break", "end", "suspend", "lack", "downgrade", "freeze", "dissolve"})
"""Verbs that say a tie is no more; with them it is an event."""

BODIES = frozenset({"Organization", "Company", "PublicBody", "Address", "LegalEntity"})
PLACES = frozenset({"Address", "LegalEntity", "Thing"})
NAMED = frozenset({"Organization", "Company"})
ORIGINS = frozenset({"in", "at", "from", "on"})
"""Prepositions that, before a mere place, tell where someone is and not what he belongs to."""

CLOSE_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"})
LONGEST_MODIFIER = 5
LOOK_BACK = 12
"""Tokens before a noun in which the body it tells of may stand."""

LONGEST_PORTFOLIO = 7
"""Tokens of the longest portfolio between a minister's title and name ("minister of trade and industry")."""

GENERIC = frozenset({"you", "one", "anyone", "anybody", "everyone", "whoever"})
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


def tie_of(doc: Annotated, found: Found, objects: tuple[int, ...]) -> TieType:
    """The tie: the noun's own, but for a seat in a parliament that is named by its place."""
    if found.noun.side == "seat" and any(is_place(doc, each) for each in objects):
        return "represents"
    if found.noun.tie == "leader" and is_deputy(doc, found):
        return "member"
    if found.noun.complement == "state" and any(is_ministry(doc, each) for each in objects):
        return "leader"
    return found.noun.tie


def is_deputy(doc: Annotated, found: Found) -> bool:
    """Whether the title is qualified as that of a deputy ("first deputy prime minister", "vice chancellor")."""
    before = [doc.tokens[i].lower for i in range(max(0, found.first - 2), found.first + 1)]
    return any(word in DEPUTIES for word in before)


def is_ministry(doc: Annotated, head: int) -> bool:
    """Whether a minister's complement is the ministry and not the country."""
    mention = mention_of(doc, head)
    return mention is None or mention.schema == "Organization"


def is_told_by_name(doc: Annotated, head: int) -> bool:
    """Whether a phrase is a name or means a named entity."""
    mention = mention_of(doc, head)
    return (
        doc.tokens[head].pos == "PROPN"
        if mention is None
        else mention.form != "description" or mention.entity is not None
    )


def tie_draft(doc: Annotated, found: Found, subjects: tuple[int, ...], objects: tuple[int, ...]) -> Draft | None:
    """A draft with these parties; None where the two are the same or neither is named."""
    if not any(is_told_by_name(doc, each) for each in (*subjects, *objects)):
        return None
    tie = tie_of(doc, found, objects)
    roles: list[Role] = []
    for name, heads in (("subject", subjects), ("object", objects)):
        for head in heads:
            told = own_reference(doc, head) if head == found.head else reference(doc, head)
            if any(told.span == role.span or (told.entity and told.entity == role.entity) for role in roles):
                continue
            span = before_trigger(told.span, doc.tokens[found.first].start)
            roles.append(Role("subject" if name == "subject" else "object", span, told.entity))
    if len({role.role for role in roles}) < 2:
        return None
    return Draft(found.head, doc.span(found.first, found.last), "tie", tie=tie, roles=tuple(roles), confidence=0.7)


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
    if not complements and found.noun.tie == "ally" and doc.tokens[found.head].tag == "NNS" and bearers:
        both = conjuncts(doc, bearers[0])
        return Parties(both[:1], both[1:])
    bearers = tuple(b for b in bearers if may_bear(doc, b, found.noun))
    return Parties(bearers, tuple(c for c in complements if c not in bearers))


def may_bear(doc: Annotated, head: int, noun: RoleNoun) -> bool:
    """Whether a phrase may bear the noun: no time, and for kinship no body or event."""
    token = doc.tokens[head]
    if token.pos == "NUM" or token.lower in GENERIC or any(t.first <= head < t.last for t in doc.times):
        return False
    mention = mention_of(doc, head)
    return mention is None or noun.tie != "family" or mention.schema in ("Person", "LegalEntity", "Organization")


def bearers_of(doc: Annotated, found: Found, complements: tuple[int, ...]) -> tuple[int, ...]:
    """Who bears the noun: the name after it, else of whom it is said, else the phrase itself."""
    named = name_after(doc, found)
    if named is None:
        named = name_over_title(doc, found)
    if named is not None:
        return listed(doc, named, found)
    told = told_of(doc, found.head)
    if told is not None and found.noun.tie == "front":
        told = body_told_of(doc, told, found)
    if told is None:
        told = name_after_complement(doc, found, complements)
    if told is not None:
        return listed(doc, told, found)
    return (found.head,) if stands_alone(doc, found, complements) else ()


def listed(doc: Annotated, head: int, found: Found) -> tuple[int, ...]:
    """`head`, and the names that follow it in a list where the noun is plural."""
    name = doc.name_over.get(head)
    if doc.tokens[found.head].tag not in ("NNS", "NNPS") or name is None:
        return (head,)
    members = [name.head]
    stop = doc.sentences[doc.tokens[head].sentence].last
    place = name.last
    while place < stop and doc.tokens[place].lower in (",", "and", "&", ";"):
        following = doc.name_over.get(place + 1)
        if following is not None and following.schema == name.schema:
            members.append(following.head)
            place = following.last
        else:
            place += 1
    return tuple(members)


def name_over_title(doc: Annotated, found: Found) -> int | None:
    """The head of the person's name that the parser hangs the title on, or None."""
    place = found.head
    for _ in range(LONGEST_MODIFIER):
        token = doc.tokens[place]
        if token.dep not in ("compound", "nmod"):
            return None
        place = token.head
        name = doc.name_over.get(place)
        if name is not None and place > found.head:
            return name.head if name.schema == "Person" and found.noun.side in ("bearer", "seat") else None
    return None


def body_told_of(doc: Annotated, told: int, found: Found) -> int | None:
    """`told`, or where the parser gave a person, the body named last before the noun: no person is a front."""
    mention = mention_of(doc, told)
    if mention is None or mention.schema != "Person":
        return told
    for place in range(found.first - 1, max(-1, found.first - LOOK_BACK), -1):
        name = doc.name_over.get(place)
        if name is not None and name.schema in ("Organization", "Company", "PublicBody"):
            return name.head
    return None


def name_after_complement(doc: Annotated, found: Found, complements: tuple[int, ...]) -> int | None:
    """The person in "the head of the Northern Bank, Ada Ilves, said" or "Aral's minister of trade Ada Ilves"."""
    if not complements:
        return None
    if complements[0] < found.head:
        return name_after_portfolio(doc, found)
    name = doc.name_over.get(complements[0])
    after = name.last if name is not None else complements[0] + 1
    if after + 1 >= len(doc.tokens) or doc.tokens[after].text != ",":
        return None
    person = doc.name_over.get(after + 1)
    return person.head if person is not None and person.schema == "Person" else None


def name_after_portfolio(doc: Annotated, found: Found) -> int | None:
    """The person named after a title and its portfolio ("minister of trade and industry Ada Ilves"), or None."""
    if found.last + 1 >= len(doc.tokens) or doc.tokens[found.last].lower not in ("of", "for"):
        return None
    stop = min(found.last + LONGEST_PORTFOLIO, doc.sentences[doc.tokens[found.head].sentence].last)
    for place in range(found.last + 1, stop):
        name = doc.name_over.get(place)
        if name is not None and name.schema == "Person":
            return name.head if place > found.last + 1 else None
        if doc.tokens[place].pos not in ("NOUN", "PROPN", "ADJ", "CCONJ", "DET"):
            return None
    return None


def name_after(doc: Annotated, found: Found) -> int | None:
    """The head of the name that the noun stands before as a title ("chief Ada Ilves", "chief, Lt. Ada Ilves")."""
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
        if token.text == "," and not comma and found.noun.side == "bearer":
            comma = True
        elif token.text not in (".", "-", "--", "“", '"') and token.pos != "PROPN" and role_noun_at(doc, place) is None:
            return None
        place += 1
    return unmarked_name(doc, found)


def unmarked_name(doc: Annotated, found: Found) -> int | None:
    """The last of the proper nouns right after a title, where no name was found there."""
    place = last = found.last
    while place < len(doc.tokens) and doc.tokens[place].tag == "NNP" and role_noun_at(doc, place) is None:
        last = place
        place += 1
    return last if place > found.last and last not in doc.name_over else None


def bears(name: Mention, noun: RoleNoun) -> bool:
    """Whether a name may bear the noun: persons bear titles, bodies and places do not."""
    if noun.tie == "located":
        return name.schema not in ("Person", "Event")
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
    if token.dep != "pobj":
        return None
    preposition = doc.tokens[token.head]
    above = preposition.head
    if preposition.lower == "as":
        return told_by_as(doc, above)
    if preposition.lower == "of" and doc.tokens[above].lower == "one":
        return told_of(doc, above)
    if preposition.lower == "in" and token.lower == "charge":
        return above if doc.tokens[above].pos in ("NOUN", "PROPN") else subject_of(doc, above)
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
        own = doc.child(verb, "nsubj", "nsubjpass", "expl")
        token = doc.tokens[verb]
        if own is not None and token.lemma == "be" and doc.tokens[own].lower in ("there", "it"):
            return None
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
    if found.noun.tie not in ("member", "leader", "represents") or found.noun.side not in ("bearer", "seat"):
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


def is_body_name(name: Mention) -> bool:
    """Whether a name is that of an organisation, or of a public body that is no country (three words and more)."""
    return name.schema in NAMED or (name.schema == "PublicBody" and name.last - name.first > 2)


def complements_of(doc: Annotated, found: Found) -> tuple[int, ...]:
    """Of whom or what the bearer is the noun: a possessor, an "of" phrase, a name in front, a body after a comma."""
    before = None if doc.tokens[found.first].lower == "in" else name_before(doc, found)
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
    if body is None:
        body = body_of_name(doc, found)
    return () if body is None else (body,)


def body_of_name(doc: Annotated, found: Found) -> int | None:
    """The body in "Secretary Ada Ilves of the Northern League": the "of" phrase of the name after the title."""
    named = name_after(doc, found)
    preposition = None if named is None else doc.child(named, "prep")
    if preposition is None or doc.tokens[preposition].lower not in ("of", "from"):
        return None
    target = doc.child(preposition, "pobj")
    if target is None or (mention := mention_of(doc, target)) is None:
        return None
    return target if mention.form == "name" and mention.schema in ("Organization", "Company", "PublicBody") else None


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
        if role_noun_at(doc, place) is not None and token.tag != "POS":
            return None
        if token.lower in POSSESSIVES or is_unmarked_body(doc, place, found):
            return place
        if token.tag == "POS":
            return possessor(doc, place)
        if token.text not in ("-", ")") and (token.pos not in CLOSE_MODIFIERS or is_clause_verb(token)):
            return None
        place -= 1
    return None


def is_clause_verb(token: Token) -> bool:
    """Whether a verb before a noun is no mere modifier of it."""
    return token.pos == "VERB" and token.dep not in ("amod", "compound")


def is_unmarked_body(doc: Annotated, place: int, found: Found) -> bool:
    """Whether the proper noun right before the title is the body it belongs to, though no name was found there."""
    token = doc.tokens[place]
    sentence = doc.sentences[token.sentence]
    return (
        place == found.first - 1
        and token.tag == "NNP"
        and found.noun.complement in ("body", "any")
        and (place != sentence.first or token.text.isupper())
        and not sentence.headline
        and role_noun_at(doc, place) is None
    )


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
        return token.tag == "NNP" and (mention is None or mention.schema != "Person")
    if mention is None:
        return (
            noun.complement != "state"
            and (preposition == "of" or token.tag == "NNP")
            and token.pos in ("NOUN", "PROPN")
        )
    if noun.complement == "state":
        ministry = mention.schema == "Organization" and mention.form == "name"
        return ministry or mention.schema in ("PublicBody", "LegalEntity") or mention.form == "pronoun"
    if noun.complement == "organisation" and not is_organisation(mention, preposition):
        return False
    if mention.schema == "PublicBody" and preposition in ORIGINS and not is_body_name(mention):
        return False
    if mention.schema == "Address" and (preposition in ORIGINS or (noun.tie == "member" and noun.side != "seat")):
        return False
    return noun.complement == "any" or mention.schema in BODIES or mention.form == "pronoun"


def is_organisation(mention: Mention, preposition: str | None) -> bool:
    """Whether a mention is that of a body other than a country: "member of Parliament", not "French painter"."""
    if mention.form == "pronoun":
        return mention.schema != "Person"
    if mention.schema == "PublicBody":
        return preposition == "of" or is_body_name(mention)
    return mention.schema in ("Organization", "Company") or (mention.schema == "LegalEntity" and preposition == "of")


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
        if target is None or token.lower not in ("in", "at", "near", "of"):
            continue
        if token.lower == "of" and owner is None:
            owner = target
        elif may_be_place(doc, target) and place is None:
            place = target
    if place is None:
        told = name_after(doc, found)
        told = told if told is not None else told_of(doc, found.head)
        place = told if told is not None and is_no_person(doc, told) else place_of_verb(doc, found)
    mention = None if owner is None else mention_of(doc, owner)
    if owner is None or place is None or mention is None or is_state(mention):
        return Parties((), ())
    return Parties((owner,), (place,))


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
    """Whether a mention is a country or a nationality: where its capital is, is geography and no claim."""
    return mention.schema in ("LegalEntity", "PublicBody") and mention.form == "name" and not is_body_name(mention)


def owner_before(doc: Annotated, place: Mention) -> int | None:
    """The possessor in front of a place name ("the group's Aral headquarters"), or None."""
    before = place.first - 1
    return possessor(doc, before) if before > 0 and doc.tokens[before].tag == "POS" else None


def is_place(doc: Annotated, head: int) -> bool:
    """Whether `head` carries the name of a place."""
    mention = mention_of(doc, head)
    return mention is not None and mention.schema == "Address"


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
            if holder is None or not is_told_by_name(doc, target):
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
    if token.dep == "dobj" and doc.tokens[token.head].lemma not in PARTING:
        holder = subject_of(doc, token.head)
        return holder if holder is not None and mention_of(doc, holder) is not None else None
    return None
