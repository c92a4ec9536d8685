import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Report, Skipped
from reportedly.read import reports
from tests.read.planted import STORY, outcomes, plant, refs, the_reason, the_report


def test_a_folder_is_read_with_all_below_it_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/y.md", "c.txt", "a.txt"):
        plant(tmp_path, name, STORY)
    assert refs(outcomes(tmp_path)) == ["y.md", "z.txt", "a.txt", "b.txt", "c.txt"]


def test_hidden_files_and_other_kinds_in_a_folder_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "photo.jpg", "table.csv", "README"):
        plant(tmp_path, name, STORY)
    assert refs(outcomes(tmp_path)) == ["a.txt"]


def test_suffixes_are_known_in_capitals_too(tmp_path: Path) -> None:
    assert the_report(plant(tmp_path, "A.TXT", f"date 2025-05-04 {STORY}")).published == "2025-05-04"


def test_a_folder_with_nothing_to_read_is_on_record(tmp_path: Path) -> None:
    plant(tmp_path, "photo.jpg", STORY)
    assert "no file in it is of a kind that is read" in the_reason(tmp_path)


def test_a_path_that_does_not_exist_is_on_record_and_the_rest_is_read(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    first, second = outcomes(missing, plant(tmp_path, "a.txt", STORY))
    assert first == Skipped(str(missing), "not found: there is no such file or folder")
    assert isinstance(second, Report)


@pytest.mark.parametrize("written", ["", "  ", "nul\0.txt", "n" * 300 + ".txt", "https://gull.example/1"])
def test_an_input_that_can_be_no_path_is_on_record(written: str) -> None:
    assert the_reason(written)


def test_a_glob_is_resolved_in_order_and_through_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.txt", "a.md"):
        plant(tmp_path, name, STORY)
    assert refs(outcomes(tmp_path / "*.txt")) == ["a.txt", "b.txt"]
    assert refs(outcomes(tmp_path / "**" / "c.txt")) == ["c.txt"]
    assert "no file matches" in the_reason(tmp_path / "*.pdf")


def test_a_file_with_brackets_in_its_name_is_a_file_first(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", STORY)
    assert refs(outcomes(plant(tmp_path, "[a].txt", STORY))) == ["[a].txt"]


def test_a_file_named_several_times_is_read_once(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", STORY)
    (tmp_path / "link.txt").symlink_to(path)
    assert refs(outcomes(path, tmp_path, tmp_path / "*.txt", tmp_path / "." / "a.txt")) == ["a.txt"]


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt", STORY)
    (tmp_path / "in" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    report, circle = outcomes(tmp_path)
    assert (report.ref, circle) == ("a.txt", Skipped(str(tmp_path / "in" / "self.txt"), "the link leads nowhere"))


def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert the_reason(tmp_path) == "not a plain file"


def test_a_folder_without_rights_is_on_record_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "locked/b.txt", "z.txt"):
        plant(tmp_path, name, STORY)
    deny(monkeypatch, tmp_path / "locked")
    first, locked, last = outcomes(tmp_path)
    assert (first.ref, last.ref) == ("a.txt", "z.txt")
    assert locked == Skipped(str(tmp_path / "locked"), "the folder could not be opened: permission denied")


@pytest.mark.skipif(os.geteuid() == 0, reason="rights do not bind root")
def test_a_folder_whose_rights_are_taken_is_on_record(tmp_path: Path) -> None:
    locked = plant(tmp_path, "locked/b.txt", STORY).parent
    locked.chmod(0)
    try:
        assert "permission denied" in the_reason(tmp_path)
    finally:
        locked.chmod(0o700)


def deny(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make the system refuse to list `folder`."""
    real = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_file_without_rights_is_on_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "locked.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    plant(tmp_path, "a.txt", STORY)
    locked = plant(tmp_path, "locked.txt", STORY)
    monkeypatch.setattr(Path, "open", refuse)
    _, skipped = outcomes(tmp_path)
    assert skipped == Skipped(str(locked), "could not be opened: permission denied")


def test_a_name_that_is_no_unicode_is_shown_with_replacements(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - paths of bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(STORY.encode())
    assert refs(outcomes(tmp_path)) == ["caf\ufffd.txt"]


def test_reading_holds_one_source_at_a_time(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        plant(tmp_path, name, STORY)
    found: Iterator[Report | Skipped] = reports([str(tmp_path)])
    assert next(found).ref == "a.txt"
    (tmp_path / "b.txt").write_text("Changed before it was reached, the harbour board said.")
    second = next(found)
    assert isinstance(second, Report)
    assert second.text.startswith("Changed")


def test_the_same_inputs_give_the_same_reports(tmp_path: Path) -> None:
    for n in range(20):
        plant(tmp_path, f"{n}.txt", f"date 2025-05-04 {STORY} {n}")
    assert outcomes(tmp_path) == outcomes(tmp_path)
