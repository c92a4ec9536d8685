"""The commands that read files: `extract` and `annotate` need no project."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from reportedly import project
from reportedly.cli.output import Column, Form, chosen, end_with, print_json, print_table, say
from reportedly.cli.words import (
    ID,
    SAID,
    WHEN,
    WHO,
    by,
    cells,
)  # fmt: skip
from reportedly.export import claims_jsonl
from reportedly.model import DEFAULT_EXTRACTOR, Skipped
from reportedly.model import Extractor as ExtractorName
from reportedly.project import EXTRACTORS, Extracted, Item
from reportedly.wire import Json

Inputs = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; `-` is standard input.")]
Publisher = Annotated[str | None, typer.Option(help="Who published the reports that do not say it themselves.")]
Url = Annotated[str | None, typer.Option(help="Address of the report, where it does not give its own.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was published (`2025-04-22`), where it does not say.")
]
Manifest = Annotated[Path | None, typer.Option(help="CSV with publisher, url, published, title by file.")]
AsIs = Annotated[bool, typer.Option("--as-is", help="Take text files whole, without looking for a header.")]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="Processes that read; each needs about 0.7 GB.")]
Extractor = Annotated[
    str, typer.Option(help="What reads: `encoder` (rules with the trained encoder) or `rules` alone.")
]
ReadForm = Annotated[
    Literal["table", "jsonl"] | None,
    typer.Option("--format", help="`table` (default on a terminal) or `jsonl` (default elsewhere)."),
]


Tell = Callable[[str], None]
"""How a message reaches the user."""


SHOWN = 10
"""Skips that need no summary, and reasons that a summary lists."""


@dataclass
class Tally:
    """Counts what became of the inputs, and says on standard error what was skipped and why."""

    read: int = 0
    unread: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def skipped(self) -> int:
        """How many inputs were skipped."""
        return self.reasons.total()

    def used(self, outcomes: Iterable[Any], tell: Tell = say) -> Iterator[Any]:
        """The outcomes that are not skips; skips are told and counted."""
        for outcome in outcomes:
            if isinstance(outcome, Skipped):
                self.reasons[outcome.reason] += 1
                tell(f"skipped {outcome.ref}: {outcome.reason}")
            else:
                self.read += 1
                yield outcome

    def foreign(self, ref: str, language: str | None, tell: Tell = say) -> None:
        """Tell that a report's language is not read, and count it."""
        self.unread += 1
        tell(f"{ref}: not extracted (language: {language})")

    def close(self) -> None:
        """Say the sum, and end with the code that fits it: 1 nothing read, 3 some skipped."""
        if self.skipped > SHOWN:
            for reason, times in self.reasons.most_common(SHOWN):
                say(f"{times} skipped: {reason}")
        unread = f" ({self.unread} not extracted)" if self.unread else ""
        say(f"read {self.read} report{'' if self.read == 1 else 's'}{unread}, skipped {self.skipped}")
        end_with(1 if not self.read else 3 if self.skipped else 0)


def extract(
    inputs: Inputs,
    publisher: Publisher = None,
    url: Url = None,
    published: Published = None,
    manifest: Manifest = None,
    as_is: AsIs = False,
    form: ReadForm = None,
    jobs: Jobs = 1,
    extractor: Extractor = DEFAULT_EXTRACTOR,
) -> None:
    """Print the claims that reports make, without keeping anything.

    Example: `reportedly extract reports/*.txt --publisher "Aral Post" --format jsonl`
    """
    asked = asked_extractor(extractor)
    items = project.read_files(
        inputs, publisher=publisher, url=url, published=published, manifest=manifest, as_is=as_is
    )
    tally = Tally()
    show_claims(extracted(items, jobs, tally, asked), chosen(form and Form(form)))
    tally.close()


def annotate(
    inputs: Inputs,
    publisher: Publisher = None,
    url: Url = None,
    published: Published = None,
    manifest: Manifest = None,
    as_is: AsIs = False,
    form: ReadForm = None,
    jobs: Jobs = 1,
    extractor: Extractor = DEFAULT_EXTRACTOR,
) -> None:
    """Print the sentences, mentions, times, places and attributions of reports, without keeping anything.

    Example: `reportedly annotate report.txt --format jsonl`
    """
    asked = asked_extractor(extractor)
    items = project.read_files(
        inputs, publisher=publisher, url=url, published=published, manifest=manifest, as_is=as_is
    )
    tally = Tally()
    wanted = chosen(form and Form(form))
    for row in tally.used(project.annotate(items, jobs, asked)):
        if wanted is Form.JSONL:
            print_json(row)
        else:
            show_annotations(row)
    tally.close()


def gazetteer(
    dump: Annotated[Path, typer.Argument(help="A table of GeoNames: allCountries.txt, SY.txt, or its zip file.")],
    to: Annotated[Path, typer.Option(help="The file to make.")] = Path("gazetteer.sqlite"),
    country: Annotated[
        list[str] | None, typer.Option(help="Only places of this country, by its two letters; may be given again.")
    ] = None,
) -> None:
    """Make a table of places from a GeoNames dump that you have, with the places that come with the program.

    Reports are read with it where REPORTEDLY_GAZETTEER names the file. GeoNames is licensed under CC BY 4.0.

    Example: `reportedly gazetteer allCountries.zip --country SY --country LB`
    """
    places, unreadable = project.load_gazetteer(dump, to, country or ())
    passed = f", {unreadable} lines passed over: they have not the columns of a dump" if unreadable else ""
    say(f"{to}: {places} places added{passed}; to read with them, set REPORTEDLY_GAZETTEER={to.resolve()}")


def asked_extractor(name: str) -> ExtractorName:
    """The extractor of that name. Raises BadParameter where there is none."""
    for each in EXTRACTORS:
        if each == name:
            return each
    raise typer.BadParameter(f"no extractor {name!r}; there is {', '.join(EXTRACTORS)}", param_hint="--extractor")


def extracted(items: Iterable[Item], jobs: int, tally: Tally, extractor: ExtractorName) -> Iterator[Extracted]:
    """The readable reports with their claims; languages that are not read are told."""
    each: Extracted
    for each in tally.used(project.extract(items, jobs, extractor)):
        if not each.is_read:
            tally.foreign(each.report.ref, each.report.language)
        yield each


def show_claims(found: Iterable[Extracted], form: Form) -> None:
    """Print the claims, a line a claim or a table a report."""
    columns = (WHO, SAID, WHEN, ID)
    for each in found:
        pairs = [(claim, each.report) for claim in each.claims]
        if form is Form.JSONL:
            sys.stdout.writelines(claims_jsonl(pairs))
        elif pairs:
            rows = [cells(claim, report, columns) for claim, report in pairs]
            print_table(f"{each.report.ref}: what {by(each.report)} reports", columns, rows)


ANNOTATION_COLUMNS = (Column("kind", "dim"), Column("words", "bold", share=1), Column("meaning", share=1))


def show_annotations(row: Json) -> None:
    """Print one report's annotations as a table."""
    shown: list[tuple[str, str, str]] = [
        *((m["schema"], m["text"], m["entity"]["name"] if m["entity"] else "") for m in row["mentions"]),
        *((t["type"], t["text"], t["edtf"] or "not resolved") for t in row["times"]),
        *(("place", p["text"], f"{p['name']} {p['country'] or ''}") for p in row["places"]),
        *(
            ("attribution", quoted(a["cue"]) or quoted(a["content"]), quoted(a["source"]) or "no source named")
            for a in row["attributions"]
        ),
    ]
    print_table(f"{row['ref']}: {len(row['sentences'])} sentences", ANNOTATION_COLUMNS, shown)


def quoted(spans: Json | list[Json] | None) -> str:
    """The words of a span, or of each of several; empty for none."""
    pieces = spans if isinstance(spans, list) else [spans] if spans else []
    return " ... ".join(span["text"] for span in pieces)
