"""What denies without a verb of denying, and what only looks like it."""

import pytest

from reportedly.extract.claims import extract
from reportedly.extract.retorts import MOST
from reportedly.model import Claim
from tests.annotate.reading import read

DENIED = (
    # Something said is called false.
    (
        "The union said the ferry line had sacked 40 pilots. The line said the report was baseless.",
        "baseless",
        "sacked",
    ),
    ('Rebels said Orrin had shelled a school. "That is simply not true," the ministry said.', "true", "shelled"),
    ('Jan Roe told the court Tavik had hit the guard. "That is a lie," Tavik said.', "lie", "hit"),
    ("The army said the rebels' claim that it had shelled Tarvik was false.", "false", "shelled"),
    ("The claim that the navy sank a trawler is untrue, Admiral Roe said.", "untrue", "sank"),
    ("The minister said Tavik lied when he claimed that soldiers had shot the boy.", "lied", "shot"),
    # No such act.
    ("Rebels said the army bombed the mill. A spokesman said there was no such bombing.", "bombing", "bombed"),
    (
        "The navy said it shelled Orrin anew at dawn. But the mayor said there were no fresh attacks.",
        "attacks",
        "shelled",
    ),
    # What was taken is still held.
    (
        "Velmar claims to have recaptured the fort from militiamen, who insist that it is still in their hands.",
        "hands",
        "recaptured",
    ),
    ("The army said it captured the village. The rebels said it was still under their control.", "control", "captured"),
    ("The army said it had seized the bridge. The rebels denied that the bridge had fallen.", "fallen", "seized"),
    # No part in a deed.
    ("Velmar said Orrin's troops shelled the town. Orrin said it was not behind the attack.", "behind", "shelled"),
    ("Velmar said Orrin's troops shelled the town. Orrin said its army was not involved.", "involved", "shelled"),
    ("Velmar said Orrin's troops shelled the town. Orrin said it had no role in the attack.", "role", "shelled"),
    ("Police say Jan Roe killed a guard. Roe said he had nothing to do with the killing.", "nothing", "killed"),
    # Innocence.
    ("Jan Roe was charged with killing a guard. Roe maintains his innocence.", "innocence", "killing"),
    ("Police said Jan Roe had confessed to killing a guard. Roe insisted he was innocent.", "innocent", "killing"),
)

NOT_DENIED = (
    "Police said Jan Roe shot the guard. The union said the report on wages was false.",
    'Police said Jan Roe shot the guard. "It is wrong to shoot people," the mayor said.',
    'Police said Jan Roe shot the guard. "It was wrong and unjust," the mayor said.',
    "Rebels said Orrin had shelled a school. Nurses said the claim may be false.",
    "Rebels said Orrin had shelled a school. The minister said the claims were not baseless.",
    "The minister asked whether the report that troops shelled the town was false.",
    "The minister said Jan Roe lied about his age. Roe killed a guard, police said.",
    "Rebels said planes bombed the mill on Monday. Nurses said there were no fresh attacks.",
    "The navy said it shelled Orrin anew at dawn. But the mayor said no fresh attacks were reported.",
    "Rebels bombed the mill again, the army said. But the mayor said no new school would be built.",
    "Rebels said planes bombed the mill. Nurses said there was no such thing as a safe place.",
    "Orrin said it captured the bridge. The rebels said the bridge would remain in their hands for years.",
    "Orrin said it captured the bridge. The rebels said the port was still under their control.",
    "Orrin said it captured the bridge. The mayor said everything was still under control.",
    "Orrin said it captured the bridge. The mayor said the price of bread had not fallen.",
    "Velmar said Orrin's troops shelled the town. A nurse said she had nothing to do with her days.",
    "Police said Jan Roe killed a guard. A neighbour said Roe's wife was innocent.",
    "The union said police had arrested the reporter. Police said they had only questioned her.",
    "Rebels said planes bombed the mill. The ministry did not say whether the report was true.",
)


def retorts(text: str) -> dict[str, str]:
    """For the trigger of each claim that answers another, the trigger of that."""
    doc = read(text)
    return {doc.text_of(c.trigger): doc.text_of(c.answers) for c in extract(doc)[1] if c.answers is not None}


def claim_at(text: str, trigger: str) -> Claim:
    """The claim with a trigger."""
    doc = read(text)
    return next(claim for claim in extract(doc)[1] if doc.text_of(claim.trigger) == trigger)


@pytest.mark.parametrize(("text", "denial", "answered"), DENIED)
def test_words_that_deny_without_a_verb_of_denying_answer_a_claim(text: str, denial: str, answered: str) -> None:
    assert retorts(text) == {denial: answered}


@pytest.mark.parametrize("text", NOT_DENIED)
def test_words_that_deny_nothing_told_add_no_claim(text: str) -> None:
    assert retorts(text) == {}


def test_who_calls_a_report_false_rejects_it() -> None:
    text = "The union said the ferry line had sacked 40 pilots. The line said the report was baseless."
    found = claim_at(text, "baseless")
    assert (found.type, found.mode, found.attribution) == ("REJECT", "denial", ())
    assert [role.span.of(text) for role in found.roles] == ["The line"]


def test_who_still_holds_a_place_says_that_it_was_not_taken() -> None:
    text = "Velmar claims to have recaptured the fort from militiamen, who insist that it is still in their hands."
    found = claim_at(text, "hands")
    assert (found.type, found.factuality.polarity) == ("ASSAULT", "negative")
    sources = [link.source.span.of(text) for link in found.attribution if link.source is not None]
    assert sources == ["militiamen"]


def test_a_sentence_of_very_many_such_words_is_passed_over() -> None:
    lead = "Rebels said the army bombed the mill. "
    assert retorts(lead + "The army said it was false" + ", false" * MOST + ".") == {}
