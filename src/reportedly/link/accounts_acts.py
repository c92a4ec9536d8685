"""Families of acts: what tellers call by different words though they tell of one act.

In: a claim. Out: its families, from `accounts_families.tsv`, and the act in words for reasons.
"""

from functools import cache
from typing import NamedTuple

from reportedly.link.lexicon import rows
from reportedly.model import Claim


class Act(NamedTuple):
    """The families of a type and mode, and the act in words with its article."""

    families: tuple[str, ...]
    shown: str


@cache
def acts() -> dict[tuple[str, str], Act]:
    """Families by type and mode; the mode `*` holds for modes not listed."""
    return {(row[0], row[1]): Act(tuple(row[2].split("|")), row[3]) for row in rows("accounts_families.tsv")}


@cache
def traits() -> dict[str, frozenset[str]]:
    """What holds for whole families: from `accounts_traits.tsv`."""
    return {row[0]: frozenset(row[1].split("|")) for row in rows("accounts_traits.tsv")}


def act_of(claim: Claim) -> Act:
    """The families and the words for an event claim's type and mode."""
    kind = claim.type or ""
    return acts().get((kind, claim.mode or "*")) or acts()[kind, "*"]


def families_of(claim: Claim) -> tuple[str, ...]:
    """The families of an event; for a tie its kind."""
    return (str(claim.tie),) if claim.kind == "tie" else act_of(claim).families


def traits_of(families: tuple[str, ...]) -> frozenset[str]:
    """What holds for the likeliest of the families."""
    return traits().get(families[0], frozenset())


def listed_families() -> frozenset[str]:
    """All families that acts may have."""
    return frozenset(family for act in acts().values() for family in act.families)
