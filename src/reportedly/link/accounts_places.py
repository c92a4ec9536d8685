"""Where an act was, as two accounts of it are compared.

In: a claim and its report's text. Out: a `Spot`, and how two of them stand: the same, one inside the other, apart.
"""

import math
import re
from functools import lru_cache
from typing import Literal, NamedTuple

from reportedly.link.accounts_words import stem
from reportedly.link.lexicon import words
from reportedly.link.names_body_parts import places
from reportedly.link.names_plain import plain
from reportedly.model import Claim

Relation = Literal["same", "nested", "unclear", "apart", "far"]

NEAR = 50.0
"""Kilometres up to which two places may be one: a town and a village beside it."""

EARTH = 6371.0
"""The mean radius of the earth in kilometres."""

CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]+")


class Spot(NamedTuple):
    """A place: as printed, its telling words as stems, its GeoNames id, coordinates in degrees, country code."""

    shown: str
    words: frozenset[str]
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


def spot_of(claim: Claim, text: str) -> Spot | None:
    """The claim's place, with the places among its roles; None where it gives none."""
    roles = [role.entity.name for role in claim.roles if role.entity is not None and role.entity.schema == "Address"]
    place = claim.place
    if place is None:
        if not roles:
            return None
        return Spot(roles[0], frozenset().union(*map(place_words, roles)))
    told = place_words(place.name) | place_words(place.span.of(text))
    return Spot(place.name, told.union(*map(place_words, roles)), place.geonames, place.lat, place.lon, place.country)


@lru_cache(maxsize=16384)
def place_words(name: str) -> frozenset[str]:
    """The telling words of a place: those with a capital letter, else all that carry anything."""
    found = CAPITAL.findall(name) or name.split()
    kept = (plain(word.removesuffix("'s").removesuffix("’s")) for word in found)
    return frozenset(
        stem(places().get(word, word)) for word in kept if len(word) > 2 and word not in words("function_words.tsv")
    )


def relation(a: Spot, b: Spot) -> Relation:
    """How two places stand: `far` more than 50 km apart with neither inside the other, `apart` where that is likely."""
    if a.geonames is not None and a.geonames == b.geonames:
        return "same"
    if a.words and a.words == b.words:
        return "same"
    if a.words & b.words:
        return "nested"
    if a.country and b.country and a.country != b.country:
        return "far"
    distance = kilometres(a, b)
    if distance is None:
        return "unclear"
    if is_country(a) or is_country(b) or distance <= NEAR:
        return "nested"
    return "apart"


def kilometres(a: Spot, b: Spot) -> float | None:
    """The distance along the surface of the earth; None where coordinates are not known."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    one, two = math.radians(a.lat), math.radians(b.lat)
    turn = math.radians(b.lon - a.lon)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def is_country(spot: Spot) -> bool:
    """Whether the place is a country or a large region of one."""
    return spot.shown.lower().removeprefix("the ") in words("accounts_countries.tsv")
