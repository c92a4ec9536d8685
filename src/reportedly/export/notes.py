"""The sentence behind a statement, with what was read from it marked. In: its claims. Out: labelled pieces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportedly.export.neutral import readable
from reportedly.export.wording import CUT
from reportedly.model import Claim, Span

LABELS = ("event", "says so", "cue", "when", "where", "how many", "how firmly", "who")
"""Kinds of mark, the first to win where two lie on the same words."""

CONTEXT = 400
"""Characters shown before the first and after the last mark of a sentence that is very long."""


class Mark(NamedTuple):
    """A range of characters, its kind (one of LABELS), and the label that is printed."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `kind` is None for unmarked words, `label` is set where a mark begins."""

    text: str
    kind: str | None = None
    label: str | None = None


def marks(claims: Iterable[Claim]) -> list[Mark]:
    """The spans of `claims` with their labels, each once."""
    found = {mark: None for claim in claims for mark in claim_marks(claim)}
    return sorted(found, key=lambda m: (m.start, LABELS.index(m.kind), m.end, m.label))


def claim_marks(claim: Claim) -> Iterator[Mark]:
    """The spans of one claim with their labels."""
    yield Mark(claim.trigger.start, claim.trigger.end, "event", claim.tie or (claim.type or "").lower())
    for link in claim.attribution:
        for reference in link.sources or ((link.source,) if link.source else ()):
            yield Mark(reference.span.start, reference.span.end, "says so", "says so")
        if link.cue:
            yield Mark(link.cue.start, link.cue.end, "cue", "cue")
    for kind, span in other_spans(claim):
        yield Mark(span.start, span.end, kind, kind)
    for role in claim.roles:
        yield Mark(role.span.start, role.span.end, "who", role.role)


def other_spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Time, place, number and the words that decided how firmly it is put."""
    if claim.time and claim.time.span:
        yield "when", claim.time.span
    if claim.place:
        yield "where", claim.place.span
    if claim.count:
        yield "how many", claim.count.span
    for cue in claim.factuality.cues:
        yield "how firmly", cue


def pieces(sentence: Span, claims: Sequence[Claim], text: str) -> list[Piece]:
    """The sentence cut where marks begin and end; on words under two marks the kind that LABELS puts first shows.

    Marks outside the sentence are left out. A sentence of more than a screen is cut to the neighbourhood of its marks.
    """
    inside = [m for m in marks(claims) if sentence.start <= m.start and m.end <= sentence.end]
    shown = neighbourhood(sentence, inside)
    edges = sorted({shown.start, shown.end, *(e for m in inside for e in (m.start, m.end))})
    found = [Piece(f"{CUT} ")] if shown.start > sentence.start else []
    labelled: set[Mark] = set()
    for start, end in pairwise(edges):
        top = min((m for m in inside if m.start <= start and end <= m.end), key=precedence, default=None)
        found.append(piece(text[start:end], top, top is not None and top not in labelled))
        labelled |= {top} if top else set()
    return found + ([Piece(f" {CUT}")] if shown.end < sentence.end else [])


def precedence(mark: Mark) -> tuple[int, int]:
    """What decides between two marks on the same words: the kind, then the shorter one."""
    return LABELS.index(mark.kind), mark.end - mark.start


def piece(text: str, mark: Mark | None, is_first: bool) -> Piece:
    """One piece; white space at its ends is kept, since words of the sentence stand on both sides."""
    inner = readable(text)
    shown = (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")
    return Piece(shown) if mark is None else Piece(shown, mark.kind, mark.label if is_first else None)


def neighbourhood(sentence: Span, inside: Sequence[Mark]) -> Span:
    """The part of a sentence to show: all of it, or CONTEXT characters around its marks."""
    if not inside or sentence.end - sentence.start <= 4 * CONTEXT:
        return Span(sentence.start, min(sentence.end, sentence.start + 4 * CONTEXT))
    start = max(sentence.start, min(m.start for m in inside) - CONTEXT)
    return Span(start, min(sentence.end, max(m.end for m in inside) + CONTEXT))
