"""Which outlets a report cites, place by place, and which publisher each name means."""

from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.citations import Citation, cited_outlets, publisher_named
from reportedly.link.lexicon import words
from reportedly.model import Report
from reportedly.read import reports

PORT_ARAL = Path(__file__).parent.parent.parent / "examples" / "port-aral"
PUBLISHERS = ("Aral Gull", "Holm Star", "Radio Marsh", "Reach Wire Agency", "Teshik Herald", "Strait Dockers' League")


def cited(text: str, publisher: str | None = None, publishers: tuple[str, ...] = PUBLISHERS) -> list[Citation]:
    found = list(cited_outlets(Report(text, "a.txt", publisher=publisher), publishers))
    assert all(each.span.of(text) == each.name for each in found)
    return found


@pytest.mark.parametrize(
    ("text", "name", "publisher", "scope"),
    [
        ("The ferry had no radio, the Teshik Herald reported.", "Teshik Herald", "Teshik Herald", "sentence"),
        ("The mate told Radio Marsh that she had seen smoke.", "Radio Marsh", "Radio Marsh", "sentence"),
        ("HOLM (RWA) - A ferry burned on Monday.", "RWA", "Reach Wire Agency", "report"),
        ("A ferry burned on Monday.\n\n(With inputs from RWA)", "RWA", "Reach Wire Agency", "report"),
        ("The envoy left, officials told RWA.", "RWA", "Reach Wire Agency", "sentence"),
        ("“It was dark,” the Gull quotes the mate as saying.", "Gull", "Aral Gull", "sentence"),
        ("According to the Herald, the mate was asleep.", "Herald", "Teshik Herald", "sentence"),
        ("According to Le Monde, the mate was asleep.", "Le Monde", None, "sentence"),
    ],
)
def test_a_citation_names_its_publisher_and_what_it_speaks_for(
    text: str, name: str, publisher: str | None, scope: str
) -> None:
    (found,) = cited(text)
    assert (found.name.removeprefix("The "), found.publisher, found.scope) == (name, publisher, scope)


def test_a_short_form_that_two_publishers_bear_means_neither() -> None:
    two = ("Teshik Herald", "Holm Herald")
    assert [each.publisher for each in cited("The mate slept, the Herald reported.", publishers=two)] == [None]
    assert publisher_named("RWA", ("Reach Wire Agency", "Radio West Aral")) is None


def test_a_short_form_beside_another_outlet_of_that_word_means_no_publisher() -> None:
    found = cited("The mate slept, the Miami Herald reported. The Herald said she had woken late.")
    assert [each.publisher for each in found] == [None, None]
    assert cited("The mate slept, the Norvane Gull reported. The Gull said she woke.")[1:] == []


def test_a_short_form_without_its_article_is_a_word() -> None:
    assert cited("Star said on Monday that he would sing.") == []


def test_the_word_for_a_body_is_no_short_form_of_its_name() -> None:
    assert cited("The League said on Monday that the quay was closed.") == []


def test_each_place_is_a_citation_of_its_own() -> None:
    found = cited("The quay was closed, the Teshik Herald reported. It stays so, the Teshik Herald said on Friday.")
    assert [each.publisher for each in found] == ["Teshik Herald", "Teshik Herald"]
    assert found[0].span.start < found[1].span.start


def test_an_agency_of_one_word_is_not_the_publisher_that_ends_in_it() -> None:
    found = cited("The mate slept, Reuters reported.", publishers=("Holm Reuters",))
    assert [(each.name, each.publisher) for each in found] == [("Reuters", None)]
    assert [each.publisher for each in cited("Reuters reported it.", publishers=("Reuters", "Holm Reuters"))] == [
        "Reuters"
    ]


def test_the_reports_own_publisher_is_not_cited_by_any_of_its_names() -> None:
    own = "Aral Gull"
    assert cited("The mate told the Aral Gull that she had slept.", own) == []
    assert cited("The mate told the Gull that she had slept.", own) == []
    assert cited("HOLM (RWA) - The mate slept.", "Reach Wire Agency") == []


def test_media_as_a_class_are_no_outlet() -> None:
    assert cited("The mate slept, local media reported.") == []


@cache
def port_aral() -> dict[str, Report]:
    return {each.ref: each for each in reports([str(PORT_ARAL / "reports")]) if isinstance(each, Report)}


@cache
def planted() -> dict[str, list[dict[str, str]]]:
    gold = yaml.safe_load((PORT_ARAL / "gold" / "story.yaml").read_text("utf-8"))
    credited = [each for group in gold["copies"] for each in group["by"] if each["credit"]]
    return {"citations": gold["citations"], "credits": credited}


def found_in(ref: str) -> tuple[Citation, ...]:
    publishers = tuple(sorted({each.publisher for each in port_aral().values() if each.publisher}))
    return cited_outlets(port_aral()[ref], publishers)


def test_every_planted_citation_is_found_where_it_stands() -> None:
    for each in planted()["citations"]:
        text = port_aral()[each["report"]].text
        begin = text.index(each["quote"])
        inside = [c for c in found_in(each["report"]) if begin - 4 <= c.span.start < begin + len(each["quote"])]
        assert [(c.publisher, c.scope) for c in inside] == [(each["cites"], "sentence")], each


def test_every_planted_credit_speaks_for_its_report() -> None:
    for each in planted()["credits"]:
        (found,) = found_in(each["report"])
        assert (found.publisher, found.scope) == ("Reach Wire Agency", "report")


def test_no_publisher_is_cited_in_an_example_report_that_cites_none() -> None:
    citing = {each["report"] for each in (*planted()["citations"], *planted()["credits"])}
    assert [ref for ref in port_aral() if ref not in citing and found_in(ref)] == []


PIECES = ["told", "The", "the", "Gull", "(RWA)", "-", "Herald", "reported", "\n", ".", "Radio Marsh", "Kİ", "’s", "()"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.lists(st.sampled_from([*PUBLISHERS, "", "x"])))
def test_every_citation_quotes_its_text_and_names_a_known_publisher(text: str, publishers: list[str]) -> None:
    for each in cited(text, publishers=tuple(publishers)):
        assert each.publisher is None or each.publisher in publishers


def test_a_thousand_publishers_and_a_long_text_cost_no_more_than_their_length() -> None:
    many = tuple(f"Daily {chr(65 + i % 26)}{i} Star" for i in range(1_000))
    begun = perf_counter()
    cited("The mate slept, the Star reported. " * 5_000, publishers=many)
    assert perf_counter() - begun < 20


def test_the_lexicon_has_its_form() -> None:
    generic = words("citations_generic.tsv")
    assert {"agency", "league"} <= generic
    assert "herald" not in generic
    assert all(word == word.lower().strip() for word in generic)


def test_the_first_words_of_a_publisher_are_its_name_in_the_brackets_of_a_dateline_only() -> None:
    (found,) = cited("BRACKEN, 11 March (Reach/Staff) - A depot burned.")
    assert (found.name, found.publisher, found.scope) == ("Reach", "Reach Wire Agency", "report")
    assert cited("Bracken (Reach) is a town.") == []
    assert cited("BRACKEN (Reach) - A depot burned.", publisher="Reach Wire Agency") == []
    assert cited("BRACKEN (Reach) - A depot burned.", publishers=("Reach Wire Agency", "Reach Times")) == []


def test_what_stands_by_another_name_of_an_outlet_cites_the_outlet() -> None:
    called = (("Marsh Bell", "Radio Marsh"), ("Mb", "Radio Marsh"))
    report = Report("HOLM (Mb) - A ferry burned. No one was aboard, Marsh Bell reported.", "a.txt", "Holm Star")
    assert [each.publisher for each in cited_outlets(report, PUBLISHERS, called)] == ["Radio Marsh", "Radio Marsh"]
    own = Report("The ferry burned, Marsh Bell reported.", "b.txt", "Radio Marsh")
    assert cited_outlets(own, PUBLISHERS, called) == ()
