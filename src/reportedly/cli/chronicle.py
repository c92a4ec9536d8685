"""The timeline in the terminal: a line for each account, so that a year fits a screen.

In: claims with their reports, in the order of time. Out: tables. Accounts that say the same at the same time on the
same word, letter for letter, are one line that counts their outlets; nothing is judged here.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.text import Text

from reportedly.cli.marking import STYLES
from reportedly.cli.output import Cell, Column, plain, print_table, say
from reportedly.cli.words import ID, NO_DATE, SAID, SHORT, WHEN, by, counted, participants, says, trigger, when
from reportedly.export.wording import firmness_mark
from reportedly.model import Claim, Report

LIMIT = 60
"""Lines that are shown where nothing else is asked for: one to two screens."""

STATED = "stated"
"""The firmness that needs no word on a line: its source puts it flatly."""

COLUMNS = (
    WHEN._replace(name="when", cut=True), Column("says", STYLES["source"], share=3, cut=True),
    SAID._replace(share=6, cut=True), Column("by", "dim", share=3, cut=True), ID,
)  # fmt: skip


class Line(NamedTuple):
    """One line: accounts that agree in every word that is shown, oldest report first; `outlets` each once."""

    when: str
    says: str
    said: Text
    outlets: tuple[str, ...]
    claim: str

    @property
    def cells(self) -> list[Cell]:
        """What stands in COLUMNS."""
        first, *others = self.outlets
        return [self.when, self.says, self.said, f"{first} +{len(others)}" if others else first, self.claim]


def print_timeline(found: Sequence[tuple[Claim, Report]], limit: int) -> None:
    """Print dated events, then those whose text gives no date, which are never drawn at a day; 0 is no limit."""
    dated = [pair for pair in found if when(pair[0].time, pair[1]) != NO_DATE]
    undated = [pair for pair in found if when(pair[0].time, pair[1]) == NO_DATE]
    parts = (
        ("What reports say happened, by the time each account gives", COLUMNS, lines(dated)),
        ("What reports say without giving a date", COLUMNS[1:], lines(undated)),
    )
    every = sum(len(each) for _, _, each in parts)
    left = limit or every
    for title, columns, each in parts:
        if shown := each[:left]:
            print_table(title, columns, [line.cells[-len(columns) :] for line in shown])
        left -= len(shown)
    if limit and every > limit:
        say(f"{every - limit} more lines; `--limit 0` shows all, `--entity`, `--place`, `--since` and `--text` narrow")
    say(f"{counted(len(found))}, {len(undated)} without a date; `reportedly show CLAIM` shows one in its report")


def lines(found: Iterable[tuple[Claim, Report]]) -> list[Line]:
    """The lines of the claims, in the order of the first claim of each."""
    told: dict[tuple[str, str, str], Line] = {}
    for claim, report in found:
        at, source, said, outlet = when(claim.time, report), says(claim, report), line_of(claim, report), by(report)
        key = (at, source, said.plain)
        same = told.get(key)
        if same is None:
            told[key] = Line(at, source, said, (outlet,), claim.id[:SHORT])
        elif outlet not in same.outlets:
            told[key] = same._replace(outlets=(*same.outlets, outlet))
    return list(told.values())


def line_of(claim: Claim, report: Report) -> Text:
    """What is said, on one line: first what must not be cut off, which is a firmness short of flat and the trigger."""
    mark = firmness_mark(claim.factuality)
    shown = Text().append("" if mark == STATED else f"{mark}: ", style="italic").append_text(trigger(claim, report))
    where = Text(plain(f"at {claim.place.name}") if claim.place else "", style="dim")
    return Text(" · ").join(part for part in (shown, participants(claim.roles, report), where) if part)
