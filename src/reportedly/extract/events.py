"""Events: triggers from the lexicon, participants from the syntax around them."""

from reportedly.extract.draft import Draft
from reportedly.model import Annotated


def events(doc: Annotated) -> tuple[Draft, ...]:
    """Every event of the report, in text order."""
    return ()
