"""Unnamed sources that are one and the same speaker wherever they are quoted: a body, its spokesman, an office holder.

In: the kind of a source and its phrase. Out: plain words that are equal for equal speakers. "Police", "the police" and
"a police spokesman" are the police; "the interior minister" is one person. "The ministry" and "an official" do not say
who.
"""

import re
from functools import cache

from reportedly.assess.lexicon import entries
from reportedly.assess.origins_chain import plain_words
from reportedly.model import SourceKind

SPOKESMAN = r"spokes(?:man|woman|person|people|men)|press (?:officer|secretary|office|service)"

FOR_BODY = re.compile(rf"^(?:\w+ )?(?:{SPOKESMAN}) (?:for|of|from|at|with) (.+)$")
BODYS = re.compile(rf"^(.+) (?:{SPOKESMAN})$")
"""Which body a spokesman speaks for, in plain words: the one named after him, or before."""

RANK = re.compile(r"^(?:(?:chief|senior|official|former|deputy|main|top)\b ?)+")
"""Words before a spokesman that say nothing of his body."""

PLACED = re.compile(r" (?:of|in|for|at|from|on|near) ")
"""Where a phrase goes on to say of what or where."""

INDEFINITE = re.compile(
    r"(?:an?|one|another|some|several|many|two|three|four|five|six|his|her|its|their|our|my|this|that)\b", re.IGNORECASE
)
"""How a phrase begins that may mean another one elsewhere."""


def voice(kind: SourceKind, phrase: str) -> str | None:
    """The plain words for the speaker that an unnamed source is wherever it is quoted; None for what may be anybody."""
    if kind not in ("named_organisation", "unnamed_official", "unnamed_person"):
        return None
    words = plain_words(phrase)
    spokesman = FOR_BODY.match(words) or BODYS.match(words)
    if spokesman is not None:
        body = RANK.sub("", spokesman[1])
        return None if not body or INDEFINITE.match(body) else body
    if INDEFINITE.match(phrase):
        return None
    table = "bodies.tsv" if is_in(words, "bodies.tsv") else "offices.tsv"
    return words if is_in(words, table) else None


def is_in(words: str, table: str) -> bool:
    """Whether plain words are a noun of the table that says by itself who is meant, or one with a word beside it."""
    head = PLACED.split(words, maxsplit=1)[0]
    noun = next((some for some in tails(head) if some in nouns(table)), None)
    return noun is not None and (nouns(table)[noun] == "alone" or words != noun)


def tails(words: str) -> list[str]:
    """The last words of a phrase, three, two and one of them."""
    parts = words.split()
    return [" ".join(parts[-length:]) for length in (3, 2, 1) if length <= len(parts)]


@cache
def nouns(table: str) -> dict[str, str]:
    """The nouns of a table in plain words."""
    return {plain_words(noun): use for noun, use in entries(table).items()}
