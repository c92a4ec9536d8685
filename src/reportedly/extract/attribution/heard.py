"""What the encoder tells of cues and of the words around them, by the tokens of the parse.

In: an annotated report with the encoder's scores. Out: `Heard`: how likely each token is of a cue, and what the tokens
around a cue are to it.
"""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.decode import Scored, Seen, log_softmax, member_scores
from reportedly.extract.attribution.contents import Tokens
from reportedly.model import Annotated

Floats = NDArray[np.float32]

HEAD = "cue_nested"
"""The head that is asked for cues: it marks cues in what somebody says too, which the nesting takes care of."""

REACH = 40
"""Words before a cue and after it that are asked what they are to it."""

CERTAIN = 12.0
"""Log-odds beyond which the encoder is not believed to be surer."""


@dataclass(frozen=True)
class Heard:
    """The encoder's scores by token.

    `words` holds the encoder's word of each token, `odds` the log-odds that the token is of a cue, `begins` whether it
    would rather begin a cue than go on with one.
    """

    scored: Scored
    words: NDArray[np.int64]
    odds: Floats
    begins: NDArray[np.bool_]

    def around(self, cue: Tokens, low: int, high: int) -> tuple[int, Floats]:
        """The first token near a cue that is asked, and for it and those that follow the log-shares of `MEMBERS`.

        Only tokens from `low` to `high` (half-open) are asked, and of these only what the cue's window holds.
        """
        first, last = int(self.words[cue[0]]), int(self.words[cue[1] - 1])
        seen = self.seen(first)
        window = seen.filled.window
        last = min(last, window.last - 1)
        start = max(window.first, first - REACH, int(self.words[low]))
        end = min(window.last, last + REACH + 1, int(self.words[high - 1]) + 1)
        within = slice(start - window.first, end - window.first)
        scores = member_scores(seen, first - window.first, last - window.first, self.scored.weights, within)
        low, high = (int(place) for place in np.searchsorted(self.words, (start, end)))
        return low, log_softmax(scores)[self.words[low:high] - start]

    def seen(self, word: int) -> Seen:
        """The window that answers for a word."""
        return self.scored.seen[bisect_right(self.scored.seen, word, key=lambda each: each.filled.window.answers_to)]


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
    return Heard(scored, words, odds, shares[:, 1] > shares[:, 2])
