"""HTML pages. In: bytes of a saved page. Out: the article's text and what the page's metadata says."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, BinaryIO

import trafilatura
from htmldate import find_date
from trafilatura.utils import load_html

from reportedly.errors import Skip
from reportedly.read.decoding import decoded
from reportedly.read.found import Found
from reportedly.read.limits import HTML_BYTES
from reportedly.read.particulars import Particulars, present
from reportedly.read.streams import hash_of, whole

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
DECLARED_WITHIN = 4096
LATEST = "2200-01-01"
"""The latest date taken from a page: fixed, since the day of reading must not change what is read."""


def read_page(stream: BinaryIO, name: str, where: str) -> Iterator[Found]:
    """The report of a page. Raises Skip where it is no HTML or holds no article text."""
    raw = whole(stream, HTML_BYTES, "a page")
    markup = XML_DECLARATION.sub("", decoded(raw, declared_encoding(raw)), count=1)
    tree: Any = load_html(markup)
    if tree is None:
        raise Skip("broken HTML: no page could be made of it")
    published = date_of(tree)
    page = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=date_rules(),
    )  # fmt: skip
    text = present(getattr(page, "text", None))
    if text is None or not any(map(str.isalpha, text)):
        raise Skip("no article text was found on the page")
    yield Found(text, name, where, metadata(page, published), hash_of(raw))


def declared_encoding(raw: bytes) -> str | None:
    """The character encoding that the page declares in its head, None for none."""
    match = DECLARED.search(raw[:DECLARED_WITHIN])
    return match[1].decode("ascii") if match else None


def metadata(page: Any, published: str | None) -> Particulars:
    """What the page says of itself; its site's name stands for the publisher."""
    return Particulars(
        publisher=present(page.sitename),
        url=present(page.url),
        published=published,
        title=present(page.title),
        byline=present(page.author),
    )


def date_rules() -> dict[str, Any]:
    """How dates are looked for: the day of publication, not of the last change, and none that the text mentions."""
    return {"original_date": True, "extensive_search": False, "max_date": LATEST}


def date_of(tree: Any) -> str | None:
    """The day of publication that the page's metadata state, `YYYY-MM-DD`, None where they state none.

    The words of the article are never searched: a date in them is a date in the story.
    """
    bare: Any = load_html("<html><head></head><body></body></html>")
    head, body = bare[0], bare[1]
    for element in tree.iterfind(".//head/*"):
        if element.tag in ("meta", "link"):
            head.append(deepcopy(element))
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        head.append(deepcopy(element))
    for element in stated_times(tree):
        body.append(element)
    found = find_date(bare, deferred_url_extractor=True, **date_rules())
    return found if isinstance(found, str) else None


def stated_times(tree: Any) -> list[Any]:
    """The `time` elements marked as the publication's, or any where all give one day; none where they differ."""
    times = list(tree.iterfind(".//time[@datetime]"))
    marked = [e for e in times if e.get("pubdate") is not None or e.get("itemprop") == "datePublished"]
    chosen = marked[:1] or times
    if len({element.get("datetime", "")[:10] for element in chosen}) != 1:
        return []
    return [deepcopy(chosen[0])]
