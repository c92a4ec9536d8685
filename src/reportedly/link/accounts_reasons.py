"""Why two claims are taken to speak of one event: a sentence for the reader.

In: two claims told and the signs between them. Out: one sentence that names what agrees and what differs.
"""

from collections.abc import Iterator
from datetime import date

from reportedly.link.accounts_acts import act_of
from reportedly.link.accounts_card import Signs, gap
from reportedly.link.accounts_told import Days, Told
from reportedly.link.names_reasons import and_list

MOST = 3
"""Participants that a reason names."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def event_reason(a: Told, b: Told, signs: Signs) -> str:
    """What the two share, then what differs: "Both tell of a visit with Veld Column; 27 April lies in ..."."""
    opening = f"Both tell of {act(a, b)}{who(signs)}"
    rest = [*when(a, b), *where(a, b, signs), *stories(signs), *differences(a, b, signs)]
    return f"{'; '.join([opening, *rest])}."


def act(a: Told, b: Told) -> str:
    """The act in words; both, where the tellers differ."""
    return " or ".join(sorted({act_of(a.claim).shown, act_of(b.claim).shown}))


def who(signs: Signs) -> str:
    """The participants in both."""
    names = list(dict.fromkeys(meeting.shown for meeting in signs.met if meeting.named))[:MOST]
    return f" with {and_list(sorted(names))} in both" if names else ""


def when(a: Told, b: Told) -> Iterator[str]:
    """How the days stand to each other."""
    if a.days is None or b.days is None:
        if a.days is None and b.days is None:
            yield "neither gives a day"
        else:
            yield "only one gives a day"
        return
    one, two = sorted((a.days, b.days), key=lambda days: (days.length, days))
    if gap(one, two) > 0:
        yield f"the days differ by one, {in_words(one)} and {in_words(two)}"
    elif one == two:
        yield f"both give {in_words(one)}"
    else:
        yield (
            f"{in_words(one)} lies in {in_words(two)}" if within(one, two) else f"{in_words(one)} meets {in_words(two)}"
        )


def within(one: Days, two: Days) -> bool:
    """Whether the first interval lies in the second."""
    return (two.first or 0) <= (one.first or 0) and (one.last or 10**9) <= (two.last or 10**9)


def in_words(days: Days) -> str:
    """An interval as days of the calendar."""
    first = day(days.first) if days.first is not None else "an open day"
    last = day(days.last) if days.last is not None else "an open day"
    return first if first == last else f"{first} to {last}"


def day(ordinal: int) -> str:
    """A day as reports write it."""
    found = date.fromordinal(ordinal)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def where(a: Told, b: Told, signs: Signs) -> Iterator[str]:
    """The place, where both agree in it."""
    if a.spot is None or b.spot is None or signs.place is None:
        return
    one, two = sorted((a.spot.shown, b.spot.shown))
    if signs.place == "same" or one == two:
        yield f"both place it in {one}"
    elif signs.place == "nested":
        yield f"{one} and {two} may be one place"


def stories(signs: Signs) -> Iterator[str]:
    """Whether the reports are about the same, or one gives another toll."""
    if "one story" in signs.points:
        yield "the first sentences of the two reports have much in common"
    if "toll of the story" in signs.points:
        yield "one gives another toll of what the report is about"


def differences(a: Told, b: Told, signs: Signs) -> Iterator[str]:
    """What the two tell differently."""
    for meeting in signs.apart:
        one, two = sorted((meeting.a.shown, meeting.b.shown))
        yield f"one names {one}, the other {two}"
    if a.spot is not None and b.spot is not None and signs.place in ("apart", "far"):
        one, two = sorted((a.spot.shown, b.spot.shown))
        yield f"one places it in {one}, the other in {two}"
    count_a, count_b = a.claim.count, b.claim.count
    if count_a is not None and count_b is not None and count_a.value != count_b.value:
        less, more = sorted((count_a.value, count_b.value))
        yield f"the numbers differ, {less} and {more}"
