"""Which things meet in blocks."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link import blocks as module
from reportedly.link.blocks import ANCHORS, FULL, Block, Blocks, Pair, Seat, met

Thing = tuple[Seat, frozenset[int], bool]


class World:
    """Blocks kept step by step, with all that was said of pairs; `rows` stands for the table."""

    def __init__(self) -> None:
        self.things: dict[int, Thing] = {}
        self.rows: dict[tuple[Block, Seat], bool] = {}
        self.pairs: set[Pair] = set()

    def blocks(self) -> Blocks:
        visible: dict[Block, list[Seat]] = defaultdict(list)
        for (block, seat), hidden in sorted(self.rows.items()):
            if not hidden:
                visible[block].append(seat)
        return Blocks(dict(visible), lambda asked: [s for (b, s), hidden in self.rows.items() if b == asked and hidden])

    def put(self, *things: Thing) -> None:
        """Put things in at once, as a batch of reports is."""
        found, new, lost = self.blocks(), set[Pair](), set[Pair]()
        for seat, keys, gone in things:
            meetings = found.put(seat, sorted(keys), gone)
            new, lost = new | meetings.new, lost | meetings.lost
            self.things[seat.member] = (seat, keys, gone)
        self.write(found)
        self.pairs |= new
        for a, b in lost:
            one, two = self.things[a], self.things[b]
            if not any(found.meets(key, (one[0], one[2]), (two[0], two[2])) for key in one[1] & two[1]):
                self.pairs.discard((a, b))

    def take(self, member: int) -> None:
        seat, keys, gone = self.things.pop(member)
        found = self.blocks()
        meetings = found.take(seat, sorted(keys), gone)
        self.write(found)
        self.pairs = {each for each in self.pairs if member not in each} | meetings.new

    def write(self, found: Blocks) -> None:
        for move in found.moves:
            assert self.rows.get((move.block, move.seat)) == move.before
            if move.after is None:
                del self.rows[move.block, move.seat]
            else:
                self.rows[move.block, move.seat] = move.after

    def expected(self) -> set[Pair]:
        sides: tuple[dict[int, list[Seat]], dict[int, list[Seat]]] = (defaultdict(list), defaultdict(list))
        for seat, keys, gone in self.things.values():
            for key in keys:
                sides[gone][key].append(seat)
        return set(met(*sides))


steps = st.lists(
    st.tuples(st.integers(0, 30), st.frozensets(st.integers(0, 2), min_size=1), st.booleans(), st.booleans()),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_pairs_depend_on_the_things_alone_whatever_came_and_went(
    taken: list[tuple[int, frozenset[int], bool, bool]],
) -> None:
    full, anchors = module.FULL, module.ANCHORS
    module.FULL, module.ANCHORS = 5, 2  # small, so that blocks are crowded
    try:
        world = World()
        for member, keys, gone, leaves in taken:
            if member in world.things:
                world.take(member)
                if leaves:
                    continue
            world.put((Seat(member * 7 % 31, member), keys, gone))
            assert world.pairs == world.expected()
    finally:
        module.FULL, module.ANCHORS = full, anchors


@settings(max_examples=100, deadline=None)
@given(steps, st.integers(1, 7))
def test_pairs_are_the_same_for_things_that_come_in_batches(
    taken: list[tuple[int, frozenset[int], bool, bool]], size: int
) -> None:
    full, anchors = module.FULL, module.ANCHORS
    module.FULL, module.ANCHORS = 5, 2
    try:
        world = World()
        come = {member: (Seat(member * 7 % 31, member), keys, gone) for member, keys, gone, _ in taken}
        waiting = list(come.values())
        for at in range(0, len(waiting), size):
            world.put(*waiting[at : at + size])
            assert world.pairs == world.expected()
    finally:
        module.FULL, module.ANCHORS = full, anchors


def test_in_a_crowded_block_the_latest_meets_the_first_ones_only() -> None:
    found = Blocks({Block(1): [Seat(i, i) for i in range(FULL)]})
    meetings = found.put(Seat(999, 999), [1])
    assert meetings.new == {(i, 999) for i in range(ANCHORS)}
    assert not meetings.lost
