"""What a project's file allows: one that can only be read is read."""

from pathlib import Path

import pytest

from reportedly.errors import Stop
from reportedly.model import Skipped
from reportedly.store import Filter, create, engine, open_store
from tests.planting import report, visit


@pytest.fixture(params=["project.db", "a project? 50% #1.db"])
def readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A project with one report, whose file can only be read."""
    path = tmp_path / str(request.param)
    store = create(str(path))
    store.put(report(), [visit(report())], "rules/1")
    store.close()
    monkeypatch.setattr(engine, "is_writable", lambda path: False)
    return path


def test_a_project_that_can_only_be_read_answers_and_leaves_nothing_beside_it(readable: Path) -> None:
    store = open_store(str(readable))
    assert [claim for claim, _ in store.claims(Filter(text="visited"))] == [visit(report())]
    assert store.location == str(readable)
    store.close()
    assert list(readable.parent.iterdir()) == [readable]


def test_writing_to_a_project_that_can_only_be_read_is_told(readable: Path) -> None:
    store = open_store(str(readable))
    with pytest.raises(Stop) as told:
        store.put_skipped(Skipped("a.txt", "empty"))
    assert str(told.value) == f"{readable} can only be read here; copy it, or get the right to write it"
    store.close()
