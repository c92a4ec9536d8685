"""What a speaker goes on to do beside saying something."""

import pytest

from tests.extract.attribution.sayings import told_by


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Maria Belov said nobody had entered the mill, and accused the rebels of theft.", "accused"),
        ("Judge Ada Ilves found that Sandor had “knowingly burned the files” and ordered him to leave.", "ordered"),
        ("Maria Belov said the talks had failed, and urged the rebels to leave.", "urged"),
    ],
)
def test_what_the_speaker_does_beside_is_told_as_a_fact(text: str, word: str) -> None:
    assert told_by(text, word) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Maria Belov said police had arrested the man and accused him of theft.", "accused"),
        ("Maria Belov said that Omar Sandor left the talks, and accused the envoy.", "accused"),
        ("Maria Belov said that the mill had burned, and that Sandor accused the rebels.", "accused"),
        ("Maria Belov said the guards had fled and joined the rebels.", "joined"),
    ],
)
def test_what_another_may_have_done_stays_said(text: str, word: str) -> None:
    assert told_by(text, word) == ["named_person Maria Belov"]


def test_what_the_speaker_announces_beside_is_the_speakers_word() -> None:
    text = "Maria Belov said nobody had entered the mill, and announced that the harbour will open in May."
    assert told_by(text, "open") == ["named_person Maria Belov"]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Belov said the caller gave no name, and claimed that Sandor had planted the bomb.",
        "Maria Belov said her neighbour heard a shot, and told police that Sandor had planted the bomb.",
    ],
)
def test_persons_that_somebody_tells_of_may_go_on_to_say_something(text: str) -> None:
    assert len(told_by(text, "planted")) == 2
