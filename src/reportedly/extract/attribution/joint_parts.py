"""Source and content by rules and encoder together: what each word near a cue is most likely to be.

In: triples as syntax and quotation marks give them, and what the encoder tells. Out: the same triples with the source
and content for which both speak. What the encoder does not look at, being too far off, stays as the rules have it.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reportedly.encoder.heads import MEMBERS
from reportedly.encoder.labels import runs
from reportedly.extract.attribution.contents import Tokens, around, pieces, trim
from reportedly.extract.attribution.heard import Floats, Heard
from reportedly.extract.attribution.links import CITING, asserting_sense
from reportedly.extract.attribution.trees import Trees
from reportedly.extract.attribution.triples import Triple
from reportedly.extract.lexicon import table

Flags = NDArray[np.bool_]

SOURCE, CONTENT = MEMBERS.index("source"), MEMBERS.index("content")

RULED_SOURCE, RULED_CONTENT = 2.0, 0.25
"""How much the rules' word adds to a token's log-share of being of the source, of the content."""

ASSERTED = 2.0
"""The same, beside it, for a cue that asserts something by the lexicon of senses: its constructions are well known."""

QUOTED = 4.0
"""What a quotation that the rules give to the cue adds: quotation marks are surer than any score."""

SWITCH = 1.0
"""What it costs that a token is something else than the one before, except where the rules have a bound."""

TOLD_OF = frozenset({"ask", "question", "challenge", "press", "quiz", "grill", "interview", "expect", "assume", "know"})
"""Verbs whose passive has no source in its subject, beside those of the lexicon of senses."""

ASIDE = 3.0
"""What is taken from the content's score of tokens between a cue and the "that" of what it says."""

CUT = 8.0
"""What it costs that only a part of what the rules have an asserting cue say is kept."""

FORBIDDEN = -1e6


def with_joint_parts(trees: Trees, heard: Heard, found: Sequence[Triple], sure: Container[int]) -> list[Triple]:
    """The triples with source and content by both, in text order of their cues.

    Those whose cue's head is in `sure` stay as they are, and so do those of "citing": the rules read them best.
    """
    quoted = np.zeros(len(trees.doc.tokens), bool)
    for quotation in trees.doc.quotations:
        quoted[quotation.first : quotation.last] = True
    kept: list[Triple] = []
    asked: list[Triple] = []
    for each in found:
        is_sure = each.head in sure or trees.token(each.head).lower in CITING
        (kept if is_sure else asked).append(each)
    near = heard.around([(each.cue, trees.sentence(each.head)) for each in asked])
    kept.extend(joint(trees, each, *told, quoted) for each, told in zip(asked, near, strict=True))
    return sorted(kept, key=lambda each: each.head)


def joint(trees: Trees, each: Triple, start: int, shares: Floats, quoted: Flags) -> Triple:
    """A triple with the likeliest row of labels for the tokens from `start` on; one piece alone is its source."""
    end = start + len(shares)
    is_known = bool(each.content) and asserting_sense(trees, each) is not None
    scores = ruled(each, start, shares, quoted[start:end], ASSERTED if is_known else 0.0)
    if is_known:
        scores[within(aside(trees, each), start, end), CONTENT] -= ASIDE
    if each.source is None and is_told_of(each):
        scores[: max(0, each.cue[0] - start), SOURCE] = FORBIDDEN
    free, held = bounds(each, start, end), inner(each, start, end) if is_known else np.zeros(end - start, bool)
    path = likeliest(scores, free, held)
    sources = [(start + first, start + last) for first, last in runs(path == SOURCE)]
    source, head = best_source(trees, each, sources, start, scores, is_known)
    if len(sources) > 1 and source is not None:
        scores[: max(0, source[0] - start), SOURCE] = scores[max(0, source[1] - start) :, SOURCE] = FORBIDDEN
        path = likeliest(scores, free, held)
    contents = [(start + first, start + last) for first, last in runs(path == CONTENT)]
    far = [part for piece in each.content for part in around(piece, [(start, end)])]
    content = pieces(trees.doc, (*contents, *far), each.cue, source)
    return replace(each, source=source, source_head=head, content=content or each.content)


def is_told_of(each: Triple) -> bool:
    """Whether the cue is a passive of saying, thinking or asking, whose subject says nothing: "is expected to".

    A suspicion is as a rule that of whoever tells of it.
    """
    lemma, sort = each.key.rsplit("/", 1)
    return sort == "P" and lemma != "suspect" and (lemma in table("cue_senses.tsv") or lemma in TOLD_OF)


def aside(trees: Trees, each: Triple) -> Tokens:
    """The tokens between a cue and the "that" with which the rules' content begins; none where it does not."""
    first = next((piece[0] for piece in each.content if piece[0] >= each.cue[1]), each.cue[1])
    opens = first > each.cue[1] and trees.token(first).lower == "that"
    return (each.cue[1], first) if opens else (first, first)


def bounds(each: Triple, start: int, end: int) -> set[int]:
    """The places, counted from `start`, at which the rules have a bound of cue, source or content."""
    known = (piece for piece in (each.cue, each.source, *each.content) if piece is not None)
    return {edge - start for piece in known for edge in piece if start < edge < end}


def inner(each: Triple, start: int, end: int) -> Flags:
    """Which tokens go on with a piece of the rules' content."""
    found = np.zeros(end - start, bool)
    for piece in each.content:
        part = within(piece, start, end)
        found[part.start + 1 : part.stop] = True
    return found


def ruled(each: Triple, start: int, shares: Floats, quoted: Flags, more: float) -> Floats:
    """The encoder's log-shares of the tokens from `start` on with what the rules add; the cue is nothing else."""
    scores = shares.copy()
    end = start + len(scores)
    if each.source is not None:
        scores[within(each.source, start, end), SOURCE] += RULED_SOURCE + more
    for piece in each.content:
        part = within(piece, start, end)
        scores[part, CONTENT] += RULED_CONTENT + more + QUOTED * quoted[part]
    scores[within(each.cue, start, end), 1:] = FORBIDDEN
    return scores


def within(piece: Tokens, start: int, end: int) -> slice:
    """The tokens of a piece that lie between `start` and `end`, counted from `start`."""
    return slice(max(piece[0] - start, 0), max(min(piece[1], end) - start, 0))


def likeliest(scores: Floats, free: set[int], held: Flags) -> NDArray[np.int64]:
    """The row of labels with the greatest sum of scores less the cost of its switches.

    A switch costs nothing at a `free` place and more at a `held` one. Neighbours that prefer the same label are taken
    as one, since nothing is won by a switch between them.
    """
    prefers = scores.argmax(1)
    cuts = sorted({0, *free, *(np.flatnonzero(np.diff(prefers)) + 1).tolist()})
    sums = np.add.reduceat(scores, cuts, axis=0).tolist()
    total, back = sums[0], []
    for cut, own in zip(cuts[1:], sums[1:], strict=True):
        cost = 0.0 if cut in free else CUT if held[cut] else SWITCH
        top = max(range(len(total)), key=total.__getitem__)
        before = [label if total[label] >= total[top] - cost else top for label in range(len(total))]
        total = [total[old] - (cost if old != label else 0.0) + own[label] for label, old in enumerate(before)]
        back.append(before)
    labels = [max(range(len(total)), key=total.__getitem__)]
    for before in reversed(back):
        labels.append(before[labels[-1]])
    lengths = [last - first for first, last in pairwise((*cuts, len(scores)))]
    return np.repeat(labels[::-1], lengths)


def best_source(
    trees: Trees, each: Triple, found: list[Tokens], start: int, scores: Floats, is_fixed: bool
) -> tuple[Tokens | None, int | None]:
    """The source and its head: the piece with the rules' head, else the likeliest one, else what the rules have.

    Where it is fixed, another piece than that of the rules is taken only if the rules have none.
    """
    found = [piece for piece in (trim(trees.doc, *whole) for whole in found) if piece[0] < piece[1]]
    if not found:
        return each.source, each.source_head
    head = each.source_head
    for piece in found:
        if head is not None and piece[0] <= head < piece[1]:
            return piece, head
    if is_fixed and head is not None:
        return each.source, head
    best = max(found, key=lambda piece: float(scores[piece[0] - start : piece[1] - start, SOURCE].sum()))
    return best, head_of(trees, best)


NOUNS = ("NOUN", "PROPN", "PRON")


def head_of(trees: Trees, piece: Tokens) -> int:
    """The token that carries a phrase: the first noun whose head lies outside, else the first such token."""
    tops = [t for t in trees.doc.tokens[piece[0] : piece[1]] if not piece[0] <= t.head < piece[1] or t.head == t.i]
    return next((t.i for t in tops if t.pos in NOUNS), tops[0].i)
