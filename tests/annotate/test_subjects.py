"""Subjects that the parser swallowed come back to their verbs."""

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("In an undated video accessed by the Aral Gull, Orlen Tavik, the commander of the Saltmarch Brigade, says he "
         "met Haro Quint in Doha.", "Orlen Tavik", "says"),
        ("According to the Gull, Mina Dahl, a lawyer, told the court that she met Orrin Vale.", "Mina Dahl", "told"),
    ],
)  # fmt: skip
def test_the_name_after_an_opening_phrase_is_the_subject(text: str, name: str, verb: str) -> None:
    doc = read(text)
    (mention,) = [m for m in doc.mentions if m.form == "name" and doc.text_of(m.span) == name]
    token = doc.tokens[mention.head]
    assert (doc.tokens[token.head].text, token.dep) == (verb, "nsubj")
    assert mention.schema == "Person"


def test_a_list_of_places_before_the_subject_stays_a_list() -> None:
    doc = read("In Paris, London and Rome, protesters marched.")
    assert [t.text for t in doc.tokens if t.dep == "nsubj"] == ["protesters"]


def test_a_name_in_apposition_to_one_who_holds_an_office_is_a_persons() -> None:
    doc = read("The delegation met the Brigade's commander, Orlen Tavik, and toured a boatyard.")
    assert [m.schema for m in doc.mentions if doc.text_of(m.span) == "Orlen Tavik"] == ["Person"]
    (commander,) = [m for m in doc.mentions if doc.text_of(m.span).endswith("commander")]
    assert commander.entity is not None
    assert doc.entities[commander.entity].name == "Orlen Tavik"
