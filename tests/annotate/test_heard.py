"""What the encoder says of names, with scores made by hand."""

import numpy as np
import pytest

from reportedly.annotate import complete
from reportedly.annotate.heard import Heard
from reportedly.annotate.kinds import name_whole
from reportedly.annotate.parse import Parsed, RawName, parse
from reportedly.encoder.arrays import Cut
from reportedly.encoder.decode import Scored
from reportedly.encoder.heads import TAGS, WIDTH, columns
from reportedly.encoder.words import marks, words
from reportedly.model import Annotated, Report
from tests.annotate.reading import annotator


def scored(text: str, names: dict[str, str]) -> Scored:
    """A report in which the encoder hears these names, given by their words with their class, and no others."""
    found = words(text)
    scores = np.zeros((len(found), WIDTH), np.float32)
    labels, place = TAGS["names"], columns()["names"].start
    scores[:, place] = 8.0
    for name, kind in names.items():
        start = text.index(name)
        inside = [i for i, (a, b) in enumerate(found) if start <= a and b <= start + len(name)]
        for i in inside:
            scores[i, place + labels.index(f"{'B' if i == inside[0] else 'I'}-{kind}")] = 16.0
    return Scored(Cut(text, found, marks(text, found), []), scores, np.zeros((0, WIDTH), np.float32), (), {})


def parsed(text: str) -> Parsed:
    return next(parse(annotator().language, [Report(text=text, ref="test")]))


def heard(text: str, names: dict[str, str]) -> Annotated:
    return complete(parsed(text), scored(text, names))


def schemas(doc: Annotated) -> dict[str, str]:
    return {doc.text_of(mention.span): mention.schema for mention in doc.mentions if mention.form == "name"}


def beside(text: str, names: dict[str, str], parsers: tuple[RawName, ...] = ()) -> list[str]:
    """The raw names, the encoder's mended and those of the parser, as words."""
    found = parsed(text)
    raw = Heard(scored(text, names), found.tokens).beside(parsers)
    return [text[found.tokens[name.first].start : found.tokens[name.last - 1].end] for name in raw]


def test_the_kind_is_what_the_encoder_says_where_no_lexicon_decides() -> None:
    text = "Talks in Velmora ended, and Velmora was calm. On Sunday Velmora held a market."
    assert schemas(heard(text, {"Velmora": "Location"}))["Velmora"] == "Address"
    text = "Velmora said on Monday that Velmora would hire staff."
    assert schemas(heard(text, {"Velmora": "Organization"}))["Velmora"] == "Organization"


def test_a_lexicon_goes_before_the_encoder() -> None:
    assert schemas(heard("Officials in Norway met the press.", {"Norway": "Person"}))["Norway"] == "PublicBody"


def test_a_name_that_the_parser_misses_is_found() -> None:
    text = "the fighters of ard-e-nur left the town, Ada Ilves said."
    assert "Ada Ilves" in schemas(heard(text, {"Ada Ilves": "Person"}))


@pytest.mark.parametrize(
    ("text", "name", "kind", "left"),
    [
        ("The storm hit southern Aral on Monday.", "southern Aral", "Location", ["Aral"]),
        ("They tried to oust Ilves on Monday.", "oust Ilves", "Person", ["Ilves"]),
        ("A man was held in Velmora district on Monday.", "Velmora district", "Location", ["Velmora"]),
        ("She lives in Port Aral, Velmora and works.", "Port Aral, Velmora", "Location", ["Port Aral", "Velmora"]),
        ("Money from Ada Ilves in Port Aral came.", "Ada Ilves in Port Aral", "Location", ["Ada Ilves", "Port Aral"]),
        ("Turkey Norway and others signed.", "Turkey Norway", "Location", ["Turkey", "Norway"]),
        ("The NATO Ilves office was shut.", "NATO Ilves", "Person", ["NATO", "Ilves"]),
        ("The Lebanese Hezbollah denied it.", "Lebanese Hezbollah", "Organization", ["Lebanese", "Hezbollah"]),
        ("The France-Norway pact was signed.", "France-Norway", "Location", ["France", "Norway"]),
        ("The Vel-Mora pact was signed.", "Vel-Mora", "Location", ["Vel-Mora"]),
        ("The ANC MP left early.", "ANC MP", "Organization", ["ANC"]),
        ("They fled al-Damar at night.", "al-Damar", "Location", ["al-Damar"]),
    ],
)  # fmt: skip
def test_the_encoders_names_are_mended(text: str, name: str, kind: str, left: list[str]) -> None:
    assert beside(text, {name: kind}) == left


def test_a_body_is_not_cut_where_the_parser_has_it_whole() -> None:
    army = (RawName(1, 3, "ORG"),)
    assert beside("The Norwegian Army left.", {"Norwegian": "NORP"}, army)[0] == "Norwegian Army"
    assert (
        beside("The Norwegian Army Corps left.", {"Norwegian Army Corps": "Organization"}, army)[0] != "Norwegian Army"
    )


def test_a_body_that_stands_alone_elsewhere_is_apart_from_the_person_behind_it() -> None:
    text = "The VMA said nothing. Later VMA Ilves spoke."
    assert beside(text, {"VMA": "Organization", "VMA Ilves": "Person"}) == ["VMA", "VMA", "Ilves"]


def test_what_is_cut_out_of_a_places_name_has_the_parsers_label() -> None:
    text = "Money from Ada Ilves in Port Aral came."
    names = Heard(scored(text, {"Ada Ilves in Port Aral": "Location"}), parsed(text).tokens).beside(
        [RawName(2, 4, "PERSON")]
    )
    assert [name.label for name in names][:2] == ["PERSON", "GPE"]


def test_what_belongs_to_someone_is_no_whole_name() -> None:
    office = (RawName(0, 3, "ORG"),)
    assert beside("Ilves's Office was shut.", {"Ilves": "Person"}, office)[0] == "Ilves"


def test_a_bare_head_that_the_encoder_hears_as_no_name_still_means_its_body() -> None:
    text = "The Velmora Observatory for Peace counted ten. The Observatory said so on Friday."
    doc = heard(text, {"Velmora Observatory for Peace": "Organization"})
    bare = next(m for m in doc.mentions if m.form == "name" and doc.text_of(m.span) == "Observatory")
    assert bare.entity is not None
    assert doc.entities[bare.entity].name == "Velmora Observatory for Peace"


def test_a_name_whose_last_word_is_a_person_is_one() -> None:
    kinds = {"haro ilves": "place", "ilves": "person", "port aral": "place", "new york": "place", "york": "person"}
    name_whole(kinds)
    assert kinds["haro ilves"] == "person"
    assert kinds["port aral"] == kinds["new york"] == "place"


def test_an_empty_report_has_no_names() -> None:
    assert schemas(heard("", {})) == {}
    assert Heard(scored("", {}), ()).weights([]) == {}
