"""What a withdrawal or correction changes is told in sentences."""

from dataclasses import replace

from reportedly.assess.assessment import assessment
from reportedly.assess.changes import Given, Summary, changes, summary
from reportedly.assess.origins import denial_origins, origins
from reportedly.linked import Evidence
from tests.assess.fiction import evidence

FIRE = Summary("1", "fire, it is said: Velmouth", 2, 3, ("Omar Sandor", "a clerk"))


def summed(found: Evidence) -> dict[str, Summary]:
    return {found.id: summary(assessment(found, origins(found), denial_origins(found)))}


def test_nothing_changed_is_nothing_said() -> None:
    assert changes({"1": FIRE}, {"1": FIRE}) == ()


def test_events_left_without_a_source_are_counted_and_named() -> None:
    gone = {str(i): replace(FIRE, id=str(i), label=f"fire {i}") for i in range(3)}
    after = {"0": replace(gone["0"], origins=0, reports=0, roots=()), "1": replace(gone["1"], origins=0, roots=())}
    found = changes(gone, after, "this withdrawal")
    assert found[0] == "This withdrawal leaves 3 events without a source: fire 0; fire 1; fire 2."
    assert found[-1] == "No account is left: fire 2."


def test_a_fallen_number_of_origins_names_the_one_that_went() -> None:
    found = changes({"1": FIRE}, {"1": replace(FIRE, origins=1, roots=("a clerk",))})
    assert found == ("fire, it is said: Velmouth: 2 origins before, 1 origin now: no longer Omar Sandor.",)


def test_one_number_for_another_is_a_fall() -> None:
    nine, seven = Given("killed", "nine people", "exact 9"), Given("killed", "seven people", "exact 7")
    found = changes({"1": replace(FIRE, values=(nine,))}, {"1": replace(FIRE, values=(seven,))})
    told = 'the number of dead, as told, falls from "nine people" to "seven people".'
    assert found == (f"fire, it is said: Velmouth: {told}",)


def test_new_and_gone_denials_and_contradictions_are_told() -> None:
    before = replace(FIRE, denials=("X denies it",))
    after = replace(FIRE, contradictions=('when: "on Monday" and "on Tuesday"',))
    assert [s.removeprefix("fire, it is said: Velmouth: ") for s in changes({"1": before}, {"1": after})] == [
        'a new contradiction: when: "on Monday" and "on Tuesday".',
        "a denial is gone: X denies it.",
    ]


def test_a_new_event_is_told_with_its_origins() -> None:
    assert changes({}, {"1": FIRE}) == ("New: fire, it is said: Velmouth (2 origins).",)


def test_the_planted_correction_lowers_the_number_of_dead_and_ends_its_contradiction() -> None:
    whole = evidence("blast")
    first, second = (tuple(a for a in whole.accounts if out not in a.report.ref) for out in ("blast-v2", "blast-v1"))
    found = changes(summed(replace(whole, accounts=first)), summed(replace(whole, accounts=second)), "this correction")
    assert any('the number of dead, as told, falls from "Nine people" to "Seven people"' in s for s in found)
    assert any("a contradiction is gone" in s and "Nine people" in s for s in found)


def test_the_planted_withdrawal_leaves_the_arrest_without_its_first_report() -> None:
    whole = evidence("arrest-davo-marrun")
    left = tuple(a for a in whole.accounts if "channel-seven" not in a.report.ref)
    found = changes(summed(whole), summed(replace(whole, accounts=left)), "this withdrawal")
    assert any("2 reports before, 1 report now" in s for s in found)
