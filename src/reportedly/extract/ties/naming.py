"""Which name a described party goes by: "the trader Ada Ilves", "a fund called Gull Partners", "Gull, a firm owned by".

In: an annotated report and the head of a described phrase. Out: the head of the name that the sentence gives it.
"""

from reportedly.extract.phrases import mention_of
from reportedly.model import Annotated

CALLING = frozenset({"call", "name", "dub", "title"})
"""Participles between a description and its name."""

KINDS = frozenset({"Organization", "Company", "PublicBody"})


def named(doc: Annotated, head: int) -> int:
    """The head of the name of the phrase that `head` carries, `head` itself where it is a name, or none is given."""
    mention = mention_of(doc, head)
    token = doc.tokens[head]
    if token.pos != "NOUN" or head in doc.name_over or (mention is not None and mention.entity is not None):
        return name_beside(doc, head) if token.pos == "NOUN" and head not in doc.name_over else head
    found = name_called(doc, head)
    if found is None:
        found = name_apposed_to(doc, head)
    return name_beside(doc, head) if found is None else found


def name_beside(doc: Annotated, head: int) -> int:
    """The head of the person's name right after a noun ("the arms trader Ada Ilves"), else `head`."""
    name = doc.name_over.get(head + 1)
    beside = name is not None and name.schema == "Person" and doc.tokens[name.head].dep == "appos"
    return name.head if name is not None and beside and doc.tokens[name.head].head == head else head


def name_called(doc: Annotated, head: int) -> int | None:
    """The head of the name after "called" or "named", also behind an origin ("a fund from Tarvik called Gull")."""
    after = [*doc.children[head]]
    for child in doc.children[head]:
        target = doc.child(child, "pobj") if doc.tokens[child].dep == "prep" else None
        after.extend(() if target is None else doc.children[target])
    for child in after:
        if child <= head or doc.tokens[child].dep != "acl" or doc.tokens[child].lemma not in CALLING:
            continue
        name = doc.child(child, "oprd", "dobj", "attr", "appos")
        if name is not None and name in doc.name_over:
            return doc.name_over[name].head
    return None


def name_apposed_to(doc: Annotated, head: int) -> int | None:
    """The head of the name that the description stands after as its apposition ("Gull, a trading firm")."""
    token = doc.tokens[head]
    name = doc.name_over.get(token.head) if token.dep == "appos" else None
    return name.head if name is not None and name.last < head and doc.tokens[name.last].text == "," else None
