"""Possible cues with what hangs on them: the frame in which a word may attribute something to somebody.

In: a report's trees. Out: `Frame` values, one for each verb, noun, adjective, adverb or preposition that might be a
cue, with its `Part`s (subject, clause, object, prepositional phrases ...) and the features by which `cues` weighs it.
"""

from collections.abc import Container, Iterator
from typing import NamedTuple

from reportedly.extract.attribution.trees import SUBJECTS, Trees
from reportedly.model import Token

SKIPPED = frozenset({
    "aux", "auxpass", "neg", "punct", "mark", "det", "cc", "conj", "expl", "preconj", "predet", "case", "intj", "dep",
    "meta", "prt", "nummod", "nmod", "quantmod",
})  # fmt: skip
"""Labels of children that are no part of a frame: function words, marks, further members of a list."""

EMPTY_SUBJECTS = frozenset({"it", "there"})
QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object speaks: "quoted the army as saying"."""

TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "convince", "persuade", "advise", "show"})
"""Verbs whose object is the hearer."""


class Part(NamedTuple):
    """One constituent of a frame: how it hangs on the cue, and its head token.

    `relation` is a dependency label, with the preposition (`prep:about`), the subordinator (`advcl:as`) or the side of
    a clause (`<ccomp` before the cue, `ccomp` after). `up` marks a clause that the cue itself hangs on.
    """

    relation: str
    head: int


class Frame(NamedTuple):
    """A possible cue: its head token, its key (lemma and class, `say/V`), and its parts in text order.

    The class is V for an active verb, P for a passive one, N noun, A adjective, R adverb, I preposition. `noun` is the
    object of a light verb that carries the meaning ("make a claim"), else None.
    """

    head: int
    key: str
    parts: tuple[Part, ...]
    noun: int | None = None

    def part(self, *relations: str) -> Part | None:
        """The first part with one of the relations, or None."""
        return next((part for part in self.parts if part.relation in relations), None)


def frames(trees: Trees, known: Container[str]) -> Iterator[Frame]:
    """A frame for each token that may be a cue, in text order; `known` holds the keys worth a look."""
    for token in trees.doc.tokens:
        build = BUILDERS.get(token.pos)
        if build is not None:
            frame = build(trees, token, known)
            if frame is not None:
                yield frame


def verb_frame(trees: Trees, token: Token, known: Container[str]) -> Frame | None:
    """The frame of a verb; None for auxiliaries."""
    if token.dep in ("aux", "auxpass") or token.lemma == "be":
        return None
    passive = is_passive(trees, token)
    particle = trees.doc.child(token.i, "prt")
    lemma = "according" if token.lower == "according" else token.lemma
    lemma = lemma if particle is None else f"{lemma}_{trees.token(particle).lower}"
    key = f"{lemma}/{'P' if passive else 'V'}"
    if key not in known and trees.doc.child(token.i, "ccomp") is None:
        return None
    parts = list(child_parts(trees, token.i))
    if not any(part.relation in SUBJECTS for part in parts):
        inherited = inherited_subject(trees, token)
        if inherited is not None:
            parts.append(inherited)
    parts.extend(parent_parts(trees, token))
    strayed = strayed_clause(trees, token, parts)
    if strayed is not None:
        parts.append(Part("ccomp", strayed))
    clause = next((p.relation for p in parts if p.relation in ("ccomp", "<ccomp", "xcomp")), None)
    if clause is not None:
        parts = [Part(f"dobj&{clause.removeprefix('<')}", p.head) if p.relation == "dobj" else p for p in parts]
    noun = light_noun(trees, token, known)
    if noun is not None:
        parts = [Part("light", p.head) if p.head == noun else p for p in parts]
        parts.extend(Part("n:" + p.relation, p.head) for p in child_parts(trees, noun))
        saying = trees.doc.child(noun, "acl")
        if saying is not None and trees.token(saying).tag == "VBG":
            parts.extend(Part("n:acl:" + p.relation, p.head) for p in child_parts(trees, saying))
    return Frame(token.i, key, tuple(parts), noun)


def strayed_clause(trees: Trees, token: Token, parts: list[Part]) -> int | None:
    """The clause of a verb that the parser hung on a noun in between: "told reporters that ...", "said in May that".

    None where the verb has a clause of its own or no such clause follows.
    """
    if any(part.relation in ("ccomp", "<ccomp", "xcomp") for part in parts):
        return None
    for part in parts:
        noun: int | None = part.head
        if part.relation.startswith("prep:"):
            noun = trees.doc.child(part.head, "pobj")
        elif part.relation != "dobj" or token.lemma not in TELLING:
            continue
        clause = None if noun is None or noun < token.i else trees.doc.child(noun, "relcl", "acl")
        if clause is None or trees.token(trees.left[clause]).lower != "that":
            continue
        subject = trees.subject(clause)
        marked = trees.doc.child(clause, "mark") is not None
        if subject is not None and trees.token(subject).lower != "that" and (marked or part.relation == "dobj"):
            return clause
    return None


def noun_frame(trees: Trees, token: Token, known: Container[str]) -> Frame | None:
    """The frame of a noun: whose, about what, and the verb `be` that may link it to its content."""
    key = f"{token.lemma}/N"
    if key not in known:
        return None
    parts = list(child_parts(trees, token.i))
    head = trees.token(token.head)
    if token.dep in ("nsubj", "attr") and head.lemma == "be":
        parts.extend(Part("be:" + p.relation, p.head) for p in child_parts(trees, head.i) if p.head != token.i)
    elif token.dep in ("dobj", "pobj"):
        verb = head if token.dep == "dobj" else trees.token(head.head)
        subject = subject_of(trees, verb)
        if subject is not None:
            parts.append(Part("govsubj", subject))
    return Frame(token.i, key, tuple(parts))


def adjective_frame(trees: Trees, token: Token, known: Container[str]) -> Frame | None:
    """The frame of an adjective ("worried that", "critical of") with the subject of its copula."""
    key = f"{token.lemma}/A"
    if key not in known:
        return None
    parts = list(child_parts(trees, token.i))
    head = trees.token(token.head)
    if token.dep in ("acomp", "attr", "oprd", "xcomp") and head.i != token.i:
        subject = subject_of(trees, head)
        if subject is not None:
            parts.append(Part("copsubj", subject))
        parts.extend(Part("cop:" + p.relation, p.head) for p in child_parts(trees, head.i)
                     if p.head not in (token.i, subject))  # fmt: skip
    elif token.dep == "amod":
        parts.append(Part("modified", head.i))
    return Frame(token.i, key, tuple(parts))


def adverb_frame(trees: Trees, token: Token, known: Container[str]) -> Frame | None:
    """The frame of an adverb ("reportedly"): the clause or phrase that it modifies."""
    key = f"{token.lower}/R"
    if key not in known or token.head == token.i:
        return None
    return Frame(token.i, key, (Part("up", token.head),))


def preposition_frame(trees: Trees, token: Token, known: Container[str]) -> Frame | None:
    """The frame of a preposition ("in a poll", "per the report"): its object and the clause it hangs on."""
    pobj = trees.doc.child(token.i, "pobj")
    if pobj is None or token.head == token.i or f"{token.lower}/I" not in known:
        return None
    if f"{token.lower}+{trees.token(pobj).lemma}/I" not in known:
        return None
    return Frame(token.i, f"{token.lower}/I", (Part("pobj", pobj), Part("up", clause_above(trees, token.head))))


BUILDERS = {
    "VERB": verb_frame, "AUX": verb_frame, "NOUN": noun_frame, "PROPN": noun_frame, "ADJ": adjective_frame,
    "ADV": adverb_frame, "ADP": preposition_frame,
}  # fmt: skip


def is_passive(trees: Trees, token: Token) -> bool:
    """Whether a verb is passive: a passive subject or auxiliary, or a bare participle after a noun."""
    doc = trees.doc
    if doc.child(token.i, "nsubjpass", "auxpass", "csubjpass", "agent") is not None:
        return True
    return token.tag == "VBN" and token.dep == "acl" and doc.child(token.i, "dobj", "aux") is None


def child_parts(trees: Trees, place: int) -> Iterator[Part]:
    """The parts that hang directly on the token at `place`."""
    tokens = trees.doc.tokens
    for child in trees.doc.children[place]:
        token = tokens[child]
        if token.dep not in SKIPPED:
            yield Part(relation_of(trees, token, place), child)


def relation_of(trees: Trees, token: Token, head: int) -> str:
    """How `token` hangs on `head`, as the relation of a part."""
    if token.dep in ("prep", "dative", "agent", "prt") and token.pos in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
        return f"prep:{token.lower}"
    if token.dep in ("advcl", "acl"):
        return f"{token.dep}:{subordinator(trees, token)}"
    if token.dep in ("ccomp", "parataxis") and token.i < head:
        return "<" + token.dep
    return token.dep


def subordinator(trees: Trees, token: Token) -> str:
    """The conjunction that opens a clause, `to` for an infinitive, else the tag of its verb."""
    mark = trees.doc.child(token.i, "mark")
    if mark is not None:
        return trees.token(mark).lower
    auxiliary = trees.doc.child(token.i, "aux")
    if auxiliary is not None and trees.token(auxiliary).lower == "to":
        return "to"
    return token.tag


def subject_of(trees: Trees, token: Token) -> int | None:
    """The subject's head of a verb, looked for up chains of coordination and control; None where there is none."""
    for _ in range(6):
        subject = trees.subject(token.i)
        if subject is not None:
            return subject
        if token.dep not in ("conj", "xcomp", "aux", "auxpass") or token.head == token.i:
            return None
        token = trees.token(token.head)
    return None


def inherited_subject(trees: Trees, token: Token) -> Part | None:
    """The subject that a verb shares with the clause it hangs on, or the noun that a participle modifies."""
    for _ in range(6):
        head = trees.token(token.head)
        if head.i == token.i:
            return None
        if token.dep == "acl":
            return Part("aclhead", head.i)
        if token.dep == "xcomp":
            controller = trees.doc.child(head.i, "dobj", "dative")
            if controller is not None and controller < token.i and trees.token(controller).pos != "ADP":
                return Part("control", controller)
        elif token.dep == "prep" and token.lower == "as" and head.lemma in QUOTING:
            quoted = trees.doc.child(head.i, "dobj", "nsubjpass")
            return None if quoted is None else Part("control", quoted)
        elif token.dep not in ("conj", "advcl", "pcomp", "ccomp", "prep", "aux"):
            return None
        subject = trees.subject(head.i)
        if subject is not None and subject != token.i:
            return Part("i" + trees.token(subject).dep, subject)
        token = head
    return None


def parent_parts(trees: Trees, token: Token) -> Iterator[Part]:
    """The clause that a parenthetical cue hangs on: "the dam, she said, would hold"; "as he puts it"."""
    head = trees.token(token.head)
    if head.i == token.i:
        return
    if token.dep == "parataxis":
        yield Part("up:parataxis", head.i)
    elif token.dep == "advcl" and subordinator(trees, token) == "as":
        yield Part("up:as", head.i)
    elif token.dep == "prep":
        yield Part("up:prep", clause_above(trees, head.i))


def light_noun(trees: Trees, token: Token, known: Container[str]) -> int | None:
    """The object that carries the meaning of a light verb ("issue a statement"), or None."""
    noun = trees.doc.child(token.i, "dobj")
    if noun is not None and f"{token.lemma}+{trees.token(noun).lemma}/V" in known:
        return noun
    return None


def clause_above(trees: Trees, place: int) -> int:
    """The verb or root of the clause that the token at `place` belongs to."""
    for _ in range(12):
        token = trees.token(place)
        if (token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod")) or token.head == place:
            return place
        place = token.head
    return place
