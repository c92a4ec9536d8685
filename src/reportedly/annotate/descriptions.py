"""Described persons, groups and bodies: "two security officials", "the ministry", "Iranian police".

In: tokens with their syntax, and the names. Out: `Described` noun phrases, not yet resolved.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.annotate import lexicon
from reportedly.annotate.lexicon import Noun
from reportedly.annotate.names import Name
from reportedly.model import Annotated, Token

LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "npadvmod", "advmod", "neg"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "some", "any", "several", "many", "few", "no", "another", "each", "every", "most"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BREAKS = frozenset({"``", "''", "-LRB-", "-RRB-", ":", "."})

BODY_GROUPS = frozenset({"forces", "troops", "coalition", "opposition", "party", "clan", "tribe", "alliance", "regime"})
"""Groups that name a body when a name or nationality stands before them, beside the public bodies."""


class Described(NamedTuple):
    """A noun phrase that describes someone: tokens `first`..`last`, half-open, its head and what its noun says.

    `article` is "definite", "indefinite" or "bare"; `owner` the place of the name that makes it a body of its own
    ("Iranian police"), None for others.
    """

    first: int
    last: int
    head: int
    noun: Noun
    article: str
    plural: bool
    owner: int | None


def descriptions(doc: Annotated, names: Sequence[Name]) -> list[Described]:
    """The describing noun phrases of `doc` in text order; they never overlap."""
    name_at = {i: place for place, name in enumerate(names) for i in range(name.first, name.last)}
    known = lexicon.nouns()
    times = {i for time in doc.times for i in range(time.first, time.last)}
    weak = lexicon.word_set("weak_nouns")
    found: list[Described] = []
    end = 0
    for token in doc.tokens:
        noun = known.get(token.lower)
        if noun is None or token.i in name_at or not is_head(doc, token, names, name_at):
            continue
        described = phrase(doc, token, noun, names, name_at, end, times)
        if noun.singular in weak and described.article == "bare" and described.last - described.first == 1:
            continue
        found.append(described)
        end = described.last
    return found


def is_head(doc: Annotated, token: Token, names: Sequence[Name], name_at: dict[int, int]) -> bool:
    """Whether the token heads a noun phrase that describes someone."""
    tokens = doc.tokens
    if token.tag not in ("NN", "NNS", "NNP", "NNPS"):
        before = tokens[token.i - 1].lower if token.i else ""
        return token.lower in lexicon.word_set("nominal_adjectives") and before in (
            "the",
            "an",
            "alleged",
            "all",
            "both",
        )
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if after is None:
        return True
    possessed = token.i > 0 and tokens[token.i - 1].tag in ("PRP$", "POS")
    if not possessed and is_title_of(tokens, token.i, names, name_at):
        return False
    if after.text == "-" and after.start == token.end:
        return False
    return not (
        token.dep == "compound" and tokens[token.head].tag in NOUN_TAGS and token.head in (token.i + 1, token.i + 2)
    )


def is_title_of(tokens: Sequence[Token], i: int, names: Sequence[Name], name_at: dict[int, int]) -> bool:
    """Whether the noun, with the titles after it, stands right before a person's name."""
    known = lexicon.titles()
    after = i + 1
    while (
        after < len(tokens)
        and after not in name_at
        and tokens[after].lower in known
        and tokens[after].text[0].isupper()
    ):
        after += 1
    place = name_at.get(after)
    return place is not None and names[place].kind == "person" and names[place].first == after


def phrase(
    doc: Annotated, token: Token, noun: Noun, names: Sequence[Name], name_at: dict[int, int], end: int, times: set[int]
) -> Described:
    """The noun phrase of a head, from its first word on the left; nothing before `end` is taken."""
    tokens = doc.tokens
    first = start_of(doc, token.i, names, name_at, end, times)
    words = [tokens[i].lower for i in range(first, token.i)]
    article = "bare"
    if words:
        lead = words[0] if words[0] != "all" or len(words) < 2 else words[1]
        article = "definite" if lead in DEFINITE else "indefinite" if lead in INDEFINITE else "bare"
    plural = noun.plural and (token.tag in ("NNS", "NNPS") or noun.kind != "person" or noun.singular != token.lower)
    owner = None if article == "indefinite" else owner_of(doc, first, token, noun, names, name_at)
    return Described(first, token.i + 1, token.i, noun, article, plural, owner)


def start_of(
    doc: Annotated, head: int, names: Sequence[Name], name_at: dict[int, int], end: int, times: set[int]
) -> int:
    """The first token of a head's phrase: past brackets and quotation marks, not inside a name, not before `end`."""
    tokens = doc.tokens
    first = leftmost(doc, head)
    if doc.tokens[head].tag not in ("NN", "NNS", "NNP", "NNPS"):
        first = head - 1
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2
    for i in range(head - 1, first - 1, -1):
        if tokens[i].tag in BREAKS or tokens[i].text in "()[]" or i in times:
            first = i + 1
            break
    place = name_at.get(first)
    if place is not None and names[place].first < first:
        first = names[place].first if names[place].last <= head else head
        first -= first > 0 and tokens[first - 1].tag == "DT"
    first = max(first, end)
    while first < head and tokens[first].tag in (",", ":", "IN", "CC", "POS", "HYPH"):
        first += 1
    return first


def leftmost(doc: Annotated, head: int) -> int:
    """The first token of what stands left of `head` in its noun phrase."""
    low = head
    stack = [c for c in doc.children[head] if c < head and doc.tokens[c].dep in LEFT]
    while stack:
        place = stack.pop()
        low = min(low, place)
        stack.extend(c for c in doc.children[place] if c < place and doc.tokens[c].dep in LEFT)
    return low


def owner_of(
    doc: Annotated, first: int, token: Token, noun: Noun, names: Sequence[Name], name_at: dict[int, int]
) -> int | None:
    """The place of the name that turns the noun into a body of its own, or None."""
    if noun.kind != "public" and token.lower not in BODY_GROUPS:
        return None
    for i in range(first, token.i):
        place = name_at.get(i)
        if place is not None and doc.tokens[i].tag != "CD":
            return place
    return None
