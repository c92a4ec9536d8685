"""Acts denied where somebody else falsely told them: "contrary to claims by the rebels, troops did not attack".

In: the claims of a report, and the attributions in it. Out: the claims, each such one as two: the act told by whom the
clause names, and the denial of it, which answers that. Whom an act is told against is no source of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.extract.attribution.source_kinds import source_kind
from reportedly.extract.denials import is_something_said, sorted_words
from reportedly.extract.phrases import mention_of, phrase_tokens, reference
from reportedly.model import Annotated, Claim, Factuality, Link, Span

AGAINST = frozenset({"contrary", "despite", "notwithstanding"})
"""Words before what is said and not so."""

SPEAKING = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity"})
"""Schemas of those who can say something; a place, a day or a matter cannot."""

PLAIN = frozenset({"det", "amod", "poss"})
"""Dependents of "claims" that leave open what is claimed, unlike "of fraud" or "that they had won"."""

NARROWING = frozenset({"advmod", "advcl", "mark"})
"""Dependents of a verb that "not" may mean instead of the act: not only, not because of, not until."""

WITHIN = frozenset(
    {"until", "till", "because", "without", "before", "only", "just", "but", "rather", "instead", "alone"}
)
"""Words in a verb's clause that "not" may mean instead of the act."""

NOBODY = frozenset(
    {"no", "nobody", "none", "nothing", "neither", "nor", "any", "anybody", "anyone", "anything", "either"}
)
"""Words of a party that stand for nobody at all once "not" is taken away."""

LIKENING = frozenset({"just", "exactly", "precisely", "much", "even", "so", "such", "long", "soon", "far", "insofar"})
"""Words before "as" that agree with what is said, or compare."""


def with_gainsaid(doc: Annotated, told: Iterable[tuple[int, Claim]]) -> Iterator[tuple[int, Claim]]:
    """The claims with their tokens, in their order; what is denied and falsely told in one clause twice."""
    for head, claim in told:
        if claim.kind != "event":
            yield head, claim
            continue
        against = next((c for c in doc.children[head] if doc.tokens[c].lower in AGAINST), None)
        phrase = None if against is None else phrase_of(doc, against)
        mine = replace(claim, attribution=without_cue(claim, phrase))
        link = None
        if (against is not None or as_clause(doc, head) is not None) and is_plainly_negated(doc, head, mine):
            mine = without_doubtful(doc, mine, head)
            link = falsely_told(doc, claim, head) if against is None else contrary_to(doc, claim, against)
        if link is None:
            yield head, mine
            continue
        yield head, replace(mine, attribution=(*without_cue(mine, link.cue), link), factuality=Factuality())
        yield head, replace(mine, attribution=without_cue(mine, link.cue), answers=claim.trigger)


def without_cue(claim: Claim, phrase: Span | None) -> tuple[Link, ...]:
    """The claim's sources but for those whose word of saying stands in a phrase."""
    return tuple(each for each in claim.attribution if not (phrase and each.cue and phrase.overlaps(each.cue)))


def phrase_of(doc: Annotated, head: int) -> Span:
    """Characters of a word with all that hangs on it."""
    places = tuple(doc.subtree(head))
    return doc.span(min(places), max(places) + 1)


def is_plainly_negated(doc: Annotated, head: int, claim: Claim) -> bool:
    """Whether an act is denied by a "not" or "never" of its own verb that can mean nothing but the act."""
    fact = claim.factuality
    if (fact.polarity, fact.certainty, fact.temporality) != ("negative", "certain", "non_future"):
        return False
    negation = doc.child(head, "neg")
    if negation is None or any(is_narrowing(doc, c, negation) for c in doc.children[head]):
        return False
    if any(doc.tokens[place].lower in WITHIN for place in doc.subtree(head)):
        return False
    parties = (doc.text_of(role.span).lower().split() for role in claim.roles)
    return not any(NOBODY.intersection(party) for party in parties) and doc.child(head, "preconj") is None


def is_narrowing(doc: Annotated, child: int, negation: int) -> bool:
    """Whether a part of a negated verb's clause may be what is negated."""
    token = doc.tokens[child]
    is_between = negation < child < token.head
    return (token.dep in NARROWING and is_between) or (token.dep == "advcl" and not is_as_clause(doc, child))


def is_as_clause(doc: Annotated, verb: int) -> bool:
    """Whether a clause opens with an "as" that neither agrees nor compares."""
    opening = next((c for c in doc.children[verb] if doc.tokens[c].lower == "as" and c < verb), None)
    return opening is not None and (opening == 0 or doc.tokens[opening - 1].lower not in LIKENING)


def as_clause(doc: Annotated, head: int) -> int | None:
    """The verb of an "as" clause behind an act, None where no such clause hangs on it."""
    return next(
        (c for c in doc.children[head] if c > head and doc.tokens[c].dep == "advcl" and is_as_clause(doc, c)), None
    )


def without_doubtful(doc: Annotated, claim: Claim, head: int) -> Claim:
    """The claim without whom "as the rebels claimed" names: they may have told the opposite.

    Where nobody else tells it, only who "wrongly" claimed it is left out.
    """
    cue = as_clause(doc, head)
    if cue is None or not (is_wrong(doc, cue) or doc.tokens[cue].lemma in sorted_words()["claiming"]):
        return claim
    others = without_cue(claim, doc.span(cue, cue + 1))
    return replace(claim, attribution=others) if others or is_wrong(doc, cue) else claim


def is_wrong(doc: Annotated, cue: int) -> bool:
    """Whether a verb of saying stands with "wrongly", "falsely" or the like."""
    return any(doc.tokens[c].lower in sorted_words()["wrongly"] for c in doc.children[cue])


def falsely_told(doc: Annotated, claim: Claim, head: int) -> Link | None:
    """The link of "as the Gull had wrongly reported" behind an act, None where no such clause hangs on it.

    "As the Gull reported" may mean the denial itself, and so may "as the Gull claims".
    """
    words, cue = sorted_words(), as_clause(doc, head)
    if cue is None or doc.tokens[cue].lemma not in words["claiming"] | words["reporting"] or not is_wrong(doc, cue):
        return None
    if doc.child(cue, "dobj", "ccomp", "xcomp", "nsubjpass") is not None:
        return None
    by = doc.child(cue, "agent")
    return link_of(doc, claim, cue, doc.child(cue, "nsubj") if by is None else doc.child(by, "pobj"))


def contrary_to(doc: Annotated, claim: Claim, against: int) -> Link | None:
    """A link for whom "contrary to reports by state television" names, None where it names nobody or tells a matter."""
    if doc.tokens[against].lower != "contrary":
        return None
    to = next((c for c in doc.children[against] if doc.tokens[c].lower == "to"), None)
    noun = None if to is None else doc.child(to, "pobj")
    if noun is None or not is_something_said(doc, noun):
        return None
    beside = [c for c in doc.children[noun] if doc.tokens[c].dep not in PLAIN]
    if not beside:
        return link_of(doc, claim, noun, doc.child(noun, "poss"))
    by = doc.tokens[beside[0]]
    who = doc.child(by.i, "pobj")
    if len(beside) > 1 or who is None or not is_way_of_telling(doc, by.lower, who):
        return None
    return link_of(doc, claim, noun, who)


def is_way_of_telling(doc: Annotated, preposition: str, who: int) -> bool:
    """Whether a preposition sets who told before a noun: "by" anybody, "from" people, "in" or "on" an outlet."""
    if preposition == "by" or (preposition in ("from", "in", "on") and source_kind(doc, who) == "outlet"):
        return True
    mention = mention_of(doc, who)
    return preposition == "from" and mention is not None and mention.schema in ("Person", "LegalEntity")


def link_of(doc: Annotated, claim: Claim, cue: int, who: int | None) -> Link | None:
    """The claim's own link with this cue, else one for the teller; None unless that is somebody who can speak."""
    if who is None:
        return None
    mention, kind = mention_of(doc, who), source_kind(doc, who)
    if mention is None:
        is_somebody = kind == "outlet"
    else:
        is_somebody = mention.schema in SPEAKING and (mention.form != "pronoun" or mention.entity is not None)
    if not is_somebody or NOBODY.intersection(doc.text_of(doc.span(*phrase_tokens(doc, who))).lower().split()):
        return None
    here = doc.span(cue, cue + 1)
    heard = next((each for each in claim.attribution if each.cue is not None and here.overlaps(each.cue)), None)
    return heard or Link(kind, reference(doc, who), here)
