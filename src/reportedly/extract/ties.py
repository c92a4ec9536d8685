"""Standing ties: from titles, appositions, possessives, copulas and relational nouns."""

from reportedly.extract.draft import Draft
from reportedly.model import Annotated


def ties(doc: Annotated) -> tuple[Draft, ...]:
    """Every tie of the report, one a pair, in text order."""
    return ()
