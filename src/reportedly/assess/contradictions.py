"""Where the accounts of an event contradict each other, and where differing words agree.

In: an `Evidence`. Out: `Contradiction`s and `Agreement`s, one for each pair of distinct values, with the first account
of each. A claim is never set against its own copy, nor a speaker against himself within one report.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, islice

from reportedly.assess.accounts import in_order, published, telling
from reportedly.assess.amounts import Amount
from reportedly.assess.copied import Copied, copied
from reportedly.assess.denials import Hearing, is_contrary
from reportedly.assess.doers import rival_doers
from reportedly.assess.lexicon import holds, words
from reportedly.assess.numerals import numbers_in
from reportedly.assess.relations import RAISED, Kind, Relation, days_meet, is_sum, relate
from reportedly.assess.scene import gives_toll, one_scene
from reportedly.assess.slots import Reading, Whom, days_given, how_many, readings
from reportedly.assess.speakers import key_of, speaker
from reportedly.assess.tolls import FATES
from reportedly.linked import Account, Evidence, floors
from reportedly.model import Claim, CountBound, Place, Span

VALUES = 40
"""Distinct values of a slot that are compared, first given first."""

TRIED = 6
"""Accounts of a value that are tried for a pair that is no copy."""

CONTRAST = re.compile(r"\b(?:while|whereas|but|though|although)\b")
"""Words that set one account of a sentence against another."""

SO_FAR = re.compile(r"\b(?:yet|so far|still|ha(?:s|ve)(?: not|n['’]t))\b", re.IGNORECASE)
"""How a sentence tells that an act has not been up to its day."""

TOLL_OF_ANOTHER = re.compile(
    r"\b[A-Z]\w+\b[^.;]{0,80}\b(?:gave|gives|put|puts|had given|has given|had put|has put)\b[^.;]{0,25}\btoll\b"
)
"""How a sentence tells of the toll that somebody gives: "the bureau put the toll at 45"."""

ONE_HOLDER = {"APPOINT": "recipient", "COERCE": "recipient"}
"""Types of act in which one person holds the role in the slot: who was appointed, who was arrested."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two accounts that cannot both hold in a slot; `a` is the earlier one."""

    slot: str
    a: Account
    b: Account
    value_a: str
    value_b: str
    reason: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two accounts whose words differ in a slot and that fit each other; `a` is the earlier one."""

    slot: str
    a: Account
    b: Account
    value_a: str
    value_b: str
    reason: str


def contradictions(evidence: Evidence) -> tuple[Contradiction, ...]:
    """The contradictions of an event, one for each pair of distinct values, slot by slot."""
    texts = copied(evidence)
    found = [
        Contradiction(a.slot, a.account, b.account, a.text, b.text, relation.reason)
        for a, b, relation in compared(evidence, texts, "contradiction")
    ]
    rivals = [
        Contradiction("actor", a.account, b.account, a.text, b.text, reason)
        for a, b, reason in rival_doers(evidence, texts)
    ]
    return (*found, *rivals, *polarity(evidence, texts))


def agreements(evidence: Evidence) -> tuple[Agreement, ...]:
    """Values worded differently that agree: those that fit each other, and equal days in other words."""
    texts = copied(evidence)
    refined = compared(evidence, texts, "refinement")
    return tuple(
        Agreement(a.slot, a.account, b.account, a.text, b.text, relation.reason)
        for a, b, relation in (*refined, *reworded(evidence, texts))
    )


def compared(evidence: Evidence, texts: Copied, kind: Kind) -> Iterator[tuple[Reading, Reading, Relation]]:
    """For each pair of distinct values of each slot the first pair of readings that stand so to each other.

    Values that contradict by one pair of readings do not refine each other by another.
    """
    for values in by_value(evidence):
        given = numbers_given(values)
        sums = numbers_given([[r for r in same if isinstance(r.meaning, Amount) and is_sum(r)] for same in values])
        for one, two in combinations(values[:VALUES], 2):
            tries = ((a, b) for a in tried(one) for b in tried(two))
            pairs = [related(a, b) for a, b in tries if not gives_both(a, b, given) and not of_a_sum(a, b, sums)]
            if kind == "contradiction" or all(relation.kind != "contradiction" for *_, relation in pairs):
                told = ((a, b, r) for a, b, r in pairs if r.kind == kind and comparable(a, b, texts, evidence))
                yield from islice(told, 1)


def tried(same: Sequence[Reading]) -> list[Reading]:
    """The readings of a value that are tried: the first of each sentence before further ones, at most TRIED."""
    seen: dict[tuple[str, Span], int] = {}
    ranks = []
    for reading in same:
        place = (reading.account.report.id, reading.account.claim.sentence)
        seen[place] = seen.get(place, 0) + 1
        ranks.append(seen[place])
    return [reading for _, reading in sorted(zip(ranks, same, strict=True), key=lambda ranked: ranked[0])][:TRIED]


def numbers_given(values: Sequence[Sequence[Reading]]) -> set[tuple[str, int]]:
    """The numbers among readings, each with the id of the report that gives it."""
    return {(r.account.report.id, r.meaning.value) for same in values for r in same if isinstance(r.meaning, Amount)}


def of_a_sum(a: Reading, b: Reading, sums: Set[tuple[str, int]]) -> bool:
    """Whether one number alone is one that its report gives for several acts, be it in another sentence."""
    return len(numbers_given([[a, b]]) & sums) == 1


def gives_both(a: Reading, b: Reading, given: Set[tuple[str, int]]) -> bool:
    """Whether one of two reports gives both numbers, and not as two tolls: then they count a whole and a part."""
    one, two = a.account, b.account
    if not (isinstance(a.meaning, Amount) and isinstance(b.meaning, Amount)) or one.report.id == two.report.id:
        return False
    both = (one.report.id, b.meaning.value) in given or (two.report.id, a.meaning.value) in given
    return both and not (gives_toll(one) or gives_toll(two))


def reworded(evidence: Evidence, texts: Copied) -> Iterator[tuple[Reading, Reading, Relation]]:
    """For each value of when the first two readings that give the same days in other words."""
    for values in by_value(evidence):
        for same in values:
            pairs = ((same[0], other) for other in same[1:TRIED] if other.text.lower() != same[0].text.lower())
            told = [related(a, b) for a, b in pairs if a.slot == "when" and comparable(a, b, texts, evidence)]
            yield from told[:1]


def related(a: Reading, b: Reading) -> tuple[Reading, Reading, Relation]:
    """Two readings, the earlier first, with how they stand to each other."""
    one, two = sorted((a, b), key=lambda reading: published(reading.account))
    return one, two, relate(one, two)


def by_value(evidence: Evidence) -> Iterator[list[list[Reading]]]:
    """For each slot its readings grouped by value, values and readings in the order of publication."""
    found: dict[str, dict[str, list[Reading]]] = {}
    accounts = telling(evidence)
    several = {slot for slot in ONE_HOLDER.values() if not all(single(a.claim, slot) for a in accounts)}
    for account in accounts:
        if not is_compared(account.claim):
            continue
        for reading in readings(account, evidence):
            if reading.meaning is not None and one_holder(reading, several):
                found.setdefault(reading.slot, {}).setdefault(value_key(reading), []).append(reading)
    for slot in sorted(found):
        yield [loosened(same) for same in found[slot].values()]


def loosened(same: list[Reading]) -> list[Reading]:
    """The readings of a value, those of a report as loose as it gives the number once: "Six killed" of "at least six".

    Headlines leave out how a number is meant.
    """
    loose: dict[str, CountBound] = {}
    for each in same:
        if isinstance(each.meaning, Amount) and each.meaning.bound in ("at_least", "about"):
            loose.setdefault(each.account.report.id, each.meaning.bound)
    return [
        replace(each, meaning=replace(each.meaning, bound=loose[each.account.report.id]))
        if isinstance(each.meaning, Amount) and each.meaning.bound == "exact" and each.account.report.id in loose
        else each
        for each in same
    ]


def value_key(reading: Reading) -> str:
    """What makes two values one: for numbers the number and its noun, however it is bounded."""
    if isinstance(reading.meaning, Amount):
        return f"{reading.meaning.value} {reading.meaning.noun or ''}"
    return reading.normal


def one_holder(reading: Reading, several: Set[str]) -> bool:
    """Whether a participant stands in a role that one person holds, and `several` do in no account; true of others."""
    if not isinstance(reading.meaning, Whom):
        return True
    kind = reading.account.claim.type
    return kind is not None and ONE_HOLDER.get(kind) == reading.slot and reading.slot not in several


def single(claim: Claim, slot: str) -> bool:
    """Whether a claim names no more than one in the role."""
    return sum(role.role == slot for role in claim.roles) <= 1 and (claim.count is None or claim.count.value == 1)


def comparable(a: Reading, b: Reading, texts: Copied, evidence: Evidence) -> bool:
    """Whether two readings are of different texts and of one scene, and told by different sources within one report.

    A sentence that was taken over with another number in it tells the scene of the sentence that it was taken from.
    """
    one, two = a.account, b.account
    if one.claim.report_id == two.claim.report_id:
        if not set_against(one, two, evidence):
            return False
    elif texts.one(one, two):
        if texts.versions(one, two) or not changed(a, b):
            return False
        if isinstance(a.meaning, Amount):
            return days_meet(one.claim, two.claim)
    if isinstance(a.meaning, Whom):
        return days_meet(one.claim, two.claim)
    if isinstance(a.meaning, Place):
        return same_parties(one, two, evidence) and days_meet(one.claim, two.claim) and apart_in_text(a, b)
    return one_scene(one, two, days=a.slot != "when")


def changed(a: Reading, b: Reading) -> bool:
    """Whether who took a sentence over put another value in it: neither sentence holds the other's.

    So it is for numbers and for whom it is told of; a day or a place may be worded anew.
    """
    one, two = (x.account.claim.sentence.of(x.account.report.text) for x in (a, b))
    if isinstance(a.meaning, Amount) and isinstance(b.meaning, Amount):
        if a.slot not in FATES:
            return not gives(b.account, a) and not gives(a.account, b)
        return a.meaning.value not in numbers_in(two) and b.meaning.value not in numbers_in(one)
    if isinstance(a.meaning, Whom) and isinstance(b.meaning, Whom):
        return a.text not in two and b.text not in one
    return False


def gives(account: Account, other: Reading) -> bool:
    """Whether an account gives the number of another reading for the same things."""
    return any(own.slot == other.slot and own.normal == other.normal for own in how_many(account))


def set_against(a: Account, b: Account, evidence: Evidence) -> bool:
    """Whether a report itself sets two accounts against each other: two sources, or a toll beside another.

    What it tells in its own voice in two places is rather told of two things.
    """
    if any(holds(x.claim.sentence.of(x.report.text), RAISED) for x in (a, b)):
        return False
    if contrasted(a, b):
        return True
    if speaker(a, evidence).key == speaker(b, evidence).key and not (gives_anothers(a) or gives_anothers(b)):
        return False
    both = bool(a.claim.attribution and b.claim.attribution)
    return both or gives_toll(a) or gives_toll(b)


def gives_anothers(account: Account) -> bool:
    """Whether a sentence without a source of its own says that somebody gives a toll: it is not the publisher's."""
    sentence = account.claim.sentence.of(account.report.text)
    return not account.claim.attribution and holds(sentence, TOLL_OF_ANOTHER)


def contrasted(a: Account, b: Account) -> bool:
    """Whether one sentence sets a toll against another: "the bureau counted 40, while others put the toll at 45"."""
    if a.claim.sentence != b.claim.sentence or not gives_toll(a):
        return False
    first, last = sorted((a.claim.trigger, b.claim.trigger))
    return CONTRAST.search(a.report.text, first.end, last.start) is not None


def same_parties(a: Account, b: Account, evidence: Evidence) -> bool:
    """Whether two accounts name at least two who take part in both."""
    one, two = ({key_of(r.entity, evidence)[0] for r in x.claim.roles if r.entity is not None} for x in (a, b))
    return len(one & two) > 1


def apart_in_text(a: Reading, b: Reading) -> bool:
    """Whether neither report names the other's place anywhere: else one may have been read for the other."""
    return a.text not in b.account.report.text and b.text not in a.account.report.text


def is_compared(claim: Claim) -> bool:
    """Whether a claim was read surely enough for its values to contradict others."""
    return claim.confidence >= floors(claim).contradicts


def can_deny(claim: Claim) -> bool:
    """Whether a claim was read surely enough to say whether an act took place."""
    return claim.confidence >= floors(claim).denies


def polarity(evidence: Evidence, texts: Copied) -> tuple[Contradiction, ...]:
    """The contradiction between those who say that a dealing took place and those who say it did not."""
    against = [a for a in in_order(evidence.accounts) if a.part == "denial" and can_deny(a.claim)]
    hearing = Hearing(evidence)
    contrary = [a for a in against if is_contrary(a, hearing)]
    return tuple(first_pair(hearing.accounts, contrary, texts, evidence))


def first_pair(
    tellers: Sequence[Account], contrary: Sequence[Account], texts: Copied, evidence: Evidence
) -> Iterator[Contradiction]:
    """The first telling and the first contrary account of the same kind of act by another speaker."""
    for no in contrary:
        for yes in tellers:
            if not can_deny(yes.claim) or yes.claim.type != no.claim.type or texts.one(yes, no):
                continue
            if told_before(no, yes):
                continue
            if speaker(yes, evidence).key != speaker(no, evidence).key:
                a, b = in_order((yes, no))
                words_a, words_b = (x.claim.sentence.of(x.report.text) for x in (a, b))
                reason = (
                    f"According to {said(yes, evidence)} it happened, according to {said(no, evidence)} it did not."
                )
                yield Contradiction("polarity", a, b, words_a, words_b, reason)
                return


def told_before(no: Account, yes: Account) -> bool:
    """Whether a report said that an act had not been before the day that another gives for it: then it came to be.

    So too where it "has not" been so far, and the other report gives no day and is a later one or of no known day.
    """
    given, printed = days_given(yes.claim), (no.report.published or "")[:10]
    if given is not None and given[0] is not None:
        return printed != "" and printed < given[0]
    return (yes.report.published or "9999") > printed and SO_FAR.search(
        no.claim.sentence.of(no.report.text)
    ) is not None


def said(account: Account, evidence: Evidence) -> str:
    """Who says it and where."""
    who, where = speaker(account, evidence).label, account.report.publisher or account.report.ref
    return who if who == where else f"{inside(who)} ({where})"


def inside(phrase: str) -> str:
    """A phrase as it stands inside a sentence: an opening article or number in lower case."""
    first, space, rest = phrase.partition(" ")
    return f"{first.lower()} {rest}" if space and first.lower() in words("opening.tsv") else phrase
