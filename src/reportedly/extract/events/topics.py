"""What a demand, promise or accusation is about: the shortest phrase. In: a head token. Out: its span."""

from reportedly.extract.phrases import phrase_tokens
from reportedly.model import Annotated, Span

OPENERS = frozenset({"that", "to", "whether", "if", "for", "how"})
TRAILING = frozenset({"advcl", "parataxis", "punct", "relcl"})
SETTING = frozenset({"in", "at", "on", "after", "before", "during", "near", "since", "until"})
LONGEST = 14
"""Words of a topic at most; longer clauses are cut after the core."""


def topic_span(doc: Annotated, head: int) -> Span:
    """Characters of the topic headed by `head`: a noun phrase with its list, or a clause without its opener."""
    token = doc.tokens[head]
    if token.pos in ("VERB", "AUX"):
        return clause_span(doc, head)
    first, last = phrase_tokens(doc, head)
    for child in doc.children[head]:
        if doc.tokens[child].dep in ("acl", "relcl") and any(doc.tokens[c].tag == "TO" for c in doc.children[child]):
            last = max(last, min(clause_end(doc, child), first + LONGEST))
        if doc.tokens[child].dep == "conj" and doc.tokens[child].pos not in ("VERB", "AUX"):
            last = max(last, phrase_tokens(doc, child)[1])
    return doc.span(first, last)


def clause_span(doc: Annotated, head: int) -> Span:
    """Characters of a clause without "to" or "that", adverbial clauses and marks at its end."""
    keep = clause_tokens(doc, head)
    first, last = max(min(keep), after_condition(doc, head)), max(keep) + 1
    while first < head and doc.tokens[first].lower in OPENERS:
        first += 1
    return doc.span(first, max(min(last, first + LONGEST), head + 1))


def after_condition(doc: Annotated, head: int) -> int:
    """The token behind the condition that opens a clause ("if the dam broke, then ..."); 0 without one."""
    ends = [clause_end(doc, c) for c in doc.children[head] if c < head and is_condition(doc, c)]
    first = max(ends, default=0)
    while 0 < first < head and doc.tokens[first].lower in (",", "then"):
        first += 1
    return first


def is_condition(doc: Annotated, clause: int) -> bool:
    """Whether an adverbial clause opens with "if" or "unless"."""
    marks = (doc.tokens[c].lower for c in doc.children[clause] if doc.tokens[c].dep == "mark")
    return doc.tokens[clause].dep == "advcl" and any(word in ("if", "unless") for word in marks)


def clause_end(doc: Annotated, head: int) -> int:
    """The token after the last one of the clause headed by `head`."""
    return max(clause_tokens(doc, head)) + 1


def clause_tokens(doc: Annotated, head: int) -> list[int]:
    """The tokens of a clause without adverbial clauses, marks, and settings after an object."""
    has_object = doc.child(head, "dobj") is not None
    keep = [head]
    stack = [c for c in doc.children[head] if not (has_object and is_setting(doc, c, head))]
    seen = {head}
    while stack:
        place = stack.pop()
        if place in seen or doc.tokens[place].dep in TRAILING or is_next_act(doc, place, head):
            continue
        seen.add(place)
        keep.append(place)
        stack.extend(doc.children[place])
    return keep


def is_next_act(doc: Annotated, place: int, head: int) -> bool:
    """Whether a verb joined to a bare participle has its own finite helper ("wants him suspended and has asked")."""
    token = doc.tokens[place]
    bare = doc.tokens[head].tag == "VBN" and doc.child(head, "aux", "auxpass") is None
    finite = any(
        doc.tokens[c].tag in ("VBZ", "VBP", "VBD", "MD") for c in doc.children[place] if doc.tokens[c].dep == "aux"
    )
    return bare and token.dep == "conj" and (finite or token.tag in ("VBZ", "VBD"))


def is_setting(doc: Annotated, place: int, head: int) -> bool:
    """Whether a phrase after the verb only tells when or where."""
    return place > head and doc.tokens[place].dep == "prep" and doc.tokens[place].lower in SETTING
