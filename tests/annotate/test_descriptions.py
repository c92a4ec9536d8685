"""Described persons, groups and bodies."""

from tests.annotate.reading import meant, read, schemas


def test_described_groups_are_mentions_with_number_and_schema() -> None:
    doc = read("Two security officials and a delegation of farmers met 124 inmates.")
    found = {doc.text_of(m.span): (m.schema, m.plural) for m in doc.mentions if m.form == "description"}
    assert found["Two security officials"] == ("Person", True)
    assert found["124 inmates"] == ("Person", True)
    assert found["a delegation"][0] == "LegalEntity"


def test_a_body_that_a_nationality_names_is_an_entity_of_its_own() -> None:
    text = "The Russian defense ministry said a jet was lost. The ministry gave no reason. Iranian police made arrests."
    found = meant(text, "description")
    assert found["The Russian defense ministry"] == "Russian defense ministry"
    assert found["The ministry"] == "Russian defense ministry"
    assert found["Iranian police"] == "Iranian police"


def test_a_name_may_nest_in_a_description_but_not_cross_it() -> None:
    doc = read("Senior Hamas leaders (HL) and the Lashkar-e-Noor (LeN) leaders met a Hamas delegation.")
    for outer in doc.mentions:
        for inner in doc.mentions:
            if outer.span.overlaps(inner.span):
                assert outer.span.covers(inner.span) or inner.span.covers(outer.span)


def test_an_apposition_means_the_name_beside_it() -> None:
    found = meant(
        "Faisal Nadir, a commander of the militia, spoke. The terrorist group Harakat Noor denied it.", "description"
    )
    assert found["a commander"] == "Faisal Nadir"
    assert found["The terrorist group"] == "Harakat Noor"


def test_a_title_before_a_name_is_no_description() -> None:
    assert "spokesman" not in schemas("Kremlin spokesman Dmitry Pavlov spoke.", "description")


def test_a_noun_by_itself_that_seldom_means_people_is_none() -> None:
    assert schemas("Five passengers were on board.", "description").keys() == {"Five passengers"}


def test_the_city_of_means_the_city() -> None:
    assert meant("Troops entered the city of Tabuk on Monday.", "description")["the city"] == "Tabuk"
