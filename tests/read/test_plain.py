import hashlib
from pathlib import Path

import pytest

from reportedly.read import Particulars
from tests.read.planted import STORY, plant, the_reason, the_report


def test_a_leading_date_is_the_day_of_publication_and_no_part_of_the_text(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.txt", f" date 2025-05-04 {STORY}\n\nMore.\n"))
    assert (report.published, report.text) == ("2025-05-04", f"{STORY}\n\nMore.\n")


def test_a_leading_date_may_stand_on_a_line_of_its_own(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.txt", f"date: 2025-05-04\n\n{STORY}"))
    assert (report.published, report.text) == ("2025-05-04", STORY)


def test_leading_lines_of_fields_give_the_particulars_and_are_no_part_of_the_text(tmp_path: Path) -> None:
    head = "Title: Talks: the envoy returns\nPublisher: Daily Gull\nDate: 4 May 2025\n\n"
    report = the_report(plant(tmp_path, "a.txt", head + STORY))
    assert (report.title, report.publisher, report.published) == (
        "Talks: the envoy returns",
        "Daily Gull",
        "2025-05-04",
    )
    assert report.text == STORY


@pytest.mark.parametrize(
    "head",
    [
        "Title: Talks\n\n",
        "Title: Talks\nQuestion: who?\n\n",
        "Title: Talks\nDate: 5/6/2025\n\n",
        "Title: A\nDate: 2025-05-04\n",
    ],
)
def test_a_line_alone_others_among_them_and_a_doubtful_date_make_no_header(tmp_path: Path, head: str) -> None:
    report = the_report(plant(tmp_path, "a.txt", head + STORY))
    assert (report.published, report.text) == (None, head + STORY)


def test_a_sentence_that_begins_with_the_word_date_is_text(tmp_path: Path) -> None:
    text = "Date palms were planted in Port Aral on 2025-05-04, the town hall said."
    assert the_report(plant(tmp_path, "a.txt", text)).text == text


def test_a_text_without_a_header_stays_as_it_is(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.txt", f"  {STORY}\n"))
    assert (report.text, report.published, report.ref) == (f"  {STORY}\n", None, "a.txt")


def test_the_hash_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", f"date 2025-05-04 {STORY}")
    assert the_report(path).raw_hash == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_gives_the_particulars(tmp_path: Path, name: str) -> None:
    header = (
        '---\ntitle: "Talks: the envoy returns"\npublisher: Daily Gull\nurl: https://gull.example/1\n'
        "published: 2025-05-04\nauthor: [Ines Marlow, Tom Brook]\nlang: en-GB\ntags: [a, b]\n---\n\n"
    )
    report = the_report(plant(tmp_path, name, header + STORY))
    assert report.text == STORY
    assert (report.title, report.publisher, report.url) == (
        "Talks: the envoy returns",
        "Daily Gull",
        "https://gull.example/1",
    )
    assert (report.published, report.byline, report.language) == ("2025-05-04", "Ines Marlow, Tom Brook", "en")


def test_values_of_front_matter_stay_as_written(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.md", f"---\ntitle: 1984\npublisher: Yes\nbyline: null\n---\n{STORY}"))
    assert (report.title, report.publisher, report.byline) == ("1984", "Yes", None)


def test_rules_drawn_in_a_text_are_not_taken_for_front_matter(tmp_path: Path) -> None:
    text = f"---\nNew Aral: a town\n---\n{STORY}"
    assert the_report(plant(tmp_path, "a.md", text)).text == text


def test_front_matter_that_is_no_yaml_is_reported_with_its_line(tmp_path: Path) -> None:
    reason = the_reason(plant(tmp_path, "a.md", f"---\npublisher: Gull\ntitle: Talks: a return\n---\n{STORY}"))
    assert "not valid YAML in line 3" in reason
    assert "quotes" in reason


def test_front_matter_with_nested_values_is_reported(tmp_path: Path) -> None:
    assert "title must be one value" in the_reason(plant(tmp_path, "a.md", f"---\ntitle: {{a: b}}\n---\n{STORY}"))


def test_markdown_marks_stay_in_the_text(tmp_path: Path) -> None:
    text = f"# A return\n\n**Port Aral** - [link](https://gull.example)\n\n{STORY}\n"
    assert the_report(plant(tmp_path, "a.md", text)).text == text


def test_a_wrong_date_in_a_file_does_not_vanish(tmp_path: Path) -> None:
    assert "published: '2025-02-30'" in the_reason(plant(tmp_path, "a.txt", f"date 2025-02-30 {STORY}"))


def test_as_is_looks_for_no_header_and_changes_nothing(tmp_path: Path) -> None:
    text = f" date 2025-05-04 {STORY}\r\nMore.\r"
    report = the_report(plant(tmp_path, "a.txt", text), as_is=True)
    assert (report.text, report.published) == (text, None)


def test_line_ends_of_all_systems_become_line_feeds(tmp_path: Path) -> None:
    assert the_report(plant(tmp_path, "a.txt", "One.\r\nTwo.\rThree.\n")).text == "One.\nTwo.\nThree.\n"


def test_ligatures_and_odd_spaces_stay_character_for_character(tmp_path: Path) -> None:
    text = "The o\ufb03cial\u00a0met the\u200b con\u00adfidant\u2028at 5\u202fpm, \U0001f3db said the \ufb01rm."
    report = the_report(plant(tmp_path, "a.txt", text))
    assert report.text == text
    assert report.text[report.text.index("said") :] == "said the \ufb01rm."


def test_defaults_fill_only_what_the_file_leaves_open(tmp_path: Path) -> None:
    path = plant(tmp_path, "a.txt", f"date 2025-05-04 {STORY}")
    report = the_report(path, defaults=Particulars(publisher="Daily Gull", published="2020-01-01", url=""))
    assert (report.publisher, report.published, report.url) == ("Daily Gull", "2025-05-04", None)
