"""The role fillers of MUC-4 by the rules and the encoder together.

In: a report's reading with the encoder's scores. Out: as of `muc4_roles.Fillers`: for each role the fillers, and for
each organisation the confidence.

Each candidate string gets a score for each role: the sum of what its signs weigh (`muc4_fillers.tsv`, learned from
messages without the encoder), and the encoder's log odds of the role at the string's places. Strings over a threshold
are taken, the best first, none that names the same as one taken before; an organisation counts for more where the
report has fillers of other roles. The confidence in an organisation is learned too (`muc4_confidence.py`): the
encoder's own head for it is right in unseen messages no more often than the key's most frequent value.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.muc4_candidates import Candidate, bracketed, candidates
from evaluation.muc4_confidence import VALUES, Footing, earned, probabilities
from evaluation.muc4_files import ROLES, Entity
from evaluation.muc4_signs import Signs, Weights, learned_weights
from reportedly.encoder.decode import Scored, log_softmax
from reportedly.encoder.heads import TAGS
from reportedly.encoder.labels import words_in
from reportedly.model import Annotated
from reportedly.pipeline import Reading

CONSTANT = "constant"
"""The sign that every candidate has."""

Floats = NDArray[Any]
Pairs = frozenset[tuple[str, str]]

SHARE = 0.5
"""How much the encoder's log odds count beside the signs' sum."""

USUAL = -2.0
"""The encoder's log odds at which it says nothing for or against a string."""

LEAST = -1.25
"""The score from which a string is taken. Any from -2 to -1 gives about the same F1."""

SUREST = 8.0
"""The greatest log odds of one word."""

MOST = 4.0
"""The most that the log odds of a string are taken for, beside the usual ones: a trained encoder is too sure."""

RELEVANCE, MIDDLING = 0.1, -0.55
"""How much the best score of a report's other roles counts for its organisations, and that of a middling report."""

NEARLY = 2.0
"""How much less sure an abbreviation may be than the name to stand for it: the keys have it almost always."""

ORG = ROLES.index("PerpOrg")


class Joined:
    """The role fillers of one report that the encoder has read."""

    def __init__(self, reading: Reading) -> None:
        assert reading.annotated.scored is not None
        self.doc, self.scored = reading.annotated, reading.annotated.scored
        self.signs = Signs(reading)
        self.strings = candidates(self.doc)
        self.bracketed = bracketed(self.doc, self.strings)
        told = heard(self.scored, self.strings, self.doc)
        self.scores = of_report(learned(self.signs, self.strings) + SHARE * told)

    @cached_property
    def taken(self) -> dict[str, list[Candidate]]:
        """The strings taken for each role, the surest first; of an organisation's its abbreviation, if near as sure."""
        keys = [each.key for each in self.strings]
        found = {role: chosen(keys, self.scores[:, r], same=self.bracketed) for r, role in enumerate(ROLES)}
        named = (shown(i, keys, self.scores[:, ORG], self.bracketed) for i in found["PerpOrg"])
        found["PerpOrg"] = list(dict.fromkeys(named))
        return {role: [self.strings[i] for i in places] for role, places in found.items()}

    @property
    def entities(self) -> dict[str, list[Entity]]:
        """The fillers by role, each a tuple of one string."""
        return {role: [(each.text,) for each in found] for role, found in self.taken.items()}

    @cached_property
    def confidence(self) -> list[tuple[Entity, str]]:
        """Each perpetrating organisation with its value."""
        footing = Footing(self.signs)
        found: list[tuple[Entity, str]] = []
        for organisation in self.taken["PerpOrg"]:
            worth = earned(probabilities(footing.of(naming(organisation, self.strings, self.bracketed))))
            found.append(((organisation.text,), VALUES[int(worth.argmax())]))
        return found


def of_report(scores: Floats) -> Floats:
    """The scores, those of organisations with a share of the best of the other roles: no attack, no perpetrator."""
    found = scores.copy()
    others = [role for role in range(len(ROLES)) if role != ORG]
    if len(scores):
        found[:, ORG] += RELEVANCE * (scores[:, others].max() - MIDDLING)
    return found


def naming(string: Candidate, strings: Sequence[Candidate], same: Pairs) -> list[Candidate]:
    """The strings that name the same as one: those that hold it or are part of it, and what is short for it or back."""
    words = {*string.key.split()}
    return [
        each
        for each in strings
        if words <= {*each.key.split()} or {*each.key.split()} <= words or is_named_short(string.key, each.key, same)
    ]


def is_named_short(one: str, other: str, same: Pairs) -> bool:
    """Whether one of two strings is short for the other, by its letters or by brackets."""
    return (one, other) in same or is_short_for(one, other) or is_short_for(other, one)


def shown(i: int, keys: Sequence[str], scores: Floats, same: Pairs) -> int:
    """The place of the string by which an organisation is named: its abbreviation, where that is near as sure."""
    short = [
        j
        for j, key in enumerate(keys)
        if re.fullmatch("[a-z]{2,6}", key) and ((keys[i], key) in same or is_short_for(key, keys[i]))
    ]
    best = max(short, key=lambda j: float(scores[j]), default=i)
    return best if scores[best] >= scores[i] - NEARLY else i


def learned(signs: Signs, strings: Sequence[Candidate]) -> Floats:
    """What the signs of each string weigh, a column a role."""
    found = np.zeros((len(strings), len(ROLES)))
    for i, candidate in enumerate(strings):
        known = [weights()[sign] for sign in (CONSTANT, *signs.of(candidate)) if sign in weights()]
        found[i] = np.sum(known, 0) if known else 0.0
    return found


def weights() -> Weights:
    """The weight of each sign for each role, in the order of ROLES."""
    return learned_weights("muc4_fillers.tsv")


def heard(scored: Scored, strings: Sequence[Candidate], doc: Annotated) -> Floats:
    """What the encoder says of each string for each role, in log odds against its usual ones.

    That is the mean over the string's places, kept within MOST, and from it what speaks against the ends at the best
    place.
    """
    shares = np.exp(log_softmax(scored.of("fillers")).astype(float))
    begins, goes_on = (
        np.stack([shares[:, TAGS["fillers"].index(f"{mark}-{role}")] for role in ROLES], 1) for mark in "BI"
    )
    inside = begins + goes_on
    odds = np.clip(np.log(inside + 1e-9) - np.log(1 - inside + 1e-9), -SUREST, SUREST)
    found = np.full((len(strings), len(ROLES)), -MOST)
    for i, candidate in enumerate(strings):
        stood = stretches(scored, candidate, doc)
        if stood:
            told = np.stack([odds[first:last].mean(0) for first, last in stood])
            ends = np.stack([bounds(begins, goes_on, inside, *at) for at in stood])
            found[i] = np.clip(told.mean(0) - USUAL, -MOST, MOST) + 0.5 * ends[told.argmax(0), np.arange(len(ROLES))]
    return found


def stretches(scored: Scored, candidate: Candidate, doc: Annotated) -> list[tuple[int, int]]:
    """Where a string stands, in the encoder's words (half-open)."""
    spans = [doc.span(place.first, place.last) for place in candidate.places]
    return [at for span in spans if (at := words_in(scored.report.words, span.start, span.end)) is not None]


def bounds(begins: Floats, goes_on: Floats, inside: Floats, first: int, last: int) -> Floats:
    """How likely a filler begins with one word and ends before another, in logarithms, of each role."""
    start = np.log(begins[first] / (inside[first] + 1e-9) + 1e-3)
    end = np.log(1 - goes_on[last] + 1e-3) if last < len(goes_on) else np.zeros(len(ROLES))
    both: Floats = start + end
    return both


def chosen(keys: Sequence[str], scores: Floats, least: float = LEAST, same: Pairs = frozenset()) -> list[int]:
    """The places of the strings that are taken by their scores for one role: over the threshold, none twice.

    `same` holds pairs that name the same beside those that are alike.
    """
    taken: list[int] = []
    for i in np.argsort(-scores, kind="stable"):
        if scores[i] < least:
            break
        if not any(is_alike(keys[i], keys[other]) or (keys[i], keys[other]) in same for other in taken):
            taken.append(int(i))
    return taken


def is_alike(one: str, other: str) -> bool:
    """Whether two strings, as the measure compares them, seem to name the same.

    They do where one holds all words of the other, where they end with the same word and share half of the shorter one,
    where they share two words, and where one is short for the other.
    """
    words, others = one.split(), other.split()
    shared, fewest = len({*words} & {*others}), min(len({*words}), len({*others}))
    if shared == fewest or shared > 1 or (words[-1:] == others[-1:] and 2 * shared >= fewest):
        return True
    return is_short_for(one, other) or is_short_for(other, one)


def is_short_for(short: str, name: str) -> bool:
    """Whether one word is made of first letters of a name's words, not always in their order."""
    first = [word[0] for word in name.split()]
    return (
        len(first) > 2 and bool(re.fullmatch("[a-z]{2,6}", short)) and short[0] == first[0] and set(short) <= set(first)
    )
