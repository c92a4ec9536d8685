"""`python -m evaluation.reuse_notches PATH`: how much hangs on each number of the scorecard of copying.

In: labelled pairs of reports. Out: a table: each number moved one notch down and up while the others stay, with F1 of
taken against the rest, macro F1, and the same two on the pairs of even and of odd place.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.reuse import figures_of, read, report_of
from reportedly.link.copies import measured
from reportedly.link.scorecard import Card, label_of, shipped
from reportedly.link.wording import wording

NOTCHES = {
    "wording": {"full": 0.05},
    "sentences": {"full": 1.0},
    "content": {"none": 0.1, "full": 0.1},
    "lead": {"none": 0.1, "full": -0.1},
    "credit": {"points": 0.5},
    "stock": {"points": 1.0},
    "days": {"full": 3.0, "points": 0.5},
    "lone": {"points": 0.5},
}
"""How far one notch is, for the numbers of each sign that are a choice."""

DECIDING = {"needed": 0.25, "kept": 1.0, "whole": 0.05, "quoted": 2.0}


def main(path: Path) -> None:
    """Print the table."""
    pairs = list(read(path))
    found = [measured(wording(report_of(pair["a"])), wording(report_of(pair["b"]))) for pair in pairs]
    print("number\tmoved to\tf1\tmacro\teven f1\teven macro\todd f1\todd macro")
    for name, value, card in moved(shipped()):
        labels = [label_of(each, card) for each in found]
        print(f"{name}\t{value}", *shown(pairs, labels), sep="\t")


def shown(pairs: list[dict[str, Any]], labels: list[Any]) -> Iterator[float]:
    """F1 and macro F1 of all pairs, those of even place and those of odd place."""
    for part in (slice(None), slice(0, None, 2), slice(1, None, 2)):
        figures = figures_of(pairs[part], labels[part])
        yield figures["f1"]
        yield figures["macro_f1"]


def moved(card: Card) -> Iterator[tuple[str, str, Card]]:
    """The card as it is, then with one number moved one notch: the number's name, its value, the card."""
    yield "as shipped", "", card
    for i, measure in enumerate(card.measures):
        for part, notch in NOTCHES[measure.sign].items():
            for way in (-notch, notch):
                value = round(getattr(measure, part) + way, 3)
                changed = replace(measure, **{part: value})
                others = (*card.measures[:i], changed, *card.measures[i + 1 :])
                yield f"{measure.sign} {part}", str(value), replace(card, measures=others)
    for part, notch in DECIDING.items():
        for value in (round(getattr(card, part) - notch, 3), round(getattr(card, part) + notch, 3)):
            yield part, str(value), Card(**{"measures": card.measures, part: value})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
