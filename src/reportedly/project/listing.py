"""An event or tie as it is listed, from the claims that tell of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from reportedly.days import bounds
from reportedly.link.accounts import Told, event_id, order_key
from reportedly.linked import EventRow


class Seen(NamedTuple):
    """First and last day (`2025-05-02`, None where open), and whether an account gives one."""

    is_dated: bool
    earliest: str | None
    latest: str | None


def listed(tolds: Sequence[Told], size: int) -> EventRow:
    """The event or tie of these claims, in order of content, `size` of which stand.

    An event has the commonest type and mode, and the narrowest days that its accounts give; a tie was there from the
    first to the last day that any account gives.
    """
    first = tolds[0].claim
    kinds = Counter((each.claim.type, each.claim.mode) for each in tolds)
    kind = min(kinds, key=lambda k: (-kinds[k], str(k)))
    days = span_of(map(seen, tolds)) if first.kind == "tie" else narrowest(tolds)
    return EventRow(event_id(tolds[0]), first.kind, kind[0], kind[1], first.tie, *days, size)


def seen(told: Told) -> Seen:
    """The days that one claim gives."""
    if told.days is None:
        return Seen(False, *bounds(told.claim.time.edtf if told.claim.time else None))
    first, last = (None if day is None else date.fromordinal(day).isoformat() for day in told.days)
    return Seen(True, first, last)


def narrowest(tolds: Sequence[Told]) -> Seen:
    """The days of the claim that leaves the fewest open, of several the first in order of content."""
    dated = [each for each in tolds if each.days is not None]
    return seen(min(dated or tolds, key=lambda told: (length(told), order_key(told))))


def span_of(found: Iterable[Seen]) -> Seen:
    """From the first to the last day of those that are dated; the first of all where none is."""
    every = list(found)
    dated = [each for each in every if each.is_dated]
    if not dated:
        return every[0]
    earliest = min((each.earliest for each in dated if each.earliest is not None), default=None)
    return Seen(True, earliest, max((each.latest for each in dated if each.latest is not None), default=None))


def length(told: Told) -> int:
    """How many days a claim leaves possible."""
    return told.days.length if told.days is not None else 1_000_000
