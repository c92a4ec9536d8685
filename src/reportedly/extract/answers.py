"""What a denial denies where its words only point to it: "denied the allegation", "denies it", "pleaded not guilty".

In: the claims of a report, each with its trigger's token, and the attributions. Out: the claims, each such denial with
the trigger of the claim that it answers. Where nothing fits surely it answers none.

What is denied in its own words ("denied that it had shelled the town") is a negative claim by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.extract.attribution.taking_up import flat
from reportedly.extract.denials import (
    PERSONAL,
    SENTENCED,
    Told,
    actors,
    alike,
    denied,
    denying,
    is_answerable,
    is_definite,
    is_something_said,
    is_telling,
    same,
    sorted_words,
)
from reportedly.extract.factuality.embedding import carriers
from reportedly.extract.rivals import Case, is_sure
from reportedly.model import Annotated, Attribution, Claim, Link, Role, Span, is_occurrence

Way = Literal["telling", "charge", "deed"]
"""How a denial points: to something said, to what one is accused of, to a deed that one had no part in."""

HERE, NEXT, NEAR, FAR, FARTHEST = 0, 1, 3, 8, 12
"""Sentences back to what a relative stands for, or "it", something said, an accusation, the noun of a deed."""

LONGEST_CLIMB = 8
"""Words between a trigger and the head of what is said; a guard against broken trees."""

POINTERS = frozenset({"it", "this", "that", "them", "these", "so"})
OF = frozenset({"of", "for", "with", "over", "to"})
"""Prepositions before what one is accused of, arrested for, charged with."""

PARTAKING = frozenset({"in", "for", "with", "to", "behind"})
HAPPENING = frozenset({"happen", "occur"})
CLAUSES = ("ccomp", "acl", "relcl", "advcl")
PASSED = frozenset({"conj", "ccomp", "xcomp", "attr", "acomp", "oprd"})
LINKED = frozenset({"xcomp", "ccomp", "acomp", "oprd"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
HELD = ("arrest", "detention", "charge")


@dataclass(frozen=True, slots=True)
class Pointing:
    """How a denial points, over how many sentences at most, and the noun of the deed or accusation where it has one.

    `several` tells that it denies more than one thing ("both charges"), `teller` is whose word it denies ("the
    neighbours' account").
    """

    way: Way
    reach: int
    noun: int | None = None
    several: bool = False
    teller: int | None = None


def with_answers(doc: Annotated, found: Sequence[Attribution], told: Sequence[tuple[int, Claim]]) -> tuple[Claim, ...]:
    """The claims in their order, a denial that points with the trigger of what it answers."""
    if not any(claim.type == "REJECT" for _, claim in told):
        return tuple(claim for _, claim in told)
    search = Search(doc, found, tuple(Told(i, head, claim) for i, (head, claim) in enumerate(told)))
    return tuple(search.answered(each) for each in search.told)


class Search:
    """The claims of one report by sentence, and who says what there."""

    def __init__(self, doc: Annotated, found: Sequence[Attribution], told: tuple[Told, ...]) -> None:
        self.doc = doc
        self.told = told
        self.links = tuple(flat(tuple(found)))
        self.by_sentence: dict[int, list[Told]] = {}
        for each in told:
            self.by_sentence.setdefault(doc.tokens[each.head].sentence, []).append(each)

    def answered(self, denial: Told) -> Claim:
        """The claim, with what it answers if it is a denial that points to another claim."""
        pointing, deniers = self.pointing(denial), actors(denial.claim)
        if pointing is None or not deniers:
            return denial.claim
        meant = self.pleaded(denial) or self.meant(denial, pointing, deniers)
        if meant is None or not self.is_sure(denial, pointing, deniers, meant):
            return denial.claim
        return replace(denial.claim, answers=meant.claim.trigger)

    def meant(self, denial: Told, pointing: Pointing, deniers: Sequence[Role]) -> Told | None:
        """What the denial seems to mean, by the way in which it points."""
        if pointing.way == "deed":
            return self.deed(denial, pointing, deniers)
        found = self.charge(denial, pointing, deniers) if pointing.way == "charge" else None
        if pointing.way == "charge" and (pointing.noun is None or not is_telling(self.doc, pointing.noun)):
            return found
        return found or self.telling(denial, pointing, deniers)

    def is_sure(self, denial: Told, pointing: Pointing, deniers: Sequence[Role], meant: Told) -> bool:
        """Whether no other claim near could be meant as well; a relative clause hangs on what it denies."""
        here = self.doc.tokens[denial.head].sentence
        first = here + 1 if pointing.reach == HERE else min(here - NEAR, self.doc.tokens[meant.head].sentence)
        near = [
            each
            for sentence in range(max(0, first), here + 1)
            for each in self.by_sentence.get(sentence, ())
            if each.head < denial.head or each is meant
            if pointing.teller is None or self.is_by(pointing.teller, each)
        ]
        named = [role for role in deniers if self.doc.text_of(role.span).lower() not in PERSONAL or role.entity]
        own = [each for each in near if each.claim.attribution and self.is_own(each, named)]
        case = Case(self.doc, deniers, near, pointing.noun, pointing.way == "deed", pointing.several)
        return is_sure(case, meant, own)

    def pointing(self, denial: Told) -> Pointing | None:
        """How the claim points to what it denies; None for one that is no denial, or that says what it denies."""
        sort = denying(self.doc, denial)
        if sort is None or not is_occurrence(denial.claim):
            return None
        if sort == "plead":
            return self.by_plea(denial)
        if sort == "noun":
            return self.by_noun(denial)
        return self.by_object(denial, denied(self.doc, denial.head), sort)

    def by_plea(self, denial: Told) -> Pointing | None:
        """How "not guilty" points: to what one is charged with, several where it says so; None to one of them."""
        doc = self.doc
        noun = pleaded_to(doc, denial.head)
        if noun is None:
            return Pointing("charge", FAR)
        is_charge = doc.tokens[noun].lemma in sorted_words()["charge"]
        if picks(doc, noun):
            return None
        return Pointing("charge", FAR, None if is_charge else noun, is_several(doc, noun))

    def by_noun(self, denial: Told) -> Pointing | None:
        """How "a denial", "its denial of wrongdoing" points; None where the denial itself was told before."""
        of = next((c for c in self.doc.children[denial.head] if self.doc.tokens[c].lower == "of"), None)
        inner = None if of is None else self.doc.child(of, "pobj", "pcomp")
        if inner is not None:
            return self.by_object(denial, inner, "any")
        article = self.doc.child(denial.head, "det")
        is_new = article is not None and self.doc.tokens[article].lower in ("a", "an")
        is_bare = self.doc.child(denial.head, *CLAUSES) is None
        return Pointing("telling", NEAR) if is_new and is_bare else None

    def by_object(self, denial: Told, thing: int | None, sort: str) -> Pointing | None:
        """How the object of a denial points."""
        doc, words = self.doc, sorted_words()
        if thing is None:
            return None
        token = doc.tokens[thing]
        if token.tag in ("WDT", "WP"):
            return Pointing("telling", HERE)
        if token.pos in ("VERB", "AUX"):
            return self.by_clause(denial, thing) if sort == "any" else None
        if token.lower in POINTERS:
            return Pointing("telling", NEXT) if not doc.children[thing] else None
        if is_something_said(doc, thing):
            return self.by_telling(denial, thing)
        if sort == "said" or self.tells(denial, thing):
            return None
        if token.lemma in words["part"] | words["wrong"]:
            return of_part(doc, denial.head, thing)
        return Pointing("deed", FARTHEST, thing) if is_definite(doc, thing) else None

    def by_telling(self, denial: Told, noun: int) -> Pointing | None:
        """How something said is pointed to; None where what was said stands with it, as a claim or as none."""
        doc = self.doc
        token = doc.tokens[noun]
        if self.tells(denial, noun) or picks(doc, noun):
            return None
        clause = next((c for c in doc.children[noun] if doc.tokens[c].dep in CLAUSES and c > noun), None)
        is_fronted = token.i < denial.head and clause is not None and denial.head in set(doc.subtree(clause))
        if clause is not None and not is_fronted:
            return Pointing("telling", NEAR) if says_part(doc, clause) else None
        if any(
            doc.tokens[c].lower in ("of", "about", "over") for c in doc.children[noun] if doc.tokens[c].dep == "prep"
        ):
            return None
        reach = HERE if is_fronted else NEAR
        is_charge = token.lemma in sorted_words()["charge"] and not is_fronted and doc.child(noun, "poss") is None
        accusing = noun if token.lemma in sorted_words()["charge"] else None
        several = is_several(doc, noun)
        if is_charge:
            return Pointing("charge", FAR, noun, several)
        return Pointing("telling", reach, accusing, several, self.teller(noun))

    def teller(self, noun: int) -> int | None:
        """Whose word a noun of telling names: "the neighbours' account", "a claim by the union"; None for a pronoun."""
        by = next((c for c in self.doc.children[noun] if self.doc.tokens[c].lower in ("by", "from")), None)
        found = self.doc.child(noun, "poss") if by is None else self.doc.child(by, "pobj")
        return None if found is None or self.doc.tokens[found].pos == "PRON" else found

    def by_clause(self, denial: Told, verb: int) -> Pointing | None:
        """How "being behind it", "it happened" points; None where the clause tells a deed."""
        subject = self.doc.child(verb, "nsubj")
        if self.doc.tokens[verb].lemma in HAPPENING and subject is not None:
            return Pointing("telling", NEXT) if self.doc.tokens[subject].lower in POINTERS else None
        return of_part(self.doc, verb, verb) if says_part(self.doc, verb) else None

    def tells(self, denial: Told, place: int) -> bool:
        """Whether a claim stands in what hangs on a word of the denial's sentence; an accusation so called is none."""
        inside = set(self.doc.subtree(place))
        others = self.by_sentence[self.doc.tokens[denial.head].sentence]
        return any(
            each.head in inside and each.claim.type not in ("ACCUSE", "REJECT") and each.claim.kind == "event"
            for each in others
        )

    def telling(self, denial: Told, pointing: Pointing, deniers: Sequence[Role]) -> Told | None:
        """The main claim of what somebody else said last before the denial."""
        here = self.doc.tokens[denial.head].sentence
        for sentence in range(here, max(-1, here - 1 - min(pointing.reach, NEAR)), -1):
            before = [t for t in self.by_sentence.get(sentence, ()) if t.head < denial.head and t is not denial]
            meant = self.accused(before, deniers, sentence == here - 1)
            if meant is None and pointing.noun is not None:
                meant = self.accusation(before, deniers)
            if pointing.teller is not None:
                before = [each for each in before if self.is_by(pointing.teller, each)]
            meant = meant or self.main(before, deniers)
            if meant is not None:
                return meant
            if pointing.teller is None and self.is_told(sentence, denial, deniers):
                return None
        return None

    def is_by(self, teller: int, each: Told) -> bool:
        """Whether the innermost source of a claim is the one whose word is denied, by a noun or name in common."""
        source = each.claim.attribution[-1].source if each.claim.attribution else None
        if source is None:
            return False
        sentence = self.doc.sentences[self.doc.tokens[each.head].sentence]
        inside = self.doc.tokens[sentence.first : sentence.last]
        said = {form for t in inside if source.span.start <= t.start < source.span.end for form in (t.lower, t.lemma)}
        return not said.isdisjoint((self.doc.tokens[teller].lower, self.doc.tokens[teller].lemma))

    def main(self, before: Sequence[Told], deniers: Sequence[Role]) -> Told | None:
        """The head of what others say in one sentence; None where two speak of different things."""
        ranked = []
        for each in before:
            is_theirs = is_answerable(each.claim) and each.claim.attribution and not self.is_own(each, deniers)
            if is_theirs and not self.is_by_who_says_it(each):
                depth = self.depth(each)
                if depth is not None:
                    ranked.append((depth, each.head, each))
        if not ranked:
            return None
        least = min(ranked, key=lambda one: one[:2])[2]
        speakers = {speaker(each.claim.attribution[-1]) for _, _, each in ranked}
        return least if len(speakers) == 1 else None

    def depth(self, each: Told) -> int | None:
        """Words between a claim's trigger and the head of what its innermost source says; None where it is an aside."""
        link = each.claim.attribution[-1]
        if link.content is None:
            return None
        steps, place = 0, each.head
        while steps < LONGEST_CLIMB:
            token = self.doc.tokens[place]
            above = self.doc.tokens[token.head]
            if token.head == place or not link.content.start <= above.start < link.content.end:
                return None if is_aside(self.doc, place) else steps
            if token.dep in ("relcl", "acl", "advcl") and is_cue(link, above.start):
                return steps
            is_led = leads(self.doc, place) or (token.dep == "prep" and is_cue(link, self.doc.tokens[above.head].start))
            if not is_led or is_aside(self.doc, place):
                return None
            steps, place = steps + 1, token.head
        return None

    def is_by_who_says_it(self, each: Told) -> bool:
        """Whether the innermost source tells what it did itself: "police said they searched the ship"."""
        source = each.claim.attribution[-1].source
        return source is not None and any(same(self.doc, role, source) for role in actors(each.claim))

    def is_own(self, each: Told, deniers: Sequence[Role]) -> bool:
        """Whether the innermost source of a claim is one who denies, or may be."""
        source = each.claim.attribution[-1].source
        return source is not None and any(same(self.doc, role, source) for role in deniers)

    def is_told(self, sentence: int, denial: Told, deniers: Sequence[Role]) -> bool:
        """Whether somebody else says something in a sentence before the denial."""
        first, last = self.doc.sentences[sentence].start, self.doc.sentences[sentence].end
        for link in self.links:
            place = link.cue or link.content
            if place is None or not first <= place.start < last or place.start >= denial.claim.trigger.start:
                continue
            if link.source is None or not any(same(self.doc, role, link.source) for role in deniers):
                return True
        return False

    def charge(self, denial: Told, pointing: Pointing, deniers: Sequence[Role]) -> Told | None:
        """What the one who denies is accused of, or else the accusation, in the nearest sentence that tells of it."""
        here = self.doc.tokens[denial.head].sentence
        for sentence in range(here, max(-1, here - 1 - FAR), -1):
            before = [t for t in self.by_sentence.get(sentence, ()) if t.head < denial.head and t is not denial]
            meant = self.accused(before, deniers, sentence == here - 1, HELD) or self.deed_of(before, deniers)
            if meant is not None:
                return meant if self.is_of(pointing.noun, meant) else None
        return None

    def pleaded(self, denial: Told) -> Told | None:
        """The deed that a plea names: "pleaded not guilty to robbing the bank"."""
        after = [t for t in self.by_sentence[self.doc.tokens[denial.head].sentence] if t.head > denial.head]
        return self.deed_in(denial, after) if denying(self.doc, denial) == "plead" else None

    def is_of(self, noun: int | None, meant: Told) -> bool:
        """Whether the sentence of a claim has the noun of what one denies to be guilty of; a word for a charge fits."""
        if noun is None or self.doc.tokens[noun].lemma in sorted_words()["charge"]:
            return True
        sentence = self.doc.sentences[self.doc.tokens[meant.head].sentence]
        return any(t.lemma == self.doc.tokens[noun].lemma for t in self.doc.tokens[sentence.first : sentence.last])

    def accused(
        self, before: Sequence[Told], deniers: Sequence[Role], is_next: bool, held: tuple[str, ...] = ()
    ) -> Told | None:
        """Of the accusations of one who denies, the deed in it, else itself; an arrest where its mode is in `held`."""
        for each in before:
            if not is_answerable(each.claim) or each.claim.type not in SENTENCED:
                continue
            hit = [role for role in each.claim.roles if role.role != "actor"]
            if not any(alike(self.doc, one, other, is_next) for one in deniers for other in hit):
                continue
            deed = self.deed_in(each, before)
            if deed is not None:
                return deed
            if each.claim.type == "ACCUSE" or each.claim.mode in held:
                return next((t for t in before if t.claim.type == "ACCUSE" and is_joined(self.doc, t, each)), each)
        return None

    def accusation(self, before: Sequence[Told], deniers: Sequence[Role]) -> Told | None:
        """The only accusation of a sentence by another than who denies: its deed, else itself."""
        others = [
            each
            for each in before
            if each.claim.type == "ACCUSE" and is_answerable(each.claim) and each.claim.kind == "event"
            if not any(same(self.doc, one, role) for one in deniers for role in actors(each.claim))
        ]
        return self.deed_in(others[0], before) or others[0] if len(others) == 1 else None

    def deed_in(self, accusation: Told, before: Sequence[Told]) -> Told | None:
        """The deed that an accusation is of, if it is a claim."""
        inside = set(self.doc.subtree(accusation.head)) - {accusation.head}
        deeds = (t for t in before if t.head in inside and is_answerable(t.claim) and t.claim.type not in SENTENCED)
        return next((t for t in deeds if self.is_charged(t, accusation.head)), None)

    def is_charged(self, each: Told, accusation: int) -> bool:
        """Whether the climb from a deed to an accusation passes nothing but what leads to the deed."""
        place = each.head
        for _ in range(LONGEST_CLIMB):
            if place == accusation:
                return each.claim.kind == "event"
            token = self.doc.tokens[place]
            if token.head != accusation and not leads(self.doc, place):
                return False
            if token.head == accusation and token.lower not in OF and token.dep not in LINKED:
                return False
            place = token.head
        return False

    def deed_of(self, before: Sequence[Told], deniers: Sequence[Role]) -> Told | None:
        """The main deed that others say one who denies has done."""
        done = [
            each
            for each in before
            if any(same(self.doc, one, other) for one in deniers for other in actors(each.claim))
        ]
        return self.main(done, deniers)

    def deed(self, denial: Told, pointing: Pointing, deniers: Sequence[Role]) -> Told | None:
        """The nearest claim before that tells the deed: by its noun, else by the kind of deed."""
        doc, noun = self.doc, pointing.noun
        if noun is None:
            return self.nearest(denial, deniers, pointing.reach, "ASSAULT", None)
        lemma = doc.tokens[noun].lemma
        meant = self.nearest(denial, deniers, pointing.reach, None, lemma)
        is_general = lemma in sorted_words()["attack"] and is_definite(doc, noun)
        return self.nearest(denial, deniers, NEXT, "ASSAULT", None) if meant is None and is_general else meant

    def nearest(
        self, denial: Told, deniers: Sequence[Role], reach: int, kind: str | None, lemma: str | None
    ) -> Told | None:
        """The nearest event before that is of the type, or told with the word, and not by one who denies."""
        here = self.doc.tokens[denial.head].sentence
        for sentence in range(here, max(-1, here - 1 - reach), -1):
            for each in self.by_sentence.get(sentence, ()):
                claim = each.claim
                if each.head >= denial.head or claim.kind != "event" or not is_answerable(claim):
                    continue
                fits = claim.type == kind or self.doc.tokens[each.head].lemma == lemma
                if fits and not (claim.attribution and self.is_own(each, deniers)):
                    return each
        return None


def leads(doc: Annotated, place: int) -> bool:
    """Whether the word above only leads to the deed at `place`: "provoked the clashes", "involvement in the raid"."""
    token = doc.tokens[place]
    above = doc.tokens[token.head]
    words = sorted_words()
    if token.dep in PASSED:
        return True
    if token.dep in OBJECTS:
        return above.pos == "VERB" and above.lemma in carriers()["object"] | words["brings"]
    if token.dep in ("pobj", "pcomp"):
        return above.lower in words["behind"] or above.dep in ("prep", "agent")
    if token.dep == "prep":
        if token.lower in words["behind"] or (above.pos == "VERB" and above.lemma in words["brings"]):
            return True
        return above.lemma in words["part"] | words["behind"] or (above.lemma in words["charge"] and token.lower in OF)
    return False


def is_joined(doc: Annotated, one: Told, other: Told) -> bool:
    """Whether a claim's verb is coordinated with another's: "arrested and charged"."""
    token = doc.tokens[one.head]
    return token.dep == "conj" and token.head == other.head


def is_aside(doc: Annotated, place: int) -> bool:
    """Whether a conjunction other than "that" opens the clause of a word."""
    marks = (doc.tokens[c].lower for c in doc.children[place] if doc.tokens[c].dep == "mark")
    return any(mark not in ("that", "how") for mark in marks)


def is_cue(link: Link, start: int) -> bool:
    """Whether the word at a character is the cue of the link."""
    return link.cue is not None and link.cue.start <= start < link.cue.end


def speaker(link: Link) -> str | Span | None:
    """Who speaks: the entity's id, else where the words for the source stand."""
    if link.source is None:
        return link.cue
    return link.source.span if link.source.entity is None else link.source.entity.id


def says_part(doc: Annotated, clause: int) -> bool:
    """Whether a clause only says that somebody had part in a deed: "being behind it", "its troops are involved"."""
    words = sorted_words()["behind"]
    near = [clause, *doc.children[clause]]
    return any(doc.tokens[place].lower in words for place in near)


def of_part(doc: Annotated, governor: int, place: int) -> Pointing | None:
    """How "involvement in the raids", "being behind it", "wrongdoing" point; None where the deed has no noun.

    `governor` is the word that the parser may hang "in the raids" on instead.
    """
    prepositions = [
        c
        for c in sorted({*doc.subtree(place), *doc.children[governor]})
        if c > min(place, governor) and doc.tokens[c].dep == "prep" and doc.tokens[c].lower in PARTAKING
    ]
    inner = [c for p in prepositions[:1] for c in doc.children[p] if doc.tokens[c].dep in ("pobj", "pcomp")]
    if inner and doc.tokens[inner[0]].lower not in POINTERS:
        return Pointing("deed", FARTHEST, inner[0]) if doc.tokens[inner[0]].pos in ("NOUN", "PROPN") else None
    if not inner and doc.tokens[place].lemma in sorted_words()["wrong"]:
        return Pointing("charge", FAR)
    return Pointing("deed", NEXT)


def pleaded_to(doc: Annotated, verb: int) -> int | None:
    """The noun or gerund after "not guilty to", or None."""
    for place in (verb, *doc.children[verb]):
        to = next((c for c in doc.children[place] if doc.tokens[c].dep == "prep" and doc.tokens[c].lower == "to"), None)
        if to is not None and to > verb:
            return doc.child(to, "pobj", "pcomp")
    return None


def picks(doc: Annotated, noun: int) -> bool:
    """Whether one thing said is picked out of several: "the second charge", "the other claim"."""
    words = sorted_words()["picking"]
    return any(doc.tokens[place].lower in words for place in (noun, *doc.children[noun]))


def is_several(doc: Annotated, noun: int) -> bool:
    """Whether a noun is told to mean more than one: "both charges", "three allegations"."""
    beside = (doc.tokens[c] for c in doc.children[noun] if c < noun)
    return any(token.lower == "both" or token.pos == "NUM" for token in beside)
