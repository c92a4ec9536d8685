"""From phrases to values: times as EDTF, places as GeoNames entries."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta

from reportedly.days import bounds
from reportedly.ground.places import grounded_places, placed, places
from reportedly.ground.times import Told, resolved, times, timex, told
from reportedly.model import Annotated, Claim, Link, Time

AHEAD = timedelta(days=7)
"""How long after publication a time must begin that makes a noun's act a coming one."""

__all__ = ["ground", "places", "times", "timex"]


def ground(doc: Annotated, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with the values of their times and places filled in; all else stays as it is.

    A claim without a time phrase gets the bound `../<published>`, no time where the report's date is unknown. A place
    that cannot be resolved keeps its phrase.
    """
    found = told(doc)
    named = grounded_places(doc, [claim.place.span for claim in claims if claim.place])
    valued = (
        replace(
            claim,
            time=with_value(doc, found, claim.time, future=claim.factuality.temporality == "future")
            or bound(doc.report.published),
            place=claim.place and placed(doc, named, claim.place),
            attribution=tuple(link_grounded(doc, found, link) for link in claim.attribution),
        )
        for claim in claims
    )
    return tuple(foreseen(doc, claim) for claim in valued)


def foreseen(doc: Annotated, claim: Claim) -> Claim:
    """The claim, in the future where a noun carries it whose time begins well after publication.

    "The election in March", said in December. A verb has a tense of its own; where that and its time disagree, the time
    is likelier to be misread, as is a day of the week.
    """
    first = bounds(claim.time.edtf)[0] if claim.time is not None and claim.time.span is not None else None
    printed = bounds(doc.report.published)[1]
    if first is None or printed is None or claim.factuality.temporality == "future":
        return claim
    if date.fromisoformat(first) <= date.fromisoformat(printed) + AHEAD:
        return claim
    place = bisect_right(doc.tokens, claim.trigger.start, key=lambda token: token.start) - 1
    if doc.tokens[place].pos not in ("NOUN", "PROPN"):
        return claim
    return replace(claim, factuality=replace(claim.factuality, temporality="future"))


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
