"""Accounts contradict each other where no value fits both, and only there."""

from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from reportedly.assess.contradictions import agreements, contradictions
from reportedly.linked import RULES_FLOORS, Account, Passage, ReportEdge
from reportedly.model import CountBound, RoleName, Span
from tests.assess.planting import held, told


def dead(
    value: int, words: str, outlet: str, bound: CountBound = "exact", noun: str = "people", **more: object
) -> Account:
    return told(f"A blast killed {words} {noun}.", "killed", outlet, count=(value, words, bound), **more)  # type: ignore[arg-type]


def dated(words: str, edtf: str, outlet: str, sentence: str = "A bomb went off {}.") -> Account:
    return told(sentence.format(words), "went off", outlet, time=(words, edtf), mode="bombing")


def slots(*accounts: Account) -> list[str]:
    return [c.slot for c in contradictions(held(*accounts))]


def test_two_exact_numbers_of_the_dead_contradict_each_other() -> None:
    (found,) = contradictions(held(dead(7, "seven", "Aral Post"), dead(9, "nine", "Delta Gull")))
    assert (found.slot, found.value_a, found.value_b) == ("killed", "seven", "nine")
    assert "no number fits both" in found.reason


def test_a_lower_bound_agrees_with_a_higher_number_and_contradicts_a_lower_one() -> None:
    least = dead(7, "at least seven", "Aral Post", "at_least")
    assert slots(least, dead(9, "nine", "Delta Gull")) == []
    assert slots(least, dead(6, "six", "Delta Gull")) == ["killed"]
    assert [a.slot for a in agreements(held(least, dead(9, "nine", "Delta Gull")))] == ["killed"]


def test_the_dead_are_not_compared_with_the_injured_nor_all_with_a_part() -> None:
    hurt = told("A blast injured nine people.", "injured", "Delta Gull", mode="injury", count=(9, "nine", "exact"))
    assert slots(dead(7, "seven", "Aral Post"), hurt) == []
    assert slots(dead(7, "seven", "Aral Post"), dead(2, "two", "Delta Gull", noun="soldiers")) == []


def test_there_is_one_contradiction_for_two_values_however_many_copies_give_them() -> None:
    many = [dead(7, "seven", f"Outlet {i}") for i in range(20)] + [dead(9, "nine", f"Paper {i}") for i in range(20)]
    assert slots(*many) == ["killed"]


def test_a_claim_is_not_set_against_its_own_copy_but_against_one_that_has_another_number() -> None:
    a, b = dated("on 12 June", "2025-06-12", "Aral Post"), dated("on 11 June", "2025-06-11", "Delta Gull")
    assert contradictions(held(a, b, edges=(copy_of(a, b),))) == ()
    a, b = dead(7, "seven", "Aral Post"), dead(9, "nine", "Delta Gull")
    assert [c.slot for c in contradictions(held(a, b, edges=(copy_of(a, b),)))] == ["killed"]


def copy_of(a: Account, b: Account) -> ReportEdge:
    taken = Passage(a.claim.sentence, b.claim.sentence, "edited")
    return ReportEdge(a.report.id, b.report.id, "copy", 0.9, "nearly all of it", (taken,))


def test_two_versions_of_a_report_do_not_contradict_each_other() -> None:
    a, b = dead(7, "seven", "Aral Post"), dead(9, "nine", "Aral Post", day="2025-06-14")
    edge = ReportEdge(a.report.id, b.report.id, "version", 1.0, "one address")
    assert contradictions(held(a, b, edges=(edge,))) == ()


def test_a_claim_that_the_extractor_doubts_raises_no_contradiction() -> None:
    doubted = dead(9, "nine", "Delta Gull", confidence=RULES_FLOORS.contradicts - 0.01)
    assert slots(dead(7, "seven", "Aral Post"), doubted) == []


def test_two_days_contradict_and_a_day_in_an_interval_refines_it() -> None:
    day, next_day = dated("on 12 June", "2025-06-12", "Aral Post"), dated("on 11 June", "2025-06-11", "Delta Gull")
    vague = dated("in June", "2025-06", "Kumrak Bell")
    assert slots(day, next_day) == ["when"]
    assert slots(day, vague) == []
    assert {a.value_b for a in agreements(held(day, vague))} | {a.value_a for a in agreements(held(day, vague))} == {
        "on 12 June",
        "in June",
    }


def test_the_day_of_publication_contradicts_nothing() -> None:
    assert slots(dated("on 12 June", "2025-06-12", "Aral Post"), dead(7, "seven", "Delta Gull", day="2025-06-10")) == []


def test_the_day_of_an_end_does_not_contradict_that_of_a_beginning() -> None:
    began = told("The strike began on 4 May.", "strike", act="PROTEST", mode="strike", time=("on 4 May", "2025-05-04"))
    ended = told(
        "The strike ended on 9 May.",
        "strike",
        "Delta Gull",
        act="PROTEST",
        mode="strike",
        time=("on 9 May", "2025-05-09"),
    )
    assert slots(began, ended) == []


def at_place(name: str, outlet: str, guest: str = "Omar Sandor") -> Account:
    roles: Any = (("participant", "Nilo Zorvel", "Nilo Zorvel"), ("participant", guest, guest))
    return told(
        f"Nilo Zorvel met {guest} in {name}.", "met", outlet, act="CONSULT", mode="meet", roles=roles, place=name
    )


def test_places_contradict_only_when_resolved_and_in_different_countries() -> None:
    town = at_place("Velmouth", "Aral Post")
    assert slots(town, at_place("Oster", "Delta Gull")) == []
    assert slots(town, at_place("Velmouth Harbour", "Delta Gull")) == []
    assert slots(town, at_place("Customs House", "Delta Gull")) == []
    assert slots(town, at_place("Quay Norte", "Delta Gull")) == ["where"]
    assert slots(town, at_place("Quay Norte", "Delta Gull", "Ila Brandt")) == []


def arrested(name: str, outlet: str) -> Account:
    roles = (("recipient", name, name),)
    return told(f"Police arrested {name}.", "arrested", outlet, act="COERCE", mode="arrest", roles=roles)  # type: ignore[arg-type]


def test_two_full_names_in_a_role_that_one_person_holds_contradict_each_other() -> None:
    assert slots(arrested("Nilo Zorvel", "Aral Post"), arrested("Omar Sandor", "Delta Gull")) == ["recipient"]
    assert slots(arrested("Nilo Zorvel", "Aral Post"), arrested("Zorvel", "Delta Gull")) == []


def signed(negative: bool, outlet: str, source: str) -> Account:
    sentence = f"The ministers signed {'no' if negative else 'a'} letter, {source} said."
    return told(
        sentence,
        "signed",
        outlet,
        act="AGREE",
        mode="sign",
        source=("unnamed_official", source, None),
        negative=negative,
    )


def test_two_sides_that_tell_a_dealing_differently_contradict_each_other() -> None:
    yes, no = signed(False, "Aral Post", "an envoy"), signed(True, "Delta Gull", "a spokeswoman")
    (found,) = contradictions(held(yes, no))
    assert found.slot == "polarity"
    assert (
        found.reason
        == "According to an envoy (Aral Post) it happened, according to a spokeswoman (Delta Gull) it did not."
    )


def test_within_one_report_one_speaker_is_not_set_against_himself() -> None:
    sentence = "A blast killed seven people, then nine people, a medic said."
    roles = (("unnamed_person", "a medic", None),)
    first = told(sentence, "killed", count=(7, "seven", "exact"), source=roles[0])  # type: ignore[arg-type]
    second = told(sentence, "killed", count=(9, "nine", "exact"), source=roles[0])  # type: ignore[arg-type]
    assert slots(first, second) == []


def test_the_order_of_the_accounts_changes_nothing() -> None:
    accounts = [
        dead(7, "seven", "A"),
        dead(9, "nine", "B"),
        dead(6, "six", "C"),
        dated("on 12 June", "2025-06-12", "D"),
    ]
    assert contradictions(held(*accounts)) == contradictions(held(*reversed(accounts)))


def line(text: str, outlet: str, day: str = "2025-06-13") -> Account:
    """An account of a blast whose dead and hurt stand in its sentence."""
    return told(text, "blast", outlet, day, mode="explosion")


def test_both_numbers_of_a_casualty_line_are_compared() -> None:
    one = line("The blast at the ferry hall of Velmouth left nine dead and 36 wounded.", "Aral Post")
    other = line("A blast at the ferry hall of Velmouth left nine dead and 41 wounded.", "Delta Gull")
    assert slots(one, other) == ["injured"]


def test_planes_and_jets_count_the_same_but_planes_and_boats_do_not() -> None:
    def raid(value: int, word: str, noun: str, outlet: str) -> Account:
        number: tuple[int, str, CountBound] = (value, word, "exact")
        sentence = f"{word} {noun} struck the ferry hall of Velmouth."
        return told(
            sentence, "struck", outlet, mode="bombing", count=number, roles=(("actor", f"{word} {noun}", None),)
        )

    assert slots(raid(2, "Two", "jet fighters", "Aral Post"), raid(4, "Four", "planes", "Delta Gull")) == ["aircraft"]
    assert slots(raid(2, "Two", "jets", "Aral Post"), raid(4, "Four", "boats", "Delta Gull")) == []


def test_a_number_over_several_places_is_not_set_against_that_of_one() -> None:
    several = "The blasts killed 19 people in three towns around the ferry hall of Velmouth."
    one = "The blast killed 11 people at the ferry hall of Velmouth."
    all_of_them = told(several, "killed", "Aral Post", count=(19, "19", "exact"))
    assert slots(all_of_them, told(one, "killed", "Delta Gull", count=(11, "11", "exact"))) == []
    dawn = told(f"{one[:-1]} since dawn.", "killed", "Kumrak Bell", count=(11, "11", "exact"))
    assert slots(dawn, told(one.replace("11", "14"), "killed", "Delta Gull", count=(14, "14", "exact"))) == ["killed"]


def test_a_report_that_gives_both_numbers_counts_a_whole_and_a_part() -> None:
    whole = line("The blast at the ferry hall of Velmouth left 15 wounded.", "Aral Post")
    text = "The blast at the ferry hall of Velmouth left 14 wounded."
    part = replace(line(text, "Aral Post"), report=whole.report)
    both = replace(whole.report, text=f"{whole.report.text} {text}")
    shift = len(whole.report.text) + 1
    moved = replace(
        part.claim,
        report_id=both.id,
        sentence=Span(shift, shift + len(text)),
        trigger=Span(part.claim.trigger.start + shift, part.claim.trigger.end + shift),
    )
    first = replace(whole.claim, report_id=both.id)
    accounts = [replace(whole, report=both, claim=first), replace(part, report=both, claim=moved)]
    assert slots(*accounts, line(text, "Delta Gull")) == []


def test_what_has_not_been_so_far_does_not_contradict_that_it_came_to_be_the_day_after() -> None:
    def deal(sentence: str, day: str, time: tuple[str, str] | None = None, negative: bool = False) -> Account:
        return told(
            sentence, "signed", f"Outlet {day}", day, act="AGREE", mode="agreement", time=time, negative=negative,
            part="denial" if negative else None,
        )  # fmt: skip

    not_yet = deal("The two ports have not signed the accord.", "2025-06-12", negative=True)
    assert slots(not_yet, deal("The two ports signed the accord today.", "2025-06-13", ("today", "2025-06-13"))) == []
    assert slots(not_yet, deal("The two ports signed the accord.", "2025-06-13")) == []
    nothing = deal("The two ports signed no accord, a clerk wrote.", "2025-06-13", negative=True)
    assert slots(nothing, deal("The two ports signed the accord.", "2025-06-12")) == ["polarity"]


def test_the_same_kind_among_the_dead_is_compared_but_not_with_all_of_them() -> None:
    head = "The blast at the ferry hall of Velmouth killed"
    one = line(f"{head} 41 people, among them 12 children and three pilots.", "Aral Post")
    other = line(f"{head} 41 people, among them 19 children and five pilots.", "Delta Gull")
    assert slots(one, other) == ["killed", "killed"]
    assert slots(one, line(f"{head} 41 people, among them six nurses.", "Delta Gull")) == []
    assert slots(one, line(f"{head} 41 people.", "Delta Gull")) == []


def test_more_of_one_kind_than_another_account_has_of_all_is_a_contradiction() -> None:
    head = "The blast at the ferry hall of Velmouth killed"
    all_of_them = line(f"{head} two people.", "Delta Gull")
    assert slots(line(f"{head} four sailors.", "Aral Post"), all_of_them) == ["killed"]
    assert slots(line(f"{head} two sailors.", "Aral Post"), line(f"{head} four people.", "Delta Gull")) == []


def test_the_hurt_of_the_killed_are_not_taken_for_the_killed() -> None:
    head = "The blast at the ferry hall of Velmouth"
    one = line(f"{head} killed six people and injured 32.", "Aral Post")
    assert slots(one, line(f"{head} killed six people and injured 32 others.", "Delta Gull")) == []
    assert slots(one, line(f"{head} killed six people and injured 35 others.", "Delta Gull")) == ["injured"]


def haul(listed: str, outlet: str, more: str = "") -> Account:
    """An account of a seizure of a list of things."""
    sentence = f"{more}Coast guards at Velmouth quay seized {listed} from a barge."
    things: tuple[tuple[RoleName, str, str | None], ...] = tuple(("target", each, None) for each in listed.split(", "))
    return told(sentence, "seized", outlet, act="COERCE", mode="seizure", roles=things)


def test_things_are_compared_by_their_noun_and_lists_of_the_same_things_however_far_apart() -> None:
    one = haul("six long rifles, 12 magazines", "Aral Post")
    assert slots(one, haul("14 rifles", "Delta Gull")) == ["rifles"]
    assert slots(one, haul("40 magazines", "Delta Gull")) == []
    assert slots(one, haul("14 rifles, 40 magazines", "Delta Gull")) == ["magazines", "rifles"]
    assert slots(one, haul("four other rifles, 14 lamps", "Delta Gull")) == []
    assert slots(one, haul("14 rifles, 40 magazines", "Delta Gull", "So far the ")) == []


def test_a_number_across_a_province_is_not_set_against_that_of_one_town() -> None:
    one = line("The blast at the ferry hall of Velmouth killed 14 people.", "Aral Post")
    other = line("The blast at the ferry hall and raids across the province of Velmouth killed 19 people.", "Gull")
    assert slots(one, other) == []


def test_a_figure_that_is_taken_back_is_not_given() -> None:
    one = line("Revising an initial count of nine dead, the bailiff of Velmouth told of the blast.", "Aral Post")
    assert slots(one, line("The blast, the bailiff of Velmouth told, left 11 dead.", "Delta Gull")) == []


def test_a_number_without_a_bound_is_as_loose_as_its_report_gives_it_elsewhere() -> None:
    headline = "Six killed in blast at ferry hall of Velmouth."
    body = "The blast at the ferry hall of Velmouth killed at least six people."
    text = f"{headline} {body}"
    first, second = line(headline, "Aral Post"), line(body, "Aral Post")
    report = replace(first.report, text=text)
    shift = len(headline) + 1
    moved = replace(
        second.claim,
        report_id=report.id,
        sentence=Span(shift, len(text)),
        trigger=Span(second.claim.trigger.start + shift, second.claim.trigger.end + shift),
    )
    both = [
        replace(first, report=report, claim=replace(first.claim, report_id=report.id)),
        replace(second, report=report, claim=moved),
    ]
    other = line("The blast at the ferry hall of Velmouth killed 11 people.", "Delta Gull")
    assert slots(first, other) == ["killed"]
    assert slots(*both, other) == []


def two_tolls(text: str, first: str, second: str, **more: Any) -> list[Account]:
    """Two accounts of one report, by its one sentence or one sentence each, of the tolls at two of its words."""
    report = told(text, first).report
    found = []
    for words in (first, second):
        start = text.index(words)
        opened, closed = text.rfind(". ", 0, start) + 1, text.index(".", start) + 1
        sentence = text[opened:closed].strip()
        account = told(sentence, words, act="DIE", mode="death", **more)
        shift = text.index(sentence)
        trigger = Span(start, start + len(words.partition(" in ")[0]))
        claim = replace(
            account.claim, report_id=report.id, sentence=Span(shift, shift + len(sentence)), trigger=trigger
        )
        found.append(replace(account, report=report, claim=claim))
    return found


def test_tolls_of_two_places_in_one_sentence_do_not_contradict_each_other() -> None:
    text = "The clerk put the death toll in {} at 45, while the guild put the toll in {} at 31."
    assert slots(*two_tolls(text.format("Sandhook", "Ostrand"), "death toll", "toll in Ostrand")) == []
    assert slots(*two_tolls(text.format("Sandhook", "Sandhook"), "death toll", "toll in Sandhook at 31")) == ["killed"]


@pytest.mark.parametrize(
    "whole", ["The clerk put the toll of the week at 45.", "The clerk gave a toll for the five-year war of 45."]
)
def test_the_toll_of_a_week_or_of_a_war_is_not_set_against_that_of_a_day(whole: str) -> None:
    text = "Shells killed 31 people at the mill in Sandhook, the guild said. "
    assert slots(*two_tolls(text + whole, "killed", "toll")) == []
    assert slots(*two_tolls(text + "The clerk put the toll at 45.", "killed", "toll")) == ["killed"]


def test_a_later_report_of_a_grown_toll_refines_the_earlier_one() -> None:
    one = line("The blast at the ferry hall of Velmouth killed 12 people.", "Aral Post", "2025-06-05")
    text = "The toll of the blast at the ferry hall of Velmouth {} 18 dead."
    grown = line(text.format("rose to"), "Delta Gull", "2025-06-07")
    assert slots(one, grown) == []
    assert [a.slot for a in agreements(held(one, grown))] == ["killed"]
    assert slots(one, line(text.format("was put at"), "Delta Gull", "2025-06-07")) == ["killed"]
    assert slots(one, line(text.format("rose to"), "Delta Gull", "2025-06-03")) == ["killed"]


def test_the_day_on_which_a_toll_is_given_is_not_that_of_the_act() -> None:
    def toll(number: int, day: str, edtf: str, outlet: str) -> Account:
        sentence = f"The clerk put the toll of the blast at the ferry hall of Velmouth at {number} on {day}."
        return told(sentence, "toll", outlet, act="DIE", mode="death", time=(f"on {day}", edtf))

    monday, sunday = toll(45, "Monday", "2025-06-09", "Aral Post"), toll(45, "Sunday", "2025-06-08", "Delta Gull")
    assert slots(monday, sunday) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("three bags of flour", "four bags of salt"),
        ("12 packets", "30 packets of tea"),
        ("12 lorries of flour", "20 lorries of water"),
        ("9 mm pistols", "8 mm pistols"),
        ("12 rifles and pistols", "14 rifles"),
    ],
)
def test_things_of_two_kinds_are_not_compared(one: str, other: str) -> None:
    assert slots(haul(one, "Aral Post"), haul(other, "Delta Gull")) == []


def test_containers_of_one_load_are_compared() -> None:
    assert slots(haul("three bags of flour", "Aral Post"), haul("four bags of flour", "Delta Gull")) == ["bags"]
    assert slots(haul("three bags", "Aral Post"), haul("four bags", "Delta Gull")) == ["bags"]


def test_what_is_summed_over_two_days_is_not_set_against_that_of_one() -> None:
    one = haul("12 rifles", "Aral Post", "On Monday ")
    assert slots(one, haul("19 rifles", "Delta Gull", "On Monday and Tuesday ")) == []
    assert slots(one, haul("19 rifles", "Delta Gull", "On Monday ")) == ["rifles"]


def test_those_of_one_family_and_those_dead_or_missing_are_not_set_against_all() -> None:
    head = "The blast at the ferry hall of Velmouth"
    six = line(f"{head} killed six children.", "Aral Post")
    assert slots(six, line(f"{head} killed four children from one family.", "Delta Gull")) == []
    assert slots(six, line(f"{head} left 12 children dead or missing.", "Delta Gull")) == []
    assert slots(six, line(f"{head} killed four children.", "Delta Gull")) == ["killed"]


@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_a_number_of_thousands_of_digits_does_no_harm(digits: int) -> None:
    number = "9" * digits
    text = f"A blast at the ferry hall of Velmouth killed {number} people and wounded {number}."
    counted = told(text, "killed", count=(10**4999, number, "exact"))
    assert slots(line(text, "Aral Post"), counted, line(text.replace(number, "20"), "Delta Gull")) == []


@pytest.mark.parametrize("part", ["The blast left {} dead and 37 wounded, ", "The clerk put the toll at {}, "])
def test_a_sentence_of_a_hundred_tolls_is_assessed_at_once_and_gives_none(part: str) -> None:
    text = "".join(part.format(i + 2) for i in range(100)) + "he said."
    first = told(text, "he said", mode="explosion")
    words = "blast" if "blast" in text else "toll"
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    accounts = [replace(first, claim=replace(first.claim, trigger=Span(i, i + len(words)))) for i in starts]
    begun = perf_counter()
    assert slots(*accounts) == []
    assert perf_counter() - begun < 0.8


def test_a_long_list_of_places_with_their_dead_is_assessed_soon() -> None:
    clauses = {101 + i: f"killed in Velm{'abcdefghijklmno'[i // 10]}{'abcdefghij'[i % 10]}" for i in range(150)}
    text = "Clashes at the weekend: " + ", ".join(f"{number} {clause}" for number, clause in clauses.items()) + "."
    accounts = [
        told(text, clause, outlet, count=(number, str(number), "exact"))
        for outlet in ("Aral Post", "Delta Gull")
        for number, clause in clauses.items()
    ]
    begun = perf_counter()
    contradictions(held(*accounts))
    assert perf_counter() - begun < 1


def test_the_dead_counted_so_far_are_set_against_those_of_another_account() -> None:
    ours = line("The blast at the ferry hall of Velmouth has so far killed 14 people.", "Aral Post")
    theirs = line("The blast at the ferry hall of Velmouth killed 11 people.", "Delta Gull")
    assert slots(ours, theirs) == ["killed"]


def test_a_sentence_taken_over_with_another_number_of_the_same_things_is_shown() -> None:
    ours = ("nine AK-47 rifles", "four other rifles")
    theirs = ("15 AK 47 guns", "six rifles", "two grenades")
    a, b = hauled(ours, "Aral Post"), hauled(theirs, "Delta Gull")
    found = contradictions(held(a, b, edges=(copy_of(a, b),)))
    assert [(c.value_a, c.value_b) for c in found] == [
        ("nine AK-47 rifles", "15 AK 47 guns"),
        ("four other rifles", "six rifles"),
    ]


def hauled(things: tuple[str, ...], outlet: str) -> Account:
    roles: tuple[tuple[RoleName, str, None], ...] = tuple(("target", phrase, None) for phrase in things)
    sentence = f"The coastguard also seized {', '.join(things)} from the 15 Hale crewmen."
    return told(sentence, "seized", outlet, act="COERCE", mode="seizure", roles=roles)
