"""Titles, headlines and sub-heads in the text."""

from tests.annotate.reading import read


def heads(text: str, title: str | None = None) -> list[str]:
    doc = read(text, title)
    return [text[s.start : s.end] for s in doc.sentences if s.headline]


def test_a_title_case_line_without_a_stop_is_a_headline() -> None:
    text = "Port Officials Deny Closing the Harbour\n\nOfficials denied on Monday that the harbour was closed."
    assert heads(text) == ["Port Officials Deny Closing the Harbour"]


def test_a_headline_that_runs_into_the_body_on_one_line_is_one() -> None:
    text = "Five Killed as Army Helicopter Shot Down in Aral. All five people on board died, the army said."
    assert heads(text) == ["Five Killed as Army Helicopter Shot Down in Aral."]


def test_a_short_line_without_a_stop_is_a_sub_head() -> None:
    text = "The army came first.\n\nWhat the witnesses saw\n\nThe witnesses saw smoke."
    assert heads(text) == ["What the witnesses saw"]


def test_the_title_repeated_at_the_start_is_a_headline() -> None:
    text = "Harbour closed after storm. The harbour was closed on Monday."
    assert heads(text, "Harbour closed after storm") == ["Harbour closed after storm."]


def test_plain_sentences_are_no_headlines() -> None:
    assert heads("The army came first. Maria Holm left.\n\nNobody was hurt.") == []
