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
    ("The claim by rebels that the navy sank a trawler is untrue, Admiral Roe said.", "untrue", "sank"),
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
    (
        "Velmar said it captured the mill from the rebels. A nurse said the mill was still in rebel hands.",
        "hands",
        "captured",
    ),
    ("The army said it had seized the bridge. The rebels denied that the bridge had fallen.", "fallen", "seized"),
    # No part in a deed.
    ("Velmar said Orrin's troops shelled the town. Orrin said it was not behind the attack.", "behind", "shelled"),
    ("Velmar said Orrin's troops shelled the town. Orrin said its army was not involved.", "involved", "shelled"),
    ("Velmar said Orrin's troops shelled the town. Orrin said it had no role in the attack.", "role", "shelled"),
    ("Police say Jan Roe killed a guard. Roe said he had nothing to do with the killing.", "nothing", "killed"),
    ("A bomb hurt six people in Tarvik. The Harbour Front said it was not behind it.", "behind", "hurt"),
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
    "Orrin said it captured the bridge. The rebels said the bridge would be in their hands for years.",
    "Orrin said it captured the bridge. The rebels said the port was still under their control.",
    "Orrin said it captured the bridge. The mayor said everything was still under control.",
    "Orrin said it captured the bridge. The mayor said the price of bread had not fallen.",
    "Velmar said Orrin's troops shelled the town. A nurse said she had nothing to do with her days.",
    "Police said Jan Roe killed a guard. A neighbour said Roe's wife was innocent.",
    "The union said police had arrested the reporter. Police said they had only questioned her.",
    "Rebels said planes bombed the mill. The ministry did not say whether the report was true.",
    # Held by those who took it, by nobody in particular, or by who is no party.
    "The navy captured the pier, a clerk said. The pier is still in navy hands, the mayor said.",
    "The Kell Front said it captured the mill. The mill remains under Front control, an envoy said.",
    "The rebels, a monk said, captured the weir. The monk said it was still in their hands.",
    "Nurses said rebels captured the dam. Engineers said the dam was still under control.",
    "Police said gunmen seized a ferry. Its owner said the ferry is still in good hands.",
    "The army said it captured the fort. The museum said the fort is still in its hands.",
    "Troops captured the pier, an officer said. The army said it was still in its hands.",
    # Held, or not fallen, on another day.
    "The army said it captured Tarvik on Monday. The rebels said that on Sunday it was still in their hands.",
    "Rebels said they captured the village on Monday. An envoy said that until Sunday the village had not fallen.",
    # Another fall.
    "The army said it captured the village. A baker said the village had not fallen silent.",
    "Police said rebels seized the village. A monk said the village had not fallen into debt.",
    "The army said it captured the village. The village did not fall, the rebels said, without a battle.",
    # Who does not say so, or no more.
    "Orrin said rebels shelled a school. The mayor did not say that the report was false.",
    "Orrin said rebels shelled a school. The mayor is expected to say that the report is false.",
    "Orrin said rebels shelled a school. The rebels once said the report was false.",
    "Police accused Ana Ros of killing a driver. She never claimed that she had done nothing wrong.",
    "Police accused Ana Ros of killing a driver. If she had done nothing wrong, Ros said, she would be free.",
    'Police said Jan Roe fled. "If they say I fled, that is a lie," Roe said.',
    "The union said soldiers shot a driver. Had the report been false, the minister said, he would have sued.",
    'The union said soldiers shot a driver. "Show me that it is false," the minister said.',
    "The union said soldiers shot a driver. The minister wondered why people say the report is false.",
    "Police accused Ana Ros of killing a driver. She had maintained her innocence, but on Monday she confessed.",
    # Innocent of another deed, for a time, or somebody else.
    "Police charged Jan Roe with killing a guard. He insisted he was innocent of fraud.",
    "Police charged Jan Roe with killing a guard. Roe said he was innocent until proven guilty.",
    "Police accused Ana Ros of taking a bribe. She said they had done nothing wrong in searching her boat.",
    "Police said Jan Roe killed a guard. Doctors said he was not responsible.",
    "Police said Jan Roe killed a guard. Roe's aunt said she had nothing to do but wait.",
    "Police said Jan Roe stabbed Ana Orr. Surgeons said she had no part of her lung left.",
    "Velmar said rebels shelled the town. Orrin said it was not involved.",
    'The army said rebels bombed the port. "We are not responsible," its manager said of a lost crate.',
    # Who decides on what is said.
    "Police said rebels bombed the Pier Hotel. The insurer said it was not liable.",
    "Tavik lied when he told police that Roe hit a guard, the court heard.",
    "Orrin said the army shelled a school. An inquiry found that the claim was false.",
    # False in part, in a detail, or something else.
    "Orrin said rebels shelled a school. The report is wrong about the street, the mayor said.",
    'Orrin said rebels shelled a school. "That is not entirely true," the mayor said.',
    "Orrin said rebels shelled a school. The army says the claims are not all true.",
    "Orrin said rebels shelled a school. The army says many reports are false.",
    "Villagers said soldiers shot a monk. It is false to say that the army hates monks, the general said.",
    "Police said a man threatened to burn the hotel. The hotel said it was a hoax.",
    # Another time or place.
    "Rebels said planes raided Tarvik on Monday. In Hagen, the mayor said there was no such raid last year.",
    "Rebels said planes raided Tarvik. The mayor of Hagen said there was no such raid in his town.",
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
