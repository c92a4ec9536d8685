"""Which of many things are compared: those that share a key, in a crowded block only with its first ones.

In: things with a rank (a number that their content gives) and keys. Out: the pairs that come and go with each thing
put in or taken out. Which pairs there are at the end depends on the things alone, never on the order they came in:
in a block sorted by rank the first `FULL` meet each other, and all others meet the first `ANCHORS`. Things of reports
that no longer stand are `gone`: they sit apart, meet those that stand, and change nothing between those.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

FULL = 24
"""Things of a block that meet each other."""

ANCHORS = 4
"""Things of a block that meet all others: the earliest, so that of many copies each is held against the first."""


class Seat(NamedTuple):
    """A thing's place in every block: its rank, and the number it is known by."""

    rank: int
    member: int


class Block(NamedTuple):
    """One key, for things that stand or for things that are gone."""

    key: int
    gone: bool = False

    @property
    def across(self) -> "Block":
        """The block of the same key on the other side."""
        return Block(self.key, not self.gone)


class Move(NamedTuple):
    """A row to write: `seat` of `block` was hidden or not before, and is after; None for not there."""

    block: Block
    seat: Seat
    before: bool | None
    after: bool | None


Pair = tuple[int, int]


@dataclass
class Meetings:
    """Pairs that must be compared now, and pairs that no longer meet through the block where they did."""

    new: set[Pair] = field(default_factory=set)
    lost: set[Pair] = field(default_factory=set)

    def meet(self, seat: Seat, others: Iterable[Seat]) -> None:
        """`seat` meets each of the others from now on."""
        member = seat.member
        self.new.update((member, other) if member < other else (other, member) for _, other in others)

    def part(self, seat: Seat, others: Iterable[Seat]) -> None:
        """`seat` does not meet the others here any more."""
        for other in others:
            self.lost.add(pair(seat.member, other.member))


def pair(a: int, b: int) -> Pair:
    """Two members, the lesser first."""
    return (a, b) if a < b else (b, a)


@dataclass
class Blocks:
    """Blocks as far as they are known: `visible` holds the first `FULL` seats of each, in order.

    `rest` gives the seats after those, from wherever they are kept; it is asked only where a first seat comes or goes.
    `sits` tells whether one seat is among them, without asking for all. `moves` are the rows that changed.
    """

    visible: dict[Block, list[Seat]] = field(default_factory=dict)
    rest: Callable[[Block], Iterable[Seat]] = lambda _: ()
    sits: Callable[[Block, Seat], bool] | None = None
    moves: list[Move] = field(default_factory=list)
    hidden: dict[Block, list[Seat]] = field(default_factory=dict)
    pending: dict[Block, dict[Seat, bool]] = field(default_factory=dict)
    is_one_sided: bool = field(init=False)
    """Whether nothing that is gone sits in any of the blocks: then nothing meets across."""

    def __post_init__(self) -> None:
        self.is_one_sided = not any(block.gone for block in self.visible)

    def put(self, seat: Seat, keys: Iterable[int], gone: bool = False) -> Meetings:
        """Put a thing in; whom it meets, and who meets no longer through a block that it crowds."""
        self.is_one_sided = self.is_one_sided and not gone
        found = Meetings()
        for key in keys:
            self.put_into(Block(key, gone), seat, found)
        drop_self(found)
        return found

    def take(self, seat: Seat, keys: Iterable[int], gone: bool = False) -> Meetings:
        """Take a thing out; who meets instead. Its own pairs are not named: they are all gone."""
        found = Meetings()
        for key in keys:
            self.take_from(Block(key, gone), seat, found)
        found.new = {each for each in found.new if seat.member not in each}
        return found

    def put_into(self, block: Block, seat: Seat, found: Meetings) -> None:
        """Put a thing into one block."""
        seats = self.visible.setdefault(block, [])
        place = bisect_left(seats, seat)
        if place < len(seats) and seats[place] == seat:
            return
        if place >= FULL:
            if self.is_hidden(block, seat):
                return
            found.meet(seat, seats[:ANCHORS])
            self.hide(block, seat, None)
            self.meet_across(block, seat, place, found)
            return
        was_full = len(seats) == FULL
        seats.insert(place, seat)
        self.moves.append(Move(block, seat, None, False))
        if was_full:
            self.push_out(block, found)
        found.meet(seat, seats)
        if place < ANCHORS:
            self.crown(block, seat, found)
        self.meet_across(block, seat, place, found)

    def push_out(self, block: Block, found: Meetings) -> None:
        """Hide the last of the visible seats, one too many."""
        seats = self.visible[block]
        pushed = seats.pop()
        found.part(pushed, seats[ANCHORS:])
        across = self.visible.get(block.across, [])
        found.part(pushed, across[ANCHORS:] if block.gone else across)
        self.hide(block, pushed, False)

    def crown(self, block: Block, seat: Seat, found: Meetings) -> None:
        """`seat` is an anchor now: it meets all, and the one whose place it took meets the first ones only."""
        seats = self.visible[block]
        if len(seats) == FULL:
            hidden = self.hidden_of(block)
            found.meet(seat, hidden)
            found.part(seats[ANCHORS], hidden)
        if not block.gone and len(seats) > ANCHORS and len(self.visible.get(block.across, ())) == FULL:
            found.part(seats[ANCHORS], self.hidden_of(block.across))

    def meet_across(self, block: Block, seat: Seat, place: int, found: Meetings) -> None:
        """Let a thing meet those on the other side."""
        if self.is_one_sided:
            return
        across = self.visible.get(block.across, [])
        if block.gone:
            found.meet(seat, across if place < FULL else across[:ANCHORS])
            return
        if place < FULL:
            found.meet(seat, across)
        if place < ANCHORS and len(across) == FULL:
            found.meet(seat, self.hidden_of(block.across))

    def take_from(self, block: Block, seat: Seat, found: Meetings) -> None:
        """Take a thing out of one block."""
        seats = self.visible.get(block, [])
        place = bisect_left(seats, seat)
        if place == len(seats) or seats[place] != seat:
            if self.is_hidden(block, seat):
                self.unhide(block, seat, None)
            return
        was_full = len(seats) == FULL
        del seats[place]
        self.moves.append(Move(block, seat, False, None))
        hidden = self.hidden_of(block) if was_full else []
        if hidden:
            self.pull_in(block, hidden[0], found)
        if place < ANCHORS and len(seats) >= ANCHORS:
            heir = seats[ANCHORS - 1]
            if len(seats) == FULL:
                found.meet(heir, self.hidden_of(block))
            if not block.gone and len(self.visible.get(block.across, ())) == FULL:
                found.meet(heir, self.hidden_of(block.across))

    def pull_in(self, block: Block, seat: Seat, found: Meetings) -> None:
        """Make the first hidden seat visible."""
        seats = self.visible[block]
        self.unhide(block, seat, False)
        found.meet(seat, seats)
        found.meet(seat, self.visible.get(block.across, []))
        insort(seats, seat)

    def hide(self, block: Block, seat: Seat, before: bool | None) -> None:
        """Put a seat among the hidden ones."""
        if block in self.hidden:
            insort(self.hidden[block], seat)
        self.pending.setdefault(block, {})[seat] = True
        self.moves.append(Move(block, seat, before, True))

    def unhide(self, block: Block, seat: Seat, after: bool | None) -> None:
        """Take a seat from the hidden ones."""
        if block in self.hidden:
            self.hidden[block].remove(seat)
        self.pending.setdefault(block, {})[seat] = False
        self.moves.append(Move(block, seat, True, after))

    def hidden_of(self, block: Block) -> list[Seat]:
        """The seats after the first `FULL`, in order."""
        if block not in self.hidden:
            moved = self.pending.get(block, {})
            kept = {seat for seat in self.rest(block) if moved.get(seat, True)}
            self.hidden[block] = sorted(kept.union(seat for seat, is_in in moved.items() if is_in))
        return self.hidden[block]

    def is_hidden(self, block: Block, seat: Seat) -> bool:
        """Whether the thing sits among the hidden ones."""
        moved = self.pending.get(block, {}).get(seat)
        if moved is not None:
            return moved
        if self.sits is not None and block not in self.hidden:
            return self.sits(block, seat)
        return seat in self.hidden_of(block)

    def meets(self, key: int, a: tuple[Seat, bool], b: tuple[Seat, bool]) -> bool:
        """Whether two things that both have the key, each with whether it is gone, meet through it."""
        if b[1] < a[1] or (a[1] == b[1] and b[0] < a[0]):
            a, b = b, a
        first, second = (self.place(Block(key, gone), seat) for seat, gone in (a, b))
        return first < ANCHORS or (first < FULL and second < FULL)

    def place(self, block: Block, seat: Seat) -> int:
        """The place of a thing in its block; `FULL` for all hidden ones."""
        seats = self.visible.get(block, [])
        found = bisect_left(seats, seat)
        return found if found < len(seats) and seats[found] == seat else FULL


def drop_self(found: Meetings) -> None:
    """Leave out pairs of a thing with itself, and lost pairs that are new by another key."""
    found.new = {each for each in found.new if each[0] != each[1]}
    found.lost = {each for each in found.lost if each[0] != each[1]} - found.new


def met(blocks: Mapping[int, Iterable[Seat]], gone: Mapping[int, Iterable[Seat]]) -> Iterator[Pair]:
    """All pairs that meet, worked out anew from the things of each key: slow, for tests to hold `Blocks` against."""
    for key in blocks.keys() | gone.keys():
        here, there = sorted(blocks.get(key, ())), sorted(gone.get(key, ()))
        for seats in (here, there):
            for j, other in enumerate(seats):
                yield from (
                    pair(seat.member, other.member) for i, seat in enumerate(seats[:j]) if i < ANCHORS or j < FULL
                )
        for i, seat in enumerate(here):
            for j, other in enumerate(there):
                if i < ANCHORS or (i < FULL and j < FULL):
                    yield pair(seat.member, other.member)
