"""How far confidence can be taken at its word, on made-up claims."""

import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from evaluation.calibration import auroc, bins, calibration_error, diagram, figures, judged, lines
from evaluation.corpus import SCORE


def test_confidence_that_holds_its_word_has_no_error() -> None:
    found = [(0.75, i < 15) for i in range(20)] + [(0.25, i < 5) for i in range(20)]
    assert calibration_error(found) == 0.0
    assert figures(found)["calibrated"] == 100.0


def test_the_error_is_weighed_by_the_claims_of_a_bin() -> None:
    found = [(0.9, True)] * 30 + [(0.5, False)] * 10
    assert calibration_error(found) == pytest.approx(0.75 * 0.1 + 0.25 * 0.5)


def test_the_curve_has_ties_by_halves() -> None:
    assert auroc([(0.9, True), (0.1, False)]) == 1.0
    assert auroc([(0.1, True), (0.9, False)]) == 0.0
    assert auroc([(0.5, True), (0.5, False)]) == 0.5
    assert auroc([(0.5, True)]) == 0.5
    assert auroc([]) == 0.5


def test_full_confidence_lies_in_the_last_bin() -> None:
    assert [each.claims for each in bins([(1.0, True), (0.95, True), (0.0, False)])] == [1, *[0] * 8, 2]


def test_the_diagram_is_well_formed_and_names_each_bin() -> None:
    found = [(0.75, True)] * 3 + [(0.35, False)]
    drawn = ElementTree.fromstring(diagram(found))
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == 2
    assert len(list(lines(found))) == 2


@pytest.mark.skipif(not SCORE.exists(), reason="the scorers are not there")
def test_a_claim_is_right_where_the_scorer_pairs_it_with_one_of_its_type() -> None:
    def claim(start: int, type_: str, **more: Any) -> dict[str, Any]:
        trigger = {"start": start, "end": start + 4, "text": "fled"}
        return {"kind": "event", "type": type_, "tie": None, "trigger": trigger, "roles": [], "attribution": [], **more}

    gold: list[dict[str, Any]] = [{"id": "a", "claims": [claim(0, "RETREAT"), claim(20, "DIE")]}]
    gold.append({"id": "b", "claims": []})
    ours = [
        claim(0, "RETREAT", report={"ref": "a"}, confidence=0.9),
        claim(20, "MOVE", report={"ref": "a"}, confidence=0.4),
        claim(0, "RETREAT", report={"ref": "b"}, confidence=0.7),
    ]
    assert list(judged(gold, ours)) == [(0.9, True), (0.4, False), (0.7, False)]
