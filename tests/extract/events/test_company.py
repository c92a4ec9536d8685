"""Words that mean one thing in the company of soldiers, lawmakers or thieves, and another elsewhere."""

import pytest

from .happenings import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two rebels were killed in a raid by the Norland army.", "ASSAULT raid"),
        ("Police arrested two men in a raid on the mill.", "COERCE raid"),
        ("The rebels were ousted from the town by the army.", "ASSAULT ousted"),
        ("The mayor was ousted by the council.", "APPOINT ousted"),
        ("The army freed the town of Tovar from the militants.", "ASSAULT freed"),
        ("The court freed Omar Haddad.", "CONCEDE freed"),
        ("Rebels took Tovar on Monday.", "ASSAULT took"),
        ("Ines Marlow introduced a bill on fishing.", "REQUEST introduced"),
        ("Norland introduced a curfew in Tovar.", "ESTABLISH introduced"),
        ("Norland invited Ines Marlow to lead the inquiry.", "REQUEST invited"),
        ("Norland invited Ines Marlow to attend the feast.", "CONSULT invited"),
        ("The league warned that it was ready to strike the port.", "THREATEN warned"),
        ("The league warned that the dam was ready to burst.", "SAY warned"),
        ("The league proclaimed a caliphate in Tovar.", "ESTABLISH proclaimed"),
        ("The paper disclosed corruption in the ministry.", "ACCUSE disclosed"),
        ("Ines Marlow was removed from office in May.", "APPOINT removed from"),
        ("The train to Tovar derailed on Monday.", "DIE derailed"),
        ("Norland fired artillery in support of the rebels.", "AID support"),
        ("Ines Marlow spoke in support of the strikers.", "SUPPORT support"),
        ("Airstrikes supported the rebels near Tovar.", "AID supported"),
        ("The court warned Omar Haddad not to leave Tovar.", "REQUEST warned"),
        ("Ines Marlow gave an interview to the Gull.", "CONSULT interview"),
        ("Norland voiced reservations about the pact.", "REJECT reservations"),
        ("Ines Marlow took office in May.", "APPOINT took office recipient=Ines Marlow"),
        ("The hurt were transported to hospital by Omar Haddad.", "AID transported to hospital"),
        ("The execution of three men on Monday shook Tovar.", "ASSAULT execution"),
        ("Rebels destroyed the bridge.", "ASSAULT destroyed"),
        ("Inspectors inspected the mill.", "ACCUSE inspected"),
        ("Norland sent aid to Tovar.", "AID"),
        ("The league warned that it was ready to help the port.", "SAY warned"),
        ("Ines Marlow warned sailors to expect storms.", "SAY warned"),
        ("Ines Marlow invited Omar Haddad to help in the garden.", "CONSULT invited"),
        ("Militants were ousted from the party by the chairman.", "APPOINT ousted"),
        ("The bank freed Norland from its debt, the army said.", "CONCEDE freed"),
        ("Teachers marched in support of the strikes by nurses.", "SUPPORT support"),
        ("Strikes by drivers supported the teachers.", "SUPPORT supported"),
        ("Norland called the raid on the military pension fund a scandal.", "COERCE raid"),
    ],
)
def test_a_word_means_what_those_beside_it_do(text: str, event: str) -> None:
    assert any(found.startswith(event) for found in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The scandal derailed the talks.",
        "The fears of Ines Marlow were well founded.",
        "Tovar was spared the worst of the storm.",
        "The clerk removed the money from the drawer.",
        "Rebels took the road to Tovar.",
        "The army took Norland to the final.",
        "The league has reservations with a hotel in Tovar.",
        "The scandal destroyed the credibility of Ines Marlow.",
        "Ines Marlow inspected the guard in Tovar.",
        "Ines Marlow tweeted about the weather.",
        "The execution of the plan in Tovar was slow.",
        "Norland must assume its responsibility for Tovar.",
        "The secrecy surrounding Ines Marlow is old.",
    ],
)
def test_where_nothing_of_the_kind_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("verb", ["froze", "cut", "suspended"])
def test_aid_that_is_stopped_is_no_aid(verb: str) -> None:
    assert not any(found.startswith("AID") for found in told(f"Norland {verb} its aid to Tovar."))


@pytest.mark.parametrize(
    "text", ["A paper told of financial crimes in Tovar.", "The fight for the nomination by Ines Marlow is on."]
)
def test_words_of_violence_in_peaceful_company(text: str) -> None:
    assert not any(found.startswith("ASSAULT") for found in told(text))
