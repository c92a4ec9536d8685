"""Blocks to and from the database.

In: a connection, a space, keys or members. Out: `Blocks` with the first seats of each key loaded; their moves written.
"""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from reportedly.link.blocks import Block, Blocks, Seat
from reportedly.store.links import SeatRow, hidden_seats, seats_of, visible_seats, write_seats


def load_blocks(connection: Connection, space: int, keys: Iterable[int]) -> Blocks:
    """The blocks of these keys, both of things that stand and of those that are gone."""
    visible: dict[Block, list[Seat]] = defaultdict(list)
    for key, gone, _, rank, member in visible_seats(connection, space, keys):
        visible[Block(key, gone)].append(Seat(rank, member))

    def rest(block: Block) -> list[Seat]:
        return [Seat(*each) for each in hidden_seats(connection, space, block.key, block.gone)]

    return Blocks(dict(visible), rest)


def save_blocks(connection: Connection, space: int, blocks: Blocks) -> None:
    """Write what moved."""
    first: dict[tuple[Block, Seat], bool | None] = {}
    last: dict[tuple[Block, Seat], bool | None] = {}
    for move in blocks.moves:
        first.setdefault((move.block, move.seat), move.before)
        last[move.block, move.seat] = move.after
    removed: list[SeatRow] = []
    turned: list[SeatRow] = []
    added: list[SeatRow] = []
    for (block, seat), before in sorted(first.items()):
        after = last[block, seat]
        if before == after:
            continue
        rows = added if before is None else removed if after is None else turned
        rows.append((block.key, block.gone, bool(after), seat.rank, seat.member))
    write_seats(connection, space, removed, turned, added)
    blocks.moves.clear()


def seats_by_member(connection: Connection, space: int, members: Iterable[int]) -> dict[int, tuple[Seat, list[Block]]]:
    """For each member its seat, and the blocks it sits in."""
    found: dict[int, tuple[Seat, list[Block]]] = {}
    for key, gone, _, rank, member in seats_of(connection, space, members):
        found.setdefault(member, (Seat(rank, member), []))[1].append(Block(key, gone))
    return found
