"""The accounts of an event side by side: each slot with its values, and who gives each.

In: an `Evidence`. Out: a `Table`. Values stand in the order in which they were first published; a value first given
after another one of its slot is marked as later. Nothing here weighs one against the other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from reportedly.assess.slots import ORDER, Reading, readings
from reportedly.linked import Account, Evidence

Key = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot: its words in the first account, its normal form, and all accounts that give it."""

    text: str
    normal: str
    accounts: tuple[Account, ...]
    later: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot with its values in the order in which they were first given."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Accounts side by side."""

    slots: tuple[Slot, ...]

    def slot(self, name: str) -> Slot:
        """The slot of that name, without values where no account gives one."""
        return next((slot for slot in self.slots if slot.name == name), Slot(name, ()))


def published(account: Account) -> Key:
    """What accounts are ordered by: publication, then the report's id and the place in its text.

    Reports without a date come last.
    """
    claim = account.claim
    return account.report.published or "9999", account.claim.report_id, claim.sentence.start, claim.trigger.start


def in_order(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Accounts in the order of publication; those of one place in a text by their claims' ids."""
    found = sorted(accounts, key=published)
    alike = (list(some) for _, some in groupby(found, key=published))
    return tuple(a for some in alike for a in (some if len(some) == 1 else sorted(some, key=lambda a: a.claim.id)))


def telling(evidence: Evidence) -> tuple[Account, ...]:
    """The accounts that say it happened, in the order of publication."""
    return in_order(a for a in evidence.accounts if a.part == "account")


def later_accounts(evidence: Evidence) -> tuple[Account, ...]:
    """The accounts published on a later day than the first account or denial of the event, in order."""
    first = min((day_of(a) for a in evidence.accounts), default="9999")
    return tuple(a for a in telling(evidence) if day_of(a) > first)


def day_of(account: Account) -> str:
    """The day of publication, `9999` for a report without one."""
    return (account.report.published or "9999")[:10]


def side_by_side(evidence: Evidence) -> Table:
    """Every slot that an account fills, with its values and who gives them; denials are no accounts of it."""
    found: dict[str, dict[str, list[Reading]]] = {}
    for account in telling(evidence):
        for reading in readings(account, evidence):
            found.setdefault(reading.slot, {}).setdefault(reading.normal, []).append(reading)
    return Table(tuple(Slot(name, values_of(found[name])) for name in sorted(found, key=place_of)))


def values_of(given: Mapping[str, list[Reading]]) -> tuple[Value, ...]:
    """The values of one slot, first given first; later ones came with a report of a later day."""
    values = list(given.values())
    start = day_of(values[0][0].account)
    return tuple(
        Value(v[0].text, v[0].normal, tuple(dict.fromkeys(r.account for r in v)), day_of(v[0].account) > start)
        for v in values
    )


def place_of(slot: str) -> tuple[int, str]:
    """Where a slot stands among the others."""
    return (ORDER.index(slot) if slot in ORDER else len(ORDER)), slot
