"""Constructions that give somebody's view: "per the police", "in the view of analysts", "dismissed reports that".

In: a report's trees. Out: `Triple`s whose content is the clause that a preposition hangs on, what "as" says, or what is
denied.
"""

from collections.abc import Iterator
from functools import cache

from reportedly.extract.attribution.contents import beside, pieces
from reportedly.extract.attribution.cues import verb_group
from reportedly.extract.attribution.frames import clause_above
from reportedly.extract.attribution.source_kinds import is_source_like
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.lexicon import rows, words
from reportedly.model import Token

PREPOSITIONS = {"as": "designations.tsv", "of": "tellings.tsv"}
"""Prepositions after which stands what somebody says, with the verbs that they follow."""


@cache
def disputing() -> frozenset[tuple[str, ...]]:
    """The words that deny an assertion, each with its sort: a verb, v, or a noun, n."""
    return frozenset(tuple(row) for row in rows("disputing.tsv"))


def view_triples(trees: Trees) -> Iterator[Triple]:
    """The triples of "per X", "as per X", "in X's view", "in the view of X", "X designated Y as Z", "X spoke of Z"."""
    for token in trees.doc.tokens:
        verbs = PREPOSITIONS.get(token.lower) if token.dep == "prep" else None
        if verbs is not None and trees.token(token.head).lemma in words(verbs):
            yield from said_after(trees, token)
        elif token.dep == "dobj" and token.pos == "NOUN":
            yield from disputed(trees, token)
        elif token.lower == "per" and token.head != token.i:
            yield from per_triple(trees, token)
        elif token.lower == "in" and token.dep == "prep":
            noun = trees.doc.child(token.i, "pobj")
            if noun is not None and trees.token(noun).lemma in words("views.tsv"):
                yield from view_triple(trees, token, noun)


def said_after(trees: Trees, token: Token) -> Iterator[Triple]:
    """The triple of "designated it as" or "spoke of": the verb's subject, or agent, and what stands after `token`."""
    verb = trees.token(token.head)
    agent = trees.doc.child(verb.i, "agent")
    source = trees.doc.child(verb.i, "nsubj") if agent is None else trees.doc.child(agent, "pobj")
    said = trees.doc.child(token.i, "pobj")
    if source is None or said is None or not is_source_like(trees.doc, source):
        return
    span = trees.left[source], trees.right[source] + 1
    content = ((trees.left[said], trees.right[said] + 1),)
    cue = (verb.i, token.i + 1 if token.i == verb.i + 1 else verb.i + 1)
    yield Triple(verb.i, "describe/V", 0.7, cue, span, source, content, True)


def disputed(trees: Trees, token: Token) -> Iterator[Triple]:
    """The triple of "dismissed reports that" or "issued a denial that": the verb's subject, and the clause denied."""
    verb = trees.token(token.head)
    word = next((t for t, sort in ((verb, "v"), (token, "n")) if (t.lemma, sort) in disputing()), None)
    clause = trees.doc.child(token.i, "acl", "ccomp")
    source = trees.doc.child(verb.i, "nsubj")
    if word is None or clause is None or source is None or trees.doc.child(clause, "mark") is None:
        return
    if not is_source_like(trees.doc, source):
        return
    span = trees.left[source], trees.right[source] + 1
    said = clause if word is token else token.i
    content = ((trees.left[said], trees.right[said] + 1),)
    group = {word.i} if word is token else verb_group(trees, word.i)
    cue = max(min(group), min(span[1], word.i)), word.i + 1
    yield Triple(word.i, "deny/V", 0.97, cue, span, source, content, True)


def per_triple(trees: Trees, token: Token) -> Iterator[Triple]:
    """The triple of "per X" where X can be a source; none for "per day" and "per cent"."""
    source = trees.doc.child(token.i, "pobj")
    if source is None or trees.token(source).pos not in ("NOUN", "PROPN") or trees.left[source] == source:
        return
    first = token.i - (token.i > 0 and trees.token(token.i - 1).lower == "as")
    if is_source_like(trees.doc, source):
        yield from triple(trees, token, "per/I", (first, token.i + 1), source)


def view_triple(trees: Trees, token: Token, noun: int) -> Iterator[Triple]:
    """The triple of "in X's view" or "in the view of X"; none where nobody's view it is."""
    owner = trees.doc.child(noun, "poss")
    if owner is not None:
        yield from triple(trees, token, "view/I", (noun, noun + 1), owner)
        return
    of = next((c for c in trees.doc.children[noun] if trees.token(c).lower == "of"), None)
    owner = None if of is None else trees.doc.child(of, "pobj")
    if of is not None and owner is not None and is_source_like(trees.doc, owner):
        yield from triple(trees, token, "view/I", (token.i, of + 1), owner)


def triple(trees: Trees, token: Token, key: str, cue: tuple[int, int], source: int) -> Iterator[Triple]:
    """The triple whose content is the clause above the preposition, if it hangs on a verb."""
    clause = clause_above(trees, token.head)
    if trees.token(clause).pos not in ("VERB", "AUX"):
        return
    span = trees.left[source], trees.right[source] + 1
    content = pieces(trees.doc, beside(trees, clause, token.i), cue, span)
    yield Triple(token.i, key, 0.8, cue, span, source, content, True)
