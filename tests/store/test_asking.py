"""Filters let through what they say, on both databases, in an order that the question fixes."""

import pytest

from reportedly.model import Claim, Count, EntityRef, Factuality, Report, Role, Span, Time
from reportedly.store import Filter, Name, Store
from tests.planting import HARBOUR, leads, report, span, visit


def planted(store: Store) -> tuple[Claim, Claim, Report]:
    """A store with the visit and the tie of HARBOUR."""
    found = report()
    store.put(found, [visit(found), leads(found)], "rules/1")
    return visit(found), leads(found), found


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        (Filter(), {"visit", "tie"}),
        (Filter(entity="nilo zorvel"), {"visit", "tie"}),
        (Filter(entity="ZORVEL"), {"visit", "tie"}),
        (Filter(entity="Gull"), {"tie"}),
        (Filter(entity="Sandor"), {"tie"}),
        (Filter(entity="Zorvel Sandor"), set()),
        (Filter(entity="?!"), set()),
        (Filter(type="CONSULT"), {"visit"}),
        (Filter(tie="leader"), {"tie"}),
        (Filter(type="CONSULT", tie="leader"), set()),
        (Filter(place="aral"), {"visit"}),
        (Filter(place="Zorvel"), set()),
        (Filter(source_kind="analyst"), {"visit"}),
        (Filter(source_kind="outlet"), set()),
        (Filter(certainty="probable"), {"visit"}),
        (Filter(polarity="negative"), set()),
        (Filter(report="harbour.txt"), {"visit", "tie"}),
        (Filter(report="zzz"), set()),
        (Filter(text="customs officer"), {"tie"}),
        (Filter(text="CUSTOMS visited"), set()),
        (Filter(text='" OR 1 -- customs'), set()),
        (Filter(text="'customs'"), {"tie"}),
        (Filter(text=""), set()),
    ],
)
def test_filters(store: Store, asked: Filter, answers: set[str]) -> None:
    event, tie, _ = planted(store)
    found = [claim.id for claim, _ in store.claims(asked)]
    assert found == [claim.id for name, claim in (("visit", event), ("tie", tie)) if name in answers]


@pytest.mark.parametrize(
    ("edtf", "asked", "reaches"),
    [
        ("2025-04-21/2025-04-30", Filter(since="2025-04-30"), True),
        ("2025-04-21/2025-04-30", Filter(since="2025-05-01"), False),
        ("2025-04-21/2025-04-30", Filter(until="2025-04-21"), True),
        ("2025-04-21/2025-04-30", Filter(until="2025-04-20"), False),
        ("2023-10/..", Filter(since="2030-01-01"), True),
        ("2023-10/..", Filter(until="2023-09-30"), False),
        ("../2026-01-07", Filter(until="1990-01-01"), True),
        ("../2026-01-07", Filter(since="2026-01-08"), False),
        (None, Filter(since="2020-01-01"), False),
        (None, Filter(until="2020-01-01"), False),
        (None, Filter(), True),
    ],
)
def test_since_and_until_ask_whether_the_time_may_reach_there(
    store: Store, edtf: str | None, asked: Filter, reaches: bool
) -> None:
    found = report()
    store.put(found, [visit(found, time=Time(edtf, span(HARBOUR, "late April 2025")))], "rules/1")
    assert bool(list(store.claims(asked))) is reaches


def test_an_accent_or_a_dash_does_not_hide_a_name(store: Store) -> None:
    name = "José-María Ødegård"
    found = report(f"{name} met the envoy.")
    met = Role("participant", span(found.text, name), EntityRef("x", name, "Person"))
    claim = Claim(found.id, "event", Span(0, len(found.text)), span(found.text, "met"), type="CONSULT", roles=(met,))
    store.put(found, [claim], "rules/1")
    for asked in ("jose maria", "José-María", "maria"):
        assert [each.id for each, _ in store.claims(Filter(entity=asked))] == [claim.id]


def test_claims_come_by_publication_then_by_place_in_the_report(store: Store) -> None:
    reports = [report(published=day, url=day) for day in ("2025-05-02", None, "2025-04-30")]
    for each in reports:
        store.put(each, [visit(each), leads(each)], "rules/1")
    expected = [(r.published, c.kind) for r in (reports[1], reports[2], reports[0]) for c in (visit(r), leads(r))]
    assert [(r.published, c.kind) for c, r in store.claims(Filter())] == expected


def test_in_the_order_of_time_undated_claims_come_last(store: Store) -> None:
    found = report()
    phrase = span(HARBOUR, "late April 2025")
    times = [Time(f"../{found.published}"), Time("2025-02-05", phrase), Time("2024", phrase), Time(None, phrase)]
    store.put(found, [visit(found, time=time) for time in times], "rules/1")
    back = [claim.time for claim, _ in store.claims(Filter(), "time")]
    assert back[:2] == [times[2], times[1]]
    assert set(back[2:]) == {times[0], times[3]}


def test_more_claims_than_a_page_come_in_order_with_their_reports(store: Store) -> None:
    found = report()
    count = span(HARBOUR, "late")
    store.put(found, [visit(found, count=Count(i, count)) for i in range(1100)], "rules/1")
    back = list(store.claims(Filter()))
    assert [claim.count and claim.count.value for claim, _ in back] == list(range(1100))
    assert {source for _, source in back} == {found}


def test_a_claim_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    event, _, found = planted(store)
    assert store.claims_with_prefix(event.id[:8]) == [(event, found)]
    assert store.claims_with_prefix("") != []
    assert store.claims_with_prefix("x'; DROP TABLE claim; --") == []


def test_names_are_found_in_full_by_phrase_and_by_word(store: Store) -> None:
    planted(store)
    assert store.candidates("nilo zorvel", "full") == [Name("Nilo Zorvel", "Person")]
    assert store.candidates("zorvel", "full") == []
    assert store.candidates("zorvel", "word") == [Name("Nilo Zorvel", "Person")]
    assert store.candidates("gull league", "phrase") == [Name("Gull League", "Organization")]


def test_the_firmness_of_a_claim_narrows(store: Store) -> None:
    found = report()
    denied = visit(found, factuality=Factuality("certain", "negative"))
    store.put(found, [visit(found), denied], "rules/1")
    assert [claim for claim, _ in store.claims(Filter(polarity="negative"))] == [denied]
