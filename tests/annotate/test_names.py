"""Names: their span, their kind, and what is no name."""

from itertools import pairwise

from tests.annotate.reading import meant, read, schemas


def test_a_hyphenated_name_is_one_name() -> None:
    found = schemas("Fighters of Jaish-e-Noor and of the al-Barq Front attacked the town of Deir-ez-Sahl on Monday.")
    assert "Jaish-e-Noor" in found
    assert "al-Barq Front" in found


def test_a_name_leaves_out_its_title_article_and_possessive() -> None:
    found = meant(
        "Prime Minister Edvard Holm met Lt. Gen. Karim Sadek in the United Kingdom. Holm's office confirmed it."
    )
    assert {"Edvard Holm", "Karim Sadek", "United Kingdom", "Holm"} <= set(found)


def test_a_short_form_in_brackets_means_the_long_name_before_it() -> None:
    text = "The Aral People's Union (APU) was banned in May. The APU rejected the ruling, and APU members marched."
    assert meant(text)["APU"] == "Aral People's Union"


def test_a_short_form_glued_to_a_dash_is_found() -> None:
    text = "He leads the Northern Workers League (NWL)-widely seen as a front. The NWL denied it."
    assert meant(text)["NWL"] == "Northern Workers League"


def test_weekdays_months_and_titles_are_no_names() -> None:
    found = meant("On Friday, the President and the Home Minister of Norway met in March.")
    assert set(found) == {"Norway"}


def test_countries_are_public_bodies_and_their_people_are_not() -> None:
    found = schemas("Iran said that three Iranians and a Turkish doctor had left the U.S. and the UAE.")
    assert found["Iran"] == found["U.S."] == found["UAE"] == "PublicBody"
    assert found["Iranians"] == found["Turkish"] == "LegalEntity"


def test_a_nationality_means_its_country_and_a_group_of_nationals_nobody_named() -> None:
    found = meant("A Peruvian judge freed two Bolivians on Tuesday.")
    assert found["Peruvian"] == "Peru"
    assert found["Bolivians"] is None


def test_places_persons_and_bodies_have_their_schemas() -> None:
    found = schemas(
        "The Ministry of Health sent Dr. Amina Osei to the city of Tamale. The Kremlin and the White House were silent."
    )
    assert found["Ministry of Health"] == found["Kremlin"] == found["White House"] == "PublicBody"
    assert found["Amina Osei"] == "Person"
    assert found["Tamale"] == "Address"


def test_a_day_with_a_name_is_an_event() -> None:
    assert schemas("Crowds gathered in Quetta for the Kashmir Solidarity Day.")["Kashmir Solidarity Day"] == "Event"


def test_an_occupied_region_is_one_place() -> None:
    assert schemas("They met in Pakistan-occupied Kashmir.")["Pakistan-occupied Kashmir"] == "Address"


def test_a_surname_has_the_kind_of_the_full_name() -> None:
    text = "Rashid Ali Sandhar spoke first. Sandhar said the border was open, and Sandhar left."
    assert schemas(text)["Sandhar"] == "Person"


def test_words_of_a_sub_head_are_no_names_unless_the_text_knows_them() -> None:
    text = (
        "Port officials met Zorvel Malik in Karachi on Sunday.\n\nKarachi's Facilitation and Strategic Objectives\n\n"
        "They spoke about the harbour for an hour."
    )
    assert set(meant(text)) == {"Zorvel Malik", "Karachi"}


def test_a_trained_weight_never_overrides_a_country() -> None:
    assert schemas("Chad and Georgia and Jordan signed the treaty.")["Chad"] == "PublicBody"


def test_names_never_overlap_and_quote_the_text() -> None:
    doc = read("Abu Bakr al-Shami, Al-Azhar University's Rector (ARU), met the Jean-Luc Moreau Group in São Tomé.")
    names = [m for m in doc.mentions if m.form == "name"]
    assert all(a.last <= b.first for a, b in pairwise(names))
    assert "Abu Bakr al-Shami" in {doc.text_of(m.span) for m in names}
