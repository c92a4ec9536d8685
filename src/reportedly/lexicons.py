"""The reviewed data files of the stages, each read once a process.

In: a stage's package and a file's name in its folder `lexicons`. Out: the rows of the file, split at tabs, without the
header lines that begin with `#`; its first column; or its first two columns as a table.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(package: str, name: str) -> Iterator[list[str]]:
    """The rows of a lexicon, in the order of the file."""
    text = files(package).joinpath("lexicons", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The first column of a lexicon."""
    return frozenset(row[0] for row in rows(package, name))


@cache
def entries(package: str, name: str) -> dict[str, str]:
    """The first column of a lexicon with what stands in the second; of a word that comes twice the later."""
    return {row[0]: row[1] for row in rows(package, name)}
