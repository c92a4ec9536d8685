"""What a time phrase means on a given day: the rules of news English.

In: the words of one phrase and the `Anchor` that it is read against. Out: a `Value`, EDTF and TIMEX3. Every rule is a
pattern over the normalised phrase and a function of its match; the first that fits decides. Early, mid and late are
days 1 to 10, 11 to 20 and 21 to the end of a month, the first, middle and last four months of a year.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache, lru_cache

from reportedly.ground.calendar import days_edtf, first_day, last_day, span_edtf
from reportedly.ground.dates import (
    century,
    dated,
    day_month,
    decade,
    figures,
    holidays,
    iso_date,
    month_alone,
    named_day,
    part_of_year,
    run_together,
    season,
    year_alone,
    years,
)
from reportedly.ground.relative import (
    ago,
    away,
    counted_to,
    counted_units,
    day_beside,
    day_told,
    duration,
    near_today,
    part_of_unit,
    past,
    stepped,
    this_unit,
    weekday,
    weekend,
)
from reportedly.ground.vocabulary import (
    ANY_WEEKDAY,
    COUNT,
    DAY,
    DAY_TO,
    HOUR,
    MONTH,
    OPTIONAL_PART,
    PARTS_OF_DAY,
    SEASONS,
    SHIFT,
    THAT_YEAR,
    TIME_WORD,
    UNIT,
    UNKNOWN,
    WEEKDAY,
    WEEKDAY_NAME,
    WEEKDAYS,
    YEAR,
    Anchor,
    Value,
    count_of,
    ordinal,
    unit_of,
)

LONGEST = 80
"""Characters of the longest phrase that is read; what is longer is no time phrase."""

LEADING = re.compile(
    r"^(?:(?:on|in|at|during|within|throughout|over|for|around|about|just|only|almost|nearly|roughly|approximately|"
    r"more than|as of|amid|ever|even|back|sometime|the whole|the entire|all of) )+"
)
"""Words before a phrase that do not change its value."""

Rule = Callable[[re.Match[str], Anchor], Value]


def value(phrase: str, anchor: Anchor) -> Value:
    """What a phrase says when, against `anchor`; UNKNOWN where no rule fits or a date that it needs is missing."""
    if len(phrase) > LONGEST:
        return UNKNOWN
    text = normal(phrase)
    for opener, make in SIGNALS:
        match = opener.match(text)
        if match:
            return make(text[match.end() :], anchor)
    return bare(text, anchor)


@lru_cache(maxsize=4096)
def normal(phrase: str) -> str:
    """The phrase in lower case, single spaces, plain marks, without what does not bear on its value."""
    text = phrase.lower().replace("’", "'").replace("‑", "-").replace("–", "-").replace("—", "-")
    text = re.sub(r"[.,;:”\"')]*(?:\[\d+\]?)+$", "", text)  # footnote marks
    text = re.sub(r"[\s]+", " ", text).strip(" ,;:()")
    text = re.sub(r"(?<=\w) ?'s\b(?! (?:day|eve|night|weekend))|(?<=s)'(?= |$)", "", text)
    return LEADING.sub("", text)


def bare(text: str, anchor: Anchor) -> Value:
    """The value of a phrase without a signal: what the first fitting rule says, else a range of two."""
    return by_rule(text, anchor) or between(text, anchor)


def by_rule(text: str, anchor: Anchor) -> Value | None:
    """The value by the first rule that fits, None where none does."""
    for pattern, rule in RULES:
        match = pattern.fullmatch(text)
        if match:
            return rule(match, anchor)
    return None


def since(text: str, anchor: Anchor) -> Value:
    """From the phrase on: its beginning, in its own precision, open."""
    inner = told(anchor) if text == "then" else bare(normal(text), anchor)
    if inner.edtf is None or inner.edtf.startswith(".."):
        return inner._replace(edtf=None)
    return Value(f"{inner.edtf.partition('/')[0]}/..", inner.timex or inner.edtf)


def until(text: str, anchor: Anchor) -> Value:
    """Up to the phrase: its end, in its own precision."""
    inner = told(anchor) if text in ("then", "now") and anchor.before else bare(normal(text), anchor)
    if inner.edtf is None or inner.edtf.endswith(".."):
        return inner._replace(edtf=None)
    return Value(f"../{inner.edtf.rpartition('/')[2]}", inner.timex or inner.edtf)


def told(anchor: Anchor) -> Value:
    """The time told last."""
    return Value(anchor.before)


def from_to(text: str, anchor: Anchor) -> Value:
    """A range where the phrase names its end too, else open; a time compared with ("from a year ago") as it stands."""
    ranged = between(text, anchor)
    if ranged.edtf:
        return ranged
    whole = bare(text, anchor)
    if whole.edtf and "/" in whole.edtf and re.search(r"\d ?(?:-|to|until|and) ?\d", text):
        return whole
    if re.search(r"(?:ago|earlier|yesterday|today)$|^(?:the )?(?:last|previous|same) ", text):
        return whole
    return since(text, anchor)


def between(text: str, anchor: Anchor) -> Value:
    """The range "X to Y", "X and Y", "X-Y"; a month or year that X lacks is Y's. UNKNOWN where it is none."""
    if re.match(r"(?:between |from )?\d{1,2}(?:st|nd|rd|th)? ?(?:to|until|till|and|-) ?\d{1,2}(?:st|nd|rd|th)? ", text):
        return by_rule(text, anchor) or UNKNOWN
    match = re.fullmatch(r"(?:between |from )?(.+?)(?: (?:to|until|till|through|and|or) | ?- ?)(.+)", text)
    if match is None:
        return UNKNOWN
    right = bare(match[2], anchor)
    left_text = match[1]
    year = re.search(r"\b\d{4}$", match[2])
    if year and not re.search(r"\d{4}", left_text):
        left_text = f"{left_text} {year[0]}"
    left = bare(left_text, anchor)
    if left.edtf is None or right.edtf is None:
        return UNKNOWN
    low, high = first_day(left.edtf), last_day(right.edtf)
    if low is None or high is None or low > high:
        return UNKNOWN
    return Value(span_edtf(left.edtf, right.edtf), right.timex)


SIGNALS: tuple[tuple[re.Pattern[str], Callable[[str, Anchor], Value]], ...] = (
    (re.compile(r"(?:ever )?since (?:at least )?|post-|(?:soon )?after |following (?!day|week|month|year)"), since),
    (
        re.compile(
            r"(?:up )?(?:until|till|'til|til|through|thru) (?:at least )?|by |before |prior to |pre-|ahead of |"
            r"no later than "
        ),
        until,
    ),
    (re.compile(r"between "), between),
    (re.compile(r"from "), from_to),
)  # fmt: skip


def week_in_month(match: re.Match[str], anchor: Anchor) -> Value:
    """The n-th week, weekend, day or half of a month: its n-th seven days, the last seven for "last"."""
    inner = bare(match["rest"], anchor)
    number = ordinal(match["nth"])
    low, high = (inner.edtf and first_day(inner.edtf)) or None, (inner.edtf and last_day(inner.edtf)) or None
    if low is None or high is None or not number or number > 5:
        return UNKNOWN
    if match["unit"] == "half":
        middle = low + timedelta(days=((high - low).days + 1) // 2 - 1)
        return Value(days_edtf(low, middle) if number == 1 else days_edtf(middle + timedelta(days=1), high))
    if match["unit"] == "day":
        day = high if number < 0 else low + timedelta(days=number - 1)
        return Value(day.isoformat())
    first = high - timedelta(days=6) if number < 0 else low + timedelta(days=7 * (number - 1))
    last = min(first + timedelta(days=6), high)
    return Value(days_edtf(first, last), "{:04d}-W{:02d}".format(*(first + timedelta(days=3)).isocalendar()[:2]))


def edge_of(match: re.Match[str], anchor: Anchor) -> Value:
    """The first or last days or months of a month or year: its early or late part."""
    part = "early" if ordinal(match["nth"]) == 1 else "late"
    return bare(f"{part} {match['rest']}", anchor)


def since_told(match: re.Match[str], anchor: Anchor) -> Value:
    """A length of time since a date: from that date on."""
    return since(match["rest"], anchor)


def day_in_month(match: re.Match[str], anchor: Anchor) -> Value:
    """A day of this or last month by its number."""
    inner = bare(match["rest"], anchor).edtf
    return dated(int(inner[:4]), int(inner[5:7]), int(match["day"])) if inner else UNKNOWN


def two_weekdays(match: re.Match[str], anchor: Anchor) -> Value:
    """Two days of the week: from the one to the other."""
    right = bare(match[2], anchor)
    last = right.edtf and first_day(right.edtf)
    if not last:
        return UNKNOWN
    first = last - timedelta(days=(last.weekday() - WEEKDAYS.index(match[1][:3])) % 7)
    return Value(days_edtf(first, last))


def away_from(match: re.Match[str], anchor: Anchor) -> Value:
    """N units before or after a time that the phrase itself names; UNKNOWN where either is vague."""
    inner = bare(match["rest"], anchor)
    count, unit = count_of(match["count"]), unit_of(match)
    base = first_day(inner.edtf) if inner.edtf else None
    if base is None or count is None:
        return UNKNOWN
    day = stepped(base, count, unit, -1 if match["way"] == "before" else 1)
    return UNKNOWN if day is None else counted_to(day, unit)


def clock(match: re.Match[str], anchor: Anchor) -> Value:
    """A time of day: on the day that the phrase names, else on the day told last."""
    rest = match["rest"]
    inner = bare(rest, anchor) if rest else UNKNOWN
    edtf = inner.edtf or (None if rest else anchor.day)
    hour, minute = int(match["hour"]) % 24, int(match["minute"] or 0)
    if (match["half"] or "").startswith("p") and hour < 12:
        hour += 12
    day = edtf or (anchor.today.isoformat() if anchor.today else "XXXX-XX-XX")
    return Value(inner.edtf, f"{day}T{hour:02d}:{minute:02d}")


def time_of(match: re.Match[str], anchor: Anchor) -> Value:
    """A part of the day, on the day that the phrase names."""
    rest = match["rest"]
    inner = bare(rest, anchor) if rest else UNKNOWN
    code = PARTS_OF_DAY.get(match["time"].rstrip("s"), "MO")
    day = inner.edtf or (anchor.today.isoformat() if anchor.today else "XXXX-XX-XX")
    return Value(inner.edtf, f"{day}T{code}")


def doubled(match: re.Match[str], anchor: Anchor) -> Value:
    """A relative day with its date beside it: the date decides."""
    return bare(match["rest"], anchor)


def vague(timex: str) -> Rule:
    """A rule for words that name no date, with their TIMEX3 value."""
    return lambda match, anchor: Value(None, timex)


SOURCES: tuple[tuple[str, Rule], ...] = (
    (r"(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?:t.*)?", iso_date),
    (r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})", figures),
    (rf"{MONTH} ?(?P<day>\d\d?)(?P<year>\d{{4}})", run_together),
    (rf"{ANY_WEEKDAY}(?:the )?{DAY}{DAY_TO}(?: of)?[ -]{MONTH}(?:[, -]*(?:of )?{YEAR})?{THAT_YEAR}", day_month),
    (rf"{ANY_WEEKDAY}{MONTH} ?(?:the )?{DAY}{DAY_TO}(?:[, ]+{YEAR})?{THAT_YEAR}", day_month),
    (rf"{OPTIONAL_PART}(?:the )?(?:{SHIFT} )?{MONTH}(?:,? ?(?:of )?{YEAR})?{THAT_YEAR}", month_alone),
    (rf"{OPTIONAL_PART}(?:the )?(?P<year>\d{{4}})", year_alone),
    (r"(?:the )?(\d{4}) ?[-/] ?(\d{2}|\d{4})", years),
    (rf"{OPTIONAL_PART}(?:the )?'?(?P<decade>(?:\d\d)?\d0)'?s", decade),
    (rf"{OPTIONAL_PART}(?:the )?(?P<nth>\d\d(?:st|nd|rd|th)|(?!this|last|next|that)[a-z-]+)[ -]century", century),
    (
        rf"(?:the )?(?:{SHIFT} )?(?:(?:early|late|mid)[ -])?(?P<season>{'|'.join(SEASONS)})"
        rf"(?:,? ?(?:of |in )?(?:the year )?{YEAR})?{THAT_YEAR}",
        season,
    ),
    (
        r"(?:the )?(?P<nth>first|second|third|fourth|final|last|opening|closing|latter|[1-4](?:st|nd|rd|th))[ -]"
        rf"(?P<kind>quarter|half)(?:,? ?(?:of |in )?(?:the )?{YEAR})?{THAT_YEAR}",
        part_of_year,
    ),
    (rf"(?P<letter>[qh])(?P<nth>[1-4])(?:,? ?(?:of )?{YEAR})?{THAT_YEAR}", part_of_year),
    (
        r"(?:the )?(?P<nth>[a-z]+|\d(?:st|nd|rd|th)) (?P<unit>week|weekend|day|half) (?:of|in) (?P<rest>.+)",
        week_in_month,
    ),
    (r"(?:the )?(?P<nth>first|opening|last|final|closing) (?:days|weeks|months) of (?:the )?(?P<rest>.+)", edge_of),
    (rf"(?:earlier|later|early|late) in (?P<rest>{MONTH}.*)", doubled),
    (r"(?:overnight|midweek) (?:on )?(?P<rest>.+)", doubled),
    (rf"{COUNT} {UNIT} since (?P<rest>.+)", since_told),
    (
        rf"(?:(?:earlier|later|early|late)(?: on)? )?(?:the )?(?:{SHIFT} )?(?:early |late )?{WEEKDAY}(?: {TIME_WORD})?"
        r"(?:,? (?:of |in )?(?:the )?(?P<week>last|this|next|previous|following) week)?",
        weekday,
    ),
    (rf"({WEEKDAY_NAME})[a-z]*\.?(?: \w+)? (?:and|or|to) ({WEEKDAY}(?: {TIME_WORD})?)", two_weekdays),
    (
        r"(?:(?:earlier|later|early|late) )?(?:on )?(?P<word>today|yesterday|tomorrow|tonight|overnight)"
        rf"(?: {TIME_WORD})?",
        near_today,
    ),
    (rf"(?:(?:earlier|later|early|late) )?(?P<word>last|this|next) {TIME_WORD}", near_today),
    (rf"(?:the )?(?:{SHIFT} )?(?P<name>{{holidays}})(?:,? ?(?:in |of )?{YEAR})?{THAT_YEAR}", named_day),
    (rf"(?:early |late |the )*{TIME_WORD}(?: (?:on |of )?(?P<rest>.+))?", time_of),
    (
        r"(?:the )?(?:same|that|very) day|(?:earlier|later)(?: in| on)? (?:the|that|the same|in the) day|the day",
        day_told,
    ),
    (
        r"(?:the )?(?P<shift>next|following|previous|preceding|subsequent) "
        rf"(?:day(?: {TIME_WORD})?|morning|night|evening)",
        day_beside,
    ),
    (r"(?:the|a|one) day (?P<shift>before|after|earlier|later)(?P<time>)", day_beside),
    (r"(?:the )(?P<shift>last|past) (?P<count>)(?P<unit>day|week|month|year|decade|century)", counted_units),
    (
        r"(?:(?:the )?(?P<part>early|mid|late|earlier|later|beginning|start|middle|end|close|turn)(?: on)?"
        rf"(?:-| of | in | )?(?:the )?)?(?:the )?(?:entire |whole )?{SHIFT} "
        rf"(?:calendar |fiscal |financial |entire |whole )?{UNIT}(?: {TIME_WORD})?",
        this_unit,
    ),
    (rf"{OPTIONAL_PART.removesuffix('?')}(?:the )?{UNIT}", part_of_unit),
    (r"(?:the )?weekend", weekend),
    (rf"(?:the )?(?P<shift>last|past|previous|next|coming|following) (?:{COUNT}[ -])?{UNIT}", counted_units),
    (rf"(?:{COUNT} )?{UNIT} ago", ago),
    (rf"{COUNT} {UNIT} (?P<way>earlier|later|before|after|afterwards|previously|prior|on|from now)", away),
    (r"(?P<part>earlier|later) (?:in |on in )?the (?P<unit>week|month|year)(?P<shift>)(?P<time>)", this_unit),
    (rf"{COUNT} {UNIT} (?P<way>before|after) (?P<rest>.+)", away_from),
    (r"daily|(?:every|each|per) ?day", vague("P1D")),
    (r"weekly|(?:every|each|per) week", vague("P1W")),
    (r"monthly|(?:every|each|per) month", vague("P1M")),
    (r"annual(?:ly)?|yearly|(?:every|per|each) year", vague("P1Y")),
    (rf"(?:{COUNT}[ -])?{UNIT}(?:-old)?(?: and a half)?", duration),
    (rf"{HOUR}(?:,? (?:on )?(?P<rest>\D.+))?", clock),
    (r"(?:the )?(?:early|small) (?P<time>hours) of (?P<rest>.+)", time_of),
    (r"(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th) of (?P<rest>(?:this|last|next|that) month)", day_in_month),
    (r"[a-z]+(?: [a-z]+)?,? ?\(? ?(?P<rest>(?:[a-z]+\.? )?\d.+)", doubled),
    (r"(?:the )?(?:distant |recent )?past", past),
    (r"recent(?:ly)?|lately|recent \w+|previously|formerly|hitherto", vague("PAST_REF")),
    (
        r"(?:the )?(?:near |foreseeable |distant )?future|soon|shortly|someday|imminently|(?:the )?long[- ]term|"
        r"short-term",
        vague("FUTURE_REF"),
    ),
    (r"(?:right )?now|currently|presently|nowadays|ongoing|current|today", vague("PRESENT_REF")),
)
"""Each rule: a pattern over the whole normalised phrase, and what its match comes to. The first that fits decides."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    names = "|".join(re.escape(name) for name in sorted(holidays(), key=lambda n: (-len(n), n)))
    return tuple((re.compile(source.replace("{holidays}", names)), rule) for source, rule in SOURCES)


RULES = _compiled()
