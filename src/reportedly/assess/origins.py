"""Who really knows: the origins of an event or a tie, and how many they are.

In: the `Evidence`. Out: `Origins`: each account leads, by version, copied passage, credited outlet, speaker or
document, to the roots where the knowledge enters; the count is that of the distinct roots reached. Every step has its
reason. Nothing here says that an account is true.
"""

from collections.abc import Iterator
from types import MappingProxyType

from reportedly.assess.origins_chain import Case, case_of
from reportedly.assess.origins_discounts import discounts
from reportedly.assess.origins_drawing import dot, text_graph
from reportedly.assess.origins_graph import (
    Discount,
    Leading,
    Origins,
    Root,
    RootKind,
    Step,
    StepKind,
    components,
    endless,
    reached,
)
from reportedly.assess.origins_roots import desk_of, own_roots, roots_of
from reportedly.assess.origins_steps import beside, presumed, reliances, taken_over, weight
from reportedly.assess.origins_tellings import Telling, of_day, words_of
from reportedly.linked import Evidence, Part

__all__ = [
    "Discount", "Origins", "Root", "RootKind", "Step", "StepKind", "denial_origins", "dot", "origins", "text_graph",
]  # fmt: skip

MOST_NAMED = 4
"""Outlets of a ring that are named; of more the rest is counted."""

STRENGTH: tuple[RootKind, ...] = (
    "statement", "document", "unnamed", "own_reporting", "not_told", "not_held", "circular", "withdrawn"
)  # fmt: skip
"""Which kind a root has where several tellings lead to it in different ways: the first of these."""


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
    known = {root.key for root in roots_in(leadings)}
    for ring in endless(graph, frozenset(known)):
        fresh = resolved(case, ring, known)
        known.update(leading.root.key for leading in fresh if leading.root is not None)
        leadings += fresh
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
    """The steps of all tellings: to what each relies on, else to what it mentions, else to better ones beside it.

    A telling that has none of these leads to its roots.
    """
    relying = fewest({telling.key: reliances(case, telling) for telling in case.held.tellings})
    weights = {each.key: weight(case, each, bool(relying[each.key])) for each in case.held.tellings}
    for telling in case.held.tellings:
        steps = relying[telling.key] or presumed(case, telling) or beside(case, telling, weights)
        yield from steps or roots_of(case, telling)


def fewest(relying: dict[str, tuple[Leading, ...]]) -> dict[str, tuple[Leading, ...]]:
    """The steps without those that say nothing new: to a copy, beside steps to all that this copy was taken from.

    Components are gone through after all that they lead to, so that every node still reaches what it did. In a ring a
    member with steps to all that the ring leads to needs none to the others.
    """
    kept = dict(relying)
    ends = {key: {leading.step.end for leading in steps} for key, steps in relying.items()}
    sources: dict[str, set[str]] = {}
    for members in components({key: list(some) for key, some in ends.items()}):
        inside = set(members)
        beyond = set().union(*(ends.get(key, set()) for key in members)) - inside
        for key in members:
            if beyond and ends.get(key, set()) - inside == beyond:
                steps = [leading for leading in relying[key] if not is_implied(leading, sources, inside, beyond)]
                kept[key] = tuple(steps)
                sources[key] = {leading.step.end for leading in steps}
    return kept


def is_implied(leading: Leading, sources: dict[str, set[str]], ring: set[str], ends: set[str]) -> bool:
    """Whether a step to a copy leads into its own ring, or to what has its own sources all among the `ends`."""
    if leading.step.kind != "copied":
        return False
    own = sources.get(leading.step.end)
    return leading.step.end in ring or (own is not None and own <= ends)


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


def resolved(case: Case, ring: tuple[str, ...], known: set[str]) -> list[Leading]:
    """Where tellings that lead only to each other end: with one that has a source or a voice of its own.

    Roots that are `known` otherwise go before new ones, fewer before more, and a telling that credits no outlet before
    one that does: of two reports of one day, the copy may stand first. Outlets that only credit each other end with the
    report that theirs are copies of, if there is one.
    """
    inside = set(ring)
    members = [telling for telling in case.held.tellings if telling.key in inside]
    able = [telling for telling in members if has_own_root(case, telling)]
    if able:
        offers = [(own_roots(case, each, desk_of(case, each)), credits_any(case, each)) for each in able]
        return min(offers, key=lambda offer: (news(offer[0], known), len(offer[0]), offer[1]))[0]
    taken = [leading for telling in members for leading in taken_over(case, telling) if leading.step.end not in inside]
    if taken:
        return taken
    outlets = [*dict.fromkeys(telling.publisher for telling in members)]
    root = Root(f"circular {' '.join(sorted(outlets))}", "circular", ring_label(case, outlets))
    reason = "credits an outlet that in the end credits it"
    return [Leading(Step(members[0].key, root.key, "cited", reason), root)]


def news(offer: list[Leading], known: set[str]) -> int:
    """How many roots of an offer are not known yet."""
    return len({leading.step.end for leading in offer} - known)


def has_own_root(case: Case, telling: Telling) -> bool:
    """Whether a telling names a source besides outlets, or speaks in its own voice."""
    chain = case.chains[telling.key]
    return chain.has_source or not chain.rests


def credits_any(case: Case, telling: Telling) -> bool:
    """Whether a telling credits an outlet."""
    chain = case.chains[telling.key]
    return bool(chain.credits or chain.beside)


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
    ends: dict[str, set[str]] = {}
    for leading in leadings:
        ends.setdefault(leading.step.start, set()).add(leading.step.end)
    for telling in case.held.tellings:
        found += remarks(case, telling, ends.get(telling.key, set()))
    own = {leading.step.start for leading in leadings if leading.step.kind == "own" and leading.root is None}
    own -= case.in_passing
    for telling in case.held.tellings:
        if telling.key in own:
            name = f"{case.held.outlets.name(telling.publisher)}{of_day(telling.report)}"
            found.append(f"{name} also tells it without a source; whether it knows more than its sources is not told.")
    return tuple(dict.fromkeys(found))


def remarks(case: Case, telling: Telling, ends: set[str]) -> Iterator[str]:
    """What could not be told about one account that leads to `ends`."""
    chain, name = case.chains[telling.key], case.held.outlets.name(telling.publisher)
    if chain.itself and f"publisher {telling.publisher}" in ends:
        yield f"{name} credits itself; that was passed over."
    if telling.report.published is None:
        yield f"When {telling.report.ref} was published is not known, nor whether it came first."
    for credit in chain.beside:
        if credit.outlet not in case.held.by_publisher and f"publisher {credit.outlet}" not in ends:
            yield f"{name[:1].upper()}{name[1:]} also credits {credit.name}, whose report is not held."


def doubts(root: Root) -> Iterator[str]:
    """What is not known about a root."""
    if root.kind == "not_held" and root.label.endswith(", not named"):
        yield f"{root.label}: which are meant, and whether they are among those held, is not told."
    elif root.kind == "not_held":
        yield f"{root.label}: what it rests on is not known."
    elif root.kind == "not_told":
        yield f"{root.label[:1].upper()}{root.label[1:]}: where it comes from is not told."
    elif root.kind == "circular":
        yield f"{root.label}."
