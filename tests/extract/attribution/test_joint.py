"""Rules and encoder together: which cues are believed, and what their sources say."""

import numpy as np
import pytest

from reportedly.encoder.arrays import distance_classes
from reportedly.encoder.decode import Asked, asked_scores, member_scores
from reportedly.extract.attribution.attributions import attributions
from reportedly.extract.attribution.heard import heard
from reportedly.extract.attribution.joint_parts import likeliest
from reportedly.model import Annotated, Report
from tests.annotate.reading import read
from tests.extract.attribution.hearing import hearing
from tests.extract.attribution.sayings import told, triples


def test_a_report_that_no_encoder_has_read_is_heard_by_nobody() -> None:
    assert heard(read("The ferry sank.")) is None
    assert heard(hearing("The ferry sank.")) is not None


def test_an_encoder_that_knows_nothing_leaves_to_the_rules_what_they_are_sure_of() -> None:
    text = "The minister said that the bridge had collapsed."
    assert told(hearing(text)) == triples(text)


def test_an_encoder_that_is_sure_finds_a_cue_that_no_rule_knows() -> None:
    text = "The engineer walked the length of the dam."
    doc = hearing(text, cues=["walked"], contents=["the length of the dam"])
    assert triples(text) == []
    assert told(doc) == [("The engineer", "walked", "the length of the dam")]


def test_what_only_the_encoder_knows_of_may_stand_in_no_frame() -> None:
    doc = hearing("Dam safe, thanks to Veld.", cues=["thanks to"], sources=["Veld"], contents=["Dam safe"])
    assert ("Veld", "thanks to", "Dam safe") in told(doc)


def test_an_encoder_that_is_sure_against_a_cue_overrules_the_rules() -> None:
    text = "The minister said that the bridge had collapsed."
    assert told(hearing(text, against=["said"])) == []


def test_the_encoder_bounds_what_is_said_where_the_rules_know_little_of_the_cue() -> None:
    text = "The envoy praised the harbour, which was rebuilt in May."
    doc = hearing(text, cues=["praised"], contents=["the harbour"], others=[", which was rebuilt in May"])
    assert told(doc) == [("The envoy", "praised", "the harbour")]


def test_a_doubt_of_the_encoder_cuts_nothing_from_what_is_said_for_certain() -> None:
    text = "A bomb exploded in the hall on Thursday, the director of the hospital said."
    assert told(hearing(text, sources=["A bomb"])) == triples(text)


def test_whom_a_source_cites_is_left_to_the_rules() -> None:
    text = "Port Aral Radio reported on Monday that the ferry had sunk, citing two officials."
    doc = hearing(text, cues=["reported", "citing"])
    assert [cue for _, cue, _ in told(doc)] == [cue for _, cue, _ in triples(text)]


def test_a_sentence_that_introduces_a_statement_holds_no_other_cue() -> None:
    text = 'The harbour master, Omar Veld, provided the following list:\n\n"The ferry is safe. The hall is closed."'
    doc = hearing(text, cues=["following"], sources=["The harbour master"])
    assert [(source, cue) for source, cue, _ in told(doc)] == [(source, cue) for source, cue, _ in triples(text)]


def test_each_speaker_of_a_quoted_conversation_says_his_own_words() -> None:
    text = (
        "The radio sent this on Monday.\n\n"
        '"VELD: Will the ferry run in May?\n\n'
        '"ILVES: It will run in June. I believe that it is safe.\n\n'
        '"It has been safe since the spring, and the harbour will be open.\n\n'
        '"VELD: The harbour is closed today."'
    )
    said = {(source, content.split()[0]) for source, cue, content in told(hearing(text)) if cue == ":"}
    assert said == {("VELD", "Will"), ("ILVES", "It"), ("VELD", "The")}
    ((content,),) = [[c for s, cue, c in told(hearing(text)) if s == "ILVES"]]
    assert content.endswith("the harbour will be open")


@pytest.mark.parametrize("text", ["", " ", "Sank.", "“", "\u200b", "He said no.", ": : :"])
def test_odd_texts_are_heard_too(text: str) -> None:
    assert isinstance(attributions(hearing(text)), tuple)


def test_an_empty_report_is_heard() -> None:
    assert attributions(Annotated(Report("", "empty"), (), ())) == ()


def test_the_scores_of_some_words_are_those_of_all() -> None:
    doc = hearing("The ferry sank off Port Aral, Veld said.", sources=["Veld"], contents=["The ferry sank"])
    assert doc.scored is not None
    (seen,) = doc.scored.seen
    whole = member_scores(seen, 8, 8, doc.scored.weights)
    some = asked_scores(seen, [Asked(8, 8, 2, 7), Asked(0, 1, 0, 9)], doc.scored.weights)
    assert np.allclose(some[:5], whole[2:7])
    assert np.allclose(some[5:], member_scores(seen, 0, 1, doc.scored.weights)[:9])
    assert whole[7].argmax() == 1
    assert whole[1].argmax() == 2


def test_distances_grow_by_classes_on_both_sides_of_a_cue() -> None:
    found = distance_classes(2000, 1000, 1002)
    assert found[1000:1003].tolist() == [20, 20, 20]
    assert found[[999, 992, 991]].tolist() == [19, 12, 12]
    assert found[[1003, 1010, 1018]].tolist() == [21, 28, 30]
    assert (found[0], found[-1]) == (0, 40)


def test_the_likeliest_row_is_that_with_the_greatest_sum() -> None:
    scores = np.array([[0, -3, -1], [-1, -3, 0], [0, -3, -2], [-5, -3, 0]], np.float32)
    nothing = np.zeros(4, bool)
    assert likeliest(scores, set(), nothing).tolist() == [0, 0, 0, 2]
    assert likeliest(scores, {1, 2, 3}, nothing).tolist() == [0, 2, 0, 2]
    assert likeliest(scores, set(), np.array([False, True, True, True])).tolist() == [2, 2, 2, 2]
