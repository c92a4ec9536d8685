"""Whom a report credits for what it tells: agencies, other outlets, monitors, and media named as a class.

In: a report's text. Out: one `Credit` for each name, in the order of the first credit: by a dateline "(AP)", by a cue
("told Reuters", "according to the Observatory", "the Gazette reported"), or by a line at the end ("With inputs from").
The credits of pictures, the report's own publisher, and outlets that are only spoken of are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from reportedly.link.lexicon import rows
from reportedly.model import Report, Span

CreditKind = Literal["wire", "monitor", "outlet", "media"]
"""An agency, a group that counts and documents, any other publisher, or media as a class ("state television")."""

CreditScope = Literal["report", "sentence"]
"""How much of a report a credit speaks for: all of it (a dateline, a line at the end), or the sentence it stands in."""

LONGEST = 200_000
"""Characters of a report that are read for credits."""

NEAR = 110
"""Characters on either side of a name in which a cue is looked for."""

CLASS_WORD = re.compile(r"media|outlets|reports|television|\bTV\b|radio|agenc|newspapers|broadcaster", re.IGNORECASE)
CAPITAL = re.compile(r"(?<![\w@#/.])(?:[A-Z0-9][\w]*|dpa\b|al-[A-Z]\w+)")
NATIONALITY = re.compile(
    r"(?:South |North |Saudi )?(?:[A-Z][a-z]+(?:ish|ian|an|ese|i|ch|ic|sh)|German|Greek|Thai|Saudi|Gulf|Arab|Kurdish)"
    r"(?: TV| Television| News)?"
)
ACRONYM = re.compile(
    r"^[^\n()]{2,60} \((?P<head>(?-i:[A-Z]{2,6}))\) ?(?=[-–—])|"
    r"\((?:with )?(?:inputs? from |source: ?)?(?P<tail>(?-i:[A-Z]{2,6}))\)(?=\s*\Z)",
    re.MULTILINE | re.IGNORECASE,
)
"""An agency that stands in no list, by its initials in a dateline or in brackets at the end."""

OPENINGS = (
    "The|A|An|In|On|At|As|He|She|It|They|We|But|And|That|This|These|Those|Mr|Ms|Mrs|Earlier|Later|Meanwhile|However|Also|"
    "Then|Now|Previously|Separately|Yesterday|Today|Last|When|While|After|Before|Since|Although|According|Citing|Some|Many|"
    "Several|Both|Another|Other|All|One|Two|Local|State|Official|Foreign|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    "Sunday"
)
"""Words that open a sentence beside a word such as "television" and are no name of one."""

LOCAL_REPORTS = re.compile(r"\w media reports$", re.IGNORECASE)
SITE = re.compile(r"(?<![\w@/.])[A-Za-z0-9][\w-]{1,30}\. ?(?:com|org|net|info|tv|co\.uk|de|fr|ru)\b(?![\w/])")
CALL_LETTERS = re.compile(r"(?<![\w/])[KW][A-Z]{2,3}(?: ?- ?TV)?(?![\w/])")
PICTURE = re.compile(
    r"\([^()\n]{0,90}(?:photo|photograph|file|image|getty|pictur|/| via |, )[^()\n]{0,30}$|"
    r"(?:^|\n)[^\n]{0,40}(?:photo|photograph|picture|image|credit)s?(?: by)?: ?[^\n]{0,60}$",
    re.IGNORECASE,
)
CITY_DATELINE = re.compile(r"(?:^|\n)[A-Z][A-Z .,'’-]{2,40}(?:, \w+\.?(?: \d{1,2})?)? \([^()\n]{0,40}$")
"""A city in capitals before the bracket: what follows is a dateline, and no picture's credit."""

AGENCY_COLON = re.compile(r"(?:^|\n)(?:[A-Z]{2,6}:)?$")
PICTURE_AFTER = re.compile(r" ?/?(?:photo|image|file|pictures|via getty|/getty|/file)\b", re.IGNORECASE)
DATELINE = re.compile(r"[^\n]{0,90}\((?:[^()\n]{0,40}[/,;] ?)?$")
DATELINE_AFTER = re.compile(r"(?:[/,;&] ?[^()\n]{0,40}| \w+ \w+)?\) ?(?:[-–—:]|[A-Z\"“])")
DAY_AFTER = re.compile(
    r"(?:,| ?\|)? ?(?:updated:? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2} \w{3,9},? \d{4}|(?: ?\|) ?",
    re.IGNORECASE,
)
ENDING = re.compile(r"(?:--|[-–—]|\n|[.!?] )\(?(?:[A-Z][\w ]{1,25}(?:,| -|/| and) ?)*$")
ENDING_AFTER = re.compile(r"(?:(?:,| -|/| and) ?\w[\w ]{1,25})*[.)]*\s*$")
COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?\d{0,4},? ?(?:by )?(?:the )?$", re.IGNORECASE)
CONTRIBUTED = re.compile(r"(?: \w+){0,3} contributed\b|[^.\n]{0,40} contributed to (?:this|the)")
INPUTS = re.compile(
    r"\b(?:inputs?|material|additional reporting|reporting|agencies|courtesy)(?: \w+)? (?:from|by|of)(?: the)?\s*$|"
    r"(?:^|[(\n]|[.!?] )(?:sources?|via|credit):? ?(?:the )?(?:[A-Z]\w*(?: and |, | ?/ ?|; ))*$",
    re.IGNORECASE,
)
"""What stands before a name that is credited for the whole report, in a line of its own or in brackets."""

SENTENCE_START = re.compile(r"(?:^|[.!?\n][\"”’)]*\s*|\n)[\"“‘(]*$")


@dataclass(frozen=True, slots=True)
class Credit:
    """A name that is credited, as printed, one place where it is, what it is, and how much the credit speaks for."""

    name: str
    span: Span
    kind: CreditKind
    scope: CreditScope = "sentence"


class Naming(NamedTuple):
    """A place where a name may stand: its characters, what it is, and whether the name by itself is enough."""

    start: int
    end: int
    kind: CreditKind
    sure: bool


def credits_of(report: Report, publishers: tuple[str, ...] = ()) -> tuple[Credit, ...]:
    """The credits of `report`, each name once; empty where it credits nobody.

    `publishers` are names to look for besides the listed ones, such as those of all reports of a project; their
    initials count as names too ("RWA" for Reach Wire Agency).
    """
    found: dict[str, Credit] = {}
    for credit in credited_places(report, publishers):
        found.setdefault(folded(credit.name), credit)
    return tuple(
        each for key, each in found.items() if not any(key != other and is_part(key, other) for other in found)
    )


def credited_places(report: Report, publishers: tuple[str, ...] = ()) -> Iterator[Credit]:
    """Every place where a name is credited, in text order, none inside another; one name may come often."""
    text, end = report.text[:LONGEST], 0
    for naming in namings(text, publishers):
        if naming.end <= end:
            continue
        end = naming.end
        scope = scope_of(text, naming)
        if scope is not None and not is_own(text[naming.start : naming.end], report.publisher):
            yield printed(text, naming, scope)


def namings(text: str, publishers: tuple[str, ...]) -> list[Naming]:
    """The places of names and of media as a class, in text order: listed names before shapes where two overlap.

    A shape that holds a listed name of one word wins over it ("Teshik Herald" over "Herald"), or one that goes on
    where the listed name ends ("New York Times Magazine").
    """
    kept: list[Naming] = []
    for found in (listed(text, publishers), classes(text), shaped(text)):
        fresh: set[Naming] = set()
        replaced: set[Naming] = set()
        for naming in found:
            rival = overlapping(kept, naming)
            if rival is None:
                fresh.add(naming)
            elif is_fuller(text, naming, rival):
                fresh.add(naming)
                replaced.add(rival)
        kept = sorted(fresh.union(kept) - replaced)
    return kept


def is_fuller(text: str, naming: Naming, listed_name: Naming) -> bool:
    """Whether a shape is a fuller form of a listed outlet's name."""
    one_word = " " not in text[listed_name.start : listed_name.end]
    longer = naming.end - naming.start > listed_name.end - listed_name.start
    return longer and listed_name.kind == "outlet" and (one_word or listed_name.start == naming.start)


def overlapping(namings: list[Naming], naming: Naming) -> Naming | None:
    """The first of the sorted namings that overlaps another one, or None."""
    at = bisect_left(namings, naming.start, key=lambda n: n.end - 1)
    return namings[at] if at < len(namings) and namings[at].start < naming.end else None


@lru_cache(maxsize=8)
def names(publishers: tuple[str, ...]) -> dict[str, tuple[tuple[str, CreditKind, bool], ...]]:
    """The listed names, and those of these publishers with their initials, by their first word, longest first."""
    listed_names = [
        (name, cast("CreditKind", kind), sure == "sure" and kind != "outlet")
        for name, kind, sure in rows("credits_names.tsv")
    ]
    own = (*publishers, *filter(None, map(initials, publishers)))
    named: list[tuple[str, CreditKind, bool]] = [(name.removeprefix("The "), "outlet", False) for name in own]
    found: dict[str, list[tuple[str, CreditKind, bool]]] = {}
    for each in (*listed_names, *named):
        first = CAPITAL.match(each[0])
        if first is not None:
            found.setdefault(first[0], []).append(each)
    return {first: tuple(sorted(some, key=lambda n: -len(n[0]))) for first, some in found.items()}


def initials(name: str) -> str:
    """The first letters of a name of three words or more, "" for a shorter one."""
    words = [word for word in folded(name).split() if word not in ("of", "the", "for", "and", "du", "de", "la")]
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""


def listed(text: str, publishers: tuple[str, ...]) -> Iterator[Naming]:
    """The places of names in the list; an acronym may carry the s of a lost apostrophe."""
    table = names(publishers)
    for match in CAPITAL.finditer(text):
        for name, kind, sure in table.get(match[0], ()) or table.get(match[0].removesuffix("s"), ()):
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and not inside_word(text, end, name):
                yield Naming(match.start(), end, kind, sure)
                break


def inside_word(text: str, end: int, name: str) -> bool:
    """Whether a word or a longer name goes on at `end`."""
    rest = text[end : end + 2]
    if name.isupper() and rest[:1] == "s" and not rest[1:].isalnum():
        return False
    return rest[:1].isalnum() or (rest[:1] == "-" and rest[1:].isupper() and not name.isupper())


@cache
def shapes() -> tuple[re.Pattern[str], ...]:
    """How names of outlets look that stand in no list; the name is group 1."""
    some: dict[str, list[str]] = {"begin": [], "end": [], "kind": [], "body": []}
    for role, word in rows("credits_shapes.tsv"):
        some[role].append(re.escape(word))
    begins, ends, kinds = ("|".join(sorted(some[r], key=len, reverse=True)) for r in ("begin", "end", "kind"))
    word = r"[A-Z](?:[\w&]|-(?!based|linked|run|owned|affiliated))*+(?!-)"
    name = rf"(?!(?:{OPENINGS})\b){word}(?: (?:of )?{word}){{0,3}}"
    return (
        re.compile(rf"(?<![\w’'-])((?!The ){word} (?:{word} ){{0,3}}(?:{ends}))(?![\w-])"),
        re.compile(rf"(?<![\w’'-])((?:{begins}) {word}(?: {word}){{0,2}})(?![\w-])"),
        re.compile(rf"\b(?:{kinds}),? (?:the )?({name})(?! ?(?:{kinds})\b)"),
        re.compile(rf"(?<![\w’'-])({name}),? (?:an? )?(?:\w+ )?(?:{kinds})\b"),
    )


def shaped(text: str) -> Iterator[Naming]:
    """The places of names that look like an outlet's: by their last word, a word beside them, sites, call letters."""
    found = [match.span(1) for pattern in shapes() for match in pattern.finditer(text)]
    found += [match.span() for pattern in (SITE, CALL_LETTERS) for match in pattern.finditer(text)]
    end = 0
    for first, last in sorted(found, key=lambda span: (span[0], -span[1])):
        if first >= end and not NATIONALITY.fullmatch(text, first, last):
            end = last
            yield Naming(first, last, "outlet", False)
    for match in ACRONYM.finditer(text):
        first, last = match.span("head" if match["head"] else "tail")
        yield Naming(first, last, "wire", True)


@cache
def class_names() -> re.Pattern[str]:
    """Media as a class: "Syrian state television", "local media reports"."""
    some = [re.escape(word) for role, word in rows("credits_shapes.tsv") if role == "body"]
    bodies = "|".join(sorted(some, key=len, reverse=True))
    whose = r"(?:[A-Z][a-z]+(?:ish|ian|an|ese|i|ch|ic|sh|lf|rd)|South Korean|North Korean) "
    kinds = "state(?:-run|-owned|-controlled)?|local|official|semi-official|pro-government|regional|foreign|various|"
    return re.compile(
        rf"\b((?:{whose})?(?i:(?:{kinds}several|other|social) )(?i:{bodies})|{whose}(?i:{bodies})|"
        rf"(?i:media reports|media outlets|news outlets|press reports|news reports)|"
        rf"(?i:outlets|media) in [A-Z]\w+(?: [A-Z]\w+)?|(?<=and )agencies)(?!\w)"
    )


def classes(text: str) -> Iterator[Naming]:
    """The places where media are named as a class; social media are none."""
    if not CLASS_WORD.search(text):
        return
    for match in class_names().finditer(text):
        if not match[0].lower().startswith("social"):
            end = match.end() - (len(" reports") if LOCAL_REPORTS.search(match[0]) else 0)
            yield Naming(match.start(), end, "media", False)


def scope_of(text: str, naming: Naming) -> CreditScope | None:
    """How much of the report is credited to the name by what stands around it; None where it is not credited."""
    before = text[max(0, naming.start - NEAR) : naming.start]
    before = re.sub(r"\b[Tt]he $", "", before)
    after = text[naming.end : naming.end + NEAR]
    if after[:1] == "s" and not after[1:2].isalnum():
        after = after[1:]
    if COPYRIGHT.search(before) or CONTRIBUTED.match(after):
        return "report" if naming.kind == "wire" else None
    if is_of_picture(before, after):
        return None
    if is_header(text, naming, before, after):
        return "report"
    if cue("never").search(before) or is_gloss(text, naming):
        return None
    if INPUTS.search(before):
        return "report"
    credited = naming.sure or bool(cue("before").search(before)) or bool(cue("after").match(after))
    return "sentence" if credited else None


def is_of_picture(before: str, after: str) -> bool:
    """Whether what stands around the name makes it the credit of a picture."""
    if AGENCY_COLON.search(before) and (before.endswith(":") or re.match(r":(?! )", after)):
        return True
    return bool(PICTURE_AFTER.match(after)) or (bool(PICTURE.search(before)) and not CITY_DATELINE.search(before))


def is_gloss(text: str, naming: Naming) -> bool:
    """Whether the name is an acronym in brackets after the full name."""
    bracketed = text[naming.start - 1 : naming.start] == "(" and text[naming.end : naming.end + 1] == ")"
    return bracketed and naming.kind == "monitor" and text[naming.start : naming.end].isupper()


def is_header(text: str, naming: Naming, before: str, after: str) -> bool:
    """Whether the name stands in a dateline, beside the date at the head, or as the last words of the report."""
    head = naming.start < 600
    if naming.kind != "media" and head and DATELINE.search(before) and DATELINE_AFTER.match(after):
        return True
    if naming.kind == "wire" and naming.start < 250 and DAY_AFTER.match(after):
        return True
    tail = len(text) - naming.end < 60
    return naming.kind in ("wire", "media") and tail and bool(ENDING.search(before)) and bool(ENDING_AFTER.match(after))


@cache
def cue(side: str) -> re.Pattern[str]:
    """One expression for all cues of a side: up to the name, or from its end on."""
    parts = "|".join(f"(?:{row[1]})" for row in rows("credits_cues.tsv") if row[0] == side)
    return re.compile(rf"(?:{parts})" if side == "after" else rf"(?:{parts})[\s\"“‘']*$", re.IGNORECASE)


def printed(text: str, naming: Naming, scope: CreditScope) -> Credit:
    """The credit as printed: with its article where that is part of the name."""
    start, name = naming.start, text[naming.start : naming.end]
    if text[max(0, start - 4) : start] == "The " and naming.kind != "media":
        opens = SENTENCE_START.search(text[max(0, start - 24) : start - 4] if start > 4 else "")
        if (not opens and naming.kind != "monitor") or name in ("Associated Press", "Canadian Press"):
            start -= 4
    return Credit(text[start : naming.end], Span(start, naming.end), naming.kind, scope)


def folded(name: str) -> str:
    """A name without its article, in one case."""
    return re.sub(r"^the ", "", " ".join(name.lower().split()))


def is_part(name: str, other: str) -> bool:
    """Whether `name` stands in `other`, a longer name of the same, or is made of its first letters."""
    return (len(name) < len(other) and f" {name} " in f" {other} ") or name.upper() == initials(other)


def is_own(name: str, publisher: str | None) -> bool:
    """Whether `name` is the publisher's: by its letters or initials, or by a site's address that holds them."""
    if publisher is None or not squashed(name):
        return False
    key, own = squashed(name), squashed(publisher)
    key = re.sub(r"(com|net|org|couk)$", "", key) or key
    words = [squashed(word) for word in folded(name).split()]
    labels = [squashed(part).removeprefix("the") for part in re.split(r"[./ ]", publisher.lower())]
    shortened = "".join(word[:1] for word in words[:-1]) + words[-1]
    alike = key in own or (len(own) > 4 and own in key)
    return (
        own in (key, words[0])
        or name == initials(publisher)
        or (len(key) > 4 and alike)
        or bool({key, shortened}.intersection(labels))
    )


def squashed(name: str) -> str:
    """The letters and digits of a name, in one case, without its article."""
    return "".join(c for c in folded(name) if c.isalnum())
