"""Denials that no verb of denying tells: "the report was false", "no such raid", "still in rebel hands".

In: a report, its attributions, and its claims with what they answer. Out: the claims with those that such words add, in
text order, each with the trigger of the claim that it answers. By themselves such words are no claim; where nothing
fits surely they add none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from reportedly.extract.answers import CLAUSES, FAR, NEAR, NEXT, POINTERS, Pointing, Search, of_part, picks
from reportedly.extract.attribution.attributions import chain
from reportedly.extract.denials import Told, actors, is_answerable, is_something_said, judges, sorted_words
from reportedly.extract.events.participants import is_agent, is_time
from reportedly.extract.events.words import nouns
from reportedly.extract.factuality.factuality import factuality
from reportedly.extract.holders import falls_otherwise, held_by, is_other_holder, is_seizure, stem
from reportedly.extract.phrases import reference, sentence_span
from reportedly.extract.voices import (
    OWN,
    POSSESSING,
    Voice,
    heads,
    is_bound,
    is_firm,
    is_himself,
    is_named_in,
    voice_at,
)
from reportedly.model import Annotated, Attribution, Claim, Factuality, Role, Span, Token

MOST = 12
"""Words of a sentence that may deny, up to which it is read."""

LOOKED_AT = 6
"""Claims behind a confession among which the deed confessed is looked for."""

HOLDING = frozenset({"be", "remain", "stay"})
STILL = frozenset({"still", "remain", "stay"})
INNOCENT = frozenset({"innocent", "innocence"})
MAINTAINING = frozenset({"maintain", "protest", "profess", "proclaim", "assert", "insist", "declare"})
WHERE = frozenset({"in", "at", "near", "over", "on", "against", "outside", "around"})
ADDING = frozenset({"prep", "xcomp", "ccomp", "acl", "relcl", "csubj"})
"""What hangs behind "false" or its verb and says what of it is false."""

OPPOSING = frozenset({"but", "however", "although", "though", "while", "whereas", "despite", "yet"})


class Retort(NamedTuple):
    """A denial found: the token that carries it, the claim it denies, and the voice that denies."""

    head: int
    meant: Told
    voice: Voice
    is_plain: bool = False


def with_retorts(
    doc: Annotated, found: Sequence[Attribution], told: Sequence[tuple[int, Claim]], answered: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims with those that such denials add, in text order."""
    places = places_in(doc) if told else []
    if not places:
        return tuple(answered)
    search = Search(doc, found, tuple(Told(i, head, claim) for i, (head, claim) in enumerate(told)))
    retorts = Retorts(search, tuple(found))
    by_sentence: dict[Span, list[Claim]] = {}
    for claim in answered:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for place in places:
        retorts.add(place, by_sentence)
    return tuple(sorted((c for claims in by_sentence.values() for c in claims), key=lambda claim: claim.trigger))


def places_in(doc: Annotated) -> list[int]:
    """The tokens at which such a denial may stand, in text order; none of a sentence with more than MOST of them."""
    asked = starters()
    places = [token.i for token in doc.tokens if token.lower in asked or token.lemma in asked]
    many = Counter(doc.tokens[place].sentence for place in places)
    return [place for place in places if many[doc.tokens[place].sentence] <= MOST]


@cache
def starters() -> frozenset[str]:
    """The words, by form or lemma, at which a denial of these kinds is looked for."""
    words = sorted_words()
    return (
        words["false"]
        | words["amiss"]
        | words["true"]
        | words["held"]
        | words["behind"]
        | words["part"]
        | INNOCENT
        | {"lie", "no", "nothing", "fall"}
    )


class Retorts:
    """The denials of one report that no verb of denying tells."""

    def __init__(self, search: Search, found: tuple[Attribution, ...]) -> None:
        self.search = search
        self.doc = search.doc
        self.found = found

    def add(self, place: int, claims: dict[Span, list[Claim]]) -> None:
        """Put the denial at a token, if there is one, among the claims of its sentence."""
        for retort in self.read(place):
            added = self.claim(retort)
            around = claims.setdefault(added.sentence, [])
            there = [claim for claim in around if claim.trigger.overlaps(added.trigger)]
            if all(claim.type == "REJECT" and claim.answers is None for claim in there):
                claims[added.sentence] = [*(claim for claim in around if claim not in there), added]

    def read(self, place: int) -> Iterator[Retort]:
        """The denial at a token, by the kind of word."""
        token, words = self.doc.tokens[place], sorted_words()
        form, lemma = token.lower, token.lemma
        if lemma == "lie" and token.pos == "VERB":
            yield from self.lied(place)
        elif form in words["false"] | words["amiss"] | words["true"]:
            yield from self.called_false(place)
            yield from self.done_wrong(place)
        elif form in INNOCENT:
            yield from self.innocent(place)
        elif form in words["behind"] | words["part"] or form == "nothing":
            yield from self.no_part(place, form in words["behind"])
        elif lemma == "fall":
            yield from self.fallen(place)
        elif lemma in words["held"]:
            yield from self.still_held(place)
        elif form == "no":
            yield from self.none_such(place)

    def claim(self, retort: Retort) -> Claim:
        """The claim of a denial: a rejection by its speaker, or the deed negated in the speaker's words."""
        meant, voice = retort.meant.claim, retort.voice
        trigger = self.doc.span(retort.head, retort.head + 1)
        common = Claim(
            report_id=meant.report_id,
            kind="event",
            sentence=sentence_span(self.doc, retort.head),
            trigger=trigger,
            type="REJECT",
            mode="denial",
            confidence=meant.confidence,
            extractor=meant.extractor,
            answers=meant.trigger,
        )
        if not retort.is_plain:
            return replace(common, roles=(voice.source,), attribution=voice.outer)
        fact = Factuality(polarity="negative", cues=(trigger,))
        return replace(common, type=meant.type, mode=meant.mode, attribution=voice.links, factuality=fact)

    def voice(self, place: int, subject: int | None = None, verb: int | None = None) -> Voice | None:
        """Who says what stands at a token, as `voice_at` tells."""
        return voice_at(self.doc, self.found, place, subject, verb)

    def speaks_of_own(self, voice: Voice, each: Told) -> bool:
        """Whether a claim is told by the one who denies."""
        return bool(each.claim.attribution) and self.search.is_own(each, (voice.source,))

    def called_false(self, place: int) -> Iterator[Retort]:
        """The denial of "the report was false", "that is not true", "the claim that it fell is a lie"."""
        doc, token = self.doc, self.doc.tokens[place]
        verb = token.head
        subject = doc.child(verb, "nsubj")
        if token.dep not in ("acomp", "attr") or doc.tokens[verb].lemma != "be" or subject is None or subject > place:
            return
        polarity = "negative" if token.lower in sorted_words()["true"] else "positive"
        voice = self.voice(place, subject) if is_firm(doc, verb, polarity) else None
        if voice is None or is_bound(doc, verb) or self.is_partly(place, verb):
            return
        meant = self.said_false(subject, place, voice)
        if meant is not None:
            yield Retort(place, meant, voice)

    def is_partly(self, place: int, verb: int) -> bool:
        """Whether words beside "false" limit it or say what is: "not entirely true", "wrong about", "false to say"."""
        doc, words = self.doc, sorted_words()
        beside = [c for c in (*doc.children[place], *doc.children[verb]) if c != place]
        negation = min((c for c in beside if doc.tokens[c].dep == "neg"), default=place)
        for child in beside:
            token = doc.tokens[child]
            if token.dep in ("advmod", "npadvmod"):
                if token.lower not in words["outright"] or negation < child < place:
                    return True
            elif child > place and token.dep in ADDING and token.lower != "according":
                return True
        return False

    def said_false(self, subject: int, place: int, voice: Voice) -> Told | None:
        """What the subject of "was false" means: the content of its own clause, else what others said before."""
        doc, token, words = self.doc, self.doc.tokens[subject], sorted_words()
        provisional = self.provisional(place, voice)
        if token.lower in POINTERS and self.doc.tokens[place].lower in words["amiss"]:
            return None
        if token.lower in POINTERS:
            is_empty = any(doc.tokens[c].dep == "csubj" for c in doc.children[token.head])
            return None if doc.children[subject] or is_empty else self.told_before(provisional, NEXT, None, voice)
        if not is_something_said(doc, subject) or picks(doc, subject) or self.is_of_many(subject):
            return None
        clause = next((c for c in doc.children[subject] if doc.tokens[c].dep in CLAUSES and c > subject), None)
        if clause is not None:
            return self.inside(clause, place, voice)
        if any(doc.tokens[c].dep == "prep" and doc.tokens[c].lower != "in" for c in doc.children[subject]):
            return None
        accusing = subject if token.lemma in words["charge"] else None
        return self.told_before(provisional, NEAR, accusing, voice)

    def is_of_many(self, noun: int) -> bool:
        """Whether so many of several things said are meant that one of them may not be: "many reports", "not all"."""
        return any(self.doc.tokens[c].lower in sorted_words()["many"] for c in self.doc.children[noun])

    def provisional(self, place: int, voice: Voice) -> Told:
        """A denial at a token as the search takes one."""
        sentence, trigger = sentence_span(self.doc, place), self.doc.span(place, place + 1)
        return Told(-1, place, Claim(self.doc.report.id, "event", sentence, trigger, "REJECT", roles=(voice.source,)))

    def told_before(self, denial: Told, reach: int, noun: int | None, voice: Voice) -> Told | None:
        """What others said before, where nothing else could be meant."""
        pointing = Pointing("telling", reach, noun)
        meant = self.search.telling(denial, pointing, (voice.source,))
        is_event = meant is not None and meant.claim.kind == "event"
        return meant if meant and is_event and self.search.is_sure(denial, pointing, (voice.source,), meant) else None

    def inside(self, clause: int, place: int, voice: Voice) -> Told | None:
        """The claim whose word heads a clause of what somebody else said, None where there is none."""
        below = [t for t in self.search.by_sentence.get(self.doc.tokens[place].sentence, ()) if t.head != place]
        for each in below:
            if each.head == clause and is_answerable(each.claim) and not self.speaks_of_own(voice, each):
                return each
        return None

    def lied(self, place: int) -> Iterator[Retort]:
        """The denial of "he lied when he claimed that soldiers had shot the boy"."""
        doc, voice = self.doc, self.voice(place)
        fact = factuality(doc, place)
        subject = doc.child(place, "nsubj")
        if voice is None or subject is None or fact.polarity == "negative" or fact.certainty != "certain":
            return
        words = sorted_words()
        for clause in doc.children[place]:
            saying = clause if doc.tokens[clause].dep == "advcl" else doc.child(clause, "pcomp")
            if saying is None or doc.tokens[saying].lemma not in words["claiming"] | words["reporting"]:
                continue
            content = doc.child(saying, "ccomp")
            meant = None if content is None else self.inside(content, place, voice)
            if meant is not None and not self.is_subject(voice, subject):
                yield Retort(place, meant, voice)

    def is_subject(self, voice: Voice, subject: int) -> bool:
        """Whether the one who speaks is the subject."""
        token = self.doc.tokens[subject]
        return voice.source.span.start <= token.start < voice.source.span.end

    def none_such(self, place: int) -> Iterator[Retort]:
        """The denial of "there was no such raid", and of "no new raids" where others tell of one more."""
        doc, noun = self.doc, self.doc.tokens[place].head
        if doc.tokens[noun].pos != "NOUN":
            return
        beside = {doc.tokens[c].lower for c in doc.children[noun] if c < noun}
        is_such, is_fresh = "such" in beside, bool(beside & sorted_words()["fresh"])
        if not (is_such or is_fresh) or not self.is_said_to_be(noun):
            return
        voice = self.voice(noun, noun, doc.tokens[noun].head)
        if voice is None or not is_firm(doc, doc.tokens[noun].head, "negative"):
            return
        meant = self.of_kind(noun, NEAR if is_such else NEXT, voice)
        if meant is None or self.is_of_another_scene(noun, doc.tokens[noun].head, voice, meant):
            return
        if is_such or self.is_once_more(meant, noun):
            yield Retort(noun, meant, voice, is_plain=True)

    def is_of_another_scene(self, noun: int, verb: int, voice: Voice, meant: Told) -> bool:
        """Whether a denial names a time or a place that the sentence of what it seems to deny does not."""
        doc = self.doc
        sentence = doc.sentences[doc.tokens[meant.head].sentence]
        known = {stem(token.lower) for token in doc.tokens[sentence.first : sentence.last]}
        if any(t.lower not in known for t in self.times_in(verb)):
            return True
        for child in (*doc.children[noun], *doc.children[verb]):
            inner = doc.child(child, "pobj") if doc.tokens[child].dep == "prep" else None
            if inner is not None and doc.tokens[child].lower in WHERE and stem(doc.tokens[inner].lower) not in known:
                return True
        here = doc.sentences[doc.tokens[noun].sentence]
        names = [doc.name_over[i] for i in range(here.first, here.last) if i in doc.name_over]
        places = [p for p in names if p.schema == "Address" and not p.span.overlaps(voice.source.span)]
        return any(stem(doc.tokens[p.head].lower) not in known for p in places)

    def times_in(self, verb: int) -> list[Token]:
        """The words for times in the clause of a verb."""
        inside = (self.doc.tokens[i] for i in self.doc.subtree(verb) if is_time(self.doc, i))
        return [token for token in inside if token.pos not in ("DET", "ADP")]

    def is_said_to_be(self, noun: int) -> bool:
        """Whether a noun is that of "there were no raids", "no raids took place": none reported is no denial."""
        token = self.doc.tokens[noun]
        above = self.doc.tokens[token.head]
        if token.dep in ("attr", "nsubj"):
            return above.lemma in ("be", "happen", "occur", "take")
        return token.dep == "nsubjpass" and above.lemma in ("carry", "conduct", "launch", "stage", "hold")

    def of_kind(self, noun: int, reach: int, voice: Voice) -> Told | None:
        """The nearest claim before, not by the speaker, of the kind of act that a noun names; None where two differ."""
        entries = nouns().get(self.doc.tokens[noun].lemma, ())
        kinds = {(each.type, each.mode) for each in entries}
        is_attack = self.doc.tokens[noun].lemma in sorted_words()["attack"]
        here = self.doc.tokens[noun].sentence
        for sentence in range(here, max(-1, here - 1 - reach), -1):
            fitting = [
                each
                for each in self.search.by_sentence.get(sentence, ())
                if each.head < noun and is_answerable(each.claim) and each.claim.kind == "event"
                if (each.claim.type, each.claim.mode) in kinds or (is_attack and each.claim.type == "ASSAULT")
                if not self.speaks_of_own(voice, each)
            ]
            if fitting:
                return fitting[0]
        return None

    def is_once_more(self, meant: Told, noun: int) -> bool:
        """Whether a claim of the sentence before tells of one more act, and "but" sets the denial against it.

        "No new raids" denies nothing that was before.
        """
        doc = self.doc
        told = doc.sentences[doc.tokens[meant.head].sentence]
        here = doc.sentences[doc.tokens[noun].sentence]
        if not meant.claim.attribution:
            return False
        again = any(t.lower in sorted_words()["anew"] for t in doc.tokens[told.first : told.last])
        first = told.first if told == here else here.first
        return again and any(t.lower in OPPOSING for t in doc.tokens[first:noun])

    def still_held(self, place: int) -> Iterator[Retort]:
        """The denial of "it is still in their hands", "it was still under rebel control" after a capture."""
        doc, token = self.doc, self.doc.tokens[place]
        preposition = doc.tokens[token.head]
        if token.dep != "pobj" or preposition.lower not in ("in", "under"):
            return
        verb = doc.tokens[preposition.head]
        around = {verb.lemma, *(doc.tokens[c].lower for c in (*doc.children[verb.i], *doc.children[preposition.i]))}
        if verb.lemma not in HOLDING or not around & STILL or not is_firm(doc, verb.i) or is_bound(doc, verb.i):
            return
        held, voice = held_by(doc, place, verb.i), self.voice(place)
        if held is None or voice is None or self.times_in(verb.i):
            return
        meant = self.seizure(held.thing, place, voice)
        if meant is not None and is_other_holder(doc, held.owner, voice, meant):
            yield Retort(place, meant, voice, is_plain=True)

    def fallen(self, place: int) -> Iterator[Retort]:
        """The denial of "the bridge had not fallen", "denied that the bridge had fallen" after a capture."""
        subject = self.doc.child(place, "nsubj")
        if subject is None or self.doc.tokens[subject].lower in OWN or not is_firm(self.doc, place, "negative"):
            return
        voice = self.voice(place)
        if voice is None or is_bound(self.doc, place) or self.times_in(place):
            return
        meant = self.seizure(subject, place, voice)
        if meant is not None and not falls_otherwise(self.doc, place, meant):
            yield Retort(place, meant, voice, is_plain=True)

    def no_part(self, place: int, is_behind: bool) -> Iterator[Retort]:
        """The denial of "it was not behind the attack", "had no part in it", "had nothing to do with the raid"."""
        doc = self.doc
        verb = self.part_verb(place, is_behind)
        subject = None if verb is None else doc.child(verb, "nsubj", "nsubjpass")
        if verb is None or subject is None:
            return
        polarity = factuality(doc, verb).polarity
        is_none = polarity == "negative" or doc.tokens[place].lower == "nothing"
        voice = self.voice(verb) if is_none and is_firm(doc, verb, polarity) else None
        pointing = of_part(doc, verb, place)
        if voice is None or pointing is None or is_bound(doc, verb):
            return
        denial, deniers = self.provisional(place, voice), (voice.source,)
        meant = self.search.deed(denial, pointing, deniers)
        if meant is None or not self.is_own_people(voice, subject, meant) or self.is_by_others(voice, meant):
            return
        is_bare = pointing.noun is None and not any(doc.tokens[i].lower in POINTERS for i in doc.subtree(verb))
        if is_bare and not is_named_in(doc, voice, meant.claim):
            return
        if self.search.is_sure(denial, pointing, deniers, meant):
            yield Retort(place, meant, voice)

    def part_verb(self, place: int, is_behind: bool) -> int | None:
        """The verb of "was not involved", "was not behind", "had no role", "had nothing to do"; None for others."""
        doc, token = self.doc, self.doc.tokens[place]
        above = doc.tokens[token.head]
        if is_behind:
            if token.pos == "VERB" and doc.child(place, "auxpass") is not None:
                return place
            return above.i if above.lemma == "be" and token.dep in ("prep", "acomp", "attr") else None
        if above.lemma not in ("have", "play", "take", "bear") or token.dep != "dobj":
            return None
        if token.lower != "nothing":
            return above.i
        doing = next((c for c in doc.children[place] if doc.tokens[c].lemma == "do"), None)
        is_with = doing is not None and any(doc.tokens[c].lower == "with" for c in doc.children[doing])
        return above.i if is_with else None

    def is_own_people(self, voice: Voice, subject: int, meant: Told) -> bool:
        """Whether a subject is who speaks, or what is theirs: "it", "its army", the same words."""
        doc = self.doc
        owner = doc.child(subject, "poss")
        if owner is not None and doc.tokens[owner].lower in POSSESSING:
            return is_himself(doc, voice, owner, meant.claim)
        if doc.tokens[subject].lower in OWN:
            return is_himself(doc, voice, subject, meant.claim)
        return doc.tokens[subject].lower in doc.text_of(voice.source.span).lower().split()

    def is_by_others(self, voice: Voice, meant: Told) -> bool:
        """Whether a deed is told of somebody else than who speaks: to have no part in that denies nothing."""
        if is_named_in(self.doc, voice, meant.claim):
            return False
        return any(is_agent(self.doc, token.i) for role in actors(meant.claim) for token in heads(self.doc, role.span))

    def innocent(self, place: int) -> Iterator[Retort]:
        """The denial of "he insisted that he was innocent", "she maintains her innocence"."""
        doc, token = self.doc, self.doc.tokens[place]
        above = doc.tokens[token.head]
        subject = doc.child(above.i, "nsubj")
        if subject is None or not is_firm(doc, above.i) or is_bound(doc, above.i) or is_bound(doc, place):
            return
        if token.lower == "innocence":
            voice = self.maintained(place, above, subject)
        elif token.dep == "acomp" and above.lemma == "be":
            voice = self.voice(place)
            voice = voice if voice is not None and is_himself(doc, voice, subject) else None
        else:
            return
        of = next((c for c in doc.children[place] if doc.tokens[c].dep == "prep"), None)
        if of is None or doc.child(of, "pobj") is not None:
            yield from self.charged(place, voice, None if of is None else doc.child(of, "pobj"))

    def maintained(self, place: int, verb: Token, subject: int) -> Voice | None:
        """Who "maintains his innocence", None for other verbs and for the innocence of somebody else."""
        doc, owner = self.doc, self.doc.child(place, "poss")
        if verb.lemma not in MAINTAINING or owner is None:
            return None
        links, who = chain(doc, self.found, verb.i), reference(doc, subject)
        voice = Voice(Role("actor", who.span, who.entity), links, links)
        return voice if is_himself(doc, voice, owner) and not judges(doc, voice.source) else None

    def done_wrong(self, place: int) -> Iterator[Retort]:
        """The denial of "he said he had done nothing wrong"."""
        doc, token = self.doc, self.doc.tokens[place]
        nothing = doc.tokens[token.head]
        verb = doc.tokens[nothing.head]
        if token.lower != "wrong" or nothing.lower != "nothing" or verb.lemma != "do":
            return
        subject, voice = doc.child(verb.i, "nsubj"), self.voice(place)
        if voice is None or subject is None or is_bound(doc, verb.i) or not is_firm(doc, verb.i, "negative"):
            return
        if is_himself(doc, voice, subject):
            yield from self.charged(place, voice)

    def charged(self, place: int, voice: Voice | None, noun: int | None = None) -> Iterator[Retort]:
        """The denial of what the speaker is accused of, of what a noun tells where there is one, if that is sure."""
        here = self.search.by_sentence.get(self.doc.tokens[place].sentence, ())
        if voice is None or any(t.head > place and t.claim.type == "CONCEDE" for t in here):  # "but then confessed"
            return
        denial, pointing, deniers = self.provisional(place, voice), Pointing("charge", FAR, noun), (voice.source,)
        meant = self.search.charge(denial, pointing, deniers)
        if meant is not None and meant.claim.type == "CONCEDE":  # "confessed to killing"
            meant = self.search.deed_in(meant, self.search.told[meant.place : meant.place + LOOKED_AT])
        if meant is not None and self.search.is_sure(denial, pointing, deniers, meant):
            yield Retort(place, meant, voice)

    def seizure(self, held: int | None, place: int, voice: Voice) -> Told | None:
        """The capture, told by another in this sentence or the one before, of what is said to be still held."""
        if held is None:
            return None
        here = self.doc.tokens[place].sentence
        for sentence in (here, here - 1):
            for each in self.search.by_sentence.get(sentence, ()):
                is_told = is_seizure(each.claim) and each.head < place
                if is_told and not self.speaks_of_own(voice, each) and self.is_of(held, each):
                    return each
        return None

    def is_of(self, held: int, seizure: Told) -> bool:
        """Whether a word means what was seized: "it", or a word of its phrase."""
        token = self.doc.tokens[held]
        if token.lower == "it":
            return True
        spans = [role.span for role in seizure.claim.roles if role.role in ("target", "recipient")]
        spans += [seizure.claim.place.span] if seizure.claim.place is not None else []
        return any(token.lower in self.doc.text_of(span).lower().split() for span in spans)
