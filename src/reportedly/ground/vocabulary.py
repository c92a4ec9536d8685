"""The words of time and the values that rules pass on.

In: words. Out: numbers, and the patterns that the rules are made of. `Anchor` is what a phrase is read against, `Value`
what it comes to.
"""

import re
from datetime import date
from typing import NamedTuple


class Anchor(NamedTuple):
    """What a phrase is read against.

    `today` is the day the report speaks from, None where unknown; `future` whether the phrase goes with a future act,
    None where the tense does not tell; `before` the value of the last phrase that named a day, month or year, for "that
    year", `day` that of the last one that named a day, for "the next day"; `year` the year to assume where today is
    unknown.
    """

    today: date | None = None
    future: bool | None = False
    before: str | None = None
    day: str | None = None
    year: int | None = None


class Value(NamedTuple):
    """EDTF, None where the phrase cannot be resolved, and the TIMEX3 value, None where EDTF gives it."""

    edtf: str | None = None
    timex: str | None = None


UNKNOWN = Value()

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    word: value
    for value, words in enumerate((
        "zero", "one a an", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five",
    ))
    for word in words.split()
} | {"thirty": 30, "forty": 40, "forty-eight": 48, "fifty": 50, "sixty": 60, "seventy": 70, "seventy-two": 72,
     "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip
ORDINALS = {
    word: place
    for place, words in enumerate((
        "final last closing latter", "", "first opening", "second", "third", "fourth", "fifth", "sixth", "seventh",
        "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
    ), start=-1)
    for word in words.split()
}  # fmt: skip
"""Ordinal words; the last one of a row is -1."""

PARTS = {"beginning": "early", "start": "early", "outset": "early", "turn": "early", "dawn": "early", "early": "early",
         "middle": "mid", "midpoint": "mid", "mid": "mid", "end": "late", "close": "late", "tail": "late",
         "late": "late"}  # fmt: skip
SEASONS = {"spring": "spring", "springtime": "spring", "summer": "summer", "summertime": "summer",
           "midsummer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter", "wintertime": "winter",
           "midwinter": "winter"}  # fmt: skip
TIMEX_SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midmorning": "MO", "predawn": "MO",
                "noon": "MI", "midday": "MI", "lunchtime": "MI", "afternoon": "AF", "midafternoon": "AF",
                "evening": "EV", "dusk": "EV", "sunset": "EV", "sundown": "EV", "night": "NI", "midnight": "NI",
                "nightfall": "NI", "tonight": "NI", "overnight": "NI"}  # fmt: skip
LETTER = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
          "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "season": "S",
          "generation": "GE", "millennium": "ML"}  # fmt: skip
UNITS = {"min": "minute", "hr": "hour", "yr": "year", "centurie": "century", "night": "day", "millennia": "millennium"}

BACK = frozenset(["last", "past", "previous", "preceding", "prior", "latest"])
ONWARD = frozenset(["next", "coming", "following", "upcoming", "ensuing", "subsequent"])
TOLD = frozenset(["previous", "preceding", "prior", "following", "ensuing", "subsequent", "that", "same"])
"""Shifts that count from the time told last, where there is one, and not from today."""

MONTH = (
    r"(?P<month>jan(?=uary|\b)|feb(?=ruary|\b)|mar(?=ch|\b)|apr(?=il|\b)|may\b|jun(?=e|\b)|jul(?=y|\b)|aug(?=ust|\b)|"
    r"sep(?=t|\b)|oct(?=ober|\b)|nov(?=ember|\b)|dec(?=ember|\b))[a-z]*\.?"
)
WEEKDAY_NAME = r"(?:mon(?=day|\b)|tue(?=s|\b)|wed(?=nes|s|\b)|thu(?=r|\b)|fri(?=day|\b)|sat(?=ur|\b)|sun(?=day|\b))"
WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME})[a-z]*\.?"
ANY_WEEKDAY = rf"(?:(?:this |last |next )?(?P<named>{WEEKDAY_NAME})[a-z]*\.?(?: \w+)?,? (?:the |on )?)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DAY_TO = r"(?: ?(?:-|to|until|and|or|,) ?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:and|or) )?(?P<to>\d{1,2})(?:st|nd|rd|th)?)?"
YEAR = r"(?P<year>\d{4})(?:-\d{1,4})?"
UNIT = (
    r"(?P<unit>second|minute|min|hour|hr|day|night|weekend|week|fortnight|month|quarter|year|yr|decade|century|centurie|"
    r"season|generation|millennium|millennia)s?"
)
COUNT = (
    r"(?P<count>(?:[\d,.]+|a couple of|a couple|couple of|a few|a dozen|several|few|many|some|recent|a|an|"
    r"[a-z]+(?:-[a-z]+)?)(?: and a half)?)"
)
PART = r"(?P<part>early|mid|late|beginning|start|outset|turn|dawn|middle|midpoint|end|close|tail)"
OPTIONAL_PART = rf"(?:(?:the )?(?:very )?(?:{PART})(?:-| of the | of | in the | in | )?(?: ?the )?)?"
SHIFT = (
    r"(?P<shift>last|past|previous|preceding|prior|latest|next|coming|following|upcoming|ensuing|subsequent|this|that|"
    r"these|current|same)"
)
THAT_YEAR = (
    r"(?:,? (?:of |in )?(?:the )?(?P<that>last|past|previous|this|that|same|next|following|current) "
    r"(?:calendar |fiscal )?year)?"
)
TIME_WORD = r"(?P<time>morning|afternoon|evening|night|noon|midnight|midday|dawn|dusk|lunchtime|sunset|sunrise)s?"
HOUR = (
    r"(?=\d+[:.]\d|\d+ ?(?:[ap]\.?m|o'clock|h(?:rs|ours)?\b))"
    r"(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d)(?::\d\d)?)? ?(?P<half>[ap]\.?m\.?|o'clock|hrs|h|hours)?"
    r"(?: ?(?:gmt|utc|[a-z]{2,4}|local))?(?: time)?"
)


def ordinal(word: str) -> int:
    """The number of an ordinal in words or figures; 0 for none."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(word, 0)


def count_of(words: str | None) -> float | None:
    """A number in figures or words; None for "several", "a few" and the like."""
    if words is None:
        return None
    half = words.endswith(" and a half")
    words = (
        words.removesuffix(" and a half").removesuffix(" of").replace("a couple", "couple").replace("a dozen", "dozen")
    )
    words = words.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words) + half / 2
    number = NUMBERS.get(words)
    return None if number is None else number + half / 2


def month_of(match: re.Match[str]) -> int:
    """The number of the month that a match names."""
    return MONTHS.index(match["month"]) + 1


def unit_of(match: re.Match[str]) -> str:
    """The unit that a match names, in the singular."""
    return UNITS.get(match["unit"], match["unit"])
