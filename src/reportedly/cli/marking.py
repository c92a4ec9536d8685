"""A claim's sentence in its report with every part marked: by colour on a terminal, by brackets elsewhere.

In: a claim and its report. Out: rich texts, the passage and the legend.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from reportedly.cli.output import plain
from reportedly.model import Claim, Report, Span

CONTEXT = 300
"""Characters of the report shown before and after the sentence."""

STYLES = {
    "trigger": "bold black on yellow",
    "cue": "bold magenta",
    "source": "bold cyan",
    "role": "bold green",
    "time": "bold blue",
    "place": "bold red",
    "count": "bold yellow",
    "firmness": "underline",
}
"""How each part is drawn; where parts overlap, the one named first is shown."""


class Part(NamedTuple):
    """A marked part of the sentence: what it is, what it is called, where it stands."""

    style: str
    label: str
    span: Span


def parts(claim: Claim) -> Iterator[Part]:
    """The parts of a claim, those that win where they overlap first."""
    yield Part("trigger", "trigger", claim.trigger)
    for link in claim.attribution:
        if link.cue:
            yield Part("cue", "cue", link.cue)
    for link in claim.attribution:
        if link.source:
            yield Part("source", "source", link.source.span)
    if claim.time and claim.time.span:
        yield Part("time", "time", claim.time.span)
    if claim.place:
        yield Part("place", "place", claim.place.span)
    if claim.count:
        yield Part("count", "count", claim.count.span)
    for cue in claim.factuality.cues:
        yield Part("firmness", "firmness", cue)
    for role in sorted(claim.roles, key=lambda r: r.span.end - r.span.start):
        yield Part("role", role.role, role.span)


def marked(claim: Claim, report: Report, *, in_colour: bool) -> tuple[Text, Text]:
    """The passage around the claim's sentence with its parts marked, and the legend."""
    found = list(parts(claim))
    start, end = passage(claim, report, found)
    at: list[Part | None] = [None] * (end - start)
    for each in reversed(found):
        for i in range(max(each.span.start, start), min(each.span.end, end)):
            at[i - start] = each
    shown = Text("..." if start else "")
    for part, run in groupby(range(start, end), key=lambda i: at[i - start]):
        places = list(run)
        words = plain(report.text[places[0] : places[-1] + 1])
        inside = claim.sentence.start <= places[0] < claim.sentence.end
        shown.append_text(drawn(words, part, inside, in_colour))
    shown.append("..." if end < len(report.text) else "")
    return shown, legend(found, in_colour)


def passage(claim: Claim, report: Report, found: list[Part]) -> tuple[int, int]:
    """Characters of the report that are shown: the sentence, parts outside it, and CONTEXT around, at word bounds."""
    spans = [claim.sentence, *(p.span for p in found if abs(p.span.start - claim.sentence.start) < 2 * CONTEXT)]
    text = report.text
    start = max(0, min(s.start for s in spans) - CONTEXT)
    end = min(len(text), max(s.end for s in spans) + CONTEXT)
    while 0 < start < claim.sentence.start and not text[start - 1].isspace():
        start += 1
    while claim.sentence.end < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end


def drawn(words: str, part: Part | None, inside: bool, in_colour: bool) -> Text:
    """A run of characters: a part in its colour or in brackets, the sentence as it is, the context dimmed."""
    if part is None:
        return Text(words, style="" if inside else "dim")
    return Text(words, style=STYLES[part.style]) if in_colour else Text(f"[{part.label}: {words}]")


def legend(found: list[Part], in_colour: bool) -> Text:
    """Which colour means what; without colour, what the brackets hold."""
    if not in_colour:
        return Text("In brackets: what each part of the sentence is to the claim.")
    shown = Text("legend: ")
    for style, labels in groupby(sorted(found, key=lambda p: list(STYLES).index(p.style)), key=lambda p: p.style):
        names = sorted({part.label for part in labels})
        shown.append(" ".join(names), style=STYLES[style]).append("  ")
    return shown
