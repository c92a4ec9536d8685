"""How firmly an act is asserted: auxiliaries, adverbs, embedding words, negation, conditionals, tense.

In: an annotated report and the token of a trigger. Out: the Factuality of the act, by its innermost source. Where the
encoder reads along, a future that it does not see is none.

The reading starts at the trigger and climbs the tree, one governing word at a time, until it comes to the clause that a
source states. Each word on the way may lower certainty, turn polarity or set the time; its signature says what counts
above it.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from reportedly.encoder.decode import log_softmax
from reportedly.encoder.heads import TAGS
from reportedly.encoder.labels import words_in
from reportedly.extract.events.participants import AGENTS, kind
from reportedly.extract.events.words import words_of_falsehood
from reportedly.extract.factuality.embedding import RANK, Signature, carriers, clause_words, embeddings, voicing
from reportedly.extract.factuality.marks import (
    LIKELIHOOD,
    NEGATION,
    has_condition,
    is_agentless_passive,
    is_beyond_question,
    is_definite,
    is_perfect,
    is_possible_need,
    is_to_blame,
    is_to_come,
    marks,
    opening,
    tense,
    up,
)  # fmt: skip
from reportedly.extract.factuality.said import Truth, is_claim_noun, noun_told, truth_of
from reportedly.extract.phrases import is_infinitive
from reportedly.extract.ties.bearers import first_title
from reportedly.extract.ties.words import role_noun_at
from reportedly.model import Annotated, Certainty, Factuality, Span, Token

CERTAINTIES: tuple[Certainty, ...] = tuple(RANK)
LONGEST_CLIMB = 24
"""Governing words looked at above a trigger; a guard against trees that are broken or absurdly deep."""

LEAST_FUTURE = 0.1
"""The share of a future below which the encoder is sure that there is none."""

NAMED = 12
"""Words after an object or verb of calling within which stands what it is called."""

SCOPES = {"flip": 3, "reset": 3, "keep": 2, "time": 1, "stop": 0}
"""How much of what stands above still counts: all; all but negation; time only; nothing."""

PURPOSE = Signature(RANK["underspecified"], False, "future", "keep")
PLAIN = Signature(0, False, "same", "flip")
PRESUPPOSED = Signature(0, False, "past", "stop")
ENDED = Signature(0, False, "same", "stop")
DENIED = Signature(0, True, "past", "reset")
RULED_OUT = Signature(0, True, "future", "stop")
OPEN_QUESTION = Signature(RANK["underspecified"], False, "same", "stop")
BY_TRUTH: dict[Truth, Signature] = {"false": DENIED._replace(time="same"), "true": PLAIN, "open": OPEN_QUESTION}
FIRST_PERSON = frozenset({"i", "we"})
WISHING = frozenset({"would", "should"})
"""Modals that make a wish: "I would like"."""

MODALS = frozenset({"would", "must"})
"""Modals under which one does some of what one says, each some of its own: "I must apologise", "I would urge you"."""

DUE = frozenset({"due", "imminent", "upcoming", "forthcoming"})
DUE_ALONE = frozenset({"ahead", "pending"})
"""Words that say so only where nothing hangs on them."""

STANDING = frozenset({"under", "in", "with", "by", "as", "through", "via", "on", "within", "of"})
"""Prepositions after which what was said stands as said: "under the agreement"."""

BEFOREHAND = frozenset({"before", "ahead", "until", "pending"})
ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})
DOERS = AGENTS | {"vehicle"}
WORD_CLASS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "NUM": "n"}


class Step(NamedTuple):
    """One step up: the governing word, its signature for the act below, and the word that gives the signature."""

    governor: int
    signature: Signature
    cue: int


@dataclass(slots=True)
class Reading:
    """What is known of the act so far on the way up."""

    trigger: int
    overruled: frozenset[int] = frozenset()
    rank: int = 0
    negative: bool = False
    time: str | None = None
    scope: int = 3
    cues: list[int] = field(default_factory=list)
    is_dated: bool = False

    def take(self, given: Signature, place: int) -> None:
        """Apply a signature as far as the scope lets it count, and note the word as a cue if it changed anything.

        Words that are overruled say nothing.
        """
        if place in self.overruled:
            return
        before = self.rank, self.negative, self.time
        if given.context == "reset":
            self.rank = 0
        if self.scope >= 2:
            self.rank = max(self.rank, given.rank)
        if self.scope == 3:
            self.negative ^= given.negative
        self.take_time(given.time)
        if (self.rank, self.negative) != before[:2] or (self.time != before[2] and self.time == "future"):
            self.cues.append(place)

    def take_time(self, time: str | None) -> None:
        """Set the time where it is still open; a present gives way to a future, and "near" makes a present one."""
        if time == "near":
            self.time = "future" if self.time in (None, "present") else self.time
        elif time != "same" and (self.time is None or (self.time == "present" and time in ("past", "future"))):
            self.time = time


def factuality(doc: Annotated, head: int) -> Factuality:
    """The factuality of the act that token `head` names, by its innermost source, with the spans of deciding cues."""
    reading = reading_of(doc, head)
    if reading.time == "future":
        reading = performed(doc, head) or reading
    if reading.time == "future" and not reading.is_dated and is_heard_as_past(doc, head):
        reading.time = "past"
        reading.rank = 0 if reading.rank == PURPOSE.rank else reading.rank
    return Factuality(
        certainty=CERTAINTIES[reading.rank],
        polarity="negative" if reading.negative else "positive",
        temporality="future" if reading.time == "future" else "non_future",
        cues=tuple(sorted({Span(doc.tokens[i].start, doc.tokens[i].end) for i in reading.cues})),
    )


def reading_of(doc: Annotated, head: int, overruled: frozenset[int] = frozenset()) -> Reading:
    """What the act's own marks and the words that govern it say of it, those `overruled` apart."""
    reading = Reading(head, overruled)
    place = head
    mark(doc, place, reading, place)
    reading.is_dated = reading.time == "future" and doc.child(place, "aux") is None
    for _ in range(LONGEST_CLIMB):
        if reading.scope == 0:
            break
        if doc.tokens[place].head == place:
            read_root(doc, place, reading)
            break
        place = climb(doc, place, reading)
    return reading


def is_heard_as_past(doc: Annotated, place: int) -> bool:
    """Whether the encoder reads along and is sure that what the rules put into the future is not ahead.

    A purpose reached long ago ("provided aid by bringing grain") looks like one ahead to the rules. An infinitive, with
    a modal or as a purpose, leaves nothing to ask, nor does a subject whose verb puts it ahead.
    """
    if doc.scored is None or doc.tokens[place].tag == "VB" or is_put_ahead(doc, place):
        return False
    words = words_in(doc.scored.report.words, doc.tokens[place].start, doc.tokens[place].end)
    if words is None:
        return False
    shares = np.exp(log_softmax(doc.scored.of("time")[slice(*words)]))[:, TAGS["time"].index("FUTURE")]
    return bool(shares.max() < LEAST_FUTURE)


def is_put_ahead(doc: Annotated, noun: int) -> bool:
    """Whether a subject's verb says that it lies ahead: "the verdict is due in May", "could come", "is likely"."""
    token = doc.tokens[noun]
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    beside = (doc.tokens[c] for c in doc.children[token.head])
    says_so = any(c.tag == "MD" or (c.dep == "acomp" and c.lower in LIKELIHOOD) for c in beside)
    return says_so or is_due(doc, token.head, token)


def performed(doc: Annotated, verb: int) -> Reading | None:
    """The reading of a verb that does what it says though put as a wish or a duty; None for others, or in doubt."""
    places = putting(doc, verb)
    if not places:
        return None
    reading = reading_of(doc, verb, places)
    is_plain = reading.rank == 0 and not reading.negative and reading.time != "future"
    return reading if is_plain else None


def putting(doc: Annotated, verb: int) -> frozenset[int]:
    """The words that put an act of saying as a wish or a duty: "we must condemn", "I would like to thank".

    Only of "I" and "we", and none where a condition or a negation stands beside them.
    """
    token, is_wish = doc.tokens[verb], is_infinitive(doc, verb)
    above = token.head if is_wish else verb
    subject, modal = doc.child(above, "nsubj"), doc.child(above, "aux")
    if subject is None or doc.tokens[subject].lower not in FIRST_PERSON or doc.child(above, "neg") is not None:
        return frozenset()
    if any(has_condition(doc, child) for child in (*doc.children[above], *doc.children[verb])):
        return frozenset()
    form = "" if modal is None else doc.tokens[modal].lower.replace("'d", "would")
    places = frozenset({above} if modal is None else {above, modal})
    if is_wish:
        wishes = token.dep == "xcomp" and doc.tokens[above].lemma in voicing()["wish"]
        is_now = form in WISHING or doc.tokens[above].tag == "VBP"
        return places if wishes and is_now and token.lemma in voicing()["performed"] else frozenset()
    return places - {verb} if form in MODALS and token.lemma in voicing()[form] else frozenset()


def mark(doc: Annotated, place: int, reading: Reading, below: int, shared: bool = False) -> None:
    """Read the word's own tense and marks; a shared mark counts only where it stands before the word."""
    if doc.tokens[place].pos in ("VERB", "AUX"):
        reading.take_time(tense(doc, place))
    for given, cue in marks(doc, place, below):
        if cue < place or not shared:
            reading.take(given, cue)


def climb(doc: Annotated, place: int, reading: Reading) -> int:
    """The governing word of `place`, its signature and marks read; the scope shrinks to what still counts above."""
    if place == reading.trigger and names_its_bearer(doc, place):
        reading.scope = 0
        return place
    if doc.tokens[place].dep == "conj":
        return share(doc, place, reading)
    if doc.tokens[place].dep in ("pobj", "pcomp"):
        mark(doc, doc.tokens[place].head, reading, place)
    step = step_up(doc, place)
    if step.signature.context == "reset" and place == reading.trigger and is_claim_noun(doc.tokens[place]):
        step = step._replace(signature=PRESUPPOSED)  # a denied allegation was made all the same
    elif step.signature.context == "reset" and is_left_undenied(doc, step.governor):
        step = step._replace(signature=OPEN_QUESTION)
    reading.take(step.signature, step.cue)
    reading.scope = min(reading.scope, SCOPES[step.signature.context])
    if reading.scope:
        mark(doc, step.governor, reading, place)
    return step.governor


def is_left_undenied(doc: Annotated, denial: int) -> bool:
    """Whether a verb of denying is itself negated: "did not deny", "would neither confirm nor deny"."""
    token = doc.tokens[denial]
    if token.dep == "conj":
        return any(doc.tokens[c].lower == "nor" and c < denial for c in doc.children[token.head])
    return doc.child(denial, "neg") is not None


def names_its_bearer(doc: Annotated, place: int) -> bool:
    """Whether the token is a title or other role noun that is not said of someone by a verb: it holds as it stands."""
    if role_noun_at(doc, place) is None:
        return False
    token = doc.tokens[first_title(doc, place)]
    return token.dep not in ("attr", "oprd") and not (token.dep == "pobj" and doc.tokens[token.head].lower == "as")


def share(doc: Annotated, place: int, reading: Reading) -> int:
    """The first member of a coordination; a bare second member shares its modals, tense and, after or, its negation."""
    first = doc.tokens[place].head
    if not shares_marks(doc, first, place):
        nor = next((c for c in doc.children[first] if doc.tokens[c].lower == "nor"), None)
        if nor is not None:
            reading.take(NEGATION, nor)
        return first
    scope = reading.scope
    negation_reaches = is_alternative(doc, first, place) or doc.tokens[place].tag == "VB"
    reading.scope = scope if negation_reaches else min(scope, SCOPES["keep"])
    mark(doc, first, reading, place, shared=True)
    reading.scope = scope
    return first


def shares_marks(doc: Annotated, first: int, second: int) -> bool:
    """Whether a coordinated word has no auxiliary and subject of its own, and the form of the first."""
    if any(doc.tokens[c].dep in ("aux", "auxpass", "nsubj", "nsubjpass") for c in doc.children[second]):
        return False
    one, two = doc.tokens[first], doc.tokens[second]
    if {one.tag, two.tag} == {"VBD", "VBN"} and is_alternative(doc, first, second):
        return True  # "has not confirmed or denied"
    return one.tag == two.tag or one.pos == two.pos == "NOUN"


def is_alternative(doc: Annotated, first: int, second: int) -> bool:
    """Whether "or" or "nor" joins two coordinated words, or the second and one after it."""
    return any(doc.tokens[c].lower in ("or", "nor") for c in (*doc.children[first], *doc.children[second]))


def step_up(doc: Annotated, place: int) -> Step:
    """The word that governs `place` and what it says: by the lexicon, else by the construction."""
    token = doc.tokens[place]
    governor, frames = governed(doc, token)
    if (token.pos in ("VERB", "AUX") and opening(doc, place) == "whether") or pleads_innocence(doc, governor):
        return Step(governor, OPEN_QUESTION, governor)
    if is_called_false(doc, token):
        return Step(governor, DENIED, governor)
    if is_left_unsaid(doc, token):
        return Step(governor, OPEN_QUESTION, governor)
    if is_beyond_question(doc, token) or is_to_blame(doc, token):
        return Step(governor, ENDED, governor)
    if is_ruled_out(doc, token, governor):
        return Step(governor, RULED_OUT, governor)
    truth = truth_of(doc, token)
    if truth is not None:
        return Step(governor, BY_TRUTH[truth], doc.child(governor, "acomp", "attr") or governor)
    found = look_up(doc, governor, frames)
    if found is not None:
        return Step(governor, found, governor)
    return Step(governor, by_construction(doc, token, governor), introducer(doc, token))


def is_left_unsaid(doc: Annotated, clause: Token) -> bool:
    """Whether somebody leaves open what a clause tells: "we are not saying that they fled".

    "Did not say that they had fled" may mean that it was passed over.
    """
    verb = doc.tokens[clause.head]
    if clause.dep != "ccomp" or verb.lemma not in voicing()["telling"] or verb.tag != "VBG":
        return False
    return doc.child(verb.i, "neg") is not None


def is_ruled_out(doc: Annotated, token: Token, noun: int) -> bool:
    """Whether a noun tells that there is no thought of a deed: "no question of joining", not "no questions on it"."""
    if token.dep not in ("pobj", "pcomp", "acl") or doc.tokens[noun].lemma not in voicing()["thought"]:
        return False
    if (token.dep != "acl" and doc.tokens[token.head].lower != "of") or is_beyond_question(doc, token):
        return False
    return any(doc.tokens[c].lower == "no" for c in doc.children[noun])


def introducer(doc: Annotated, token: Token) -> int:
    """The place of the conjunction or preposition that introduces the clause or noun, else of the governing word."""
    if token.dep in ("pobj", "pcomp"):
        return token.head
    if token.dep == "advcl":
        mark_word = doc.child(token.i, "mark", "advmod")
        return token.head if mark_word is None else mark_word
    return token.head


def governed(doc: Annotated, token: Token) -> tuple[int, tuple[str, ...]]:
    """The governing word and the frames, best first, under which the lexicon may know the construction."""
    governor = token.head
    if token.dep in ("pobj", "pcomp"):
        preposition = doc.tokens[governor]
        frame = "to_np" if preposition.lower == "to" else preposition.lower
        above = preposition.head
        outer = doc.tokens[above]
        if (outer.pos == "ADP" or outer.lower == "ahead") and outer.head != above:  # "out of", "ahead of"
            frame, above = outer.lower, outer.head
        if preposition.dep == "agent":
            return above, ("subj",)
        return (
            (above, (f"{frame}_ing", frame) if token.dep == "pcomp" else (frame,))
            if above != governor
            else (governor, ())
        )
    if token.dep in ("ccomp", "xcomp", "acl"):
        return governor, clause_frames(doc, token)
    if token.dep == "relcl" and is_proviso(doc, governor, token.i):
        return governor, ("that",)
    told = noun_told(doc, token)
    if told is not None:
        return told, ("that",)
    if token.dep in ("dobj", "nsubjpass", "oprd"):
        return governor, ("np_claim", "np") if is_claim_noun(token) else ("np",)
    if token.dep in ("nsubj", "csubj"):
        return governor, ("subj",)
    if token.dep in ("compound", "poss", "nmod"):
        return governor, ("of", "for")
    return governor, ()


def pleads_innocence(doc: Annotated, place: int) -> bool:
    """Whether a word is that of "pleaded not guilty", after which stands what one is charged with."""
    plea = next((t.i for t in doc.tokens[max(place - 2, 0) : place + 1] if t.lemma in ("plead", "enter")), None)
    if plea is None or doc.tokens[place].lemma not in ("plead", "guilty", "innocent"):
        return False
    after = [t.lower for t in doc.tokens[plea + 1 : plea + 3]]
    return after[:1] == ["innocent"] or after == ["not", "guilty"]


def is_called_false(doc: Annotated, thing: Token) -> bool:
    """Whether what a verb of calling is said of is called false: "called the report that it fell a lie".

    Of anything but a thing said it may be blame: "called the arrest wrong".
    """
    verb = doc.tokens[thing.head]
    if thing.dep not in ("dobj", "nsubj", "nsubjpass") or verb.lemma not in voicing()["naming"]:
        return False
    if not is_claim_noun(thing) and thing.lemma not in voicing()["figure"]:
        return False
    for token in doc.tokens[max(thing.i, verb.i) + 1 : max(thing.i, verb.i) + 1 + NAMED]:
        if token.sentence != thing.sentence or token.pos == "PUNCT":
            return False
        if token.lower in words_of_falsehood():
            after = doc.tokens[min(token.i + 1, len(doc.tokens) - 1)]
            return after.i == token.i or after.pos not in ("NOUN", "PROPN")
    return False


def is_proviso(doc: Annotated, noun: int, clause: int) -> bool:
    """Whether the noun is that of "in the event that" or "in case", and no relative pronoun stands in the clause."""
    token = doc.tokens[noun]
    if token.lemma not in ("event", "case") or doc.tokens[token.head].lower != "in":
        return False
    return not any(doc.tokens[c].tag in ("WDT", "WP") for c in doc.children[clause])


def clause_frames(doc: Annotated, token: Token) -> tuple[str, ...]:
    """The frames of a clause: infinitive, gerund, question, finite."""
    if is_infinitive(doc, token.i):
        return ("obj_to", "to") if doc.child(token.head, "dobj") is not None else ("to",)
    if opening(doc, token.i) in ("whether", "if"):
        return ("whether",)
    if (token.tag == "VBG" and token.dep != "ccomp") or is_compound_gerund(doc, token.i):
        return ("ing",)
    if token.tag == "VB" and not any(doc.tokens[c].dep == "aux" for c in doc.children[token.i]):
        return ("bare", "to") if token.dep == "xcomp" or not has_mark(doc, token.i) else ("subjunctive", "that")
    participle = token.dep == "acl" and token.tag in ("VBN", "VBG") and tense(doc, token.i) in (None, "present")
    return ("that",) if token.dep in ("ccomp", "acl") and not participle else ()


def is_compound_gerund(doc: Annotated, verb: int) -> bool:
    """Whether a verb stands in a gerund of two words and more: "having taken", "being paid", "having been paid"."""
    first = doc.child(verb, "aux", "auxpass")
    return first is not None and doc.tokens[first].tag == "VBG"


def has_mark(doc: Annotated, clause: int) -> bool:
    """Whether a conjunction opens the clause."""
    return any(doc.tokens[c].dep == "mark" for c in doc.children[clause])


def look_up(doc: Annotated, governor: int, frames: tuple[str, ...]) -> Signature | None:
    """The lexicon's signature of the governing word for the first frame that it knows, or None."""
    token = doc.tokens[governor]
    pos = WORD_CLASS.get(token.pos)
    if pos is None or not frames:
        return None
    table = embeddings()
    passive = ".pass" if pos == "v" and is_agentless_passive(doc, governor) else ".act"
    for word in words_of(doc, token):
        for frame in frames:
            found = table.get((word, pos, frame + passive)) or table.get((word, pos, frame))
            if found is not None:
                return found._replace(rank=0) if is_possible_need(doc, token) else found
    return None


def words_of(doc: Annotated, token: Token) -> tuple[str, ...]:
    """The keys of a governing word: with its particle ("call_off"), its form, its lemma."""
    for child in doc.children[token.i]:
        if doc.tokens[child].dep == "prt" or (doc.tokens[child].lower == "yet" and token.lemma == "have"):
            return f"{token.lemma}_{doc.tokens[child].lower}", token.lemma
    return (token.lower, token.lemma) if token.lower != token.lemma else (token.lower,)


def by_construction(doc: Annotated, token: Token, governor: int) -> Signature:
    """What the construction says where the lexicon is silent on the governing word."""
    dep = token.dep
    if dep == "xcomp":
        return PURPOSE if is_infinitive(doc, token.i) else PLAIN
    if dep == "ccomp":
        return OPEN_QUESTION if opening(doc, token.i) in ("whether", "if") else ENDED
    if dep == "advcl":
        return adverbial(doc, token)
    if dep in ("acl", "relcl"):
        return PURPOSE if is_infinitive(doc, token.i) and not is_ordinal(doc, governor, token.i) else ENDED
    if dep in ("pobj", "pcomp"):
        return prepositional(doc, token, governor)
    if dep in ("dobj", "nsubjpass", "nsubj", "csubj"):
        return argument(doc, token, governor)
    if dep in ("attr", "acomp", "oprd", "dep"):
        return PLAIN
    return ENDED


def is_ordinal(doc: Annotated, noun: int, verb: int) -> bool:
    """Whether a noun is picked out by what was done: "the first (man) to be killed", "the only one to vote".

    Of an active infinitive it must be the doer: "the only way to end the war" ends none.
    """
    places = (noun, *doc.children[noun])
    if doc.child(verb, "auxpass") is not None or is_perfect(doc, verb):
        return any(doc.tokens[place].lower in ORDINALS or doc.tokens[place].tag == "JJS" for place in places)
    is_doer = doc.tokens[noun].lower in {*ORDINALS, "one", "ones"} or kind(doc, noun) in DOERS
    return is_doer and any(doc.tokens[place].lower in ORDINALS for place in places)


def adverbial(doc: Annotated, token: Token) -> Signature:
    """An adverbial clause: by its conjunction, else a purpose, else a participle beside its verb."""
    word = opening(doc, token.i)
    if word is not None:
        return clause_words()[word, "clause"]
    if is_infinitive(doc, token.i):
        return PLAIN if is_voiced(doc, token) else PURPOSE
    return PLAIN._replace(context="keep") if token.tag in ("VBG", "VBN") else PLAIN._replace(context="time")


def is_voiced(doc: Annotated, token: Token) -> bool:
    """Whether a purpose is reached by the very act that has it: "gathered to demand", "wrote to thank"."""
    return token.lemma in voicing()["purpose"] and doc.tokens[token.head].lemma in voicing()["act"]


def is_due(doc: Annotated, verb: int, subject: Token) -> bool:
    """Whether a present "be" says that its subject lies ahead: "talks are to resume", "the vote is due in May".

    "The decision is to close the port" tells what was decided.
    """
    if doc.tokens[verb].lemma != "be" or doc.tokens[verb].tag not in ("VBZ", "VBP"):
        return False
    for child in doc.children[verb]:
        if is_ahead(doc, child):
            return True
        if doc.tokens[child].dep == "xcomp" and is_infinitive(doc, child):
            comes = doc.child(child, "auxpass") is not None or doc.tokens[child].lemma in carriers()["subject"]
            return comes or not is_said(subject)
    return False


def is_ahead(doc: Annotated, place: int) -> bool:
    """Whether a word beside "be" means ahead: "due in May", not "due to frost"; "ahead", not "ahead of them"."""
    token = doc.tokens[place]
    if token.lower in DUE_ALONE:
        return token.dep in ("acomp", "advmod") and not doc.children[place]
    following = doc.tokens[min(place + 1, len(doc.tokens) - 1)]
    return token.lower in DUE and not (token.lower == "due" and following.lower == "to" and following.pos == "ADP")


def is_said(token: Token) -> bool:
    """Whether a noun names something said or signed, and so stays done: "the agreement will help"."""
    return token.lemma in voicing()["said"]


def prepositional(doc: Annotated, token: Token, governor: int) -> Signature:
    """An event noun or gerund after a preposition: "under the accord" it stands, "pending the verdict" it is ahead."""
    form = "gerund" if token.dep == "pcomp" or token.tag == "VBG" else "noun"
    word = preposition_of(doc, token)
    found = clause_words().get((word, form))
    if found is None or (word in STANDING and is_said(token) and is_definite(doc, token.i)):
        return PRESUPPOSED
    if word == "pending" or (word in BEFOREHAND and is_present(doc, governor)):
        found = found._replace(time="future")
    return found if doc.tokens[governor].pos in ("VERB", "AUX") else found._replace(context="stop")


def preposition_of(doc: Annotated, token: Token) -> str:
    """The preposition over a noun, "ahead" for "ahead of"."""
    word = doc.tokens[token.head]
    is_ahead_of = word.lower == "of" and doc.tokens[word.head].lower == "ahead"
    return "ahead" if is_ahead_of else word.lower


def is_present(doc: Annotated, verb: int) -> bool:
    """Whether a finite verb is in the present, or a noun hangs on one that is or lies ahead."""
    if doc.tokens[verb].pos in ("NOUN", "PROPN"):
        above = next((t for t in map(doc.tokens.__getitem__, up(doc, verb)) if t.pos in ("VERB", "AUX")), None)
        return above is not None and (is_present(doc, above.i) or is_to_come(doc, above.i))
    is_finite = doc.tokens[verb].tag != "VBN" or doc.child(verb, "aux", "auxpass") is not None
    return is_finite and tense(doc, verb) == "present"


def argument(doc: Annotated, token: Token, governor: int) -> Signature:
    """An event noun as subject or object: carried by a light verb, else known (definite) or as open as the verb."""
    side = "object" if token.dep in ("dobj", "nsubjpass") else "subject"
    if side == "subject" and is_due(doc, governor, token):
        return PLAIN._replace(time="future")
    if doc.tokens[governor].lemma in carriers()[side] or token.tag == "VBG":
        return PLAIN
    if is_definite(doc, token.i):
        is_open = is_said(token) and doc.tokens[governor].lemma in voicing()["open"]
        is_known = (side == "object" or is_said(token)) and not is_open
        return PRESUPPOSED if is_known else PLAIN._replace(context="time")
    return PLAIN._replace(context="keep")


def read_root(doc: Annotated, place: int, reading: Reading) -> None:
    """Read what the whole sentence is: a question, a command, or a headline's infinitive."""
    sentence = doc.sentences[doc.tokens[place].sentence]
    token = doc.tokens[place]
    if doc.tokens[sentence.last - 1].text == "?" and not any(doc.tokens[c].tag == "WRB" for c in doc.children[place]):
        reading.take(OPEN_QUESTION, sentence.last - 1)
    if token.tag != "VB":
        return
    if is_infinitive(doc, place):
        reading.take(PLAIN._replace(time="future"), place)
    elif place == sentence.first:
        reading.take(PURPOSE, place)
