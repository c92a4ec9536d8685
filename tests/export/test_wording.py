"""Every sentence opens with who says so, and the claim stands in the report's words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.wording import CUT, LONGEST_QUOTE, firmness, firmness_mark, sentence, unquoted
from reportedly.model import Certainty, Claim, Factuality, Link, Polarity, Reference, SourceKind, Temporality
from tests.export.planted import AHEAD, DENIED, LIKELY, at, event, link, report

TEXT = "The envoy visited Port Aral in late April, two officials said."
SOURCED = re.compile(r"^(According to .+, as .+ reports?|.+, in (its|their) own voice, reports?)( \([^“”]*\))?: “.+”$")
"""The only form that a sentence may have."""
ASSERTING = re.compile(
    r"\b(in fact|indeed|it is true|truly|proved|proven|confirmed|revealed|admitted|guilty|terrorist)\b", re.I
)
"""Words that take a side; none of our own may."""

FACTS = st.builds(
    Factuality,
    st.sampled_from(["certain", "probable", "possible", "underspecified"]),
    st.sampled_from(["positive", "negative"]),
    st.sampled_from(["non_future", "future"]),
)
KINDS: list[SourceKind] = [
    "named_person", "named_organisation", "unnamed_official", "unnamed_person", "analyst", "document", "outlet",
]  # fmt: skip


def own_words(said: str) -> str:
    """What is ours of a sentence: all but the quotation."""
    return said[: said.index(": “")]


def test_the_reports_own_voice_is_named_as_such() -> None:
    told = report("The envoy visited Port Aral.")
    assert sentence(event(told, "visited"), told) == (
        "Aral Gull, in its own voice, reports: “The envoy visited Port Aral.”"
    )


def test_a_source_stands_first_and_the_publisher_beside_it() -> None:
    told = report(TEXT)
    content = "The envoy visited Port Aral in late April"
    claim = event(told, "visited", link(TEXT, "two officials", "said", content=content))
    assert sentence(claim, told) == f"According to two officials, as Aral Gull reports: “{content}”"


def test_a_chain_runs_from_the_innermost_source_outwards() -> None:
    text = "In a video accessed by the Post, Tavik says he met Quint in Doha in 2024."
    told = report(text)
    claim = event(
        told,
        "met",
        link(text, "the Post", "accessed", "outlet", name="Aral Post"),
        link(text, "Tavik", "says", "named_person", name="Orlen Tavik", medium="video"),
    )
    assert sentence(claim, told).startswith("According to Orlen Tavik (video, through Aral Post), as Aral Gull reports")


def test_an_outlet_that_cites_itself_is_named_once() -> None:
    text = "In a video accessed by the Aral Gull, Tavik says he met Quint."
    told = report(text)
    claim = event(
        told,
        "met",
        link(text, "the Aral Gull", "accessed", "outlet"),
        link(text, "Tavik", "says", "named_person"),
    )
    assert sentence(claim, told).startswith("According to Tavik, as Aral Gull reports: “")


def test_a_source_that_is_not_named_is_said_not_to_be() -> None:
    text = "The envoy reportedly visited Port Aral."
    told = report(text)
    claim = event(told, "visited", link(text, None, "reportedly", "unnamed_person"), fact=LIKELY)
    assert own_words(sentence(claim, told)) == (
        "According to someone who is not named, “reportedly”, as Aral Gull reports (put as likely, not as certain)"
    )


def test_a_pronoun_is_no_name() -> None:
    text = "He said the envoy visited Port Aral."
    told = report(text)
    claim = event(told, "visited", link(text, "He", "said", "named_person"))
    assert sentence(claim, told).startswith("According to someone called “He”, as Aral Gull reports")


def test_parallel_sources_are_listed() -> None:
    text = "Two officials and a diplomat said the envoy visited."
    told = report(text)
    several = Link(
        "unnamed_official",
        source=Reference(at(text, "Two officials and a diplomat")),
        sources=(Reference(at(text, "Two officials")), Reference(at(text, "a diplomat"))),
    )
    assert sentence(event(told, "visited", several), told).startswith("According to two officials and a diplomat, as")


def test_a_report_without_a_publisher_is_named_by_its_file() -> None:
    told = report("The envoy visited Port Aral.", publisher=None)
    said = sentence(event(told, "visited"), told)
    assert said.startswith("a publisher not known (a.txt), in its own voice, reports: “")


@pytest.mark.parametrize(
    ("fact", "said", "mark"),
    [
        (Factuality(), None, "stated"),
        (LIKELY, "put as likely, not as certain", "likely"),
        (Factuality("possible"), "mentioned as a possibility only", "possible"),
        (Factuality("underspecified"), "mentioned without being asserted", "not asserted"),
        (DENIED, "said not to be so", "said not so"),
        (AHEAD, "said to lie ahead", "ahead"),
        (
            Factuality("possible", "negative", "future"),
            "said not to be so; mentioned as a possibility only; said to lie ahead",
            "said not so, possible, ahead",
        ),
    ],
)
def test_doubt_denial_and_plans_are_put_in_words(fact: Factuality, said: str | None, mark: str) -> None:
    assert (firmness(fact), firmness_mark(fact)) == (said, mark)


@given(FACTS, st.lists(st.sampled_from(KINDS), max_size=3), st.booleans())
def test_no_sentence_is_without_a_source_phrase(fact: Factuality, kinds: list[SourceKind], has_source: bool) -> None:
    told = report(TEXT)
    links = [link(TEXT, "two officials" if has_source else None, "said", kind) for kind in kinds]
    said = sentence(event(told, "visited", *links, fact=fact), told)
    assert SOURCED.fullmatch(said), said
    assert not ASSERTING.search(own_words(said))
    assert "visited" not in own_words(said)


@given(FACTS)
def test_what_is_not_flatly_stated_is_never_worded_as_stated(fact: Factuality) -> None:
    told = report(TEXT)
    said = own_words(sentence(event(told, "visited", fact=fact), told))
    flat: tuple[Certainty, Polarity, Temporality] = ("certain", "positive", "non_future")
    assert ("(" in said) == ((fact.certainty, fact.polarity, fact.temporality) != flat)


def test_only_the_words_of_the_source_are_quoted_where_they_are_known() -> None:
    text = "The mission stayed open. The envoy visited Port Aral, officials said. Nobody else came."
    told = report(text)
    claim = event(
        told,
        "visited",
        link(text, "officials", "said", content="The envoy visited Port Aral, officials said. Nobody else came."),
        sentence="The envoy visited Port Aral, officials said.",
    )
    assert sentence(claim, told).endswith(": “The envoy visited Port Aral, officials said.”")


def test_a_content_without_the_trigger_is_not_quoted() -> None:
    told = report(TEXT)
    claim = event(told, "visited", link(TEXT, "two officials", "said", content="in late April"))
    assert sentence(claim, told).endswith(f": “{TEXT}”")


@pytest.mark.parametrize(
    "dateline", ["PORT ARAL (RWA) - ", "PORT ARAL, 2 May (RWA) - ", "KUMRAK – ", "GENEVA, 2 May - "]
)
def test_a_dateline_is_left_to_the_note(dateline: str) -> None:
    text = f"{dateline}The envoy visited Kumrak."
    told = report(text)
    assert sentence(event(told, "visited"), told).endswith(": “The envoy visited Kumrak.”")


def test_a_very_long_sentence_is_cut_around_its_trigger_with_marks_of_omission() -> None:
    text = "word " * 2000 + "visited " + "word " * 2000 + "end."
    told = report(text)
    said = sentence(event(told, "visited"), told)
    assert "visited" in said and said.count(CUT) == 2
    assert len(said) < LONGEST_QUOTE + 120


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"We came."', "We came."),
        ('"We came.', "We came."),
        ("“We came,”", "We came"),
        ('He spoke of "peace"', 'He spoke of "peace"'),
        ('"Peace" was the word', '"Peace" was the word'),
        ('"', "…"),
        ("", "…"),
    ],
)
def test_marks_of_quotation_that_enclose_or_stand_alone_are_dropped(words: str, shown: str) -> None:
    assert unquoted(words) == shown


def test_the_sentence_of_every_claim_kind_names_its_source() -> None:
    told = report("Tavik leads the Brigade.")
    tie = Claim(told.id, "tie", at(told.text, told.text), at(told.text, "leads"), tie="leader")
    assert SOURCED.fullmatch(sentence(tie, told))


def test_two_runs_give_the_same_words() -> None:
    told = report(TEXT)
    claim = event(told, "visited", link(TEXT, "two officials", "said"))
    assert sentence(claim, told) == sentence(claim, told)
