"""Names of organisations: legal forms, acronyms, numbers, places, and the words that many bodies bear."""

import pytest

from reportedly.link.names import compare_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northmere Bank Ltd", "Northmere Bank Limited"),
        ("OAO Severmet", "Severmet JSC"),
        ("ООО Ромашкин", "Romashkin LLC"),
        ("Tollmet Sp. z o.o.", "TOLLMET"),
        ("Gulf Petrova AG", "Gulf Petrova GmbH"),
        ("Marran & Sons", "Marran and Sons"),
        ("The Marran Trust", "Marran Trust"),
        ("A.B.T. Company", "ABT Co."),
        ("Oster Int'l Trading", "Oster International Trade Co."),
        ("Univ. of Port Aral", "University of Port Aral"),
        ("Aral Health Organisation", "Aral Health Organization"),
        ("Tollmander Group", "Tollmander"),
        ("van der Tolls Corp", "Vandertolls Corp"),
        ("Muromskiy Plant", "Murom Plant"),
        ("Osterholm Aktiengeselschaft", "Osterholm AG"),
    ],
)
def test_legal_forms_abbreviations_and_common_words_do_not_tell_bodies_apart(one: str, other: str) -> None:
    assert compare_names(one, other, "Company").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("JeM", "Jaish-e-Mohammad"),
        ("PMML", "Pakistan Markazi Muslim League"),
        ("WHO", "World Health Organisation"),
        ("ISIS", "Islamic State"),
        ("HTS", "Hayat Tahrir al-Sham"),
        ("Aral Salt Miners League (ASML)", "ASML"),
        ("Al-Qaida", "Al Qa'ida"),
    ],
)
def test_an_acronym_agrees_with_its_full_name(one: str, other: str) -> None:
    assert compare_names(one, other, "Organization").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fifth Brigade", "5th Brigade"),
        ("2nd Armoured Division", "Second Armoured Division"),
        ("Brigade Forty 4", "Brigade 44"),
        ("Aral Fund II", "Aral Fund 2"),
    ],
)
def test_one_number_is_one_however_it_is_written(one: str, other: str) -> None:
    assert compare_names(one, other, "Organization").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brigade 5", "Brigade 15"),
        ("3rd Assault Brigade", "5th Assault Brigade"),
        ("Aral Capital Partners VII", "Aral Capital Partners VIII"),
        ("Bank of China", "Bank of China (Paris)"),
        ("Ministry of Defence of Russia", "Ministry of Defence of Ukraine"),
        ("Ministry of Finance", "Ministry of Defence"),
        ("State Grid of Chile", "State Grid of China"),
        ("Northgate Bank", "Southgate Bank"),
        ("Delta Shipping", "Delta Airlines"),
        ("Tolland Aviation", "Marran Aviation"),
        ("KPCC", "IPCC"),
        ("Health", "National Health Insurance Centre"),
        ("Council of Ministers", "Ministry"),
        ("Canada", "Kennedy School of Government"),
        ("Tolland Solutions", "Tolland Litigation Solutions"),
    ],
)
def test_numbers_places_and_own_words_make_two_bodies(one: str, other: str) -> None:
    assert not compare_names(one, other, "Organization").match


def test_a_line_of_business_may_name_a_branch() -> None:
    found = compare_names("Tollmander", "Tollmander Electronics", "Company")
    assert found.alike
    assert not found.match
    assert "branch" in found.reason


def test_a_part_of_a_body_stays_apart_from_it() -> None:
    assert not compare_names("Aral League", "Aral League Assembly", "Organization").alike


def test_an_acronym_of_two_letters_stays_open() -> None:
    found = compare_names("TL", "Tolland League", "Organization")
    assert not found.match
    assert "two letters" in found.reason


def test_an_alias_in_the_name_is_compared_too() -> None:
    assert compare_names("Aral Front / Salt Marsh Brigade", "Salt Marsh Brigade", "Organization").match
    assert compare_names("Aral Front a.k.a. Salt Marsh Brigade", "Salt Marsh Brigade", "Organization").match


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Brigade 5", "Brigade 15", "numbers differ"),
        ("Tollmander Ltd", "Tollmander GmbH", "legal forms are left aside"),
        ("Tollmander Group", "Tollmander", "“Group” stands in one name only"),
        ("PMML", "Pakistan Markazi Muslim League", "“PMML”"),
    ],
)
def test_the_reason_says_what_was_weighed(one: str, other: str, words: str) -> None:
    assert words in compare_names(one, other, "Organization").reason
