"""What a harm takes from the violence around it, what violence takes from the harm, and weapons that do harm."""

import pytest

from tests.extract.events.happenings import happening, told

BEHIND = (
    (
        "Ten villagers were killed when villagers from Tovar attacked them.",
        "ASSAULT killed victim=Ten villagers; actor=villagers from Tovar",
    ),
    (
        "Jan Roe was killed in a raid conducted by the Ostrian army.",
        "ASSAULT killed victim=Jan Roe; actor=the Ostrian army",
    ),
    ("Six died in a raid on a bakery by the rebels.", "ASSAULT died victim=Six; actor=the rebels"),
    (
        "The rebels' raid on the port killed two people. Five more were wounded in the attack.",
        "ASSAULT wounded victim=Five more; actor=The rebels",
    ),
    (
        "Eleven traders were wounded on Friday when three mortar rounds hit a square in Tovar.",
        "ASSAULT wounded victim=Eleven traders; instrument=three mortar rounds",
    ),
    (
        "Gunmen killed four soldiers and wounded nine in an attack on a bus.",
        "ASSAULT attack target=a bus; actor=Gunmen",
    ),
    (
        "Two smugglers were arrested in a raid by border guards.",
        "COERCE arrested recipient=Two smugglers; actor=border guards",
    ),
)

NOT_BEHIND = (
    ("Jan Roe was shot dead after he stabbed two guards.", "ASSAULT shot dead victim=Jan Roe"),
    ("Ten rebels were killed in a rebel raid on the town.", "ASSAULT killed victim=Ten rebels"),
    (
        "Police raided a bar in Tovar. A policeman was killed in the raid.",
        "ASSAULT killed victim=A policeman",
    ),
    ("Jan Roe was wounded by his brother's gun after a raid by police.", "COERCE raid actor=police"),
    (
        "Jan Roe was wounded by his brother's gun after a raid by police.",
        "ASSAULT wounded victim=Jan Roe; instrument=his brother's gun",
    ),
    (
        "Six people were killed in fighting between rebels and troops after a raid by a gang.",
        "ASSAULT killed victim=Six people",
    ),
    ("Jan Roe drowned after a raid by police.", "DIE drowned victim=Jan Roe"),
    ("Jan Roe died of a stroke during a raid by police.", "DIE died victim=Jan Roe"),
    ("Two boys drowned during an attack by rebels.", "ASSAULT drowned victim=Two boys"),
    (
        "An explosion during a raid by police on a bakery killed two boys.",
        "ASSAULT killed victim=two boys",
    ),
    ("Soldiers killed six rebels in an ambush on their convoy.", "ASSAULT ambush target=their convoy"),
    ("The army killed six attackers in an assault on a hall.", "ASSAULT assault target=a hall"),
    ("Guards wounded a clerk in an attack on a bus.", "ASSAULT attack target=a bus"),
    ("Jan Roe was killed with a knife stolen by Omar Haddad.", "ASSAULT killed victim=Jan Roe; instrument=a knife"),
    ("A rocket bought by the guild killed six people.", "ASSAULT killed instrument=A rocket; victim=six people"),
    ("A drone hit by the army killed six people.", "ASSAULT killed instrument=A drone; victim=six people"),
    ("An attack on a bank in Tovar that killed six was condemned.", "ASSAULT killed victim=six"),
    ("A fire killed two guards in Tovar after a raid by rebels.", "DIE killed victim=two guards"),
    ("Two smugglers were arrested in an attack by rebels.", "COERCE arrested recipient=Two smugglers"),
    ("Soldiers shot dead two gunmen during an attack on a bakery.", "ASSAULT attack target=a bakery"),
    ("Police shot dead two gunmen in the attack.", "ASSAULT attack victim=two gunmen"),
    (
        "The guild left the assault on Tovar, in which nine people died, to the rebels.",
        "ASSAULT died victim=nine people",
    ),
)

HARMED = (
    (
        "Rebel raids killed nine people and wounded a guard.",
        "ASSAULT raids actor=Rebel; victim=nine people; victim=a guard",
    ),
    (
        "An air strike on a hall in Tovar that killed six was condemned.",
        "ASSAULT air strike target=a hall in Tovar; victim=six",
    ),
    ("An air strike on a hall in Tovar that killed six was condemned.", "ASSAULT killed victim=six"),
    ("Gunmen ambushed and killed two soldiers.", "ASSAULT ambushed actor=Gunmen; victim=two soldiers"),
    ("The rebels attacked Jan Roe and killed two soldiers.", "ASSAULT attacked actor=The rebels; recipient=Jan Roe"),
    ("Jan Roe was attacked and robbed by rebels.", "ASSAULT attacked recipient=Jan Roe; actor=rebels"),
    (
        "The clashes between rebels and the army killed nine.",
        "ASSAULT clashes participant=rebels; participant=the army",
    ),
)

ARMED = (
    (
        "A car bomb planted by the rebels killed six people.",
        "ASSAULT killed instrument=A car bomb; actor=the rebels; victim=six people",
    ),
    (
        "Land mines laid by the rebels have killed and wounded two farmers.",
        "ASSAULT killed instrument=Land mines; actor=the rebels; victim=two farmers",
    ),
    (
        "Land mines supplied by the guild have killed two farmers.",
        "ASSAULT killed instrument=Land mines; victim=two farmers",
    ),
    ("Two farmers were killed by a mine on Friday.", "ASSAULT killed victim=Two farmers; instrument=a mine"),
    ("Rebels planted a bomb in a market.", "ASSAULT planted actor=Rebels; instrument=a bomb"),
    (
        "Artillery fire killed six sailors and wounded a cook.",
        "ASSAULT wounded instrument=Artillery fire; victim=a cook",
    ),
    ("The hall was hit by rockets that killed six people.", "ASSAULT killed instrument=rockets; victim=six people"),
    ("The town was hit by mortar rounds.", "ASSAULT hit target=The town; instrument=mortar rounds"),
    ("Tank fire killed two guards.", "ASSAULT killed instrument=Tank fire; victim=two guards"),
    ("A fire killed two guards.", "DIE killed victim=two guards"),
    ("Police raided a mine on Friday.", "COERCE raided actor=Police; target=a mine"),
    ("Rebels mined the road.", "MOBILIZE mined actor=Rebels; target=the road"),
)


@pytest.mark.parametrize(("text", "line"), BEHIND)
def test_a_harm_has_the_doer_of_the_violence_behind_it(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(("text", "line"), NOT_BEHIND)
def test_the_doer_of_another_deed_is_not_lent(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(("text", "line"), HARMED)
def test_violence_tells_whom_it_harmed(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(("text", "line"), ARMED)
def test_a_weapon_is_an_instrument_and_no_doer(text: str, line: str) -> None:
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Six guards were among some 40 miners killed in Tovar.", "killed", 40),
        ("An attack at a police station that killed ten people was condemned.", "attack", 10),
        ("The raid killed four guards and destroyed two cars.", "raid", 4),
        ("Rebel raids killed nine people and wounded a guard.", "raids", 10),
    ],
)
def test_a_count_leaves_out_parts_and_things_beside_persons(text: str, trigger: str, value: int) -> None:
    _, draft = happening(text, trigger)
    assert draft.count is not None
    assert draft.count.value == value
