"""A source, a cue and its content in tokens, before they become spans and links."""

from dataclasses import dataclass

Pieces = tuple[tuple[int, int], ...]
"""Token ranges, half-open, in text order, disjoint."""


@dataclass(frozen=True, slots=True)
class Triple:
    """What one cue attributes to whom.

    `head` is the cue's main token, `key` its lemma and class (`say/V`), `weight` the likelihood (0 to 1) that it is a
    cue. `source_head` is the token that carries the source. `clausal` tells that a clause or a quotation, not only a
    noun phrase, is attributed. `noun` is the lemma of the verb's object, `light` tells that the
    object carries the meaning ("issued a statement"), `asks` that what is said is a question ("asked whether").
    """

    head: int
    key: str
    weight: float
    cue: tuple[int, int]
    source: tuple[int, int] | None
    source_head: int | None
    content: Pieces
    clausal: bool
    noun: str | None = None
    light: bool = False
    asks: bool = False

    def holds(self, place: int) -> bool:
        """Whether the token at `place` is part of the content."""
        return any(first <= place < last for first, last in self.content)
