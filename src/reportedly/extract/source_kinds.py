"""What kind of source a phrase names: a person or body by name, an official, an analyst, a document, an outlet ...

In: the head token of a source phrase. Out: its `SourceKind`, by the mention and entity there, else by its noun.
"""

from typing import cast

from reportedly.extract.lexicon import table, words
from reportedly.extract.phrases import mention_of
from reportedly.model import Annotated, Mention, Schema, SourceKind, Token

ORGANISED = frozenset({"Organization", "Company", "PublicBody", "Address"})
PERSON_PRONOUNS = frozenset({"he", "she", "i", "his", "her", "him", "my", "me", "himself", "herself"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def source_kind(doc: Annotated, head: int, depth: int = 0) -> SourceKind:
    """The kind of the source that token `head` carries; `unnamed_person` where nothing tells."""
    token = doc.tokens[head]
    if token.lower in RELATIVES and depth < 3:
        clause = doc.tokens[token.head]
        if clause.dep == "relcl" and clause.head != head:
            return source_kind(doc, clause.head, depth + 1)
    name = doc.name_over.get(head)
    if name is not None:
        return kind_of_name(doc, name, token)
    if table("source_nouns.tsv").get(token.lemma.lower()) == "outlet" and token.pos != "PRON":
        return "outlet"
    mention = mention_of(doc, head)
    if mention is not None and mention.entity is not None:
        return kind_of_entity(doc.entities[mention.entity].name, doc.entities[mention.entity].schema)
    if token.pos == "PRON":
        return kind_of_pronoun(token)
    return kind_of_noun(doc, token, depth)


def kind_of_name(doc: Annotated, name: Mention, token: Token) -> SourceKind:
    """The kind of a named source."""
    text = doc.text_of(name.span)
    entity = None if name.entity is None else doc.entities[name.entity]
    noun = table("source_nouns.tsv").get(token.lower)
    if noun == "outlet" and name.schema != "Person":
        return "outlet"
    return kind_of_entity(text, name.schema if entity is None else entity.schema)


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
    parts = bare.split()
    certain = table("media_words.tsv").get(parts[-1]) if len(parts) > 1 else None
    return certain == "always" or (certain == "unsure" and parts[-2] in ("News", "Press", "Daily", "TV"))


def kind_of_pronoun(token: Token) -> SourceKind:
    """The kind of a pronoun whose referent was not told."""
    if token.lower in PERSON_PRONOUNS:
        return "named_person"
    return "named_organisation" if token.lower in THING_PRONOUNS else "unnamed_person"


def kind_of_noun(doc: Annotated, token: Token, depth: int) -> SourceKind:
    """The kind of a described source, by its noun; a name in apposition makes it a named one."""
    for child in doc.children[token.i]:
        if doc.tokens[child].dep == "appos" and child in doc.name_over and doc.name_over[child].schema == "Person":
            return "named_person"
    kind = table("source_nouns.tsv").get(token.lemma.lower()) or table("source_nouns.tsv").get(token.lower)
    if kind == "document" and depth < 3:
        issuer = issuer_of(doc, token)
        if issuer is not None:
            return source_kind(doc, issuer, depth + 1)
    if kind is not None:
        return cast("SourceKind", kind)
    return "named_person" if token.pos == "PROPN" else "unnamed_person"


def issuer_of(doc: Annotated, token: Token) -> int | None:
    """Whose document it is: "the ministry's report", "her account", "a statement by the group"; None if not said."""
    for child in doc.children[token.i]:
        dependent = doc.tokens[child]
        if dependent.dep == "poss" or (dependent.dep == "compound" and dependent.pos == "PROPN"):
            return child
        if (dependent.dep == "prep" and dependent.lower in ("by", "from")) or dependent.dep == "agent":
            return doc.child(child, "pobj")
        if dependent.dep == "acl" and dependent.tag == "VBN":
            agent = doc.child(child, "agent")
            return None if agent is None else doc.child(agent, "pobj")
    return None
