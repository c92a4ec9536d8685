"""Standing ties: one sentence a case, then what is left out and what is told once."""

import time

import pytest

from reportedly.extract.ties.ties import ties
from reportedly.model import Annotated, Report, Sentence, Token
from tests.annotate.reading import read
from tests.extract.ties.standing import held, triggers

SENTENCES = (
    (
        "Ada Ilves, a commander of the Northern Shield Movement, met reporters in Tarvik.",
        "Ada Ilves -member-> Northern Shield Movement",
    ),
    (
        "Northern Shield Movement commander Ada Ilves met reporters in Tarvik.",
        "Ada Ilves -member-> Northern Shield Movement",
    ),
    (
        "The leader of the Northern Shield Movement, Ada Ilves, met reporters.",
        "Ada Ilves -leader-> Northern Shield Movement",
    ),
    ("Ada Ilves is the leader of the Northern Shield Movement.", "Ada Ilves -leader-> Northern Shield Movement"),
    (
        "Ada Ilves, who heads the Northern Shield Movement, met reporters.",
        "Ada Ilves -leader-> Northern Shield Movement",
    ),
    (
        "The Northern Shield Movement, led by Ada Ilves, attacked the town.",
        "Ada Ilves -leader-> Northern Shield Movement",
    ),
    ("The Northern Shield Movement is led by Ada Ilves.", "Ada Ilves -leader-> Northern Shield Movement"),
    ("Iran's minister of intelligence Ismail Rezai visited Baku.", "Ismail Rezai -member-> Iran"),
    ("Iranian Foreign Minister Ismail Rezai visited Baku.", "Ismail Rezai -member-> Iranian"),
    ("Ismail Rezai, Iran's foreign minister, visited Baku.", "Ismail Rezai -member-> Iran"),
    ("French President Paul Morel met his Iranian counterpart.", "Paul Morel -leader-> French"),
    ("President Paul Morel of France met the delegation.", "Paul Morel -leader-> France"),
    ("The Gull League's political leader Omar Haddad spoke to reporters.", "Omar Haddad -leader-> Gull League"),
    ("Omar Haddad, leader of the Gull League, spoke.", "Omar Haddad -leader-> Gull League"),
    ("Omar Haddad, the Gull League leader, spoke.", "Omar Haddad -leader-> Gull League"),
    ("The Gull League leader, Omar Haddad, spoke.", "Omar Haddad -leader-> Gull League"),
    ("Omar Haddad, brother of Karim Haddad, was arrested.", "Omar Haddad -family-> Karim Haddad"),
    ("His wife, Lina Haddad, was arrested.", "Lina Haddad -family-> His"),
    ("Lina Haddad, the wife of Omar Haddad, was arrested.", "Lina Haddad -family-> Omar Haddad"),
    (
        "The Welfare League is the political front of the Northern Shield Movement.",
        "Welfare League -front-> Northern Shield Movement",
    ),
    (
        "The Welfare League, widely regarded as a front for the Northern Shield Movement, held a rally.",
        "Welfare League -front-> Northern Shield Movement",
    ),
    (
        "The Welfare League, a front organisation for the Northern Shield Movement, held a rally.",
        "Welfare League -front-> Northern Shield Movement",
    ),
    ("The Northern Shield Movement is based in Tarvik.", "Northern Shield Movement -located-> Tarvik"),
    ("The Tarvik-based Northern Shield Movement held a rally.", "Northern Shield Movement -located-> Tarvik"),
    ("The group, which has its headquarters in Tarvik, denied it.", "its -located-> Tarvik"),
    ("Aral Holdings owns Tarvik Steel.", "Aral Holdings -owner-> Tarvik Steel"),
    ("Tarvik Steel, owned by Aral Holdings, closed.", "Aral Holdings -owner-> Tarvik Steel"),
    ("Tarvik Steel, a subsidiary of Aral Holdings, closed.", "Aral Holdings -owner-> Tarvik Steel"),
    ("Omar Haddad, owner of Tarvik Steel, denied it.", "Omar Haddad -owner-> Tarvik Steel"),
    ("The Iran-backed Northern Shield Movement denied it.", "Iran -ally-> Northern Shield Movement"),
    ("The Northern Shield Movement is backed by Iran.", "Iran -ally-> Northern Shield Movement"),
    ("Omar Haddad, also known as Abu Karim, was killed.", "Omar Haddad -alias-> Abu Karim"),
    ("Omar Haddad, alias Abu Karim, was killed.", "Omar Haddad -alias-> Abu Karim"),
    ("Omar Haddad, aka Abu Karim, was killed.", "Omar Haddad -alias-> Abu Karim"),
    (
        "The Northern Shield Movement, formerly known as the Tarvik Front, denied it.",
        "Northern Shield Movement -alias-> Tarvik Front",
    ),
    ("Omar Haddad works for the Aral Post.", "Omar Haddad -member-> Aral Post"),
    ("Omar Haddad belongs to the Northern Shield Movement.", "Omar Haddad -member-> Northern Shield Movement"),
    ("Omar Haddad is a member of the Northern Shield Movement.", "Omar Haddad -member-> Northern Shield Movement"),
    ("Northern Shield Movement spokesman Omar Haddad denied it.", "Omar Haddad -member-> Northern Shield Movement"),
    (
        "A spokesman for the Northern Shield Movement, Omar Haddad, denied it.",
        "Omar Haddad -member-> Northern Shield Movement",
    ),
    (
        "Omar Haddad, spokesman for the Northern Shield Movement, denied it.",
        "Omar Haddad -member-> Northern Shield Movement",
    ),
    (
        "Omar Haddad, the founder of the Northern Shield Movement, died.",
        "Omar Haddad -founder-> Northern Shield Movement",
    ),
    ("Northern Shield Movement founder Omar Haddad died.", "Omar Haddad -founder-> Northern Shield Movement"),
    ("The US ambassador to Georgia, John Brown, arrived.", "John Brown -represents-> US"),
    ("US ambassador John Brown arrived.", "John Brown -represents-> US"),
    ("Omar Haddad, a lawyer for Karim Saleh, denied it.", "Omar Haddad -represents-> Karim Saleh"),
    ("Omar Haddad's lawyer, Karim Saleh, denied it.", "Karim Saleh -represents-> Omar Haddad"),
    ("The Northern Shield Movement, an ally of Iran, denied it.", "Northern Shield Movement -ally-> Iran"),
    ("Iran and Syria are close allies.", "Iran -ally-> Syria"),
    (
        "The alliance between the Northern Shield Movement and the Gull League worries officials.",
        "Northern Shield Movement -ally-> Gull League",
    ),
    ("The Northern Shield Movement has links to the Gull League.", "Northern Shield Movement -ally-> Gull League"),
    ("The Northern Shield Movement is linked to the Gull League.", "Northern Shield Movement -ally-> Gull League"),
    (
        "The Northern Shield Movement is affiliated with the Gull League.",
        "Northern Shield Movement -ally-> Gull League",
    ),
    ("Lt. Col. John Brown, a spokesman for the U.S. Army, spoke.", "John Brown -member-> U.S. Army"),
    (
        "Omar Haddad, head of the research department at Aral University, spoke.",
        "Omar Haddad -leader-> the research department at Aral University",
    ),
    ("Omar Haddad, a professor at Aral University, spoke.", "Omar Haddad -member-> Aral University"),
    (
        "Omar Haddad, a senior analyst at the Institute for Peace Studies, spoke.",
        "Omar Haddad -member-> Institute for Peace Studies",
    ),
    ("Aral Bank chief executive Omar Haddad resigned.", "Omar Haddad -leader-> Aral Bank"),
    ("Omar Haddad, chief executive of Aral Bank, resigned.", "Omar Haddad -leader-> Aral Bank"),
    ("Omar Haddad, Aral Bank's chairman, resigned.", "Omar Haddad -leader-> Aral Bank"),
    ("Omar Haddad was chairman of Aral Bank until 2020.", "Omar Haddad -leader-> Aral Bank"),
    ("Omar Haddad, the former head of Aral Bank, resigned.", "Omar Haddad -leader-> Aral Bank"),
    ("Omar Haddad, deputy head of Aral Bank, resigned.", "Omar Haddad -member-> Aral Bank"),
    ("Tarvik mayor Omar Haddad spoke.", "Omar Haddad -leader-> Tarvik"),
    ("Omar Haddad, the mayor of Tarvik, spoke.", "Omar Haddad -leader-> Tarvik"),
    (
        "The Al-Nur Brigade, the armed wing of the Welfare League, claimed the attack.",
        "Al-Nur Brigade -member-> Welfare League",
    ),
    ("The Al-Nur Brigade is part of the Welfare League.", "Al-Nur Brigade -member-> Welfare League"),
    ("Omar Haddad served as secretary of the Welfare League.", "Omar Haddad -member-> Welfare League"),
    (
        "Welfare League members Omar Haddad and Karim Saleh were arrested.",
        "Omar Haddad + Karim Saleh -member-> Welfare League",
    ),
    ("Omar Haddad, a resident of Tarvik, was arrested.", "Omar Haddad -located-> Tarvik"),
    (
        "Omar Haddad, the alleged leader of the Northern Shield Movement, was arrested.",
        "Omar Haddad -leader-> Northern Shield Movement",
    ),
    (
        "Omar Haddad is believed to be the leader of the Northern Shield Movement.",
        "Omar Haddad -leader-> Northern Shield Movement",
    ),
    (
        "Omar Haddad denied being a member of the Northern Shield Movement.",
        "Omar Haddad -member-> Northern Shield Movement",
    ),
    (
        "Omar Haddad will be the next leader of the Northern Shield Movement.",
        "Omar Haddad -leader-> Northern Shield Movement",
    ),
    (
        "Omar Haddad is not the leader of the Northern Shield Movement.",
        "Omar Haddad -leader-> Northern Shield Movement",
    ),
    ("Democratic Senator John Brown of Ohio spoke.", "John Brown -member-> Democratic"),
    ("MP Omar Haddad from the Welfare League spoke.", "Omar Haddad -member-> Welfare League"),
    (
        "Omar Haddad, the presidential candidate of the Welfare League, spoke.",
        "Omar Haddad -represents-> Welfare League",
    ),
    ("Welfare League candidate Omar Haddad spoke.", "Omar Haddad -represents-> Welfare League"),
    ("Omar Haddad, a close aide to Karim Saleh, was arrested.", "Omar Haddad -ally-> Karim Saleh"),
    ("Karim Saleh's top aide Omar Haddad was arrested.", "Omar Haddad -ally-> Karim Saleh"),
    ("The Northern Shield Movement operates from its base in Tarvik.", "its -located-> Tarvik"),
    ("Omar Haddad is married to Lina Saleh.", "Omar Haddad -family-> Lina Saleh"),
    ("Omar Haddad represents the Welfare League in parliament.", "Omar Haddad -represents-> Welfare League"),
    ("The Northern Shield Movement's office in Tarvik was raided.", "Northern Shield Movement -located-> Tarvik"),
    ("Omar Haddad, who is a cousin of Karim Saleh, was arrested.", "Omar Haddad -family-> Karim Saleh"),
    ("The Saudi-led coalition struck the town.", "Saudi -leader-> The Saudi-led coalition"),
    ("Jets of the U.S.-led coalition struck the town.", "U.S. -leader-> the U.S.-led coalition"),
    ("The U.N.-backed council met rebels.", "U.N. -ally-> The U.N.-backed council"),
    ("A U.K.-based monitor said so.", "A U.K.-based monitor -located-> U.K."),
    ("Omar Haddad took over as head of Aral Bank.", "Omar Haddad -leader-> Aral Bank"),
    ("Gull League leaders Omar Haddad and Karim Saleh met in Doha.", "Omar Haddad + Karim Saleh -leader-> Gull League"),
    (
        "Syrian Observatory for Human Rights director Omar Haddad spoke.",
        "Omar Haddad -leader-> Syrian Observatory for Human Rights",
    ),
    ("Omar Haddad, Secretary-General of the Arab League, spoke.", "Omar Haddad -leader-> Arab League"),
    ("Arab League Secretary-General Omar Haddad spoke.", "Omar Haddad -leader-> Arab League"),
    ("Defence Ministry spokesman Omar Haddad spoke.", "Omar Haddad -member-> Defence Ministry"),
    ("Army spokesman Colonel Omar Haddad spoke.", "Omar Haddad -member-> Army"),
    ("Welfare League MP Omar Haddad spoke.", "Omar Haddad -member-> Welfare League"),
    ("Omar Haddad, 45, a teacher at Tarvik High School, was killed.", "Omar Haddad -member-> Tarvik High School"),
    ("Omar Haddad, one of the founders of the Welfare League, was killed.", "Omar Haddad -founder-> Welfare League"),
    ("Omar Haddad, one of the leaders of the Welfare League, was killed.", "Omar Haddad -leader-> Welfare League"),
    ("Aral TV correspondent Lina Saleh was killed.", "Lina Saleh -member-> Aral TV"),
    ("The leader of the Gull League is Omar Haddad.", "Omar Haddad -leader-> Gull League"),
    ("A spokeswoman for the Iranian presidency declined to comment.", "A spokeswoman -member-> the Iranian presidency"),
    ("A lawyer for Omar Haddad declined to comment.", "A lawyer -represents-> Omar Haddad"),
    ("The commander of the Gull League was killed.", "The commander -member-> Gull League"),
    ("The Gull League has no more than 400 fighters.", "no more than 400 fighters -member-> Gull League"),
    ("Ada Holt of the Gull League refused to concede.", "Ada Holt -member-> Gull League"),
    ("The Gull League's envoy in Aral, Omar Haddad, spoke.", "Omar Haddad -represents-> Gull League"),
    ("Omar Haddad, whose cousin Karim left, spoke.", "Karim -family-> Omar Haddad"),
    ("The brothers Omar Haddad and Karim Haddad were arrested.", "Omar Haddad -family-> Karim Haddad"),
    ("Omar Haddad's brother was arrested.", "Omar Haddad's brother -family-> Omar Haddad"),
    ("Lina Saleh, the wife of the arms trader Omar Haddad, left.", "Lina Saleh -family-> Omar Haddad"),
    ("Karim Saleh's chief of staff, Omar Haddad, resigned.", "Omar Haddad -member-> Karim Saleh"),
    ("Omar Haddad, a director of Aral Bank, resigned.", "Omar Haddad -member-> Aral Bank"),
    ("Omar Haddad's company, Gull Shipping Ltd, closed.", "Omar Haddad -owner-> Gull Shipping Ltd"),
    ("Omar Haddad holds 60 percent of Gull Shipping Ltd today.", "Omar Haddad -owner-> Gull Shipping Ltd"),
    ("Gull Shipping Ltd, majority-owned by Omar Haddad, closed.", "Omar Haddad -owner-> Gull Shipping Ltd"),
    ("Aral Holdings and its subsidiary, Gull Shipping Ltd, closed.", "its -owner-> Gull Shipping Ltd"),
    ("The firm is owned by a Greek pension fund.", "a Greek pension fund -owner-> The firm"),
    ("The mill is owned by a fund called Gull Partners.", "Gull Partners -owner-> The mill"),
    ("Gull Shipping Ltd belongs to Omar Haddad.", "Omar Haddad -owner-> Gull Shipping Ltd"),
    ("Fighters loyal to General Omar Haddad left the town.", "Fighters -ally-> Omar Haddad"),
    ("Omar Haddad is close to the Gull League.", "Omar Haddad -ally-> Gull League"),
    ("Omar Haddad lives in exile in Aral.", "Omar Haddad -located-> Aral"),
    ("Omar Haddad, whose nom de guerre is Abu Karim, was killed.", "Omar Haddad -alias-> Abu Karim"),
)

UNTIED = (
    "The party holds 60 percent of the seats in the Assembly.",
    "The rebels hold 40 percent of the province.",
    "The talks are close to an agreement.",
    "Omar Haddad from Aral refused to concede.",
    "His brother was killed.",
    "Members of civil society met the envoy.",
    "The shelling of the al-Dorra displacement camp near Oslo killed ten people.",
    "The league has no fighters.",
)


@pytest.mark.parametrize(("sentence", "tie"), SENTENCES)
def test_a_tie_is_found_in_its_direction(sentence: str, tie: str) -> None:
    assert held(sentence) == [tie]


@pytest.mark.parametrize("sentence", UNTIED)
def test_what_binds_nobody_named_to_a_body_is_no_tie(sentence: str) -> None:
    assert held(sentence) == []


def test_the_remaining_shares_are_those_of_the_company_told_of_before() -> None:
    text = "Omar Haddad holds 60 per cent of the company, while the other shares belong to Lina Saleh."
    assert held(text) == ["Omar Haddad -owner-> the company", "Lina Saleh -owner-> the company"]


def test_a_title_may_be_that_of_the_only_body_the_report_names() -> None:
    text = "The Gull League was founded in 2011. Executive Director Omar Haddad spoke."
    assert held(text) == ["Omar Haddad -leader-> Gull League"]
    assert held(f"The Mill Union agreed. {text}") == []


def test_a_portfolio_without_a_named_body_is_no_tie() -> None:
    assert held("Interior Minister Ismail Rezai visited Baku.") == []
    assert held("Police chief Omar Haddad spoke.") == []


def test_a_minister_is_tied_to_the_country_that_the_title_names() -> None:
    assert held("Iran's minister of intelligence Ismail Rezai visited Baku.") == ["Ismail Rezai -member-> Iran"]


def test_the_capital_of_a_state_is_geography() -> None:
    assert held("Kabul is the capital of Afghanistan.") == []


def test_kinship_is_no_tie_where_neither_is_named() -> None:
    assert held("The brother of the wounded man was arrested.") == []


def test_a_body_wins_over_the_place_in_front_of_a_title() -> None:
    assert held("Ada Ilves, the Africa head of the Gull League, spoke.") == ["Ada Ilves -leader-> Gull League"]


def test_a_pronoun_that_means_nobody_known_is_no_party() -> None:
    assert held("The water belongs to them.") == []


def test_a_front_is_the_body_named_last_and_no_person() -> None:
    text = (
        "Omar Haddad, a commander of the Welfare League-widely regarded as the front of the Shield Movement-resigned."
    )
    assert "Welfare League -front-> Shield Movement" in held(text)


def test_a_seat_is_where_the_phrase_after_its_owner_says() -> None:
    text = "Envoys toured the headquarters of the Mill Union outside Oslo."
    assert held(text) == ["Mill Union -located-> Oslo"]


def test_what_many_regard_as_a_front_is_one() -> None:
    text = "The Mill Union, which many here regard as a front of the Dorn Guard, was silent."
    assert held(text) == ["Mill Union -front-> Dorn Guard"]


def test_a_tie_is_told_once_a_report() -> None:
    text = "Gull League leader Omar Haddad spoke. Omar Haddad, the leader of the Gull League, left."
    assert held(text) == ["Omar Haddad -leader-> Gull League"]


def test_two_ties_of_one_name_stay_two() -> None:
    text = "Gull League leader Omar Haddad, brother of Karim Saleh, spoke."
    assert held(text) == ["Omar Haddad -leader-> Gull League", "Omar Haddad -family-> Karim Saleh"]


def test_a_parted_tie_is_an_event_and_no_tie() -> None:
    assert held("Iran has cut ties with Syria.") == []
    assert held("Iran has ties with Syria.") == ["Iran -ally-> Syria"]


def test_the_trigger_is_the_word_that_says_the_tie() -> None:
    assert triggers("Arab League Secretary-General Omar Haddad spoke.") == ["Secretary-General"]
    assert triggers("The Tarvik-based Northern Shield Movement held a rally.") == ["based"]


def test_a_noun_inside_a_name_says_nothing() -> None:
    assert held("The Northern Front of Aral held a rally.") == []


def test_an_empty_report_and_bare_titles_hold_no_tie() -> None:
    empty = Annotated(Report(text=" ", ref="empty"), (), ())
    assert ties(empty) == ()
    title = Token(0, 0, 6, "Leader", "leader", "leader", "NN", "NOUN", "compound", 0, 0)
    alone = Annotated(Report(text="Leader", ref="bare"), (title,), (Sentence(0, 6, 0, 1, 0),))
    assert ties(alone) == ()


def test_a_long_list_of_titles_is_read_in_time_that_grows_with_its_length() -> None:
    words = "leader of leader , " * 4000
    tokens = []
    start = 0
    for i, word in enumerate(words.split()):
        tag, pos = ("NN", "NOUN") if word == "leader" else ("IN", "ADP") if word == "of" else (",", "PUNCT")
        tokens.append(Token(i, start, start + len(word), word, word, word, tag, pos, "dep", max(0, i - 1), 0))
        start += len(word) + 1
    report = Report(text=words, ref="long")
    doc = Annotated(report, tuple(tokens), (Sentence(0, start - 1, 0, len(tokens), 0),))
    begun = time.perf_counter()
    assert ties(doc) == ()
    assert time.perf_counter() - begun < 2


def test_a_report_takes_a_few_milliseconds() -> None:
    doc = read(" ".join(sentence for sentence, _ in SENTENCES[:30]))
    ties(doc)
    start = time.perf_counter()
    ties(doc)
    assert time.perf_counter() - start < 0.05


def test_no_party_is_no_party_to_a_tie() -> None:
    assert held("Maria Belov belongs to no party.") == []
    assert held("Maria Belov belongs to the Harbour Party.") == ["Maria Belov -member-> Harbour Party"]


def test_whom_a_body_is_led_by_is_no_it() -> None:
    text = "Aral wanted the consent of Orlen Tavik. Tavik has led the Guild since the death of its founder, Yuri Sand."
    assert [tie for tie in held(text) if "founder" in tie] == ["Yuri Sand -founder-> Guild"]


@pytest.mark.parametrize(
    "text",
    [
        "Mothers Lina Saleh and Mara Haddad lost their sons.",
        "After the sale of his company, Gull Shipping Ltd bought the port.",
        "Through his firm, Omar Haddad paid the guards.",
        "Omar Haddad sued his company, Gull Shipping Ltd, in May.",
        "The border crossing is controlled by the Gull League.",
        "The meeting was controlled by Omar Haddad.",
        "The Aral Hotel is close to Gull Bank.",
        "The Dutch company, Gull Shipping Ltd, was fined.",
        "Aral Holdings sued Marlow Energy over its Dubai subsidiary, Gull Shipping Ltd.",
        "The next head of Aral Holdings may be Omar Haddad.",
        "The party of Lina Saleh, whose leader was jailed, lost.",
        "The Gull League has 12 soldiers in captivity.",
        "Omar Haddad has an interest in the Gull League.",
        "Gull Bank lent money to Marlow Energy. The majority is held by Omar Haddad.",
        "Her boss, Omar Haddad, fled.",
    ],
)
def test_what_only_looks_like_a_tie_is_none(text: str) -> None:
    assert held(text) == []


def test_a_business_partner_is_no_business() -> None:
    assert held("Omar Haddad's business partner, Lina Saleh, fled.") == ["Lina Saleh -ally-> Omar Haddad"]


@pytest.mark.parametrize(
    "text",
    [
        "Workers of the Dock Union walked out. Managing director Omar Haddad called the police.",
        "The Gull League walked out. Chief executive Omar Haddad called the police.",
        "The protest by the Gull League went on. Executive director Omar Haddad left.",
    ],
)
def test_a_director_without_a_body_does_not_head_the_body_that_the_report_happens_to_name(text: str) -> None:
    assert held(text) == []


def test_who_owns_the_rivals_firm_does_not_own_the_rival() -> None:
    text = "Gull Shipping Ltd, a rival of the firm owned by Omar Haddad, closed."
    assert not any("Gull Shipping" in tie for tie in held(text))


@pytest.mark.parametrize(
    "text",
    [
        "After talks with its leader, Lina Saleh said that the guild would disarm.",
        "At the grave of her son, Lina Saleh spoke of peace.",
        "Like his father, Omar Haddad joined the army.",
        "In an interview with the president of Gull Bank, Omar Haddad asked about the loan.",
        "To the surprise of her husband, Lina Saleh won.",
    ],
)
def test_who_begins_the_main_clause_is_not_the_leader_or_kin_named_before_the_comma(text: str) -> None:
    assert held(text) == []
