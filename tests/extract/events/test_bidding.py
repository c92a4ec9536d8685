"""Who is asked to do what, who asks, and who stands with a group in its role."""

import pytest

from tests.extract.events.happenings import told

BIDDEN = (
    ("The union called for him to give up the chair.", "REQUEST called for actor=The union; recipient=him"),
    ("The union called for the mayor to resign.", "REQUEST called for actor=The union; recipient=the mayor"),
    (
        "The union called for the sanctions to be lifted.",
        "REQUEST called for actor=The union; topic=the sanctions to be lifted",
    ),
    ("The union called for Ada Ilves to be freed.", "REQUEST called for actor=The union; topic=Ada Ilves to be freed"),
    ("The union called for a strike.", "REQUEST called for actor=The union; topic=a strike"),
    (
        "Ada Ilves urged the lower house to adopt the budget.",
        "REQUEST urged actor=Ada Ilves; recipient=the lower house; topic=adopt the budget",
    ),
    ("Omar Haddad took orders from Jan Roe.", "REQUEST orders recipient=Omar Haddad; actor=Jan Roe"),
    ("She assisted in smuggling weapons across the river.", "AID assisted actor=She; topic=smuggling weapons"),
    (
        "She warned that if the dam broke, the valley would be lost.",
        "SAY warned actor=She; topic=the valley would be lost",
    ),
    (
        "She warned that the valley would be lost if the dam broke.",
        "SAY warned actor=She; topic=the valley would be lost",
    ),
    ("Ada Ilves said she was resigning to prevent bloodshed.", "CONCEDE resigning actor=she"),
)

ASKING = (
    (
        "Ada Ilves said the report came out and accused Jan Roe of fraud.",
        "ACCUSE accused recipient=Jan Roe; topic=fraud",
    ),
    (
        "Omar Haddad accused Jan Roe on Tuesday of fraud.",
        "ACCUSE accused actor=Omar Haddad; recipient=Jan Roe; topic=fraud",
    ),
    (
        "Ada Ilves said the number of cases stood at a million and called for a quick settlement.",
        "REQUEST called for actor=Ada Ilves; topic=a quick settlement",
    ),
    (
        "Police said the protest was over and urged residents to stay home.",
        "REQUEST urged actor=Police; recipient=residents; topic=stay home",
    ),
    ("Corruption was disclosed by two journalists.", "ACCUSE disclosed topic=Corruption; actor=two journalists"),
    ("The hospital was sued by Jan Roe.", "ACCUSE sued recipient=The hospital; actor=Jan Roe"),
    (
        "Clerks misappropriated some of the harbour's money.",
        "COERCE misappropriated actor=Clerks; target=some of the harbour's money",
    ),
    (
        "The coalition launched a war against the rebels.",
        "ASSAULT war actor=The coalition; recipient=the rebels",
    ),
    (
        "The government's crackdown on protesters drew criticism.",
        "COERCE crackdown actor=The government; recipient=protesters",
    ),
    ("We plan for the city's seizure.", "ASSAULT seizure target=the city"),
    ("The rebels' capture of Tovar was swift.", "ASSAULT capture actor=The rebels; target=Tovar"),
)

AMONG = (
    (
        "Ada Ilves was among 12 people arrested in Tovar.",
        "COERCE arrested recipient=Ada Ilves; recipient=12 people",
    ),
    ("Ada Ilves was not among the 12 people arrested in Tovar.", "COERCE arrested recipient=the 12 people"),
)


@pytest.mark.parametrize(("text", "start"), BIDDEN)
def test_whoever_is_bidden_is_the_recipient_and_the_deed_the_topic(text: str, start: str) -> None:
    assert any(line.startswith(start) for line in told(text))


@pytest.mark.parametrize(("text", "line"), ASKING)
def test_a_thing_neither_acts_nor_is_addressed(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(("text", "line"), AMONG)
def test_one_among_a_group_has_its_role(text: str, line: str) -> None:
    assert line in told(text)
