"""Which names make one entity: one candidate or none.

In: names, scored pairs of them, judgements of people, the knowledge base. Out: clusters. Names judged the same and
names of one entry are together from the start; full names join where each matches each; short ones join the only
cluster they fit, and stay open where they fit two. Ties are broken by the names, never by their order. Pure.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.link.entities_kinds import FULL, compatible, fullness, kind, known_ids, level, one_writing
from reportedly.link.entities_links import Links, Pair
from reportedly.link.entities_listed import listed_as
from reportedly.link.entities_partition import Partition
from reportedly.link.entities_scores import FITS, JOINS, STAYS_OPEN, Match
from reportedly.link.known import NOTHING_KNOWN, Known
from reportedly.link.names_reasons import and_list, quote
from reportedly.linked import Name

CROWD = 50
"""Names in one block from which on not all pairs are compared."""

MOST_REASONS = 20
MOST_CANDIDATES = 50
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names of one entity, as places in the given names, the least name first.

    `known_as` is its entry in the knowledge base. `open_to` holds, for each cluster that it may belong to and was not
    joined to, the place of that cluster's fullest name. `reasons` are sentences.
    """

    members: tuple[int, ...]
    known_as: str | None = None
    open_to: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opening:
    """Why names stay open: the places of names that they may belong to, and the reason."""

    places: frozenset[int]
    reason: str


@dataclass
class Work:
    """What the steps hand on: names with their entries of the knowledge base, pairs, who is together, and why."""

    names: Sequence[Name]
    links: Links
    parts: Partition
    entries: Sequence[tuple[str, ...]]
    reasons: dict[int, list[str]] = field(default_factory=dict)
    openings: dict[int, Opening] = field(default_factory=dict)

    def join(self, a: int, b: int, reason: str) -> None:
        """Put the two places' names together, with the reason."""
        self.reasons.setdefault(min(a, b, key=self.key), []).append(reason)
        self.parts.join(a, b)

    def key(self, place: int) -> tuple[Name, int]:
        """What orders places: the name; of equal names the place, which changes nothing that is told."""
        return self.names[place], place

    def fullest(self, places: Iterable[int]) -> int:
        """The place of the fullest name; of equals the least."""
        return min(places, key=lambda p: ([-part for part in fullness(self.names[p])], self.key(p)))

    def both(self, a: int, b: int) -> str:
        """The two names in quotation marks, in order; a name that both bear once."""
        return and_list(sorted({self.called(a), self.called(b)}))

    def told(self, place: int) -> str:
        """The name in quotation marks, with its schema."""
        return f"{self.called(place)} ({self.names[place].schema})"

    def called(self, place: int) -> str:
        """The name in quotation marks."""
        return quote(self.names[place].name)


def clusters(
    names: Sequence[Name],
    edges: Mapping[Pair, Match | float],
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    known: Known = NOTHING_KNOWN,
    *,
    crowded: Collection[int] = (),
) -> list[Cluster]:
    """The names as clusters, each name in one, ordered by their least names.

    `edges` holds pairs of places with their `Match` or its score; pairs with a score under `OPEN` change nothing.
    `same` and `apart` are pairs that a person judged; they outweigh all else, `apart` outweighs `same`. `crowded` are
    places of names that were not compared with all names of their block: short ones among them stay open.
    """
    entries = [known_ids(name, known) for name in names]
    work = Work(names, Links(names, edges, known), Partition(len(names), apart), entries)
    together(work, same)
    before = work.parts.copy()
    work.links.unite(before)
    join_full(work)
    open_between(work, before)
    place_short(work, frozenset(crowded))
    return finished(work)


def together(work: Work, same: Collection[Pair]) -> None:
    """Put together what a person judged to be one, names of one entry, of one writing, and listed for one body."""
    for a, b in sorted(same, key=lambda pair: sorted(map(work.key, pair))):
        if work.parts.may_join(a, b, sure=True):
            work.join(a, b, f"A person judged {work.both(a, b)} to be one.")
    for place, entries in enumerate(work.entries):
        work.parts.know(place, entries)
    for (entry,), places in grouped(work, lambda place: work.entries[place]):
        join_all(work, places, f"{{}} are names of {entry} in the knowledge base.")
    for _, places in grouped(work, lambda place: writing(work.names[place])):
        join_all(work, places, "{} are the same but for case, accents and schema.", sure=True)
    for _, places in grouped(work, lambda place: listing(work.names[place])):
        join_all(work, places, "{} are listed as names of one body.")
    work.parts.settle()


def grouped(work: Work, mark: Callable[[int], tuple[str, ...]]) -> list[tuple[tuple[str, ...], list[int]]]:
    """The places that bear the same single mark, in the order of the marks; those with none or several are left out."""
    found: dict[tuple[str, ...], list[int]] = {}
    for place in sorted(range(len(work.names)), key=work.key):
        marks = mark(place)
        if len(marks) == 1:
            found.setdefault(marks, []).append(place)
    return sorted(found.items())


def writing(name: Name) -> tuple[str, ...]:
    """What names of one writing share; nothing for a name without letters."""
    found = one_writing(name)
    return (found,) if found else ()


def listing(name: Name) -> tuple[str, ...]:
    """The groups of the table of acronyms that a body's name is listed in."""
    return tuple(sorted(listed_as(name.name))) if kind(name.schema) == "body" else ()


def join_all(work: Work, places: list[int], reason: str, *, sure: bool = False) -> None:
    """Put places together, each with the first before it that it may join."""
    for i, place in enumerate(places):
        first = next((p for p in places[:i] if work.parts.may_join(p, place, sure=sure)), None)
        if first is not None and work.names[first] == work.names[place]:
            work.parts.join(first, place)
        elif first is not None:
            work.join(first, place, reason.format(and_list([work.called(first), work.called(place)])))


def join_full(work: Work) -> None:
    """Join clusters of names of one level, best first, where every name of the one matches every name of the other.

    Names that were put together from the start count as one: what matches one of them matches all.
    """
    order = sorted(work.links.level_pairs(), key=lambda found: (-found[0], *sorted(map(work.key, found[1]))))
    for _, (a, b) in order:
        if not work.parts.may_join(a, b):
            continue
        if all(work.links.match(u, v) for u in work.parts.units(a) for v in work.parts.units(b)):
            work.join(a, b, f"{work.both(a, b)}: {work.links.reason(a, b)}")
        else:
            work.parts.bar(a, b)


def open_between(work: Work, before: Partition) -> None:
    """Take out of its cluster each unit that matches all of another cluster as well: it may belong to either.

    `before` is how things stood when the units were made; what is left of each cluster stays together.
    """
    between = two_homes(work, before)
    after = before.copy()
    for root in work.parts.roots():
        first, *rest = [unit for unit in work.parts.units(root) if unit not in between] or [root]
        for unit in rest:
            after.join(first, unit)
    for unit, roots in between.items():
        others = {u for root in roots for u in work.parts.units(root)} - between.keys()
        homes = {work.fullest(after.members(u)) for u in others}
        top = work.fullest(before.members(unit))
        said = f"{work.called(top)} stays open: it matches {listed(work, homes)}, which do not match each other."
        work.openings[after.root(unit)] = Opening(frozenset(homes), said)
    work.parts = after


def two_homes(work: Work, before: Partition) -> dict[int, set[int]]:
    """For each unit that matches all of a cluster it is not in, the roots of these clusters and of its own.

    It tells less than all names of the other, and than some name of its own: "Orsa Velik" beside "Orsa Anna Velik" and
    "Orsa Maria Velik". Names that tell as much are spellings, and the likest stay together.
    """
    found: dict[int, set[int]] = {}
    for _, pair in work.links.level_pairs():
        for one, other in (pair, pair[::-1]):
            unit, here, there = work.parts.unit(one), work.parts.root(one), work.parts.root(other)
            if here == there or len(work.parts.units(one)) == 1 or before.is_known(unit):
                continue
            others = work.parts.units(there)
            most = [work.links.fullness(u) for u in work.parts.units(here)]
            least = min(work.links.fullness(u) for u in others)
            if not work.links.fullness(unit) < min(max(most), least):
                continue
            if all(before.may_join(unit, v) and work.links.match(unit, v) for v in others):
                found.setdefault(unit, {here}).add(there)
    return found


def listed(work: Work, places: Iterable[int]) -> str:
    """The names at these places in words, the first few by the alphabet."""
    called = sorted({work.told(place) for place in places})
    more = [f"{len(called) - SHOWN} more"] if len(called) > SHOWN else []
    return and_list([*called[:SHOWN], *more])


def place_short(work: Work, crowded: frozenset[int]) -> None:
    """Join each cluster of short names to the only cluster of fuller ones that it fits; open where there are two.

    The fuller ones come first, so that a surname meets "initial and surname" where these are placed already.
    """
    roots = work.parts.roots()
    tops = {root: work.fullest(work.parts.members(root)) for root in roots}
    order = sorted(roots, key=lambda r: ([-part for part in fullness(work.names[tops[r]])], work.key(tops[r])))
    homes = homes_of_entries(work)
    for root in order:
        if root in work.openings or work.parts.entry(root) is not None:
            continue
        members = work.parts.members(root)
        ids = {entry for place in members for entry in work.entries[place]}
        if ids:
            places = frozenset(homes[entry] for entry in ids if entry in homes)
            said = f"{work.called(tops[root])} stays open: in the knowledge base it may be {and_list(sorted(ids))}."
            work.openings[root] = Opening(places, said)
        else:
            place_one(work, root, any(p in crowded and not is_whole(work.names[p]) for p in members))


def homes_of_entries(work: Work) -> dict[str, int]:
    """For each entry of the knowledge base that has names here, the place of its fullest name."""
    found: dict[str, list[int]] = {}
    for place in range(len(work.names)):
        entry = work.parts.entry(place)
        if entry is not None:
            found.setdefault(entry, []).append(place)
    return {entry: work.fullest(places) for entry, places in found.items()}


def is_whole(name: Name) -> bool:
    """Whether a name can only be a full one: a person's with given and family name."""
    return kind(name.schema) == "person" and level(name) == FULL


def place_one(work: Work, root: int, is_crowded: bool) -> None:
    """Join one cluster to the only one it fits, or note what keeps it open."""
    best = candidates(work, root)
    top = work.fullest(work.parts.members(root))
    fits = [other for other, (score, _) in best.items() if score >= FITS]
    if not best or not (fits or level(work.names[top]) != FULL):
        return
    homes = {work.fullest(work.parts.members(other)) for other in best}
    if is_crowded:
        said = f"{work.called(top)} stays open: more than {CROWD} names share it."
    elif len(best) > 1:
        said = f"{work.called(top)} stays open: it may be {listed(work, homes)}."
    elif fits:
        _, (a, b) = best[fits[0]]
        said = f"{work.both(a, b)}: {work.links.reason(a, b)} No other name here fits."
        opening = work.openings.pop(fits[0], None)
        work.join(a, b, said)
        if opening is not None:
            work.openings[work.parts.root(a)] = opening
        return
    else:
        _, (a, b) = next(iter(best.values()))
        said = f"{work.called(top)} stays open to {work.told(b)}. {work.links.reason(a, b)}"
    work.openings[root] = Opening(frozenset(homes), said)


def candidates(work: Work, root: int) -> dict[int, tuple[float, Pair]]:
    """The clusters that the cluster's fullest names may be short for, each with the best score and the pair it is from.

    What is shorter than they are says nothing: it belongs to them.
    """
    found: dict[int, tuple[float, Pair]] = {}
    members = work.parts.members(root)
    most = max(fullness(work.names[place]) for place in members)
    for place in (p for p in members if fullness(work.names[p]) == most):
        for other, score in work.links.of(place):
            home = work.parts.root(other)
            if home == root or not shortens(work.names[place], work.names[other], score):
                continue
            if work.parts.may_join(root, home) and better(work, (score, (place, other)), found.get(home)):
                found[home] = score, (place, other)
    return found


def better(work: Work, new: tuple[float, Pair], old: tuple[float, Pair] | None) -> bool:
    """Whether a scored pair goes before another: by score, then by the names."""
    return old is None or (-new[0], *map(work.key, new[1])) < (-old[0], *map(work.key, old[1]))


def shortens(a: Name, b: Name, score: float) -> bool:
    """Whether a pair with this score may mean that `a` is short for `b`."""
    if score < STAYS_OPEN or fullness(a) >= fullness(b) or not compatible(a.schema, b.schema):
        return False
    return level(a) != level(b) or (kind(a.schema) == "body" and score < JOINS)


def finished(work: Work) -> list[Cluster]:
    """The clusters as they stand."""
    groups: dict[int, list[int]] = {}
    for place in sorted(range(len(work.names)), key=work.key):
        groups.setdefault(work.parts.root(place), []).append(place)
    return [cluster(work, root, tuple(members)) for root, members in groups.items()]


def cluster(work: Work, root: int, members: tuple[int, ...]) -> Cluster:
    """One cluster with what is told of it."""
    reasons = sorted({reason for place in members for reason in work.reasons.get(place, ())})
    found = Cluster(members, work.parts.entry(root), (), tuple(reasons[:MOST_REASONS]))
    opening = work.openings.get(root)
    if opening is None:
        return found
    places = tuple(sorted(opening.places, key=work.key)[:MOST_CANDIDATES])
    return replace(found, open_to=places, reasons=(opening.reason, *found.reasons))
