"""An event or tie as first found: a trigger with its participants, before attribution and factuality."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model import Count, EventType, Place, Role, Span, TieType, Time


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making. `head` is the trigger's main token, `trigger` its span (a fixed phrase may have more).

    `time` and `place` hold phrases without a value. `told_at` is the token at which its factuality is taken where
    that is not the head: the verb that gives the number of a toll. `confidence` is 0 to 1, of this reading. `is_bare`:
    it names nobody in particular or what generally is so, and is a claim only if it lies ahead.
    """

    head: int
    trigger: Span
    kind: Literal["event", "tie"]
    type: EventType | None = None
    mode: str | None = None
    tie: TieType | None = None
    roles: tuple[Role, ...] = ()
    count: Count | None = None
    time: Time | None = None
    place: Place | None = None
    confidence: float = 0.5
    is_bare: bool = False
    told_at: int | None = None
