"""What differs between two states of a collection, in sentences: after a withdrawal, a correction, a day.

In: the `Summary` of every event and tie before and after. Out: `Change`s event by event, or sentences, first those
about many events. Nothing changed gives nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.assess.assessment import Assessment
from reportedly.assess.denials import Denial
from reportedly.assess.wording import slot_words

NAMED = 5
"""Events that a sentence about many names; of more it gives the number."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a slot as a summary keeps it: how accounts word it first, and its normal form."""

    slot: str
    text: str
    normal: str


@dataclass(frozen=True, slots=True)
class Summary:
    """An assessment as a comparison needs it.

    `roots` are the labels of the origins that count, `denials` speaker and what is denied, `contradictions` slot and
    both values.
    """

    id: str
    label: str
    origins: int
    reports: int
    roots: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    values: tuple[Given, ...] = ()


def summary(found: Assessment) -> Summary:
    """What is kept of an assessment to be compared with a later one."""
    return Summary(
        found.id,
        found.label.rpartition(", by ")[0],
        found.origins.count,
        found.reports,
        tuple(sorted(root.label for root in found.origins.roots if root.kind != "withdrawn")),
        tuple(sorted(denied_by(each) for each in found.denials)),
        tuple(sorted(f'{c.slot}: "{c.value_a}" and "{c.value_b}"' for c in found.contradictions)),
        tuple(Given(s.name, v.text, v.normal) for s in found.table.slots if s.name != "what" for v in s.values),
    )


def denied_by(found: Denial) -> str:
    """A denial by its speaker and what is denied."""
    return f"{found.speaker} denies {'having done it' if found.slot == 'actor' else 'it'}"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one event or tie: its id and label, a sentence each; for `left` ones no origin is left."""

    id: str
    label: str
    kind: Literal["left", "changed", "new", "gone"]
    told: tuple[str, ...]


def grouped(before: Mapping[str, Summary], after: Mapping[str, Summary]) -> tuple[Change, ...]:
    """The changes event by event: those left without a source, those that changed, new ones, those nobody tells now.

    Events are known by their ids. What was or is only denied, planned or withdrawn is no new event and none that went.
    """
    found = [change(before.get(key), after.get(key)) for key in {*before, *after}]
    return tuple(sorted((each for each in found if each.told), key=lambda c: (KINDS.index(c.kind), c.label, c.id)))


KINDS = ("left", "changed", "new", "gone")


def change(one: Summary | None, two: Summary | None) -> Change:
    """What changed in one event; nothing told where nothing did."""
    if one is None and two is not None:
        return Change(two.id, two.label, "new", (of_origins(two.origins),) if two.reports else ())
    if two is None and one is not None:
        kind: Literal["left", "gone"] = "left" if one.origins else "gone"
        return Change(one.id, one.label, kind, ("no account is left",) if one.reports else ())
    assert one is not None
    assert two is not None
    label = two.label if two.reports else one.label
    told = tuple(sentence.removeprefix(f"{two.label}: ").removesuffix(".") for sentence in differing(one, two))
    return Change(two.id, label, "left" if one.origins and not two.origins else "changed", told)


def changes(before: Mapping[str, Summary], after: Mapping[str, Summary], cause: str = "this change") -> tuple[str, ...]:
    """Sentences on what `cause` ("this withdrawal") changes; events are known by their ids, in the order of labels."""
    ids = sorted({*before, *after}, key=lambda i: ((after.get(i) or before[i]).label, i))
    pairs = [(before.get(i), after.get(i)) for i in ids]
    return (
        *bereft(pairs, cause),
        *(sentence for one, two in pairs if one is not None and two is not None for sentence in differing(one, two)),
        *(f"New: {two.label} ({of_origins(two.origins)})." for one, two in pairs if one is None and two is not None),
        *(f"No account is left: {one.label}." for one, two in pairs if one is not None and two is None),
    )


def bereft(pairs: list[tuple[Summary | None, Summary | None]], cause: str) -> Iterator[str]:
    """One sentence on the events that no source stands for any longer, if there are such."""
    left = [one for one, two in pairs if one is not None and one.origins and not (two is not None and two.origins)]
    if left:
        events = "1 event" if len(left) == 1 else f"{len(left)} events"
        named = "; ".join(each.label for each in left[:NAMED]) + ("; ..." if len(left) > NAMED else "")
        yield f"{cause[:1].upper()}{cause[1:]} leaves {events} without a source: {named}."


def differing(before: Summary, after: Summary) -> Iterator[str]:
    """What differs in one event."""
    about = f"{after.label}: "
    if before.origins != after.origins or before.roots != after.roots:
        yield about + origins_changed(before, after)
    if before.reports != after.reports:
        yield f"{about}{of_reports(before.reports)} before, {of_reports(after.reports)} now."
    for slot in dict.fromkeys(each.slot for each in (*before.values, *after.values)):
        for sentence in values_changed(slot, before, after):
            yield about + sentence
    yield from (about + s for s in listed("contradiction", before.contradictions, after.contradictions))
    yield from (about + s for s in listed("denial", before.denials, after.denials))


def origins_changed(before: Summary, after: Summary) -> str:
    """The number of origins before and after, with those that went and those that came."""
    gone = [root for root in before.roots if root not in after.roots]
    come = [root for root in after.roots if root not in before.roots]
    why = [f"no longer {'; '.join(gone)}"] * bool(gone) + [f"now also {'; '.join(come)}"] * bool(come)
    number = (
        f"still {of_origins(after.origins)}"
        if before.origins == after.origins
        else f"{of_origins(before.origins)} before, {of_origins(after.origins)} now"
    )
    return f"{number}{': ' if why else ''}{', '.join(why)}."


def values_changed(slot: str, before: Summary, after: Summary) -> Iterator[str]:
    """What accounts give of a slot before and after; one number for another is a rise or a fall."""
    old, new = ({v.normal: v for v in s.values if v.slot == slot} for s in (before, after))
    gone, come = [old[n] for n in old if n not in new], [new[n] for n in new if n not in old]
    if len(gone) == len(come) == 1 and (step := direction(gone[0], come[0])) is not None:
        yield f'{slot_words(slot)}, as told, {step} from "{gone[0].text}" to "{come[0].text}".'
        return
    yield from (f'no account gives "{each.text}" any longer ({slot}).' for each in gone)
    yield from (f'an account now gives "{each.text}" ({slot}).' for each in come)


def direction(one: Given, two: Given) -> str | None:
    """Whether a number rises or falls; None where the values are no numbers, or one number."""
    found = [re.fullmatch(r"(?:exact|about|at_least|at_most) (\d+)(?: .*)?", each.normal) for each in (one, two)]
    numbers = [int(match.group(1)) for match in found if match is not None]
    if len(numbers) < 2 or numbers[0] == numbers[1]:
        return None
    return "rises" if numbers[0] < numbers[1] else "falls"


def listed(what: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """What of a list went and what came."""
    yield from (f"a {what} is gone: {each}." for each in before if each not in after)
    yield from (f"a new {what}: {each}." for each in after if each not in before)


def of_origins(number: int) -> str:
    """A number of origins in words."""
    return "1 origin" if number == 1 else f"{number} origins"


def of_reports(number: int) -> str:
    """A number of reports in words."""
    return "1 report" if number == 1 else f"{number} reports"
