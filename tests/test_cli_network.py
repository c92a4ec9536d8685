import json
from pathlib import Path

import pytest

from tests.commanding import Command
from tests.networks import planted
from tests.project.worlds import Draft, Said, report_of

LEADS = Said("leads", "Nilo Zorvel")
MEETING = Said("meeting", "Nilo Zorvel", whom="Mira Sandor", day=1)
NOT_LEADS = Said("leads", "Nilo Zorvel", denied=True, source="Mira Sandor")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    drafts = (Draft("Aral Post", "2025-05-02", (LEADS, MEETING)), Draft("Daily Gull", "2025-05-05", (NOT_LEADS,)))
    planted(tmp_path, *drafts).close()
    return Command(tmp_path / "planted.db", monkeypatch, capsys)


def test_the_table_tells_what_is_said_by_how_many_origins_and_who_denies_it(command: Command) -> None:
    ran = command("network", "--format", "table")
    words = " ".join(ran.out.split())
    assert ran.code == 0
    assert "Nilo Zorvel is said to lead;" in words and "is said to share 1" in words and "1 May 2025" in words
    assert "2 bonds, as reports tell them; none is established here" in ran.err
    assert "communit" in ran.err


def test_as_of_a_day_a_later_denial_is_not_known(command: Command) -> None:
    assert "denied" in command("network", "--format", "table").out
    assert "denied" not in command("network", "--format", "table", "--as-of", "2025-05-03").out


def test_as_of_a_day_before_its_withdrawal_a_report_still_counts(command: Command) -> None:
    told = report_of(Draft("Aral Post", "2025-05-02", (LEADS, MEETING)))
    assert command("withdraw", told.id, "--on", "2025-05-04").code == 0
    assert "is said to lead" in command("network", "--as-of", "2025-05-03").out
    assert "Directorship" in command("export", "ftm", "--as-of", "2025-05-03").out
    assert (
        "is said to lead" not in command("network").out
        and "is said by Mira Sandor not to lead" in command("network").out
    )
    ran = command("export", "ftm")
    assert (ran.out, ran.err.strip()) == (
        "", "1 left out of events and ties: only denied, which FollowTheMoney cannot say of a relation",
    )  # fmt: skip


def test_a_limit_shortens_the_table_and_says_so(command: Command) -> None:
    assert "1 bond of 2; --limit 0 shows all" in command("network", "--format", "table", "--limit", 1).err


def test_without_a_terminal_the_network_is_lines_of_json(command: Command) -> None:
    kinds = [json.loads(line)["kind"] for line in command("network").out.splitlines()]
    assert kinds.count("tie") == kinds.count("events") == 1 and kinds[0] == "network"


def test_around_one_only_its_bonds_are_told(command: Command) -> None:
    lines = [json.loads(line) for line in command("network", "--entity", "Gull League").out.splitlines()]
    assert [line["said"] for line in lines if "said" in line] == ["Nilo Zorvel is said to lead Gull League"]


def test_a_name_that_nobody_has_ends_the_command(command: Command) -> None:
    ran = command("network", "--entity", "Bram Oskel")
    assert (ran.code, ran.out) == (1, "")
    assert "no report names 'Bram Oskel'" in ran.err


def test_least_origins_says_what_it_leaves_out(command: Command) -> None:
    ran = command("network", "--format", "table", "--least-origins", 2)
    assert "2 bonds with fewer origins than asked for are left out." in ran.err


def test_it_draws_as_dot_and_as_gexf(command: Command) -> None:
    assert command("network", "--format", "dot").out.startswith("digraph network {")
    whole = command("network", "--format", "gexf").out
    assert whole.startswith("<?xml") and whole == command("export", "gexf").out


def test_followthemoney_entities_are_lines_of_json(command: Command) -> None:
    ran = command("export", "ftm")
    schemata = {json.loads(line)["schema"] for line in ran.out.splitlines()}
    assert schemata == {"Person", "Organization", "Article", "Event", "Directorship"}
    assert command("export", "ftm", "--least-origins", 2).out == ""
