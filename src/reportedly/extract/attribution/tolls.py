"""Whose toll it is: "the monitor put the toll at 45 dead", "gave a lower toll of 31".

In: a report's trees. Out: `Triple`s whose cue is the verb that gives the toll and whose content are its name and the
words of its number.
"""

from collections.abc import Iterator

from reportedly.extract.attribution.contents import pieces
from reportedly.extract.attribution.cues import verb_group
from reportedly.extract.attribution.source_kinds import is_source_like
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.model import Token

TOLLS = frozenset({"toll", "count", "tally", "number"})
"""What counts the dead; the latter three where "death" or "of dead" stands with them."""

GIVING = frozenset({"put", "give", "place", "set", "report", "issue", "quote", "announce", "provide", "estimate"})
FATAL = frozenset({"death", "dead", "casualty", "casualties", "killed", "deaths", "wounded", "injured", "victims"})
BEFORE_NUMBER = frozenset({"at", "of", "to"})
REACH = 14
"""Words after a toll within which its number stands."""


def toll_triples(trees: Trees) -> Iterator[Triple]:
    """The triples of verbs that give a toll with its number; none where their subject can say nothing."""
    for token in trees.doc.tokens:
        if token.lemma in TOLLS and token.dep == "dobj" and trees.token(token.head).lemma in GIVING:
            yield from given(trees, token, trees.token(token.head))


def given(trees: Trees, toll: Token, verb: Token) -> Iterator[Triple]:
    """The triple of one verb and the toll that is its object."""
    source = trees.subject(verb.i)
    first = number_phrase(trees, toll)
    if source is None or first is None or source > verb.i or not is_source_like(trees.doc, source):
        return
    if toll.lemma != "toll" and FATAL.isdisjoint(t.lower for t in trees.doc.tokens[toll.i - 1 : first + 4]):
        return
    span = trees.left[source], trees.right[source] + 1
    group = verb_group(trees, verb.i)
    cue = max(min(group), span[1]), verb.i + 1
    named = min([toll.i, *(c for c in trees.doc.children[toll.i] if trees.token(c).dep == "compound")])
    counted = first, max(trees.right[verb.i] + 1, first + 1)
    content = pieces(trees.doc, [(named, toll.i + 1), counted], cue, span)
    yield Triple(verb.i, "report/V", 0.97, cue, span, source, content, True)


def number_phrase(trees: Trees, toll: Token) -> int | None:
    """The first word after the preposition behind which the toll's number stands, or None."""
    tokens = trees.doc.tokens
    for token in tokens[toll.i + 1 : toll.i + 1 + REACH]:
        if token.sentence != toll.sentence:
            return None
        following = tokens[token.i + 1 : token.i + 5]
        if token.lower in BEFORE_NUMBER and any(t.pos == "NUM" and t.sentence == toll.sentence for t in following):
            return token.i + 1
    return None
