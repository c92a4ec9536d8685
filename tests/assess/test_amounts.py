"""What a number counts is told from the words around it, and a part of those counted is not taken for the whole."""

from dataclasses import replace

import pytest

from reportedly.assess.amounts import Amount, casualties, counted, number_in, quantities
from reportedly.model import RoleName
from tests.assess.planting import told


@pytest.mark.parametrize(
    ("phrase", "value", "bound"),
    [
        ("at least seven people", 7, "at_least"),
        ("The five visitors", 5, "exact"),
        ("some 40 men", 40, "about"),
        ("up to 1,200 families", 1200, "at_most"),
        ("twenty-three citizens", 23, "exact"),
    ],
)
def test_a_number_that_opens_a_phrase_is_read_with_its_bound(phrase: str, value: int, bound: str) -> None:
    found = number_in(phrase)
    assert found is not None
    assert found[2:] == (value, bound)


@pytest.mark.parametrize("phrase", ["people", "a man", "2.5 million people", "the visitors", ""])
def test_a_phrase_that_opens_with_no_plain_number_gives_none(phrase: str) -> None:
    assert number_in(phrase) is None


def test_the_act_or_the_words_after_a_number_say_what_it_counts() -> None:
    killed = told("A blast killed nine people.", "killed", count=(9, "nine", "exact"))
    died = told("Nine people died in a blast.", "blast", roles=(("victim", "Nine people", None),))
    hurt = told("Some 20 sailors were wounded.", "wounded", count=(20, "Some 20", "about"))
    assert [of(a) for a in (killed, died, hurt)] == ["killed", "killed", "injured"]


def of(account: object) -> str | None:
    found = counted(account.claim, account.report)  # type: ignore[attr-defined]
    return None if found is None else found.of


@pytest.mark.parametrize(
    "sentence",
    [
        "A blast killed people, including nine children.",
        "Workers found bodies, and said the blast killed nine more people.",
        "The blast killed many; among them were nine nurses.",
    ],
)
def test_a_part_or_an_addition_is_no_number_of_all(sentence: str) -> None:
    assert of(told(sentence, "killed", count=(9, "nine", "exact"))) is None


def test_a_group_is_counted_by_its_phrase_or_by_the_words_that_follow() -> None:
    who = "A five-member delegation"
    account = told(f"{who} visited Velmouth.", "visited", act="CONSULT", mode="visit", roles=(("actor", who, None),))
    assert of(account) == "visitors"


def test_bounds_leave_a_range_possible() -> None:
    assert Amount(7, "at_least").range == (7, float("inf"))
    assert Amount(10, "about").range == (8, 12)
    assert Amount(5, "at_most").range == (0, 5)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The death toll rose to 22, police said.", "22"),
        ("The flood killed some 30 (dozens of dockers are missing).", "some 30"),
        ("Nine people, two of them clerks, were killed.", "Nine people"),
        ("The fire left 35 people including 22 clerks dead.", "35 people including 22 clerks dead"),
    ],
)
def test_the_words_shown_do_not_run_over_punctuation(sentence: str, shown: str) -> None:
    account = told(sentence, sentence.split()[1])
    assert shown in [found.text for found in casualties(account.claim, account.report)]


@pytest.mark.parametrize(
    ("sentence", "act", "bounds"),
    [
        ("At least 30 miners were killed and 80 wounded.", "killed", ["at_least", "at_least"]),
        ("About 12 died and 36 were hurt.", "died", ["about", "about"]),
        ("At least 30 miners were killed and the blaze hurt 80.", "killed", ["at_least", "exact"]),
        ("At least four miners were killed and up to 15 wounded.", "killed", ["at_least", "at_most"]),
        ("The clinic had nine dead and 41 wounded after a docker died in hospital.", "dead", ["exact", "about"]),
        ('The league said "more than 90" guards were killed.', "killed", ["at_least"]),
    ],
)
def test_a_bound_is_meant_for_the_number_that_goes_on_with_it(sentence: str, act: str, bounds: list[str]) -> None:
    account = told(sentence, act)
    assert [found.amount.bound for found in casualties(account.claim, account.report)] == bounds


def test_the_number_of_a_claim_is_as_loose_as_its_sentence_has_it() -> None:
    hurt = told("At least 30 miners were killed and 80 wounded.", "wounded", count=(80, "80", "exact"))
    found = counted(hurt.claim, hurt.report)
    assert found is not None
    assert (found.of, found.amount.bound) == ("injured", "at_least")


@pytest.mark.parametrize(
    ("things", "sorts"),
    [
        (["nine AK-47 rifles", "four other rifles"], ["kalashnikov rifles", "other rifles"]),
        (["15 AK 47 guns", "six rifles"], ["kalashnikov rifles", "other rifles"]),
        (["nine Kalashnikovs", "40 AK-47 magazines"], ["kalashnikov rifles", "magazines"]),
        (["six rifles"], ["rifles"]),
        (["four other rifles"], []),
        (["two Glocks", "four other rifles"], ["glock pistols"]),
    ],
)
def test_arms_of_one_make_count_the_same_by_whatever_noun(things: list[str], sorts: list[str]) -> None:
    roles: tuple[tuple[RoleName, str, None], ...] = tuple(("target", phrase, None) for phrase in things)
    account = told(f"The coastguard seized {', '.join(things)}.", "seized", act="COERCE", mode="seizure", roles=roles)
    assert [found.amount.noun for found in quantities(account.claim, account.report)] == sorts


def test_acts_that_go_by_several_nouns_are_counted_as_one_kind() -> None:
    sorts = set()
    for noun in ("blasts", "explosions"):
        account = told(f"Five {noun} shook Velmouth.", noun, count=(5, "Five", "exact"))
        assert account.claim.count is not None
        found = counted(replace(account.claim, count=replace(account.claim.count, of="repetition")), account.report)
        assert found is not None
        sorts.add((found.of, found.amount.noun))
    assert sorts == {("times", "explosions")}
