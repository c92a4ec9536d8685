"""Nouns that mean something asserted, the clauses that tell what it is, and whether it is said to be true.

In: a report and a token. Out: whether a noun is such a noun; for a clause, the noun whose content it tells; for either,
what is said of it: "it is not true that he fled", "the report that he fled is false".
"""

from typing import Literal

from reportedly.extract.denials import sorted_words
from reportedly.extract.factuality.embedding import embeddings, voicing
from reportedly.model import Annotated, Token

CARRYING = frozenset({"in", "by", "from", "on", "of"})
"""Prepositions between something said and where it was said: "the report in the Gull that he had quit"."""

Truth = Literal["false", "true", "open"]
"""What a sentence says of something asserted: open where it is false in part, or true in part and not."""


def is_claim_noun(token: Token) -> bool:
    """Whether a noun means that something is asserted: "allegation", "report"."""
    return token.pos == "NOUN" and (token.lemma, "n", "that") in embeddings()


def noun_told(doc: Annotated, clause: Token) -> int | None:
    """The noun whose content a clause tells though it is parsed as qualifying a noun; None for other clauses.

    "The report that put the toll at 90", "a claim saying it fell", "the report that he quit".
    """
    if clause.dep not in ("relcl", "acl"):
        return None
    noun = doc.tokens[clause.head]
    beside = (doc.tokens[c] for c in doc.children[clause.i])
    relative = [t for t in beside if t.tag in ("WDT", "WP", "WP$") and (t.dep != "mark" or not is_claim_noun(noun))]
    if not is_claim_noun(noun):
        return carried(doc, noun) if [token.lower for token in relative] == ["that"] else None
    mark = doc.child(clause.i, "mark")
    if clause.dep == "relcl" and not relative and mark is not None and doc.tokens[mark].lower == "that":
        return noun.i
    if clause.lemma not in voicing()["telling"]:
        return None
    subject = doc.child(clause.i, "nsubj")
    is_telling = clause.tag == "VBG" if subject is None else doc.tokens[subject].tag in ("WDT", "WP")
    return noun.i if is_telling else None


def carried(doc: Annotated, name: Token) -> int | None:
    """The noun of something said right before "in the Gull", None where no name stands there.

    A clause with "that" seldom qualifies a name.
    """
    first = min((c for c in doc.children[name.i] if doc.tokens[c].dep in ("det", "compound")), default=name.i)
    first = min(first, name.i)
    if name.pos != "PROPN" or first < 2 or doc.tokens[first - 1].lower not in CARRYING:
        return None
    return first - 2 if is_claim_noun(doc.tokens[first - 2]) else None


def truth_of(doc: Annotated, thing: Token) -> Truth | None:
    """What "be" says of a clause ("it was not true that he fled") or of a report that nobody is named for; else None.

    The negation of "be" is left out: it is for who reads on. Of what somebody is named for ("the rebels' claim that it
    fell was false") others may say that it is not so, not the one who claims it.
    """
    verb = doc.tokens[thing.head]
    subject, called = doc.child(verb.i, "nsubj", "expl"), doc.child(verb.i, "acomp", "attr")
    if verb.lemma != "be" or called is None:
        return None
    is_clause = thing.dep == "csubj" or (thing.dep == "ccomp" and called < thing.i and is_empty(doc, subject))
    is_report = thing.dep == "nsubj" and is_claim_noun(thing) and not is_owned(doc, thing)
    word = doc.tokens[called].lower
    is_false, is_true = word in sorted_words()["false"], word in sorted_words()["true"] and is_clause
    if not (is_clause or is_report) or not (is_false or is_true) or doc.child(called, "prep", "xcomp") is not None:
        return None
    return "open" if is_in_part(doc, verb, called, is_true) else "false" if is_false else "true"


def is_in_part(doc: Annotated, verb: Token, called: int, is_true: bool) -> bool:
    """Whether an adverb limits what is called false, or stands between a negation and "true": "not entirely true"."""
    beside = [doc.tokens[c] for c in (*doc.children[called], *doc.children[verb.i]) if c < called]
    negation = min((token.i for token in beside if token.dep == "neg"), default=called)
    adverbs = [token for token in beside if token.dep == "advmod"]
    if is_true:
        return any(token.i > negation for token in adverbs)
    return any(token.lower not in sorted_words()["outright"] for token in adverbs)


def is_empty(doc: Annotated, subject: int | None) -> bool:
    """Whether a subject is the "it" that stands for a clause."""
    return subject is not None and doc.tokens[subject].lower == "it"


def is_owned(doc: Annotated, noun: Token) -> bool:
    """Whether somebody is named whose report or claim a noun is: "the rebels' claim", "a report by the Gull"."""
    return any(
        doc.tokens[c].dep == "poss" or (doc.tokens[c].dep == "prep" and doc.tokens[c].lower in CARRYING)
        for c in doc.children[noun.i]
    )
