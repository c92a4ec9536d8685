"""Whose word an account is: the last source of its chain, else the publisher or who signs for it."""

from dataclasses import replace

import pytest

from reportedly.assess.speakers import Speaker, named_in, speaker
from reportedly.linked import Account, Entity, Name
from tests.assess.planting import held, told


def said(account: Account) -> Speaker:
    return speaker(account, held(account))


def test_a_named_source_is_the_speaker_and_an_unnamed_one_belongs_to_its_outlet() -> None:
    named = told("It burned, Omar Sandor said.", "burned", source=("named_person", "Omar Sandor", "Omar Sandor"))
    official = ("unnamed_official", "an official", None)
    first, second = (told("It burned, an official said.", "burned", out, source=official) for out in ("A", "B"))  # type: ignore[arg-type]
    assert (said(named).label, said(named).person) == ("Omar Sandor", True)
    assert said(first).label == said(second).label
    assert said(first).key != said(second).key


@pytest.mark.parametrize(
    ("sentence", "byline", "who"),
    [
        ("Nobody burned it.", None, "Gull League"),
        ("Nobody burned it.", "Press office", "Gull League"),
        ("Nobody burned it.", "Omar Sandor", "Gull League"),
        ("Nobody burned it.", "Omar Sandor, spokesman", "Omar Sandor"),
        ("I burned nothing.", "Ila Brandt, chair", "Ila Brandt"),
    ],
)
def test_a_report_without_a_source_is_the_publishers_word_or_that_of_its_spokesman(
    sentence: str, byline: str | None, who: str
) -> None:
    roles = (("actor", "I", None),) if sentence.startswith("I ") else ()
    account = told(sentence, "burned", "Gull League", roles=roles, byline=byline)  # type: ignore[arg-type]
    assert said(account).label == who


def test_a_spokesman_speaks_for_the_body_named_beside_him() -> None:
    sentence = "Omar Sandor, spokesman of the Gull League, said the Gull League burned nothing."
    by = ("named_person", "Omar Sandor", "Omar Sandor")
    account = told(sentence, "burned", source=by, roles=(("actor", "the Gull League", "Gull League"),))  # type: ignore[arg-type]
    assert said(account).bodies == {"entity Gull League"}


def test_names_inside_a_phrase_are_whole_words_longest_first_and_never_a_guess() -> None:
    names = ("Marsh", "Marsh Brigade", "Ila Brandt")
    evidence = held(*(told(f"{name} came.", "came", roles=(("actor", name, name),)) for name in names))
    assert [e.name for e in named_in("the chief of the Marsh Brigade, Ila Brandt", evidence)] == [
        "Marsh Brigade", "Ila Brandt",
    ]  # fmt: skip
    assert named_in("the Marshland men", evidence) == ()
    other = Entity("another", "Marsh", "Address", (Name("Marsh", "Address"),))
    twice = replace(evidence, entities={**evidence.entities, other.names[0].id: other})
    assert named_in("men of Marsh", twice) == ()
