from pathlib import Path

import pytest

from reportedly.annotate.parse import LONGEST_TEXT
from reportedly.read import limits
from reportedly.read.finding import KIND_OF_SUFFIX
from reportedly.read.particulars import ALIASES, NAMES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "inputs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*KIND_OF_SUFFIX, *NAMES, *ALIASES])
def test_every_suffix_and_field_is_documented(word: str) -> None:
    assert f"`{word}`" in PAGE


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("the text of one report", f"{limits.TEXT_CHARACTERS:,} characters"),
        ("a plain text or Markdown file", limits.megabytes(limits.TEXT_BYTES)),
        ("one line of JSON Lines", limits.megabytes(limits.LINE_BYTES)),
        ("a JSON file", limits.megabytes(limits.JSON_BYTES)),
        ("a page", limits.megabytes(limits.HTML_BYTES)),
        ("a PDF", limits.megabytes(limits.PDF_BYTES)),
        ("the text of a report that claims are extracted from", f"{LONGEST_TEXT:,} characters"),
        ("front matter", f"{limits.HEADER_CHARACTERS:,} characters"),
    ],
)
def test_every_limit_is_documented(what: str, limit: str) -> None:
    assert f"| {what} | {limit} |" in PAGE
