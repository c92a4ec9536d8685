"""The reviewed data files of this stage, read once a process.

In: a file's name under `lexicons/`. Out: its rows, split at tabs, without the header lines that begin with `#`.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the lexicon `name`, in the order of the file."""
    text = (files("reportedly.assess") / "lexicons" / name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon."""
    return frozenset(row[0] for row in rows(name))


@cache
def entries(name: str) -> dict[str, str]:
    """The first column of a lexicon with what stands in the second."""
    return {row[0]: row[1] for row in rows(name)}
