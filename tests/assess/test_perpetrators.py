"""On what footing reports name who did an attack: made-up claims, and sentences read by the extractor."""

from dataclasses import replace
from typing import Any

import pytest

from reportedly.assess.perpetrators import firmest, namings, perpetrators
from reportedly.linked import Account
from reportedly.model import Certainty, Report, RoleName, SourceKind
from reportedly.pipeline import Reader
from tests.assess.planting import held, told

Roles = tuple[tuple[RoleName, str, str | None], ...]

LEAGUE = "the Harbour League"
DEED = "On Friday the Harbour League killed the mayor, police and witnesses said."


DOER: Roles = (("actor", LEAGUE, "Harbour League"),)
ACCUSED: Roles = (("recipient", LEAGUE, "Harbour League"), ("topic", "the bombing of the station", None))


def killing(sentence: str = DEED, roles: Roles = DOER, **rest: Any) -> Account:
    return told(sentence, "killed", roles=roles, **rest)


def put(account: Account, certainty: Certainty) -> Account:
    """The account as its source puts it, with less certainty."""
    factuality = replace(account.claim.factuality, certainty=certainty)
    return replace(account, claim=replace(account.claim, factuality=factuality))


def footings(*accounts: Account) -> list[tuple[str, str, str | None]]:
    """Whom the accounts of one report name, how, and by whose word."""
    found = namings(accounts[0].report, [account.claim for account in accounts])
    return [(each.who, each.named_as, each.by) for each in found]


def test_what_the_report_tells_in_its_own_voice_is_reported_as_fact() -> None:
    assert footings(killing()) == [("Harbour League", "reported_as_fact", None)]


@pytest.mark.parametrize(
    ("kind", "words", "name", "footing"),
    [
        ("unnamed_official", "police", None, "accused_by_authorities"),
        ("named_organisation", "police", None, "accused_by_authorities"),
        ("unnamed_person", "witnesses", None, "accused"),
        ("named_organisation", LEAGUE, "Harbour League", "admitted"),
    ],
)
def test_the_footing_follows_from_who_speaks(kind: SourceKind, words: str, name: str | None, footing: str) -> None:
    assert footings(killing(source=(kind, words, name))) == [("Harbour League", footing, words)]


def test_a_spokesman_of_the_one_named_speaks_for_it() -> None:
    sentence = "A spokesman for the Harbour League said the Harbour League killed the mayor."
    account = killing(sentence, source=("unnamed_person", "A spokesman for the Harbour League", None))
    assert footings(account)[0][1] == "admitted"


def test_what_is_put_as_possible_stays_possible_whoever_says_so() -> None:
    assert footings(put(killing(), "possible"))[0][1] == "possible"
    assert footings(put(killing(source=("unnamed_official", "police", None)), "underspecified"))[0][1] == "possible"


def test_what_is_put_as_probable_and_what_is_alleged_is_an_accusation() -> None:
    assert footings(put(killing(), "probable"))[0][1] == "accused"
    sentence = "Alleged members of a gang killed the mayor."
    assert footings(killing(sentence, roles=(("actor", "Alleged members of a gang", None),))) == [
        ("Alleged members of a gang", "accused", None)
    ]


def test_a_negated_account_is_a_denial() -> None:
    account = killing(source=("named_organisation", LEAGUE, "Harbour League"), negative=True)
    assert footings(account) == [("Harbour League", "denied", LEAGUE)]


SAID = "Police blamed the Harbour League for the bombing of the station, and the Harbour League denied the bombing."


def test_an_accusation_names_whom_it_is_raised_against_and_a_denial_stands_beside_it() -> None:
    blamed = told(SAID, "blamed", act="ACCUSE", mode="accusation", roles=(("actor", "Police", None), *ACCUSED))
    denied = told(SAID, "denied", act="REJECT", mode="denial", roles=(*DOER, ACCUSED[1]))
    assert footings(blamed, denied) == [
        ("Harbour League", "accused_by_authorities", "Police"),
        ("Harbour League", "denied", LEAGUE),
    ]


def test_an_accusation_without_an_accuser_or_of_something_else_is_not_the_authorities() -> None:
    assert footings(told(SAID, "blamed", act="ACCUSE", mode="accusation", roles=ACCUSED))[0][1:] == ("accused", None)
    other = "Police accused the Harbour League of smuggling fish."
    smuggling: Roles = (("recipient", LEAGUE, "Harbour League"), ("topic", "smuggling fish", None))
    assert footings(told(other, "accused", act="ACCUSE", mode="accusation", roles=smuggling)) == []


def test_an_accusation_that_is_negated_or_an_attack_to_come_names_nobody() -> None:
    assert footings(told(SAID, "blamed", act="ACCUSE", mode="accusation", roles=ACCUSED, negative=True)) == []
    account = killing()
    threat = replace(account.claim, factuality=replace(account.claim.factuality, temporality="future"))
    assert namings(account.report, [threat]) == ()


def test_the_firmest_footing_of_a_party_is_the_one_it_admits() -> None:
    said = killing(source=("named_organisation", LEAGUE, "Harbour League"))
    found = namings(said.report, [killing().claim, said.claim])
    assert [each.named_as for each in firmest(found).values()] == ["admitted"]


def test_each_report_of_an_attack_names_on_its_own_footing() -> None:
    one, two = killing(), killing(outlet="Daily Gull", source=("unnamed_person", "witnesses", None))
    found = perpetrators(held(one, two), {})
    assert [(each.report_id == one.report.id, each.named_as) for each in found] == [
        (True, "reported_as_fact"),
        (False, "accused"),
    ]


def test_accusations_beside_an_attack_count_where_they_can_only_mean_it() -> None:
    sentence = "Gunmen killed the mayor. Police blamed the Harbour League for the killing. A bomb went off at the port."
    attack = told(sentence, "killed", roles=(("victim", "the mayor", None),))
    roles: Roles = (("actor", "Police", None), ("recipient", LEAGUE, "Harbour League"), ("topic", "the killing", None))
    blamed = told(sentence, "blamed", act="ACCUSE", mode="accusation", roles=roles).claim
    second = told(sentence, "went off", mode="bombing").claim
    report_id = attack.report.id
    assert [n.named_as for n in perpetrators(held(attack), {report_id: [blamed]})] == ["accused_by_authorities"]
    assert perpetrators(held(attack), {report_id: [blamed, second]}) == ()


def test_every_naming_has_its_words_and_a_reason() -> None:
    (found,) = namings(killing().report, [killing().claim])
    assert found.phrase.of(DEED) == LEAGUE
    assert found.reason.endswith(".")


def test_who_admits_or_denies_that_others_did_it_is_not_named_for_it() -> None:
    sentence = "The army denied that the Harbour League had killed the mayor."
    topic = ("topic", "that the Harbour League had killed the mayor", None)
    deed = killing(sentence, source=("named_organisation", "The army", None), negative=True)
    for act, mode in (("REJECT", "denial"), ("CONCEDE", "confession")):
        said = told(sentence, "denied", act=act, mode=mode, roles=(("actor", "The army", None), topic))  # type: ignore[arg-type]
        assert footings(deed, said) == [("Harbour League", "denied", "The army")]


def test_a_pronoun_names_the_speaker_who_says_we_and_nobody_else() -> None:
    sentence = "We killed the mayor, the Harbour League said."
    source: tuple[SourceKind, str, str | None] = ("named_organisation", LEAGUE, "Harbour League")
    assert footings(killing(sentence, (("actor", "We", None),), source=source)) == [
        ("Harbour League", "admitted", LEAGUE)
    ]
    assert footings(killing("They killed the mayor.", (("actor", "They", None),))) == []


def test_to_condemn_or_to_investigate_an_attack_names_nobody_for_it() -> None:
    roles: Roles = (("actor", "Police", None), ("topic", "the bombing of the station", None))
    assert footings(told(SAID, "denied", act="REJECT", mode="condemnation", roles=roles)) == []
    assert footings(told(SAID, "blamed", act="ACCUSE", mode="investigation", roles=(*ACCUSED, roles[0]))) == []


def test_a_court_that_convicts_holds_responsible() -> None:
    sentence = "A court convicted the Harbour League of the bombing of the station."
    roles: Roles = (("actor", "A court", None), *ACCUSED)
    assert footings(told(sentence, "convicted", act="SANCTION", mode="conviction", roles=roles)) == [
        ("Harbour League", "accused_by_authorities", "A court")
    ]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(extractor="rules")


@pytest.mark.parametrize(
    ("text", "who", "footing"),
    [
        ("The Red Dawn Brigade claimed responsibility for the bombing of a bank.", "Red Dawn Brigade", "admitted"),
        ("Police blamed the Red Dawn Brigade for the attack.", "Red Dawn Brigade", "accused_by_authorities"),
        ("Ines Marlow accused the Harbour League of bombing the station.", "Harbour League", "accused"),
        ("The army said the Harbour League killed the mayor.", "Harbour League", "accused_by_authorities"),
        ("The Harbour League denied killing Abel Torn.", "Harbour League", "denied"),
        ("The Harbour League killed the mayor on Monday.", "Harbour League", "reported_as_fact"),
        ("The Harbour League may have killed the mayor.", "Harbour League", "possible"),
        ("The brigade admitted that it had killed the mayor.", "The brigade", "admitted"),
        ("The bombing was blamed on the Harbour League.", "Harbour League", "accused"),
    ],
)
def test_sentences_that_the_extractor_reads(reader: Reader, text: str, who: str, footing: str) -> None:
    (reading,) = reader.read([Report(text, "made up", language="en")])
    assert (who, footing) in {(n.who, n.named_as) for n in namings(reading.report, reading.claims)}
