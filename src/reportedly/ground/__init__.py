"""From phrases to values: times as EDTF, places as GeoNames entries."""

from dataclasses import replace

from reportedly.ground.places import grounded_places, placed, places
from reportedly.ground.times import Told, resolved, times, timex, told
from reportedly.model import Annotated, Claim, Link, Time

__all__ = ["ground", "places", "times", "timex"]


def ground(doc: Annotated, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with the values of their times and places filled in; all else stays as it is.

    A claim without a time phrase gets the bound `../<published>`, no time where the report's date is unknown. A place
    that cannot be resolved keeps its phrase.
    """
    found = told(doc)
    named = grounded_places(doc, [claim.place.span for claim in claims if claim.place])
    return tuple(
        replace(
            claim,
            time=with_value(doc, found, claim.time, future=claim.factuality.temporality == "future")
            or bound(doc.report.published),
            place=claim.place and placed(doc, named, claim.place),
            attribution=tuple(link_grounded(doc, found, link) for link in claim.attribution),
        )
        for claim in claims
    )


def bound(published: str | None) -> Time | None:
    """The time of a claim that the text does not date: not after publication. None where that is unknown."""
    return Time(f"../{published[:10]}") if published else None


def link_grounded(doc: Annotated, found: Told, link: Link) -> Link:
    """A link with the value of the time at which its source spoke."""
    return link if link.time is None else replace(link, time=with_value(doc, found, link.time))


def with_value(doc: Annotated, found: Told, time: Time | None, *, future: bool = False) -> Time | None:
    """A time with its EDTF value; None for a claim without a phrase."""
    return (
        None
        if time is None or time.span is None
        else replace(time, edtf=resolved(doc, found, time.span, future=future))
    )
