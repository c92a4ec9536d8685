"""Whom a report credits: agencies, outlets and monitors, by dateline, cue or last line, and whom it only mentions."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.credits import credits_of, is_own
from reportedly.link.lexicon import rows
from reportedly.model import Report
from tests.link.wire import STORY


def check_credits(text: str, *names: str, publisher: str | None = None, publishers: tuple[str, ...] = ()) -> None:
    found = credits_of(Report(text, "a.txt", publisher=publisher), publishers)
    assert [credit.name for credit in found] == list(names)
    assert all(credit.span.of(text) == credit.name for credit in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TESHIK (AP) - The quay was closed on Monday, officials said.", "AP"),
        ("TESHIK, May 3 (Reuters) – The quay was closed.", "Reuters"),
        ("The quay will stay closed, the mayor told Reuters on Monday.", "Reuters"),
        ("According to the Daily Mirror, the mayor was not asked.", "Daily Mirror"),
        ("Two boats were hit, the Syrian Observatory for Human Rights said.", "Syrian Observatory for Human Rights"),
        ("The mayor resigned, as first reported by The Guardian.", "The Guardian"),
        ("Citing two officials, AFP reported that the quay would reopen.", "AFP"),
        ("In an interview with Le Monde the mayor spoke of a mistake.", "Le Monde"),
        ("Syrian state television reported a fire in the port.", "Syrian state television"),
        ("The quay was closed, according to local media reports.", "local media"),
        ("A witness told the Holm Brine Gazette that the boat was empty.", "Holm Brine Gazette"),
        ("Radio Marsh reported that the boat was empty.", "Radio Marsh"),
        ("The local newspaper Strait Echo wrote that the boat was empty.", "Strait Echo"),
        ("The mayor resigned, TeshikLeaks.com reported.", "TeshikLeaks.com"),
        ("The mayor resigned.\n\n(With inputs from PTI)", "PTI"),
        ("The mayor resigned.\n\nCopyright 2025 The Associated Press. Rights reserved.", "The Associated Press"),
        ("The mayor resigned.\n\nThe Associated Press contributed to this report.", "The Associated Press"),
        ("The quay was closed on Monday. --AFP", "AFP"),
        ("Earlier state television had reported a fire in the port.", "state television"),
        ("PORT HOLM (Reuters, staff) - The quay was closed.", "Reuters"),
    ],
)  # fmt: skip
def test_a_credit_is_found(text: str, name: str) -> None:
    check_credits(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Monday after a vote in the council.",
        "He worked for the New York Times before he went into politics.",
        "The mayor on Monday. (Photo: Ann Holm, AP)",
        "The quay at night. (Ann Holm/AP)",
        "Social media were full of the story.",
        "The Guardian of the gate was asleep.",
        "The governor told Parliament that the quay was closed.",
        "Analysts polled by Thomson Reuters expected a loss.",
        "She had worked as a journalist for the local newspaper Strait Echo until May.",
        "AP:Associated Press The mate waves to the crowd.",
    ],
)
def test_what_is_only_mentioned_is_not_credited(text: str) -> None:
    check_credits(text)


def test_the_publishers_own_name_is_no_credit() -> None:
    check_credits("The mayor told the BBC that he would stay.", publisher="www.bbc.co.uk")
    check_credits("The mayor told The New York Times that he would stay.", publisher="www.nytimes.com")
    check_credits(STORY, publisher="Reach Wire Agency")


def test_an_unknown_agency_is_known_by_its_dateline_or_its_brackets_at_the_end() -> None:
    check_credits(STORY, "RWA")
    check_credits("The boat was empty, officials said. (RWA)", "RWA")


def test_the_publishers_of_a_project_are_known_names() -> None:
    text = "The boat was empty, according to a video described by the Aral Gull."
    check_credits(text)
    check_credits(text, "Aral Gull", publishers=("Aral Gull", "Reach Wire Agency"))
    check_credits("The boat was empty, officials told RWA.", "RWA", publishers=("Reach Wire Agency",))


def test_a_name_counts_once_in_its_fullest_form() -> None:
    text = "The Syrian Observatory for Human Rights said five died. The Observatory added that two were children."
    check_credits(text, "Syrian Observatory for Human Rights")


def test_one_name_is_not_another_that_holds_its_letters() -> None:
    assert is_own("CNN", "edition.cnn.com")
    assert is_own("Washington Post", "www.washingtonpost.com")
    assert not is_own("AP", "www.capital.example")
    assert not is_own("Reuters", None)


def test_the_lexicons_have_their_form() -> None:
    kinds = {(row[1], row[2]) for row in rows("credits_names.tsv")}
    assert kinds <= {(kind, sure) for kind in ("wire", "monitor", "outlet") for sure in ("sure", "cue")}
    names = [row[0] for row in rows("credits_names.tsv")]
    assert len(names) == len(set(names)) > 800
    assert {row[0] for row in rows("credits_cues.tsv")} == {"before", "after", "never"}
    assert {row[0] for row in rows("credits_shapes.tsv")} == {"begin", "end", "kind", "body"}


PIECES = [
    "told", "The", "AP", "(", ")", "-", "Daily Gazette", "according to", "\n", " ", "(Photo:", "state media",
    "www.x.com", "Kİ", "’s", "Copyright 2025",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.sampled_from(["", "x", "AP", "…", "www.ap.org"])
)
def test_every_credit_quotes_its_text(text: str, publisher: str) -> None:
    for credit in credits_of(Report(text, "a.txt", publisher=publisher or None)):
        assert credit.span.of(text) == credit.name


@pytest.mark.parametrize(
    "text", ["AP " * 200_000, "(" * 300_000, "told The " * 100_000, "A" * 1_000_000, "A " * 300_000]
)
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    begun = perf_counter()
    credits_of(Report(text, "a.txt"))
    assert perf_counter() - begun < 30
