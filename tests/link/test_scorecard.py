"""The scorecard of copying: what each sign counts, and what half of the points decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.lexicon import rows
from reportedly.link.scorecard import Card, Measure, label_of, points, score_of, shipped
from reportedly.link.signs import SIGNS

NOTHING = dict.fromkeys(SIGNS, 0.0)


def test_a_sign_counts_evenly_between_nothing_and_its_full_points() -> None:
    measure = Measure("content", 0.4, 0.8, 1.0)
    assert [round(measure.of(value), 2) for value in (0.0, 0.4, 0.6, 0.8, 1.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_half_of_the_four_measures_make_a_derived_report() -> None:
    found = {**NOTHING, "wording": 0.2, "sentences": 3.0}
    assert (label_of(found, shipped()), score_of(found, shipped())) == ("derived", 0.5)
    assert label_of({**found, "wording": 0.19}, shipped()) == "independent"


def test_three_sentences_kept_word_for_word_settle_it() -> None:
    assert label_of({**NOTHING, "kept": 3.0}, shipped()) == "derived"
    assert label_of({**NOTHING, "kept": 2.0}, shipped()) == "independent"


def test_what_one_publisher_repeats_on_another_day_settles_nothing() -> None:
    stock = {**NOTHING, "kept": 3.0, "stock": 1.0, "sentences": 3.0, "wording": 0.2}
    assert label_of(stock, shipped()) == "independent"


def test_a_whole_report_of_one_publisher_on_another_day_is_a_copy_all_the_same() -> None:
    version = {**NOTHING, "stock": 1.0, "days": 1.0, "wording": 1, "sentences": 8, "content": 1, "lead": 1, "whole": 1}
    assert label_of(version, shipped()) == "copy"


def test_four_fifths_of_the_sentences_make_a_copy_of_what_was_taken() -> None:
    taken = {**NOTHING, "wording": 1.0, "sentences": 3.0}
    assert label_of({**taken, "whole": 0.8}, shipped()) == "copy"
    assert label_of({**taken, "whole": 0.7}, shipped()) == "derived"


@pytest.mark.parametrize(("quoted", "label"), [(10.0, "quote_only"), (9.0, "independent")])
def test_ten_quoted_words_in_both_are_a_shared_quotation(quoted: float, label: str) -> None:
    assert label_of({**NOTHING, "quoted": quoted}, shipped()) == label


@given(st.fixed_dictionaries({sign: st.floats(0, 100) for sign in SIGNS}))
def test_the_score_is_a_half_or_more_exactly_where_reporting_was_taken_over(found: dict[str, float]) -> None:
    score = score_of(found, shipped())
    assert 0.0 <= score <= 1.0
    assert (score >= 0.5) == (label_of(found, shipped()) in ("copy", "derived"))


def test_the_points_may_be_moved_for_a_trial() -> None:
    assert points({**NOTHING, "lead": 1.0}, Card((Measure("lead", 0.0, 1.0, 3.0),))) == 3.0


def test_the_card_has_its_form_and_round_numbers() -> None:
    table = list(rows("reuse_card.tsv"))
    assert all(len(row) == 5 and row[0] in SIGNS and row[4] for row in table)
    assert len({row[0] for row in table}) == len(table)
    for row in table:
        none, full, given_points = map(float, row[1:4])
        assert none < full
        assert (given_points * 2).is_integer()
    measures = [float(row[3]) for row in table if row[0] in ("wording", "sentences", "content", "lead")]
    assert measures == [1.0] * 4
