"""Which of a report's phrases a span touches, without going through them all.

In: spans in text order that do not overlap, and a span. Out: a range of places in them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.model import Span


def overlapping(spans: Sequence[Span], span: Span) -> range:
    """The places in `spans` (in text order, apart from each other) of those that share a character with `span`."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    return range(first, max(first, bisect_left(spans, span.end, key=lambda s: s.start)))
