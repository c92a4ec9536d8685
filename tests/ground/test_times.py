"""The times of a report: what day it speaks from, which way its verbs look, what a claim gets."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.ground import ground, times, timex
from reportedly.ground.times import anchored_day, printed_day
from reportedly.model import Annotated, Factuality, Link, Report, Time
from tests.ground.planted import claim, report, span_of


def values(text: str, published: str | None = "2025-06-18") -> dict[str, str | None]:
    doc = report(text, published)
    return {doc.text_of(t.span): t.edtf for t in times(doc) if t.span}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("01-08-2016 Five killed as a helicopter is shot down.", date(2016, 8, 1)),
        ("Published November 23 2017 At least nine men were killed Thursday.", date(2017, 11, 23)),
        ("Last updated at Apr 092017 A market was hit.", date(2017, 4, 9)),
        ("PORT ARAL, 26 July 2022: The envoy met the council.", date(2022, 7, 26)),
        ("ARAL – 26 July 2022 (Aral Post) – The envoy met the council.", date(2022, 7, 26)),
        ("Bridge opens\nDecember 10, 2013\nThe bridge was opened.", date(2013, 12, 10)),
        ("Tuesday 02 August 2016 19:11 The coalition asked for help.", date(2016, 8, 2)),
        ("Police arrested a man yesterday (July 27, 2022) in Aral.", date(2022, 7, 28)),
        ("Police arrested a man today (July 27, 2022) in Aral.", date(2022, 7, 27)),
        ("In a letter this 27 July 2022, the envoy thanked the council.", date(2022, 7, 27)),
    ],
)
def test_a_date_printed_at_the_head_is_the_day_a_report_speaks_from(head: str, day: date) -> None:
    assert printed_day(head, None) == day


@pytest.mark.parametrize(
    "head",
    [
        "The forces began their advance on 6 November 2016.",
        "A man born 4 May 1980 met the council.",
        "On this day in 1980, the envoy, born 4 May 1950, met the council.",
        "",
        "x",
    ],
)
def test_a_date_told_in_the_story_is_not(head: str) -> None:
    assert printed_day(head, None) is None


def test_a_printed_date_wins_over_the_publication_date() -> None:
    doc = report("Published November 23 2017 Nine men were killed Thursday in Aral.", "2017-11-15")
    assert anchored_day(doc) == date(2017, 11, 23)
    assert values(doc.report.text, "2017-11-15")["Thursday"] == "2017-11-23"


def test_a_headline_date_counts_only_near_the_publication_date() -> None:
    text = "Ten men seized near Aral monitor says Saturday 21 Feb 2015 Ten men were seized."
    assert printed_day(text, date(2015, 2, 20)) == date(2015, 2, 21)
    assert printed_day(text, date(2019, 2, 20)) is None


def test_a_weekday_lies_behind_unless_the_verb_looks_ahead() -> None:
    assert values("The council met the envoy on Monday.")["Monday"] == "2025-06-16"
    assert values("The council will meet the envoy on Monday.")["Monday"] == "2025-06-23"
    assert values("The council plans to meet the envoy on Monday.")["Monday"] == "2025-06-23"


def test_a_date_without_a_year_is_the_latest_unless_the_verb_looks_ahead() -> None:
    assert values("The council met the envoy on 5 August.")["5 August"] == "2024-08-05"
    assert values("The council will meet the envoy on 5 August.")["5 August"] == "2025-08-05"
    assert values("The council has until 5 August.")["until 5 August"] == "../2025-08-05"


def test_days_ahead_are_counted_from_today() -> None:
    assert values("The council will meet the envoy in three days.")["three days"] == "2025-06-21"


def test_without_a_date_of_its_own_a_report_leaves_relative_phrases_open() -> None:
    text = "The council met on Monday. In May 2006 it met again, and on 10 May it closed."
    assert values(text, None) == {"Monday": None, "May 2006": "2006-05", "10 May": "2006-05-10"}


def test_the_next_day_counts_from_the_day_told_last() -> None:
    found = values("The council met on 5 May. The following day it closed.")
    assert found["The following day"] == "2025-05-06"


def test_today_with_its_date_is_of_the_year_that_the_report_speaks_from() -> None:
    text = "In a letter this 27 July 2022, the envoy recalled the strike of August 2021. Today, July 27, it is over."
    assert values(text, None)["Today, July 27"] == "2022-07-27"


def test_what_came_later_in_the_past_is_not_ahead() -> None:
    text = "In 2024 the envoy met the council. Two years later, the council was closed."
    assert values(text)["Two years later"] is None
    assert values(text.replace("2024", "2020"))["Two years later"] == "2022"


def test_a_clause_with_since_is_open_from_its_time_on() -> None:
    doc = report("Ten men have been killed since the strike began in May 2016.")
    made = claim(doc, "killed", time="since the strike began in May 2016")
    (grounded,) = ground(doc, (made,))
    assert grounded.time == Time("2016-05/..", span_of(doc, "since the strike began in May 2016"))


def test_an_event_named_by_its_day_has_the_year_of_the_event() -> None:
    assert values("He planned the Sept. 11 attacks.")["Sept. 11"] == "2001-09-11"
    assert values("He was seized on Sept. 11, attackers said.")["Sept. 11"] == "2024-09-11"


def test_a_phrase_that_counts_from_an_event_has_no_value() -> None:
    assert values("On 5 May he left, two days after the vote.")["two days after"] is None


def test_timex_values_stand_beside_the_phrases() -> None:
    doc = report("The council met last week and sat for three days; it now meets daily.")
    assert timex(doc) == (("DATE", "2025-W24"), ("DURATION", "P3D"), ("DATE", "PRESENT_REF"), ("SET", "P1D"))


def test_a_claim_with_a_phrase_gets_its_value_and_keeps_the_rest() -> None:
    doc = report("The envoy met the council on Monday.")
    made = claim(doc, "met", time="on Monday")
    (grounded,) = ground(doc, (made,))
    assert grounded.time == Time("2025-06-16", span_of(doc, "on Monday"))
    assert (grounded.trigger, grounded.sentence, grounded.type) == (made.trigger, made.sentence, made.type)


def test_an_act_that_lies_ahead_dates_its_phrase_ahead_where_no_verb_tells() -> None:
    doc = report("A summit on Monday: the council is ready.")
    made = claim(doc, "summit", time="on Monday")
    (past,) = ground(doc, (made,))
    (ahead,) = ground(doc, (replace(made, factuality=Factuality(temporality="future")),))
    assert past.time == Time("2025-06-16", span_of(doc, "on Monday"))
    assert ahead.time == Time("2025-06-23", span_of(doc, "on Monday"))


def test_a_claim_without_a_phrase_is_bounded_by_publication_and_never_dated_by_it() -> None:
    doc = report("The envoy met the council.")
    (grounded,) = ground(doc, (claim(doc, "met"),))
    assert grounded.time == Time("../2025-06-18", None)


def test_a_claim_without_phrase_and_publication_date_has_no_time() -> None:
    doc = report("The envoy met the council.", None)
    (grounded,) = ground(doc, (claim(doc, "met"),))
    assert grounded.time is None


def test_a_phrase_that_names_no_date_leaves_the_claim_without_a_value() -> None:
    doc = report("The envoy recently met the council.")
    (grounded,) = ground(doc, (claim(doc, "met", time="recently"),))
    assert grounded.time == Time(None, span_of(doc, "recently"))


def test_a_word_beside_a_date_is_not_taken_for_it() -> None:
    doc = report("The envoy left after marriage in May 2006 and came back.")
    (grounded,) = ground(doc, (claim(doc, "left", time="after marriage"),))
    assert grounded.time == Time(None, span_of(doc, "after marriage"))


def test_the_time_of_speaking_is_given_its_value_too() -> None:
    doc = report("On Tuesday the envoy said the council had met.")
    made = claim(doc, "met")
    link = Link("named_person", time=Time(None, span_of(doc, "Tuesday")))
    (grounded,) = ground(doc, (replace(made, attribution=(link,)),))
    assert grounded.attribution[0].time == Time("2025-06-17", span_of(doc, "Tuesday"))


@pytest.mark.parametrize("published", ["2025", "2025-06", "2025-06-18T09:30:00Z", "soon", None])
def test_a_publication_date_of_any_precision_is_understood(published: str | None) -> None:
    doc = report("The envoy met the council on Monday.", published)
    assert ground(doc, (claim(doc, "met", time="Monday"),))


def test_an_empty_report_has_no_times() -> None:
    doc = Annotated(Report("", "test"), (), ())
    assert (times(doc), timex(doc), ground(doc, ())) == ((), (), ())


def test_a_noun_whose_time_begins_well_after_publication_tells_of_what_is_to_come() -> None:
    doc = report("The vote in November 2025 is near. The council met in May.")
    ahead, past = ground(doc, (claim(doc, "vote", time="in November 2025"), claim(doc, "met", time="in May")))
    assert ahead.factuality.temporality == "future"
    assert past.factuality.temporality == "non_future"
