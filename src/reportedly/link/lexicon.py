"""The lexicons of this stage, by their files' names: all rows, the first column, the first two columns as numbers."""

from functools import cache, partial

from reportedly import lexicons

rows = partial(lexicons.rows, "reportedly.link")
words = partial(lexicons.words, "reportedly.link")


@cache
def weights(name: str) -> dict[str, float]:
    """The first column of a lexicon with the number in the second."""
    return {row[0]: float(row[1]) for row in rows(name)}
