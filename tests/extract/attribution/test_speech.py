"""Whose a quotation is where no cue stands beside it."""

from dataclasses import replace

import pytest

from reportedly.extract.attribution.attributions import attributions
from reportedly.extract.attribution.joint_parts import aside
from reportedly.extract.attribution.sources import named_behind
from reportedly.extract.attribution.trees import trees
from reportedly.extract.attribution.triples import Triple
from tests.annotate.reading import read
from tests.extract.attribution.hearing import hearing
from tests.extract.attribution.sayings import flat, told, told_by, triples

GONE = "“The harbour is gone and nobody will build it up again.”"


def test_words_behind_a_colon_and_a_name_are_those_of_the_name() -> None:
    text = f"Storm hits the port - more from Ines Marlow: {GONE[:-1]} It was safe for years.”"
    ((source, cue, content),) = triples(text)
    assert (source, cue) == ("Ines Marlow", ":")
    assert content.endswith("for years.”")


@pytest.mark.parametrize(
    "label",
    ["More from Ines Marlow", "A letter of Ines Marlow", "Ines Marlow on the flood", "Ines Marlow's reply"],
)
def test_a_label_that_names_who_speaks_gives_the_words_away(label: str) -> None:
    assert ("Ines Marlow", ":", GONE) in triples(f"{label}: {GONE}")


@pytest.mark.parametrize(
    "label",
    [
        "Omar Sandor on Ines Marlow",
        "Her message to Ines Marlow",
        "A caricature of Ines Marlow",
        "Photo by Ines Marlow",
        "Ines Marlow's brother",
        "Red Owls slogan about the Ministry",
        "His words to Ines Marlow were",
    ],
)
def test_whom_a_label_is_about_or_to_does_not_speak(label: str) -> None:
    found = {source for source, _, _ in triples(f"It rained.\n\n{label}: {GONE}")}
    assert found.isdisjoint({"Marlow", "Ines Marlow", "Ministry", "the Ministry"})


def test_who_spoke_before_a_label_does_not_go_on_behind_it() -> None:
    text = f"“The levee broke,” said Omar Sandor. {GONE}\n\nHer message to the mayor:\n\n“We lost two of our barns.”"
    assert told_by(text, "build") == ["named_person Omar Sandor"]
    assert told_by(text, "lost") == []


def test_who_speaks_behind_a_colon_goes_on_in_the_next_paragraph() -> None:
    text = f"Ines Marlow: “The levee broke at night.”\n\n{GONE}"
    assert told_by(text, "broke") == told_by(text, "build") == ["named_person Ines Marlow"]


def test_a_label_leaves_the_other_cues_of_its_sentence_alone() -> None:
    text = f"The mill burned, police said - more from Ines Marlow: {GONE}"
    found = told(hearing(text, cues=["said"]))
    assert ("police", "said", "The mill burned") in found
    assert ("Ines Marlow", ":", GONE) in found


def test_a_cue_behind_labelled_words_is_heard() -> None:
    words = "“The harbour is gone and nobody will build it up again,”"
    text = f"More from Ines Marlow: {words} he told the Gull."
    assert told(hearing(text, cues=["told"])) == [("Ines Marlow", ":", words), ("he", "told", words)]


def test_a_cue_that_opens_the_next_sentence_takes_the_words_before_it() -> None:
    text = f"The envoy spoke to the crowd on Monday.\n\n{GONE} Marlow said."
    assert ("Marlow", "said", GONE) in triples(text)


def test_a_name_in_marks_is_no_speech_of_the_next_sentence() -> None:
    for name in ("the wall", "the great wall of the north"):
        assert told(hearing(f"Its name was “{name}.” Police spoke on Monday.", cues=["spoke"])) == []


def test_a_quotation_that_nobody_is_named_for_is_told_without_a_source() -> None:
    assert triples(f"The crowd grew.\n\n{GONE}\n\nIt rained.") == [(None, None, GONE)]
    assert told_by(f"The crowd grew.\n\n{GONE}\n\nIt rained.", "build") == []


def test_quotations_that_follow_one_another_are_one_attribution() -> None:
    found = attributions(read(f"The crowd grew.\n\n{GONE}\n\n{GONE} It rained.\n\n{GONE}"))
    assert [len(each.content) for each in found] == [3]


def test_quotations_far_apart_are_attributions_of_their_own() -> None:
    rain = "\n\n".join(["It rained."] * 40)
    found = attributions(read(f"The crowd grew.\n\n{GONE}\n\n{rain}\n\n{GONE}"))
    assert [len(each.content) for each in found] == [1, 1]


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
    doc = read(text)
    sources = [doc.text_of(each.source) for each in flat(attributions(doc)) if each.source is not None]
    assert "Marlow" in sources and "which" not in sources
    which = next(token.i for token in doc.tokens if token.text == "which")
    assert named_behind(trees(doc), which, which + 2) == which + 1


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


TRANSCRIPT = (
    "Briefing of the harbour board\n\n"
    "MS. ILVES: Good morning. The convoy left on Monday.\n\n"
    "The guards fled in the night.\n\n"
    "QUESTION: The rebels say that drones burned the mill. Is it so?\n\n"
    "MS. ILVES: The board has seen the mill. Nobody died there."
)


def test_in_a_transcript_a_speaker_goes_on_to_the_next_turn() -> None:
    assert [source.split()[-1] for source in told_by(TRANSCRIPT, "fled")] == ["ILVES"]


def test_in_a_transcript_who_asks_is_the_outer_source() -> None:
    assert told_by(TRANSCRIPT, "burned") == ["unnamed_person QUESTION", "unnamed_person The rebels"]


def test_without_turns_in_capitals_a_paragraph_behind_that_of_a_speaker_is_the_outlets_own() -> None:
    text = "Harbour news\n\nMarta Ilves: The convoy left on Monday.\n\nThe guards fled in the night."
    assert told_by(text, "fled") == []


def test_a_question_alone_has_no_speaker() -> None:
    assert told_by("Harbour news\n\nQUESTION: Why did the guards flee?", "flee") == []


def test_a_country_that_opens_a_headline_is_its_topic() -> None:
    assert told_by("Mali: Soldiers Burned Villages\n\nIt rained in the north all day.", "Burned") == []


INTERVIEW = (
    "Q: Who burned the mill?\n\n"
    "Maria Belov: The guards did. We saw them.\n\n"
    "They had robbed the farm.\n\n"
    "Q: Was it shelled?\n\n"
    "MR. SANDOR: The army attacked it.\n\n"
    "Q: Thank you.\n\n"
    "Omar Sandor fled in May."
)


@pytest.mark.parametrize(
    ("word", "teller"),
    [
        ("saw", ["named_person Maria Belov"]),
        ("robbed", ["named_person Maria Belov"]),
        ("attacked", ["named_person SANDOR"]),
        ("fled", []),
    ],
)
def test_no_turn_of_an_interview_goes_on_beyond_the_next_speaker(word: str, teller: list[str]) -> None:
    assert told_by(INTERVIEW, word) == teller
