"""How often two entities had to do with each other, as is said: events over time, new kinds, repetitions.

In: `Happening`s, each an event with its evidence, days, number of origins and pairs of entities. Out: a `Trend` for
each pair, and how many events of a kind fell within a year. Events are counted, never reports; an event that no origin
stands for counts for nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from reportedly.assess.accounts import telling
from reportedly.assess.relations import family
from reportedly.assess.slots import SIDES
from reportedly.assess.speakers import named_in
from reportedly.days import Bounds
from reportedly.linked import Account, Evidence

YEAR = timedelta(days=365)

Pair = tuple[str, str]
"""Ids of two entities, the lesser first."""


@dataclass(frozen=True)
class Happening:
    """An event as trends see it; `days` are its first and last possible day, None where open."""

    id: str
    evidence: Evidence
    days: Bounds
    origins: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A month (`2025-04`) or a year with the events that fall wholly into it and the sum of their origins."""

    name: str
    events: int
    origins: int


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first event of a kind of contact of a pair: type and mode, its id and its days."""

    kind: str
    event: str
    days: Bounds


@dataclass(frozen=True, slots=True)
class Trend:
    """What is told of a pair over time.

    `events` are ids in the order of their days; `origins` is the sum over events, so that one who tells two events
    counts for each. `first` and `last` are the earliest and latest possible days. `undated` events have no day on one
    side and stand in no month or year.
    """

    pair: Pair
    events: tuple[str, ...]
    origins: int
    first: str | None
    last: str | None
    months: tuple[Period, ...]
    years: tuple[Period, ...]
    kinds: tuple[FirstOf, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Repetition:
    """An event as the nth of its kind within a year: `nth` for sure by the days given, `at_most` where they leave room.

    `events` are the ids of the counted ones, itself last.
    """

    event: str
    kind: str
    nth: int
    at_most: int
    events: tuple[str, ...]


def trends(happenings: Iterable[Happening]) -> tuple[Trend, ...]:
    """A trend for each pair of entities, those with most events first."""
    found: dict[Pair, list[Happening]] = {}
    for each in happenings:
        if each.origins > 0:
            for pair in dict.fromkeys(each.pairs):
                found.setdefault(pair, []).append(each)
    return tuple(sorted((trend(p, in_time(some)) for p, some in found.items()), key=lambda t: (-len(t.events), t.pair)))


def trend(pair: Pair, some: Sequence[Happening]) -> Trend:
    """The trend of one pair, from its events in time."""
    dated = [h for h in some if None not in h.days]
    return Trend(
        pair,
        tuple(h.id for h in some),
        sum(h.origins for h in some),
        min((h.days[0] for h in some if h.days[0]), default=None),
        max((h.days[1] for h in some if h.days[1]), default=None),
        tuple(periods(dated, 7)),
        tuple(periods(dated, 4)),
        tuple(firsts(some)),
        len(some) - len(dated),
    )


def in_time(some: Iterable[Happening]) -> list[Happening]:
    """Events by their last possible day, then their first, then their id; those without any day last."""
    return sorted(some, key=lambda h: (h.days[1] or h.days[0] or "9999", h.days[0] or "", h.id))


def periods(dated: Sequence[Happening], length: int) -> Iterator[Period]:
    """Events and origins by the first `length` characters of their days, where both days share them."""
    events, origins = Counter[str](), Counter[str]()
    for each in dated:
        first, last = str(each.days[0])[:length], str(each.days[1])[:length]
        if first == last:
            events[first] += 1
            origins[first] += each.origins
    for name in sorted(events):
        yield Period(name, events[name], origins[name])


def firsts(some: Sequence[Happening]) -> Iterator[FirstOf]:
    """The first event of each type and mode, in time."""
    seen: set[str] = set()
    for each in some:
        for kind in kinds_of(each.evidence):
            if kind not in seen:
                seen.add(kind)
                yield FirstOf(kind, each.id, each.days)


def kinds_of(evidence: Evidence) -> list[str]:
    """The types and modes that the accounts of an event give it, first given first."""
    return list(dict.fromkeys(f"{a.claim.type or a.claim.tie}/{a.claim.mode or '-'}" for a in telling(evidence)))


def family_of(evidence: Evidence) -> str | None:
    """The family of acts that most accounts give an event; None without accounts."""
    given = Counter(family(a.claim) for a in telling(evidence))
    return given.most_common(1)[0][0] if given else None


def repetition(happenings: Iterable[Happening], pair: Pair, day: str | None = None) -> Repetition | None:
    """The latest event of a pair by `day`, as the nth of its family of acts within a year; None where there is none.

    `day` (`YYYY-MM-DD`) leaves out events that may have been later. Counted are events, by their own days.
    """
    told = [h for h in happenings if pair in h.pairs and h.origins > 0 and h.days[1] is not None]
    some = in_time(h for h in told if day is None or str(h.days[1]) <= day)
    if not some:
        return None
    latest = some[-1]
    kind = family_of(latest.evidence)
    alike = [h for h in some if family_of(h.evidence) == kind]
    sure = [h for h in alike if h is latest or surely_within_a_year(h.days, latest.days)]
    perhaps = [h for h in alike if h is latest or perhaps_within_a_year(h.days, latest.days)]
    return Repetition(latest.id, kind or "", len(sure), len(perhaps), tuple(h.id for h in sure))


def surely_within_a_year(earlier: Bounds, later: Bounds) -> bool:
    """Whether the earliest day of one lies within a year of the last day of the other."""
    return earlier[0] is not None and later[1] is not None and span(earlier[0], later[1]) <= YEAR


def perhaps_within_a_year(earlier: Bounds, later: Bounds) -> bool:
    """Whether some day of one lies within a year of some day of the other."""
    return earlier[1] is None or later[0] is None or span(earlier[1], later[0]) <= YEAR


def span(first: str, last: str) -> timedelta:
    """The time from one day to another."""
    return date.fromisoformat(last) - date.fromisoformat(first)


def pairs_of(evidence: Evidence) -> tuple[Pair, ...]:
    """The pairs of entities that some account lets take part together, by the entities' ids, in order."""
    found = {pair for a in telling(evidence) for pair in combinations(sorted(participants(a, evidence)), 2)}
    return tuple(sorted(found))


def participants(account: Account, evidence: Evidence) -> set[str]:
    """The ids of the entities that an account lets take part: those its phrases mean, or name inside a description."""
    found: set[str] = set()
    for role in account.claim.roles:
        if role.role not in SIDES and not (role.role == "topic" and account.claim.mode == "attend"):
            continue  # what is attended is somebody's: "the fair of the Brigade"
        entity = evidence.entity_of(role.entity)
        if entity is not None:
            found.add(entity.id)
        elif role.entity is None:
            found |= {each.id for each in named_in(role.span.of(account.report.text), evidence)}
    return found
