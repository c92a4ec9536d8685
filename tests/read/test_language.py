import json
import time
from pathlib import Path

import pytest

from reportedly.read.language import language
from tests.read.planted import STORY, plant, the_report

FRENCH = "Deux responsables ont déclaré lundi que l'envoyée avait visité le port et rencontré le conseil."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (STORY, "en"),
        (STORY.upper(), "en"),
        (FRENCH, "fr"),
        ("Zwei Beamte sagten am Montag, die Gesandte habe den Hafen besucht und den Rat getroffen.", "de"),
        ("Dos funcionarios dijeron el lunes que la enviada visitó el puerto y se reunió con la junta.", "es"),
        ("قال مسؤولان يوم الاثنين إن المبعوثة زارت الميناء والتقت بأعضاء المجلس", "ar"),
        ("Двое чиновников сообщили в понедельник, что посланница посетила порт.", "ru"),
        ("İki yetkili pazartesi günü elçinin limanı ziyaret ettiğini ve kurulla görüştüğünü söyledi.", "tr"),
        ("両当局者は月曜日、特使が港を訪問し、理事会と会談したと述べた。", "ja"),
        ("दो अधिकारियों ने सोमवार को कहा कि दूत ने बंदरगाह का दौरा किया और बोर्ड से मुलाकात की।", "hi"),
        ("Dwaj urzędnicy powiedzieli w poniedziałek, że wysłanniczka odwiedziła port i spotkała się z radą.", "pl"),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Abu Omar al-Rashidi met Sheikh Khalid bin Walid al-Aral in Jabal al-Zayn.",
        "Müller und Söhne GmbH was fined, Bürgermeister Jürgen Weiß told the Süddeutsche Nachrichten.",
        "Lashkar-e-Aral commander Hafiz Zahid Khan joined Maulana Yusuf Qasmi in Rahimpur, Sindh.",
    ],
)
def test_english_full_of_foreign_names_is_not_taken_for_another_language(text: str) -> None:
    assert language(text) in ("en", None)


@pytest.mark.parametrize("text", ["", "Talks.", "12 345 " * 100, "\ud800" * 50, "\0\n\r"])
def test_the_language_of_too_few_letters_is_not_told(text: str) -> None:
    assert language(text) is None


def test_a_report_in_another_language_is_read_and_marked(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.txt", FRENCH))
    assert (report.language, report.text) == ("fr", FRENCH)


def test_the_language_that_a_line_gives_wins(tmp_path: Path) -> None:
    assert the_report(plant(tmp_path, "a.jsonl", json.dumps({"text": FRENCH, "language": "en"}))).language == "en"


def test_telling_the_language_is_quick() -> None:
    language(STORY)
    start = time.perf_counter()
    for n in range(50):
        language(f"{n} {STORY}" * 50)
    assert (time.perf_counter() - start) / 50 < 0.01  # about 0.4 ms; the bar leaves room for a busy machine
