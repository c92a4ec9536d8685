"""What fills the slots of a verb: subject, object, agent, clause, prepositions, through control and coordination.

In: an annotated report. Out: `Slots` for a verb, `NounSlots` for an event noun. Nothing is asserted about roles.
"""

from typing import NamedTuple

from reportedly.extract.events.participants import kind
from reportedly.extract.phrases import conjuncts
from reportedly.model import Annotated

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
OBJECT = ("dobj", "oprd_object")
SUBJECT_CONTROL = frozenset(["promise", "vow", "threaten", "pledge", "swear", "agree", "refuse"])
"""Verbs whose infinitive has their own subject even where they have an object ("promised her to return")."""

MEANS = frozenset({"advcl", "acl", "prep", "xcomp"})
"""How "using a knife" hangs on the verb or noun whose means it tells."""

INERT = frozenset({"weapon", "place", "abstract"})
"""Kinds of objects that do nothing: a participle after them tells what their verb's subject does."""

DUE = frozenset({"gratitude", "thank", "thanks", "praise", "tribute", "appreciation", "reward", "award", "medal"})
"""What is given to somebody for a deed of theirs."""

REACH = 6
"""Steps up a chain of clauses within which a subject or a passive is shared."""

Phrases = tuple[tuple[str, int], ...]
"""Prepositions with the token that they govern."""


class Slots(NamedTuple):
    """Heads of the phrases around a verb. `subjects` do it (also after "by"), `objects` undergo it.

    `clause` is the head of a complement clause or infinitive. `surface` are the grammatical subjects.
    """

    passive: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    datives: tuple[int, ...]
    clause: int | None
    prepositions: Phrases
    surface: tuple[int, ...]


EMPTY = Slots(False, (), (), (), None, (), ())


class Clauses:
    """The slots of a report's verbs, each worked out once."""

    def __init__(self, doc: Annotated) -> None:
        self.doc = doc
        self.known: dict[int, Slots] = {}
        self.surfaces: dict[int, tuple[int, ...]] = {}
        self.words: dict[int, frozenset[str]] = {}

    def words_of(self, sentence: int) -> frozenset[str]:
        """The words of a sentence in lower case, with their lemmas."""
        if sentence not in self.words:
            place = self.doc.sentences[sentence]
            tokens = self.doc.tokens[place.first : place.last]
            self.words[sentence] = frozenset(word for t in tokens for word in (t.lower, t.lemma))
        return self.words[sentence]

    def slots(self, verb: int) -> Slots:
        """What fills the slots of the token `verb`."""
        if verb not in self.known:
            self.known[verb] = self.read(verb)
        return self.known[verb]

    def read(self, verb: int) -> Slots:
        """The slots of a verb met for the first time."""
        doc = self.doc
        surface = self.surface(verb)
        objects = self.objects(verb)
        prepositions = phrases(doc, verb)
        datives = tuple(c for c in doc.children[verb] if doc.tokens[c].dep == "dative" and doc.tokens[c].pos != "ADP")
        clause = doc.child(verb, "xcomp", "ccomp")
        if not self.passive(verb):
            return Slots(False, surface, objects, datives, clause, prepositions, surface)
        agents = self.agents(verb)
        if objects:
            return Slots(True, agents, objects, surface, clause, prepositions, surface)
        return Slots(True, agents, surface, (), clause, prepositions, surface)

    def passive(self, verb: int, depth: int = 0) -> bool:
        """Whether the verb is passive: by its auxiliary, as a reduced relative, or as the second of two passives."""
        doc, token = self.doc, self.doc.tokens[verb]
        if doc.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
            return True
        if token.tag not in ("VBN", "VBD") or doc.child(verb, "aux") is not None:
            return False
        if token.dep in ("acl", "amod"):
            return True
        if token.tag == "VBN" and doc.child(verb, "dobj") is None and token.dep != "conj":
            return doc.child(verb, "nsubj") is None or doc.sentences[token.sentence].headline
        if doc.child(verb, "agent") is not None and doc.child(verb, "dobj") is None:
            return True
        if token.dep == "conj" and doc.child(verb, *SUBJECT) is None and doc.child(verb, "dobj") is None:
            verbal = depth < REACH and doc.tokens[token.head].pos in ("VERB", "AUX")
            return verbal and self.passive(token.head, depth + 1)
        return False

    def agents(self, verb: int) -> tuple[int, ...]:
        """Heads of the phrase after "by", also that of a coordinated passive."""
        doc = self.doc
        later = (c for c in doc.children[verb] if doc.tokens[c].dep == "conj" and doc.tokens[c].tag in ("VBN", "VBD"))
        for place in (verb, *later):
            by = doc.child(place, "agent")
            if by is None:
                by = next((c for c in doc.children[place] if doc.tokens[c].lower == "by" and c > place), None)
            inner = None if by is None else doc.child(by, "pobj")
            if inner is not None and doc.tokens[inner].pos != "VERB":
                return conjuncts(doc, inner)
        return ()

    def objects(self, verb: int) -> tuple[int, ...]:
        """Heads of the direct object: its own, the antecedent of an object relative, or that of a coordinated verb."""
        doc = self.doc
        own = doc.child(verb, *OBJECT)
        if own is not None:
            return tuple(self.antecedent(c) for c in listed_with(doc, own))
        token = doc.tokens[verb]
        if token.dep == "relcl" and not self.passive(verb):
            subject = doc.child(verb, *SUBJECT)
            relative = subject is None or any(
                doc.tokens[c].lower in RELATIVE or doc.tokens[c].lower == "whose"
                for c in (subject, *doc.children[subject])
            )
            if not relative and doc.child(verb, "prep") is None:
                return (token.head,)
        following = [c for c in doc.children[verb] if doc.tokens[c].dep == "conj" and doc.tokens[c].pos == "VERB"]
        if following and doc.child(verb, "prep", "xcomp", "ccomp") is None:
            shared = doc.child(following[0], "dobj")
            if shared is not None and following[0] - verb <= 3 and doc.child(following[0], *SUBJECT) is None:
                return conjuncts(doc, shared)
        return ()

    def antecedent(self, place: int) -> int:
        """The noun that a relative pronoun stands for, else the token itself."""
        doc = self.doc
        if doc.tokens[place].lower not in RELATIVE or doc.tokens[place].tag not in ("WDT", "WP", "DT", "IN"):
            return place
        head = doc.tokens[place].head
        for _ in range(6):
            if doc.tokens[head].dep == "relcl":
                return doc.tokens[head].head
            if doc.tokens[head].dep not in ("conj", "ccomp", "xcomp", "prep", "pobj"):
                return place
            head = doc.tokens[head].head
        return place

    def who(self, noun: int, pronoun: int) -> int:
        """The person for whom "who" stands: not the body in "the head of the family, who had fallen ill"."""
        doc = self.doc
        of = doc.tokens[noun].head
        if noun == pronoun or doc.tokens[pronoun].lower != "who" or doc.tokens[of].lower != "of":
            return noun
        above = doc.tokens[of].head
        one = doc.tokens[noun].tag in ("NN", "NNP") and kind(doc, noun) in ("group", "state", "place", "region")
        return above if one and kind(doc, above) == "person" else noun

    def surface(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of the grammatical subject, its own or one shared with another verb; empty where none is told."""
        if verb in self.surfaces:
            return self.surfaces[verb]
        doc = self.doc
        own = [c for c in doc.children[verb] if doc.tokens[c].dep in SUBJECT]
        if own:
            heads = self.listed(own, verb)
            found = tuple(self.who(self.antecedent(c), c) for head in heads for c in conjuncts(doc, head))
        elif doc.child(verb, "expl") is not None or depth > REACH:
            found = ()
        elif doc.tokens[verb].dep == "ROOT" and doc.tokens[verb].tag == "VBN":
            found = tuple(c for c in doc.children[verb] if c < verb and doc.tokens[c].pos == "NUM")[-1:]
        else:
            found = self.inherited(verb, depth + 1)
        self.surfaces[verb] = found
        return found

    def listed(self, own: list[int], verb: int) -> list[int]:
        """Of several subjects the one next to the verb, with one before it that "and" joins to it."""
        before = [c for c in own if c < verb]
        if not before:
            return own[:1]
        joined = len(before) > 1 and self.doc.child(before[-2], "cc") is not None
        return before[-2:] if joined else before[-1:]

    def inherited(self, verb: int, depth: int) -> tuple[int, ...]:
        """The subject of a verb that has none of its own, by its place in the sentence."""
        doc, token = self.doc, self.doc.tokens[verb]
        head = token.head
        if head == verb:
            return ()
        if self.outgrows(verb, head):
            return self.surface(doc.tokens[head].head, depth)
        if token.dep in ("conj", "advcl", "dep", "parataxis") and doc.tokens[head].pos in ("VERB", "AUX"):
            agents = self.agents(head) if token.dep == "advcl" and token.tag == "VB" and self.passive(head) else ()
            return agents or self.surface(head, depth)
        if token.dep in ("xcomp", "ccomp") and doc.tokens[head].pos in ("VERB", "AUX"):
            finite = token.dep == "ccomp" and token.tag not in ("VB", "VBG")
            return () if finite or doc.child(verb, "mark") is not None else self.controlled(head, depth)
        if token.dep == "xcomp" and doc.tokens[head].pos == "ADJ":
            return self.surface(doc.tokens[head].head, depth)
        if token.dep in ("acl", "relcl"):
            return self.of_noun_clause(verb, head, depth)
        if token.dep in ("pcomp", "pobj"):
            return self.after_preposition(head, depth)
        return ()

    def outgrows(self, verb: int, head: int) -> bool:
        """Whether an active verb joined to a passive clause goes on with the verb above ("denied ... and rejected")."""
        doc = self.doc
        joined = doc.tokens[verb].dep == "conj" and doc.tokens[head].dep == "ccomp"
        if not joined or doc.child(verb, "dobj") is None or doc.child(verb, "auxpass") is not None:
            return False
        above = doc.tokens[doc.tokens[head].head]
        finite = doc.tokens[verb].tag in ("VBD", "VBN") and above.tag in ("VBD", "VBN")
        return finite and above.pos == "VERB" and doc.child(head, "auxpass") is not None

    def controlled(self, head: int, depth: int) -> tuple[int, ...]:
        """The subject of an infinitive under the verb `head`: that verb's object if it has one, else its subject."""
        doc = self.doc
        if doc.tokens[head].lemma not in SUBJECT_CONTROL:
            objects = doc.child(head, "dobj", "dative")
            if objects is not None and doc.tokens[objects].pos != "ADP":
                return conjuncts(doc, objects)
            asked = next((c for c in doc.children[head] if doc.tokens[c].lower in ("on", "upon", "to", "for")), None)
            inner = (
                None if asked is None or doc.tokens[head].lemma not in ("call", "appeal") else doc.child(asked, "pobj")
            )
            if inner is not None:
                return conjuncts(doc, inner)
        return self.surface(head, depth)

    def of_noun_clause(self, verb: int, noun: int, depth: int) -> tuple[int, ...]:
        """The subject of a clause that qualifies a noun: the noun, or for an infinitive the noun's owner."""
        doc = self.doc
        if doc.tokens[verb].tag == "VBG" and doc.tokens[noun].dep == "dobj" and kind(doc, noun) in INERT:
            return self.surface(doc.tokens[noun].head, depth)
        if doc.tokens[verb].tag in ("VBN", "VBD", "VBG") or doc.tokens[verb].dep == "relcl":
            return conjuncts(doc, noun) if doc.tokens[noun].dep != "conj" else (noun,)
        owner = doc.child(noun, "poss")
        if owner is not None:
            return (owner,)
        above = doc.tokens[noun].head
        if doc.tokens[noun].dep in ("dobj", "pobj", "attr", "nsubjpass") and doc.tokens[above].pos == "ADP":
            above = doc.tokens[above].head
        return self.surface(above, depth) if doc.tokens[above].pos in ("VERB", "AUX") else ()

    def after_preposition(self, preposition: int, depth: int) -> tuple[int, ...]:
        """The subject of a gerund after a preposition: the object of "accused X of", the subject of "left after"."""
        doc = self.doc
        above = doc.tokens[preposition].head
        if doc.tokens[above].pos in ("VERB", "AUX"):
            objects = doc.child(above, "dobj")
            if objects is not None and doc.tokens[preposition].lower == "for" and doc.tokens[objects].lemma in DUE:
                return tuple(h for word, h in (*phrases(doc, above), *phrases(doc, objects)) if word == "to")
            if doc.tokens[preposition].lower in ("of", "for", "from", "into") and objects is not None:
                return conjuncts(doc, objects)
            return self.surface(above, depth)
        if doc.tokens[above].pos in ("NOUN", "PROPN", "PRON"):
            owner = doc.child(above, "poss")
            thanked = [h for word, h in phrases(doc, above) if word == "to" and h < preposition]
            if thanked and doc.tokens[preposition].lower == "for" and doc.tokens[above].lemma in DUE:
                return conjuncts(doc, thanked[0])
            if owner is not None:
                return (owner,)
            verb = doc.tokens[above].head
            if doc.tokens[verb].pos == "VERB" and doc.tokens[preposition].lower in ("of", "for", "from"):
                return (above,) if doc.tokens[above].dep == "dobj" else self.surface(verb, depth)
            return self.surface(verb, depth) if doc.tokens[verb].pos in ("VERB", "AUX") else ()
        return ()


def listed_with(doc: Annotated, head: int) -> tuple[int, ...]:
    """`head` and what is coordinated with it; also a counted list taken for appositions ("12 guns, three knives")."""
    found = set(conjuncts(doc, head))
    stack = sorted(found)
    while stack:
        place = stack.pop()
        for child in doc.children[place] if doc.child(place, "nummod") is not None else ():
            counted = doc.tokens[child].dep == "appos" and doc.child(child, "nummod") is not None
            if counted and child not in found and doc.tokens[child].pos == "NOUN":
                new = set(conjuncts(doc, child)) - found
                found |= new
                stack += new
    return tuple(sorted(found))


def phrases(doc: Annotated, head: int) -> Phrases:
    """Each preposition under `head` with the noun or gerund it governs, coordinated ones apart."""
    found: list[tuple[str, int]] = []
    for child in doc.children[head]:
        token = doc.tokens[child]
        if token.lower == "using" and token.dep in MEANS:
            found.extend(("using", c) for c in doc.children[child] if doc.tokens[c].dep in ("dobj", "pobj"))
        governs = token.dep in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ", "VERB")
        if token.lower != "according" and (governs or token.lower in ("along", "together")):
            beside = any(doc.tokens[c].lower in ("along", "together") for c in doc.children[child])
            collect(doc, child, "along" if beside else token.lower, found)
    return tuple(found)


def collect(doc: Annotated, preposition: int, word: str, found: list[tuple[str, int]]) -> None:
    """Add what `preposition` governs to `found`."""
    for inner in doc.children[preposition]:
        token = doc.tokens[inner]
        if token.dep == "pobj":
            found.extend((word, place) for place in conjuncts(doc, inner))
        elif token.dep == "pcomp":
            found.append((word, inner))
        elif token.dep == "prep" or (token.dep == "conj" and token.pos == "ADP"):
            collect(doc, inner, word if word in ("along", "together") else token.lower, found)
