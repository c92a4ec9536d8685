"""One neutral line for an event or tie, from what most of its accounts give.

In: an `Evidence` and the number of its origins. Out: a line that says who is said to have done what, when and where,
and by how many origins' account, or a title of it without day and number; never that it is so.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import shorten

from reportedly.assess.accounts import in_order, telling
from reportedly.assess.lexicon import words
from reportedly.assess.slots import SIDES
from reportedly.days import bounds
from reportedly.linked import Account, Evidence, Part
from reportedly.model import Role, RoleName

OPENINGS: dict[Part, str] = {"denial": "no ", "other": "planned or possible ", "account": "withdrawn: "}
"""How a line opens where no report that stands tells that it happened."""

MARKS: dict[Part, str] = {"denial": "denied: ", "other": "planned or possible: ", "account": "withdrawn: "}
"""How a title opens where no report that stands tells that it happened."""

QUOTED = 60
"""Characters of a sentence that a title shows."""

NAMES = 3
"""Names that a line shows; of more it says that there are others."""

RUN = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+(?:(?:of|for|and|de|al)\s+)?[^\W\d_a-z][\w'’-]*)*")
"""Capitalised words in a row: a name inside a description."""

OPENING = re.compile(r"^(?:The|A|An|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|His|Her|Their|Its|No)\b\s*")
SIDED: tuple[tuple[RoleName, ...], ...] = (
    ("actor", "subject"), ("participant",), ("recipient", "host", "victim", "object", "beneficiary")
)  # fmt: skip
"""The roles of each side, in the order in which a line names them."""

PARTS = {(1, 10): "early ", (11, 20): "mid-", (1, 15): "the first half of ", (16, 31): "the second half of "}
"""Intervals of days in one month that have a name; the last one has another day of end in each month."""


def label(evidence: Evidence, origins: int | None = None) -> str:
    """A line for an event or tie: what, who, when, where, by how many origins' account.

    Of each the value that most reports give, the first published among equals; what no account gives is left out. Where
    nobody says that it happened, the line is that of the denials, plans or withdrawn accounts, and says so.
    """
    accounts = speaking(evidence)
    opening = "" if is_told(evidence) else OPENINGS[part_of(evidence)]
    when = when_told(evidence)
    rest = [" / ".join(names_of(accounts, evidence)), in_words(when) if when else "", place_of(accounts)]
    told = ", ".join(part for part in rest if part)
    what = f"{opening}{act_of(accounts)}"
    line = f"{what}, it is said: {told}" if told else f"{what}, it is said"
    if origins is None:
        return line
    return f"{line}, by {origins} {'origin' if origins == 1 else 'origins'}' account".replace("origin' ", "origin's ")


def title(evidence: Evidence) -> str:
    """A short line for a list or a head: the act or tie, the names, the place; no day and no number.

    Where nobody says that it happened, it opens with what is said instead. Where no account names anybody or a place,
    it has the beginning of a sentence that tells of it.
    """
    accounts, names = speaking(evidence), names_of(speaking(evidence), evidence)
    place = place_of(accounts)
    rest = [" / ".join(names), "" if place in names else place]
    opening = "" if is_told(evidence) else MARKS[part_of(evidence)]
    told = ", ".join(part for part in rest if part) or quoted(accounts)
    return f"{opening}{act_of(accounts)}{': ' if told else ''}{told}"


def quoted(accounts: Sequence[Account]) -> str:
    """The beginning of the sentence of the first account of the line's act, in quotation marks; empty without one."""
    told = (a.claim.sentence.of(a.report.text) for a in accounts if act(a) == act_of(accounts))
    found = next(told, "")
    return f"“{shorten(found, QUOTED, placeholder=' ...')}”" if found else ""


def when_told(evidence: Evidence) -> str | None:
    """The date (EDTF) that an event or tie is shown with; None where no account gives one.

    Of an event the one that most reports give, the first published among equals; of a tie what all lie within, for it
    lasts. Tables, exports and counts over time all take it from here.
    """
    dates = [edtf for edtf in dates_of(speaking(evidence)) if bounds(edtf) != (None, None)]
    if evidence.kind == "tie":
        return within(dates)
    return dates[0] if dates else None


def narrowest_told(evidence: Evidence) -> tuple[str, tuple[Account, ...]] | None:
    """The most exact date (EDTF) that some account gives for an event, with all accounts that give it.

    None where it is no more exact than the date that the event is shown with; a tie has none.
    """
    told = when_told(evidence)
    if told is None or evidence.kind == "tie":
        return None
    accounts = speaking(evidence)
    exact = min(dates_of(accounts), key=exactness)
    if exactness(exact)[:2] >= exactness(told)[:2]:
        return None
    return exact, tuple(a for a in accounts if a.claim.time is not None and a.claim.time.edtf == exact)


def exactness(edtf: str) -> tuple[bool, int, str]:
    """What orders dates by how exactly they are given; open ones come last."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return True, 0, edtf
    return False, (date.fromisoformat(last) - date.fromisoformat(first)).days, edtf


def within(times: Iterable[str]) -> str | None:
    """What dates (EDTF) lie within, its ends as exact as they are given, open where one of them is; None for no dates.

    >>> within(["2025-07-20", "2024"]), within(["2019/..", "2020-05"])
    ('2024/2025-07-20', '2019/..')
    """
    parts = [(each.partition("/")[0], each.rpartition("/")[2], *bounds(each)) for each in times]
    if not parts:
        return None
    start = min((first or "", part if first else "..") for part, _, first, _ in parts)[1]
    end = max((last or "9999", part if last else "..") for _, part, _, last in parts)[1]
    return start if start == end else f"{start}/{end}"


def is_told(evidence: Evidence) -> bool:
    """Whether a report that stands tells that it happened, or nothing is held at all."""
    return any(a.part == "account" for a in evidence.accounts) or not (evidence.accounts or evidence.gone)


def speaking(evidence: Evidence) -> tuple[Account, ...]:
    """The accounts that a line is made from: those that tell it, else denials and plans, else withdrawn ones."""
    return telling(evidence) or in_order(evidence.accounts or evidence.gone)


def part_of(evidence: Evidence) -> Part:
    """What stands where no account does: denials, plans, or accounts of reports that no longer stand."""
    parts = [a.part for a in evidence.accounts]
    return "denial" if "denial" in parts else "other" if parts else "account"


def commonest(values: Iterable[tuple[str, Account]]) -> list[str]:
    """The values by the number of reports that give them, most first, first given first among equals."""
    given = Counter(value for value, _ in dict.fromkeys((v, a.claim.report_id) for v, a in values))
    return [value for value, _ in given.most_common()]


def act(account: Account) -> str:
    """What one account tells: its mode or tie, else its type."""
    return account.claim.mode or (account.claim.type or account.claim.tie or "").lower()


def act_of(accounts: Sequence[Account]) -> str:
    """What is told: the commonest mode or tie, the type where accounts have no mode."""
    kinds = commonest((act(a), a) for a in accounts)
    return kinds[0] if kinds else "nothing"


def kind_told(evidence: Evidence) -> tuple[str | None, str | None]:
    """The type and mode of an event or tie, those that most reports give with the act of its line; None for neither."""
    accounts = speaking(evidence)
    shown = act_of(accounts)
    kinds = Counter((a.claim.type, a.claim.mode) for a in accounts if act(a) == shown)
    return kinds.most_common(1)[0][0] if kinds else (None, None)


def names_of(accounts: Sequence[Account], evidence: Evidence) -> list[str]:
    """The commonest names of those who take part, the doing side first; few, and that there are others.

    Where no account names anybody, the commonest description of each side.
    """
    named = [(n, r.role, a) for a in accounts for r in a.claim.roles for n in names_in(r, a, evidence)]
    found = list(dict.fromkeys(n for side in SIDED for n in commonest((n, a) for n, role, a in named if role in side)))
    if not found:
        return [told for side in SIDED for told in descriptions(accounts, side)[:1]]
    return found if len(found) <= NAMES else [*found[:NAMES], "others"]


def descriptions(accounts: Sequence[Account], side: tuple[RoleName, ...]) -> list[str]:
    """The phrases for those of one side, the commonest first."""
    told = ((r.span.of(a.report.text), a) for a in accounts for r in a.claim.roles if r.role in side)
    return commonest((text, a) for text, a in told if text.lower() not in words("pronouns.tsv"))


def names_in(role: Role, account: Account, evidence: Evidence) -> Iterator[str]:
    """The names that a participant's phrase means or holds, by the entity across reports where it has one."""
    if role.role not in SIDES:
        return
    entity = evidence.entity_of(role.entity)
    if entity is not None or role.entity is not None:
        yield entity.name if entity is not None else role.entity.name  # type: ignore[union-attr]
        return
    known = {name.name: each.name for each in evidence.entities.values() for name in each.names}
    phrase = OPENING.sub("", role.span.of(account.report.text))
    for match in RUN.finditer(phrase):
        name = match.group().removesuffix("'s").removesuffix("’s")
        if match.start() > 0 or " " in name or name in known:
            yield known.get(name, name)


def dates_of(accounts: Sequence[Account]) -> list[str]:
    """The dates (EDTF) that accounts give in words, the commonest first."""
    times = ((a.claim.time, a) for a in accounts)
    return commonest((str(time.edtf), a) for time, a in times if time and time.span and time.edtf)


def place_of(accounts: Sequence[Account]) -> str:
    """The commonest place; empty where no account gives one."""
    found = commonest((a.claim.place.name, a) for a in accounts if a.claim.place is not None)
    return found[0] if found else ""


def in_words(edtf: str) -> str:
    """An EDTF value as a reader says it; the value itself where it has no plain words.

    >>> in_words("2025-04-21/2025-04-30"), in_words("2024"), in_words("2023-10/..")
    ('late April 2025', '2024', 'since October 2023')
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return day_in_words(start)
    if start in ("..", ""):
        return f"by {day_in_words(end)}"
    if end in ("..", ""):
        return f"since {day_in_words(start)}"
    return part_of_month(*bounds(edtf)) or f"{day_in_words(start)} to {day_in_words(end)}"


def part_of_month(first: str | None, last: str | None) -> str | None:
    """The name of a part of a month, such as "late April 2025"; None for any other interval."""
    if first is None or last is None or first[:7] != last[:7]:
        return None
    month, ends = day_in_words(first[:7]), (int(first[8:]), int(last[8:]))
    if ends[1] == monthrange(int(last[:4]), int(last[5:7]))[1] and ends[0] in (1, 21):
        return month if ends[0] == 1 else f"late {month}"
    return f"{PARTS[ends]}{month}" if ends in PARTS else f"{ends[0]} to {ends[1]} {month}"


def day_in_words(day: str) -> str:
    """A day, month or year in words: "14 January 2026", "June 2025", "2024"; any other value as it is."""
    plain_day = day.partition("T")[0]
    try:
        if len(plain_day) == 10:
            found = date.fromisoformat(plain_day)
            return f"{found.day} {found:%B %Y}"
        if len(plain_day) == 7:
            return f"{date.fromisoformat(plain_day + '-01'):%B %Y}"
    except ValueError:
        return day
    return day
