from pathlib import Path

import pytest

from tests.read.planted import STORY, plant, the_reason, the_report

MORE = "The talks lasted three hours, according to a statement that the harbour board published the same evening."
HEAD = (
    '<meta charset="utf-8"><title>The envoy returns</title><meta property="og:site_name" content="Daily Gull">'
    '<meta name="author" content="Ines Marlow"><link rel="canonical" href="https://gull.example/envoy">'
)
PUBLISHED = '<meta property="article:published_time" content="2025-05-04T23:30:00+02:00">'


def page(head: str = HEAD, extra: str = "", body: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a></nav><article>{extra}"
        f"<h1>The envoy returns</h1><p>{STORY}</p><p>{body or MORE}</p></article><footer>Imprint</footer></body></html>"
    )


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    report = the_report(plant(tmp_path, "a.html", page(HEAD + PUBLISHED)))
    assert STORY in report.text
    assert MORE in report.text
    assert "Imprint" not in report.text
    assert (report.title, report.publisher, report.byline) == ("The envoy returns", "Daily Gull", "Ines Marlow")
    assert (report.url, report.published, report.language) == ("https://gull.example/envoy", "2025-05-04", "en")


def test_the_date_in_linked_data_is_the_day_of_publication(tmp_path: Path) -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-04T08:00:00Z"}</script>'
    )
    assert the_report(plant(tmp_path, "a.html", page(HEAD + data))).published == "2025-05-04"


def test_a_date_in_the_story_is_never_the_day_of_publication(tmp_path: Path) -> None:
    body = "The treaty of 3 May 2021 was signed on 2021-05-03 in Port Aral, the board said. Copyright 2019."
    assert the_report(plant(tmp_path, "a.html", page(body=body))).published is None


def test_a_marked_time_is_the_day_of_publication(tmp_path: Path) -> None:
    extra = (
        '<time datetime="2020-01-01">old</time><time itemprop="datePublished" datetime="2025-05-04T10:00">now</time>'
    )
    assert the_report(plant(tmp_path, "a.html", page(extra=extra))).published == "2025-05-04"


def test_times_that_differ_and_are_not_marked_give_no_date(tmp_path: Path) -> None:
    extra = '<time datetime="2020-01-01">old</time><time datetime="2025-05-04">now</time>'
    assert the_report(plant(tmp_path, "a.html", page(extra=extra))).published is None


@pytest.mark.parametrize("encoding", ["windows-1251", "iso-8859-2", "shift_jis", "utf-16"])
def test_the_declared_encoding_is_used(tmp_path: Path, encoding: str) -> None:
    word = {"windows-1251": "Арал", "iso-8859-2": "Łódź", "shift_jis": "東京", "utf-16": "Łódź"}[encoding]
    markup = page(HEAD.replace("utf-8", encoding), body=f"{MORE} It said {word}.")
    assert word in the_report(plant(tmp_path, "a.html", markup.encode(encoding))).text


def test_an_xml_declaration_does_no_harm(tmp_path: Path) -> None:
    markup = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page().replace('<meta charset="utf-8">', "")
    assert STORY in the_report(plant(tmp_path, "a.xhtml", markup)).text


def test_broken_markup_still_gives_its_article(tmp_path: Path) -> None:
    markup = page().replace("</p>", "").replace("</article>", "<div></b></table>")[:-20] + "<p unclosed='"
    assert STORY in the_report(plant(tmp_path, "a.html", markup)).text


@pytest.mark.parametrize(
    "markup", ["<", "<html></html>", "<html><body><script>go()</script></body></html>", "<!-- -->"]
)
def test_a_page_without_an_article_is_skipped_with_the_reason(tmp_path: Path, markup: str) -> None:
    reason = the_reason(plant(tmp_path, "a.html", markup))
    assert "HTML" in reason or "no article text" in reason


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    assert the_reason(plant(tmp_path, "a.html", "<html><body>" + "<div>" * 20_000 + "words"))


def test_nothing_is_said_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    the_reason(plant(tmp_path, "a.html", "<html></html>"))
    the_reason(plant(tmp_path, "a.pdf", b"%PDF-1.4\n1 0 obj\n<<"))
    assert capfd.readouterr() == ("", "")
