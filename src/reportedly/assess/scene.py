"""Whether two accounts tell the same scene closely enough for their values to be set against each other.

In: two accounts of one event. Out: yes or no. An event in a long war may hold the accounts of several strikes; what
differs between those is no contradiction. So days, places and the words around must fit, and something must be shared.
"""

import re
from datetime import date
from functools import lru_cache

from reportedly.assess.lexicon import holds, words
from reportedly.assess.relations import days_meet, places
from reportedly.assess.slots import days_given
from reportedly.days import bounds
from reportedly.linked import Account
from reportedly.model import Claim, Place

BEFORE = 260
"""Characters before a sentence that tell what it goes on about."""

SHARED = 2
"""Content words that two accounts of one scene share at least."""

SHARED_OF_DAYS = 3
"""Content words that two accounts share at least whose days differ."""

FRESH = 10
"""Days between publications up to which accounts that give no day are taken to be of the same."""

HEAD, HEADED = 400, 600
"""Characters of a report that say what it is about, and those in which it tells it."""

SHARED_OF_HEADS = 8
"""Content words that the heads of two reports about the same share at least."""

SHARED_UNDATED = 14
"""The same where it is not known that they were published within days."""

SHARE = 0.15
"""Share of the shorter account's content words that the other one shares at least."""

TOLL = re.compile(r"\b(?:toll|figure|higher|lower|revised)\b", re.IGNORECASE)
"""Words with which a report sets one number against another."""

ANOTHER = re.compile(
    r"\b(?:(?<!which )(?<!who )also|another|separate(?:ly)?|elsewhere|previous(?:ly)?|earlier)\b", re.IGNORECASE
)
"""Words with which a report goes on to one more act of the kind, not to more of somebody: "who also sells paper"."""

SPOT = re.compile(r"\b(?:in|of|at|near|outside) (?:the )?((?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+)(?![\w'’-])")
"""A name that tells where something is."""

TOLL_WORD = re.compile(r"\btolls?\b", re.IGNORECASE)
TOLL_REACH = 100
"""Characters after the word of a toll in which its number stands."""

TOLL_SPOT = re.compile(
    r"\b(?:in|of|at|near|outside|for|from|on|across|around) (?:the )?((?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+)(?![\w'’-])"
)
"""A name after the word of a toll that tells where those counted were."""

TO_NUMBER = re.compile(r"\d|\b(?:at|to|was|is|stood|reached)\b(?! (?:the )?[A-Z])")
"""Where a toll's number begins, or what leads to it."""

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

FEW = 8
"""Content words of a sentence below which what stands before it is read with it."""

STEM = 5
"""Letters by which words are compared."""

ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|e)$")
WORD = re.compile(r"[^\W\d_][\w'’-]*\w")


def one_scene(a: Account, b: Account, days: bool = True) -> bool:
    """Whether neither place nor day keeps two accounts apart, and their words have enough in common.

    Without `days` the days may differ, as for a contradiction in the day itself; then more must be shared. A toll
    that a report sets beside another one needs no words in common, what two sources say in one report a single one.
    """
    if days and not days_meet(a.claim, b.claim):
        return False
    if tells_of_another(a) or tells_of_another(b):
        return False
    if not at_one_place(a, b) or told_of_places(a, b) or tolls_of_places(a, b):
        return False
    if set_beside(a, b) or of_one_story(a, b):
        return True
    if days and not known_to_be_near(a, b):
        return False
    if days and a.claim.report_id == b.claim.report_id and a.claim.attribution and b.claim.attribution:
        return not around(a).isdisjoint(around(b))
    return alike(around(a), around(b), SHARED if days else SHARED_OF_DAYS)


def tells_of_another(account: Account) -> bool:
    """Whether a sentence says that it tells of one more act ("also", "another"), and does not give another toll."""
    sentence = account.claim.sentence.of(account.report.text)
    return holds(sentence, ANOTHER) and not gives_toll(account)


def gives_toll(account: Account) -> bool:
    """Whether a sentence sets its number against another one."""
    return holds(account.claim.sentence.of(account.report.text), TOLL)


def at_one_place(a: Account, b: Account) -> bool:
    """Whether the places agree, or one account's words name the place of the other ("in northern Syria").

    A mere country may be that of the other's place; two sources of one report may tell one place in other words.
    """
    one, two = place_named(a.claim), place_named(b.claim)
    if agree(a, b, one, two):
        return True
    if one is not None and two is not None and one.country != two.country and None not in (one.country, two.country):
        return False
    return agree(a, b, within(one), within(two)) if is_country(one) or is_country(two) else share_a_place(a, b)


def agree(a: Account, b: Account, one: Place | None, two: Place | None) -> bool:
    """Whether two accounts with the places `one` and `two` are of one place by these or by their words."""
    if one is None and two is None:
        return True
    if one is not None and two is not None and places(one, two).kind in ("agreement", "refinement"):
        return True
    return (one is not None and names(b, one)) or (two is not None and names(a, two))


def share_a_place(a: Account, b: Account) -> bool:
    """Whether two sources of one report tell of one place by a name that their sentences have in common.

    "The old town of Velmouth" and "the fish market in the old town of Velmouth".
    """
    if a.claim.report_id != b.claim.report_id or not told_by_two(a, b):
        return False
    return not spots(a).isdisjoint(spots(b))


def spots(account: Account) -> frozenset[str]:
    """The names that stand in a sentence as where something is."""
    found = SPOT.findall(account.claim.sentence.of(account.report.text))
    return frozenset(name for name in found if name.lower() not in words("countries.tsv"))


def told_by_two(a: Account, b: Account) -> bool:
    """Whether two accounts have two sources that are named or described in different words."""
    one, two = (innermost(each) for each in (a, b))
    return one is not None and two is not None and content(one).isdisjoint(content(two))


def innermost(account: Account) -> str | None:
    """The words of an account's innermost source, None where it has none."""
    link = account.claim.attribution[-1] if account.claim.attribution else None
    return link.source.span.of(account.report.text) if link is not None and link.source is not None else None


def is_country(place: Place | None) -> bool:
    """Whether a place is a whole country by its name; false of none."""
    return place is not None and place.name.lower().removesuffix("'s") in words("countries.tsv")


def within(place: Place | None) -> Place | None:
    """A place inside a country; None for a whole country, which tells no scenes apart."""
    return None if is_country(place) else place


def of_one_story(a: Account, b: Account) -> bool:
    """Whether two reports are about the same, by the words at their heads, and both accounts are of that.

    Those stand at the head, or give a toll with no place but one named there.
    """
    if a.claim.report_id == b.claim.report_id or not (is_of_the_story(a) and is_of_the_story(b)):
        return False
    one, two = (content(x.report.text[:HEAD]) for x in (a, b))
    return len(one & two) >= (SHARED_OF_HEADS if known_to_be_near(a, b) else SHARED_UNDATED)


def known_to_be_near(a: Account, b: Account) -> bool:
    """Whether one report tells both, both give a day, or the reports are known to be published within days."""
    if a.claim.report_id == b.claim.report_id or (days_given(a.claim) and days_given(b.claim)):
        return True
    printed = [bounds(x.report.published)[0] for x in (a, b)]
    days = [date.fromisoformat(day) for day in printed if day is not None]
    return len(days) == len(printed) and abs((days[0] - days[1]).days) <= FRESH


def is_of_the_story(account: Account) -> bool:
    """Whether an account stands at its report's head, or gives a toll with no place but one named there."""
    if account.claim.trigger.end <= HEADED:
        return True
    place = place_named(account.claim)
    return gives_toll(account) and (place is None or content(place.name) <= content(account.report.text[:HEAD]))


def set_beside(a: Account, b: Account) -> bool:
    """Whether one report sets a toll beside another one: in one sentence, or with no place of its own."""
    if a.claim.report_id != b.claim.report_id:
        return False
    tolls = [each for each in (a, b) if gives_toll(each)]
    return bool(tolls) and (
        a.claim.sentence == b.claim.sentence or any(place_named(each.claim) is None for each in tolls)
    )


def told_of_places(a: Account, b: Account) -> bool:
    """Whether one report gives two places for two accounts: "the raids killed nine, six of them in Velmouth".

    In another sentence an account must name the other's place itself, unless it gives but another toll, or two
    sources tell of one place.
    """
    if a.claim.report_id != b.claim.report_id or a.claim.sentence == b.claim.sentence or share_a_place(a, b):
        return False
    one, two = within(place_named(a.claim)), within(place_named(b.claim))
    if one is not None and two is not None:
        return places(one, two).kind != "agreement"
    given, other = (one, b) if one is not None else (two, a)
    if given is None or gives_toll(other):
        return False
    return content(given.name).isdisjoint(content(other.claim.sentence.of(other.report.text)))


def tolls_of_places(a: Account, b: Account) -> bool:
    """Whether one report gives a toll of one place beside that of another: "45 in Velmouth", "31 in Quay Norte"."""
    if a.claim.report_id != b.claim.report_id or not (toll_places(a) or toll_places(b)):
        return False
    one, two = (toll_places(x) or named_place(x) for x in (a, b))
    return bool(one) and bool(two) and one.isdisjoint(two)


def toll_places(account: Account) -> frozenset[str]:
    """The words of the names of places that stand between the word of a toll and its number."""
    claim, text = account.claim, account.report.text
    if TOLL_WORD.search(claim.trigger.of(text)) is None:
        return frozenset()
    told_of = text[claim.trigger.end : min(claim.trigger.end + TOLL_REACH, claim.sentence.end)]
    found = TOLL_SPOT.findall(TO_NUMBER.split(told_of, maxsplit=1)[0])
    return frozenset(word for name in found for word in content(name) if name.lower() not in DAYS)


def named_place(account: Account) -> frozenset[str]:
    """The words of the name of an account's place, none where it has no name or stands in another sentence."""
    place = place_named(account.claim)
    own = place is not None and account.claim.sentence.covers(place.span)
    return content(place.name) if place is not None and own else frozenset()


def names(account: Account, place: Place) -> bool:
    """Whether an account's words name a place, its country or its people ("Syrian" for Syria).

    An account with a place of its own is asked for the words of its sentence only.
    """
    named, own = content(place.name), within(place_named(account.claim))
    told = around(account) if own is None else content(account.claim.sentence.of(account.report.text))
    return not named or not named.isdisjoint(told)


def place_named(claim: Claim) -> Place | None:
    """The place of a claim if it has a name of its own; None for "the town"."""
    place = claim.place
    return place if place is not None and any(c.isupper() for c in place.name) else None


def alike(one: frozenset[str], two: frozenset[str], needed: int) -> bool:
    """Whether two sets of words share enough: `needed` words, all of a shorter one, and a share of it."""
    shared, least = len(one & two), min(len(one), len(two))
    return shared >= min(needed, least) and shared >= SHARE * least


def around(account: Account) -> frozenset[str]:
    """The content of an account's sentence; of a short one also of what stands before it."""
    sentence, text = account.claim.sentence, account.report.text
    own = content(sentence.of(text))
    return (
        own
        if len(own) >= FEW and not gives_toll(account)
        else content(text[max(0, sentence.start - BEFORE) : sentence.end])
    )


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a text that carry content, each cut to its stem."""
    found = {word.lower() for word in WORD.findall(text)}
    return frozenset(stem(word) for word in found if len(word) > 3 and singular(word) not in words("everywhere.tsv"))


def singular(word: str) -> str:
    """A word without a possessive or plural s."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return bare.removesuffix("s") if len(bare) > 4 else bare


def stem(word: str) -> str:
    """The first letters of a word without its ending, so that "bomb" and "bombing", "Syria" and "Syrian" are one."""
    return ENDING.sub("", singular(word))[:STEM]
