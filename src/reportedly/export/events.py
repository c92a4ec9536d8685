"""Events and ties for other programs: who tells them, how many origins they go back to, what stands against them.

In: a row of the list, its evidence, its assessment. Out: one JSON object, or one row of CSV. What is not known is null.

Columns of the CSV, in this order; more may be added at the end: `event` its id, `kind`, `type`, `mode`, `tie`, `label`,
`earliest` and `latest` day, `is_dated` whether an account gives a date, `reports`, `origins`, `roots` (their labels),
`discounts`, `denials`, `contradictions`, `best_footing`, `grade` where it was asked for, `narrowest` date (EDTF) of
single accounts where it is more exact than the days. The CSV of one event has a row for each account: ACCOUNT_COLUMNS.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.assess.accounts import in_order
from reportedly.assess.assessment import Assessment
from reportedly.assess.contradictions import Contradiction
from reportedly.assess.denials import Denial, deniers
from reportedly.assess.labels import kind_told, narrowest_told, title, when_told
from reportedly.assess.origins import Origins
from reportedly.days import bounds
from reportedly.export.neutral import cell
from reportedly.export.tables import json_line
from reportedly.export.wording import speaker
from reportedly.linked import Account, EventRow, Evidence

Json = dict[str, Any]

EVENT_COLUMNS = (
    "event", "kind", "type", "mode", "tie", "label", "earliest", "latest", "is_dated", "reports", "origins", "roots",
    "discounts", "denials", "contradictions", "best_footing", "grade", "narrowest",
)  # fmt: skip
ACCOUNT_COLUMNS = (
    "event", "claim", "part", "report", "ref", "publisher", "published", "source", "type", "mode", "tie", "time",
    "place", "certainty", "polarity", "sentence", "joined",
)  # fmt: skip

Item = tuple[EventRow, Evidence, Assessment]


def event_json(row: EventRow, evidence: Evidence, found: Assessment) -> Json:
    """One event or tie as printed."""
    act, mode = kind_told(evidence)
    return {
        "id": row.id,
        "kind": row.kind,
        "type": act,
        "mode": mode,
        "tie": row.tie,
        "label": found.label,
        "title": title(evidence),
        "time": time_json(row, evidence),
        "as_of": evidence.as_of,
        "reports": found.reports,
        "origins": origins_json(found.origins),
        "best_footing": found.footing.reason if found.footing else None,
        "denials": [denial_json(each) for each in found.denials],
        "contradictions": [contradiction_json(each) for each in found.contradictions],
        "unclear": list(found.unclear),
        "grade": grade_json(found),
        "accounts": [account_json(each) for each in evidence.accounts],
        "gone": [account_json(each) for each in evidence.gone],
    }


def time_json(row: EventRow, evidence: Evidence) -> Json:
    """The date that the tables show, with its first and last day; beside it a more exact one of single accounts."""
    earliest, latest, is_dated = days_told(row, evidence)
    narrowest = narrowest_told(evidence)
    return {
        "edtf": when_told(evidence),
        "earliest": earliest,
        "latest": latest,
        "is_dated": is_dated,
        "narrowest": narrowest and {"edtf": narrowest[0], "claims": [each.claim.id for each in narrowest[1]]},
    }


def days_told(row: EventRow, evidence: Evidence) -> tuple[str | None, str | None, bool]:
    """The first and the last day of the date that the tables show, and whether an account gives one.

    Where none does, those that publication sets; as of a day none.
    """
    told = when_told(evidence)
    if told is None:
        return (row.earliest, row.latest, False) if evidence.as_of is None else (None, None, False)
    return *bounds(told), True


def origins_json(found: Origins) -> Json:
    """The origins with every step that leads to them, and the discounts."""
    names = {root.key: root.label for root in found.roots}
    return {
        "count": found.count,
        "roots": [{"key": root.key, "kind": root.kind, "label": root.label} for root in found.roots],
        "steps": [{"from": s.start, "to": s.end, "kind": s.kind, "reason": s.reason} for s in found.steps],
        "discounts": [
            {"roots": [names.get(key, key) for key in each.roots], "reason": each.reason} for each in found.discounts
        ],
        "unclear": list(found.unclear),
    }


def account_json(each: Account) -> Json:
    """A claim of the event, where it stands and why it was joined."""
    report = each.report
    return {
        "claim": each.claim.id, "part": each.part, "report": report.id, "ref": report.ref,
        "publisher": report.publisher, "published": report.published, "joined": each.reason or None,
        "sentence": each.claim.sentence.of(report.text),
    }  # fmt: skip


def denial_json(each: Denial) -> Json:
    """A denial with its tellings, and by whom each of them has it."""
    return {
        "speaker": each.speaker, "denies": each.slot, "spoken": each.spoken, "published": each.published,
        "claims": [account.claim.id for account in each.tellings],
        "voices": [
            {
                "speaker": voice.speaker, "spoken": voice.spoken, "published": voice.published,
                "claims": [account.claim.id for account in voice.tellings],
            }
            for voice in each.voices
        ],
    }  # fmt: skip


def contradiction_json(each: Contradiction) -> Json:
    """Two values that do not go together."""
    sides = ((each.a, each.value_a), (each.b, each.value_b))
    return {
        "slot": each.slot,
        "values": [{"value": value, "claim": account.claim.id} for account, value in sides],
        "reason": each.reason,
    }


def grade_json(found: Assessment) -> Json | None:
    """The grade with its derivation, None where none was asked for."""
    if found.grade is None:
        return None
    return {"code": found.grade.code, "derivation": list(found.grade.derivation), "icd203": found.grade.icd203}


def events_jsonl(items: Iterable[Item]) -> Iterator[str]:
    """A line of JSON for each event."""
    for row, evidence, found in items:
        yield json_line(event_json(row, evidence, found))


def events_csv(items: Iterable[Item]) -> Iterator[str]:
    """CSV with a head, one row an event; no cell is run as a formula."""
    yield csv_line(EVENT_COLUMNS)
    for row, evidence, found in items:
        yield csv_line([cell(value) for value in csv_row(row, evidence, found)])


def csv_row(row: EventRow, evidence: Evidence, found: Assessment) -> list[object]:
    """The cells of one event."""
    roots = "; ".join(root.label for root in found.origins.roots)
    discounts = "; ".join(each.reason for each in found.origins.discounts)
    denials = "; ".join(deniers(found.denials))
    narrowest = narrowest_told(evidence)
    against = "; ".join(f"{each.slot}: {each.value_a} / {each.value_b}" for each in found.contradictions)
    return [
        row.id, row.kind, *kind_told(evidence), row.tie, found.label, *days_told(row, evidence),
        found.reports, found.origins.count, roots, discounts, denials, against,
        found.footing.reason if found.footing else None, found.grade.code if found.grade else None,
        narrowest[0] if narrowest else None,
    ]  # fmt: skip


def accounts_csv(evidence: Evidence) -> Iterator[str]:
    """CSV with a head, one row an account, denial or plan; last those of reports that no longer stand."""
    yield csv_line(ACCOUNT_COLUMNS)
    standing = ((each.part, each) for each in in_order(evidence.accounts))
    for part, each in (*standing, *(("gone", each) for each in in_order(evidence.gone))):
        yield csv_line([cell(value) for value in account_row(evidence.id, part, each)])


def account_row(event: str, part: str, each: Account) -> list[object]:
    """The cells of one account."""
    claim, report = each.claim, each.report
    return [
        event, claim.id, part, report.id, report.ref, report.publisher, report.published, speaker(claim, report),
        claim.type, claim.mode, claim.tie,
        claim.time.edtf if claim.time is not None and claim.time.span is not None else None,
        claim.place.name if claim.place is not None else None, claim.factuality.certainty, claim.factuality.polarity,
        claim.sentence.of(report.text), each.reason or None,
    ]  # fmt: skip


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV with its line end."""
    out = io.StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue()
