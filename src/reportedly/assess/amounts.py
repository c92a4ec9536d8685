"""How many, and of what: the numbers of an account in a form that two accounts can be compared by.

In: a claim with its report. Out: an `Amount`, its words, and the name of what it counts. A number that counts only a
part ("including three children") or comes on top ("two more") gives nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, islice, takewhile

from reportedly.assess.lexicon import entries, words
from reportedly.assess.makes import make_of
from reportedly.assess.numerals import LONGEST, NUMBER, bound_phrases, is_plain, unquoted, value_of
from reportedly.assess.sums import sums
from reportedly.assess.tolls import Toll, tolls
from reportedly.assess.wholes import is_whole
from reportedly.model import Claim, CountBound, Report, Role, RoleName, Span

ABOUT = 0.2
"""How far, as a share of it, "about" a number may be from another; news says so of a rounded figure."""

REACH = 60
"""Characters after a number in which the word stands that says what happened to those counted."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PART = re.compile(r"\b(?:includ(?:ing|es?|ed)|(?:among|of) (?:them|whom|those)|other than|besides)\W+(?:\w+\W+){0,3}$")
ON_TOP = re.compile(r"\b(?:more|others?|another|additional|further|th)\b")
CLOSE = re.compile(
    r"[,;:.()\"“”]|\b(?:of|from|in|at|on|by|who|with|near|during|and|as|while|including|among|along|after|when|his|its|this)\b"
)
BESIDE = 30
"""Characters from the act's word within which a number stands that belongs to no participant's phrase."""

JUST_BEFORE = 4
"""Words before a number among which the act's word stands: "killed at least six", "the death toll rose to six"."""

AFTER = 160
"""Characters after a sentence in which the group that it tells of is spoken of again."""

GROUP = re.compile(
    r"\b(?:delegat\w+|groups?|teams?|part(?:y|ies)|men|members|representatives|envoys|visitors|fighters|officials)\b",
    re.I,
)
"""Nouns of groups of people that come together."""

SIZE = re.compile(
    r"\b(\w+)-(?:member|man|person|strong)\b|\b(?:delegation|group|team|party) of (?:about |some )?(\w+)\b", re.I
)
AGAIN = re.compile(
    r"\bthere were (\w+) of them\b|"
    r"(?:\bthe |^\W*(?!the\b))(\w+)(?: \w+)? (?:visitors|men|guests|delegates|envoys|members)\b",
    re.I,
)
"""How a group is counted: in its own phrase, and when it is spoken of again."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with how it is meant, and the noun of those counted, None where they may be anybody.

    With `part` it is given as that of a part of another number. `step` is what the last digit of a rounded one counts.
    """

    value: int
    bound: CountBound = "exact"
    noun: str | None = None
    part: bool = False
    step: int = 0

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest number that the words leave possible."""
        slack = max(self.step / 2, self.value * ABOUT if self.bound == "about" else 0)
        if self.bound == "at_least":
            return self.value - slack, float("inf")
        if self.bound == "at_most":
            return 0, self.value + slack
        return self.value - slack, self.value + slack


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of one account: its amount, the words, and what is counted (`killed`, `visitors`, `times` ...)."""

    amount: Amount
    text: str
    of: str


def counted(claim: Claim, report: Report) -> Counted | None:
    """The number that a claim gives, from its count or else from a participant's phrase; None where it gives none."""
    if claim.count is not None:
        if claim.count.value >= 10**LONGEST:
            return None
        span, value, bound = claim.count.span, claim.count.value, claim.count.bound
        if claim.count.of == "repetition":
            act = claim.trigger.of(report.text).lower()
            return Counted(Amount(value, bound, entries("kinds.tsv").get(act, act)), span.of(report.text), "times")
        role = next((r for r in claim.roles if r.span.overlaps(span)), None)
    else:
        found = first_number(claim, report.text)
        if found is None:
            return of_group(claim, report.text)
        role, span, value, bound = found
    return as_in_sentence(of_people(claim, report.text, role, span, Amount(value, bound)), claim, report.text, span)


def as_in_sentence(found: Counted | None, claim: Claim, text: str, span: Span) -> Counted | None:
    """A claim's number, with the bound that its sentence gives it where it is one of several of dead and hurt."""
    if found is None or found.amount.bound != "exact" or not claim.sentence.covers(span):
        return found
    start = claim.sentence.start
    own = Span(span.start - start, span.end - start)
    bounds = (
        c.amount.bound for toll, c in tolls_read(claim.sentence.of(text)) if own.overlaps(Span(toll.start, toll.end))
    )
    return replace(found, amount=replace(found.amount, bound=next(bounds, "exact")))


AFTERWARDS = re.compile(r"\b(?:after|before|while|whereas|but|though|although)\b", re.IGNORECASE)
"""Words that open what is told of another act in the same sentence."""


def casualties(claim: Claim, report: Report) -> Iterator[Counted]:
    """The numbers of dead, hurt and missing in a claim's sentence, wholes and parts ("and 41 wounded").

    Only for acts of harm, and only those that no clause of another act keeps from the act's word; nothing for what is
    given two numbers of. A part is only given where its noun tells who they are.
    """
    if claim.type not in ("ASSAULT", "DIE") or claim.factuality.polarity == "negative":
        return
    sentence = claim.sentence.of(report.text)
    act = Span(claim.trigger.start - claim.sentence.start, claim.trigger.end - claim.sentence.start)
    found: dict[tuple[str, str | None], list[Counted]] = {}
    for toll, read in tolls_read(sentence):
        if not is_of_another_act(sentence, act, Span(toll.start, toll.end)):
            found.setdefault((read.of, read.amount.noun), []).append(read)
    yield from (each[0] for each in found.values() if len(each) == 1)


def is_of_another_act(sentence: str, act: Span, number: Span) -> bool:
    """Whether a word that opens what is told of another act stands between an act's word and a number."""
    first, last = sorted((act, number))
    openings = other_acts(sentence)
    at = bisect_left(openings, first.end)
    return at < len(openings) and openings[at] < last.start


@lru_cache(maxsize=4096)
def other_acts(sentence: str) -> tuple[int, ...]:
    """Where the words stand that open what is told of another act."""
    return tuple(match.start() for match in AFTERWARDS.finditer(sentence))


@lru_cache(maxsize=4096)
def tolls_read(sentence: str) -> tuple[tuple[Toll, Counted], ...]:
    """The tolls of a sentence that are numbers of all or of a part whose noun tells who they are."""
    found: list[tuple[Toll, Counted]] = []
    sentence, last = unquoted(sentence), None
    for toll in tolls(sentence):
        read = of_toll(sentence, toll)
        if read is not None:
            found.append((toll, replace(read, amount=loosened(sentence, read.amount, toll, last))))
        last = toll
    return tuple(found)


def loosened(sentence: str, amount: Amount, toll: Toll, last: Toll | None) -> Amount:
    """An amount as loose as the sentence has it: by the bound of the number before it, and by those who since died.

    "At least 30 were killed and 80 wounded"; "41 hurt after one of them died in hospital".
    """
    if amount.bound != "exact":
        return amount
    if last is not None and ONE_MORE.match(sentence[max(last.end, last.stop) : toll.start]):
        amount = replace(amount, bound=bounded(sentence, Span(last.start, last.end))[1])
    if toll.fate == "injured" and amount.bound == "exact" and DIED_OF.search(sentence):
        return replace(amount, bound="about")
    return amount


ONE_MORE = re.compile(r"^(?:\s+(?:people|others?|persons|civilians))?\s*,?\s+and\s+$", re.IGNORECASE)
"""What stands between two numbers of which the first one's bound is meant for both."""

DIED_OF = re.compile(
    r"\b(?:died|dying|dies|succumb\w*) (?:(?:of|from|to) (?:his|her|their|its|the|these|those) (?:wounds|injuries)"
    r"|(?:later )?(?:in|at|on the way to) (?:a |the )?hospital)\b",
    re.IGNORECASE,
)
"""How it is told that some of the hurt are now counted among the dead."""


def of_toll(sentence: str, toll: Toll) -> Counted | None:
    """The number of a toll with its bound and noun; None where it is not of all, or a part of nobody known."""
    span = Span(toll.start, toll.end)
    if not is_whole(sentence, Span(0, len(sentence)), span):
        return None
    opened, bound = bounded(sentence, span)
    following = sentence[toll.noun : toll.noun + REACH]
    noun = head_noun(following)
    if noun in words("anybody.tsv") or noun in ADDED:
        noun = None
    if toll.part and noun not in words("persons.tsv"):
        return None
    stop = toll.stop if toll.stop > toll.end else toll.noun + first_plural(following)
    if MARK.search(sentence, toll.end, stop):
        stop = toll.end + first_plural(sentence[toll.end : stop])
    return Counted(Amount(toll.value, bound, noun, toll.part), " ".join(sentence[opened:stop].split()), toll.fate)


MARK = re.compile(r"[,;:.()\"“”]")
"""Marks over which the words of a number do not run."""


def first_plural(following: str) -> int:
    """Where the first noun in the plural ends in the words after a number, 0 where none comes soon or before a mark."""
    words_read = islice(WORD.finditer(MARK.split(following, maxsplit=1)[0]), 4)
    return next((match.end() for match in words_read if is_plural(match.group())), 0)


ADDED = frozenset({"others"})
"""A noun that tells nothing of who was counted."""


THINGS: frozenset[RoleName] = frozenset({"target", "topic", "object", "instrument"})
"""The roles of things that are seized, found, delivered or lost."""


def quantities(claim: Claim, report: Report) -> Iterator[Counted]:
    """The numbers of things that a claim lists: "seized seven rifles and 13 magazines", each by its noun.

    Nothing for persons, measures and money, nor for what it gives two numbers of.
    """
    if claim.kind != "event" or claim.factuality.polarity == "negative":
        return
    found: dict[str | None, list[Counted]] = {}
    makes: set[str] = set()
    for role in claim.roles:
        if role.role in THINGS and role.entity is None:
            read = of_things(claim, report.text, role, makes)
            if read is not None:
                found.setdefault(read.amount.noun, []).append(read)
    yield from (each[0] for each in found.values() if len(each) == 1)
    yield from of_money(claim, report.text)


def of_money(claim: Claim, text: str) -> Iterator[Counted]:
    """The sums of money of a claim: those whose word is the act's own or stands close behind it in its clause.

    Nothing for what its sentence gives two sums of.
    """
    found: dict[tuple[str, str], list[Counted | None]] = {}
    sentence = claim.sentence.of(text)
    for each in sums(sentence):
        word = Span(claim.sentence.start + each.word, claim.sentence.start + each.close)
        amount = Amount(each.value, each.bound, each.sort, step=each.step)
        read = Counted(amount, sentence[each.start : each.end], f"money ({each.of})")
        own = word.overlaps(claim.trigger) or is_object(text, claim.trigger, word)
        found.setdefault((each.of, each.sort), []).append(read if own else None)
    yield from (each[0] for each in found.values() if len(each) == 1 and each[0] is not None)


def is_object(text: str, act: Span, word: Span) -> bool:
    """Whether the word of a sum stands behind the act's word, and no mark or conjunction between."""
    return 0 < word.start - act.end <= REACH and CLAUSE.search(text, act.end, word.start) is None


CLAUSE = re.compile(
    r"[,;:()]|\. |\b(?:and|or|but|that|which|who|when|while|after|before|as|since|if|because|though|although)\b"
)
"""What keeps a word apart from the act before it."""


def of_things(claim: Claim, text: str, role: Role, makes: set[str]) -> Counted | None:
    """The number that opens the phrase of things, with their noun; None where none does or it is a part or on top.

    `makes` takes up the kinds that the list gives by make: after those, others of the kind are no addition ("seven
    AK-47 rifles, four other rifles").
    """
    phrase = role.span.of(text)
    opening = number_in(phrase)
    if opening is None or opening[2] < 2 or not is_plain(phrase, *span_of_number(phrase, Span(*opening[:2]))):
        return None
    start, end, value, bound = opening
    following = text[role.span.start + end : min(role.span.start + end + REACH, claim.sentence.end)]
    noun, sort, told_of = sort_of(following, makes)
    if noun is None or any(noun in words(name) for name in ("anybody.tsv", "persons.tsv", "measures.tsv")):
        return None
    if ON_TOP.search(CLOSE.split(OTHER.sub("", following.lower()) if noun in makes else following.lower())[0]):
        return None
    if PART.search(text[: role.span.start][-40:].lower()) or ANOTHER_SORT.match(following, told_of):
        return None
    return Counted(Amount(value, bound, sort), phrase[start : min(end + told_of, len(phrase))], noun)


def sort_of(following: str, makes: set[str]) -> tuple[str | None, str | None, int]:
    """What the words after a number count: the kind of thing, the sort of it that is compared, where the words end."""
    noun, told_of, make = head_noun(following), first_plural(following), make_of(following)
    if make is not None and make.covers(noun):
        makes.add(make.kind)
        return make.kind, f"{make.name} {make.kind}", max(told_of, make.end)
    if noun is None:
        return None, None, told_of
    return noun, f"other {noun}" if noun in makes else with_contents(noun, following), told_of


OTHER = re.compile(r"^\s+other\b")

ANOTHER_SORT = re.compile(r"\s+(?:and|or) (?!\d)[a-z-]*[a-rt-z]s\b")
"""One more noun without a number of its own, so that the number is of both: "12 rifles and pistols"."""


def with_contents(noun: str, following: str) -> str:
    """A noun, with what it holds where it is one of containers: "bags of heroin" are not compared with other bags."""
    held = CONTENTS.match(following, first_plural(following)) if noun in words("containers.tsv") else None
    return noun if held is None else " ".join([noun, "of", *phrase_words(following[held.end() :].lower())[:3]])


CONTENTS = re.compile(r"\s+(?:full |filled |loaded )?(?:of|with)(?=\s)", re.IGNORECASE)
"""What stands before the name of what a container holds."""


def bounded(text: str, span: Span) -> tuple[int, CountBound]:
    """Where the phrase of a number begins, and how the words before it say that it is meant."""
    before = text[max(0, span.start - JUST_BEFORE * 8) : span.start].lower()
    for phrase, bound in bound_phrases():
        if before.endswith(f" {phrase} ") or before == f"{phrase} ":
            return span.start - len(phrase) - 1, bound
    return span.start, "exact"


def of_people(claim: Claim, text: str, role: Role | None, span: Span, amount: Amount) -> Counted | None:
    """The number with its noun and what is counted; None where it is of a part, on top, merely one, or no plain number.

    It must belong to a participant's phrase or stand beside the act's word.
    """
    phrase = role.span.of(text) if role is not None else ""
    after = text[span.end : span.end + REACH]
    if not is_plain(text, *span_of_number(text, span)) or not adds_up(span.of(text)):
        return None
    if PART.search(text[max(0, span.start - 40) : span.start].lower()) or not is_whole(text, claim.sentence, span):
        return None
    if ON_TOP.search(CLOSE.split(after.lower())[0]) or (role is None and apart(span, claim.trigger) > BESIDE):
        return None
    if amount.value == 1 and not any(c.isdigit() for c in span.of(text)):
        return None
    inside = (
        after if role is None or role.span.end <= span.end else text[span.end : min(role.span.end, span.end + REACH)]
    )
    noun = head_noun(inside)
    of = what_happened(claim, text, role, span) or noun or "people"
    shown = phrase if role is not None and role.span.covers(span) and len(phrase) <= REACH else span.of(text)
    sort = None if noun is None or noun in words("anybody.tsv") else with_contents(noun, inside)
    return Counted(Amount(amount.value, amount.bound, sort), shown, of)


def span_of_number(text: str, span: Span) -> tuple[int, int]:
    """Where the number itself ends the words that give it ("at least seven"); the whole span where it is none."""
    last = LAST_NUMBER.search(span.of(text))
    return (span.start + last.start(), span.end) if last is not None else (span.start, span.end)


LAST_NUMBER = re.compile(r"(?:\d[\d,]*|[A-Za-z]+(?:-[A-Za-z]+)?)$")


def adds_up(phrase: str) -> bool:
    """Whether no word of harm stands inside the words of a number, which then is two numbers of two things."""
    return entries("counted.tsv").keys().isdisjoint(WORD.findall(phrase.lower())[1:-1])


def apart(a: Span, b: Span) -> int:
    """Characters between two spans, 0 where they touch or overlap."""
    return max(0, a.start - b.end, b.start - a.end)


def of_group(claim: Claim, text: str) -> Counted | None:
    """How many a group is that comes or meets: by its phrase ("a five-man team") or the words right after the sentence.

    Those are "the five visitors", "five men", "there were four of them"; nothing where the actor is named.
    """
    role = next((r for r in claim.roles if r.role in ("actor", "participant") and r.entity is None), None)
    if claim.type not in ("CONSULT", "MOVE") or role is None:
        return None
    phrase = role.span.of(text)
    if GROUP.search(phrase) is None:
        return None
    after = text[claim.sentence.end : claim.sentence.end + AFTER]
    for pattern, words_read in ((SIZE, phrase), (AGAIN, after)):
        for match in pattern.finditer(words_read):
            value = value_of(next(g for g in match.groups() if g).lower())
            if value is not None and value > 1:
                return Counted(Amount(value), match.group().strip(), "visitors")
    return None


def what_happened(claim: Claim, text: str, role: Role | None, span: Span) -> str | None:
    """What became of those counted, by the act's word or the words after the number; None where no word says it."""
    known = entries("counted.tsv")
    own = next((known[w] for w in WORD.findall(claim.trigger.of(text).lower()) if w in known), None)
    if own is None:
        after = CLOSE.split(text[span.end : min(span.end + REACH, claim.sentence.end)].lower(), maxsplit=1)[0]
        before = OPEN.split(text[max(claim.sentence.start, span.start - REACH) : span.start].lower())[-1]
        beside = [*WORD.findall(after), *reversed(WORD.findall(before)[-JUST_BEFORE:])]
        own = next((known[w] for w in beside if w in known), None)
    if own is None and role is not None and role.role == "actor" and claim.type in ("CONSULT", "MOVE"):
        return "visitors"
    return own


def head_noun(after: str) -> str | None:
    """The noun of those counted, or the kind that it is of: the last plural before the phrase closes; None without one.

    A name that follows ("kills six Reuters") or the next number is none.
    """
    known = entries("counted.tsv")
    following = dropwhile(lambda w: w.lower() in known, phrase_words(after))
    found = list(islice(takewhile(lambda w: w.lower() not in known and w.lower() not in VERBS, following), 4))
    last = max((i for i, word in enumerate(found) if is_plural(word)), default=None)
    if last is None:
        return None
    kinds, noun = entries("kinds.tsv"), found[last]
    if noun in words("anybody.tsv") and last and found[last - 1].lower() == "civilian":
        return "civilians"
    return kinds.get(f"{found[last - 1]} {noun}" if last else noun, kinds.get(noun, noun))


def phrase_words(after: str) -> list[str]:
    """The words of a phrase up to where it closes."""
    closed = CLOSE.search(after.lower())
    return WORD.findall(after[: closed.start()] if closed else after)


def is_plural(word: str) -> bool:
    """Whether a word is a plural noun in lower case, by its form."""
    return PLURAL.search(word) is not None and word.lower() not in entries("numbers.tsv")


OPEN = re.compile(r"[,;:]|\b(?:and|while|but|when|after|as|before|by|with|from|in)\b")
"""What a number does not look back over."""

PLURAL = re.compile(r"^[a-z-]*(?:[a-rt-z]s|[a-z]men|children|people|police|personnel|crew|staff|dead)$")
"""The form of a plural in lower case: "this" and "its" stand among the words that close a phrase."""

VERBS = frozenset({"were", "was", "are", "is", "have", "had", "has", "be", "been", "came", "went", "took", "met"})
"""Words after a number and its noun that begin what is told of them."""


def first_number(claim: Claim, text: str) -> tuple[Role, Span, int, CountBound] | None:
    """The number that opens a participant's phrase ("Eleven people", "the five visitors"), with its place."""
    for role in claim.roles:
        if role.entity is None and role.role in ("actor", "participant", "victim", "recipient"):
            found = number_in(role.span.of(text))
            if found is not None:
                start, end, value, bound = found
                return role, Span(role.span.start + start, role.span.start + end), value, bound
    return None


def number_in(phrase: str) -> tuple[int, int, int, CountBound] | None:
    """Start, end, value and bound of the number that opens a phrase; None where another word opens it.

    >>> number_in("at least seven people")
    (0, 14, 7, 'at_least')
    """
    lower = phrase.lower()
    start = at = 4 if lower.startswith("the ") else 0
    bound: CountBound = "exact"
    for phrase_before, meant in bound_phrases():
        if lower.startswith(f"{phrase_before} ", start):
            at, bound = start + len(phrase_before) + 1, meant
            break
    match = NUMBER.match(lower, at)
    value = None if match is None else value_of(match.group())
    if match is None or value is None or lower[match.end() : match.end() + 1] in (".", "%"):
        return None
    return start, match.end(), value, bound
