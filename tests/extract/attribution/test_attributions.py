"""Who says what: sources, cues and contents, and the chain that leads to a word."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.extract.attribution.attributions import attributions, chain
from reportedly.model import Annotated, Report
from tests.annotate.reading import read
from tests.extract.attribution.sayings import flat, links, told_by, triples
from tests.planting import QUICK


def test_a_verb_of_saying_takes_its_subject_and_its_clause() -> None:
    assert triples("The minister said that the bridge had collapsed.") == [
        ("The minister", "said", "that the bridge had collapsed")
    ]


def test_a_cue_keeps_its_auxiliaries_its_negation_and_its_medium() -> None:
    assert triples("Maria Belov has not said whether the talks failed.")[0][1] == "has not said"
    assert triples("The company said in a statement that the mine was safe.")[0][1] == "said in a statement"


@pytest.mark.parametrize(
    "text",
    [
        "The dam had burst before dawn, an engineer of the district said on Monday.",
        "The dam had burst before dawn, said an engineer of the district.",
        "According to an engineer of the district, the dam had burst before dawn.",
        "The dam had burst before dawn, according to an engineer of the district.",
        "The dam, an engineer of the district said, had burst before dawn.",
    ],
)
def test_a_cue_may_stand_before_behind_and_within_its_content(text: str) -> None:
    ((source, _, content),) = triples(text)
    assert source == "an engineer of the district"
    assert content.replace(" ...", "").lower() == "the dam had burst before dawn"


def test_direct_speech_is_attributed_with_its_marks() -> None:
    ((source, cue, content),) = triples("“We will rebuild the harbour this year,” Omar Sandor said.")
    assert (source, cue, content) == ("Omar Sandor", "said", "“We will rebuild the harbour this year,”")


def test_speech_of_several_sentences_has_one_speaker() -> None:
    text = "“The levee broke. Nobody had warned us,” said Omar Sandor, a farmer. “We lost the whole harvest.”"
    assert [told_by(text, word) for word in ("broke", "warned", "lost")] == [["named_person Omar Sandor"]] * 3


def test_speech_runs_on_in_a_paragraph_of_its_own() -> None:
    text = "“The levee broke at night,” said Omar Sandor.\n\n“We lost the whole harvest and two of our barns.”"
    assert told_by(text, "lost") == ["named_person Omar Sandor"]


def test_a_colon_introduces_speech_in_the_next_paragraph() -> None:
    text = "Omar Sandor gave this answer to the council:\n\n“The levee broke at night and we lost the harvest.”"
    assert told_by(text, "broke") == ["named_person Omar Sandor"]


def test_a_speaker_before_a_colon_says_the_line() -> None:
    assert triples("Poll: Voters leave the Harbour Party.")[0] == ("Poll", ":", "Voters leave the Harbour Party")


def test_a_city_or_a_label_before_a_colon_says_nothing() -> None:
    for text in ("Caption: The dam burst at night.", "Paris: The dam burst at night."):
        assert not [cue for _, cue, _ in triples(text) if cue == ":"]


def test_the_publishers_own_voice_has_no_link() -> None:
    assert told_by("Soldiers shelled the town of Aral on Monday.", "shelled") == []


def test_nested_speech_has_its_links_outermost_first() -> None:
    text = "The ministry said that a doctor told police that the guards had beaten a prisoner."
    assert told_by(text, "beaten") == ["named_organisation The ministry", "unnamed_person a doctor"]


def test_nested_attributions_hang_under_the_outer_one() -> None:
    found = attributions(read("The ministry said that a doctor told police that the guards had beaten a prisoner."))
    assert len(found) == 1
    assert len(found[0].nested) == 1


@pytest.mark.parametrize(
    ("text", "word", "chain"),
    [
        ("Nilo Zorvel has reportedly visited the port three times.", "visited", ["unnamed_person -"]),
        ("The convoy left the port before dawn, it has been learnt.", "left", ["unnamed_person -"]),
        ("It is believed that the rebels burned the mill.", "burned", ["unnamed_person -"]),
        ("The rebels are believed to have burned the mill.", "burned", ["unnamed_person -"]),
        (
            "The army said the rebels are believed to have burned the mill.",
            "burned",
            ["named_organisation The army", "unnamed_person -"],
        ),
    ],
)
def test_hearsay_is_a_link_without_a_source(text: str, word: str, chain: list[str]) -> None:
    assert told_by(text, word) == chain


def test_what_only_describes_the_subject_of_hearsay_is_no_hearsay() -> None:
    text = "The convoy that was shelled on Monday is believed to have left the port."
    assert told_by(text, "shelled") == []
    assert told_by(text, "left") == ["unnamed_person -"]


def test_the_deed_of_an_accusation_is_the_accusers() -> None:
    text = "Maria Belov accused the guards of beating a prisoner."
    assert told_by(text, "beating") == ["named_person Maria Belov"]
    assert told_by(text, "accused") == []


def test_an_outlet_that_has_the_evidence_comes_before_the_speaker() -> None:
    text = "Omar Sandor said in a video obtained by the Aral Times that he met the rebels in May."
    assert [link.kind for link in links(text, "met")] == ["outlet", "named_person"]


def test_whom_a_source_cites_comes_after_it() -> None:
    text = "The rebels burned the mill, the Aral Times reported, citing two officials."
    assert [link.kind for link in links(text, "burned")] == ["outlet", "unnamed_official"]


def test_a_speaker_who_reports_his_own_belief_is_one_link() -> None:
    text = "Omar Sandor said he believed that the rebels had burned the mill."
    assert told_by(text, "burned") == ["named_person Omar Sandor"]


def test_a_hyphenated_source_stays_whole() -> None:
    assert told_by("Counter-terrorism experts said the rebels burned the mill.", "burned") == [
        "analyst Counter-terrorism experts"
    ]


def test_an_allegation_without_an_accuser_is_hearsay_and_a_revelation_is_not() -> None:
    assert told_by("The allegation that the guards beat a prisoner is old.", "beat") == ["unnamed_person -"]
    assert told_by("The revelation that the guards beat a prisoner is old.", "beat") == []


def test_whom_a_text_quotes_as_saying_is_the_speaker() -> None:
    text = "State television quoted the army as saying that several rockets hit the mill."
    assert told_by(text, "hit") == ["outlet State television", "named_organisation the army"]
    text = "The army was quoted as saying that several rockets hit the mill."
    assert told_by(text, "hit") == ["named_organisation The army"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In the view of analysts, the rebels burned the mill.", "analyst analysts"),
        ("In Omar Sandor's words, the rebels burned the mill.", "named_person Omar Sandor"),
        ("As per the police, the rebels burned the mill.", "named_organisation the police"),
        ("The rebels burned the mill, a source close to the army told a newspaper.", "unnamed_person a source"),
        ("As reported by Reuters, the rebels burned the mill.", "outlet Reuters"),
    ],
)
def test_views_words_and_accounts_are_their_owners(text: str, source: str) -> None:
    (link,) = told_by(text, "burned")
    assert link.startswith(source)


def test_per_day_is_nobodys_view() -> None:
    assert told_by("The mill burned 3 tonnes of coal per working day.", "burned") == []


def test_first_persons_are_no_sources() -> None:
    assert told_by("We believe that the rebels burned the mill.", "burned") == []


def test_a_report_of_an_event_attributes_the_event() -> None:
    assert told_by("The Aral Times reported the arrest of two smugglers.", "arrest") == ["outlet The Aral Times"]


def test_wishes_and_plans_are_found_but_attribute_nothing() -> None:
    text = "The party hopes to win the vote in May."
    assert triples(text) == [("The party", "hopes", "to win the vote in May")]
    assert told_by(text, "win") == []


def test_fixed_phrases_are_no_speech() -> None:
    assert told_by("The heavy fighting claimed the lives of forty soldiers.", "soldiers") == []


def test_coordinated_sources_are_one_link() -> None:
    (link,) = links("Two officials and a diplomat said the talks had failed.", "failed")
    assert link.source is not None
    assert len(link.sources) == 2


def test_the_day_on_a_cue_is_the_time_of_speaking() -> None:
    text = "Maria Belov said on Monday that the rebels burned the mill."
    (link,) = links(text, "burned")
    assert link.time is not None and link.time.span is not None
    assert "Monday" in link.time.span.of(text)
    assert link.time.edtf is None


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The army said in a statement that it had left the town.", "statement"),
        ("Maria Belov told the council in an interview that she had left the town.", "interview"),
        ("Maria Belov tweeted that she had left the town.", "post"),
        ("The army issued a statement saying it had left the town.", "statement"),
        ("The army said it had left the town.", None),
    ],
)
def test_a_medium_is_told_where_the_text_gives_it(text: str, medium: str | None) -> None:
    assert links(text, "left")[-1].medium == medium


def test_the_writer_of_a_letter_answers_for_all_of_it() -> None:
    text = (
        "I have lived beside the mill for thirty years. The council sold it in May without asking any of us.\n\n"
        "We will go to court, and I ask my neighbours to come with us to the hearing.\n\nMaria Belov"
    )
    (link,) = links(text, "sold")
    assert (link.kind, link.cue, link.medium) == ("named_person", None, "letter")
    assert link.source is not None and link.source.span.of(text) == "Maria Belov"


def test_a_statement_that_is_the_whole_report_is_its_speakers() -> None:
    text = "Foreign Minister Omar Sandor said:\n\nThe rebels burned the mill.\n\nThe army has left the town."
    assert told_by(text, "burned") == ["named_person Foreign Minister Omar Sandor"]
    assert told_by(text, "left") == ["named_person Foreign Minister Omar Sandor"]


@pytest.mark.parametrize("text", ["", " ", ".", "“", "said", ":\n:", "“said,” said, said said.", "According to"])
def test_scraps_of_text_break_nothing(text: str) -> None:
    doc = read(text)
    found = attributions(doc)
    assert len([chain(doc, found, token.i) for token in doc.tokens]) == len(doc.tokens)


WORDS = 'said say he Reuters “ ” " : , ; . \n that told according to as per in view report citing police it is believed'


@QUICK
@example("“ citing he he said")
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))
def test_no_heap_of_cue_words_breaks_the_stage(text: str) -> None:
    doc = read(text)
    found = attributions(doc)
    for token in doc.tokens:
        chain(doc, found, token.i)
    for each in flat(found):
        assert each.cue is None or not any(piece.overlaps(each.cue) for piece in each.content)


def test_a_report_without_tokens_has_no_attributions() -> None:
    assert attributions(Annotated(Report(text="", ref="empty"), (), ())) == ()


def test_spans_lie_inside_the_text_and_contents_leave_their_cue_out() -> None:
    text = (
        "“Yes,” he said: “no”, she added, he said they say it is said that, as one put it, “all (is well” he claimed."
    )
    for each in flat(attributions(read(text))):
        spans = [span for span in (each.source, each.cue, *each.content) if span is not None]
        assert all(span.end <= len(text) for span in spans)
        assert each.cue is None or not any(piece.overlaps(each.cue) for piece in each.content)


def test_what_somebody_does_not_say_is_told_by_nobody() -> None:
    assert told_by("The mayor did not say whom the pilot met.", "met") == []
    assert told_by("The mayor said whom the pilot met.", "met") != []


def test_a_name_that_ends_like_a_day_speaks() -> None:
    assert told_by("Aral Today reported this morning that the dam had burst.", "burst") == ["outlet Aral Today"]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Belov dismissed reports that the guards had fled.",
        "Maria Belov rejected the allegation that the guards had fled.",
        "Maria Belov issued a denial that the guards had fled.",
    ],
)
def test_who_disputes_an_assertion_says_that_it_is_not_so(text: str) -> None:
    assert told_by(text, "fled")[0] == "named_person Maria Belov"


@pytest.mark.parametrize(
    "text",
    [
        "Omar Sandor, who was fined in May, will appeal, his lawyer said.",
        "Omar Sandor, who was fined in May, will appeal, according to his lawyer.",
    ],
)
def test_a_clause_beside_the_subject_of_what_is_attributed_behind_it_is_told_as_a_fact(text: str) -> None:
    assert told_by(text, "fined") == []
    assert told_by(text, "appeal") == ["unnamed_person his lawyer"]


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer said that Omar Sandor, who was fined in May, would appeal.",
        "“Omar Sandor, who was fined in May, will appeal,” the lawyer said.",
        "The man who was fined in May will appeal, the lawyer said.",
    ],
)
def test_a_clause_that_the_source_must_have_said_is_attributed(text: str) -> None:
    (source,) = told_by(text, "fined")
    assert source.lower().endswith("the lawyer")


def test_what_stands_behind_a_semicolon_with_a_source_of_its_own_is_that_sources_word() -> None:
    text = "Two officers said the mill had burned; a farmer warned that the guards had fled."
    assert told_by(text, "burned") == ["unnamed_official Two officers"]
    assert told_by(text, "fled") == ["unnamed_person a farmer"]


def test_a_relative_pronoun_speaks_for_the_noun_before_it() -> None:
    text = "The convoy was stopped by soldiers, who said that the bridge had burned."
    assert [source.split()[-1] for source in told_by(text, "burned")] == ["soldiers"]


def test_a_source_is_without_its_relative_clauses_and_what_it_did_meanwhile() -> None:
    text = "A man who mends my boat, and who should know, says that the guards fled."
    assert told_by(text, "fled") == ["unnamed_person A man"]


@pytest.mark.parametrize("words", ["It may be recalled", "It must be noted", "It should be remembered"])
def test_what_the_reader_is_told_to_bear_in_mind_is_the_outlets_own_word(words: str) -> None:
    assert told_by(f"{words} that the guards fled in May.", "fled") == []


def test_a_rumour_keeps_its_link() -> None:
    assert told_by("It was reported that the guards fled in May.", "fled") == ["unnamed_person -"]


def test_a_title_before_the_object_of_a_cue_is_the_outlets_own_word() -> None:
    assert told_by("The board declared Harbour Party candidate Omar Sandor the winner.", "candidate") == []


def test_an_outlet_that_obtained_one_of_several_papers_is_the_outer_link() -> None:
    text = "Bank letters and registry extracts obtained by the Aral Post show that the guards fled."
    assert [link.split()[0] for link in told_by(text, "fled")] == ["outlet", "document"]


def test_a_toll_ends_before_what_is_remarked_on_it() -> None:
    text = "The army put the number of dead at nine, a figure which the mayor rejected."
    assert told_by(text, "dead") == ["named_organisation The army"]
    assert told_by(text, "rejected") == []
