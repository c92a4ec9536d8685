"""Acts denied and told in one clause: "troops did not shell the town, as the rebels claimed".

In: the claims of a report, and the attributions in it. Out: the claims, each such one as two: the act told by whom the
clause names, and the denial of it, which answers that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.extract.attribution.source_kinds import source_kind
from reportedly.extract.denials import sorted_words
from reportedly.extract.phrases import reference
from reportedly.model import Annotated, Claim, Factuality, Link

BY = frozenset({"by", "from", "in", "of"})
"""Prepositions between something said and who said it."""


def with_gainsaid(doc: Annotated, told: Iterable[tuple[int, Claim]]) -> Iterator[tuple[int, Claim]]:
    """The claims with their tokens, in their order; what is denied and told in one clause twice."""
    for head, claim in told:
        fact = claim.factuality
        link = None
        if claim.kind == "event" and fact.polarity == "negative" and fact.temporality == "non_future":
            link = as_claimed(doc, claim, head) or contrary_to(doc, head)
        if link is None:
            yield head, claim
            continue
        others = tuple(each for each in claim.attribution if each is not link)
        yield head, replace(claim, attribution=(*others, link), factuality=Factuality())
        yield head, replace(claim, attribution=others, answers=claim.trigger)


def as_claimed(doc: Annotated, claim: Claim, head: int) -> Link | None:
    """The link of "as the rebels claimed" behind an act, None where no such clause hangs on it.

    "As the agency reported" may mean the denial itself, but not "as the agency had wrongly reported".
    """
    for cue in doc.children[head]:
        token, beside = doc.tokens[cue], [doc.tokens[c] for c in doc.children[cue]]
        if token.dep != "advcl" or cue < head or not any(t.lower == "as" and t.i < cue for t in beside):
            continue
        words, who = sorted_words(), doc.child(cue, "nsubj")
        wrongly = any(t.lower in words["wrongly"] for t in beside)
        if who is None or not (token.lemma in words["claiming"] or (wrongly and token.lemma in words["reporting"])):
            return None
        heard = next((each for each in claim.attribution if each.cue == doc.span(cue, cue + 1)), None)
        return heard or Link(source_kind(doc, who), reference(doc, who), doc.span(cue, cue + 1))
    return None


def contrary_to(doc: Annotated, head: int) -> Link | None:
    """A link for whom "contrary to reports by state television" names before an act, None where it names nobody."""
    for child in doc.children[head]:
        if doc.tokens[child].lower != "contrary" or child > head:
            continue
        to = next((c for c in doc.children[child] if doc.tokens[c].lower == "to"), None)
        noun = None if to is None else doc.child(to, "pobj")
        if noun is None or doc.tokens[noun].lemma not in sorted_words()["telling"] | sorted_words()["charge"]:
            return None
        by = next((c for c in doc.children[noun] if doc.tokens[c].lower in BY), None)
        who = doc.child(noun, "poss") if by is None else doc.child(by, "pobj")
        if who is None:
            return None
        cue = doc.span(noun, noun + 1)
        return Link(source_kind(doc, who), reference(doc, who), cue)
    return None
