"""The briefing: complete in itself, sourced throughout, harmless whatever the reports contain."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from reportedly.errors import BadValue
from reportedly.export import briefing
from reportedly.model import Claim, Report
from tests.export.planted import DENIED, LIKELY, event, leader, link, report, role

Item = tuple[Claim, Report]

HOSTILE = (
    'Quint visited </style></svg></q><script>alert(1)</script><img src=x onerror=alert(1)> "onload="x '
    "\u202e{{ 7*7 }} [x](javascript:alert(1)) " + "w" * 4000 + ", two officials said."
)


def items() -> list[Item]:
    """A small story: a dated visit, a doubtful one, a denial, a tie, and one without a date."""
    text = "Haro Quint visited Kumrak in late April, two officials said."
    first = report(text, publisher="Reach Wire", published="2025-05-02", title="Visit")
    quint = (role(text, "Haro Quint", name="Haro Quint"),)
    visit = event(
        first, "visited", link(text, "two officials", "said"), roles=quint, where="Kumrak",
        when=("late April", "2025-04-21/2025-04-30"),
    )  # fmt: skip
    second = report("Quint reportedly visited Doha.", publisher="Aral Post", published="2025-05-03")
    doubt = event(second, "visited", link(second.text, None, "reportedly", "unnamed_person"), fact=LIKELY)
    third = report("Pask said nobody visited in April 2025.", publisher="Aral Gull", published="2025-05-05")
    denial = event(
        third, "visited", link(third.text, "Pask", "said", "named_person"), fact=DENIED, when=("April 2025", "2025-04")
    )
    fourth = report("Orlen Tavik leads the Brigade.", publisher="Aral Gull", published="2025-05-06")
    return [
        (visit, first), (doubt, second), (denial, third),
        (leader(fourth, "leads", "Orlen Tavik", "Brigade"), fourth),
    ]  # fmt: skip


def hostile_items() -> list[Item]:
    """A report in which everything tries to act."""
    told = Report(
        HOSTILE, '"><script>alert(2)</script>', publisher="<b>Gull</b>", url="javascript:alert(3)",
        title="</title><script>alert(4)</script>", byline="<i>me</i>", published="2025-05-02",
    )  # fmt: skip
    claim = event(
        told, "visited", link(HOSTILE, "two officials", "said", name="<script>alert(5)</script>"),
        roles=(role(HOSTILE, "Quint", name="=1+1<img src=x>"),), where="[x](javascript:alert(1))",
    )  # fmt: skip
    return [(claim, told), (leader(told, "visited", "Quint", "two officials"), told)]


class Page(HTMLParser):
    """What a browser would find: tags, links, ids, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def html(found: list[Item], title: str = "Port Aral") -> str:
    return briefing(found, title=title, form="html")


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_same_claims_in_any_order_give_the_same_bytes(form: str) -> None:
    assert briefing(items(), title="T", form=form) == briefing(items()[::-1], title="T", form=form)


def test_another_form_is_refused_with_the_forms_there_are() -> None:
    with pytest.raises(BadValue, match="expected markdown or html"):
        briefing(items(), title="T", form="docx")


@pytest.mark.parametrize("found", [items(), hostile_items(), []], ids=["story", "hostile", "empty"])
def test_the_page_is_well_formed_and_asks_nothing_of_the_network(found: list[Item]) -> None:
    page = Page(html(found))
    assert page.open == []
    assert not {"script", "iframe", "img", "link", "object", "embed", "form", "base"} & set(page.tags)
    assert not [key for key, _ in page.attributes if key.startswith("on") or key in ("src", "srcset", "style")]
    assert not re.search(r"url\((?!#)|@import|@font-face", html(found))


def test_the_policy_allows_the_style_sheet_by_hash_and_nothing_else() -> None:
    page = html(items())
    sheet = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_links_lead_to_the_page_itself_or_to_plain_web_addresses() -> None:
    for found in (items(), hostile_items()):
        for target in Page(html(found)).values("href"):
            assert target.startswith(("#", "https://"))


def test_every_reference_has_its_note_and_every_note_its_way_back() -> None:
    page = Page(html(items()))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = {target[1:] for target in page.values("href") if target.startswith("#")}
    assert inner <= set(ids)
    assert {f"n{number}" for number in range(1, 5)} <= inner


def test_every_statement_opens_with_its_source() -> None:
    page = html(items())
    sourced = re.compile(r"(According to .+, as .+ reports?|.+, in (its|their) own voice, reports?)")
    openings = re.findall(r'<span class="attribution"><span[^>]*></span>(.*?)(?: <em>|:</span>)', page)
    assert len(openings) == 4
    assert all(sourced.fullmatch(opening) for opening in openings)


def test_the_page_says_that_it_tells_what_reports_say_and_not_what_is_true() -> None:
    for form in ("html", "markdown"):
        assert "It does not tell what is true" in briefing(items(), title="T", form=form)


def test_nothing_is_called_independent_or_an_origin() -> None:
    for form in ("html", "markdown"):
        text = briefing(items(), title="T", form=form)
        assert not re.search(r"\b(independent|origins?|corroborat\w+|confirmed by)\b", text, re.I)


def test_the_day_of_publication_is_never_the_time_of_an_event() -> None:
    page = html(items())
    times = re.findall(r'<p class="when">(.*?)</p>', page)
    assert "no date given; told in a report published on 3 May 2025" in times
    assert "3 May 2025" not in times


def test_what_was_read_is_marked_by_colour_and_by_a_label() -> None:
    page = html(items())
    for mark, label in [
        ("says-so", "says so"),
        ("cue", "cue"),
        ("event", "consult"),
        ("who", "actor"),
        ("where", "where"),
    ]:
        assert f'<mark class="m-{mark}"><span class="label">{label}</span>' in page


def test_the_page_can_be_used_without_a_mouse_and_read_aloud() -> None:
    page = Page(html(items()))
    assert {"header", "main", "nav", "footer", "h1", "h2", "h3"} <= set(page.tags)
    assert "skip" in page.values("class")
    assert page.tags.count("h1") == 1
    assert "en" in page.values("lang")
    assert "img" in page.values("role") and "picture-title picture-text" in page.values("aria-labelledby")


def test_hostile_text_stays_text_on_the_page() -> None:
    page = html(hostile_items(), title="<script>alert(6)</script>")
    assert "<script" not in page and "<img" not in page and "<b>Gull" not in page
    assert "javascript:" not in "".join(Page(page).values("href"))
    assert "\u202e" not in page
    assert "{{ 7*7 }}" in "".join(Page(page).text)
    assert "&lt;script&gt;alert(1)" in page


def test_hostile_text_stays_text_in_markdown() -> None:
    page = briefing(hostile_items(), title="# x\n\n<script>alert(6)</script>", form="markdown")
    assert "<script" not in page and "<img" not in page
    assert "](javascript:" not in page and "\u202e" not in page
    assert page.startswith("# \\# x &lt;script&gt;")


def test_markdown_has_a_footnote_for_every_reference() -> None:
    page = briefing(items(), title="T", form="markdown")
    told = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    defined = re.findall(r"^\[\^(\d+)\]: ", page, re.M)
    assert told == set(defined) and len(defined) == len(set(defined)) == 4


def test_no_claims_are_said_to_be_none() -> None:
    for form in ("html", "markdown"):
        assert "No claims were found" in briefing([], title="T", form=form)


def test_a_withdrawn_report_is_said_to_be_withdrawn() -> None:
    told = Report("They met.", "a.txt", publisher="Aral Gull", status="canceled")
    for form in ("html", "markdown"):
        assert "withdrawn by its publisher" in briefing([(event(told, "met"), told)], title="T", form=form)


def test_a_thousand_claims_make_one_page() -> None:
    found = []
    for number in range(1000):
        text = f"They met at place {number} on {number % 28 + 1} May 2025, two officials said."
        told = report(text, publisher=f"Outlet {number % 7}")
        when = (f"{number % 28 + 1} May 2025", f"2025-05-{number % 28 + 1:02}")
        found.append((event(told, "met", link(text, "two officials", "said"), when=when), told))
    page = html(found)
    assert page.count('<li id="n') == 1000
    assert "more</text>" in page
