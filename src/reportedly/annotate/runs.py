"""Long runs without white space made harmless for the tokenizer, whose time grows with the square of a run's length.

In: a text. Out: its tokens as a spaCy document of exactly that text. Reports without such a run are not touched.
"""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

LONGEST_RUN = 500
"""Characters without white space that pass whole: over any word and almost any address."""

PIECE = 100
"""Characters of a longer run that are taken at a time."""

Tokenizer = Callable[[str], Doc]


def cut_runs(tokenizer: Tokenizer) -> Tokenizer:
    """A tokenizer that does as `tokenizer` does, and reads runs of over LONGEST_RUN characters in pieces."""

    def tokenize(text: str) -> Doc:
        """The tokens of `text`."""
        return in_pieces(text, tokenizer) if has_long_run(text) else tokenizer(text)

    return tokenize


def has_long_run(text: str) -> bool:
    """Whether more than LONGEST_RUN characters stand without white space between them."""
    return len(text) > LONGEST_RUN and max(map(len, text.split()), default=0) > LONGEST_RUN


def in_pieces(text: str, tokenizer: Tokenizer) -> Doc:
    """The tokens of `text`, its long runs cut into pieces that are tokenized each by itself."""
    parts = [tokenizer(part) for part in parts_of(text)]
    words = [token.text for part in parts for token in part]
    spaces = [bool(token.whitespace_) for part in parts for token in part]
    return Doc(parts[0].vocab, words=words, spaces=spaces)


def parts_of(text: str) -> Iterator[str]:
    """`text` in parts that give it back when joined: what stands between long runs, and the pieces of those."""
    start = 0
    for run in re.finditer(rf"\S{{{LONGEST_RUN + 1},}}", text):
        if start < run.start():
            yield text[start : run.start()]
        yield from (run.group()[i : i + PIECE] for i in range(0, len(run.group()), PIECE))
        start = run.end()
    if start < len(text):
        yield text[start:]
