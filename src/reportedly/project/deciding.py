"""What people decided, as linking asks for it.

In: judgements in force, and the user's knowledge base. Out: which names, reports and claims they join or keep apart,
and claims as they correct them. A judgement holds to names, or to words of a report; where the words are not found any
more it decides nothing, and comes back for review.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product, takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportedly.errors import Stop
from reportedly.link.accounts import Told, names_alike
from reportedly.link.known import NOTHING_KNOWN, Known, normal
from reportedly.linked import Anchor, Judgement, Name, ReportEdge
from reportedly.model import Claim, Report, Span
from reportedly.project.correcting import with_field
from reportedly.project.meaning import Reading

if TYPE_CHECKING:
    from reportedly.project.linking import Linker

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


def corrected(claim: Claim, judgements: Iterable[Judgement], read: Reading) -> Claim | None:
    """The claim as people's judgements leave it; None where the last of them rejects it. `read` is its report.

    Who accepts or corrects a claim that was rejected takes it in again. A correction that the claim cannot have decides
    nothing.
    """
    found, is_rejected = claim, False
    for each in judgements:
        is_rejected = each.verdict == "reject"
        if each.verdict == "correct":
            with suppress(Stop):
                found = noted(found, each, read)
    return None if is_rejected else found


def noted(claim: Claim, made: Judgement, read: Reading) -> Claim:
    """The claim with the field that a judgement corrects, and who did so. Raises Stop where it cannot have it."""
    changed = with_field(claim, made.field or "", made.value, read)
    if changed == claim:
        return claim
    return replace(changed, extractor=f"{changed.extractor}; {made.field} corrected by {made.by}")


def refused(made: Judgement, claims: Iterable[Claim], earlier: Decisions, read: Reading) -> str | None:
    """Why a correction decides nothing on the claims that it holds to; None where one can have it, or none is there.

    It comes after what was decided `earlier` on the same words.
    """
    reasons = []
    for claim in claims:
        if is_at(made.anchors[0], claim, read.report.text):
            before = takewhile(lambda each: each.id != made.id, earlier.of_claim(claim, read.report.text))
            so_far = corrected(claim, (each for each in before if each.verdict == "correct"), read) or claim
            try:
                noted(so_far, made, read)
            except Stop as reason:
                reasons.append(str(reason))
            else:
                return None
    return reasons[0] if reasons else None
