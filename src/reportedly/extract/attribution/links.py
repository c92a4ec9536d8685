"""From a source, cue and content to a link of a claim's chain: what kind of source, through what medium, on what basis.

In: a `Triple` found by syntax. Out: a `Link`, or None where the cue attributes no assertion ("hopes", "plans").
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple, cast

from reportedly.extract.attribution.source_kinds import is_obtaining, is_source_like, noun_kind, referent, source_kind
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.denials import is_something_said, sorted_words
from reportedly.extract.lexicon import rows, table
from reportedly.extract.phrases import conjuncts, mention_of
from reportedly.model import Annotated, Basis, EntityRef, Link, Reference, SourceKind, Time

OUTSIDE = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "appos", "punct", "case"})
"""Dependents that the phrase of a source leaves out."""

MEDIUM_PREPOSITIONS = frozenset({"in", "on", "at", "via", "by", "during", "through", "from", "over"})


NOBODY = frozenset({"i", "we", "you", "me", "us", "nobody"})
"""Sources that add no one: the speaker or publisher, the reader, no one at all."""

CITING = frozenset({"citing", "quoting"})
"""Participles whose object is whom a source leans on."""

EVIDENCE_PREPOSITIONS = frozenset({"in", "on", "from", "through", "via", "to"})


class Sense(NamedTuple):
    """What a cue attributes (see the lexicon's header), how its source knows, through what medium.

    `careful` tells that things, too, may be its subject ("the ruins prove"), and then nothing is attributed.
    """

    what: str
    basis: Basis | None
    medium: str | None
    careful: bool


@cache
def senses() -> dict[str, Sense]:
    """The sense of each cue that attributes an assertion, by lemma (verbs) or key."""
    return {
        key: Sense(
            what, None if basis == "-" else cast("Basis", basis), None if medium == "-" else medium, who == "source"
        )
        for key, what, basis, medium, who in rows("cue_senses.tsv")
    }


def sense_of(triple: Triple) -> Sense | None:
    """The sense of the triple's cue; None where it attributes no assertion."""
    lemma, kind = triple.key.rsplit("/", 1)
    if kind not in "VP":
        return senses().get(triple.key)
    return (
        senses().get(triple.key)
        or senses().get(f"{lemma}+{triple.noun}")
        or senses().get(lemma)
        or (senses().get(f"{triple.noun}/N") if triple.light else None)
    )


def link_of(trees: Trees, triple: Triple) -> Link | None:
    """The link that a claim in the triple's content takes; None for a cue that attributes no assertion."""
    sense = asserting_sense(trees, triple)
    if sense is None or is_put_to_reader(trees.doc, triple):
        return None
    return Link(
        kind=kind_of_triple(trees, triple),
        source=None if triple.source_head is None else source_reference(trees, triple.source_head),
        cue=trees.span(*triple.cue),
        content=trees.span(triple.content[0][0], triple.content[-1][1]),
        sources=coordinated(trees, triple.source_head),
        time=time_of_speaking(trees, triple),
        medium=medium_of(trees, triple) or sense.medium,
        basis=sense.basis,
    )


def asserting_sense(trees: Trees, triple: Triple) -> Sense | None:
    """The sense in which the triple's cue asserts its content; None for a cue that does not."""
    sense = sense_of(triple)
    if (
        sense is None
        or denies_what_was_said(trees.doc, triple.head)
        or not attributes(sense, triple, kind_of_triple(trees, triple) == "document")
    ):
        return None
    if triple.source_head is not None and trees.token(triple.source_head).lower in NOBODY:
        return None
    if sense.careful and triple.source_head is not None and not is_source_like(trees.doc, triple.source_head):
        return None
    return sense


def is_put_to_reader(doc: Annotated, triple: Triple) -> bool:
    """Whether a passive without a source tells the reader what to bear in mind: "it may be recalled that"."""
    if triple.source_head is not None or triple.key[-1] != "P":
        return False
    subject, modal = doc.child(triple.head, "nsubjpass", "nsubj", "expl"), doc.child(triple.head, "aux")
    is_empty = subject is not None and doc.tokens[subject].lower == "it"
    return is_empty and modal is not None and doc.tokens[modal].tag == "MD"


def denies_what_was_said(doc: Annotated, verb: int) -> bool:
    """Whether a verb of denying hangs on a noun for what somebody else says: "the town fell, a claim he denies"."""
    token = doc.tokens[verb]
    words = sorted_words()
    if token.dep not in ("relcl", "acl") or token.lemma not in words["any"] | words["said"]:
        return False
    return is_something_said(doc, token.head)


def attributes(sense: Sense, triple: Triple, pictures: bool) -> bool:
    """Whether a cue of this sense asserts the triple's content; `pictures` tells that its source is a document.

    Without a source ("was reported to have left") and for cues of thinking, only clauses and quotations are asserted.
    """
    sourceless = triple.source_head is None
    if sense.what == "none" or triple.asks:
        return False
    if sense.what == "null":
        return sourceless
    if sense.what == "outlet":
        return sourceless and triple.clausal and triple.key[-1] == "P"
    if sense.what == "sourced" and sourceless:
        return False
    if sense.what == "both" or (sense.what == "shown" and pictures):
        return triple.clausal or not (sourceless and triple.key[-1] == "P")
    return triple.clausal


def cited_link(trees: Trees, triple: Triple) -> Link | None:
    """The link to whom the triple's source leans on: "the paper reported, citing two officials"; None without one."""
    near = trees.doc.children[triple.head]
    if triple.source_head is not None:
        near += trees.doc.children[triple.source_head]
    for child in near:
        token = trees.token(child)
        if token.dep not in ("advcl", "acl") or token.lower not in CITING:
            continue
        cited = trees.doc.child(child, "dobj")
        if cited is not None and is_source_like(trees.doc, cited):
            return Link(
                kind=source_kind(trees.doc, cited),
                source=source_reference(trees, cited),
                cue=trees.span(child, child + 1),
                content=trees.span(triple.content[0][0], triple.content[-1][1]),
                sources=coordinated(trees, cited),
                medium=medium_at(trees, cited),
            )
    return None


def evidence_link(trees: Trees, triple: Triple) -> Link | None:
    """The link to the outlet that obtained or saw what the triple's source said: "in a video accessed by the Gull".

    None where no outlet is named.
    """
    doc = trees.doc
    places = [] if triple.source_head is None else [triple.source_head]
    for child in doc.children[triple.head]:
        if doc.tokens[child].dep == "prep" and doc.tokens[child].lower in EVIDENCE_PREPOSITIONS:
            places.extend(c for c in doc.children[child] if doc.tokens[c].dep == "pobj")
    for place in [member for each in places for member in conjuncts(doc, each)]:
        for clause in doc.children[place]:
            if doc.tokens[clause].dep not in ("acl", "relcl") or not is_obtaining(doc.tokens[clause].lemma):
                continue
            agent = doc.child(clause, "agent")
            outlet = None if agent is None else doc.child(agent, "pobj")
            sense = senses().get(doc.tokens[clause].lemma)
            if outlet is not None and mention_of(doc, outlet) is not None:
                return Link(
                    kind="outlet",
                    source=source_reference(trees, outlet),
                    cue=trees.span(clause, clause + 1),
                    content=trees.span(triple.content[0][0], triple.content[-1][1]),
                    sources=coordinated(trees, outlet),
                    medium=medium_at(trees, place),
                    basis=None if sense is None else sense.basis,
                )
    return None


def kind_of_triple(trees: Trees, triple: Triple) -> SourceKind:
    """The kind of the triple's source; without one, an unnamed person, or official where "officially" says so."""
    if triple.source_head is not None:
        return source_kind(trees.doc, triple.source_head)
    nearby = range(max(0, triple.cue[0] - 3), min(len(trees.doc.tokens), triple.cue[1] + 2))
    return "unnamed_official" if any(trees.token(i).lower == "officially" for i in nearby) else "unnamed_person"


def source_reference(trees: Trees, head: int) -> Reference:
    """The phrase of a source as printed, with its title and the members coordinated with it, and whom it means.

    Of a relative pronoun that is what it stands for: "soldiers, who cited orders".
    """
    doc = trees.doc
    head = referent(doc, head)
    low = high = head
    stack = [head]
    while stack:
        place = stack.pop()
        low, high = min(low, place), max(high, place)
        stack.extend(c for c in doc.children[place] if doc.tokens[c].dep not in OUTSIDE and not is_loose(doc, c))
    name = doc.name_over.get(head)
    if name is not None:
        low, high = min(low, name.first), max(high, name.last - 1)
    return Reference(doc.span(trees.hyphened(low), high + 1), entity_of(trees, head))


def is_loose(doc: Annotated, place: int) -> bool:
    """Whether a token is a further clause about a source, or the "and" before one, not before another source."""
    token = doc.tokens[place]
    if token.dep == "conj":
        return token.pos in ("VERB", "AUX")
    members = (c for c in doc.children[token.head] if doc.tokens[c].dep == "conj")
    return token.dep == "cc" and all(is_loose(doc, member) for member in members)


def entity_of(trees: Trees, head: int) -> EntityRef | None:
    """The entity that `head` means, or that a name in apposition gives; None for sources without a name.

    A title gives way to the person named behind it: "the brigade commander, Omar Sandor".
    """
    doc = trees.doc
    named = [c for c in doc.children[head] if doc.tokens[c].dep == "appos"]
    title = noun_kind(doc.tokens[head]) is not None
    persons = [c for c in named if c in doc.name_over and doc.name_over[c].schema == "Person"] if title else []
    for place in (*persons, head, *named):
        mention = mention_of(doc, place)
        if mention is not None and mention.entity is not None:
            return doc.entities[mention.entity]
    return None


def coordinated(trees: Trees, head: int | None) -> tuple[Reference, ...]:
    """The members of a coordinated source ("two officials and a diplomat"), empty for a single one."""
    if head is None:
        return ()
    members = conjuncts(trees.doc, head)
    if len(members) == 1:
        return ()
    return tuple(member_reference(trees, member) for member in members)


def member_reference(trees: Trees, head: int) -> Reference:
    """One member of a coordinated source."""
    doc = trees.doc
    first, last = trees.left[head], head + 1
    for child in doc.children[head]:
        if child > head and doc.tokens[child].dep not in OUTSIDE | {"conj", "cc"}:
            last = max(last, trees.right[child] + 1)
    return Reference(doc.span(first, last), entity_of(trees, head))


def time_of_speaking(trees: Trees, triple: Triple) -> Time | None:
    """The time expression that hangs on the cue ("said on Monday"), without a value; None where there is none."""
    doc = trees.doc
    if not doc.times:
        return None
    for child in doc.children[triple.head]:
        if doc.tokens[child].dep not in ("npadvmod", "prep", "advmod", "pobj", "tmod", "nmod"):
            continue
        first, last = trees.left[child], trees.right[child]
        if last - first > 12 or triple.holds(first):
            continue
        for time in doc.times[bisect_left(doc.times, first, key=lambda t: t.first) :][:4]:
            if first <= time.first and time.last <= last + 1 and not triple.holds(time.first):
                return Time(None, time.span)
    return None


def medium_of(trees: Trees, triple: Triple) -> str | None:
    """How the source spoke ("in a statement", "on Twitter"), by the nouns that hang on the cue; None if not said."""
    doc = trees.doc
    mediums = table("mediums.tsv")
    lemma, kind = triple.key.rsplit("/", 1)
    if kind == "N":
        return mediums.get(lemma)
    for child in doc.children[triple.head]:
        token = doc.tokens[child]
        if token.dep == "prep" and token.lower in MEDIUM_PREPOSITIONS:
            found = next((medium_at(trees, c) for c in doc.children[child] if doc.tokens[c].dep == "pobj"), None)
        elif token.dep == "dobj" and triple.cue[0] <= child < triple.cue[1]:
            found = medium_at(trees, child)
        else:
            continue
        if found is not None:
            return found
    if triple.source_head is not None and kind != "P":
        return medium_at(trees, triple.source_head)
    return None


def medium_at(trees: Trees, place: int) -> str | None:
    """The medium that a noun names, alone or with the word before it ("press conference")."""
    mediums = table("mediums.tsv")
    token = trees.token(place)
    before = trees.token(place - 1).lower if place else ""
    return mediums.get(f"{before} {token.lemma.lower()}") or mediums.get(token.lemma.lower())
