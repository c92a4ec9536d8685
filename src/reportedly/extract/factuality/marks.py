"""What the dependents of one word say of it: tense, modals, negation, hedges.

In: a token of an annotated report. Out: signatures with the place of the word that gives each, and the token's tense.
"""

from collections.abc import Iterator

from reportedly.extract.factuality.embedding import RANK, Signature, clause_words, embeddings, hedges, modals
from reportedly.model import Annotated, Token

Mark = tuple[Signature, int]
"""A signature and the place of the word that gives it."""

HIGHEST = 24
"""Governing words looked at above a token; a guard against broken trees."""

LONGEST_LIST = 8
"""Coordinated verbs looked through for the one that a reporting verb governs."""

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl", "dative"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "aux"})
ADVERBIAL = frozenset({"neg", "advmod", "npadvmod", "preconj", "acomp", "oprd"})
ADJECTIVAL = frozenset({"amod", "compound", "nmod"})
BARELY = frozenset({"hardly", "scarcely", "barely"})
ANY = frozenset({"any", "anyone", "anybody", "anything"})
PARTNERS = frozenset({"with", "to", "from", "for", "by", "against", "at", "on"})
ALMOST = frozenset({"almost", "nearly", "virtually"})
LIMITING = frozenset({"only", "just", "merely", "simply", "alone", "necessarily"})
COMING = frozenset({"next", "coming", "later", "future", "upcoming"})
TIMING = frozenset({"npadvmod", "poss", "prep", "nmod"})
NEXT = frozenset({"next", "coming", "tomorrow"})
AHEAD = Signature(0, False, "future", "flip")
NEGATION = Signature(0, True, "same", "flip")
CONDITIONAL = Signature(RANK["underspecified"], False, "same", "flip")
CONDITIONS = frozenset({"if", "unless", "provided", "providing", "assuming", "supposing"})
INVERTING = frozenset({"should", "were", "had"})
"""Auxiliaries that make a condition where they stand before their subject."""

LIKELIHOOD = frozenset({"possible", "potential", "probable", "likely", "imminent"})


def marks(doc: Annotated, place: int, below: int) -> Iterator[Mark]:
    """The marks on token `place`: its modals, negations, hedging adverbs, adjectives and determiners.

    `below` is the dependent from which the reading climbed; its own "no" has been read already.
    """
    if doc.tokens[place].pos in ("VERB", "AUX", "ADJ", "ADV"):
        yield from verbal_marks(doc, place, below)
    else:
        yield from nominal_marks(doc, place)


def verbal_marks(doc: Annotated, place: int, below: int) -> Iterator[Mark]:
    """The marks on a verb or a predicative adjective."""
    modal: Mark | None = None
    condition: int | None = None
    negated = False
    for child in doc.children[place]:
        token = doc.tokens[child]
        if token.dep in ("aux", "auxpass"):
            if token.tag == "MD":
                modal = modal_mark(doc, place, child)
        elif token.dep in ("ccomp", "parataxis") and child > place and child != below:
            yield from trailing_mark(doc, child)
        elif token.dep == "advcl" or (token.dep == "prep" and token.lower in CONDITIONS):
            condition = child if child != below and has_condition(doc, child) else condition
        elif token.dep in ADVERBIAL:
            found = adverb_mark(doc, child)
            if found is not None:
                negated = negated or found[0].negative
                yield found
        elif child != below and (
            (token.dep in ARGUMENTS and negative_argument(doc, child)) or negative_phrase(doc, child)
        ):
            negated = True
            yield NEGATION, child
        elif token.dep in SUBJECTS and is_partial(doc, child):
            yield CONDITIONAL, child
    if modal is not None:
        yield without_ability(doc, modal) if negated else modal
        if condition is not None:
            yield CONDITIONAL, condition


def trailing_mark(doc: Annotated, verb: int) -> Iterator[Mark]:
    """The mark of a clause after what it reports ("..., it has been learnt") that the parser hung below it."""
    deps = {doc.tokens[c].dep: c for c in doc.children[verb]}
    subject = deps.get("nsubj", deps.get("nsubjpass"))
    if subject is None or deps.keys() & {"mark", "dobj", "ccomp", "xcomp"}:
        return
    first = min(subject, *doc.children[verb])
    if not any(doc.tokens[i].text == "," for i in range(max(0, first - 1), subject)):
        return
    frame = "that.pass" if is_agentless_passive(doc, verb) else "that.act"
    table = embeddings()
    lemma = doc.tokens[verb].lemma
    found = table.get((lemma, "v", frame)) or table.get((lemma, "v", "that"))
    if found is not None:
        yield Signature(found.rank, False, "same", "flip"), verb


def modal_mark(doc: Annotated, verb: int, modal: int) -> Mark | None:
    """The signature of the modal before `verb`, None for one that the lexicon lacks."""
    found = modals().get(doc.tokens[modal].lower)
    if found is None:
        return None
    plain, perfect = found
    if is_perfect(doc, verb):
        return perfect, modal
    return (backshifted(plain), modal) if is_reported_future(doc, verb, modal) else (plain, modal)


def backshifted(plain: Signature) -> Signature:
    """The signature of "would" where it is "will" told in the past."""
    return plain._replace(rank=0)


def is_reported_future(doc: Annotated, verb: int, modal: int) -> bool:
    """Whether "would" stands for "will" in what a past verb reports: no condition beside it, no direct speech."""
    if doc.tokens[modal].lower != "would" or any(has_condition(doc, c) for c in doc.children[verb]):
        return False
    for _ in range(LONGEST_LIST):
        if doc.tokens[verb].dep != "conj":
            break
        verb = doc.tokens[verb].head
    token = doc.tokens[verb]
    if token.dep != "ccomp" or doc.tokens[token.head].tag not in ("VBD", "VBN"):
        return False
    return not any(q.first <= modal < q.last for q in doc.quotations)


def has_condition(doc: Annotated, clause: int) -> bool:
    """Whether `clause` is an adverbial clause opened by a condition: by "if" and its like, or "should they flee"."""
    if doc.tokens[clause].lower in CONDITIONS:  # "provided that", often parsed as a preposition
        return True
    if doc.tokens[clause].dep != "advcl":
        return False
    words = (doc.tokens[c] for c in doc.children[clause])
    return any(t.dep in ("mark", "prep") and t.lower in CONDITIONS for t in words) or is_inverted(doc, clause)


def is_inverted(doc: Annotated, clause: int) -> bool:
    """Whether a clause is a condition by its order of words: "should they flee", "were it to fall", "had they fled"."""
    subject = doc.child(clause, "nsubj", "nsubjpass", "expl")
    first = doc.child(clause, "aux", "auxpass") if doc.tokens[clause].pos != "AUX" else clause
    return subject is not None and first is not None and first < subject and doc.tokens[first].lower in INVERTING


def without_ability(doc: Annotated, modal: Mark) -> Mark:
    """The modal's mark beside a negation: "could not" denies the act itself, "may not" stays open."""
    if doc.tokens[modal[1]].lower in ("can", "ca", "could"):
        return Signature(0, False, "past", "flip"), modal[1]
    return modal


def adverb_mark(doc: Annotated, place: int) -> Mark | None:
    """The mark of an adverb or predicative adjective, None where it says nothing of certainty, polarity or time."""
    token = doc.tokens[place]
    if token.dep in ("acomp", "oprd"):
        if token.lower not in LIKELIHOOD:
            return None
        return hedges()[token.lower, "adjective"]._replace(time="future"), place
    if token.dep == "npadvmod" or token.lower == "longer":
        return time_mark(doc, place)
    found = hedges().get((token.lower, "adverb"))
    if found is None or (found.negative and limits(doc, place)):
        return None
    if token.lower in ALMOST and place > token.head:  # "killed nearly 50"
        return None
    return found, place


def time_mark(doc: Annotated, place: int) -> Mark | None:
    """The mark of a time adverbial: "next week" puts a present tense into the future, "no longer" denies it."""
    lowers = {doc.tokens[c].lower for c in doc.children[place]} | {doc.tokens[place].lower}
    if lowers & COMING:
        return Signature(0, False, "near", "flip"), place
    return (NEGATION, place) if "no" in lowers else None


def limits(doc: Annotated, place: int) -> bool:
    """Whether the negation at `place` is that of "not only"."""
    return place + 1 < len(doc.tokens) and doc.tokens[place + 1].lower in LIMITING


def negative_argument(doc: Annotated, place: int) -> bool:
    """Whether an argument is "nobody", "none of ...", "hardly anyone", or a noun with "no" or "neither"."""
    token = doc.tokens[place]
    if (token.lower, "pronoun") in hedges() or is_not_one(doc, place):
        return True
    beside = [doc.tokens[c] for c in doc.children[place] if c < place]
    if any(c.dep in ("det", "neg") and c.lower == "no" for c in beside) or any(c.lower == "neither" for c in beside):
        return True
    return any(c.lower in BARELY for c in beside) and (token.lower in ANY or any(c.lower == "any" for c in beside))


def is_not_one(doc: Annotated, place: int) -> bool:
    """Whether "not one" or "not a single" stands before a noun, or is itself the argument: "not one of them"."""
    if doc.child(place, "neg", "nummod", "amod", "prep") is None:
        return False
    before = [t.lower for t in doc.tokens[max(0, place - 5) : place + 1]]
    if "not" not in before:
        return False
    behind = before[before.index("not") + 1 :]
    if "but" in behind or doc.tokens[min(place + 1, len(doc.tokens) - 1)].lower == "but":
        return False
    return behind[:1] == ["one"] or behind[:2] == ["a", "single"]


def is_partial(doc: Annotated, place: int) -> bool:
    """Whether a subject is "not everybody", "not all of them": some may have done it."""
    if is_not_one(doc, place):
        return False
    return any(doc.tokens[c].dep == "neg" and doc.tokens[c].lower == "not" for c in doc.children[place])


def negative_phrase(doc: Annotated, preposition: int) -> bool:
    """Whether a preposition governs nobody or nothing: "agreed with no one", "handed to none of them"."""
    token = doc.tokens[preposition]
    if token.dep != "prep" or token.lower not in PARTNERS:
        return False
    inner = doc.child(preposition, "pobj")
    if inner is None:
        return False
    bare = (doc.tokens[inner].lower, "pronoun") in hedges()
    return bare or (doc.tokens[inner].lower == "one" and doc.tokens[inner - 1].lower == "no")


def nominal_marks(doc: Annotated, place: int) -> Iterator[Mark]:
    """The marks on an event noun: "alleged", "planned", "no", "further possible"."""
    table = hedges()
    for child in doc.children[place]:
        token = doc.tokens[child]
        if token.dep in ADJECTIVAL and not is_predicate(doc, child):
            found = table.get((token.lower, "adjective"))
        elif token.dep in ("det", "neg"):
            found = table.get((token.lower, "determiner"))
        elif token.dep == "advmod":
            found = table.get((token.lower, "adverb"))
        elif token.dep in TIMING and is_coming(doc, child):
            found = AHEAD
        else:
            continue
        if found is not None:
            yield found, child


def is_predicate(doc: Annotated, place: int) -> bool:
    """Whether what is parsed as qualifying a noun is what it is called: "dismissed as false a report"."""
    article = doc.child(doc.tokens[place].head, "det")
    return article is not None and 0 < place < article and doc.tokens[place - 1].lower == "as"


def is_coming(doc: Annotated, place: int) -> bool:
    """Whether what hangs on a noun is a time to come: "next week", "in the coming days", "tomorrow's".

    "The next day" is counted from another day than that of the report.
    """
    inner = doc.child(place, "pobj") if doc.tokens[place].dep == "prep" else place
    if inner is None:
        return False
    name = doc.name_over.get(inner)
    below = {doc.tokens[c].lower for c in doc.children[inner]} | {doc.tokens[inner].lower}
    return name is None and bool(below & NEXT) and not ("next" in below and "the" in below)


def tense(doc: Annotated, place: int) -> str | None:
    """The time that the form of a verb gives: past, present, or None for one that only its governing words tell.

    A perfect is past. "present" gives way to any future above it or beside it.
    """
    token = doc.tokens[place]
    if token.tag == "VBD":
        return "past"
    auxiliaries = [doc.tokens[c] for c in doc.children[place] if doc.tokens[c].dep in ("aux", "auxpass")]
    if any(t.tag == "MD" for t in auxiliaries):
        return None
    if any(t.tag == "VBD" for t in auxiliaries) or is_perfect(doc, place):
        return "past"
    if token.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in auxiliaries):
        return "present"
    return "present" if token.tag == "VBN" and not auxiliaries and token.dep != "conj" else None


def is_perfect(doc: Annotated, place: int) -> bool:
    """Whether a verb stands in a perfect: "has met", "to have met", "may have met"."""
    return any(doc.tokens[c].dep == "aux" and doc.tokens[c].lemma == "have" for c in doc.children[place])


def is_agentless_passive(doc: Annotated, place: int) -> bool:
    """Whether a verb is passive, or a participle after its noun, with nobody named who does it."""
    token = doc.tokens[place]
    deps = {doc.tokens[c].dep for c in doc.children[place]}
    if "agent" in deps:
        return False
    if "auxpass" in deps or "nsubjpass" in deps or (token.tag == "VBN" and token.dep in ("acl", "advcl", "amod")):
        return True
    first = token.head  # of a coordination: "was seized and accused of"
    return (
        token.tag == "VBN" and token.dep == "conj" and not deps & SUBJECTS and doc.child(first, "auxpass") is not None
    )


def is_definite(doc: Annotated, place: int) -> bool:
    """Whether a noun is taken as known: a definite determiner, a possessor, or a proper name."""
    return doc.tokens[place].tag in ("NNP", "NNPS") or any(
        doc.tokens[c].dep == "poss" or doc.tokens[c].lower in ("the", "this", "that", "these", "those")
        for c in doc.children[place]
        if doc.tokens[c].dep in ("det", "poss")
    )


def opening(doc: Annotated, clause: int) -> str | None:
    """The lower-case conjunction that opens a clause and that the lexicon knows, or None."""
    for child in doc.children[clause]:
        token = doc.tokens[child]
        if token.dep in ("mark", "advmod", "dobj", "det") and (token.lower, "clause") in clause_words():
            return token.lower
    return None


def is_possible_need(doc: Annotated, token: Token) -> bool:
    """Whether a verb is that of "may have to" or "might need to", which is as open as the modal."""
    modal = doc.child(token.i, "aux") if token.lemma in ("have", "need") else None
    return modal is not None and doc.tokens[modal].lower in ("may", "might", "could")


def is_to_come(doc: Annotated, verb: int) -> bool:
    """Whether "will" or "shall" stands with a verb."""
    modal = doc.child(verb, "aux")
    return modal is not None and doc.tokens[modal].lower in ("will", "'ll", "’ll", "wo", "shall")


def up(doc: Annotated, place: int) -> Iterator[int]:
    """The governing words of a token, the nearest first."""
    for _ in range(HIGHEST):
        if doc.tokens[place].head == place:
            return
        place = doc.tokens[place].head
        yield place


def is_to_blame(doc: Annotated, token: Token) -> bool:
    """Whether a verb stands in "is to blame", which tells of no deed ahead."""
    return token.lemma == "blame" and token.dep in ("xcomp", "acl", "ccomp") and doc.tokens[token.head].lemma == "be"


def is_beyond_question(doc: Annotated, clause: Token) -> bool:
    """Whether a clause is what is certain: "there is no question that they fled"."""
    noun = doc.tokens[clause.head]
    if noun.lemma != "question" or clause.pos not in ("VERB", "AUX") or clause.dep not in ("acl", "ccomp", "relcl"):
        return False
    mark = doc.child(clause.i, "mark")
    return (mark is not None and doc.tokens[mark].lower in ("that", "but")) and any(
        doc.tokens[c].lower == "no" for c in doc.children[noun.i]
    )
