"""Versions of one report: one address, or one publisher and title, and much the same text."""

import pytest

from reportedly.link.copies import compare
from reportedly.link.versions import Version, address, version
from reportedly.model import Report
from tests.link.wire import EDITED, OTHER, STORY


def versions(a: Report, b: Report) -> Version | None:
    return version(a, b, compare(a, b))


def at(url: str | None, text: str, title: str | None = None, publisher: str = "Aral Post") -> Report:
    return Report(text, "a.txt", publisher=publisher, url=url, title=title)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.aral-post.example/ferry",
        "http://aral-post.example/ferry/",
        "https://m.aral-post.example/ferry?utm_source=mail",
        "https://aral-post.example/ferry/amp",
        "https://ARAL-POST.example/ferry#comments",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert address(url) == "aral-post.example/ferry"


def test_addresses_of_different_pages_differ() -> None:
    assert address("https://x.example/story?id=1") != address("https://x.example/story?id=2")
    assert address("https://x.example/Ferry") != address("https://x.example/ferry")


def test_a_second_text_at_one_address_is_a_version() -> None:
    found = versions(at("https://aral-post.example/ferry", STORY), at("http://www.aral-post.example/ferry/", EDITED))
    assert found is not None
    assert found.reason.startswith("Both stand at aral-post.example/ferry; ")


def test_another_story_at_one_address_is_no_version() -> None:
    assert versions(at("https://aral-post.example/", STORY), at("https://aral-post.example/", OTHER)) is None


def test_one_title_of_one_publisher_is_a_version_even_where_it_says_updated() -> None:
    found = versions(at(None, STORY, "Ferry saved"), at(None, EDITED, "UPDATE 1 - Ferry saved (corrected)"))
    assert found is not None
    assert "“ferry saved”" in found.reason


def test_a_copy_by_another_publisher_is_no_version() -> None:
    other = at("https://gull.example/ferry", STORY, "Ferry saved", "Aral Gull")
    assert versions(at("https://aral-post.example/ferry", STORY, "Ferry saved"), other) is None


@pytest.mark.parametrize(
    "url", ["", "x", "http://[", "https://a:b@c.example:99999/", "//", "?a=b", "mailto:x@y.example"]
)
def test_any_string_has_an_address(url: str) -> None:
    assert isinstance(address(url), str)
