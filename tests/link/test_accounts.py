"""Accounts of one act are joined, accounts of two are not, and the reason says why."""

import random
import time
from dataclasses import replace

import pytest

from reportedly.link.accounts import Told, compare, event_id, keys, names_alike, order_key
from reportedly.link.accounts_card import signs_of
from reportedly.linked import RULES_FLOORS, Name
from reportedly.model import Span, TieType
from tests.link.telling import denied, planned, tell, tie


def joined(a: Told, b: Told) -> bool:
    """Whether the two share a key and are taken for one, the same for both orders."""
    assert compare(a, b) == compare(b, a)
    return bool(set(keys(a)) & set(keys(b))) and compare(a, b).match


def visit(published: str = "2031-05-02", when: str | None = "2031-04-21/2031-04-30 in late April") -> Told:
    """An agency's account of a visit."""
    text = "A delegation of the Heron Front visited the Reed Brigade in Holm in late April, officials said."
    return tell(
        text, "visited", "CONSULT/visit",
        "actor: A delegation of the Heron Front; host: the Reed Brigade=Reed Brigade/O", when,
        "Holm", published, "Reach Wire",
    )  # fmt: skip


def test_a_precise_day_joins_the_vague_account_that_it_lies_in() -> None:
    other = tell(
        "Men of the Heron Front met the Reed Brigade in Holm on 27 April.", "met", "CONSULT/meet",
        "participant: Men of the Heron Front; participant: the Reed Brigade=Reed Brigade/O",
        "2031-04-27 on 27 April", "Holm", "2031-05-09",
    )  # fmt: skip
    assert joined(visit(), other)
    reason = compare(visit(), other).reason
    assert "27 April 2031 lies in 21 April 2031 to 30 April 2031" in reason
    assert "Reed Brigade" in reason
    assert "a meeting or a visit" in reason


def meeting(day: str, phrase: str, publisher: str) -> Told:
    """A meeting of two on a day."""
    text = f"Ana Brel met Ivo Tarn at the Salt Hall {phrase}."
    return tell(
        text, "met", "CONSULT/meet", "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn",
        f"{day} {phrase}", "Salt Hall", "2031-05-10", publisher,
    )  # fmt: skip


def test_two_meetings_at_one_place_two_days_apart_stay_two() -> None:
    match = compare(meeting("2031-05-04", "on Sunday", "Gull"), meeting("2031-05-06", "on Tuesday", "Post"))
    assert not match.match
    assert match.score == 0


def test_accounts_a_day_apart_are_one_if_all_else_agrees_and_the_reason_says_so() -> None:
    match = compare(meeting("2031-05-04", "on Sunday", "Gull"), meeting("2031-05-05", "on Monday", "Post"))
    assert match.match
    assert "the days differ by one, 4 May 2031 and 5 May 2031" in match.reason


def test_a_day_apart_with_a_name_alone_in_common_is_not_enough() -> None:
    one = tell(
        "Ana Brel met dockers on Sunday.", "met", "CONSULT/meet",
        "participant: Ana Brel=Ana Brel; participant: dockers", "2031-05-04 on Sunday",
    )  # fmt: skip
    other = tell(
        "Ana Brel met teachers on Monday.", "met", "CONSULT/meet",
        "participant: Ana Brel=Ana Brel; participant: teachers", "2031-05-05 on Monday", publisher="Gull",
    )  # fmt: skip
    assert not joined(one, other)


def blast(dead: int, publisher: str, phrase: str = "a ferry hall in Teshik", where: str = "Teshik") -> Told:
    """An explosion that killed some."""
    text = f"A bomb killed {dead} people on Thursday in {phrase}."
    return tell(
        text, "killed", "ASSAULT/killing",
        f"instrument: A bomb; victim: {dead} people", "2031-05-08 on Thursday", where,
        "2031-05-09", publisher, dead,
    )  # fmt: skip


def test_a_bombing_without_names_is_known_by_place_and_day_and_its_numbers_may_differ() -> None:
    match = compare(blast(7, "Gull"), blast(9, "Post"))
    assert joined(blast(7, "Gull"), blast(9, "Post"))
    assert "the numbers differ, 7 and 9" in match.reason
    assert "both place it in Teshik" in match.reason


def test_a_bombing_elsewhere_on_the_same_day_is_another() -> None:
    holm = blast(9, "Post", "a market in Holm @2 12.0 80.0 NV".partition(" @")[0], "Holm @2 12.0 80.0 NV")
    teshik = blast(7, "Gull", where="Teshik @1 44.0 60.0 AR")
    assert not joined(teshik, holm)


def test_a_blast_and_its_dead_are_one_event() -> None:
    text = "An explosion shook the ferry hall in Teshik on Thursday."
    other = tell(
        text, "explosion", "ASSAULT/explosion", "target: the ferry hall in Teshik", "2031-05-08 on Thursday", "Teshik",
        "2031-05-09", "Holm Today",
    )  # fmt: skip
    assert joined(blast(7, "Gull"), other)


def arrest(name: str, publisher: str, published: str = "2031-05-10", full: str = "") -> Told:
    """An arrest without a day."""
    text = f"Police arrested {name}, officials said."
    return tell(
        text, "arrested", "COERCE/arrest", f"actor: Police; recipient: {name}={full or name}", None, None, published,
        publisher,
    )  # fmt: skip


def test_an_arrest_is_known_by_whom_it_met() -> None:
    assert joined(arrest("Bram Oskel", "Gull"), arrest("Bram Oskel", "Post", "2031-05-11"))


def test_arrests_of_two_persons_are_two() -> None:
    match = compare(arrest("Bram Oskel", "Gull"), arrest("Lena Voss", "Post"))
    assert not match.match


def test_two_persons_of_one_family_name_are_two() -> None:
    assert not joined(arrest("Bram Oskel", "Gull"), arrest("Tomas Oskel", "Post"))


def test_custody_and_arrest_are_one_act_in_two_words() -> None:
    text = "Bram Oskel remains in custody."
    other = tell(text, "remains in custody", "COERCE/arrest", "recipient: Bram Oskel=Bram Oskel", publisher="Gull")
    assert joined(arrest("Bram Oskel", "Post"), other)


def test_a_name_in_apposition_is_read_where_the_phrase_only_describes() -> None:
    text = "A dock worker from Holm, Bram Oskel, was arrested near the basin."
    other = tell(text, "arrested", "COERCE/arrest", "recipient: A dock worker from Holm", publisher="Gull")
    assert joined(arrest("Bram Oskel", "Post"), other)


@pytest.mark.parametrize("word", ["attack", "violence"])
def test_a_general_word_alone_joins_nothing(word: str) -> None:
    one = tell(f"The {word} shocked everybody.", word, "ASSAULT/attack", publisher="Gull")
    other = tell(f"The {word} shocked everybody.", word, "ASSAULT/attack", publisher="Post")
    assert not compare(one, other).match


def test_an_undated_account_of_weeks_later_speaks_of_another_visit() -> None:
    one = tell(
        "Ana Brel visited Holm on 4 March.", "visited", "CONSULT/visit", "actor: Ana Brel=Ana Brel",
        "2031-03-04 on 4 March", "Holm", "2031-03-05",
    )  # fmt: skip
    other = tell(
        "Ana Brel visited Holm.", "visited", "CONSULT/visit", "actor: Ana Brel=Ana Brel", None, "Holm", "2031-05-09",
        "Gull",
    )  # fmt: skip
    assert not joined(one, other)


def test_an_account_published_before_the_day_of_the_other_is_not_the_same() -> None:
    one = tell(
        "Ana Brel met Ivo Tarn on 9 May.", "met", "CONSULT/meet",
        "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn", "2031-05-09 on 9 May",
    )  # fmt: skip
    other = tell(
        "Ana Brel met Ivo Tarn.", "met", "CONSULT/meet",
        "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn", None, None, "2031-05-01",
    )  # fmt: skip
    assert not compare(one, other).match


def test_a_denial_matches_what_it_denies() -> None:
    text = "No delegation of any group visited Holm in April, a spokesman of the Reed Brigade said."
    other = tell(
        text, "visited", "CONSULT/visit", "actor: No delegation of any group", "2031-04 in April", "Holm", "2031-05-05"
    )
    assert joined(visit(), denied(other))


def test_a_denial_without_a_day_denies_it_for_any_day() -> None:
    text = '"I have never met Haro Lind," Ana Brel said.'
    one = tell(
        text, "met", "CONSULT/meet", "participant: I; participant: Haro Lind=Haro Lind", published="2031-12-11",
        source="Ana Brel=Ana Brel",
    )  # fmt: skip
    other = tell(
        "Ana Brel met Haro Lind in Holm on 4 May.", "met", "CONSULT/meet",
        "participant: Ana Brel=Ana Brel; participant: Haro Lind=Haro Lind", "2031-05-04 on 4 May", "Holm",
    )  # fmt: skip
    assert joined(denied(one), other)


def test_an_unsure_reading_joins_no_other_report() -> None:
    who, text = "recipient: Bram Oskel=Bram Oskel", "Police arrested Bram Oskel."
    weak = tell(text, "arrested", "COERCE/arrest", who, publisher="Gull", confidence=RULES_FLOORS.joins - 0.1)
    match = compare(arrest("Bram Oskel", "Post"), weak)
    assert not match.match
    assert "too unsure" in match.reason


def test_a_report_that_says_the_visit_speaks_of_the_one_it_told() -> None:
    text = "Ana Brel visited Holm on Sunday. The visit lasted an hour."
    one = tell(text, "visited", "CONSULT/visit", "actor: Ana Brel=Ana Brel", "2031-05-04 on Sunday", "Holm")
    again = tell(text, "visit lasted", "CONSULT/visit")
    assert joined(one, again)


def test_visits_that_a_report_counts_are_two() -> None:
    text = "The first delegation came. The second delegation came late."
    one = tell(text, "came", "CONSULT/visit", "actor: The first delegation")
    other = tell(text, "came late", "CONSULT/visit", "actor: The second delegation")
    assert not compare(one, other).match
    assert "counts the two" in compare(one, other).reason


def test_what_a_person_says_twice_about_two_things_is_two() -> None:
    one = tell(
        "Ana Brel demanded lower tolls.", "demanded", "REQUEST/demand", "actor: Ana Brel=Ana Brel; topic: lower tolls"
    )
    other = tell(
        "Ana Brel demanded new ferries.", "demanded", "REQUEST/demand", "actor: Ana Brel=Ana Brel; topic: new ferries",
        publisher="Gull",
    )  # fmt: skip
    assert not joined(one, other)


def test_the_project_may_know_more_of_names() -> None:
    one, other = arrest("the Ferryman", "Gull", full="Ferryman"), arrest("Bram Oskel", "Post")
    assert not compare(one, other).match
    assert compare(one, other, lambda a, b: True).match


def test_names_are_one_two_or_open() -> None:
    def person(name: str) -> Name:
        return Name(name, "Person")

    assert names_alike(person("Ana Brel"), person("Ana Brel")) is True
    assert names_alike(person("Ana Brel"), person("Lena Brel")) is False
    assert names_alike(person("Brel"), person("Ana Brel")) is None
    assert names_alike(Name("Brel", "Person"), Name("Brel", "Organization")) is None
    assert names_alike(Name("Reed Brigade", "Organization"), Name("Heron Front", "Organization")) is False
    assert names_alike(Name("the Brigade", "Organization"), Name("Reed Brigade", "Organization")) is None


def front(subject: str, object_: str, publisher: str, kind: TieType = "front") -> Told:
    """That a body is another's front."""
    text = f"{subject} is the front of {object_}."
    return tie(
        text, "front", kind, f"subject: {subject}={subject}/O; object: {object_}={object_}/O", publisher=publisher
    )


def test_a_tie_is_one_between_the_same_two() -> None:
    assert joined(front("Tide League", "Reed Brigade", "Gull"), front("Tide League", "Reed Brigade", "Post"))
    assert not joined(front("Tide League", "Reed Brigade", "Gull"), front("Tide League", "Heron Front", "Post"))
    assert not joined(front("Tide League", "Reed Brigade", "Gull"), front("Reed Brigade", "Tide League", "Post"))


def test_bodies_that_share_a_word_have_ties_of_their_own() -> None:
    one = front("Lower Norvane Relief Committee", "Veld Column", "Gull")
    assert not joined(one, front("Lower Kumrak Relief Committee", "Veld Column", "Post"))
    assert joined(one, front("Norvane Relief Committee", "Veld Column", "Post"))


def test_no_link_at_all_denies_every_tie_of_the_pair() -> None:
    told = front("Tide League", "Reed Brigade", "Gull")
    assert joined(told, denied(front("Reed Brigade", "Tide League", "Post", "ally")))
    assert not joined(told, front("Reed Brigade", "Tide League", "Post", "ally"))


def test_ids_and_order_come_from_content() -> None:
    one, other = visit("2031-05-02"), visit("2031-05-03")
    assert order_key(one) < order_key(other)
    assert event_id(one) == event_id(visit("2031-05-02")) != event_id(other)
    assert event_id(one) != event_id(front("Tide League", "Reed Brigade", "Gull"))


def test_keys_are_few_and_the_same_each_time() -> None:
    text = "Delegates of the Heron Front, the Reed Brigade, the Tide League and the Salt Union met in Holm in spring."
    crowd = tell(
        text, "met", "CONSULT/meet",
        "participant: Delegates of the Heron Front, the Reed Brigade, the Tide League and the Salt Union",
        "2031-21 in spring", "Holm @7 1.0 2.0 AR",
    )  # fmt: skip
    assert 0 < len(keys(crowd)) <= 24
    assert keys(crowd) == keys(crowd)


@pytest.mark.parametrize("published", [None, "2031", "2031-05-10T09:00:00Z", "nonsense"])
def test_any_day_of_publication_is_borne(published: str | None) -> None:
    text = "Ana Brel met Ivo Tarn."
    who = "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn"
    one = tell(text, "met", "CONSULT/meet", who, published=published)
    assert keys(one)
    assert compare(one, one).match
    assert compare(planned(one), visit()) == compare(visit(), planned(one))


def test_undated_acts_are_looked_for_around_publication_and_by_year_only_where_no_month_is_told() -> None:
    who = "actor: Ana Brel=Ana Brel"

    def account(when: str | None, published: str) -> Told:
        return tell("Ana Brel resigned.", "resigned", "RETREAT", who, when, published=published)

    undated, later = account(None, "2031-05-10"), account(None, "2031-09-10")
    assert set(keys(undated)) & set(keys(account(None, "2031-06-02")))
    assert not {each for each in set(keys(undated)) & set(keys(later)) if each.endswith("2031")}
    assert {each for each in keys(account(None, "2031")) if each.endswith(":2031")}
    dated, year = account("2031-05-04 resigned", "2031-05-10"), account("2031 resigned", "2032-01-10")
    assert {each for each in set(keys(dated)) & set(keys(year)) if each.endswith(":2031")}


def test_claims_without_anything_are_borne() -> None:
    rng = random.Random(7)
    odd = ["?", "A", "Ärger", "the", "\u200b\u200bX", "O'", "..."]
    claims = [tell(f"{rng.choice(odd)} x.", "x", "SAY", when=None, published=None) for _ in range(20)]
    for one in claims:
        assert not compare(one, claims[0]).match or one.report_id == claims[0].report_id
        assert len(keys(one)) <= 24


def death(publisher: str, published: str, full: str = "Ana Brel") -> Told:
    """A killing without a day."""
    text = f"{full} was killed, her lawyer said."
    return tell(text, "killed", "ASSAULT/killing", f"victim: {full}={full}", None, None, published, publisher)


def test_a_persons_death_is_one_whenever_it_is_told() -> None:
    assert joined(death("Gull", "2031-05-10"), death("Post", "2032-11-02"))
    assert not joined(death("Gull", "2031-05-10"), death("Post", "2031-05-10", "Lena Voss"))


def test_what_happens_often_is_not_the_one_strike_that_is_told() -> None:
    one = tell("Shells hit Holm.", "hit", "ASSAULT/attack", "target: Holm=Holm/A", None, "Holm", "2031-05-10")
    often = tell(
        "Shells have previously hit Holm.", "hit", "ASSAULT/attack", "target: Holm=Holm/A", None, "Holm", "2031-05-10",
        "Gull",
    )  # fmt: skip
    again = tell(
        "Shells hit Holm, its mayor said.", "hit", "ASSAULT/attack", "target: Holm=Holm/A", None, "Holm", "2031-05-10",
        "Gull",
    )  # fmt: skip
    assert compare(one, often).score < compare(one, again).score


def test_the_group_of_a_definite_description_is_read_from_the_text_before_it() -> None:
    text = "A delegation of the Heron Front came by boat. The delegation met Ivo Tarn in Holm."
    one = tell(text, "met", "CONSULT/meet", "participant: The delegation; participant: Ivo Tarn=Ivo Tarn", None, "Holm")
    assert {name.name for party in one.parties for name in party.names} == {"Heron Front", "Ivo Tarn"}


def test_an_office_is_known_from_the_words_that_describe_its_bearer() -> None:
    one = tell(
        "The Norvane envoy held talks in Holm on 4 May.", "talks", "CONSULT/talks", "participant: The Norvane envoy",
        "2031-05-04 on 4 May", "Holm",
    )  # fmt: skip
    other = tell(
        "The Norvane trade envoy, Ivo Tarn, met Ana Brel in Holm on 4 May.", "met", "CONSULT/meet",
        "participant: Ivo Tarn=Ivo Tarn; participant: Ana Brel=Ana Brel", "2031-05-04 on 4 May", "Holm",
        publisher="Gull",
    )  # fmt: skip
    assert joined(one, other)


def test_a_report_that_gives_two_days_tells_of_two_events() -> None:
    text = "Planes bombed Holm on 4 May. Planes bombed Holm once more on 5 May."
    one = tell(text, "bombed", "ASSAULT/bombing", "target: Holm=Holm/A", "2031-05-04 on 4 May", "Holm")
    two = tell(text, "bombed Holm once", "ASSAULT/bombing", "target: Holm=Holm/A", "2031-05-05 on 5 May", "Holm")
    assert one.report_id == two.report_id
    assert not compare(one, two).match


def test_a_long_report_costs_no_more_for_each_of_its_claims() -> None:
    filler = "The Heron Front sent a delegation to the Reed Brigade. " * 4000
    text = f"{filler}The delegation met Ivo Tarn."
    one = tell(text, "met", "CONSULT/meet", "participant: The delegation met; participant: Ivo Tarn=Ivo Tarn")
    began = time.perf_counter()
    assert one.parties
    assert keys(one)
    assert time.perf_counter() - began < 0.2


def test_a_denial_that_two_ever_met_bears_on_all_that_is_told_of_the_two() -> None:
    money = tell(
        "Ana Brel took 400 crowns from Haro Lind in Holm.", "took", "AID/aid",
        "recipient: Ana Brel=Ana Brel; actor: Haro Lind=Haro Lind", None, "Holm", publisher="Gull",
    )  # fmt: skip
    text = "Brel has never met Lind, her lawyer said."
    denial = denied(
        tell(
            text,
            "met",
            "CONSULT/meet",
            "participant: Brel=Ana Brel; participant: Lind=Haro Lind",
            published="2031-07-01",
        )
    )
    assert joined(money, denial)
    assert "ever met" in compare(money, denial).reason
    once = tell(text, "met", "CONSULT/meet", "participant: Brel=Ana Brel; participant: Lind=Haro Lind")
    assert not compare(money, once).match


def test_that_one_person_was_not_there_does_not_deny_the_visit() -> None:
    text = "Haro Lind was not in Holm in late April, officials said."
    absent = denied(
        tell(
            text, "was not", "CONSULT/visit", "actor: Haro Lind=Haro Lind", "2031-04-21/2031-04-30 in late April",
            "Holm", "2031-05-02",
        )
    )  # fmt: skip
    assert not joined(visit(), absent)


def test_a_denial_of_all_arrests_is_of_those_that_others_tell_of_in_the_report() -> None:
    text = (
        "Police took Ana Brel from her house, a paper wrote. No clerk was arrested, Adem Wray said. "
        "Bram Oskel remains in custody, Wray said."
    )
    taken = tell(text, "took", "COERCE/arrest", "recipient: Ana Brel=Ana Brel")
    kept = tell(
        text, "remains in custody", "COERCE/arrest", "recipient: Bram Oskel=Bram Oskel", source="Wray=Adem Wray"
    )
    denial = denied(tell(text, "arrested", "COERCE/arrest", "recipient: No clerk", source="Adem Wray=Adem Wray"))
    assert joined(taken, denial)
    assert not joined(kept, denial)


def test_the_bomb_is_the_one_that_the_report_told_of() -> None:
    text = "A bomb exploded in Teshik. Its leader denied that his men had planted the bomb."
    blown = tell(text, "exploded", "ASSAULT/bombing", "instrument: A bomb", None, "Teshik")
    planted = denied(tell(text, "planted", "ASSAULT/bombing", "actor: his men; instrument: the bomb"))
    assert joined(blown, planted)


def test_a_denial_that_anything_was_signed_is_of_whatever_was() -> None:
    one = tell(
        "Ana Brel and Ivo Tarn signed a letter on Tuesday.", "signed", "AGREE/agreement",
        "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn; topic: a letter", "2031-05-06 on Tuesday",
        published="2031-05-07",
    )  # fmt: skip
    other = tell(
        "The envoy had signed nothing.", "signed", "AGREE/agreement", "actor: The envoy=Ivo Tarn; topic: nothing",
        published="2031-05-08", publisher="Gull",
    )  # fmt: skip
    assert joined(one, denied(other))


FERRY = (
    "{} people were killed when the ferry Otter capsized off Holm on its way to Brack with pilgrims aboard, {} said."
)


def capsized(text: str, count: int, published: str, publisher: str) -> Told:
    """An account of the dead in which nobody is named."""
    return tell(text, "killed", "ASSAULT/killing", "", None, None, published, publisher, count)


def test_reports_about_the_same_by_their_heads_tell_one_event_whatever_numbers_they_give() -> None:
    six = capsized(FERRY.format("Six", "police"), 6, "2031-05-02", "Gull")
    nine = capsized(FERRY.format("Nine", "a hospital"), 9, "2031-05-03", "Post")
    assert joined(six, nine)
    assert "first sentences of the two reports have much in common" in compare(six, nine).reason
    assert not joined(six, capsized(FERRY.format("Nine", "a hospital"), 9, "2031-05-12", "Post"))


def test_background_far_down_in_a_report_does_not_profit_from_what_the_report_is_about() -> None:
    head = FERRY.format("Six", "police") + " The owners gave no comment." * 30
    far = capsized(f"{head} A fire aboard another ship had claimed nine lives.", 9, "2031-05-02", "Gull")
    told = tell(far.text, "claimed", "ASSAULT/killing", "", None, None, "2031-05-02", "Gull", 9)
    assert not compare(told, capsized(FERRY.format("Nine", "a hospital"), 9, "2031-05-03", "Post")).match


def test_another_toll_in_one_report_is_of_what_it_tells_at_its_head() -> None:
    text = FERRY.format("Six", "police") + " The harbour office put the toll at {}."
    six, nine = (tell(text.format("nine"), w, "ASSAULT/killing", count=n) for w, n in (("killed", 6), ("toll", 9)))
    assert compare(six, nine).match
    assert "another toll" in compare(six, nine).reason
    many = tell(text.format("9,000"), "toll", "ASSAULT/killing", count=9000)
    assert not compare(tell(text.format("9,000"), "killed", "ASSAULT/killing", count=6), many).match


def test_who_received_no_money_denies_that_the_dues_were_paid() -> None:
    text = "The owner of the Otter said the dues were paid on Friday. The port of Holm said it had received no money."
    paid = tell(text, "paid", "AID/aid", "instrument: the dues", "2031-05-09 on Friday")
    none = denied(tell(text, "received", "AID/aid", "recipient: it; instrument: no money"))
    assert compare(paid, none).match
    seeds = text.replace("no money", "no seeds")
    other = denied(tell(seeds, "received", "AID/aid", "recipient: it; instrument: no seeds"))
    assert not compare(tell(seeds, "paid", "AID/aid", "instrument: the dues", "2031-05-09 on Friday"), other).match


def test_who_denies_having_planted_the_bomb_denies_a_part_in_its_explosion() -> None:
    text = "A bomb exploded in the market of Holm. The Reed Brigade denied that its men had planted the bomb."
    blast = tell(text, "exploded", "ASSAULT/explosion", "instrument: A bomb")
    denial = denied(tell(text, "planted", "ASSAULT/bombing", "actor: its men; target: the bomb"))
    assert compare(blast, denial).match
    mine = text.replace("the bomb.", "the mine.")
    denial = denied(tell(mine, "planted", "ASSAULT/bombing", "actor: its men; target: the mine"))
    assert not compare(tell(mine, "exploded", "ASSAULT/explosion", "instrument: A bomb"), denial).match


TWO_SIDES = (
    "Radio Veld reported that rebels shelled the mill, while a witness, Ila Brandt, said the mill was not targeted."
)


def side(trigger: str, source: str, text: str = TWO_SIDES, polarity: str = "positive") -> Told:
    """One side's account of the shelling, by its own source."""
    found = tell(text, trigger, "ASSAULT/attack", "target: the mill", source=source)
    fact = replace(found.claim.factuality, polarity=polarity)  # type: ignore[arg-type]  # one of the two
    return replace(found, claim=replace(found.claim, factuality=fact))


def test_one_sentence_that_sets_a_denial_against_an_account_joins_the_two() -> None:
    one = side("shelled", "Radio Veld=Radio Veld")
    other = side("targeted", "Ila Brandt=Ila Brandt", polarity="negative")
    assert joined(one, other)
    assert "sets the one against the other" in compare(one, other).reason


def test_a_second_thing_that_was_not_done_is_not_set_against_the_first_without_a_word_for_it() -> None:
    text = TWO_SIDES.replace(", while", " and")
    one = side("shelled", "Radio Veld=Radio Veld", text)
    assert (
        "sets the one against" not in compare(one, side("targeted", "Ila Brandt=Ila Brandt", text, "negative")).reason
    )


def test_who_was_not_arrested_is_not_set_against_others_who_were() -> None:
    text = "Radio Veld said police arrested nine dockers, while Ila Brandt said the union's leader was not arrested."
    one = tell(text, "arrested", "COERCE/arrest", "recipient: nine dockers", source="Radio Veld=Radio Veld")
    at = Span(text.rindex("arrested"), text.rindex("arrested") + len("arrested"))
    other = tell(text, "arrested", "COERCE/arrest", "recipient: the union's leader", source="Ila Brandt=Ila Brandt")
    fact = replace(other.claim.factuality, polarity="negative")
    other = replace(other, claim=replace(other.claim, trigger=at, factuality=fact))
    assert not compare(one, other).match


def test_no_such_meeting_denies_the_meeting_told_before() -> None:
    text = "Orlen Tavik spoke of a meeting with Ana Brel. Later in the day Ila Brandt said there was no such meeting."
    told_first = tell(text, "meeting", "CONSULT/meet", "participant: Orlen Tavik=Orlen Tavik")
    span = Span(text.rindex("meeting"), text.rindex("meeting") + len("meeting"))
    fact = replace(told_first.claim.factuality, polarity="negative")
    other = replace(told_first, claim=replace(told_first.claim, trigger=span, roles=(), factuality=fact))
    assert joined(told_first, other)
    assert "any such act" in compare(told_first, other).reason


def test_who_did_not_comment_denies_nothing_that_he_said() -> None:
    text = "Ivo Tarn announced a tour of the lighthouses. Ivo Tarn did not comment on the date."
    one = tell(text, "announced", "SAY/statement", "actor: Ivo Tarn=Ivo Tarn")
    other = tell(text, "comment", "SAY/statement", "topic: the date")
    fact = replace(other.claim.factuality, polarity="negative")
    other = replace(other, claim=replace(other.claim, roles=(*one.claim.roles, *other.claim.roles), factuality=fact))
    assert not compare(one, other).match


def test_a_denial_that_points_to_a_claim_is_of_that_one_only() -> None:
    text = "Officials say the Reed Brigade raided the depot. The Reed Brigade denied the allegation."
    raid = tell(text, "raided", "ASSAULT/attack", "actor: the Reed Brigade=Reed Brigade/O; target: the depot")
    denial = tell(text, "denied", "REJECT/rejection", "topic: the allegation")
    other = replace(denial, claim=replace(denial.claim, answers=raid.claim.trigger))
    assert compare(raid, other).match
    assert "point to what the other tells" in compare(raid, other).reason
    assert not compare(denial, other).match
    assert not compare(raid, denial).match


def test_that_no_clerk_was_hurt_does_not_deny_that_two_passers_by_were() -> None:
    text = "A shot hurt two passers-by. No clerk of the port was hurt, Ila Brandt said."
    one = tell(text, "hurt", "ASSAULT/injury", "victim: two passers-by")
    at = Span(text.rindex("hurt"), text.rindex("hurt") + len("hurt"))
    other = tell(text, "hurt", "ASSAULT/injury", "victim: No clerk", source="Ila Brandt=Ila Brandt")
    fact = replace(other.claim.factuality, polarity="negative")
    other = replace(other, claim=replace(other.claim, trigger=at, factuality=fact))
    assert "denied of all" not in signs_of(one, other, names_alike).points


def test_damage_is_not_denied_by_who_says_that_a_thing_was_not_targeted() -> None:
    text = TWO_SIDES.replace("shelled", "damaged")
    one = tell(text, "damaged", "ASSAULT/destruction", "target: the mill", source="Radio Veld=Radio Veld")
    assert not compare(one, side("targeted", "Ila Brandt=Ila Brandt", text, "negative")).match


ARRESTED = "Radio Veld said a docker had been seized, and the clerk arrested. Ila Brandt denied arresting the clerk."


def arrest_denied(whom: str, text: str = ARRESTED) -> bool:
    """Whether the denial of the arrest is joined with the arrest told before it."""
    one = tell(text, "arrested", "COERCE/arrest", "recipient: the clerk", source="Radio Veld=Radio Veld")
    other = tell(text, "arresting", "COERCE/arrest", f"recipient: {whom}", source="Ila Brandt=Ila Brandt")
    fact = replace(other.claim.factuality, polarity="negative")
    found = compare(one, replace(other, claim=replace(other.claim, factuality=fact)))
    return found.match and "just before" in found.reason


def test_an_act_denied_at_once_in_its_own_word_is_the_one_told_before() -> None:
    assert arrest_denied("the clerk")
    assert not arrest_denied("the mayor", ARRESTED.replace("arresting the clerk", "arresting the mayor"))


def test_who_denies_that_any_such_act_has_ever_been_denies_the_one_told() -> None:
    text = "A nurse said a raid hit the mill. The army denied that any night raid had ever been flown."
    one = tell(text, "raid", "ASSAULT/bombing", "target: the mill", source="A nurse=Ana Brel")
    at = Span(text.rindex("raid"), text.rindex("raid") + len("raid"))
    other = tell(text, "raid", "ASSAULT/bombing", source="The army=Army of Orrin")
    fact = replace(other.claim.factuality, polarity="negative")
    sentence = Span(text.index("The army"), len(text))
    claim = replace(other.claim, trigger=at, factuality=fact, sentence=sentence)
    assert "ever was any" in compare(one, replace(other, claim=claim)).reason
    once = text.replace("ever been", "just been")
    assert "ever was any" not in compare(replace(one, text=once), replace(other, text=once, claim=claim)).reason
