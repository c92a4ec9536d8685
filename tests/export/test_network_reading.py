import pytest

from reportedly.assess.labels import within


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
