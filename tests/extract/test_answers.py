"""What a denial answers where its words only point to it, and where it must answer none."""

import pytest

from reportedly.extract.claims import extract
from reportedly.extract.denials import sorted_words
from reportedly.model import Report
from tests.annotate.reading import annotator, read

ANSWERED = (
    ("Police said Jan Roe shot the mayor of Port Aral. Roe denies it.", "denies", "shot"),
    ("Velmar accused Orrin of shelling the town. Orrin rejected the allegations.", "rejected", "shelling"),
    (
        "Pilots say the militia cooperates with Velmar, an accusation that the Harbour Front has denied.",
        "denied",
        "cooperates",
    ),
    ("The governor said the militia had killed three fishermen, which its spokesman denied.", "denied", "killed"),
    ("Jan Roe was charged with murdering his wife. He pleaded not guilty.", "pleaded not guilty", "murdering"),
    ("Jan Roe pleaded not guilty to murdering his wife.", "pleaded not guilty", "murdering"),
    ("Raids on Port Aral killed six people. Velmar denied any involvement in the raids.", "denied", "Raids"),
    ("A bomb killed six people in Port Aral. The Harbour Front denied being behind the attack.", "denied", "killed"),
    ("A bomb killed six people in Port Aral. The Harbour Front denied responsibility.", "denied", "killed"),
    ("The Aral Post said Orrin had deployed troops. The ministry called the report false.", "called", "deployed"),
    ("Two women say the minister assaulted them. Both allegations were denied by the minister.", "denied", "assaulted"),
    (
        "Velmar said its rival had provoked the clashes in the port. The Harbour Front denied the allegation.",
        "denied",
        "clashes",
    ),
    ("Kinsal accused Orrin of waging a war on the coast. Orrin denied the charge.", "denied", "waging a war"),
    (
        "Dockers shun the Harbour Front: it cooperates with Velmar, they say, a charge that the Front has denied.",
        "denied",
        "cooperates",
    ),
    (
        "Orrin said the navy sank a trawler. Fishermen watched from the pier. The navy denied the claim.",
        "denied",
        "sank",
    ),
    ("Roe was charged with killing a guard. Fenn was charged with fraud. Roe denied the charge.", "denied", "killing"),
)
UNANSWERED = (
    # Denials that nobody made.
    "Reports said Orrin shelled the town. Orrin has not confirmed or denied the claim.",
    "Police said Roe shot the mayor. Neither Roe nor his lawyer denied the report.",
    "Rebels said the army shelled Tarvik. Did the army deny it?",
    "Police said Jan Roe shot the mayor. Asked whether he denied it, he said nothing.",
    # One of several things said.
    "Roe was charged with killing a guard. He was also charged with robbing a bank. He denied the first charge.",
    "Roe was charged with killing a guard and robbing a bank. He denied the second charge.",
    "Roe was charged with killing a guard and robbing a bank. He denied both charges.",
    "He admits shooting the mayor but denies the other charge.",
    "Jan Roe pleaded guilty to the robbery and pleaded not guilty to a second charge.",
    "Jan Roe was charged with killing a guard. He pleaded not guilty to fraud.",
    # Another claim near names the one who denies.
    "A driver said Tom Brell hit a cyclist. The cyclist said a lorry hit her. Brell denied the claim.",
    "The union said the navy sank a trawler. A fisherman said a storm wrecked the pier. The navy denied it.",
    "A neighbour shot a man in Tarvik. Rebels bombed the mill. The neighbour denied the attack.",
    # Two deeds with two doers.
    "Soldiers shot a boy in Hagen. In Tarvik, a man was shot by a neighbour. The army denied the shooting.",
    # Who is hurt denies nothing.
    "The army attacked the Front's camp. The Front denied the attack.",
    "Ana Ros said the police chief had beaten her and that her son had been jailed. Her son denied the claim.",
    # An accusation or a harm is likelier to be denied.
    "A woman said Brin had groped her. Another woman said Brin paid her well. He denied the allegation.",
    "Prosecutors accuse Karr of killing his wife. His widow said Karr had threatened her. He denies the accusation.",
    # A pronoun that may mean two.
    "The mayor, accused of robbing a bank, said Greer had killed a guard. He denied it.",
    "Velmar accused Orrin of shelling Tarvik. Orrin accused Velmar of laying mines. It denied the accusations.",
    "A woman accused singer Paul Marr of rape. Marr's manager, Ed Brin, has been accused of paying witnesses. "
    "He denies the allegations.",
    "Prosecutors charged Dario Fenn with bribery and Lucia Orr with perjury. She pleaded not guilty.",
    # Insurers decide on what is said.
    "Police said Roe set fire to the mill. The insurer rejected the claim.",
    "Police said Roe set fire to the mill. The insurer disputed the claim.",
    "Orrin denied Velmar the right to fish.",
    "Police said Jan Roe shot the mayor. The court denied the claim.",
    "Police said Jan Roe shot the mayor. The judge rejected the claim.",
    "Police said Jan Roe shot the mayor. Orrin did not deny the report.",
    "Jan Roe said the army shelled the town. Roe denied the report.",
    "Reports said Orrin planned to attack Velmar. Orrin denied it.",
    "Police said Jan Roe shot the mayor. The union rejected the offer.",
    "Police said Jan Roe shot the mayor. The union rejected the proposal.",
    "Orrin denied reports that its troops had crossed the border.",
    "Raids on Port Aral killed six people. Velmar denied any involvement in the robbery.",
    "Police said Jan Roe shot the mayor. Critics said the plan was a disgrace. Orrin denied it.",
)


def answers(text: str) -> dict[str, str]:
    """For the trigger of each denial that answers a claim, the trigger of that claim."""
    doc = read(text)
    return {doc.text_of(c.trigger): doc.text_of(c.answers) for c in extract(doc)[1] if c.answers is not None}


@pytest.mark.parametrize(("text", "denial", "answered"), ANSWERED)
def test_a_denial_answers_the_claim_that_its_words_point_to(text: str, denial: str, answered: str) -> None:
    assert answers(text) == {denial: answered}


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_denial_answers_none_where_nothing_fits_surely(text: str) -> None:
    assert answers(text) == {}


def test_an_answered_claim_is_one_that_the_report_gives() -> None:
    doc = read("Police said Jan Roe shot the mayor of Port Aral. Roe denies it.")
    claims = extract(doc)[1]
    answered = [claim.answers for claim in claims if claim.answers is not None]
    assert answered and set(answered) <= {claim.trigger for claim in claims}


def test_a_charge_without_a_deed_of_its_own_is_answered_as_an_accusation() -> None:
    assert answers("Police arrested and charged Jan Roe. He has pleaded not guilty.") == {
        "pleaded not guilty": "charged"
    }


def test_what_one_who_denies_said_between_does_not_stand_in_the_way() -> None:
    text = "Police said Jan Roe shot the mayor. Roe said he was in Tarvik. Roe denied the report."
    assert answers(text) == {"denied": "shot"}


def test_texts_without_a_sentence_have_no_answers() -> None:
    (doc,) = annotator().annotate([Report(text="denied", ref="one")])
    assert all(claim.answers is None for claim in extract(doc)[1])


def test_the_words_of_denying_are_of_known_sorts() -> None:
    found = sorted_words()
    assert found.keys() == {
        "any",
        "said",
        "plead",
        "noun",
        "judge",
        "picking",
        "telling",
        "charge",
        "part",
        "wrong",
        "attack",
        "behind",
        "brings",
        "false",
        "amiss",
        "true",
        "claiming",
        "reporting",
        "wrongly",
        "fresh",
        "anew",
        "held",
        "insurgent",
        "ruling",
        "outright",
        "many",
    }
    assert all(word == word.lower().strip() for words in found.values() for word in words)
    assert "deny" in found["any"] and "reject" in found["said"] and "offer" not in found["telling"]


@pytest.mark.parametrize(
    "text",
    [
        "Dockers said guards beat Jan Roe. The port guard said thieves beat Roe. The guard denied the dockers' claim.",
        "The union said police beat a miner. The mayor said police had left. Police denied the union's claim.",
        "The Orrin Union said police beat a miner. Police denied claims by the union.",
    ],
)
def test_whose_word_is_denied_tells_which_claim_is_meant(text: str) -> None:
    claims = extract(read(text))[1]
    (denial,) = (claim for claim in claims if claim.answers is not None)
    assert denial.answers == next(claim for claim in claims if claim.attribution).trigger
