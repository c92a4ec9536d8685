"""Which words of a report tell an event of any kind, whether or not a claim was made of it.

In: an annotated report. Out: the places of its verbs, and of its nouns that are known to tell an event.
"""

from collections.abc import Iterator

from reportedly.link.events_senses import groups_of_word
from reportedly.link.lexicon import words
from reportedly.model import Annotated, Token

ACTORS = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity", "Address", "Vehicle"})
"""Schemas of what acts, or where: a noun that names or describes one of these tells no event."""

ADJECTIVAL = frozenset({"amod", "prep", "compound"})
"""Parts in which a verb or noun describes the word it hangs on: "a wanted man", "according to", "a murder trial"."""


def acts(doc: Annotated) -> Iterator[int]:
    """The places of verbs, and of nouns of a known kind of event that stand for nobody, no thing, place or time."""
    times = {i for time in doc.times for i in range(time.first, time.last)}
    for token in doc.tokens:
        if token.dep not in ADJECTIVAL and (
            token.pos == "VERB" or (token.pos == "NOUN" and token.i not in times and is_act(doc, token))
        ):
            yield token.i


def is_act(doc: Annotated, noun: Token) -> bool:
    """Whether a noun is known to tell an event and does not name or describe an actor here."""
    lemma = noun.lemma.lower()
    if lemma in words("events_things.tsv") or not groups_of_word(lemma):
        return False
    mention = doc.mention_at.get(noun.i)
    return mention is None or mention.schema not in ACTORS
