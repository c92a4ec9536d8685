"""Words that carry an event, found by the lexicon. In: a report with its clauses. Out: `Trigger` values in text order.

A light verb with an event noun ("carried out an attack") gives one trigger, the noun.
"""

import re
from typing import NamedTuple

from reportedly.extract.events import conditions
from reportedly.extract.events.clauses import MEANS, Clauses, phrases, said_of
from reportedly.extract.events.conditions import Setting
from reportedly.extract.events.participants import AGENTS, QUANTIFIERS, is_time, kind, measured
from reportedly.extract.events.tolls import COUNTS, HARMS, REACHING, RISING, TOLLS, is_withdrawn, tally, toll_of
from reportedly.extract.events.words import Entry, adjectives, false_friends, light_verbs, noun_head, nouns, verbs
from reportedly.model import Annotated, Token

FILLERS = frozenset({"DET", "ADJ", "NUM", "ADV", "PART"})
TIED = frozenset({"prt", "prep", "advmod", "dobj", "oprd", "attr", "acomp", "pobj", "dative", "agent", "xcomp"})
MODIFYING = frozenset({"amod", "aux", "auxpass", "compound", "nmod", "case"})
QUALIFYING = frozenset({"amod", "acomp", "oprd", "attr", "acl", "ccomp"})
HANDING = frozenset({"deliver", "send", "bring", "distribute", "supply"})
HURTS = frozenset({"illness", "injury"})
TALLIES = TOLLS | COUNTS | {"casualty", "death", "fatality", "figure"}
SPEAKING = frozenset({"speaking", "talking", "briefing"})
"""Participles that only say to whom the speaker of the sentence spoke ("Speaking to reporters, she said")."""

SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one short syllable, which double their last letter before an ending ("rapped")."""

REACH = 4
"""How many words a phrase may stand apart from its verb."""


class Trigger(NamedTuple):
    """A word with the event it carries. Tokens `first`..`last` (half-open) are shown, `head` is the main one.

    `sort` is verb, noun or adjective. `carrier` is the light verb of a noun, `carried` its kind; `parts` are the
    further words of a verb phrase. `harmed` are those whom a toll counts, `scene` the toll or "leave" that gives them.
    """

    head: int
    first: int
    last: int
    entry: Entry
    sort: str
    carrier: int | None = None
    carried: str | None = None
    parts: tuple[int, ...] = ()
    harmed: tuple[int, ...] = ()
    scene: int | None = None


def triggers(clauses: Clauses) -> tuple[list[Trigger], dict[int | None, Trigger]]:
    """Every trigger of the report in text order, and what light verbs mean where their noun proves to be no event."""
    doc = clauses.doc
    found = {t.i: verb_trigger(clauses, t) for t in doc.tokens if is_verb(t)}
    idioms = {i for t in found.values() if t is not None for i in t.parts if doc.tokens[i].pos in ("NOUN", "PROPN")}
    named = {i: t for i, t in noun_triggers(clauses).items() if i not in idioms}
    worded = {i for t in found.values() if t is not None for i in t.parts}
    light = {t.carrier for t in named.values()}
    for token in doc.tokens:
        free = token.i not in found or (found[token.i] is None and token.lower == "missing")
        if free and token.i not in named and token.i not in worded:
            found[token.i] = adjective_trigger(doc, token)
        if token.lower in HARMS:
            found[token.i] = toll_trigger(doc, token, found.get(token.i))
    every: dict[int, Trigger] = {i: t for i, t in found.items() if t is not None and (i not in light or t.parts)}
    spare: dict[int | None, Trigger] = {i: t for i, t in found.items() if t is not None and i not in every}
    every |= named
    return [every[i] for i in sorted(every) if not absorbed(doc, every, every[i])], spare


def toll_trigger(doc: Annotated, token: Token, known: Trigger | None) -> Trigger | None:
    """The trigger that a word of harm is by the number or "leave" before it, else `known`; None for old figures."""
    if is_withdrawn(doc, token.i):
        return None
    toll = toll_of(doc, token.i)
    entries = adjectives().get(token.lower)
    told = known is not None and token.lower != "dead" and not is_mistaken(doc, token, known)
    if toll is None or not entries or (toll.scene is None and told):
        return known
    return Trigger(token.i, token.i, token.i + 1, entries[0], "adjective", harmed=toll.heads, scene=toll.scene)


def is_mistaken(doc: Annotated, token: Token, known: Trigger) -> bool:
    """Whether the parser takes those harmed for the doers: subjects of a verb without object ("14 hurt in a crash")."""
    acts = known.sort == "verb" and token.tag in ("VBD", "VBN") and doc.child(token.i, "nsubj") is not None
    return acts and doc.child(token.i, "dobj", "nsubjpass", "auxpass", "aux") is None


def is_verb(token: Token) -> bool:
    """Whether the token is a verb that heads a clause, not a modifier before a noun."""
    return (
        token.tag.startswith("VB")
        and token.pos in ("VERB", "AUX", "ADJ")
        and token.dep not in ("amod", "aux", "auxpass")
    )


def absorbed(doc: Annotated, found: dict[int, Trigger], each: Trigger) -> bool:
    """Whether a noun is part of the longer phrase of a word above it."""
    if each.entry.mode in HURTS and dies_of(doc, found, each.head):
        return True
    for place in (each.head, doc.tokens[each.head].head):
        above = found.get(doc.tokens[place].head)
        if above is None or above.head == each.head or each.sort != "noun":
            continue
        if above.first <= each.head < above.last:
            return True
    return False


def dies_of(doc: Annotated, found: dict[int, Trigger], noun: int) -> bool:
    """Whether a noun only says what somebody dies of ("died of his wounds", "succumbed to her injuries")."""
    preposition = doc.tokens[doc.tokens[noun].head]
    above = found.get(preposition.head)
    return preposition.lower in ("of", "from", "to") and above is not None and above.entry.type == "DIE"


def matched(doc: Annotated, head: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens that match the further words of a verb phrase, by syntax or next to it; None where one is missing."""
    places = [head]
    for word in words:
        place = dependent(doc, places, word)
        if place is None:
            place = adjacent(doc, places[-1], word)
        said = said_of(doc, head) if place is None else None
        if said is not None and word in (doc.tokens[said].lemma, doc.tokens[said].lower):
            place = said
        if place is None:
            return None
        places.append(place)
    return tuple(places[1:])


def dependent(doc: Annotated, places: list[int], word: str) -> int | None:
    """A particle, preposition or object under the last or first of `places` that is `word`."""
    for governor in (places[-1], places[0]):
        for child in doc.children[governor]:
            token = doc.tokens[child]
            if child > places[0] and child not in places and word in (token.lemma, token.lower) and token.dep in TIED:
                return child
    return None


def adjacent(doc: Annotated, place: int, word: str) -> int | None:
    """The token `word` after `place` with nothing but articles, numbers and qualifiers between, at most REACH on."""
    for i in range(place + 1, min(place + 1 + REACH, len(doc.tokens))):
        token = doc.tokens[i]
        if token.sentence != doc.tokens[place].sentence:
            return None
        if word in (token.lower, token.lemma) and token.tag != "TO":
            return i
        if token.pos not in FILLERS and token.tag != "PRP$":
            return None
    return None


def verb_trigger(clauses: Clauses, token: Token) -> Trigger | None:
    """The trigger that a verb is, by the longest entry whose conditions hold; None for other verbs."""
    doc = clauses.doc
    if token.lower == "using" and token.dep in MEANS:
        return None
    if token.lower in SPEAKING and token.dep == "advcl":
        return None
    if counts_dead(doc, token):
        return None
    if token.dep == "xcomp" and conditions.keeps_nameless(Setting(doc, token.head, (), token.i)):
        return None
    entries = verbs().get(lemma_of(token), ())
    present = clauses.words_of(token.sentence) if entries else frozenset()
    for each in entries:
        if len(each.words) > 1 and not present.issuperset(each.words[1:]):
            continue
        places = matched(doc, token.i, each.words[1:])
        if places is None or not holds(clauses, token.i, each, places):
            continue
        first, last = shown(doc, token.i, places)
        return Trigger(token.i, first, last, each, "verb", parts=places)
    return None


def counts_dead(doc: Annotated, token: Token) -> bool:
    """Whether a verb only says what number a toll comes to ("the death toll hit 2,000")."""
    if token.lemma not in REACHING and token.lemma not in RISING:
        return False
    subject = doc.child(token.i, "nsubj")
    return subject is not None and doc.tokens[subject].lemma in TALLIES


def lemma_of(token: Token) -> str:
    """The verb's lemma; of two verbs that a form may come from the one that it is spelled as ("raped" is no "rap")."""
    lemma = token.lemma
    undoubled = token.lower in (lemma + "ed", lemma + "ing") and SHORT.fullmatch(lemma)
    return lemma + "e" if undoubled and lemma + "e" in verbs() else lemma


def shown(doc: Annotated, head: int, places: tuple[int, ...]) -> tuple[int, int]:
    """The tokens of a phrase if they stand together, with articles between, at most four; else the head alone."""
    last = max((head, *places)) + 1
    between = (doc.tokens[i] for i in range(head + 1, last) if i not in places)
    apart = any(token.pos not in FILLERS and token.tag != "PRP$" and token.dep != "compound" for token in between)
    return (head, head + 1) if apart or last - head > 4 else (head, last)


def holds(clauses: Clauses, head: int, each: Entry, places: tuple[int, ...] = ()) -> bool:
    """Whether all conditions of an entry hold for the verb `head`."""
    doc, slots = clauses.doc, clauses.slots(head)
    if places and doc.tokens[places[-1]].pos == "ADP" and any(is_time(doc, c) for c in doc.children[places[-1]]):
        return False
    objects = tuple(o for o in slots.objects if o not in places)
    if not objects and places:
        objects = tuple(head for word, head in slots.prepositions if word == each.words[-1])
    setting = Setting(doc, head, objects, slots.clause, slots.subjects)
    return all(conditions.holds(test, setting) for test in each.when)


def noun_triggers(clauses: Clauses) -> dict[int, Trigger]:
    """The event nouns outside names and compounds, each with the light verb that carries it."""
    doc, found = clauses.doc, {}
    for token in doc.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "amod") or token.i in doc.name_over:
            continue
        false = is_time(doc, token.i) or is_month(doc, token) or is_false(doc, token.i)
        matching = None if false else noun_entry(doc, token)
        if matching is not None:
            entry, first, last = matching
            carrier, carried = carrier_of(clauses, token.i, entry.type)
            number = tally(doc, token.i) if token.lower in TOLLS else None
            harmed, scene = ((), None) if number is None else ((number,), token.i)
            found[token.i] = Trigger(token.i, first, last, entry, "noun", carrier, carried, (), harmed, scene)
    return found


def noun_entry(doc: Annotated, token: Token) -> tuple[Entry, int, int] | None:
    """The entry of a noun, the longest that fits, with the tokens `first`..`last` that it matched."""
    table = nouns()
    for each in table.get(token.lemma.lower()) or table.get(token.lower, ()):
        span = noun_words(doc, token, each)
        if span is None:
            continue
        setting = Setting(doc, token.i, (), doc.child(token.i, "acl", "ccomp", "xcomp"))
        if all(conditions.holds(t, setting) for t in each.when):
            return each, *span
    return None


def is_month(doc: Annotated, token: Token) -> bool:
    """Whether "March" is the month: it has a capital within a sentence, or a number beside it."""
    if token.text != "March":
        return False
    beside = doc.tokens[max(token.i - 1, 0) : token.i + 2]
    return token.i > doc.sentences[token.sentence].first or any(t.text[:1].isdigit() for t in beside)


def is_false(doc: Annotated, place: int) -> bool:
    """Whether the noun is part of a phrase that names no event ("press release", "death toll")."""
    words = [t.lower for t in doc.tokens[max(place - 2, 0) : place + 2]]
    here = min(place, 2)
    before, after = words[max(here - 1, 0) : here + 1], words[here : here + 2]
    if doc.tokens[place].text == "RELEASE" and " ".join(words[: here + 1]) == "for immediate release":
        return True
    known = false_friends()
    return " ".join(before) in known or " ".join(after) in known or " ".join(words[: here + 1]) in known


def noun_words(doc: Annotated, token: Token, each: Entry) -> tuple[int, int] | None:
    """The tokens that match the words of an entry around its head, hyphens passed over; None where one differs."""
    head = noun_head(each.words)
    first = last = token.i
    for word in reversed(each.words[:head]):
        first -= 2 if first > 1 and doc.tokens[first - 1].text == "-" else 1
        if first < 0 or word not in (doc.tokens[first].lower, doc.tokens[first].lemma):
            return None
    for word in each.words[head + 1 :]:
        last += 1
        if last >= len(doc.tokens) or word not in (doc.tokens[last].lower, doc.tokens[last].lemma):
            return None
    return first, last + 1


def carrier_of(clauses: Clauses, noun: int, sort: str) -> tuple[int | None, str | None]:
    """The light verb that carries the noun and its kind, or None twice; aid is handed over by verbs of their own."""
    doc = clauses.doc
    token = doc.tokens[noun]
    candidates = [token.head, *(c for c in doc.children[noun] if doc.tokens[c].dep in ("acl", "relcl"))]
    if token.dep == "pobj":
        candidates.append(doc.tokens[token.head].head)
    if token.dep == "conj":
        candidates.append(doc.tokens[token.head].head)
    whole = measure_over(doc, noun)
    if whole is not None:
        candidates.append(doc.tokens[whole].head)
    for verb in candidates:
        if doc.tokens[verb].pos not in ("VERB", "AUX") or (sort == "AID" and doc.tokens[verb].lemma in HANDING):
            continue
        carried = light_kind(clauses, verb, noun) or (None if whole is None else light_kind(clauses, verb, whole))
        if carried is not None:
            return verb, carried
    return None, None


def measure_over(doc: Annotated, noun: int) -> int | None:
    """The noun of quantity that the noun completes ("a series of talks"), or None."""
    preposition = doc.tokens[doc.tokens[noun].head]
    if doc.tokens[noun].dep != "pobj" or preposition.lower != "of":
        return None
    return preposition.head if measured(doc, preposition.head) == noun else None


def light_kind(clauses: Clauses, verb: int, noun: int) -> str | None:
    """How the verb carries the noun: active, passive or occur; None where it does not."""
    doc = clauses.doc
    slots = clauses.slots(verb)
    governed = {head for _, head in slots.prepositions}
    rest = light_verbs().get(doc.tokens[verb].lemma, {})
    present = clauses.words_of(doc.tokens[verb].sentence) if rest else frozenset()
    for words, carried in rest.items():
        if not present.issuperset(words):
            continue
        places = matched(doc, verb, words)
        if places is None:
            continue
        if doc.tokens[verb].lemma == "call" and doc.child(verb, "oprd", "xcomp", "ccomp", "attr") is not None:
            return None
        if noun in slots.surface and not slots.passive and set(slots.objects) <= set(places):
            return "occur"
        if noun in slots.objects or (words and noun in governed and doc.tokens[noun].head in places):
            return carried
    return None


def picks_out(doc: Annotated, token: Token) -> bool:
    """Whether a participle before a noun only says which one is meant ("the stolen letters", not "two stolen cars").

    A number before it, an adverb or a time with it makes it tell what happened ("the recently arrested editor").
    """
    counted = doc.child(token.head, "nummod", "quantmod") is not None
    counted = counted or any(doc.tokens[c].lower in QUANTIFIERS for c in doc.children[token.head])
    return not counted and doc.child(token.i, "advmod", "npadvmod", "compound") is None


def is_of_people(doc: Annotated, state: Token) -> bool:
    """Whether persons or a craft are in a state ("is missing"), and not just away from a body ("from the side")."""
    subject = doc.child(state.head if state.dep == "acomp" else state.i, "nsubj")
    if subject is None or kind(doc, subject) not in (*AGENTS, "vehicle"):
        return False
    return not any(word == "from" and kind(doc, place) == "group" for word, place in phrases(doc, state.i))


def adjective_trigger(doc: Annotated, token: Token) -> Trigger | None:
    """A participle or adjective that tells what befell the noun it qualifies, or its subject.

    Of persons only where the event befalls persons ("dead men", not "dead heat").
    """
    entries = adjectives().get(token.lower)
    if not entries or token.pos not in ("ADJ", "VERB", "ADV"):
        return None
    is_state = token.tag == "VBG" and doc.child(token.i, "dobj") is None and doc.child(token.i, "aux") is not None
    if token.dep not in QUALIFYING and not is_state:
        return None
    if (is_state or (token.lower == "missing" and token.dep == "acomp")) and not is_of_people(doc, token):
        return None
    if token.dep == "amod" and entries[0].frame.object == "victim" and kind(doc, token.head) != "person":
        return None
    if token.dep == "amod" and (entries[0].type == "REJECT" or picks_out(doc, token)):
        return None
    if not all(conditions.holds(test, Setting(doc, token.i)) for test in entries[0].when):
        return None
    return Trigger(token.i, token.i, token.i + 1, entries[0], "adjective")
