"""Claims as files for other programs. In: claims with their reports. Out: lines of JSON or CSV, each with its line end.

Columns of the CSV, in this order; more may be added at the end:

- `claim` its id, `kind` event or tie, `type`, `mode`, `tie`;
- `says` the sources, innermost first, and `source_kind` of the innermost, both empty for the publisher's own voice;
- `certainty`, `polarity`, `temporality`; `sentence` and `trigger` as printed;
- `roles` as `role: name`, one after the other; `count`;
- `edtf`, and `time_phrase`, empty where the text gives no date and `edtf` is only the bound that publication sets;
- `place`, `latitude`, `longitude` (degrees, WGS84), `country` (ISO 3166-1 alpha-2);
- `publisher`, `title`, `url`, `published`, `status`, `report` its ref, `report_id`;
- `start` and `end` of the sentence in characters of the report's text, half-open; `confidence`, `extractor`.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from reportedly.export.neutral import STEERING, cell
from reportedly.export.wording import source_words
from reportedly.model import Claim, Report, Role
from reportedly.wire import claim_json

Item = tuple[Claim, Report]

ESCAPED = re.compile(f"{STEERING.pattern}|[\u2028\u2029]")

COLUMNS = (
    "claim", "kind", "type", "mode", "tie", "says", "source_kind", "certainty", "polarity", "temporality", "sentence",
    "trigger", "roles", "count", "edtf", "time_phrase", "place", "latitude", "longitude", "country", "publisher",
    "title", "url", "published", "status", "report", "report_id", "start", "end", "confidence", "extractor",
)  # fmt: skip


def claims_jsonl(items: Iterable[Item]) -> Iterator[str]:
    """A line of JSON for each claim, in the form that `reportedly.wire.claim_json` gives."""
    for claim, report in items:
        yield json_line(claim_json(claim, report))


def json_line(value: object) -> str:
    """`value` as one line of JSON in UTF-8, whatever reads it.

    Characters that steer a terminal, that some readers take for a line's end, and lone surrogates stand as their JSON
    escapes, which mean the same.
    """
    return ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False)) + "\n"


def claims_csv(items: Iterable[Item]) -> Iterator[str]:
    """The header line, then a line for each claim; None is an empty cell, and no cell can act as a formula."""
    yield csv_line(COLUMNS)
    for claim, report in items:
        yield csv_line(columns(claim, report))


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV, quoted where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(value) for value in values])
    return out.getvalue()


def columns(claim: Claim, report: Report) -> tuple[object, ...]:
    """The values of COLUMNS."""
    text, fact, place, time = report.text, claim.factuality, claim.place, claim.time
    roles = [role_words(role, text) for role in claim.roles]
    chain = [source_words(link, text) for link in reversed(claim.attribution)]
    return (
        claim.id, claim.kind, claim.type, claim.mode, claim.tie, "; ".join(chain) or None,
        claim.attribution[-1].kind if claim.attribution else None, fact.certainty, fact.polarity, fact.temporality,
        claim.sentence.of(text), claim.trigger.of(text), "; ".join(roles) or None,
        claim.count and claim.count.value, time and time.edtf, time and time.span and time.span.of(text),
        place and place.name, place and place.lat, place and place.lon, place and place.country,
        report.publisher, report.title, report.url, report.published, report.status, report.ref, report.id,
        claim.sentence.start, claim.sentence.end, claim.confidence, claim.extractor,
    )  # fmt: skip


def role_words(role: Role, text: str) -> str:
    """A participant with its role, and its capacity in brackets where stated."""
    name = role.entity.name if role.entity else role.span.of(text)
    return f"{role.role}: {name}" + (f" ({role.capacity})" if role.capacity else "")
