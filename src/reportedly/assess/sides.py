"""On which side of a conflict the one is whom an account has as doer: a state's, of those against it, of a crowd.

In: the words that name a doer. Out: the side, None where the words leave it open.
"""

import re
from functools import cache, lru_cache

from reportedly.assess.lexicon import entries, words

OPENS = re.compile(r"^(?:the|a|an|its|their|his|some)\s+", re.IGNORECASE)
HELD = re.compile(r"\b\w+-(?:held|controlled|run)\b", re.IGNORECASE)
"""Words that tell who holds a place, not who the doer is."""

BEHIND = re.compile(r"\s+(?:in|from|at|near|outside|inside|on|across|around|against|fighting|who|that|which)\s|[,;:(]")
"""What comes behind the noun that tells who they are."""

TWO = re.compile(r"\b(?:and|or|either|with|alongside)\b|/", re.IGNORECASE)
"""What a phrase holds that names two."""


@lru_cache(maxsize=4096)
def side_of(phrase: str) -> str | None:
    """The side that a phrase tells by a word of one side and of no other; None of a name, or of two parties.

    A word with a capital counts only where it opens the phrase: "the Army" is one side's, "Free Hamra Army" is a name.
    """
    told = HELD.sub(" ", OPENS.sub("", " ".join(phrase.split())).strip("\"'“”‘’ "))
    if TWO.search(told) or not words("turncoats.tsv").isdisjoint(re.findall(r"\w+", told.lower())):
        return None
    core = BEHIND.split(told, maxsplit=1)[0]
    first, _, rest = core.partition(" ")
    found = {entries("sides.tsv")[match] for match in pattern().findall(f"{first.lower()} {rest}")}
    return next(iter(found)) if len(found) == 1 else None


@cache
def pattern() -> re.Pattern[str]:
    """What finds the words of all sides as whole words, the longest first."""
    listed = sorted(entries("sides.tsv"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w-])")
