"""How two values of one slot stand to each other: they agree, one refines the other, they contradict, or unknown.

In: two `Reading`s of one slot. Out: a `Relation` with the reason in words. Where the words leave room, the answer is
`unknown`: a contradiction shown should be the reports', not the reading's.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from reportedly.assess.amounts import Amount, quantities
from reportedly.assess.lexicon import holds, words
from reportedly.assess.slots import Reading, Whom, days_given, plain
from reportedly.assess.tolls import FATES
from reportedly.days import Bounds, bounds
from reportedly.model import Claim, Place, Span

Kind = Literal["agreement", "refinement", "contradiction", "unknown"]

NEAR = 25.0
"""Kilometres within which two places may be one: a town and what lies outside it."""

WIDEST = 31
"""Days over which a date is too vague to contradict another."""

GAP = 1
"""Days between two dates from which they are those of two acts."""

BESIDE = 30
"""Characters around a date in which a word for a part of the act is looked for."""

FACTOR = 2.5
"""Times one number over which two are of different things rather than of different counting: a raid and a war."""

SUMMING = frozenset({"total", "altogether", "overall"})
"""Words of a sentence that sums over a time or over several acts."""

SINCE = re.compile(
    r"\bsince (?!(?:early|late|this|mid|the)?[ -]?(?:dawn|daybreak|morning|noon|midday|midnight|sunrise)\b)"
)
"""How a sentence tells of a long time: not "since dawn"."""

ACROSS = re.compile(
    r"\b(?:across|throughout) (?:the |all (?:of )?|much of )?(?!street|road|river|border|bridge)\w", re.IGNORECASE
)
"""How a sentence tells of a whole land: "strikes continued across the province"."""

SO_FAR = re.compile(r"\b(?:(?:so|thus) far|to date)\b")
"""How a sentence tells of several finds or hauls up to its day; of the dead it only says that more may follow."""

TOLL_OVER = re.compile(
    r"\b(?:tolls?|dead|deaths|casualties)\b[^.;,\d]{0,20}\b(?:of|for|from|in|over|during) "
    r"(?:(?:the|this|that|last|past|a|an|its|their) )(?:[\w-]+[ -]){0,2}"
    r"(?:week|weekend|month|year|decade|season|war|conflict|uprising|insurgency|rebellion|revolt|campaign)s?\b|"
    r"\b(?:week|weekend|month|year|season|war|conflict|uprising|insurgency|campaign)['’]s\b[^.;,\d]{0,20}\btolls?\b"
)
"""How a sentence tells of the dead of a time or of a war: "the toll of the week"."""

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SEVERAL_DAYS = re.compile(
    rf"\b{DAY}s?(?: (?:night|morning|evening|afternoon))? (?:and|to|through|until) (?:on |early |late )?{DAY}\b|"
    r"\b(?:over|within|during|for) (?:the |the (?:last|past) |some |about |at least )?"
    r"(?:two|three|four|five|six|seven|ten|several|a few|\d{1,3}) (?:days|weeks|months|years)\b(?! ago)"
)
"""How a sentence tells of several days: "on Monday and Tuesday"."""

FAR_BEHIND = 120
"""Characters after a number in which stands where those counted were."""

RAISED = re.compile(
    r"\b(?:tak|rais|bring|push|increas)(?:e|es|ing)\b[^.;]{0,30}\btolls?\b|"
    r"\btolls?\b[^.;\d]{0,80}\b(?:rose|rises|risen|rising|climb(?:s|ed|ing)|grew|grows|grown|mount(?:s|ed|ing)|"
    r"jump(?:s|ed)|soar(?:s|ed))\b",
    re.IGNORECASE,
)
"""How a report tells that a toll has grown by what it tells: the lower number is part of the higher one."""

NEXT_NUMBER = re.compile(r"\d|\.\.")
"""Where what is told of a number ends, at the latest."""

SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|various|different|\d+) (?:[a-z-]+ ){0,2}"
    r"(?:centres|centers|towns|villages|cities|districts|provinces|regions|areas|neighbourhoods|neighborhoods|places|"
    r"sites|locations|targets|fronts)\b"
)
"""How a sentence tells of acts at several places."""

REACH = 160
"""Characters between an act and its date over which the date may be that of another act."""

GIVEN_ON = re.compile(
    r"\b(?:tolls?|figures?)\b[^.;]*\b(?:at|to|of|was|is|stood|reached) (?:[a-z]+ ){0,3}?"
    r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?: (?:dead|killed|people|deaths))*,? (?:on |late |early )*$",
    re.IGNORECASE,
)
"""What stands before the day on which a toll is given: "put the toll at 45 on Monday"."""

CLAUSES = frozenset(
    {"when", "after", "as", "while", "which", "who", "that", "because", "where", "before", "once"},
)
"""Words that open another clause."""

EARTH = 6371.0
"""Mean radius of the earth in kilometres."""

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values stand to each other, and why."""

    kind: Kind
    reason: str


UNKNOWN = Relation("unknown", "The two cannot be compared.")


def relate(a: Reading, b: Reading) -> Relation:
    """How the values of two readings of one slot stand to each other."""
    match a.meaning, b.meaning:
        case Amount() as one, Amount() as two:
            return numbers(a, b, one, two)
        case Place() as one, Place() as two:
            return places(one, two)
        case Whom() as one, Whom() as two:
            return participants(one, two)
        case (first, last), (start, end):
            return days(a, b, (first, last), (start, end))
        case _:
            return Relation("agreement", "Both give the same.") if a.normal == b.normal else UNKNOWN


def numbers(a: Reading, b: Reading, one: Amount, two: Amount) -> Relation:
    """Numbers agree where their bounds meet; they contradict if they count the same, of one scene and one order."""
    if one.noun != two.noun and not (None in (one.noun, two.noun) and (beside(a, b) or part_is_greater(one, two))):
        return Relation("unknown", f"It is not told whether {a.text} and {b.text} count the same.")
    low, high = max(one.range[0], two.range[0]), min(one.range[1], two.range[1])
    if low > high and has_grown(a, b, one, two):
        return Relation("refinement", f"A later account has the toll grown from {a.text} to {b.text}.")
    if low > high and not (one_sum(a, b) and (of_one_order(one, two) or of_one_haul(a, b))):
        return Relation("unknown", f"{a.text} and {b.text} may count two things.")
    if low > high:
        return Relation("contradiction", f"One account has {a.text}, another {b.text}: no number fits both.")
    if (one.value, one.bound) == (two.value, two.bound):
        return Relation("agreement", f"Both give {a.text}.")
    return Relation("refinement", f"{a.text} and {b.text} fit each other.")


def has_grown(a: Reading, b: Reading, one: Amount, two: Amount) -> bool:
    """Whether `b`, a report published no earlier, has the greater number as one to which a toll has grown.

    An account that has at most so many leaves no room for more.
    """
    first, last = a.account, b.account
    if first.report.id == last.report.id or one.value >= two.value or one.bound == "at_most" or a.slot not in FATES:
        return False
    return last.report.published is not None and holds(last.claim.sentence.of(last.report.text), RAISED)


def of_one_order(one: Amount, two: Amount) -> bool:
    """Whether two numbers are near enough for two counts of one thing."""
    return max(one.value, two.value) <= FACTOR * min(one.value, two.value)


def of_one_haul(a: Reading, b: Reading) -> bool:
    """Whether both accounts list the same things, each with its number: then one haul is told, however far apart."""
    one, two = ({c.of for c in quantities(x.account.claim, x.account.report)} for x in (a, b))
    return len(one & two) > 1 and {a.slot, b.slot} <= one & two


def part_is_greater(one: Amount, two: Amount) -> bool:
    """Whether one kind among those counted is given as more than another account gives of all: four sailors of two."""
    kind, all_of_them = (one, two) if two.noun is None else (two, one)
    return kind.noun is not None and all_of_them.noun is None and kind.range[0] > all_of_them.range[1]


def beside(a: Reading, b: Reading) -> bool:
    """Whether one sentence sets both numbers beside each other: "the bureau counted 40 civilians, others 45"."""
    one, two = a.account.claim, b.account.claim
    if any(isinstance(each.meaning, Amount) and each.meaning.part for each in (a, b)):
        return False
    return one.report_id == two.report_id and one.sentence == two.sentence


def one_sum(a: Reading, b: Reading) -> bool:
    """Whether neither number is a sum over a long time, unless both are."""
    return is_sum(a) == is_sum(b)


def is_sum(reading: Reading) -> bool:
    """Whether a number sums over several days, a week or more ("since March"), a war, or over several places."""
    claim, text = reading.account.claim, reading.account.report.text
    given = days_given(claim)
    if given is not None and width((given[0], given[1] or bounds(reading.account.report.published)[1])) > 7:
        return True
    sentence = claim.sentence.of(text).lower()
    _, number, after = sentence.partition(reading.text.lower())
    told_of = NEXT_NUMBER.split(after[:FAR_BEHIND] if number else "", maxsplit=1)[0]
    over_time = holds(sentence, SINCE) or (holds(sentence, SO_FAR) and reading.slot not in FATES)
    return over_time or sums_up(sentence) or SEVERAL.search(told_of) is not None


@lru_cache(maxsize=4096)
def sums_up(sentence: str) -> bool:
    """Whether the words of a sentence, in lower case, tell of several days, of a war or of a whole land."""
    if any(told.search(sentence) for told in (ACROSS, TOLL_OVER, SEVERAL_DAYS)):
        return True
    return not SUMMING.isdisjoint(WORD.findall(sentence))


def days_meet(a: Claim, b: Claim) -> bool:
    """Whether the days that two claims' texts give meet; true where one gives none."""
    one, two = days_given(a), days_given(b)
    return one is None or two is None or meet(one, two)


def places(a: Place, b: Place) -> Relation:
    """Places agree if they are one entry, lie near each other or one's name holds the other's.

    They contradict only if both are names that are resolved and lie in different countries: a town and its region share
    one, and a name alone does not tell a building from a district.
    """
    if a.geonames is not None and a.geonames == b.geonames:
        return Relation("agreement", f"Both give {a.name}.")
    if set(WORD.findall(plain(a.name))) & set(WORD.findall(plain(b.name))):
        return Relation("refinement", f"{a.name} and {b.name} may be one place.")
    away = distance(a, b)
    if not (a.name[:1].isupper() and b.name[:1].isupper()):
        return Relation("unknown", f"It is not told whether {a.name} and {b.name} are one place.")
    if away is not None and away <= NEAR:
        return Relation("refinement", f"{a.name} and {b.name} lie {away:.0f} km apart.")
    if away is not None and a.country is not None and b.country is not None and a.country != b.country:
        return Relation("contradiction", f"{a.name} and {b.name} lie in different countries, {away:.0f} km apart.")
    return Relation("unknown", f"It is not told whether {a.name} and {b.name} are one place.")


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between two places along the great circle; None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south = radians(a.lat), radians(b.lat)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def participants(a: Whom, b: Whom) -> Relation:
    """Participants agree if they are one entity; they contradict if both are persons with full names told apart."""
    if (a.entity is not None and b.entity is not None and a.entity.id == b.entity.id) or plain(a.name) == plain(b.name):
        return Relation("agreement", f"Both name {a.name}.")
    if a.entity is None or b.entity is None or not (a.person and b.person):
        return UNKNOWN
    if len(a.name.split()) < 2 or len(b.name.split()) < 2:
        return Relation("unknown", f"{a.name} and {b.name} may be one.")
    return Relation("contradiction", f"One account names {a.name}, another {b.name}.")


def days(a: Reading, b: Reading, one: Bounds, two: Bounds) -> Relation:
    """Dates agree where they are the same days, refine where one holds the other or they meet.

    They contradict if no day fits both, both are precise enough, and both are of the act, not of a part of it or of
    the speaking.
    """
    if one == two:
        return Relation("agreement", f"{a.text} and {b.text} are the same days.")
    if meet(one, two):
        narrow, wide = (a, b) if width(one) <= width(two) else (b, a)
        return Relation("refinement", f"{narrow.text} ({narrow.normal}) fits {wide.text} ({wide.normal}).")
    if max(width(one), width(two)) > WIDEST or gap(one, two) > GAP or of_a_part(a) or of_a_part(b) or not one_act(a, b):
        return Relation("unknown", f"{a.text} and {b.text} may be days of two acts.")
    return Relation("contradiction", f"One account gives {a.text} ({a.normal}), another {b.text} ({b.normal}).")


def meet(a: Bounds, b: Bounds) -> bool:
    """Whether a day may lie in both; open ends reach on."""
    return (a[0] or "") <= (b[1] or "9999") and (b[0] or "") <= (a[1] or "9999")


def gap(a: Bounds, b: Bounds) -> int:
    """Days from the last of the earlier to the first of the later; a great many where an end is open."""
    (_, last), (first, _) = sorted((a, b), key=lambda given: given[0] or "")
    if last is None or first is None:
        return 1_000_000
    return (date.fromisoformat(first) - date.fromisoformat(last)).days


def width(given: Bounds) -> int:
    """Days from first to last; a great many for an open end."""
    first, last = given
    if first is None or last is None:
        return 1_000_000
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def of_a_part(reading: Reading) -> bool:
    """Whether a date may be that of a beginning, an end, another act of the kind, or of the speaking."""
    claim, text = reading.account.claim, reading.account.report.text
    if claim.time is None or claim.time.span is None:
        return True
    span = claim.time.span
    if any(link.time is not None and link.time.span == span for link in claim.attribution):
        return True
    if any(link.cue is not None and 0 <= span.start - link.cue.end <= 4 for link in claim.attribution):
        return True
    if given_as_dateline(reading) or of_another_clause(claim, span, text):
        return True
    if GIVEN_ON.search(text[max(claim.sentence.start, span.start - REACH) : span.start]):
        return True
    around = text[max(claim.sentence.start, span.start - BESIDE) : span.end] + " " + claim.trigger.of(text)
    return not words("phases.tsv").isdisjoint(WORD.findall(around.lower()))


def given_as_dateline(reading: Reading) -> bool:
    """Whether a date is the day of publication with its year, as page heads and datelines print it."""
    published = (reading.account.report.published or "")[:10]
    return reading.normal == published and published[:4] in reading.text


def of_another_clause(claim: Claim, span: Span, text: str) -> bool:
    """Whether a clause opens between an act and a date, so that the date may be that of another act."""
    low, high = sorted((claim.trigger, span))
    between = text[low.end : high.start].lower()
    return len(between) > REACH or not CLAUSES.isdisjoint(WORD.findall(between))


def one_act(a: Reading, b: Reading) -> bool:
    """Whether the days of two accounts are those of one act: for movements, of the same movement."""
    one, two = a.account.claim, b.account.claim
    if "MOVE" in (one.type, two.type):
        words_used = {c.claim.trigger.of(c.report.text).lower() for c in (a.account, b.account)}
        return one.type == two.type and len(words_used) == 1
    return family(one) == family(two)


FAMILIES = {"DIE": "violence", "ASSAULT": "violence", "CONSULT": "contact", "MOVE": "contact"}
"""Types that tell the same act in other words; every other type stands for itself."""


def family(claim: Claim) -> str:
    """The family of acts that a claim's type belongs to, its tie type for a tie."""
    kind = str(claim.type or claim.tie)
    return FAMILIES.get(kind, kind)
