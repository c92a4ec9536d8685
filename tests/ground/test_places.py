"""Which place a name means, in short reports."""

import pytest

from reportedly.ground import ground, places
from reportedly.ground.places import resolve
from reportedly.model import Annotated, Place, Report, Span
from tests.ground.planted import claim, report


def meant(text: str, *names: str) -> list[tuple[str, str] | None]:
    """Name and country of what each of `names` means in `text`."""
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append(Span(at, at + len(name)))
        at += len(name)
    return [c and (c.kind, c.country) for c in resolve(text, spans)]


def test_a_great_city_wins_over_its_namesakes() -> None:
    assert meant("The envoys met in Paris.", "Paris") == [("capital", "FR")]


def test_the_country_named_beside_a_place_decides() -> None:
    assert meant("They met in Tripoli, Lebanon.", "Tripoli", "Lebanon") == [("city", "LB"), ("country", "LB")]
    assert meant("They met in Tripoli, Libya.", "Tripoli", "Libya") == [("capital", "LY"), ("country", "LY")]


def test_the_peoples_of_the_report_decide_between_namesakes() -> None:
    text = "Pakistani police raided a house in Hyderabad, Pakistani officials said."
    assert meant(text, "Hyderabad") == [("city", "PK")]
    text = "Indian police raided a house in Hyderabad, Indian officials said."
    assert meant(text, "Hyderabad") == [("city", "IN")]


def test_a_word_for_the_kind_of_place_decides() -> None:
    assert meant("Shelling hit Idlib province.", "Idlib province") == [("region", "SY")]
    assert meant("Shelling hit Idlib.", "Idlib") == [("city", "SY")]
    assert meant("Shelling hit the city of Raqqah.", "the city of Raqqah") == [("city", "SY")]
    assert meant("A raid in Songkhla province.", "Songkhla province") == [("region", "TH")]


def test_a_direction_before_a_name_is_passed_over() -> None:
    assert meant("Fighting in northern Syria.", "northern Syria") == [("country", "SY")]


def test_two_namesakes_alike_stay_open() -> None:
    assert meant("A fire broke out in Springfield.", "Springfield") == [None]


def test_an_unknown_name_stays_open() -> None:
    assert meant("A fire broke out in Xqzwv.", "Xqzwv") == [None]


def test_a_spelling_is_found_by_its_sound() -> None:
    assert meant("Fighting in Qamishly, Syria.", "Qamishly", "Syria")[0] == ("city", "SY")


def test_every_place_name_of_a_report_is_listed_in_text_order() -> None:
    doc = report("The envoy flew from Doha, Qatar, to Karachi in Pakistan.")
    found = places(doc)
    assert [p.name for p in found] == ["Doha", "Qatar", "Karachi", "Pakistan"]
    assert found[0].geonames == 290030
    assert found[0].country == "QA"
    assert found[0].lat == pytest.approx(25.29, abs=0.05)
    assert [doc.text_of(p.span) for p in found] == ["Doha", "Qatar", "Karachi", "Pakistan"]


def test_an_area_without_an_entry_has_coordinates_all_the_same() -> None:
    doc = report("Fighting went on in Eastern Ghouta.")
    (found,) = places(doc)
    assert found.geonames is None
    assert found.country == "SY"
    assert found.lat == pytest.approx(33.5, abs=0.1)


def test_a_claim_takes_the_narrowest_place_of_its_phrase() -> None:
    doc = report("The envoy met the council in Doha, Qatar, he said.")
    (grounded,) = ground(doc, (claim(doc, "met", place="Doha, Qatar"),))
    assert grounded.place is not None
    assert (grounded.place.name, grounded.place.geonames) == ("Doha", 290030)
    assert doc.text_of(grounded.place.span) == "Doha, Qatar"


def test_a_claim_at_two_places_keeps_its_words_and_gets_no_entry() -> None:
    doc = report("The envoy met the councils in Karachi and Lahore.")
    (grounded,) = ground(doc, (claim(doc, "met", place="Karachi and Lahore"),))
    assert grounded.place == Place("Karachi and Lahore", grounded.place.span if grounded.place else Span(0, 1))


def test_a_claim_without_a_place_gets_none() -> None:
    doc = report("The envoy met the council in Doha.")
    (grounded,) = ground(doc, (claim(doc, "met"),))
    assert grounded.place is None


def test_a_place_phrase_that_annotate_missed_is_still_looked_up() -> None:
    doc = Annotated(Report("fighting near Gujranwala", "test"), (), ())
    assert resolve(doc.report.text, [Span(14, 24)])[0] is not None


def test_an_empty_report_has_no_places() -> None:
    assert places(Annotated(Report("", "test"), (), ())) == ()
    assert resolve("", []) == []
