"""Makes of arms, by which they are counted: "15 AK-47 guns", "nine Kalashnikov rifles".

In: the words after a number. Out: the `Make` that they name, or None.
"""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.assess.lexicon import rows

NAMED = re.compile(r"\s+([A-Z][A-Za-z]*(?:\s?-\s?(?=\d)|\s(?=\d))?\d*[A-Za-z]?\d?)(?![\w-])")
"""A make as "AK-47", "AK 47", "G3" and "Kalashnikov" are written."""

WORD = re.compile(r"\s+[A-Za-z][\w-]*")
AHEAD = 2
"""Words that may stand before a make: "Russian-made", "loaded"."""

BREAKS = re.compile(r"[\s-]+")

ARMS = frozenset({"guns", "weapons", "firearms"})
"""Nouns that add nothing to a make of arms."""


@dataclass(frozen=True, slots=True)
class Make:
    """A make by the name under which it is compared, the kind of thing it is, and where its name ends."""

    name: str
    kind: str
    end: int

    def covers(self, noun: str | None) -> bool:
        """Whether a noun after the make only repeats what kind of thing it is: not the magazines of a rifle."""
        return noun is None or noun in ARMS or noun == self.kind or self.kind.endswith(f" {noun}")


def make_of(following: str) -> Make | None:
    """The make that the words after a number name; None where they name none that is known."""
    at = 0
    for _ in range(AHEAD + 1):
        match = NAMED.match(following, at)
        name = BREAKS.sub("", match[1]).lower() if match is not None else ""
        found = makes().get(name) or makes().get(name.removesuffix("s"))
        if match is not None and found is not None:
            return Make(found[1], found[0], match.end())
        word = WORD.match(following, at)
        if word is None:
            return None
        at = word.end()
    return None


@cache
def makes() -> dict[str, tuple[str, str]]:
    """Kind and name of each make, by how it is written."""
    return {make: (kind, name) for make, kind, name in rows("makes.tsv")}
