"""What the parser and the rules say of each word of the encoder, as the linker wants it.

In: an annotated report and the encoder's words (half-open spans of characters). Out: `Parsed`, a row a word. A token
may hold several words ("U.S."); its last word stands for it, and the others depend on the next.
"""

from collections.abc import Sequence

import numpy as np

from reportedly.encoder.labels import Chars
from reportedly.encoder.referring import DEP_AT, FORMS, TAG_AT, Longs, Parsed
from reportedly.model import Annotated


def parsed_words(doc: Annotated, words: Sequence[Chars]) -> Parsed:
    """The rows of a report's words; a report without tokens has rows of nothing."""
    count = len(words)
    if not count or not doc.tokens:
        return Parsed(*(np.zeros(count, np.int64) for _ in range(10)))
    tokens = doc.tokens
    at = tokens_of(doc, words)
    first, last = edges(at, len(tokens))
    is_last = np.append(at[1:] != at[:-1], True)
    own = np.arange(count)
    above = np.array([token.head for token in tokens])
    head = np.where(is_last, np.where(above[at] == at, own, last[above[at]]), own + 1)
    lowest, highest = subtrees(doc)
    sentence = np.array([token.sentence for token in tokens])[at]
    entity, form = told(doc, last, count)
    return Parsed(
        np.array([TAG_AT.get(token.tag, 0) for token in tokens])[at],
        np.array([DEP_AT.get(token.dep, 0) for token in tokens])[at],
        head,
        np.where(is_last, np.minimum(first[lowest[at]], own), own),
        np.where(is_last, np.maximum(last[highest[at]], own), own),
        sentence,
        np.array([each.paragraph for each in doc.sentences])[sentence],
        quoted(doc, at),
        form,
        entity,
    )


def tokens_of(doc: Annotated, words: Sequence[Chars]) -> Longs:
    """The token in which each word begins."""
    starts = np.array([token.start for token in doc.tokens])
    return np.maximum(np.searchsorted(starts, np.array([start for start, _ in words]), "right") - 1, 0)


def edges(at: Longs, count: int) -> tuple[Longs, Longs]:
    """The first and the last word of each token; of a token without one, the word behind it and the one before it."""
    places = np.arange(count)
    first = np.minimum(np.searchsorted(at, places, "left"), len(at) - 1)
    last = np.maximum(np.searchsorted(at, places, "right") - 1, 0)
    return first, last


def subtrees(doc: Annotated) -> tuple[Longs, Longs]:
    """The first and the last token of all that depends on each token."""
    lowest, highest = list(range(len(doc.tokens))), list(range(len(doc.tokens)))
    order = [token.i for token in doc.tokens if token.head == token.i]
    for token in order:  # it grows while it is read: each token stands behind the one that it depends on
        order.extend(doc.children[token])
    for token in reversed(order):
        above = doc.tokens[token].head
        lowest[above], highest[above] = min(lowest[above], lowest[token]), max(highest[above], highest[token])
    return np.array(lowest), np.array(highest)


def quoted(doc: Annotated, at: Longs) -> Longs:
    """The number of each word's quotation, counted from 1; 0 outside."""
    number = np.zeros(len(doc.tokens), np.int64)
    for place, each in enumerate(doc.quotations):
        number[each.first : each.last] = place + 1
    return np.asarray(number[at])


def told(doc: Annotated, last: Longs, count: int) -> tuple[Longs, Longs]:
    """The entity that the rules tell at the head of each mention, -1 elsewhere, and the mention's form."""
    entity, form = np.full(count, -1, np.int64), np.zeros(count, np.int64)
    for mention in doc.mentions:
        word = last[mention.head]
        form[word] = FORMS.index(mention.form)
        if mention.entity is not None:
            entity[word] = mention.entity
    return entity, form
