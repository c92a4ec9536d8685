"""How far a draft can be trusted to be a claim of its type, where the encoder has read along.

In: an annotated report with scores, a draft. Out: 0 to 1. A sum of a few signs on the scale of log odds, with round
weights: what three heads of the encoder make of the trigger, what kind of act it is, whether it is only an aim ("to
plot attacks"), and who is named. On the development gold a claim of confidence 0.8 is typed right about eight times in
ten; `python -m evaluation.calibration` prints it.
"""

from math import exp, log

from reportedly.encoder.decode import Scored, log_softmax
from reportedly.encoder.labels import words_in
from reportedly.extract.draft import Draft
from reportedly.model import Annotated

EVENT_HEADS = ("event", "predicate_uw", "event_ecb")
"""The heads that tell words for events, each by another corpus."""

EVENT, TIE, HARM, VAGUE, AIM, BARE, NAMED, ROLE, PLACED = 0.25, 0.5, 1.0, -0.5, -1.0, -1.0, 0.5, 0.25, 0.5
"""Weights: a head's log odds on average; a tie; harm; acts of many senses; an aim; nobody in particular; a name; each
participant; a place."""

HARMFUL = frozenset(["ASSAULT", "COERCE", "DIE", "PROTEST"])
WIDE = frozenset(["AGREE", "AID", "APPOINT", "COOPERATE", "SAY", "SUPPORT"])
"""Types whose words mean much else too."""

LEAST = 1e-3
"""The least chance that a head is taken to give, and the most short of certainty."""

MOST_ROLES = 3

SURE = 0.9
"""The chance from which on the encoder is sure of an event."""


def confidence(doc: Annotated, draft: Draft, is_negative: bool = False) -> float:
    """How far a draft can be trusted, 0 to 1; `is_negative` where it is said not to have been."""
    if doc.scored is None:
        return draft.confidence
    sum_ = TIE if draft.kind == "tie" else 0.0
    if draft.kind == "event" and doc.tokens[draft.head].lemma != "be":
        # "were at the base": no head takes that for an event
        sum_ += EVENT * eventness(doc.scored, draft, is_negative)
    sum_ += HARM * (draft.type in HARMFUL) + VAGUE * (draft.type in WIDE) + AIM * is_aim(doc, draft.head)
    sum_ += VAGUE * (draft.type == "SAY") + PLACED * (draft.place is not None) + BARE * draft.is_bare
    sum_ += NAMED * any(role.entity is not None for role in draft.roles) + ROLE * min(len(draft.roles), MOST_ROLES)
    return round(1 / (1 + exp(-sum_)), 2)


def is_surely_event(doc: Annotated, draft: Draft) -> bool:
    """Whether the encoder reads along and is sure that the trigger is a word for an event."""
    if doc.scored is None:
        return False
    inside = words_in(doc.scored.report.words, draft.trigger.start, draft.trigger.end)
    return inside is not None and odds_of(doc.scored, "event", *inside) >= log(SURE / (1 - SURE))


def is_aim(doc: Annotated, head: int) -> bool:
    """Whether a verb stands with "to": what somebody is to do, is asked to do, or does something for."""
    return any(doc.tokens[c].dep == "aux" and doc.tokens[c].lower == "to" for c in doc.children[head])


def eventness(scored: Scored, draft: Draft, is_negative: bool) -> float:
    """The log odds, averaged over the heads, that the trigger is a word for an event.

    Some of the corpora mark no event that is said not to have been; of negative drafts the greatest odds count.
    """
    inside = words_in(scored.report.words, draft.trigger.start, draft.trigger.end)
    if inside is None:
        return 0.0
    odds = [odds_of(scored, head, *inside) for head in EVENT_HEADS]
    return max(odds) if is_negative else sum(odds) / len(odds)


def odds_of(scored: Scored, head: str, first: int, last: int) -> float:
    """The log odds that some word of these is an event to a head."""
    none = float(log_softmax(scored.of(head)[first:last])[:, 0].min())
    chance = min(max(1 - exp(none), LEAST), 1 - LEAST)
    return log(chance / (1 - chance))
