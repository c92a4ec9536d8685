from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.origins import fewest
from reportedly.assess.origins_graph import Leading, Step, StepKind, reached

KINDS: tuple[StepKind, ...] = ("copied", "copied", "cited")
ROWS = st.integers(2, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.tuples(st.integers(0, size - 1), st.sampled_from(KINDS)), max_size=4), min_size=size, max_size=size
    )
)


def relying(rows: list[list[tuple[int, StepKind]]]) -> dict[str, tuple[Leading, ...]]:
    """Tellings that rely on each other; one without a step is an end."""
    found: dict[str, tuple[Leading, ...]] = {}
    for at, row in enumerate(rows):
        ends = {str(end): kind for end, kind in row if end != at}
        found[str(at)] = tuple(Leading(Step(str(at), end, kind, "so it is")) for end, kind in ends.items())
    return found


def ends_of(steps: dict[str, tuple[Leading, ...]]) -> dict[str, frozenset[str]]:
    """Which ends each node reaches."""
    graph = {key: [leading.step.end for leading in some] for key, some in steps.items()}
    return reached(graph, frozenset(key for key, some in steps.items() if not some))


@settings(max_examples=400)
@given(ROWS)
def test_leaving_out_implied_steps_changes_nothing_that_is_reached(rows: list[list[tuple[int, StepKind]]]) -> None:
    before = relying(rows)
    after = fewest(before)
    assert {key for key, some in after.items() if not some} == {key for key, some in before.items() if not some}
    assert ends_of(after) == ends_of(before)


def test_a_copy_of_a_copy_needs_one_step() -> None:
    after = fewest(relying([[], [(0, "copied")], [(0, "copied"), (1, "copied")]]))
    assert [leading.step.end for leading in after["2"]] == ["0"]


def test_credits_are_always_shown() -> None:
    after = fewest(relying([[], [(0, "copied")], [(0, "copied"), (1, "cited")]]))
    assert len(after["2"]) == 2
