"""Which tellings a telling relies on: by version, by copied passage, by credit to an outlet, inside its own report.

In: what is held and a telling's chain. Out: steps to other tellings and to reports that were withdrawn. A copied
passage goes before a credit, unless nothing shows which report came first: outlets that credit each other for one
agency's words have them from the agency.
"""

import re
from collections.abc import Iterator, Mapping

from reportedly.assess.origins_chain import NAMED, Case, Credit, members, names_of
from reportedly.assess.origins_graph import Leading, Root, Step
from reportedly.assess.origins_outlets import folded
from reportedly.assess.origins_roots import has_other_source, outlet_root
from reportedly.assess.origins_tellings import Telling, counterparts, no_later, of_day, words_of
from reportedly.linked import ReportEdge
from reportedly.model import VOID, Span

MOST_BESIDE = 8
"""Tellings that one without a source, or a mention in passing, is shown to rest on: the first ones."""

BEST = 2
"""The weight of a telling that says where it is from."""

FRESH = re.compile(
    r"\b(?:learn(?:s|ed|t)|understands?|can (?:reveal|report|disclose)|ha(?:s|ve) (?:seen|obtained|spoken))\b",
    re.IGNORECASE,
)
"""Words by which an outlet credits itself with something new."""

MOST_CREDITED = 50
"""Tellings of one outlet that a credit to it leads to: the last ones published before."""


def copied(case: Case, telling: Telling) -> list[Leading]:
    """Steps to the tellings of earlier reports whose words this one has taken over, or of which it is a new version.

    None where the telling credits an outlet that is held, and nothing shows that any of these reports came first.
    """
    edges = case.held.edges_to.get(telling.claim.report_id, ())
    reasons: dict[Span, str] = {}
    found = [(edge, [*taken_from(case, telling, edge, reasons)]) for edge in edges]
    credits_held = any(case.held.by_publisher.get(c.outlet) for some in case.chains[telling.key].credits for c in some)
    if credits_held and not any(edge.is_directed for edge, steps in found if steps):
        return []
    return [step for _, steps in found for step in steps]


def taken_from(case: Case, telling: Telling, edge: ReportEdge, reasons: dict[Span, str]) -> Iterator[Leading]:
    """Steps to the tellings of one earlier report; `reasons` keeps those that passages already have."""
    earlier = case.held.by_report.get(edge.earlier, ())
    taken = counterparts(edge, telling.claim.sentence)
    found = [(t, p) for t in earlier for p in taken if p.a.overlaps(t.claim.sentence)]
    if found and edge.kind != "version" and has_other_source(case, telling, earlier[0].report):
        return
    for other, passage in found:
        if passage.b not in reasons:
            reasons[passage.b] = f"copied passage: {words_of(telling.report.text, passage.b)}"
        yield Leading(Step(telling.key, other.key, "copied", reasons[passage.b]))
    if edge.kind == "version" and not found:
        for other in earlier:
            reason = f"a later version of the report by {case.held.outlets.name(other.publisher)}{of_day(other.report)}"
            yield Leading(Step(telling.key, other.key, "version", reason))


def copied_from_withdrawn(case: Case, telling: Telling) -> Iterator[Leading]:
    """Steps to withdrawn reports whose words this telling has taken over."""
    for edge in case.held.edges_to.get(telling.claim.report_id, ()):
        taken = counterparts(edge, telling.claim.sentence)
        for other in case.held.gone_by_report.get(edge.earlier, ()):
            if is_withdrawn(case, other) and any(p.a.overlaps(other.claim.sentence) for p in taken):
                yield to_withdrawn(case, telling, other)


def credited(case: Case, telling: Telling) -> Iterator[Leading]:
    """Steps to the tellings of the outlets that this one credits, followed from the outermost in to the first held."""
    chain = case.chains[telling.key]
    for group in chain.credits:
        found = [(credit, credit_steps(case, telling, credit)) for credit in group]
        if any(steps for _, steps in found):
            for credit, steps in found:
                yield from steps or [outlet_root(telling, credit)]
            break
    for credit in chain.beside:
        yield from credit_steps(case, telling, credit)


def credit_steps(case: Case, telling: Telling, credit: Credit) -> list[Leading]:
    """Steps to the tellings of one outlet published no later, or to its withdrawn report; none if not held.

    They lead also to what is taken from this report, so that a ring of outlets that cite each other is seen as one. A
    credit line lends a report that names its speaker only what the outlet has from the same speaker.
    """
    chain = case.chains[telling.key]
    published = case.held.by_publisher.get(credit.outlet, ())
    some = [t for t in published if is_before(t, telling)]
    own = credit.whole and chain.inner is not None and chain.inner.kind in NAMED and bool(members(chain.inner))
    if own:
        some = [t for t in some if shares_speaker(case, telling, t)]
    reason = f"credits {credit.name}"
    if some or own:
        return [Leading(Step(telling.key, t.key, "cited", reason)) for t in some[-MOST_CREDITED:]]
    lost = [t for t in case.held.gone_by_publisher.get(credit.outlet, ()) if is_before(t, telling)]
    standing = {replacement(case, other) for other in lost} - {telling.claim.report_id}
    corrected = [t for report_id in sorted(standing) for t in case.held.by_report.get(report_id, ())]
    if corrected:
        reason = f"{reason}, whose report was corrected since"
        return [Leading(Step(telling.key, t.key, "cited", reason)) for t in corrected]
    return [to_withdrawn(case, telling, other) for other in lost if is_withdrawn(case, other)]


def credited_itself(case: Case, telling: Telling) -> Iterator[Leading]:
    """Steps to what the telling's own outlet told before, where it says that it did ("as the Gull reported")."""
    chain, sentence = case.chains[telling.key], telling.claim.sentence
    if chain.itself and not chain.rests and not FRESH.search(telling.report.text[sentence.start : sentence.end]):
        before = [t for t in case.held.by_publisher[telling.publisher] if is_before(t, telling)]
        reason = f"credits what {case.held.outlets.name(telling.publisher)} told before"
        for other in before[-MOST_CREDITED:]:
            if not draws_on(case, other, telling):
                yield Leading(Step(telling.key, other.key, "cited", reason))


def draws_on(case: Case, later: Telling, earlier: Telling) -> bool:
    """Whether the report of `later` is taken from that of `earlier`, at any remove: that one cannot credit it."""
    return earlier.claim.report_id in case.drawn_on(later.claim.report_id)


def is_before(first: Telling, second: Telling) -> bool:
    """Whether `first` stands in another report, published no later."""
    return first.claim.report_id != second.claim.report_id and no_later(first, second)


def shares_speaker(case: Case, telling: Telling, other: Telling) -> bool:
    """Whether the innermost sources of two tellings have a name in common."""
    own, theirs = case.chains[telling.key].inner, case.chains[other.key].inner
    if own is None or theirs is None:
        return False
    mine = {folded(name) for ref in members(own) for name in names_of(case.held, telling, ref)}
    return any(folded(name) in mine for ref in members(theirs) for name in names_of(case.held, other, ref))


def copy_at_large(case: Case, telling: Telling) -> Iterator[Leading]:
    """Steps to tellings of a report that this one is taken from, where no passage is known for its sentence.

    To that one which gives the same source; where this one says of itself no source and the report is a copy, to all
    that the earlier report holds: a headline may be new, and what it stands over is taken over.
    """
    if not case.chains[telling.key].rests:
        yield from taken_over(case, telling)
    for edge in case.held.edges_to.get(telling.claim.report_id, ()):
        for other in case.held.by_report.get(edge.earlier, ()):
            if shares_speaker(case, telling, other):
                reason = f"the same source as in the report{of_day(other.report)} that this one draws on"
                yield Leading(Step(telling.key, other.key, "copied", reason))


def taken_over(case: Case, telling: Telling) -> Iterator[Leading]:
    """Steps to all tellings of the reports that this telling's report is a copy of."""
    for edge in case.held.edges_to.get(telling.claim.report_id, ()):
        for other in case.held.by_report.get(edge.earlier, ()) if edge.kind == "copy" else ():
            name = case.held.outlets.name(other.publisher)
            reason = f"the report is a copy of that by {name}{of_day(other.report)}"
            yield Leading(Step(telling.key, other.key, "copied", reason))


def is_withdrawn(case: Case, telling: Telling) -> bool:
    """Whether the telling's report was withdrawn, and not replaced by a correction."""
    standing = case.held.evidence.standing.get(telling.claim.report_id)
    return standing is None or standing.status in VOID


def replacement(case: Case, telling: Telling) -> str:
    """The id of the report that stands for this telling's, through any number of corrections; "" for none."""
    report_id, seen = telling.claim.report_id, set[str]()
    while report_id not in seen:
        seen.add(report_id)
        standing = case.held.evidence.standing.get(report_id)
        if standing is None:
            return report_id
        report_id = standing.replacement or ""
    return ""


def to_withdrawn(case: Case, telling: Telling, other: Telling) -> Leading:
    """The step to a report that was withdrawn, and its root, which counts for nothing."""
    standing = case.held.evidence.standing.get(other.claim.report_id)
    when = f" on {standing.since}" if standing is not None and standing.since else ""
    name = f"{case.held.outlets.name(other.publisher)}'s report{of_day(other.report)}"
    root = Root(f"withdrawn {other.claim.report_id}", "withdrawn", f"{name} (withdrawn{when})")
    return Leading(Step(telling.key, root.key, "withdrawn", f"the report it rests on was withdrawn{when}"), root)


def reliances(case: Case, telling: Telling) -> tuple[Leading, ...]:
    """The steps of a telling to what it relies on outside its report; empty where it relies on nothing that is held."""
    for some in (copied, copied_from_withdrawn, credited, credited_itself, copy_at_large):
        steps = {leading.step.end: leading for leading in some(case, telling)}
        if steps:
            return tuple(steps.values())
    return ()


def presumed(case: Case, telling: Telling) -> tuple[Leading, ...]:
    """The steps of a mention in passing to what tells it in full: in its own report, else in those published no later.

    Empty for what is no mention, and where nobody tells it.
    """
    if telling.key not in case.in_passing:
        return ()
    here = [each for each in case.in_full if each.claim.report_id == telling.claim.report_id]
    before = here or [each for each in case.in_full if no_later(each, telling)]
    reason = "mentions it in passing, as something known"
    return tuple(Leading(Step(telling.key, each.key, "own", reason)) for each in before[:MOST_BESIDE])


def beside(case: Case, telling: Telling, weights: Mapping[str, int]) -> tuple[Leading, ...]:
    """The steps of a telling without a source to those of its report that have one; empty where none has.

    What a report tells in its own words beside the source it names (a headline, a later mention of "the blast") is no
    knowledge of its own. `weights` gives for each telling's key how far it says where it is from.
    """
    standing = weights[telling.key]
    if standing == BEST:
        return ()
    others = case.held.by_report[telling.claim.report_id]
    if telling.key not in case.in_passing:
        others = tuple(each for each in others if each.key not in case.in_passing)
    best = max(weights[other.key] for other in others)
    if best == standing:
        return ()
    better = [other for other in others if weights[other.key] == best][:MOST_BESIDE]
    reason = "told without a source in a report that elsewhere says where it has it from"
    return tuple(Leading(Step(telling.key, other.key, "own", reason)) for other in better)


def weight(case: Case, telling: Telling, relies: bool) -> int:
    """How far a telling says where it is from: 2 with a source or if it `relies` on others, 1 "reportedly", 0 in its
    own words.
    """
    chain = case.chains[telling.key]
    return BEST if relies or chain.rests else int(chain.inner is not None)
