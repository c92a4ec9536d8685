"""Runs without white space are read in pieces; the text stays as it is, and other texts are not touched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.runs import LONGEST_RUN, PIECE, has_long_run, parts_of
from tests.annotate.reading import read


@given(st.lists(st.tuples(st.sampled_from(['"', "(", "x", "a-", " ", "\n", "é"]), st.integers(1, 3 * LONGEST_RUN))))
def test_the_parts_of_a_text_give_it_back(runs: list[tuple[str, int]]) -> None:
    text = "".join(mark * times for mark, times in runs)
    parts = list(parts_of(text))
    assert "".join(parts) == text
    assert all(parts)
    assert not any(has_long_run(part) for part in parts)


def test_only_a_run_that_is_longer_than_any_word_is_cut() -> None:
    address = "https://aral.example/" + "a" * (LONGEST_RUN - 21)
    assert not has_long_run(f"See {address} for more.")
    assert list(parts_of(f"See {address} for more.")) == [f"See {address} for more."]
    assert has_long_run(f"See {address}z for more.")
    assert max(map(len, list(parts_of(address + "z")))) == PIECE


@pytest.mark.parametrize("mark", ['"', "(", "“", "a.B", '.("'])
def test_tokens_beside_and_inside_a_long_run_lie_where_they_say(mark: str) -> None:
    text = f"The envoy visited Port Aral.  {mark * 1500}left\n\n Anna Holm stayed."
    doc = read(text)
    assert [text[t.start : t.end] for t in doc.tokens] == [t.text for t in doc.tokens]
    assert "".join(t.text for t in doc.tokens) == "".join(text.split())
    assert [t.text for t in doc.tokens][:3] == ["The", "envoy", "visited"]
    assert [t.text for t in doc.tokens][-3:] == ["Holm", "stayed", "."]


def test_twenty_thousand_marks_in_a_row_are_read_in_seconds() -> None:
    begun = time.process_time()
    assert read('"' * 20_000).tokens
    assert time.process_time() - begun < 15  # uncut they take over 35
