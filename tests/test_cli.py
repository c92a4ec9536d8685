"""The commands that ask a project: what they print, and that nothing in it takes a bound for a date."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportedly.cli import app
from reportedly.model import Claim, Factuality, Report, Role, Span, Time
from reportedly.project import Project, claim_filter, init
from tests.commanding import Command
from tests.planting import HARBOUR, entity, leads, report, span, visit


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = init(str(tmp_path / "project.db"))
    yield made
    made.close()


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "project.db", monkeypatch, capsys)


@pytest.fixture
def harbour(project: Project) -> Report:
    """The report of the harbour with its visit and tie, kept in the project."""
    found = report()
    project.store.put(found, [visit(found), leads(found)], "rules/1")
    return found


def ids(out: str) -> list[str]:
    return [json.loads(line)["id"] for line in out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ([], ["event", "tie"]),
        (["--entity", "Zorvel"], ["event", "tie"]),
        (["--type", "consult"], ["event"]),
        (["--tie", "leader"], ["tie"]),
        (["--place", "Port Aral"], ["event"]),
        (["--since", "2025-05"], []),
        (["--since", "2025-04", "--until", "2025"], ["event", "tie"]),
        (["--source-kind", "analyst"], ["event"]),
        (["--certainty", "certain"], ["tie"]),
        (["--polarity", "negative"], []),
        (["--report", "harbour.txt"], ["event", "tie"]),
        (["--text", "customs officer"], ["tie"]),
    ],
)
def test_claims_are_narrowed_by_filters(
    command: Command, harbour: Report, arguments: list[str], kinds: list[str]
) -> None:
    ran = command("claims", *arguments)
    assert ran.code == 0
    assert [json.loads(line)["kind"] for line in ran.out.splitlines()] == kinds


def test_claims_as_a_table_name_who_says_so_and_who_prints_it(command: Command, harbour: Report) -> None:
    ran = command("claims", "--format", "table")
    assert ran.out.split("\n")[1].startswith(" says / by")
    for words in ("Analysts", "Aral Post", "late April 2025", "likely", visit(harbour).id[:8]):
        assert words in ran.out
    assert ran.err == "2 claims; `reportedly show CLAIM` shows one in its report\n"


def test_no_cell_of_a_csv_acts_as_a_formula(command: Command, project: Project) -> None:
    starts = ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1"]
    for start in starts:
        found = report(publisher=f"{start} Post", title=f"{start} title")
        named = Role("actor", span(HARBOUR, "Nilo Zorvel"), entity(f"{start} Zorvel"))
        project.store.put(found, [visit(found, roles=(named,), mode=start)], "rules/1")
    for arguments in (["claims", "--format", "csv"], ["export", "claims", "--format", "csv"]):
        rows = list(csv.reader(io.StringIO(command(*arguments).out)))
        assert len(rows) == 1 + len(starts)
        cells = [cell for row in rows for cell in row]
        texts = [cell for cell in cells if not re.fullmatch(r"[-+]?\d+(\.\d+)?", cell)]
        assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_export_prints_the_wire_form_of_every_claim(command: Command, harbour: Report) -> None:
    ran = command("export", "claims")
    assert ids(ran.out) == [visit(harbour).id, leads(harbour).id]
    assert ids(ran.out) == ids(command("export", "claims", "--format", "jsonl").out)


def test_who_shows_names_ties_and_claims_by_source(command: Command, harbour: Report) -> None:
    ran = command("who", "zorvel")
    assert ran.code == 0
    assert ran.out.startswith("Nilo Zorvel (Person)\n")
    assert "Ties that reports state" in ran.out
    assert "Said by Analysts" in ran.out
    assert "tie: leader" in ran.out


def test_who_leaves_an_ambiguous_name_open(command: Command, project: Project, harbour: Report) -> None:
    other = Role("actor", span(HARBOUR, "Omar Sandor"), entity("Talha Zorvel"))
    project.store.put(harbour, [visit(harbour), visit(harbour, roles=(other,))], "rules/3")
    ran = command("who", "Zorvel")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "reportedly: 'Zorvel' may be any of these: Nilo Zorvel, Talha Zorvel; give one of the names in full\n"
    )


def test_the_timeline_sorts_by_time_and_sets_undated_claims_apart(command: Command, project: Project) -> None:
    found = report()
    phrase = span(HARBOUR, "late April 2025")
    times = [Time("../2025-04-30"), Time("2025-02-05", phrase), Time("2023-10/..", phrase), Time(None, phrase)]
    project.store.put(found, [visit(found, time=time) for time in times], "rules/1")
    out = command("timeline", "--format", "table").out
    places = [out.index(words) for words in ("since October 2023", "5 February 2025", "“late April 2025”")]
    assert places == sorted(places)
    dated, undated = out.split("What reports say without giving a date")
    assert visit(found, time=times[0]).id[:8] in undated
    assert visit(found, time=times[0]).id[:8] not in dated


def test_the_timeline_has_one_line_for_accounts_that_agree_in_every_word(command: Command, project: Project) -> None:
    outlets = ("Aral Post", "Kumrak Courier", "Teshik Herald")
    for outlet in outlets:
        found = report(publisher=outlet)
        project.store.put(found, [visit(found)], "rules/1")
    (line,) = [each for each in command("timeline", "--format", "table").out.splitlines() if "visited" in each]
    assert [outlet for outlet in outlets if f"{outlet} +2" in line]
    assert sum(outlet in line for outlet in outlets) == 1


def test_the_timeline_keeps_accounts_apart_that_differ_in_time_source_or_firmness(
    command: Command, project: Project
) -> None:
    found = report()
    others = [
        visit(found), visit(found, time=Time("2025-02-05", span(HARBOUR, "late April 2025"))),
        visit(found, attribution=()), visit(found, factuality=Factuality("possible")),
    ]  # fmt: skip
    project.store.put(found, others, "rules/1")
    ran = command("timeline", "--format", "table")
    lines = [each for each in ran.out.splitlines() if "visited" in each]
    assert len(lines) == 4
    assert [each for each in lines if "possible: visited" in each]
    assert ran.err.startswith("4 claims, 0 without a date;")


def test_a_long_timeline_says_how_many_lines_are_left_and_how_to_see_them(command: Command, project: Project) -> None:
    found = report()
    times = [Time("2025-02", span(HARBOUR, "late April 2025")), Time("2025-03", span(HARBOUR, "late April 2025")), None]
    project.store.put(found, [visit(found, time=time) for time in times], "rules/1")
    for limit, shown in (("1", 1), ("2", 2), ("3", 3), ("0", 3)):
        ran = command("timeline", "--format", "table", "--limit", limit)
        assert ran.out.count("visited") == shown
        assert (f"{3 - shown} more lines; `--limit 0` shows all" in ran.err) == (shown < 3)
    assert len(command("timeline", "--limit", "1").out.splitlines()) == 3  # JSON lines are never cut


@pytest.mark.parametrize("columns", [40, 60, 79, 80, 100, 200])
def test_no_word_of_a_table_is_broken_on_a_narrow_terminal(
    command: Command, harbour: Report, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr("reportedly.cli.output.PIPED_WIDTH", columns)
    for arguments in (["claims", "--format", "table"], ["timeline", "--format", "table"], ["who", "Nilo Zorvel"]):
        out = command(*arguments).out
        assert all(len(line.rstrip()) <= columns for line in out.splitlines())
        for word in ("Analysts", "visited", "Zorvel", visit(harbour).id[:8]):
            assert word in out


def test_show_marks_every_part_of_the_sentence_by_brackets_where_there_is_no_colour(
    command: Command, harbour: Report
) -> None:
    ran = command("show", visit(harbour).id[:6])
    assert ran.code == 0
    assert (
        "[source: Analysts] [cue: believe] [actor: Nilo Zorvel] [trigger: visited] [place: Port Aral] in "
        "[time: late April 2025]." in ran.out
    )
    assert "when          late April 2025" in ran.out
    assert "says          Analysts" in ran.out


def test_show_marks_by_colour_on_a_terminal(command: Command, harbour: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = command("show", visit(harbour).id[:6]).out
    assert "\x1b[" in out
    assert "[trigger:" not in out
    assert "legend:" in out


def test_show_keeps_what_steers_a_terminal_from_it(command: Command, project: Project) -> None:
    text = "Analysts \x1b]0;owned\x07 believe\u202e Nilo Zorvel visited Port Aral in late April 2025."
    found = report(text)
    project.store.put(found, [visit(found)], "rules/1")
    for arguments in (["show", visit(found).id], ["claims", "--format", "table"], ["timeline", "--format", "table"]):
        out = command(*arguments).out
        assert "visited" in out
        assert not re.search("[\x1b\x07\u202e]", out)


def test_a_claim_that_is_not_there_is_told_with_the_next_step(command: Command, harbour: Report) -> None:
    ran = command("show", "ffffffffffff")
    assert ran.code == 1
    assert ran.err == (
        "reportedly: no claim has an id that begins with 'ffffffffffff'; `reportedly claims` lists them\n"
    )


def test_the_briefing_is_written_to_a_file_or_printed(command: Command, harbour: Report, tmp_path: Path) -> None:
    printed = command("briefing", "--title", "The harbour")
    assert printed.out.startswith("# The harbour\n")
    page = tmp_path / "page.html"
    ran = command("briefing", "--title", "The harbour", "--form", "html", "--output", page, "--open")
    assert (ran.code, ran.out) == (0, "")
    assert "<title>The harbour" in page.read_text("utf-8")
    assert ran.err == f"briefing of 2 claims: {page}\n"


def test_a_briefing_that_cannot_be_written_is_told(command: Command, harbour: Report, tmp_path: Path) -> None:
    ran = command("briefing", "--output", tmp_path / "none" / "page.md")
    assert ran.code == 1
    assert "cannot write" in ran.err
    assert command("briefing", "--open").code == 2


NAMES: list[list[str]] = [[], *([name] for name in app.COMMANDS), ["export"], ["export", "claims"]]


@pytest.mark.parametrize("names", NAMES, ids=lambda names: " ".join(names))
def test_every_command_explains_itself_with_an_example(command: Command, names: list[str]) -> None:
    ran = command(*names, "--help")
    assert ran.code == 0
    assert "Usage:" in ran.out
    assert "Example: reportedly" in " ".join(ran.out.split()) or names in ([], ["export"])


@pytest.mark.parametrize("name", ["claims", "timeline", "briefing", "who x", "show x", "export claims", "add x"])
def test_without_a_project_every_command_says_how_to_make_one(command: Command, name: str) -> None:
    ran = command(*name.split())
    assert (ran.code, ran.out) == (1, "")
    assert "make one with `reportedly init`, or name another with --project" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["claims", "--type", "DANCE"], ["claims", "--tie", "rival"], ["claims", "--source-kind", "gossip"],
        ["claims", "--certainty", "sure"], ["claims", "--polarity", "grey"], ["show"], ["who"], ["--nonsense"],
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_two(command: Command, arguments: list[str]) -> None:
    assert command(*arguments).code == 2


def test_a_wrong_date_in_a_filter_is_told(command: Command, harbour: Report) -> None:
    ran = command("claims", "--since", "last week")
    assert ran.code == 1
    assert ran.err == "reportedly: 'last week' is no date; expected one like 2025, 2025-04 or 2025-04-22\n"


def test_the_version_is_printed(command: Command) -> None:
    ran = command("--version")
    assert ran.code == 0
    assert re.fullmatch(r"reportedly \d+\.\d+\.\d+\n", ran.out)


def test_an_evaluation_that_does_not_exist_is_told(command: Command, tmp_path: Path) -> None:
    ran = command("evaluate", "astrology", tmp_path)
    assert ran.code == 1
    assert "astrology" in ran.err


def test_a_corpus_without_answers_gives_no_figures_and_says_so(command: Command, tmp_path: Path) -> None:
    corpus = tmp_path / "reports.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": "The envoy visited Port Aral."}) + "\n", "utf-8")
    ran = command("evaluate", "claims", corpus)
    assert (ran.code, ran.out) == (0, "")
    assert f"no figures: {corpus} holds no answers to measure by; --predictions keeps what was read" in ran.err


def test_a_reader_that_closes_the_pipe_ends_the_command_quietly(project: Project, tmp_path: Path) -> None:
    found = report()
    project.store.put(found, [visit(found, mode=str(i)) for i in range(400)], "rules/1")
    command = [sys.executable, "-m", "reportedly", "--project", str(tmp_path / "project.db"), "claims"]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.readline()
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.stderr.close()
    ran.wait()


days = st.dates(date(2001, 1, 1), date(2029, 12, 31))
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip


def spellings(day: date) -> tuple[str, ...]:
    """A day as it may be shown."""
    month = MONTHS[day.month - 1]
    return (
        day.isoformat(), f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}",
        f"{month} {day.day}, {day.year}", f"{month} {day.year}", f"{month[:3]} {day.year}",
    )  # fmt: skip


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(day=days, form=st.sampled_from(["bound", "none", "unresolved"]), firm=st.sampled_from(["certain", "possible"]))
def test_publication_is_never_shown_as_the_date_of_what_is_said(
    command: Command, project: Project, day: date, form: str, firm: str
) -> None:
    text = "Analysts believe Nilo Zorvel visited Port Aral some time before."
    found = report(text, published=day.isoformat(), url=f"https://aral.example/{day.toordinal()}/{form}/{firm}")
    time = {
        "bound": Time(f"../{day.isoformat()}"),
        "none": None,
        "unresolved": Time(None, span(text, "some time before")),
    }[form]
    claim = visit_without_date(found, time, Factuality(firm))  # type: ignore[arg-type]
    project.store.put(found, [claim], "rules/1")
    narrowed = ["--report", found.id]
    row = json.loads(command("claims", *narrowed).out)
    assert row["time"] is None or row["time"]["edtf"] in (None, f"../{day}")
    assert row["time"] is None or row["time"]["text"] in (None, "some time before")
    (line,) = csv.DictReader(io.StringIO(command("claims", *narrowed, "--format", "csv").out))
    assert line["edtf"] in ("", f"../{day}")
    assert {line["time_phrase"]} <= {"", "some time before"}
    since = (day - timedelta(days=1)).isoformat()
    shown = {
        "claims": command("claims", *narrowed, "--format", "table").out,
        "timeline": command("timeline", "--format", "table", "--text", "visited").out,
        "since": command("timeline", "--since", since, "--format", "table").out,
        "who": command("who", "Nilo Zorvel").out,
        "show": "".join(
            each for each in command("show", claim.id).out.splitlines() if not re.match("published|report ", each)
        ),
        "briefing": re.sub(r"published(?: on)? [^)”;:,]*", "", command("briefing").out),
    }
    for name, out in shown.items():
        assert not [words for words in spellings(day) if words in out], name
    for told in re.findall(r"when, by this account: ([^;)]*)", command("briefing").out):
        assert told.startswith(("no date given", "“some time before”")), told


def visit_without_date(found: Report, time: Time | None, fact: Factuality) -> Claim:
    """The visit, with a time that gives no date."""
    text = found.text
    return Claim(
        found.id, "event", Span(0, len(text)), span(text, "visited"), type="CONSULT",
        roles=(Role("actor", span(text, "Nilo Zorvel"), entity("Nilo Zorvel")),), time=time, factuality=fact,
        attribution=visit(report()).attribution,
    )  # fmt: skip


def test_the_planted_project_answers_to_a_filter_of_nothing(project: Project, harbour: Report) -> None:
    assert len(list(project.claims(claim_filter()))) == 2
