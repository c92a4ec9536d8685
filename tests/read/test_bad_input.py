"""Whatever stands in a file, reading it gives a Report or a Skipped with a reason, and the rest is read."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly.model import Report, Skipped
from reportedly.read import limits
from tests.read.planted import STORY, outcomes, pdf_of, plant, the_reason

SUFFIXES = ["txt", "md", "html", "json", "jsonl", "pdf", "unknown"]
STARTS = [
    b"",
    b"%PDF-1.4\n",
    b"<html><body><p>",
    b'{"text": "',
    b"[{",
    b"---\ntitle: ",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"date ",
]


@given(raw=st.binary(max_size=400), start=st.sampled_from(STARTS), suffix=st.sampled_from(SUFFIXES))
@example(raw=b"[" * 300, start=b"---\ntitle: ", suffix="md")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=400)
def test_any_bytes_give_a_report_or_a_reason(tmp_path: Path, raw: bytes, start: bytes, suffix: str) -> None:
    found = outcomes(plant(tmp_path, f"a.{suffix}", start + raw))
    assert found
    assert all(isinstance(each, Report) or each.reason for each in found)


@given(cut=st.integers(0, 900), put=st.binary(max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_damage_to_a_pdf_gives_a_report_or_a_reason(tmp_path: Path, cut: int, put: bytes) -> None:
    sound = pdf_of((STORY, STORY))
    assert len(outcomes(plant(tmp_path, "a.pdf", sound[:cut] + put + sound[cut + len(put) :]))) == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff"])
def test_an_empty_file_is_skipped_as_empty(tmp_path: Path, suffix: str, content: str) -> None:
    assert "empty" in the_reason(plant(tmp_path, f"a.{suffix}", content))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_binary_file_is_skipped(tmp_path: Path, suffix: str) -> None:
    raw = b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40
    assert the_reason(plant(tmp_path, f"a.{suffix}", raw))


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json", "jsonl", "unknown"])
def test_fifty_megabytes_of_one_line_are_skipped_with_the_limit_and_never_held_twice(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    with path.open("wb") as file:
        for _ in range(52):
            file.write(b"word " * 200_000)
    tracemalloc.start()
    reason = the_reason(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "too large" in reason
    assert "MB" in reason
    assert peak < 2.2 * limits.JSON_BYTES


def test_a_text_over_the_limit_is_skipped_with_the_limit(tmp_path: Path) -> None:
    text = "word " * (limits.TEXT_CHARACTERS // 5) + "and"
    path = plant(tmp_path, "a.jsonl", json.dumps({"text": text}) + "\n" + json.dumps({"text": STORY}))
    long, story = outcomes(path)
    assert isinstance(long, Skipped)
    assert "5,000,000 characters" in long.reason
    assert isinstance(story, Report)


def test_all_kinds_of_bad_input_at_once_leave_the_rest_to_be_read(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", STORY)
    plant(tmp_path, "b-empty.txt", "")
    plant(tmp_path, "c-binary.txt", b"\x00\x01\x02\x03")
    plant(tmp_path, "d-broken.html", "<html><")
    plant(tmp_path, "e-broken.jsonl", '{"text":\n' + json.dumps({"text": STORY}))
    plant(tmp_path, "f-wrong.txt", b"\xef\xbb\xbfcaf\xe9")
    plant(tmp_path, "g-french.txt", "Deux responsables ont déclaré lundi que l'envoyée avait visité le port.")
    plant(tmp_path, "h-cut.pdf", pdf_of((STORY,))[:300])
    plant(tmp_path, "z.txt", STORY)
    found = outcomes(tmp_path)
    assert [each.ref for each in found if isinstance(each, Report)] == [
        "a.txt", "e-broken.jsonl:2", "g-french.txt", "z.txt",
    ]  # fmt: skip
    assert [os.path.basename(each.ref)[0] for each in found if isinstance(each, Skipped)] == list("bcdefh")  # noqa: PTH119


def test_an_error_nobody_foresaw_is_on_record_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(raw: bytes) -> str:
        raise ZeroDivisionError("a defect in a library")

    plant(tmp_path, "a.txt", STORY)
    plant(tmp_path, "b.json", json.dumps({"text": STORY}))
    monkeypatch.setattr("reportedly.read.plain.decoded", fail)
    skipped, report = outcomes(tmp_path)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("unreadable")
    assert skipped.reason.endswith("(ZeroDivisionError: a defect in a library)")
    assert isinstance(report, Report)
