"""Entities: which names of different reports are one person's, body's or place's.

In: claims that come or go. Out: edges between names, and entities, in the store. A name that only reports give which no
longer stand takes part in nothing; it is an entity of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain

from reportedly.link.blocks import Meetings, Pair, Seat
from reportedly.link.entities import Cluster, Context, clusters, compare_entities, name_keys
from reportedly.link.entities_scores import STAYS_OPEN, Match
from reportedly.link.known import normal
from reportedly.link.names import looks_like_a_body
from reportedly.linked import Name
from reportedly.model import Claim, EntityRef, content_id
from reportedly.project.deciding import Decisions
from reportedly.store.linking import EntityRow, HeldClaim, HeldReport, Links
from reportedly.store.links import NAMES, EdgeRow, Near, drop_edges, drop_edges_of, drop_pairs, edges_of, put_edges
from reportedly.store.seats import load_blocks, save_blocks, seats_by_member, still_apart

MOST = 2000
"""Names of a connected block; in a greater one only names that match are followed."""

READ_AHEAD = 4 * MOST
"""Names that are read together around those touched; what lies beyond is read when it is come to."""

SURE = 0.999
"""Score of names that nothing told around them could change."""

LONGEST_CAPACITY = 60
LONGEST_NAME = 300


class Names:
    """The names of a project in one transaction."""

    def __init__(self, links: Links, decisions: Decisions) -> None:
        self.links = links
        self.decisions = decisions

    def put(self, claims: Sequence[HeldClaim], reports: Mapping[int, HeldReport]) -> None:
        """Put in the names of claims, with what is told around them."""
        standing = [each for each in claims if not reports[each.report].gone]
        names = {number_of(name): name for each in claims for name in names_in(each.claim)}
        here = {number_of(name) for each in standing for name in names_in(each.claim)}
        self.links.put_contexts(chain.from_iterable(told_around(each) for each in standing))
        seats = seats_by_member(self.links.connection, NAMES, names)
        fresh = here - seats.keys()
        changed = self.seat({number: names[number] for number in fresh})
        changed |= self.compare_again(here)
        self.recluster(fresh | changed, alone=names.keys() - here - seats.keys())

    def take(self, reports: Iterable[int], claims: Iterable[int], rejected: Iterable[int] = ()) -> None:
        """Take out what these reports tell of names, in these their claims, and the names that no other report gives
        which stands.

        The reports must be marked as not linked already. Claims that a person rejected give none.
        """
        names = self.links.names_in(claims)
        told = self.links.drop_contexts(reports)
        given = self.links.given_names(names, rejected)
        lost = {number for number in names if not given.get(number, False)}
        changed = self.unseat(lost) | self.compare_again(told - lost)
        self.recluster(changed - lost, alone=lost & given.keys(), leaving=lost)

    def spelled(self, keys: Iterable[str]) -> dict[int, Name]:
        """The names of reports which stand that are spelled so when folded (`normal`), by number."""
        return self.links.names(self.links.members_with(NAMES, [hashed(f"e:{key}") for key in keys]))

    def judged(self, names: Iterable[Name]) -> None:
        """Work out entities anew around names on which a judgement or the knowledge base changed."""
        numbers = {number_of(name): name for name in names}
        seats = set(seats_by_member(self.links.connection, NAMES, numbers))
        changed = self.unseat(seats)
        changed |= self.seat({number: numbers[number] for number in seats})
        self.recluster(changed | seats)

    def seat(self, names: Mapping[int, Name]) -> set[int]:
        """Put names into their blocks and compare them with those they meet; other names that this concerns."""
        found = {n: [hashed(key) for key in name_keys(name, self.decisions.known)] for n, name in names.items()}
        blocks = load_blocks(self.links.connection, NAMES, chain.from_iterable(found.values()), found)
        meetings = Meetings()
        for number in sorted(names):
            one = blocks.put(Seat(number, number), found[number])
            meetings.new |= one.new
            meetings.lost |= one.lost
        moved = {move.seat.member for move in blocks.moves}
        crowded = self.links.hidden_members(NAMES, moved - names.keys())
        save_blocks(self.links.connection, NAMES, blocks)
        lost = still_apart(self.links.connection, NAMES, meetings.lost)
        parted = drop_pairs(self.links.connection, NAMES, lost)
        self.compare(meetings.new - lost)
        return (moved - crowded).union(*parted)

    def unseat(self, numbers: set[int]) -> set[int]:
        """Take names out of their blocks, with their edges, and compare those who meet instead; the names concerned."""
        near = {n for e in edges_of(self.links.connection, NAMES, numbers) for n in (e.a, e.b)}
        seats = seats_by_member(self.links.connection, NAMES, numbers)
        blocks = load_blocks(self.links.connection, NAMES, (b.key for _, where in seats.values() for b in where))
        new: set[Pair] = set()
        for seat, where in seats.values():
            new |= blocks.take(seat, [block.key for block in where]).new
        moved = {move.seat.member for move in blocks.moves}
        save_blocks(self.links.connection, NAMES, blocks)
        drop_edges_of(self.links.connection, NAMES, numbers)
        found = self.compare({each for each in new if numbers.isdisjoint(each)})
        return near | moved | {n for edge in found for n in (edge.a, edge.b)}

    def compare(self, pairs: Iterable[Pair]) -> list[EdgeRow]:
        """Write the edges of pairs of names that are one, or may be."""
        wanted = sorted(set(pairs))
        names = self.links.names(set(chain.from_iterable(wanted)))
        found = [edge for pair in wanted if (edge := self.edge(pair, names)) is not None]
        put_edges(self.links.connection, NAMES, found)
        return found

    def edge(self, pair: Pair, names: Mapping[int, Name]) -> EdgeRow | None:
        """The edge of two names, None where they are two."""
        a, b = (names[n] for n in pair)
        found = compare_entities(a, b, self.decisions.known)
        if not found.match and found.score >= STAYS_OPEN:
            contexts = self.links.contexts(pair)
            found = compare_entities(a, b, self.decisions.known, *(context_of(contexts[n]) for n in pair))
        if found.score < STAYS_OPEN:
            return None
        return EdgeRow(*pair, found.score, found.match, "key", found.reason)

    def compare_again(self, numbers: set[int]) -> set[int]:
        """Compare again the pairs of these names that what is told around may decide; the names whose edges changed."""
        before = {(e.a, e.b): e for e in edges_of(self.links.connection, NAMES, numbers) if e.score < SURE}
        after = {(e.a, e.b): e for e in self.compare(before)}
        lost = before.keys() - after.keys()
        drop_edges(self.links.connection, NAMES, sorted(lost))
        return {n for pair, edge in before.items() if after.get(pair) != edge for n in pair}

    def recluster(self, touched: Iterable[int], alone: Iterable[int] = (), leaving: Iterable[int] = ()) -> None:
        """Work out anew the entities around the touched names, block by block.

        Those `alone` are given by reports only that no longer stand; those `leaving`, else, by none.
        """
        self.near = Near(self.links.connection, NAMES)
        apart, gone = set(alone), {*alone, *leaving}
        old = self.links.entities_of({*touched, *gone})
        blocks = list(self.blocks({*touched, *self.links.names_of(old.values())} - gone))
        every = set().union(*blocks)
        self.hidden = self.links.hidden_members(NAMES, every)
        self.links.drop_entities({*old.values(), *self.links.entities_of(every).values()})
        names = self.links.names(every | apart)
        rows = [row for block in blocks for row in self.rows(sorted(block), names)]
        self.links.put_entities(rows + [lone(n, names[n]) for n in sorted(apart)])

    def blocks(self, start: set[int]) -> Iterator[set[int]]:
        """The connected blocks of names around these."""
        self.read_around(start)
        left = set(start)
        while left:
            block = self.connected(min(left))
            left -= block
            yield block

    def read_around(self, start: set[int]) -> None:
        """Read what is connected with all of these names at once, so that the blocks are then found in memory."""
        found, front = set(start), set(start)
        while front and len(found) <= len(start) + READ_AHEAD:
            front = self.near.beside(front) - found
            found |= front

    def connected(self, seed: int) -> set[int]:
        """The names connected with one by edges or judgements; of more than MOST those that match, or were judged."""
        found = self.spread(seed, every=True)
        return found if len(found) <= MOST else self.spread(seed, every=False)

    def spread(self, seed: int, every: bool) -> set[int]:
        """The names connected with one, by `every` edge or those that match."""
        found, front = {seed}, {seed}
        while front and not (every and len(found) > MOST):
            near = self.near.beside(front) if every else self.near.matching(front, 0.0)
            front = (near | self.judged_with(front)) - found
            found |= front
        return found

    def judged_with(self, numbers: Iterable[int]) -> set[int]:
        """The names that a person judged to be one with these, as far as reports which stand give them."""
        found = {n for number in numbers for n in self.judged_one.get(number, ())}
        return set(seats_by_member(self.links.connection, NAMES, found)) if found else found

    @cached_property
    def judged_one(self) -> dict[int, set[int]]:
        """For each name those that a person judged to be one with it."""
        found: dict[int, set[int]] = defaultdict(set)
        for pair in self.decisions.pairs_of_names(same=True):
            a, b = (number_of(name) for name in pair)
            found[a].add(b)
            found[b].add(a)
        return dict(found)

    def rows(self, numbers: Sequence[int], names: Mapping[int, Name]) -> list[EntityRow]:
        """The entities that these names make."""
        place = {n: i for i, n in enumerate(numbers)}
        edges = {
            (place[e.a], place[e.b]): Match(e.score, e.match, e.reason)
            for e in self.near.edges_of(numbers)
            if e.a in place and e.b in place
        }
        found = clusters(
            [names[n] for n in numbers],
            edges,
            same=self.judged_pairs(names, place, same=True),
            apart=self.judged_pairs(names, place, same=False),
            known=self.decisions.known,
            crowded=[place[n] for n in numbers if n in self.hidden],
        )
        return [self.row(cluster, numbers, names) for cluster in found]

    def judged_pairs(self, names: Mapping[int, Name], place: Mapping[int, int], same: bool) -> list[tuple[int, int]]:
        """The pairs of places that a person judged."""
        found = []
        for pair in self.decisions.pairs_of_names(same):
            a, b = sorted(number_of(name) for name in pair)
            if a in place and b in place:
                found.append((place[a], place[b]))
        return sorted(found)

    def row(self, cluster: Cluster, numbers: Sequence[int], names: Mapping[int, Name]) -> EntityRow:
        """An entity as it is kept: called after its fullest name, with the id of its least."""
        members = [numbers[i] for i in cluster.members]
        known = self.decisions.known.entry(cluster.known_as) if cluster.known_as else None
        full = known.name if known else fullest([names[n] for n in members]).name
        schema = known.schema if known else fullest([names[n] for n in members]).schema
        candidates = tuple(names[numbers[i]].name for i in cluster.open_to)
        least = min(names[n] for n in members)
        return EntityRow(
            entity_id(least),
            clipped(full),
            schema,
            cluster.known_as,
            tuple(members),
            candidates,
            tuple(cluster.reasons),
        )


def lone(number: int, name: Name) -> EntityRow:
    """The entity of a name that no report gives which stands."""
    return EntityRow(entity_id(name), clipped(name.name), name.schema, None, (number,))


def clipped(name: str) -> str:
    """What an entity is called, cut where the name is endless: PostgreSQL indexes no entry over 2,700 bytes."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def entity_id(least: Name) -> str:
    """The id of the entity whose least name this is."""
    return content_id("entity", least.name, least.schema)


LIKELIEST = (
    "Person", "Company", "Organization", "PublicBody", "LegalEntity", "Address", "Vehicle", "Event", "Thing"
)  # fmt: skip
"""What a name is taken for where reports differ: the first of these, a body where it reads as one."""


def fullest(names: Sequence[Name]) -> Name:
    """The name with most words, of equals the longest, then the first; its schema is the likeliest."""
    return min(names, key=lambda n: (-len(normal(n.name).split()), -len(n.name), n.name, likelihood(n)))


def likelihood(name: Name) -> tuple[bool, int]:
    """The place of a schema in the order of likelihood for this name."""
    rank = LIKELIEST.index(name.schema) if name.schema in LIKELIEST else len(LIKELIEST)
    return name.schema == "Person" and looks_like_a_body(name.name), rank


def names_in(claim: Claim) -> Iterator[Name]:
    """The names of those who take part in a claim or say it."""
    for ref in refs_in(claim):
        yield Name(ref.name, ref.schema)


def refs_in(claim: Claim) -> Iterator[EntityRef]:
    """The entities of those who take part in a claim or say it."""
    for role in claim.roles:
        if role.entity is not None:
            yield role.entity
    for link in claim.attribution:
        for reference in link.sources or (link.source,):
            if reference is not None and reference.entity is not None:
                yield reference.entity


def told_around(held: HeldClaim) -> Iterator[tuple[int, str, str, int]]:
    """(name, kind, value, report) of what a claim tells around the names in its roles."""
    roles = [(role, Name(role.entity.name, role.entity.schema)) for role in held.claim.roles if role.entity]
    place = held.claim.place.name if held.claim.place else None
    for role, name in roles:
        number = number_of(name)
        if role.capacity:
            yield number, "capacity", normal(role.capacity[:LONGEST_CAPACITY]), held.report
        if place:
            yield number, "place", normal(place), held.report
        for _, other in roles:
            if other != name:
                yield number, "partner", normal(other.name), held.report


def context_of(kinds: Mapping[str, frozenset[str]]) -> Context:
    """What is told around a name, as it is compared."""
    found = defaultdict(frozenset, kinds)
    return Context(found["partner"], found["capacity"], found["place"])


def number_of(name: Name) -> int:
    """The number of a name, from its id."""
    return int(name.id[:15], 16)


def hashed(key: str) -> int:
    """A key as a whole number under 2^63."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
