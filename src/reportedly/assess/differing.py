"""What an edited sentence says otherwise than the one it was taken from: another number, day, name or source.

In: the accounts of two sentences. Out: which of these differ. Wording that leaves all of them as they are is no
difference.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from reportedly.assess.numerals import numbers_in
from reportedly.assess.slots import days_given, plain
from reportedly.assess.speakers import speaker
from reportedly.linked import Account, Evidence

Difference = Literal["number", "day", "name", "source"]

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight"
MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS}|may)|(?:{MONTHS}|may) \d{{1,2}}|{DAYS}|{MONTHS}|in may)\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
"""Dates and names of days as they are printed."""

CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]*")
WORD = re.compile(r"\w+")


def differences(evidence: Evidence, one: Sequence[Account], other: Sequence[Account]) -> tuple[Difference, ...]:
    """What two sentences give differently, each sentence by its accounts; empty where only the wording was edited."""
    a, b = told(one), told(other)
    found: dict[Difference, bool] = {
        "number": numbers(a) != numbers(b),
        "day": days(one) != days(other),
        "name": bool(names(a) - spelled(b) or names(b) - spelled(a)),
        "source": sources(evidence, one) != sources(evidence, other),
    }
    return tuple(what for what, differs in found.items() if differs)


def printed(account: Account) -> str:
    """The sentence of an account."""
    return account.claim.sentence.of(account.report.text)


def told(accounts: Sequence[Account]) -> str:
    """The sentence of accounts without the words for its sources: "two officials" is no number of what is told."""
    sentence = accounts[0].claim.sentence
    spans = {r.span for a in accounts for link in a.claim.attribution for r in (link.source, *link.sources) if r}
    text = printed(accounts[0])
    for span in spans:
        if sentence.start <= span.start and span.end <= sentence.end:
            start, end = span.start - sentence.start, span.end - sentence.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def numbers(text: str) -> frozenset[int]:
    """The numbers of a sentence that belong to no date; "one" is mostly none."""
    return numbers_in(DATE.sub(" ", text)) - {1}


def days(accounts: Sequence[Account]) -> frozenset[str]:
    """The dates that accounts give (EDTF); where they give none, days as the sentence prints them."""
    given = {str(a.claim.time.edtf) for a in accounts if a.claim.time is not None and days_given(a.claim) is not None}
    return frozenset(given or (match.group().lower() for match in DATE.finditer(printed(accounts[0]))))


def names(text: str) -> frozenset[str]:
    """The capitalised words of a sentence after its first, without days and months, in lower case."""
    first = WORD.search(text)
    found = CAPITALISED.finditer(DATE.sub(" ", text[first.end() :] if first else ""))
    return frozenset(root(match.group()) for match in found if len(match.group()) > 1)


def spelled(text: str) -> frozenset[str]:
    """All words of a sentence, in lower case, those of a hyphenated one also by themselves."""
    whole = (root(match.group()) for match in re.finditer(r"[^\W_][\w'’-]*", text))
    return frozenset([*whole, *(match.group().lower() for match in WORD.finditer(text))])


def root(word: str) -> str:
    """A word in lower case without the ending of possession."""
    return word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’-")


def sources(evidence: Evidence, accounts: Iterable[Account]) -> frozenset[str]:
    """Who accounts are from: a named speaker by key, an unnamed one as described, the outlet's own voice."""
    return frozenset(source(evidence, account) for account in accounts)


def source(evidence: Evidence, account: Account) -> str:
    """Who an account is from, equal for equal sources whichever outlet prints them."""
    if not account.claim.attribution:
        return "own voice"
    found = speaker(account, evidence)
    return found.key if found.named else plain(found.label)
