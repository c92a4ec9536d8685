"""What the evidence on one event or tie adds to a network.

In: an `Evidence`. Out: `Told`: its origins that stand, the days that its accounts give, who denies it; and for a tie
its two ends. Nothing is added by what is planned, possible or withdrawn.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.assess.accounts import in_order, telling
from reportedly.assess.denials import denials, deniers
from reportedly.assess.origins import Root, origins
from reportedly.assess.slots import days_given
from reportedly.assess.speakers import speaker
from reportedly.assess.trends import Pair
from reportedly.days import bounds
from reportedly.linked import Account, Evidence


@dataclass(frozen=True, slots=True)
class Told:
    """What one event or tie adds to a bond; `times` are EDTF. Without `roots` the accounts are those of its denials."""

    id: str
    roots: tuple[Root, ...]
    times: tuple[str, ...]
    accounts: tuple[Account, ...]
    deniers: tuple[str, ...]


def standing(evidence: Evidence) -> tuple[Root, ...]:
    """The origins that stand."""
    return tuple(root for root in origins(evidence).roots if root.kind != "withdrawn")


def deniers_of(evidence: Evidence) -> tuple[str, ...]:
    """Who denies it, each once, in the order of their denials; marked where only having done it is denied."""
    return deniers(denials(evidence))


def against(evidence: Evidence) -> tuple[str, ...]:
    """Who says of what nobody tells that it is not so: who denies it, else the speakers of the negated accounts."""
    speakers = (speaker(each, evidence).label for each in negated(evidence))
    return deniers_of(evidence) or tuple(dict.fromkeys(speakers))


def negated(evidence: Evidence) -> tuple[Account, ...]:
    """The accounts that say that it is not so, in the order of publication."""
    return in_order(each for each in evidence.accounts if each.part == "denial")


def event_told(evidence: Evidence) -> Told | None:
    """What is said of an event; None where nobody that stands says that it happened."""
    accounts = telling(evidence)
    roots = standing(evidence) if accounts else ()
    if not roots:
        return None
    exact = min(times_given(accounts), key=exactness, default=None)
    return Told(evidence.id, roots, (exact,) if exact else (), accounts, deniers_of(evidence))


def tie_told(evidence: Evidence) -> Told | None:
    """What is said of a tie, or who says that it is not so where nobody that stands says it; None for neither."""
    accounts = telling(evidence)
    roots = standing(evidence) if accounts else ()
    if roots:
        return Told(evidence.id, roots, tuple(times_given(accounts)), accounts, deniers_of(evidence))
    speakers = against(evidence)
    return Told(evidence.id, (), (), negated(evidence), speakers) if speakers else None


def ends_of(evidence: Evidence) -> Pair | None:
    """Ids of subject and object of a tie, by the first account that names both; None where none does."""
    for account in (*telling(evidence), *evidence.accounts):
        sides = {role.role: evidence.entity_of(role.entity) for role in reversed(account.claim.roles)}
        subject, object_ = sides.get("subject"), sides.get("object")
        if subject is not None and object_ is not None and subject.id != object_.id:
            return subject.id, object_.id
    return None


def times_given(accounts: Iterable[Account]) -> Iterator[str]:
    """The dates (EDTF) that accounts give in their texts."""
    for each in accounts:
        time = each.claim.time
        if time is not None and time.edtf is not None and days_given(each.claim) is not None:
            yield time.edtf


def exactness(edtf: str) -> tuple[bool, int, str]:
    """What orders dates by how exactly they are given; open ones come last."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return True, 0, edtf
    return False, (date.fromisoformat(last) - date.fromisoformat(first)).days, edtf


def within(times: Iterable[str]) -> str | None:
    """What dates (EDTF) lie within, its ends as exact as they are given, open where one of them is; None for no dates.

    >>> within(["2025-07-20", "2024"]), within(["2019/..", "2020-05"])
    ('2024/2025-07-20', '2019/..')
    """
    parts = [(each.partition("/")[0], each.rpartition("/")[2], *bounds(each)) for each in times]
    if not parts:
        return None
    start = min((first or "", part if first else "..") for part, _, first, _ in parts)[1]
    end = max((last or "9999", part if last else "..") for _, part, _, last in parts)[1]
    return start if start == end else f"{start}/{end}"
