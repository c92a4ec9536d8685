"""Of whom or what a role noun is said: a possessor, an "of" phrase, a name in front of it, a body after a comma.

In: an annotated report and a role noun in it. Out: the place of the token that heads the complement.
"""

from collections.abc import Iterator

from reportedly.extract.phrases import mention_of
from reportedly.extract.ties.bearers import is_body_name, name_after
from reportedly.extract.ties.words import Found, RoleNoun, role_noun_at, tie_words
from reportedly.model import Annotated, Mention, Token

HELD_REACH = 5
"""Tokens behind a counted noun in which it may stand that they are held, dead or under treatment."""

BODIES = frozenset({"Organization", "Company", "PublicBody", "Address", "LegalEntity"})
ORIGINS = frozenset({"in", "at", "from", "on"})
"""Prepositions that, before a mere place, tell where someone is and not what he belongs to."""

CLOSE_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"})
LONGEST_MODIFIER = 5
"""Tokens between a body and the title that follows it ("Aral Bank's new deputy general manager")."""

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})


def complements_of(doc: Annotated, found: Found) -> tuple[int, ...]:
    """Of whom or what the bearer is the noun: a possessor, an "of" phrase, a name in front, a body after a comma."""
    before = None if doc.tokens[found.first].lower == "in" else name_before(doc, found)
    if before is not None and not fits(doc, before, found.noun):
        before = None
    if before is not None and not (found.noun.side == "bearer" and is_place(doc, before)):
        return (before,)
    after = next(governed(doc, found), None)
    if after is None:
        after = name_after_preposition(doc, found)
    if after is not None:  # "the Aral head of the Gull League" heads the league, not Aral
        return (after,)
    if before is not None:
        return (before,)
    for look in (body_after_comma, body_of_name, body_that_counts, only_body_named):
        body = look(doc, found)
        if body is not None:
            return (body,)
    return ()


def body_that_counts(doc: Annotated, found: Found) -> int | None:
    """The body in "the guild has some 400 fighters": the subject of the verb that tells its number of members.

    Not of those whom it holds: "has 12 soldiers in captivity".
    """
    token = doc.tokens[found.head]
    verb = doc.tokens[token.head]
    if found.noun.tie != "member" or token.dep != "dobj" or verb.lemma not in tie_words("counting"):
        return None
    if any(
        doc.tokens[i].lemma.lower() in tie_words("not theirs")
        for i in range(found.last, found.last + HELD_REACH)
        if i < len(doc.tokens)
    ):
        return None
    subject = doc.child(verb.i, "nsubj")
    mention = None if subject is None else mention_of(doc, subject)
    counted = doc.child(found.head, "nummod") is not None
    return subject if counted and mention is not None and mention.schema in ("Organization", "Company") else None


def only_body_named(doc: Annotated, found: Found) -> int | None:
    """The organisation of "executive director Ada Ilves" where it is the only one that the report named before.

    It is that only if the report began to tell of it as a subject; and a company alone has a managing director.
    """
    title = " ".join(doc.tokens[place].lower for place in range(found.first, found.last))
    schemas = {"Company"} if title in tie_words("company head") else {"Company", "Organization"}
    if title not in tie_words("body head") or name_after(doc, found) is None:
        return None
    bodies: dict[int, Mention] = {}
    for name in doc.mentions:
        if name.first >= found.first:
            break
        if name.form == "name" and name.schema in ("Organization", "Company") and name.entity is not None:
            bodies.setdefault(name.entity, name)
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    is_told_of = body is not None and doc.tokens[body.head].dep in ("nsubj", "nsubjpass")
    return body.head if body is not None and is_told_of and body.schema in schemas else None


def governed(doc: Annotated, found: Found) -> Iterator[int]:
    """The heads of what the noun's own prepositions govern, where it may be the complement."""
    for child in doc.children[found.head]:
        preposition = doc.tokens[child]
        if preposition.dep != "prep" or preposition.lower not in found.noun.prepositions:
            continue
        for target in doc.children[child]:
            if doc.tokens[target].dep == "pobj" and fits(doc, target, found.noun, preposition.lower):
                yield target


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


def name_after_preposition(doc: Annotated, found: Found) -> int | None:
    """The head of the name soon after the noun's own preposition, where the parser hung it elsewhere; or None."""
    if found.last >= len(doc.tokens) or doc.tokens[found.last].lower not in found.noun.prepositions:
        return None
    stop = min(found.last + 1 + LONGEST_MODIFIER, doc.sentences[doc.tokens[found.head].sentence].last)
    for place in range(found.last + 1, stop):
        name = doc.name_over.get(place)
        opens_compound = name is not None and name.last < stop and doc.tokens[name.last].text == "-"
        if name is not None and not opens_compound:
            return name.head if fits(doc, name.head, found.noun, doc.tokens[found.last].lower) else None
        if name is None and doc.tokens[place].pos not in ("DET", "ADJ", "NOUN", "PROPN", "VERB", "PUNCT"):
            return None
    return None


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
            owner = owner_before(doc, name) if name.schema == "Address" and found.noun.side != "site" else None
            return name.head if owner is None else owner
        token = doc.tokens[place]
        if role_noun_at(doc, place) is not None and token.tag != "POS":
            return None
        if token.lower in POSSESSIVES or is_unmarked_body(doc, place, found):
            return place
        if token.tag == "WP$":
            whose = antecedent(doc, place)
            return None if whose is not None and is_person_led(doc, whose, found) else whose
        if token.tag == "POS":
            return possessor(doc, place)
        if token.text == "-" and doc.tokens[place + 1].tag in (
            "VBN",
            "VBD",
        ):  # "a Tarvik-based analyst" is not Tarvik's
            return None
        if token.text not in ("-", ")") and (token.pos not in CLOSE_MODIFIERS or is_clause_verb(token)):
            return None
        place -= 1
    return None


def antecedent(doc: Annotated, whose: int) -> int | None:
    """The head of the phrase right before "whose" and its comma ("Ada Ilves, whose brother"), or None."""
    last = whose - 1 if whose and doc.tokens[whose - 1].text == "," else whose
    name = doc.name_over.get(last - 1) if last else None
    if name is not None:
        return name.head
    return last - 1 if last and mention_of(doc, last - 1) is not None else None


def is_person_led(doc: Annotated, whose: int, found: Found) -> bool:
    """Whether the noun would make a person led: in "the party of Ada Ilves, whose leader fled" the party is meant."""
    mention = mention_of(doc, whose)
    is_person = mention is not None and mention.schema == "Person"
    behind = doc.tokens[doc.tokens[whose].head].lower == "of"
    return (
        found.noun.tie in ("leader", "founder", "owner", "member")
        and found.noun.side == "bearer"
        and (is_person or behind)
    )


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


def owner_before(doc: Annotated, place: Mention) -> int | None:
    """The possessor in front of a place name ("the group's Aral headquarters"), or None."""
    before = place.first - 1
    return possessor(doc, before) if before > 0 and doc.tokens[before].tag == "POS" else None


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


def is_place(doc: Annotated, head: int) -> bool:
    """Whether `head` carries the name of a place."""
    mention = mention_of(doc, head)
    return mention is not None and mention.schema == "Address"
