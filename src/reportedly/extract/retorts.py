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
from reportedly.extract.denials import Told, is_answerable, sorted_words
from reportedly.extract.events.words import nouns
from reportedly.extract.factuality.factuality import factuality
from reportedly.extract.phrases import reference
from reportedly.model import Annotated, Attribution, Claim, Factuality, Link, Reference, Role, Span

MOST = 12
"""Words of a sentence that may deny, up to which it is read."""

LOOKED_AT = 6
"""Claims behind a confession among which the deed confessed is looked for."""

SEIZING = frozenset({"seizure", "capture", "takeover", "conquest"})
"""Modes of acts after which a place is in other hands."""

HOLDING = frozenset({"be", "remain", "stay"})
STILL = frozenset({"still", "remain", "stay"})
PLACES = frozenset({"it", "they"})
RELATIVE = frozenset({"who", "which", "that"})
OWN = frozenset({"it", "they", "he", "she", "we", "i"})
POSSESSING = frozenset({"its", "their", "his", "her", "our", "my"})
INNOCENT = frozenset({"innocent", "innocence", "wrong"})
MAINTAINING = frozenset({"maintain", "protest", "profess", "proclaim", "assert", "insist", "declare"})
OPPOSING = frozenset({"but", "however", "although", "though", "while", "whereas", "despite", "yet"})


class Voice(NamedTuple):
    """Who says what stands at a token, and the links through which it is heard, outermost first."""

    source: Role
    outer: tuple[Link, ...]
    links: tuple[Link, ...]


class Retort(NamedTuple):
    """A denial found: the token that carries it, the claim it is of, and the voice that denies."""

    head: int
    trigger: Span
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
    claims = list(answered)
    for place in places:
        claims = retorts.added(place, claims)
    return tuple(sorted(claims, key=lambda claim: claim.trigger))


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


def named(link: Link) -> Span:
    """Where the words for the source stand, else those of saying; the first character where there are none."""
    if link.source is not None:
        return link.source.span
    return link.cue or Span(0, 1)


class Retorts:
    """The denials of one report that no verb of denying tells."""

    def __init__(self, search: Search, found: tuple[Attribution, ...]) -> None:
        self.search = search
        self.doc = search.doc
        self.found = found

    def added(self, place: int, claims: list[Claim]) -> list[Claim]:
        """The claims with that of the denial at a token, if there is one."""
        token, words = self.doc.tokens[place], sorted_words()
        for retort in self.read(place, token.lower, token.lemma, words):
            there = [claim for claim in claims if claim.trigger.overlaps(retort.trigger)]
            if all(claim.type == "REJECT" and claim.answers is None for claim in there):
                return [*(claim for claim in claims if claim not in there), self.claim(retort)]
        return claims

    def read(self, place: int, form: str, lemma: str, words: dict[str, frozenset[str]]) -> Iterator[Retort]:
        """The denial at a token, by the kind of word."""
        if lemma == "lie" and self.doc.tokens[place].pos == "VERB":
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
        sentence = self.doc.sentences[self.doc.tokens[retort.head].sentence]
        common = Claim(
            report_id=meant.report_id,
            kind="event",
            sentence=Span(sentence.start, sentence.end),
            trigger=retort.trigger,
            type="REJECT",
            mode="denial",
            confidence=meant.confidence,
            extractor=meant.extractor,
            answers=meant.trigger,
        )
        if not retort.is_plain:
            return replace(common, roles=(voice.source,), attribution=voice.outer)
        fact = Factuality(polarity="negative", cues=(retort.trigger,))
        return replace(common, type=meant.type, mode=meant.mode, attribution=voice.links, factuality=fact)

    def voice(self, place: int, subject: int | None = None, verb: int | None = None) -> Voice | None:
        """Who says what stands at a token; None for the outlet's own voice and for nobody in particular.

        A source named in the subject ("the rebels' claim that it fell was false") is not heard here, nor one that the
        verb would give ("none had been reported"). "Who" is whom it stands for, and speaks to the outlet.
        """
        links = chain(self.doc, self.found, place)
        if links and verb is not None and links[-1].cue == self.span(verb):
            links = links[:-1]
        inside = () if subject is None else tuple(self.span(i) for i in self.doc.subtree(subject))
        while links and any(named(links[-1]).overlaps(span) for span in inside):
            links = links[:-1]
        if not links or links[-1].source is None:
            return None
        link, outer = links[-1], links[:-1]
        if self.doc.text_of(links[-1].source.span).lower() in RELATIVE:
            meant = self.antecedent(links[-1].source.span)
            if meant is None:
                return None
            link, outer = replace(link, source=meant), ()
        source = link.source
        assert source is not None
        return Voice(Role("actor", source.span, source.entity), outer, (*outer, link))

    def antecedent(self, pronoun: Span) -> Reference | None:
        """Whom "who" stands for, None where the parser does not tell."""
        token = next((t for t in self.doc.tokens if t.start == pronoun.start), None)
        verb = None if token is None else self.doc.tokens[token.head]
        return reference(self.doc, verb.head) if verb is not None and verb.dep == "relcl" else None

    def speaks_of_own(self, voice: Voice, each: Told) -> bool:
        """Whether a claim is told by the one who denies."""
        return bool(each.claim.attribution) and self.search.is_own(each, (voice.source,))

    def span(self, place: int) -> Span:
        """The characters of one token."""
        return Span(self.doc.tokens[place].start, self.doc.tokens[place].end)

    def called_false(self, place: int) -> Iterator[Retort]:
        """The denial of "the report was false", "that is not true", "the claim that it fell is a lie"."""
        doc, token = self.doc, self.doc.tokens[place]
        verb = token.head
        subject = doc.child(verb, "nsubj")
        if token.dep not in ("acomp", "attr") or doc.tokens[verb].lemma != "be" or subject is None or subject > place:
            return
        fact, voice = factuality(doc, verb), self.voice(place, subject)
        is_denied = (token.lower in sorted_words()["true"]) == (fact.polarity == "negative")
        if voice is None or not is_denied or fact.certainty != "certain" or fact.temporality == "future":
            return
        meant = self.said_false(subject, place, voice)
        if meant is not None:
            yield Retort(place, self.span(place), meant, voice)

    def said_false(self, subject: int, place: int, voice: Voice) -> Told | None:
        """What the subject of "was false" means: the content of its own clause, else what others said before."""
        doc, token, words = self.doc, self.doc.tokens[subject], sorted_words()
        provisional = self.provisional(place, voice)
        if token.lower in POINTERS and self.doc.tokens[place].lower in words["amiss"]:
            return None
        if token.lower in POINTERS:
            is_empty = any(doc.tokens[c].dep in ("ccomp", "csubj", "acl", "relcl") for c in doc.children[token.head])
            return None if doc.children[subject] or is_empty else self.told_before(provisional, NEXT, None, voice)
        if token.lemma not in words["telling"] | words["charge"] or picks(doc, subject):
            return None
        clause = next((c for c in doc.children[subject] if doc.tokens[c].dep in CLAUSES and c > subject), None)
        if clause is not None:
            return self.inside(clause, place, voice)
        if any(doc.tokens[c].dep == "prep" and doc.tokens[c].lower != "in" for c in doc.children[subject]):
            return None
        accusing = subject if token.lemma in words["charge"] else None
        return self.told_before(provisional, NEAR, accusing, voice)

    def provisional(self, place: int, voice: Voice) -> Told:
        """A denial at a token as the search takes one."""
        sentence = self.doc.sentences[self.doc.tokens[place].sentence]
        span = Span(sentence.start, sentence.end)
        roles = (voice.source,)
        return Told(-1, place, Claim(self.doc.report.id, "event", span, self.span(place), "REJECT", roles=roles))

    def told_before(self, denial: Told, reach: int, noun: int | None, voice: Voice) -> Told | None:
        """What others said before, where nothing else could be meant."""
        pointing = Pointing("telling", reach, noun)
        meant = self.search.telling(denial, pointing, (voice.source,))
        return meant if meant and self.search.is_sure(denial, pointing, (voice.source,), meant) else None

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
                yield Retort(place, self.span(place), meant, voice)

    def is_subject(self, voice: Voice, subject: int) -> bool:
        """Whether the one who speaks is the subject."""
        token = self.doc.tokens[subject]
        return voice.source.span.start <= token.start < voice.source.span.end

    def none_such(self, place: int) -> Iterator[Retort]:
        """The denial of "there was no such raid", and of "no new raids" where others tell of one more."""
        doc, token = self.doc, self.doc.tokens[place]
        noun = token.head
        if token.lower != "no" or doc.tokens[noun].pos != "NOUN":
            return
        beside = {doc.tokens[c].lower for c in doc.children[noun] if c < noun}
        is_such, is_fresh = "such" in beside, bool(beside & sorted_words()["fresh"])
        voice = self.voice(noun, noun, doc.tokens[noun].head)
        if voice is None or not (is_such or is_fresh) or not self.is_said_to_be(noun):
            return
        meant = self.of_kind(noun, NEAR if is_such else NEXT, voice)
        if meant is not None and (is_such or self.is_once_more(meant, noun)):
            yield Retort(noun, self.span(noun), meant, voice, is_plain=True)

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
        voice, fact = self.voice(place), factuality(doc, verb.i)
        if verb.lemma not in HOLDING or not around & STILL or voice is None or fact.polarity == "negative":
            return
        of = next((c for c in doc.children[place] if doc.tokens[c].lower == "of"), None)
        held = doc.child(verb.i, "nsubj") if of is None else doc.child(of, "pobj")
        meant = self.seizure(held, place, voice)
        if meant is not None and fact.certainty == "certain" and fact.temporality != "future":
            yield Retort(place, self.span(place), meant, voice, is_plain=True)

    def fallen(self, place: int) -> Iterator[Retort]:
        """The denial of "the bridge had not fallen", "denied that the bridge had fallen" after a capture."""
        fact, voice = factuality(self.doc, place), self.voice(place)
        if voice is None or fact.polarity != "negative" or fact.certainty != "certain" or fact.temporality == "future":
            return
        meant = self.seizure(self.doc.child(place, "nsubj"), place, voice)
        if meant is not None:
            yield Retort(place, self.span(place), meant, voice, is_plain=True)

    def no_part(self, place: int, is_behind: bool) -> Iterator[Retort]:
        """The denial of "it was not behind the attack", "had no part in it", "had nothing to do with the raid"."""
        doc = self.doc
        verb = self.part_verb(place, is_behind)
        subject = None if verb is None else doc.child(verb, "nsubj", "nsubjpass")
        if verb is None or subject is None:
            return
        fact, voice = factuality(doc, verb), self.voice(verb)
        if voice is None or fact.certainty != "certain" or fact.temporality == "future":
            return
        if fact.polarity != "negative" and doc.tokens[place].lower != "nothing":
            return
        pointing = of_part(doc, verb, place)
        if pointing is None or not self.is_own_people(voice, subject):
            return
        denial, deniers = self.provisional(place, voice), (voice.source,)
        meant = self.search.deed(denial, pointing, deniers)
        if meant is not None and self.search.is_sure(denial, pointing, deniers, meant):
            yield Retort(place, self.span(place), meant, voice)

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
        return above.i if doing is not None else None

    def is_own_people(self, voice: Voice, subject: int) -> bool:
        """Whether a subject is who speaks, or what is theirs: "it", "its army", the same words."""
        doc = self.doc
        owner = doc.child(subject, "poss")
        if doc.tokens[subject].lower in OWN or (owner is not None and doc.tokens[owner].lower in POSSESSING):
            return True
        return doc.tokens[subject].lower in doc.text_of(voice.source.span).lower().split()

    def innocent(self, place: int) -> Iterator[Retort]:
        """The denial of "he insisted that he was innocent", "she maintains her innocence"."""
        doc, token = self.doc, self.doc.tokens[place]
        above = doc.tokens[token.head]
        if token.lower == "innocence":
            owner, subject = doc.child(place, "poss"), doc.child(above.i, "nsubj")
            if above.lemma not in MAINTAINING or owner is None or subject is None:
                return
            if doc.tokens[owner].lower not in POSSESSING or factuality(doc, above.i).polarity == "negative":
                return
            links = chain(doc, self.found, above.i)
            who = reference(doc, subject)
            voice: Voice | None = Voice(Role("actor", who.span, who.entity), links, links)
        else:
            subject, voice = doc.child(above.i, "nsubj"), self.voice(place)
            if token.dep != "acomp" or above.lemma != "be" or subject is None or voice is None:
                return
            fact = factuality(doc, above.i)
            if fact.polarity == "negative" or fact.certainty != "certain" or doc.tokens[subject].lower not in OWN:
                return
        yield from self.charged(place, voice)

    def done_wrong(self, place: int) -> Iterator[Retort]:
        """The denial of "he said he had done nothing wrong"."""
        doc, token = self.doc, self.doc.tokens[place]
        nothing = doc.tokens[token.head]
        verb = doc.tokens[nothing.head]
        if token.lower != "wrong" or nothing.lower != "nothing" or verb.lemma != "do":
            return
        subject, voice = doc.child(verb.i, "nsubj"), self.voice(place)
        if voice is not None and subject is not None and doc.tokens[subject].lower in OWN:
            yield from self.charged(place, voice)

    def charged(self, place: int, voice: Voice | None) -> Iterator[Retort]:
        """The denial of what the speaker is accused of, where that is sure."""
        if voice is None:
            return
        denial, pointing, deniers = self.provisional(place, voice), Pointing("charge", FAR), (voice.source,)
        meant = self.search.charge(denial, pointing, deniers)
        if meant is not None and meant.claim.type == "CONCEDE":  # "confessed to killing"
            meant = self.search.deed_in(meant, self.search.told[: meant.place + LOOKED_AT])
        if meant is not None and self.search.is_sure(denial, pointing, deniers, meant):
            yield Retort(place, self.span(place), meant, voice)

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
        if token.lower in PLACES:
            return True
        spans = [role.span for role in seizure.claim.roles if role.role in ("target", "recipient")]
        spans += [seizure.claim.place.span] if seizure.claim.place is not None else []
        return any(token.lower in self.doc.text_of(span).lower().split() for span in spans)


def is_seizure(claim: Claim) -> bool:
    """Whether somebody says in a claim that a place was taken."""
    is_one = claim.type == "ASSAULT" and claim.mode in SEIZING
    return is_one and bool(claim.attribution) and is_answerable(claim)
