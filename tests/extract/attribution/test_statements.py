"""Statements that a line heads as somebody's, designations, evidence of others, and outlets that the user knows."""

from reportedly.extract import extract
from reportedly.extract.attribution.source_kinds import is_outlet
from tests.annotate.reading import read
from tests.extract.attribution.sayings import told_by

HEADED = (
    'Statement by Petra Saal, chair of the Mill Union:\n\n"On 9 May Dornland put our union on a list.\n\n'
    '"I never met Marko Dorn."'
)


def test_a_statement_is_said_by_whom_its_heading_names() -> None:
    assert told_by(HEADED, "put") == told_by(HEADED, "met") == ["named_person Petra Saal"]


def test_who_designates_says_what_the_designation_says() -> None:
    text = "The ministry designated the Mill Union as a front of the Dorn Guard."
    assert told_by(text, "front") == ["named_organisation The ministry"]
    assert told_by(text, "designated") == []


def test_evidence_that_an_outlet_describes_is_not_its_own() -> None:
    text = "Petra Saal met Marko Dorn in Velm, according to a recording heard by the Velm Argus."
    assert told_by(text, "met") == ["outlet the Velm Argus", "document a recording"]


def test_the_sources_of_an_office_are_officials() -> None:
    assert told_by("The abbot was arrested, a police source said.", "arrested") == ["unnamed_official a police source"]
    assert told_by("The abbot was arrested, a local source said.", "arrested") == ["unnamed_person a local source"]


def test_who_is_named_behind_a_title_and_its_place_is_the_source() -> None:
    text = "The warden of Velm Mill, Petra Saal, denied on Monday that she had been arrested."
    doc = read(text)
    (arrest,) = [c for c in extract(doc)[1] if doc.text_of(c.trigger) == "arrested"]
    (link,) = arrest.attribution
    assert link.kind == "named_person"
    assert link.source is not None
    assert link.source.entity is not None
    assert link.source.entity.name == "Petra Saal"
    assert arrest.factuality.polarity == "negative"


def test_names_of_stations_and_dailies_tell_outlets() -> None:
    assert all(map(is_outlet, ("Radio Velm", "Velm Today", "Channel Nine Velm", "Dorn Wire Agency", "Velm Argus")))
    assert not any(map(is_outlet, ("Channel Islands", "Today", "Velm Agency", "Radio")))


def test_a_publisher_that_the_user_knows_is_an_outlet() -> None:
    doc = read("The Velm Otter reported on Monday that soldiers had arrested Petra Saal.")
    kinds = [
        [link.kind for claim in extract(doc, outlets)[1] for link in claim.attribution]
        for outlets in (frozenset[str](), frozenset({"Velm Otter"}), frozenset({"Otter"}))
    ]
    assert kinds == [["named_organisation"], ["outlet"], ["named_organisation"]]


def test_what_somebody_speaks_of_is_told_by_them() -> None:
    text = "The Velm Argus reported that Marko Dorn speaks of a raid on the mill in a letter."
    assert [each.split()[0] for each in told_by(text, "raid")] == ["outlet", "named_person"]


def test_a_toll_is_the_word_of_whom_it_is_given_by() -> None:
    assert told_by("The Velm Monitor put the toll at 45 dead.", "dead") == ["named_organisation The Velm Monitor"]
    assert told_by("The Velm Monitor gave a toll of 26 people killed.", "killed") == [
        "named_organisation The Velm Monitor"
    ]
    assert told_by("Doctors put the number of dead at 30.", "dead") == ["unnamed_person Doctors"]
    assert told_by("The flood put the bridge toll at 30 crowns.", "toll") == []


def test_a_toll_that_is_given_in_the_passive_is_the_word_of_its_agent() -> None:
    text = "The death toll was put at 45 by the monitor but at 9 by the army."
    assert told_by(text, "toll") == ["named_organisation the monitor"]
    assert told_by("The death toll was put at 30 by Monday.", "toll") == []


def test_the_second_of_two_tolls_is_the_word_of_who_gives_the_first() -> None:
    text = "The monitor put the number of protesters at 45,000 and the number of wounded at 3."
    assert told_by(text, "wounded") == ["named_organisation The monitor"]


def test_what_another_says_behind_but_is_not_the_first_speakers_word() -> None:
    text = "The monitor said soldiers shot a nurse but the army denied that it had shot the teacher."
    assert told_by(text, "nurse") == ["named_organisation The monitor"]
    assert told_by(text, "teacher") == ["named_organisation the army"]


def test_what_another_says_behind_but_in_a_quotation_is_told_by_its_speaker() -> None:
    text = 'The mayor said: "Soldiers shot a nurse, but the army said rebels bombed the clinic."'
    assert told_by(text, "bombed") == ["unnamed_official The mayor", "named_organisation the army"]


def test_what_another_says_behind_while_is_not_the_first_speakers_word() -> None:
    text = "The ministry said that rebels shelled the plant, while a driver in Velm said the plant was never targeted."
    assert told_by(text, "shelled") == ["named_organisation The ministry"]
    assert told_by(text, "targeted") == ["unnamed_person a driver in Velm"]
