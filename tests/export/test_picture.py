"""The picture draws what is dated as wide as it is vague, and nothing else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.picture import LEFT, RIGHT, SHORTEST, WIDTH, Bar, Picture, picture
from reportedly.export.statements import notes, statements
from reportedly.model import Claim, Factuality, Report
from tests.export.planted import AHEAD, DENIED, LIKELY, PLAIN, event, leader, link, report


def told(number: int, when: tuple[str, str] | None, fact: Factuality = PLAIN) -> tuple[Claim, Report]:
    """One claim of its own report."""
    text = f"They met at place {number}{' ' + when[0] if when else ''}, two officials said."
    source = report(text, published="2025-05-20")
    return event(source, "met", link(text, "two officials", "said"), when=when, fact=fact), source


def drawn(*items: tuple[Claim, Report]) -> Picture:
    found = picture(statements(notes(items)))
    assert found is not None
    return found


def bars(found: Picture) -> list[Bar]:
    return [bar for lane in found.lanes for bar in lane.bars]


def test_a_month_is_wider_than_a_part_of_it_and_that_wider_than_a_day() -> None:
    found = drawn(
        told(1, ("in April", "2025-04")),
        told(2, ("late April", "2025-04-21/2025-04-30")),
        told(3, ("on 27 April", "2025-04-27")),
    )
    month, part, day = (bar.width for bar in sorted(bars(found), key=lambda b: -b.width))
    assert month > part > day >= SHORTEST


def test_a_claim_without_a_date_has_no_bar_and_is_counted() -> None:
    found = drawn(told(1, ("in April", "2025-04")), told(2, None))
    [lane] = found.lanes
    assert (len(lane.bars), lane.undated) == (1, 1)


def test_without_any_date_there_is_no_picture() -> None:
    assert picture(statements(notes([told(1, None)]))) is None
    assert picture([]) is None


def test_an_open_interval_runs_on_to_the_edge() -> None:
    found = drawn(told(1, ("since October 2023", "2023-10/..")), told(2, ("on 2 May", "2025-05-02")))
    longest = max(bars(found), key=lambda bar: bar.width)
    assert longest.runs_left and longest.runs_right
    assert longest.x + longest.width == WIDTH - RIGHT
    assert found.window.axis > LEFT


def test_what_lies_before_the_axis_stays_in_its_own_column() -> None:
    found = drawn(told(1, ("in 2019", "2019")), told(2, ("on 2 May", "2025-05-02")))
    earlier = min(bars(found), key=lambda bar: bar.x)
    assert earlier.x + earlier.width < found.window.axis
    assert not earlier.runs_right


def test_doubt_denial_and_plans_are_drawn_each_in_its_way() -> None:
    found = drawn(
        told(1, ("in April", "2025-04")),
        told(2, ("in April", "2025-04"), LIKELY),
        told(3, ("in April", "2025-04"), DENIED),
        told(4, ("in June", "2025-06"), AHEAD),
    )
    assert sorted(bar.style for bar in bars(found)) == ["ahead", "denied", "hedged", "stated"]


def test_ties_are_not_drawn() -> None:
    source = report("Tavik leads the Brigade.")
    assert picture(statements(notes([(leader(source, "leads", "Tavik", "Brigade"), source)]))) is None


def test_a_long_time_has_a_line_for_each_year_only() -> None:
    items = []
    for year in (2001, 2024):
        text = f"They met in {year}."
        source = report(text, published=f"{year}-06-01")
        items.append((event(source, "met", when=(f"in {year}", str(year))), source))
    assert len(drawn(*items).ticks) < 30


DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str)
VALUES = st.one_of(
    DAYS,
    DAYS.map(lambda d: d[:7]),
    DAYS.map(lambda d: d[:4]),
    DAYS.map(lambda d: f"{d}/.."),
    DAYS.map(lambda d: f"../{d}"),
)


@given(st.lists(VALUES, min_size=1, max_size=25))
def test_every_bar_lies_in_the_drawing_and_none_covers_another(values: list[str]) -> None:
    found = drawn(*(told(i, (f"at time {i}", value)) for i, value in enumerate(values)))
    for lane in found.lanes:
        assert len(lane.bars) + lane.undated + lane.unplaced == len(values)
        for bar in lane.bars:
            assert bar.x >= LEFT and bar.x + bar.width <= WIDTH - RIGHT + 0.2
            assert lane.top <= bar.y < lane.top + lane.height
        for a in lane.bars:
            for b in lane.bars:
                assert a is b or a.y != b.y or a.x + a.width <= b.x or b.x + b.width <= a.x
