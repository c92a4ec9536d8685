"""What the comparison of two names says, and how it says it.

In: scores and words. Out: a `Comparison` and phrases for its reason.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Comparison(NamedTuple):
    """How likely two names are one, 0 to 1, and why; `apart` where a word tells of two bearers, however alike."""

    score: float
    reason: str
    apart: bool = False


def quote(word: str) -> str:
    """The word in quotation marks."""
    return f"“{word}”"


def and_list(phrases: Sequence[str]) -> str:
    """The phrases as a list in prose."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} and {phrases[-1]}"


def stand(words: Sequence[str]) -> str:
    """That these words are in one of the two names only; a word written once is told once."""
    quoted = [quote(word) for word in dict.fromkeys(words)]
    return f"{and_list(quoted)} stand{'s' * (len(quoted) == 1)} in one name only"
