"""What an outlet says that it told before is no account of anything."""

import pytest

from reportedly.extract.claims import extract
from reportedly.extract.lexicon import rows
from tests.annotate.reading import read


def told(text: str) -> list[str]:
    """The triggers of the claims of a text."""
    doc = read(text)
    return [doc.text_of(claim.trigger) for claim in extract(doc)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that nine men were arrested in Aral.",
        "A previous version of this story, citing the harbour police, said that nine men were arrested in Aral.",
        "According to an earlier version of this report, nine men were arrested in Aral.",
        "In an original version of this story, we reported that the army had shelled Aral.",
        "This article originally stated that Maria Belov had met Omar Sandor in Aral.",
        "This report said that Maria Belov had met Omar Sandor in Aral.",
        "Our story of 3 May said that Maria Belov had met Omar Sandor in Aral.",
        "The article incorrectly said that Maria Belov had met Omar Sandor in Aral.",
        "We wrongly reported that Maria Belov had met Omar Sandor in Aral.",
        "Correction: The article said that Maria Belov had met Omar Sandor in Aral.",
        "Editor's note: The story said that Maria Belov had met Omar Sandor in Aral.",
    ],
)
def test_what_an_earlier_version_said_is_no_account(text: str) -> None:
    assert told(text) == []


def test_a_notice_goes_on_in_its_paragraph() -> None:
    text = (
        "Correction, 4 May: An earlier version of this report said that nine men were arrested in Aral. "
        "The earlier version also called Maria Belov a member of the Harbour League."
    )
    assert told(text) == []


def test_what_is_right_now_is_told() -> None:
    assert told("An earlier version of this story said nine men were arrested; police arrested six men.") == [
        "arrested"
    ]
    text = "Police arrested six men in Aral, while an earlier version of this story said that nine were arrested."
    assert told(text) == ["arrested"]
    assert told("Police arrested six men in Aral.\n\nCorrection: An earlier version of this story said nine.") == [
        "arrested"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The study said that the army had shelled Aral.",
        "A report of the ministry said that the army had shelled Aral.",
        "The Aral Gazette printed an article.\n\nThe article said that the army had shelled Aral.",
        "An earlier version of the treaty said that the army had shelled Aral.",
        "“This article said that the army had shelled Aral,” Maria Belov said.",
        "This article has been corrected to say that the army shelled Aral.",
    ],
)
def test_the_texts_of_others_are_accounts(text: str) -> None:
    assert "shelled" in " ".join(told(text))


def test_every_word_of_a_notice_has_a_known_sort() -> None:
    sorts = {"version", "earlier", "text", "telling", "wrongly", "label", "turn"}
    assert {each for _, each in rows("notice_words.tsv")} == sorts
    assert len({tuple(row) for row in rows("notice_words.tsv")}) == len(list(rows("notice_words.tsv"))) >= 60
