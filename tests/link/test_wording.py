"""The words of a report: sentences, quotations, page furniture, stock background."""

import re

import pytest

from reportedly.link.lexicon import rows, words
from reportedly.link.wording import Wording, stem, wording
from tests.link.wire import told


def read(text: str) -> Wording:
    return wording(told(text))


def sentences(text: str) -> list[str]:
    return [line.span.of(text) for line in read(text).lines]


def furniture(text: str) -> list[str]:
    return [line.span.of(text) for line in read(text).lines if line.furniture]


def quoted(text: str) -> list[str]:
    found = read(text)
    return [word for word, mark in zip(found.words, found.quoted, strict=True) if mark]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Dr. Iven met Gen. A. B. Holm of the U.S. Navy in Teshik. They spoke for an hour."
    assert len(sentences(text)) == 2


def test_a_line_of_fixed_width_breaks_no_sentence_but_a_headline_is_its_own() -> None:
    assert len(sentences("The boat was towed to a sandbank east of the\nlighthouse on Monday.")) == 1
    assert sentences("Ferry saved\nThe boat was towed away.") == ["Ferry saved", "The boat was towed away."]


@pytest.mark.parametrize(
    "text",
    [
        'She said: "The boat was full of people."',
        "She said: “The boat was full of people.”",
        "She said: ‘The boat was full of people.’",
        "She said: 'The boat was full of people.'",
        "She said: “The boat was full of people.\n",
    ],
)
def test_words_between_quotation_marks_are_quoted(text: str) -> None:
    assert quoted(text) == ["the", "boat", "was", "full", "of", "people"]


def test_scare_quotes_apostrophes_and_possessives_quote_nothing() -> None:
    assert quoted("The “Lady Anselm” left. The mate's boat and the officials' car weren't there.") == []


def test_a_post_with_its_handle_is_quoted() -> None:
    assert "burning" in quoted("Ferry is burning off the cape — Odile Marsh (@odilemarsh) June 3, 2025")


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter and never miss a story.",
        "Follow us on Twitter",
        "All rights reserved.",
        "Related stories",
        "(Photo: Ann Holm)",
        "Advertisement",
        "Read more",
        "By Nella Brandt",
        "Updated: June 3, 2025 18:50 GMT",
        "An error has occurred.",
    ],
)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert furniture(f"Two boats left the harbour on Monday.\n{line}\nThe third stayed.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The error has cost the town two million.",
        "Police said they would follow him on foot.",
        "By Monday the boats had left.",
        "The photograph shows a boat.",
        "Two related cases are before the court.",
    ],
)
def test_sentences_of_the_report_are_not_furniture(line: str) -> None:
    assert furniture(line) == []


def test_a_list_of_other_stories_ends_a_text_without_paragraphs() -> None:
    text = "Two boats left. Related News Fish prices rise | Mayor resigns Who is who? Nobody knows yet"
    assert read(text).told == read(text).lines[:1]


def test_stock_background_is_told_from_news() -> None:
    text = "The strait has been closed since March 2019. Two boats left on Monday."
    assert read(text).background == (True, False)


@pytest.mark.parametrize(("word", "same"), [("boats", "boat"), ("closed", "closing"), ("Holm's".lower(), "holm")])
def test_endings_do_not_count(word: str, same: str) -> None:
    assert stem(word) == stem(same)


def test_the_lexicons_have_their_form() -> None:
    for row in rows("furniture.tsv"):
        assert row[0] in {"line", "whole", "rest"}
        assert row[1] == row[1].lower()
        re.compile(row[2])
    assert all(len(row) == 2 and re.compile(row[1]) for row in rows("background.tsv"))
    assert {"the", "said", "of"} <= words("function_words.tsv")
    assert "denied" in words("denial_words.tsv")
    lower = ("function_words.tsv", "abbreviations.tsv", "denial_words.tsv")
    assert all(word == word.lower() for name in lower for word in words(name))
