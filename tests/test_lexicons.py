"""Lexicons are read by package and file; their header lines are no rows, and each is read once."""

from reportedly import lexicons


def test_rows_come_in_the_order_of_the_file_without_its_header() -> None:
    found = list(lexicons.rows("reportedly.assess", "bounds.tsv"))
    assert all(len(row) == 2 and not row[0].startswith("#") for row in found)
    assert lexicons.entries("reportedly.assess", "bounds.tsv") == {row[0]: row[1] for row in found}
    assert lexicons.words("reportedly.assess", "bounds.tsv") == {row[0] for row in found}


def test_a_lexicon_is_read_once() -> None:
    once = lexicons.words("reportedly.link", "function_words.tsv")
    assert lexicons.words("reportedly.link", "function_words.tsv") is once
