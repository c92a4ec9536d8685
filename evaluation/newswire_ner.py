"""Names in English-language newswire from six regions of the world (Shan et al. 2023), in the corpus' own classes.

In: a `.tsv` article (a token a line, its BIO tag behind a tab, an empty line between paragraphs), or a folder of them.
Of a folder that holds articles of `newswire_ner_apart.txt`, only these are read: training may use the others. Out: F1
of exact spans with their class, over all classes, for each, and for each region; and a prediction a line: `{"doc",
"first", "last", "type"}`, tokens counted from 0 without the empty lines, half-open.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.corpus import Figures, extractor
from reportedly.annotate import Annotator, complete
from reportedly.annotate.lexicon import countries, name_heads, nationalities
from reportedly.annotate.parse import Parsed, RawName
from reportedly.model import Annotated, Mention, Report, Span

CLASSES = ("Person", "Organization", "Location", "Facility", "NORP", "Date")
"""The classes that count; the corpus' Misc, Money and Product do not."""

CLASS_OF_SCHEMA = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "Organization",
    "Address": "Location",
}
CLASS_OF_LABEL = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility", "NORP": "NORP",
    "DATE": "Date", "TIME": "Date",
}  # fmt: skip
"""The classes of the bare model's OntoNotes labels."""

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:1[5-9]|20)\d\d(?:s\b|-\d\d(?:\d\d)?\b)?"
DAYS = r"\d{1,2}(?:st|nd|rd|th)?"
CALENDAR = re.compile(
    rf"\b(?:{WEEKDAY},? )?(?:the )?(?:{DAYS} (?:of )?{MONTH}(?:,? {YEAR})?|{MONTH}(?: {DAYS}\b)?(?:,? {YEAR})?)"
    rf"|\b{WEEKDAY}\b|\b{YEAR}\b",
    re.IGNORECASE,
)
"""What the corpus calls a Date within a time expression: a day of the week, a month, a year, or these in a row."""

CLITICS = frozenset(["s", "t", "re", "ve", "ll", "d", "m"])
"""What follows an apostrophe that the corpus has as a token of its own."""

CLOSE_BEFORE = frozenset([*".,;:!?)]}%”-/", "'s", "’s", "n't", "’"])
OPEN_AFTER = frozenset(["(", "[", "{", "$", "“", "‘", "-", "/"])

Named = tuple[int, int, str]
"""First token, last (half-open), class."""


@dataclass(frozen=True)
class Article:
    """One article: its name, its text as print would set it, the place of each token, and the names of the answers.

    A token that is not part of the text (the address in the first line) has no place. Without tags `names` is None.
    """

    name: str
    text: str
    places: tuple[Span | None, ...]
    names: frozenset[Named] | None

    @property
    def region(self) -> str:
        """Where its outlet writes from; "elsewhere" where the file's name does not tell."""
        return regions().get(self.name.split("_")[0], "elsewhere")


def evaluate(path: Path, predictions: Path | None = None) -> Figures:
    """F1 of the names in percent, `all`, by class and by region; without tags predictions only."""
    articles = [article(file) for file in files(path)]
    reports = (Report(a.text, a.name, language="en") for a in articles)
    naive, ours = [], []
    for each, (parsed, scores) in zip(articles, Annotator(extractor()).read(reports), strict=True):
        naive.append(frozenset(bare(each, parsed)))
        ours.append(frozenset(names(each, complete(parsed, scores))))
    if predictions is not None:
        predictions.write_text("".join(lines(articles, ours)), encoding="utf-8")
    if not any(each.names for each in articles):
        return Figures("newswire_ner", {})
    return Figures("newswire_ner", figures(articles, ours), figures(articles, naive), "the bare parser's names")


def files(path: Path) -> list[Path]:
    """The articles to be read, in the order of their names: those held apart where the folder has any, else all."""
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.tsv"))
    return [file for file in found if stem(file) in apart()] or found


def stem(file: Path) -> str:
    """An article's name without its endings."""
    return file.name.split(".")[0]


@cache
def apart() -> frozenset[str]:
    """The articles that no training may use."""
    text = Path(__file__).with_name("newswire_ner_apart.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def regions() -> dict[str, str]:
    """The region of each prefix of a file's name."""
    text = Path(__file__).with_name("newswire_ner_regions.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {prefix: region for region, prefixes in rows for prefix in prefixes.split()}


def article(file: Path) -> Article:
    """One article of the corpus."""
    text, previous, tags = "", "", []
    places: list[Span | None] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        word, *tagged = line.split("\t")
        if not word.strip():
            text, previous = text.rstrip() + "\n\n" if text else "", ""
            continue
        tags += tagged[:1]
        if word.startswith("http") and not text:
            places.append(None)
            continue
        if previous and not is_tight(previous, word):
            text += " "
        places.append(Span(len(text), len(text) + len(word)))
        text, previous = text + word, word
    return Article(stem(file), text, tuple(places), frozenset(tagged_names(tags)) if tags else None)


def is_tight(previous: str, word: str) -> bool:
    """Whether print sets no space between two tokens."""
    return word in CLOSE_BEFORE or previous in OPEN_AFTER or (previous in "'’" and word in CLITICS)


def tagged_names(tags: Sequence[str]) -> Iterator[Named]:
    """The names that a row of BIO tags marks, of the classes that count."""
    first: int | None = None
    for i, tag in enumerate((*tags, "O")):
        if first is not None and not tag.startswith("I-"):
            kind = tags[first].strip()[2:]
            if kind in CLASSES:
                yield first, i, kind
            first = None
        if tag.startswith("B-"):
            first = i


def names(each: Article, doc: Annotated) -> Iterator[Named]:
    """Our names and dates of an article, by the corpus' tokens and classes."""
    for mention in doc.mentions:
        kind = class_of(mention, doc.text_of(mention.span)) if mention.form == "name" else None
        if kind:
            yield from told(each, mention.span, kind)
    for time in doc.times:
        if time.type in ("DATE", "TIME"):
            yield from dates(each, time.span)


def class_of(mention: Mention, name: str) -> str | None:
    """The corpus' class of a name of ours; None for events, works, vehicles and things."""
    lower = name.lower()
    if lower in nationalities():
        return "NORP"
    if mention.schema == "PublicBody" and lower.removeprefix("the ") in countries():
        return "Location"
    if mention.schema == "Address" and name_heads().get(lower.split()[-1]) == "facility":
        return "Facility"
    return CLASS_OF_SCHEMA.get(mention.schema)


def bare(each: Article, found: Parsed) -> Iterator[Named]:
    """The names of the parser alone."""
    for raw in found.names:
        kind = CLASS_OF_LABEL.get(raw.label)
        span = span_of(found, raw)
        if kind == "Date":
            yield from dates(each, span)
        elif kind:
            yield from told(each, span, kind)


def dates(each: Article, span: Span) -> Iterator[Named]:
    """The Dates of the corpus within a time expression: of "since late May", the month."""
    for match in CALENDAR.finditer(each.text, span.start, span.end):
        yield from told(each, Span(*match.span()), "Date")


def span_of(found: Parsed, raw: RawName) -> Span:
    """The characters of a name as the parser found it."""
    return Span(found.tokens[raw.first].start, found.tokens[raw.last - 1].end)


def told(each: Article, span: Span, kind: str) -> Iterator[Named]:
    """The name with the corpus' tokens that it overlaps; nothing where it overlaps none."""
    inside = [i for i, place in enumerate(each.places) if place is not None and place.overlaps(span)]
    if inside:
        yield inside[0], inside[-1] + 1, kind


def lines(articles: Iterable[Article], ours: Iterable[frozenset[Named]]) -> Iterator[str]:
    """The predictions, a line of JSON each, in text order."""
    for each, found in zip(articles, ours, strict=True):
        for first, last, kind in sorted(found):
            yield json.dumps({"doc": each.name, "first": first, "last": last, "type": kind}, ensure_ascii=False) + "\n"


def figures(articles: Sequence[Article], found: Sequence[frozenset[Named]]) -> dict[str, float]:
    """F1 in percent over all, by class, and by region where there is more than one."""
    counts: dict[str, Counter[str]] = {}
    for each, ours in zip(articles, found, strict=True):
        gold = each.names or frozenset()
        for key in ("all", *CLASSES, each.region):
            kept = [{n for n in part if key not in CLASSES or n[2] == key} for part in (ours & gold, ours, gold)]
            counts.setdefault(key, Counter()).update(hits=len(kept[0]), ours=len(kept[1]), gold=len(kept[2]))
    by_region = sorted(key for key in counts if key not in ("all", *CLASSES))
    return {key: f1(counts[key]) for key in ("all", *CLASSES, *by_region)}


def f1(count: Counter[str]) -> float:
    """F1 in percent of hits among ours and gold."""
    total = count["ours"] + count["gold"]
    return round(200 * count["hits"] / total, 1) if total else 0.0
