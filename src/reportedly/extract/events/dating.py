"""What a time phrase dates, where that is not the verb that the parser hung it on.

In: an annotated report, and a time expression or a trigger in it. Out: verbs and nouns, None where the parser's choice
stands; whether a deed has another time than the words around it.
"""

from reportedly.extract.events.participants import AGENTS, kind
from reportedly.extract.events.scenes import place_words
from reportedly.extract.events.triggers import Trigger
from reportedly.extract.events.words import mediums, nouns, verbs
from reportedly.model import Annotated, TimeExpression

DATING = frozenset({"on", "in", "at"})
HARMS = frozenset({"ASSAULT", "DIE"})
INNER = frozenset({"pobj", "prep", "dobj", "attr", "nsubj", "nsubjpass", "agent"})
"""Relations by which a word stands inside a clause or phrase after "since"."""

LONGEST_SINCE = 5
"""Words between a time and the "since" before it; a guard against broken trees."""


def governor(doc: Annotated, first: int, last: int) -> int:
    """The verb or noun that the phrase of tokens `first`..`last` hangs on, through its prepositions."""
    head = next((i for i in range(first, last) if not first <= doc.tokens[i].head < last), first)
    place = doc.tokens[head].head
    for _ in range(6):
        if doc.tokens[place].pos not in ("ADP", "SCONJ", "ADV"):
            break
        place = doc.tokens[place].head
    return place


def noun_before(doc: Annotated, verb: int, time: TimeExpression) -> int | None:
    """The noun of a relative clause that a time before the clause dates ("a raid last week that killed"), or None."""
    if doc.tokens[verb].dep != "relcl":
        return None
    subject = doc.child(verb, "nsubj", "nsubjpass")
    noun = doc.tokens[verb].head
    return noun if subject is not None and noun < time.first and time.last <= subject else None


def verb_after(doc: Annotated, place: int, time: TimeExpression) -> int | None:
    """The verb right after a time that the parser hung on its subject ("Ada Ilves on Sunday met"), or None.

    A deed keeps its own time ("the raid on Sunday was condemned") but for the harm that it did.
    """
    if doc.tokens[place].pos not in ("PROPN", "NOUN") or time.last >= len(doc.tokens):
        return None
    deed = doc.tokens[place].pos == "NOUN" and kind(doc, place) not in AGENTS
    after, above = doc.tokens[time.last], doc.tokens[place]
    if after.pos == "AUX" and after.dep in ("aux", "auxpass"):
        after = doc.tokens[after.head]
    if after.pos != "VERB" or after.tag not in ("VBD", "VBN") or after.dep in ("acl", "amod"):
        return None
    if deed and not any(entry.type in HARMS for entry in verbs().get(after.lemma, ())):
        return None
    return after.i if above.dep in ("nsubj", "nsubjpass", "conj", "pobj", "appos") and above.i < time.first else None


def clause_before(doc: Annotated, verb: int, time: TimeExpression) -> int | None:
    """The relative clause of a subject that a time before the verb closes ("men who fled last May said"), or None."""
    if verb < time.last or doc.tokens[verb].pos != "VERB":
        return None
    before = time.first - (2 if doc.tokens[time.first - 1].lower in DATING else 1)
    subject = doc.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject > before or doc.tokens[before].pos == "PUNCT":
        return None
    clause = doc.child(subject, "relcl")
    return clause if clause is not None and clause <= before else None


def dates_object(doc: Annotated, verb: int, time: TimeExpression) -> bool:
    """Whether a time closes the account of what a verb is about ("condemned the killing of X on Friday").

    A time after what it was said in ("in a letter on Friday") dates the saying.
    """
    deed = doc.child(verb, "dobj", "nsubjpass")
    if deed is None or not verb < deed < time.first or not is_harm(doc, deed):
        return False
    between = doc.tokens[deed + 1 : time.first]
    if any(t.dep == "pobj" and doc.tokens[t.head].lower == "in" and t.lemma.lower() in mediums() for t in between):
        return False
    told = [c for c in doc.children[deed] if doc.tokens[c].dep == "prep" and deed < c < time.first]
    return any(doc.tokens[c].lower in ("of", "by", "against") for c in told)


def passing(doc: Annotated, noun: int) -> list[int]:
    """The clauses that tell when or where the event of a noun went on ("talks, which began on Monday")."""
    if doc.tokens[noun].pos != "NOUN":
        return []
    return [c for c in doc.children[noun] if doc.tokens[c].dep in ("relcl", "acl") and passes(doc, c)]


def passes(doc: Annotated, verb: int) -> bool:
    """Whether a verb only says that something went on: "began", "happened", "took place"."""
    lemma = doc.tokens[verb].lemma
    if lemma == "take":
        return any(doc.tokens[c].lower == "place" for c in doc.children[verb])
    return lemma in place_words("passing")


def since_over(doc: Annotated, place: int) -> int | None:
    """The "since" whose clause or noun token `place` stands in ("since the war began with a raid in May"), or None."""
    for _ in range(LONGEST_SINCE):
        token = doc.tokens[place]
        if token.lower == "since":
            return place
        if token.dep == "advcl":
            return next((c for c in doc.children[place] if c < place and doc.tokens[c].lower == "since"), None)
        if token.dep not in INNER:
            return None
        place = token.head
    return None


def over_since(doc: Annotated, since: int) -> int:
    """The word that a clause or noun after "since" dates."""
    above = doc.tokens[since].head
    return doc.tokens[above].head if doc.tokens[since].dep in ("mark", "advmod") else above


def is_harm(doc: Annotated, place: int) -> bool:
    """Whether a verb or noun may tell an attack or a death."""
    lemma = doc.tokens[place].lemma
    return any(entry.type in HARMS for entry in (*verbs().get(lemma, ()), *nouns().get(lemma, ())))


def is_aside(doc: Annotated, trigger: Trigger) -> bool:
    """Whether a participle tells which noun is meant ("men jailed for theft fled in May"): its time is another."""
    token = doc.tokens[trigger.head]
    if token.dep != "acl" or token.tag != "VBN" or trigger.carrier is not None:
        return False
    restricts = all(t.pos != "PUNCT" for t in doc.tokens[token.head + 1 : token.i])
    return restricts and doc.tokens[token.head].dep in ("nsubj", "nsubjpass", "dobj", "pobj")


def nouns_over(doc: Annotated, participle: int) -> list[int]:
    """The noun that a participle tells more of, and those that it hangs on ("talks on the war held by X")."""
    found = [doc.tokens[participle].head]
    while len(found) < 4 and doc.tokens[found[-1]].dep == "pobj":
        above = doc.tokens[doc.tokens[doc.tokens[found[-1]].head].head]
        if above.pos not in ("NOUN", "PROPN"):
            break
        found.append(above.i)
    return found


def has_subject(doc: Annotated, verb: int) -> bool:
    """Whether a verb has a subject of its own, and does not share that of the verb it is joined to."""
    return doc.child(verb, "nsubj", "nsubjpass") is not None
