"""Place names to GeoNames entries: which of the places of a name a report means.

In: a report's place names. Out: `Place` values; a name whose candidates are near equal stays unresolved. A candidate's
score is the sum of what speaks for it: its kind and people, the countries that the report names, a place named right
beside it ("Doha, Qatar"), and the places around it.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from reportedly.ground.gazetteer import Candidate, candidates, countries, peoples
from reportedly.ground.overlap import overlapping
from reportedly.model import Annotated, Mention, Place, Span

KIND_WEIGHT = {"country": 6.0, "area": 5.0, "region": 3.2, "capital": 3.0, "city": 1.0, "district": 0.6, "town": 0.0}
"""What a kind counts for by itself: bare names mean countries before regions before cities."""

PEOPLE_WEIGHT = 1.3
"""What each power of ten of people counts for."""

AREA_PEOPLE = 1_000_000
"""The people that an area counts with; the table has none for areas."""

SEAT_WEIGHT = -4.0
"""What a region loses to a city of its name in it: a bare "Aleppo" is the city."""

OTHER_NAME = -1.5
"""What a name that is not a place's first one costs."""

COUNTRY_WEIGHT = 3.0
REGION_WEIGHT = 2.5
BESIDE_WEIGHT = 8.0
NEAR_WEIGHT = 2.0
KIND_SAID_WEIGHT = 4.0
NEAR_KM = 250.0
MARGIN = 0.6
"""The least lead of the best candidate over the next one elsewhere."""

SURE = 2.0
"""The lead from which a place helps to decide about others."""

ANCHORS = 60
"""How many of a report's sure places are looked at for nearness; a gazette names thousands."""

SAME_KM = 60.0
"""Two candidates nearer than this are one place for the reader: a city and its region."""

KIND_WORDS = {
    "province": "region", "state": "region", "governorate": "region", "region": "region", "oblast": "region",
    "prefecture": "region", "emirate": "region", "canton": "region", "territory": "region", "voivodeship": "region",
    "department": "region", "county": "district", "district": "district", "municipality": "district",
    "subdistrict": "district", "parish": "district", "raion": "district", "tehsil": "district", "commune": "district",
    "borough": "district", "division": "region", "city": "city", "town": "city", "village": "city", "suburb": "city",
    "neighbourhood": "city", "neighborhood": "city", "township": "city", "port": "city", "capital": "city",
}  # fmt: skip
"""Words beside a name that say what kind of place it is."""

FITTING = {"region": ("region", "area"), "district": ("district", "region"), "city": ("city", "capital", "town")}
BEFORE = re.compile(
    r"^(?:the |its |their )?(?:(?:north|south|east|west|central|upper|lower|rural|northern|southern|eastern|western|"
    r"northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|south-eastern|south-western|"
    r"far|outer|inner|greater|downtown|coastal|occupied|rebel-held|government-held|besieged|nearby|neighbouring|"
    r"neighboring) )+(?=[A-Z])|^(?:the |its )"
)
KIND_BEFORE = re.compile(rf"^(?:the )?(?i:({'|'.join(KIND_WORDS)})s?) of (?=[A-Za-z])")
KIND_AFTER = re.compile(rf"(?:[ -]({'|'.join(KIND_WORDS)})s?)$", re.IGNORECASE)
BESIDE = re.compile(r"(?:,| \(| in| near)(?: the)?(?: \w+ern)? ?$|^$")
WORD = re.compile(r"[A-Z][\w’'-]+")


class Spotted(NamedTuple):
    """A place name in the text and the name without its qualifiers, with the kind that they say, if any."""

    span: Span
    name: str
    kind: str | None


class Ranked(NamedTuple):
    """A candidate with its score."""

    score: float
    candidate: Candidate


def resolve(text: str, spans: Sequence[Span]) -> list[Candidate | None]:
    """For each span the place that it means, None where none fits or two fit alike.

    Spans are in text order. One name means one place throughout the text.
    """
    spotted = [stripped(text, span) for span in spans]
    found: dict[tuple[str, str | None], Candidate | None] = {}
    keys = [(each.name, each.kind) for each in spotted]
    talk = country_evidence(text, spotted)
    beside = neighbours(text, spotted)
    options = {key: lookup(key[0]) for key in keys}
    first = {key: ranked(options[key], key[1], talk, beside.get(key, ()), ()) for key in options}
    sure = (r[0].candidate for r in first.values() if r and lead(r) > SURE)
    anchors = tuple(islice((c for c in sure if c.kind != "country"), ANCHORS))
    for key, ranking in first.items():
        if len(ranking) > 1:
            around = tuple(a for a in anchors if a.id != ranking[0].candidate.id)
            ranking = ranked(options[key], key[1], talk, beside.get(key, ()), around)
        found[key] = chosen(ranking)
    return [found[key] for key in keys]


def stripped(text: str, span: Span) -> Spotted:
    """A name without what only qualifies it: "the city of Raqqah", "northern Syria", "Sadao district"."""
    whole = span.of(text)
    name = whole if candidates(whole) else BEFORE.sub("", whole)
    match = KIND_BEFORE.match(name)
    if match:
        return Spotted(span, name[match.end() :], KIND_WORDS[match[1].lower().rstrip("s")])
    match = KIND_AFTER.search(name)
    if match:
        kind = KIND_WORDS[match[1].lower().rstrip("s")]
        return Spotted(span, name if candidates(name) else name[: match.start()], kind)
    after = re.match(r" ([a-z]+)", text[span.end : span.end + 16])
    return Spotted(span, name, KIND_WORDS.get(after[1]) if after else None)


def lookup(name: str) -> tuple[Candidate, ...]:
    """The candidates of a name; a word for a people means its country."""
    country = countries().get(peoples().get(name, ""))
    return candidates(name) if country is None else (country,)


def country_evidence(text: str, spotted: Iterable[Spotted]) -> dict[str, float]:
    """How much of the report's talk of countries and peoples goes to each country, 0 to 1 in all."""
    counts: Counter[str] = Counter()
    words = peoples()
    for match in WORD.finditer(text):
        code = words.get(match[0])
        if code:
            counts[code] += 1
    for each in spotted:
        found = candidates(each.name)
        sure = {c.country for c in found if c.kind in ("country", "region")} or {c.country for c in found}
        if len(sure) == 1:
            counts.update(sure)
    total = sum(counts.values())
    return {code: n / total for code, n in counts.items()}


def neighbours(text: str, spotted: Sequence[Spotted]) -> dict[tuple[str, str | None], tuple[Candidate, ...]]:
    """For each name the larger places named right after it ("Doha, Qatar", "Tyre in southern Lebanon")."""
    found: dict[tuple[str, str | None], tuple[Candidate, ...]] = {}
    for left, right in pairwise(spotted):
        between = text[left.span.end : right.span.start]
        if len(between) < 20 and BESIDE.search(between) and between:
            larger = tuple(c for c in lookup(right.name) if c.kind in ("country", "region", "district", "area"))
            key = (left.name, left.kind)
            found[key] = found.get(key, ()) + larger
    return found


def ranked(
    options: Iterable[Candidate], kind: str | None, talk: dict[str, float], beside: Sequence[Candidate],
    around: Sequence[Candidate],
) -> list[Ranked]:  # fmt: skip
    """The candidates with their scores, best first; equal scores in the order of ids."""
    seats = {c.region for c in options if c.kind in ("city", "capital") and not c.other}
    scored = (
        Ranked(score(c, kind, talk, beside, around) + SEAT_WEIGHT * (c.id in seats and kind is None), c)
        for c in options
    )
    return sorted(scored, key=lambda r: (-r.score, r.candidate.id))


def score(
    c: Candidate, kind: str | None, talk: dict[str, float], beside: Sequence[Candidate],
    around: Sequence[Candidate],
) -> float:  # fmt: skip
    """What speaks for a candidate, summed; see the weights."""
    people = AREA_PEOPLE if c.kind == "area" else c.population
    total = KIND_WEIGHT[c.kind] + PEOPLE_WEIGHT * math.log10(people + 10) + OTHER_NAME * c.other
    total += COUNTRY_WEIGHT * math.sqrt(talk.get(c.country, 0.0))
    if kind is not None:
        total += KIND_SAID_WEIGHT * (c.kind in FITTING[kind])
    if any(holds(larger, c) for larger in beside):
        total += BESIDE_WEIGHT
    if around:
        near = sum(distance(c, other) < NEAR_KM for other in around)
        total += NEAR_WEIGHT * min(1.0, near / 2)
        total += REGION_WEIGHT * (c.region != 0 and any(c.region in (o.region, o.id) for o in around))
    return total


def holds(larger: Candidate, c: Candidate) -> bool:
    """Whether a country, region or area holds a place."""
    if larger.id == c.id:
        return False
    if larger.kind == "country":
        return larger.country == c.country
    if larger.kind == "region":
        return c.region == larger.id
    return distance(larger, c) < NEAR_KM


def lead(ranking: Sequence[Ranked]) -> float:
    """How far the best candidate leads over the next one elsewhere; infinite where it stands alone."""
    best = ranking[0]
    rest = (r.score for r in ranking[1:] if not same_place(r.candidate, best.candidate))
    return best.score - next(rest, -math.inf)


def same_place(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are one place for the reader: close by, or a city and the region that it names."""
    return distance(a, b) <= SAME_KM or a.region == b.id or b.region == a.id


def chosen(ranking: Sequence[Ranked]) -> Candidate | None:
    """The best candidate, None where there is none or its lead is under MARGIN."""
    return ranking[0].candidate if ranking and lead(ranking) >= MARGIN else None


def distance(a: Candidate, b: Candidate) -> float:
    """Kilometres between two places, on a sphere (haversine)."""
    lat, lon, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


class Grounded(NamedTuple):
    """A report's place names and what each means."""

    spans: tuple[Span, ...]
    means: tuple[Candidate | None, ...]
    names: tuple[str, ...]


def grounded_places(doc: Annotated, more: Iterable[Span] = ()) -> Grounded:
    """The report's place names resolved, in text order; `more` are spans to read as place names too.

    Place names are the names that `annotate` calls an address, and those of countries.
    """
    found = {m.span: entity_name(doc, m) for m in doc.mentions if m.form == "name" and is_place(doc, m)}
    known = sorted(found)
    end = 0
    for span in sorted(more):
        if span.start >= end and not overlapping(known, span):
            found[span], end = None, span.end
    spans = sorted(found)
    text = doc.report.text
    means = resolve(text, spans)
    names = tuple(found[span] or stripped(text, span).name for span in spans)
    return Grounded(tuple(spans), tuple(means), names)


def is_place(doc: Annotated, mention: Mention) -> bool:
    """Whether a name is an address or a country's."""
    if mention.schema == "Address":
        return True
    return mention.schema == "PublicBody" and any(c.kind == "country" for c in candidates(doc.text_of(mention.span)))


def entity_name(doc: Annotated, mention: Mention) -> str | None:
    """The fullest name of what a mention means, None where that was not told."""
    return None if mention.entity is None else doc.entities[mention.entity].name


def place(name: str, span: Span, means: Candidate | None) -> Place:
    """A `Place` with its entry; areas of our own table have coordinates and no GeoNames id."""
    if means is None:
        return Place(name, span)
    id_ = means.id if means.id > 0 else None
    return Place(name, span, id_, round(means.lat, 3), round(means.lon, 3), means.country or None)


def places(doc: Annotated) -> tuple[Place, ...]:
    """Every place name of the report, in text order; without an entry where none fits or two fit alike."""
    found = grounded_places(doc)
    return tuple(map(place, found.names, found.spans, found.means))


def placed(doc: Annotated, found: Grounded, phrase: Place) -> Place:
    """The place of a claim with its entry: of the names in its phrase the one that lies in all the others.

    A phrase of two places apart ("Aleppo and Homs") keeps its words and gets no entry; a description ("the North
    African nation") takes the entry of the name that it means.
    """
    told = told_before(doc, found, phrase)
    inside = [told] if told is not None else list(overlapping(found.spans, phrase.span))
    inside = inside or described(doc, found, phrase.span)
    known = [i for i in inside if found.means[i] is not None]
    if len(inside) == 1:
        return place(found.names[inside[0]], phrase.span, found.means[inside[0]])
    for i in known:
        c = found.means[i]
        if c and all(o is c or (o and holds(o, c)) for o in (found.means[j] for j in inside)):
            return place(found.names[i], phrase.span, c)
    return Place(phrase.name, phrase.span)


def told_before(doc: Annotated, found: Grounded, phrase: Place) -> int | None:
    """The name that a phrase without it refers to ("the village", of which was told before as Arna), or None."""
    if phrase.name in doc.text_of(phrase.span):
        return None
    return next((i for i, span in enumerate(found.spans) if doc.text_of(span) == phrase.name), None)


def described(doc: Annotated, found: Grounded, span: Span) -> list[int]:
    """The first name of the entity that a description in `span` means, if it is a place."""
    first = bisect_right(doc.tokens, span.start, key=lambda t: t.end)
    last = bisect_left(doc.tokens, span.end, key=lambda t: t.start)
    for i in range(first, last):
        mention = doc.mention_at.get(i)
        if mention is not None and mention.entity is not None:
            name = doc.entities[mention.entity].name
            if name in found.names:
                return [found.names.index(name)]
    return []
