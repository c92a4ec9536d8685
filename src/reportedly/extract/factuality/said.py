"""Nouns that mean something asserted, and the clauses that tell what it is.

In: a report and a token. Out: whether a noun is such a noun; for a clause, the noun whose content it tells.
"""

from reportedly.extract.factuality.embedding import embeddings, voicing
from reportedly.model import Annotated, Token

CARRYING = frozenset({"in", "by", "from", "on", "of"})
"""Prepositions between something said and where it was said: "the report in the Gull that he had quit"."""


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
    relative = [doc.tokens[c] for c in doc.children[clause.i] if doc.tokens[c].tag in ("WDT", "WP", "WP$")]
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
