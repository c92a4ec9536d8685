import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model import Report, Skipped
from reportedly.read import Particulars
from reportedly.read import records as records_module
from tests.read.planted import STORY, outcomes, plant, refs, the_reason, the_report


def lines(*objects: Any) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def test_each_line_is_a_report_called_by_its_id_or_its_place(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.jsonl", lines({"id": "x1", "text": STORY}, {"text": STORY}, {"id": 7, "text": STORY}))
    assert refs(outcomes(path)) == ["x1", "a.jsonl:2", "7"]


def test_all_fields_of_a_line_are_taken(tmp_path: Path) -> None:
    fields = {
        "title": "A return", "publisher": "Daily Gull", "url": "https://gull.example/1", "byline": "Ines Marlow",
        "published": "2025-05-04T09:30:00Z", "captured": "2025-05-05", "language": "fr", "status": "corrected",
    }  # fmt: skip
    report = the_report(plant(tmp_path, "a.jsonl", lines({"id": "x", "text": STORY, "claims": [], **fields})))
    assert {name: getattr(report, name) for name in fields} == fields


def test_null_and_blank_fields_are_absent(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.jsonl", lines({"text": STORY, "publisher": "", "url": None, "title": " "})))
    assert (report.publisher, report.url, report.title) == (None, None, None)


def test_the_hash_of_a_line_is_that_of_its_bytes_without_the_line_end(tmp_path: Path) -> None:
    line = json.dumps({"text": STORY})
    report = the_report(plant(tmp_path, "a.jsonl", line + "\r\n"))
    assert report.raw_hash == hashlib.sha256(line.encode()).hexdigest()


def test_a_broken_line_is_skipped_with_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.jsonl", lines({"id": "1", "text": STORY}) + '{"text": "half\n\n' + lines({"text": STORY}))
    first, broken, last = outcomes(path)
    assert isinstance(broken, Skipped)
    assert broken.ref.endswith("a.jsonl:2")
    assert broken.reason.startswith("line 2: not valid JSON")
    assert (first.ref, last.ref) == ("1", "a.jsonl:4")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"title": "x"}, "has no text"),
        ({"text": None}, "text must be a string, found null"),
        ({"text": ["a"]}, "text must be a string, found a list"),
        ({"text": STORY, "publisher": 5}, "publisher must be a string or null, found a number"),
        ({"text": STORY, "id": True}, "id must be a string or null, found true or false"),
        ({"text": STORY, "published": "04/05/2025"}, "published: '04/05/2025' is not a date"),
        ({"text": STORY, "language": "?"}, "language: '?' is not a language code"),
        ({"text": STORY, "status": "spiked"}, "unknown report status"),
        ({"text": "  \n"}, "empty"),
        ({"text": "half \ud800 a pair"}, "surrogate pair at character 5"),
        ("a string", "expected an object with a text, found a string"),
        (None, "found null"),
    ],
)
def test_a_line_with_wrong_values_is_skipped_with_the_field(tmp_path: Path, line: Any, reason: str) -> None:
    path = plant(tmp_path, "a.jsonl", lines(line, {"text": STORY}))
    wrong, right = outcomes(path)
    assert isinstance(wrong, Skipped)
    assert reason in wrong.reason
    assert wrong.ref.endswith("a.jsonl:1")
    assert isinstance(right, Report)


def test_a_line_that_is_not_utf_8_is_skipped(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.jsonl", b'{"text": "caf\xe9"}\n' + lines({"text": STORY}).encode())
    wrong, right = outcomes(path)
    assert isinstance(wrong, Skipped)
    assert "not UTF-8 at byte 13" in wrong.reason
    assert isinstance(right, Report)


def test_a_stray_control_character_costs_no_more_than_its_line(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.jsonl", '{"text": "\0"}\n' + lines({"text": STORY}) + "\0\1\n" + lines({"text": STORY}))
    assert [type(each) for each in outcomes(path)] == [Skipped, Report, Skipped, Report]


def test_nesting_past_all_sense_is_skipped(tmp_path: Path) -> None:
    wrong, right = outcomes(plant(tmp_path, "a.jsonl", '{"text":' + "[" * 100_000 + "\n" + lines({"text": STORY})))
    assert isinstance(wrong, Skipped)
    assert isinstance(right, Report)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_part_of_the_first_line(tmp_path: Path, encoding: str) -> None:
    content = '{"text": "Café talks"}\n{"text": "More\u2028talks"}\n'.encode(encoding)
    found = outcomes(plant(tmp_path, "a.jsonl", content))
    assert [each.text for each in found if isinstance(each, Report)] == ["Café talks", "More\u2028talks"]


def test_a_line_over_the_limit_is_skipped_and_never_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "LINE_BYTES", 1000)
    exactly = json.dumps({"text": "a" * 988})
    assert len(exactly) == 1000
    path = plant(tmp_path, "a.jsonl", lines({"text": "b" * 5000}, {"text": "b" * 990}) + exactly)
    first, second, third = outcomes(path)
    assert isinstance(first, Skipped)
    assert "line 1: too large" in first.reason
    assert isinstance(second, Skipped)
    assert isinstance(third, Report)


def test_json_holds_one_object_or_a_list(tmp_path: Path) -> None:
    one = plant(tmp_path, "one.json", json.dumps({"text": STORY}, indent=2))
    many = plant(tmp_path, "many.json", json.dumps([{"id": "x", "text": STORY}, {"text": 1}, {"text": STORY}]))
    assert the_report(one).ref == "one.json"
    first, wrong, last = outcomes(many)
    assert (first.ref, last.ref) == ("x", "many.json:3")
    assert isinstance(wrong, Skipped)
    assert wrong.reason.startswith("item 2: text must be a string")


def test_json_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    path = plant(
        tmp_path, "a.json", lines({"id": "1", "text": STORY}) + "{broken\n" + lines({"id": "3", "text": STORY})
    )
    assert [type(each) for each in outcomes(path)] == [Report, Skipped, Report]


@pytest.mark.parametrize("content", ["[{", "nothing", '"text"', "[]", "17", "null"])
def test_json_without_a_report_is_skipped(tmp_path: Path, content: str) -> None:
    assert the_reason(plant(tmp_path, "a.json", content))


def test_defaults_fill_what_a_line_leaves_open(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.jsonl", lines({"text": STORY}, {"text": STORY, "publisher": "Aral Post"}))
    found = outcomes(path, defaults=Particulars(publisher="Daily Gull"))
    assert [each.publisher for each in found if isinstance(each, Report)] == ["Daily Gull", "Aral Post"]


whole_characters = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(whole_characters, min_size=1), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_text_comes_back_character_for_character(tmp_path: Path, texts: list[str], escaped: bool) -> None:
    content = "".join(json.dumps({"text": text}, ensure_ascii=escaped) + "\n" for text in texts)
    found = outcomes(plant(tmp_path, "a.jsonl", content))
    assert [each.text for each in found if isinstance(each, Report)] == texts
