"""With what confidence a report names an organisation for an attack: slot 11 of MUC-4.

In: a report's reading and the strings that name one organisation in it. Out: the probability of each value of the slot.

Signs are taken of all the organisation's places together: kinds of words beside it, in its sentences and in the report
(`muc4_cues.tsv`), what it hangs on, claims that it has a part in or that its own word stands behind, the footings that
the rules give it, and its name. How much each weighs is learned (`muc4_confidence.tsv`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.muc4_candidates import Candidate, plain
from evaluation.muc4_casing import rows
from evaluation.muc4_roles import VALUE
from evaluation.muc4_scores import WIDER
from evaluation.muc4_signs import Signs, Weights, learned_weights, step
from reportedly.assess.perpetrators import is_attack, is_authority, phrase
from reportedly.model import Claim, Link, Sentence, Span, Token

VALUES = tuple(VALUE.values())
CONSTANT = "constant"
"""The sign that every organisation has."""

HEDGES = frozenset(["accuse", "presume", "claim", "responsible", "inquiry"])
"""Kinds that say that somebody's word or a guess stands behind a sentence."""

TAKING = frozenset(["claim", "admit", "assume", "accept", "acknowledge", "take"])
NOBODY = frozenset(["no", "none", "nobody", "not"])
NEAR, FAR = 4, 10
OPENING = 3
"""How many sentences open a report."""

HIGHEST = 6
"""How many steps up from a place its governors are signs."""

Floats = NDArray[Any]


class Footing:
    """The signs of a report's organisations."""

    def __init__(self, signs: Signs) -> None:
        self.signs, self.doc = signs, signs.doc
        self.kinds = [kinds_of(token) for token in self.doc.tokens]

    def of(self, strings: Sequence[Candidate]) -> frozenset[str]:
        """The signs of the organisation that the strings name."""
        heads = sorted({place.head for string in strings for place in string.places})
        names = {string.key for string in strings}
        found = {f"s={name}" for name in names} | {f"w={word}" for name in names for word in name.split()}
        found.update(self.of_report, self.of_sentences(heads), self.of_claims(heads, names), self.of_rules(names))
        found.update(self.of_responsibility(heads))
        for head in heads:
            found.update(self.of_place(head))
        return frozenset(found)

    @cached_property
    def of_report(self) -> frozenset[str]:
        """The kinds of words that the report has, those of its opening, and the words themselves."""
        opening = self.doc.sentences[:OPENING]
        early = self.kinds_in(0, opening[-1].last) if opening else set()
        told = {form for token in self.doc.tokens for form in forms(token) if form in cues()}
        kinds = {f"doc:{kind}" for kind in self.kinds_in(0, len(self.kinds))}
        return frozenset(kinds | {f"open:{kind}" for kind in early} | {f"d:{word}" for word in told})

    def kinds_in(self, first: int, last: int) -> set[str]:
        """The kinds of the words in a stretch of tokens."""
        return set().union(*self.kinds[first:last])

    def sentences(self, heads: Iterable[int]) -> list[Sentence]:
        """The sentences that the places stand in."""
        return [self.doc.sentences[i] for i in sorted({self.doc.tokens[head].sentence for head in heads})]

    def of_sentences(self, heads: Sequence[int]) -> Iterator[str]:
        """The kinds of words in the organisation's sentences: in any, in most, in the first, beside an attack."""
        each = [self.kinds_in(sentence.first, sentence.last) for sentence in self.sentences(heads)]
        for kind in set().union(*each):
            count = sum(kind in kinds for kinds in each)
            yield f"in:{kind}"
            if 2 * count >= len(each):
                yield f"most:{kind}"
        yield from (f"first:{kind}" for kind in each[0])
        for kinds in each:
            yield from attacking(kinds)
        if not any("plain" in sign for kinds in each for sign in attacking(kinds)):
            yield "a:unplain"

    def of_place(self, head: int) -> Iterator[str]:
        """The kinds of words on either side of a place, and what it hangs on."""
        sentence = self.doc.sentences[self.doc.tokens[head].sentence]
        for reach in (NEAR, FAR):
            yield from (f"l{reach}:{k}" for k in self.kinds_in(max(sentence.first, head - reach), head))
            yield from (f"r{reach}:{k}" for k in self.kinds_in(head + 1, min(sentence.last, head + reach + 1)))
        token = self.doc.tokens[head]
        for _ in range(HIGHEST):
            if token.head == token.i:
                return
            token = self.doc.tokens[token.head]
            yield f"up:{token.lemma.lower()}"

    def of_responsibility(self, heads: Sequence[int]) -> Iterator[str]:
        """Whether somebody takes responsibility, in the organisation's sentence, the organisation itself, or nobody."""
        tokens, own = self.doc.tokens, {self.doc.tokens[head].sentence for head in heads}
        for i, token in enumerate(tokens):
            if token.lemma.lower() in TAKING and "responsibility" in {each.lower for each in tokens[i : i + 4]}:
                yield "taken"
                if token.sentence in own:
                    yield "taken:beside"
                subject = self.doc.child(i, "nsubj", "nsubjpass")
                if subject is not None and not set(self.doc.subtree(subject)).isdisjoint(heads):
                    yield "taken:itself"
                sentence = self.doc.sentences[token.sentence]
                if any(each.lower in NOBODY for each in tokens[sentence.first : sentence.last]):
                    yield "taken:not"

    def of_rules(self, names: set[str]) -> Iterator[str]:
        """The footings that the rules find for the organisation."""
        rules = self.signs.rules
        named = [each for each in rules.named if any(plain(name) in names for name in rules.bodies(each))]
        yield from (f"rule:{each.named_as}" for each in named)
        yield f"rules:{step(len(named))}"
        firm = [list(VALUE).index(each.named_as) for each in named]
        yield f"firm:{list(VALUE)[min(firm)] if firm else None}"

    def of_claims(self, heads: Sequence[int], names: set[str]) -> Iterator[str]:
        """The claims that the organisation has a part in, who says so, and whose word it stands in or is."""
        for claim in self.signs.claims:
            told = "attack" if is_attack(claim) else claim.type
            for role in claim.roles:
                if self.stands_in(role.span, heads):
                    part = f"{told}:{role.role}{'=' if set(self.signs.heads(role.span)) & {*heads} else '<'}"
                    yield from (f"c:{part}", f"by:{part}:{self.speaker(claim, heads, names)}")
                    yield f"how:{part}:{claim.factuality.certainty}:{claim.factuality.polarity}"
                    yield f"c:{claim.type}:{claim.mode}:{role.role}"
            for link in claim.attribution:
                yield from self.of_link(link, claim, heads)

    def of_link(self, link: Link, claim: Claim, heads: Sequence[int]) -> Iterator[str]:
        """Whether the organisation speaks, or is spoken of, and by whom."""
        if link.source is not None and self.stands_in(link.source.span, heads):
            yield "speaks"
            if is_attack(claim):
                yield "speaks:attack"
        if link.content is not None and self.stands_in(link.content, heads):
            yield f"content:{self.kind_of(link)}"
            if link.cue is not None:
                yield f"cue:{self.doc.text_of(link.cue).lower()}"

    def speaker(self, claim: Claim, heads: Sequence[int], names: set[str]) -> str:
        """Who says a claim: the report, the organisation itself, an authority, nobody named, or the kind of source."""
        if not claim.attribution:
            return "report"
        source = claim.attribution[-1].source
        if source is not None:
            is_same = source.entity is not None and plain(source.entity.name) in names
            if is_same or self.stands_in(source.span, heads):
                return "itself"
        return self.kind_of(claim.attribution[-1])

    def kind_of(self, link: Link) -> str:
        """The kind of a source: nobody named, an authority, or as the link has it."""
        if link.source is None:
            return "nobody"
        said = phrase(self.doc.report, link.source.span)
        is_official = link.kind == "unnamed_official" or is_authority(said, link.source.entity)
        return "authority" if is_official else link.kind

    def stands_in(self, span: Span, heads: Iterable[int]) -> bool:
        """Whether one of the places begins in a stretch of text."""
        return any(span.start <= self.doc.tokens[head].start < span.end for head in heads)


def attacking(kinds: set[str]) -> Iterator[str]:
    """The signs of one sentence: what kinds stand beside an attack, or that there is none."""
    if kinds.isdisjoint(("deed", "attack")):
        yield "a:none"
        return
    yield from (f"a:{kind}" for kind in kinds)
    if kinds.isdisjoint(HEDGES):
        yield "a:plain"
        if kinds.isdisjoint(("authority", "say")):
            yield "a:plain:own"


def forms(token: Token) -> tuple[str, str]:
    """A word as it stands and its lemma, in small letters."""
    return token.lower, token.lemma.lower()


def kinds_of(token: Token) -> frozenset[str]:
    """The kinds of a word."""
    return frozenset().union(*(cues().get(form, frozenset()) for form in forms(token)))


@cache
def cues() -> dict[str, frozenset[str]]:
    """The kinds of each word of `muc4_cues.tsv`."""
    found: dict[str, set[str]] = {}
    for word, kind in rows("muc4_cues.tsv"):
        found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def probabilities(signs: Iterable[str]) -> Floats:
    """The probability of each value, in the order of VALUES, by the signs of an organisation."""
    sums = np.sum([weights()[sign] for sign in (CONSTANT, *sorted(signs)) if sign in weights()], 0)
    shares: Floats = np.exp(sums - np.max(sums))
    shares /= shares.sum()
    return shares


def earned(shares: Floats) -> Floats:
    """What each value is expected to earn: its probability, and half of that of one that it is more general than."""
    found = shares.copy()
    for general, special in WIDER.items():
        found[VALUES.index(general)] += shares[VALUES.index(special)] / 2
    return found


def weights() -> Weights:
    """The weight of each sign for each value, in the order of VALUES."""
    return learned_weights("muc4_confidence.tsv")
