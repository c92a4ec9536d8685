"""Whether two sources, one told right after the other, give two doers of one deed of violence.

In: two claims told. Out: yes or no. "Neighbours hold that a soldier shot her. The army said rebels shot Ana Brel": the
pronoun or noun of the one account and the name of the other mean the same person, for a report that goes over to
another victim says so.
"""

import re
from collections.abc import Sequence

from reportedly.link.accounts_card import one_speaker
from reportedly.link.accounts_told import Told
from reportedly.model import Role, Span

NEXT = 3
"""Characters between two sentences of which one follows the other."""

HE_OR_SHE = frozenset({"he", "she", "him", "her"})
SUFFERS = frozenset({"recipient", "victim", "target"})
DEFINITE = re.compile(r"(?:the|this|that) (?:[\w'’-]+ )*?[\w-]*[a-rt-z]", re.IGNORECASE)
"""A definite noun phrase of one: "the young teacher"."""

ONE = re.compile(r"(?:the|a|an|this|that|his|her|their|its) (?:[\w'’-]+ )*?[\w-]*(?:[a-rt-z]|ss)(?= |$)", re.IGNORECASE)
"""A noun phrase of one."""

ANOTHER = re.compile(
    r"\b(?:also|another|separate(?:ly)?|elsewhere|meanwhile|second|other|too|later|afterwards)\b", re.IGNORECASE
)
"""Words with which a report goes on to one more act of the kind."""

SPOT = re.compile(r"\b(?:in|at|near|outside|inside) ([A-Z][\w'’-]+|(?:an?|his|her|another) [\w'’-]+)")
"""Where a deed was done, named or told for the first time."""

BESIDE = re.compile(r", (?:an?|the|his|her|who|whose|aged|[0-9])\b")
"""What follows a name that says more of the person."""


def name_rivals(a: Told, b: Told) -> bool:
    """Whether two sources, sentence after sentence, tell a deed of one kind that two did to one person."""
    one, two = a.claim, b.claim
    if a.report_id != b.report_id or {one.type, two.type} != {"ASSAULT"}:
        return False
    if a.word != b.word and one.mode != two.mode:
        return False
    first, last = sorted((one.sentence, two.sentence))
    if not 0 <= last.start - first.end <= NEXT or ANOTHER.search(last.of(a.text)) or moves_on(a.text, first, last):
        return False
    if "negative" in (one.factuality.polarity, two.factuality.polarity) or not by_two(a, b):
        return False
    return differ(doers(a), doers(b)) and (may_be_one(a, b) or may_be_one(b, a))


def moves_on(text: str, first: Span, last: Span) -> bool:
    """Whether the later sentence gives a place that the earlier one does not."""
    return not set(SPOT.findall(last.of(text))) <= set(SPOT.findall(first.of(text)))


def by_two(a: Told, b: Told) -> bool:
    """Whether each account has a source, and not the same."""
    one, two = a.source, b.source
    if one is None or two is None or one_speaker(a, b):
        return False
    return one.span.of(a.text).lower() != two.span.of(b.text).lower()


def doers(told: Told) -> Sequence[Role]:
    """Those who did it."""
    return [role for role in told.claim.roles if role.role == "actor"]


def differ(one: Sequence[Role], two: Sequence[Role]) -> bool:
    """Whether both accounts give one doer, and not the same by name."""
    if len(one) != 1 or len(two) != 1:
        return False
    return one[0].entity is None or one[0].entity != two[0].entity


def may_be_one(a: Told, b: Told) -> bool:
    """Whether the first leaves the one person whom it befell without a name, and may mean whom the second one has.

    That is a person by bare name, for a title or what is said beside it may tell of another; or whoever stands in the
    sentence before, where the first has but a pronoun.
    """
    one, two = ([role for role in told.claim.roles if role.role in SUFFERS] for told in (a, b))
    if len(one) != 1 or len(two) != 1 or one[0].entity is not None:
        return False
    named, phrase, other = two[0].entity, one[0].span.of(a.text), two[0].span.of(b.text)
    is_pronoun = phrase.lower() in HE_OR_SHE
    if named is not None:
        is_fit = is_pronoun or DEFINITE.fullmatch(phrase) is not None
        return named.schema == "Person" and is_fit and is_bare(two[0].span, named.name, b.text)
    return is_pronoun and b.claim.sentence < a.claim.sentence and ONE.match(other) is not None


def is_bare(span: Span, name: str, text: str) -> bool:
    """Whether a person stands there by full name, with no title before it and nothing said of him or her beside it."""
    before = text[: span.start].rstrip().rsplit(maxsplit=1)[-1:]
    is_titled = bool(before) and before[0][0].isupper()
    return " " in name and span.of(text) == name and not is_titled and BESIDE.match(text, span.end) is None
