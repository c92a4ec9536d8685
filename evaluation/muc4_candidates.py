"""The strings of a report that may fill a role of MUC-4.

In: an annotated report. Out: `Candidate`s, a string each with all its places. A string is a noun with what stands
before it in its phrase, any part of that from the left on, with the phrase behind "of" or without it; and every name
and description that the report's reading has. GRIT's measure asks for a string of the key, so each form counts alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from evaluation import muc4_scores
from evaluation.muc4_casing import word_set
from reportedly.model import Annotated, Token

TAGS = frozenset(["NN", "NNS", "NNP", "NNPS"])
ARTICLES = frozenset(["a", "an", "the"])
QUOTES = frozenset(['"', "'", "``", "“"])
LONGEST = 12
"""Tokens of a phrase behind "of" that is taken along."""


class Place(NamedTuple):
    """Tokens `first`..`last` (half-open), the token that carries them, and where its phrase begins."""

    first: int
    last: int
    head: int
    edge: int


@dataclass(frozen=True)
class Candidate:
    """A string as the measure compares it, as it first stands in the report, and its places in text order."""

    key: str
    text: str
    places: tuple[Place, ...]


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A string as the measure compares it."""
    return muc4_scores.plain(text)


def candidates(doc: Annotated) -> list[Candidate]:
    """The candidates of a report, in the order of their first places by head; none is a bare number."""
    found: dict[str, tuple[str, list[Place]]] = {}
    seen: set[tuple[int, int]] = set()
    for place in places(doc):
        text = " ".join(doc.text_of(doc.span(place.first, place.last)).split())
        key = plain(text)
        if key and not key.isdigit() and (place.first, place.last) not in seen:
            seen.add((place.first, place.last))
            found.setdefault(key, (text, []))[1].append(place)
    return [Candidate(key, text, tuple(at)) for key, (text, at) in found.items()]


def bracketed(doc: Annotated, strings: Sequence[Candidate]) -> frozenset[tuple[str, str]]:
    """The pairs of strings, either way round, of which one stands alone in brackets behind the other."""
    tokens = doc.tokens
    alone: dict[int, list[str]] = {}
    for string in strings:
        for place in string.places:
            if place.last < len(tokens) and tokens[place.last].text == ")":
                alone.setdefault(place.first, []).append(string.key)
    found: set[tuple[str, str]] = set()
    for string in strings:
        for place in string.places:
            if place.last < len(tokens) and tokens[place.last].text == "(":
                for short in alone.get(place.last + 1, ()):
                    found.update(((string.key, short), (short, string.key)))
    return frozenset(found)


def places(doc: Annotated) -> Iterator[Place]:
    """Where candidates stand, some of them twice."""
    for token in doc.tokens:
        if token.pos in ("NOUN", "PROPN") or token.tag in TAGS or token.lower in word_set("band"):
            yield from phrases(doc, token)
    for mention in doc.mentions:
        if mention.form != "pronoun":
            first = mention.first
            while first < mention.last - 1 and doc.tokens[first].lower in ARTICLES:
                first += 1
            yield Place(first, mention.last, mention.head, first)


def phrases(doc: Annotated, token: Token) -> Iterator[Place]:
    """A noun with parts of its phrase."""
    edge = left_edge(doc, token)
    starts = [i for i in range(edge, token.i + 1) if may_begin(doc.tokens[i])]
    yield from (Place(first, token.i + 1, token.i, edge) for first in starts)
    for last in ends_behind_of(doc, token):
        yield from (Place(first, last, token.i, edge) for first in starts if first in (edge, edge + 1, token.i))


def left_edge(doc: Annotated, token: Token) -> int:
    """The first of the tokens before a noun that hang on it or on each other without a gap."""
    edge = token.i
    while edge and (before := doc.tokens[edge - 1]).sentence == token.sentence and edge <= before.head <= token.i:
        edge -= 1
    return edge


def may_begin(token: Token) -> bool:
    """Whether a candidate may begin with a token: no article, no sign but an opening quotation mark."""
    return token.lower not in ARTICLES and (token.text[0].isalnum() or token.text in QUOTES)


def ends_behind_of(doc: Annotated, token: Token) -> Iterator[int]:
    """Where a noun's phrase behind "of" ends: the whole of it, and its own noun."""
    following = token.i + 1
    if following not in doc.children[token.i] or doc.tokens[following].lower != "of":
        return
    below = sorted(doc.subtree(following))
    if below[-1] - following == len(below) - 1 and len(below) <= LONGEST:
        yield below[-1] + 1
    noun = doc.child(following, "pobj")
    if noun is not None and noun > following:
        yield noun + 1
