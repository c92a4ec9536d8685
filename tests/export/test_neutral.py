"""Text from outside cannot act: not in a page, not in Markdown, not in a spreadsheet, not in a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.neutral import cell, markdown, readable, web_address


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n="])
def test_a_cell_never_begins_as_a_formula(start: str) -> None:
    assert cell(f"{start}HYPERLINK()").startswith("'")


@pytest.mark.parametrize(("value", "shown"), [(None, ""), (-3, "-3"), (0.5, "0.5"), ("plain", "plain"), ("", "")])
def test_numbers_and_plain_text_stay_as_they_are(value: object, shown: str) -> None:
    assert cell(value) == shown


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\x1b", "\x00", "\ud800", "\x85"])
def test_what_steers_a_display_becomes_a_visible_mark(mark: str) -> None:
    assert mark not in readable(f"a{mark}b")
    assert mark not in cell(f"a{mark}b")
    assert mark not in markdown(f"a{mark}b")


def test_joiners_that_writing_needs_are_kept() -> None:
    assert readable("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example/a",
        "/a",
        "http://",
        "https:\\\\elsewhere.example",
        "http://[bad",
        "https://aral.example/\u202e",
        "https://aral.example/" + "a" * 3000,
        "",
        None,
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert web_address(url) is None


def test_an_address_cannot_leave_its_place() -> None:
    linked = web_address('https://aral.example/a"onclick="x>(y) z<b>')
    assert linked is not None
    assert not set(linked) & set("\"'<>() ") - {"'"}
    assert web_address("https://aral.example/a?b=c&d=%20#e") == "https://aral.example/a?b=c&d=%20#e"


def test_markdown_and_html_in_text_read_as_text() -> None:
    shown = markdown("[a](javascript:x) <img src=x onerror=1> **b** `c` # d | e\n# f ![g](h)")
    assert "<img" not in shown and "&lt;img" in shown
    assert "[a](" not in shown and "\n" not in shown
    assert "**" not in shown


@given(st.text())
def test_any_text_becomes_one_line(text: str) -> None:
    assert "\n" not in markdown(text) and "\n" not in readable(text)
