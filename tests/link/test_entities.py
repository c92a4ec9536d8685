"""Names of two reports compared, and the keys under which they find each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.entities import Context, Match, compare_entities, name_keys
from reportedly.link.entities_scores import FITS, JOINS, OPEN
from reportedly.link.known import NOTHING_KNOWN, Known, KnownEntry
from reportedly.linked import Name

KNOWN = Known.of(
    [
        KnownEntry("kb-1", "Person", "Orsa Velik", ("Orsa Velik", "Abu Tamas"), ("Tamas",)),
        KnownEntry("kb-2", "Person", "Denn Hollar", ("Denn Hollar", "Abu Tamas the Younger", "The Miller")),
        KnownEntry("kb-3", "Person", "Ruo Castane", ("Ruo Castane", "The Miller")),
        KnownEntry("kb-4", "Organization", "Harbour Front", ("Harbour Front", "HAFRO")),
    ]
)


def person(name: str) -> Name:
    """A person's name."""
    return Name(name, "Person")


def compared(a: Name, b: Name, known: Known = NOTHING_KNOWN, around: Context | None = None) -> Match:
    """The comparison, with the same surroundings on both sides; checked for both orders."""
    found = compare_entities(a, b, known, around, around)
    assert found == compare_entities(b, a, known, around, around)
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Orsa Velik"), person("ORSA VELIK")),
        (person("Orsa Velik"), person("Dr Orsa Velik")),
        (person("Khalid Barzin"), person("Khaled Barzeen")),
        (person("Orsa Velik"), person("Velik, Orsa")),
        (Name("Directorate of Quays", "PublicBody"), Name("The Directorate of Quays", "Organization")),
        (Name("Velm Salt Ltd", "Company"), Name("Velm Salt", "LegalEntity")),
        (person("Harbour Front"), Name("Harbour Front", "Organization")),
        (Name("Norvik", "Address"), Name("Norvik", "PublicBody")),
    ],
)
def test_full_names_that_match_are_joined(a: Name, b: Name) -> None:
    assert compared(a, b).match


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Norvik"), Name("Norvik", "Organization")),
        (person("Harbour Front"), Name("Harbour Gate", "Organization")),
        (Name("Norvik", "Address"), Name("Norvin", "Address")),
        (person("Orsa Velik"), person("Denn Velik")),
        (Name("Fifth Brigade", "Organization"), Name("Sixth Brigade", "Organization")),
    ],
)
def test_names_of_two_kinds_or_two_bearers_are_two(a: Name, b: Name) -> None:
    assert compared(a, b).score < OPEN


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (person("Velik"), person("Orsa Velik")),
        (person("Mr Velik"), person("Orsa Velik")),
        (Name("Holm Salt", "Company"), Name("Holm Salt Torvin", "Company")),
        (Name("Norvik", "Thing"), Name("Norvik", "Organization")),
    ],
)
def test_a_short_form_fits_and_joins_nothing_by_itself(short: Name, long: Name) -> None:
    assert FITS <= compared(short, long).score < JOINS


def test_a_bare_given_name_or_a_very_frequent_family_name_stays_open() -> None:
    assert compared(person("Alexander"), person("Alexander Velik")).open
    assert compared(person("Khan"), person("Orsa Khan")).open


def test_a_surname_never_fits_a_body_that_was_taken_for_a_person() -> None:
    assert compared(person("Norvik"), person("Foreign Ministry in Norvik")).score < OPEN


def test_a_ministry_without_its_country_stays_open() -> None:
    assert compared(Name("Interior Ministry", "PublicBody"), Name("Interior Ministry of Chad", "PublicBody")).open


def test_a_common_name_in_two_spellings_needs_something_around_it() -> None:
    a, b = person("Mohammed Khan"), person("Muhammad Khan")
    assert compared(a, b).open
    assert compared(a, b, around=Context(capacities=frozenset({"harbourmaster"}))).match


def test_what_is_told_around_them_joins_names_that_are_alike() -> None:
    a, b = Name("Velm Salt", "Company"), Name("Velm Salt International Trading", "Company")
    around = Context(partners=frozenset({"orsa velik", "denn hollar"}))
    assert compared(a, b).score <= compared(a, b, around=around).score


def test_names_that_act_with_each_other_get_nothing_from_what_they_share() -> None:
    a, b = person("Mohammed Khan"), person("Muhammad Khan")
    around = Context(partners=frozenset({"muhammad khan", "x", "y"}), capacities=frozenset({"harbourmaster"}))
    assert compared(a, b, around=around).open


def test_two_words_a_letter_apart_are_never_joined_by_what_is_around_them() -> None:
    around = Context(partners=frozenset({"x", "y"}), capacities=frozenset({"harbourmaster"}))
    assert not compared(person("Orsa Allison"), person("Orsa Ellison"), around=around).match


def test_a_capacity_that_many_have_is_not_enough() -> None:
    a, b = person("Mohammed Khan"), person("Muhammad Khan")
    assert compared(a, b, around=Context(capacities=frozenset({"spokesman"}))).open


def test_two_names_of_one_entry_are_one_and_of_two_entries_two() -> None:
    assert compared(person("Abu Tamas"), person("Dr Orsa Velik"), KNOWN).match
    assert compared(person("Orsa Velik"), person("Ruo Castane"), KNOWN).score == 0.0
    assert compared(Name("HAFRO", "Organization"), Name("Harbour Front", "PublicBody"), KNOWN).match


def test_a_name_of_two_entries_stays_open() -> None:
    assert compared(person("The Miller"), person("Denn Hollar"), KNOWN).open


def test_a_weak_alias_joins_only_with_something_around_it() -> None:
    assert compared(person("Tamas"), person("Orsa Velik"), KNOWN).open
    around = Context(capacities=frozenset({"quartermaster"}))
    assert compared(person("Tamas"), person("Orsa Velik"), KNOWN, around).match


def test_an_entry_of_another_kind_says_nothing() -> None:
    assert not compared(person("HAFRO"), person("Harbour Front"), KNOWN).match


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Velik"), person("Orsa Velik")),
        (person("Khalid Barzin"), person("Khaled Barzeen")),
        (person("Abu Tamas"), person("Orsa Velik")),
        (Name("DQ", "PublicBody"), Name("Directorate of Quays", "PublicBody")),
        (Name("ISKP", "Organization"), Name("Islamic State Khorasan Province", "Organization")),
        (Name("Interior Ministry", "PublicBody"), Name("Interior Ministry of Chad", "PublicBody")),
        (Name("Holm Salt", "Company"), Name("Holm Salt Torvin", "Company")),
        (Name("Harbour Front", "Thing"), Name("Harbour Front", "Organization")),
        (person("Kim Yongrin"), person("Kim Yong Rin")),
    ],
)
def test_names_that_may_be_one_share_a_key(a: Name, b: Name) -> None:
    assert set(name_keys(a, KNOWN)) & set(name_keys(b, KNOWN))


@given(st.text(max_size=80), st.sampled_from(["Person", "Organization", "Address", "Thing", "Unheard"]))
def test_any_text_gives_at_most_twelve_keys_and_a_comparison(text: str, schema: str) -> None:
    name = Name(text, schema)
    assert len(name_keys(name, KNOWN)) <= 12
    assert 0 <= compared(name, Name("Orsa Velik", "Person"), KNOWN).score <= 1
    assert 0 <= compared(name, Name("Harbour Front", "Organization"), KNOWN).score <= 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Khalid Barzin"), person("Omar bin Khalid Barzin")),
        (person("Tony Velik"), person("T. J. Velik")),
        (person("James Velik"), person("Jimmy Castor Velik")),
        (person("Orsa Velik"), person("Dana O. Velik")),
        (person("Liu Benli"), person("Liu Benti")),
        (Name("Torv Court", "PublicBody"), Name("Torf Court", "PublicBody")),
        (Name("Times Group", "Company"), Name("Time Group", "Company")),
        (Name("Times Magazine", "Company"), Name("Time Magazine", "Company")),
        (Name("QHC", "PublicBody"), Name("QX Harbour Council", "PublicBody")),
    ],
)
def test_names_that_agree_in_little_are_not_joined_by_themselves(a: Name, b: Name) -> None:
    assert not compared(a, b).match


def test_a_title_that_is_a_name_is_not_left_out_of_it() -> None:
    assert not compared(person("Earl Velik"), person("Orsa Velik")).match
    assert compared(person("Velik"), person("Earl Velik")).fits
    assert not compared(person("Orsa Sheikh"), person("Orsa")).match


def test_the_adjective_of_a_people_is_no_short_name_of_a_body() -> None:
    assert compared(Name("Islamic", "LegalEntity"), Name("Islamic Front", "Organization")).score < OPEN


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Velm Post", "Velm Post Magazine"),
        ("Salt League", "Harbour Salt League"),
        ("Red Quay", "International Committee of the Red Quay"),
        ("Velm Exchange", "Velm Mercantile Exchange"),
    ],
)
def test_what_may_be_a_part_or_branch_never_joins_by_its_words(part: str, whole: str) -> None:
    assert compared(Name(part, "Organization"), Name(whole, "Organization")).score < FITS


def test_names_listed_for_one_body_are_one() -> None:
    assert compared(Name("Daesh", "Organization"), Name("Islamic State group", "Organization")).match
