import json
from pathlib import Path

import pytest

from reportedly.errors import Stop
from reportedly.model import Report
from reportedly.read import Particulars, reports
from tests.read.planted import STORY, outcomes, plant, the_report


def test_a_row_wins_over_the_file_and_the_file_over_the_defaults(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", f"---\npublisher: Aral Post\npublished: 2025-05-04\n---\n{STORY}")
    table = plant(tmp_path, "m.csv", "file,publisher,url,published,title\na.txt,Daily Gull,,,The envoy returns\n")
    report = the_report(path, manifest=table, defaults=Particulars(publisher="None", url="https://gull.example"))
    assert (report.publisher, report.published) == ("Daily Gull", "2025-05-04")
    assert (report.url, report.title) == ("https://gull.example", "The envoy returns")


def test_a_row_corrects_a_wrong_date_in_the_file(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", f"date 2025-02-30 {STORY}")
    table = plant(tmp_path, "m.csv", "file,date\na.txt,2 March 2025\n")
    assert the_report(path, manifest=table).published == "2025-03-02"


def test_a_path_in_the_table_wins_over_a_bare_name(tmp_path: Path) -> None:
    plant(tmp_path, "in/x/a.txt", STORY)
    plant(tmp_path, "in/y/a.txt", STORY)
    table = plant(tmp_path, "m.csv", "file,publisher\na.txt,Any\n./in/x/a.txt,From the table\n")
    assert publishers(tmp_path / "in", table) == ["From the table", "Any"]
    table = plant(tmp_path, "elsewhere/m.csv", "file,publisher\ny\\a.txt,From the input\n")
    assert publishers(tmp_path / "in", table) == [None, "From the input"]


def publishers(folder: Path, table: Path) -> list[str | None]:
    return [each.publisher for each in outcomes(folder, manifest=table) if isinstance(each, Report)]


def test_a_row_for_json_lines_holds_for_every_line(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.jsonl", json.dumps({"text": STORY}) + "\n" + json.dumps({"text": STORY}))
    table = plant(tmp_path, "m.csv", "file,publisher\na.jsonl,Daily Gull\n")
    assert publishers(tmp_path / "in", table) == ["Daily Gull", "Daily Gull"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_spreadsheets_are_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = plant(tmp_path, "a.txt", STORY)
    rows = f'File{delimiter}Publisher{delimiter}Title\r\na.txt{delimiter}Café Aral{delimiter}"One\ntwo"\r\n\r\n'
    report = the_report(path, manifest=plant(tmp_path, "m.csv", rows.encode(encoding)))
    assert (report.publisher, report.title) == ("Café Aral", "One\ntwo")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("", "manifest .*m.csv, line 1: columns are none"),
        ("name,publisher\na.txt,Gull\n", "columns are name, publisher; expected file"),
        ("file,publsher\na.txt,Gull\n", "publsher"),
        ("file,publisher,publisher\na.txt,Gull,Post\n", "each once"),
        ("file,published\na.txt,2025-02-30\n", "line 2: published: '2025-02-30'"),
        ("file,publisher\na.txt,Gull\na.txt,Post\n", "line 3: a.txt has another row"),
        ("file,title\na.txt,Talks, a return\n", "line 2: 3 cells under 2 columns"),
        ('file,title\na.txt,"Talks\n', "m.csv"),
        ("file,title\na.txt,\0\n", "m.csv"),
    ],
)
def test_a_table_that_cannot_be_understood_stops_the_run(tmp_path: Path, table: str, complaint: str) -> None:
    with pytest.raises(Stop, match=complaint):
        reports([], manifest=plant(tmp_path, "m.csv", table))


def test_a_table_that_is_missing_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"manifest .*m\.csv: No such file"):
        reports([], manifest=tmp_path / "m.csv")


@pytest.mark.parametrize(
    "wrong", [Particulars(published="22.4."), Particulars(language="?"), Particulars(captured="x")]
)
def test_a_wrong_default_stops_the_run_before_anything_is_read(wrong: Particulars) -> None:
    with pytest.raises(Stop, match=r"published|language|captured"):
        reports(["a.txt"], defaults=wrong)


def test_an_endless_name_of_a_publisher_is_cut(tmp_path: Path) -> None:
    page = plant(tmp_path, "page.txt", STORY)
    (found,) = reports([str(page)], defaults=Particulars(publisher="Aral " * 2000))
    assert isinstance(found, Report) and found.publisher is not None
    assert found.publisher.startswith("Aral Aral") and len(found.publisher) <= 500
