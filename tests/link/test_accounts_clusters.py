"""Clusters of accounts: two events stay two, whoever comes first; denials and plans find their event."""

import itertools
import time

import pytest

from reportedly.link.accounts import Told, attach, clusters, compare
from tests.link.telling import denied, planned, tell


def met(phrase: str, edtf: str | None, publisher: str, published: str = "2031-05-10") -> Told:
    """A meeting of Ana Brel and Ivo Tarn."""
    text = f"Ana Brel met Ivo Tarn in Holm {phrase}."
    who = "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn"
    when = None if edtf is None else f"{edtf} {phrase}"
    return tell(text, "met", "CONSULT/meet", who, when, "Holm", published, publisher)


def edges_of(accounts: list[Told]) -> dict[tuple[int, int], float]:
    """The joined pairs."""
    pairs = itertools.combinations(range(len(accounts)), 2)
    matches = {(i, j): compare(accounts[i], accounts[j]) for i, j in pairs}
    return {pair: match.score for pair, match in matches.items() if match.match}


SUNDAY = met("on Sunday", "2031-05-04", "Gull")
SUNDAY_TOO = met("on 4 May", "2031-05-04", "Post")
TUESDAY = met("on Tuesday", "2031-05-06", "Tide")
TUESDAY_TOO = met("on 6 May", "2031-05-06", "Herald")
WEEK = met("this week", "2031-05-04/2031-05-10", "Courier")
UNDATED = met("again", None, "Radio")


def test_a_vague_account_that_fits_two_events_joins_neither() -> None:
    accounts = [SUNDAY, SUNDAY_TOO, TUESDAY, TUESDAY_TOO, WEEK, UNDATED]
    found = clusters(accounts, edges_of(accounts))
    assert found[:4] == [0, 0, 2, 2]
    assert found[4] not in (0, 2)
    assert found[5] not in (0, 2)


def test_a_vague_account_joins_the_only_event_that_it_fits() -> None:
    accounts = [WEEK, SUNDAY, UNDATED, SUNDAY_TOO]
    assert clusters(accounts, edges_of(accounts)) == [0, 0, 0, 0]


def test_the_order_of_the_accounts_changes_nothing() -> None:
    accounts = [SUNDAY, SUNDAY_TOO, TUESDAY, WEEK, UNDATED]
    sets = set()
    for order in itertools.permutations(accounts):
        found = clusters(order, edges_of(list(order)))
        sets.add(frozenset(frozenset(a.report_id for a, c in zip(order, found, strict=True) if c == k) for k in found))
    assert len(sets) == 1


def test_days_that_drift_apart_do_not_chain() -> None:
    accounts = [met(f"on {day} May", f"2031-05-{day:02}", f"Paper {day}") for day in range(4, 8)]
    found = clusters(accounts, edges_of(accounts))
    for cluster in set(found):
        days = [i for i, c in enumerate(found) if c == cluster]
        assert max(days) - min(days) <= 1


def test_what_a_person_sets_apart_stays_apart() -> None:
    accounts = [SUNDAY, SUNDAY_TOO, WEEK]
    found = clusters(accounts, edges_of(accounts), apart=[(1, 0)])
    assert found[0] != found[1]
    assert found[2] == 2


def test_what_a_person_joins_is_joined_whatever_the_days() -> None:
    assert clusters([SUNDAY, TUESDAY], {(0, 1): 2.0}) == [0, 0]


def test_edges_below_a_half_join_nothing() -> None:
    assert clusters([SUNDAY, SUNDAY_TOO], {(0, 1): 0.49}) == [0, 1]
    assert clusters([], {}) == []


def test_a_crowd_around_eight_anchors_is_joined_quickly() -> None:
    accounts = [met("on Sunday", "2031-05-04", f"Paper {i}") for i in range(500)]
    edges = {(anchor, i): 0.9 for i in range(500) for anchor in range(8) if anchor < i}
    began = time.process_time()
    assert set(clusters(accounts, edges)) == {0}
    assert time.process_time() - began < 0.5


def test_a_denial_belongs_to_every_event_that_it_fits() -> None:
    events = [[SUNDAY, SUNDAY_TOO], [TUESDAY]]
    claim = denied(UNDATED)
    scores = [[compare(claim, account).score for account in event] for event in events]
    assert attach(claim, events, scores) == [0, 1]


def test_a_denial_belongs_first_to_what_its_own_report_tells() -> None:
    text = "Ana Brel met Ivo Tarn on Sunday. Brel denied the meeting."
    who = "participant: Ana Brel=Ana Brel; participant: Ivo Tarn=Ivo Tarn"
    own = tell(text, "met", "CONSULT/meet", who, "2031-05-04 on Sunday")
    denial = denied(tell(text, "meeting", "CONSULT/meeting", "participant: Brel=Ana Brel"))
    assert own.report_id == denial.report_id
    assert attach(denial, [[own], [TUESDAY]], [[0.8], [0.8]]) == [0]


@pytest.mark.parametrize(("scores", "expected"), [((0.9, 0.6), [0]), ((0.8, 0.75), []), ((0.4, 0.2), [])])
def test_a_plan_belongs_to_one_event_or_none(scores: tuple[float, float], expected: list[int]) -> None:
    assert attach(planned(UNDATED), [[SUNDAY], [TUESDAY]], [[scores[0]], [scores[1]]]) == expected


def struck(place: str, publisher: str, phrase: str = "again") -> Told:
    """A strike on a place with coordinates, without a day."""
    text = f"Shells hit the market {phrase} in {place.split(' @')[0]}, killing 12 people."
    return tell(text, "hit", "ASSAULT/attack", "target: the market", None, place, "2031-05-10", publisher, 12)


def test_an_event_is_not_told_of_at_two_places_far_apart() -> None:
    holm, teshik = "Holm @1 44.0 60.0 AR", "Teshik @2 41.0 66.0 AR"
    accounts = [struck(holm, "Gull"), struck(holm, "Post"), struck(teshik, "Tide"), struck(teshik, "Herald")]
    found = clusters(accounts, {(0, 1): 0.8, (2, 3): 0.8, (1, 2): 0.6})
    assert found == [0, 0, 2, 2]


def test_two_days_of_one_report_are_kept_apart_by_others_that_blur_them() -> None:
    text = "Ana Brel met Ivo Tarn on 4 May. Brel met him on 5 May."
    one = tell(text, "met", "CONSULT/meet", "participant: Ana Brel=Ana Brel", "2031-05-04 on 4 May")
    two = tell(text, "met him", "CONSULT/meet", "participant: Brel=Ana Brel", "2031-05-05 on 5 May")
    accounts = [one, two, met("on 4 May", "2031-05-04", "Gull"), met("on 5 May", "2031-05-05", "Post")]
    found = clusters(accounts, {(0, 2): 0.9, (1, 3): 0.9, (2, 3): 0.7})
    assert found == [0, 1, 0, 1]


@pytest.mark.parametrize("gap", [1, 3])
def test_a_crowd_of_two_days_around_vague_anchors_is_told_apart_quickly(gap: int) -> None:
    vague = [met("this week", "2031-05-04/2031-05-10", f"Vague {i}") for i in range(8)]
    days = [4 if i % 2 else 4 + gap for i in range(492)]
    dated = [met(f"on {day} May", f"2031-05-{day:02}", f"Paper {i}") for i, day in enumerate(days)]
    edges = {(anchor, 8 + i): 0.9 - 0.2 * (i % 2) for i in range(492) for anchor in range(8)}
    began = time.perf_counter()
    clusters([*vague, *dated], edges)
    assert time.perf_counter() - began < 3
