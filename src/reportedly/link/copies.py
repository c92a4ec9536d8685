"""Whether one report is a copy of another, derived from it, shares only quotations with it, or stands by itself.

In: two reports. Out: a `Reuse`: the label, how likely it is that reporting was taken over, which passages, what each
adds, and the reason in words. Which of the two came first is not decided here. Pure; depends on the two reports only.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reportedly.link.alignment import Alignment, Manner, Pair, align
from reportedly.link.lexicon import weights
from reportedly.link.reasons import ReuseLabel, reason
from reportedly.link.signs import signs
from reportedly.link.wording import Wording, wording
from reportedly.model import Report, Span

WORD_FOR_WORD = 3
"""Sentences kept mostly word for word that settle it, whatever speaks against it.

Fewer make no derived report; of the labelled pairs with so many, only those of one publisher on different days are
independent."""

SETTLED = 0.9


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the first report and its counterpart in the second: how it was taken over, whether it is quoted."""

    a: Span
    b: Span
    manner: Manner
    quoted: bool


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two reports have from each other or from one source.

    `label` is `copy` where most of the shorter stands in the longer, `derived` where several sentences of reporting do,
    `quote_only` where only a speaker's words are shared, else `independent`. `score` is how likely it is, 0 to 1, that
    reporting was taken over (copy or derived, from 0.5 on). `added_a` and `added_b` are the sentences without a
    counterpart.
    """

    label: ReuseLabel
    score: float
    passages: tuple[Passage, ...]
    added_a: tuple[Span, ...]
    added_b: tuple[Span, ...]
    reason: str


def compare(a: Report, b: Report) -> Reuse:
    """What `a` and `b` have from each other. Swapping the two gives the same label, score and reason."""
    return compared(wording(a), wording(b))


def compared(a: Wording, b: Wording) -> Reuse:
    """What two reports have from each other, their words read before: for one report against many."""
    turned = is_longer(a, b)
    short, long = (b, a) if turned else (a, b)
    alignment = align(short, long)
    label, score = judged(short, long, alignment)
    passages = [passage(short, long, pair) for pair in alignment.pairs]
    added, added_long = untaken(short, {p.a for p in alignment.pairs}), untaken(long, {p.b for p in alignment.back})
    if turned:
        passages = [Passage(p.b, p.a, p.manner, p.quoted) for p in passages]
        passages.sort(key=lambda p: (p.a, p.b))
        added, added_long = added_long, added
    return Reuse(label, score, tuple(passages), added, added_long, reason(label, short, long, alignment))


def is_longer(a: Wording, b: Wording) -> bool:
    """Whether `a` is the longer report, by words in its own voice; text and names decide between equals."""
    return length_of(a) > length_of(b)


def length_of(each: Wording) -> tuple[int, int, str, str, str]:
    """What puts reports in order of length, the same for one report whatever it is compared with."""
    report = each.report
    return each.own_words, len(each.words), report.text, report.publisher or "", report.ref


def measured(a: Wording, b: Wording) -> dict[str, float]:
    """The signs of copying between two reports, whichever is the shorter."""
    short, long = (b, a) if is_longer(a, b) else (a, b)
    return signs(short, long, align(short, long))


def judged(short: Wording, long: Wording, alignment: Alignment) -> tuple[ReuseLabel, float]:
    """The label and the score."""
    if short.words == long.words:
        return ("copy", 1.0) if short.words else ("independent", 0.0)
    if not alignment.pairs and not alignment.runs:
        return "independent", 0.0
    found = signs(short, long, alignment)
    score = likelihood("taken", found)
    if found["kept"] >= WORD_FOR_WORD and not found["stock"]:
        score = max(score, SETTLED)
    return label_of(found, score), score


def label_of(found: dict[str, float], score: float) -> ReuseLabel:
    """The label that the signs and the score give."""
    if score >= 0.5:
        return "copy" if likelihood("copy", found) >= 0.5 else "derived"
    return "quote_only" if likelihood("quoted", found) >= 0.5 else "independent"


def likelihood(model: str, found: dict[str, float]) -> float:
    """How likely the model's answer is yes, 0 to 1."""
    return weighed(model_weights(model), found)


def weighed(each: Mapping[str, float], found: dict[str, float]) -> float:
    """The logistic function of the sum of signs by weights; the constant goes by the empty name."""
    total = sum(weight * found.get(sign, 1.0) for sign, weight in each.items())
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


@cache
def model_weights(model: str) -> Mapping[str, float]:
    """The signs that a model weighs, and their weights."""
    every = weights("reuse_weights.tsv")
    return MappingProxyType({n.split("/")[1]: weight for n, weight in every.items() if n.startswith(f"{model}/")})


def passage(a: Wording, b: Wording, pair: Pair) -> Passage:
    """A pair of sentences by their characters."""
    return Passage(a.told[pair.a].span, b.told[pair.b].span, pair.manner, pair.said)


def untaken(each: Wording, taken: set[int]) -> tuple[Span, ...]:
    """The sentences of a report that have no counterpart."""
    return tuple(line.span for place, line in enumerate(each.told) if place not in taken)
