"""The command's frame: the app with its global options, and how errors become messages and exit codes."""

import io
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from reportedly.cli import asking, casework, deciding, keeping, networking, reading, writing
from reportedly.cli.output import say
from reportedly.errors import ReportedlyError
from reportedly.project import located

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        sys.stdout.write(f"reportedly {version('reportedly')}\n")
        raise typer.Exit


@app.callback()
def reportedly(
    context: typer.Context,
    project: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|URL",
            help="The project: a file or a database URL. Default: REPORTEDLY_PROJECT, then `reportedly.db`.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Who says so? Attributed claims from news reports, each with the sentence it comes from.

    Nothing that is printed says that a claim is true: it says who claims it, how firmly, and on what footing.
    """
    context.obj = located(project)


COMMANDS: dict[str, Callable[..., None]] = {
    "init": keeping.init,
    "add": keeping.add,
    "extract": reading.extract,
    "annotate": reading.annotate,
    "claims": asking.claims,
    "who": asking.who,
    "timeline": asking.timeline,
    "show": asking.show,
    "events": casework.events,
    "event": casework.event,
    "origins": casework.origins,
    "network": networking.network,
    "compare": casework.compare,
    "diff": casework.diff,
    "entities": deciding.entities,
    "reports": deciding.reports,
    "withdraw": deciding.withdraw,
    "correct": deciding.correct,
    "restore": deciding.restore,
    "outlets": deciding.outlets,
    "known": deciding.known,
    "briefing": writing.briefing,
    "evaluate": writing.evaluate,
    "gazetteer": reading.gazetteer,
}

for name, command in COMMANDS.items():
    app.command(name)(command)

export = typer.Typer(no_args_is_help=True, help="Write what the project holds for other programs.")
export.command("claims")(writing.export_claims)
export.command("ftm")(writing.export_ftm)
export.command("gexf")(writing.export_gexf)
app.add_typer(export, name="export")
app.add_typer(deciding.judge, name="judge")


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # JSON is UTF-8 wherever it goes; a lone surrogate of a report leaves as its JSON escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more when it ends; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run() -> int:
    """The exit code, after running the command; errors raised on purpose become one line on standard error."""
    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except ReportedlyError as error:
        say(f"reportedly: {error}")
        return 1
    return 0
