"""The commands that ask across reports: what they print, and that no line of it reads as a fact."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.cli import keeping
from reportedly.linked import Standing
from reportedly.model import Claim, Factuality, Link, Place, Reference, Report, Role, Span, Time
from reportedly.project import Extracted, Project, casebook, init
from tests.commanding import Command
from tests.planting import entity, span

WIRE = (
    "Two harbour officials said on Monday that Nilo Zorvel visited Port Aral on 2 May 2025 with three other men. "
    "The fishermen of the northern mole mended their nets beside the customs shed while the ferry waited for its pilot."
)
OWN = "Her guest for one night was Nilo Zorvel, a cook told this paper: he visited Port Aral by boat on 2 May 2025."
DENIAL = "Omar Sandor said that Nilo Zorvel had not visited Port Aral on 2 May 2025 or on any other day."
SPOTS = {"Port Aral": (1, 10.5, 20.5), "Hamra": (2, 30.5, 40.5)}
NOT_SO = Factuality("certain", "negative")
PLAN = "Nilo Zorvel will perhaps visit Hamra in June 2026, a clerk said on Friday morning in the office."


def told(
    text: str, publisher: str, published: str, trigger: str, source: str, **changed: str | Factuality
) -> Extracted:
    """A report with one visit of Nilo Zorvel's by the word of a source."""
    report = Report(text, f"{publisher.lower().replace(' ', '-')}-{published}.txt", publisher, published=published)
    place = str(changed.pop("place", "Port Aral"))
    words = str(changed.pop("when", "2 May 2025"))
    day = str(changed.pop("day", "2025-05-02"))
    link = Link("named_person" if source == "Omar Sandor" else "unnamed_person", Reference(span(text, source)))
    claim = Claim(
        report.id, "event", Span(0, text.index(".") + 1), span(text, trigger), "CONSULT", "visit",
        roles=(Role("actor", span(text, "Nilo Zorvel"), entity("Nilo Zorvel")),),
        time=Time(day, span(text, words)), place=Place(place, span(text, place), *SPOTS[place], "XA"),
        attribution=(link,), confidence=0.9, **changed,  # type: ignore[arg-type]
    )  # fmt: skip
    return Extracted(report, (claim,))


def reports() -> list[Extracted]:
    """A visit by the word of two sources, one of them printed twice; a denial; a plan."""
    return [
        told(WIRE, "Reach Wire", "2025-05-04", "visited", "Two harbour officials"),
        told(WIRE, "Aral Post", "2025-05-05", "visited", "Two harbour officials"),
        told(OWN, "Daily Gull", "2025-05-06", "visited", "a cook"),
        told(DENIAL, "Kumrak Courier", "2025-05-08", "visited", "Omar Sandor", factuality=NOT_SO),
        told(PLAN, "Daily Gull", "2025-05-09", "visit", "a clerk", place="Hamra", when="June 2026", day="2026-06",
             factuality=Factuality("possible", "positive", "future")),
    ]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = init(str(tmp_path / "project.db"))
    yield made
    made.close()


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "project.db", monkeypatch, capsys)


@pytest.fixture
def visit(project: Project, command: Command) -> str:
    """The beginning of the id of the visit."""
    put(project, reports())
    (row,) = rows(command("events").out)
    return str(row["id"])[:8]


def put(project: Project, some: list[Extracted]) -> None:
    for each in some:
        project.store.put(each.report, each.claims, "rules/1")


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_list_counts_origins_and_reports_and_names_who_denies_it(command: Command, visit: str) -> None:
    ran = command("events", "--format", "table")
    (line,) = [each for each in ran.out.splitlines() if visit in each]
    assert "2 May 2025" in line
    assert "visit: Nilo Zorvel, Port Aral" in line
    assert "2 origins / 3 reports" in line
    assert "denied by" in line
    assert ran.err == "1 event or tie; `reportedly event ID` shows the accounts side by side\n"


def test_what_nobody_tells_as_having_happened_is_listed_only_when_asked_for_and_marked(
    command: Command, visit: str
) -> None:
    assert "Hamra" not in command("events", "--format", "table").out
    assert "planned or possible: visit: Nilo Zorvel, Hamra" in command("events", "--all", "--format", "table").out
    assert len(rows(command("events", "--all").out)) == 2


def test_the_list_as_of_a_day_knows_only_what_was_published_by_then(command: Command, visit: str) -> None:
    for day, counts in (
        ("2025-05-03", []),
        ("2025-05-04", [(1, 1, 0)]),
        ("2025-05-06", [(2, 3, 0)]),
        ("2025-05-08", [(2, 3, 1)]),
    ):
        found = rows(command("events", "--as-of", day).out)
        assert [(r["origins"]["count"], r["reports"], len(r["denials"])) for r in found] == counts  # type: ignore[index, arg-type]


def test_a_date_that_was_given_later_is_not_known_before(command: Command, project: Project) -> None:
    vague = told(
        OWN.replace("2 May 2025", "May 2025"),
        "Daily Gull",
        "2025-05-06",
        "visited",
        "a cook",
        when="May 2025",
        day="2025-05",
    )
    put(project, [vague, told(WIRE, "Reach Wire", "2025-05-09", "visited", "Two harbour officials")])
    for row in rows(command("events", "--as-of", "2025-05-06").out):
        assert row["time"] == {
            "edtf": "2025-05", "earliest": "2025-05-01", "latest": "2025-05-31", "is_dated": True, "narrowest": None,
        }  # fmt: skip
        assert " May 2025" not in str(row["title"])


def test_every_line_of_an_event_leads_to_a_claim_that_can_be_shown(command: Command, visit: str) -> None:
    ran = command("event", visit, "--format", "table")
    assert ran.code == 0
    known = {str(row["id"])[:8] for row in rows(command("claims").out)}
    shown = set(re.findall(r"\b[0-9a-f]{8}\b", ran.out))
    assert len(shown & known) >= 4
    for claim in shown & known:
        assert command("show", claim).code == 0


def test_copies_of_one_sentence_are_one_line_that_names_the_others(command: Command, visit: str) -> None:
    out = command("event", visit, "--format", "table").out
    sentences = out.partition("Told as having happened")[2]
    assert sentences.count("Two harbour officials said on Monday") == 1
    assert "also word for word in Aral Post" in sentences


def test_a_denial_stands_apart_with_its_speaker(command: Command, visit: str) -> None:
    out = command("event", visit, "--format", "table").out
    told_part, denied_part = out.split("Denied or said not to be so")
    assert "Omar Sandor said that Nilo Zorvel had not" not in told_part.replace("\n", " ")
    assert "Omar Sandor" in denied_part


def test_no_line_of_the_event_takes_a_claim_for_a_fact(command: Command, visit: str) -> None:
    """Each sentence above the tables says that it is told, and the tables have who says it in every row."""
    out = command("event", visit, "--format", "table").out
    head = out.partition("Accounts side by side")[0]
    said = [line for line in head.splitlines() if line.startswith("- ")]
    assert said[0].startswith("- 3 reports tell it; by what they say it goes back to 2 origins:")
    assert not re.search(r"\b(true|proven|confirmed|in fact|really)\b", out, re.I)


def test_the_origins_are_drawn_with_one_line_a_report_and_the_reason(command: Command, visit: str) -> None:
    out = command("origins", visit).out
    assert len(re.findall(r"<- Reach Wire of 2025-05-04", out)) == 1
    assert re.search(r"    <- Aral Post of 2025-05-05 \[[0-9a-f]{8}\] \(copied passage: ", out)
    drawn = command("origins", visit, "--format", "dot").out
    assert drawn.startswith("digraph origins {\n")
    assert drawn.endswith("}\n")
    assert json.loads(command("origins", visit, "--format", "json").out)["count"] == 2


def test_the_id_of_a_claim_finds_its_event(command: Command, visit: str) -> None:
    claim = str(rows(command("claims", "--text", "cook").out)[0]["id"])
    (found,) = rows(command("event", claim[:12]).out)
    assert str(found["id"]).startswith(visit)
    assert f"event         {visit}" in command("show", claim).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["event", "abc"], "no event or tie has an id that begins with 'abc'; `reportedly events` lists them"),
        (["origins", ""], "no event or tie has an id that begins with ''"),
        (["events", "--as-of", "yesterday"], "'yesterday' is no date"),
        (["diff", "--since", "soon"], "'soon' is no date"),
        (["compare", "Nobody", "Nilo Zorvel"], "no report names 'Nobody'"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(
    command: Command, visit: str, arguments: list[str], message: str
) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["events"], ["diff", "--since", "2025"], ["entities"], ["reports"], ["claims"]])
def test_an_empty_project_has_empty_lists(command: Command, project: Project, arguments: list[str]) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (0, "")


def test_the_csv_of_events_has_its_head_and_no_cell_that_runs(command: Command, project: Project) -> None:
    put(project, [told(OWN, "=1+1 Post", "2025-05-06", "visited", "a cook")])
    found = list(csv.DictReader(io.StringIO(command("events", "--format", "csv").out)))
    assert len(found) == 1
    assert not [cell for cell in found[0].values() if cell.startswith(("=", "+", "-", "@"))]
    for name in ("reports", "entities"):
        lines = list(csv.reader(io.StringIO(command(name, "--format", "csv").out)))
        assert len(lines) == 2
        assert not [cell for cell in lines[1] if cell.startswith(("=", "+", "-", "@"))]


def test_nothing_in_a_report_steers_the_terminal(command: Command, project: Project) -> None:
    hostile = OWN.replace("a cook", "a \x1b[31mcook\x07 \u202e")
    put(project, [told(hostile, "Gull \x1b[2J", "2025-05-06", "visited", "a \x1b[31mcook\x07 \u202e")])
    (row,) = rows(command("events").out)
    table = ["--format", "table"]
    for arguments in (["events", *table], ["event", row["id"], *table], ["origins", row["id"]],
                      ["origins", row["id"], "--format", "dot"], ["reports", *table]):  # fmt: skip
        out = command(*arguments).out
        assert out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_the_csv_of_an_event_has_a_row_for_each_account_with_its_sentence(command: Command, visit: str) -> None:
    found = list(csv.DictReader(io.StringIO(command("event", visit, "--format", "csv").out)))
    (whole,) = rows(command("event", visit).out)
    accounts = {(each["claim"], each["sentence"]) for each in whole["accounts"]}  # type: ignore[attr-defined]
    assert {(row["claim"], row["sentence"]) for row in found if row["part"] != "gone"} == accounts
    assert {row["event"] for row in found} == {whole["id"]}
    assert all(row["report"] and row["publisher"] for row in found)


def test_two_names_are_compared_by_events_and_not_by_articles(command: Command, project: Project) -> None:
    text = "Nilo Zorvel met Mira Sandor in Port Aral on 2 May 2025, a guard said at the gate of the mill."
    for publisher in ("Aral Post", "Daily Gull"):
        found = told(text, publisher, "2025-05-04", "met", "a guard")
        roles = tuple(Role("participant", span(text, name), entity(name)) for name in ("Nilo Zorvel", "Mira Sandor"))
        claim = found.claims[0]
        project.store.put(
            found.report, [Claim(**{**{f: getattr(claim, f) for f in claim.__slots__}, "roles": roles})], "rules/1"
        )
    ran = command("compare", "Nilo Zorvel", "Mira Sandor", "--format", "table")
    assert ran.out.startswith(
        "Nilo Zorvel and Mira Sandor\n1 event of the two is told; by the days that accounts give: 2 May 2025.\n"
    )
    assert (
        "No account lets both take part in one event or tie."
        in command("compare", "Nilo Zorvel", "Mira Sandor", "--as-of", "2025-05-01", "--format", "table").out
    )
    trend, event = rows(command("compare", "Nilo Zorvel", "Mira Sandor").out)
    assert trend["kind"] == "trend"
    assert (trend["events"], trend["first"], trend["last"]) == ([event["id"]], "2025-05-02", "2025-05-02")
    assert trend["years"] == [{"name": "2025", "events": 1, "origins": event["origins"]["count"]}]  # type: ignore[index]
    assert trend["repetition"]["nth"] == 1  # type: ignore[index]
    (row,) = csv.DictReader(io.StringIO(command("compare", "Nilo Zorvel", "Mira Sandor", "--format", "csv").out))
    assert (row["event"], row["number"], row["year"], row["nth_within_year"]) == (event["id"], "1", "2025", "1")
    refused = command("compare", "Nilo Zorvel", "Nilo Zorvel")
    assert (refused.code, refused.out) == (1, "")
    assert "are one, Nilo Zorvel; give the names of two" in refused.err


def test_what_came_since_a_day_is_told_event_by_event(command: Command, visit: str) -> None:
    (found,) = rows(command("diff", "--since", "2025-05-05").out)
    assert found["kind"] == "changed"
    assert any("1 origin before, 2 origins now" in each for each in found["changes"])  # type: ignore[attr-defined]
    assert any("denial" in each for each in found["changes"])  # type: ignore[attr-defined]
    assert rows(command("diff", "--since", "2025-05-03").out)[0]["kind"] == "new"


def test_claims_names_and_time_lines_are_asked_as_of_a_day(command: Command, visit: str) -> None:
    assert len(rows(command("claims", "--as-of", "2025-05-05").out)) == 2
    assert (
        "no report that stands says anything of it by 2025-05-01"
        in command("who", "Nilo Zorvel", "--as-of", "2025-05-01").err
    )
    assert len(rows(command("timeline", "--as-of", "2025-05").out)) == 5
    assert "Reports: 2" in command("briefing", "--as-of", "2025-05-05").out


def test_reports_that_stand_no_longer_are_left_out_from_that_day_on(
    command: Command, project: Project, visit: str
) -> None:
    for report in list(project.reports()):
        if report.publisher == "Daily Gull":
            project.desk.stand(report, Standing(report.id, "canceled", "2025-05-10"))
    assert len(rows(command("claims").out)) == 3
    assert len(rows(command("claims", "--as-of", "2025-05-09").out)) == 5
    (found,) = rows(command("events").out)
    assert (found["reports"], len(found["gone"])) == (2, 1)  # type: ignore[arg-type]
    out = command("event", visit, "--format", "table").out
    assert "a cook" in out.partition("In reports that no longer stand")[2]
    claim = str(rows(command("claims", "--text", "cook", "--as-of", "2025-05-09").out)[0]["id"])
    assert "no longer since 10 May 2025: withdrawn" in command("show", claim).out


def test_a_briefing_tells_of_what_several_reports_tell(command: Command, visit: str) -> None:
    out = command("briefing").out
    assert "## Events told by more than one report" in out
    assert "goes back to 2 origins" in out


def test_linking_that_is_broken_off_keeps_what_was_linked_and_goes_on_at_the_next_command(
    command: Command, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(project, reports())

    def broken(_: keeping.Lines, read: int, ref: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(casebook, "LINKED_AT_ONCE", 2)
        patched.setattr(keeping.Lines, "advance", broken)
        ran = command("add", "gone.txt")
    assert ran.code == 130
    assert "interrupted while linking; all reports are kept, and the next command goes on from there" in ran.err
    with project.store.linked() as opened:
        assert len(opened.pending(10)) == 3
    assert [row["reports"] for row in rows(command("events").out)] == [3]
    with project.store.linked() as opened:
        assert opened.pending(10) == []


def test_add_says_what_was_linked(command: Command, project: Project) -> None:
    put(project, reports())
    assert "5 reports linked: 2 events and ties, 1 entity; next: reportedly events" in command("add", "gone.txt").err
    assert "linked" not in command("add", "gone.txt").err
