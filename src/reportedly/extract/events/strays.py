"""The phrases that belong to an event noun though the parser hung them elsewhere. In: a noun. Out: prepositions with
what they govern, or the verb whose aim the noun tells.
"""

from reportedly.extract.events.clauses import Phrases, phrases
from reportedly.extract.events.participants import AGENTS, kind
from reportedly.model import Annotated

EXPECTED = frozenset(
    ["likely", "unlikely", "possible", "due", "imminent", "pending", "underway", "inevitable", "under"]
)
"""What is said of a deed that lies ahead or goes on, between its noun and the phrases that belong to it."""


def doers(doc: Annotated, pairs: Phrases) -> Phrases:
    """The "by" that the parser hung on what stands after "of" ("the release of 30 miners by the council"), if any."""
    if any(word == "by" for word, _ in pairs):
        return ()
    below = (p for word, head in pairs if word == "of" for p in phrases(doc, head))
    return tuple((word, head) for word, head in below if word == "by" and kind(doc, head) in AGENTS)


def of_predicate(doc: Annotated, noun: int) -> Phrases:
    """The phrases that hang on what is said of an event noun ("action is likely against the officers"), or none."""
    above = doc.tokens[noun].head
    if doc.tokens[noun].dep != "nsubj" or doc.tokens[above].lemma != "be":
        return ()
    found: Phrases = ()
    for child in doc.children[above]:
        if doc.tokens[child].lower in EXPECTED and child > above:
            found += phrases(doc, child)
    return found + tuple(p for p in phrases(doc, above) if found or p[0] == "against")


def verb_aided(doc: Annotated, noun: int) -> int | None:
    """The verb whose aim "in support of", "in defence of" tells: what stands after "of" undergoes it; else None."""
    above = doc.tokens[doc.tokens[noun].head]
    bare = doc.tokens[noun].dep == "pobj" and doc.child(noun, "det", "poss") is None
    if not bare or above.lower != "in" or doc.tokens[noun].tag != "NN":
        return None
    return above.head if doc.tokens[above.head].pos in ("VERB", "AUX") else None


def shared(doc: Annotated, noun: int) -> Phrases:
    """The phrases after a coordinated event noun ("resignations and arrests of ministers"), or none."""
    token = doc.tokens[noun]
    beside = [c for c in doc.children[noun] if doc.tokens[c].dep == "conj"]
    if token.dep == "conj":
        beside.append(token.head)
    return next((found for c in beside if doc.tokens[c].pos == "NOUN" and (found := phrases(doc, c))), ())
