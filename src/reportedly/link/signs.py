"""What speaks for copying between two reports, as numbers.

In: the wordings of the shorter and the longer report, and their alignment. Out: the signs by name, each explained in
`SIGNS`. They depend on the two reports only, never on what else was read.
"""

import math
from bisect import bisect_right
from datetime import date

from reportedly.link.alignment import Alignment, Pair, Run
from reportedly.link.credits import folded, is_own
from reportedly.link.wording import Wording

SIGNS = {
    "content": "share of the content words of the one with fewer that the other has too",
    "blocks": "runs of seven or more of the reporter's words in both, as a logarithm",
    "background": "share of the words taken that are stock background",
    "lead": "how like a sentence of the other is one of the first two sentences of either",
    "likeness": "likeness of the shorter's sentences to their counterparts, on average",
    "days": "days between the publications, as a logarithm, at most 2.5; 0 where unknown",
    "stock": "1 where one publisher brought both on different days",
    "credits": "share of the credits of both that both give",
    "cited": "1 where one credits the other's publisher, published on the same day as far as is known",
    "quoted": "quoted words in both, as a logarithm",
    "kept": "sentences of eight words or more, no background, of which three fifths stand in both word for word",
}

LEAST_RUN = 5
"""Words of a run of the reporter's that are counted; four are a phrase of the language."""

BLOCK, LONG_SENTENCE, KEPT = 7, 8, 0.6

FEW = 12
"""Content words under which a report is too short for its share to mean much."""


def signs(short: Wording, long: Wording, alignment: Alignment) -> dict[str, float]:
    """All signs; `alignment` goes from the shorter report to the longer."""
    return {
        **of_words(short, long, alignment.runs),
        **of_sentences(short, alignment),
        **of_circumstances(short, long),
    }


def of_words(short: Wording, long: Wording, runs: tuple[Run, ...]) -> dict[str, float]:
    """The signs that words in rows, and content words, give."""
    own = [run for run in runs if not run.said and run.length >= LEAST_RUN]
    stock = [run for run in own if short.background[bisect_right(short.starts, run.a + run.length // 2) - 1]]
    taken, taken_stock = (sum(run.length for run in some) for some in (own, stock))
    few = min(len(short.vocabulary), len(long.vocabulary))
    return {
        "content": len(short.vocabulary & long.vocabulary) / max(few, FEW),
        "blocks": math.log1p(sum(run.length >= BLOCK for run in own)),
        "background": taken_stock / max(taken, LEAST_RUN),
        "quoted": math.log1p(sum(run.length for run in runs if run.said)),
    }


def of_sentences(short: Wording, alignment: Alignment) -> dict[str, float]:
    """The signs that sentences and their counterparts give."""
    own = [pair for pair in alignment.pairs if not pair.said]
    lead = [pair.likeness for pair in alignment.pairs if pair.a < 2]
    lead += [pair.likeness for pair in alignment.back if pair.b < 2]
    return {
        "likeness": min(1.0, sum(pair.likeness for pair in own) / max(short.spoken.count(False), 1)),
        "lead": max(lead, default=0.0),
        "kept": float(sum(is_fresh(short, pair) for pair in own)),
    }


def is_fresh(short: Wording, pair: Pair) -> bool:
    """Whether a sentence of some length, and no background, was taken over mostly word for word."""
    line = short.told[pair.a]
    long_enough = line.last - line.first >= LONG_SENTENCE
    return pair.rows >= KEPT and long_enough and not short.background[pair.a]


def of_circumstances(short: Wording, long: Wording) -> dict[str, float]:
    """The signs that publishers, days and credits give."""
    days = days_between(short, long)
    same_publisher = short.report.publisher is not None and short.report.publisher == long.report.publisher
    ours, theirs = ({folded(credit.name) for credit in each.credits} for each in (short, long))
    cited = any(is_own(c.name, w.report.publisher) for v, w in ((short, long), (long, short)) for c in v.credits)
    return {
        "cited": float(cited and not days),
        "days": min(math.log1p(days or 0), 2.5),
        "stock": float(same_publisher and bool(days)),
        "credits": len(ours & theirs) / max(len(ours | theirs), 2),
    }


def days_between(a: Wording, b: Wording) -> int | None:
    """The days between the publications of two reports, None where one is not known to the day."""
    try:
        first, second = (date.fromisoformat((w.report.published or "")[:10]) for w in (a, b))
    except ValueError:
        return None
    return abs((first - second).days)
