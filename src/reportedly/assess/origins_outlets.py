"""Which publisher a name means, and who owns it.

In: the `Evidence`, with the user's table of outlets. Out: keys of publishers. A name means a publisher by its full
name, an alias, its initials ("RWA"), or a part of its name that only one publisher has ("the Gull"); else none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.assess.lexicon import rows
from reportedly.linked import Evidence
from reportedly.model import Report

SMALL_WORDS = frozenset({"of", "the", "for", "and", "du", "de", "la", "in"})
"""Words that lend no letter to initials."""

SHORTEST_PART = 4
"""Letters that a part of a name must have to stand for the whole."""

MOST_PARTS = 12
"""Parts of one name that are kept."""

ARTICLE = re.compile(r"^(?:the|The) ")


def folded(name: str) -> str:
    """A name in one case without its article, possessive ending and marks."""
    plain = re.sub(r"[’']s?\b", "", name.casefold())
    words = re.findall(r"\w+", plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@dataclass(frozen=True)
class Outlets:
    """The publishers that are known here: by full name and alias, by initials, by parts of names; and their names."""

    full: dict[str, str]
    initials: dict[str, str]
    parts: dict[str, str]
    names: dict[str, str]
    owners: dict[str, str]

    def key(self, report: Report) -> str:
        """The key of a report's publisher; a report without one is a publisher by itself."""
        if report.publisher is None:
            return f"report {report.id}"
        name = folded(report.publisher)
        return self.full.get(name, name)

    def name(self, key: str) -> str:
        """What to call a publisher."""
        return self.names.get(key, key)

    def meant(self, name: str, in_part: bool) -> str | None:
        """The key of the publisher that `name` means; with `in_part` a part of its name is enough. None for no one.

        Initials stand in capitals, since a person may be called Ada.
        """
        plain = folded(name)
        exact = self.full.get(plain) or (self.initials.get(plain) if ARTICLE.sub("", name).isupper() else None)
        return exact or (self.parts.get(plain) if in_part else None)

    def credited(self, name: str) -> tuple[str, str]:
        """The key and the name of a publisher that is credited: a known one, also by another name it goes by.

        An agency that is not held goes by one name, so that "AP" and "the Associated Press" are one.
        """
        key = self.meant(name, in_part=True)
        if key is None:
            called = also_called(folded(name))
            key = next((self.full[each] for each in called if each in self.full), called[0])
        return key, self.names.get(key, name)

    @cached_property
    def all_names(self) -> dict[str, tuple[str, ...]]:
        """For each key all that means it and nothing else, folded."""
        found: dict[str, list[str]] = {}
        for table in (self.full, self.initials, self.parts):
            for name, key in table.items():
                found.setdefault(key, []).append(name)
        return {key: tuple(dict.fromkeys(some)) for key, some in found.items()}

    def called(self, key: str) -> tuple[str, ...]:
        """The folded names that mean this publisher alone."""
        return self.all_names.get(key, ())

    def owned_by(self, key: str) -> Iterator[str]:
        """The owners of a publisher, nearest first, each once."""
        seen = {key}
        while key in self.owners:
            owner = self.owners[key]
            key = self.full.get(folded(owner), folded(owner))
            if key in seen:
                return
            seen.add(key)
            yield owner


def outlets_of(evidence: Evidence) -> Outlets:
    """The publishers of all reports of `evidence` and of its table."""
    full: dict[str, str] = {}
    names: dict[str, str] = {}
    owners: dict[str, str] = {}
    for name, outlet in sorted(evidence.outlets.items()):
        key = folded(outlet.name)
        names[key] = outlet.name
        full |= dict.fromkeys(map(folded, (name, outlet.name, *outlet.aliases)), key)
        if outlet.owner is not None:
            owners[key] = outlet.owner
    tabled = set(map(folded, evidence.outlets))
    for account in (*evidence.accounts, *evidence.gone):
        report = account.report
        if report.publisher is None:
            names[f"report {report.id}"] = f"the publisher of {report.ref}"
            continue
        plain = folded(report.publisher)
        key = full.setdefault(plain, plain)
        if key == plain and plain not in tabled:
            names[key] = min(report.publisher, names.get(key, report.publisher))
    full.pop("", None)
    return Outlets(full, sole((letters(n), k) for n, k in full.items()), sole(all_parts(full)), names, owners)


def also_called(name: str) -> list[str]:
    """The folded names of a credited outlet, the one that stands for all first; the one given where it has no other."""
    return several_names().get(name, [name])


@cache
def several_names() -> dict[str, list[str]]:
    """For each folded name of an agency in the lexicon all that it is called, in the order of the file."""
    found: dict[str, list[str]] = {}
    for first, other in rows("agencies.tsv"):
        found.setdefault(folded(first), [folded(first)]).append(folded(other))
    return {name: some for some in found.values() for name in some}


def letters(name: str) -> str:
    """The initials of a folded name of three words or more, "" for a shorter one."""
    words = [word for word in name.split() if word not in SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def all_parts(full: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each part of each name that may stand for the whole, with the key: its first words or its last ones.

    Of "Interior Ministry of the Reach" only the first ones, since the last ones name something else; one first word
    alone says too little.
    """
    for name, key in full.items():
        words = name.split()
        parts = [words[:end] for end in range(2, len(words)) if words[end - 1] not in SMALL_WORDS]
        if not SMALL_WORDS.intersection(words):
            parts += [words[start:] for start in range(1, len(words))]
        for part in parts[:MOST_PARTS]:
            if len(" ".join(part)) >= SHORTEST_PART:
                yield " ".join(part), key


def sole(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names that mean one key only."""
    found: dict[str, set[str]] = {}
    for name, key in pairs:
        if name:
            found.setdefault(name, set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}
