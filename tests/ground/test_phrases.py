"""What a phrase means on a day: Wednesday 18 June 2025."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.phrases import value
from reportedly.ground.vocabulary import Anchor

TODAY = Anchor(date(2025, 6, 18))
AHEAD = TODAY._replace(future=True)
TOLD = TODAY._replace(before="2025-05-30", day="2025-05-30")
UNDATED = Anchor()

PAST = {
    "5 February 2025": "2025-02-05",
    "Feb. 5": "2025-02-05",
    "12 July": "2024-07-12",
    "November 23 2017": "2017-11-23",
    "Apr 092017": "2017-04-09",
    "05-02-2025": "2025-02-05",
    "01-08-2016": "2016-08-01",
    "7/8/07": "2007-08-07",
    "23/11/2024": "2024-11-23",
    "2025-02-05": "2025-02-05",
    "on May 15 of last year": "2024-05-15",
    "on Monday, March 3": "2025-03-03",
    "between 3 and 5 May": "2025-05-03/2025-05-05",
    "2-5 June 2020": "2020-06-02/2020-06-05",
    "December 13-15, 2022": "2022-12-13/2022-12-15",
    "from 3 May until 6 June": "2025-05-03/2025-06-06",
    "May": "2025-05",
    "June": "2025-06",
    "August": "2024-08",
    "last June": "2024-06",
    "late April 2025": "2025-04-21/2025-04-30",
    "early February 2024": "2024-02-01/2024-02-10",
    "mid-May": "2025-05-11/2025-05-20",
    "January this year": "2025-01",
    "in 2017": "2017",
    "early 2011": "2011-01/2011-04",
    "mid-2014": "2014-05/2014-08",
    "the end of 2009": "2009-09/2009-12",
    "from 2010 to 2014": "2010/2014",
    "2010-14": "2010/2014",
    "the 1990s": "1990/1999",
    "the late 1980s": "1987/1989",
    "the '70s": "1970/1979",
    "the 20th century": "1901/2000",
    "spring": "2025-03/2025-05",
    "last summer": "2024-06/2024-08",
    "the winter of 2013-14": "2013-12/2014-02",
    "the first quarter of 2009": "2009-01/2009-03",
    "the second half of last year": "2024-07/2024-12",
    "Q3 2020": "2020-07/2020-09",
    "on Monday": "2025-06-16",
    "Wednesday": "2025-06-18",
    "Thursday night": "2025-06-12",
    "last Wednesday": "2025-06-11",
    "Tuesday last week": "2025-06-10",
    "earlier on Tuesday": "2025-06-17",
    "today": "2025-06-18",
    "yesterday": "2025-06-17",
    "yesterday (June 17, 2025)": "2025-06-17",
    "last night": "2025-06-17",
    "this week": "2025-06-16/2025-06-18",
    "earlier this week": "2025-06-16/2025-06-18",
    "last week": "2025-06-09/2025-06-15",
    "since the beginning of last week": "2025-06-09/..",
    "earlier this month": "2025-06-01/2025-06-18",
    "last month": "2025-05",
    "this year": "2025",
    "last year": "2024",
    "over the weekend": "2025-06-14/2025-06-15",
    "Over the past four decades": "1985/2025",
    "the past two years": "2023/2025",
    "the last three months": "2025-03/2025-06",
    "the past 10 days": "2025-06-08/2025-06-18",
    "the last 24 hours": "2025-06-17/2025-06-18",
    "three days ago": "2025-06-15",
    "two weeks ago": "2025-06-02/2025-06-08",
    "two months ago": "2025-04",
    "a year ago": "2024",
    "two days after 3 March": "2025-03-05",
    "since October 2023": "2023-10/..",
    "since early 2011": "2011-01/..",
    "until March": "../2025-03",
    "by Friday": "../2025-06-13",
    "before January 7": "../2025-01-07",
    "in the past": "../2025-06-18",
    "New Year's Day": "2025-01-01",
    "Kashmir Solidarity Day": "2025-02-05",
    "Easter Monday": "2025-04-21",
    "Thanksgiving": "2024-11-28",
    "9/11": "2001-09-11",
    "at 10:30pm on Tuesday": "2025-06-17",
    "the early hours of Friday": "2025-06-13",
}


@pytest.mark.parametrize(("phrase", "edtf"), PAST.items())
def test_a_phrase_of_the_past_has_its_value(phrase: str, edtf: str) -> None:
    assert value(phrase, TODAY).edtf == edtf


FUTURE = {
    "on Monday": "2025-06-23",
    "Wednesday": "2025-06-18",
    "next Wednesday": "2025-06-25",
    "Monday next week": "2025-06-23",
    "12 July": "2025-07-12",
    "5 February": "2026-02-05",
    "May": "2026-05",
    "next March": "2026-03",
    "next week": "2025-06-23/2025-06-29",
    "next year": "2026",
    "tomorrow": "2025-06-19",
    "the weekend": "2025-06-21/2025-06-22",
    "later this month": "2025-06-18/2025-06-30",
    "three days from now": "2025-06-21",
    "by the end of this year": "../2025-12",
    "Christmas": "2025-12-25",
}


@pytest.mark.parametrize(("phrase", "edtf"), FUTURE.items())
def test_a_phrase_of_the_future_looks_ahead(phrase: str, edtf: str) -> None:
    assert value(phrase, AHEAD).edtf == edtf


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [("the following day", "2025-05-31"), ("the same day", "2025-05-30"), ("two days later", "2025-06-01"),
     ("a week earlier", "2025-05-19/2025-05-25"), ("that year", "2025"), ("since then", "2025-05-30/.."),
     ("the previous month", "2025-04")],
)  # fmt: skip
def test_a_phrase_that_points_back_counts_from_the_day_told_last(phrase: str, edtf: str) -> None:
    assert value(phrase, TOLD).edtf == edtf
    assert value(phrase, UNDATED).edtf is None


@pytest.mark.parametrize(
    "phrase", ["on Monday", "yesterday", "last week", "three days ago", "12 July", "this month", "the past two years"]
)
def test_without_a_day_of_its_own_a_report_gives_relative_phrases_no_value(phrase: str) -> None:
    assert value(phrase, UNDATED).edtf is None


def test_without_a_day_of_its_own_a_report_lends_dates_the_year_that_it_prints() -> None:
    assert value("on 10 May", UNDATED._replace(year=2006)).edtf == "2006-05-10"


@pytest.mark.parametrize(
    "phrase",
    ["recently", "weeks ago", "weeks after the vote", "in recent years", "for three days", "16-year-old", "currently",
     "31 February", "the 45th of May", "the last few months", "Diwali", "banana", "", " ", "a to b to c"],
)  # fmt: skip
def test_what_names_no_date_has_no_value(phrase: str) -> None:
    assert value(phrase, TODAY).edtf is None


@pytest.mark.parametrize(
    ("phrase", "timex"),
    [("last week", "2025-W24"), ("three days", "P3D"), ("two and a half years", "P2.5Y"), ("recently", "PAST_REF"),
     ("now", "PRESENT_REF"), ("soon", "FUTURE_REF"), ("daily", "P1D"), ("Thursday night", "2025-06-12TNI"),
     ("the 1990s", "199"), ("last summer", "2024-SU"), ("several years", "PXY"),
     ("the first quarter of 2009", "2009-Q1")],
)  # fmt: skip
def test_timex_values_are_those_of_the_standard(phrase: str, timex: str) -> None:
    assert value(phrase, TODAY).timex == timex


@pytest.mark.parametrize("edtf", sorted({*PAST.values(), *FUTURE.values()}))
def test_every_value_is_valid_edtf(edtf: str) -> None:
    assert parse_edtf(edtf) is not None


WORDS = [
    "last", "next", "this", "the", "past", "5", "12", "2016", "May", "June", "Monday", "week", "days", "three", "ago",
    "before", "since", "until", "between", "and", "to", "from", "early", "late", "mid", "of", "year", "month", "3rd",
    "'", "'s", "-", ",", "(", ")", "noon", "10:30", "pm", "quarter", "first", "Christmas", "1990s", "weekend", "later",
    "earlier", "a", "few", "in", "on",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.booleans())
def test_any_words_of_time_give_valid_edtf_or_none(words: list[str], future: bool) -> None:
    edtf = value(" ".join(words), TODAY._replace(future=future, before="2025-05", year=2020)).edtf
    assert edtf is None or parse_edtf(edtf) is not None


@given(st.text(max_size=100))
def test_any_text_gives_valid_edtf_or_none(text: str) -> None:
    edtf = value(text, TODAY).edtf
    assert edtf is None or parse_edtf(edtf) is not None
