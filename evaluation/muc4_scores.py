"""Metrics of MUC-4: role fillers by CEAF-REE, and the confidence in the perpetrating organisation.

In: answers and predictions, message by message. Out: precision, recall and F1, 0 to 1.

CEAF-REE is GRIT's (Du, Rush and Cardie 2021, its `eval.py`): strings are compared in small letters without articles and
punctuation; a predicted filler is right where all its strings are strings of one filler of the answers; fillers are
paired one to one by role so that most are right; precision and recall are of fillers, summed over messages and roles.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from evaluation.coreference import Score, best_pairing
from evaluation.muc4_files import ROLES, Confidence, Entity

ARTICLE = re.compile(r"\b(?:a|an|the)\b")
NO_PUNCTUATION = str.maketrans("", "", string.punctuation)
WIDER = {"SUSPECTED OR ACCUSED": "SUSPECTED OR ACCUSED BY AUTHORITIES"}
"""A value that is the other's more general one: it earns half."""

Fillers = Mapping[str, Sequence[Entity]]
Counts = tuple[float, int, int]
"""How many are right, of how many of ours, of how many of the answers."""

Org = tuple[Entity, str]


def plain(text: str) -> str:
    """A string as GRIT compares it."""
    return " ".join(ARTICLE.sub(" ", text.lower().translate(NO_PUNCTUATION)).split())


def ceaf_ree(pairs: Iterable[tuple[Fillers, Fillers]]) -> dict[str, Score]:
    """The score of each role and of all (`micro`), from (answers, ours) of each message."""
    totals = dict.fromkeys((*ROLES, "micro"), (0.0, 0, 0))
    for gold, ours in pairs:
        for role in ROLES:
            found = counted(gold.get(role, ()), ours.get(role, ()))
            for key in (role, "micro"):
                right, said, asked = totals[key]
                totals[key] = (right + found[0], said + found[1], asked + found[2])
    return {key: score(*counts) for key, counts in totals.items()}


def counted(gold: Sequence[Entity], ours: Sequence[Entity]) -> Counts:
    """The counts of one role in one message, under the best pairing."""
    if not gold or not ours:
        return 0.0, len(ours), len(gold)
    known = [frozenset(map(plain, entity)) for entity in gold]
    table = np.array([[float(all(plain(name) in names for name in entity)) for names in known] for entity in ours])
    return best_pairing(table if len(ours) <= len(gold) else table.T), len(ours), len(gold)


def confidence(pairs: Iterable[tuple[Sequence[Confidence], Sequence[Org]]]) -> Score:
    """Precision and recall of slot 11, from (key, ours) of each message, as MUC-4 counted (Chinchor 1992).

    Recall is what is right of what the key asks for, precision what is right of what is given. An organisation with its
    value is asked for once a message, whatever templates repeat it; it is right where the key gives that value to an
    organisation of that name, half right where the value is the more general one. One answer stands for each template
    that it is right in. What the key has as optional is asked for only where it is given.
    """
    right, said, met, asked = 0.0, 0, 0.0, 0
    for gold, ours in pairs:
        found = list(matches(gold, ours))
        right += sum(max(each.values()) for each in found)
        said += len(ours)
        entries = {i: earned for each in found for i, earned in each.items()}
        met += sum(entries.values())
        asked += sum(i in entries or not entry.optional for i, entry in enumerate(gold))
    return Score(right / said if said else 0.0, met / asked if asked else 0.0)


def matches(gold: Sequence[Confidence], ours: Sequence[Org]) -> Iterator[dict[int, float]]:
    """For each of ours that is right, the places of the key's entries that it meets with its worth, none twice."""
    left = dict(enumerate(gold))
    for org, value in ours:
        names = set(map(plain, org))
        named = [i for i, each in left.items() if names <= set(map(plain, each.org))]
        met = {i: earned for i in named if (earned := worth(left[i], value)) > 0}
        if met:
            yield met
            left = {i: each for i, each in left.items() if i not in met}


def worth(gold: Confidence, value: str) -> float:
    """1 for a value that the key accepts, half for the more general one, else 0."""
    return 1.0 if value in gold.values else 0.5 if WIDER.get(value) in gold.values else 0.0


def score(right: float, said: int, asked: int) -> Score:
    """Precision and recall of counts; 0 where there is nothing."""
    return Score(right / said if said else 0.0, right / asked if asked else 0.0)
