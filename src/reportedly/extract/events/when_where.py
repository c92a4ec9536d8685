"""When and where an event took place: the phrase that governs it, in its clause or its scene.

In: a trigger with the report's clauses. Out: a time expression; a place name and the phrase that shows it.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from reportedly.extract.events.clauses import Clauses, phrases
from reportedly.extract.events.dating import (
    DATING,
    HARMS,
    clause_before,
    dates_object,
    governor,
    has_subject,
    is_aside,
    is_harm,
    noun_before,
    nouns_over,
    over_since,
    passing,
    since_over,
    verb_after,
)
from reportedly.extract.events.participants import is_country, kind
from reportedly.extract.events.place_names import (
    SITES,
    follows_place,
    governors,
    is_ground,
    is_place,
    named_ground,
    names_site,
    naming,
    whole,
    widens,
)
from reportedly.extract.events.roles import Filler
from reportedly.extract.events.scenes import dateline, has_adverb, is_printed, modified_place, place_words
from reportedly.extract.events.triggers import Trigger
from reportedly.extract.events.words import nouns, reporting_verbs
from reportedly.extract.phrases import is_infinitive, phrase_span
from reportedly.model import Annotated, Mention, Span, TimeExpression

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "over", "around", "across", "throughout", "off"}) | {
    "along", "within", "beside", "above", "between", "toward", "towards", "outskirts", "under",
    "below", "beneath", "beyond", "behind", "opposite", "alongside", "amid", "aboard",
}  # fmt: skip
POINTS = frozenset({"at", "outside", "inside", "near"})
"""Relations in which the name of a body means its building."""

WEAK_LOCATIVE = frozenset({"from", "to", "into", "on", "of", "against", "through", "upon", "object"})
DEEDS = LOCATIVE | {"object", "on", "against"}
STANDING = frozenset({"in", "at", "near", "outside", "inside"})
TAKING = frozenset({"arrest", "release"})
STRIKING = frozenset({"@hit", "target", "@host", "@rtg"})
GOING = frozenset({"move", "visit", "displace", "send"})
"""Frames whose goal is their place."""

VERBAL = frozenset({"SAY", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "AGREE", "SANCTION"})
"""Types of acts that do not take place where their recipient is."""

GOALS = frozenset({"to", "in", "into", "at", "object"})
JOURNEYS = frozenset({"come", "go", "travel", "fly", "arrive", "return", "head", "journey", "drive", "rush"}) | {
    "sail", "walk", "gather", "move", "visit", "send", "dispatch", "tour"
}  # fmt: skip
"""Verbs whose goal is the place of what they are done for."""

CLIMB = frozenset({"xcomp", "conj", "dobj", "nsubj", "nsubjpass", "attr", "oprd", "dep", "dative"}) | {
    "advcl", "acl", "relcl"
}  # fmt: skip
SCENE = frozenset({"in", "during", "at", "with", "of", "on"})
"""Prepositions through which a noun takes part in the scene of its verb."""

HELP = frozenset({"aid", "help", "assistance", "support", "backing", "cooperation"})
"""What a deed is done with, in the time of the deed: "seized with the help of villagers in May"."""

AWAY = frozenset({"from"})
ATTACKED = frozenset({"ASSAULT", "COERCE", "RETREAT"})
BESIDE = re.compile(r",?\s+(?:[a-z]+\s+){0,4}")
"""What stands between a narrower place and the wider one after it."""


class Where(NamedTuple):
    """A place: the relation by which it hangs on a word, the head and characters of its name, and the whole phrase."""

    relation: str
    head: int
    name: Span
    span: Span


class Settings:
    """Times and places of a report by the word they hang on, worked out once a report."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.doc = clauses, clauses.doc
        self.times_of: dict[int, list[TimeExpression]] = {}
        self.times_in: dict[int, list[tuple[int, TimeExpression]]] = {}
        for each in self.doc.times:
            if each.type in ("DATE", "TIME") and not is_printed(self.doc, each):
                self.hang(self.told(governor(self.doc, each.first, each.last), each), each)
        self.places_of: dict[int, list[Where]] = {}
        self.of_sentence: dict[int, list[tuple[Where, list[int]]]] = {}
        self.by_noun: dict[str, list[Where]] = {}
        for mention in self.doc.mentions:
            if mention.form == "name" and not widens(self.doc, mention):
                self.add(mention)

    def hang(self, head: int, time: TimeExpression) -> None:
        """Put a time under the word that it hangs on, and with its "since" under what lasts or recurs from then on."""
        self.times_of.setdefault(head, []).append(time)
        self.times_in.setdefault(self.doc.tokens[head].sentence, []).append((head, time))
        since = None if self.doc.tokens[time.first].lower == "since" else since_over(self.doc, head)
        if since is None or since >= time.first:
            return
        above = over_since(self.doc, since)
        if self.tense(above) != "then" or self.perfect(above):
            whole = TimeExpression(self.doc.span(since, time.last), since, time.last, time.type)
            self.times_of.setdefault(above, []).append(whole)

    def told(self, place: int, time: TimeExpression) -> int:
        """The word that a time hangs on, moved from a trailing "police said" to the clause that is reported.

        A second time of a verb is that of the deed right before it ("held on Monday over an attack last week").
        """
        doc = self.doc
        if doc.tokens[place].dep in ("npadvmod", "advmod") and doc.tokens[place].pos in ("NOUN", "NUM"):
            return doc.tokens[place].head
        if place in self.times_of and doc.tokens[time.first - 1].pos == "NOUN" and is_harm(doc, time.first - 1):
            return time.first - 1
        verb = verb_after(doc, place, time)
        if verb is None:
            verb = clause_before(doc, place, time) or noun_before(doc, place, time)
        if verb is not None:
            return verb
        if not self.speaks(place):
            return place
        subject = doc.child(place, "nsubj", "nsubjpass")
        if subject is None or subject < time.last or place < time.last:
            return place
        above = doc.tokens[place]
        if above.dep in ("ccomp", "parataxis") and above.head < time.first:
            return above.head
        clause = doc.child(place, "ccomp")
        return clause if clause is not None and clause < time.first else place

    def add(self, mention: Mention) -> None:
        """Put a name under each word that it may locate; a body only where its building is meant."""
        doc = self.doc
        place = is_place(doc, mention) or follows_place(doc, mention) or names_site(doc, mention) is not None
        found = governors(doc, mention)
        found = [(head, relation) for head, relation in found if doc.tokens[head].lemma not in place_words("seat")]
        if place and found:
            where = Where(found[0][1], mention.head, mention.span, whole(doc, mention))
            sentence = doc.tokens[mention.head].sentence
            self.of_sentence.setdefault(sentence, []).append((where, [head for head, _ in found]))
            noun = named_ground(doc, mention)
            if noun is not None:
                self.by_noun.setdefault(noun, []).append(where)
        for head, relation in found:
            direct = doc.tokens[mention.head].dep in ("pobj", "dobj", "nsubjpass") and mention.schema != "Person"
            if direct and not place and relation == "in" and doc.tokens[mention.last - 1].lower in SITES:
                relation = "inside a body"
            if place or (direct and relation in (*POINTS, "inside a body")):
                self.places_of.setdefault(head, []).append(
                    Where(relation, mention.head, mention.span, whole(doc, mention))
                )

    def time(self, trigger: Trigger) -> TimeExpression | None:
        """The time expression that governs the trigger: its own, its carrier's, or that of a verb above it."""
        if is_aside(self.doc, trigger):
            return self.time_aside(trigger)
        spoken = speeches(self.doc, [trigger.head]) if trigger.entry.type in VERBAL else []
        for place in [*spoken, *self.path(trigger)]:
            found = self.times_of.get(place)
            if found and trigger.entry.type == "REJECT" and place == trigger.head:
                found = [time for time in found if not dates_object(self.doc, place, time)]
            if found and place in spoken:
                return found[0]
            if found and not self.speaks(place):
                return self.at_once(min(found, key=lambda time: self.remoteness(time, trigger)), trigger)
            if self.is_purpose(place):
                return self.scene_time(trigger)
        return (
            self.scene_time(trigger)
            or self.nested_time(trigger)
            or next((self.times_of[c][0] for c in passing(self.doc, trigger.head) if c in self.times_of), None)
            or self.lone_time(trigger)
            or self.set_time(trigger)
        )

    def remoteness(self, time: TimeExpression, trigger: Trigger) -> tuple[bool, bool, int]:
        """By what the time of several is chosen: a date before a time of day or "a year after", then the nearest."""
        counts = self.doc.tokens[time.last - 1].lower in ("after", "before")
        return counts, time.type == "TIME", abs(time.first - trigger.head)

    def time_aside(self, trigger: Trigger) -> TimeExpression | None:
        """The time of a deed that only tells more of a noun: its own, or one in a noun or clause under it."""
        own = [trigger.head, *nouns_over(self.doc, trigger.head)]
        places = own + (below(self.doc, trigger.head) if trigger.entry.type in HARMS else [])
        found = next((self.times_of[place][0] for place in places if place in self.times_of), None)
        return found or self.scene_time(trigger) or self.nested_time(trigger)

    def at_once(self, time: TimeExpression, trigger: Trigger) -> TimeExpression:
        """The time without its "since" for what a clause with "when" tells of its beginning."""
        doc, place = self.doc, trigger.head
        if doc.tokens[time.first].lower != "since":
            return time
        while place > time.last and doc.tokens[place].head != place:
            if any(doc.tokens[c].lower == "when" for c in doc.children[place] if c < place):
                return replace(time, span=doc.span(time.first + 1, time.last), first=time.first + 1)
            place = doc.tokens[place].head
        return time

    def is_purpose(self, verb: int) -> bool:
        """Whether a verb tells what something is done for ("met on Friday to discuss"): it has no time of that."""
        token = self.doc.tokens[verb]
        return token.tag == "VB" and token.dep in ("advcl", "acl", "relcl") and is_infinitive(self.doc, verb)

    def scene_time(self, trigger: Trigger) -> TimeExpression | None:
        """The time of what the deed was done at, in or during: Friday's talks, a statement issued on Friday."""
        doc = self.doc
        place = trigger.head if trigger.carrier is None else trigger.carrier
        first = doc.tokens[place].head if doc.tokens[place].dep == "conj" and not has_subject(doc, place) else place
        for child in (*doc.children[place], *(c for c in doc.children[first] if c < first < place)):
            token = doc.tokens[child]
            inner = doc.child(child, "pobj") if token.dep == "prep" and token.lower in ("at", "during", "in") else None
            found = () if inner is None else self.times_of.get(inner, ())
            if found:
                return found[0]
            for clause in () if inner is None else doc.children[inner]:
                if doc.tokens[clause].dep == "acl" and self.times_of.get(clause):
                    return self.times_of[clause][0]
        return None

    def nested_time(self, trigger: Trigger) -> TimeExpression | None:
        """The time that the parser hung on a name or thing under the verb ("suspended it from its register in May")."""
        doc = self.doc
        own = {trigger.head} if trigger.carrier is None else {trigger.head, trigger.carrier}
        for head, time in self.times_in.get(doc.tokens[trigger.head].sentence, ()):
            if time.first < trigger.head or doc.tokens[time.first - 1].lower not in DATING or self.dates_itself(head):
                continue
            place = head
            for _ in range(5):
                token = doc.tokens[place]
                if token.dep not in ("pobj", "prep", "agent", "dobj", "dative", "oprd", "attr"):
                    break
                place = token.head
                if place in own:
                    return time
        return None

    def dates_itself(self, head: int) -> bool:
        """Whether a word may well have a time of its own: a verb, or a noun that tells an event."""
        token = self.doc.tokens[head]
        if token.lemma in HELP and self.doc.tokens[token.head].lower == "with":
            return False
        return token.pos not in ("NOUN", "PROPN") or (token.pos == "NOUN" and token.lemma in nouns())

    def lone_time(self, trigger: Trigger) -> TimeExpression | None:
        """The only time of the trigger's sentence, where it opens the sentence."""
        sentence = self.doc.tokens[trigger.head].sentence
        found = self.times_in.get(sentence, [])
        if len(found) != 1 or self.speaks(found[0][0]):
            return None
        opens = 0 < found[0][1].first <= self.doc.sentences[sentence].first + 1
        return found[0][1] if opens else None

    def set_time(self, trigger: Trigger) -> TimeExpression | None:
        """The date that opens the sentence before, where this one names none and goes on with the scene in the past."""
        doc = self.doc
        number = doc.tokens[trigger.head].sentence
        if number == 0 or self.times_in.get(number) or not self.goes_on(trigger):
            return None
        before = doc.sentences[number - 1]
        if before.paragraph != doc.sentences[number].paragraph:
            return None
        for head, time in self.times_in.get(number - 1, ()):
            opens = time.first == before.first or (
                time.first == before.first + 1 and doc.tokens[before.first].lower in DATING
            )
            if time.type == "DATE" and opens and not self.speaks(head):
                return time
        return None

    def goes_on(self, trigger: Trigger) -> bool:
        """Whether the trigger tells a deed in the simple past, in the main clause."""
        doc = self.doc
        place = trigger.head if trigger.carrier is None else trigger.carrier
        helpers = [doc.tokens[c] for c in doc.children[place] if doc.tokens[c].dep in ("aux", "auxpass")]
        token = doc.tokens[place]
        past = token.tag == "VBD" or any(t.tag == "VBD" for t in helpers)
        return past and token.dep in ("ROOT", "conj") and not any(t.lemma == "have" or t.tag == "MD" for t in helpers)

    def speaks(self, place: int) -> bool:
        """Whether the token is a plain verb of reporting: its time is that of speaking."""
        return self.doc.tokens[place].lemma in reporting_verbs()

    def path(self, trigger: Trigger) -> list[int]:
        """The trigger, its carrier, then the words above and below whose time or place may hold for it."""
        doc, found = self.doc, [trigger.head]
        if trigger.carrier is not None:
            found.append(trigger.carrier)
        place = trigger.head
        for _ in range(6):
            above = self.above(place)
            if above is None or self.speaks(above):
                break
            place = above
            found.append(place)
        if trigger.entry.type in HARMS:
            found += below(doc, trigger.head)
            if doc.tokens[trigger.head].dep == "acl":
                found += below(doc, doc.tokens[trigger.head].head)
        return list(dict.fromkeys(found))

    def above(self, place: int) -> int | None:
        """The word above that shares the scene of token `place`, None where a clause of its own begins."""
        doc, token = self.doc, self.doc.tokens[place]
        if token.head == place:
            return None
        if token.dep == "conj" and self.perfect(place) and not self.perfect(token.head):
            return None
        if token.dep in ("conj", "relcl", "advcl") and self.is_of_another_time(place, token.head):
            return None
        if token.dep in CLIMB:
            return token.head
        if token.dep == "pobj" and (doc.tokens[token.head].lower in SCENE or doc.child(place, "relcl") is not None):
            return doc.tokens[token.head].head
        return None

    def is_of_another_time(self, verb: int, above: int) -> bool:
        """Whether a verb tells what is so now, or was so before, unlike the dated past of the verb above it."""
        tense = self.tense(verb)
        if tense == "before":
            return self.doc.tokens[verb].dep == "relcl"
        stands = self.doc.tokens[verb].dep == "relcl" and not self.perfect(verb)
        return tense == "now" and (stands or self.tense(above) == "then")

    def tense(self, verb: int) -> str | None:
        """The tense of a finite verb and its helpers: now, then, or before; None for others."""
        helpers = [self.doc.tokens[c] for c in self.doc.children[verb] if self.doc.tokens[c].dep in ("aux", "auxpass")]
        tags = {self.doc.tokens[verb].tag, *(helper.tag for helper in helpers)}
        if any(helper.lower in ("had", "'d") and helper.dep == "aux" for helper in helpers):
            return "before"
        if "MD" in tags:
            return None
        return "now" if tags & {"VBZ", "VBP"} else "then" if "VBD" in tags else None

    def perfect(self, verb: int) -> bool:
        """Whether a verb is in the present perfect, which shares no dated past with another verb."""
        below = (self.doc.tokens[c] for c in self.doc.children[verb])
        return any(t.dep == "aux" and t.lemma == "have" and t.tag in ("VBP", "VBZ") for t in below)

    def place(self, trigger: Trigger, found: list[Filler]) -> Where | None:
        """The place of the trigger: what is hit or visited, else one after a locative preposition near it."""
        reached = ("target", "host") if trigger.entry.type in VERBAL else ("target", "host", "recipient", "beneficiary")
        targets = [f.head for f in found if f.role in reached and not f.clause]
        own = [trigger.head] if trigger.carrier is None else [trigger.head, trigger.carrier]
        for head in targets:
            mention = self.doc.name_over.get(head) or naming(self.doc, head)
            if mention is not None and (mention.schema == "Address" or names_site(self.doc, mention) == head):
                return Where("object", mention.head, mention.span, whole(self.doc, mention))
        harm = trigger.entry.type in HARMS
        near = DEEDS if harm else LOCATIVE
        verbal = trigger.entry.type in VERBAL
        others = [] if verbal else [f.head for f in found if not f.clause and f.role != "topic"]
        path = self.path(trigger)
        where = (
            (self.located(speeches(self.doc, own), LOCATIVE) if verbal else None)
            or self.located(own, wanted(trigger) | (DEEDS if harm else frozenset()))
            or (self.located(own, AWAY) if self.leads_away(trigger) else None)
            or self.pointed(own)
            or self.told_more_of(own)
            or self.located(passing(self.doc, trigger.head), LOCATIVE)
            or self.on_ground([f.head for f in found if f.role in ("target", "host")])
            or self.located(others, near)
            or self.located(below(self.doc, trigger.head) + acts(self.doc, others) if harm else [], DEEDS)
            or self.located([p for p in path if is_harm(self.doc, p)] if harm else [], DEEDS)
            or self.located(path, LOCATIVE)
            or (None if verbal else self.pointed(path))
            or self.journey(trigger)
            or (None if verbal else self.referred(self.with_deed(own, harm), trigger.entry.frame.name in GOING))
            or (self.told_before(own, trigger) if trigger.entry.type in ATTACKED else None)
            or (self.nearest(trigger.head) if harm else None)
        )
        if where is not None and trigger.entry.type == "ASSAULT" and self.is_broad(where):
            where = self.struck(trigger.head) or where
        return None if where is None else self.nearer(where)

    def is_broad(self, where: Where) -> bool:
        """Whether a place is only a country or told by one: "in Norway", "in the Norwegian capital"."""
        name = self.doc.name_over.get(where.head)
        return name is not None and (is_country(self.doc, name) or self.doc.tokens[where.head].tag == "JJ")

    def struck(self, harm: int) -> Where | None:
        """The named place of the attack that a harm came of: "killed in Norway after shelling on Arna".

        Not of a death: who is shot in Arna may die in Norway.
        """
        doc = self.doc
        after = (inner for word, inner in phrases(doc, harm) if word == "after")
        attacks = [n for n in after if is_harm(doc, n)]
        found = self.located([*below(doc, harm), *attacks], DEEDS)
        return None if found is None or self.is_broad(found) else found

    def on_ground(self, heads: list[int]) -> Where | None:
        """The place of what is hit or visited; "the government of Aral" names Aral as whose it is, not as where."""
        for head in heads:
            ruler = self.doc.tokens[head].lemma in place_words("ruler")
            where = self.located([head], LOCATIVE if ruler else LOCATIVE | WEAK_LOCATIVE)
            if where is not None:
                return where
        return None

    def leads_away(self, trigger: Trigger) -> bool:
        """Whether the deed takes place where it leads from ("evacuated families from Arna")."""
        place = trigger.head if trigger.carrier is None else trigger.carrier
        return trigger.entry.type == "MOVE" or self.doc.tokens[place].lemma in place_words("leaving")

    def nearer(self, where: Where) -> Where:
        """The narrower place right before a wider one ("in Arna, in the Tarvik region"), else `where`."""
        doc = self.doc
        for other, _ in self.of_sentence.get(doc.tokens[where.head].sentence, ()):
            name = doc.name_over.get(other.head)
            ground = other.relation == "of" and name is not None and named_ground(doc, name) is not None
            if other.span.end >= where.span.start or not (other.relation in STANDING or ground):
                continue
            between = doc.report.text[other.span.end : where.span.start]
            words = between.replace(",", " ").split()
            if BESIDE.fullmatch(between) and words and words[0] in place_words("wider"):
                return other
        return where

    def pointed(self, path: list[int]) -> Where | None:
        """The place that "here" (the dateline) or "there" (the last one named before) on one of the words means."""
        doc = self.doc
        if has_adverb(doc, path, "here") and (span := dateline(doc)) is not None:
            return Where("in", path[0], span, span)
        if has_adverb(doc, path, "there"):
            number = doc.tokens[path[0]].sentence
            for sentence in (number, number - 1):
                named = [w for w, _ in self.of_sentence.get(sentence, ()) if w.head < path[0]]
                if named:
                    return max(named, key=lambda w: w.span.start)
        return None

    def told_more_of(self, own: list[int]) -> Where | None:
        """The place that a clause with "where" or "in which" tells more of, or that of the deed it tells more of."""
        for place in own:
            noun = modified_place(self.doc, place)
            if noun is None:
                continue
            name = self.doc.name_over.get(noun)
            if name is not None and is_place(self.doc, name):
                return Where("in", name.head, name.span, whole(self.doc, name))
            return self.located([noun], LOCATIVE | {"on", "against"})
        return None

    def journey(self, trigger: Trigger) -> Where | None:
        """The goal of the journey whose purpose the trigger tells ("flew to X to meet")."""
        token = self.doc.tokens[trigger.head if trigger.carrier is None else trigger.carrier]
        above = self.doc.tokens[token.head]
        purpose = token.dep in ("advcl", "xcomp") and token.tag == "VB"
        return self.located([above.i], GOALS) if purpose and above.lemma in JOURNEYS else None

    def referred(self, own: list[int], visited: bool) -> Where | None:
        """The building or ground that a definite noun on the trigger refers to ("at the dam"), or None."""
        doc = self.doc
        for place in own:
            objects = [o for o in self.clauses.slots(place).objects if visited and doc.tokens[place].pos == "VERB"]
            pairs = [("object", o) for o in objects] + list(phrases(doc, place))
            sites = [noun for word, noun in pairs if word in STANDING and kind(doc, noun) == "place"]
            pairs += [p for noun in sites for p in phrases(doc, noun) if p[0] in STANDING]
            for word, noun in pairs:
                if (word in STANDING or word in ("on", "object")) and is_ground(doc, noun):
                    span = phrase_span(doc, noun)
                    told = self.named_before(noun)
                    return Where(word, noun, span if told is None else told.name, span)
        return None

    def with_deed(self, own: list[int], harm: bool) -> list[int]:
        """The words of a harm with the attack that it tells more of ("an attack that killed ten")."""
        doc, token = self.doc, self.doc.tokens[own[0]]
        if not harm or token.dep != "relcl":
            return own
        noun = doc.tokens[token.head]
        while noun.dep == "pobj" and kind(doc, noun.i) == "place":
            noun = doc.tokens[doc.tokens[noun.head].head]
        return [*own, noun.i]

    def told_before(self, own: list[int], trigger: Trigger) -> Where | None:
        """The place named before that the object of an attack or siege refers to ("encircled the village"), or None."""
        for place in own:
            for noun in self.clauses.slots(place).objects:
                told = self.named_before(noun) if is_ground(self.doc, noun) else None
                if told is not None:
                    return Where("object", noun, told.name, phrase_span(self.doc, noun))
        return None

    def named_before(self, noun: int) -> Where | None:
        """The last place before token `noun` that was told with the same noun ("the village of Arna"), or None."""
        if any(self.doc.tokens[c].lower in place_words("another") for c in self.doc.children[noun]):
            return None
        found = [w for w in self.by_noun.get(self.doc.tokens[noun].lemma, ()) if w.head < noun]
        return found[-1] if found else None

    def nearest(self, head: int) -> Where | None:
        """The nearest place in the sentence after "in", "at" and the like that hangs on no verb of reporting."""
        near = [
            (abs(where.head - head), where)
            for where, governors_ in self.of_sentence.get(self.doc.tokens[head].sentence, ())
            if where.relation in STANDING and not self.is_elsewhere(where, governors_, head)
        ]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def is_elsewhere(self, where: Where, heads: list[int], harm: int) -> bool:
        """Whether a place of the sentence is that of speaking, of a trial, or of care after the harm."""
        doc = self.doc
        if any(self.speaks(head) or doc.tokens[head].lemma in place_words("trial") for head in heads):
            return True
        clauses = (doc.tokens[head] for head in heads if doc.tokens[head].dep == "relcl")
        if any(self.speaks(doc.tokens[clause.head].head) for clause in clauses):
            return True
        words = doc.text_of(where.span).lower().split()
        return any(word in place_words("care") for word in words) and not any(
            is_under(doc, head, harm) for head in heads
        )

    def located(self, path: list[int], wanted: frozenset[str]) -> Where | None:
        """The first place that hangs on one of the words by a relation in `wanted`; what is acted on comes first."""
        for place in path:
            found = [where for where in self.places_of.get(place, ()) if where.relation in wanted]
            if found:
                return min(found, key=lambda w: (w.relation != "object", w.span.start))
        return None


def wanted(trigger: Trigger) -> frozenset[str]:
    """The relations by which a name on the trigger itself tells its place."""
    frame, found = trigger.entry.frame, LOCATIVE | {"inside a body"}
    if frame.object in STRIKING and trigger.entry.type not in VERBAL:
        found |= {"object"}
    if frame.name in GOING or trigger.entry.type == "MOVE":
        found |= {"to", "into", "object"}
    if trigger.entry.type in ("PROTEST", "MOVE", "MOBILIZE"):
        found |= {"through"}
    if frame.name in TAKING or trigger.entry.mode == "kidnapping":
        found |= {"from"}
    return found


def speeches(doc: Annotated, own: list[int]) -> list[int]:
    """The "speaking in Arna on Friday" beside the verbs of an act of words."""
    beside = (child for place in own for child in doc.children[place])
    return [c for c in beside if doc.tokens[c].dep == "advcl" and doc.tokens[c].lower in place_words("speaking")]


def is_under(doc: Annotated, place: int, above: int) -> bool:
    """Whether token `place` is `above` or hangs on it within a few steps, in its own clause."""
    for _ in range(4):
        if place == above or doc.tokens[place].dep in ("relcl", "advcl", "ccomp", "conj"):
            break
        place = doc.tokens[place].head
    return place == above


def below(doc: Annotated, head: int) -> list[int]:
    """Verbs and nouns under a harm that tell the deed: "when" clauses, agents and weapons, coordinated harms."""
    found: list[int] = []
    stack = [head]
    while stack and len(found) < 8:
        for child in doc.children[stack.pop()]:
            token = doc.tokens[child]
            timed = any(doc.tokens[c].lower in ("when", "as", "after") for c in doc.children[child])
            deed = token.dep in ("agent", "pobj", "acl") or (token.dep in ("advcl", "relcl") and timed)
            gapped = token.dep == "conj" and (token.tag == "VBN" or token.pos in ("NUM", "NOUN"))
            if deed or gapped or (token.dep == "prep" and token.lower in ("in", "by", "during")):
                found.append(child)
                stack.append(child)
    return found


def acts(doc: Annotated, doers: list[int]) -> list[int]:
    """The attacks in whose act those who did a harm are told ("rebels shelling Arna killed ten")."""
    told = (child for place in doers for child in doc.children[place] if doc.tokens[child].dep == "acl")
    return [c for c in told if is_harm(doc, c)]
