"""How firmly an act is asserted: auxiliaries, adverbs, embedding verbs, negation, conditionals, tense."""

from reportedly.model import Annotated, Factuality


def factuality(doc: Annotated, head: int) -> Factuality:
    """The factuality of the act that token `head` names, by its innermost source, with the cue spans that decided it."""
    return Factuality()
