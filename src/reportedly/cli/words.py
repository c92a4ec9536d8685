"""Claims as cells of tables, in words that never take a claim for a fact: who says it, who prints it, when it gives.

In: a claim and its report. Out: short texts, coloured where they stand for a part of the sentence.
"""

from collections.abc import Iterable, Sequence

from rich.text import Text

from reportedly.cli.marking import STYLES
from reportedly.cli.output import Cell, Column, plain
from reportedly.export.dates import words
from reportedly.export.wording import firmness_mark, speaker
from reportedly.model import Claim, Report, Role, Status, Time

SHORT = 8
"""Digits of a claim's id that are shown; `show` finds a claim by any unique beginning."""

FIRST_ROLES = ("actor", "subject", "participant", "host")
"""Roles that stand before the trigger in a statement."""

UNLABELLED = (*FIRST_ROLES, "object", "recipient")
"""Roles that a reader tells by their place in a statement."""

BECAME: dict[Status, str] = {
    "usable": "stands", "corrected": "replaced by a later report", "canceled": "withdrawn", "withheld": "withheld",
}  # fmt: skip
"""What became of a report, by its status."""

NO_DATE = "no date given"
OWN_VOICE = "(own voice)"

ID = Column("claim", "dim")
WHO = Column("says / by", share=2)
BY = Column("by", share=1)
SAID = Column("what is said", share=4)
WHEN = Column("when, by this account", STYLES["time"], widest=22)


def cells(claim: Claim, report: Report, columns: Iterable[Column]) -> list[Cell]:
    """The claim's cells in these columns."""
    return [cell(claim, report, column) for column in columns]


def cell(claim: Claim, report: Report, column: Column) -> Cell:
    """The claim's cell in one column."""
    if column == ID:
        return claim.id[:SHORT]
    if column == WHO:
        return Text(plain(says(claim, report)), style=STYLES["source"]).append(
            f"\n{plain(by(report))}", style="not bold dim"
        )
    if column == BY:
        return by(report)
    if column == SAID:
        return statement(claim, report).append("\n").append(plain(about(claim)), style="dim")
    if column == WHEN:
        return when(claim.time, report)
    raise ValueError(f"no column {column.name!r}")


def statement(claim: Claim, report: Report) -> Text:
    """The claim in its report's words: who, where that is said, the trigger, the others in their roles."""
    shown = participants([role for role in claim.roles if role.role in FIRST_ROLES], report)
    rest = participants([role for role in claim.roles if role.role not in FIRST_ROLES], report)
    return Text(" ").join(part for part in (shown, trigger(claim, report), rest) if part)


def trigger(claim: Claim, report: Report) -> Text:
    """The word or phrase that carries the claim, as printed."""
    return Text(plain(one_line(claim.trigger.of(report.text))), style="bold")


def participants(roles: Sequence[Role], report: Report) -> Text:
    """Who and what takes part, those that stand before or after the trigger by themselves without a label."""
    return Text(", ").join(
        Text("" if role.role in UNLABELLED else f"{role.role}: ", style="dim").append(
            plain(called(role, report.text)), style=f"not dim {STYLES['role']}"
        )
        for role in roles
    )


def about(claim: Claim) -> str:
    """What kind of claim it is, how firmly it is put, and where it is set."""
    where = [f"at {claim.place.name}"] if claim.place else []
    return " · ".join([kind(claim), firmness_mark(claim.factuality), *where])


def kind(claim: Claim) -> str:
    """The event type with its mode, or the tie."""
    if claim.kind == "tie":
        return f"tie: {claim.tie}"
    return f"{claim.type}{f': {claim.mode}' if claim.mode else ''}"


def called(role: Role, text: str) -> str:
    """A participant by the name the report knows it under, otherwise in the words of the sentence."""
    return one_line(role.entity.name if role.entity else role.span.of(text))


def says(claim: Claim, report: Report) -> str:
    """Whom the report has it from, and through whom; its own voice where it names nobody."""
    return speaker(claim, report) or OWN_VOICE


def by(report: Report) -> str:
    """Who published it, otherwise the file it came from."""
    return report.publisher or report.ref


def when(time: Time | None, report: Report) -> str:
    """When, by the text: an interval in words, a phrase that was not resolved, or that no date is given."""
    if time is None or time.span is None:
        return NO_DATE
    return words(time.edtf) if time.edtf else f"“{one_line(time.span.of(report.text))}”"


def grouped_by_source(found: Iterable[tuple[Claim, Report]]) -> list[tuple[str, list[tuple[Claim, Report]]]]:
    """The claims by whom the reports have them from, the source with most claims first, then by name.

    A report's own voice is a source of its own, under its publisher's name.
    """
    groups: dict[str, list[tuple[Claim, Report]]] = {}
    for claim, report in found:
        source = speaker(claim, report) or f"{by(report)} in its own voice"
        groups.setdefault(source, []).append((claim, report))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def counted(claims: int) -> str:
    """The number of claims in words."""
    return f"{claims} claim{'' if claims == 1 else 's'}"


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
