"""A full GeoNames dump put beside the places that the package carries.

In: the lines of a dump as GeoNames publishes it (`allCountries.txt`, `SY.txt`: nineteen columns parted by tabs, see
https://download.geonames.org/export/dump/readme.txt), plain or in its zip file. Out: a new SQLite file with the
package's places and those of the dump that it lacks, to be named by `use` in `gazetteer`.
"""

import io
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from reportedly.errors import Skip, Stop
from reportedly.ground.gazetteer import KINDS, SHIPPED, SHORTEST_HEARD
from reportedly.ground.spelling import fold, sound

COLUMNS = 19
LARGE = 5000
"""People of the smallest place that counts as a city."""

LARGEST = 2**62
"""Beyond the ids and numbers of people that a table holds."""

AT_ONCE = 20_000
"""Rows written together."""

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿʻʼ’'`.\- ()]+")
"""What a name in Latin letters looks like; others reports in English do not print."""

GONE = frozenset(["PPLH", "PPLQ", "PPLW", "PPLCH"])
"""Codes of places that are no more."""

DIVISIONS = {"ADM1": "region", "ADM2": "district", "ADM3": "district"}

STAGED = """
    CREATE TEMP TABLE staged (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, lat INTEGER, lon INTEGER,
                              population INTEGER, code TEXT);
    CREATE TEMP TABLE spelled (key TEXT, place INTEGER, other INTEGER, heard TEXT);
    CREATE TEMP TABLE division (code TEXT PRIMARY KEY, id INTEGER);
"""
PUT = """
    INSERT INTO place SELECT s.id, s.name, s.kind, s.country, coalesce(d.id, 0), s.lat, s.lon, s.population
        FROM staged s LEFT JOIN division d ON d.code = s.code AND s.kind <> :region;
"""
NAMED = """
    INSERT OR IGNORE INTO name SELECT key, place, min(other) FROM spelled GROUP BY key, place;
"""
HEARD = """
    INSERT OR IGNORE INTO sound SELECT DISTINCT heard, place FROM spelled WHERE heard <> '';
"""


class Row(NamedTuple):
    """One place of a dump; `code` is that of its first-level division."""

    id: int
    name: str
    others: tuple[str, ...]
    kind: str
    country: str
    lat: float
    lon: float
    population: int
    code: str


class Loaded(NamedTuple):
    """How many places were put in, and how many lines could not be read."""

    places: int
    unreadable: int


@contextmanager
def opened(path: Path) -> Iterator[Iterable[str]]:
    """The lines of a dump, from a zip file the text that bears its name. Raises Stop where there is none."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open(encoding="utf-8", newline="\n") as lines:
                yield lines
            return
        with zipfile.ZipFile(path) as archive:
            inside = [name for name in archive.namelist() if name.endswith(".txt") and not name.startswith("readme")]
            if len(inside) != 1:
                raise Stop(f"{path} holds {len(inside)} text files, not the one of a dump; unpack it and name the file")
            with archive.open(inside[0]) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, UnicodeDecodeError) as error:
        raise Stop(f"{path} cannot be read as a GeoNames dump: {error}") from error


def load(lines: Iterable[str], target: Path, countries: Collection[str] = ()) -> Loaded:
    """Write a table with the package's places and those of the dump, of some countries only where any are given.

    Raises Stop where the dump has no place, or the file is there already.
    """
    if target.exists():
        raise Stop(f"{target} is there already; name another file with --to, or remove it")
    part = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(SHIPPED, part)
        part.chmod(0o644)
    except OSError as error:
        raise Stop(f"{target} cannot be written: {error.strerror}") from error
    try:
        with closing(sqlite3.connect(part)) as base:
            found = filled(base, lines, {code.upper() for code in countries})
        if not found.places:
            raise Stop("it holds no place that the package lacks; is it a table of nineteen columns from GeoNames?")
        part.rename(target)
    except sqlite3.Error as error:
        raise Stop(f"{target} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return found


def filled(base: sqlite3.Connection, lines: Iterable[str], countries: Collection[str]) -> Loaded:
    """Put a dump's places into a table that has the package's; those that are there stay."""
    known = {number for (number,) in base.execute("SELECT id FROM place")}
    unreadable = 0
    base.executescript(STAGED)
    places: list[Row] = []
    for line in lines:
        try:
            row = read(line)
        except Skip:
            unreadable += 1
            continue
        if row is not None and row.kind == "region":
            base.execute("INSERT OR IGNORE INTO division VALUES (?, ?)", (row.code, row.id))
        if row is not None and row.id not in known and (not countries or row.country in countries):
            places.append(row)
            if len(places) == AT_ONCE:
                stage(base, places)
                places.clear()
    stage(base, places)
    (count,) = base.execute("SELECT count(*) FROM staged").fetchone()
    base.execute(PUT, {"region": KINDS.index("region")})
    base.execute(NAMED)
    base.execute(HEARD)
    base.commit()
    return Loaded(count, unreadable)


def read(line: str) -> Row | None:
    """The place of a line, None for what reports do not name. Raises Skip where the line is none of a dump."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise Skip(f"{len(cells)} columns")
    id_, name, plain, others, lat, lon, letter, code, country, _, first, *_, people, _, _, _, _ = cells
    kind = kind_of(letter, code, people)
    if kind is None or not name:
        return None
    try:
        number, where, inhabitants = int(id_), (float(lat), float(lon)), int(people or 0)
    except ValueError as error:
        raise Skip(str(error)) from error
    if not (0 < number < LARGEST and 0 <= inhabitants < LARGEST and abs(where[0]) <= 90 and abs(where[1]) <= 180):
        raise Skip("a number out of range")
    return Row(number, name, (plain, *others.split(",")), kind, country, *where, inhabitants, f"{country}.{first}")


def kind_of(letter: str, code: str, people: str) -> str | None:
    """One of KINDS for a feature's class and code, None for what is left out."""
    if letter == "A":
        return DIVISIONS.get(code)
    if letter != "P" or code in GONE:
        return None
    if code == "PPLC":
        return "capital"
    return "city" if people.isdecimal() and int(people) >= LARGE else "town"


def stage(base: sqlite3.Connection, places: Iterable[Row]) -> None:
    """Write rows to the tables that are joined at the end."""
    rows = list(places)
    base.executemany("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(stored, rows))
    base.executemany("INSERT INTO spelled VALUES (?, ?, ?, ?)", (each for r in rows for each in spellings(r)))


def stored(row: Row) -> tuple[object, ...]:
    """A place as it is staged: kinds by number, degrees in thousandths."""
    at = round(row.lat * 1000), round(row.lon * 1000)
    return row.id, row.name, KINDS.index(row.kind), row.country, *at, row.population, row.code


def spellings(row: Row) -> Iterator[tuple[str, int, int, str]]:
    """The keys of a place's names in Latin letters, and the sound of those of larger places."""
    own = fold(row.name)
    for name in dict.fromkeys((row.name, *row.others)):
        key = fold(name)
        if key and LATIN.fullmatch(name):
            is_heard = row.kind != "town" and len(key) >= SHORTEST_HEARD
            yield key, row.id, int(key != own), sound(key) if is_heard else ""
