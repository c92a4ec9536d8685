import io
import json
import sys

import pytest

from reportedly.model import Report, Skipped
from tests.read.planted import STORY, outcomes, pdf_of, the_reason, the_report

LINE = json.dumps({"id": "x", "text": STORY})


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> "Pipe":
    return Pipe(monkeypatch)


class Pipe:
    """Puts bytes on standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, content: str | bytes) -> None:
        raw = content.encode() if isinstance(content, str) else content
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_plain_text_is_told_and_its_header_read(piped: Pipe) -> None:
    piped(f"\n date 2025-05-04 {STORY}")
    report = the_report("-")
    assert (report.ref, report.published, report.text) == ("stdin", "2025-05-04", STORY)


def test_plain_text_is_taken_as_is_on_demand(piped: Pipe) -> None:
    piped(f"date 2025-05-04 {STORY}")
    assert the_report("-", as_is=True).text == f"date 2025-05-04 {STORY}"


def test_json_lines_are_told(piped: Pipe) -> None:
    piped(f"\n{LINE}\n{{broken\n{json.dumps({'text': STORY})}")
    found = outcomes("-")
    assert [each.ref for each in found] == ["x", "stdin:3", "stdin:4"]
    assert [type(each) for each in found] == [Report, Skipped, Report]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark_are_told(piped: Pipe, encoding: str) -> None:
    piped(f"{LINE}\n{LINE}\n".encode(encoding))
    assert [each.ref for each in outcomes("-")] == ["x", "x"]


def test_json_with_line_breaks_is_told(piped: Pipe) -> None:
    piped(json.dumps({"id": "x", "text": STORY}, indent=1))
    assert the_report("-").ref == "x"
    piped(json.dumps([{"id": "y", "text": STORY}], indent=1))
    assert the_report("-").ref == "y"


def test_json_lines_with_a_broken_first_line_are_told(piped: Pipe) -> None:
    piped(f'{{"text": "half\n{LINE}\n')
    assert [type(each) for each in outcomes("-")] == [Skipped, Report]


def test_a_page_is_told(piped: Pipe) -> None:
    piped(f"<!doctype html><html><head><title>A return</title></head><body><p>{STORY}</p></body></html>")
    assert the_report("-").text == STORY


def test_a_pdf_is_told(piped: Pipe) -> None:
    piped(pdf_of((STORY,)))
    assert the_report("-").text == STORY


@pytest.mark.parametrize(
    "text", ["[Photo] The envoy arrived in Port Aral.", "{Port Aral} Talks began.", "<3 from Aral"]
)
def test_brackets_alone_make_no_json_and_no_page(piped: Pipe, text: str) -> None:
    piped(text)
    assert the_report("-").text == text


def test_nothing_on_standard_input_is_on_record(piped: Pipe) -> None:
    piped("")
    assert "empty" in the_reason("-")


def test_standard_input_is_read_once(piped: Pipe) -> None:
    piped(STORY)
    assert len(outcomes("-", "-")) == 1


def test_standard_input_stays_open(piped: Pipe) -> None:
    piped(LINE)
    outcomes("-")
    assert not sys.stdin.buffer.closed
