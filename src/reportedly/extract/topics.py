"""What a demand, promise or accusation is about: the shortest phrase. In: a head token. Out: its span."""

from reportedly.extract.phrases import phrase_tokens
from reportedly.model import Annotated, Span

OPENERS = frozenset({"that", "to", "whether", "if", "for", "how"})
TRAILING = frozenset({"advcl", "parataxis", "punct", "relcl"})
LONGEST = 14
"""Words of a topic at most; longer clauses are cut after the core."""


def topic_span(doc: Annotated, head: int) -> Span:
    """Characters of the topic headed by `head`: a noun phrase with its list, or a clause without its opener."""
    token = doc.tokens[head]
    if token.pos in ("VERB", "AUX"):
        return clause_span(doc, head)
    first, last = phrase_tokens(doc, head)
    for child in doc.children[head]:
        if doc.tokens[child].dep == "conj" and doc.tokens[child].pos not in ("VERB", "AUX"):
            last = max(last, phrase_tokens(doc, child)[1])
    return doc.span(first, last)


def clause_span(doc: Annotated, head: int) -> Span:
    """Characters of a clause without "to" or "that", adverbial clauses and marks at its end."""
    keep = [head]
    stack = [c for c in doc.children[head] if doc.tokens[c].dep not in TRAILING]
    while stack:
        place = stack.pop()
        keep.append(place)
        stack.extend(c for c in doc.children[place] if doc.tokens[c].dep not in TRAILING)
    first, last = min(keep), max(keep) + 1
    while first < head and doc.tokens[first].lower in OPENERS:
        first += 1
    return doc.span(first, max(min(last, first + LONGEST), head + 1))
