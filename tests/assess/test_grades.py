from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.grades import LIKELIHOOD, Footing, Grade, best_footing, grade
from reportedly.linked import Account, Outlet
from reportedly.model import Basis
from tests.assess.told import (
    DENIED,
    Source,
    Table,
    Told,
    copied_by,
    evidence,
    found,
    nobody,
    officials,
    outlet,
    paper,
    people,
    person,
    told,
)  # fmt: skip

NAMED = told("Aral Post", "Men came, Jorun Pask said.", person("Jorun Pask"))
OFFICIALS = told("Reach Wire Agency", "Two officials said men came.", officials("Two officials"))
TABLE = Table(outlets=(Outlet("Aral Post", "Delta", "C"), Outlet("Reach Wire Agency", "Delta", "B")))


def graded(*tellings: Told, contradictions: int = 0, denials: int = 0, table: Table = Table()) -> Grade:  # noqa: B008
    """The grade of what is told."""
    held = evidence(*tellings, table=table)
    return grade(found(*tellings, table=table), contradictions, denials, held)


def knowing(telling: Told, basis: Basis) -> Told:
    """The same telling, its innermost source knowing on this basis."""
    account = telling.accounts[0]
    links = account.claim.attribution
    claim = replace(account.claim, attribution=(*links[:-1], replace(links[-1], basis=basis)))
    return replace(telling, accounts=(Account(claim, account.report, account.part),))


def footing(*tellings: Told) -> Footing:
    """The best footing of what is told."""
    best = best_footing(evidence(*tellings), found(*tellings))
    assert best is not None
    return best


def test_nothing_told_cannot_be_judged() -> None:
    none = graded()
    assert none.code == "F6"
    assert none.icd203 is None
    assert best_footing(evidence(), found()) is None


def test_a_letter_comes_from_the_table_or_is_f() -> None:
    assert graded(NAMED).letter == "F"
    assert graded(NAMED, table=TABLE).letter == "C"
    assert graded(OFFICIALS, table=TABLE).letter == "B"
    assert graded(NAMED, table=Table(outlets=(Outlet("Aral Post", None, "excellent"),))).letter == "F"
    why = "C, fairly reliable: so Aral Post, on which it rests best, stands in the table of outlets."
    assert graded(NAMED, table=TABLE).derivation[0] == why


def test_the_letter_is_that_of_the_outlet_of_the_best_footing() -> None:
    assert footing(NAMED, OFFICIALS).account.report.publisher == "Aral Post"
    assert graded(NAMED, OFFICIALS, table=TABLE).letter == "C"
    assert graded(NAMED, OFFICIALS, table=Table(outlets=(Outlet("Reach Wire Agency", None, "B"),))).letter == "F"


def test_a_copy_in_a_better_outlet_lends_no_letter() -> None:
    story = told("Ebb", "Men came, a guard said.", people("a guard"))
    assert graded(story, copied_by("Reach Wire Agency", story), table=TABLE).code == "F3"


def test_two_origins_without_a_discount_confirm() -> None:
    both = graded(NAMED, OFFICIALS)
    assert both.number == 1
    assert both.derivation[1].startswith("1, confirmed by other sources: 2 origins tell it")
    assert both.icd203 == "very likely (80-95 %)"


def test_two_origins_with_a_discount_do_not_confirm() -> None:
    guard = told("Aral Post", "Men came, a guard said.", people("a guard"))
    assert graded(guard, OFFICIALS).number == 1
    assert graded(guard, OFFICIALS, table=TABLE).number == 3


def test_one_named_source_or_document_or_witness_is_a_two() -> None:
    assert graded(NAMED).number == 2
    assert graded(told("Ebb", "A court order shows that men came.", paper("A court order"))).number == 2
    assert graded(OFFICIALS).number == 3
    assert graded(knowing(OFFICIALS, "witnessed")).number == 2


def test_what_is_denied_or_contradicted_is_doubtful() -> None:
    assert graded(NAMED, OFFICIALS, denials=1).number == 4
    doubtful = graded(NAMED, contradictions=2, denials=1)
    assert doubtful.derivation[1] == "4, doubtful: 2 contradictions and 1 denial stand against it."
    assert doubtful.icd203 == "roughly even chance (45-55 %)"


def test_where_nobody_is_told_to_know_nothing_can_be_judged() -> None:
    ring = (
        told("Ebb", "Men came, the Tide said.", outlet("the Tide")),
        told("Tide", "Men came, Ebb said.", outlet("Ebb")),
    )
    assert graded(*ring).number == 6
    assert graded(told("Ebb", "Men reportedly came.", nobody())).number == 6
    assert graded(told("Ebb", "Men came, the Gazette said.", outlet("the Gazette"))).number == 6


def test_no_rule_ever_gives_a_five_and_the_ends_of_the_scale_are_not_suggested() -> None:
    grades = [graded(NAMED, OFFICIALS, contradictions=c, denials=d) for c in (0, 1, 9) for d in (0, 1, 9)]
    assert 5 not in {each.number for each in grades}
    assert not any((each.icd203 or "").startswith("almost") for each in grades)


def test_the_seven_bands_follow_each_other() -> None:
    bands = list(LIKELIHOOD.values())
    assert len(bands) == 7
    assert all(before[1] == after[0] for before, after in pairwise(bands))


def test_no_derivation_says_that_an_account_is_true() -> None:
    for each in (graded(NAMED), graded(NAMED, OFFICIALS), graded(OFFICIALS), graded(NAMED, denials=1)):
        words = " ".join(each.derivation).replace("probably true", "").replace("possibly true", "")
        assert "true" not in words
        assert "fact" not in words


TELLINGS = st.lists(
    st.sampled_from([NAMED, OFFICIALS, told("Ebb", "Men came."), told("Tide", "It was so.")]), unique=True
)


@settings(max_examples=60, deadline=None)
@given(TELLINGS, st.integers(0, 3), st.sampled_from(["Reach Wire Agency", "Fresh Copy"]))
def test_a_copy_never_betters_a_grade(tellings: list[Told], which: int, by: str) -> None:
    if which < len(tellings):
        before = graded(*tellings, table=TABLE)
        after = graded(*tellings, copied_by(by, tellings[which], "2025-05-20"), table=TABLE)
        assert (after.letter, after.number) >= (before.letter, before.number)


@settings(max_examples=60, deadline=None)
@given(TELLINGS)
def test_a_denial_never_betters_a_grade(tellings: list[Told]) -> None:
    denied = told("Daily Gull", "No men came, Ina Dorr said.", person("Ina Dorr"), way=DENIED)
    assert graded(*tellings, denied, denials=1).number >= graded(*tellings).number


def test_a_witness_stands_better_than_a_document_and_that_better_than_a_name() -> None:
    order = (
        knowing(told("Gull", "Men came, a clerk said.", people("a clerk")), "witnessed"),
        told("Herald", "A court order shows that men came.", paper("A court order")),
        NAMED,
        OFFICIALS,
        told("Evening Star", "Men came, a baker said.", people("a baker")),
        knowing(told("Monitor", "Men came, Ina Dorr inferred.", person("Ina Dorr")), "deduced"),
        told("Ebb", "Men came."),
        told("Tide", "Men came, the Gazette said.", outlet("the Gazette")),
        told("Letter", "Men reportedly came.", nobody()),
    )
    for place, telling in enumerate(order):
        assert footing(*reversed(order[place:])).account == telling.accounts[0]


def test_a_footing_says_who_and_where() -> None:
    best = footing(NAMED, OFFICIALS)
    assert best.kind == "named_person"
    assert best.basis is None
    assert best.reason == "a named source says so: Jorun Pask, in Aral Post"


def test_a_pronoun_names_nobody() -> None:
    best = footing(told("Evening Tide", "Men came, it said.", Source("named_organisation", ("it",))), OFFICIALS)
    assert best.reason.startswith("unnamed officials say so")


def test_a_footing_is_that_of_an_origin_and_never_of_a_copy_or_a_report_that_cites() -> None:
    copy = copied_by("Aral Gull", OFFICIALS)
    assert footing(copy, OFFICIALS).account == OFFICIALS.accounts[0]
    seen = told(
        "Herald", "A video shows that men came, Reach Wire Agency said.", outlet("Reach Wire Agency"), paper("A video")
    )
    assert footing(OFFICIALS, seen).account == OFFICIALS.accounts[0]


def test_of_reports_that_reach_one_source_the_first_has_the_footing() -> None:
    again = told("Ebb", "Men came, Jorun Pask said.", person("Jorun Pask"), day="2025-05-09")
    saw = knowing(again, "witnessed")
    assert footing(saw, NAMED).account == NAMED.accounts[0]


def test_where_no_origin_is_left_there_is_no_footing() -> None:
    citing = told("Tide", "Men came, the Aral Post said.", outlet("the Aral Post"), day="2025-05-09")
    gone = NAMED.withdrawn("2025-05-20")
    assert found(citing, gone).count == 0
    assert best_footing(evidence(citing, gone), found(citing, gone)) is None
    ring = told("Aral Post", "Men came, the Tide said.", outlet("the Tide"), day="2025-05-09")
    assert best_footing(evidence(citing, ring), found(citing, ring)) is None


def test_a_document_that_the_report_has_not_seen_is_no_footing_of_a_document() -> None:
    text = "A video shows that men came. The Herald has not seen the video."
    unseen = told("Herald", text, paper("A video"), sentence="A video shows that men came.")
    assert footing(unseen, OFFICIALS).account == OFFICIALS.accounts[0]
    assert graded(unseen).number == 6
    assert footing(unseen).reason == "a document is named that the report has not seen: A video, in Herald"
    other = told(
        "Herald", text.replace("the video", "the port"), paper("A video"), sentence="A video shows that men came."
    )
    assert footing(other, OFFICIALS).account == other.accounts[0]
