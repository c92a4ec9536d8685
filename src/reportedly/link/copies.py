"""Whether one report is a copy of another, derived from it, shares only quotations with it, or stands by itself.

In: two reports. Out: a `Reuse`: the label, how much speaks for it that reporting was taken over, which passages, what
each adds, and the reason in words. Which came first is not decided here. Pure; depends on the two reports only.
"""

from dataclasses import dataclass
from typing import NamedTuple

from reportedly.link.alignment import Alignment, Manner, Pair, Run, align, likest, shared_runs
from reportedly.link.reasons import ReuseLabel, reason
from reportedly.link.scorecard import label_of, score_of, shipped
from reportedly.link.signs import LEAD, at_best, signs
from reportedly.link.wording import Wording, wording
from reportedly.model import Report, Span

TAKEN = 0.5
"""Score from which reporting was taken over."""


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
    `quote_only` where only a speaker's words are shared, else `independent`. `score` is how much speaks for it, 0 to 1,
    that reporting was taken over (copy or derived, from 0.5 on); it is no probability. `added_a` and `added_b` are the
    sentences without a counterpart.
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
    return told(held_together(a, b), a)


class Finding(NamedTuple):
    """What two reports share, the shorter first, before it is told: the label and score, and what they rest on."""

    short: Wording
    long: Wording
    alignment: Alignment
    label: ReuseLabel
    score: float


def held_together(a: Wording, b: Wording) -> Finding:
    """What two reports have from each other, as far as the label; swapping the two changes nothing."""
    short, long = (b, a) if is_longer(a, b) else (a, b)
    alignment = align(short, long)
    return Finding(short, long, alignment, *judged(short, long, alignment))


def taken_over(a: Wording, b: Wording) -> Finding | None:
    """What two reports share, where reporting was taken over; None elsewhere, mostly before sentences are paired."""
    short, long = (b, a) if is_longer(a, b) else (a, b)
    runs = tuple(shared_runs(short, long))
    if short.words != long.words and not may_be_taken(short, long, runs):
        return None
    alignment = align(short, long, runs)
    if short.words != long.words:
        if not alignment.pairs and not alignment.runs:
            return None
        if score_of(signs(short, long, alignment, credit=1.0), shipped()) < TAKEN:
            return None
    label, score = judged(short, long, alignment)
    return Finding(short, long, alignment, label, score) if label in ("copy", "derived") else None


def may_be_taken(short: Wording, long: Wording, runs: tuple[Run, ...]) -> bool:
    """Whether reporting can have been taken over, by the runs of words that two reports share and by their leads."""
    best = at_best(short, long, runs)
    if score_of(best, shipped()) < TAKEN:
        return False
    return score_of({**best, "lead": likest(short, long, runs, LEAD)}, shipped()) >= TAKEN


def told(found: Finding, a: Wording) -> Reuse:
    """A finding with its passages and its reason; `a` is the report that is named first."""
    short, long, alignment, label, score = found
    passages = [passage(short, long, pair) for pair in alignment.pairs]
    added, added_long = untaken(short, {p.a for p in alignment.pairs}), untaken(long, {p.b for p in alignment.back})
    if a is long:
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
    return label_of(found, shipped()), score_of(found, shipped())


def passage(a: Wording, b: Wording, pair: Pair) -> Passage:
    """A pair of sentences by their characters."""
    return Passage(a.told[pair.a].span, b.told[pair.b].span, pair.manner, pair.said)


def untaken(each: Wording, taken: set[int]) -> tuple[Span, ...]:
    """The sentences of a report that have no counterpart."""
    return tuple(line.span for place, line in enumerate(each.told) if place not in taken)
