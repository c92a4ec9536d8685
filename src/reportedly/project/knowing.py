"""The knowledge base as the store holds it, asked name by name.

In: a connection. Out: a `Known` that answers from the database and remembers what it was asked.
"""

import json

from sqlalchemy import Connection

from reportedly.link.known import Known, KnownEntry, normal
from reportedly.store import deciding


class StoredKnown(Known):
    """A knowledge base in the project's database, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        super().__init__({})
        self.connection = connection
        self.asked: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.entries: dict[str, KnownEntry | None] = {}
        self.is_empty = not deciding.has_known(connection)

    def both(self, folded: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of entries that go by a name, and of those that have it as a weak alias."""
        if self.is_empty:
            return (), ()
        if folded not in self.asked:
            found = deciding.known_ids(self.connection, folded)
            strong = tuple(each for each, weak in found if not weak)
            self.asked[folded] = (strong, tuple(each for each, weak in found if weak))
        return self.asked[folded]

    def ids(self, folded: str) -> tuple[str, ...]:
        """The ids of the entries that go by this name."""
        return self.both(folded)[0]

    def weak_ids(self, folded: str) -> tuple[str, ...]:
        """The ids of the entries that have this name as a weak alias."""
        return self.both(folded)[1]

    def entry(self, id: str) -> KnownEntry | None:  # noqa: A002  # the name that the base class gives it
        """The entry with this id."""
        if id not in self.entries:
            body = deciding.known_entry(self.connection, id)
            self.entries[id] = None if body is None else read_entry(id, body)
        return self.entries[id]


def entry_body(entry: KnownEntry) -> str:
    """An entry as it is kept."""
    return json.dumps([entry.schema, entry.name, entry.names, entry.weak], ensure_ascii=False)


def read_entry(entry_id: str, body: str) -> KnownEntry:
    """The entry that was kept."""
    schema, name, names, weak = json.loads(body)
    return KnownEntry(entry_id, schema, name, tuple(names), tuple(weak))


def entry_row(entry: KnownEntry) -> tuple[str, str, list[tuple[str, bool]]]:
    """An entry as a row: id, body, folded names with whether they are weak; a strong name goes before a weak one."""
    names = [(normal(each), False) for each in (entry.name, *entry.names)]
    return entry.id, entry_body(entry), names + [(normal(each), True) for each in entry.weak]
