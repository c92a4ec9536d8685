"""What the encoder tells of cues and of the words around them, by the tokens of the parse.

In: an annotated report with the encoder's scores. Out: `Heard`: how likely each token is of a cue, and what the tokens
around a cue are to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.decode import Asked, Scored, Seen, asked_scores, log_softmax
from reportedly.extract.attribution.contents import Tokens
from reportedly.model import Annotated

Floats = NDArray[np.float32]

HEAD = "cue_nested"
"""The head that is asked for cues: it marks cues in what somebody says too, which the nesting takes care of."""

REACH = 40
"""Words before a cue and after it that are asked what they are to it."""

CERTAIN = 12.0
"""Log-odds beyond which the encoder is not believed to be surer."""


TOGETHER = 8
"""Cues that are asked about at once: more do not fit the processor's cache."""


@dataclass(frozen=True)
class Heard:
    """The encoder's scores by token.

    `words` holds the encoder's word of each token, `odds` the log-odds that the token is of a cue, `begins` whether it
    would rather begin a cue than go on with one.
    """

    scored: Scored
    words: list[int]
    odds: Floats
    begins: NDArray[np.bool_]

    def around(self, cues: Sequence[tuple[Tokens, Tokens]]) -> Iterator[tuple[int, Floats]]:
        """For each cue its first token that is asked, and for this and those that follow the log-shares of `MEMBERS`.

        Each cue comes with the tokens that may be asked; those far from it are not, nor those outside its window.
        """
        for start in range(0, len(cues), TOGETHER):
            near = [self.asked(cue, tokens) for cue, tokens in cues[start : start + TOGETHER]]
            for number, group in groupby(near, key=lambda each: each[0]):
                yield from self.shares(self.scored.seen[number], [asked for _, asked in group])

    def asked(self, cue: Tokens, tokens: Tokens) -> tuple[int, Asked]:
        """The window that answers for a cue, by number, and the words that are asked there."""
        first, last = self.words[cue[0]], self.words[cue[1] - 1]
        number = bisect_right(self.scored.seen, first, key=lambda each: each.filled.window.answers_to)
        window = self.scored.seen[number].filled.window
        start = max(window.first, first - REACH, self.words[tokens[0]])
        end = min(window.last, last + REACH + 1, self.words[tokens[1] - 1] + 1)
        last, end = min(last, window.last - 1), max(end, start + 1)
        return number, Asked(*(place - window.first for place in (first, last, start, end)))

    def shares(self, seen: Seen, asked: Sequence[Asked]) -> Iterator[tuple[int, Floats]]:
        """For each cue of a window its first token that is asked, and the log-shares."""
        rows = log_softmax(asked_scores(seen, asked, self.scored.weights))
        before, offset = 0, seen.filled.window.first
        for each in asked:
            low, high = (bisect_left(self.words, offset + place) for place in (each.start, each.end))
            places = [before - each.start - offset + word for word in self.words[low:high]]
            yield low, rows[places]
            before += each.end - each.start


def heard(doc: Annotated) -> Heard | None:
    """The scores by token; None for a report that the encoder has not read."""
    scored = doc.scored
    if scored is None or not scored.report.words or not doc.tokens:
        return None
    ends = np.array([end for _, end in scored.report.words])
    starts = np.array([token.start for token in doc.tokens])
    words = np.minimum(np.searchsorted(ends, starts, side="right"), len(ends) - 1)
    shares = log_softmax(scored.of(HEAD))[words]
    odds = np.clip(np.logaddexp(shares[:, 1], shares[:, 2]) - shares[:, 0], -CERTAIN, CERTAIN)
    return Heard(scored, words.tolist(), odds, shares[:, 1] > shares[:, 2])
