"""Names of persons: what is one name however it is written, what is two, and what stays open."""

import pytest

from reportedly.link.names import compare_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Perić", "ANA PERIC"),
        ("TOLLAND, John", "John Tolland"),
        ("Dr. Ana Perić", "Ana Perić"),
        ("Prince Turki bin Dalwan", "Turki bin Dalwan"),
        ("Robert Vance Jr.", "Robert Vance"),
        ("Jean-Pierre Duvallon", "Jean Pierre Duvallon"),
        ("Ludwig van den Bergh", "Ludwig Vandenbergh"),
        ("Ana Maria Solvera", "AnaMaria Solvera"),
        ("Igor Tresh1n", "Igor Treshin"),
        ("Bash@r Dalwan", "Bashar Dalwan"),
    ],
)
def test_case_accents_order_titles_and_spaces_do_not_tell_people_apart(one: str, other: str) -> None:
    assert compare_names(one, other, "Person").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khaled Dalwani", "Khalid Dalwany"),
        ("Mohammed al-Qasrawi", "Muhammad Kasrawi"),
        ("Abdul Rahman Noorani", "Abdurrahman Nurani"),
        ("Saifullah Qasrawi", "Saif Ullah Kasrawi"),
        ("Nasiruddin Dalwan", "Nasir ud-Din Dalwan"),
        ("Abu Bakr al-Dalwani", "Abubakar Dalwani"),
        ("Hisham bin Dalwan", "Hicham ben Dalwan"),
        ("Yulia Trebovskaya", "Iuliia Trebovskaia"),
        ("Aleksandr Trebovsky", "Alexander Trebovskyi"),
        ("Oleksandr Trebovskyi", "Aleksandr Trebovskiy"),
        ("Mao Tse-lin", "Mao Zelin"),
        ("Chiang Wei-ming", "Jiang Weiming"),
        ("Pak Kun-hye", "Park Geun Hye"),
    ],
)
def test_romanisations_of_one_name_are_one(one: str, other: str) -> None:
    assert compare_names(one, other, "Person").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Юлия Требовская", "Yulia Trebovskaya"),
        ("خالد دلوان", "Khaled Dalwan"),
        ("בנימין דלואן", "Benjamin Dalwan"),
        ("Νίκος Τρεμπάς", "Nikos Trempas"),
        ("王小明", "Wang Xiaoming"),
        ("김정선", "Kim Jong Seon"),
        ("贝拉·克拉默", "Bela Kramer"),
        ("ბარაკ ტრებოვი", "Barak Trebovi"),
    ],
)
def test_a_name_is_found_across_scripts(one: str, other: str) -> None:
    assert compare_names(one, other, "Person").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Tolland", "John Tolland"),
        ("JP Duvallon", "Jean-Pierre Duvallon"),
        ("John R. Tolland", "John Tolland"),
        ("Bill Harkness", "William Harkness"),
        ("María Solvera Garrido", "Maria Solvera"),
        ("Sergei Ivanovich Trebov", "Sergey Trebov"),
        ("Osama bin Dalwan", "Usama bin Muhammad bin Awad bin Dalwan"),
        ("Frederik Tollmander", "Fredrik Tollmandr"),
    ],
)
def test_initials_short_forms_and_names_left_out_agree(one: str, other: str) -> None:
    assert compare_names(one, other, "Person").match


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Juan Solvera", "Julian Solvera"),
        ("Maria Tolland", "Mario Tolland"),
        ("Hassan Dalwan", "Hussein Dalwan"),
        ("Ivan Petrov", "Ivan Pavlov"),
        ("A. Tolland", "John Tolland"),
        ("Robert M. Tolland", "Robert Marran"),
        ("Kim Young-jin", "Kim Yuna"),
        ("Kham Phaka", "Bilal Falah Khan"),
        ("Michael Lee", "Michelle Yeung"),
        ("Sergei Ivanovich Trebov", "Sergei Olegovich Trebov"),
        ("María Solvera Garrido", "María Solvera Marquez"),
        ("Robert Vance Jr.", "Robert Vance Sr."),
        ("Salim bin Tariq Dalwan", "Tariq bin Salim Dalwan"),
        ("Kim Jong-il", "Kim Jong-nam"),
        ("이재형", "이재명"),
        ("Halla Jonsdottir", "Halla Tomasdottir"),
    ],
)
def test_two_names_are_two_people(one: str, other: str) -> None:
    assert not compare_names(one, other, "Person").match


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dalwan", "Khalid Dalwan"), ("Al-Dalwan", "Khalid Al-Dalwan"), ("Solvera", "Maria Garrido Solvera")],
)
def test_a_surname_alone_leaves_it_open(one: str, other: str) -> None:
    found = compare_names(one, other, "Person")
    assert not found.match
    assert 0.4 <= found.score < 0.5
    assert found.reason.startswith("Open")


def test_two_names_a_letter_apart_that_both_exist_are_shown_but_not_joined() -> None:
    found = compare_names("Larry Allison", "Larry Ellison", "Person")
    assert found.alike
    assert not found.match
    assert "two names that both exist" in found.reason


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Khaled Dalwan", "Khalid Dalwan", "“Khaled” and “Khalid” are spellings of one name"),
        ("Bill Harkness", "William Harkness", "short for the other"),
        ("J. Tolland", "John Tolland", "initial of the other"),
        ("Rami Dalwan", "Hafez Dalwan", "“Rami”"),
        ("John Tolland", "John Aubrey Tolland", "“Aubrey” stands in one name only"),
    ],
)
def test_the_reason_names_the_words_it_rests_on(one: str, other: str, words: str) -> None:
    assert words in compare_names(one, other, "Person").reason
