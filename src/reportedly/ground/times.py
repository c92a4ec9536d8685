"""The values of a report's time phrases: EDTF for claims, TIMEX3 for annotations.

In: an annotated report. Out: for each of `doc.times` a value, read against the day that the report speaks from: a date
printed at its head where there is one, else its publication date.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import NamedTuple

from reportedly.ground.calendar import first_day
from reportedly.ground.overlap import overlapping
from reportedly.ground.phrases import value
from reportedly.ground.vocabulary import UNKNOWN, Anchor, Value
from reportedly.model import Annotated, Span, Time, TimeExpression, TimexType, Token

HEAD = 240
"""Characters at the head of a report in which a printed date is sought."""

MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.?"
)
WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*\.?,? )?"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
WHOLE = (
    rf"{WEEKDAY}(?:{DAY} {MONTH},? \d{{4}}|{MONTH} {DAY},? \d{{4}}|{MONTH} ?\d{{6}}|"
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d)"
)
PART = rf"{WEEKDAY}(?:{DAY} {MONTH}|{MONTH} {DAY})"
PRINTED = (
    re.compile(rf"^\W*({WHOLE})"),
    re.compile(rf"(?i:published|posted|updated|dated|date|issued)(?i: at| on| in)?:? ({WHOLE})"),
    re.compile(rf"^(?:[A-Z][\w.'-]*[ ,/]+){{1,5}}?[,(–—-]* ?({WHOLE}|{PART}) ?(?:\([^)]{{1,20}}\) ?)?[):–—-]"),
    re.compile(rf"^({WHOLE})$", re.MULTILINE),
    re.compile(rf"({WHOLE}),? (?:at )?[012]?\d:[0-5]\d"),
)
"""Where a report prints its own date: at its very beginning, after "Published", in a dateline, on a line of its own,
with a time of day."""

LOOSE = re.compile(
    r"(?<!\bon )(?<!\bof )(?<!\bin )(?<!\bby )(?<!since )(?<!until )(?<!after )(?<!efore )(?<!from )(?<!day )(?<![\d-])"
    rf"({WHOLE})(?= [A-Z“\"])"
)
"""A whole date in a run of headline words: after no preposition, before the first word of a sentence."""

YESTERDAY = re.compile(rf"(?i:yesterday) ?\(({WHOLE})\)")

THIS_DAY = re.compile(rf"\b(?i:today|this),? \(?({MONTH} {DAY},? \d{{4}}|{DAY} {MONTH},? \d{{4}})")
"""A whole date that the text calls today: "today (May 3, 2019)", "in a letter this 3 May 2019"."""

SINCE = re.compile(r"(?i)(?:ever )?since ")

NEAR = timedelta(days=21)
"""How far a loose date may lie from the publication date."""

AHEAD = frozenset(["will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d"])
PLANNING = frozenset([
    "plan", "expect", "schedule", "set", "due", "slate", "intend", "aim", "hope", "vow", "promise", "agree", "decide",
    "seek", "prepare", "want", "need",
])  # fmt: skip
"""Verbs whose infinitive lies ahead."""

TRYING = frozenset(["try", "attempt", "manage", "fail", "begin", "start", "continue", "help", "refuse", "struggle"])
"""Verbs whose infinitive lies where they do: "tried to flee in May"."""

DATED = re.compile(r"[A-Za-z].*\d{4}|\d{4}-\d\d|\d[./-]\d{4}")
"""A phrase that prints a year with a month; dates without a year take it over where the report has no date."""


class Told(NamedTuple):
    """A report's time phrases with their values and what they were read against, and the day that it speaks from."""

    spans: tuple[Span, ...]
    values: tuple[Value, ...]
    anchors: tuple[Anchor, ...]
    today: date | None


def anchored_day(doc: Annotated) -> date | None:
    """The day that a report speaks from: printed at its head, else its publication; None where neither is known."""
    published = first_day(doc.report.published) if doc.report.published else None
    return printed_day(doc.report.text[:HEAD], published) or published


def printed_day(head: str, published: date | None) -> date | None:
    """The date that the head of a report prints as its own, None where it prints none."""
    for shape in PRINTED:
        match = shape.search(head)
        if match and (day := day_in(match[1], published)):
            return day
    if published is not None:
        for match in LOOSE.finditer(head):
            day = day_in(match[1], published)
            if day and abs(day - published) <= NEAR:
                return day
    match = YESTERDAY.search(head)
    day = day_in(match[1], published) if match else None
    if day:
        return day + timedelta(days=1)
    match = THIS_DAY.search(head) if published is None else None
    return day_in(match[1], None) if match else None


def day_in(phrase: str, published: date | None) -> date | None:
    """The day of a printed date; one without a year needs a publication date."""
    edtf = value(phrase, Anchor(published and published + NEAR)).edtf
    return first_day(edtf) if edtf else None


def told(doc: Annotated) -> Told:
    """What a report says of time."""
    today = anchored_day(doc)
    found = tuple(readings(doc, today))
    return Told(tuple(t.span for t in doc.times), tuple(v for v, _ in found), tuple(a for _, a in found), today)


def readings(doc: Annotated, today: date | None) -> Iterator[tuple[Value, Anchor]]:
    """The value of each of `doc.times` with what it was read against, each in the light of those before it."""
    year = before = day = None
    for each in doc.times:
        phrase = doc.text_of(each.span)
        anchor = Anchor(today, ahead(doc, each), before, day, year)
        found = known_event(doc, each, phrase) or (UNKNOWN if event_follows(doc, each) else value(phrase, anchor))
        if each.type == "DURATION" and anchor.future and each.first and doc.tokens[each.first - 1].lower == "in":
            found = value(f"{phrase} from now", anchor)
        if each.type == "SET":
            found = Value(None, found.timex)
        if found.edtf and ".." not in found.edtf:
            before = found.edtf
            day = before if len(before) == 10 else day
            year = int(found.edtf[:4]) if DATED.search(phrase) else year
        yield found, anchor


def event_follows(doc: Annotated, phrase: TimeExpression) -> bool:
    """Whether a phrase counts from an event told after it and not from a date: "two days after the vote"."""
    if doc.tokens[phrase.last - 1].lower not in ("after", "before") or phrase.last == len(doc.tokens):
        return False
    following = doc.tokens[phrase.last]
    return following.pos != "PUNCT" and following.sentence == doc.tokens[phrase.last - 1].sentence


def known_event(doc: Annotated, phrase: TimeExpression, words: str) -> Value | None:
    """The date of an event that news names by day and month: "the Sept. 11 attacks"; None for any other phrase."""
    if phrase.last == len(doc.tokens):
        return None
    dated = value(words, Anchor(year=EVENT_YEAR)).edtf
    if dated is None or not dated.startswith(f"{EVENT_YEAR}-"):
        return None
    day = known_events().get((dated[5:], doc.tokens[phrase.last].lower))
    return Value(day) if day else None


EVENT_YEAR = 1584
"""A leap year that no phrase names, to read a day and month without a year."""


@cache
def known_events() -> dict[tuple[str, str], str]:
    """The date of each event of data/known_events.tsv, by day and month and by each word that follows them."""
    text = (resources.files(__package__) / "data" / "known_events.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {(day[5:], word): day for day, words in rows for word in words.split("|")}


def ahead(doc: Annotated, phrase: TimeExpression) -> bool | None:
    """Whether the verb that a phrase goes with looks to the future: "will", "is to", "plans to".

    None where it does not tell: a verb in the present ("has until June"), a participle, no verb at all.
    """
    tokens = doc.tokens
    i = phrase.first
    for _ in range(8):
        if tokens[i].pos in ("VERB", "AUX") and not phrase.first <= i < phrase.last:
            return verb_ahead(doc, tokens[i])
        i = tokens[i].head
    return None


def verb_ahead(doc: Annotated, verb: Token) -> bool | None:
    """Whether a verb stands in the future, False for a past tense, None for any other."""
    helpers = [doc.tokens[c] for c in doc.children[verb.i] if doc.tokens[c].dep in ("aux", "auxpass")]
    if any(h.lower in AHEAD for h in helpers):
        return not any(h.lemma == "have" for h in helpers)
    head = doc.tokens[verb.head]
    if verb.tag == "VB" and head.lemma in TRYING and verb.i != head.i:
        return verb_ahead(doc, head)
    if verb.tag == "VB" and any(h.lower == "to" for h in helpers):
        return True if head.lemma in PLANNING or head.lemma in ("be", "go") else None
    if verb.tag == "VBD" or any(h.tag == "VBD" or h.lemma == "have" for h in helpers):
        return False
    return None


def times(doc: Annotated) -> tuple[Time, ...]:
    """A value for each of `doc.times`, in their order; EDTF None where a phrase cannot be resolved."""
    found = told(doc)
    return tuple(Time(v.edtf, span) for span, v in zip(found.spans, found.values, strict=True))


def timex(doc: Annotated) -> tuple[tuple[TimexType, str], ...]:
    """TIMEX3 type and value of each of `doc.times`, in their order; X stands for what is not known."""
    return tuple((t.type, timex_value(v, t.type)) for t, v in zip(doc.times, told(doc).values, strict=True))


def timex_value(found: Value, type_: TimexType) -> str:
    """The TIMEX3 value of a phrase of a type: "2025-02-05", "2025-W05", "P3D", "PRESENT_REF"."""
    if found.timex:
        return found.timex.rpartition("/")[2] if ".." not in found.timex else found.timex.strip("./")
    if found.edtf:
        return found.edtf.replace("..", "").strip("/").partition("/")[0]
    return {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXD", "SET": "P1D"}[type_]


def resolved(doc: Annotated, found: Told, span: Span, *, future: bool = False) -> str | None:
    """The EDTF value of any phrase of the report; None where nothing in it can be resolved.

    `future` says that the phrase dates an act that lies ahead; it counts where the verb beside it does not tell. A
    clause with "since" that names a time is open from then on: "since the strike began in May".
    """
    inside = [i for i in overlapping(found.spans, span) if belongs(found.spans[i], span)]
    if not inside:
        return value(doc.text_of(span), Anchor(found.today, future)).edtf
    if SINCE.fullmatch(doc.report.text[found.spans[inside[0]].start : span.start]):
        return value(doc.text_of(span), found.anchors[inside[0]]).edtf
    edtf = next(filter(None, (edtf_of(doc, found, i, future=future) for i in inside)), None)
    opens = found.spans[inside[0]].start > span.start and SINCE.match(doc.text_of(span)) is not None
    return f"{edtf.partition('/')[0]}/.." if opens and edtf and ".." not in edtf else edtf


def edtf_of(doc: Annotated, found: Told, i: int, *, future: bool) -> str | None:
    """The EDTF value of the i-th phrase, read again as ahead where only the act it dates tells that."""
    anchor = found.anchors[i]
    if not future or anchor.future is not None or found.values[i].edtf is None:
        return found.values[i].edtf
    return value(doc.text_of(found.spans[i]), anchor._replace(future=True)).edtf


def belongs(part: Span, whole: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    common = min(part.end, whole.end) - max(part.start, whole.start)
    return 2 * common >= min(part.end - part.start, whole.end - whole.start)
