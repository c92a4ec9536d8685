"""Two sources that give opposed parties as the doer of one deed contradict each other, and only those."""

import pytest

from reportedly.assess.contradictions import contradictions
from reportedly.linked import Account
from reportedly.model import Report
from reportedly.pipeline import Reader
from tests.assess.planting import held


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(extractor="rules")


def rivals(reader: Reader, *texts: str) -> list[tuple[str, str]]:
    """The doers set against each other, all attacks that the reports tell taken as one event."""
    reports = [Report(text, f"made up {i}", f"Gull {i}", published="2031-05-09") for i, text in enumerate(texts)]
    read = list(reader.read(reports))
    accounts = [Account(claim, each.report) for each in read for claim in each.claims if claim.type == "ASSAULT"]
    return [(c.value_a, c.value_b) for c in contradictions(held(*accounts)) if c.slot == "actor"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Neighbours said a soldier shot Lena Orr on Friday. The ministry said rebels shot Orr.",
            ("a soldier", "rebels"),
        ),
        (
            "State radio said guerrillas attacked the clinic, while nurses said troops attacked it.",
            ("guerrillas", "troops"),
        ),
        ("The union said police shot the baker. The police said protesters shot him.", ("police", "protesters")),
        (
            "The army said the League killed Lena Orr on Friday. The League said soldiers had killed her.",
            ("League", "soldiers"),
        ),
    ],
)
def test_two_sources_of_a_report_that_name_opposed_doers_contradict_each_other(
    reader: Reader, text: str, found: tuple[str, str]
) -> None:
    assert rivals(reader, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The police said gunmen killed Lena Orr on Friday. Her family said rebels killed her.",
        "A monitor said rebels and soldiers killed Lena Orr. The army said rebels killed her.",
        "The army said former soldiers killed Lena Orr. Neighbours said rebels killed her.",
        "The army said rebels killed Lena Orr. The army said its soldiers had killed Lena Orr by mistake.",
        "The ministry said the rebels may have shot Lena Orr. Residents said soldiers shot her.",
    ],
)
def test_a_doer_left_open_one_voice_and_a_mere_possibility_contradict_nothing(reader: Reader, text: str) -> None:
    assert rivals(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army said rebels shelled Hamra on Monday. A monitor said the army shelled Velmouth on Monday.",
        "The army said rebels killed Lena Orr on Monday. Her aunt said soldiers also killed a cousin.",
        "The rebels said the army shelled civilians on Monday. The army said rebels shelled civilians on Monday.",
        "A witness said soldiers fired at the bus on Monday. The army said rebels had fired at the bus on Sunday.",
        "The mayor said police shot the driver. The police said a protester shot an officer.",
        "A monitor said the army shelled Hamra on Monday. Residents said rebels shelled Hamra on Monday.",
    ],
)
def test_two_deeds_are_not_set_against_each_other(reader: Reader, text: str) -> None:
    assert rivals(reader, text) == []


def test_across_reports_only_the_killing_of_a_named_person_is_one_deed(reader: Reader) -> None:
    army = "The army said militants killed Lena Orr in Hamra on 3 May."
    assert rivals(reader, army, "Residents said soldiers killed Lena Orr in Hamra on 3 May.") == [
        ("militants", "soldiers")
    ]
    assert rivals(reader, army, "Residents said soldiers killed a clerk in Hamra on 3 May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A monitor said rebels attacked the market in the morning. The army said soldiers attacked it at noon.",
        "A monitor said rebels attacked the market. The army said its troops attacked the market.",
        "Residents said the army bombed the school. The army said the rebels bombed the school last month.",
        "Lena Orr's wife said soldiers beat Orr. The army said rebels beat Orr in prison.",
        "A court heard that loyalists shot Ian Brack. The army said militants shot Brack.",
    ],
)
def test_another_hour_a_deed_owned_up_to_and_a_day_told_later_contradict_nothing(reader: Reader, text: str) -> None:
    assert rivals(reader, text) == []


def test_whom_two_sides_accuse_is_shown_without_the_deed(reader: Reader) -> None:
    text = "The army accused rebels of killing Lena Orr. The rebels accused the government of killing Orr."
    assert all(" of killing" not in value for pair in rivals(reader, text) for value in pair)
