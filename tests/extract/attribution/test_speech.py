"""Whose a quotation is where no cue stands beside it."""

from dataclasses import replace

from reportedly.extract.attribution.attributions import attributions
from reportedly.extract.attribution.joint_parts import aside
from reportedly.extract.attribution.trees import trees
from reportedly.extract.attribution.triples import Triple
from tests.annotate.reading import read
from tests.extract.attribution.hearing import hearing
from tests.extract.attribution.sayings import told, told_by, triples

GONE = "“The harbour is gone and nobody will build it up again.”"


def test_words_behind_a_colon_and_a_name_are_those_of_the_name() -> None:
    text = f"Storm hits the port - more from Ines Marlow: {GONE[:-1]} It was safe for years.”"
    ((source, cue, content),) = triples(text)
    assert (source, cue) == ("Ines Marlow", ":")
    assert content.endswith("for years.”")


def test_a_cue_that_opens_the_next_sentence_takes_the_words_before_it() -> None:
    text = f"The envoy spoke to the crowd on Monday.\n\n{GONE} Marlow said."
    assert ("Marlow", "said", GONE) in triples(text)


def test_a_quotation_that_nobody_is_named_for_is_told_without_a_source() -> None:
    assert triples(f"The crowd grew.\n\n{GONE}\n\nIt rained.") == [(None, None, GONE)]
    assert told_by(f"The crowd grew.\n\n{GONE}\n\nIt rained.", "build") == []


def test_quotations_that_follow_one_another_are_one_attribution() -> None:
    found = attributions(read(f"The crowd grew.\n\n{GONE}\n\nIt rained.\n\n{GONE}"))
    assert [len(each.content) for each in found] == [2]


def test_a_short_quotation_is_a_name_and_told_by_nobody() -> None:
    assert triples("The crowd grew.\n\n“The Gull” was full.") == []


def test_who_reports_a_speaker_tells_what_the_speaker_goes_on_to_say() -> None:
    text = f"“It was a storm,” said Ines Marlow, reports the Gull. {GONE}"
    doc = hearing(text, cues=["said", "reports"], sources=["the Gull"], contents=["It was a storm"])
    contents = [content for source, _, content in told(doc) if source == "the Gull"]
    assert contents and contents[0].endswith(GONE)


def test_what_stands_before_that_is_aside_from_what_is_said() -> None:
    doc = read("The minister said during his visit that the bridge had collapsed.")
    said = Triple(2, "say/V", 0.9, (2, 3), (0, 2), 1, ((6, 11),), True)
    assert aside(trees(doc), said) == (3, 6)
    assert aside(trees(doc), replace(said, content=((3, 11),))) == (3, 3)


def test_a_name_between_which_and_its_verb_is_the_source() -> None:
    text = "He was accused of being the aide of the captain, which Marlow denied."
    assert "which" not in [source for source, _, _ in triples(text)]


def test_a_person_behind_an_office_of_a_body_is_named() -> None:
    assert told_by("Rebels burned the mill, said Superintendent of Police Ines Marlow at a briefing.", "burned") == [
        "named_person Superintendent of Police Ines Marlow"
    ]


def test_whom_others_ask_or_expect_something_of_is_no_source() -> None:
    text = "Ines Marlow was asked about the harbour."
    doc = hearing(text, cues=["was asked about"], sources=["Ines Marlow"], contents=["the harbour"])
    assert [(source, content) for source, _, content in told(doc)] == [(None, "the harbour")]


def test_what_is_voiced_as_a_noun_is_the_act_itself() -> None:
    assert told_by("The envoy reiterated his support for the harbour.", "support") == []
    assert told_by("The envoy reiterated that he supports the harbour.", "supports") == ["unnamed_official The envoy"]
