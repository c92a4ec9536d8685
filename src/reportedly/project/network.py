"""Who is said to have to do with whom: a network out of the events and ties of a project.

In: the casebook, a filter, a day, an entity. Out: a `Network` with entities that have a bond. Bonds are ties, and
events in which two took part. Only what a report that stands says to have happened makes a bond; a tie that is only
denied is kept as denied. One that no origin stands for counts for nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from reportedly.assess.accounts import telling
from reportedly.assess.labels import within
from reportedly.assess.origins import Root
from reportedly.assess.trends import Pair, pairs_of, participants
from reportedly.export.network import Bond, Network, Node
from reportedly.export.network_reading import Told, ends_of, event_told, tie_told
from reportedly.linked import Entity, Evidence
from reportedly.model import Certainty, TieType
from reportedly.project.casebook import Casebook
from reportedly.store import Filter

MOST_PAIRS = 1_000
"""Pairs of one event over which it is a crowd, in which everybody is not with everybody."""

LEFT_OUT = {
    "crowds": "{} with too many participants for pairs {} left out.",
    "open": "{} with a side that no report names {} left out.",
    "unsaid": "{} that nobody says to be so, and nobody denies, {} left out.",
    "weak": "{} with fewer origins than asked for {} left out.",
}
"""Why something makes no bond, as a sentence with how many there are."""

KINDS = {"crowds": "event", "open": "tie", "unsaid": "tie", "weak": "bond"}


@dataclass
class Strand:
    """What is gathered of one bond."""

    ids: list[str] = field(default_factory=list)
    roots: dict[str, Root] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    firm: set[Certainty] = field(default_factory=set)
    deniers: dict[str, None] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        """Add an event or tie."""
        self.ids.append(told.id)
        self.roots.update((root.key, root) for root in told.roots)
        self.times += told.times
        for each in told.accounts:
            self.told += [each.report.published[:10]] if each.report.published else []
            self.firm.add(each.claim.factuality.certainty)
        self.deniers.update(dict.fromkeys(told.deniers))

    def bond(self, a: str, b: str, tie: TieType | None) -> Bond:
        """The bond."""
        return Bond(
            a,
            b,
            tie,
            tuple(sorted(self.ids)),
            tuple(self.roots[key] for key in sorted(self.roots)),
            within(self.times),
            (min(self.told, default=None), max(self.told, default=None)),
            "certain" if "certain" in self.firm else "probable",
            tuple(self.deniers),
        )


@dataclass
class Loom:
    """The network as it grows, event by event; with `around` only what that entity takes part in."""

    around: str | None = None
    strands: dict[tuple[str, str, TieType | None], Strand] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    events: Counter[str] = field(default_factory=Counter)
    ties: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def add(self, evidence: Evidence) -> None:
        """Add what is held on an event or tie."""
        self.entities.update((each.id, each) for each in evidence.entities.values())
        if evidence.kind == "tie":
            self.add_tie(evidence)
        else:
            self.add_event(evidence)

    def add_event(self, evidence: Evidence) -> None:
        """Add an event: everybody who takes part by one account is with everybody else of that account."""
        present = {each for account in telling(evidence) for each in participants(account, evidence)}
        told = event_told(evidence) if self.around is None or self.around in present else None
        if told is None:
            return
        self.events.update(present)
        pairs = [pair for pair in pairs_of(evidence) if self.is_wanted(pair)]
        if len(pairs) > MOST_PAIRS:
            self.left["crowds"] += 1
            return
        for a, b in pairs:
            self.strand(a, b, None).add(told)

    def add_tie(self, evidence: Evidence) -> None:
        """Add a tie, or its denial where nobody that stands says it."""
        ends = ends_of(evidence)
        if ends is None:
            self.left["open"] += 1
            return
        if not self.is_wanted(ends):
            return
        told = tie_told(evidence)
        if told is None:
            self.left["unsaid"] += 1
            return
        if told.roots:
            self.ties.update(set(ends))
        self.strand(*ends, told.accounts[0].claim.tie).add(told)

    def strand(self, a: str, b: str, tie: TieType | None) -> Strand:
        """The strand of two entities."""
        return self.strands.setdefault((a, b, tie), Strand())

    def is_wanted(self, pair: Pair) -> bool:
        """Whether a pair has the entity asked for."""
        return self.around is None or self.around in pair

    def network(self, least: int, as_of: str | None) -> Network:
        """The network of bonds that go back to at least so many origins; denied ones only where one is enough."""
        made = [strand.bond(*self.ordered(key), key[2]) for key, strand in self.strands.items()]
        kept = [bond for bond in made if max(1, bond.origins) >= least]
        self.left["weak"] = len(made) - len(kept)
        nodes = sorted(self.nodes({end for bond in kept for end in (bond.a, bond.b)}), key=lambda n: (n.name, n.id))
        names = {node.id: node.name for node in nodes}
        kept.sort(key=lambda b: (-b.origins, -len(b.ids), names[b.a], names[b.b], b.id))
        return Network(tuple(nodes), tuple(kept), as_of, tuple(self.remarks()))

    def ordered(self, key: tuple[str, str, TieType | None]) -> Pair:
        """The two of a bond: subject and object of a tie, else the one with more events first."""
        a, b, tie = key
        if tie is not None:
            return a, b
        one, other = sorted((a, b), key=lambda e: (e != self.around, -self.events[e], self.entities[e].name, e))
        return one, other

    def nodes(self, ids: Iterable[str]) -> Iterator[Node]:
        """The entities with these ids."""
        for each in ids:
            entity = self.entities[each]
            yield Node(each, entity.name, entity.schema, self.events[each], self.ties[each])

    def remarks(self) -> Iterator[str]:
        """What was left out, a sentence each."""
        for why, sentence in LEFT_OUT.items():
            count = self.left[why]
            if count:
                noun = KINDS[why] if count == 1 else f"{KINDS[why]}s"
                yield sentence.format(f"{count} {noun}", "is" if count == 1 else "are")


def network(
    casebook: Casebook, asked: Filter, as_of: str | None = None, around: Entity | None = None, least: int = 1
) -> Network:
    """The network of the events and ties with a claim that `asked` lets through, as of a day (`YYYY-MM-DD`) or now.

    With `around` only what is said of that entity and others; `least` is the number of origins of a bond.
    """
    loom = Loom(around.id if around is not None else None)
    seen: set[str] = set()
    for narrowed in about(asked, around):
        for listed in casebook.events(narrowed, as_of=as_of):
            if listed.row.id not in seen:
                seen.add(listed.row.id)
                loom.add(listed.evidence)
    return loom.network(least, as_of)


def about(asked: Filter, around: Entity | None) -> Iterator[Filter]:
    """The filter; where only one entity's events are asked for, two for each of its names: the name as a participant,
    and its words in the sentence, since a phrase like "a delegation of the League" names it too.
    """
    if around is None:
        yield asked
        return
    for name in sorted({name.name for name in around.names}):
        yield replace(asked, entity=name)
        yield replace(asked, text=name)
