"""An assessment in sentences for a reader.

In: an `Assessment`. Out: sentences, each with its reason; they say who says what, and never that it is so.
"""

from collections.abc import Iterator

from reportedly.assess.assessment import Assessment
from reportedly.assess.contradictions import Contradiction
from reportedly.assess.denials import Denial, Denied, Voice, spoken_on
from reportedly.assess.grades import Grade
from reportedly.assess.labels import day_in_words, in_words
from reportedly.assess.trends import Repetition

SLOTS = {
    "killed": "the number of dead",
    "people": "the number of people",
    "when": "the time",
    "where": "the place",
    "recipient": "the person concerned",
    "times": "the number of times",
    "polarity": "whether it happened",
}
"""What slots are called in a sentence; any other is a number of those it names."""


def sentences(found: Assessment) -> tuple[str, ...]:
    """All that an assessment says, in the order in which a reader asks: who knows, who differs, who denies."""
    return (
        counted(found),
        *([f"On its best footing {found.footing.reason}."] if found.footing is not None else []),
        *(differing(each) for each in found.contradictions),
        *(denied(each) for each in found.denials),
        *later(found),
        *found.unclear,
        *(graded(found.grade) if found.grade is not None else ()),
    )


def counted(found: Assessment) -> str:
    """How many reports tell it and how many origins they go back to."""
    if not found.reports:
        return "No report that stands tells it."
    reports = "1 report tells it" if found.reports == 1 else f"{found.reports} reports tell it"
    if not found.origins.count:
        return f"{reports}; no origin is left for it."
    origins = "1 origin" if found.origins.count == 1 else f"{found.origins.count} origins"
    return f"{reports}; by what they say it goes back to {origins}: {listed(root_labels(found))}."


def root_labels(found: Assessment) -> list[str]:
    """The labels of the roots that count."""
    return [root.label for root in found.origins.roots if root.kind != "withdrawn"]


def differing(found: Contradiction) -> str:
    """A contradiction with both reports."""
    what = slot_words(found.slot)
    outlets = [a.report.publisher or a.report.ref for a in (found.a, found.b)]
    if found.slot == "polarity":
        return f"Accounts contradict each other in {what}: {found.reason}"
    pair = f'"{found.value_a}" ({outlets[0]}) and "{found.value_b}" ({outlets[1]})'
    return f"Accounts contradict each other in {what}: {pair}."


def slot_words(slot: str) -> str:
    """What a slot is called in a sentence."""
    return SLOTS.get(slot, f"the number of {slot}")


def denied(found: Denial) -> str:
    """A denial with its speaker, its day and the reports that tell it; by each name that reports give the speaker."""
    voices = "; ".join(voiced(each, found.slot) for each in found.voices)
    return f"{voices}{'; counted as one denial' if len(found.voices) > 1 else ''}."


def voiced(found: Voice, slot: Denied) -> str:
    """A denial in the mouth of one speaker, as some reports give it."""
    what = "having done it" if slot == "actor" else "it"
    told = len({a.claim.report_id for a in found.tellings})
    reports = "1 report" if told == 1 else f"{told} reports"
    dated = {a.claim.report_id for a in found.tellings if spoken_on(a.claim) == found.spoken}
    day = f" on {in_words(found.spoken)}" if found.spoken and "/" not in found.spoken else ""
    some = f", by {len(dated)} of them{day}" if day and len(dated) < told else ""
    first = f", first published on {day_in_words(found.published)}" if found.published else ""
    who = found.speaker[:1].upper() + found.speaker[1:]
    return f"{who} denied {what}{'' if some else day}, by the word of {reports}{some}{first}"


def later(found: Assessment) -> Iterator[str]:
    """How many accounts came later than the first."""
    reports = len({a.claim.report_id for a in found.later})
    if reports:
        which = "1 report was" if reports == 1 else f"{reports} reports were"
        yield f"{which} published on a later day than the first."


def graded(found: Grade) -> Iterator[str]:
    """The derivation of a grade, and the expression of likelihood that it suggests."""
    yield from found.derivation
    if found.icd203 is not None:
        yield f"In the words of ICD 203 an analyst may start from: {found.icd203}; nothing here adopts it."


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def repeated(found: Repetition, one: str, other: str) -> str:
    """The latest event of two entities as the nth of its kind within a year, counted from events."""
    nth = f"the {ordinal(found.nth)} {found.kind.lower()} of {one} and {other} within a year"
    room = f"; it may be the {ordinal(found.at_most)}, since some days are vague" if found.at_most > found.nth else ""
    return f"By the days that accounts give this is {nth}, counted from events{room}."


def ordinal(number: int) -> str:
    """A number as "third" or "21st"."""
    if number <= len(ORDINALS):
        return ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listed(names: list[str]) -> str:
    """Names with commas and a last "and"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"
