"""Places put together step by step, with pairs that must stay apart and entries that may not meet.

In: a number of places, pairs that stay apart. Out: who is together. What is together when `settle` is called is a
unit from then on.
"""

from collections.abc import Iterable


class Partition:
    """Places in clusters; a cluster is called by one of its places, its root."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]]) -> None:
        self._parent = list(range(count))
        self._members = {i: [i] for i in range(count)}
        self._units = {i: [i] for i in range(count)}
        self._unit_of = list(range(count))
        self._barred: dict[int, set[int]] = {}
        self._entries: dict[int, str] = {}
        self._undecided: set[int] = set()
        for a, b in apart:
            self.bar(a, b)

    def copy(self) -> "Partition":
        """A partition that starts as this one is."""
        found = Partition(0, ())
        found._parent, found._unit_of = list(self._parent), list(self._unit_of)
        found._members = {root: list(places) for root, places in self._members.items()}
        found._units = {root: list(units) for root, units in self._units.items()}
        found._barred = {root: set(others) for root, others in self._barred.items()}
        found._entries, found._undecided = dict(self._entries), set(self._undecided)
        return found

    def settle(self) -> None:
        """Make each cluster, as it is now, one unit."""
        self._unit_of = [self.root(place) for place in range(len(self._parent))]
        self._units = {root: [root] for root in self._members}

    def root(self, place: int) -> int:
        """The root of the place's cluster."""
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def roots(self) -> list[int]:
        """The roots of all clusters."""
        return list(self._members)

    def members(self, place: int) -> list[int]:
        """All places of the place's cluster."""
        return self._members[self.root(place)]

    def unit(self, place: int) -> int:
        """The unit the place is in."""
        return self._unit_of[place]

    def units(self, place: int) -> list[int]:
        """All units of the place's cluster."""
        return self._units[self.root(place)]

    def bar(self, a: int, b: int) -> None:
        """Keep the two places' clusters apart from now on."""
        a, b = self.root(a), self.root(b)
        if a != b:
            self._barred.setdefault(a, set()).add(b)
            self._barred.setdefault(b, set()).add(a)

    def know(self, place: int, entries: tuple[str, ...]) -> None:
        """Note which entries of the knowledge base the place's name belongs to; which of several is not told."""
        root = self.root(place)
        if len(entries) == 1:
            self._entries[root] = min(entries[0], self._entries.get(root, entries[0]))
        elif entries:
            self._undecided.add(root)

    def entry(self, place: int) -> str | None:
        """The entry of the place's cluster."""
        return self._entries.get(self.root(place))

    def is_known(self, place: int) -> bool:
        """Whether the place's cluster stands in the knowledge base, be it under several entries."""
        root = self.root(place)
        return root in self._entries or root in self._undecided

    def may_join(self, a: int, b: int, *, sure: bool = False) -> bool:
        """Whether two clusters may be joined; a `sure` join asks for no more than that they are not barred."""
        a, b = self.root(a), self.root(b)
        if a == b or b in self._barred.get(a, ()):
            return False
        if sure:
            return True
        if a in self._undecided or b in self._undecided:
            return False
        one, other = self._entries.get(a), self._entries.get(b)
        return one is None or other is None or one == other

    def join(self, a: int, b: int) -> None:
        """Put two clusters together."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._units[a] += self._units.pop(b)
        self.hand_over_bars(b, a)
        entries = [entry for entry in (self._entries.get(a), self._entries.pop(b, None)) if entry is not None]
        if entries:
            self._entries[a] = min(entries)
        if b in self._undecided:
            self._undecided.remove(b)
            self._undecided.add(a)

    def hand_over_bars(self, gone: int, kept: int) -> None:
        """Let what is barred from one root be barred from the other."""
        for other in self._barred.pop(gone, set()):
            self._barred[other].discard(gone)
            self._barred[other].add(kept)
            self._barred.setdefault(kept, set()).add(other)
