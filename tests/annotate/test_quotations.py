"""Direct speech between quotation marks."""

from reportedly.annotate.quotations import stretches
from tests.annotate.reading import read


def quoted(text: str) -> list[tuple[int, str]]:
    return [(number, text[start:end]) for number, start, end in stretches(text)]


def test_straight_and_curly_marks_pair() -> None:
    assert quoted('He said "yes" and then “no”.') == [(1, "yes"), (2, "no")]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("The dogs' owner said it's the party's fault.") == []


def test_single_marks_around_words_are_a_quotation() -> None:
    assert quoted("She spoke ‘directly to them’ and called it 'a shame'.") == [
        (1, "directly to them"),
        (2, "a shame"),
    ]


def test_a_quotation_opened_anew_in_each_paragraph_is_one() -> None:
    text = "“We saw it.\n\n“We left,” she said. “Then we came back.”"
    assert quoted(text) == [(1, "We saw it."), (1, "We left,"), (2, "Then we came back.")]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted('He said "we are here.\nNobody came.') == [(1, "we are here.")]


def test_a_quotation_covers_whole_tokens_without_its_marks() -> None:
    doc = read("“We saw it,” she said.")
    (found,) = doc.quotations
    assert doc.text_of(found.span) == "We saw it,"
    assert [t.text for t in doc.tokens[found.first : found.last]] == ["We", "saw", "it", ","]
