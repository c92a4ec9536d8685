"""Events that more than one report tells, for a briefing. In: evidence with its assessment, numbered notes. Out: rows.

Each sentence has the numbers of the notes that it rests on. Origins are counted where they are assessed, not here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.assess.assessment import Assessment
from reportedly.assess.labels import title, when_told
from reportedly.assess.wording import counted, denied, differing
from reportedly.export.dates import words
from reportedly.export.neutral import readable
from reportedly.export.statements import Note
from reportedly.linked import Account, Evidence

LEAST = 2
"""Reports that tell an event which stands in a briefing by itself."""

Assessed = tuple[Evidence, Assessment]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on an event and the numbers of its notes."""

    words: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event that several reports tell: how many origins, what stands against it, what may count for less."""

    title: str
    when: str
    counted: Told
    against: tuple[Told, ...]
    discounts: tuple[str, ...]


def events_told(assessed: Iterable[Assessed], numbered: Sequence[Note]) -> list[EventTold]:
    """The events that at least LEAST reports tell, in the order given; those without a note here are left out."""
    numbers = {claim.id: note.number for note in numbered for claim in note.claims}
    rows = (event_told(evidence, found, numbers) for evidence, found in assessed if found.reports >= LEAST)
    return [row for row in rows if row.counted.notes]


def event_told(evidence: Evidence, found: Assessment, numbers: Mapping[str, int]) -> EventTold:
    """One event in words."""
    names = {root.key: root.label for root in found.origins.roots}
    told = when_told(evidence)
    return EventTold(
        title=readable(title(evidence)),
        when=words(told) if told else "no date given",
        counted=Told(readable(counted(found)), cited((a for a in evidence.accounts if a.part == "account"), numbers)),
        against=tuple(stands_against(found, numbers)),
        discounts=tuple(
            readable(f"{' and '.join(names.get(key, key) for key in each.roots)}: {each.reason}")
            for each in found.origins.discounts
        ),
    )


def stands_against(found: Assessment, numbers: Mapping[str, int]) -> Iterator[Told]:
    """What accounts contradict each other in, and who denies it."""
    for each in found.contradictions:
        yield Told(readable(differing(each)), cited((each.a, each.b), numbers))
    for denial in found.denials:
        yield Told(readable(denied(denial)), cited(denial.tellings, numbers))


def cited(accounts: Iterable[Account], numbers: Mapping[str, int]) -> tuple[int, ...]:
    """The numbers of the notes in which these accounts stand."""
    return tuple(sorted({numbers[each.claim.id] for each in accounts if each.claim.id in numbers}))
