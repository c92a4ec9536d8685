"""What the evidence on one event or tie adds to a network.

In: an `Evidence`. Out: `Told`: its origins that stand, the days that its accounts give, who denies it; and for a tie
its two ends. Nothing is added by what is planned, possible or withdrawn.
"""

from dataclasses import dataclass

from reportedly.assess.accounts import in_order, telling
from reportedly.assess.denials import denials, deniers
from reportedly.assess.labels import when_told
from reportedly.assess.origins import Root, origins
from reportedly.assess.speakers import speaker
from reportedly.assess.trends import Pair
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
    return Told(evidence.id, roots, times_of(evidence), accounts, deniers_of(evidence))


def times_of(evidence: Evidence) -> tuple[str, ...]:
    """The date (EDTF) that the tables show; none where no account gives one."""
    told = when_told(evidence)
    return (told,) if told else ()


def tie_told(evidence: Evidence) -> Told | None:
    """What is said of a tie, or who says that it is not so where nobody that stands says it; None for neither."""
    accounts = telling(evidence)
    roots = standing(evidence) if accounts else ()
    if roots:
        return Told(evidence.id, roots, times_of(evidence), accounts, deniers_of(evidence))
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
