"""Two sources, one after the other, that give two doers of one deed to one person tell one event."""

import pytest

from reportedly.link.accounts import compare, keys
from reportedly.link.accounts_told import Told
from tests.link.telling import tell


def deeds(text: str, first: str, second: str) -> tuple[Told, Told]:
    """The two shootings of a text: by "trigger / roles / source" each."""
    one, two = (each.split(" / ") for each in (first, second))
    return (
        tell(text, one[0], "ASSAULT/shooting", one[1], source=one[2]),
        tell(text, two[0], "ASSAULT/shooting", two[1], source=two[2]),
    )


def joined(text: str, first: str, second: str) -> bool:
    a, b = deeds(text, first, second)
    assert compare(a, b) == compare(b, a)
    assert f"said in {a.report_id}:{a.word}" in set(keys(a)) & set(keys(b))
    return compare(a, b).match


MARKSMAN = "was shot / victim: {}; actor: a marksman / Neighbours=Neighbours"
BANDITS = "that bandits shot / actor: bandits; victim: Lena Orr=Lena Orr / The ministry=Ministry"


@pytest.mark.parametrize("who", ["she", "the girl"])
def test_a_pronoun_or_noun_means_whom_the_next_source_names(who: str) -> None:
    text = f"Neighbours held that {who} was shot by a marksman. The ministry said that bandits shot Lena Orr."
    assert joined(text, MARKSMAN.format(who), BANDITS)


@pytest.mark.parametrize("who", ["a girl", "girls", "the girls"])
def test_others_are_not_taken_for_the_one_named(who: str) -> None:
    text = f"Neighbours held that {who} was shot by a marksman. The ministry said that bandits shot Lena Orr."
    assert not joined(text, MARKSMAN.format(who), BANDITS)


def test_a_later_pronoun_means_whom_the_sentence_before_tells_of() -> None:
    text = "Neighbours held that a clerk was shot by a marksman. The ministry said that bandits shot him."
    assert joined(
        text, MARKSMAN.format("a clerk"), "that bandits shot / actor: bandits; victim: him / The ministry=Ministry"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Neighbours held that she was shot by a marksman. It rained. The ministry said that bandits shot Lena Orr.",
        "Neighbours held that she was shot by a marksman. The ministry said that bandits shot Lena Orr, another girl.",
        "Neighbours held that she was shot by a marksman. The ministry said that bandits shot Lena Orr, a judge.",
        "Neighbours held that she was shot by a marksman. The ministry said that bandits shot Lena Orr in a mill.",
        "Neighbours held that she was shot by a marksman. The ministry said that bandits shot Judge Lena Orr.",
    ],
)
def test_a_sentence_between_another_act_title_or_place_keeps_two_apart(text: str) -> None:
    assert not joined(text, MARKSMAN.format("she"), BANDITS)


def test_one_source_tells_of_two() -> None:
    text = "The ministry held that she was shot by a marksman. The ministry said that bandits shot Lena Orr."
    assert not joined(text, MARKSMAN.format("she").replace("Neighbours=Neighbours", "The ministry=Ministry"), BANDITS)
