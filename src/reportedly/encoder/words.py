"""Text cut into words, with what its letters' case and the space around them tell.

In: a text. Out: words as half-open spans of characters (a run of letters and digits, or one other sign that is no
space), and for each word its marks: shape, gap before it, whether it stands in quotation marks.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.labels import Chars

WORD = re.compile(r"[^\W_]+|[^\s]")
SHAPES = ("none", "lower", "Title", "UPPER", "Letter", "mIxed", "digits", "d1git", "sign")
GAPS = ("inside", "glued", "space", "line", "paragraph")
QUOTED = ("outside", "quoted")
SIZES = (len(SHAPES), len(GAPS), len(QUOTED))
"""How many values each mark has."""

UPPER = SHAPES.index("UPPER")
LOWER = SHAPES.index("lower")
CASED = tuple(SHAPES.index(shape) for shape in ("lower", "Title", "UPPER", "Letter", "mIxed"))
PARAGRAPH = GAPS.index("paragraph")

Marks = NDArray[np.int8]
"""A row a word: shape, gap, quoted."""


def words(text: str) -> list[Chars]:
    """The words in text order."""
    return [match.span() for match in WORD.finditer(text)]


def marks(text: str, found: Sequence[Chars]) -> Marks:
    """The marks of each word."""
    table = np.zeros((len(found), 3), np.int8)
    is_quoted, before = False, 0
    for i, (start, end) in enumerate(found):
        word, gap = text[start:end], gap_of(text[before:start]) if i else PARAGRAPH
        if gap == PARAGRAPH:
            is_quoted = False
        closes = word == "”" or (word == '"' and is_quoted)
        opens = word == "“" or (word == '"' and not is_quoted)
        table[i] = shape_of(word), gap, is_quoted and not closes
        is_quoted = (is_quoted or opens) and not closes
        before = end
    return table


def shape_of(word: str) -> int:
    """The place in SHAPES of a word's shape."""
    if not word[0].isalnum():
        return SHAPES.index("sign")
    if any(letter.isdigit() for letter in word):
        return SHAPES.index("digits" if word.isdigit() else "d1git")
    if word.islower() or not word.isalpha():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else SHAPES.index("Letter")
    return SHAPES.index("Title" if word[0].isupper() and word[1:].islower() else "mIxed")


def gap_of(space: str) -> int:
    """The place in GAPS of what stands between two words."""
    if not space:
        return GAPS.index("glued")
    lines = space.count("\n")
    return GAPS.index("space") if not lines else GAPS.index("line") if lines == 1 else PARAGRAPH
