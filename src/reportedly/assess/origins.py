"""Who really knows: the origins of an event or a tie, and how many they are.

In: the `Evidence`. Out: `Origins`: each account leads, by version, copied passage, credited outlet, speaker or
document, to the roots where the knowledge enters; the count is that of the distinct roots reached. Every step has its
reason. Nothing here says that an account is true.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reportedly.assess.origins_chain import Case, case_of
from reportedly.assess.origins_discounts import Discount, discounts
from reportedly.assess.origins_graph import Leading, Root, RootKind, Step, StepKind, endless, reached
from reportedly.assess.origins_roots import home, own_roots, roots_of
from reportedly.assess.origins_steps import beside, reliances
from reportedly.assess.origins_tellings import Telling, of_day, words_of
from reportedly.linked import Evidence, Part

__all__ = ["Discount", "Origins", "Root", "RootKind", "Step", "StepKind", "denial_origins", "origins"]

MOST_NAMED = 4
"""Outlets of a ring that are named; of more the rest is counted."""

STRENGTH: tuple[RootKind, ...] = (
    "statement", "document", "unnamed", "own_reporting", "not_told", "not_held", "circular", "withdrawn"
)  # fmt: skip
"""Which kind a root has where several tellings lead to it in different ways: the first of these."""


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


def origins(evidence: Evidence) -> Origins:
    """The origins of the accounts of `evidence`; denied, planned and possible ones count for nothing."""
    return traced(evidence, "account")


def denial_origins(evidence: Evidence) -> Origins:
    """The origins of the denials in `evidence`: who denies, and how many do."""
    return traced(evidence, "denial")


def traced(evidence: Evidence, part: Part) -> Origins:
    """The origins of one part of the evidence."""
    case = case_of(evidence, part)
    leadings = list(led(case))
    graph = graph_of(case, leadings)
    for ring in endless(graph, frozenset(root.key for root in roots_in(leadings))):
        leadings += resolved(case, ring)
    graph = graph_of(case, leadings)
    roots = roots_in(leadings)
    ends = reached(graph, frozenset(root.key for root in roots))
    order = {root.key: place for place, root in enumerate(roots)}
    in_order = {t.key: tuple(sorted(ends[t.key], key=order.__getitem__)) for t in case.held.tellings}
    return Origins(
        count=sum(root.kind != "withdrawn" for root in roots),
        roots=roots,
        steps=tuple(leading.step for leading in leadings),
        discounts=discounts(case, roots, leadings),
        unclear=unclear(case, roots, leadings),
        reaches=MappingProxyType(in_order),
        labels=MappingProxyType(labels(case, roots)),
    )


def led(case: Case) -> Iterator[Leading]:
    """The steps of all tellings: to what each relies on, else to better tellings of its report, else to its roots."""
    relying = {telling.key: reliances(case, telling) for telling in case.held.tellings}
    resting = {key for key, steps in relying.items() if steps}
    for telling in case.held.tellings:
        yield from relying[telling.key] or beside(case, telling, resting) or roots_of(case, telling)


def graph_of(case: Case, leadings: list[Leading]) -> dict[str, list[str]]:
    """What each node leads to."""
    graph: dict[str, list[str]] = {telling.key: [] for telling in case.held.tellings}
    for leading in leadings:
        graph[leading.step.start].append(leading.step.end)
        if leading.root is not None:
            graph.setdefault(leading.root.key, [])
    return graph


def roots_in(leadings: list[Leading]) -> tuple[Root, ...]:
    """The distinct roots, in the order in which tellings lead to them."""
    found: dict[str, Root] = {}
    for leading in leadings:
        if leading.root is not None:
            root = found.setdefault(leading.root.key, leading.root)
            found[root.key] = min(root, leading.root, key=lambda r: (STRENGTH.index(r.kind), -len(r.label), r.label))
    return tuple(found.values())


def resolved(case: Case, ring: tuple[str, ...]) -> list[Leading]:
    """Where tellings that lead only to each other end: with the first that has a source or voice of its own."""
    members = [telling for telling in case.held.tellings if telling.key in set(ring)]
    for telling in members:
        chain = case.chains[telling.key]
        if chain.has_source or not chain.rests:
            return own_roots(case, telling, home(case, telling))
    outlets = [*dict.fromkeys(telling.publisher for telling in members)]
    root = Root(f"circular {' '.join(sorted(outlets))}", "circular", ring_label(case, outlets))
    reason = "credits an outlet that in the end credits it"
    return [Leading(Step(members[0].key, root.key, "cited", reason), root)]


def ring_label(case: Case, outlets: list[str]) -> str:
    """The outlets of a ring as words."""
    names = [case.held.outlets.name(key) for key in outlets]
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{listed} cite each other; none says where it has it from"


def labels(case: Case, roots: tuple[Root, ...]) -> dict[str, str]:
    """What to call each node."""
    found = {root.key: root.label for root in roots}
    return found | {telling.key: label(case, telling) for telling in case.held.tellings}


def label(case: Case, telling: Telling) -> str:
    """What to call an account: its outlet, its day and the first words of its sentence."""
    name = f"{case.held.outlets.name(telling.publisher)}{of_day(telling.report)}"
    return f"{name}: {words_of(telling.report.text, telling.claim.sentence)}"


def unclear(case: Case, roots: tuple[Root, ...], leadings: list[Leading]) -> tuple[str, ...]:
    """What could not be told, a sentence each, every one once."""
    found = [sentence for root in roots for sentence in doubts(root)]
    for telling in case.held.tellings:
        chain, name = case.chains[telling.key], case.held.outlets.name(telling.publisher)
        if chain.itself and not chain.rests:
            found.append(f"{name} credits itself; that was passed over.")
        if telling.report.published is None:
            found.append(
                f"When {telling.report.ref} was published is not known; it may be earlier than what it relies on."
            )
    own = {leading.step.start for leading in leadings if leading.step.kind == "own" and leading.root is None}
    for telling in case.held.tellings:
        if telling.key in own:
            name = f"{case.held.outlets.name(telling.publisher)}{of_day(telling.report)}"
            found.append(f"{name} also tells it without a source; whether it knows more than its sources is not told.")
    return tuple(dict.fromkeys(found))


def doubts(root: Root) -> Iterator[str]:
    """What is not known about a root."""
    if root.kind == "not_held":
        yield f"{root.label}: what it rests on is not known."
    elif root.kind == "not_told":
        yield f"{root.label[:1].upper()}{root.label[1:]}: where it comes from is not told."
    elif root.kind == "circular":
        yield f"{root.label}."
