"""Events and ties for other programs: who tells them, how many origins they go back to, what stands against them.

In: a row of the list, its evidence, its assessment. Out: one JSON object, or one row of CSV. What is not known is null.

Columns of the CSV, in this order; more may be added at the end: `event` its id, `kind`, `type`, `mode`, `tie`, `label`,
`earliest` and `latest` day, `is_dated` whether an account gives a date, `reports`, `origins`, `roots` (their labels),
`discounts`, `denials`, `contradictions`, `best_footing`, `grade` where it was asked for.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.assess.assessment import Assessment
from reportedly.assess.contradictions import Contradiction
from reportedly.assess.denials import Denial, deniers
from reportedly.assess.labels import title, when_told
from reportedly.assess.origins import Origins
from reportedly.days import bounds
from reportedly.export.neutral import cell
from reportedly.export.tables import json_line
from reportedly.linked import Account, EventRow, Evidence

Json = dict[str, Any]

EVENT_COLUMNS = (
    "event", "kind", "type", "mode", "tie", "label", "earliest", "latest", "is_dated", "reports", "origins", "roots",
    "discounts", "denials", "contradictions", "best_footing", "grade",
)  # fmt: skip


Item = tuple[EventRow, Evidence, Assessment]


def event_json(row: EventRow, evidence: Evidence, found: Assessment) -> Json:
    """One event or tie as printed."""
    return {
        "id": row.id,
        "kind": row.kind,
        "type": row.type,
        "mode": row.mode,
        "tie": row.tie,
        "label": found.label,
        "title": title(evidence),
        "time": dict(zip(("earliest", "latest", "is_dated"), days_told(row, evidence), strict=True)),
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


def days_told(row: EventRow, evidence: Evidence) -> tuple[str | None, str | None, bool]:
    """The first and the last day that accounts give, and whether any gives one; as of a day those told by then."""
    if evidence.as_of is None:
        return row.earliest, row.latest, row.is_dated
    told = when_told(evidence)
    return *bounds(told), told is not None


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
    against = "; ".join(f"{each.slot}: {each.value_a} / {each.value_b}" for each in found.contradictions)
    return [
        row.id, row.kind, row.type, row.mode, row.tie, found.label, *days_told(row, evidence),
        found.reports, found.origins.count, roots, discounts, denials, against,
        found.footing.reason if found.footing else None, found.grade.code if found.grade else None,
    ]  # fmt: skip


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV with its line end."""
    out = io.StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue()
