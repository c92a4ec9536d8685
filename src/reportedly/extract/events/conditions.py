"""The conditions under which a word of the lexicon names an event. In: a word with what it governs. Out: yes or no.

The names are those of the lexicons' `when` column.
"""

from collections.abc import Callable
from typing import NamedTuple

from reportedly.extract.events.clauses import phrases
from reportedly.extract.events.participants import AGENTS, is_sum, is_time, kind, measured, ordered
from reportedly.extract.events.tolls import QUOTES, tally
from reportedly.extract.events.words import Condition, election_words, sport_words
from reportedly.model import Annotated

WINDOW = 60
"""Words on either side within which `near` looks."""

AROUND = 80
"""Words on either side, whatever the sentence, within which `votes` looks for two words of elections."""


SAID_OF = frozenset({"oprd", "attr", "acomp", "xcomp", "ccomp", "dobj", "npadvmod"})
"""How what is said of an object hangs on the verb of calling; with two objects the second says it."""

READY = frozenset({"ready", "prepared", "willing", "determined"})
"""How somebody is who warns what they will do ("warned it was ready to strike")."""

KINDLY = frozenset({"help", "assist", "aid", "issue", "talk", "negotiate", "discuss", "meet", "cooperate", "win"})
"""What does no harm to those who are warned of it ("warned they were ready to help")."""

NO_VOTE = frozenset({
    "court", "lawsuit", "oscar", "award", "actor", "actress", "singer", "song", "film", "goal", "goals", "horse",
})  # fmt: skip
"""Words that tell what else than a vote is won or lost, beside those of sport."""

STAGES = frozenset({"stadium", "coach", "player", "players", "match", "matches", "seasons", "sprint"})
"""Words of sport that reports of elections use too."""

QUESTIONS = frozenset({"who", "whom", "whose", "what", "when", "where", "why", "how", "which", "whether", "if"})


class Setting(NamedTuple):
    """A word with what it governs: the heads of its objects, of its complement clause and of its subjects."""

    doc: Annotated
    head: int
    objects: tuple[int, ...] = ()
    clause: int | None = None
    subjects: tuple[int, ...] = ()


OBJECT_KINDS: dict[str, frozenset[str]] = {
    "oa": AGENTS | {"region"},
    "op": frozenset({"person"}),
    "og": frozenset({"region", "state", "place"}),
    "ot": frozenset({"region", "state", "place", "vehicle", "weapon", "abstract", "thing"}),
    "om": frozenset({"thing", "weapon", "vehicle", "place"}),
    "ow": frozenset({"weapon"}),
}
"""What an object must name: an agent, a person, a place, no agent, something material, a weapon."""


def holds(condition: Condition, setting: Setting) -> bool:
    """Whether one condition holds; one that begins with "!" holds where the rest of it does not."""
    if condition.name.startswith("!"):
        return not holds(condition._replace(name=condition.name[1:]), setting)
    if condition.name in OBJECT_KINDS:
        return object_fits(setting, condition.name)
    return TESTS[condition.name](setting, condition.words)


def object_fits(setting: Setting, name: str) -> bool:
    """Whether the object is of a wanted kind; a named body may stand for its building."""
    if not setting.objects:
        return False
    first = setting.objects[0]
    found = kind(setting.doc, first)
    return found in OBJECT_KINDS[name] or (name == "og" and found == "group" and first in setting.doc.name_over)


def has_object(setting: Setting, _: frozenset[str]) -> bool:
    """Whether there is an object."""
    return bool(setting.objects)


def has_none(setting: Setting, _: frozenset[str]) -> bool:
    """Whether there is no object."""
    return not setting.objects


def object_among(setting: Setting, words: frozenset[str]) -> bool:
    """Whether the object is one of the words."""
    doc = setting.doc
    named = [doc.tokens[place] for o in setting.objects for place in (o, measured(doc, o))]
    return any(token.lemma in words or token.lower in words for token in named)


def object_is_money(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the object is a sum of money."""
    return any(is_sum(setting.doc, place) for place in setting.objects)


def subject_among(setting: Setting, words: frozenset[str]) -> bool:
    """Whether a subject is one of the words, or "the second" of a series of such."""
    doc = setting.doc
    return any(doc.tokens[ordered(doc, measured(doc, s))].lemma.lower() in words for s in setting.subjects)


def done_by(setting: Setting, words: frozenset[str]) -> bool:
    """Whether a subject is one of the words, or none is named."""
    return not setting.subjects or subject_among(setting, words)


def subject_is_person(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the subject names a person or persons."""
    return any(kind(setting.doc, place) == "person" for place in setting.subjects)


def subject_is_state(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the subject names a state."""
    return any(kind(setting.doc, place) == "state" for place in setting.subjects)


def of_two_sides(setting: Setting, _: frozenset[str]) -> bool:
    """Whether two or more do it: coordinated subjects, "the two", "both ministers", "the five leaders"."""
    doc = setting.doc
    if len(setting.subjects) > 1:
        return True
    counted = (doc.tokens[place] for s in setting.subjects for place in (s, *doc.children[s]))
    return any(t.lower in ("both", "two", "three", "four", "five") and t.dep not in ("conj", "relcl") for t in counted)


def is_dated(setting: Setting, _: frozenset[str]) -> bool:
    """Whether a date or hour hangs on the word."""
    doc = setting.doc
    near = setting.doc.children[setting.head]
    inner = (c for child in near if doc.tokens[child].dep == "prep" for c in doc.children[child])
    return any(is_time(doc, place) for place in (*near, *inner) if doc.tokens[place].pos in ("NOUN", "PROPN", "NUM"))


def has_clause(setting: Setting, _: frozenset[str]) -> bool:
    """Whether there is a complement clause or infinitive."""
    return setting.clause is not None


def of_another(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the clause has a subject of its own ("wants him to go")."""
    return setting.clause is not None and setting.doc.child(setting.clause, "nsubj", "nsubjpass") is not None


def of_oneself(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the clause says what the speaker will do ("warned that it would strike back")."""
    doc, clause = setting.doc, setting.clause
    subject = None if clause is None else doc.child(clause, "nsubj")
    if clause is None or subject is None or doc.tokens[subject].pos != "PRON":
        return False
    return is_ready(doc, clause) or any(doc.tokens[c].lower in ("will", "would", "'ll") for c in doc.children[clause])


def is_ready(doc: Annotated, clause: int) -> bool:
    """Whether a clause says that somebody is ready to do something ("is prepared to act")."""
    said = clause if doc.tokens[clause].lower in READY else doc.child(clause, "acomp")
    if said is None or doc.tokens[said].lower not in READY:
        return False
    deed = doc.child(said, "xcomp")
    return deed is not None and doc.tokens[deed].lemma not in KINDLY


def is_clause_of(setting: Setting, words: frozenset[str]) -> bool:
    """Whether the verb of the clause is one of the words ("invited her to speak")."""
    return setting.clause is not None and setting.doc.tokens[setting.clause].lemma in words


def is_infinitive(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the clause is an infinitive with "to"."""
    doc = setting.doc
    return setting.clause is not None and any(doc.tokens[c].tag == "TO" for c in doc.children[setting.clause])


def is_demanded(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the clause says what must be done: a subjunctive ("that she go") or "must", "should"."""
    doc, clause = setting.doc, setting.clause
    if clause is None:
        return False
    helpers = [doc.tokens[c] for c in doc.children[clause] if doc.tokens[c].dep in ("aux", "auxpass")]
    if any(h.lower in ("must", "should", "ought") for h in helpers):
        return True
    bare = doc.tokens[clause].tag == "VB" or any(h.lower == "be" for h in helpers)
    return bare and doc.child(clause, "mark") is not None and not any(h.tag in ("MD", "TO") for h in helpers)


def stands_alone(setting: Setting, _: frozenset[str]) -> bool:
    """Whether nothing is said of the object ("called him", not "called him a liar" or "calls him 'the Uncle'")."""
    doc, head = setting.doc, setting.head
    return doc.child(head, "oprd", "xcomp", "ccomp") is None and not quoted_after(doc, head)


def keeps_nameless(setting: Setting, _: frozenset[str] = frozenset()) -> bool:
    """Whether the clause only says why a source has no name: "asked not to be named", "not authorised to speak"."""
    if setting.clause is None:
        return False
    doc, lemma = setting.doc, setting.doc.tokens[setting.clause].lemma
    unnamed = lemma in ("name", "identify", "quote", "cite") and doc.child(setting.clause, "neg") is not None
    silent = lemma in ("speak", "talk", "comment", "brief", "discuss", "address") and is_negated(setting, frozenset())
    return unnamed or silent


def has_dative(setting: Setting, _: frozenset[str]) -> bool:
    """Whether there is an indirect object without a preposition, or its passive ("was denied medicine")."""
    doc, head = setting.doc, setting.head
    if doc.child(head, "nsubjpass") is not None and doc.child(head, "dobj") is not None:
        return True
    below = (doc.tokens[c] for c in doc.children[head])
    return any(token.dep == "dative" and token.pos != "ADP" for token in below)


def is_undergone(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the verb is passive: with its auxiliary, or as a participle after its noun ("a man wanted over")."""
    token = setting.doc.tokens[setting.head]
    return setting.doc.child(setting.head, "auxpass") is not None or (
        token.tag == "VBN" and token.dep in ("acl", "advcl")
    )


def is_indirect_question(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the clause is a question told ("did not say who paid")."""
    doc, clause = setting.doc, setting.clause
    if clause is None:
        return False
    first = doc.tokens[setting.head + 1 : setting.head + 3]
    return any(token.lower in QUESTIONS for token in first)


def is_called(setting: Setting, words: frozenset[str]) -> bool:
    """Whether one of the words is what is said of the object ("called it illegal", "described her as a traitor")."""
    doc, head = setting.doc, setting.head
    said = list(predicates(doc, head))
    while said:
        token = doc.tokens[said.pop()]
        if token.lower in words or token.lemma in words:
            return True
        said += [c for c in doc.children[token.i] if doc.tokens[c].dep == "conj"]
    return False


def predicates(doc: Annotated, verb: int) -> list[int]:
    """The heads of what a verb says of its object: beside it, after "as", or quoted right behind it."""
    found = [c for c in doc.children[verb] if doc.tokens[c].dep in SAID_OF and c > verb and says_of(doc, verb, c)]
    for child in doc.children[verb]:
        if doc.tokens[child].lower == "as":
            found += [c for c in doc.children[child] if c > child]
    objects = [c for c in doc.children[verb] if doc.tokens[c].dep == "dobj"]
    found += [c for o in objects for c in doc.children[o] if doc.tokens[c].dep == "acl" and doc.tokens[c].tag == "JJ"]
    return found + quoted_after(doc, verb) + said_beside(doc, verb)


def says_of(doc: Annotated, verb: int, said: int) -> bool:
    """Whether an object says what another one before it is ("made her captain"), be it taken for one with it.

    Not the only object: "called the killer as a witness", "described the theft".
    """
    if doc.tokens[said].dep != "dobj":
        return True
    if any(doc.tokens[c].dep in ("dobj", "dative") and verb < c < said for c in doc.children[verb]):
        return True
    return verb + 1 in doc.name_over and verb + 1 < said and doc.name_over[verb + 1].last <= said


def said_beside(doc: Annotated, verb: int) -> list[int]:
    """The noun right behind a name that is the object, taken for its apposition ("called Ada Ilves a liar")."""
    objects = (c for c in doc.children[verb] if doc.tokens[c].dep == "dobj" and c in doc.name_over)
    beside = (c for o in objects for c in doc.children[o] if doc.tokens[c].dep == "appos" and c > o)
    return [c for c in beside if doc.tokens[c].tag == "NN" and all(t.text != "," for t in doc.tokens[verb:c])]


def quoted_after(doc: Annotated, verb: int) -> list[int]:
    """The noun in quotation marks right behind the object of a verb, which the parser took for its apposition."""
    objects = (c for c in doc.children[verb] if doc.tokens[c].dep == "dobj")
    beside = (c for o in objects for c in doc.children[o] if doc.tokens[c].dep == "appos" and c > o)
    return [c for c in beside if any(t.text in QUOTES for t in doc.tokens[verb:c])]


def subject_acts(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the subject is a person or body, or none is named."""
    return not setting.subjects or any(kind(setting.doc, place) in AGENTS for place in setting.subjects)


def are_arms(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the object is weapons in number or bulk, and no mere place is what they are taken to.

    "shipped rifles to the rebels", not "carried a knife to school".
    """
    doc = setting.doc
    if not object_fits(setting, "ow"):
        return False
    first = setting.objects[0]
    one = doc.tokens[first].tag in ("NN", "NNP") and doc.child(first, "det", "poss") is not None
    goals = [kind(doc, place) for word, place in phrases(doc, setting.head) if word == "to"]
    return not one and not any(goal in ("place", "thing", "abstract", "vehicle") for goal in goals)


def is_told_once(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the verb tells one deed: in no simple present ("the bank allows"), but in a headline, and not unreal.

    Unreal is "had she won", where the helping verb comes before its subject.
    """
    doc, token = setting.doc, setting.doc.tokens[setting.head]
    helper, subject = doc.child(token.i, "aux", "auxpass"), doc.child(token.i, "nsubj", "nsubjpass")
    if helper is not None and subject is not None and helper < subject and doc.tokens[helper].lower == "had":
        return False
    helped = helper is not None
    return token.tag not in ("VBZ", "VBP") or helped or doc.sentences[token.sentence].headline


def of_weapon(setting: Setting, _: frozenset[str]) -> bool:
    """Whether "of" with a weapon follows."""
    governed = [place for word, place in phrases(setting.doc, setting.head) if word == "of"]
    return bool(governed) and kind(setting.doc, governed[0]) == "weapon"


def of_person(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the noun is of a person: after "of", or as its owner with nothing after "of"."""
    doc, head = setting.doc, setting.head
    governed = [place for word, place in phrases(doc, head) if word == "of"]
    of = governed[0] if governed else doc.child(head, "poss")
    return of is not None and kind(doc, of) == "person"


def has_word(setting: Setting, words: frozenset[str]) -> bool:
    """Whether one of the words hangs on the head: prepositions mostly."""
    return any(setting.doc.tokens[c].lower in words for c in setting.doc.children[setting.head])


def stands_near(setting: Setting, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence, at most WINDOW words away."""
    sentence = setting.doc.sentences[setting.doc.tokens[setting.head].sentence]
    first, last = max(sentence.first, setting.head - WINDOW), min(sentence.last, setting.head + WINDOW)
    return any(token.lower in words for token in setting.doc.tokens[first:last])


def is_of_vote(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the report tells of an election there: by a word in the sentence, or two at most AROUND words away.

    Not where the sentence tells of a game, a court or a prize.
    """
    doc, head, words = setting.doc, setting.head, election_words()
    if stands_near(setting, NO_VOTE | (sport_words() - STAGES)):
        return False
    if stands_near(setting, words):
        return True
    return sum(token.lower in words for token in doc.tokens[max(0, head - AROUND) : head + AROUND]) > 1


def stands_after(setting: Setting, words: frozenset[str]) -> bool:
    """Whether the noun follows one of the prepositions ("on alert")."""
    token = setting.doc.tokens[setting.head]
    return token.dep == "pobj" and setting.doc.tokens[token.head].lower in words


def is_under(setting: Setting, words: frozenset[str]) -> bool:
    """Whether the noun is the object of one of the verbs ("froze their aid", "aid was cut")."""
    token = setting.doc.tokens[setting.head]
    return token.dep in ("dobj", "nsubjpass") and setting.doc.tokens[token.head].lemma in words


def is_plural(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the noun is in the plural."""
    return setting.doc.tokens[setting.head].tag in ("NNS", "NNPS")


def is_negated(setting: Setting, _: frozenset[str]) -> bool:
    """Whether the verb is negated ("did not specify", "has not commented")."""
    return setting.doc.child(setting.head, "neg") is not None


def is_tallied(setting: Setting, _: frozenset[str]) -> bool:
    """Whether a toll comes to a number that no word of its own tells dead ("the toll rose to 48")."""
    return tally(setting.doc, setting.head) is not None


def always(_: Setting, __: frozenset[str]) -> bool:
    """True: what `p` asks is asked once the participants are known."""
    return True


TESTS: dict[str, Callable[[Setting, frozenset[str]], bool]] = {
    "o": has_object, "no": has_none, "ol": object_among, "c": has_clause, "other": of_another, "self": of_oneself,
    "inf": is_infinitive, "cl": is_clause_of, "votes": is_of_vote, "ofp": of_person, "under": is_under,
    "must": is_demanded, "dat": has_dative, "ofw": of_weapon, "pp": has_word, "near": stands_near,
    "after": stands_after, "pl": is_plural, "neg": is_negated, "alone": stands_alone, "p": always,
    "money": object_is_money, "sl": subject_among, "sp": subject_is_person,  "by": done_by, "both": of_two_sides,
    "anon": keeps_nameless, "dated": is_dated,
    "tally": is_tallied, "pred": is_called, "passive": is_undergone, "wh": is_indirect_question, "sa": subject_acts,
    "once": is_told_once, "ss": subject_is_state, "arms": are_arms,
}  # fmt: skip
"""Each condition that is not about the kind of the object."""
