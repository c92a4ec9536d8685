"""The store keeps what it is given, once, and gives it back as it was."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from reportedly.errors import Stop
from reportedly.model import Claim, Report, Skipped, Time
from reportedly.store import Filter, Name, Store, create, open_store
from reportedly.wire import claim_json
from tests.conftest import empty
from tests.planting import QUICK, leads, report, report_and_claims, visit

CLAIMED = tuple[Report, tuple[Claim, ...]]


def everything(store: Store) -> list[tuple[Claim, Report]]:
    return list(store.claims(Filter()))


def test_what_is_put_comes_back_equal(store: Store) -> None:
    found = report()
    assert store.put(found, [visit(found), leads(found)], "rules/1") == "added"
    assert everything(store) == [(visit(found), found), (leads(found), found)]


def test_putting_twice_changes_nothing(store: Store) -> None:
    found = report()
    store.put(found, [visit(found)], "rules/1")
    assert store.put(found, [visit(found)], "rules/1") == "known"
    assert everything(store) == [(visit(found), found)]
    assert store.counts() == (1, 1, 0)


def test_a_claim_given_twice_in_one_report_is_kept_once(store: Store) -> None:
    found = report()
    store.put(found, [visit(found), visit(found)], "rules/1")
    assert store.counts() == (1, 1, 0)


def test_another_version_of_the_extractor_replaces_the_claims_of_the_report(store: Store) -> None:
    found, other = report(), report(ref="other.txt", publisher="Daily Gull")
    store.put(found, [visit(found), leads(found)], "rules/1")
    store.put(other, [visit(other)], "rules/1")
    renewed = visit(found, extractor="rules/3")
    assert store.put(found, [renewed], "rules/3") == "read again"
    assert sorted(claim.id for claim, _ in everything(store)) == sorted([renewed.id, visit(other).id])
    assert not list(store.claims(Filter(text="led", report="harbour.txt")))


def test_a_report_differs_by_publisher_though_its_text_is_the_same(store: Store) -> None:
    first, second = report(), report(publisher="Daily Gull")
    assert [store.put(each, [visit(each)], "rules/1") for each in (first, second)] == ["added", "added"]


def test_many_writers_at_once_keep_each_report_once(store: Store) -> None:
    found = [report(url=f"https://aral.example/{i}") for i in range(6)]
    states: list[str] = []

    def write(order: list[Report]) -> None:
        states.extend(store.put(each, [visit(each), leads(each)], "rules/1") for each in order)

    writers = [threading.Thread(target=write, args=(order,)) for order in (found, found[::-1], found[3:] + found[:3])]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(states) == ["added"] * 6 + ["known"] * 12
    assert store.counts() == (6, 12, 0)


def test_a_failing_report_leaves_nothing_behind(store: Store) -> None:
    found = report()
    foreign = visit(report(publisher="Daily Gull"))
    with pytest.raises(ValueError, match="written with the text of"):
        store.put(found, [visit(found), foreign], "rules/1")
    assert store.counts() == (0, 0, 0)


def test_skipped_inputs_are_on_record_once_with_their_reason(store: Store) -> None:
    for _ in range(2):
        store.put_skipped(Skipped("b.pdf", "no text layer"))
        store.put_skipped(Skipped("a.txt\x00", "empty \ud800"))
    assert store.skips() == [Skipped("a.txt\x00", "empty \ud800"), Skipped("b.pdf", "no text layer")]


def test_the_extractor_version_of_kept_reports_is_told(store: Store) -> None:
    found = report()
    store.put(found, [], "rules/1")
    assert store.extractors([found.id, "0" * 32]) == {found.id: "rules/1"}
    assert store.extractors([]) == {}


@QUICK
@given(report_and_claims())
def test_any_report_and_its_claims_come_back_with_every_span_quoting_its_text(store: Store, planted: CLAIMED) -> None:
    found, claims = planted
    empty(store)
    store.put(found, claims, "rules/1")
    back = list(store.claims(Filter(report=found.id)))
    assert [claim for claim, _ in back] == list({claim.id: claim for claim in claims}.values())
    for claim, source in back:
        assert source == found
        for quoted in quotations(claim_json(claim, source)):
            assert quoted["text"] == found.text[quoted["start"] : quoted["end"]]


def quotations(value: Any) -> Iterator[dict[str, Any]]:
    """Every object on the wire that quotes a span."""
    if isinstance(value, dict):
        if value.get("start") is not None:
            yield value
        for inner in value.values():
            yield from quotations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotations(inner)


@QUICK
@given(report_and_claims())
def test_any_name_can_be_asked_for(store: Store, planted: CLAIMED) -> None:
    found, claims = planted
    empty(store)
    store.put(found, claims, "rules/1")
    for claim in claims:
        for role in claim.roles:
            if role.entity:
                list(store.claims(Filter(entity=role.entity.name)))
                names = [Name(role.entity.name, role.entity.schema)]
                assert claim.id in {each.id for each, _ in store.claims_of(names)}


def test_a_project_that_is_not_there_is_told(location: str) -> None:
    with pytest.raises(Stop, match="make one with `reportedly init`"):
        open_store(location)


def test_making_a_project_twice_keeps_what_is_in_it(location: str) -> None:
    found = report()
    first = create(location)
    first.put(found, [visit(found, time=Time("2024"))], "rules/1")
    first.close()
    for again in (create(location), open_store(location)):
        assert again.counts() == (1, 1, 0)
        again.close()
