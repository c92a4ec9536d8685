"""The phrases of a report that say when, how long or how often: TIMEX3 expressions.

In: a report's tokens. Out: `TimeExpression` values in text order; what day they mean is told by the ground stage. Each
token gets a one-letter class, mostly from data/time_words.tsv, and one grammar is matched over the string of letters,
so a report of 400 words is a string of 400 characters.

Letters: M month, W weekday, w its abbreviation, p weekdays in the plural, Y year, D day number, O ordinal day ("5th"),
J two days in one token ("2–5"), R part of a year ("mid-2014"), Z two years ("2010–14"), X whole date ("05/02/2025"),
j "092017", K decade ("1990s"), Q quarter ("Q1"), S season, H named day (~ its further tokens), T today and the like,
P part of the day, C clock time, m a.m., z time zone, U unit, V units, c quarter, half, century, N number, q vague
quantity, r ordinal word, a "a", d "the", L last, n next, t this, e early, E earlier, b beginning, y entire, o of, i in,
on, at, s since, until, before, f from, B between, k to, & and, G ago, v every, F daily, x twice, l week-long, A now,
u future, h then, g old, % time, _ any other noun or adjective, "." the rest.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import groupby, pairwise
from typing import NamedTuple

from reportedly.model import Annotated, Sentence, TimeExpression, TimexType, Token

FALSE_FRIENDS = frozenset("MWSe")
"""Classes whose words are also verbs or names: May, March, Sat, Sun, fall, spring."""

GIVEN_NAMES = frozenset(["april", "may", "june", "august", "jan", "mar", "jun", "summer", "autumn"])
"""Words of time that are persons' names too."""

ABBREVIATIONS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
"""Months without a full stop that count only beside a number: "Mar" is also the beginning of names."""

UNSETTLED = frozenset("YKMVnFA")
"""Classes that the neighbours of a word decide."""

UNITS = r"[UVc]"
NUMBER = r"(?:a?qod?|a?q{1,3}|N&ac|[ND]-&-a-c|[ND](?:[&k-][ND])?N{0,3})"
THAT_UNIT = r"(?:,?o?d?[Ltn]U)"
YEAR = rf"(?:,?o?Y(?:-[DN])?|j|{THAT_UNIT})"
WEEKDAY = r"(?:[tLn]?[Ww]P?,?\(?i?d?)"
DAYS_BEFORE = r"(?:[DO](?:[&,k-][DO]){0,4}|J)"
DAYS_AFTER = r"(?:[DO](?:-[DO]|[&k][DO](?![_UV.]))?|J)"
CLOCK = r"(?:C|[DN](?=m))m?(?:z%?)?"
WHICH = rf"(?:d?[Ltn]U|M{YEAR}?|d?Y)"

GRAMMAR: tuple[tuple[TimexType, str], ...] = (
    ("DATE", rf"{WEEKDAY}?Md?{DAYS_AFTER}{YEAR}?"),
    ("DATE", rf"{WEEKDAY}?d?{DAYS_BEFORE}o?-?M(?:-?{YEAR})?"),
    ("DATE", rf"(?:d?[eEb]-?[oi]?d?-?|d?[tLn])?M(?:[-k&]M)?{YEAR}?"),
    ("DATE", r"X|D-D-Y|Y-D-D|Z|Y-[YDN]|D-M-Y|M-D-Y"),
    ("DATE", r"(?:d?[eb]-?o?d?-?)?[YZ]|R|d?Oo[tLn]U"),
    ("DATE", r"(?:d?[eEb]?o?d?-?|d?[Ltn]Y?)K"),
    ("DATE", rf"(?:[eE]i?)?d?[tLn]?e?W(?:{THAT_UNIT}|&W(?!P))?"),
    ("TIME", r"(?:[eE]i?)?d?[tLn]?e?WP|d?eVoW|d?e?Pi?W"),
    ("DATE", r"[eE]?T(?:i?W)?"),
    ("TIME", r"TP|e?d?[tLn]P|[eE]idP|(?<=i)d?e?P|(?<=s)P|eP"),
    ("DATE", rf"(?:[Ee]i?o?|d?bo|e-)?d?y?[Ltn]y?(?:{NUMBER})?-?{UNITS}(?:o{WHICH})?|d?[be]oi?dU"),
    ("DATE", rf"[UV]E|dU[Ln]|(?:[da]|{NUMBER})[UV][Es]|[UV]s"),
    ("DATE", rf"(?:(?:{NUMBER}|a)-?)?[UV](?:&ac)?G"),
    ("DATE", rf"d?[rOLb]-?c(?:o?{WHICH})?|d?[rOLb][UV]o{WHICH}|Q(?:,?o?Y|{THAT_UNIT})?"),
    ("DATE", rf"d?[Ltn]?e?S{YEAR}|(?:d?[Ltn]|d?e|d|(?<=[iosfBk]))S"),
    ("DATE", rf"(?:d?[Ltn])?H~{{0,6}}(?:{YEAR}|i{THAT_UNIT})?"),
    ("DATE", r"Eid[UV]|(?<=i)d[UV]|[Ed]U(?=,)|dyU|(?<=[if])dL(?![_UVNDqrJY])|(?<=i)d_?u|[AT]"),
    ("DATE", rf"(?<=[si])h|d?t%{THAT_UNIT}?|d%{THAT_UNIT}"),
    ("TIME", rf"(?:[eE]?i)?{CLOCK}(?:,?i?(?:W(?:,?M{DAYS_AFTER}{YEAR}?)?|T|M[DO](?:,?Y)?))?|[TW],?i?{CLOCK}"),
    ("DURATION", rf"{NUMBER}-?{UNITS}(?:-g|&ac)?|(?<=i)a{UNITS}(?:-g|&ac)?|yU|(?<=[id])d?y?V|l"),
    ("SET", r"F|v(?:O|D|r|N|q)?-?[UVWPScT]|p|(?<=[xV])aU"),
)  # fmt: skip
"""Each rule with the TIMEX3 type it gives; none matches nothing. Of matches that overlap the earlier, then the longer
one counts."""

RULES = tuple((type_, re.compile(pattern)) for type_, pattern in GRAMMAR)
RANGE_OPENER = {"B": "&", "f": "ks-"}
"""Which class opens a range of two dates and which ones part its members."""


class Found(NamedTuple):
    """A match of the grammar: tokens `first`..`last`, half-open."""

    first: int
    last: int
    type: TimexType


def time_expressions(bare: Annotated) -> tuple[TimeExpression, ...]:
    """The time phrases of a report, in text order, none overlapping; empty where there are none.

    Words that change the meaning ("since", "until", "before", "between ... and") belong to the phrase, a plain "on" or
    "in" does not. No phrase crosses a line.
    """
    letters = classes(bare.tokens)
    return tuple(
        TimeExpression(bare.span(each.first, each.last), each.first, each.last, each.type)
        for first, last in paragraphs(bare.sentences)
        for each in merged(matches(letters, first, last), letters, first)
    )


def paragraphs(sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """First and last (half-open) token of each paragraph."""
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        inside = list(group)
        yield inside[0].first, inside[-1].last


def matches(letters: str, first: int, last: int) -> Iterator[Found]:
    """The matches in tokens `first`..`last`, none overlapping: of those left the earliest, then the longest."""
    ahead = [rule.search(letters, first, last) for _, rule in RULES]
    while any(ahead):
        place = min(range(len(ahead)), key=lambda i: order(ahead[i]))
        found = ahead[place]
        assert found is not None
        yield Found(found.start(), found.end(), RULES[place][0])
        for i, match in enumerate(ahead):
            if match is not None and match.start() < found.end():
                ahead[i] = RULES[i][1].search(letters, found.end(), last)


def order(match: re.Match[str] | None) -> tuple[float, int]:
    """The key by which the next match is chosen; nothing comes last."""
    return (match.start(), -match.end()) if match else (float("inf"), 0)


def merged(found: Iterator[Found], letters: str, floor: int) -> list[Found]:
    """The matches with ranges, open ends and repeated dates joined: "from X to Y", "since X", "yesterday (July 27)"."""
    out: list[Found] = []
    for each in found:
        before = out[-1] if out else None
        if before is not None and joins(before, each, letters):
            out[-1] = Found(before.first, each.last, "TIME" if before.type == "TIME" else "DATE")
        else:
            out.append(each)
    return [with_signal(closed(each, letters), letters, out[i - 1].last if i else floor) for i, each in enumerate(out)]


def closed(found: Found, letters: str) -> Found:
    """The match with the closing bracket of one that it opens."""
    opened = "(" in letters[found.first : found.last] and letters[found.last : found.last + 1] == ")"
    return found._replace(last=found.last + opened)


def joins(left: Found, right: Found, letters: str) -> bool:
    """Whether two matches in a row are one expression."""
    between = letters[left.last : right.first]
    if "SET" in (left.type, right.type):
        return False
    opener = letters[left.first - 1] if left.first else "."
    if opener in RANGE_OPENER and len(between) == 1 and between in RANGE_OPENER[opener]:
        return True
    first, after = letters[left.first : left.last], letters[right.first : right.last]
    if between in ("", ",", "(", ",(") and first[-1] in "TW" and any(c in after for c in "MX"):
        return True
    if between == "" and first[-1] in "sE" and left.type == "DATE" and right.type != "DURATION":
        return True
    if between in ("o", "i") and first[-1] == "P":
        return right.type == "DATE" and any(c in after for c in "MW")
    return between in ("-", "k") and first in ("M", "Y", "MD") and after[0] in "MY" and right.type == "DATE"


def with_signal(found: Found, letters: str, floor: int) -> Found:
    """The match with the signal before it ("since", "until", "from ... to"), down to token `floor`."""
    before = letters[found.first - 1] if found.first > floor else "."
    if before in "Bf" or (before == "s" and found.type != "DURATION"):
        return found._replace(first=found.first - 1)
    return found


def classes(tokens: tuple[Token, ...]) -> str:
    """One letter a token, as the module's docstring lists them."""
    words, capitals = time_words()
    openings = {token.i for before, token in pairwise(tokens) if before.sentence != token.sentence} | {0}
    letters: list[str] = []
    for token in tokens:
        lower = token.lower
        letter = words.get(lower)
        if letter is None:
            first = lower[0]
            if first.isdigit() or first in "'’mepqhl":
                letter = number_class(lower)
            if letter is None:
                letter = "_" if token.tag[:2] in ("NN", "JJ") else "."
        elif (lower in capitals and not token.text[0].isupper()) or (
            letter in FALSE_FRIENDS and not_time(token, begins=token.i in openings)
        ):
            letter = "."
        letters.append(letter)
    for begin, end in named_days(tokens):
        letters[begin:end] = "H" + "~" * (end - begin - 1)
    return settled(tokens, letters)


def not_time(token: Token, *, begins: bool) -> bool:
    """Whether the parser takes a word that may be a time for a verb: "may", "march", "fell".

    A word with a capital that does not begin its sentence is no verb, whatever the parser says.
    """
    return (token.tag[0] == "V" or token.tag == "MD") and (begins or not token.text[0].isupper())


def settled(tokens: tuple[Token, ...], letters: list[str]) -> str:
    """The letters as one string, those that depend on their neighbours decided."""
    for i, letter in enumerate(letters):
        if letter in UNSETTLED:
            letters[i] = beside_others(tokens, letters, i)
    return "".join(letters)


def beside_others(tokens: tuple[Token, ...], letters: list[str], i: int) -> str:
    """The letter of token `i` once its neighbours are seen."""
    letter, token = letters[i], tokens[i]
    if letter == "Y":
        return "Y" if is_year(tokens, letters, i) else "N"
    before, after = letters[i - 1] if i else ".", letters[i + 1] if i < len(tokens) - 1 else "."
    if letter == "K":
        return "K" if len(token.lower) > 4 or before in "d'e-b&" or token.lower[0] in "'’" else "."
    if letter == "M":
        bare = token.lower in ABBREVIATIONS and before not in "DOWw-" and after not in "DOYJj"
        return "_" if bare or (token.lower in GIVEN_NAMES and is_name(tokens, letters, i)) else "M"
    if letter == "V":
        return "m" if i and letters[i - 1] == "C" else "V"
    if letter == "n":
        return "s" if token.lower == "following" and token.tag in ("VBG", "IN") else "n"
    inside = i > 0 and tokens[i - 1].sentence == token.sentence
    return "_" if inside and token.text[0].isupper() else letter


def is_name(tokens: tuple[Token, ...], letters: list[str], i: int) -> bool:
    """Whether a word such as "May" or "April" is part of a person's name: "Theresa May", "June Smith"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and letters[i + 1] in "DOYJ,ojz":
        return letters[i + 1] == "," and beside_name(tokens, letters, i - 1)
    if after is not None and after.tag == "NNP" and letters[i + 1] == "_" and tokens[i].dep == "compound":
        return not (i and letters[i - 1] in "iosfktLneEDO")
    return beside_name(tokens, letters, i - 1)


def beside_name(tokens: tuple[Token, ...], letters: list[str], i: int) -> bool:
    """Whether token `i` is a capitalised name that the next token seems to continue."""
    return i >= 0 and tokens[i].tag == "NNP" and letters[i] == "_" and tokens[i].sentence == tokens[i + 1].sentence


def is_year(tokens: tuple[Token, ...], letters: list[str], i: int) -> bool:
    """Whether the four digits at token `i` are a year by their neighbours, and not a count, a price or a number."""
    before = letters[i - 1] if i else "."
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and (letters[i + 1] in "UVmNz" or after.text in ("%", "$", "percent")):
        return False
    if before in "MSQDOWjebcU" or letters[max(0, i - 2) : i] == ["M", ","]:
        return True
    value = int(NOTE.sub("", tokens[i].lower)[-4:])
    plural = after is not None and after.tag == "NNS"
    if plural and (before not in "isdnL" or value % 100 == 0 or tokens[i - 1].lower in ("over", "about", "around")):
        return False
    if before in "iosfBktLnEd(":
        return value > 1000
    return 1900 <= value <= 2050 and (tokens[i].tag == "CD" or tokens[i].pos == "NUM")


SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("D", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("O", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("Y", re.compile(r"(?:1\d|20)\d\d")),
    ("R", re.compile(r"(?:mid|early|late|pre|post)[-‑]?(?:1\d|20)\d\d")),
    ("K", re.compile(r"(?:(?:mid|early|late|pre|post)[-‑]?)?(?:(?:1\d|20)|['’]?)\d0['’]?s")),
    ("M", re.compile(
        r"(?:mid|early|late)[-‑](?:jan|febr)uary|(?:mid|early|late)[-‑](?:march|april|may|june|july|august|september|"
        r"october|november|december)"
    )),
    ("Z", re.compile(r"(?:19|20)\d\d[-–/](?:(?:19|20)?\d\d)")),
    ("J", re.compile(r"\d{1,2}[-–]\d{1,2}")),
    ("X", re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2}(?:t[\d:.+z-]+)?")),
    ("C", re.compile(r"[012]?\d[:.][0-5]\d(?::\d\d)?(?:[ap]m|hrs|h|gmt|utc)?|[01]?\d[ap]m|[012]\d[0-5]\d(?:hrs|h)")),
    ("j", re.compile(r"\d{6}|\d{8}")),
    ("Q", re.compile(r"[qh][1-4]")),
    ("r", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("N", re.compile(r"\d[\d,.]*")),
)  # fmt: skip
"""Shapes of single tokens, first match counts."""


NOTE = re.compile(r"""[.,;:”"’')]*(?:\[\d+\]?)+$""")
"""A footnote mark that the tokeniser leaves on a number: 2005.[4]"""


@lru_cache(maxsize=4096)
def number_class(lower: str) -> str | None:
    """The letter of a token with digits in it, or of "mid-May"; None where no shape fits."""
    lower = NOTE.sub("", lower)
    for letter, shape in SHAPES:
        if shape.fullmatch(lower):
            return "N" if letter == "C" and re.fullmatch(r"\d+\.\d\d", lower) else letter
    return None


def named_days(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """First and last (half-open) token of each named day, the longest name where several begin."""
    openings = holidays()
    for i, token in enumerate(tokens):
        names = openings.get(token.lower) if token.text[0].isupper() or token.text[0].isdigit() else None
        for name in names or ():
            end = i + 1
            written = token.lower
            while end < len(tokens) and len(written) < len(name):
                gap = " " if tokens[end].start > tokens[end - 1].end else ""
                written += gap + tokens[end].lower
                end += 1
            if written == name:
                yield i, end
                break


@cache
def time_words() -> tuple[dict[str, str], frozenset[str]]:
    """The class of each word in lower case, and the words that count only with a capital."""
    rows = [line.split("\t") for line in lines("time_words.tsv")]
    return {word.lower(): letter for letter, word in rows}, frozenset(
        word.lower() for letter, word in rows if word[0].isupper()
    )


@cache
def holidays() -> dict[str, tuple[str, ...]]:
    """The named days in lower case, longest first, by the token they begin with."""
    found: dict[str, list[str]] = {}
    for name in sorted({line.lower() for line in lines("holidays.txt")}, key=lambda n: (-len(n), n)):
        for opening in {re.split(mark, name, maxsplit=1)[0] for mark in (r"[\s'’]", r"[\s'’-]")}:
            found.setdefault(opening, []).append(name)
    return {opening: tuple(names) for opening, names in found.items()}


def lines(name: str) -> list[str]:
    """The lines of a word list without its comments."""
    text = (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
