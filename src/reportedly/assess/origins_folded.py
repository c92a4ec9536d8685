"""The graph of origins with one node for each report, to be looked at.

In: `Origins` and the report of each claim. Out: `Origins` with the same roots, count and discounts, in which all
accounts of a report are one node, and equal steps are one step. The words that stand with a step are those of the
sentence that it starts from.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reportedly.assess.origins_graph import Origins, Step, StepKind

ID = 8
"""Digits of a claim's id that are shown."""


TAKEN: tuple[StepKind, ...] = ("copied", "version")
"""Kinds of steps whose reasons show what was taken, so that the sentence need not stand beside them."""


def folded(found: Origins, report_of: Mapping[str, str]) -> Origins:
    """The graph with the accounts of each report as one node, named by the sentence that leads out of the report.

    Where several sentences do, each stands with its step. `report_of` gives the report's id for a claim's; a claim
    that it does not have stays a node by itself.
    """
    node = nodes(found, report_of)
    outward = [step for step in found.steps if node.get(step.start, step.start) != node.get(step.end, step.end)]
    told = sentences(found, node, outward)
    return replace(
        found,
        steps=tuple(merged_steps(found, node, outward, told)),
        reaches=MappingProxyType(merged_ends(found, node)),
        labels=MappingProxyType({**found.labels, **names(found, node, outward, told)}),
    )


def nodes(found: Origins, report_of: Mapping[str, str]) -> dict[str, str]:
    """For each claim the one that stands for its report: the first that leads out of it, else the first."""
    steps = [(step.start, report_of.get(step.start, step.start), report_of.get(step.end)) for step in found.steps]
    first: dict[str, str] = {}
    for start, report, end in steps:
        if report != end:
            first.setdefault(report, start)
    return {claim: first.setdefault(report_of.get(claim, claim), claim) for claim in found.reaches}


def sentences(found: Origins, node: Mapping[str, str], outward: list[Step]) -> dict[str, set[str]]:
    """For each node the sentences that lead out of it and stand in no reason yet."""
    told: dict[str, set[str]] = {}
    for step in outward:
        if step.kind not in TAKEN:
            told.setdefault(node.get(step.start, step.start), set()).add(parted(found, step.start)[1])
    return told


def parted(found: Origins, claim: str) -> tuple[str, str]:
    """The outlet and day of an account, and its first words in quotation marks."""
    name, mark, words = found.label_of(claim).partition(": “")
    return name, f"“{words}" if mark else ""


def merged_steps(
    found: Origins, node: Mapping[str, str], outward: list[Step], told: Mapping[str, set[str]]
) -> list[Step]:
    """The steps between nodes, those of one kind from and to the same as one."""
    taking = takers(node, outward)
    reasons: dict[tuple[str, str, StepKind], dict[str, dict[str, None]]] = {}
    for step in outward:
        start, end = node.get(step.start, step.start), node.get(step.end, step.end)
        apart = step.kind not in TAKEN and (start in taking or len(told[start]) > 1)
        words = parted(found, step.start)[1] if apart else ""
        reasons.setdefault((start, end, step.kind), {}).setdefault(step.reason, {})[words] = None
    return [
        Step(start, end, kind, shortened(kind, [said(reason, [*words]) for reason, words in some.items()]))
        for (start, end, kind), some in reasons.items()
    ]


def said(reason: str, words: list[str]) -> str:
    """A reason after the first words that it holds for, and how many more there are."""
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    return f"{words[0]}{more}: {reason}" if words[0] else reason


def takers(node: Mapping[str, str], outward: list[Step]) -> set[str]:
    """The nodes with a step whose reason shows what was taken."""
    return {node.get(step.start, step.start) for step in outward if step.kind in TAKEN}


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


def names(found: Origins, node: Mapping[str, str], outward: list[Step], told: Mapping[str, set[str]]) -> dict[str, str]:
    """What to call each node: its outlet, day and id, with its sentence where one sentence leads out of it."""
    bare = takers(node, outward) | {key for key, some in told.items() if len(some) > 1}
    given = {key: parted(found, key)[0] if key in bare else found.label_of(key) for key in node.values()}
    return {key: f"{name} [{key[:ID]}]" for key, name in given.items()}
