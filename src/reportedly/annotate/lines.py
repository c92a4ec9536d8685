"""Where a sentence must start because of how the text is set: after a line's end, after a dateline.

In: a report's text. Out: offsets of characters. The parser may split further, never join across one of them.
"""

import itertools
import re

LINE_END = re.compile(r"[^\S\n]*\n\s*")
STOPS = tuple('.!?:…"”’)')

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"""(?m)^\s*(?=.{{3,90}}?[-–—:]\s)
    (?:[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){{0,3}}                # the town, and what it lies in
       (?:,\ [A-Z][\w.'’]+(?:\ [A-Z][\w.'’]+){{0,2}}?)?)
    (?P<date>,?\ (?:{MONTH}\ \d{{1,2}}|\d{{1,2}}\ {MONTH})(?:,?\ \d{{4}})?)?
    (?P<agency>,?\ ?\([A-Z][\w./ -]{{1,30}}\))?
    \ ?(?:--?|–|—|:)\s+(?=["“‘'A-Z0-9])""",
    re.VERBOSE,
)
"""A town, a date or an agency in brackets, and a dash: "PORT ARAL, 3 May (RWA) - "."""

WRAPPED_FROM, WRAPPED_TO = 45, 100
"""Lengths of the full lines of a text that was wrapped by hand or by a mail program."""

FULL = 0.6
"""The share of the longest line from which a line counts as full, so that the sentence runs on behind it."""


def sentence_starts(text: str) -> frozenset[int]:
    """The offsets at which a sentence starts whatever the parser thinks."""
    starts = {m.end() for m in LINE_END.finditer(text)} - run_ons(text)
    starts.update(m.end() for m in DATELINE.finditer(text) if is_dateline(m))
    return frozenset(starts)


def is_dateline(found: re.Match[str]) -> bool:
    """Whether a town and a dash are a dateline: with a date or an agency, or in capitals."""
    town = re.split(r"[,(:–—-]", found.group().strip())[0].strip()
    return bool(found["date"] or found["agency"]) or (len(town) > 3 and town.isupper() and ":" not in found.group())


def run_ons(text: str) -> frozenset[int]:
    """Offsets of lines that go on with the sentence of the line before, in a text whose lines were wrapped."""
    lines = text.split("\n")
    full = [line for line in lines if WRAPPED_FROM <= len(line) <= WRAPPED_TO]
    longest = max(map(len, lines))
    open_ended = sum(not line.rstrip().endswith(STOPS) for line in full)
    if longest > WRAPPED_TO or len(full) < 3 or 2 * open_ended < len(full):
        return frozenset()
    found, offset = set(), 0
    for line, after in itertools.pairwise(lines):
        offset += len(line) + 1
        if len(line) >= FULL * longest and after.strip() and not after.startswith((" ", "\t", "-", "*", "•")):
            found.add(offset)
    return frozenset(found)
