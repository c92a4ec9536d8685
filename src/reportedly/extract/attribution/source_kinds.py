"""What kind of source a phrase names: a person or body by name, an official, an analyst, a document, an outlet ...

In: the head token of a source phrase. Out: its `SourceKind`, by the mention and entity there, else by its noun.
"""

from typing import cast

from reportedly.extract.lexicon import table, words
from reportedly.extract.phrases import mention_of
from reportedly.model import Annotated, Mention, Schema, SourceKind, Token

BODIES = frozenset({"Organization", "Company", "PublicBody"})
PERSON_PRONOUNS = frozenset({"he", "she", "i", "his", "her", "him", "my", "me", "himself", "herself"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "which", "what", "something", "anything", "nothing"})
QUALIFYING = frozenset({"compound", "amod", "nmod"})
NEWS_WORDS = frozenset({
    "News", "Press", "Daily", "TV", "Wire", "Radio", "Television", "Media", "Broadcasting", "Cable",
})  # fmt: skip
"""Words before "Network" or "Service" that make a name that of an outlet."""

SHARES = frozenset({"some", "several", "many", "most", "all", "both", "few", "each", "one", "none", "half", "either"})
"""Words before "of" that stand for some of those named behind it, beside numbers."""

ADDRESSES = frozenset({"mr", "mrs", "ms", "miss", "mme", "dr", "sir", "madam", "lady", "lord"})

ASKERS = frozenset({"Q", "QUESTION", "QUESTIONER", "REPORTER", "JOURNALIST", "INTERVIEWER", "MODERATOR"})

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def source_kind(doc: Annotated, head: int) -> SourceKind:
    """The kind of the source that token `head` carries; `unnamed_person` where nothing tells."""
    head = counted(doc, referent(doc, head))
    token = doc.tokens[head]
    name = doc.name_over.get(head)
    if is_addressed(doc, head):
        return "named_person"
    if name is not None:
        return kind_of_name(doc, name, token)
    if noun_kind(token) == "outlet" or is_news_agency(doc, token):
        return "outlet"
    mention = mention_of(doc, head)
    if mention is not None and mention.entity is not None:
        return kind_of_entity(doc.entities[mention.entity].name, doc.entities[mention.entity].schema)
    if token.pos == "PRON":
        return kind_of_pronoun(token)
    return kind_of_noun(doc, token)


def is_addressed(doc: Annotated, head: int) -> bool:
    """Whether a word in capitals stands behind a courtesy, as speakers do in a transcript: "MS. MARLOW"."""
    token = doc.tokens[head]
    return head > 0 and token.text.isupper() and doc.tokens[head - 1].lower.rstrip(".") in ADDRESSES


def referent(doc: Annotated, head: int) -> int:
    """The noun that a relative pronoun stands for; `head` itself for other words."""
    for _ in range(3):
        clause = doc.tokens[doc.tokens[head].head]
        if doc.tokens[head].lower not in RELATIVES or clause.dep != "relcl":
            return head
        head = clause.head
    return head


def counted(doc: Annotated, head: int) -> int:
    """The noun of those of whom a number or share is the source: "two of the officials"; else `head` itself."""
    token = doc.tokens[head]
    if token.pos != "NUM" and token.lower not in SHARES:
        return head
    of = next((c for c in doc.children[head] if doc.tokens[c].lower == "of"), None)
    inner = None if of is None else doc.child(of, "pobj")
    return head if inner is None or doc.tokens[inner].tag not in ("NNS", "NNPS") else inner


def noun_kind(token: Token) -> SourceKind | None:
    """The kind that the lexicon gives for a noun; None where it is not listed."""
    nouns = table("source_nouns.tsv")
    found = nouns.get(token.lemma.lower()) or nouns.get(token.lower) or nouns.get(token.lower.removesuffix("s"))
    return cast("SourceKind | None", found)


def is_news_agency(doc: Annotated, token: Token) -> bool:
    """Whether a noun is the agency of "the state news agency"."""
    return token.lower in ("agency", "agencies", "service") and token.i > 0 and doc.tokens[token.i - 1].lower == "news"


def kind_of_name(doc: Annotated, name: Mention, token: Token) -> SourceKind:
    """The kind of a named source."""
    text = doc.text_of(name.span)
    entity = None if name.entity is None else doc.entities[name.entity]
    if name.schema != "Person" and noun_kind(token) in ("outlet", "unnamed_official") and not is_unsure(text):
        return "outlet" if noun_kind(token) == "outlet" else kind_of_noun(doc, token)
    schema = name.schema if entity is None else entity.schema
    if schema == "LegalEntity" and doc.child(token.i, "det", "amod", "nummod") is not None:
        return "named_organisation" if is_definite(doc, token) else "unnamed_person"
    return kind_of_entity(text, schema)


def described_kind(doc: Annotated, token: Token) -> SourceKind | None:
    """The kind that the schema of a described group or person gives; None without a mention."""
    mention = mention_of(doc, token.i)
    if mention is None:
        return None
    return "named_organisation" if mention.schema in BODIES else "unnamed_person"


def is_definite(doc: Annotated, token: Token) -> bool:
    """Whether a noun has "the"."""
    determiner = doc.child(token.i, "det")
    return determiner is not None and doc.tokens[determiner].lower == "the"


def kind_of_entity(name: str, schema: Schema) -> SourceKind:
    """The kind of a source with this name and schema."""
    if is_outlet(name):
        return "outlet"
    return "named_person" if schema == "Person" else "named_organisation"


def is_outlet(name: str) -> bool:
    """Whether a name is that of a publisher, broadcaster or news agency."""
    bare = name.removesuffix("'s").removesuffix("’s")
    media = words("media.tsv")
    if bare in media or bare.removeprefix("the ").removeprefix("The ") in media:
        return True
    parts = bare.removeprefix("the ").removeprefix("The ").split()
    if len(parts) < 2:
        return False
    known = table("media_words.tsv")
    first, last = known.get(parts[0]), known.get(parts[-1])
    if last in ("always", "either") or first in ("first", "either"):
        return True
    if last == "unsure" and parts[-2] in NEWS_WORDS:
        return True
    return first == "numbered" and (parts[1][0].isdigit() or parts[1].lower() in table("number_words.tsv"))


def is_unsure(name: str) -> bool:
    """Whether a name ends in a word that may name an outlet or another body, and nothing before it decides."""
    parts = name.split()
    return len(parts) > 1 and table("media_words.tsv").get(parts[-1]) == "unsure" and not is_outlet(name)


def kind_of_pronoun(token: Token) -> SourceKind:
    """The kind of a pronoun whose referent was not told."""
    if token.lower in PERSON_PRONOUNS:
        return "named_person"
    return "named_organisation" if token.lower in THING_PRONOUNS else "unnamed_person"


def kind_of_noun(doc: Annotated, token: Token) -> SourceKind:
    """The kind of a described source, by its noun; a name in apposition makes it a named one.

    A document whose issuer is told is of the issuer's kind.
    """
    for child in doc.children[token.i]:
        if doc.tokens[child].dep == "appos" and child in doc.name_over and doc.name_over[child].schema == "Person":
            return "named_person"
        if doc.tokens[child].lower == "of" and is_body_with_person(doc, child):
            return "named_person"
        if doc.tokens[child].dep == "prep" and names_its_holder(doc, token, child):
            return "named_person"
    kind = "unnamed_person" if is_asker(token) else noun_kind(token) or described_kind(doc, token)
    if kind == "document":
        issuer = issuer_of(doc, token)
        if issuer is not None and issuer != token.i and noun_kind(doc.tokens[issuer]) != "document":
            return source_kind(doc, issuer)
    if kind in ("unnamed_official", "unnamed_person") and names_again(doc, token):
        return "named_person"
    if kind == "unnamed_person" and is_of_office(doc, token):
        return "unnamed_official"
    if kind is None and token.pos == "PROPN":
        return "named_organisation" if is_initials(doc, token) else "named_person"
    return kind or "unnamed_person"


def is_body_with_person(doc: Annotated, preposition: int) -> bool:
    """Whether a body and a person's name stand together behind "of": "Chief of Police Ines Marlow"."""
    inner = (doc.name_over.get(c) for c in doc.children[preposition] if doc.tokens[c].dep == "pobj")
    return any(n is not None and n.schema == "Person" and n.first > preposition + 1 for n in inner)


def names_its_holder(doc: Annotated, token: Token, preposition: int) -> bool:
    """Whether a name that the parser hangs on a place is that of who holds an office there.

    "Our coordinator in Marlow, Ines Sandor".
    """
    place = doc.child(preposition, "pobj")
    name = None if place is None else doc.child(place, "appos")
    if place is None or name is None or "organisation" in (noun_kind(token) or described_kind(doc, token) or ""):
        return False
    where, who = doc.name_over.get(place), doc.name_over.get(name)
    return where is not None and where.schema != "Person" and who is not None and who.schema == "Person"


def is_asker(token: Token) -> bool:
    """Whether a word in capitals stands for who asks in a transcript."""
    return token.text in ASKERS


def is_initials(doc: Annotated, token: Token) -> bool:
    """Whether a source without an article is a body's initials ("RWA says"); ranks have one ("the CO said")."""
    return token.text.isupper() and len(token.text) > 2 and doc.child(token.i, "det") is None


def is_of_office(doc: Annotated, token: Token) -> bool:
    """Whether a source is one of an office of state ("a police source", "two court insiders")."""
    if token.lemma.lower() not in ("source", "insider", "figure"):
        return False
    return any(
        doc.tokens[c].lower in words("offices.tsv") for c in doc.children[token.i] if doc.tokens[c].dep in QUALIFYING
    )


def names_again(doc: Annotated, token: Token) -> bool:
    """Whether a noun with "the" is a title or trade that takes up a person named before ("the minister").

    Those who are quoted without a name as a rule ("the spokesman", "the official") are not.
    """
    if token.tag not in ("NN", "NNP") or token.lemma.lower() in words("nameless.tsv"):
        return False
    persons = (m for m in doc.mentions if m.form == "name" and m.schema == "Person")
    return is_definite(doc, token) and any(mention.first < token.i for mention in persons)


def issuer_of(doc: Annotated, token: Token) -> int | None:
    """Whose document it is: "the ministry's report", "her account", "a statement by the group"; None if not said."""
    for child in doc.children[token.i]:
        dependent = doc.tokens[child]
        named = child in doc.name_over or dependent.pos == "PROPN"
        if dependent.dep == "poss" or (dependent.dep in ("compound", "amod") and named):
            return child
        if (dependent.dep == "prep" and dependent.lower in ("by", "from")) or dependent.dep == "agent":
            return doc.child(child, "pobj")
        is_clause = doc.child(child, "mark", "nsubj", "nsubjpass") is not None
        if dependent.dep == "acl" and dependent.tag == "VBN" and not is_clause and not is_obtaining(dependent.lemma):
            agent = doc.child(child, "agent")
            return None if agent is None else doc.child(agent, "pobj")
    return None


def is_obtaining(lemma: str) -> bool:
    """Whether a verb tells that an outlet got, saw or described a piece of evidence that is another's."""
    return lemma in words("obtaining.tsv")


def is_source_like(doc: Annotated, head: int) -> bool:
    """Whether a phrase may be a source at all: a name or described group, a pronoun for people, or a listed noun."""
    head = referent(doc, head)
    token = doc.tokens[head]
    if token.pos == "PRON":
        return token.lower not in DEMONSTRATIVES
    return token.pos == "PROPN" or noun_kind(token) is not None or mention_of(doc, head) is not None
