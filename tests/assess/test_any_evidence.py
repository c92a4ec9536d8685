"""Whatever claims are held on an event, assessing them gives an answer, and the same one in any order."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.assess.accounts import side_by_side
from reportedly.assess.assessment import Assessment, assessment
from reportedly.assess.changes import changes, summary
from reportedly.assess.contradictions import contradictions
from reportedly.assess.denials import denials
from reportedly.assess.labels import label
from reportedly.assess.origins import denial_origins, origins
from reportedly.assess.trends import Happening, pairs_of, repetition, trends
from reportedly.assess.wording import sentences
from reportedly.days import bounds
from reportedly.linked import Account, Evidence, Part
from tests.assess.planting import held
from tests.planting import QUICK, edtf, encodable_text, one_of, report_and_claims


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    """Up to nine accounts of any claims of up to three reports, each as an account, a denial or a plan."""
    found = draw(st.lists(report_and_claims(encodable_text), max_size=3))
    accounts = [Account(c, report, draw(one_of(Part))) for report, some in found for c in some]
    return held(*dict.fromkeys(accounts))


def assessed(found: Evidence) -> Assessment:
    return assessment(found, origins(found), denial_origins(found), graded=True)


@QUICK
@given(evidences())
def test_any_evidence_is_assessed_and_worded(found: Evidence) -> None:
    result = assessed(found)
    assert sentences(result)
    assert label(found)
    assert changes({found.id: summary(result)}, {found.id: summary(result)}) == ()


@QUICK
@given(evidences(), st.randoms(use_true_random=False))
def test_the_order_of_the_accounts_changes_no_answer(found: Evidence, random: Random) -> None:
    mixed = list(found.accounts)
    random.shuffle(mixed)
    other = replace(found, accounts=tuple(mixed))
    assert contradictions(other) == contradictions(found)
    assert denials(other) == denials(found)
    assert side_by_side(other) == side_by_side(found)
    assert label(other) == label(found)


@QUICK
@given(evidences())
def test_a_denial_or_plan_gives_no_value_and_what_is_gone_no_contradiction(found: Evidence) -> None:
    alone = tuple(a for a in found.accounts if a.part == "account")
    assert side_by_side(found) == side_by_side(replace(found, accounts=alone))
    gone = replace(found, accounts=(), gone=found.accounts)
    assert contradictions(gone) == ()
    assert denials(gone) == ()
    assert side_by_side(gone).slots == ()


@QUICK
@given(st.lists(st.tuples(evidences(), edtf, st.integers(0, 3)), max_size=3))
def test_any_events_have_their_trends(some: list[tuple[Evidence, str, int]]) -> None:
    told = [Happening(str(i), e, bounds(when), n, pairs_of(e)) for i, (e, when, n) in enumerate(some)]
    for each in trends(told):
        found = repetition(told, each.pair)
        assert found is None or 1 <= found.nth <= found.at_most <= len(each.events)
