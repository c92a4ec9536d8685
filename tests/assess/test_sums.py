"""A sum of money is read with what it is, and only sums of the same thing are compared."""

from time import perf_counter

import pytest

from reportedly.assess.amounts import Amount, quantities
from reportedly.assess.contradictions import contradictions
from reportedly.assess.sums import sums
from reportedly.linked import Account
from tests.assess.planting import held, told


@pytest.mark.parametrize(
    ("sentence", "value", "of", "sort"),
    [
        ("Velmar Bank made an initial $41 billion offer for Orrin Mills.", 41 * 10**9, "offer", "dollars first"),
        ("Orrin Mills refused the bank's sweetened £4.5bn takeover bid.", 4_500_000_000, "offer", "pounds new"),
        (
            "It raised its offer, up from its first offer of $7 a share, or $2 billion.",
            2 * 10**9,
            "offer",
            "dollars first",
        ),
        ("Thieves stole a four-million-euro tiara.", 4_000_000, "stolen", "euros"),
        ("A court fined the dairy €12.5 million for its prices.", 12_500_000, "fine", "euros"),
        ("The flood did over $3 million in damage.", 3_000_000, "damage", "dollars"),
        ("Her family paid a ransom of nearly $40,000.", 40_000, "ransom", "dollars"),
        ("The brothers sold the quarry for £20 million.", 20_000_000, "price", "pounds"),
    ],
)
def test_a_sum_is_told_by_the_word_that_takes_it(sentence: str, value: int, of: str, sort: str) -> None:
    assert [(each.value, each.of, each.sort) for each in sums(sentence)] == [(value, of, sort)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It raised its bid to $7 a share.",
        "A £5-a-month contract was on offer.",
        "The fine was $45 to $50 million.",
        "The bank set aside between $40 and $50 million for the fine.",
        "The fine rose from $2 million to $3 million.",
        "20 million pounds of beef were stolen.",
        "The dairy told of a $2 billion loss.",
        "A gang robbed the $30 million villa.",
        "The $66 billion deal including debt was off.",
        "The deal is worth $66 billion including debt.",
        "They stole 30 cars.",
        "A court fined the mill $12 million and the dairy $15 million.",
        "A court fined the mill US$12 million and the dairy $15 million.",
        "Customs officers seized $90,000 worth of cloves.",
        "The striker was fined £100,000, half of it suspended.",
    ],
)
def test_a_price_of_each_a_range_and_a_sum_of_nothing_told_give_none(sentence: str) -> None:
    assert sums(sentence) == ()


def test_how_a_sum_is_meant_is_told_by_the_words_beside_it() -> None:
    said = {"up to $31bn": "at_most", "over $31bn": "at_least", "some $31bn": "about", "a $31bn-plus": "at_least"}
    assert {words: sums(f"They fined it {words} fine.")[0].bound for words in said} == said


def test_a_rounded_sum_leaves_room_for_what_rounds_to_it() -> None:
    (five,) = sums("The bank made a $5 billion offer.")
    assert Amount(five.value, step=five.step).range == (4.5e9, 5.5e9)


def offer(money: str, outlet: str) -> Account:
    return told(f"Velmar Bank made {money} offer for Orrin Mills.", "offer", outlet, act="AGREE", mode="promise")


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        ("an initial $41 billion", "a first $43 billion", True),
        ("an initial $41 billion", "an improved $52 billion", False),
        ("an initial $41 billion", "a $52 billion", False),
        ("an initial $5 billion", "a first $5.1 billion", False),
        ("an initial $41 billion", "a first €36 billion", False),
        ("an initial $41 billion", "a first offer of more than $40 billion", False),
    ],
)
def test_two_sums_contradict_each_other_only_as_sums_of_one_thing(one: str, two: str, shown: bool) -> None:
    evidence = held(offer(one, "Aral Post"), offer(two, "Delta Gull"))
    assert [c.slot for c in contradictions(evidence)] == (["money (offer)"] if shown else [])


def test_a_sum_is_given_to_the_act_that_it_is_the_sum_of() -> None:
    sentence = "Brell visited the mint, and thieves stole $2 million there."
    visit, theft = (told(sentence, word, act="MOVE", mode="travel") for word in ("visited", "stole"))
    assert [c.text for c in quantities(visit.claim, visit.report)] == []
    assert [c.text for c in quantities(theft.claim, theft.report)] == ["$2 million"]


def test_a_sentence_full_of_sums_is_read_quickly_and_gives_none() -> None:
    began = perf_counter()
    assert sums("stole $2 million " * 5000) == ()
    assert perf_counter() - began < 1
