"""The graph of origins with one node for each report, to be looked at.

In: `Origins` and the report of each claim. Out: `Origins` with the same roots, count and discounts, in which all
accounts of a report are one node, and equal steps are one step.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reportedly.assess.origins_graph import Origins, Step, StepKind

ID = 8
"""Digits of a claim's id that are shown."""


def folded(found: Origins, report_of: Mapping[str, str]) -> Origins:
    """The graph with the accounts of each report as one node, named by the first of its claims.

    `report_of` gives the report's id for a claim's; a claim that it does not have stays a node by itself.
    """
    first: dict[str, str] = {}
    for claim in found.reaches:
        first.setdefault(report_of.get(claim, claim), claim)
    node = {claim: first[report_of.get(claim, claim)] for claim in found.reaches}
    return replace(
        found,
        steps=tuple(merged_steps(found, node)),
        reaches=MappingProxyType(merged_ends(found, node)),
        labels=MappingProxyType({**found.labels, **names(found, node)}),
    )


def merged_steps(found: Origins, node: Mapping[str, str]) -> list[Step]:
    """The steps between nodes, those of one kind from and to the same as one; steps inside a node are left out."""
    reasons: dict[tuple[str, str, StepKind], dict[str, None]] = {}
    for step in found.steps:
        start, end = node.get(step.start, step.start), node.get(step.end, step.end)
        if start != end:
            reasons.setdefault((start, end, step.kind), {})[step.reason] = None
    return [Step(start, end, kind, shortened(kind, [*some])) for (start, end, kind), some in reasons.items()]


def shortened(kind: StepKind, reasons: list[str]) -> str:
    """Reasons as one; of copied passages the first one, and how many more there are."""
    more = len(reasons) - 1
    if kind == "copied" and more:
        return f"{reasons[0]} and {more} more"
    return "; ".join(reasons)


def merged_ends(found: Origins, node: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The roots that each node leads to."""
    ends: dict[str, dict[str, None]] = {}
    for claim, roots in found.reaches.items():
        ends.setdefault(node[claim], {}).update(dict.fromkeys(roots))
    return {key: tuple(roots) for key, roots in ends.items()}


def names(found: Origins, node: Mapping[str, str]) -> dict[str, str]:
    """What to call each node: as its first claim, without the words where a copied passage shows them, with its id."""
    copied = {step.start for step in found.steps if step.kind == "copied"}
    given = {key: found.label_of(key) for key in node.values()}
    return {key: f"{name.partition(': “')[0] if key in copied else name} [{key[:ID]}]" for key, name in given.items()}
