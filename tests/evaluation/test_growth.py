"""The stream of invented reports that linking is timed on."""

from itertools import islice
from pathlib import Path

from evaluation.growing import measured, pairs
from evaluation.growth import HELD, Desk, planted


def test_the_same_seed_gives_the_same_reports() -> None:
    first, again, other = (list(planted(seed, last=30)) for seed in (7, 7, 8))
    assert first == again
    assert [each.report.id for each in first] != [each.report.id for each in other]


def test_every_claim_stands_in_its_report_and_names_whom_it_means() -> None:
    for each in planted(7, last=200):
        for claim in each.claims:
            assert claim.report_id == each.report.id
            assert claim.trigger.of(each.report.text)
            assert claim.sentence.covers(claim.trigger)
            for role in claim.roles:
                assert role.entity is None or role.span.of(each.report.text) == role.entity.name


def test_the_mix_is_that_of_a_news_desk() -> None:
    found = list(planted(7, last=1000))
    assert 0.25 < sum(each.copied is not None for each in found) / len(found) < 0.37
    assert all(4 <= len(each.claims) <= 8 for each in found if each.copied is None)
    words = [len(each.report.text.split()) for each in found]
    assert 180 < sum(words) / len(words) < 250
    assert {of.split()[0] for each in found for of in each.of} >= {"event", "denial", "plan", "police", "tie", "seat"}


def test_only_the_last_days_are_held() -> None:
    desk = Desk(7)
    for _ in islice(desk.run(), 2 * HELD):
        pass
    assert len(desk.issues) == HELD
    assert len(desk.happenings) <= HELD


def test_what_is_planted_is_found_in_a_small_project(tmp_path: Path) -> None:
    found = measured(tmp_path / "growth.db", 40)
    assert found["copies_found"] == 1.0
    assert found["pairs_recall"] > 0.8
    assert found["pairs_precision"] > 0.6


def test_pairs_are_those_inside_a_group() -> None:
    assert pairs([("x", 1), ("x", 3), ("y", 2), ("x", 2)]) == {(1, 2), (1, 3), (2, 3)}
