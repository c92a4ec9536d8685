"""The commands by which people decide: `judge`, `withdraw`, `correct`, `restore`, `outlets`, `known`; their lists."""

import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.changing import change_json, print_changes
from reportedly.cli.choosing import ListForm, TextForm, opened
from reportedly.cli.output import Column, Form, chosen, end_with, print_json, print_table, say
from reportedly.cli.words import BECAME, SHORT
from reportedly.errors import Stop
from reportedly.export.content import STATUS_WORDS
from reportedly.export.dates import words
from reportedly.export.events import csv_line
from reportedly.export.neutral import cell
from reportedly.linked import Anchor, Entity, Judgement, Outlet, PastStanding, Standing, Subject, Verdict
from reportedly.model import Report, Skipped
from reportedly.project import Project, judge_named
from reportedly.project.desk import NOBODY, OUTLET_COLUMNS, Desk, claim_anchor, judgement, name_anchor

By = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who judges. Default: REPORTEDLY_BY.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for those who read it later.")]
Same = Annotated[bool, typer.Option("--same/--not-same", help="Whether the two are one.")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day from which it holds (EDTF).")]
ReportName = Annotated[str, typer.Argument(metavar="REPORT", help="A report's ref or URL, or the beginning of its id.")]

COMPLAINTS = 10
"""Lines of a knowledge base whose fault is told one by one; of more the number is."""

BY_THEMSELVES = "the two stand by themselves"

judge = typer.Typer(no_args_is_help=True, help="Decide what the program cannot: same or not the same, right or wrong.")


def now() -> str:
    """This moment, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def judged(
    project: Project, subject: Subject, verdict: Verdict, anchors: Iterable[Anchor], by: str | None, why: str,
    field: str | None = None, value: str | None = None,
) -> None:  # fmt: skip
    """Put a judgement on record and tell what changes by it, between the reports that it is about too."""
    made = judgement(subject, verdict, tuple(anchors), by or judge_named(), now(), why, field, value)
    project.casebook.link()
    before = reliance(project, made)
    changed = project.desk.changed_by(project.desk.concerned(made), lambda: project.desk.judge(made))
    after = reliance(project, made)
    say(f"judgement {made.id[:SHORT]} is in force: {judgement_words(made, project.desk)}")
    if before != after:
        say(f"before: {before or BY_THEMSELVES}; now: {after or BY_THEMSELVES}")
    if chosen(None) is Form.TABLE:
        print_changes(changed, "This judgement", Form.TABLE)
        return
    found: dict[str, object] = {"judgement": made.id, "changes": [change_json(each) for each in changed]}
    if subject == "reports":
        found |= {"reliance_before": before, "reliance": after}
    print_json(found)


def reliance(project: Project, made: Judgement) -> str | None:
    """Why one of the two reports that a judgement is about is held to rely on the other; None for other judgements."""
    if made.subject != "reports":
        return None
    one, other = (project.store.report(anchor.report_id or "") for anchor in made.anchors)
    return project.desk.reliance(one, other) if one is not None and other is not None else None


@judge.command("entities")
def judge_entities(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A name in full.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another name in full.")],
    same: Same = True,
    by: By = None,
    why: Why = "",
) -> None:
    """Two names are one person's or body's, or they are not.

    Example: `reportedly judge entities "the Ferryman" "Bram Oskel" --same --by Ines --why "he says so himself"`
    """
    project = opened(context)
    names = [project.casebook.name(each) for each in (one, other)]
    anchors = [name_anchor(a) for a in names]
    judged(project, "entities", "same" if same else "not_same", anchors, by, why)


@judge.command("events")
def judge_events(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its beginning.")],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Another claim's.")],
    same: Same = True,
    by: By = None,
    why: Why = "",
) -> None:
    """Two claims are about one event or tie, or they are not.

    Example: `reportedly judge events 3f2a91c0 91c03f2a --not-same --by Ines`
    """
    project = opened(context)
    anchors = [claim_anchor(*project.claim(each)) for each in (one, other)]
    judged(project, "events", "same" if same else "not_same", anchors, by, why)


@judge.command("reports")
def judge_reports(
    context: typer.Context,
    one: ReportName,
    other: Annotated[str, typer.Argument(metavar="REPORT", help="Another report.")],
    same: Same = True,
    by: By = None,
    why: Why = "",
) -> None:
    """Two reports are one text, printed twice, or they stand by themselves.

    Example: `reportedly judge reports a.txt b.txt --not-same --by Ines --why "both print the statement"`
    """
    project = opened(context)
    anchors = [Anchor(project.desk.report(each).id) for each in (one, other)]
    judged(project, "reports", "same" if same else "not_same", anchors, by, why)


@judge.command("claim")
def judge_claim(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its beginning.")],
    accept: Annotated[bool, typer.Option("--accept", help="It is read rightly.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The report does not say so: leave it out.")] = False,
    correct: Annotated[
        str | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="What it should be: `time=2025-04-22`, `source=Bram Oskel`, `actor=WORDS; WORDS`; no VALUE for none.",
        ),
    ] = None,
    by: By = None,
    why: Why = "",
) -> None:
    """A claim is read rightly, wrongly, or has a field to correct. It says nothing on whether the claim holds.

    Who says it (`source`) and who has a role (`actor`, `recipient` ...) are given in words of the report, with a schema
    for whom none of its claims names yet: `"source=Bram Oskel (Person)"`.

    Example: `reportedly judge claim 3f2a91c0 --set polarity=negative --by Ines`
    """
    if accept + reject + (correct is not None) != 1:
        raise typer.BadParameter("give one of --accept, --reject and --set")
    project = opened(context)
    anchor = claim_anchor(*project.claim(claim))
    if correct is None:
        judged(project, "claim", "accept" if accept else "reject", [anchor], by, why)
        return
    field, equals, value = correct.partition("=")
    if not equals:
        raise typer.BadParameter(f"expected FIELD=VALUE, found {correct!r}", param_hint="--set")
    judged(project, "claim", "correct", [anchor], by, why, field.strip(), value.strip() or None)


@judge.command("undo")
def judge_undo(
    context: typer.Context,
    prefix: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id, or its beginning.")],
    by: By = None,
    why: Why = "",
) -> None:
    """Take a judgement back; it stays on record.

    Example: `reportedly judge undo 7c1b --by Ines --why "the brother spoke"`
    """
    who = by or judge_named()
    if not who:
        raise Stop(NOBODY)
    desk = opened(context).desk
    old = desk.in_force(prefix)
    changed = desk.changed_by(desk.concerned(old), lambda: desk.undo(old.id, who, now(), why))
    say(f"judgement {old.id[:SHORT]} is undone: {judgement_words(old, desk)}")
    print_changes(changed, "That it is undone", chosen(None))


@judge.command("list")
def judge_list(
    context: typer.Context,
    review: Annotated[bool, typer.Option("--review", help="Only those whose words are not found any more.")] = False,
    form: ListForm = None,
) -> None:
    """List judgements, with who made them, when and why.

    Example: `reportedly judge list --review`
    """
    desk = opened(context).desk
    if review:
        found = [(each, reason) for each, reason in desk.for_review()]
    else:
        found = [(each, "undone" if undone else "") for each, undone in desk.judgements()]
    wanted = chosen(form)
    if wanted is not Form.TABLE:
        print_rows(JUDGEMENT_COLUMNS, (judgement_row(each, note) for each, note in found), wanted)
        return
    columns = (
        Column("made", widest=10), Column("by", share=1), Column("judgement", share=4), Column("why", share=2),
        Column("", share=2), Column("id", "dim"),
    )  # fmt: skip
    rows = [
        [each.made[:10], each.by, judgement_words(each, desk), each.why, note, each.id[:SHORT]] for each, note in found
    ]
    if rows:
        print_table(None, columns, rows)
    say(f"{len(rows)} judgement{'' if len(rows) == 1 else 's'}")


def judgement_row(each: Judgement, note: str) -> list[object]:
    """A judgement as it is printed for programs."""
    return [
        each.id, each.made, each.by, each.subject, each.verdict, each.field, each.value, [*map(anchored, each.anchors)],
        each.why or None, each.undoes, note or None,
    ]  # fmt: skip


def anchored(anchor: Anchor) -> str:
    """What a judgement holds to, in short."""
    return anchor.name.name if anchor.name else anchor.exact or (anchor.report_id or "")[:SHORT]


def named(anchor: Anchor, desk: Desk) -> str:
    """The same, a report by its ref."""
    report = desk.store.report(anchor.report_id) if anchor.report_id and not anchor.exact else None
    return report.ref if report is not None else anchored(anchor)


def judgement_words(each: Judgement, desk: Desk) -> str:
    """A judgement in words, reports by their refs."""
    about = " and ".join(f"“{named(anchor, desk)}”" for anchor in each.anchors)
    field = (each.field or "").replace("_", " ")
    value = f"{field} {each.value}" if each.value is not None else f"no {field}"
    what = {
        "same": "are one", "not_same": "are two", "accept": "is read rightly", "reject": "is not what the report says",
        "correct": f"has {value}",
    }[each.verdict]  # fmt: skip
    taken_back = "no longer: " if each.undoes else ""
    return f"{taken_back}{each.subject} {about} {what}"


def withdraw(context: typer.Context, report: ReportName, on: On = None, why: Why = "", form: TextForm = None) -> None:
    """Let a report stand no longer, from `--on` or from today on, and tell what changes by it. It stays on record.

    Of a report that was withdrawn already only the day `--on` and the reason `--why` can be changed.

    Example: `reportedly withdraw 2025-06-18-arrest.html --on 2025-06-21 --why "the outlet took it back"`
    """
    desk, moment = opened(context).desk, now()
    found = desk.report(report)
    held = desk.standing(found)
    is_new = held is None or held.status == "corrected"
    day = on or (moment[:10] if is_new else None)
    changed = desk.changed_by([found.id], lambda: desk.withdraw(found, day, why or None, moment))
    if fell_anew(desk, found, held):
        print_changes(changed, "This withdrawal", chosen(form and Form(form)))


def fell_anew(desk: Desk, report: Report, held: Standing | None) -> bool:
    """Say that a report stands no longer; False, with what `held` already, where nothing was changed."""
    became = desk.standing(report)
    if held is not None and became == held:
        say(f"{report.ref} was {became_words(desk, held)} already; nothing is changed (--on and --why change that)")
        return False
    if held is None:
        what = f"is replaced by {called(desk, became)}" if became and became.replacement else "stands no longer"
        say(f"{report.ref} {what}")
    elif became is not None:
        say(f"{report.ref} was {became_words(desk, held)} already; now it is {became_words(desk, became)}")
    return True


def called(desk: Desk, standing: Standing) -> str:
    """The ref of the report that replaced one."""
    found = desk.store.report(standing.replacement or "")
    return found.ref if found is not None else (standing.replacement or "")[:SHORT]


def became_words(desk: Desk, standing: Standing) -> str:
    """What became of a report: "withdrawn 21 June 2025 (wrong man)"."""
    what = f"replaced by {called(desk, standing)}" if standing.replacement else BECAME[standing.status]
    since = f" {words(standing.since)}" if standing.since else ""
    return f"{what}{since}{f' ({standing.reason})' if standing.reason else ''}"


def correct(
    context: typer.Context,
    report: ReportName,
    replacement: Annotated[str, typer.Argument(metavar="REPLACEMENT", help="The report that replaces it.")],
    on: On = None,
    why: Why = "",
    earlier: Annotated[
        bool, typer.Option("--earlier", help="The replacement was published first, and replaces it all the same.")
    ] = False,
    form: TextForm = None,
) -> None:
    """Let a report stand no longer since another one replaces it, and tell what changes by it.

    Example: `reportedly correct blast-v1.txt blast-v2.txt`
    """
    desk = opened(context).desk
    old, new = desk.report(report), desk.report(replacement)
    held = desk.standing(old)
    changed = desk.changed_by([old.id, new.id], lambda: desk.correct(old, new, on, why or None, now(), earlier))
    if fell_anew(desk, old, held):
        print_changes(changed, "This correction", chosen(form and Form(form)))


def restore(context: typer.Context, report: ReportName, why: Why = "", form: TextForm = None) -> None:
    """Let a withdrawn or replaced report stand again, and tell what changes by it. What became of it stays on record.

    Example: `reportedly restore 2025-06-18-arrest.html`
    """
    desk = opened(context).desk
    found = desk.report(report)
    held = desk.standing(found)
    if held is None:
        say(f"{found.ref} stands already")
        return
    changed = desk.changed_by([found.id], lambda: desk.restore(found, why or None, now()))
    if desk.standing(found) is not None:
        raise Stop(f"{found.ref} says of itself that it is {BECAME[held.status]} (`status`); nobody decided that here")
    say(f"{found.ref} stands again; on record stays that it was {became_words(desk, held)}")
    print_changes(changed, "That it stands again", chosen(form and Form(form)))


def outlets(
    context: typer.Context,
    load: Annotated[
        Path | None, typer.Option("--load", metavar="FILE.csv", help="Take this table in place of the old.")
    ] = None,
) -> None:
    """Print the table of outlets as CSV, to be edited and loaded again: owner, reliability A to F, other names.

    Example: `reportedly outlets > outlets.csv`, and after editing `reportedly outlets --load outlets.csv`
    """
    desk = opened(context).desk
    if load is not None:
        before = desk.table()
        count = desk.load_outlets(text_of(load))
        say_left_out(before, {each.name for each in desk.table()})
        say("1 outlet" if count == 1 else f"{count} outlets")
        return
    sys.stdout.write(",".join(OUTLET_COLUMNS) + "\n")
    for each in desk.outlets():
        values = (each.name, each.owner, each.reliability, ";".join(each.aliases))
        sys.stdout.write(",".join(quoted(cell(value)) for value in values) + "\n")


def say_left_out(before: Iterable[Outlet], names: Collection[str]) -> None:
    """Say which rows of the old table are not in the new one and had something to lose."""
    for each in before:
        lost = [what for what in ("owner", "reliability", "aliases") if getattr(each, what)]
        if lost and each.name not in names:
            say(f"{each.name} is left out of the table and loses its {' and '.join(lost)}")


def quoted(value: str) -> str:
    """A cell of CSV."""
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n\r') else value


def known(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="FollowTheMoney JSON lines, or a file of OpenSanctions.")
    ],
) -> None:
    """Read a knowledge base of persons and bodies with their other names; it decides which names are one.

    Example: `reportedly known entities.ftm.json`
    """
    desk = opened(context).desk
    count, skipped = 0, 0
    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            for each in desk.load_known(lines):
                if isinstance(each, Skipped):
                    skipped += 1
                    if skipped <= COMPLAINTS:
                        say(each.reason)
                else:
                    count = each
    except OSError as error:
        raise Stop(f"cannot read {file}: {error.strerror}") from error
    if skipped > COMPLAINTS:
        say(f"{skipped - COMPLAINTS} more lines are passed over")
    entries = "1 entry" if count == 1 else f"{count} entries"
    say(f"{entries} read, {skipped} line{'' if skipped == 1 else 's'} skipped")
    end_with(1 if not count else 3 if skipped else 0)


def text_of(file: Path) -> str:
    """The text of a file. Raises Stop where it cannot be read."""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Stop(f"cannot read {file}: {error}") from error


ENTITY_COLUMNS = ("entity", "name", "schema", "names", "known_as", "may_be", "reasons")
REPORT_COLUMNS = ("report", "ref", "publisher", "published", "title", "status", "since", "replaced_by", "why", "past")
JUDGEMENT_COLUMNS = (
    "judgement",
    "made",
    "by",
    "subject",
    "verdict",
    "field",
    "value",
    "about",
    "why",
    "undoes",
    "note",
)


def entities(context: typer.Context, form: ListForm = None) -> None:
    """List persons, bodies and places across reports, with all their names and why they were joined.

    Example: `reportedly entities --format jsonl`
    """
    found, wanted = opened(context).casebook.entities(), chosen(form)
    if wanted is not Form.TABLE:
        print_rows(ENTITY_COLUMNS, map(entity_row, found), wanted)
        return
    columns = (Column("name", "bold", share=2), Column("schema"), Column("also", share=3), Column("may be", share=2))
    rows = [
        [e.name, e.schema, "; ".join(dict.fromkeys(n.name for n in e.names if n.name != e.name)), "; ".join(e.open_to)]
        for e in found
    ]
    if rows:
        print_table(None, columns, rows)
    say("1 entity" if len(rows) == 1 else f"{len(rows)} entities")


def entity_row(each: Entity) -> list[object]:
    """An entity as it is printed for programs."""
    names = list(dict.fromkeys(name.name for name in each.names))
    return [each.id, each.name, each.schema, names, each.known_as, list(each.open_to), list(each.reasons)]


def reports(context: typer.Context, form: ListForm = None) -> None:
    """List the reports of the project, with what became of each.

    Example: `reportedly reports`
    """
    project, wanted = opened(context), chosen(form)
    became = {each.report_id: each for each in project.desk.standings()}
    once = {
        key: [past_words(project.desk, each) for each in some] for key, some in project.desk.past_standings().items()
    }
    found = [(report, became.get(report.id), once.get(report.id, [])) for report in project.reports()]
    if wanted is not Form.TABLE:
        print_rows(REPORT_COLUMNS, (report_row(*each) for each in found), wanted)
        return
    columns = (
        Column("published", widest=10), Column("by", share=2), Column("title", share=3),
        Column("what became of it", share=2), Column("ref", share=2), Column("id", "dim"),
    )  # fmt: skip
    rows = [
        [(r.published or "")[:10], r.publisher or "", r.title or "", status(r, s, past), r.ref, r.id[:SHORT]]
        for r, s, past in found
    ]
    if rows:
        print_table(None, columns, rows)
    say("1 report" if len(rows) == 1 else f"{len(rows)} reports")


def report_row(report: Report, standing: Standing | None, past: list[str]) -> list[object]:
    """A report as it is printed for programs."""
    now, since = (standing.status, standing.since) if standing else (report.status, None)
    after = (standing.replacement, standing.reason) if standing else (None, None)
    return [report.id, report.ref, report.publisher, report.published, report.title, now, since, *after, past]


def past_words(desk: Desk, past: PastStanding) -> str:
    """What was decided on a report and holds no longer: "withdrawn 21 June 2025, until 25 June 2025 (an error)"."""
    until = f", until {words(past.until[:10])}" if past.until else ", no longer"
    return f"{became_words(desk, past.was)}{until}{f' ({past.why})' if past.why else ''}"


def status(report: Report, standing: Standing | None, past: Sequence[str] = ()) -> str:
    """What became of a report in words, and before; nothing where it stands and always did."""
    if standing is not None:
        now = BECAME[standing.status] + (f" {words(standing.since)}" if standing.since else "")
    elif report.status != "usable":
        now = STATUS_WORDS[report.status] or ""
    else:
        now = "stands again" if past else ""
    return "; before: ".join([now, *past])


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: Form) -> None:
    """Print rows for programs: JSON objects, or CSV in which lists are parted by semicolons."""
    if form is Form.JSONL:
        for row in rows:
            print_json(dict(zip(columns, row, strict=True)))
        return
    sys.stdout.write(csv_line(columns))
    for row in rows:
        flat = ["; ".join(map(str, value)) if isinstance(value, list) else value for value in row]
        sys.stdout.write(csv_line([cell(value) for value in flat]))
