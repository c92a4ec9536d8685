"""The phrases that say when: which words they take, of which type, and what is none."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.times import RULES, classes, holidays, matches, number_class, time_words
from tests.annotate.reading import read


def phrases(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    return [(doc.text_of(t.span), t.type) for t in doc.times]


def words(text: str) -> list[str]:
    return [phrase for phrase, _ in phrases(text)]


@pytest.mark.parametrize(
    "date",
    [
        "5 February 2025", "Feb. 5", "February 5, 2025", "05-02-2025", "2025-02-05", "5/2/2025", "November 23 2017",
        "12 July", "the 5th of May", "May 5th", "Nov. 6, 2016", "Monday, July 25", "Saturday 21 February 2015",
    ],
)  # fmt: skip
def test_a_date_is_found_in_every_form_that_news_prints(date: str) -> None:
    assert phrases(f"The envoy met the council on {date} in Port Aral.") == [(date, "DATE")]


@pytest.mark.parametrize(
    "phrase",
    [
        "yesterday", "last week", "three days ago", "earlier this month", "early 2011", "late April 2025", "mid-May",
        "two and a half years ago", "last Friday", "the following day", "a few days later", "the first quarter of 2009",
        "the summer of 2020", "the early 1990s", "the end of last year", "the second week of March", "the weekend",
        "New Year's Day", "Kashmir Solidarity Day", "the 20th century", "the past two years",
    ],
)  # fmt: skip
def test_relative_and_vague_phrases_are_dates(phrase: str) -> None:
    assert (phrase, "DATE") in phrases(f"The council met the envoy in Port Aral, it said, in {phrase}.")


def test_what_changes_the_meaning_belongs_to_the_phrase_and_a_plain_preposition_does_not() -> None:
    text = "He stayed since October 2023, until March, between 3 and 5 May and from 2010 to 2014, not on Monday."
    assert words(text) == ["since October 2023", "until March", "between 3 and 5 May", "from 2010 to 2014", "Monday"]


def test_a_date_in_brackets_joins_the_day_that_it_explains() -> None:
    assert words("Police arrested a man yesterday (July 27, 2022) in Aral.") == ["yesterday (July 27, 2022)"]


def test_times_of_day_are_times() -> None:
    assert phrases("It struck at 10:30pm on Tuesday, and again on Thursday night.") == [
        ("at 10:30pm on Tuesday", "TIME"),
        ("Thursday night", "TIME"),
    ]


def test_a_length_of_time_is_a_duration_and_a_rhythm_a_set() -> None:
    text = "The 16-year-old walked for three days; the paper appears daily, and they meet every week."
    assert phrases(text) == [
        ("16-year-old", "DURATION"), ("three days", "DURATION"), ("daily", "SET"), ("every week", "SET"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "Theresa May met April Jones.",
        "The 2,000 people and 2000 soldiers of the 82nd Airborne lost 2-1.",
        "Flight 1549 had a second engine.",
        "They earn 28 a head and fall behind.",
        "The China Daily reported it.",
    ],
)
def test_false_friends_are_no_times(text: str) -> None:
    assert phrases(text) == []


def test_a_year_needs_company_that_makes_it_one() -> None:
    assert words("In 2000 the army lost 2000 soldiers; the 2015 elections followed.") == ["2000", "2015"]


def test_a_footnote_mark_does_not_hide_a_year() -> None:
    (found,) = words("He was killed in October 2005.[4] It was said later.")
    assert found.startswith("October 2005")


def test_no_phrase_crosses_a_line() -> None:
    assert words("Talks on Monday\n3 May was quiet") == ["Monday", "3 May"]


def test_no_rule_matches_nothing() -> None:
    assert [rule.pattern for _, rule in RULES if rule.match("")] == []


@given(st.text(alphabet="MWwYDOJRZXKQSHTPCmzUVcNqradLntebeEyoisfBk&-,()'GvFxlAuhg%_.~", max_size=60))
def test_any_string_of_letters_is_parted_into_matches_apart_from_each_other(letters: str) -> None:
    found = list(matches(letters, 0, len(letters)))
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(0 <= a.first < a.last <= len(letters) for a in found)


@pytest.mark.parametrize("unit", ["N", "D-", "D,", "M-", "q", "Y", "H~", "ei", "LV", "td"])
def test_a_table_of_anything_is_parted_in_proportion_to_its_length(unit: str) -> None:
    letters = unit * (40_000 // len(unit))
    started = time.process_time()
    assert all(found.last <= len(letters) for found in matches(letters, 0, len(letters)))
    assert time.process_time() - started < 5.0


def test_every_phrase_covers_whole_tokens() -> None:
    doc = read("On Monday, July 25, the envoy left; he came back in late August.")
    assert doc.times
    for each in doc.times:
        assert each.span == doc.span(each.first, each.last)


def test_there_is_one_letter_for_each_token_whatever_the_text() -> None:
    for text in ("New Year's Day 1999", "x", "—", "5", "the the the", "Mon. Tue. Wed."):
        doc = read(text)
        assert len(classes(doc.tokens)) == len(doc.tokens)


def test_a_long_text_takes_time_in_proportion() -> None:
    doc = read("On Monday the 5 men of 2 towns met for 3 days in May. " * 400)
    assert len(doc.times) == 1200


@pytest.mark.parametrize(
    ("token", "letter"),
    [("5", "D"), ("32", "N"), ("5th", "O"), ("2016", "Y"), ("1990s", "K"), ("2010–14", "Z"), ("2–5", "J"),
     ("05/02/2025", "X"), ("10:30", "C"), ("5pm", "C"), ("1.50", "N"), ("092017", "j"), ("mid-may", "M"),
     ("q3", "Q"), ("house", None)],
)  # fmt: skip
def test_the_shape_of_a_token_gives_its_class(token: str, letter: str | None) -> None:
    assert number_class(token) == letter


def test_the_word_list_holds_one_letter_a_word() -> None:
    found, capitals = time_words()
    assert len(found) > 350
    assert all(len(letter) == 1 and word == word.lower().strip() for word, letter in found.items())
    assert {"monday", "may", "gmt"} <= capitals
    assert found["ago"] == "G"


def test_named_days_are_listed_by_their_first_word_longest_first() -> None:
    assert "kashmir solidarity day" in holidays()["kashmir"]
    assert all(re.match(re.escape(opening), name) for opening, names in holidays().items() for name in names)
    assert all(list(names) == sorted(names, key=lambda n: (-len(n), n)) for names in holidays().values())
