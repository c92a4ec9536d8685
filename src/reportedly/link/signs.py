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
    "longest": "the longest such run outside stock background, as a logarithm",
    "background": "share of the words taken that are stock background",
    "lead": "how like a sentence of the other is one of the first two sentences of either",
    "days": "days between the publications, as a logarithm, at most 2.5; 0 where unknown",
    "stock": "1 where one publisher brought both on different days",
    "third": "1 where one credits the other's publisher, or both credit the same outlet",
    "credits": "share of the credits of both that both give",
    "phrases": "share of the shorter's content word pairs, in the reporter's words, that the longer has",
    "edited": "share of the shorter's sentences that stand in the longer verbatim or edited",
    "edited_back": "share of the longer's sentences that stand in the shorter verbatim or edited",
    "likeness": "likeness of the shorter's sentences to their counterparts, on average",
    "quoted": "quoted words in both, as a logarithm",
    "quoted_share": "share of the words in both that are quoted",
}

LEAST_RUN = 5
"""Words of a run of the reporter's that are counted; four are a phrase of the language."""

BLOCK = 7
FEW = 12
"""Content words under which a report is too short for its share to mean much."""


def signs(short: Wording, long: Wording, alignment: Alignment) -> dict[str, float]:
    """All signs; `alignment` goes from the shorter report to the longer."""
    return {
        **of_words(short, long, alignment.runs),
        **of_sentences(short, long, alignment),
        **of_circumstances(short, long),
    }


def of_words(short: Wording, long: Wording, runs: tuple[Run, ...]) -> dict[str, float]:
    """The signs that words in rows, and content words, give."""
    own = [run for run in runs if not run.said]
    fresh = [run for run in own if not short.background[bisect_right(short.starts, run.a + run.length // 2) - 1]]
    taken = sum(run.length for run in own if run.length >= LEAST_RUN)
    taken_fresh = sum(run.length for run in fresh if run.length >= LEAST_RUN)
    said = sum(run.length for run in runs if run.said)
    few = min(len(short.vocabulary), len(long.vocabulary))
    every, ours = short.phrases
    theirs_every, theirs = long.phrases
    spoken = (every - ours) | (theirs_every - theirs)
    return {
        "content": len(short.vocabulary & long.vocabulary) / max(few, FEW),
        "blocks": math.log1p(sum(run.length >= BLOCK for run in own)),
        "longest": math.log1p(max((run.length for run in fresh), default=0)),
        "background": (taken - taken_fresh) / max(taken, LEAST_RUN),
        "phrases": len((ours & theirs) - spoken) / max(len(ours), 10),
        "quoted": math.log1p(said),
        "quoted_share": said / (said + taken + LEAST_RUN),
    }


def of_sentences(short: Wording, long: Wording, alignment: Alignment) -> dict[str, float]:
    """The signs that sentences and their counterparts give."""
    pairs = [pair for pair in alignment.pairs if not pair.said]
    back = [pair for pair in alignment.back if not pair.said]
    own, own_back = max(short.spoken.count(False), 1), max(long.spoken.count(False), 1)
    lead = [pair.likeness for pair in alignment.pairs if pair.a < 2]
    lead += [pair.likeness for pair in alignment.back if pair.b < 2]
    return {
        "edited": min(1.0, count_edited(pairs) / own),
        "edited_back": min(1.0, count_edited(back) / own_back),
        "likeness": min(1.0, sum(pair.likeness for pair in pairs) / own),
        "lead": max(lead, default=0.0),
    }


def count_edited(pairs: list[Pair]) -> int:
    """How many sentences were taken over verbatim or edited."""
    return sum(pair.manner != "paraphrased" for pair in pairs)


def of_circumstances(short: Wording, long: Wording) -> dict[str, float]:
    """The signs that publishers, days and credits give."""
    days = days_between(short, long)
    same_publisher = short.report.publisher is not None and short.report.publisher == long.report.publisher
    ours, theirs = ({folded(c.name) for c in w.credits} for w in (short, long))
    outlets, others = ({folded(c.name) for c in w.credits if c.kind == "outlet"} for w in (short, long))
    cited = any(is_own(c.name, w.report.publisher) for v, w in ((short, long), (long, short)) for c in v.credits)
    return {
        "days": min(math.log1p(days or 0), 2.5),
        "stock": float(same_publisher and bool(days)),
        "third": float(cited or bool(outlets & others)),
        "credits": len(ours & theirs) / max(len(ours | theirs), 2),
    }


def days_between(a: Wording, b: Wording) -> int | None:
    """The days between the publications of two reports, None where one is not known to the day."""
    try:
        first, second = (date.fromisoformat((w.report.published or "")[:10]) for w in (a, b))
    except ValueError:
        return None
    return abs((first - second).days)
