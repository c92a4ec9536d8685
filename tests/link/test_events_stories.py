"""Reports of one story are near, those of a twin story are not, and strangers are not compared at all."""

from itertools import combinations

from reportedly.link.events_stories import STRANGERS, acquainted, months, outline, report_odds, report_signs, stories
from reportedly.model import Annotated, Report
from tests.link.parsed import RAID, tokens

CHEFS = "Chefs/NOUN/nsubj/1 open/VERB/ROOT/1 Brell/PROPN/dobj/1 on/ADP/prep/1 9/NUM/pobj/3"


def test_reports_that_share_names_and_first_words_are_nearer_than_those_that_do_not() -> None:
    a, b, c = outline(tokens(RAID)), outline(tokens(RAID)), outline(tokens(CHEFS))
    assert report_odds(a, b) > 0 > report_odds(a, c)
    told = stories([a, b, c])
    assert told.near(0, 1).story
    assert not told.near(0, 2).story
    assert told.candidates[0] != told.candidates[2]


def test_an_empty_report_has_an_outline_and_tells_no_story_with_another() -> None:
    empty = outline(Annotated(Report("", "e"), (), ()))
    assert not stories([empty, outline(tokens(RAID))]).near(0, 1).story
    assert list(stories([]).candidates) == []


def test_days_of_the_month_are_known_with_the_number_on_either_side() -> None:
    found = outline(
        tokens("on/ADP/prep/0 3/NUM/x/0 May/PROPN/x/0 or/CCONJ/x/0 June/PROPN/x/0 21st/NOUN/x/0 2031/NUM/x/0")
    )
    assert found.days == {"5 3", "6 21"}
    assert found.years == {"2031"}
    assert not outline(tokens("they/PRON/x/0 may/AUX/x/0 3/NUM/x/0")).days


def test_reports_that_name_different_years_say_so() -> None:
    one, other = (outline(tokens(f"{RAID} {year}/NUM/x/0")) for year in (2030, 2031))
    signs = report_signs(one, other)
    assert signs["years_apart"]
    assert not signs["years"]
    assert report_signs(one, one)["years"]


def test_reports_without_a_name_or_words_in_common_are_strangers() -> None:
    told = [outline(tokens(each)) for each in (RAID, CHEFS, RAID)]
    assert list(acquainted(told)) == [(0, 2)]
    assert stories(told).near(0, 1) == STRANGERS


def test_the_order_of_the_reports_changes_no_story() -> None:
    told = [outline(tokens(each)) for each in (RAID, CHEFS, RAID, CHEFS, RAID)]
    one, turned = stories(told), stories(told[::-1])
    for i, j in combinations(range(5), 2):
        assert one.near(i, j) == turned.near(4 - i, 4 - j)


def test_every_month_has_its_full_name_and_a_number() -> None:
    assert sorted(set(map(int, months().values()))) == list(range(1, 13))
    assert all(name == name.lower() for name in months())
    assert months()["september"] == months()["sept."] == "9"
