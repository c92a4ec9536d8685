"""What the accounts of an event or tie amount to, in one value.

In: an `Evidence` with the origins of its accounts and of its denials. Out: an `Assessment`: how many know, who knows
best, where accounts differ, who denies, what came later, and what could not be told. Not one of these says that a claim
is true.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.assess.accounts import Table, later_accounts, side_by_side, telling
from reportedly.assess.contradictions import Agreement, Contradiction, agreements, contradictions, is_compared
from reportedly.assess.denials import Denial, denials
from reportedly.assess.grades import Footing, Grade, best_footing, grade
from reportedly.assess.labels import label
from reportedly.assess.origins import Origins
from reportedly.linked import Account, Evidence

WHAT_IS_ASKED = {"when": "a day", "where": "a place"}
"""Slots that every event has, and what it is called when no account gives it."""


@dataclass(frozen=True)
class Assessment:
    """All that is told of an event or tie and how it stands.

    `later` are the accounts published after the first day. `unclear` holds, a sentence each, what could not be told;
    what is not told is not zero. `grade` is None unless it is asked for.
    """

    id: str
    label: str
    origins: Origins
    denied_by: Origins
    footing: Footing | None
    table: Table
    contradictions: tuple[Contradiction, ...]
    agreements: tuple[Agreement, ...]
    denials: tuple[Denial, ...]
    later: tuple[Account, ...]
    reports: int
    unclear: tuple[str, ...]
    grade: Grade | None = None


def assessment(evidence: Evidence, origins: Origins, denial_origins: Origins, graded: bool = False) -> Assessment:
    """The assessment of an event or tie from its evidence, the origins of its accounts and those of its denials.

    With `graded` it holds an Admiralty grade.
    """
    accounts = telling(evidence)
    against, denied = contradictions(evidence), denials(evidence)
    return Assessment(
        id=evidence.id,
        label=label(evidence, origins.count),
        origins=origins,
        denied_by=denial_origins,
        footing=best_footing(evidence, origins),
        table=side_by_side(evidence),
        contradictions=against,
        agreements=agreements(evidence),
        denials=denied,
        later=later_accounts(evidence),
        reports=len({a.claim.report_id for a in accounts}),
        unclear=(*origins.unclear, *not_told(evidence), *evidence.limits),
        grade=grade(origins, len(against), len(denied), evidence) if graded else None,
    )


def not_told(evidence: Evidence) -> Iterator[str]:
    """What no account gives or nothing shows, a sentence each; nothing where there is no account."""
    accounts = telling(evidence)
    if not accounts:
        return
    table = side_by_side(evidence)
    if evidence.kind == "event":
        for slot, words in WHAT_IS_ASKED.items():
            if not table.slot(slot).values:
                yield f"No account gives {words}."
    if not any(link.basis for a in accounts for link in a.claim.attribution):
        yield "No account says how its source knows."
    doubted = sum(not is_compared(a.claim) for a in accounts)
    if doubted:
        read = "1 account was" if doubted == 1 else f"{doubted} accounts were"
        yield f"{read} read with too little confidence to be compared with the others."
