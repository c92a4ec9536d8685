"""Who takes part in an event: through clauses, lists, owners, meetings and means."""

import pytest

from tests.extract.events.happenings import told, when_and_where

SHARED = (
    (
        "The union and the guild have denied the fee was paid and rejected statements by the mayor.",
        "REJECT rejected actor=The union; actor=the guild; topic=statements by the mayor; recipient=the mayor",
    ),
    (
        "Aral jets fired six rockets destroying the bridge.",
        "ASSAULT destroying actor=Aral jets; target=the bridge",
    ),
    (
        "Police charged Omar Haddad with theft.",
        "ACCUSE charged actor=Police; recipient=Omar Haddad; topic=theft",
    ),
    (
        "The court rejected an appeal from Omar Haddad.",
        "REJECT rejected actor=The court; topic=an appeal from Omar Haddad; recipient=Omar Haddad",
    ),
    (
        "The governor in a meeting with Ada Ilves said the road was closed.",
        "CONSULT meeting participant=The governor; participant=Ada Ilves",
    ),
    (
        "She held a first round of talks with Omar Haddad.",
        "CONSULT talks participant=She; participant=Omar Haddad",
    ),
    (
        "Omar Haddad was killed in clashes with the army.",
        "ASSAULT clashes participant=Omar Haddad; participant=the army",
    ),
    (
        "Police arrested activists, including Ada Ilves and Omar Haddad.",
        "COERCE arrested actor=Police; recipient=activists; recipient=Ada Ilves; recipient=Omar Haddad",
    ),
    (
        "In support of the Ilves government, Aral jets bombed the camp.",
        "AID support recipient=the Ilves government; actor=Aral jets",
    ),
    (
        "Forty miners were killed in the massacre in Tarvik.",
        "ASSAULT massacre victim=Forty miners",
    ),
    (
        "The attack on the camp was led by an alliance of clans.",
        "ASSAULT attack target=the camp; actor=an alliance of clans",
    ),
    (
        "The envoy met officials from Iran, Turkey and Qatar.",
        "CONSULT met participant=The envoy; participant=officials from Iran, Turkey and Qatar",
    ),
    (
        "The union demanded an answer from Port Aral.",
        "REQUEST demanded actor=The union; topic=an answer from Port Aral; recipient=Port Aral",
    ),
    (
        "The Haddad-led militia attack killed Ada Ilves.",
        "ASSAULT attack actor=militia; victim=Ada Ilves",
    ),
    ("The rebels stepped up their attacks on the town.", "ASSAULT attacks actor=The rebels; target=the town"),
    ("Six rockets were fired from an Aral warplane.", "ASSAULT fired instrument=Six rockets; actor=an Aral warplane"),
    (
        "Ada Ilves met Omar Haddad to discuss the ferry.",
        "CONSULT discuss participant=Ada Ilves; participant=Omar Haddad; topic=the ferry",
    ),
    (
        "The guild expressed gratitude to Ada Ilves for founding the school.",
        "ESTABLISH founding actor=Ada Ilves; recipient=the school",
    ),
    (
        "Omar Haddad was charged with robbing a bank.",
        "ACCUSE charged with recipient=Omar Haddad; topic=robbing a bank",
    ),
    ("The widow lost her daughter in the flood.", "DIE lost victim=her daughter"),
    ("A farmer was killed in clashes with the police.", "ASSAULT killed victim=A farmer; actor=the police"),
    ("The ambush killed nine miners.", "ASSAULT ambush victim=nine miners"),
    ("The hearing was put off for further police investigations.", "ACCUSE police investigations actor=police"),
    (
        "The mayor blamed the fire on Omar Haddad.",
        "ACCUSE blamed actor=The mayor; topic=the fire; recipient=Omar Haddad",
    ),
    ("The envoy proposed a ferry.", "REQUEST proposed actor=The envoy; topic=a ferry"),
    ("The governor ruled out a state of emergency.", "REJECT ruled out actor=The governor; topic=a state of emergency"),
    ("The rebels fought for the town.", "ASSAULT fought participant=The rebels; target=the town"),
    ("The army destroyed nine Haddad tanks.", "ASSAULT destroyed actor=The army; target=nine Haddad tanks"),
)


@pytest.mark.parametrize(("text", "event"), SHARED)
def test_those_who_take_part_are_found_beyond_the_nearest_phrase(text: str, event: str) -> None:
    assert event in told(text)


def test_the_owner_of_what_is_rejected_is_not_the_one_who_rejects() -> None:
    assert "REJECT rejected actor=Ada Ilves; topic=her claim" not in told("Omar Haddad rejected her claim.")
    assert all("recipient=his" not in line for line in told("Omar Haddad abandoned and rejected his claim."))


def test_a_sum_of_money_receives_nothing() -> None:
    assert all("recipient=$" not in line for line in told("Omar Haddad was granted bail of $2,000."))


def test_the_place_of_what_is_talked_about_is_not_that_of_the_talk() -> None:
    assert when_and_where("Ada Ilves spoke out about the arrest of Omar Haddad in Port Aral.", "spoke out")[1] is None


def test_a_month_is_no_march() -> None:
    assert all("March" not in line for line in told("TARVIK, 24 March - The ferry was late in March."))


PLACED = (
    ("Police arrested Omar Haddad at the Tarvik dam.", "arrested", "Tarvik dam"),
    ("Ada Ilves flew to Paris to meet the envoy.", "meet", "Paris"),
    ("The army bombed the headquarters of Haddad Bank.", "bombed", None),
    ("Police arrested Omar Haddad near the quarry.", "arrested", "the quarry"),
    ("Omar Haddad visited the factory.", "visited", "the factory"),
    ("The army bombed the Tarvik dam.", "bombed", "Tarvik dam"),
    ("Ada Ilves condemned the arrests at the quarry.", "condemned", None),
    ("The army shelled villages near the river in Syria and Iraq.", "shelled", "Syria and Iraq"),
)


@pytest.mark.parametrize(("text", "trigger", "place"), PLACED)
def test_an_event_took_place_where_its_ground_or_its_journey_leads(text: str, trigger: str, place: str | None) -> None:
    assert when_and_where(text, trigger)[1] == place


def test_the_scene_of_a_deed_dates_it_and_the_present_perfect_has_no_date() -> None:
    assert when_and_where("Ada Ilves condemned the raid during Friday's rally.", "condemned")[0] == "Friday"
    perfect = "The army seized the port last month and have entered the town."
    assert when_and_where(perfect, "seized")[0] == "last month"
    assert when_and_where(perfect, "entered")[0] is None


def test_a_time_before_a_trailing_source_dates_the_deed() -> None:
    text = "The army shelled the port, in late April, officials reported."
    assert when_and_where(text, "shelled")[0] == "late April"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ada Ilves took money from Omar Sandor.", "AID took recipient=Ada Ilves; instrument=money; actor=Omar Sandor"),
        ("Ada Ilves denied taking bribes from Omar Sandor.",
         "AID taking bribes recipient=Ada Ilves; actor=Omar Sandor"),
        ("Ada Ilves was paid by Omar Sandor.", "AID paid recipient=Ada Ilves; actor=Omar Sandor"),
    ],
)  # fmt: skip
def test_money_goes_from_the_giver_to_the_taker(text: str, line: str) -> None:
    assert line in told(text)


def test_a_name_after_a_trade_and_its_place_takes_part() -> None:
    text = "A dock foreman from Quarry Bay, Omar Sandor, was arrested near the basin, his brother said."
    assert told(text) == ["COERCE arrested recipient=Omar Sandor"]


REACHED = (
    ("The murder in Port Aral of Ada Ilves shocked the town.", "ASSAULT murder victim=Ada Ilves"),
    (
        "Omar Haddad was convicted in Port Aral in 2031 of selling rockets to the rebels.",
        "SANCTION convicted recipient=Omar Haddad; topic=selling rockets to the rebels",
    ),
    (
        "The release on Monday of 30 miners by the Aral Council was welcomed.",
        "CONCEDE release recipient=30 miners; actor=Aral Council",
    ),
    (
        "The bridge fell on Friday; the engineers blamed the flood.",
        "ACCUSE blamed actor=the engineers; topic=the flood",
    ),
    (
        '"The dam is safe; we checked it," Omar Haddad promised.',
        "AGREE promised topic=The dam is safe; we checked it; actor=Omar Haddad",
    ),
    ("The judge had the miner released.", "CONCEDE released actor=The judge; recipient=the miner"),
    (
        "It was the clerk, not the judge, who had signed the lease.",
        "AGREE signed actor=the clerk; topic=the lease",
    ),
    (
        "The mayor named three men she accuses of stealing the boat.",
        "ASSAULT stealing actor=three men; target=the boat",
    ),
    (
        "Omar Haddad denied owning or bombing the boat.",
        "ASSAULT bombing actor=Omar Haddad; target=the boat",
    ),
    (
        "The sisters Ada and Eva Ilves were killed in the blast.",
        "ASSAULT killed victim=Ada; victim=Eva Ilves",
    ),
    ("A driver identified as Jan Roe was arrested.", "COERCE arrested recipient=Jan Roe"),
    ("Both parties have agreed to meet.", "AGREE agreed participant=Both parties; topic=meet"),
    ("The farmers obeyed orders from the Aral Council to leave.", "REQUEST orders actor=Aral Council; topic=leave"),
    ("The court cleared Omar Haddad of fraud.", "CONCEDE cleared actor=The court; recipient=Omar Haddad; topic=fraud"),
    (
        "Mutineers stormed the palace and took Ada Ilves hostage.",
        "ASSAULT took Ada Ilves hostage actor=Mutineers; victim=Ada Ilves",
    ),
    ("Ada Ilves was taken hostage by the rebels.", "ASSAULT taken hostage victim=Ada Ilves; actor=the rebels"),
    (
        "The rebels fired mortar rounds on the hospital.",
        "ASSAULT fired actor=The rebels; instrument=mortar rounds; target=the hospital",
    ),
    ("The rebels fired on a bus.", "ASSAULT fired on actor=The rebels; target=a bus"),
    (
        "Soldiers and militiamen of the Northern Guard shot nine farmers.",
        "ASSAULT shot actor=Soldiers; actor=militiamen of the Northern Guard; recipient=nine farmers",
    ),
    ("The village came under mortar attack.", "ASSAULT attack target=The village; instrument=mortar"),
    (
        "In a letter, the guild held the mayor responsible for the flood.",
        "ACCUSE held actor=the guild; recipient=the mayor; topic=the flood",
    ),
    (
        "Deputies dismissed the governor by 40 votes to 12.",
        "APPOINT dismissed actor=Deputies; recipient=the governor",
    ),
    ("Disciplinary action is likely against the officers.", "SANCTION Disciplinary action recipient=the officers"),
    ("The guild rejected the figure.", "REJECT rejected actor=The guild; topic=the figure"),
    (
        "The guild rejected the opposition figure.",
        "REJECT rejected actor=The guild; recipient=the opposition figure",
    ),
    (
        "The guild wants the mayor suspended and has asked for an inquiry.",
        "REQUEST wants actor=The guild; topic=the mayor suspended",
    ),
    (
        "The firm had its assets frozen by the court.",
        "SANCTION frozen recipient=The firm; topic=its assets; actor=the court",
    ),
    ("The army had the villagers expelled.", "SANCTION expelled actor=The army; recipient=the villagers"),
    ("Ada Ilves, jailed by a court in May, died.", "COERCE jailed recipient=Ada Ilves; actor=a court"),
    (
        "Ada Ilves, a doctor, treated nine miners by night, and left.",
        "AID treated actor=Ada Ilves; recipient=nine miners",
    ),
    (
        "They burned the mill, they shot two guards, and then they attacked the mayor.",
        "ASSAULT shot actor=they; recipient=two guards",
    ),
    ("The dam was unsafe, the engineer admitted.", "CONCEDE admitted topic=The dam was unsafe; actor=the engineer"),
    ("He lost his job, his wife blamed the guild.", "ACCUSE blamed actor=his wife; recipient=the guild"),
    (
        "The union wants the mayor dismissed and has urged the council to vote.",
        "REQUEST urged actor=The union; recipient=the council; topic=vote",
    ),
    (
        "Omar Haddad was convicted in Tarvik in 2031 of killing two guards.",
        "ASSAULT killing actor=Omar Haddad; victim=two guards",
    ),
    ("The farmers protested against a dam.", "PROTEST protested actor=The farmers; topic=a dam"),
    ("The man the police arrested on Monday is a doctor.", "COERCE arrested recipient=The man; actor=the police"),
    (
        "Omar Haddad, who police say killed the mayor, fled to Aral.",
        "ASSAULT killed actor=Omar Haddad; victim=the mayor",
    ),
    (
        "The Aral Council gave the guild $2 million.",
        "AID gave actor=Aral Council; recipient=the guild; instrument=$2 million",
    ),
    (
        "Aral supplied the rebels with rockets.",
        "AID supplied actor=Aral; recipient=the rebels; instrument=rockets",
    ),
    (
        "The ministry accused Aral of arming the rebels and of bombing the port.",
        "ASSAULT bombing actor=Aral; target=the port",
    ),
    ("The army's shelling of the port killed nine.", "ASSAULT shelling actor=The army; target=the port; victim=nine"),
    ("Someone set fire to the boat.", "ASSAULT set fire to actor=Someone; target=the boat"),
    (
        "The mayor said the guild has paid nobody, and announced a strike.",
        "SAY announced actor=The mayor; topic=a strike",
    ),
    (
        "The judge found that Omar Haddad had lied and ordered him to pay.",
        "REQUEST ordered actor=The judge; recipient=him; topic=pay",
    ),
    (
        "The mayor said the rebels have entered Tarvik and killed nine men.",
        "ASSAULT killed actor=the rebels; victim=nine men",
    ),
)


@pytest.mark.parametrize(("text", "event"), REACHED)
def test_those_who_take_part_are_found_through_the_constructions_of_news(text: str, event: str) -> None:
    assert event in told(text)


def test_what_is_said_where_is_no_topic() -> None:
    assert all("topic=a statement" not in line for line in told("In a statement, the guild accused the mayor."))
    assert all("topic=Tarvik" not in line for line in told("Omar Haddad was accused in Tarvik on Monday."))


def test_a_sum_with_its_currency_in_letters_receives_nothing() -> None:
    assert all("recipient=P8.6" not in line for line in told("The clerk pocketed P8.6 million."))


def test_a_place_left_by_a_preposition_is_not_what_a_clause_acts_on() -> None:
    assert told("The house he lived in was bombed.") == ["ASSAULT bombed target=The house"]


def test_a_group_whose_members_follow_a_comma_stays_the_group() -> None:
    assert told("Three activists, Ada Ilves and Jan Roe, were arrested.") == [
        "COERCE arrested recipient=Three activists"
    ]
