"""Place names to coordinates against GeoVirus and LGL: the names are given, what each means is told.

In: `GeoVirus.xml`, `lgl.xml`, or the folder that holds them. Out: the share of names put within 161 km of where the
corpus has them, and a prediction a line: `{"doc", "start", "end", "name", "geonames", "lat", "lon"}`, offsets as in the
corpus.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.corpus import Figures
from reportedly.ground.gazetteer import Candidate, candidates
from reportedly.ground.places import resolve
from reportedly.model import Span

NEAR_KM = 161.0
"""A hundred miles, the usual measure of these corpora."""


@dataclass(frozen=True)
class Named:
    """One place name: its span in our offsets, its first offset in the corpus, where it is; None without answers."""

    span: Span
    start: int
    at: tuple[float, float] | None


@dataclass(frozen=True)
class Article:
    """One article with its place names in text order."""

    name: str
    text: str
    named: tuple[Named, ...]


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """Per corpus, accuracy within 161 km in percent (an unresolved name is wrong), and the share left unresolved."""
    files = [path] if path.is_file() else sorted(path.glob("*.xml"))
    ours: dict[str, float] = {}
    naive: dict[str, float] = {}
    rows: list[str] = []
    for file in files:
        articles = list((geovirus if "virus" in file.stem.lower() else lgl)(file))
        found = [resolve(article.text, [n.span for n in article.named]) for article in articles]
        rows += [row for article, means in zip(articles, found, strict=True) for row in lines(article, means)]
        key = file.stem.lower()
        if any(n.at for article in articles for n in article.named):
            ours[key] = accuracy(articles, found)
            ours[f"{key} unresolved"] = unresolved(found)
            naive[key] = accuracy(articles, [largest(article) for article in articles])
    if predictions is not None:
        predictions.write_text("".join(rows), encoding="utf-8")
    return Figures("geo", ours, naive, "the largest place of the name")


def geovirus(file: Path) -> Iterator[Article]:
    """The articles of GeoVirus, whose offsets count from 1."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a local file of a known corpus
    for i, article in enumerate(root.iter("article")):
        named = [
            Named(Span(start - 1, int(word(each, "end")) - 1), start, at(each, "lat", "lon"))
            for each in article.iter("location")
            for start in [int(word(each, "start"))]
        ]
        yield Article(str(i), word(article, "text"), in_order(named))


def lgl(file: Path) -> Iterator[Article]:
    """The articles of LGL; names without an entry in the corpus are left out."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a local file of a known corpus
    for article in root.iter("article"):
        named = [
            Named(Span(start, int(word(each, "end"))), start, at(each, "gaztag/lat", "gaztag/lon"))
            for each in article.iter("toponym")
            if each.find("gaztag/lat") is not None
            for start in [int(word(each, "start"))]
        ]
        yield Article(article.get("docid") or "", word(article, "text"), in_order(named))


def word(element: Any, path: str) -> str:
    """The text of a child element, empty where there is none."""
    return element.findtext(path) or ""


def at(element: Any, lat: str, lon: str) -> tuple[float, float] | None:
    """Coordinates of the answers, None where they are kept back."""
    found = word(element, lat), word(element, lon)
    return (float(found[0]), float(found[1])) if all(found) else None


def in_order(named: list[Named]) -> tuple[Named, ...]:
    """The names in text order."""
    return tuple(sorted(named, key=lambda n: n.span))


def largest(article: Article) -> list[Candidate | None]:
    """The baseline: of the places of a name the one with most people."""
    names = (n.span.of(article.text) for n in article.named)
    return [max(candidates(name), key=lambda c: c.population, default=None) for name in names]


def accuracy(articles: list[Article], found: list[list[Candidate | None]]) -> float:
    """Percent of the names that are put within NEAR_KM."""
    pairs = [
        (n.at, c)
        for article, means in zip(articles, found, strict=True)
        for n, c in zip(article.named, means, strict=True)
    ]
    hits = sum(
        c is not None and where is not None and kilometres(where, (c.lat, c.lon)) <= NEAR_KM for where, c in pairs
    )
    return round(100 * hits / len(pairs), 1)


def unresolved(found: list[list[Candidate | None]]) -> float:
    """Percent of the names that were left open."""
    flat = [c for means in found for c in means]
    return round(100 * sum(c is None for c in flat) / len(flat), 1)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points on a sphere (haversine)."""
    lat, lon, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def lines(article: Article, means: list[Candidate | None]) -> Iterator[str]:
    """The predictions of an article."""
    for named, c in zip(article.named, means, strict=True):
        row = {
            "doc": article.name,
            "start": named.start,
            "end": named.start + named.span.end - named.span.start,
            "name": named.span.of(article.text),
            "geonames": c.id if c and c.id > 0 else None,
            "lat": c and c.lat,
            "lon": c and c.lon,
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"
