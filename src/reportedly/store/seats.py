"""Blocks to and from the database.

In: a connection, a space, keys or members. Out: `Blocks` with the first seats of each key loaded; their moves written.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from sqlalchemy import Connection

from reportedly.link.blocks import Block, Blocks, Pair, Seat
from reportedly.store.links import SeatRow, has_seat, hidden_seats, seats_of, visible_seats, write_seats

Placed = dict[int, tuple[Seat, list[Block]]]
"""Members with their seats, and the blocks they sit in."""


def load_blocks(connection: Connection, space: int, keys: Iterable[int], members: Iterable[int] = ()) -> Blocks:
    """The blocks of these keys, both of things that stand and of those that are gone.

    Where `members` sit is read with them, so that putting these in asks nothing more.
    """
    visible: dict[Block, list[Seat]] = defaultdict(list)
    placed = set(members)
    seated = {(Block(key, gone), Seat(rank, n)) for key, gone, _, rank, n in seats_of(connection, space, placed)}
    for key, gone, _, rank, member in visible_seats(connection, space, keys):
        visible[Block(key, gone)].append(Seat(rank, member))

    def rest(block: Block) -> list[Seat]:
        return [Seat(*each) for each in hidden_seats(connection, space, block.key, block.gone)]

    def sits(block: Block, seat: Seat) -> bool:
        if seat.member in placed:
            return (block, seat) in seated
        return has_seat(connection, space, (block.key, block.gone, True, *seat))

    return Blocks(dict(visible), rest, sits)


def save_blocks(connection: Connection, space: int, blocks: Blocks) -> None:
    """Write what moved."""
    first: dict[tuple[int, bool, int, int], bool | None] = {}
    last: dict[tuple[int, bool, int, int], bool | None] = {}
    for block, seat, before, after in blocks.moves:
        place = (*block, *seat)
        first.setdefault(place, before)
        last[place] = after
    removed: list[SeatRow] = []
    turned: list[SeatRow] = []
    added: list[SeatRow] = []
    for place in sorted(first):
        before, after = first[place], last[place]
        if before == after:
            continue
        rows = added if before is None else removed if after is None else turned
        rows.append((*place[:2], bool(after), *place[2:]))
    write_seats(connection, space, removed, turned, added)
    blocks.moves.clear()


def seats_by_member(connection: Connection, space: int, members: Iterable[int]) -> Placed:
    """For each member its seat, and the blocks it sits in."""
    found: Placed = {}
    for key, gone, _, rank, member in seats_of(connection, space, members):
        found.setdefault(member, (Seat(rank, member), []))[1].append(Block(key, gone))
    return found


def still_apart(connection: Connection, space: int, pairs: Iterable[Pair]) -> set[Pair]:
    """Those of the pairs that meet through no key at all."""
    wanted = set(pairs)
    if not wanted:
        return set()
    seats = seats_by_member(connection, space, set(chain.from_iterable(wanted)))
    shared = {each: shared_keys(seats, *each) for each in wanted}
    blocks = load_blocks(connection, space, chain.from_iterable(shared.values()))
    return {each for each in wanted if not any(meet(blocks, key, seats, *each) for key in shared[each])}


def shared_keys(seats: Placed, a: int, b: int) -> set[int]:
    """The keys that two members share."""
    mine, theirs = ({block.key for block in seats[n][1]} if n in seats else set() for n in (a, b))
    return mine & theirs


def meet(blocks: Blocks, key: int, seats: Placed, a: int, b: int) -> bool:
    """Whether two members meet through a key."""
    sides = [(seat, next(block.gone for block in where if block.key == key)) for seat, where in (seats[a], seats[b])]
    return blocks.meets(key, sides[0], sides[1])
