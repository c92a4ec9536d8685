"""Sources that take up one named before: "the paper said", "it said"."""

import pytest

from reportedly.extract.attribution.attributions import attributions, chain
from reportedly.extract.attribution.taking_up import sorts, with_sources_taken_up
from reportedly.extract.lexicon import rows
from tests.annotate.reading import read


def meant(text: str, word: str, *outlets: str) -> list[str]:
    """The chain of the first token spelled `word`: for each link its kind and whom its source means."""
    doc = read(text)
    found = with_sources_taken_up(doc, attributions(doc), outlets)
    links = chain(doc, found, next(token.i for token in doc.tokens if token.text == word))
    entities = (None if link.source is None else link.source.entity for link in links)
    return [f"{link.kind} {entity.name if entity else '-'}" for link, entity in zip(links, entities, strict=True)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The dam burst, the Aral Post reported. The guards fled, the paper said.", "Aral Post"),
        ("The dam burst, the Aral Post reported. The newspaper said that the guards fled.", "Aral Post"),
        ("The dam burst, Channel Nine reported. The guards fled, according to the broadcaster.", "Channel Nine"),
        ("The dam burst, Radio Aral reported. The station also reported that the guards fled.", "Radio Aral"),
        ("The dam burst, the Aral News Agency reported. The guards fled, the agency said.", "Aral News Agency"),
        (
            "Channel Nine, citing the Aral Post, reported that the dam burst. The paper said that the guards fled.",
            "Aral Post",
        ),
    ],
)
def test_the_paper_is_the_outlet_credited_before(text: str, whom: str) -> None:
    assert meant(text, "fled") == [f"outlet {whom}"]


def test_a_publisher_that_the_project_knows_is_taken_up() -> None:
    text = "The dam burst, the Sorrel Lantern reported. The guards fled, the paper said."
    assert meant(text, "fled", "Sorrel Lantern") == ["outlet Sorrel Lantern"]


@pytest.mark.parametrize(
    "text",
    [
        "The guards fled, the paper said.",
        "The dam burst, Channel Nine reported. The guards fled, the newspaper said.",
        "The dam burst, the Aral Post and the Sorrel Times reported. The guards fled, the paper said.",
        "The dam burst, the Aral Post reported. A research paper described the leak. The guards fled, the paper said.",
        "ARAL (Reuters) - The dam burst. The guards fled, the agency said.",
    ],
)
def test_where_none_or_two_could_be_meant_the_source_stays_as_it_is(text: str) -> None:
    (only,) = meant(text, "fled")
    assert only.endswith(" -")


def test_it_is_the_body_that_spoke_last() -> None:
    text = "The dam burst, the Aral Post reported. The paper said that a gate broke. The guards fled, it said."
    assert meant(text, "fled") == ["outlet Aral Post"]


def test_it_is_the_text_that_was_spoken_of_last() -> None:
    assert meant("A leaflet hung on the gate of the dam. It says that the guards fled.", "fled") == ["document -"]
    assert meant("A guard stood at the gate of the dam. It says that the guards fled.", "fled") != ["document -"]


def test_words_tell_the_sort_of_an_outlet_once() -> None:
    assert {row[1] for row in rows("outlet_words.tsv")} == {"print", "air", "wire", "any"}
    assert {row[2] for row in rows("outlet_words.tsv")} == {"noun", "name"}
    assert len({row[0] for row in rows("outlet_words.tsv")}) == len(list(rows("outlet_words.tsv"))) >= 60
    assert sorts("noun")["newspaper"] == "print"
