"""Whose toll it is: "the monitor put the toll at 45 dead", "gave a toll of 31".

In: a report's trees. Out: `Triple`s whose cue is the verb that gives the toll and whose content are its name and the
words of its number.
"""

from collections.abc import Iterator

from reportedly.extract.attribution.contents import Tokens, pieces
from reportedly.extract.attribution.cues import verb_group
from reportedly.extract.attribution.source_kinds import is_source_like
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.events.participants import is_time
from reportedly.extract.phrases import conjuncts
from reportedly.model import Token

TOLLS = frozenset({"toll", "count", "tally", "number"})
"""What counts the dead; the latter three where "death" or "of dead" stands with them."""

GIVING = frozenset({"put", "give", "place", "set", "report", "issue", "quote", "announce", "provide", "estimate"})
FATAL = frozenset({"death", "dead", "casualty", "casualties", "killed", "deaths", "wounded", "injured", "victims"})
BEFORE_NUMBER = frozenset({"at", "of", "to"})
REMARKED = TOLLS | {"figure", "claim", "estimate", "total", "number", "which"}
"""Words with which a remark on a toll begins, behind an article or without one."""

REACH = 14
"""Words after a toll within which its number stands."""


def toll_triples(trees: Trees) -> Iterator[Triple]:
    """The triples of verbs that give tolls with their numbers; none where their source can say nothing."""
    for token in trees.doc.tokens:
        if token.lemma not in TOLLS or trees.token(token.head).lemma not in GIVING:
            continue
        if token.dep == "dobj":
            yield from given(trees, token, token.head, trees.subject(token.head))
        elif token.dep == "nsubjpass":
            yield from given(trees, token, token.head, agent(trees, token.head))


def agent(trees: Trees, verb: int) -> int | None:
    """The head of the phrase after "by" of a passive verb, also where it hangs on the number before it; else None."""
    last = min(trees.right[verb] + 1, verb + REACH)
    for token in trees.doc.tokens[verb + 1 : last]:
        if token.lower == "by":
            source = trees.doc.child(token.i, "pobj")
            return None if source is None or is_time(trees.doc, source) else source
    return None


def given(trees: Trees, toll: Token, verb: int, source: int | None) -> Iterator[Triple]:
    """The triple of one verb and its toll with those coordinated with it, whose numbers the source gives."""
    if source is None or not is_source_like(trees.doc, source):
        return
    if (source > verb) is (toll.dep == "dobj"):
        return
    span = trees.left[source], parted(trees, source)
    group = verb_group(trees, verb)
    cue = (max(min(group), span[1]), verb + 1) if source < verb else (min(group), verb + 1)
    parts = [part for each in tolls_of(trees, toll) for part in counted(trees, each, verb, span[0])]
    if parts:
        yield Triple(verb, "report/V", 0.97, cue, span, source, pieces(trees.doc, parts, cue, span), True)


def tolls_of(trees: Trees, toll: Token) -> list[Token]:
    """The toll and those coordinated with it ("the number of dead at 45 and the number of wounded at 3")."""
    beside = [c for c in trees.doc.children[toll.head] if c > toll.i and trees.token(c).dep == "conj"]
    found = sorted({*conjuncts(trees.doc, toll.i), *beside})
    return [trees.token(i) for i in found if trees.token(i).lemma in TOLLS]


def parted(trees: Trees, source: int) -> int:
    """Where the phrase of a source ends: before "but" or another member of a list with a number of its own."""
    last = trees.right[source] + 1
    for token in trees.doc.tokens[source + 1 : last]:
        if token.lower in ("but", "while", "and") or token.text in (",", ";"):
            return token.i
    return last


def counted(trees: Trees, toll: Token, verb: int, source: int) -> list[Tokens]:
    """The tokens of one toll's name and of its number, nothing where no number or no death is told of.

    The number ends before the `source` of a passive verb that stands behind it.
    """
    first = number_phrase(trees, toll)
    if first is None or verb < source < first:
        return []
    if toll.lemma != "toll" and FATAL.isdisjoint(t.lower for t in trees.doc.tokens[max(toll.i - 1, 0) : first + 4]):
        return []
    named = min([toll.i, *(c for c in trees.doc.children[toll.i] if trees.token(c).dep == "compound")])
    fatal = [t.i for t in trees.doc.tokens[toll.i : first] if t.lower in FATAL] if toll.lemma != "toll" else []
    last = max(trees.right[verb if toll.dep != "conj" else toll.i] + 1, first + 1)
    if verb < source:
        last = max(min(last, source - 1), first + 1)
    last = next((i for i in range(first + 1, last) if is_remark(trees, i)), last)
    return [(named, max([toll.i, *fatal]) + 1), (first, last)]


def is_remark(trees: Trees, comma: int) -> bool:
    """Whether a comma parts the number from what is said of it: "at nine, a figure that the mayor rejected"."""
    tokens = trees.doc.tokens
    return tokens[comma].text == "," and any(t.lower in REMARKED for t in tokens[comma + 1 : comma + 3])


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
