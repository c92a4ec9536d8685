"""What the trained encoder says of names.

In: a report's scores and its tokens. Out: `Heard`: raw names by tokens, and how likely any tokens are of a name of
each class of names.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice, pairwise, takewhile
from math import log

import numpy as np
from numpy.typing import NDArray

from reportedly.annotate import lexicon
from reportedly.annotate.parse import RawName
from reportedly.encoder.decode import Scored, log_softmax, names
from reportedly.encoder.heads import TAGS
from reportedly.encoder.labels import words_in
from reportedly.model import Token

LABELS = {
    "Person": "PERSON", "Organization": "ORG", "Location": "GPE", "Facility": "FAC", "NORP": "NORP", "Date": "DATE",
    "Misc": "WORK_OF_ART", "Product": "PRODUCT", "Money": "MONEY",
}  # fmt: skip
"""The OntoNotes label that a name of each class of the encoder is taken in under."""

CLASSES = {
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place", "NORP": "people",
    "Misc": "other", "Product": "other",
}  # fmt: skip
"""The class of names of each class of the encoder; what is of another is no name."""

LEAST = 0.2
"""The share that is left to a class that the encoder rules out: it is wrong more often than it thinks."""

LEADING = ("VB", "IN", "TO", "CC", "RB", "JJ")
"""Tags of words in small letters before a name that the encoder sometimes takes in: "of Aral", "southern Aral"."""

WHOLE = frozenset({"ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW"})
"""Labels of names of many words, of which the encoder sometimes has a part."""


class Heard:
    """The encoder's word on the names of one report."""

    def __init__(self, scored: Scored, tokens: Sequence[Token]) -> None:
        self.scored = scored
        self.tokens = tokens

    def beside(self, parsers: Iterable[RawName]) -> Iterator[RawName]:
        """The encoder's names and the parser's, those to be kept before others that overlap them first."""
        parsers = list(parsers)
        labels = {(name.first, name.last): name.label for name in parsers}
        raw = list(self.raw())
        bodies = {self.tokens[name.first].text for name in raw if name.label == "ORG" and name.last - name.first == 1}
        cut = [each for name in raw for each in mended(self.tokens, name, labels, bodies)]
        own = list(unglued(self.tokens, cut))
        yield from (name for name in parsers if is_whole(self.tokens, name, own))
        yield from own
        yield from parsers

    def raw(self) -> Iterator[RawName]:
        """The encoder's names in text order."""
        starts = [token.start for token in self.tokens]
        ends = [token.end for token in self.tokens]
        for start, end, name in names(self.scored):
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first < last:
                yield RawName(first, last, LABELS[name])

    @cached_property
    def sums(self) -> Mapping[str, NDArray[np.float64]]:
        """For each class the sum of its shares over all words before each word, and over all."""
        every = np.exp(log_softmax(self.scored.of("names"))).astype(np.float64)
        found = {name: np.zeros(len(every) + 1) for name in (*CLASSES.values(), "none")}
        for at, label in enumerate(TAGS["names"]):
            found[CLASSES.get(label[2:], "none")][1:] += every[:, at].cumsum()
        return found

    def weights(self, spots: Sequence[tuple[int, int]]) -> dict[str, float]:
        """For each class the logarithm of its share of all words of these stretches of tokens; {} without any."""
        words = [words_in(self.scored.report.words, *self.chars(first, last)) for first, last in spots]
        inside = [pair for pair in words if pair]
        count = sum(last - first for first, last in inside)
        if not count:
            return {}
        shares = {name: sum(row[b] - row[a] for a, b in inside) / count for name, row in self.sums.items()}
        return {name: log(max(share, 0.0) + LEAST) for name, share in shares.items()}

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens."""
        return self.tokens[first].start, self.tokens[last - 1].end


def mended(
    tokens: Sequence[Token], name: RawName, labels: Mapping[tuple[int, int], str], bodies: Set[str]
) -> Iterator[RawName]:
    """A name of the encoder without small words around it, and cut where it is several names in a row.

    What is cut out of a place's name has the parser's label in `labels` where it has one; `bodies` are names of one
    word that the encoder takes for bodies elsewhere in the report.
    """
    first, last, label = without_small_words(tokens, *name)
    if label == "ORG" and last - first > 1 and is_short_title(tokens[last - 1]):
        last -= 1
    inside = range(first, last)
    if len(inside) > 1 and all(tokens[i].lower in lexicon.countries() for i in inside):
        yield from (RawName(i, i + 1, label) for i in inside)
    elif label == "GPE":
        cuts = [i for i in inside if tokens[i].text in (",", "in")]
        parts = [(a + 1, b) for a, b in pairwise((first - 1, *cuts, last)) if a + 1 < b]
        yield from (RawName(*part, labels.get(part, label) if cuts else label) for part in parts)
    else:
        size = own_size(tokens, first, last, label, bodies)
        yield from (RawName(a, b, label) for a, b in ((first, first + size), (first + size, last)) if a < b)


def unglued(tokens: Sequence[Token], names: Sequence[RawName]) -> Iterator[RawName]:
    """The names, two that a hyphen joins apart where each is known or stands by itself elsewhere ("Aral-Norvane")."""
    alone = {tokens[name.first].text for name in names if name.last - name.first == 1}
    for name in names:
        first, last, label = name
        pair = label != "DATE" and last - first == 3 and tokens[first + 1].text in ("-", "–")
        if pair and all(is_alone(tokens[i].text, alone) for i in (first, last - 1)):
            yield RawName(first, first + 1, label)
            yield RawName(last - 1, last, label)
        else:
            yield name


def is_alone(word: str, alone: Set[str]) -> bool:
    """Whether a word is a name by itself, in the report or in a lexicon."""
    return (
        word in alone or lexicon.is_known(word) or word in lexicon.place_names() or word.lower() in lexicon.countries()
    )


def own_size(tokens: Sequence[Token], first: int, last: int, label: str, bodies: Set[str]) -> int:
    """How many words at the beginning are a name of their own: a known body before a person, a nation before a body."""
    word = tokens[first]
    body = word.text.isupper() and (word.text in bodies or lexicon.is_known(word.text))
    body = body and label == "PERSON" and last - first > 1
    nation = label in ("ORG", "NORP") and last - first == 2 and word.lower in lexicon.nationalities()
    return int(body or (nation and lexicon.known_names().get(tokens[last - 1].text, ("",))[0] == "organisation"))


def is_short_title(token: Token) -> bool:
    """Whether a token is a title in two or three capital letters, as behind a body ("VMA SP")."""
    return len(token.text) < 4 and token.text.isupper() and token.lower in lexicon.titles()


def without_small_words(tokens: Sequence[Token], first: int, last: int, label: str) -> RawName:
    """A name without words in small letters before and behind it, particles apart."""
    particles = lexicon.word_set("name_particles")
    while last - first > 1 and tokens[first].text.islower() and tokens[first].tag.startswith(LEADING):
        if tokens[first].lower in particles or tokens[first].end == tokens[first + 1].start:
            break
        first += 1
    while last - first > 1 and tokens[last - 1].text.islower() and tokens[last - 2].end < tokens[last - 1].start:
        last -= 1
    return RawName(first, last, label)


def is_whole(tokens: Sequence[Token], name: RawName, heard: Sequence[RawName]) -> bool:
    """Whether a name of the parser, no person's and no place's, holds all names of the encoder that it touches.

    "Norvane Army" where the encoder has "Norvane", and "Army" by itself or not at all.
    """
    if name.label not in WHOLE or any(token.tag == "POS" for token in tokens[name.first : name.last]):
        return False
    at = bisect_right(heard, name.first, key=lambda each: each.last)
    touching = list(takewhile(lambda each: each.first < name.last, islice(heard, at, None)))
    return bool(touching) and name.first <= touching[0].first and touching[-1].last <= name.last
