"""Who says what: every source, cue and content of a report, and the chain that leads to a trigger."""

from reportedly.model import Annotated, Attribution, Link


def attributions(doc: Annotated) -> tuple[Attribution, ...]:
    """Every attribution of the report, in text order of its cue."""
    return ()


def chain(doc: Annotated, found: tuple[Attribution, ...], head: int) -> tuple[Link, ...]:
    """The links whose content holds token `head`, outermost first; empty for the publisher's own voice."""
    return ()
