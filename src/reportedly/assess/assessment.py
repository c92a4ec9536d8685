"""What the accounts of an event or tie amount to, in one value.

In: an `Evidence` with the origins of its accounts and of its denials. Out: an `Assessment`: how many know, who knows
best, where accounts differ, who denies, what came later, and what could not be told. Not one of these says that a claim
is true.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.assess.accounts import Table, is_later, side_by_side, telling
from reportedly.assess.contradictions import FLOOR, Agreement, Contradiction, agreements, contradictions
from reportedly.assess.denials import Denial, denials
from reportedly.assess.labels import label
from reportedly.assess.origins import Origins
from reportedly.assess.speakers import speaker
from reportedly.linked import Account, Evidence
from reportedly.model import Basis, SourceKind

BASES: tuple[Basis | None, ...] = ("witnessed", "told", None, "deduced", "induced", "cannot_be_judged")
"""How a source knows, best first: one who saw it, one who was told, not said, and those who conclude it."""

KINDS: tuple[SourceKind | None, ...] = (
    "named_person", "document", "named_organisation", None, "unnamed_official", "analyst", "unnamed_person", "outlet"
)  # fmt: skip
"""Who says it, best first: one who can be asked, what can be read; None is the report's own voice.

Last comes an outlet that repeats another one's word."""

WHAT_IS_ASKED = {"when": "a day", "where": "a place"}
"""Slots that every event has, and what it is called when no account gives it."""


@dataclass(frozen=True, slots=True)
class Footing:
    """On what an account rests: the kind of its innermost source, how that one knows, and who it is.

    `kind` is None for a report's own voice, `basis` where the text does not say how the source knows.
    """

    kind: SourceKind | None
    basis: Basis | None
    speaker: str
    account: Account


@dataclass(frozen=True)
class Assessment:
    """All that is told of an event or tie and how it stands.

    `later` are the accounts published after the first day. `unclear` holds, a sentence each, what could not be told;
    what is not told is not zero.
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


def assessment(evidence: Evidence, origins: Origins, denial_origins: Origins) -> Assessment:
    """The assessment of an event or tie from its evidence, the origins of its accounts and those of its denials."""
    accounts = telling(evidence)
    return Assessment(
        id=evidence.id,
        label=label(evidence, origins.count),
        origins=origins,
        denied_by=denial_origins,
        footing=best_footing(evidence),
        table=side_by_side(evidence),
        contradictions=contradictions(evidence),
        agreements=agreements(evidence),
        denials=denials(evidence),
        later=tuple(a for a in accounts if is_later(a, evidence)),
        reports=len({a.report.id for a in accounts}),
        unclear=(*origins.unclear, *not_told(evidence)),
    )


def best_footing(evidence: Evidence) -> Footing | None:
    """The best footing of any account, the first published among equals; None where nobody tells it.

    How a source knows counts before who it is.
    """
    footings = [footing(account, evidence) for account in telling(evidence)]
    return min(footings, key=lambda f: (BASES.index(f.basis), KINDS.index(f.kind)), default=None)


def footing(account: Account, evidence: Evidence) -> Footing:
    """On what one account rests."""
    link = account.claim.attribution[-1] if account.claim.attribution else None
    who = speaker(account, evidence).label
    return Footing(None if link is None else link.kind, None if link is None else link.basis, who, account)


def not_told(evidence: Evidence) -> Iterator[str]:
    """What no account gives or nothing shows, a sentence each."""
    accounts = telling(evidence)
    if not accounts:
        yield "No report that stands gives an account."
        return
    table = side_by_side(evidence)
    if evidence.kind == "event":
        for slot, words in WHAT_IS_ASKED.items():
            if not table.slot(slot).values:
                yield f"No account gives {words}."
    if all(footing(a, evidence).basis is None for a in accounts):
        yield "No account says how its source knows."
    doubted = sum(a.claim.confidence < FLOOR for a in accounts)
    if doubted:
        read = "1 account was" if doubted == 1 else f"{doubted} accounts were"
        yield f"{read} read with too little confidence to be compared with the others."
