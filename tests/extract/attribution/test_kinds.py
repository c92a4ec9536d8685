"""What kind of source a phrase names."""

import pytest

from reportedly.extract.attribution.source_kinds import is_outlet
from tests.extract.attribution.sayings import told_by


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Maria Belov", "named_person"),
        ("Foreign Minister Maria Belov", "named_person"),
        ("The foreign ministry", "named_organisation"),
        ("Damascus", "named_organisation"),
        ("The army", "named_organisation"),
        ("A spokesman for the army", "unnamed_official"),
        ("Two security officials", "unnamed_official"),
        ("Analysts", "analyst"),
        ("A professor of law", "analyst"),
        ("Residents", "unnamed_person"),
        ("A man from the village", "unnamed_person"),
        ("The study", "document"),
        ("Court papers", "document"),
        ("The ministry's report", "named_organisation"),
        ("Reuters", "outlet"),
        ("The newspaper", "outlet"),
        ("Our Aral correspondent", "outlet"),
        ("The Aral Justice Network", "named_organisation"),
        ("The Aral Radio Network", "outlet"),
        ("Two of the officials", "unnamed_official"),
        ("Several of the residents", "unnamed_person"),
        ("Bank extracts", "document"),
    ],
)
def test_a_source_has_the_kind_of_its_name_or_noun(source: str, kind: str) -> None:
    (link,) = told_by(f"{source} said the rebels had burned the mill.", "burned")
    assert link.split()[0] == kind


def test_a_title_with_the_takes_up_a_person_named_before() -> None:
    text = "Maria Belov, the mayor, came to the site. The mayor said the rebels had burned the mill."
    assert told_by(text, "burned")[0].split()[0] == "named_person"


def test_a_spokesman_stays_without_a_name() -> None:
    text = "Maria Belov came to the site. The spokesman said the rebels had burned the mill."
    assert told_by(text, "burned")[0].split()[0] == "unnamed_official"


@pytest.mark.parametrize(
    "name", ["Reuters", "the Associated Press", "Aral Times", "Port Aral Herald", "Gull News Agency"]
)
def test_publishers_are_known_by_name_or_by_its_last_word(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Atomic Energy Agency", "Gull League", "Times", "Port Observer Mission"])
def test_other_bodies_are_no_publishers(name: str) -> None:
    assert not is_outlet(name)
