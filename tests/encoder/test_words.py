from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportedly.encoder.windows import MOST, windows
from reportedly.encoder.wordpiece import Vocabulary, plain
from reportedly.encoder.words import GAPS, QUOTED, SHAPES, marks, words


def marked(text: str) -> list[tuple[str, str, str, str]]:
    found = words(text)
    rows = marks(text, found)
    return [
        (text[start:end], SHAPES[shape], GAPS[gap], QUOTED[quoted])
        for (start, end), (shape, gap, quoted) in zip(found, rows.tolist(), strict=True)
    ]


def test_a_word_is_a_run_of_letters_and_digits_or_one_sign() -> None:
    text = "The al-Sarrif brothers' 3rd boat (GULL-7) sank."
    assert [text[start:end] for start, end in words(text)] == [
        "The", "al", "-", "Sarrif", "brothers", "'", "3rd", "boat", "(", "GULL", "-", "7", ")", "sank", ".",
    ]  # fmt: skip


def test_marks_tell_case_gap_and_quotation() -> None:
    assert marked("PORT Aral.\n\n“We McAlar” a 7") == [
        ("PORT", "UPPER", "paragraph", "outside"),
        ("Aral", "Title", "space", "outside"),
        (".", "sign", "glued", "outside"),
        ("“", "sign", "paragraph", "outside"),
        ("We", "Title", "glued", "quoted"),
        ("McAlar", "mIxed", "space", "quoted"),
        ("”", "sign", "glued", "outside"),
        ("a", "lower", "space", "outside"),
        ("7", "digits", "space", "outside"),
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert [row[3] for row in marked('"We left.\n\nThey stayed.')] == ["outside", *["quoted"] * 3, *["outside"] * 3]


@given(st.text())
def test_words_cover_all_but_space_in_order(text: str) -> None:
    found = words(text)
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(st.lists(st.integers(1, 20), max_size=300), st.integers(MOST + 2, 60), st.integers(0, 10))
def test_windows_hold_what_fits_and_each_word_is_answered_for_once(lengths: list[int], size: int, overlap: int) -> None:
    found = windows(lengths, size, overlap)
    for window in found:
        assert sum(min(n, MOST) for n in lengths[window.first : window.last]) <= size - 2
        assert window.first <= window.answers_from <= window.answers_to <= window.last
    answered = [i for window in found for i in range(window.answers_from, window.answers_to)]
    assert answered == list(range(len(lengths)))


def test_a_report_that_fits_is_one_window() -> None:
    (window,) = windows([1] * 30, size=32)
    assert (window.first, window.last, window.answers_from, window.answers_to) == (0, 30, 0, 30)


def small_vocabulary(tmp_path: Path) -> Vocabulary:
    file = tmp_path / "vocab.txt"
    file.write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\nport\nara\n##l\nal\n##ara\nsay\n##s\n", "utf-8")
    return Vocabulary(file)


def test_the_longest_piece_comes_first(tmp_path: Path) -> None:
    vocabulary = small_vocabulary(tmp_path)
    names = {number: piece for piece, number in vocabulary.numbers.items()}
    assert [names[n] for n in vocabulary.pieces("Aral")] == ["ara", "##l"]
    assert [names[n] for n in vocabulary.pieces("SÀYS")] == ["say", "##s"]


def test_a_word_that_no_pieces_make_is_unknown_as_a_whole(tmp_path: Path) -> None:
    vocabulary = small_vocabulary(tmp_path)
    assert vocabulary.pieces("portx") == (vocabulary.unknown,)
    assert vocabulary.pieces("ara" * 50) == (vocabulary.unknown,)


def test_accents_and_control_signs_are_dropped() -> None:
    assert plain("Ñandú\u200b") == "nandu"
