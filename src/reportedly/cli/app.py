"""The command's frame: the app with its global options, and how errors become messages and exit codes."""

import io
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from reportedly.cli import reading
from reportedly.errors import ReportedlyError

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
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Who says so? Attributed claims from news reports, each with the sentence it comes from.

    Nothing that is printed says that a claim is true: it says who claims it, how firmly, and on what footing.
    """


COMMANDS: tuple[Callable[..., None], ...] = (reading.extract, reading.annotate)

for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # JSON is UTF-8 wherever it goes; a lone surrogate of a report leaves as its JSON escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except ReportedlyError as error:
        sys.stderr.write(f"reportedly: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        # Python flushes standard output once more at exit; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
