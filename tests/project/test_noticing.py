"""Of added reports those that look like a notice of withdrawal or a later version are told, and nothing else."""

import pytest

from reportedly.model import Report
from reportedly.project import Extracted, Project
from reportedly.project.noticing import Noticing
from reportedly.store import Store

PAGE = "https://gull.example/harbour/fire"
FIRST = Report(
    "Nine sheds burned at the harbour of Hamra on Monday night, the fire brigade said. The fire began in a net store "
    "and was out by dawn. Nobody was hurt, and the ferries ran.\n\n"
    "The harbour board wants to rebuild the sheds in stone before the autumn storms. Its chair, Ruta Velm, said that "
    "the old ones were tarred every spring and burned like candles. Fishermen will hang their nets in the customs hall "
    "until then, and the board asks nobody for rent.\n",
    "fire-1.txt", "Daily Gull", PAGE, "Nine sheds burn at Hamra", published="2025-03-04", language="en",
)  # fmt: skip


def later(text: str, published: str = "2025-03-06", **more: str | None) -> Report:
    """Another report of the same page, unless it says otherwise."""
    values: dict[str, str | None] = {
        "ref": "fire-2.txt",
        "publisher": "Daily Gull",
        "url": PAGE,
        "title": "Six sheds burn",
    }
    return Report(text, published=published, language="en", **(values | more))  # type: ignore[arg-type]


CORRECTED = later(FIRST.text.replace("Nine", "Six"))
NOTICE = later("The Daily Gull takes back what it wrote.", ref="notice.txt", title="An apology", status="canceled")


@pytest.fixture
def project(store: Store) -> Project:
    return Project(store)


def seen(project: Project, *added: Report) -> list[tuple[str, str, str | None]]:
    """What is told once these reports were added: the kind, the newer and the older report."""
    for report in added:
        project.keep(Extracted(report, ()), "planted/0")
    project.casebook.link()
    found = Noticing(project.store, [each.id for each in added]).notices()
    return [(each.kind, each.newer.ref, each.older.ref if each.older else None) for each in found]


def test_another_text_at_the_same_address_may_be_a_later_version(project: Project) -> None:
    assert seen(project, FIRST) == []
    elsewhere = later(CORRECTED.text, url="http://www.gull.example/harbour/fire/?utm_source=mail")
    assert seen(project, elsewhere) == [("correct", "fire-2.txt", "fire-1.txt")]


def test_the_order_in_which_versions_are_added_does_not_matter(project: Project) -> None:
    last = later(FIRST.text.replace("Nine", "Five"), "2025-03-08", ref="fire-3.txt")
    assert sorted(seen(project, last, FIRST, CORRECTED)) == [
        ("correct", "fire-2.txt", "fire-1.txt"), ("correct", "fire-3.txt", "fire-2.txt")
    ]  # fmt: skip


def test_a_corrected_title_of_the_same_publisher_is_a_version_without_any_address(project: Project) -> None:
    bare = later(CORRECTED.text, url=None, title="Nine sheds burn at Hamra (corrected)")
    assert seen(project, FIRST, bare) == [("correct", "fire-2.txt", "fire-1.txt")]


def test_a_notice_at_the_address_of_a_report_may_take_it_back(project: Project) -> None:
    assert seen(project, FIRST, NOTICE) == [("withdraw", "notice.txt", "fire-1.txt")]


def test_a_notice_may_name_what_it_takes_back_by_its_title(project: Project) -> None:
    text = "The Daily Gull withdraws its report of 4 March, “Nine sheds burn at Hamra”."
    notice = later(text, ref="notice.txt", title="Retraction", url=None)
    assert seen(project, FIRST, notice) == [("withdraw", "notice.txt", "fire-1.txt")]


def test_a_notice_that_names_nothing_is_told_as_such(project: Project) -> None:
    assert seen(project, NOTICE) == [("withdraw", "notice.txt", None)]


def test_what_is_decided_is_not_told(project: Project) -> None:
    seen(project, FIRST)
    project.desk.withdraw(FIRST, "2025-03-05")
    assert seen(project, CORRECTED) == []


def test_a_report_that_says_what_it_replaces_needs_no_hint(project: Project) -> None:
    assert seen(project, FIRST, later(CORRECTED.text, replaces="fire-1.txt")) == []


def test_reports_of_two_outlets_and_of_two_pages_are_no_versions(project: Project) -> None:
    other = later("Two boats sank off Hamra on Friday.", url="https://gull.example/boats", title="Two boats sink")
    assert seen(project, FIRST, other, later(FIRST.text, publisher="Aral Post", ref="copy.txt", url=None)) == []
