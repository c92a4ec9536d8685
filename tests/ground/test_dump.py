"""A GeoNames dump that the user has, put beside the places of the package. The places are made up."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import Stop
from reportedly.ground.dump import load, opened
from reportedly.ground.gazetteer import SHIPPED, candidates, use


def line(
    number: int, name: str, feature: str, others: str = "", country: str = "SY", people: int = 0, region: str = "99"
) -> str:
    """A line of a dump; the feature is its class and code, "P.PPL"."""
    letter, code = feature.split(".")
    cells = [
        str(number),
        name,
        name,
        others,
        "35.25",
        "36.5",
        letter,
        code,
        country,
        "",
        region,
        "",
        "",
        "",
        str(people),
    ]
    return "\t".join([*cells, "", "12", "Asia/Damascus", "2024-01-01"]) + "\n"


DUMP = [
    line(900_000_001, "Veldmark", "A.ADM1"),
    line(900_000_002, "Zarqun Hollow", "P.PPL", "Zarqoun Hollow,زرقون,Old Zarqun"),
    line(900_000_003, "Marlotown", "P.PPL", people=40_000, region="98"),
    line(900_000_004, "Zarqun Ruin", "P.PPLH"),
    line(900_000_005, "Zarqun Hill", "T.HLL"),
    line(900_000_006, "Tarn Ferry", "P.PPL", country="LB"),
]


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """Look names up in the package's table again after each test."""
    yield
    use(None)


def test_places_of_a_dump_are_found_beside_those_of_the_package(tmp_path: Path) -> None:
    assert candidates("Zarqun Hollow") == ()
    before = candidates("Aleppo")
    assert load(DUMP, tmp_path / "more.sqlite") == (4, 0)
    use(tmp_path / "more.sqlite")
    (found,) = candidates("Zarqun Hollow")
    assert (found.id, found.kind, found.country, found.lat, found.lon) == (900_000_002, "town", "SY", 35.25, 36.5)
    assert candidates("Aleppo") == before
    assert [each.kind for each in candidates("Marlotown")] == ["city"]


def test_a_place_lies_in_the_division_of_its_code(tmp_path: Path) -> None:
    load(DUMP, tmp_path / "more.sqlite")
    use(tmp_path / "more.sqlite")
    assert [each.region for each in candidates("Zarqun Hollow")] == [900_000_001]
    assert [each.region for each in candidates("Marlotown")] == [0]
    assert [each.region for each in candidates("Veldmark")] == [0]


def test_a_division_that_the_package_has_holds_new_places(tmp_path: Path) -> None:
    aleppo = next(each for each in candidates("Aleppo") if each.kind == "city" and each.region)
    own = line(aleppo.region, "Aleppo Governorate", "A.ADM1", region="77")
    load([line(900_000_010, "Tarn Wells", "P.PPL", region="77"), own], tmp_path / "more.sqlite")
    use(tmp_path / "more.sqlite")
    assert [each.region for each in candidates("Tarn Wells")] == [aleppo.region]


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        ("35.25", "nan"),
        ("35.25", "1e999"),
        ("35.25", "95"),
        ("\t4\t", "\tmany\t"),
        ("\t4\t", "\t²\t"),
        ("900000009", "9" * 25),
    ],
)
def test_odd_numbers_are_counted_as_unreadable(tmp_path: Path, what: str, instead: str) -> None:
    odd = line(900_000_009, "Nowhere", "P.PPL", people=4).replace(what, instead, 1)
    assert load([*DUMP, odd], tmp_path / "more.sqlite") == (4, 1)


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", "".join(DUMP) * 50)
    whole = bytearray((tmp_path / "SY.zip").read_bytes())
    whole[60:90] = bytes(30)
    (tmp_path / "SY.zip").write_bytes(whole)
    with pytest.raises(Stop, match="cannot be read"), opened(tmp_path / "SY.zip") as lines:
        load(lines, tmp_path / "more.sqlite")
    assert not (tmp_path / "more.sqlite").exists()


def test_other_names_count_in_latin_letters_only(tmp_path: Path) -> None:
    load(DUMP, tmp_path / "more.sqlite")
    use(tmp_path / "more.sqlite")
    assert [each.other for each in candidates("Old Zarqun")] == [True]
    assert candidates("زرقون") == ()


def test_ruins_and_hills_are_left_out(tmp_path: Path) -> None:
    load(DUMP, tmp_path / "more.sqlite")
    use(tmp_path / "more.sqlite")
    assert candidates("Zarqun Ruin") == ()
    assert candidates("Zarqun Hill") == ()


def test_only_the_countries_asked_for_are_taken(tmp_path: Path) -> None:
    assert load(DUMP, tmp_path / "more.sqlite", ["lb"]).places == 1


def test_a_place_that_the_package_has_stays_as_it_is(tmp_path: Path) -> None:
    (aleppo, *_) = candidates("Aleppo")
    load([*DUMP, line(aleppo.id, "Somewhere Else", "P.PPL")], tmp_path / "more.sqlite")
    use(tmp_path / "more.sqlite")
    assert candidates("Aleppo")[0] == aleppo
    assert candidates("Somewhere Else") == ()


def test_lines_that_are_none_of_a_dump_are_counted(tmp_path: Path) -> None:
    odd = ["not a dump\n", line(900_000_009, "Nowhere", "P.PPL").replace("35.25", "north")]
    assert load([*DUMP, *odd], tmp_path / "more.sqlite") == (4, 2)


def test_a_file_without_places_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="no place that the package lacks"):
        load(["# nothing\n"], tmp_path / "more.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "more.sqlite").write_text("mine", "utf-8")
    with pytest.raises(Stop, match="is there already"):
        load(DUMP, tmp_path / "more.sqlite")
    assert (tmp_path / "more.sqlite").read_text("utf-8") == "mine"


def test_a_dump_is_read_from_its_zip_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", "".join(DUMP))
    with opened(tmp_path / "SY.zip") as lines:
        assert load(lines, tmp_path / "more.sqlite").places == 4


def test_an_archive_of_several_tables_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.writestr("SY.txt", "")
        archive.writestr("LB.txt", "")
    with pytest.raises(Stop, match="2 text files"), opened(tmp_path / "both.zip"):
        pass


@pytest.mark.parametrize("content", [b"\xff\xfe\x00binary", b""])
def test_what_is_no_dump_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.txt").write_bytes(content)
    with pytest.raises(Stop), opened(tmp_path / "odd.txt") as lines:
        load(lines, tmp_path / "more.sqlite")


def test_what_is_no_table_of_places_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "odd.sqlite").write_text("mine", "utf-8")
    with pytest.raises(Stop, match="no table of places"):
        use(tmp_path / "odd.sqlite")
    with pytest.raises(Stop, match="no table of places"):
        use(tmp_path / "absent.sqlite")
    assert SHIPPED.exists()
    assert candidates("Aleppo")
