from pathlib import Path

import pytest

from reportedly.errors import Skip
from reportedly.read.decoding import decoded
from tests.read.planted import plant, the_reason, the_report

ENGLISH = "The board’s chairman said the café talks “went well”, officials reported. " * 3
POLISH = "Zażółć gęślą jaźń, powiedział rzecznik żołnierzy w Łodzi; świadkowie są źródłem. " * 3
RUSSIAN = "Представитель совета заявил, что переговоры в порту прошли успешно. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_text_is_read_in_every_common_encoding(encoding: str) -> None:
    assert decoded(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(POLISH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_other_encodings_are_detected(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", "\ufeffdate 2025-05-04 Talks began in Port Aral.")
    assert the_report(path).text == "Talks began in Port Aral."
    assert the_report(path, as_is=True).text == "date 2025-05-04 Talks began in Port Aral."


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary: it holds NUL bytes"),
        (bytes(range(1, 32)) * 4, "binary: .* control characters"),
        (b"\xef\xbb\xbfTalks \xff", "wrong encoding: begins as UTF-8 but breaks it at byte"),
        (b"\xff\xfea\x00b", "wrong encoding: begins as UTF-16"),
        ("\ufeffa\0b".encode(), "binary: it holds NUL characters"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Skip, match=reason):
        decoded(raw)


def test_an_unknown_or_wrong_declaration_is_passed_over() -> None:
    assert decoded(ENGLISH.encode("cp1252"), "no-such-encoding") == ENGLISH
    assert decoded(ENGLISH.encode("cp1252"), "ascii") == ENGLISH
    assert decoded(ENGLISH.encode("cp1252"), "hex") == ENGLISH


def test_a_binary_file_under_the_name_of_a_text_is_skipped(tmp_path: Path) -> None:
    assert the_reason(plant(tmp_path, "a.txt", b"\x00\x01\x02PK")).startswith("binary")
