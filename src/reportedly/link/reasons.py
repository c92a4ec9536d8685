"""Why two reports are called a copy, derived, alike in quotations only, or independent: a sentence for the reader.

In: the label, the wordings of the shorter and the longer report, and their alignment. Out: one sentence.
"""

from typing import Literal

from reportedly.link.alignment import Alignment, Manner, Pair
from reportedly.link.wording import Wording

ReuseLabel = Literal["copy", "derived", "quote_only", "independent"]

HOW: dict[Manner, str] = {"verbatim": "word for word", "edited": "edited", "paraphrased": "in other words"}


def reason(label: ReuseLabel, short: Wording, long: Wording, alignment: Alignment) -> str:
    """What was found, the shorter report first: "6 of 7 sentences of Aral Post stand in Reach Wire Agency ..."."""
    if label in ("copy", "derived"):
        return f"{told_again(short, long, alignment.pairs)}; {added(long, alignment)}"
    own = tuple(pair for pair in alignment.pairs if not pair.said)
    if label == "quote_only":
        said = sum(run.length for run in alignment.runs if run.said)
        return f"{said} quoted words stand in both {name_of(short)} and {name_of(long)}; outside them {few(short, own)}"
    return f"{few(short, own)} in {name_of(long)}{background(short, own)}".replace("no sentence", "No sentence", 1)


def told_again(short: Wording, long: Wording, pairs: tuple[Pair, ...]) -> str:
    """How many sentences of the shorter report stand in the longer, and how."""
    ways = [f"{count} {HOW[how]}" for how in HOW if (count := sum(pair.manner == how for pair in pairs))]
    stand = "sentence" if len(short.told) == 1 else "sentences"
    return (
        f"{len(pairs)} of {len(short.told)} {stand} of {name_of(short)} stand in {name_of(long)}"
        f"{', ' if ways else ''}{' and '.join((', '.join(ways[:-1]), ways[-1])) if len(ways) > 1 else ''.join(ways)}"
    )


def added(long: Wording, alignment: Alignment) -> str:
    """How much the longer report adds."""
    count = len(long.told) - len(alignment.back)
    return f"{name_of(long)} adds {count} of its {len(long.told)}" if count else f"{name_of(long)} adds nothing"


def few(short: Wording, own: tuple[Pair, ...]) -> str:
    """How many of the reporter's sentences of the shorter report have a counterpart."""
    total = short.spoken.count(False)
    if not own:
        return f"no sentence of {name_of(short)} has a counterpart"
    return f"{len(own)} of {total} sentences of {name_of(short)} {'has' if len(own) == 1 else 'have'} a counterpart"


def background(short: Wording, own: tuple[Pair, ...]) -> str:
    """A remark where most of what is alike is stock background."""
    stock = sum(short.background[pair.a] for pair in own)
    return f", {stock} of them stock background" if own and 2 * stock >= len(own) else ""


def name_of(each: Wording) -> str:
    """The report's publisher, or its name where that is unknown."""
    return each.report.publisher or each.report.ref
