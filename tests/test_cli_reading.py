"""The commands that read files: what they print, what they say of bad input, how they end."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from reportedly import pipeline
from reportedly.cli.reading import show_annotations
from reportedly.model import Report
from reportedly.pipeline import Reader
from reportedly.project import Item, Kept, Project
from tests.commanding import Command

STORY = "Two officials said on 3 May that the envoy Omar Sandor visited Port Aral and met the harbour board.\n"
FRENCH = (
    "Le ministre des affaires étrangères a déclaré lundi que la délégation s'était rendue au port pour rencontrer les "
    "responsables de la capitale, selon deux fonctionnaires qui ont demandé à ne pas être nommés.\n"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The stages with their models, loaded once for all tests of this module."""
    return Reader()


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reader: Reader
) -> Command:
    monkeypatch.setattr(pipeline, "Reader", lambda *_: reader)
    return Command(tmp_path / "project.db", monkeypatch, capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


def plant(folder: Path, name: str, content: str | bytes = STORY) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_extract_prints_one_json_object_a_claim(command: Command, folder: Path) -> None:
    story = plant(folder, "a.txt", f"date 2025-05-05 {STORY}")
    ran = command("extract", story, "--publisher", "Aral Post", "--format", "jsonl")
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert ran.err == "read 1 report, skipped 0\n"
    assert {claim["report"]["publisher"] for claim in claims} == {"Aral Post"}
    assert {claim["report"]["published"] for claim in claims} == {"2025-05-05"}
    assert "visited" in {claim["trigger"]["text"] for claim in claims}


def test_elsewhere_than_on_a_terminal_json_lines_are_the_default(command: Command, folder: Path) -> None:
    story = plant(folder, "a.txt")
    assert command("extract", story).out == command("extract", story, "--format", "jsonl").out != ""


def test_extract_draws_a_table_when_asked(command: Command, folder: Path) -> None:
    ran = command("extract", plant(folder, "a.txt"), "--publisher", "Aral Post", "--format", "table")
    assert "a.txt: what Aral Post reports" in ran.out
    assert "officials" in ran.out


def test_the_text_of_a_json_line_is_taken_character_for_character(command: Command, folder: Path) -> None:
    text = f"  \u00a0{STORY}\n\n“Odd” spaces\u2009and a ﬁne ligature. "
    row = {"id": "line 7", "text": text, "publisher": "Aral Post", "published": "2025-05-05", "language": "en"}
    ran = command("extract", plant(folder, "a.jsonl", json.dumps(row) + "\n"))
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert claims
    for claim in claims:
        assert claim["report"]["ref"] == "line 7"
        trigger = claim["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]


def test_annotate_prints_one_json_object_a_report(command: Command, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        plant(folder, name)
    ran = command("annotate", folder, "--published", "2025-05-05")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["ref"] for row in rows] == ["a.txt", "b.txt"]
    assert {"sentences", "mentions", "times", "places", "attributions"} <= set(rows[0])
    assert [(t["text"], t["type"], t["value"], t["edtf"]) for t in rows[0]["times"]] == [
        ("3 May", "DATE", "2025-05-03", "2025-05-03")
    ]
    assert "Omar Sandor" in {m["text"] for m in rows[0]["mentions"]}
    assert {a["cue"]["text"] for a in rows[0]["attributions"]} == {"said"}


def test_as_is_takes_a_header_for_text(command: Command, folder: Path) -> None:
    story = plant(folder, "a.txt", f"date 2025-05-05 {STORY}")
    taken = json.loads(command("annotate", story, "--as-is").out)
    assert taken["report"]["published"] is None
    assert taken["sentences"][0]["start"] == 0


def test_annotate_draws_a_table_when_asked(command: Command, folder: Path) -> None:
    assert "Omar Sandor" in command("annotate", plant(folder, "a.txt"), "--format", "table").out


def test_words_quoted_of_nobody_in_particular_stand_for_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    content = [{"text": "“The ferry sank.”"}, {"text": "“The mill burned.”"}]
    row: dict[str, Any] = {"ref": "a.txt", "sentences": [], "mentions": [], "times": [], "places": []}
    show_annotations({**row, "attributions": [{"source": None, "cue": None, "content": content}]})
    shown = " ".join(capsys.readouterr().out.split())
    assert "sank" in shown and "burned" in shown and "no source named" in shown


def bad_inputs(folder: Path) -> None:
    plant(folder, "empty.txt", "")
    plant(folder, "blank.txt", " \n\n ")
    plant(folder, "binary.txt", bytes(range(256)) * 40)
    plant(folder, "broken.jsonl", '{"id": "1", "text": "unclosed\n' + json.dumps({"id": "2", "text": STORY}) + "\n")
    plant(folder, "broken.html", "<html><body><p>\x00<<<div <a href=")
    plant(folder, "broken.pdf", "%PDF-1.7 and nothing else")


def test_bad_inputs_are_named_with_their_reasons_and_the_rest_is_read(command: Command, folder: Path) -> None:
    bad_inputs(folder)
    plant(folder, "good.txt")
    ran = command("extract", folder)
    assert ran.code == 3
    assert {json.loads(line)["report"]["ref"] for line in ran.out.splitlines()} == {"good.txt", "2"}
    told = [line for line in ran.err.splitlines() if line.startswith("skipped ")]
    for name in ("empty.txt", "blank.txt", "binary.txt", "broken.jsonl", "broken.html", "broken.pdf"):
        assert any(name in line and line.partition(": ")[2] for line in told), name
    assert ran.err.splitlines()[-1] == f"read 2 reports, skipped {len(told)}"


def test_bad_inputs_are_put_on_record_by_add(command: Command, folder: Path) -> None:
    bad_inputs(folder)
    plant(folder, "good.txt")
    command("init")
    assert command("add", folder).code == 3
    again = command("add", folder)
    assert again.code == 3
    assert "2 known" in again.err


def test_many_skips_are_summed_up_by_reason(command: Command, folder: Path) -> None:
    for number in range(12):
        plant(folder, f"{number}.txt", "" if number % 3 else bytes(range(256)) * 40)
    *_, most, fewer, total = command("extract", folder).err.splitlines()
    assert most.startswith("8 skipped: ")
    assert fewer.startswith("4 skipped: ")
    assert total == "read 0 reports, skipped 12"


def test_a_wrong_encoding_is_detected_and_read(command: Command, folder: Path) -> None:
    text = STORY.replace("Omar Sandor", "José Núñez") * 5
    ran = command("extract", plant(folder, "latin.txt", text.encode("cp1252")))
    assert ran.code == 0
    assert any("José Núñez" in json.loads(line)["sentence"]["text"] for line in ran.out.splitlines())


def test_fifty_megabytes_of_one_line_are_skipped_with_the_limit(command: Command, folder: Path) -> None:
    plant(folder, "long.txt", b"a" * 50_000_000)
    ran = command("extract", folder)
    assert ran.code == 1
    assert "long.txt: too large: a text of more than 20 MB is not read" in ran.err


def test_a_report_in_another_language_is_told_and_kept_without_claims(command: Command, folder: Path) -> None:
    plant(folder, "a.txt", FRENCH)
    told = "a.txt: not extracted (language: fr)\nread 1 report (1 not extracted), skipped 0\n"
    ran = command("extract", folder)
    assert (ran.code, ran.out, ran.err) == (0, "", told)
    command("init")
    ran = command("add", folder)
    assert ran.code == 0
    assert "a.txt: not extracted (language: fr)" in ran.err
    assert "1 added" in ran.err
    assert "1 known" in command("add", folder).err


def test_a_folder_without_rights_is_told_and_the_rest_is_read(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "closed"
    closed.mkdir()
    plant(folder, "good.txt")
    scan = os.scandir

    def refusing(path: Any = ".") -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if Path(os.fspath(path)) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    ran = command("extract", folder)
    assert ran.code == 3
    assert "closed" in ran.err
    assert "read 1 report, skipped 1" in ran.err


def test_nothing_to_read_ends_with_one(command: Command, folder: Path) -> None:
    for arguments in (["extract", folder / "none.txt"], ["annotate", folder / "none.txt"], ["extract", folder]):
        ran = command(*arguments)
        assert ran.code == 1
        assert ran.out == ""
        assert ran.err.endswith("read 0 reports, skipped 1\n") or ran.err == "read 0 reports, skipped 0\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract"], "Missing argument"),
        (["extract", "a.txt", "--format", "xml"], "Invalid value for '--format'"),
        (["extract", "a.txt", "--format", "csv"], "Invalid value for '--format'"),
        (["extract", "a.txt", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["extract", "a.txt", "--extractor", "oracle"], "no extractor 'oracle'; there is encoder, rules"),
        (["add", "a.txt", "--extractor", "oracle"], "no extractor 'oracle'; there is encoder, rules"),
        (["reextract"], "No such command"),
    ],
)
def test_wrong_usage_ends_with_two(command: Command, arguments: list[str], message: str) -> None:
    ran = command(*arguments)
    assert ran.code == 2
    assert message in " ".join(ran.err.replace("│", " ").split())


def test_a_wrong_date_is_refused_before_anything_is_read(command: Command, folder: Path) -> None:
    ran = command("extract", plant(folder, "a.txt"), "--published", "yesterday")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("reportedly: ")
    assert "yesterday" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_manifest_that_is_not_there_is_told(command: Command, folder: Path) -> None:
    ran = command("extract", plant(folder, "a.txt"), "--manifest", folder / "none.csv")
    assert ran.code == 1
    assert "none.csv" in ran.err


def test_add_without_a_project_says_how_to_make_one(command: Command, folder: Path) -> None:
    ran = command("add", plant(folder, "a.txt"))
    assert ran.code == 1
    assert "make one with `reportedly init`" in ran.err


def test_add_acknowledges_each_report_when_asked(command: Command, folder: Path) -> None:
    plant(folder, "a.txt")
    command("init")
    ran = command("add", folder, "--acknowledge")
    row = json.loads(ran.out)
    assert (row["ref"], row["state"], row["claims"] > 0) == ("a.txt", "added", True)
    assert json.loads(command("add", folder, "--acknowledge").out) == {**row, "state": "known", "claims": 0}


def test_add_says_how_many_new_reports_lack_a_publisher_or_a_day(command: Command, folder: Path) -> None:
    plant(folder, "a.txt")
    command("init")
    hint = "name no publisher"
    assert hint in command("add", folder).err and hint not in command("add", folder).err
    plant(folder, "b.txt", "Publisher: Aral Post\nDate: 2025-05-04\n\nA ferry sank off Port Aral on Friday.")
    assert hint not in command("add", folder).err


def test_an_interrupted_add_says_what_is_kept_and_how_to_go_on(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(self: Project, items: Iterable[Item], jobs: int, **_: object) -> Iterator[Kept]:
        for item in items:
            assert isinstance(item, Report)
            yield Kept(item.ref, item.id, "added", 1)
            raise KeyboardInterrupt

    plant(folder, "a.txt")
    command("init")
    monkeypatch.setattr(Project, "add", broken_off)
    ran = command("add", folder)
    assert ran.code == 130
    assert ran.err.startswith("interrupted; the reports read so far (1) are kept: the same command goes on from there")


def test_names_of_files_cannot_steer_the_terminal(command: Command, folder: Path) -> None:
    plant(folder, "\x1b[31mred\u202e.txt", "")
    ran = command("extract", folder)
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_a_file_name_that_is_no_text_is_read_and_printed(folder: Path) -> None:
    (folder / os.fsdecode(b"odd\xff.txt")).write_text(STORY, "utf-8")
    ran = subprocess.run([sys.executable, "-m", "reportedly", "extract", folder], capture_output=True, check=True)
    refs = {json.loads(line)["report"]["ref"] for line in ran.stdout.splitlines()}
    assert [ref.startswith("odd") for ref in refs] == [True]
