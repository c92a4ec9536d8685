"""The commands that fill a project: `init` and `add`."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from shlex import quote
from typing import Annotated, Protocol, get_args

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from reportedly import project
from reportedly.cli.choosing import opened
from reportedly.cli.output import plain, print_json, say
from reportedly.cli.reading import (
    AsIs,
    Extractor,
    Inputs,
    Jobs,
    Manifest,
    Published,
    Publisher,
    Tally,
    Url,
    asked_extractor,
)  # fmt: skip
from reportedly.cli.words import SHORT
from reportedly.days import bounds
from reportedly.model import DEFAULT_EXTRACTOR
from reportedly.project import Kept, State
from reportedly.project.noticing import Notice, Noticing, Outline

NOTICED = 20
"""Lines on notices and later versions that `add` prints; how many are left is said."""

LACKS = {"publisher": "name no publisher", "published": "name no day of publication"}
"""What new reports may not say of themselves, in words."""

EVERY = 100
"""Reports between two lines of progress where there is no terminal."""

Acknowledge = Annotated[
    bool, typer.Option("--acknowledge", help="Print a JSON line for each report, once it is kept for good.")
]


def init(context: typer.Context) -> None:
    """Make a project; one that is there stays as it is.

    Example: `reportedly --project harbour.db init`
    """
    made = project.init(context.obj)
    reports, claims, _ = made.counts()
    made.close()
    say(f"project {made.location}: {reports} reports, {claims} claims; next: reportedly add PATH...")


def add(
    context: typer.Context,
    inputs: Inputs,
    publisher: Publisher = None,
    url: Url = None,
    published: Published = None,
    manifest: Manifest = None,
    as_is: AsIs = False,
    jobs: Jobs = 1,
    extractor: Extractor = DEFAULT_EXTRACTOR,
    acknowledge: Acknowledge = False,
) -> None:
    """Read reports and keep them with their claims. Reports that are there already are passed by.

    A run that was broken off is taken up again by the same command.

    Example: `reportedly add reports/ --publisher "Aral Post" --jobs 2`
    """
    asked = asked_extractor(extractor)
    kept = opened(context)
    items = project.read_files(
        inputs, publisher=publisher, url=url, published=published, manifest=manifest, as_is=as_is
    )
    tally, states, claims, added, lacking = Tally(), Counter[str](), 0, list[str](), Counter[str]()
    with told_where_broken_off(tally), progress() as shown:
        for outcome in tally.used(kept.add(items, jobs, extractor=asked), shown.say):
            states[outcome.state] += 1
            claims += outcome.claims
            lacking.update(outcome.lacks)
            if not outcome.is_read:
                tally.foreign(outcome.ref, outcome.language, shown.say)
            if outcome.state == "added":
                added.append(outcome.report_id)
            if outcome.fell:
                shown.say(fallen(kept, outcome))
            if acknowledge:
                acknowledged(outcome)
            shown.advance(tally.read, outcome.ref)
    done = ", ".join(f"{states[state]} {state}" for state in get_args(State) if states[state])
    if done:
        say(f"{done}; {claims} claims found")
    if lacking:
        say(lacks(lacking))
    link(kept)
    say_noticed(kept, added)
    tally.close()


def lacks(count: Counter[str]) -> str:
    """How many new reports do not say who published them, or when, and how to give it."""
    said = [f"{count[name]} {words}" for name, words in LACKS.items() if count[name]]
    return (
        f"of the new reports {' and '.join(said)}, so that who carried a claim first may not be told; to give it, add "
        "them to a new project with `--publisher`, `--published` or a `--manifest`"
    )


def link(kept: project.Project) -> None:
    """Link the reports that wait, and say what there is now."""
    try:
        with progress("linked") as shown:
            linked = kept.casebook.link(lambda count: shown.advance(count, ""), processes=2)
    except KeyboardInterrupt:
        say("interrupted while linking; all reports are kept, and the next command goes on from there")
        raise
    if linked:
        events, entities = kept.casebook.counts()
        reports = "1 report" if linked == 1 else f"{linked} reports"
        told = f"{events} events and ties, {entities} entit{'y' if entities == 1 else 'ies'}"
        say(f"{reports} linked: {told}; next: reportedly events")


def say_noticed(kept: project.Project, added: Sequence[str]) -> None:
    """Say which of these reports look like a notice of withdrawal or a later version, and what would carry it out."""
    if not added:
        return
    lines = (notice_line(kept, each) for each in Noticing(kept.store, added).notices())
    for line in islice(lines, NOTICED):
        say(line)
    rest = sum(1 for _ in lines)
    if rest:
        say(f"{rest} more reports look like notices of withdrawal or later versions")


def notice_line(kept: project.Project, notice: Notice) -> str:
    """What a report seems to say of another, with the command that would carry it out."""
    newer, older = notice.newer, notice.older
    day = bounds(newer.published or newer.captured)[0]
    on = f" --on {day}" if day else ""
    if older is None:
        return f"{newer.ref} takes a report back and {notice.reason}; to do so: reportedly withdraw REPORT{on}"
    old = called(kept, older)
    if notice.kind == "withdraw":
        said = f"{newer.ref} seems to take back {older.ref} ({notice.reason})"
        return f"{said}; to do so: reportedly withdraw {old}{on} --why {quote(f'taken back by {newer.ref}')}"
    said = f"{newer.ref} seems to be a later version of {older.ref} ({notice.reason})"
    return f"{said}; to put it in its place: reportedly correct {old} {called(kept, newer)}"


def called(kept: project.Project, each: Outline) -> str:
    """How a command names a report: by its ref, or by its id where several have that ref."""
    return quote(each.ref) if len(kept.store.reports_called(each.ref)) == 1 else each.id[:SHORT]


def fallen(kept: project.Project, outcome: Kept) -> str:
    """Which reports stand no longer since this one was added."""
    if outcome.report_id in outcome.fell:
        return f"{outcome.ref} is replaced or taken back by a report that is held"
    old = [report.ref for report_id in outcome.fell if (report := kept.store.report(report_id)) is not None]
    return f"{outcome.ref} replaces or takes back {', '.join(old)}"


@contextmanager
def told_where_broken_off(tally: Tally) -> Iterator[None]:
    """Say, where the user interrupts, that what was read is kept, and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        say(f"interrupted; the reports read so far ({tally.read}) are kept: the same command goes on from there")
        raise


def acknowledged(outcome: Kept) -> None:
    """Print that a report is kept."""
    print_json({"report": outcome.report_id, "ref": outcome.ref, "state": outcome.state, "claims": outcome.claims})
    sys.stdout.flush()


class Progressing(Protocol):
    """What shows how far a run is."""

    def say(self, message: str) -> None:
        """Print a message without disturbing the progress."""

    def advance(self, read: int, ref: str) -> None:
        """Show that `read` reports are done, `ref` being the last."""


class Lines:
    """Progress as a plain line every EVERY reports, for logs."""

    def __init__(self, verb: str) -> None:
        self.verb, self.told = verb, 0

    def say(self, message: str) -> None:
        """Print a message."""
        say(message)

    def advance(self, read: int, ref: str) -> None:
        """Print a line where a round number is reached or passed."""
        if read // EVERY > self.told:
            self.told = read // EVERY
            say(f"{self.verb} {read} reports{f', last {ref}' if ref else ''}")


class Bar:
    """Progress that moves on a terminal."""

    def __init__(self, shown: Progress) -> None:
        self.shown = shown
        self.task = shown.add_task("", total=None, ref="")

    def say(self, message: str) -> None:
        """Print a message above the bar."""
        self.shown.console.print(plain(message), markup=False, highlight=False)

    def advance(self, read: int, ref: str) -> None:
        """Move on."""
        self.shown.update(self.task, completed=read, ref=plain(ref)[:40])


@contextmanager
def progress(verb: str = "read") -> Iterator[Progressing]:
    """Progress on standard error: a moving line on a terminal, otherwise plain lines."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines(verb)
        return
    columns = (
        SpinnerColumn(), TextColumn(verb + " {task.completed} reports"), BarColumn(20), TimeElapsedColumn(),
        TextColumn("{task.fields[ref]}", markup=False),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as shown:
        yield Bar(shown)
