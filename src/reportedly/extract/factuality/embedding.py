"""Signatures of the words that decide how firmly an act is asserted, read from the lexicons of this stage.

In: the reviewed tables under `lexicons/`. Out: dictionaries by word, loaded once.
"""

from functools import cache
from typing import NamedTuple, get_args

from reportedly.extract.lexicon import rows
from reportedly.model import Certainty, Polarity, check_member

RANK = {certainty: rank for rank, certainty in enumerate(get_args(Certainty))}
"""Certainty values from firm to open; along a chain of governing words the highest rank wins."""

CONTEXTS = frozenset({"stop", "flip", "keep", "time", "reset"})
TIMES = frozenset({"same", "future", "past", "near"})


class Signature(NamedTuple):
    """What a word says of the act it governs or modifies.

    `rank` indexes RANK. `time` is same, future, past (not future) or near (future if the verb is present). `context`
    says what counts above the word: stop (nothing), flip (all; negation reverses), reset (as flip, and doubt
    below is dropped), keep (doubt and time), time (only that).
    """

    rank: int
    negative: bool
    time: str
    context: str


def signature(certainty: str, polarity: str, time: str, context: str = "flip") -> Signature:
    """The signature that four fields of a lexicon line give; "-" leaves a value as it is. Raises BadValue on others."""
    if certainty != "-":
        check_member(certainty, Certainty, "certainty")
    if polarity != "-":
        check_member(polarity, Polarity, "polarity")
    return Signature(RANK.get(certainty, 0), polarity == "negative", "same" if time == "-" else time, context)


@cache
def embeddings() -> dict[tuple[str, str, str], Signature]:
    """The signature for (word, part of speech v n a, frame); see the head of embedding.tsv for the frames."""
    found: dict[tuple[str, str, str], Signature] = {}
    for words, pos, frames, *fields in rows("embedding.tsv"):
        value = signature(*fields)
        for word in words.split(","):
            for frame in frames.split(","):
                found.setdefault((word, pos, frame), value)
    return found


@cache
def modals() -> dict[str, tuple[Signature, Signature]]:
    """For a modal's form, its signature with a plain infinitive and with a perfect one."""
    return {
        form: (signature(certainty, polarity, time), signature(perfect, polarity, "past"))
        for form, certainty, polarity, time, perfect in rows("modals.tsv")
    }


@cache
def hedges() -> dict[tuple[str, str], Signature]:
    """The signature for (word, kind), kind being adverb, adjective, determiner or pronoun."""
    return {
        (word, kind): signature(certainty, polarity, time)
        for words, kind, certainty, polarity, time in rows("hedges.tsv")
        for word in words.split(",")
    }


@cache
def clause_words() -> dict[tuple[str, str], Signature]:
    """The signature for (conjunction or preposition, kind), kind being clause, gerund or noun."""
    return {
        (word, kind): signature(*fields) for words, kind, *fields in rows("clauses.tsv") for word in words.split(",")
    }


@cache
def carriers() -> dict[str, frozenset[str]]:
    """Verbs that lend their tense, doubt and negation to an event noun, by argument: object, subject."""
    return {argument: frozenset(words.split(",")) for words, argument in rows("carriers.tsv")}


@cache
def voicing() -> dict[str, frozenset[str]]:
    """Words by what they have to do with saying: acts that say something by themselves, purposes, things said."""
    return {sort: frozenset(words.split(",")) for words, sort in rows("voicing.tsv")}
