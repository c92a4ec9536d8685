"""The accounts of one event in the terminal: side by side by slot, and sentence by sentence.

In: evidence and its assessment. Out: tables. Each line leads to the claims it comes from.
"""

from collections.abc import Iterable

from reportedly.cli.marking import STYLES
from reportedly.cli.output import Cell, Column, print_table
from reportedly.cli.words import BECAME, SHORT, by, one_line, says
from reportedly.export.dates import words
from reportedly.export.wording import listed, speaker
from reportedly.linked import Account, Evidence, Manner, Standing
from reportedly.model import Report
from reportedly.project.telling import Assessment, Copy, Retold, Value, retold

PARTS = {
    "account": "Told as having happened",
    "denial": "Denied or said not to be so",
    "other": "Spoken of as planned or possible",
}
GONE = "In reports that no longer stand, and count for nothing"
SHOWN = 3
"""Outlets of one value, and claims of one sentence, that are listed by name."""

COPIED: dict[Manner, str] = {"verbatim": "also word for word in", "edited": "also, with edits, in"}

SIDES = (
    Column("slot", "bold", widest=14), Column("as told", share=3), Column("", widest=5), Column("by", share=3),
    Column("claim", "dim"),
)  # fmt: skip
ACCOUNTS = (
    Column("published", widest=12), Column("says / by", STYLES["source"], share=2), Column("sentence", share=6),
    Column("claim", "dim"),
)  # fmt: skip


def print_sides(found: Assessment) -> None:
    """Print the accounts side by side, slot by slot."""
    rows = [
        side_cells(slot.name if first else "", value)
        for slot in found.table.slots
        for first, value in zip([True, *[False] * len(slot.values)], slot.values, strict=False)
    ]
    if rows:
        print_table("Accounts side by side", SIDES, rows)


def side_cells(slot: str, value: Value) -> list[Cell]:
    """One value of a slot: by whom it is given, and whether another one of the slot came before it."""
    return [
        slot, one_line(value.text), "later" if value.later else "", tellers(value.accounts),
        value.accounts[0].claim.id[:SHORT],
    ]  # fmt: skip


def tellers(accounts: Iterable[Account]) -> str:
    """The publishers of accounts, each once, the first few by name."""
    names = list(dict.fromkeys(by(each.report) for each in accounts))
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def print_accounts(evidence: Evidence, found: Assessment) -> None:
    """Print every account with its sentence; copies of one sentence stand with the first report that has it."""
    later = {each.claim.id for each in found.later}
    for part, title in PARTS.items():
        some = [each for each in evidence.accounts if each.part == part]
        if some:
            print_table(title, ACCOUNTS, (account_cells(each, later) for each in retold(evidence, some)))
    if evidence.gone:
        rows = []
        for each in evidence.gone:
            cells = account_cells(Retold((each,)), set())
            rows.append([f"{cells[0]}\n{became(each.report, evidence.standing.get(each.report.id))}", *cells[1:]])
        print_table(GONE, ACCOUNTS, rows)


def account_cells(each: Retold, later: set[str]) -> list[Cell]:
    """One sentence in a table: when and by whom it was first printed, who says it, who prints it too."""
    first = each.accounts[0]
    day = (first.report.published or "no day")[:10] + ("\nlater" if first.claim.id in later else "")
    told = "\n".join([one_line(first.claim.sentence.of(first.report.text)), *copies(each)])
    return [day, f"{sources(each.accounts)}\n{by(first.report)}", told, claims(each.accounts)]


def copies(each: Retold) -> Iterable[str]:
    """Lines on the reports that print the sentence too, each with a claim in it; what they give differently in full."""
    for manner, opening in COPIED.items():
        same = [printed_in(copy) for copy in each.copies if copy.manner == manner and not copy.differs]
        if same:
            yield f"{opening} {', '.join(same)}"
    yield from (edited(copy) for copy in each.copies if copy.differs)


def edited(copy: Copy) -> str:
    """A line on a copy that gives something differently, with its own sentence."""
    first = copy.accounts[0]
    sentence = one_line(first.claim.sentence.of(first.report.text))
    who = ", ".join(dict.fromkeys(speaker(each.claim, each.report) or "its own voice" for each in copy.accounts))
    source = f", by {who}" if "source" in copy.differs else ""
    return f"also, edited in {listed(copy.differs)}, in {printed_in(copy)}{source}: “{sentence}”"


def sources(accounts: Iterable[Account]) -> str:
    """Who accounts are from, each once."""
    return "; ".join(dict.fromkeys(says(each.claim, each.report) for each in accounts))


def printed_in(copy: Copy) -> str:
    """The outlet of a copy with the beginning of a claim's id."""
    return f"{by(copy.accounts[0].report)} ({copy.accounts[0].claim.id[:SHORT]})"


def claims(accounts: Iterable[Account]) -> str:
    """The beginnings of the ids of claims, one on a line; of many the number."""
    ids = [each.claim.id[:SHORT] for each in accounts]
    return "\n".join(ids[:SHOWN] + ([f"+{len(ids) - SHOWN}"] if len(ids) > SHOWN else []))


def became(report: Report, standing: Standing | None) -> str:
    """What became of a report that no longer stands."""
    if standing is None:
        return "withdrawn, or a notice of it" if report.status == "canceled" else BECAME[report.status]
    return BECAME[standing.status] + (f" {words(standing.since)}" if standing.since else "")
