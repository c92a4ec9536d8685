"""A denial keeps its speaker, its day and what it denies; told by many reports it stays one."""

from dataclasses import replace
from typing import Any

from reportedly.assess.contradictions import contradictions
from reportedly.assess.denials import denials, deniers
from reportedly.assess.wording import denied as worded
from reportedly.linked import Account
from reportedly.model import EventType, Factuality
from tests.assess.planting import at, held, told

VISIT = told(
    "Nilo Zorvel visited Velmouth.",
    "visited",
    act="CONSULT",
    mode="visit",
    roles=(("actor", "Nilo Zorvel", "Nilo Zorvel"),),
)
BLAST = told("A bomb went off in Velmouth.", "went off", mode="bombing")


def denied(by: str, name: str | None, outlet: str, day: str = "2025-06-14", spoken: str | None = None) -> Account:
    sentence = f"{by} denied that anybody had visited Velmouth."
    kind = "unnamed_person" if name is None else "named_person"
    source: Any = (kind, by, name)
    return told(
        sentence,
        "visited",
        outlet,
        day,
        act="CONSULT",
        mode="visit",
        source=source,
        spoken=spoken,
        negative=True,
    )


def test_one_denial_told_by_three_reports_is_one_with_three_tellings() -> None:
    (found,) = denials(held(VISIT, *(denied("Omar Sandor", "Omar Sandor", f"Outlet {i}") for i in range(3))))
    assert (found.speaker, found.slot, len(found.tellings)) == ("Omar Sandor", "event", 3)


def test_two_speakers_make_two_denials() -> None:
    found = denials(held(VISIT, denied("Omar Sandor", "Omar Sandor", "A"), denied("Ila Brandt", "Ila Brandt", "B")))
    assert [d.speaker for d in found] == ["Ila Brandt", "Omar Sandor"]


def test_the_day_of_speaking_is_kept_apart_from_the_day_of_publication() -> None:
    (found,) = denials(held(VISIT, denied("Omar Sandor", "Omar Sandor", "A", spoken="2025-06-12")))
    assert (found.spoken, found.published) == ("2025-06-12", "2025-06-14")
    (found,) = denials(held(VISIT, denied("Omar Sandor", "Omar Sandor", "A")))
    assert found.spoken is None


def test_unnamed_speakers_of_two_outlets_stay_two() -> None:
    assert len(denials(held(VISIT, denied("an official", None, "A"), denied("an official", None, "B")))) == 2


def test_a_body_and_the_one_who_speaks_for_it_are_one_speaker() -> None:
    sentence = "Omar Sandor, spokesman of the Gull League, said nobody had visited Velmouth."
    spoken = told(
        sentence, "visited", "A", act="CONSULT", mode="visit",
        source=("named_person", "Omar Sandor", "Omar Sandor"), negative=True,
    )  # fmt: skip
    sentence = "The Gull League denied on Monday that anybody had come."
    body = told(
        sentence, "denied", "B", act="REJECT", mode="denial", time=("on Monday", "2025-06-09"), part="denial",
        roles=(("actor", "The Gull League", "Gull League"),),
    )  # fmt: skip
    (found,) = denials(held(VISIT, spoken, body))
    assert (found.speaker, found.spoken, len(found.tellings)) == ("Omar Sandor", "2025-06-09", 2)


def test_who_says_that_his_men_did_not_do_it_denies_only_the_doing() -> None:
    sentence = "The Marsh Brigade denied that its men had planted the bomb."
    account = told(
        sentence, "planted", "A", act="MOBILIZE", mode="arming", roles=(("actor", "its men", None),), negative=True,
        source=("named_organisation", "The Marsh Brigade", "Marsh Brigade"),
    )  # fmt: skip
    (found,) = denials(held(BLAST, account))
    assert (found.speaker, found.slot) == ("Marsh Brigade", "actor")


def test_a_denial_of_responsibility_is_one_of_the_doing() -> None:
    account = told(
        "The Marsh Brigade denied any involvement.", "denied", act="REJECT", mode="denial", part="denial",
        roles=(("actor", "The Marsh Brigade", "Marsh Brigade"),),
    )  # fmt: skip
    (found,) = denials(held(BLAST, account))
    assert found.slot == "actor"


def test_who_denies_a_deed_of_his_own_denies_and_does_not_contradict() -> None:
    yes = dealing("Nilo Zorvel signed a letter, an envoy said.", "signed", "an envoy", None, False, "Nilo Zorvel")
    no = dealing("I signed nothing, Nilo Zorvel wrote.", "signed", "Nilo Zorvel", "Nilo Zorvel", True, "I")
    assert [d.speaker for d in denials(held(yes, no))] == ["Nilo Zorvel"]
    assert contradictions(held(yes, no)) == ()


def dealing(sentence: str, trigger: str, by: str, name: str | None, negative: bool, actor: str) -> Account:
    kind: EventType = "AGREE"
    source: Any = ("unnamed_person" if name is None else "named_person", by, name)
    return told(
        sentence, trigger, f"Outlet of {by}", act=kind, mode="sign", negative=negative,
        source=source,
        roles=(("actor", actor, "Nilo Zorvel"),),
    )  # fmt: skip


def test_a_retraction_is_no_denial() -> None:
    sentence = "Nobody visited Velmouth; the report was wrong."
    account = told(sentence, "visited", act="CONSULT", mode="visit", negative=True, status="canceled")
    assert denials(held(VISIT, account)) == ()


def test_without_negated_accounts_there_are_no_denials() -> None:
    assert denials(held(VISIT)) == denials(held()) == ()


def test_a_negation_that_answers_no_account_is_no_denial() -> None:
    assert denials(held(told("Nobody visited Velmouth.", "visited", act="CONSULT", mode="visit", negative=True))) == ()
    assert len(denials(held(denied("Omar Sandor", "Omar Sandor", "A")))) == 1


def test_a_surname_is_that_of_the_only_speaker_who_bears_it() -> None:
    accounts = (denied("Omar Sandor", "Omar Sandor", "A"), denied("Sandor", "Sandor", "B"))
    assert [d.speaker for d in denials(held(VISIT, *accounts))] == ["Omar Sandor"]
    assert len(denials(held(VISIT, *accounts, denied("Ila Sandor", "Ila Sandor", "C")))) == 3


def act_of_denying(by: str, name: str | None, outlet: str) -> Account:
    """A denial told as an act."""
    sentence = f"{by} denied it."
    return told(sentence, "denied", outlet, act="REJECT", mode="denial", part="denial", roles=(("actor", by, name),))


def test_unnamed_deniers_of_two_outlets_stay_two_and_a_body_is_one() -> None:
    assert len(denials(held(VISIT, *(act_of_denying("An official", None, outlet) for outlet in "AB")))) == 2
    assert len(denials(held(VISIT, *(act_of_denying("The police", None, outlet) for outlet in "AB")))) == 1
    by: Any = ("unnamed_official", "a police spokesman", None)
    spoken = [
        told("No bomb went off, a police spokesman said.", "went off", outlet, source=by, negative=True)
        for outlet in "AB"
    ]
    assert len(denials(held(BLAST, *spoken))) == 1


def test_who_denies_is_the_longest_name_in_the_words_whatever_the_order() -> None:
    held_first = held(
        VISIT,
        told("Sandor came.", "came", roles=(("actor", "Sandor", "Sandor"),)),
        told("Omar Sandor came.", "came", roles=(("actor", "Omar Sandor", "Omar Sandor"),)),
        told("Omar Sandor of Velmouth rejected that anybody visited Velmouth.", "visited", "C", negative=True),
    )
    turned = replace(held_first, entities=dict(reversed(list(held_first.entities.items()))))
    assert [d.speaker for d in denials(held_first)] == [d.speaker for d in denials(turned)] == ["Omar Sandor"]


def test_a_denial_is_told_as_the_speaker_of_each_report_gives_it() -> None:
    sentence = "Omar Sandor, spokesman of the Gull League, said nobody had visited Velmouth."
    spoken = told(
        sentence, "visited", "A", act="CONSULT", mode="visit",
        source=("named_person", "Omar Sandor", "Omar Sandor"), negative=True,
    )  # fmt: skip
    body = act_of_denying("The Gull League", "Gull League", "B")
    (found,) = denials(held(VISIT, spoken, body))
    assert deniers([found]) == ("Omar Sandor", "Gull League")
    assert worded(found) == (
        "Omar Sandor denied it, by the word of 1 report, first published on 13 June 2025; "
        "Gull League denied it, by the word of 1 report, first published on 13 June 2025; counted as one denial."
    )


def test_its_spokesman_speaks_for_the_one_body_that_denies_in_the_same_report() -> None:
    text = 'The Gull League denied it. "Nobody has visited Velmouth," its spokesman, Omar Sandor, said.'
    body = told(
        text, "denied", act="REJECT", mode="denial", part="denial",
        roles=(("actor", "The Gull League", "Gull League"),),
    )  # fmt: skip
    quoted = told(
        text, "visited", act="CONSULT", mode="visit", negative=True,
        source=("named_person", "Omar Sandor", "Omar Sandor"),
    )  # fmt: skip
    (found,) = denials(held(VISIT, body, quoted))
    assert [voice.speaker for voice in found.voices] == ["Gull League", "Omar Sandor"]
    other = denied("Ila Brandt", "Ila Brandt", "B")
    assert len(denials(held(VISIT, body, quoted, other))) == 2


def test_who_denies_only_the_doing_is_marked_so() -> None:
    account = told(
        "The Marsh Brigade denied any involvement.", "denied", act="REJECT", mode="denial", part="denial",
        roles=(("actor", "The Marsh Brigade", "Marsh Brigade"),),
    )  # fmt: skip
    assert deniers(denials(held(BLAST, account))) == ("Marsh Brigade (only having done it)",)


def not_so(sentence: str, cue: str, outlet: str, ahead: bool = False) -> Account:
    """A guard's account by which there was, or will be, no blast in Velmouth, by this word."""
    found = told(sentence, "blast", outlet, mode="bombing", negative=True, source=("unnamed_person", "a guard", None))
    fact = Factuality(polarity="negative", temporality="future" if ahead else "non_future", cues=(at(sentence, cue),))
    return replace(found, claim=replace(found.claim, factuality=fact))


def test_who_tells_that_an_attack_was_foiled_denies_nothing() -> None:
    assert not denials(held(BLAST, not_so("The navy foiled a blast in Velmouth, a guard said.", "foiled", "B")))
    assert len(denials(held(BLAST, not_so("There was no blast in Velmouth, a guard said.", "no", "C")))) == 1


def test_who_expects_that_nothing_will_happen_denies_nothing() -> None:
    assert not denials(held(BLAST, not_so("There will be no blast in Velmouth, a guard said.", "no", "B", ahead=True)))


def test_who_could_not_meet_denies_no_meeting() -> None:
    unable = told(
        "Ila Brandt could not visit Velmouth.", "visit", "B", act="CONSULT", mode="visit", negative=True,
        source=("named_person", "Ila Brandt", "Ila Brandt"),
    )  # fmt: skip
    assert not denials(held(VISIT, unable))


def test_a_denied_allegation_of_an_attack_is_of_having_done_it() -> None:
    text = "The Gull League denied the allegation."
    answer = told(
        text,
        "denied",
        "B",
        act="REJECT",
        mode="denial",
        roles=(("actor", "The Gull League", "Gull League"),),
        part="denial",
    )
    answer = replace(answer, claim=replace(answer.claim, answers=BLAST.claim.trigger))
    (found,) = denials(held(BLAST, answer))
    assert (found.speaker, found.slot) == ("Gull League", "actor")


def alias(sentence: str, trigger: str, outlet: str, negative: bool) -> Account:
    """An account of who is Red Fox."""
    roles: Any = (("subject", "Omar Sandor", "Omar Sandor"), ("object", "Red Fox", None))
    found = told(sentence, trigger, outlet, roles=roles, negative=negative)
    return replace(found, claim=replace(found.claim, kind="tie", type=None, mode=None, tie="alias"))


def test_who_discounts_rumours_of_another_name_is_the_one_who_denies_it() -> None:
    rumour = alias("Omar Sandor was rumoured to be Red Fox.", "rumoured to be", "A", negative=False)
    answer = alias("Omar Sandor discounted rumours that he was Red Fox.", "was", "B", negative=True)
    (found,) = denials(held(rumour, answer))
    assert found.speaker == "Omar Sandor"


def test_who_neither_confirms_nor_denies_denies_nothing() -> None:
    silent = told(
        "Orr neither confirmed nor denied it.", "denied", "Delta Gull", act="REJECT", mode="denial", negative=True,
        roles=(("actor", "Orr", "Orr"),),
    )  # fmt: skip
    assert denials(held(VISIT, replace(silent, part="denial"))) == ()
