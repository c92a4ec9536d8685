"""The reader, casing, roles and metrics of MUC-4, on made-up messages in its formats."""

import json
from pathlib import Path

import pytest

from evaluation.muc4 import evaluate
from evaluation.muc4_casing import with_capitals
from evaluation.muc4_files import Confidence, confidences, merged, messages
from evaluation.muc4_scores import Fillers, ceaf_ree, confidence, plain

TEXT = (
    "GUERRILLAS OF THE QUILMAS LIBERATION FRONT (QLF) MURDERED MAYOR ABEL TORNO.  A CAR BOMB DAMAGED TWO BUSES. "
    "\n\n   POLICE BLAMED THE QLF FOR THE ATTACK."
)
RAW = (
    f"TST1-MUC3-0001\n\n   VELMOUTH, 3 MAY 90 (AFP) -- [TEXT] {TEXT}\n\n\n"
    "TST1-MUC3-0002\n\n   OSTER, 4 MAY 90 -- [TEXT] [COMMENTARY] RAIN.\n"
)
KEY = """
0.  MESSAGE: ID                     TST1-MUC3-0001
10. PERP: ORGANIZATION ID           "QUILMAS LIBERATION FRONT" / "QLF"
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED BY AUTHORITIES: "QUILMAS LIBERATION FRONT" / "QLF"
                                    ? POSSIBLE / REPORTED AS FACT: "THE \\"OWLS\\""
12. PHYS TGT: ID                    "BUSES"

0.  MESSAGE: ID                     TST1-MUC3-0002
11. PERP: ORGANIZATION CONFIDENCE   -
"""


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_EXTRACTOR", "rules")


def corpus(folder: Path, *, answers: bool = True) -> Path:
    template = {
        "PerpInd": [[["guerrillas", 0]]],
        "PerpOrg": [[["quilmas liberation front", 5], ["qlf", 40]]],
        "Target": [[["buses", 90]]],
        "Victim": [[["abel torno", 60]]],
        "Weapon": [[["car bomb", 70], ["bomb", 74]]],
    }
    rows = [{"docid": "TST1-MUC3-0001", "doctext": TEXT.lower(), "templates": [template, template]}]
    rows.append({"docid": "TST1-MUC3-0002", "doctext": "rain.", "templates": []})
    if not answers:
        rows = [{key: row[key] for key in ("docid", "doctext")} for row in rows]
    (folder / "processed").mkdir()
    (folder / "processed" / "dev.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    if answers:
        (folder / "raw" / "tst1").mkdir(parents=True)
        (folder / "raw" / "tst1" / "key-tst1.v7").write_text(KEY, encoding="latin-1")
    return folder


def test_messages_have_their_fillers_once_and_the_confidence_of_the_key(tmp_path: Path) -> None:
    first, second = messages(corpus(tmp_path))
    assert first.fillers is not None
    assert first.fillers["PerpOrg"] == [("quilmas liberation front", "qlf")]
    assert first.confidence == (
        Confidence(("QUILMAS LIBERATION FRONT", "QLF"), ("SUSPECTED OR ACCUSED BY AUTHORITIES",)),
        Confidence(('THE "OWLS"',), ("POSSIBLE", "REPORTED AS FACT"), optional=True),
    )
    assert second.confidence == ()


def test_raw_messages_are_read_without_their_datelines(tmp_path: Path) -> None:
    (tmp_path / "tst1").mkdir()
    (tmp_path / "tst1" / "tst1-muc3").write_text(RAW, encoding="latin-1")
    first, second = messages(tmp_path)
    assert (first.docid, first.text[:10], first.fillers) == ("TST1-MUC3-0001", "GUERRILLAS", None)
    assert second.text == "RAIN."


def test_fillers_that_are_part_of_another_are_left_out() -> None:
    assert merged([("a", "b"), ("b",), ("c",), ("c", "d"), ()]) == [("a", "b"), ("c",)]


def test_a_key_without_organisations_gives_an_empty_confidence(tmp_path: Path) -> None:
    path = tmp_path / "key-tst1.v7"
    path.write_text(KEY, encoding="latin-1")
    assert confidences(path)["TST1-MUC3-0002"] == ()


@pytest.mark.parametrize(
    "printed",
    [
        "Police said the Guatemalan army attacked the Quilmas Liberation Front on Monday.",
        "The National Liberation Army killed President Torno in Bogota on 3 May.",
        "Members of the QLF (Quilmas Liberation Front) may attack the U.S. embassy.",
    ],
)
def test_capitals_come_back_where_print_has_them(printed: str) -> None:
    assert with_capitals(printed.upper()) == printed


@pytest.mark.parametrize("text", ["", "   ", "()", "İSTANBUL", "123 -- (A)", "A\n\nB"])
def test_only_case_changes_whatever_the_text(text: str) -> None:
    assert with_capitals(text).lower() == text.lower()


def test_strings_are_compared_without_case_articles_and_punctuation() -> None:
    assert plain('The "Owls" of a  town') == "owls of town"


def test_a_filler_is_right_where_all_its_names_are_one_fillers_and_each_counts_once() -> None:
    gold: Fillers = {"PerpOrg": [("the red front", "rf")], "Victim": [("abel torno",)]}
    ours: Fillers = {"PerpOrg": [("RF",), ("Red Front",)], "Victim": [("Abel Torno", "the mayor")]}
    scores = ceaf_ree([(gold, ours)])
    assert tuple(scores["PerpOrg"]) == (0.5, 1.0)
    assert tuple(scores["Victim"]) == (0.0, 0.0)
    assert tuple(scores["micro"]) == (1 / 3, 1 / 2)
    assert scores["Weapon"].f1 == 0.0


def test_what_an_optional_template_holds_is_optional(tmp_path: Path) -> None:
    path = tmp_path / "key-tst1.v7"
    templates = KEY.replace("10. PERP", "1.  MESSAGE: TEMPLATE               1 (OPTIONAL)\n10. PERP") + (
        "\n0.  MESSAGE: ID                     TST1-MUC3-0001\n"
        "1.  MESSAGE: TEMPLATE               2\n"
        '11. PERP: ORGANIZATION CONFIDENCE   (POSSIBLE): "RED OWLS"\n'
    )
    path.write_text(templates, encoding="latin-1")
    first, second, third = confidences(path)["TST1-MUC3-0001"]
    assert (first.optional, second.optional, third.optional) == (True, True, False)
    assert third.values == ("POSSIBLE",)


def test_one_answer_stands_for_every_template_that_it_is_right_in() -> None:
    key = (Confidence(("A",), ("POSSIBLE",)), Confidence(("A", "AB"), ("POSSIBLE", "REPORTED AS FACT")))
    assert tuple(confidence([(key, [(("a",), "POSSIBLE")])])) == (1.0, 1.0)
    assert tuple(confidence([(key, [(("a",), "REPORTED AS FACT")])])) == (1.0, 0.5)
    assert tuple(confidence([(key, [(("a",), "POSSIBLE"), (("ab",), "POSSIBLE")])])) == (0.5, 1.0)


def test_the_confidence_asks_for_the_organisation_and_its_value() -> None:
    key = (
        Confidence(("A", "THE A"), ("SUSPECTED OR ACCUSED BY AUTHORITIES",)),
        Confidence(("B",), ("POSSIBLE",)),
        Confidence(("C",), ("POSSIBLE",), optional=True),
    )
    said = [(("a",), "SUSPECTED OR ACCUSED"), (("b",), "REPORTED AS FACT"), (("d",), "POSSIBLE")]
    assert tuple(confidence([(key, said)])) == (0.5 / 3, 0.5 / 2)
    assert tuple(confidence([(key, [(("c",), "POSSIBLE")])])) == (1.0, 1 / 3)
    assert tuple(confidence([((), [])])) == (0.0, 0.0)


def test_claims_become_fillers_and_footings_the_confidence(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    found = evaluate(corpus(tmp_path), out)
    assert {found.figures[role] for role in ("PerpInd", "Target", "Victim", "Weapon")} == {100.0}
    assert set(found.figures) == set(found.baseline)
    first, second = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert first["Victim"] == [["Abel Torno"]]
    assert {entry["value"] for entry in first["confidence"]} <= {
        "REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES",
    }  # fmt: skip
    assert second["PerpInd"] == second["confidence"] == []


def test_without_answers_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert evaluate(corpus(tmp_path, answers=False), out).figures == {}
    assert len(out.read_text("utf-8").splitlines()) == 2
