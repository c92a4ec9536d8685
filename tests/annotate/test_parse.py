"""Tokens and sentences as plain values."""

import pytest

from reportedly.annotate.parse import BATCH, LONGEST_TEXT, groups
from reportedly.errors import Skip
from reportedly.model import Report
from tests.annotate.reading import read


def test_tokens_lie_where_they_say_and_point_to_their_heads() -> None:
    doc = read("Anna  Holm\tleft.\n\n  She came back \u2028 later.")
    assert [doc.report.text[t.start : t.end] for t in doc.tokens] == [t.text for t in doc.tokens]
    assert [t.i for t in doc.tokens] == list(range(len(doc.tokens)))
    assert all(0 <= t.head < len(doc.tokens) for t in doc.tokens)
    assert all(s.first <= t.i < s.last for t in doc.tokens for s in (doc.sentences[t.sentence],))


def test_a_sentence_ends_where_a_line_does() -> None:
    doc = read("Harbour closed\nThe storm came at night")
    assert [doc.report.text[s.start : s.end] for s in doc.sentences] == ["Harbour closed", "The storm came at night"]
    assert [s.paragraph for s in doc.sentences] == [0, 1]


def test_glued_marks_come_apart() -> None:
    words = [t.text for t in read("The Union (APU)-widely feared-left in May.[2] Nobody saw it.").tokens]
    assert {"APU", "widely", "May", "2"} <= set(words)
    assert len(read("The Union left in May.[2] Nobody saw it.").sentences) >= 2


def test_nothing_gives_nothing() -> None:
    for text in ("", " \n\n ", "\t"):
        doc = read(text)
        assert (doc.tokens, doc.sentences, doc.mentions, doc.entities, doc.quotations) == ((), (), (), (), ())


def test_reports_are_read_together_up_to_a_number_and_a_length() -> None:
    short = [Report("a", f"{i}.txt") for i in range(2 * BATCH + 1)]
    assert [len(group) for group in groups(short)] == [BATCH, BATCH, 1]
    half = Report("a" * (LONGEST_TEXT // 2), "half.txt")
    assert [len(group) for group in groups([half, half, half, short[0]])] == [2, 2]
    assert list(groups([])) == []


def test_a_text_too_long_to_be_held_at_once_is_skipped_with_the_limit() -> None:
    with pytest.raises(Skip, match=r"too long: 250,001 characters, at most 250,000 are read as one report; split it"):
        list(groups([Report("a" * (LONGEST_TEXT + 1), "long.txt")]))


def test_no_sentence_begins_inside_a_name() -> None:
    doc = read(
        "PORT ARAL - Sela Marrun, the chair of the Tidewater People's League, met Norvane trade envoy Teodor Lisk at "
        "the Customs House on Tuesday, the League's spokesman said. Davo Marrun, the harbour master, was not there."
    )
    named = [doc.text_of(mention.span) for mention in doc.mentions if mention.form == "name"]
    assert "Sela Marrun" in named and "Davo Marrun" in named
    assert len({doc.tokens[i].sentence for i, token in enumerate(doc.tokens) if token.text in ("Sela", "Lisk")}) == 1


def test_an_abbreviated_title_keeps_its_full_stop_and_ends_no_sentence() -> None:
    doc = read("Police said Supt. Ada Ilves met Insp. Karim Sadek and Atty. Anna Holm at the port.")
    assert {"Supt.", "Insp.", "Atty."} <= {t.text for t in doc.tokens}
    assert len(doc.sentences) == 1
    assert len(read("The ferry sailed. Adv. Ada Ilves spoke.").sentences) == 2
