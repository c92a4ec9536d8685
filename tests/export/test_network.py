import json

from reportedly.export.network import denied, few, network_jsonl, said
from tests.networks import bond, drawn


def test_every_bond_is_worded_as_something_said() -> None:
    assert said(bond("Zorvel", "League", "leader")) == "is said to lead"
    assert said(bond("Zorvel", "League", "leader", certainty="probable")) == "is said (as likely) to lead"
    assert said(bond("Zorvel", "Sandor")) == "is said to share 1 event with"
    assert said(bond("Zorvel", "Sandor", events=3)) == "is said to share 3 events with"


def test_what_is_only_denied_is_worded_by_who_denies_it() -> None:
    lone = bond("Zorvel", "League", "leader", origins=0, denied_by=("Mira Sandor",))
    assert (said(lone), denied(lone)) == ("is said by Mira Sandor not to lead", "")


def test_a_denial_of_one_event_of_several_is_a_denial_in_part() -> None:
    assert denied(bond("Zorvel", "Sandor", events=2, denied_by=("Zorvel",))) == "in part denied by Zorvel"
    assert denied(bond("Zorvel", "Sandor", events=1, denied_by=("Zorvel",))) == "denied by Zorvel"
    assert denied(bond("Zorvel", "Sandor")) == ""


def test_of_many_deniers_a_few_are_named() -> None:
    assert few(("A", "B", "C", "D", "E")) == "A, B, C and others"
    assert few(()) == "somebody"


def test_lines_of_json_tell_the_network_its_entities_and_its_bonds() -> None:
    found = drawn(bond("Zorvel", "League", "leader", origins=2), bond("Sandor", "Zorvel", origins=0, denied_by=("X",)))
    lines = [json.loads(line) for line in network_jsonl(found)]
    assert [line["kind"] for line in lines] == ["network", "entity", "entity", "entity", "tie", "events"]
    assert "established" in lines[0]["caution"]
    assert lines[4]["said"] == "Zorvel is said to lead League"
    assert (lines[4]["origins"], lines[4]["only_denied"], lines[4]["told"]["last"]) == (2, False, "2025-05-06")
    assert (lines[5]["certainty"], lines[5]["only_denied"]) == (None, True)
