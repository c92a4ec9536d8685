"""What is said: the pieces of text that a cue attributes."""

from collections.abc import Iterable

from reportedly.extract.cues import role_of
from reportedly.extract.frames import Frame
from reportedly.extract.trees import Trees
from reportedly.extract.triples import Pieces
from reportedly.model import Annotated

Tokens = tuple[int, int]
EDGES = frozenset(",.;:-—–")
"""Marks that a piece neither begins nor ends with."""

CLAUSAL = ("ccomp", "<ccomp", "xcomp", "up", "acl", "n:acl", "advcl", "be:", "<parataxis")
"""Beginnings of the relations whose content is a clause."""


def content_pieces(trees: Trees, frame: Frame, cue: Tokens, source: Tokens | None) -> Pieces:
    """The content that hangs on the cue, without the words of cue and source; empty where the frame holds none."""
    found = []
    for part in frame.parts:
        if role_of(frame.key, part.relation) == "K":
            inside = "prep:" in part.relation and cue[0] <= part.head < cue[1]
            found.append((part.head + 1 if inside else trees.left[part.head], trees.right[part.head] + 1))
    return pieces(trees.doc, found, cue, source)


def is_clausal(frame: Frame) -> bool:
    """Whether what the frame attributes is a clause."""
    return any(p.relation.startswith(CLAUSAL) and role_of(frame.key, p.relation) == "K" for p in frame.parts)


def pieces(doc: Annotated, wanted: Iterable[Tokens], cue: Tokens, source: Tokens | None) -> Pieces:
    """The token ranges `wanted` as disjoint pieces without cue and source; a mark between two does not part them."""
    holes = set(range(*cue)) | (set(range(*source)) if source else set())
    kept = sorted({i for first, last in wanted for i in range(first, last)} - holes)
    found: list[list[int]] = []
    for i in kept:
        if found and (found[-1][1] == i or (found[-1][1] == i - 1 and i - 1 not in holes and is_edge(doc, i - 1))):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    trimmed = (trim(doc, first, last) for first, last in found)
    return tuple((first, last) for first, last in trimmed if first < last)


def is_edge(doc: Annotated, place: int) -> bool:
    """Whether the token is a mark that a piece does not begin or end with."""
    return doc.tokens[place].text in EDGES


def trim(doc: Annotated, first: int, last: int) -> Tokens:
    """The range without marks at its ends."""
    while first < last and is_edge(doc, last - 1):
        last -= 1
    while first < last and is_edge(doc, first):
        first += 1
    return first, last
