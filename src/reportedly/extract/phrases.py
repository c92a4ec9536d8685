"""Noun phrases and references: from a head token to the span that a claim shows and the entity it means."""

from reportedly.model import Annotated, Mention, Reference, Span

OUTSIDE = frozenset({"relcl", "appos", "acl", "conj", "cc", "preconj", "punct", "advcl", "parataxis", "ccomp", "case"})
"""Dependents that a participant's phrase leaves out: clauses, appositions, further members of a list."""

LONGEST = 200
"""Tokens of a phrase that are looked at; keeps the work in bounds where the parser makes one phrase of a long list."""

GOES_ON = frozenset({",", '"', "”", "’", "''"})
"""Marks before "and" behind which one who speaks goes on: what was reported ends there."""


def phrase_tokens(doc: Annotated, head: int) -> tuple[int, int]:
    """First and last (half-open) token of the noun phrase headed by `head`, without clauses, appositions and lists.

    A name that the parser split stays whole.
    """
    low = high = head
    end = next((c for c in doc.children[head] if c > head and doc.tokens[c].dep == "cc"), len(doc.tokens))
    stack = [c for c in doc.children[head] if doc.tokens[c].dep not in OUTSIDE and c < end]
    stack = [c for c in stack if c < head or doc.tokens[c].dep != "neg"]
    if doc.tokens[head].dep == "conj":
        stack += of_all(doc, head)
    for _ in range(LONGEST):
        if not stack:
            break
        place = stack.pop()
        low, high = min(low, place), max(high, place)
        stack.extend(c for c in doc.children[place] if doc.tokens[c].dep not in ("relcl", "punct", "advcl", "appos"))
    name = doc.name_over.get(head)
    if name is not None:
        low, high = min(low, name.first), max(high, name.last - 1)
    return low, high + 1


def of_all(doc: Annotated, last: int) -> list[int]:
    """The "of" right behind the last of a list, which the parser hung on the first ("soldiers and militiamen of X")."""
    after = doc.tokens[last + 1 : last + 2]
    return [t.i for t in after if t.lower == "of" and t.dep == "prep" and t.head == doc.tokens[last].head]


def phrase_span(doc: Annotated, head: int) -> Span:
    """Characters of the noun phrase headed by `head`."""
    return doc.span(*phrase_tokens(doc, head))


def sentence_span(doc: Annotated, place: int) -> Span:
    """Characters of the sentence of a token."""
    sentence = doc.sentences[doc.tokens[place].sentence]
    return Span(sentence.start, sentence.end)


def mention_of(doc: Annotated, head: int) -> Mention | None:
    """The mention that `head` carries: the one it heads, else the name it is part of."""
    return doc.mention_at.get(head) or doc.name_over.get(head)


def is_person(doc: Annotated, head: int) -> bool:
    """Whether a phrase means a person, named or described."""
    mention = mention_of(doc, head)
    return mention is not None and mention.schema == "Person"


def is_infinitive(doc: Annotated, verb: int) -> bool:
    """Whether "to" stands before the verb."""
    return any(doc.tokens[c].dep == "aux" and doc.tokens[c].tag == "TO" for c in doc.children[verb])


def reference(doc: Annotated, head: int) -> Reference:
    """The phrase of `head` and the entity it means. For a bare name the span is the name, without its title."""
    mention = mention_of(doc, head)
    entity = None if mention is None or mention.entity is None else doc.entities[mention.entity]
    if mention is not None and mention.form != "description":
        return Reference(mention.span, entity)
    return Reference(phrase_span(doc, head), entity)


def conjuncts(doc: Annotated, head: int) -> tuple[int, ...]:
    """`head` and the members coordinated with it, in text order."""
    found = [head]
    for place in found:
        found.extend(c for c in doc.children[place] if doc.tokens[c].dep == "conj" and c not in found)
    return tuple(sorted(found))
