"""The commands by which people decide: they say what they change, put it on record, and take it back."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from reportedly.model import Report
from reportedly.project import Extracted, Project, init
from reportedly.settings import BY
from tests.commanding import Command
from tests.test_cli_casework import DENIAL, NOT_SO, OWN, WIRE, put, reports, rows, told

COOK = "daily-gull-2025-05-06.txt"
OFFICIALS = "reach-wire-2025-05-04.txt"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = init(str(tmp_path / "project.db"))
    yield made
    made.close()


@pytest.fixture
def command(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command on a project with the reports of a visit; nobody is named as the one who judges."""
    monkeypatch.delenv(BY, raising=False)
    put(project, reports()[:4])
    return Command(tmp_path / "project.db", monkeypatch, capsys)


def claim_of(command: Command, words: str) -> str:
    return str(rows(command("claims", "--text", words).out)[0]["id"])


def visit(command: Command) -> tuple[int, int, int]:
    """Origins, reports and denials of the visit."""
    (found,) = rows(command("events").out)
    return found["origins"]["count"], found["reports"], len(found["denials"])  # type: ignore[index, arg-type, return-value]


def test_a_withdrawal_says_what_it_changes_and_is_taken_back_by_a_restoration(command: Command) -> None:
    before = visit(command)
    ran = command("withdraw", COOK, "--on", "2025-05-10", "--why", "wrong man", "--format", "table")
    assert ran.err == f"{COOK} stands no longer\n"
    assert ran.out.startswith("This withdrawal: 1 event or tie is told differently\n")
    assert "2 origins before, 1 origin now: no longer a cook to Daily Gull" in ran.out
    assert visit(command) == (1, 2, 1)
    assert visit(command) != before
    back = command("restore", COOK, "--format", "table")
    assert "1 origin before, 2 origins now: now also a cook to Daily Gull" in back.out
    assert visit(command) == before
    assert back.err == f"{COOK} stands again; on record stays that it was withdrawn 10 May 2025 (wrong man)\n"
    assert command("restore", COOK).err == f"{COOK} stands already\n"


def alone(published: str, who: str = "a miller") -> Extracted:
    """A visit that no other report tells, by the word of somebody."""
    text = f"At the salt works of Hamra, where Nilo Zorvel visited an aunt on 9 March 2025, {who} saw him dance."
    return told(text, "Hamra Courier", published, "visited", who, place="Hamra", when="9 March 2025", day="2025-03-09")


def test_a_withdrawal_that_leaves_nothing_says_so(command: Command, project: Project) -> None:
    only = alone("2025-05-06")
    put(project, [only])
    ran = command("withdraw", only.report.ref, "--format", "table")
    assert "This withdrawal: 1 event or tie is left without a source" in ran.out


def test_a_second_withdrawal_changes_nothing_unless_it_gives_a_day_or_a_reason(command: Command) -> None:
    command("withdraw", COOK, "--on", "2025-05-10", "--why", "wrong man")
    for more in ((), ("--on", "2025-05-10"), ("--why", "wrong man")):
        again = command("withdraw", COOK, *more)
        assert (again.code, again.out) == (0, "")
        assert again.err.startswith(f"{COOK} was withdrawn 10 May 2025 (wrong man) already; nothing is changed")
    changed = command("withdraw", COOK, "--on", "2025-05-11", "--format", "table")
    assert changed.err.startswith(
        f"{COOK} was withdrawn 10 May 2025 (wrong man) already; now it is withdrawn 11 May 2025 (wrong man)\n"
    )
    (row,) = (row for row in rows(command("reports").out) if row["ref"] == COOK)
    assert (row["since"], row["why"]) == ("2025-05-11", "wrong man")
    (past,) = cast("list[str]", row["past"])
    assert past.startswith("withdrawn 10 May 2025 (wrong man), until ")


def test_a_restoration_keeps_the_withdrawal_on_record(command: Command, project: Project) -> None:
    command("withdraw", COOK, "--on", "2025-05-10", "--why", "wrong man")
    command("restore", COOK, "--why", "an error of ours")
    (row,) = (row for row in rows(command("reports").out) if row["ref"] == COOK)
    assert (row["status"], row["since"]) == ("usable", None)
    (past,) = cast("list[str]", row["past"])
    assert past.startswith("withdrawn 10 May 2025 (wrong man), until ") and past.endswith(" (an error of ours)")
    table = " ".join(command("reports", "--format", "table").out.split())
    assert "stands again" in table


def test_a_report_that_says_of_itself_that_it_is_void_is_not_restored(command: Command, project: Project) -> None:
    notice = renamed(alone("2025-05-06"), status="canceled")
    put(project, [notice])
    ran = command("restore", notice.report.ref)
    assert (ran.code, ran.out) == (1, "")
    assert "says of itself that it is withdrawn" in ran.err


@pytest.mark.parametrize(
    "asked",
    [
        ("withdraw", COOK, "--on", "2025-02-31"),
        ("correct", COOK, OFFICIALS, "--on", "2025-02-31"),
        ("events", "--as-of", "2025-02-31"),
        ("claims", "--since", "2025-02-31"),
        ("diff", "--since", "2025-02-31"),
    ],
)
def test_a_day_that_no_month_has_is_refused(command: Command, asked: tuple[str, ...]) -> None:
    ran = command(*asked)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("reportedly: '2025-02-31' is no date; expected one like 2025")
    assert visit(command)[1] == 3


def test_the_list_of_reports_says_what_became_of_each(command: Command) -> None:
    command("withdraw", COOK, "--on", "2025-05-10", "--why", "wrong man")
    found = {row["ref"]: row for row in rows(command("reports").out)}
    assert (found[COOK]["status"], found[COOK]["since"], found[COOK]["why"]) == ("canceled", "2025-05-10", "wrong man")
    assert found[OFFICIALS]["status"] == "usable"
    assert "withdrawn" in command("reports", "--format", "table").out


def test_a_correction_puts_the_later_report_in_place_of_the_earlier(command: Command, project: Project) -> None:
    later = told(OWN.replace("one night", "two nights"), "Daily Gull", "2025-05-07", "visited", "a cook")
    put(project, [later])
    ran = command("correct", COOK, later.report.ref, "--format", "table")
    assert ran.err.startswith(f"{COOK} is replaced by {later.report.ref}\n")
    assert visit(command)[1] == 3
    again = command("correct", COOK, later.report.ref).err
    assert again.startswith(f"{COOK} was replaced by {later.report.ref} 7 May 2025 already; nothing is changed")
    withdrawn = command("withdraw", COOK, "--on", "2025-05-12").err
    assert f"was replaced by {later.report.ref} 7 May 2025 already; now it is withdrawn 12 May 2025\n" in withdrawn
    assert command("correct", COOK, COOK).err == f"reportedly: {COOK} cannot replace itself\n"


def test_an_event_whose_id_a_withdrawal_changes_is_told_as_the_same(command: Command) -> None:
    """The id comes from the first account; without that one the event has another id, and is no new event."""
    (before,) = rows(command("events").out)
    found = rows(command("withdraw", OFFICIALS).out)
    (after,) = rows(command("events").out)
    assert before["id"] != after["id"]
    assert [(row["kind"], row["event"]) for row in found] == [("changed", after["id"])]
    assert rows(command("event", str(before["id"])).out)[0]["id"] == after["id"]


@pytest.mark.parametrize("first", [0, 1])
def test_a_report_that_names_what_it_replaces_corrects_it_in_either_order(
    command: Command, project: Project, first: int
) -> None:
    old, new = alone("2025-05-06"), alone("2025-05-07", "the miller's wife")
    naming = renamed(new, replaces=old.report.ref)
    pair = [old, naming] if first == 0 else [naming, old]
    kept = [project.keep(each, "rules/1") for each in pair]
    assert [each.fell for each in kept] == [(), (old.report.id,)]
    found = {row["ref"]: row for row in rows(command("reports").out)}
    assert (found[old.report.ref]["status"], found[old.report.ref]["since"]) == ("corrected", "2025-05-07")
    assert found[old.report.ref]["replaced_by"] == new.report.id
    assert [row["reports"] for row in rows(command("events", "--place", "Hamra").out)] == [1]


def test_a_notice_takes_back_the_report_that_it_names(command: Command, project: Project) -> None:
    notice = renamed(
        told(DENIAL, "Daily Gull", "2025-05-09", "visited", "Omar Sandor", factuality=NOT_SO),
        replaces=COOK, status="canceled",
    )  # fmt: skip
    project.keep(notice, "rules/1")
    found = {row["ref"]: row for row in rows(command("reports").out)}
    assert (found[COOK]["status"], found[COOK]["since"]) == ("canceled", "2025-05-09")
    assert visit(command) == (1, 2, 1)


def test_add_names_the_command_for_what_looks_like_a_notice_or_a_later_version(
    command: Command, tmp_path: Path
) -> None:
    head = "---\npublisher: Hamra Courier\nurl: https://hamra.example/{}\npublished: {}\n{}---\n\n{}\n"
    texts = {
        "v1.txt": head.format("fair", "2025-03-04", "", "Ruta Velm opened the fair."),
        "v2 new.txt": head.format("fair", "2025-03-05", "", "Ruta Velm closed the fair."),
        "n1.txt": head.format("duel", "2025-03-04", "", "Two men fought."),
        "n2.txt": head.format("duel", "2025-03-06", "status: canceled\n", "We take our report back."),
        "n3.txt": head.format("none", "2025-03-06", "status: canceled\n", "We take a report back."),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    said = command("add", *(tmp_path / name for name in texts)).err
    assert (
        "v2 new.txt seems to be a later version of v1.txt (both stand at hamra.example/fair); "
        "to put it in its place: reportedly correct v1.txt 'v2 new.txt'\n"
    ) in said
    assert (
        "n2.txt seems to take back n1.txt (both stand at hamra.example/duel); "
        "to do so: reportedly withdraw n1.txt --on 2025-03-06 --why 'taken back by n2.txt'\n"
    ) in said
    assert (
        "n3.txt takes a report back and does not tell which; to do so: reportedly withdraw REPORT --on 2025-03-06\n"
        in said
    )
    assert {row["status"] for row in rows(command("reports").out) if row["ref"] in ("v1.txt", "n1.txt")} == {"usable"}


def test_what_a_person_decided_on_a_report_stays_when_another_names_it(command: Command, project: Project) -> None:
    command("withdraw", COOK, "--on", "2025-05-08")
    later = told(OWN.replace("one night", "two nights"), "Daily Gull", "2025-05-09", "visited", "a cook")
    assert project.keep(renamed(later, replaces=COOK), "rules/1").fell == ()
    found = {row["ref"]: row for row in rows(command("reports").out)}
    assert (found[COOK]["status"], found[COOK]["since"]) == ("canceled", "2025-05-08")


def renamed(each: Extracted, **particulars: str) -> Extracted:
    """The same report with other particulars that its id does not depend on."""
    changed: Report = replace(each.report, **particulars)  # type: ignore[arg-type]
    assert changed.id == each.report.id
    return replace(each, report=changed)


def test_a_judgement_needs_somebody_who_makes_it(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = claim_of(command, "cook")
    ran = command("judge", "claim", claim, "--reject")
    assert ran.code == 1
    assert ran.err == (
        "reportedly: a judgement has somebody who makes it; name them with --by, or once for all with REPORTEDLY_BY\n"
    )
    monkeypatch.setenv(BY, "Ines")
    assert command("judge", "claim", claim, "--reject").code == 0
    assert [row["by"] for row in rows(command("judge", "list").out)] == ["Ines"]


def test_a_rejected_claim_counts_for_nothing_until_the_judgement_is_undone(command: Command) -> None:
    before = visit(command)
    ran = command("judge", "claim", claim_of(command, "cook"), "--reject", "--by", "Ines", "--why", "not in the text")
    made = json.loads(ran.out)
    assert any("1 origin now" in each for change in made["changes"] for each in change["changes"])
    assert visit(command) == (1, 2, 1)
    assert command("judge", "undo", made["judgement"][:8], "--by", "Ines").code == 0
    assert visit(command) == before
    notes = [(row["verdict"], row["note"]) for row in rows(command("judge", "list").out)]
    assert notes == [("reject", "undone"), ("reject", "undone")]


def test_an_earlier_report_replaces_a_later_one_only_when_that_is_said(command: Command) -> None:
    refused = command("correct", COOK, OFFICIALS)
    assert (refused.code, refused.out) == (1, "")
    assert f"{OFFICIALS} was published 2025-05-04, before {COOK} (2025-05-06)" in refused.err
    assert f"reportedly correct {OFFICIALS} {COOK}; if the earlier one is to stand all the same" in refused.err
    assert command("correct", COOK, OFFICIALS, "--earlier").code == 0
    assert {row["ref"]: row["status"] for row in rows(command("reports").out)}[COOK] == "corrected"


def test_a_name_a_claim_or_a_report_is_not_judged_against_itself(command: Command) -> None:
    claim = claim_of(command, "cook")
    for what in (("entities", "Nilo Zorvel", "Nilo Zorvel"), ("events", claim, claim), ("reports", COOK, COOK)):
        ran = command("judge", *what, "--by", "Ines")
        assert (ran.code, ran.out) == (1, "")
        assert f"both sides of a judgement on {what[0]} are the same one; expected two" in ran.err


def test_an_event_in_place_of_a_claim_is_told_with_its_claims(command: Command) -> None:
    (event,) = rows(command("events").out)
    ran = command("judge", "events", str(event["id"])[:8], claim_of(command, "cook"), "--by", "Ines")
    assert ran.code == 1
    assert f"'{str(event['id'])[:8]}' is an event, not a claim; its claims are " in ran.err
    assert claim_of(command, "cook")[:8] in ran.err


def test_a_judgement_on_reports_names_them_and_tells_how_they_stand(command: Command, project: Project) -> None:
    copy = told(WIRE, "Hamra Courier", "2025-05-05", "visited", "Two harbour officials")
    put(project, [copy])
    ran = command("judge", "reports", OFFICIALS, copy.report.ref, "--not-same", "--by", "Ines")
    assert f"reports “{OFFICIALS}” and “{copy.report.ref}” are two\n" in ran.err
    assert ran.err.endswith("; now: the two stand by themselves\n")
    found = json.loads(ran.out)
    assert found["reliance_before"] and found["reliance"] is None


def test_a_judgement_that_changes_nothing_says_so(command: Command) -> None:
    ran = command("judge", "claim", claim_of(command, "cook"), "--accept", "--by", "Ines")
    assert json.loads(ran.out)["changes"] == []


def test_two_accounts_that_are_judged_to_be_of_two_events_part(command: Command) -> None:
    one, other = claim_of(command, "cook"), claim_of(command, "officials")
    command("judge", "events", one, other, "--not-same", "--by", "Ines")
    assert len(rows(command("events").out)) == 2


def test_a_field_that_cannot_be_corrected_is_refused_with_those_that_can(command: Command) -> None:
    claim = claim_of(command, "cook")
    cases = {
        "polarity=maybe": (1, "'maybe' is no polarity; expected one of positive, negative"),
        "colour=red": (1, "'colour' cannot be corrected; expected one of type,"),
        "time=soon": (1, "'soon' is no date; expected EDTF such as 2025-04-22"),
        "time=2025-02-31": (1, "'2025-02-31' is no date; expected EDTF such as 2025-04-22"),
        "time=2025-05-03/2025-05-01": (1, "'2025-05-03/2025-05-01' is no date; expected EDTF"),
        "basis=heard": (1, "'heard' is no basis; expected one of witnessed, told"),
        "source_kind=": (1, "nothing is no source_kind; expected one of named_person"),
        "subject=cook": (1, "the claim at 'visited' is an event, which has no subject"),
        "host_capacity=cook": (1, "has nobody in the role host; expected one whose capacity this is"),
        "count=a dozen": (1, "'a dozen' is no count; expected a number such as 12"),
        "polarity": (2, "expected FIELD=VALUE, found 'polarity'"),
    }
    for value, (code, message) in cases.items():
        ran = command("judge", "claim", claim, "--set", value, "--by", "Ines")
        assert ran.code == code
        assert message in " ".join(ran.err.replace("│", " ").split())
    assert rows(command("judge", "list").out) == []


def test_a_claim_corrected_to_a_denial_is_one(command: Command) -> None:
    command("judge", "claim", claim_of(command, "cook"), "--set", "polarity=negative", "--by", "Ines")
    assert visit(command)[:2] == (1, 2)


def test_a_place_that_is_taken_away_is_told_as_none(command: Command) -> None:
    ran = command("judge", "claim", claim_of(command, "cook"), "--set", "place=", "--by", "Ines")
    assert ran.err.endswith("claim “visited” has no place\n")


def test_a_count_is_corrected_with_its_bound_and_taken_away(command: Command) -> None:
    for value, count in (("about 12", (12, "about")), ("at_least 3", (3, "at_least")), ("7", (7, "exact"))):
        command("judge", "claim", claim_of(command, "cook"), "--set", f"count={value}", "--by", "Ines")
        found = cast("dict[str, object]", rows(command("claims", "--text", "cook").out)[0]["count"])
        assert (found["value"], found["bound"]) == count
    command("judge", "claim", claim_of(command, "cook"), "--set", "count=", "--by", "Ines")
    assert rows(command("claims", "--text", "cook").out)[0]["count"] is None


def told_of(command: Command, *asked: str) -> list[tuple[str, str, str]]:
    """Who says the claims that are asked for, of what kind they are, and who takes part."""
    out = command("claims", *asked, "--format", "csv").out
    return [(row["says"], row["source_kind"], row["roles"]) for row in csv.DictReader(io.StringIO(out))]


def test_who_says_it_and_who_takes_part_are_corrected_in_words_of_the_report(command: Command) -> None:
    claim, before = claim_of(command, "cook"), visit(command)
    ran = command("judge", "claim", claim, "--set", "source=", "--by", "Ines")
    assert ran.err.endswith("claim “visited” has no source\n")
    assert told_of(command, "--text", "cook") == [("", "", "actor: Nilo Zorvel")]
    command("judge", "claim", claim, "--set", "source=A  COOK (Person)", "--by", "Ines")
    assert told_of(command, "--entity", "a cook") == [("a cook", "named_person", "actor: Nilo Zorvel")]
    ran = command("judge", "claim", claim, "--set", "actor=Bram Oskel", "--by", "Ines")
    assert ran.code == 1 and f"'Bram Oskel' does not stand in {COOK}; give whole words of the report" in ran.err
    command("judge", "claim", claim, "--set", "actor=Port Aral (Organization); her guest", "--by", "Ines")
    assert told_of(command, "--entity", "Port Aral") == [
        ("a cook", "named_person", "actor: Port Aral; actor: Her guest")
    ]
    for row in rows(command("judge", "list").out):
        assert command("judge", "undo", str(row["judgement"])[:12], "--by", "Ines").code == 0
    assert visit(command) == before


def test_judgements_are_listed_for_people_and_for_programs(command: Command) -> None:
    command("judge", "claim", claim_of(command, "cook"), "--set", "time=2025-05-03", "--by", "=Ines", "--why", "+1")
    table = " ".join(command("judge", "list", "--format", "table").out.split())
    assert "claim “visited” has time 2025-05-03" in table
    (row,) = csv.DictReader(io.StringIO(command("judge", "list", "--format", "csv").out))
    assert (row["by"], row["why"], row["about"]) == ("'=Ines", "'+1", "visited")
    assert command("judge", "list", "--review").out == ""


def test_a_judgement_that_is_not_there_cannot_be_undone(command: Command) -> None:
    ran = command("judge", "undo", "zz", "--by", "Ines")
    assert (ran.code, ran.out) == (1, "")
    assert "no judgement in force has an id that begins with 'zz'; `reportedly judge list` lists them" in ran.err


def test_names_that_nobody_gives_cannot_be_judged(command: Command) -> None:
    ran = command("judge", "entities", "Nobody", "Nilo Zorvel", "--by", "Ines")
    assert ran.err == "reportedly: no report gives the name 'Nobody' in full; `reportedly entities` lists the names\n"


def test_the_table_of_outlets_comes_back_as_it_was_printed(command: Command, project: Project, tmp_path: Path) -> None:
    put(project, [told(WIRE, "=1+1 Post", "2025-05-07", "visited", "Two harbour officials")])
    printed = command("outlets").out
    assert "\n'=1+1 Post,,,\n" in printed
    file = tmp_path / "outlets.csv"
    file.write_text(printed.replace("Aral Post,,", "Aral Post,Aral Holding,B"), "utf-8")
    assert command("outlets", "--load", file).err == "5 outlets\n"
    assert command("outlets").out == file.read_text("utf-8")


def test_two_rows_for_one_outlet_are_refused(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "outlets.csv"
    for second in ("Aral Post,Other,C,", "Gull,,,Aral Post", "Gull,,,AP"):
        file.write_text(f"name,owner,reliability,aliases\nAral Post,Aral Holding,B,AP\n{second}\n", "utf-8")
        ran = command("outlets", "--load", file)
        assert ran.code == 1
        assert "line 3: " in ran.err and "has a name or alias of line 2" in ran.err


def test_a_row_that_is_left_out_of_the_table_is_told(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "outlets.csv"
    file.write_text("name,owner,reliability\nAral Post,Aral Holding,B\nDaily Gull,ARAL HOLDING,\n", "utf-8")
    assert command("outlets", "--load", file).err == "2 outlets\n"
    assert command("outlets").out.count("Aral Holding") == 2
    file.write_text("name,owner\nDaily Gull,Aral Holding\n", "utf-8")
    assert command("outlets", "--load", file).err == (
        "Aral Post is left out of the table and loses its owner and reliability\n1 outlet\n"
    )


def test_a_knowledge_base_in_which_nothing_can_be_read_ends_with_an_error(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("{" + "\nno entity" * 30, "utf-8")
    ran = command("known", file)
    assert ran.code == 1
    assert ran.err.count("\n") == 12
    assert ran.err.endswith("21 more lines are passed over\n0 entries read, 31 lines skipped\n")


def test_a_table_that_is_none_is_refused(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "outlets.csv"
    file.write_text("title\nAral Post\n", "utf-8")
    assert "has no column `name`" in command("outlets", "--load", file).err
    assert "cannot read" in command("outlets", "--load", tmp_path / "gone.csv").err
    assert "cannot read" in command("known", tmp_path / "gone.json").err


def test_a_knowledge_base_decides_which_names_are_one(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    names = ["Nilo Zorvel", "The Ferryman"]
    entry = {"id": "q1", "schema": "Person", "properties": {"name": names}}
    file.write_text(json.dumps(entry) + "\nno entity\n", "utf-8")
    ran = command("known", file)
    assert ran.err.endswith("1 entry read, 1 line skipped\n")
    assert ran.code == 3
    assert [row["known_as"] for row in rows(command("entities").out) if row["name"] == "Nilo Zorvel"] == ["q1"]
