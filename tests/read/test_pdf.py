import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from reportedly.read.pdf import joined, paragraphs
from tests.read.planted import pdf_of, plant, the_reason, the_report

LINES = (
    "The envoy returns",
    "Two officials said on Monday that the envoy visited Port Aral and met the har-",
    "bour board, while Jaish-e-",
    "Aral denied it. The talks lasted three hours, a statement said on the same day",
    "in the evening.",
    "A second meeting is planned for June, according to the chairman of the board.",
)


def test_printed_lines_become_paragraphs_and_divided_words_whole(tmp_path: Path) -> None:
    assert the_report(plant(tmp_path, "a.pdf", pdf_of(LINES))).text == (
        "The envoy returns\n\n"
        "Two officials said on Monday that the envoy visited Port Aral and met the harbour board, while Jaish-e-Aral "
        "denied it. The talks lasted three hours, a statement said on the same day in the evening.\n\n"
        "A second meeting is planned for June, according to the chairman of the board."
    )


def test_page_numbers_are_no_text_and_a_sentence_goes_on_over_the_page(tmp_path: Path) -> None:
    first = ("Two officials said on Monday that the envoy visited Port Aral, and that she", "- 1 -")
    second = ("Page 2 of 2", "met the harbour board.")
    assert the_report(plant(tmp_path, "a.pdf", pdf_of(first, second))).text == (
        "Two officials said on Monday that the envoy visited Port Aral, and that she met the harbour board."
    )


def test_a_pdf_gives_no_date_and_no_title_of_its_own(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(LINES)))
    writer.add_metadata({"/Title": "layout_final_3", "/CreationDate": "D:20190101000000Z"})
    path = tmp_path / "a.pdf"
    writer.write(path)
    report = the_report(path)
    assert (report.published, report.title) == (None, None)


def test_a_pdf_of_pictures_is_skipped_and_told_so(tmp_path: Path) -> None:
    assert "no text layer" in the_reason(plant(tmp_path, "a.pdf", pdf_of(())))


def test_an_encrypted_pdf_is_skipped_and_told_so(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "a.pdf"
    writer.write(path)
    assert "encrypted" in the_reason(path)


def test_a_pdf_without_a_password_to_open_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(LINES)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    path = tmp_path / "a.pdf"
    writer.write(path)
    assert "harbour board" in the_report(path).text


@pytest.mark.parametrize("keep", [10, 200, 600])
def test_a_truncated_pdf_is_skipped_with_the_reason(tmp_path: Path, keep: int) -> None:
    assert "broken PDF" in the_reason(plant(tmp_path, "a.pdf", pdf_of(LINES)[:keep]))


def test_something_else_under_the_name_of_a_pdf_is_skipped(tmp_path: Path) -> None:
    assert "broken PDF" in the_reason(plant(tmp_path, "a.pdf", "The envoy visited Port Aral."))


def test_the_planted_pdf_is_one() -> None:
    assert len(PdfReader(io.BytesIO(pdf_of(LINES, LINES))).pages) == 2


def test_a_blank_line_ends_a_paragraph() -> None:
    assert paragraphs(["One line that is full", "", "and another one here"]) == (
        "One line that is full\n\nand another one here"
    )


def test_soft_hyphens_vanish_and_hyphens_of_names_stay() -> None:
    assert joined(["con\u00ad", "fidant of the Al-", "Aral"]) == "confidant of the Al-Aral"
    assert paragraphs([]) == ""
