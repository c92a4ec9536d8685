"""Decisions that contradict each other, that come twice or in a circle, that hold to names under several schemas."""

from dataclasses import replace

import pytest

from reportedly.errors import Stop
from reportedly.linked import Judgement
from reportedly.model import Claim, EntityRef
from reportedly.project import Extracted, Project, claim_filter
from reportedly.project.desk import claim_anchor, judgement, name_anchor
from reportedly.store import Name, Store
from tests.conftest import empty
from tests.project.worlds import Draft, Said, extracted, report_of

VISIT = Said("visit", "Nilo Zorvel", day=1, source="Talha Quist")
VERSIONS = [
    Draft("Aral Post", f"2025-05-0{day}", (replace(VISIT, place=place),))
    for day, place in ((2, "Port Aral"), (3, "Hamra"), (4, "Port Aral"))
]
FIRST = VERSIONS[0]


@pytest.fixture
def project(store: Store) -> Project:
    empty(store)
    found = Project(store)
    for draft in VERSIONS:
        found.keep(extracted(draft), "planted/0")
    return found


def on_first(verdict: str, minute: int, field: str | None = None, value: str | None = None) -> Judgement:
    anchor = claim_anchor(extracted(FIRST).claims[0], report_of(FIRST))
    made = f"2025-06-01T09:{minute:02}:00Z"
    return judgement("claim", verdict, [anchor], "A. Reader", made, field=field, value=value)  # type: ignore[arg-type]


def first_claims(project: Project) -> list[Claim]:
    return [claim for claim, report in project.claims(claim_filter()) if report.id == report_of(FIRST).id]


def days(project: Project, as_of: str | None = None) -> list[str | None]:
    return sorted({report.published for _, report in project.claims(claim_filter(as_of=as_of))}, key=str)


def test_of_two_judgements_on_a_claim_the_later_one_holds(project: Project) -> None:
    project.desk.judge(on_first("correct", 1, "polarity", "negative"))
    project.desk.judge(on_first("reject", 2))
    assert first_claims(project) == []
    project.desk.judge(on_first("accept", 3))
    assert [claim.factuality.polarity for claim in first_claims(project)] == ["negative"]
    project.desk.judge(on_first("reject", 4))
    project.desk.judge(on_first("correct", 5, "polarity", "positive"))
    assert [claim.factuality.polarity for claim in first_claims(project)] == ["positive"]


def test_a_field_that_the_claim_cannot_have_is_refused(project: Project) -> None:
    with pytest.raises(Stop, match="is an event, which has no tie"):
        project.desk.judge(on_first("correct", 1, "tie", "leader"))
    assert project.desk.judgements() == []


def test_a_judgement_comes_back_where_no_claim_is_read_at_its_words_any_more(project: Project) -> None:
    project.desk.judge(on_first("accept", 1))
    assert not list(project.desk.for_review())
    project.keep(Extracted(report_of(FIRST), ()), "planted/1")
    ((made, reason),) = project.desk.for_review()
    assert made == on_first("accept", 1) and "no claim is read at its words" in reason


def test_a_chain_of_corrections_leaves_the_last_and_shows_each_on_its_day(project: Project) -> None:
    one, two, three = map(report_of, VERSIONS)
    project.desk.correct(one, two)
    project.desk.correct(two, three)
    assert days(project) == ["2025-05-04"]
    assert [days(project, day) for day in ("2025-05-02", "2025-05-03", "2025-05-04")] == [
        ["2025-05-02"], ["2025-05-03"], ["2025-05-04"]
    ]  # fmt: skip
    project.desk.restore(two)
    assert days(project) == ["2025-05-03", "2025-05-04"]


def test_reports_cannot_replace_each_other_in_a_circle(project: Project) -> None:
    one, two, three = map(report_of, VERSIONS)
    project.desk.correct(one, two)
    project.desk.correct(two, three)
    with pytest.raises(Stop, match="was itself replaced, in the end by Aral Post 2025-05-04"):
        project.desk.correct(three, one)
    assert days(project) == ["2025-05-04"]


def test_a_report_stands_until_its_undated_replacement_was_captured(project: Project) -> None:
    found = extracted(Draft("Daily Gull", "2025-05-06", (replace(VISIT, day=None),)))
    undated = replace(found.report, published=None, captured="2025-05-07T10:00:00Z")
    project.keep(Extracted(undated, tuple(replace(c, report_id=undated.id) for c in found.claims)), "planted/0")
    project.desk.correct(report_of(FIRST), undated)
    assert "2025-05-02" in days(project, "2025-05-06") and None not in days(project, "2025-05-06")
    assert "2025-05-02" not in days(project, "2025-05-07") and None in days(project, "2025-05-07")


@pytest.mark.parametrize(
    "cell", ["漢" * 9_000, "x" * 200_000, '"x\n' + "y" * 200_000], ids=["name", "long", "unclosed"]
)
def test_a_table_of_outlets_with_an_endless_cell_is_refused_and_the_old_one_kept(project: Project, cell: str) -> None:
    project.desk.load_outlets("name,reliability\nAral Post,B\n")
    with pytest.raises(Stop, match=r"cannot be read as CSV|expected at most 300"):
        project.desk.load_outlets(f"name\n{cell}\n")
    assert [each.name for each in project.desk.table()] == ["Aral Post"]


def bodily(draft: Draft, name: str) -> Extracted:
    """The report, with a name read as that of a body."""
    found = extracted(draft)
    claims = []
    for claim in found.claims:
        roles = tuple(
            replace(role, entity=EntityRef(content, name, "Organization"))
            if role.entity and (content := role.entity.id) and role.entity.name == name
            else role
            for role in claim.roles
        )
        claims.append(replace(claim, roles=roles))
    return Extracted(found.report, tuple(claims))


def test_a_judgement_on_a_name_holds_for_every_schema_that_reports_give_it(store: Store) -> None:
    empty(store)
    project = Project(store)
    heron = Draft("Aral Post", "2025-05-02", (replace(VISIT, who="The Heron"),))
    project.keep(extracted(heron), "planted/0")
    project.keep(
        bodily(Draft("Daily Gull", "2025-05-03", (replace(VISIT, who="The Heron"),)), "The Heron"), "planted/0"
    )
    project.keep(extracted(Draft("Reach Wire", "2025-05-04", (replace(VISIT, who="Omar Zorvel"),))), "planted/0")
    anchors = [name_anchor(Name(name, "Person")) for name in ("The Heron", "Omar Zorvel")]
    project.desk.judge(judgement("entities", "same", anchors, "A. Reader", "2025-06-01T09:00:00Z"))
    (found,) = [each for each in project.casebook.entities() if any(n.name == "Omar Zorvel" for n in each.names)]
    assert {(each.name, each.schema) for each in found.names} == {
        ("The Heron", "Person"), ("The Heron", "Organization"), ("Omar Zorvel", "Person")
    }  # fmt: skip
    ((made, _),) = project.desk.judgements()
    project.desk.undo(made.id, "A. Reader", "2025-06-02T09:00:00Z")
    assert not [
        each for each in project.casebook.entities() if {n.name for n in each.names} >= {"The Heron", "Omar Zorvel"}
    ]
