"""The two lists of countries, one a stage, do not drift apart."""

from importlib.resources import files

from reportedly.extract.events.words import countries

AREAS = frozenset(
    {
        "catalonia", "chechnya", "congo", "crimea", "gaza", "gaza strip", "georgia", "kashmir", "republic of ireland",
        "tibet", "west bank", "zaire",
    }
)  # fmt: skip
"""Areas that act and are places like a country, and names that may mean something else beside one."""


def test_what_counts_as_a_country_for_events_is_one_for_names_or_a_listed_area() -> None:
    text = (files("reportedly.annotate") / "lexicons" / "countries.tsv").read_text("utf-8")
    named = {line.split("\t")[0].lower() for line in text.splitlines() if not line.startswith("#")}
    assert countries() - named == AREAS
