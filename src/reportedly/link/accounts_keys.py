"""Blocking keys: only claims that share one are compared.

In: a claim told. Out: at most 24 strings, made of a family of acts, a telling word of a participant or place, and the
months in which the act may have been. Nothing is counted over a collection.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations, islice

from reportedly.link.accounts_card import ONCE
from reportedly.link.accounts_parties import names_in, tokens
from reportedly.link.accounts_told import Told, ordinals
from reportedly.linked import Name
from reportedly.model import Span

MOST = 24
"""Keys of one claim."""

MOST_MONTHS = 3
"""Months up to which an interval is written out; a longer one is known by its years."""

MOST_YEARS = 3
MONTH = 31
"""Days of the longest month."""

HEAD = 250
"""Characters at a report's head that name whom it is about."""

MOST_TOKENS = 6

MOST_OF_STORY = 6
"""Words of names at a report's head that make a key."""

NEAR = 3
"""Days between the publications of two reports of one story, so that those at a month's end meet the next one's."""


def keys(told: Told) -> tuple[str, ...]:
    """The claim's blocking keys, the most telling first."""
    made = tie_keys(told) if told.claim.kind == "tie" else event_keys(told)
    return tuple(islice(dict.fromkeys(made), MOST))


def tie_keys(told: Told) -> Iterator[str]:
    """For a tie the kind with a word of each end; and of any tie the two ends, so that a denied link finds it."""
    by_side = {side: words_on(told, side) for side in ("doer", "undergoer")}
    for one in by_side["doer"]:
        for two in by_side["undergoer"]:
            yield ":".join(("pair", *sorted((one, two))))


def words_on(told: Told, side: str) -> list[str]:
    """The telling words of the names on one side."""
    return sorted({word for party in told.parties if party.side == side for word in party.tokens})[:MOST_TOKENS]


def event_keys(told: Told) -> Iterator[str]:
    """For an event its report, and there the word in which a source tells a deed of violence; then the families with
    words of participants and places, by month, then by year.

    Two participants make a key without a time, for accounts that give none, as does a person with what befalls one only
    once; deaths and protests make one of their day.
    """
    yield from (f"in {told.report_id}:{each}" for each in told.families)
    if told.claim.type == "ASSAULT" and told.claim.attribution:
        yield f"said in {told.report_id}:{told.word}"
    months, years = when(told)
    names = telling(told)
    family = told.families[0]
    yield from (f"{family}:{one}+{two}" for one, two in combinations(sorted(names[:3]), 2))
    persons = sorted({word for party in told.parties if party.person for word in party.tokens})[:3]
    if told.never or family != "contact":
        yield from (f"together:{one}+{two}" for one, two in combinations(persons, 2))
    if ONCE in told.families:
        yield from (f"{ONCE}:{token}" for party in told.parties if party.person for token in party.tokens)
    if told.precise and told.days is not None and told.days.first is not None and "placed" in told.traits:
        yield f"{family}:{date.fromordinal(told.days.first)}"
    yield from story_keys(told)
    spots = at(told)
    yield from (f"{each}:{token}:{month}" for each in told.families for month in months for token in names[:3])
    yield from (f"{family}:{place}:{month}" for month in months for place in spots)
    yield from (f"{family}:{token}:{year}" for year in years for token in names[:3])
    around = sorted(context(told.text, told.claim.sentence, lead=not names))[:MOST_TOKENS]
    yield from (f"{family}:{token}:{month}" for month in months for token in around)
    if not names and not around and not spots:
        yield from (f"={told.word}:{month}" for month in months)
    yield from (f"{each}:{place}:{month}" for each in told.families[1:] for month in months for place in spots)
    yield from (f"{family}:{token}:{time}" for time in (*months, *years) for token in names[3:MOST_TOKENS])


def story_keys(told: Told) -> Iterator[str]:
    """For what a report tells at its head and that a place and a day tell: words of the names there, by month."""
    if "placed" not in told.traits or not told.leads or told.habitual:
        return
    published = None if told.printed is None else date.fromordinal(told.printed)
    months = ["undated"] if published is None else list(months_of(published.toordinal() - NEAR, published.toordinal()))
    yield from (f"story {month}:{token}" for month in months for token in sorted(told.lead.names)[:MOST_OF_STORY])


def at(told: Told) -> list[str]:
    """The claim's place: its GeoNames id and up to two of its words."""
    if told.spot is None:
        return []
    ids = [f"at {told.spot.geonames}"] if told.spot.geonames is not None else []
    return [*ids, *sorted(told.spot.words)[:2]]


@lru_cache(maxsize=512)
def context(text: str, sentence: Span, lead: bool) -> frozenset[str]:
    """Telling words of the names in a sentence, with `lead` also at its report's head: whom an act may be told of."""
    names = names_in(sentence.of(text), text) + (names_in(text[:HEAD], text) if lead else [])
    return frozenset(word for name in names for word in tokens(Name(name, "LegalEntity")))


def telling(told: Told) -> list[str]:
    """Telling words of the participants' names: those to whom it was done first, countries last, then by alphabet."""
    order = {"undergoer": 0, "either": 0, "doer": 1, "matter": 2}
    ranked = sorted((party.wide, order[party.side], word) for party in told.parties for word in party.tokens)
    return list(dict.fromkeys(word for _, _, word in ranked))


def when(told: Told) -> tuple[list[str], list[str]]:
    """The months and the years in which the act may have been; for an undated one the months around publication.

    The year of publication counts only where no month is told: an act of another month is no nearer than one of another
    year.
    """
    if told.days is not None and told.days.first is not None:
        first = told.days.first
        last = first if told.days.last is None else max(first, told.days.last)
        months = list(islice(months_of(first, last), MOST_MONTHS + 1))
        years = [str(year) for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1)]
        return (months if len(months) <= MOST_MONTHS else []), years[-MOST_YEARS:]
    if told.bound is None:
        return ["undated"], ["undated"]
    published = date.fromordinal(told.bound)
    before = date.fromordinal(max(1, published.toordinal() - published.day))
    years = [] if ordinals(told.published).length <= MONTH else [str(published.year)]
    return [f"{each:%Y-%m}" for each in (published, before)], years


def months_of(first: int, last: int) -> Iterator[str]:
    """The months from the day `first` to the day `last`, both ordinals."""
    day, end = date.fromordinal(first), date.fromordinal(last)
    year, month = day.year, day.month
    while (year, month) <= (end.year, end.month):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
