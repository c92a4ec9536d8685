"""Those told dead or hurt beside a number, and phrases without what is printed before a sentence."""

import pytest

from tests.extract.events.happenings import happening, told

HARMED = (
    (
        "A strike on the market in Port Aral left 41 people including 17 pupils dead.",
        ("dead", "ASSAULT", 41, "exact", "41 people including 17 pupils"),
    ),
    (
        'The Front claims the attack left "nearly 70" guards dead.',
        ("dead", "ASSAULT", 70, "about", '"nearly 70" guards'),
    ),
    ("The explosion tore through a bus, leaving four dead.", ("dead", "ASSAULT", 4, "exact", "four")),
    ("The flood left two sisters and a teacher dead.", ("dead", "DIE", 3, "exact", "two sisters; a teacher")),
    ("The bombing left at least four dead and nine injured.", ("injured", "ASSAULT", 9, "exact", "nine")),
    ("A blast killed 12 people and left dozens more wounded.", ("wounded", "ASSAULT", None, None, "dozens more")),
    ("The Coastal Monitor gave a toll of 26 people killed.", ("killed", "ASSAULT", 26, "exact", "26 people")),
    ("The Coastal Monitor put the toll at 45 dead.", ("dead", "DIE", 45, "exact", "45")),
    ("The find took the toll to 13 dead and 37 wounded.", ("dead", "DIE", 13, "exact", "13")),
    ("Eight dead and 21 wounded had been taken to a clinic.", ("dead", "ASSAULT", 8, "exact", "Eight")),
    ("The death toll rose to 48, the ministry said.", ("death toll", "DIE", 48, "exact", "48")),
    ("Police put the death toll at more than 17.", ("death toll", "DIE", 17, "at_least", "more than 17")),
    ("Doctors put the number of dead at 30.", ("dead", "DIE", 30, "exact", "30")),
    ("The number of people killed in the quake climbed to 130.", ("killed", "DIE", 130, "exact", "130")),
    ("Drought left 3,000 people hungry and 40 farmers dead.", ("dead", "DIE", 40, "exact", "40 farmers")),
    ("The flood left 300 pupils without a school and two teachers injured.",
     ("injured", "ASSAULT", 2, "exact", "two teachers")),
    ("The clash left rebels in control of the town and its mayor dead.", ("dead", "ASSAULT", None, None, "its mayor")),
    ("The game left Velde 3-0 down and two defenders hurt.", ("hurt", "ASSAULT", 2, "exact", "two defenders")),
    ("The siege left the town without water and 20 people dead.", ("dead", "DIE", 20, "exact", "20 people")),
    ("The blast left two sisters, a teacher and an old man dead.",
     ("dead", "ASSAULT", 4, "exact", "two sisters; a teacher; an old man")),
    ("The crash left Jan Roe, a teacher, dead.", ("dead", "DIE", None, None, "Jan Roe")),
    ("The storm left three people in Velde dead.", ("dead", "DIE", 3, "exact", "three people")),
    ("There were no dead, 12 wounded.", ("wounded", "ASSAULT", 12, "exact", "12")),
    ("14 hurt in bus crash", ("hurt", "DIE", 14, "exact", "14")),
)  # fmt: skip


@pytest.mark.parametrize(("text", "harm"), HARMED)
def test_the_dead_and_hurt_are_all_whom_the_number_counts(
    text: str, harm: tuple[str, str, int | None, str | None, str]
) -> None:
    doc, draft = happening(text, harm[0])
    victims = "; ".join(doc.text_of(role.span) for role in draft.roles if role.role == "victim")
    value, bound = (None, None) if draft.count is None else (draft.count.value, draft.count.bound)
    assert (harm[0], draft.type, value, bound, victims) == harm


NO_TOLL = (
    "The council raised the bridge toll to 5 dollars.",
    "The ministry updated an earlier toll of 15 dead.",
    "Revising an initial count of seven dead, the doctor spoke on Monday.",
    "The drought took a heavy toll on the harvest of 2015.",
    "The nine dead were named on Friday.",
    "The monitor put the death toll at zero.",
    "The army put the toll at 0.",
    "The toll on the firm's profit stood at 45 per cent.",
    "The ministry called the toll of 90 dead false.",
    'The mayor called the toll of 90 "a lie".',
    "There was no truth in a toll of 90, the mayor said.",
    "The figure was lower than the official toll of 12.",
    "Drought left dozens of cattle dead.",
)


@pytest.mark.parametrize("text", NO_TOLL)
def test_a_fee_a_toll_that_no_longer_holds_and_the_dead_named_again_are_no_deaths(text: str) -> None:
    assert not any(event.startswith(("DIE", "ASSAULT")) for event in told(text))


def test_a_toll_that_another_has_overtaken_is_told_once() -> None:
    assert told("31 people died, down from a toll of 45.") == ["DIE died victim=31 people"]
    assert told("The toll rose from 22 dead to 31.") == ["DIE toll victim=31"]


def test_a_toll_that_hits_or_falls_to_a_number_attacks_and_takes_nothing() -> None:
    assert told("The death toll hit 2,000 on Monday.") == ["DIE death toll victim=2,000"]
    assert told("The death toll fell to 300 on Monday.") == ["DIE death toll victim=300"]


def test_those_hurt_where_nobody_struck_them_are_no_deaths() -> None:
    _, draft = happening("14 hurt in bus crash", "hurt")
    assert draft.mode == "accident"


def test_the_deed_before_leave_lends_its_actor_to_the_dead() -> None:
    assert "ASSAULT dead actor=Hagen rebels; victim=two guards" in told(
        "An attack by Hagen rebels left two guards dead."
    )


def test_wounds_that_somebody_dies_of_are_no_event_of_their_own() -> None:
    assert told("Omar Haddad died of his wounds on Tuesday.") == ["DIE died victim=Omar Haddad"]


def test_who_after_a_body_is_the_person_that_heads_it() -> None:
    found = told("The head of the Varen family, who suffered from asthma, died in May.")
    assert "DIE suffered from victim=The head of the Varen family" in found


def test_a_dateline_before_a_sentence_is_no_part_of_its_subject() -> None:
    doc, draft = happening(
        "PORT ARAL 2019-05-03 At least eight guards were killed when drones struck the mole of Maresk.", "killed"
    )
    assert [doc.text_of(role.span) for role in draft.roles if role.role == "victim"] == ["At least eight guards"]
    assert draft.count is not None and (draft.count.value, draft.count.bound) == (8, "at_least")


def test_an_editors_mark_before_a_headline_takes_no_part() -> None:
    assert "ASSAULT kill actor=Gunmen; victim=12" in told("BREAKING Gunmen kill 12 in Port Aral")
    assert "ASSAULT killed victim=Six people" in told("UPDATED: VIDEO Six people were killed in Velde.")
    assert not any("UPDATED" in event for event in told("UPDATED Fire raid in Aralia kills 14"))


def test_a_counted_list_of_things_seized_is_whole() -> None:
    found = told("The coast guard also recovered 12 carbine guns, three pistols, two mortars along with fuel.")
    assert any("target=12 carbine guns; target=three pistols; target=two mortars" in event for event in found)


def test_a_date_behind_a_target_is_no_part_of_it() -> None:
    found = told("The minister said that planes bombed Maresk, Tovar and Walby villages once more on Sunday night.")
    assert "ASSAULT bombed actor=planes; target=Maresk; target=Tovar; target=Walby villages" in found


def test_a_number_of_hundreds_of_digits_counts_nothing() -> None:
    _, killed = happening(f"A blast in Velmouth killed {'9' * 400} people on Thursday.", "killed")
    assert killed.count is None
