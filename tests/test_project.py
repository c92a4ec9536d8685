"""A project keeps what was read, goes on where it stopped, and answers by name without guessing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reportedly.errors import Stop
from reportedly.extract import claims as extracting
from reportedly.model import Claim, Report, Role, Skipped, Time
from reportedly.project import Extracted, Item, Kept, Project, claim_filter, init, located, open_project
from reportedly.settings import DEFAULT_PROJECT, settings
from tests.planting import HARBOUR, entity, leads, report, span, visit


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = init(str(tmp_path / "harbour.db"))
    yield made
    made.close()


class Stub:
    """Stands for the stages: the visit and the tie for each report; remembers what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, items: Iterable[Item | Kept]) -> Iterator[Extracted | Skipped | Kept]:
        for item in items:
            if not isinstance(item, Report):
                yield item
                continue
            self.read.append(item.ref)
            if "fails" in item.ref:
                yield Skipped(item.ref, "reading failed: KeyError")
            else:
                yield Extracted(item, (visit(item), leads(item)), item.language != "fr")


def three() -> list[Report]:
    return [report(ref=f"{i}.txt", url=f"https://aral.example/{i}") for i in range(3)]


def test_adding_tells_of_each_report_what_became_of_it(project: Project) -> None:
    items: list[Item] = [*three(), Skipped("b.pdf", "no text layer"), report(ref="fails.txt", publisher="Daily Gull")]
    told = list(project.add(items, read=Stub()))
    assert [each.state for each in told[:3] if isinstance(each, Kept)] == ["added"] * 3
    assert told[3:] == [Skipped("b.pdf", "no text layer"), Skipped("fails.txt", "reading failed: KeyError")]
    assert project.counts() == (3, 6, 2)
    assert [skip.ref for skip in project.skips()] == ["b.pdf", "fails.txt"]


def test_what_was_told_is_on_disk(project: Project) -> None:
    adding = project.add(three(), read=Stub())
    first = next(adding)
    assert isinstance(first, Kept)
    other = open_project(project.location)
    assert other.counts() == (1, 2, 0)
    other.close()


def test_a_second_run_reads_only_what_is_new(project: Project) -> None:
    first = Stub()
    list(project.add(three()[:2], read=first))
    second = Stub()
    told = list(project.add(three(), read=second))
    assert [each.state for each in told if isinstance(each, Kept)] == ["known", "known", "added"]
    assert second.read == ["2.txt"]


def test_a_later_extractor_reads_again_and_replaces(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    list(project.add(three(), read=Stub()))
    monkeypatch.setattr(extracting, "VERSIONS", dict.fromkeys(extracting.VERSIONS, "later/99"))
    told = list(project.add(three(), read=Stub()))
    assert [each.state for each in told if isinstance(each, Kept)] == ["read again"] * 3
    assert project.counts() == (3, 6, 0)


def test_one_text_twice_in_a_run_is_kept_once(project: Project) -> None:
    told = list(project.add([report(), report(ref="copy.txt")], read=Stub()))
    assert [each.state for each in told if isinstance(each, Kept)] == ["added", "known"]
    assert project.counts() == (1, 2, 0)


def test_a_report_in_another_language_is_kept_and_marked_as_not_read(project: Project) -> None:
    (told,) = project.add([report(language="fr")], read=Stub())
    assert isinstance(told, Kept)
    assert (told.is_read, told.language) == (False, "fr")
    assert project.counts()[0] == 1


def test_a_claim_is_found_by_the_beginning_of_its_id(project: Project) -> None:
    found = report()
    list(project.add([found], read=Stub()))
    assert project.claim(visit(found).id[:8].upper()) == (visit(found), found)
    for wrong in ("", "zzzz", "'; DROP TABLE claim"):
        with pytest.raises(Stop, match="no claim has an id that begins with"):
            project.claim(wrong)


def test_an_id_that_several_claims_begin_with_stays_open(project: Project) -> None:
    found = report()
    many = tuple(visit(found, mode=str(i)) for i in range(20))
    project.store.put(found, many, "rules/1")
    prefix = next(p for p in "0123456789abcdef" if sum(claim.id.startswith(p) for claim in many) > 1)
    with pytest.raises(Stop, match="several claims have ids that begin with"):
        project.claim(prefix)


def test_a_dossier_holds_ties_and_claims_of_a_name_and_what_else_it_is_called(project: Project) -> None:
    found = report()
    list(project.add([found], read=Stub()))
    dossier = project.who("nilo zorvel")
    assert [name.name for name in dossier.names] == ["Nilo Zorvel"]
    assert dossier.claims == ((visit(found), found),)
    assert dossier.ties == ((leads(found), found),)
    assert project.who("Sandor").names == project.who("omar sandor").names


def test_a_surname_that_two_bear_is_neither(project: Project) -> None:
    found = report()
    other = Role("actor", span(HARBOUR, "Omar Sandor"), entity("Talha Zorvel"))
    project.store.put(found, [visit(found), visit(found, roles=(other,))], "rules/1")
    with pytest.raises(Stop, match="'Zorvel' may be any of these: Nilo Zorvel, Talha Zorvel"):
        project.who("Zorvel")
    assert [name.name for name in project.who("Talha Zorvel").names] == ["Talha Zorvel"]


def test_a_bare_name_that_two_may_bear_stays_by_itself_and_both_are_named_as_open(project: Project) -> None:
    found = report()
    names = ("Zorvel", "Nilo Zorvel", "Ada Zorvel")
    roles = [Role("actor", span(HARBOUR, "Nilo Zorvel"), entity(name)) for name in names]
    project.store.put(found, [visit(found, roles=(role,)) for role in roles], "rules/1")
    dossier = project.who("Zorvel")
    assert [name.name for name in dossier.names] == ["Zorvel"]
    assert dossier.others == ("Ada Zorvel", "Nilo Zorvel")


def test_all_names_of_one_person_are_one_dossier(project: Project) -> None:
    found = report()
    bare = Role("actor", span(HARBOUR, "Nilo Zorvel"), entity("Zorvel"))
    project.store.put(found, [visit(found), visit(found, roles=(bare,))], "rules/1")
    dossier = project.who("Zorvel")
    assert dossier.called == "Nilo Zorvel"
    assert [name.name for name in dossier.names] == ["Nilo Zorvel", "Zorvel"]
    assert len(dossier.claims) == 2


def test_an_article_or_an_accent_makes_no_other_name(project: Project) -> None:
    found = report()
    names = ("The Gull League", "Gull League", "Gull Léague")
    roles = [Role("actor", span(HARBOUR, "Gull League"), entity(name, "Organization")) for name in names]
    project.store.put(found, [visit(found, roles=(role,)) for role in roles], "rules/1")
    for asked in ("the gull league", "Gull League"):
        assert {name.name for name in project.who(asked).names} == set(names)


def test_nobody_of_that_name_is_said_with_the_next_step(project: Project) -> None:
    with pytest.raises(Stop, match="no report names 'Nobody'; `reportedly claims --text 'Nobody'`"):
        project.who("Nobody")


def test_dates_of_a_filter_are_taken_to_their_first_and_last_day() -> None:
    asked = claim_filter(since="2025-04", until="2025")
    assert (asked.since, asked.until) == ("2025-04-01", "2025-12-31")
    with pytest.raises(Stop, match="'yesterday' is no date"):
        claim_filter(since="yesterday")


def test_a_project_is_where_the_option_or_the_setting_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTEDLY_PROJECT", raising=False)
    assert located(None) == DEFAULT_PROJECT
    monkeypatch.setenv("REPORTEDLY_PROJECT", "aral.db")
    assert located(None) == settings().project == "aral.db"
    assert located("other.db") == "other.db"


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("mysql://host/name", "no support for databases of type mysql"),
        ("postgresql://host/name", "no support for databases of type postgresql"),
        ("://", "is no database address"),
    ],
)
def test_databases_that_are_not_supported_are_named(location: str, message: str) -> None:
    with pytest.raises(Stop, match=message):
        open_project(location)


def test_a_file_that_is_no_project_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("these are notes, not a database, and long enough to have no header of one", "utf-8")
    with pytest.raises(Stop, match=r"notes\.db is a file, but no project; name another with --project"):
        open_project(str(file))
    assert file.read_text("utf-8").startswith("these are notes")


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Stop) as error:
        open_project("postgresql+psycopg://user:secret@/aral?host=/nowhere")
    assert "secret" not in str(error.value)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="make it, or name another place"):
        init(str(tmp_path / "none" / "project.db"))


def test_claims_come_by_publication_or_by_time(project: Project) -> None:
    found = report()
    late = visit(found, time=Time("2025-04-29", span(HARBOUR, "late April 2025")))
    early = visit(found, time=Time("2024", span(HARBOUR, "late April 2025")))
    project.store.put(found, [late, early], "rules/1")
    assert [claim for claim, _ in project.claims(claim_filter())] == [late, early]
    by_time: list[Claim] = [claim for claim, _ in project.claims(claim_filter(), "time")]
    assert by_time == [early, late]
