"""The graph by which accounts lead to roots: its values, and the walks that find where each node ends.

In: nodes by key and what each leads to. Out: strongly connected components, and for each node the ends it reaches. All
walks keep their own stack, so that a chain of any length is followed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportedly.model import SourceKind

RootKind = Literal[
    "statement", "document", "own_reporting", "unnamed", "not_told", "not_held", "circular", "withdrawn"
]  # fmt: skip
"""Where knowledge enters: a named speaker, a document, an outlet's own voice, unnamed people, nobody named, a report
that is not held, reports that cite each other, a report that was withdrawn (the last counts for nothing)."""

StepKind = Literal["version", "copied", "cited", "said_by", "document", "own", "withdrawn"]

Graph = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Root:
    """A place where knowledge enters: its key, its kind, and what to call it ("statement of Jorun Pask")."""

    key: str
    kind: RootKind
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """Node `start` (a claim's id) leads to node `end` (a claim's id or a root's key), with the reason in words."""

    start: str
    end: str
    kind: StepKind
    reason: str


@dataclass(frozen=True, slots=True)
class Discount:
    """Two roots (keys) that may be less than two, and why."""

    roots: tuple[str, str]
    reason: str


@dataclass(frozen=True)
class Origins:
    """What the accounts go back to.

    `count` is the number of `roots` that are not withdrawn. `steps` lead from a claim's id to another claim's id or to
    a root's key. `discounts` are pairs of roots that may be less than two; they change no count. `unclear` holds what
    could not be told, a sentence each. `reaches` gives for a claim's id the keys of the roots it leads to.
    """

    count: int = 0
    roots: tuple[Root, ...] = ()
    steps: tuple[Step, ...] = ()
    discounts: tuple[Discount, ...] = ()
    unclear: tuple[str, ...] = ()
    reaches: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def label_of(self, node: str) -> str:
        """What to call a node of the graph: a root by its label, an account by its outlet, day and first words."""
        return self.labels.get(node, node)


class Leading(NamedTuple):
    """A step; where it leads to a root that root, the key of the publisher it comes through, and the source's kind."""

    step: Step
    root: Root | None = None
    desk: str | None = None
    source: SourceKind | None = None


def components(graph: Graph) -> list[tuple[str, ...]]:
    """The strongly connected components, each after all that it leads to (Tarjan 1972, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    pending: list[str] = []
    waiting: set[str] = set()
    found: list[tuple[str, ...]] = []
    for first in graph:
        if first in number:
            continue
        walk = [(first, 0)]
        while walk:
            node, place = walk.pop()
            if place == 0:
                number[node] = low[node] = len(number)
                pending.append(node)
                waiting.add(node)
            ends = graph.get(node, ())
            while place < len(ends):
                end = ends[place]
                place += 1
                if end not in number:
                    walk += [(node, place), (end, 0)]
                    break
                if end in waiting:
                    low[node] = min(low[node], number[end])
            else:
                if low[node] == number[node]:
                    found.append(popped(pending, waiting, node))
                if walk:
                    parent = walk[-1][0]
                    low[parent] = min(low[parent], low[node])
    return found


def popped(pending: list[str], waiting: set[str], node: str) -> tuple[str, ...]:
    """The nodes from `node` on, taken off the pending ones."""
    at = len(pending) - 1
    while pending[at] != node:
        at -= 1
    members = tuple(pending[at:])
    del pending[at:]
    waiting.difference_update(members)
    return members


def endless(graph: Graph, ends: frozenset[str]) -> list[tuple[str, ...]]:
    """The components that nothing leads out of and that are no end themselves."""
    found = []
    for members in components(graph):
        inside = set(members)
        if not inside & ends and all(end in inside for node in members for end in graph.get(node, ())):
            found.append(members)
    return found


def reached(graph: Graph, ends: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each node the ends it leads to; an end leads to itself."""
    found: dict[str, frozenset[str]] = {}
    for members in components(graph):
        inside = set(members)
        all_ends: set[str] = inside & ends
        for node in members:
            for end in graph.get(node, ()):
                if end not in inside:
                    all_ends |= found[end]
        shared = frozenset(all_ends)
        found.update(dict.fromkeys(members, shared))
    return found
