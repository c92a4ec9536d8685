"""Look-ups in the table of places made by gazetteer/build.py from GeoNames.

In: a name. Out: `Candidate` values. The SQLite file is opened read-only, once a process (again after a fork).
"""

import os
import sqlite3
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from reportedly.errors import Stop
from reportedly.ground.spelling import fold, sound

SHIPPED = Path(__file__).parent / "data" / "gazetteer.sqlite"
"""The table that the package carries."""

KINDS = ("country", "area", "region", "district", "capital", "city", "town")


class Candidate(NamedTuple):
    """One place that a name may mean; `other` is true where the name is not its first one.

    `id` is GeoNames' (negative for areas of our own table), `region` the id of its first-level region, 0 for none;
    `lat` and `lon` are decimal degrees, `population` 0 where unknown, `country` ISO 3166-1 alpha-2, empty for none.
    """

    id: int
    name: str
    kind: str
    country: str
    region: int
    lat: float
    lon: float
    population: int
    other: bool


SHORTEST_HEARD = 5
"""Letters of the shortest name that is looked up by its sound."""

COLUMNS = "p.id, p.name, p.kind, p.country, p.region, p.lat, p.lon, p.population"
BY_NAME = f"SELECT {COLUMNS}, n.other FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.id"  # noqa: S608
BY_SOUND = f"SELECT {COLUMNS}, 1 FROM sound s JOIN place p ON p.id = s.place WHERE s.key = ? ORDER BY p.id"  # noqa: S608


@lru_cache(maxsize=8192)
def candidates(name: str) -> tuple[Candidate, ...]:
    """The places of that name; where it is no place's first name, those that sound alike too. Empty without any."""
    key = fold(name)
    if not key:
        return ()
    found = rows(BY_NAME, key)
    if len(key) < SHORTEST_HEARD or not all(c.other for c in found):
        return found
    known = {c.id for c in found}
    return found + tuple(c for c in rows(BY_SOUND, sound(key)) if c.id not in known)


def rows(query: str, key: str | int) -> tuple[Candidate, ...]:
    """The candidates of a query."""
    return tuple(
        Candidate(id_, name, KINDS[kind], country, region, lat / 1000, lon / 1000, people, bool(other))
        for id_, name, kind, country, region, lat, lon, people, other in database(os.getpid()).execute(query, (key,))
    )


in_use: list[Path] = [SHIPPED]
"""The table that names are looked up in."""


def use(path: Path | None) -> None:
    """Look names up in another table from now on, one that `dump.load` has written; None for the package's own.

    Raises Stop where the file is none.
    """
    chosen = SHIPPED if path is None else path
    if chosen == in_use[0]:
        return
    try:
        with closing(opened(chosen)) as table:
            table.execute("SELECT 1 FROM place, name, sound, people LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise Stop(f"{chosen} is no table of places: {error}; make one with `reportedly gazetteer DUMP`") from error
    in_use[0] = chosen
    for known in (candidates, database, peoples, countries):
        known.cache_clear()


def opened(path: Path) -> sqlite3.Connection:
    """A table, open for reading."""
    quoted = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@cache
def database(process: int) -> sqlite3.Connection:
    """The open table of a process."""
    return opened(in_use[0])


@cache
def peoples() -> dict[str, str]:
    """The country code of each word for a country's people ("Syrian", "Filipinos")."""
    return dict(database(os.getpid()).execute("SELECT word, country FROM people"))


@cache
def countries() -> dict[str, Candidate]:
    """Each country as a candidate, by its code."""
    query = f"SELECT {COLUMNS}, 0 FROM place p WHERE p.kind = ? ORDER BY p.id"  # noqa: S608
    return {found.country: found for found in rows(query, KINDS.index("country"))}
