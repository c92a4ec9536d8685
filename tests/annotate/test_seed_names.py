"""Names of the two real reports that the project began from. Skipped where they are absent."""

import os
from functools import cache
from pathlib import Path

import pytest

from reportedly.model import Annotated
from tests.annotate.reading import named, read

ROOT = Path(__file__).parent.parent.parent
SEEDS = Path(os.environ.get("REPORTEDLY_CORPORA", ROOT.parent / "shared" / "corpora")).parent / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the seed reports are not at {SEEDS}")


@cache
def seeds() -> tuple[Annotated, ...]:
    return tuple(
        read(path.read_text(encoding="utf-8").partition("date ")[2][11:]) for path in sorted(SEEDS.glob("*.txt"))
    )


def every(words: str) -> set[tuple[str, str | None]]:
    """(schema, entity's name) of every name with these words in the two reports."""
    return {
        (m.schema, named(doc, m))
        for doc in seeds()
        for m in doc.mentions
        if m.form == "name" and doc.text_of(m.span) == words
    }


@pytest.mark.parametrize(
    ("words", "schema", "name"),
    [
        ("LeT", "Organization", "Lashkar-e-Taiba"),
        ("Lashkar", "Organization", "Lashkar-e-Taiba"),
        ("Lashkar-e-Taiba", "Organization", "Lashkar-e-Taiba"),
        ("JeM", "Organization", "Jaish-e-Mohammad"),
        ("Jaish-e-Mohammad", "Organization", "Jaish-e-Mohammad"),
        ("PMML", "Organization", "Pakistan Markazi Muslim League"),
        ("ISI", "PublicBody", "Inter-Services Intelligence"),
        ("FATF", "PublicBody", "Financial Action Task Force"),
        ("Hamas", "Organization", "Hamas"),
        ("Zaheer", "Person", "Naji Zaheer"),
        ("Sandhu", "Person", "Rashid Ali Sandhu"),
        ("Nadeem", "Person", "Faisal Nadeem"),
        ("Bahawalpur", "Address", "Bahawalpur"),
        ("Gujranwala", "Address", "Gujranwala"),
        ("Rawalakot", "Address", "Rawalakot"),
        ("Doha", "Address", "Doha"),
        ("Sindh", "Address", "Sindh"),
        ("Kashmir Solidarity Day", "Event", "Kashmir Solidarity Day"),
    ],
)
def test_a_name_of_the_seeds_has_its_schema_and_entity(words: str, schema: str, name: str) -> None:
    assert every(words) == {(schema, name)}


def test_sub_heads_of_the_seeds_give_no_bodies_of_their_own() -> None:
    for doc in seeds():
        for mention in doc.mentions:
            if mention.form == "name" and doc.sentences[doc.tokens[mention.first].sentence].headline:
                assert sum(m.entity == mention.entity for m in doc.mentions) > 1, doc.text_of(mention.span)
