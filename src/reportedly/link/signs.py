"""What speaks for copying between two reports, as numbers.

In: the wordings of the shorter and the longer report, and their alignment. Out: the signs by name, each explained in
`SIGNS`. They depend on the two reports only, never on what else was read.
"""

from bisect import bisect_right
from collections import Counter
from datetime import date
from itertools import chain

from reportedly.link.alignment import EDITED_ROWS, Alignment, Pair, Run
from reportedly.link.citations import credits_publisher
from reportedly.link.credits import is_own
from reportedly.link.wording import Wording

SIGNS = {
    "wording": "share of the shorter's words, quotations left out, that stand in rows of five or more in the longer",
    "sentences": "sentences of eight words or more of which two fifths stand in the longer word for word",
    "content": "share of the content words of the shorter, quotations left out, that the longer has too",
    "lead": "how like a sentence of the other is one of the first two sentences of either",
    "credit": "1 where half of all credits are given by both, or one credits the other's publisher on the same day",
    "stock": "1 where one publisher brought both on different days",
    "days": "days between the publications; 0 where unknown",
    "kept": "sentences of eight words or more of which three fifths stand in the longer word for word",
    "whole": "share of the shorter's sentences, quotations left out, that stand in the longer word for word or edited",
    "quoted": "quoted words in both",
    "lone": "1 where the shorter tells one sentence, of which less than three fifths stand in the longer, and credits "
    "neither the longer's publisher nor is credited by it",
}
"""Stock background and quotations count neither for `wording`, `sentences` nor `kept`."""

LEAST_RUN = 5
"""Words of a run of the reporter's that are counted; four are a phrase of the language."""

LONG_SENTENCE, KEPT = 8, 0.6
"""Words of a sentence that is counted (headlines and "He was 75." are alike in all reports), and the share kept."""

LEAD = 2
"""Sentences at the head of a report that are its lead."""

FEW, FEW_CONTENT = 40, 12
"""Words, and content words, under which a report is too short for its share to mean much."""


def signs(short: Wording, long: Wording, alignment: Alignment, credit: float | None = None) -> dict[str, float]:
    """All signs; `alignment` goes from the shorter report to the longer. With `credit`, credits are taken as known."""
    return {
        **of_words(short, long, alignment.runs),
        **of_sentences(short, alignment),
        "lone": float(is_lone(short) and not is_taken(short, alignment) and not cites(short, long)),
        **of_circumstances(short, long),
        "credit": of_credits(short, long) if credit is None else credit,
    }


def at_best(short: Wording, long: Wording, runs: tuple[Run, ...]) -> dict[str, float]:
    """The signs that the score rests on, as well as they can stand for two reports with these runs of words in common.

    No sentence is paired for it and no credit read; `whole` is left out.
    """
    taken = Counter(chain.from_iterable(short.sentence_at[run.a : run.a + run.length] for run in runs))
    lengths = {place: short.told[place].last - short.told[place].first for place in taken}
    shares = [count / lengths[place] for place, count in taken.items() if lengths[place] >= LONG_SENTENCE]
    return {
        **of_words(short, long, runs),
        "sentences": float(sum(share >= EDITED_ROWS for share in shares)),
        "kept": float(sum(share >= KEPT for share in shares)),
        "lead": 1.0,
        "lone": 0.0,
        **of_circumstances(short, long),
        "credit": 1.0,
    }


def of_words(short: Wording, long: Wording, runs: tuple[Run, ...]) -> dict[str, float]:
    """The signs that words in rows, and content words, give."""
    rows = sum(run.length for run in runs if not run.said and run.length >= LEAST_RUN and not is_stock(short, run))
    told = short.reported
    return {
        "wording": rows / max(short.own_words, FEW),
        "content": len(told & long.vocabulary) / max(len(told), FEW_CONTENT),
        "quoted": float(sum(run.length for run in runs if run.said)),
    }


def is_stock(short: Wording, run: Run) -> bool:
    """Whether the sentence in which the middle of a run stands is stock background."""
    return short.background[bisect_right(short.starts, run.a + run.length // 2) - 1]


def of_sentences(short: Wording, alignment: Alignment) -> dict[str, float]:
    """The signs that sentences and their counterparts give."""
    own = [pair for pair in alignment.pairs if not pair.said]
    fresh = [pair for pair in own if not short.background[pair.a]]
    lead = [pair.likeness for pair in alignment.pairs if pair.a < LEAD]
    lead += [pair.likeness for pair in alignment.back if pair.b < LEAD]
    return {
        "sentences": float(sum(stands(short, pair, EDITED_ROWS) for pair in fresh)),
        "lead": max(lead, default=0.0),
        "kept": float(sum(stands(short, pair, KEPT) for pair in fresh)),
        "whole": sum(pair.manner != "paraphrased" for pair in own) / max(short.spoken.count(False), 1),
    }


def is_lone(short: Wording) -> bool:
    """Whether a report tells no more in its own voice than one sentence of usual length."""
    return short.spoken.count(False) == 1 and short.own_words < FEW


def stands(short: Wording, pair: Pair, share: float) -> bool:
    """Whether this share of a sentence of some length stands in the longer report word for word."""
    line = short.told[pair.a]
    return pair.rows >= share and line.last - line.first >= LONG_SENTENCE


def is_taken(short: Wording, alignment: Alignment) -> bool:
    """Whether a sentence of some length in the reporter's voice stands in the longer report, most of it."""
    return any(stands(short, pair, KEPT) for pair in alignment.pairs if not pair.said)


def of_circumstances(short: Wording, long: Wording) -> dict[str, float]:
    """The signs that publishers and days give."""
    days = days_between(short, long) or 0
    same_publisher = short.report.publisher is not None and short.report.publisher == long.report.publisher
    return {"days": float(days), "stock": float(same_publisher and days > 0)}


def of_credits(short: Wording, long: Wording) -> float:
    """The sign that credits give."""
    ours, theirs = short.credited, long.credited
    cited = any(is_own(c.name, w.report.publisher) for v, w in ((short, long), (long, short)) for c in v.credits)
    shared = 2 * len(ours & theirs) >= max(len(ours | theirs), 2)
    return float(shared or (cited and not days_between(short, long)))


def cites(a: Wording, b: Wording) -> bool:
    """Whether one of two reports credits the other's publisher."""
    return credits_publisher(a.report, b.report.publisher) or credits_publisher(b.report, a.report.publisher)


def days_between(a: Wording, b: Wording) -> int | None:
    """The days between the publications of two reports, None where one is not known to the day."""
    try:
        first, second = (date.fromisoformat((w.report.published or "")[:10]) for w in (a, b))
    except ValueError:
        return None
    return abs((first - second).days)
