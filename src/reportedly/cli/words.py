"""Claims in words that never take a claim for a fact: who says it, through whom, when by their account.

In: a claim and its report. Out: short texts for tables and lines.
"""

import re
from collections.abc import Iterable

from reportedly.model import Claim, Link, Report, Role, Time

CLAIM_COLUMNS = ("claim", "what is said", "how firmly", "when", "where", "says", "by")

CSV_COLUMNS = (
    "id", "report", "publisher", "url", "title", "published", "kind", "type", "mode", "tie", "actors", "trigger",
    "others", "count", "time", "time_words", "place", "country", "lat", "lon", "source_kinds", "says", "certainty",
    "polarity", "temporality", "sentence", "confidence", "extractor",
)  # fmt: skip

FIRST_ROLES = ("actor", "subject", "participant", "host")
"""Roles that stand before the trigger in a statement."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[?~%]?")

SHORT = 8
"""Digits of a claim's id that are shown; `show` finds a claim by any unique beginning."""


def claim_row(claim: Claim, report: Report) -> tuple[str, ...]:
    """The cells of CLAIM_COLUMNS."""
    where = claim.place.name if claim.place else ""
    return (
        claim.id[:SHORT],
        statement(claim, report),
        firmness(claim),
        when(claim.time),
        where,
        says(claim, report),
        by(report),
    )


def statement(claim: Claim, report: Report) -> str:
    """The claim's kind and its own words: who, the trigger, the others."""
    text = report.text
    first, rest = divided(claim)
    words = [
        ", ".join(called(r, text) for r in first) or "(not said who)",
        one_line(claim.trigger.of(text)),
        ", ".join(called(r, text) if r.role == "object" else f"{r.role} {called(r, text)}" for r in rest),
    ]
    return f"{kind(claim)}: " + " · ".join(word for word in words if word)


def divided(claim: Claim) -> tuple[list[Role], list[Role]]:
    """The roles before the trigger and those after it."""
    first = [role for role in claim.roles if role.role in FIRST_ROLES]
    return first, [role for role in claim.roles if role.role not in FIRST_ROLES]


def kind(claim: Claim) -> str:
    """The event type with its mode, or the tie."""
    if claim.kind == "tie":
        return f"tie {claim.tie}"
    return f"{claim.type}{f' ({claim.mode})' if claim.mode else ''}"


def called(role: Role, text: str) -> str:
    """A participant by the name the report knows it under, otherwise in the words of the sentence."""
    return role.entity.name if role.entity else one_line(role.span.of(text))


def firmness(claim: Claim) -> str:
    """How firmly the source says it: certainty, and what is denied or still ahead."""
    fact = claim.factuality
    parts: list[str] = [fact.certainty]
    if fact.polarity == "negative":
        parts.append("denied or not so")
    if fact.temporality == "future":
        parts.append("ahead or planned")
    return ", ".join(parts)


def says(claim: Claim, report: Report) -> str:
    """Whom the report has it from, the one nearest to the claim first; its own voice where it names nobody."""
    if not claim.attribution:
        return "the report itself"
    chain = [source_of(link, report.text) for link in reversed(claim.attribution)]
    return ", through ".join(chain)


def source_of(link: Link, text: str) -> str:
    """A source as named or described; the cue alone where nobody is named ("reportedly")."""
    if link.source is None:
        cue = f' ("{one_line(link.cue.of(text))}")' if link.cue else ""
        return f"someone not named{cue}"
    return link.source.entity.name if link.source.entity else one_line(link.source.span.of(text))


def by(report: Report) -> str:
    """Who published it, otherwise the file it came from."""
    return report.publisher or report.ref


def when(time: Time | None) -> str:
    """When, by the text: an interval in words, or that no date is given, with the bound that publication sets."""
    if time is None or (time.span is None and time.edtf is None):
        return "no date given"
    if time.span is None:
        return f"no date given ({interval(time.edtf or '')})"
    return interval(time.edtf) if time.edtf else "given, not resolved"


def interval(edtf: str) -> str:
    """An EDTF value in words: `2023-10/..` is "since Oct 2023", `../2026-01-07` "by 7 Jan 2026"."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return date(edtf)
    if start in ("..", ""):
        return f"by {date(end)}"
    if end in ("..", ""):
        return f"since {date(start)}"
    return f"{date(start)} to {date(end)}"


def date(edtf: str) -> str:
    """One EDTF date in words: `2025-04-22` is "22 Apr 2025"; anything unusual stays as it is."""
    match = DATE.fullmatch(edtf)
    if match is None or not 1 <= int(match[2] or 1) <= 12:
        return edtf
    year, month, day = match.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    doubt = "about " if edtf[-1] in "?~%" else ""
    return doubt + " ".join([*words, year])


def csv_row(claim: Claim, report: Report) -> tuple[object, ...]:
    """The cells of CSV_COLUMNS. `time` is EDTF; `time_words` is empty where the text gives no date."""
    text, fact, place = report.text, claim.factuality, claim.place
    first, rest = divided(claim)
    return (
        claim.id, report.ref, report.publisher, report.url, report.title, report.published, claim.kind, claim.type,
        claim.mode, claim.tie, "; ".join(called(r, text) for r in first), one_line(claim.trigger.of(text)),
        "; ".join(f"{r.role}: {called(r, text)}" for r in rest), claim.count and claim.count.value,
        claim.time and claim.time.edtf, one_line(claim.time.span.of(text)) if claim.time and claim.time.span else None,
        place and place.name, place and place.country, place and place.lat, place and place.lon,
        "; ".join(link.kind for link in claim.attribution), says(claim, report), fact.certainty, fact.polarity,
        fact.temporality, one_line(claim.sentence.of(text)), claim.confidence, claim.extractor,
    )  # fmt: skip


def grouped_by_source(found: Iterable[tuple[Claim, Report]]) -> list[tuple[str, list[tuple[Claim, Report]]]]:
    """The claims by whom the reports have them from, the source with most claims first, then by name.

    A report's own voice is a source of its own, under its publisher's name.
    """
    groups: dict[str, list[tuple[Claim, Report]]] = {}
    for claim, report in found:
        source = says(claim, report) if claim.attribution else f"{by(report)} in its own voice"
        groups.setdefault(source, []).append((claim, report))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
