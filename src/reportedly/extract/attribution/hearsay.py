"""Reports and claims that somebody only hears of: "the army is aware of allegations, spread by rebels, that ...".

In: the triples of a report. Out: the same, such a claim no longer the word of who hears of it: of whoever spread it,
or of nobody in particular.
"""

from dataclasses import replace

from reportedly.extract.attribution.contents import Tokens, pieces
from reportedly.extract.attribution.source_kinds import issuer_of
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.factuality.said import is_claim_noun
from reportedly.extract.lexicon import words

AWARE = "aware/A"
HEARD = "hearsay/N"
"""The key of a claim that somebody only hears of; from nobody in particular, it is like one that is rumoured."""

REACH = 14
"""Words between such a noun and the "that" of what is claimed, at most: "allegations, spread by the rebels, that"."""


def with_hearsay(trees: Trees, found: list[Triple]) -> list[Triple]:
    """The triples, those of claims that are only heard of with whom they come from."""
    claims = {each.head: of_claim(trees, each) for each in found if each.key == AWARE}
    told = {claim.head for head, claim in claims.items() if claim.head != head}
    kept = (claims.get(each.head) or each for each in found if each.head not in told)
    return [of_speaker(trees, each) if each.key[-1] == "N" and each.source is not None else each for each in kept]


def of_claim(trees: Trees, each: Triple) -> Triple:
    """The triple of the claim that somebody is aware of; the one given where it is a fact or a thing."""
    of = next((c for c in trees.doc.children[each.head] if trees.token(c).lower == "of"), None)
    noun = None if of is None else trees.doc.child(of, "pobj")
    if noun is None or not is_claim_noun(trees.token(noun)):
        return each
    _, end = trees.sentence(noun)
    near = range(noun + 1, min(noun + REACH + 1, end - 1))
    first = next((i for i in near if trees.token(i).lower == "that"), None)
    if first is None:
        return each
    issuer = issuer_of(trees.doc, trees.token(noun))
    source = None if issuer is None else span_of(trees, issuer)
    cue = noun, noun + 1
    key = HEARD if source is None else f"{trees.token(noun).lemma}/N"
    return Triple(noun, key, each.weight, cue, source, issuer, pieces(trees.doc, [(first, end)], cue, source), True)


def of_speaker(trees: Trees, each: Triple) -> Triple:
    """The triple of a claim that is the object of a verb: its source the verb's subject, none of who only hears of it.

    A whole clause ("the envoy made the") is no source.
    """
    noun = trees.token(each.head)
    verb = trees.token(noun.head)
    if noun.dep != "dobj" or not is_claim_noun(noun) or each.source_head not in (verb.i, trees.subject(verb.i)):
        return each
    if verb.lemma in words("hearing.tsv"):
        return replace(each, key=HEARD, source=None, source_head=None, clausal=True)
    subject = trees.subject(verb.i)
    return each if subject is None else replace(each, source=span_of(trees, subject), source_head=subject)


def span_of(trees: Trees, head: int) -> Tokens:
    """The tokens of a phrase."""
    return trees.left[head], trees.right[head] + 1
