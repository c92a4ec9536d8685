"""A report as an encoder that was told what to hear reads it: no weights, only planted scores."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from reportedly.encoder.arrays import Cut, Filled
from reportedly.encoder.decode import Scored, Seen
from reportedly.encoder.heads import WIDTH, columns
from reportedly.encoder.windows import Window
from reportedly.encoder.words import marks, words
from reportedly.model import Annotated
from tests.annotate.reading import read

WEIGHTS = {
    "distance": np.zeros((41, 1), np.float32),
    "member": np.zeros((3, 1), np.float32),
    "member_bias": np.zeros(3, np.float32),
}
"""Weights of the pair head that add nothing to what is planted by word."""

CUE = np.array([0, 1, 0, 0, 1], np.float32) / np.sqrt(2)
"""Half of a cue's vector, such that a word's score is what is planted there."""


UNSURE = 1.5
"""The score of no cue where nothing is known: rather none, but open to what the rules know."""


def hearing(
    text: str,
    cues: Collection[str] = (),
    against: Collection[str] = (),
    sources: Collection[str] = (),
    contents: Collection[str] = (),
    others: Collection[str] = (),
) -> Annotated:
    """The report with an encoder that takes these phrases for cues, for no cues, for source, content or neither.

    Of all other words it knows nothing.
    """
    found = words(text)
    scores = np.zeros((len(found), WIDTH), np.float32)
    word = np.zeros((len(found), 3), np.float32)
    head = columns()["cue_nested"].start
    scores[:, head] = UNSURE
    for phrase in cues:
        places = inside(found, text, phrase)
        scores[places, head + 2] = 9.0
        scores[places[0], head + 1] = 12.0
    for phrase in against:
        scores[inside(found, text, phrase), head] = 12.0
    for phrases, planted in ((sources, (0, 8, 0)), (contents, (0, 0, 8)), (others, (0, -8, -8))):
        for phrase in phrases:
            word[inside(found, text, phrase)] = planted
    cut = Cut(text, found, marks(text, found), [(0,)] * len(found))
    window = Window(0, len(found), 0, len(found))
    numbers = np.arange(len(found))
    cue = np.tile(CUE, (len(found), 1))
    seen = Seen(Filled(cut, window, numbers, np.zeros((len(found), 3), np.int64), numbers), word, cue, cue)
    return replace(read(text), scored=Scored(cut, scores, scores[:1], (seen,), WEIGHTS))


def inside(found: list[tuple[int, int]], text: str, phrase: str) -> list[int]:
    """The words of the first place at which a phrase stands."""
    first = text.index(phrase)
    return [i for i, (start, end) in enumerate(found) if start < first + len(phrase) and first < end]
