"""Events: one sentence a case with the events it tells, then what is left out, counted, dated and placed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.events.events import events
from reportedly.model import Annotated, Report, Sentence, Span, TimeExpression, Token
from tests.extract.events.happenings import happening, told, when_and_where

TOLD = (
    (
        "Northern Shield fighters attacked a police station in Tarvik on Monday.",
        "ASSAULT attacked actor=Northern Shield fighters; target=a police station",
    ),
    (
        "The police station was attacked by Northern Shield fighters.",
        "ASSAULT attacked target=The police station; actor=Northern Shield fighters",
    ),
    (
        "The army carried out an attack on the town of Tarvik.",
        "ASSAULT attack actor=The army; target=the town of Tarvik",
    ),
    ("The envoy held talks with rebel leaders.", "CONSULT talks participant=The envoy; participant=rebel leaders"),
    ("The convoy came under attack near Tarvik.", "ASSAULT attack target=The convoy"),
    (
        "Ada Ilves and Omar Haddad met in Port Aral on 3 May.",
        "CONSULT met participant=Ada Ilves; participant=Omar Haddad",
    ),
    ("The parliament agreed to send aid.", "AGREE agreed actor=The parliament; topic=send aid"),
    (
        "The mayor urged drivers to stay at home.",
        "REQUEST urged actor=The mayor; recipient=drivers; topic=stay at home",
    ),
    ("The union called for a strike.", "REQUEST called for actor=The union; topic=a strike"),
    (
        "The arrest of Omar Haddad by the police surprised his family.",
        "COERCE arrest recipient=Omar Haddad; actor=the police",
    ),
    ("Omar Haddad's arrest surprised his family.", "COERCE arrest recipient=Omar Haddad"),
    ("The bank was founded by Ada Ilves in 1998.", "ESTABLISH founded recipient=The bank; actor=Ada Ilves"),
    ("The army withdrew its troops from Tarvik.", "RETREAT withdrew actor=The army; recipient=its troops"),
    (
        "Aral soldiers shot the plane down over the border.",
        "ASSAULT shot actor=Aral soldiers; target=the plane",
    ),
    ("Two killed in Tarvik", "ASSAULT killed victim=Two"),
    ("The two villages support each other.", "SUPPORT support participant=The two villages"),
    ("The ministry gave the refugees food.", "AID gave actor=The ministry; recipient=the refugees; instrument=food"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_an_event_is_told_with_its_participants(text: str, event: str) -> None:
    assert event in told(text)


def test_coordinated_verbs_share_their_subject() -> None:
    assert told("Ada Ilves visited Port Aral and met the governor.") == [
        "CONSULT visited actor=Ada Ilves",
        "CONSULT met participant=Ada Ilves; participant=the governor",
    ]


def test_an_accusation_and_the_deed_it_names_are_two_events() -> None:
    assert told("A man accused of killing a judge was arrested in Tarvik.") == [
        "ACCUSE accused recipient=A man; topic=killing a judge",
        "ASSAULT killing actor=A man; victim=a judge",
        "COERCE arrested recipient=A man",
    ]


def test_the_subject_of_a_relative_clause_is_its_head_noun() -> None:
    assert told("Rebels who attacked the convoy fled to the hills.") == [
        "ASSAULT attacked actor=Rebels; target=the convoy",
        "MOVE fled actor=Rebels",
    ]


def test_a_harm_takes_its_actor_from_the_weapon_or_the_deed_behind_it() -> None:
    assert told("Thirty people were wounded by shells fired by the army.") == [
        "ASSAULT wounded victim=Thirty people; instrument=shells; actor=the army",
        "ASSAULT fired instrument=shells; actor=the army",
    ]
    assert "ASSAULT killed actor=the army; victim=Omar Haddad" in told("A drone strike by the army killed Omar Haddad.")
    assert "ASSAULT killed victim=Nine people; actor=Aral jets" in told(
        "Nine people were killed when Aral jets bombed the market."
    )


def test_deaths_in_an_accident_are_done_by_no_one() -> None:
    assert "DIE killed victim=Nine people" in told("Nine people were killed when a bus crashed near Tarvik.")


def test_what_is_denied_is_an_event_of_its_own_and_what_is_demanded_is_not() -> None:
    assert told("The government denied that its forces had shelled the market.") == [
        "REJECT denied actor=The government; topic=its forces had shelled the market",
        "ASSAULT shelled actor=its forces; target=the market",
    ]
    assert told("The minister promised to rebuild the bridge.") == [
        "AGREE promised actor=The minister; topic=rebuild the bridge"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Ilves said the weather was fine.",
        "Terrorism is a threat.",
        "Researchers studied the growth of beans.",
        "The talks took their toll.",
        "She read a press release about the death toll.",
        "",
        ".",
    ],
)
def test_what_names_no_event_of_anyone_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_capacity_stays_with_its_participant() -> None:
    doc, draft = happening("Omar Haddad attended the rally as the chief guest.", "attended")
    assert [(doc.text_of(r.span), r.capacity) for r in draft.roles] == [
        ("Omar Haddad", "chief guest"),
        ("the rally", None),
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "value", "bound", "of"),
    [
        ("At least nine people were killed in Tarvik.", "killed", 9, "at_least", "role"),
        ("Twenty-five soldiers and three nurses were killed.", "killed", 28, "exact", "role"),
        ("Police arrested about 1,200 protesters.", "arrested", 1200, "about", "role"),
        ("Omar Haddad has visited Tarvik almost 15 times since 2019.", "visited", 15, "about", "repetition"),
        ("Omar Haddad visited Tarvik twice.", "visited", 2, "exact", "repetition"),
    ],
)
def test_numbers_count_persons_or_repetitions(text: str, trigger: str, value: int, bound: str, of: str) -> None:
    count = happening(text, trigger)[1].count
    assert count is not None
    assert (count.value, count.bound, count.of) == (value, bound, of)


def test_dozens_are_no_number() -> None:
    assert happening("Dozens of soldiers were killed.", "killed")[1].count is None


@pytest.mark.parametrize(
    ("text", "trigger", "time_", "place"),
    [
        ("Ada Ilves met Omar Haddad in Berlin on 3 May.", "met", "3 May", "Berlin"),
        ("On Monday the army shelled the town of Lublin.", "shelled", "Monday", "Lublin"),
        ("Omar Haddad said on Monday that rebels had attacked a convoy near Kharkiv.", "attacked", None, "Kharkiv"),
        ("Police arrested three men in Kabul, Afghanistan.", "arrested", None, "Kabul"),
        ("France condemned the attack.", "condemned", None, None),
        ("Last year's attacks in Paris shocked the country.", "attacks", "Last year", "Paris"),
    ],
)
def test_time_and_place_are_those_that_govern_the_event(
    text: str, trigger: str, time_: str | None, place: str | None
) -> None:
    assert when_and_where(text, trigger) == (time_, place)


def test_events_stand_in_text_order_with_a_confidence() -> None:
    doc, _ = happening("Rebels shelled Tarvik, killed nine people and fled to Aral.", "shelled")
    found = events(doc)
    assert list(found) == sorted(found, key=lambda draft: draft.head)
    assert all(0 < draft.confidence < 1 for draft in found)


WORDS = (
    "attack",
    "arrested",
    "the",
    "by",
    "of",
    "in",
    "was",
    "killed",
    "who",
    "Monday",
    ",",
    "talks",
    "said",
    "to",
    "12",
)
TAGS = (("VBN", "VERB"), ("VBD", "VERB"), ("NN", "NOUN"), ("NNP", "PROPN"), ("IN", "ADP"), ("CD", "NUM"), ("JJ", "ADJ"))
DEPS = (
    "ROOT", "nsubj", "nsubjpass", "dobj", "prep", "pobj", "pcomp", "acl", "conj", "cc", "relcl", "advcl", "agent",
    "xcomp", "ccomp", "amod", "compound", "poss", "prt", "auxpass", "dative", "nummod", "det", "appos", "npadvmod",
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> Annotated:
    """A report of any of the words with any heads, circles included, and a time somewhere."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    places = st.integers(0, len(words) - 1)
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(words):
        tag, pos = draw(st.sampled_from(TAGS))
        tokens.append(
            Token(
                i,
                start,
                start + len(word),
                word,
                word.lower(),
                word,
                tag,
                pos,
                draw(st.sampled_from(DEPS)),
                draw(places),
                0,
            )
        )
        start += len(word) + 1
    text = " ".join(words)
    when = tokens[draw(places)]
    times = (TimeExpression(Span(when.start, when.end), when.i, when.i + 1, "DATE"),)
    sentences = (Sentence(0, len(text), 0, len(tokens), 0),)
    return Annotated(Report(text=text, ref="drawn"), tuple(tokens), sentences, times=times)


@given(trees())
@settings(max_examples=150, deadline=None)
def test_any_tree_is_read_to_its_end(doc: Annotated) -> None:
    for draft in events(doc):
        assert doc.text_of(draft.trigger)


def test_a_long_line_is_read_in_time_that_grows_with_its_length() -> None:
    def seconds(count: int) -> float:
        text = "attacked " * count
        tokens = tuple(
            Token(i, 9 * i, 9 * i + 8, "attacked", "attacked", "attack", "VBD", "VERB", "conj", max(i - 1, 0), 0)
            for i in range(count)
        )
        doc = Annotated(Report(text=text, ref="test"), tokens, (Sentence(0, 9 * count - 1, 0, count, 0),))
        start = time.perf_counter()
        events(doc)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(20000) < 60 * max(seconds(2000), 0.005)


def test_a_game_is_no_battle() -> None:
    assert told(
        "The striker scored twice as Tarvik defeated Aral in the league. The coach praised the goalkeeper."
    ) == ["SUPPORT praised actor=The coach; recipient=the goalkeeper"]


def test_support_with_means_is_aid_and_a_warning_of_ones_own_deed_a_threat() -> None:
    assert told("The ministry gave military support to the rebels.")[0].startswith("AID ")
    assert told("Aral warned that it would strike back.")[0].startswith("THREATEN warned")
    assert told("Doctors warned that the river was unsafe.")[0].startswith("SAY warned")


def test_what_is_used_is_the_instrument() -> None:
    assert told("The gunman attacked a guard using a knife.") == [
        "ASSAULT attacked actor=The gunman; recipient=a guard; instrument=a knife"
    ]


def test_a_plan_is_told_as_the_deed_that_is_planned() -> None:
    assert told("The rebels plan to attack Port Aral.") == ["ASSAULT attack actor=The rebels; target=Port Aral"]
    assert told("The rebels decided to attack Port Aral.") == ["ASSAULT attack actor=The rebels; target=Port Aral"]
    assert told("The rebels are planning a feast with the council.")[0].startswith("AGREE planning")


@pytest.mark.parametrize("verb", ["vowed", "promised", "offered", "pledged"])
def test_a_promise_stays_the_act_that_it_is(verb: str) -> None:
    assert told(f"The rebels {verb} to release the hostages.") == [
        f"AGREE {verb} actor=The rebels; topic=release the hostages"
    ]


@pytest.mark.parametrize("verb", ["plotted", "conspired"])
def test_a_plot_is_a_deed_beside_what_is_plotted(verb: str) -> None:
    assert told(f"The rebels {verb} to attack Port Aral.") == [
        f"AGREE {verb} actor=The rebels; topic=attack Port Aral",
        "ASSAULT attack actor=The rebels; target=Port Aral",
    ]


def test_an_appeal_that_is_considered_is_no_investigation() -> None:
    assert not any("investigat" in each or "ACCUSE" in each for each in told("The mayor considered the appeal."))


def test_a_purpose_does_not_take_the_time_of_what_is_done_for_it() -> None:
    text = "Ines Marlow met the rebels on Friday to attack Port Aral."
    assert when_and_where(text, "met")[0] == "Friday"
    assert when_and_where(text, "attack")[0] is None
    text = "Ines Marlow met the rebels on Friday to sign the accord during Monday's talks."
    assert when_and_where(text, "met")[0] == "Friday"
    assert when_and_where(text, "sign")[0] == "Monday"


@pytest.mark.parametrize("finders", ["The museum", "Scientists", "Children"])
def test_a_weapon_is_seized_only_where_police_or_soldiers_find_it(finders: str) -> None:
    assert told(f"{finders} found a Bronze Age sword.") == []
    assert told("Officers found a knife in his flat.") == ["COERCE found actor=Officers; target=a knife"]
    assert told("Three rifles were discovered in the barn.") == ["COERCE discovered target=Three rifles"]


def test_a_verb_is_the_one_that_its_form_is_spelled_as() -> None:
    assert told("The guard had raped two women.") == ["ASSAULT raped actor=The guard; victim=two women"]
    assert told("The minister rapped the mayor.")[0].startswith("REJECT rapped")


def test_who_calls_an_attack_something_is_not_its_doer() -> None:
    called = told("Norland's king called the attack a crime.")
    assert not any("actor=Norland's king" in event for event in called if event.startswith("ASSAULT"))
    assert any("actor=The union" in event for event in told("The union called a strike."))
