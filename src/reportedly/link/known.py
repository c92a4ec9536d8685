"""The user's own knowledge base of persons and bodies: what an entry holds, and which entries a name belongs to.

In: entries, as `known_files` reads them. Out: a `Known` that is asked by folded name. A name that two entries share
belongs to both, and weak aliases are kept apart, since they never join two names by themselves. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.link.names_plain import plain_words
from reportedly.model import Skipped


@lru_cache(maxsize=16384)
def normal(name: str) -> str:
    """The key under which a name is looked up: its words in plain letters; empty where it has no letter or digit."""
    return " ".join(plain_words(name))


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """One entry of a knowledge base: id, FollowTheMoney schema, caption, the names it goes by, and weak aliases."""

    id: str
    schema: str
    name: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()


class Known:
    """A knowledge base held in memory; one that is held elsewhere overrides `ids`, `weak_ids` and `entry`."""

    def __init__(self, entries: Mapping[str, KnownEntry], skips: tuple[Skipped, ...] = ()) -> None:
        self.skips = skips
        self._entries = entries
        self._strong = by_name((name, entry.id) for entry in entries.values() for name in (*entry.names, entry.name))
        self._weak = by_name((name, entry.id) for entry in entries.values() for name in entry.weak)

    @classmethod
    def of(cls, entries: Iterable[KnownEntry], skips: tuple[Skipped, ...] = ()) -> "Known":
        """A knowledge base of these entries; of two with one id the names count for both, the first gives the rest."""
        found: dict[str, KnownEntry] = {}
        for entry in entries:
            found[entry.id] = merged(found[entry.id], entry) if entry.id in found else entry
        return cls(found, skips)

    def ids(self, folded: str) -> tuple[str, ...]:
        """The ids of the entries that go by this name (`normal`), sorted; none for an empty or unknown one."""
        return self._strong.get(folded, ())

    def weak_ids(self, folded: str) -> tuple[str, ...]:
        """The ids of the entries that have this name (`normal`) as a weak alias, sorted."""
        return self._weak.get(folded, ())

    def entry(self, key: str) -> KnownEntry | None:
        """The entry with the id `key`, None where there is none."""
        return self._entries.get(key)

    def __len__(self) -> int:
        return len(self._entries)


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """For each folded name the ids it belongs to, sorted."""
    found: dict[str, set[str]] = {}
    for name, key in pairs:
        if folded := normal(name):
            found.setdefault(folded, set()).add(key)
    return {folded: tuple(sorted(ids)) for folded, ids in found.items()}


def merged(a: KnownEntry, b: KnownEntry) -> KnownEntry:
    """Two entries of one id as one."""
    names, weak = dict.fromkeys((*a.names, b.name, *b.names)), dict.fromkeys((*a.weak, *b.weak))
    return KnownEntry(a.id, a.schema, a.name, tuple(names), tuple(weak))


NOTHING_KNOWN = Known({})
"""The knowledge base of a user who has none."""
