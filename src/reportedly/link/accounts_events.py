"""Whether two claims, in one report or in two, speak of one event, whatever they say of it.

In: two claims told, and what says whether two names are one. Out: a `Match` with its reason.
"""

import re

from reportedly.link.accounts_card import (
    FRESH,
    NEEDED,
    NEEDED_INSIDE,
    SCENE,
    Signs,
    days_between,
    gap,
    signs_of,
)
from reportedly.link.accounts_names import SameName
from reportedly.link.accounts_parties import DEFINITE, Party, head_of
from reportedly.link.accounts_places import relation
from reportedly.link.accounts_reasons import event_reason
from reportedly.link.accounts_rivals import name_rivals
from reportedly.link.accounts_told import Told
from reportedly.link.accounts_words import stem
from reportedly.link.events import Match
from reportedly.link.names_reasons import and_list
from reportedly.model import Claim

SAYING = "saying"
"""The family of acts of speaking: that somebody "did not comment" denies nothing that he said."""

GRACE = 1
"""Days by which publication may seem to lie before the act, for clocks in different places."""

LIKE = 0.5
"""How specific what two accounts share must be inside one report: a noun that not every act has."""

HARMS = frozenset({"killing", "injury", "massacre"})
"""Modes of acts that tell whom it befell."""

CONTRAST = re.compile(r"\b(?:while|whereas|but|though|although|however)\b|;")
"""What sets one account of a sentence against another."""

AIMING = frozenset({stem("targeted"), stem("aimed")})
"""Acts of aiming: that a thing was not aimed at denies no damage."""

DESTRUCTION = "destruction"

ANY = re.compile(r"\b(?:any|no)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
EVER = re.compile(r"\bever\b", re.IGNORECASE)
"""How a denial speaks of all acts of a kind: "that any raid has ever been carried out"."""

DENIED = Match(1.0, True, "The words of the one point to what the other tells, and deny it.")
SET_AGAINST = Match(0.75, True, "One sentence sets the one against the other.")
RIVALS = Match(0.75, True, "Two sources, one after the other, give two doers of one kind of deed to one person.")
AT_ONCE = Match(0.75, True, "The one denies in the same word what the report told of the same just before.")
NO_SUCH = Match(0.75, True, "The one denies any such act as the report told before.")
NONE_EVER = Match(0.75, True, "The one denies that there ever was any such act, of which the report tells.")
OTHER_ANSWER = Match(0.0, False, "What the one denies stands elsewhere in its report.")
OTHER_FAMILY = Match(0.0, False, "The two tell of different kinds of acts.")
DAYS_APART = Match(0.0, False, "The days that the two give lie too far apart.")
TOO_EARLY = Match(0.0, False, "One was published before the day that the other gives.")
COUNTED_APART = Match(0.0, False, "The report counts the two as different ones.")
OTHER_ACT = Match(0.0, False, "What the one denies is another act than the other tells of.")
OTHER_PERSON = Match(0.0, False, "One denies the part of a person whom the other does not name.")
NOT_ENOUGH = "Too little of what the two share is their own."
UNSURE = Match(0.0, False, "One of the two readings is too unsure to join reports by itself.")


def same_event(a: Told, b: Told, same: SameName) -> Match:
    """Whether two event claims speak of one event; the score is 0.5 where just enough speaks for it."""
    if answers(a, b) or answers(b, a):
        return DENIED
    barred = bar(a, b)
    if barred is not None:
        return barred
    if name_rivals(a, b):
        return RIVALS
    is_denied = denied(a, b)
    by_words = as_worded(a, b) if is_denied else None
    if by_words is not None:
        return by_words
    signs = signs_of(a, b, same)
    if not set(a.families) & set(b.families):
        return denied_contact(signs)
    inside = a.report_id == b.report_id
    score = max(0.0, min(1.0, signs.total / (2 * (NEEDED_INSIDE if inside else NEEDED))))
    if is_denied and (denies_a_stranger(a, b, signs) or denies_a_stranger(b, a, signs)):
        return OTHER_PERSON
    if is_denied and denies_another(a, b, signs):
        return OTHER_ACT
    enough = inside_enough(a, b, signs) if inside else specific_enough(a, b, signs)
    if score >= 0.5 and enough:
        return Match(round(score, 4), True, event_reason(a, b, signs))
    return Match(round(min(score, 0.49), 4), False, NOT_ENOUGH)


def answers(denial: Told, other: Told) -> bool:
    """Whether the words of a claim point to the other one of their report, and deny it."""
    return denial.report_id == other.report_id and denial.claim.answers == other.claim.trigger


def as_worded(a: Told, b: Told) -> Match | None:
    """How two claims stand of which one denies, by the way it is worded alone; None where that leaves it open."""
    ways = (
        (misses, OTHER_ACT),
        (set_against, SET_AGAINST),
        (denies_at_once, AT_ONCE),
        (no_such, NO_SUCH),
        (denies_any, NONE_EVER),
    )
    return next((match for is_so, match in ways if is_so(a, b) or is_so(b, a)), None)


def set_against(a: Told, b: Told) -> bool:
    """Whether one sentence has one source tell an act of a kind, and another one deny it: "while a witness said"."""
    one, two = a.claim, b.claim
    if a.report_id != b.report_id or one.sentence != two.sentence or not denied(a, b):
        return False
    if one.factuality.polarity == two.factuality.polarity or not one.attribution or not two.attribution:
        return False
    if one.attribution[-1] == two.attribution[-1] or tells_harm(one) != tells_harm(two):
        return False
    first, last = sorted((one.trigger, two.trigger))
    if CONTRAST.search(a.text, first.end, last.start) is None:
        return False
    return of_the_same(a, b) if is_negative(a) else of_the_same(b, a)


def misses(denial: Told, other: Told) -> bool:
    """Whether the first only denies that something was aimed at, and the other tells of damage."""
    return is_negative(denial) and denial.word in AIMING and other.claim.mode == DESTRUCTION


def denies_at_once(denial: Told, other: Told) -> bool:
    """Whether the first denies in the same word, of the same ones, what another source told up to SCENE before.

    Who says only that it did not do it denies nothing where the other source names no doer.
    """
    one, two = denial.claim, other.claim
    if denial.report_id != other.report_id or denial.word != other.word or one.type != two.type:
        return False
    if not is_negative(denial) or is_negative(other):
        return False
    if not 0 < one.trigger.start - two.trigger.end <= SCENE or one.attribution[-1:] == two.attribution[-1:]:
        return False
    if denial.days is not None and other.days is not None and gap(denial.days, other.days) > 0:
        return False
    hurt, others = denial.on_sides["undergoer"], other.on_sides["undergoer"]
    if not hurt or not all(is_known(each) and any(fits(each, party) for party in others) for each in hurt):
        return False
    doers, told = denial.on_sides["doer"], other.on_sides["doer"]
    return all(any(fits(each, party) for party in told) for each in doers)


def is_known(party: Party) -> bool:
    """Whether a participant is named or taken as known: "the journalist"."""
    return bool(party.names) or party.shown.lower().startswith(DEFINITE)


def of_the_same(denial: Told, other: Told) -> bool:
    """Whether a denial names nobody and no place but those of the other account: by one name, one noun, or "the mill"
    where the other one gives a name.
    """
    if (
        denial.spot is not None
        and other.spot is not None
        and relation(denial.spot, other.spot) not in ("same", "nested")
    ):
        return False
    return all(any(fits(each, party) for party in other.acting) for each in denial.acting)


def fits(one: Party, other: Party) -> bool:
    """Whether the first may mean the second one."""
    if one.tokens and other.tokens:
        return not one.tokens.isdisjoint(other.tokens)
    if one.head and one.head == other.head:
        return True
    return not one.names and bool(other.names) and one.shown.lower().startswith(DEFINITE)


def tells_harm(claim: Claim) -> bool:
    """Whether a claim tells of dead or hurt: that there were none does not deny the attack."""
    return claim.type == "DIE" or claim.mode in HARMS


def no_such(denial: Told, other: Told) -> bool:
    """Whether the first denies "such" an act, and the other one tells it before in the report, in the same word."""
    before = denial.report_id == other.report_id and other.claim.trigger.end <= denial.claim.trigger.start
    return (
        before
        and denial.no_such
        and denial.word == other.word
        and not is_negative(other)
        and of_the_same(denial, other)
    )


def denies_any(denial: Told, other: Told) -> bool:
    """Whether the first denies that "any" such act has "ever" been, and its report tells one in the same word."""
    if denial.report_id != other.report_id or denial.word != other.word or denial.claim.type != other.claim.type:
        return False
    claim, text = denial.claim, denial.text
    if not is_negative(denial) or is_negative(other) or claim.attribution == other.claim.attribution:
        return False
    before = text[max(claim.sentence.start, claim.trigger.start - 40) : claim.trigger.start]
    is_of_all = ANY.search(before) is not None and EVER.search(claim.sentence.of(text)) is not None
    return is_of_all and of_the_same(denial, other)


def denies_another(a: Told, b: Told, signs: Signs) -> bool:
    """Whether a denial is of another act of the kind: that nobody was hurt does not deny the crash.

    What is denied in words of harm must be told in the same word or with the same means; a thing said or agreed must be
    about the same, or have befallen the same.
    """
    if "placed" in a.traits:
        means = same_means(a, b) or same_means(b, a)
        return not means and not {"same word", "denied of all"} & signs.points.keys()
    if a.families[0] == b.families[0] == SAYING and "same word" not in signs.points:
        return True
    if "spoken" in a.traits:
        told = {"same matter", "denies all", "denied of all"} & signs.points.keys()
        return not told and not (signs.one_act and "same: undergoer" in signs.points)
    return False


def same_means(denial: Told, other: Told) -> bool:
    """Whether the first speaks of "the bomb", as what was used or planted, where the second tells of a bomb's use."""
    known = {head_of(role.span.of(other.text)) for role in other.claim.roles if role.role == "instrument"}
    spoken = (role.span.of(denial.text) for role in denial.claim.roles if role.role in ("instrument", "target"))
    return any(phrase.lower().startswith(DEFINITE) and head_of(phrase) in known for phrase in spoken)


def denies_a_stranger(denial: Told, other: Told, signs: Signs) -> bool:
    """Whether a denial is of one person's part in what others did: "she was not among them" does not deny the visit."""
    if not is_negative(denial) or not any(party.names for party in other.acting):
        return False
    met = [party for meeting in signs.met for party in meeting[1:]]
    return any(party.person and not any(party is each for each in met) for party in denial.acting)


def never_met(told: Told) -> bool:
    """Whether a claim denies that two persons ever met: it bears on all that is told of the two together."""
    return told.never and told.families[0] == "contact" and sum(party.person for party in told.parties) > 1


def denied_contact(signs: Signs) -> Match:
    """How a denial that two persons ever met stands to another kind of act: it denies it if both took part."""
    names = sorted({meeting.shown for meeting in signs.met if meeting.how == "same" and meeting.a.person})
    if len(names) < 2:
        return OTHER_FAMILY
    return Match(
        0.5, True, f"One denies that {and_list(names)} ever met, the other tells of an act of the two together."
    )


def bar(a: Told, b: Told) -> Match | None:
    """Why the two cannot be joined at all; None where they can."""
    if (a.claim.answers is None) != (b.claim.answers is None):
        return OTHER_ANSWER
    if not set(a.families) & set(b.families) and not (never_met(a) or never_met(b)):
        return OTHER_FAMILY
    if a.days is not None and b.days is not None and gap(a.days, b.days) > leeway(a, b):
        return DAYS_APART
    for dated, other in ((a, b), (b, a)):
        first, end = dated.days and dated.days.first, other.bound
        if first is not None and end is not None and first > end + GRACE:
            return TOO_EARLY
    if a.report_id == b.report_id and a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return COUNTED_APART
    if a.report_id != b.report_id and not (a.is_sure and b.is_sure):
        return UNSURE
    return None


def leeway(a: Told, b: Told) -> int:
    """Days by which the two may differ: none for two days in two sentences of one report, which knows of both."""
    told_twice = a.report_id == b.report_id and a.claim.sentence != b.claim.sentence
    return 0 if told_twice and a.precise and b.precise else 1


def specific_enough(a: Told, b: Told, signs: Signs) -> bool:
    """Whether what two reports share singles an event out: names on two sides, or a name with a day, place or words."""
    dated = "same day" in signs.points or "same days" in signs.points
    placed = signs.place in ("same", "nested")
    if signs.specific >= 2:
        return True
    if signs.specific >= 1:
        return dated or placed or bool({"shared word", "denies all"} & signs.points.keys())
    if "placed" not in a.traits:
        return signs.specific > 0 and signs.place == "same" and signs.one_act and denied(a, b)
    if "same number" in signs.points or "shared word" in signs.points:
        return "same day" in signs.points or (placed and near(a, b))
    return placed and (dated or (signs.specific > 0 and signs.one_act))


def denied(a: Told, b: Told) -> bool:
    """Whether one of the two denies the act: a denial names nobody whom it says not to have come."""
    return is_negative(a) or is_negative(b)


def is_negative(told: Told) -> bool:
    """Whether a claim denies what it tells of."""
    return told.claim.factuality.polarity == "negative"


def inside_enough(a: Told, b: Told, signs: Signs) -> bool:
    """Whether two accounts in one report may be joined: somebody in both, or one points back to the other."""
    if signs.apart and not signs.met:
        return False
    if "other act" in signs.points:
        return len(signs.met) > 1 or any(sign.endswith(": undergoer") for sign in signs.points)
    if signs.specific >= LIKE or a.points_back or b.points_back:
        return True
    if not {"one sentence", "one scene"}.isdisjoint(signs.points):
        return True
    return signs.place in ("same", "nested") and signs.one_act and "other number" not in signs.points


def near(a: Told, b: Told) -> bool:
    """Whether an undated account was published within days of the other, or of the act."""
    distance = days_between(a, b)
    return distance is not None and distance <= FRESH
