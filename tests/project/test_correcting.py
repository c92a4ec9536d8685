"""A claim whose source or participants a person corrects is, in every answer, one that was read so."""

from dataclasses import replace
from typing import Any

import pytest

from reportedly.errors import Stop
from reportedly.linked import Judgement
from reportedly.model import Claim, EntityRef, Link, Reference, Role, content_id
from reportedly.project import Extracted, Project, claim_filter
from reportedly.project.desk import claim_anchor, judgement
from reportedly.store import Store
from tests.conftest import empty
from tests.planting import span
from tests.project.state import answers, parted, tables
from tests.project.worlds import Draft, Said, extracted, report_of

VISIT = Said("visit", "Nilo Zorvel", day=1, source="Talha Quist")
HERE = Draft("Aral Post", "2025-05-02", (VISIT, Said("arrest", "Nilo Zorvel", "Hamra", day=9, source="a guard")))
THERE = Draft("Daily Gull", "2025-05-03", (replace(VISIT, source="a guard"),), lead="Mira  Sandor and a\ncook watched.")
TIE = Draft("Reach Wire", "2025-05-04", (Said("leads", "Omar Zorvel"),))


@pytest.fixture
def project(store: Store) -> Project:
    empty(store)
    found = Project(store)
    for draft in (HERE, THERE, TIE):
        found.keep(extracted(draft), "planted/0")
    return found


def on(draft: Draft, field: str, value: str | None, place: int = 0, minute: int = 0) -> Judgement:
    anchor = claim_anchor(extracted(draft).claims[place], report_of(draft))
    return judgement(
        "claim", "correct", [anchor], "A. Reader", f"2025-06-01T09:{minute:02}:00Z", field=field, value=value
    )


def set_to(project: Project, draft: Draft, place: int = 0, **fields: str | None) -> Claim:
    """The claim after these fields were corrected, one after another."""
    for field, value in fields.items():
        project.desk.judge(on(draft, field, value, place, len(project.desk.judgements())))
    return now(project, draft, place)


def now(project: Project, draft: Draft, place: int = 0) -> Claim:
    return project.claim(extracted(draft).claims[place].id)[0]


def refused(project: Project, draft: Draft, place: int = 0, **fields: str | None) -> str:
    """Why the fields cannot be corrected so. Nothing is put on record."""
    before = project.desk.judgements()
    with pytest.raises(Stop) as found:
        set_to(project, draft, place, **fields)
    assert project.desk.judgements() == before
    return str(found.value)


def words(claim: Claim, draft: Draft, role: str = "actor") -> list[str]:
    return [each.span.of(report_of(draft).text) for each in claim.roles if each.role == role]


def says(claim: Claim, draft: Draft) -> list[tuple[str, str, str | None]]:
    """The kind of each link, its source's words and name."""
    found = [(link.kind, link.source) for link in claim.attribution]
    return [
        (kind, source.span.of(report_of(draft).text), source.entity.name if source.entity else None)
        for kind, source in found
        if source is not None
    ]


def asked(project: Project, **sides: str) -> list[str]:
    """The triggers, with their reports' publishers, of the claims that a filter lets through."""
    found = project.claims(claim_filter(every=False, **sides))
    return [f"{report.publisher}: {claim.trigger.of(report.text)}" for claim, report in found]


# --- what the words mean


def test_the_source_keeps_cue_and_content_and_is_whom_the_reports_claims_call_so(project: Project) -> None:
    read = extracted(HERE).claims[1]
    found = set_to(project, HERE, 1, source="talha  QUIST")
    assert says(found, HERE) == [("named_person", "Talha Quist", "Talha Quist")]
    assert [(link.cue, link.content) for link in found.attribution] == [
        (link.cue, link.content) for link in read.attribution
    ]
    assert found.extractor.endswith("; source corrected by A. Reader")


def test_whom_no_claim_names_is_somebody_only_by_a_schema(project: Project) -> None:
    assert says(set_to(project, THERE, source="mira sandor"), THERE) == [("unnamed_person", "Mira  Sandor", None)]
    found = set_to(project, THERE, source="mira sandor (person)")
    assert says(found, THERE) == [("named_person", "Mira  Sandor", "Mira Sandor")]
    assert says(set_to(project, THERE, source="Mira Sandor (PublicBody)"), THERE)[0][0] == "named_organisation"


def test_a_described_source_has_the_kind_that_the_reports_claims_give_it(project: Project) -> None:
    read = extracted(HERE).claims[0]
    (link,) = extracted(HERE).claims[1].attribution
    assert link.kind == "unnamed_person"
    found = set_to(project, HERE, source="a guard")
    assert says(found, HERE) == [("unnamed_person", "a guard", None)]
    assert found.attribution[0].cue == read.attribution[0].cue


def test_words_stand_nearest_to_the_trigger_and_in_the_sentence_first(project: Project) -> None:
    found = set_to(project, HERE, 1, recipient="nilo zorvel", actor="Nilo Zorvel")
    assert [role.span for role in found.roles if role.role == "recipient"] == [
        role.span for role in extracted(HERE).claims[1].roles if role.role == "recipient"
    ]
    (actor,) = (role for role in found.roles if role.role == "actor")
    assert found.sentence.covers(actor.span)


@pytest.mark.parametrize("value", ["Bram Oskel", "Talha Qui", "Nilo Zorvel (Persn)", "(Person)", "Quist said Talha"])
@pytest.mark.parametrize("field", ["source", "actor", "actor_capacity"])
def test_words_that_do_not_stand_in_the_report_are_refused(project: Project, field: str, value: str) -> None:
    said = refused(project, HERE, 0, **{field: value})
    assert f"{value!r} does not stand in Aral Post 2025-05-02; give whole words of the report" in said


def test_words_that_mean_one_of_several_mean_nobody_by_name(store: Store) -> None:
    empty(store)
    project = Project(store)
    found = extracted(HERE)
    others = [
        replace(claim, roles=(*claim.roles, Role("host", span(found.report.text, "Port Aral"), ref(found, name))))
        for claim, name in zip(found.claims, ("Harbour Office", "Harbour League"), strict=True)
    ]
    project.keep(Extracted(found.report, tuple(others)), "planted/0")
    project.desk.judge(on(HERE, "source", "port aral"))
    claim = project.claim(others[0].id)[0]
    assert claim.attribution[0].source == Reference(span(found.report.text, "Port Aral"))


def ref(found: Extracted, name: str) -> EntityRef:
    return EntityRef(f"{found.report.id[:8]} {name}", name, "Organization")


# --- links


def test_without_a_source_a_claim_is_told_in_the_outlets_own_voice(project: Project) -> None:
    assert set_to(project, HERE, source=None).attribution == ()
    said = refused(project, HERE, basis="witnessed")
    assert "is told in the outlet's own voice, which has no basis; give it a source first" in said


def test_a_claim_in_the_outlets_own_voice_gets_a_source(project: Project) -> None:
    own = Draft("Reach Wire", "2025-05-05", (replace(VISIT, source=None),))
    project.keep(extracted(own), "planted/0")
    found = set_to(project, own, source="nilo zorvel", source_kind="analyst", basis="told", medium="interview")
    (link,) = found.attribution
    assert (link.kind, link.basis, link.medium, link.cue, link.content) == ("analyst", "told", "interview", None, None)
    assert asked(project, source_kind="analyst") == ["Reach Wire: visited"]
    assert set_to(project, own, basis=None, medium=None).attribution == (replace(link, basis=None, medium=None),)


def test_only_the_innermost_link_changes_and_parallel_sources_go(store: Store) -> None:
    empty(store)
    project = Project(store)
    found = extracted(HERE)
    first, *rest = found.claims
    (link,) = first.attribution
    assert link.source is not None
    outer = Link("outlet", Reference(span(found.report.text, "Hamra")))
    both = replace(link, kind="unnamed_official", sources=(link.source, Reference(span(found.report.text, "a guard"))))
    chained = replace(first, attribution=(outer, both))
    project.keep(Extracted(found.report, (chained, *rest)), "planted/0")
    project.desk.judge(on(HERE, "source", "a guard"))
    now_outer, inner = project.claim(chained.id)[0].attribution
    assert now_outer == outer
    assert inner == replace(both, source=both.sources[1], sources=())


# --- roles


def test_all_who_had_a_role_are_replaced_where_the_first_of_them_stood(project: Project) -> None:
    read = extracted(HERE).claims[1]
    assert [role.role for role in read.roles] == ["actor", "recipient"]
    found = set_to(project, HERE, 1, actor="a guard; Talha Quist; a guard")
    assert [role.role for role in found.roles] == ["actor", "actor", "recipient"]
    assert words(found, HERE) == ["a guard", "Talha Quist"] and found.roles[2] == read.roles[1]
    assert [role.role for role in set_to(project, HERE, 1, actor=None).roles] == ["recipient"]
    assert [role.role for role in set_to(project, HERE, 1, host="hamra").roles] == ["recipient", "host"]


def test_a_role_of_another_kind_of_claim_is_refused(project: Project) -> None:
    assert "is an event, which has no subject" in refused(project, HERE, subject="Nilo Zorvel")
    assert "is a tie, which has no actor" in refused(project, TIE, actor="Omar Zorvel")
    assert words(set_to(project, TIE, object="the Gull League"), TIE, "object") == ["the Gull League"]
    assert "names nobody; expected words of the report" in refused(project, HERE, actor=" ; ")
    assert "'acter' cannot be corrected; expected one of type, tie, " in refused(project, HERE, acter="Nilo Zorvel")


def test_the_capacity_of_the_only_one_in_a_role_is_given_and_taken_away(project: Project) -> None:
    found = set_to(project, THERE, actor_capacity="A COOK")
    assert [role.capacity for role in found.roles if role.role == "actor"] == ["a cook"]
    assert [role.capacity for role in set_to(project, THERE, actor="nilo zorvel").roles] == ["a cook"]
    assert [role.capacity for role in set_to(project, THERE, actor_capacity=None).roles] == [None]
    said = "has nobody in the role host; expected one whose capacity this is"
    assert said in refused(project, THERE, host_capacity="a cook")
    set_to(project, THERE, actor="Nilo Zorvel; Mira Sandor")
    assert "has 2 in the role actor" in refused(project, THERE, actor_capacity="a cook")


# --- everywhere


def read_so(draft: Draft, field: str, **fields: Any) -> Extracted:
    """The report as if its first claim had been read with what a person corrects."""
    found = extracted(draft)
    first, *rest = found.claims
    mark = f"{first.extractor}; {field} corrected by A. Reader"
    return Extracted(found.report, (replace(first, extractor=mark, **fields), *rest))


def corrected_and_read_so(field: str) -> tuple[Judgement, Extracted]:
    """A correction to somebody whom no claim names yet, and the report as if it had been read so."""
    report, (first, _) = report_of(HERE), extracted(HERE).claims
    made = on(HERE, field, "Port Aral (Person)")
    somebody = Reference(
        span(report.text, "Port Aral"), EntityRef(content_id(report.id, "Person", "Port Aral"), "Port Aral", "Person")
    )
    if field == "actor":
        return made, read_so(HERE, field, roles=(Role("actor", somebody.span, somebody.entity),))
    return made, read_so(HERE, field, attribution=(replace(first.attribution[0], source=somebody),))


@pytest.mark.parametrize("field", ["source", "actor"])
def test_a_corrected_claim_answers_like_one_that_was_read_so(project: Project, field: str) -> None:
    made, found = corrected_and_read_so(field)
    before = answers(project, "2025-05-02")
    project.desk.judge(made)
    told = answers(project, "2025-05-02")
    assert told != before
    empty(project.store)
    fresh = Project(project.store)
    for each in (found, extracted(THERE), extracted(TIE)):
        fresh.keep(each, "planted/0")
    assert parted(answers(fresh, "2025-05-02"), told) == ({}, {})


def test_a_name_is_asked_for_by_what_claims_are_now(project: Project) -> None:
    before = asked(project, entity="Quist")
    assert before == ["Aral Post: visited"]
    set_to(project, HERE, source="a guard")
    set_to(project, THERE, source="Mira Sandor (Person)")
    assert asked(project, entity="Quist") == [] and asked(project, entity="Mira") == ["Daily Gull: visited"]
    with pytest.raises(Stop, match="no report names 'Talha Quist'"):
        project.who("Talha Quist")
    assert [claim.trigger for claim, _ in project.who("Mira Sandor").claims] == [now(project, THERE).trigger]
    assert not {"Talha Quist"} & {each.name for each in project.casebook.entities()}
    assert project.who("Mira Sandor", as_of="2025-05-02").claims == ()


def test_undone_corrections_leave_no_trace(project: Project) -> None:
    before, held = answers(project, "2025-05-02"), tables(project)
    set_to(project, HERE, source="Nilo Zorvel", actor="Talha Quist; a guard")
    set_to(project, THERE, source="Mira Sandor (Person)", actor=None)
    assert answers(project, "2025-05-02") != before
    for made, _ in project.desk.judgements():
        project.desk.undo(made.id, "A. Reader", f"2025-06-02T{made.made[11:]}")
    assert parted(answers(project, "2025-05-02"), before) == ({}, {})
    assert parted(tables(project), held) == ({}, {})


def test_a_correction_holds_in_another_reading(project: Project) -> None:
    set_to(project, THERE, source="Mira Sandor (Person)", actor="Mira Sandor")
    project.keep(extracted(THERE, 1), "planted/1")
    assert asked(project, entity="Mira") == ["Daily Gull: visited"]
    assert project.casebook.waits() is False and not list(project.desk.for_review())
    (found,) = [claim for claim, report in project.claims(claim_filter()) if report.publisher == "Daily Gull"]
    assert says(found, THERE) == [("named_person", "Mira  Sandor", "Mira Sandor")]
    assert words(found, THERE) == ["Mira  Sandor"]


def test_a_correction_that_a_claim_cannot_have_any_more_decides_nothing_and_comes_back(project: Project) -> None:
    set_to(project, HERE, basis="told")
    found = extracted(HERE, 1)
    own = tuple(replace(claim, attribution=()) for claim in found.claims)
    project.keep(Extracted(found.report, own), "planted/1")
    assert own[0] in [claim for claim, _ in project.claims(claim_filter())]
    ((made, reason),) = project.desk.for_review()
    assert made.field == "basis" and "is told in the outlet's own voice" in reason


def test_only_reports_with_a_judged_claim_are_looked_at_again(project: Project) -> None:
    set_to(project, HERE, source="a guard")
    anchors = [claim_anchor(extracted(draft).claims[0], report_of(draft)) for draft in (HERE, THERE)]
    project.desk.judge(judgement("events", "not_same", anchors, "A. Reader", "2025-06-01T09:10:00Z"))
    with project.store.linked() as opened:
        assert opened.judged(report_of(draft).id for draft in (HERE, THERE, TIE)) == {report_of(HERE).id}
