"""One field of a claim, as a person corrects it.

In: a claim, a field, a value, the report that it was read in. Out: the claim with that field. Words that a person gives
for who says it or takes part must stand in the report.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast, get_args

from reportedly.days import is_date
from reportedly.errors import Stop
from reportedly.model import (
    Basis,
    Certainty,
    Claim,
    Count,
    CountBound,
    EventType,
    Link,
    Place,
    Polarity,
    Reference,
    Role,
    RoleName,
    SourceKind,
    Temporality,
    TieType,
    Time,
)
from reportedly.project.meaning import Reading, called, members, plain, several

ROLES: tuple[RoleName, ...] = get_args(RoleName)
OF_TIES: tuple[RoleName, ...] = ("subject", "object")
"""The roles of ties; the others are those of events."""

CAPACITY = "_capacity"
"""What follows a role in the name of the field that is the capacity of who has it."""

FIELDS: Mapping[str, Any] = {
    "type": EventType, "tie": TieType, "certainty": Certainty, "polarity": Polarity, "temporality": Temporality,
    "mode": None, "time": None, "place": None, "count": None, "source": None, "source_kind": SourceKind, "basis": Basis,
    "medium": None, **dict.fromkeys(ROLES), **{f"{role}{CAPACITY}": None for role in ROLES},
}  # fmt: skip
"""Fields of a claim that a judgement may correct, and what each may be; None for any text."""

OF_LINKS = ("source_kind", "basis", "medium")
"""Fields of the innermost source of a claim."""

MAY_BE_ABSENT = ("basis",)
"""Fields with a list of values that a claim may also be without."""

COUNT = re.compile(r"(?:(exact|about|at[ _]least|at[ _]most) )?([0-9]{1,12})")
"""A count as a person writes it: a number, with a bound before it where it is not exact."""


def has_field(claim: Claim, field: str) -> bool:
    """Whether a claim of its kind has such a field."""
    is_tie = claim.kind == "tie"
    role = field.removesuffix(CAPACITY)
    if role in ROLES:
        return (role in OF_TIES) == is_tie
    return field not in ("tie", "type", "mode") or (field == "tie") == is_tie


def with_field(claim: Claim, field: str, value: str | None, read: Reading) -> Claim:
    """The claim with one field corrected; `read` is its report. Raises Stop where the claim cannot have it.

    With another type the mode goes, which was one of the type that was read. A time or place for which the text has no
    words stands at those of the trigger, which the judgement holds to. A place that a person names has no coordinates:
    those were of the place that was read.
    """
    if not has_field(claim, field):
        kind = "a tie" if claim.kind == "tie" else "an event"
        raise Stop(f"the claim at {claim.trigger.of(read.report.text)!r} is {kind}, which has no {field}")
    change: dict[str, Any] = {field: value}
    if field == "source":
        return with_source(claim, value, read)
    if field in OF_LINKS:
        return with_link(claim, field, value, read)
    if field in ROLES:
        return with_participants(claim, field, value, read)
    if field.endswith(CAPACITY):
        return with_capacity(claim, field.removesuffix(CAPACITY), value, read)
    if field in ("certainty", "polarity", "temporality"):
        return replace(claim, factuality=replace(claim.factuality, **change))
    if field == "time":
        at = claim.time.span if claim.time is not None else None
        return replace(claim, time=Time(value, at or claim.trigger) if value else None)
    if field == "place":
        return with_place(claim, value)
    if field == "count":
        return replace(claim, count=counted(claim, value))
    if field == "type" and value != claim.type:
        change["mode"] = None
    return replace(claim, **change)


def with_place(claim: Claim, value: str | None) -> Claim:
    """The claim with another place."""
    if claim.place is not None and claim.place.name == value:
        return claim
    at = claim.place.span if claim.place is not None else claim.trigger
    return replace(claim, place=Place(value, at) if value else None)


def counted(claim: Claim, value: str | None) -> Count | None:
    """The count that a person gives a claim, at the words of the one that was read, else at those of the trigger."""
    written = COUNT.fullmatch(value) if value else None
    if written is None:
        return None
    bound = cast(CountBound, (written[1] or "exact").replace(" ", "_"))
    read = claim.count or Count(0, claim.trigger)
    return replace(read, value=int(written[2]), bound=bound)


def with_source(claim: Claim, value: str | None, read: Reading) -> Claim:
    """The claim said by another source: the innermost one changes, whom others say it through stays.

    Without a value it is told in the outlet's own voice.
    """
    if value is None:
        return replace(claim, attribution=())
    asked = called(value)
    inner = claim.attribution[-1] if claim.attribution else None
    span = read.place(asked.words, claim, [each.span for each in members(inner)] if inner is not None else ())
    source = Reference(span, read.meant(asked, span))
    kind = read.kind(source)
    made = Link(kind, source) if inner is None else replace(inner, kind=kind, source=source, sources=())
    return replace(claim, attribution=(*claim.attribution[:-1], made))


def with_link(claim: Claim, field: str, value: str | None, read: Reading) -> Claim:
    """The claim with another kind, basis or medium of its innermost source. Raises Stop where it has none."""
    if not claim.attribution:
        raise Stop(
            f"the claim at {claim.trigger.of(read.report.text)!r} is told in the outlet's own voice, which has no "
            f"{field}; give it a source first (`--set source=WORDS`)"
        )
    change: dict[str, Any] = {field if field != "source_kind" else "kind": value}
    return replace(claim, attribution=(*claim.attribution[:-1], replace(claim.attribution[-1], **change)))


def with_participants(claim: Claim, role: RoleName, value: str | None, read: Reading) -> Claim:
    """The claim with others in a role, in place of the first of those who had it; nobody has it without a value.

    Who stays in it stays in his capacity.
    """
    old = [each for each in claim.roles if each.role == role]
    made: dict[str, Role] = {}
    for each in several(value):
        asked = called(each)
        span = read.place(asked.words, claim, [before.span for before in old])
        capacity = next((before.capacity for before in old if before.span == span), None)
        made.setdefault(plain(asked.words), Role(role, span, read.meant(asked, span), capacity))
    first = claim.roles.index(old[0]) if old else len(claim.roles)
    after = [each for each in claim.roles[first:] if each.role != role]
    return replace(claim, roles=(*claim.roles[:first], *made.values(), *after))


def with_capacity(claim: Claim, role: str, value: str | None, read: Reading) -> Claim:
    """The claim with another stated capacity of the one who has a role. Raises Stop where nobody has it, or several."""
    held = [each for each in claim.roles if each.role == role]
    if len(held) != 1:
        raise Stop(
            f"the claim at {claim.trigger.of(read.report.text)!r} has {len(held) or 'nobody'} in the role {role}; "
            f"expected one whose capacity this is (`--set {role}=WORDS` says who has the role)"
        )
    capacity = read.place(value, claim).of(read.report.text) if value is not None else None
    words = " ".join(capacity.split()) if capacity is not None else None
    return replace(
        claim, roles=tuple(replace(each, capacity=words) if each.role == role else each for each in claim.roles)
    )


def check_correction(field: str | None, value: str | None) -> None:
    """Raise Stop unless the field of a claim can be corrected to the value."""
    if field is None or field not in FIELDS:
        listed = ", ".join(each for each in FIELDS if not each.endswith(CAPACITY))
        raise Stop(f"{field!r} cannot be corrected; expected one of {listed}, or a role's capacity (actor{CAPACITY})")
    allowed = FIELDS[field]
    is_taken_away = value is None and field in MAY_BE_ABSENT
    if allowed is not None and value not in get_args(allowed) and not is_taken_away:
        said = "nothing" if value is None else repr(value)
        raise Stop(f"{said} is no {field}; expected one of {', '.join(get_args(allowed))}")
    if field == "count" and value is not None and COUNT.fullmatch(value) is None:
        raise Stop(f"{value!r} is no count; expected a number such as 12, `about 12`, `at least 12` or `at most 12`")
    if field == "time" and value is not None and not is_date(value):
        raise Stop(f"{value!r} is no date; expected EDTF such as 2025-04-22, 2025-04 or 2025-04-21/2025-04-30")
    if field in ROLES and value is not None and not several(value):
        raise Stop(f"{value!r} names nobody; expected words of the report, several set apart by `;`")
