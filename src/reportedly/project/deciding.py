"""What people decided, as linking asks for it.

In: judgements in force, and the user's knowledge base. Out: which names, reports and claims they join or keep apart,
and claims as they correct them. A judgement holds to names, or to words of a report; where the words are not found any
more it decides nothing, and comes back for review.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast, get_args

from reportedly.days import is_date
from reportedly.errors import Stop
from reportedly.link.accounts import Told, names_alike
from reportedly.link.known import NOTHING_KNOWN, Known, normal
from reportedly.linked import Anchor, Judgement, Name, ReportEdge
from reportedly.model import (
    Certainty,
    Claim,
    Count,
    CountBound,
    EventType,
    Place,
    Polarity,
    Report,
    Span,
    Temporality,
    TieType,
    Time,
)

if TYPE_CHECKING:
    from reportedly.project.linking import Linker

FIELDS: Mapping[str, Any] = {
    "type": EventType, "tie": TieType, "certainty": Certainty, "polarity": Polarity, "temporality": Temporality,
    "mode": None, "time": None, "place": None, "count": None,
}  # fmt: skip
"""Fields of a claim that a judgement may correct, and what each may be; None for any text."""

COUNT = re.compile(r"(?:(exact|about|at[ _]least|at[ _]most) )?([0-9]{1,12})")
"""A count as a person writes it: a number, with a bound before it where it is not exact."""

NO_NAMES: Mapping[str, Sequence[Name]] = MappingProxyType({})


class Decisions:
    """The judgements in force and the knowledge base.

    `spelled` gives for each name that is judged all names that reports spell so, each with its schema.
    """

    def __init__(
        self,
        judgements: Iterable[Judgement] = (),
        known: Known = NOTHING_KNOWN,
        spelled: Mapping[str, Sequence[Name]] = NO_NAMES,
    ) -> None:
        self.known = known
        self.spelled = spelled
        self.all = tuple(judgements)
        self.names: dict[frozenset[Name], bool] = {}
        self.claims: dict[str, list[Judgement]] = {}
        self.reports: dict[frozenset[str], Judgement] = {}
        self.events: dict[frozenset[Anchor], Judgement] = {}
        for each in self.all:
            self.file(each)

    def file(self, each: Judgement) -> None:
        """Put a judgement where it is asked for; of two on one matter the later one stands last."""
        if each.subject == "entities":
            for pair in self.pairs([a.name for a in each.anchors if a.name is not None]):
                self.names[pair] = each.verdict == "same"
        elif each.subject == "reports":
            self.reports[frozenset(a.report_id for a in each.anchors if a.report_id)] = each
        elif each.subject == "events":
            self.events.pop(frozenset(each.anchors), None)
            self.events[frozenset(each.anchors)] = each
        elif each.subject == "claim" and each.anchors[0].report_id is not None:
            self.claims.setdefault(each.anchors[0].report_id, []).append(each)

    def pairs(self, judged: Sequence[Name]) -> Iterator[frozenset[Name]]:
        """The pairs of names that a judgement on two is about: under whatever schema reports give the two.

        On one name under two schemas it is about these alone.
        """
        if len({name.name for name in judged}) < len(judged):
            yield frozenset(judged)
            return
        kinds = [(name, *self.spelled.get(name.name, ())) for name in judged]
        yield from dict.fromkeys(frozenset(pair) for pair in product(*kinds))

    def same_name(self, a: Name, b: Name) -> bool | None:
        """Whether two names are one's: by judgement, then by the knowledge base, then by the names themselves."""
        judged = self.names.get(frozenset((a, b))) if self.names else None
        if judged is not None:
            return judged
        mine = self.known.ids(normal(a.name))
        theirs = self.known.ids(normal(b.name)) if mine else ()
        if mine and theirs:
            shared = set(mine) & set(theirs)
            return True if len({*mine, *theirs}) == 1 else None if shared else False
        return names_alike(a, b)

    def pairs_of_names(self, same: bool) -> set[frozenset[Name]]:
        """The pairs of names judged to be one, or two."""
        return {pair for pair, verdict in self.names.items() if verdict == same and len(pair) == 2}

    def touch(self, claim: Claim) -> bool:
        """Whether a judgement is about a claim of this claim's report."""
        return claim.report_id in self.claims

    def of_claim(self, claim: Claim, text: str) -> list[Judgement]:
        """The judgements on a claim, by the words that they hold to: those that the claim's trigger stands in."""
        return [each for each in self.claims.get(claim.report_id, ()) if is_at(each.anchors[0], claim, text)]

    def rejecting(self) -> list[str]:
        """Ids of the reports in which somebody rejected a claim."""
        return sorted(key for key, some in self.claims.items() if any(each.verdict == "reject" for each in some))

    def same_reports(self) -> list[tuple[str, str]]:
        """Pairs of reports, by id, that were judged to be one text."""
        pairs = [sorted(pair) for pair, made in self.reports.items() if made.verdict == "same"]
        return sorted((pair[0], pair[1]) for pair in pairs if len(pair) == 2)

    def judged_reports(self, a: Report, b: Report, found: ReportEdge | None) -> ReportEdge | None:
        """How one of two reports relies on the other, as a person judged; as it was `found` where nobody did."""
        judged = self.reports.get(frozenset((a.id, b.id))) if self.reports else None
        if judged is None:
            return found
        if judged.verdict != "same":
            return None
        said = f"{judged.by} judged the two to be one text{': ' + judged.why if judged.why else ''}"
        if found is not None:
            return replace(found, reason=f"{said}; {found.reason}")
        earlier, later = sorted((a, b), key=lambda r: (r.published or "9999", r.id))
        return ReportEdge(earlier.id, later.id, "copy", 1.0, said)

    def judged_events(
        self, report_ids: Sequence[str] | None, linker: "Linker", verdict: str
    ) -> Iterator[tuple[str, set[int], set[int]]]:
        """(reason, claims, claims) of each judgement on two accounts, of these reports or of all."""
        for each in self.events.values():
            ids = [a.report_id for a in each.anchors if a.report_id]
            if each.verdict != verdict or len(ids) != 2:
                continue
            if report_ids is not None and not set(ids).intersection(report_ids):
                continue
            one, other = (anchored(anchor, linker.claims_at(anchor.report_id or "")) for anchor in each.anchors)
            if one and other:
                yield f"{each.by} judged them to be of one event{': ' + each.why if each.why else ''}", one, other


def anchored(anchor: Anchor, claims: Mapping[int, Told]) -> set[int]:
    """The claims whose trigger stands in the anchor's words."""
    return {n for n, each in claims.items() if is_at(anchor, each.claim, each.text)}


def is_at(anchor: Anchor, claim: Claim, text: str) -> bool:
    """Whether the claim's trigger stands in the anchor's words."""
    return any(place.overlaps(claim.trigger) for place in places(anchor, text))


def places(anchor: Anchor, text: str) -> list[Span]:
    """Where the anchor's words stand: with what stood before and after, where that is found, else wherever they do."""
    if not anchor.exact:
        return []
    found = []
    start = text.find(anchor.exact)
    while start >= 0:
        found.append(Span(start, start + len(anchor.exact)))
        start = text.find(anchor.exact, start + 1)
    exact = [
        span
        for span in found
        if text.endswith(anchor.prefix, 0, span.start) and text.startswith(anchor.suffix, span.end)
    ]
    return exact or (found if len(found) == 1 else [])


def corrected(claim: Claim, judgements: Iterable[Judgement]) -> Claim | None:
    """The claim as people's judgements leave it; None where the last of them rejects it.

    Who accepts or corrects a claim that was rejected takes it in again.
    """
    found, is_rejected = claim, False
    for each in judgements:
        is_rejected = each.verdict == "reject"
        if each.verdict == "correct":
            changed = with_field(found, each.field or "", each.value)
            if changed != found:
                found = replace(changed, extractor=f"{changed.extractor}; {each.field} corrected by {each.by}")
    return None if is_rejected else found


def has_field(claim: Claim, field: str) -> bool:
    """Whether a claim of its kind has such a field."""
    return field not in ("tie", "type", "mode") or (field == "tie") == (claim.kind == "tie")


def with_field(claim: Claim, field: str, value: str | None) -> Claim:
    """The claim with one field corrected; as it is where a claim of its kind has no such field.

    With another type the mode goes, which was one of the type that was read. A time or place for which the text has no
    words stands at those of the trigger, which the judgement holds to. A place that a person names has no coordinates:
    those were of the place that was read.
    """
    if not has_field(claim, field):
        return claim
    change: dict[str, Any] = {field: value}
    if field == "type" and value != claim.type:
        change["mode"] = None
    if field in ("certainty", "polarity", "temporality"):
        return replace(claim, factuality=replace(claim.factuality, **change))
    if field == "time":
        at = claim.time.span if claim.time is not None else None
        return replace(claim, time=Time(value, at or claim.trigger) if value else None)
    if field == "place" and claim.place is not None and claim.place.name == value:
        return claim
    if field == "place":
        at = claim.place.span if claim.place is not None else claim.trigger
        return replace(claim, place=Place(value, at) if value else None)
    if field == "count":
        return replace(claim, count=counted(claim, value))
    return replace(claim, **change)


def counted(claim: Claim, value: str | None) -> Count | None:
    """The count that a person gives a claim, at the words of the one that was read, else at those of the trigger."""
    written = COUNT.fullmatch(value) if value else None
    if written is None:
        return None
    bound = cast(CountBound, (written[1] or "exact").replace(" ", "_"))
    read = claim.count or Count(0, claim.trigger)
    return replace(read, value=int(written[2]), bound=bound)


def check_correction(field: str | None, value: str | None) -> None:
    """Raise Stop unless the field of a claim can be corrected to the value."""
    if field is None or field not in FIELDS:
        raise Stop(f"{field!r} cannot be corrected; expected one of {', '.join(FIELDS)}")
    allowed = FIELDS[field]
    if allowed is not None and value not in get_args(allowed):
        raise Stop(f"{value!r} is no {field}; expected one of {', '.join(get_args(allowed))}")
    if field == "count" and value is not None and COUNT.fullmatch(value) is None:
        raise Stop(f"{value!r} is no count; expected a number such as 12, `about 12`, `at least 12` or `at most 12`")
    if field == "time" and value is not None and not is_date(value):
        raise Stop(f"{value!r} is no date; expected EDTF such as 2025-04-22, 2025-04 or 2025-04-21/2025-04-30")
