"""Claims as JSON lines and CSV: complete, stable, harmless."""

import csv
import io
import json

from reportedly.export import claims_csv, claims_jsonl
from reportedly.export.tables import COLUMNS
from reportedly.wire import claim_json, read_claim
from tests.export.planted import event, link, report, role

TEXT = "Haro Quint visited Port Aral in late April, two officials said."
TOLD = report(TEXT)
CLAIM = event(
    TOLD,
    "visited",
    link(TEXT, "two officials", "said"),
    roles=(role(TEXT, "Haro Quint", name="Haro Quint"),),
    when=("late April", "2025-04-21/2025-04-30"),
    where="Port Aral",
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_line_of_json_reads_back_as_the_claim() -> None:
    [line] = claims_jsonl([(CLAIM, TOLD)])
    assert line.endswith("\n") and line.count("\n") == 1
    assert json.loads(line) == claim_json(CLAIM, TOLD)
    assert read_claim(json.loads(line)) == CLAIM


def test_a_lone_surrogate_leaves_as_its_escape() -> None:
    told = report("He visited\ud800 Aral.")
    [line] = claims_jsonl([(event(told, "visited"), told)])
    assert json.loads(line.encode("utf-8"))["sentence"]["text"] == told.text


def test_a_line_of_json_holds_nothing_that_steers_a_terminal_or_ends_a_line() -> None:
    told = report("He \x1b[31m \x9b31m \x85 \u2028 \u202e visited\x7f Aral.")
    [line] = claims_jsonl([(event(told, "visited"), told)])
    assert line[:-1].isprintable()
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line)["sentence"]["text"] == told.text


def test_the_columns_are_those_documented() -> None:
    [found] = rows("".join(claims_csv([(CLAIM, TOLD)])))
    assert tuple(found) == COLUMNS
    assert (found["says"], found["source_kind"]) == ("two officials", "unnamed_official")
    assert (found["edtf"], found["time_phrase"]) == ("2025-04-21/2025-04-30", "late April")
    assert found["roles"] == "actor: Haro Quint"
    assert TEXT[int(found["start"]) : int(found["end"])] == found["sentence"] == TEXT


def test_without_a_date_in_the_text_the_phrase_is_empty() -> None:
    told = report("The envoy visited Port Aral.")
    [found] = rows("".join(claims_csv([(event(told, "visited"), told)])))
    assert (found["edtf"], found["time_phrase"]) == ("../2026-01-28", "")


def test_no_cell_acts_as_a_formula() -> None:
    told = report("=cmd|visited", publisher="+Gull", title="-x", url="@y")
    for value in rows("".join(claims_csv([(event(told, "visited"), told)])))[0].values():
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_claims_give_a_header_only() -> None:
    assert "".join(claims_csv([])) == ",".join(COLUMNS) + "\n"
    assert list(claims_jsonl([])) == []


def test_every_column_is_described() -> None:
    import reportedly.export.tables as tables

    described = tables.__doc__ or ""
    assert [name for name in COLUMNS if f"`{name}`" not in described] == []
