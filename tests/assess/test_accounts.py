"""Accounts stand side by side slot by slot, earlier before later, with who gives each value."""

from reportedly.assess.accounts import later_accounts, side_by_side
from tests.assess.planting import held, told

EARLY = told(
    "Nilo Zorvel visited Velmouth on 4 May.", "visited", "Aral Post", "2025-05-05", act="CONSULT", mode="visit",
    roles=(("actor", "Nilo Zorvel", "Nilo Zorvel"),), time=("on 4 May", "2025-05-04"), place="Velmouth",
)  # fmt: skip
LATE = told(
    "He visited Velmouth on 5 May.", "visited", "Delta Gull", "2025-05-07", act="CONSULT", mode="visit",
    roles=(("actor", "He", "Nilo Zorvel"),), time=("on 5 May", "2025-05-05"), place="Velmouth",
)  # fmt: skip
DENIAL = told("Nobody visited Velmouth on 4 May.", "visited", "Kumrak Bell", "2025-05-06", negative=True)


def test_each_slot_groups_its_values_with_the_accounts_that_give_them() -> None:
    table = side_by_side(held(LATE, EARLY, DENIAL))
    assert [slot.name for slot in table.slots] == ["what", "actor", "when", "where"]
    assert [(v.text, v.later) for v in table.slot("when").values] == [("on 4 May", False), ("on 5 May", True)]
    (who,) = table.slot("actor").values
    assert [a.report.publisher for a in who.accounts] == ["Aral Post", "Delta Gull"]


def test_a_denial_gives_no_value() -> None:
    assert side_by_side(held(DENIAL)).slots == ()


def test_a_slot_that_nobody_fills_is_empty() -> None:
    assert side_by_side(held(EARLY)).slot("killed").values == ()


def test_an_account_of_a_later_day_is_marked() -> None:
    assert later_accounts(held(LATE, EARLY)) == (LATE,)
