"""Where a number of dead is told, so is whether it holds: the factuality of tolls and of those left dead."""

import pytest

from reportedly.extract.claims import extract
from tests.annotate.reading import read

TOLD = (
    ("The mayor denied that the toll had reached 100.", "toll", "certain past not"),
    ("The ministry denied the toll had risen to 90.", "toll", "certain past not"),
    ("The toll did not rise to 90, the ministry said.", "toll", "certain past not"),
    ("The council rejected the report that put the death toll at 90.", "death toll", "certain past not"),
    ("The death toll could reach 300, the mayor said.", "death toll", "possible future"),
    ("The Coastal Monitor put the death toll at 45.", "death toll", "certain past"),
    ("The raid could leave up to 500 people dead, an aid group warned.", "dead", "possible future"),
    ("The bomb was meant to leave 50 people dead, police said.", "dead", "underspecified future"),
    ("The raid almost left nine people dead.", "dead", "underspecified past"),
    ("The raid left nine people dead.", "dead", "certain past"),
)


@pytest.mark.parametrize(("text", "trigger", "firmness"), TOLD)
def test_a_number_of_dead_is_as_firm_as_the_verb_that_gives_it(text: str, trigger: str, firmness: str) -> None:
    doc = read(text)
    fact = next(c.factuality for c in extract(doc)[1] if doc.text_of(c.trigger) == trigger)
    time = "future" if fact.temporality == "future" else "past"
    assert f"{fact.certainty} {time}" + (" not" if fact.polarity == "negative" else "") == firmness


@pytest.mark.parametrize("text", ["Jan Roe pleaded not guilty.", "Jan Roe pleaded guilty to the robbery."])
def test_the_guilty_of_a_plea_is_no_accusation(text: str) -> None:
    assert not any(claim.type == "ACCUSE" for claim in extract(read(text))[1])
