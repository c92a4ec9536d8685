"""Titles before names.

In: tokens. Out: how many of them are a title.
"""

from collections.abc import Sequence

from reportedly.annotate import lexicon
from reportedly.model import Token


def title_length(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many tokens from `first` on are a title before a further word; 0 for none."""
    if (
        tokens[first].lower.removesuffix("s") not in lexicon.title_words()
        and tokens[first].lower not in lexicon.title_words()
    ):
        return 0
    known = lexicon.titles()
    for size in (3, 2, 1):
        words = " ".join(t.lower for t in tokens[first : first + size])
        if first + size < last and (words in known or words.removesuffix("s") in known):
            return size
    return 0
