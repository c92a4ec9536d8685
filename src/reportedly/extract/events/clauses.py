"""What fills the slots of a verb: subject, object, agent, clause, prepositions, through control and coordination.

In: an annotated report. Out: `Slots` for a verb, `NounSlots` for an event noun. Nothing is asserted about roles.
"""

from typing import NamedTuple

from reportedly.extract.events.participants import entity_at, is_time, kind
from reportedly.extract.events.words import verbs
from reportedly.extract.phrases import GOES_ON, conjuncts, is_infinitive
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

BRINGING_ABOUT = frozenset({"have", "get", "want", "need", "see", "keep"})
"""Verbs after which a participle tells what befalls somebody ("had her released")."""

CALLING = frozenset({"call", "declare", "proclaim", "brand", "label", "term", "dub", "deem", "make", "name", "find"})
"""Verbs that say of their object what it is or becomes."""

LETTING = frozenset({"allow", "permit", "let", "enable"})
"""Verbs whose object the parser takes for the subject of the infinitive behind it ("allowed her to pass")."""

STAYING = frozenset({"remain", "stay", "lie", "stand", "go", "get", "become"})
"""Verbs after which a participle tells what has befallen their subject ("remain displaced", "got arrested")."""
SPOKEN = frozenset({"SAY", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of acts done in words, which the one who speaks goes on with ("said ..., and announced")."""

TOLD_AFTER = SPOKEN | {"AGREE", "CONCEDE"}
"""Types of acts whose content may stand before their verb ("the dam is safe, he promised")."""

BLAMING = frozenset({"ACCUSE", "REJECT", "CONCEDE"})
"""Types of acts that are about their object where they have one, not about a statement before them."""

SETTINGS = frozenset({"day", "time", "moment", "year", "week", "way", "reason", "place", "extent", "manner", "night"})
"""Nouns that a clause without a pronoun tells when, where or why of ("the day he came in")."""

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})

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
        clause = self.complement(verb)
        if not self.passive(verb):
            return Slots(False, surface, objects, datives, clause, prepositions, surface)
        agents = self.agents(verb)
        if objects:
            return Slots(True, agents, objects, surface, clause, prepositions, surface)
        return Slots(True, agents, surface, (), clause, prepositions, surface)

    def complement(self, verb: int) -> int | None:
        """The head of the complement clause or infinitive; none before a deed, or where a semicolon parts them.

        "The bridge fell; engineers blamed the flood" holds two statements, "it fell; it did," he promised" one.
        """
        clause = self.doc.child(verb, "xcomp", "ccomp")
        if clause is None or clause > verb:
            return clause
        types = {each.type for each in verbs().get(self.doc.tokens[verb].lemma, ()) if len(each.words) == 1}
        if not types & (TOLD_AFTER if self.doc.child(verb, "dobj") is None else TOLD_AFTER - BLAMING):
            return None
        for token in reversed(self.doc.tokens[clause + 1 : verb]):
            if token.tag in ("``", "''"):
                break
            if token.text == ";":
                return None
        return clause

    def passive(self, verb: int, depth: int = 0) -> bool:
        """Whether the verb is passive: by its auxiliary, as a reduced relative, or as the second of two passives."""
        doc, token = self.doc, self.doc.tokens[verb]
        if doc.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None or self.wrought(verb):
            return True
        if token.tag not in ("VBN", "VBD") or doc.child(verb, "aux") is not None or self.is_headless(verb):
            return False
        if token.dep in ("acl", "amod") or self.is_inserted(verb):
            return True
        if token.tag == "VBN" and doc.child(verb, "dobj") is None and token.dep != "conj":
            return doc.child(verb, "nsubj") is None or doc.sentences[token.sentence].headline
        if doc.child(verb, "agent") is not None and doc.child(verb, "dobj") is None:
            return True
        if token.dep == "conj" and doc.child(verb, *SUBJECT) is None and doc.child(verb, "dobj") is None:
            verbal = depth < REACH and doc.tokens[token.head].pos in ("VERB", "AUX")
            return verbal and self.passive(token.head, depth + 1)
        return False

    def is_headless(self, verb: int) -> bool:
        """Whether the main verb was taken for a participle after its subject ("Norway named Ada Ilves envoy")."""
        doc, above = self.doc, self.doc.tokens[verb].head
        named = verb + 1 in doc.name_over and doc.tokens[verb].lemma in CALLING
        if not named or doc.tokens[verb].dep != "acl" or above != verb - 1:
            return False
        article, root = doc.child(above, "det"), doc.tokens[above].head
        loose = root == above or (doc.tokens[root].pos == "ADP" and doc.tokens[root].head == root)
        return loose and (article is None or doc.tokens[article].lower not in ("a", "an"))

    def is_inserted(self, verb: int) -> bool:
        """Whether a verb in the past is a participle between commas, which the parser took for the main verb.

        "Ilves, jailed by a court in May, died": a comma before it, "by" after it, a second verb behind a comma alone.
        """
        doc = self.doc
        if verb == 0 or doc.tokens[verb - 1].text != "," or doc.tokens[verb].tag != "VBD":
            return False
        own = (verb, *(c for c in doc.children[verb] if doc.tokens[c].dep == "dobj"))
        done_by = any(doc.tokens[c].lower == "by" and c > verb for place in own for c in doc.children[place])
        subject, after = doc.child(verb, "nsubj"), doc.child(verb, "conj")
        if not done_by or subject is None or subject > verb or after is None or doc.tokens[after].tag != "VBD":
            return False
        return doc.tokens[after - 1].text == "," and doc.child(verb, "cc") is None

    def wrought(self, verb: int) -> bool:
        """Whether a participle tells what befalls the noun before it ("had her released", "want the judge removed")."""
        doc, token = self.doc, self.doc.tokens[verb]
        if (
            token.tag not in ("VBN", "VBD")
            or token.dep != "ccomp"
            or doc.tokens[token.head].lemma not in BRINGING_ABOUT
        ):
            return False
        subject = doc.child(verb, "nsubj")
        own = doc.child(verb, "aux", "mark", "dobj") is not None
        return not own and subject is not None and token.head < subject < verb

    def agents(self, verb: int) -> tuple[int, ...]:
        """Heads of the phrase after "by", also that of a coordinated passive."""
        doc = self.doc
        later = (c for c in doc.children[verb] if doc.tokens[c].dep == "conj" and doc.tokens[c].tag in ("VBN", "VBD"))
        for place in (verb, *later):
            by = doc.child(place, "agent")
            if by is None:
                near = (place, *(c for c in doc.children[place] if doc.tokens[c].dep == "dobj"))
                by = next((c for p in near for c in doc.children[p] if doc.tokens[c].lower == "by" and c > place), None)
            inner = None if by is None else doc.child(by, "pobj")
            if inner is not None and doc.tokens[inner].pos != "VERB":
                return conjuncts(doc, inner)
        return self.causer(verb)

    def causer(self, verb: int) -> tuple[int, ...]:
        """Who has it done: the subject of "have" above a participle ("the judge had the driver released").

        Not who has it done to them ("the firm had its assets frozen", "the army had ten men killed").
        """
        above = self.having(verb)
        return () if above is None or self.has_lost(verb) or not self.is_singled_out(verb) else self.surface(above)

    def bereft(self, verb: int) -> tuple[int, ...]:
        """To whom it is done: the subject of "have" whose own thing undergoes it ("the firm had its assets frozen")."""
        above = self.having(verb)
        return self.surface(above) if above is not None and self.has_lost(verb) else ()

    def having(self, verb: int) -> int | None:
        """The verb "have" or "get" above a participle and before the noun that undergoes it, or None."""
        doc, token = self.doc, self.doc.tokens[verb]
        above = token.head
        if token.dep == "acl" and doc.tokens[above].dep in ("dobj", "nsubj") and above < verb:
            above = doc.tokens[above].head
        elif token.dep not in ("ccomp", "xcomp"):
            return None
        has = doc.tokens[above].lemma in ("have", "get") and doc.tokens[above].pos == "VERB"
        return above if has and token.tag == "VBN" and above < verb else None

    def undergoing(self, verb: int) -> int | None:
        """What stands between "have" and a participle, and undergoes it."""
        token = self.doc.tokens[verb]
        return token.head if token.dep == "acl" else self.doc.child(verb, "nsubj", "nsubjpass")

    def is_singled_out(self, verb: int) -> bool:
        """Whether what undergoes the verb is known: "the driver", "him", not "two men", "a brother"."""
        doc, thing = self.doc, self.undergoing(verb)
        if thing is None:
            return False
        article = doc.child(thing, "det")
        if article is None:
            return thing in doc.name_over or doc.tokens[thing].pos == "PRON"
        return doc.tokens[article].lower in ("the", "this", "that", "these", "those") and not doc.child(thing, "nummod")

    def has_lost(self, verb: int) -> bool:
        """Whether what undergoes the verb has an owner in its phrase ("its assets")."""
        doc, thing = self.doc, self.undergoing(verb)
        owner = None if thing is None else doc.child(thing, "poss")
        return owner is not None and doc.tokens[owner].tag == "PRP$"

    def objects(self, verb: int) -> tuple[int, ...]:
        """Heads of the direct object: its own, the antecedent of an object relative, or that of a coordinated verb."""
        doc = self.doc
        own, named = doc.child(verb, *OBJECT), self.name_called(verb)
        if named is not None:
            return (named,)
        if own is not None:
            return tuple(self.antecedent(c) for c in listed_with(doc, own))
        token = doc.tokens[verb]
        if token.dep == "relcl" and not self.passive(verb):
            subject = doc.child(verb, *SUBJECT)
            relative = subject is None or any(
                doc.tokens[c].lower in RELATIVE or doc.tokens[c].lower == "whose"
                for c in (subject, *doc.children[subject])
            )
            if not relative and self.is_contact(verb):
                return (token.head,)
        said = said_of(doc, verb)
        if said is None and doc.tokens[verb].lemma in LETTING:
            said = doc.child(verb, "ccomp")
        subject = None if said is None else doc.child(said, "nsubj")
        if subject is not None:
            return conjuncts(doc, subject)
        following = [c for c in doc.children[verb] if doc.tokens[c].dep == "conj" and doc.tokens[c].pos == "VERB"]
        if following and doc.child(verb, "prep", "xcomp", "ccomp") is None:
            shared = doc.child(following[0], "dobj")
            if shared is not None and following[0] - verb <= 3 and doc.child(following[0], *SUBJECT) is None:
                return conjuncts(doc, shared)
        return ()

    def name_called(self, verb: int) -> int | None:
        """The name right behind a verb of naming, taken for what is said of it or for one with that, or None.

        "named Ada Ilves minister", "named Ada Ilves as envoy", "made Ada Ilves captain".
        """
        doc, name = self.doc, self.doc.name_over.get(verb + 1)
        if name is None or doc.tokens[verb].lemma not in CALLING or self.passive(verb):
            return None
        token = doc.tokens[name.head]
        if token.head == verb:
            return name.head if token.dep == "oprd" and doc.child(verb, "dobj") is None else None
        said = doc.tokens[token.head]
        is_said = token.dep == "compound" and said.head == verb and said.dep in ("oprd", "dobj")
        return name.head if is_said and name.last <= said.i else None

    def is_contact(self, verb: int) -> bool:
        """Whether a relative clause without a pronoun leaves out an object, not what a preposition governs.

        "three men it accuses of spying" leaves out "them", "the house he lived in" what stands after "in", "the raid in
        which two died" nothing.
        """
        doc = self.doc
        noun = doc.tokens[verb].head
        if is_time(doc, noun) or doc.tokens[noun].lemma in SETTINGS:
            return False
        if any(doc.tokens[c].lower in ("where", "when", "why") for c in doc.children[verb]):
            return False
        inner = [doc.child(c, "pobj", "pcomp") for c in doc.children[verb] if doc.tokens[c].dep == "prep"]
        return all(place is not None and doc.tokens[place].lower not in ("which", "whom") for place in inner)

    def antecedent(self, place: int) -> int:
        """The noun that a relative pronoun stands for, else the token itself."""
        doc = self.doc
        if doc.tokens[place].lower not in RELATIVE or doc.tokens[place].tag not in ("WDT", "WP", "DT", "IN"):
            return place
        head = doc.tokens[place].head
        for _ in range(6):
            if doc.tokens[head].dep == "relcl":
                return self.contrasted(doc.tokens[head].head)
            if doc.tokens[head].dep not in ("conj", "ccomp", "xcomp", "prep", "pobj"):
                return place
            head = doc.tokens[head].head
        return place

    def contrasted(self, noun: int) -> int:
        """The noun that a clause tells of: the one before "not" in "the clerk, not the judge, who signed"."""
        doc = self.doc
        if doc.tokens[noun].dep not in ("appos", "conj"):
            return noun
        first = min((c for c in doc.children[noun] if c < noun and doc.tokens[c].dep != "punct"), default=noun)
        negated = doc.tokens[first].lower == "not" or (first > 0 and doc.tokens[first - 1].lower == "not")
        return doc.tokens[noun].head if negated else noun

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
        if own and (name := self.after_opening(own, verb)) is not None:
            found: tuple[int, ...] = (name,)
        elif own:
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

    def after_opening(self, own: list[int], verb: int) -> int | None:
        """The name between an opening gerund clause and the verb ("Speaking to reporters, Ilves alleged"), or None.

        The parser takes the clause for the subject and the name for part of the clause.
        """
        doc = self.doc
        if len(own) > 1 or own[0] > verb or doc.tokens[own[0]].dep != "csubj" or doc.tokens[own[0]].tag != "VBG":
            return None
        name = doc.name_over.get(verb - 1)
        if name is None or name.schema == "Address":
            return None
        first = name.first
        while first > own[0] and doc.tokens[first - 1].pos == "PROPN" and doc.tokens[first - 1].text != ",":
            first -= 1
        return name.head if doc.tokens[first - 1].text == "," else None

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
        if token.dep == "conj" and token.tag == "VBG" and doc.tokens[head].dep == "dobj":
            beside = doc.tokens[head].lower.endswith("ing")
            return self.surface(doc.tokens[head].head, depth) if beside else ()
        if token.dep in ("xcomp", "ccomp") and token.tag in ("VBD", "VBZ", "VBP"):
            own = [c for c in doc.children[head] if doc.tokens[c].dep in SUBJECT and c < head]
            if len(own) > 1 and doc.tokens[own[0]].lower in ("who", "which", "that"):
                return (self.antecedent(own[0]),)
        if token.dep in ("xcomp", "ccomp") and doc.tokens[head].pos in ("VERB", "AUX"):
            finite = token.dep == "ccomp" and token.tag not in ("VB", "VBG")
            return () if finite or doc.child(verb, "mark") is not None else self.controlled(head, depth)
        if token.dep in ("acomp", "oprd") and token.tag == "VBN" and doc.tokens[head].lemma in STAYING:
            return self.surface(head, depth)
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
        if doc.tokens[verb].dep != "conj" or doc.tokens[head].dep != "ccomp":
            return False
        above = doc.tokens[doc.tokens[head].head]
        own, wrought = doc.child(verb, "dobj"), doc.tokens[head].tag == "VBN" or self.wrought(head)
        if is_infinitive(doc, head) and above.pos == "VERB":
            return any(doc.tokens[c].dep == "aux" and doc.tokens[c].tag in FINITE for c in doc.children[verb])
        if wrought and doc.child(head, "aux", "auxpass") is None and above.pos == "VERB":
            helper = doc.child(verb, "aux")
            return helper is not None and doc.tokens[helper].tag in FINITE
        if above.pos != "VERB" or above.tag not in ("VBD", "VBN") or doc.child(verb, "auxpass") is not None:
            return False
        if own is not None and doc.tokens[verb].tag in ("VBD", "VBN") and doc.child(head, "auxpass") is not None:
            return True
        return doc.tokens[verb].tag == "VBD" and (self.goes_on(verb, head) or self.acts_on(own, head))

    def goes_on(self, verb: int, head: int) -> bool:
        """Whether an act done in words is told after a mark that ends the reported clause of the verb `head`."""
        doc = self.doc
        entries = verbs().get(doc.tokens[verb].lemma, ())
        if not entries or entries[-1].type not in SPOKEN or doc.child(verb, "aux") is not None:
            return False
        cc = [c for c in doc.children[head] if doc.tokens[c].dep == "cc" and c < verb]
        return bool(cc) and doc.tokens[cc[-1] - 1].text in GOES_ON

    def acts_on(self, own: int | None, head: int) -> bool:
        """Whether the object is a pronoun for the subject of the verb `head`, who then acts not on themselves."""
        doc = self.doc
        if own is None or doc.tokens[own].lower not in ("him", "her", "them"):
            return False
        meant = entity_at(doc, own)
        return meant is not None and any(entity_at(doc, subject) == meant for subject in self.surface(head))

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
        if doc.tokens[preposition].dep == "conj" and doc.tokens[above].pos == "ADP":
            above = doc.tokens[above].head
        for _ in range(2):
            if not is_scene(doc, above):
                break
            above = doc.tokens[doc.tokens[above].head].head
        if doc.tokens[above].pos in ("VERB", "AUX"):
            objects = doc.child(above, "dobj")
            if objects is None or doc.tokens[objects].lower in RELATIVE:
                objects = next(iter(self.objects(above)), None) if doc.tokens[above].dep == "relcl" else objects
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


def said_of(doc: Annotated, verb: int) -> int | None:
    """What a verb of calling or making says of its object, taken for a clause ("called the move illegal"), or None."""
    if doc.tokens[verb].lemma not in CALLING:
        return None
    clause = doc.child(verb, "ccomp", "xcomp")
    if clause is None:
        return None
    token, subject = doc.tokens[clause], doc.child(clause, "nsubj", "nsubjpass")
    bare = doc.child(clause, "aux", "auxpass", "mark", "cop", "dobj") is None
    is_said = token.tag in ("VBN", "VBD") or token.tag[:2] in ("JJ", "NN")
    return clause if bare and is_said and subject is not None and verb < subject < clause else None


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
            if word not in ("of", "by"):
                beyond(doc, inner, found)
        elif token.dep == "pcomp":
            found.append((word, inner))
        elif token.dep == "conj" and token.pos in ("NOUN", "PROPN") and doc.child(preposition, "pobj") is not None:
            found.extend((word, place) for place in conjuncts(doc, inner))
        elif token.dep == "prep" or (token.dep == "conj" and token.pos == "ADP"):
            collect(doc, inner, word if word in ("along", "together") else token.lower, found)


def beyond(doc: Annotated, setting: int, found: list[tuple[str, int]]) -> None:
    """Add what "of" governs behind a date or a place's name: "the murder in Aral of", "the release on Monday of"."""
    for child in doc.children[setting]:
        if doc.tokens[child].lower != "of" or doc.tokens[child].dep != "prep":
            continue
        name = doc.name_over.get(setting)
        if is_scene(doc, setting) and (name is None or child >= name.last):
            collect(doc, child, "of", found)


def is_scene(doc: Annotated, place: int) -> bool:
    """Whether a token after a preposition is a date or the name of a place, on which nothing else is said to hang."""
    if doc.tokens[place].dep != "pobj":
        return False
    name = doc.name_over.get(place)
    if name is not None:
        return name.schema == "Address"
    return doc.tokens[place].tag in ("NNP", "CD") and is_time(doc, place)
