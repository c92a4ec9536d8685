"""Who bears a role noun: the name after a title, the phrase it is apposed to, the subject of its copula.

In: an annotated report and a role noun in it. Out: the places of the tokens that head the bearers.
"""

from reportedly.extract.phrases import mention_of
from reportedly.extract.ties.words import Found, RoleNoun, role_noun_at, tie_words
from reportedly.model import Annotated, Mention

NAMED = frozenset({"Organization", "Company"})
NEARBY = 5
"""Tokens, or steps up the tree, within which a title's bearer is looked for."""

LOOK_BACK = 12
"""Tokens before a noun in which the body it tells of may stand."""

LONGEST_PORTFOLIO = 7
"""Tokens of the longest portfolio between a minister's title and name ("minister of trade and industry")."""

CLOSING = frozenset({",", ".", ";", ":", ")", "-", "–", "—", "!", "?", "”", '"', "(", "’"})
"""Marks that end an apposition."""

BODIES_OF_STATE = frozenset({"PublicBody", "Organization"})

GENERIC = frozenset({"you", "one", "anyone", "anybody", "everyone", "whoever"})


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


def may_bear(doc: Annotated, head: int, noun: RoleNoun) -> bool:
    """Whether a phrase may bear the noun: no time, and for kinship no body or event."""
    token = doc.tokens[head]
    if token.pos == "NUM" or token.lower in GENERIC or any(t.first <= head < t.last for t in doc.times):
        return False
    mention = mention_of(doc, head)
    return mention is None or noun.tie != "family" or mention.schema in ("Person", "LegalEntity", "Organization")


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


def name_after(doc: Annotated, found: Found) -> int | None:
    """The head of the name that the noun stands before as a title ("chief Ada Ilves", "chief, Lt. Ada Ilves")."""
    over = doc.name_over.get(found.head)
    if over is not None and over.last > found.last and bears(over, found.noun):
        return over.head
    place, stop = found.last, min(found.last + NEARBY, doc.sentences[doc.tokens[found.head].sentence].last)
    comma = False
    while place < stop:
        name = doc.name_over.get(place)
        if name is not None and name.first >= found.last - 1 and role_noun_at(doc, place) is None:
            fits = bears(name, found.noun) and (not comma or may_be_apposed(doc, name, found))
            return name.head if fits and not is_person_owned(name, found) else None
        token = doc.tokens[place]
        if token.text == "," and not comma and found.noun.side in ("bearer", "reversed"):
            comma = True
        elif token.text not in (".", "-", "--", "“", '"') and token.pos != "PROPN" and role_noun_at(doc, place) is None:
            return None
        place += 1
    return unmarked_name(doc, found)


def may_be_apposed(doc: Annotated, name: Mention, found: Found) -> bool:
    """Whether a name after a comma is that of the person, firm or subsidiary that the noun tells of.

    Without a mark behind it the name of a firm begins the main clause: "after the sale of his firm, Gull Partners
    closed".
    """
    if found.noun.side != "reversed":
        return name.schema == "Person"
    return name.schema in ("Person", "Company", *NAMED, "Thing") and is_closed(doc, name)


def is_person_owned(name: Mention, found: Found) -> bool:
    """Whether the noun would make a person owned: "his business partner, Ada Ilves"."""
    return name.schema == "Person" and found.noun.side == "reversed" and found.noun.tie == "owner"


def is_closed(doc: Annotated, name: Mention) -> bool:
    """Whether a mark ends a name that a comma opened, or the sentence ends there."""
    end = doc.sentences[doc.tokens[name.head].sentence].last
    return name.last >= end or doc.tokens[name.last].text in CLOSING


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


def name_over_title(doc: Annotated, found: Found) -> int | None:
    """The head of the person's name that the parser hangs the title on, or None."""
    place = found.head
    for _ in range(NEARBY):
        token = doc.tokens[place]
        if token.dep not in ("compound", "nmod"):
            return None
        place = token.head
        name = doc.name_over.get(place)
        if name is not None and place > found.head:
            return name.head if name.schema == "Person" and found.noun.side in ("bearer", "seat") else None
    return None


def name_after_complement(doc: Annotated, found: Found, complements: tuple[int, ...]) -> int | None:
    """The person in "the head of the Northern Bank, Ada Ilves, said" or "Aral's minister of trade Ada Ilves"."""
    if not complements:
        return None
    if complements[0] < found.head:
        posted = name_after_post(doc, found)
        return name_after_portfolio(doc, found) if posted is None else posted
    name = doc.name_over.get(complements[0])
    after = name.last if name is not None else complements[0] + 1
    if after + 1 >= len(doc.tokens) or doc.tokens[after].text != ",":
        return None
    person = doc.name_over.get(after + 1)
    return person.head if person is not None and person.schema == "Person" else None


def name_after_post(doc: Annotated, found: Found) -> int | None:
    """The person in "the guild's representative in Tarvik, Ada Ilves, said", or None."""
    if found.last + 1 >= len(doc.tokens) or doc.tokens[found.last].lower not in ("in", "to", "for", "at"):
        return None
    start = found.last + 2 if doc.tokens[found.last + 1].pos == "DET" else found.last + 1
    post = doc.name_over.get(start)
    if post is None or post.last + 1 >= len(doc.tokens) or doc.tokens[post.last].text != ",":
        return None
    person = doc.name_over.get(post.last + 1)
    is_person = person is not None and person.schema == "Person" and is_closed(doc, person)
    return person.head if person is not None and is_person else None


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


def first_title(doc: Annotated, head: int) -> int:
    """The first of coordinated titles ("leader and founder"), or the "one" of "one of its leaders"; else `head`."""
    for _ in range(NEARBY):
        token = doc.tokens[head]
        above = doc.tokens[token.head]
        if token.dep == "conj" and role_noun_at(doc, above.i) is not None:
            head = above.i
        elif token.dep == "pobj" and above.lower == "of" and doc.tokens[above.head].lower == "one":
            head = above.head
        else:
            break
    return head


def told_of(doc: Annotated, head: int) -> int | None:
    """Of whom the noun is said: its apposed head, the subject of its copula, what "as" refers to; None if nobody."""
    head = first_title(doc, head)
    token = doc.tokens[head]
    if token.dep == "appos":
        return token.head
    apposed = doc.child(head, "appos")
    if apposed is not None and mention_of(doc, apposed) is not None:
        return apposed
    if token.dep in ("attr", "oprd") and doc.tokens[token.head].lemma in tie_words("copula"):
        return subject_of(doc, token.head)
    if token.dep == "nsubj" and doc.tokens[token.head].lemma == "be":
        return person_that_it_is(doc, token.head)
    preposition = doc.tokens[token.head]
    above = preposition.head
    if token.dep == "pobj" and preposition.lower == "as":
        return told_by_as(doc, above)
    if token.dep == "pobj" and preposition.lower == "in" and token.lower == "charge":
        return above if doc.tokens[above].pos in ("NOUN", "PROPN") else subject_of(doc, above)
    return None


def person_that_it_is(doc: Annotated, be: int) -> int | None:
    """The person named after "is" ("the leader of the guild is Ada Ilves", "is her cousin, Ada Ilves"), or None."""
    told = doc.child(be, "attr")
    modal = doc.child(be, "aux")
    if told is None or doc.child(be, "neg") is not None or (modal is not None and doc.tokens[modal].tag == "MD"):
        return None
    for head in (told, doc.child(told, "appos")):
        name = None if head is None else doc.name_over.get(head)
        if name is not None and name.schema == "Person":
            return name.head
    return None


def told_by_as(doc: Annotated, verb: int) -> int | None:
    """Of whom "as ..." after `verb` is said."""
    token = doc.tokens[verb]
    if token.lemma in tie_words("as object"):
        if token.dep == "acl":
            return token.head
        regarded = doc.child(verb, "nsubjpass", "dobj")
        relative = regarded is None or doc.tokens[regarded].tag in ("WDT", "WP")
        return token.head if token.dep == "relcl" and relative else regarded
    return subject_of(doc, verb)


def subject_of(doc: Annotated, verb: int) -> int | None:
    """The subject of a verb: its own, the noun its relative clause modifies, or that of the verb that governs it."""
    for _ in range(NEARBY):
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


def stands_alone(doc: Annotated, found: Found, complements: tuple[int, ...]) -> bool:
    """Whether the phrase itself may stand as bearer: singular or counted, bound to a named body."""
    if found.noun.side not in ("bearer", "seat"):
        return False
    token = doc.tokens[found.head]
    if token.dep in ("compound", "amod", "poss", "nmod") or token.pos == "PROPN":
        return False
    if found.noun.tie == "family":
        return any(is_known_person(doc, each) for each in complements)
    if found.noun.tie not in ("member", "leader", "represents"):
        return False
    determiners = {doc.tokens[c].lower for c in doc.children[found.head] if doc.tokens[c].dep in ("det", "nummod")}
    counted = any(doc.tokens[c].dep == "nummod" for c in doc.children[found.head])
    return any(is_named_body(doc, each, found) for each in complements) and (
        counted or bool(determiners & {"a", "an", "the"})
    )


def is_known_person(doc: Annotated, head: int) -> bool:
    """Whether a phrase that is no pronoun means a person with a name: whose kin is told of without one."""
    mention = mention_of(doc, head)
    return (
        mention is not None
        and mention.form != "pronoun"
        and mention.entity is not None
        and doc.entities[mention.entity].schema == "Person"
    )


def is_named_body(doc: Annotated, head: int, found: Found) -> bool:
    """Whether a phrase names a body, or tells of one by its country's name ("the Dravian presidency")."""
    mention = mention_of(doc, head)
    if mention is None:
        return False
    if mention.form == "name":
        return mention.schema == "Organization" or found.noun.tie == "represents"
    country = any(c in doc.name_over for c in doc.children[head] if doc.tokens[c].dep in ("amod", "compound", "poss"))
    return mention.form == "description" and mention.schema in BODIES_OF_STATE and country


def is_told_by_name(doc: Annotated, head: int) -> bool:
    """Whether a phrase is a name or means a named entity."""
    mention = mention_of(doc, head)
    return (
        doc.tokens[head].pos == "PROPN"
        if mention is None
        else mention.form != "description" or mention.entity is not None
    )


def is_known(doc: Annotated, head: int) -> bool:
    """Whether a phrase is a name or means a named entity, pronouns included."""
    mention = mention_of(doc, head)
    return is_told_by_name(doc, head) and (mention is None or mention.form != "pronoun" or mention.entity is not None)


def is_body_name(name: Mention) -> bool:
    """Whether a name is that of an organisation, or of a public body that is no country (three words and more)."""
    return (
        name.form == "description"
        or name.schema in NAMED
        or (name.schema == "PublicBody" and name.last - name.first > 2)
    )
