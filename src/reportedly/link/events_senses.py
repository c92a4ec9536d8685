"""The kinds of event that a phrase may tell, by its words: "passed away" and "death" are both of the kind `die`.

In: a phrase. Out: its head's plain form and the groups of `events_senses.tsv` that hold it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.link.events_phrases import Phrase
from reportedly.link.lexicon import rows

ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ation", "e"),
    ("ation", ""), ("ion", ""), ("ion", "e"), ("ment", ""), ("al", "e"), ("er", ""), ("er", "e"), ("or", "e"),
    ("or", ""),
)  # fmt: skip
"""Endings that headlines hide from the tagger and by which nouns are made of verbs, with what stood there before."""

SHORTEST_ROOT = 3
"""Letters above which what is left without an ending counts as a root."""

INFLECTIONS = 8
"""How many of the endings inflect; the rest derive another word."""


@cache
def groups() -> dict[str, frozenset[str]]:
    """For each word of the lexicon the names of its groups."""
    found: dict[str, set[str]] = {}
    for group, members in rows("events_senses.tsv"):
        for member in members.split("|"):
            found.setdefault(member, set()).add(group)
    return {word: frozenset(names) for word, names in found.items()}


def stems(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """What may stand under a word without its ending; a doubled consonant also once."""
    for ending, before in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield stem + before
            if stem[-1] == stem[-2]:
                yield stem[:-1] + before


@lru_cache(maxsize=16384)
def plain(lemma: str) -> str:
    """The lemma, or the word of the lexicon that it is an inflected form of where the tagger did not see that."""
    if lemma in groups():
        return lemma
    return next((stem for stem in stems(lemma, ENDINGS[:INFLECTIONS]) if stem in groups()), lemma)


@lru_cache(maxsize=16384)
def groups_of_word(word: str) -> frozenset[str]:
    """The groups of a word, or of the word that it is made of; none where neither is known."""
    found = groups().get(word)
    if found is None:
        found = next((groups()[stem] for stem in stems(word, ENDINGS) if stem in groups()), frozenset())
    return found


def senses(phrase: Phrase) -> frozenset[str]:
    """The groups of the phrase as a whole and of its head, verb with particle included; else of its other words."""
    known, lemmas = groups(), [*phrase.lemmas, *(p for p in phrase.particles if p not in phrase.lemmas)]
    runs = [" ".join(lemmas[i : i + 2]) for i in range(len(lemmas) - 1)]
    whole = (phrase.written, " ".join(lemmas), plain(phrase.lemma), phrase.word, *runs)
    found = frozenset().union(*(known.get(each, frozenset()) for each in whole))
    return found or groups_of_word(phrase.lemma) or frozenset().union(*map(groups_of_word, phrase.lemmas))


@lru_cache(maxsize=16384)
def roots(lemma: str) -> frozenset[str]:
    """The word and what may stand under it: two words of one family, such as a verb and its noun, share one."""
    return frozenset((lemma, *(stem for stem in stems(lemma, ENDINGS) if len(stem) > SHORTEST_ROOT)))
