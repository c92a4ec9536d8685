"""What a project answers, in a form that two projects can be compared by: no numbers, no order of arrival.

`answers` is what people see, of reports that stand; `tables` is everything that linking keeps, those that no longer
stand and those that are only compared included.
"""

from typing import Any

from sqlalchemy import select

from reportedly.assess.assessment import assessment
from reportedly.assess.origins import Origins, denial_origins, origins
from reportedly.linked import Evidence, Name
from reportedly.model import Claim
from reportedly.project import Project, claim_filter
from reportedly.project.naming import names_in
from reportedly.store import Filter
from reportedly.store.links import CLAIMS, NAMES
from reportedly.store.tables import block, claim, context, edge, member, name, report, report_edge, role, source
from tests.project.worlds import BODIES, PEOPLE

State = dict[str, Any]

ELSEWHERE = ("withdrawn", "not_held")
"""Kinds of roots that tell of reports which no longer stand: a fresh start has never heard of them."""


def answers(project: Project, *days: str) -> State:
    """Events with their evidence and assessment, now and as of each day; entities of reports that stand."""
    found: State = {"now": events(project, None)}
    found.update({day: events(project, day) for day in days})
    told = {name for claim in standing_claims(project) for name in names_in(claim)}
    found["asked"] = asked(project)
    found["entities"] = {each.id: each for each in project.casebook.entities() if told.intersection(each.names)}
    return found


def asked(project: Project) -> State:
    """The claims of reports that stand, by whom they are asked for: names, and kinds of sources.

    They are those that have the name, or the kind, as they are now.
    """
    every = [claim for claim, _ in project.claims(claim_filter())]
    found: State = {}
    for called in (*PEOPLE, *BODIES, "Talha Quist", "the harbour"):
        found[called] = [claim for claim, _ in project.claims(claim_filter(entity=called))]
        assert found[called] == [claim for claim in every if bears(claim, called)]
    for kind in ("named_person", "unnamed_person", "outlet", "analyst"):
        found[kind] = [claim for claim, _ in project.claims(claim_filter(source_kind=kind))]
        assert found[kind] == [claim for claim in every if any(link.kind == kind for link in claim.attribution)]
    return {key: sorted(claim.id for claim in claims) for key, claims in found.items()}


def bears(claim: Claim, called: str) -> bool:
    """Whether somebody in a claim has a name with all these words."""
    return any(set(called.lower().split()) <= set(name.name.lower().split()) for name in names_in(claim))


def whole(project: Project, *days: str) -> State:
    """Each event with all the evidence on it, what no longer stands included, now and as of each day, by id."""
    found: State = {}
    for day in (None, *days):
        listed = project.casebook.events(Filter(), as_of=day)
        found[day or "now"] = {each.row.id: {"row": each.row, "evidence": each.evidence} for each in listed}
    return found


def events(project: Project, day: str | None) -> State:
    """Each event with a report that stands, as of the day, by id."""
    listed = project.casebook.events(Filter(), as_of=day)
    return {each.row.id: (each.row, told(each.evidence)) for each in listed if each.row.size}


def told(evidence: Evidence) -> State:
    """The evidence on one event, and what it amounts to.

    Denials are compared where somebody tells what they deny: alone they still answer a report that was withdrawn.
    Contradictions are compared where no report that no longer stands shares words with others: two accounts that have
    theirs from it are one text still.
    """
    found, denied = origins(evidence), denial_origins(evidence)
    amounts = assessment(evidence, found, denied)
    return {
        "accounts": [(each.claim.id, each.part, each.reason) for each in evidence.accounts],
        "claims": [each.claim for each in evidence.accounts],
        "edges": sorted((e.earlier, e.later, e.kind, e.reason, e.passages) for e in standing_edges(evidence)),
        "entities": {name: each for name, each in evidence.entities.items() if name in names_of(evidence)},
        "origins": roots(found),
        "denied by": roots(denied),
        "contradictions": None
        if len(standing_edges(evidence)) < len(evidence.edges)
        else [(c.slot, c.a.claim.id, c.b.claim.id, c.reason) for c in amounts.contradictions],
        "denials": [
            (d.speaker, d.slot, d.spoken, [t.claim.id for t in d.tellings])
            for d in amounts.denials
            if any(account.part == "account" for account in evidence.accounts)
        ],
    }


def roots(found: Origins) -> Any:
    """The roots; None where one tells of a report that no longer stands."""
    if any(root.kind in ELSEWHERE for root in found.roots):
        return None
    return found.count, sorted((root.key, root.kind, root.label) for root in found.roots)


def parted(one: State, other: State) -> tuple[State, State]:
    """Only what differs, for a short message; what rests on reports that no longer stand is passed by."""
    left: State = {}
    right: State = {}
    for key in sorted({*one, *other}, key=str):
        a, b = one.get(key), other.get(key)
        if key in ("origins", "denied by", "contradictions") and (a is None or b is None):
            continue
        if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b) == 2 and isinstance(b[1], dict):
            a, b = {"row": a[0], **a[1]}, {"row": b[0], **b[1]}
        if isinstance(a, dict) and isinstance(b, dict):
            a, b = parted(a, b)
        elif isinstance(a, list) and isinstance(b, list):
            a, b = [x for x in a if x not in b], [x for x in b if x not in a]
        if a != b:
            left[key], right[key] = a, b
    return left, right


def names_of(evidence: Evidence) -> set[str]:
    """Ids of the names in the accounts."""
    return {name.id for account in evidence.accounts for name in names_in(account.claim)}


def stands(evidence: Evidence, report_id: str) -> bool:
    """Whether a report has an account that counts."""
    return any(each.report.id == report_id for each in evidence.accounts)


def standing_edges(evidence: Evidence) -> list[Any]:
    """The edges between reports of accounts that count."""
    return [e for e in evidence.edges if stands(evidence, e.earlier) and stands(evidence, e.later)]


def standing_claims(project: Project) -> list[Claim]:
    """The claims of reports that stand, as people's judgements leave them."""
    with project.store.linking() as opened:
        linker = project.casebook.linker(opened)
        ids = list(opened.connection.execute(select(report.c.id)).scalars())
        held = opened.claims_of(ids)
        reports = linker.reports({each.report for each in held})
        return [each.claim for each in linker.usable(held) if not reports[each.report].gone]


def tables(project: Project) -> State:
    """Every row that linking keeps, with ids of claims in place of their numbers."""
    project.casebook.link()
    with project.store.asked() as connection:
        ids = {row.number: row.id for row in connection.execute(select(claim.c.number, claim.c.id))}
        names = {row.number: Name(row.name, row.schema) for row in connection.execute(select(name))}
        shown = {CLAIMS: ids, NAMES: names}
        edges = sorted(
            (r.space, *sorted(str(shown[r.space].get(n)) for n in (r.a, r.b)), r.score, r.match, r.way, r.reason)
            for r in connection.execute(select(edge))
        )
        blocks = sorted(
            (r.space, r.key, r.gone, r.hidden, str(shown.get(r.space, {}).get(r.member, r.member)))
            for r in connection.execute(select(block))
        )
        members = sorted(
            (r.event_id, ids.get(r.claim, "?"), r.part, r.reason) for r in connection.execute(select(member))
        )
        parties = sorted(
            (row.claim_id, row.position, str(row.part), str(row.name_id))
            for query in (
                select(role.c.claim_id, role.c.position, role.c.role.label("part"), role.c.name_id),
                select(source.c.claim_id, source.c.position, source.c.kind.label("part"), source.c.name_id),
            )
            for row in connection.execute(query)
        )
        return {
            "parties": parties,
            "edges": edges,
            "blocks": blocks,
            "members": members,
            "reports": sorted(tuple(row) for row in connection.execute(select(report_edge))),
            "contexts": sorted(tuple(row) for row in connection.execute(select(context))),
        }
