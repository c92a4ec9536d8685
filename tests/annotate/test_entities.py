"""In-report entities: which names join, and which stay open."""

from tests.annotate.reading import meant, read


def test_a_bare_surname_joins_its_only_bearer() -> None:
    text = "Opposition leader Maria Kolesnik was detained in Minsk. Kolesnik had called for talks, her lawyer said."
    assert meant(text)["Kolesnik"] == "Maria Kolesnik"


def test_a_surname_of_two_persons_stays_open() -> None:
    text = "Maria Vasquez and Sergio Vasquez were detained in Lima on Friday. Vasquez had called for talks."
    assert meant(text)["Vasquez"] == "Vasquez"


def test_different_first_names_never_join() -> None:
    found = meant("Anna Berg praised the plan. Thomas Berg, a banker, opposed it.")
    assert found["Anna Berg"] == "Anna Berg"
    assert found["Thomas Berg"] == "Thomas Berg"


def test_a_middle_name_may_be_left_out() -> None:
    text = "Rashid Ali Sandhar spoke in Lahore. Rashid Sandhar then left the hall."
    assert meant(text)["Rashid Sandhar"] == "Rashid Ali Sandhar"


def test_a_short_form_joins_the_one_body_it_is_part_of() -> None:
    text = "The Aral Observatory for Human Rights counted ten dead. The Observatory said that more were missing."
    assert meant(text)["Observatory"] == "Aral Observatory for Human Rights"


def test_initials_join_the_body_they_abbreviate() -> None:
    text = "The Free Harbour Party won in Oslo. The FHP now holds ten seats, the FHP said."
    assert meant(text)["FHP"] == "Free Harbour Party"


def test_the_names_of_a_country_are_one_entity() -> None:
    found = meant("The United States sent aid. The U.S. and the US were thanked, and American aid came.")
    assert {found["United States"], found["U.S."], found["US"], found["American"]} == {"United States"}


def test_ids_are_the_same_for_the_same_text() -> None:
    text = "Maria Kolesnik was detained in Minsk."
    again = read.__wrapped__(text)
    assert [e.id for e in read(text).entities] == [e.id for e in again.entities]


def test_a_second_name_after_aka_means_the_same_person() -> None:
    text = "Police shot Omar Said Nadir aka Abu Malik on Friday. Abu Malik led the group."
    assert meant(text)["Abu Malik"] == "Omar Said Nadir"


def test_a_ministry_is_named_with_its_country() -> None:
    text = "Norway's Foreign Ministry denied it. The Foreign Ministry gave no reason."
    assert meant(text)["Foreign Ministry"] == "Norway's Foreign Ministry"


def test_particles_and_later_names_may_be_left_out() -> None:
    text = "Sheikh Nasser Khalid Al-Ahmad Al-Jaber was named. Nasser Al-Khalid thanked them. Nasser then left."
    assert set(meant(text).values()) == {"Nasser Khalid Al-Ahmad Al-Jaber"}


def test_gender_tells_which_bearer_of_a_surname_is_meant() -> None:
    text = "Hillary Ostrava met Bill Ostrava in Oslo. Ostrava said that she would run. Ostrava left."
    assert meant(text)["Ostrava"] == "Hillary Ostrava"
