"""Places that are pointed to, referred to or narrowed, and those that are another thing's than the event's."""

import pytest

from reportedly.extract.claims import extract
from reportedly.extract.events.scenes import dateline, place_words
from reportedly.extract.lexicon import rows
from reportedly.ground import ground
from tests.annotate.reading import read
from tests.extract.events.happenings import when_and_where

PLACED = (
    ("TARVIK — The district court here sentenced Omar Haddad to ten years.", "sentenced", "TARVIK"),
    ("Oslo, May 3: Omar Haddad met the governor here on Sunday.", "met", "Oslo"),
    ("Omar Haddad flew to Oslo and met Karim Saleh there.", "met", "Oslo"),
    ("Rebels killed ten men in the village of Arna, in the Oslo region.", "killed", "Arna"),
    ("The raid on Oslo, in which ten people died, was condemned.", "died", "Oslo"),
    ("Soldiers evacuated 80 families from Oslo on Friday.", "evacuated", "Oslo"),
    ("Speaking in Oslo, Omar Haddad accused Karim Saleh of theft.", "accused", "Oslo"),
    ("Thousands marched through Oslo on Friday.", "marched", "Oslo"),
    ("Shelling killed ten people in the Oslo suburb of Arna on Friday.", "killed", "Arna"),
    ("A tourist drowned below Oslo on Friday.", "drowned", "Oslo"),
    ("Ten people died at Oslo hospital on Monday.", "died", "Oslo hospital"),
    ("Omar Haddad met the president of Syria in Oslo.", "met", "Oslo"),
    ("Shelling killed ten people in the Arna area of Oslo on Friday.", "killed", "Arna area"),
    (
        "Ten people were killed in the Norwegian capital after shelling on the district of Arna.",
        "killed",
        "Arna",
    ),
    (
        "Ten people were killed in the Norwegian capital after a dinner in Arna.",
        "killed",
        "Norwegian capital",
    ),
    ("Rebel shelling on the Norwegian capital Oslo wounded ten people.", "shelling", "Oslo"),
    (
        "The league claimed an attack at a station in the capital that killed ten people.",
        "killed",
        "the capital",
    ),
    ("The league claimed an attack at a station in the capital that killed ten people.", "attack", "the capital"),
    ("Ten people died in Sweden after they were shot in Oslo.", "died", "Sweden"),
    ("Omar Haddad was killed in the Oslo attacks.", "killed", "Oslo"),
    ("Omar Haddad was sentenced in the Oslo District Court.", "sentenced", "Oslo District Court"),
    ("The strikes hit the port city of Arna, killing six people.", "killing", "Arna"),
    ("The talks, which took place in Oslo, failed.", "talks", "Oslo"),
    ("The ministers will meet in Oslo to discuss the attack in Arna.", "discuss", "Oslo"),
    ("Rebels killed ten people in the Arna countryside.", "killed", "Arna countryside"),
    ("Omar Haddad rushed back from Oslo on Friday.", "rushed back from", "Oslo"),
)

DATED = (
    ("Speaking in Oslo on Friday, Omar Haddad accused Karim Saleh of theft.", "accused", "Friday"),
    ("In a statement issued on Friday, the Gull League accused Omar Haddad of theft.", "accused", "Friday"),
    ("Omar Haddad on Sunday met Karim Saleh.", "met", "Sunday"),
    ("Norway suspended the ship from its register in March.", "suspended", "March"),
    ("Omar Haddad was arrested on Friday and remains in custody.", "arrested", "Friday"),
    ("Omar Haddad was arrested on Friday and remains in custody.", "remains in custody", None),
    ("Omar Haddad sued Karim Saleh in March, who had called him a thief.", "sued", "March"),
    ("The Gull League was founded in 2011 and is funded by Iran.", "funded", None),
    ("Ten people have been killed since the strike began in May 2016.", "killed", "since the strike began in May 2016"),
    ("Omar Haddad has been jailed since the coup in May 2016.", "jailed", "since the coup in May 2016"),
    ("Police shot Omar Haddad, since he had fled in May 2016.", "shot", None),
    ("Published 4 May 2019 Rebel shelling killed ten people on Sunday.", "killed", "Sunday"),
    ("Published 4 May 2019 Rebel shelling killed ten people.", "killed", None),
    ("Omar Haddad told a paper published 16 October 2017 that rebels killed ten people.", "killed", None),
    ("The league, which launched a war on rebels in Norway last May said it had won.", "war", "last May"),
    ("Norway has been at war since May 2016, when Omar Haddad toppled the president.", "toppled", "May 2016"),
    ("Norway has been at war since May 2016, when Omar Haddad toppled the president.", "been at war", "since May 2016"),
    ("Omar Haddad was seized with the help of villagers in May 2016.", "seized", "May 2016"),
    (
        "In a ruling issued on Friday, the judge condemned rebels and ordered Omar Haddad to pay.",
        "ordered",
        "Friday",
    ),
    ("Men jailed for theft fled in May.", "jailed", None),
    ("Men jailed for theft fled in May.", "fled", "May"),
    ("Omar Haddad, backed by Norway, seized power in May 2016.", "backed", "May 2016"),
    ("Bombs fell on Arna in raids carried out by rebels on Friday.", "raids", "Friday"),
    ("The council condemned the killing of ten people by rebels on Friday.", "condemned", None),
    ("The council condemned the killing of ten people by rebels on Friday.", "killing", "Friday"),
    ("The council condemned Omar Haddad on Friday.", "condemned", "Friday"),
    ("In 2019, a year after the strike, the council condemned Omar Haddad.", "condemned", "2019"),
    ("Police held two men on Monday over an attack last week in Oslo.", "held", "Monday"),
    ("Police held two men on Monday over an attack last week in Oslo.", "attack", "last week"),
    ("The talks, which began on Monday in Oslo, failed.", "talks", "Monday"),
    ("The talks, which Omar Haddad left on Monday, failed.", "talks", None),
)

UNPLACED = (
    ("Omar Haddad met the governor here on Sunday.", "met"),
    ("Guards shot two herders, who later died at Oslo hospital.", "shot"),
    ("Omar Haddad is wanted in Oslo over the murder of Lina Saleh.", "murder"),
    ("The Gull League, which is based in Oslo, attacked a convoy.", "attacked"),
    ("Rebels toppled the government of Syria on Monday.", "toppled"),
    ("Workers protested the war in Norway.", "protested"),
    ("Omar Haddad, who was arrested on Monday, was granted bail in the Oslo District Court.", "arrested"),
)

OPENING = (
    ("Since 2019 Norway has bombed Oslo twice.", "bombed", "Since 2019"),
    ("Since 3 May 2019 Norway has bombed Oslo twice.", "bombed", "Since 3 May 2019"),
    ("Omar Haddad condemned the killing of a nurse in a statement on Friday.", "condemned", "Friday"),
    ("Omar Haddad condemned the killing of a nurse by rebels on Friday.", "condemned", None),
)


@pytest.mark.parametrize(("text", "trigger", "time_"), OPENING)
def test_a_time_belongs_to_what_its_words_date(text: str, trigger: str, time_: str | None) -> None:
    assert when_and_where(text, trigger)[0] == time_


@pytest.mark.parametrize(("text", "trigger", "place"), PLACED)
def test_an_event_gets_the_narrowest_place_that_is_its_own(text: str, trigger: str, place: str) -> None:
    assert when_and_where(text, trigger)[1] == place


@pytest.mark.parametrize(("text", "trigger", "time_"), DATED)
def test_an_event_gets_the_time_of_its_own_tense(text: str, trigger: str, time_: str | None) -> None:
    assert when_and_where(text, trigger)[0] == time_


@pytest.mark.parametrize(("text", "trigger"), UNPLACED)
def test_a_place_of_something_else_is_not_that_of_the_event(text: str, trigger: str) -> None:
    assert when_and_where(text, trigger)[1] is None


def test_the_village_is_the_one_told_of_before_by_name() -> None:
    doc = read("Soldiers seized the village of Arna in May. On Monday they burned the village.")
    claims = ground(doc, extract(doc)[1])
    burned = next(c for c in claims if doc.text_of(c.trigger) == "burned")
    assert burned.place is not None
    assert (burned.place.name, doc.text_of(burned.place.span)) == ("Arna", "the village")


def test_a_dateline_opens_a_line_with_a_place() -> None:
    for text in ("OSLO, Norway (AP) — Rain fell.", "Oslo: Rain fell.", "Rain fell\n\nOslo, May 3 – It fell for days."):
        doc = read(text)
        span = dateline(doc)
        assert span is not None
        assert doc.text_of(span).lower() == "oslo"
    assert dateline(read("Omar Haddad: Rain fell.")) is None
    assert dateline(read("Rain fell in Oslo.")) is None


def test_every_word_has_a_known_kind() -> None:
    assert {kind for _, kind in rows("place_words.tsv")} == {
        "seat",
        "trial",
        "care",
        "leaving",
        "wider",
        "ruler",
        "speaking",
        "another",
        "about",
        "passing",
    }
    assert all(word == word.strip() and word for words, _ in rows("place_words.tsv") for word in words.split(","))
    assert "evacuate" in place_words("leaving")
