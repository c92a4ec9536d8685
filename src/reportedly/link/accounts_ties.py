"""Whether two claims speak of one tie: the same kind of tie between the same two.

In: two tie claims told. Out: a `Match` with its reason. A denied link denies every tie of the pair.
"""

from reportedly.link.accounts_card import Meeting, meet
from reportedly.link.accounts_names import SameName
from reportedly.link.accounts_parties import Party
from reportedly.link.accounts_told import Told
from reportedly.link.events import Match

EITHER_WAY = frozenset({"ally", "family", "alias"})
"""Ties whose ends may change places."""

LINK = "ally"
"""The tie that a bare "link" is read as: "no link with" denies all others."""

POINTS = {"same": 0.5, "alike": 0.3}

OTHER_TIE = Match(0.0, False, "The two tell of different ties.")
OTHER_ENDS = Match(0.0, False, "The ties are not between the same two.")
UNSURE = Match(0.0, False, "One of the two readings is too unsure to join reports by itself.")


def same_tie(a: Told, b: Told, same: SameName) -> Match:
    """Whether two tie claims speak of one tie; both ends must be named, and one of them alike in full."""
    if a.claim.tie != b.claim.tie and not denies_all(a, b):
        return OTHER_TIE
    if a.report_id != b.report_id and not (a.is_sure and b.is_sure):
        return UNSURE
    ways = [(ends(a), ends(b))]
    if a.claim.tie in EITHER_WAY or a.claim.tie != b.claim.tie:
        ways.append((ends(a), ends(b)[::-1]))
    found = [ends_met(one, two, same) for one, two in ways]
    best = max(found, key=score)
    if score(best) < 0.8:
        return OTHER_ENDS
    return Match(round(score(best), 4), True, reason(a, b, best))


def denies_all(a: Told, b: Told) -> bool:
    """Whether one of the two denies any link at all."""
    return any(told.claim.tie == LINK and told.claim.factuality.polarity == "negative" for told in (a, b))


def ends(told: Told) -> tuple[Party | None, Party | None]:
    """The subject and the object of a tie."""
    by_side = {party.side: party for party in told.parties if party.names}
    return by_side.get("doer"), by_side.get("undergoer")


def ends_met(
    one: tuple[Party | None, Party | None], two: tuple[Party | None, Party | None], same: SameName
) -> list[Meeting]:
    """How the ends of two ties stand to each other; empty where one of them is not named."""
    found = []
    for x, y in zip(one, two, strict=True):
        if x is None or y is None:
            return []
        how = meet(x, y, same)
        found.append(Meeting("open" if how == "alike" and not shortens(x, y) else how, x, y))
    return found


def shortens(one: Party, other: Party) -> bool:
    """Whether one is called by a part of the other's name: a tie is of the two alone, not of all that share a word."""
    return one.tokens <= other.tokens or other.tokens <= one.tokens


def score(met: list[Meeting]) -> float:
    """How surely both ends are one, 0 to 1."""
    return sum(POINTS.get(meeting.how, 0.0) for meeting in met)


def reason(a: Told, b: Told, met: list[Meeting]) -> str:
    """The tie and its ends in words."""
    names = sorted(meeting.shown for meeting in met)
    if a.claim.tie != b.claim.tie:
        kind = a.claim.tie if b.claim.tie == LINK else b.claim.tie
        return f"One denies any link between {names[0]} and {names[1]}, the other tells of a tie of theirs ({kind})."
    return f"Both tell of a tie ({a.claim.tie}) between {names[0]} and {names[1]}."
