import pytest

from reportedly.assess.labels import within
from reportedly.export.network_reading import event_told
from tests.assess.planting import held, told


@pytest.mark.parametrize(
    ("times", "whole"),
    [
        ([], None),
        (["2025-05-01"], "2025-05-01"),
        (["2025-05-01", "2025-05-01"], "2025-05-01"),
        (["2025-05-03", "2025-05-01"], "2025-05-01/2025-05-03"),
        (["2024", "2025-07-20"], "2024/2025-07-20"),
        (["2019/.."], "2019/.."),
        (["../2024"], "../2024"),
        (["2019/..", "2020-05"], "2019/.."),
        (["2025-04-21/2025-04-30"], "2025-04-21/2025-04-30"),
    ],
)
def test_dates_lie_within_their_ends_as_exact_as_they_are_given(times: list[str], whole: str | None) -> None:
    assert within(times) == whole


def test_an_event_adds_the_date_that_the_tables_show_and_who_denies_only_having_done_it() -> None:
    vague = [
        told("A bomb went off in late April.", "went off", outlet, time=("in late April", "2025-04-21/2025-04-30"))
        for outlet in ("Aral Post", "Daily Gull")
    ]
    exact = told("A bomb went off on 27 April.", "went off", "Ebb", time=("on 27 April", "2025-04-27"))
    denial = told(
        "The Marsh Brigade denied any involvement.", "denied", act="REJECT", mode="denial", part="denial",
        roles=(("actor", "The Marsh Brigade", "Marsh Brigade"),),
    )  # fmt: skip
    found = event_told(held(*vague, exact, denial))
    assert found is not None
    assert found.times == ("2025-04-21/2025-04-30",)
    assert found.deniers == ("Marsh Brigade (only having done it)",)
